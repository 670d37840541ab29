import type { Diagnostics } from "../diagnostics.js";
import type { Request, Rule, Type } from "../model/model.js";
import type { OwnRule } from "../parse/annotations.js";
import { isObject, type JsonObject, listOf } from "../parse/json.js";
import type { Problem } from "../problem.js";
import { Absent } from "../rules/condition.js";
import type { Entry, Shape } from "../rules/kind.js";
import { checkRule, isImplied, narrowed, parseRule } from "../rules/parse.js";

/**
 * The rules of an operation: those of the contract, then those of `spec/rules.yaml`. A rule whose fields or values this description lacks
 * is not enforced: it is reported as loosened if it is the contract's, and as dormant if it is ours.
 */
export function lowerRules(
  operation: JsonObject,
  { rules, shape }: { readonly rules: readonly OwnRule[]; readonly shape: Shape },
  diagnostics: Diagnostics,
): readonly Rule[] {
  const id = String(operation.operationId);
  const stated = listOf(operation["x-rules"]).map((entry, index) => ({ entry, where: `${id}, x-rules, entry ${index + 1}`, ours: false }));
  const added = rules.filter((rule) => rule.operation === id).map(({ entry, where }) => ({ entry, where, ours: true }));
  const seen = new Set<string>();
  return [...stated, ...added].flatMap(({ entry, where, ours }): Rule[] => {
    const name = isObject(entry) && typeof entry.id === "string" ? entry.id : "a rule";
    const idle = (what: string): void => {
      if (ours) diagnostics.notices.push({ kind: "dormant", what: `${name} of ${id}: ${what}`, where });
      else diagnostics.report("rule that does not fit", where, `${name}: ${what}`);
    };
    try {
      const parsed = parseRule((isObject(entry) ? entry : {}) as Entry, shape);
      const { rule, lacks } = narrowed(parsed, shape);
      if (isImplied(rule, shape)) return [];
      for (const what of lacks) idle(what);
      const wrong = [...checkRule(rule, shape), ...(seen.has(rule.id) ? ["another rule has the same id"] : [])];
      if (wrong[0] !== undefined) idle(wrong.join("; "));
      if (wrong.length > 0) return [];
      seen.add(rule.id);
      return [rule];
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if (error instanceof Absent || !ours) idle(error.message);
      else diagnostics.problems.push(ruleProblem(`a rule ${error.message}`, where));
      return [];
    }
  });
}

function ruleProblem(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "An invalid rule would never be enforced.",
    fix: "Correct the entry; generator/rules/ defines the parameters of each kind.",
  };
}

/** The request body as rules read it: fields by name, and the values of a type. */
export function shapeOf({ body, enums: all }: Pick<Request, "body" | "enums">): Shape {
  const fields = new Map(body.fields.map((field) => [field.name, field]));
  const enums = new Map(all.map(({ name, values }) => [name, values]));
  function values(type: Type): readonly (string | number)[] | null {
    if (type.kind === "array") return values(type.items);
    if (type.kind === "nullable") return values(type.of);
    if (type.kind === "constant") return typeof type.value === "string" ? [type.value] : null;
    return type.kind === "enum" ? (enums.get(type.name) ?? null) : null;
  }
  return { field: (name) => fields.get(name), values };
}

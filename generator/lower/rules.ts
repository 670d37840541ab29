import { isBefore } from "../load/flows.js";
import { isObject, type JsonObject, listOf } from "../load/json.js";
import type { OwnRule } from "../load/rules.js";
import type { Rule } from "../model/rule.js";
import type { Problem } from "../problem.js";
import type { Entry, Shape } from "../rules/kind.js";
import { checkRule, isImplied, parseRule } from "../rules/parse.js";
import type { Diagnostics } from "../tolerance.js";

/** An operation's rules: those of the contract, then those of our own that this description can have. */
export function lowerRules(
  operation: JsonObject,
  { rules, version, shape }: { readonly rules: readonly OwnRule[]; readonly version: string; readonly shape: Shape },
  diagnostics: Diagnostics,
): readonly Rule[] {
  const id = String(operation.operationId);
  const said = listOf(operation["x-rules"]).map((entry, index) => ({ entry, where: `${id}, x-rules, entry ${index + 1}` }));
  const ours = rules.filter((rule) => rule.operation === id && (rule.since === null || !isBefore(version, rule.since)));
  const seen = new Set<string>();
  return [...said, ...ours].flatMap(({ entry, where }): Rule[] => {
    try {
      const rule = parseRule((isObject(entry) ? entry : {}) as Entry, shape);
      if (isImplied(rule, shape)) return [];
      const wrong = [...checkRule(rule, shape), ...(seen.has(rule.id) ? ["another rule has the same id"] : [])];
      diagnostics.problems.push(...wrong.map((what) => ruleProblem(`rule ${rule.id} does not fit: ${what}`, where)));
      seen.add(rule.id);
      return [rule];
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      diagnostics.problems.push(ruleProblem(`a rule ${error.message}`, where));
      return [];
    }
  });
}

function ruleProblem(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "A rule that is not understood, or is about something that is not there, would never fire.",
    fix: "Mend the entry in spec/rules.yaml; for a rule of the description run `npm run pull` again.",
  };
}

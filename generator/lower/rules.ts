import type { Diagnostics } from "../diagnostics.js";
import type { Rule } from "../model/model.js";
import type { OwnRule } from "../parse/annotations.js";
import { getOwn, isObject, type Json, type JsonObject, listOf } from "../parse/json.js";
import { writtenAt } from "../parse/placed-rules.js";
import type { Problem } from "../problem.js";
import { Absent } from "../rules/condition.js";
import { withoutCovered } from "../rules/covered.js";
import type { RuleEntry, Shape } from "../rules/kind.js";
import { whyNotNested } from "../rules/nested.js";
import { checkRule, fieldsOf, isImplied, narrowRule, parseRule } from "../rules/parse.js";
import { whyUnbreakable } from "../rules/unbreakable.js";
import { inUpdate } from "../rules/update.js";
import { type Constraint, type FlatSchema, RULES } from "./flatten.js";
import { constraintRules, type DescribedBody } from "./schema-rules.js";

/** Where the rules of an operation come from, besides itself, and the body that they are about. */
export interface RuleSources extends DescribedBody {
  readonly rules: readonly OwnRule[];
  readonly constraints: readonly Constraint[];
  /**
   * For an update, whether a field is a parameter. The object may have any other already, and only
   * rules that hold nevertheless are enforced.
   */
  readonly isParameter?: (field: string) => boolean;
}

/** A rule as a file has it, not yet parsed. */
interface Entry {
  readonly entry: Json;
  readonly where: string;
  /** Whether rules.yaml has it. */
  readonly ours: boolean;
  /** Whether it may repeat a rule, as that of a schema does if the operation states it, too. */
  readonly mayRepeat: boolean;
  /** Set for a rule about fields of which the object may lack some, as one form of several may. */
  readonly mayLackFields?: true;
}

/**
 * The rules of an operation: those of its `x-rules`, then those of `rules`, the rules of
 * `spec/rules.yaml`, with its id, then those of `constraints`. Values that `shape` lacks are dropped
 * from a rule. Left out are rules that types or limits imply, rules about fields that `shape` lacks,
 * rules that no body of `shape` breaks, rules with the id of an earlier one, and invalid ones. A
 * rule that another one covers gives it its sources. Each of these but implied and covered rules is
 * a finding: for `x-rules` it is reported as a rule that does not fit, for ours it is a dormant
 * notice, or a problem if the entry cannot be parsed. Of an update only rules remain that hold
 * whatever the object is like before.
 */
export function lowerRules(
  operation: JsonObject,
  { rules, constraints, document, shape, isParameter }: RuleSources,
  diagnostics: Diagnostics,
): readonly Rule[] {
  const id = String(operation.operationId);
  const stated = listOf(operation["x-rules"]).map((entry, index) => ({
    entry,
    where: statedAt(entry) ?? `${id}, x-rules, entry ${index + 1}`,
    ours: false,
    mayRepeat: false,
  }));
  const added = rules
    .filter((rule) => rule.operation === id)
    .map(({ entry, where }) => ({ entry, where, ours: true, mayRepeat: true }));
  const entries = [...stated, ...added, ...constraints.flatMap((one) => entriesIn(one, id))];
  const { bound, tell } = boundRules(entries, constraints, id, { document, shape }, diagnostics);
  if (isParameter === undefined) return bound;
  return bound.flatMap((rule) => {
    const updates = inUpdate(rule, shape, isParameter);
    if (updates.length === 0 && entries.some(({ entry, ours }) => ours && idOf(entry) === rule.id))
      tell(rule, "an update may leave out what the rule needs");
    return updates;
  });
}

/**
 * The rules of an object inside requests, of the name of its type: those that its schema has, and
 * those that its constraints state. What is left out of them is reported as for an operation.
 */
export function nestedRulesIn(
  { constraints, parts }: FlatSchema,
  name: string,
  body: DescribedBody,
  diagnostics: Diagnostics,
): readonly Rule[] {
  const own = new Set<unknown>(parts);
  const entries = constraints.flatMap((one) =>
    entriesIn(one, name).map(
      (entry): Entry => (own.has(one.part) ? entry : { ...entry, mayLackFields: true }),
    ),
  );
  const { bound, tell } = boundRules(entries, constraints, name, body, diagnostics);
  return bound.filter((rule) => {
    const reason = whyNotNested(rule);
    if (reason !== null) tell(rule, reason);
    return reason === null;
  });
}

/** The rules of the schema itself, as the contract and rules.yaml have them. */
function entriesIn({ keyword, value, pointer }: Constraint, name: string): readonly Entry[] {
  if (keyword !== RULES) return [];
  return listOf(value as Json).map((placed, index) => {
    const { entry, where } = writtenAt(placed);
    return {
      entry,
      where: where ?? statedAt(entry) ?? `${name}, ${pointer}, x-rules, entry ${index + 1}`,
      ours: where !== undefined,
      mayRepeat: true,
    };
  });
}

/** The place of the sentence that a rule was read from; undefined if it was not read from one. */
function statedAt(entry: Json): string | undefined {
  const [source] = listOf(getOwn(entry, "sources"));
  const at = getOwn(source, "at");
  return typeof at === "string" && at.startsWith("#/") ? at : undefined;
}

function idOf(entry: Json): string {
  const id = getOwn(entry, "id");
  return typeof id === "string" ? id : "a rule";
}

/** The rules that bind, and a function that says of a rule that it is not enforced. */
interface BoundRules {
  readonly bound: readonly Rule[];
  tell(rule: Rule, what: string): void;
}

function boundRules(
  entries: readonly Entry[],
  constraints: readonly Constraint[],
  subject: string,
  { document, shape }: DescribedBody,
  diagnostics: Diagnostics,
): BoundRules {
  const tellers = new Map<string, (what: string) => void>();
  const meanings = new Map<string, string>();
  const tell = (rule: Rule, what: string): void => tellers.get(rule.id)?.(what);
  const inWords = entries.flatMap(({ entry, where, ours, mayRepeat, mayLackFields }): Rule[] => {
    const name = idOf(entry);
    const reportUnenforced = (what: string): void => {
      if (ours)
        diagnostics.notices.push({
          kind: "dormant",
          what: `${name} of ${subject}: ${what}`,
          where,
        });
      else diagnostics.report("rule that does not fit", where, `${name}: ${what}`);
    };
    try {
      const parsed = parseRule((isObject(entry) ? entry : {}) as RuleEntry, shape);
      if (mayLackFields && fieldsOf(parsed).some((field) => shape.field(field) === undefined))
        return [];
      const { rule, lacks } = narrowRule(parsed, shape);
      if (isImplied(rule, shape)) return [];
      const other = meanings.get(rule.id);
      // A sentence that is read now may state what an entry states.
      if (mayRepeat && other === meaningOf(rule)) return [];
      if (ours && other !== undefined) {
        const what = `has the id of another rule of ${subject}: ${rule.id}`;
        diagnostics.problems.push(ruleProblem(`a rule ${what}`, where, "Give it another id."));
        return [];
      }
      const errors = [
        ...checkRule(rule, shape),
        ...(meanings.has(rule.id) ? ["another rule has the same id"] : []),
      ];
      const reason = errors.length > 0 ? errors.join("; ") : whyUnbreakable(rule, shape);
      if (reason !== null) {
        reportUnenforced([...lacks, reason].join("; "));
        return [];
      }
      for (const what of lacks) reportUnenforced(what);
      tellers.set(rule.id, reportUnenforced);
      meanings.set(rule.id, meaningOf(rule));
      return [rule];
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if (error instanceof Absent || !ours) reportUnenforced(error.message);
      else diagnostics.problems.push(ruleProblem(`a rule ${error.message}`, where));
      return [];
    }
  });
  const keywords = constraints.filter(({ keyword }) => keyword !== RULES);
  const inSchemas = constraintRules(keywords, { document, shape }, inWords, diagnostics);
  const all = withoutCovered([...inWords, ...inSchemas]);
  const idle = idleRules(all, shape);
  for (const rule of idle)
    tell(rule, "no request can break it: it is about a field that is never allowed");
  return { bound: all.filter((rule) => !idle.includes(rule)), tell };
}

/** The rules about fields that another rule always forbids. */
function idleRules(rules: readonly Rule[], shape: Shape): readonly Rule[] {
  const forbids = rules.filter(
    ({ kind, severity, when }) =>
      kind === "forbidden-when" && severity === "error" && when.length === 0,
  );
  const forbidden = new Set(forbids.map(({ params }) => params.field));
  const allowing = (form: Shape): Shape => ({
    ...form,
    field: (name) => (forbidden.has(name) ? undefined : form.field(name)),
  });
  const allowed = { ...shape, forms: (shape.forms ?? [shape]).map(allowing) };
  return forbids.length === 0
    ? []
    : rules.filter((rule) => !forbids.includes(rule) && whyUnbreakable(rule, allowed) !== null);
}

function meaningOf({ kind, when, params }: Rule): string {
  return JSON.stringify([kind, when, params]);
}

function ruleProblem(
  what: string,
  where: string,
  fix = "Correct the entry; generator/rules/ defines the parameters of each kind.",
): Problem {
  return { what, where, why: "An invalid rule would never be enforced.", fix };
}

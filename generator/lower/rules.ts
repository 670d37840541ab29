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

/** Additional sources of an operation's rules, and the body that the rules are about. */
export interface RuleSources extends DescribedBody {
  readonly rules: readonly OwnRule[];
  readonly constraints: readonly Constraint[];
  /**
   * Whether a field is a parameter. Set only for updates. The object to update may already have any
   * other field, so only rules that hold regardless of those fields are enforced.
   */
  readonly isParameter?: (field: string) => boolean;
}

/** A rule as written in a file, not yet parsed. */
interface Entry {
  readonly entry: Json;
  readonly where: string;
  /** Whether the rule is in rules.yaml. */
  readonly ours: boolean;
  /**
   * Whether the entry may duplicate another rule. A schema's rule may do so, because the operation
   * may state the same rule.
   */
  readonly mayRepeat: boolean;
  /** Set if the object is one of several variants. The object may then lack the rule's fields. */
  readonly mayLackFields?: true;
}

/**
 * Collects the rules of an operation.
 *
 * They come from the operation's `x-rules`, then from the `rules` (`spec/rules.yaml`) with the
 * operation's id, then from `constraints`. Values that are not in `shape` are dropped from a rule.
 * These rules are left out:
 * * rules that types or limits imply,
 * * rules that another rule covers (their sources are added to that rule),
 * * rules about fields that `shape` lacks, and rules that no body of `shape` breaks,
 * * rules with the id of an earlier one, and invalid rules.
 *
 * All of them are reported, except rules that are implied, covered, or the same as an earlier rule.
 * A rule from `x-rules` is reported as `rule that does not fit`. A rule from rules.yaml is reported
 * as dormant, or as a problem if the entry cannot be parsed or has the id of a different rule.
 *
 * For an update (`isParameter` is set), each rule is replaced by the rules that `inUpdate` returns,
 * which hold for any contents of the object. If it returns none, the rule is left out. This is
 * reported only for our own rules.
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
  const { bound, reportRule } = boundRules(
    entries,
    constraints,
    id,
    { document, shape },
    diagnostics,
  );
  if (isParameter === undefined) return bound;
  return bound.flatMap((rule) => {
    const updates = inUpdate(rule, shape, isParameter);
    if (updates.length === 0 && entries.some(({ entry, ours }) => ours && idOf(entry) === rule.id))
      reportRule(rule, "an update can omit fields that the rule needs");
    return updates;
  });
}

/**
 * Collects the rules of an object inside requests, from its schema and its constraints.
 *
 * `name` is the name of the object's type. Rules that are left out are reported as in `lowerRules`.
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
  const { bound, reportRule } = boundRules(entries, constraints, name, body, diagnostics);
  return bound.filter((rule) => {
    const reason = whyNotNested(rule);
    if (reason !== null) reportRule(rule, reason);
    return reason === null;
  });
}

/**
 * Reports that a schema's rules are not enforced, and why. Constraints other than `x-rules` are
 * ignored. `name` is the name of the schema's type or field.
 */
export function reportRules(
  constraints: readonly Constraint[],
  name: string,
  why: string,
  { diagnostics }: { readonly diagnostics: Diagnostics },
): void {
  for (const entry of constraints.flatMap((one) => entriesIn(one, name)))
    reportUnenforced(entry, name, why, diagnostics);
}

/** Reports one rule as not enforced: our own rule as dormant, any other as not fitting. */
function reportUnenforced(
  { entry, where, ours }: Entry,
  subject: string,
  what: string,
  diagnostics: Diagnostics,
): void {
  const name = idOf(entry);
  if (ours)
    diagnostics.notices.push({ kind: "dormant", what: `${name} of ${subject}: ${what}`, where });
  else diagnostics.report("rule that does not fit", where, `${name}: ${what}`);
}

/** The rules of the schema itself, from the contract and rules.yaml. */
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

/** The location of the sentence that a rule was read from, if there is one. */
function statedAt(entry: Json): string | undefined {
  const [source] = listOf(getOwn(entry, "sources"));
  const at = getOwn(source, "at");
  return typeof at === "string" && at.startsWith("#/") ? at : undefined;
}

/** The id of an entry; "a rule" if it has none. */
function idOf(entry: Json): string {
  const id = getOwn(entry, "id");
  return typeof id === "string" ? id : "a rule";
}

/** The rules that apply to a body. */
interface BoundRules {
  readonly bound: readonly Rule[];
  /** Reports that a rule is not enforced, and why. Does nothing for a rule from a constraint. */
  reportRule(rule: Rule, what: string): void;
}

/**
 * Parses the entries, adds the rules of the constraints, and leaves out rules that do not fit the
 * body. Rules that do not fit are reported.
 */
function boundRules(
  entries: readonly Entry[],
  constraints: readonly Constraint[],
  subject: string,
  { document, shape }: DescribedBody,
  diagnostics: Diagnostics,
): BoundRules {
  const reporters = new Map<string, (what: string) => void>();
  const meanings = new Map<string, string>();
  const reportRule = (rule: Rule, what: string): void => reporters.get(rule.id)?.(what);
  const inWords = entries.flatMap((given): Rule[] => {
    const { entry, where, ours, mayRepeat, mayLackFields } = given;
    const report = (what: string): void => reportUnenforced(given, subject, what, diagnostics);
    try {
      const parsed = parseRule((isObject(entry) ? entry : {}) as RuleEntry, shape);
      if (mayLackFields && fieldsOf(parsed).some((field) => shape.field(field) === undefined))
        return [];
      const { rule, lacks } = narrowRule(parsed, shape);
      if (isImplied(rule, shape)) return [];
      const other = meanings.get(rule.id);
      // An entry may state a rule that is now also read from a sentence.
      if (mayRepeat && other === meaningOf(rule)) return [];
      if (ours && other !== undefined) {
        const what = `has the same id as another rule for ${subject}: ${rule.id}`;
        diagnostics.problems.push(ruleProblem(`a rule ${what}`, where, "Give it another id."));
        return [];
      }
      const errors = [
        ...checkRule(rule, shape),
        ...(meanings.has(rule.id) ? ["another rule has the same id"] : []),
      ];
      const reason = errors.length > 0 ? errors.join("; ") : whyUnbreakable(rule, shape);
      if (reason !== null) {
        report([...lacks, reason].join("; "));
        return [];
      }
      for (const what of lacks) report(what);
      reporters.set(rule.id, report);
      meanings.set(rule.id, meaningOf(rule));
      return [rule];
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if (error instanceof Absent || !ours) report(error.message);
      else diagnostics.problems.push(ruleProblem(`a rule ${error.message}`, where));
      return [];
    }
  });
  const keywords = constraints.filter(({ keyword }) => keyword !== RULES);
  const inSchemas = constraintRules(keywords, { document, shape }, inWords, diagnostics);
  const all = withoutCovered([...inWords, ...inSchemas]);
  const idle = idleRules(all, shape);
  for (const rule of idle)
    reportRule(rule, "no request can break it: it is about a field that is never allowed");
  return { bound: all.filter((rule) => !idle.includes(rule)), reportRule };
}

/** The rules that no body can break, because another rule always forbids their field. */
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

/** Returns the same key for rules that require the same. */
function meaningOf({ kind, when, params }: Rule): string {
  return JSON.stringify([kind, when, params]);
}

/** The problem to report for an invalid entry in rules.yaml. */
function ruleProblem(
  what: string,
  where: string,
  fix = "Correct the entry; generator/rules/ defines the parameters of each kind of rule.",
): Problem {
  return { what, where, why: "An invalid rule would never be enforced.", fix };
}

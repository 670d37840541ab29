import type { Condition, Rule } from "../model/model.js";
import { kindOf } from "./parse.js";

/**
 * Removes rules that another rule covers; the others keep their order.
 *
 * Every request that violates a covered rule also violates the rule that covers it. The covering
 * rule takes over the sources of the covered rule. Of two equal rules, the first is kept.
 */
export function withoutCovered(rules: readonly Rule[]): readonly Rule[] {
  const kept: Rule[] = [];
  for (const rule of rules) {
    const by = kept.findIndex((other) => covers(other, rule));
    const covering = kept[by];
    if (covering !== undefined) {
      kept[by] = withSources(covering, rule);
      continue;
    }
    const covered = kept.filter((other) => covers(rule, other));
    const others = kept.filter((other) => !covered.includes(other));
    kept.splice(0, kept.length, ...others, covered.reduce(withSources, rule));
  }
  return kept;
}

/**
 * Whether the rule `one` makes the rule `other` redundant. True for equal rules, and in these
 * cases:
 * * `one` requires the same as `other`, is at least as severe, and applies to at least the same
 *   requests.
 * * Both forbid the same pair of fields, one as "`a` forbids `b`", the other as "`b` forbids `a`".
 *   They have the same severity and the same further conditions.
 */
export function covers(one: Rule, other: Rule): boolean {
  if (one.kind !== other.kind) return false;
  if (!isEqual(one.params, other.params)) return isMutual(one, other);
  if (one.severity === "warning" && other.severity === "error") return false;
  const has = (rule: Rule, condition: Condition): boolean =>
    rule.when.some((own) => isEqual(own, condition));
  const [fewer, more] = kindOf(one).when === "applies" ? [one, other] : [other, one];
  return fewer.when.every((condition) => has(more, condition));
}

/**
 * Whether two rules forbid the same pair of fields: one says that `a` forbids `b`, the other that
 * `b` forbids `a`.
 */
function isMutual(one: Rule, other: Rule): boolean {
  const pairOf = ({ kind, severity, when, params }: Rule): unknown => {
    const own = { field: String(params.field), present: true };
    // A boolean counts as set only if it is true.
    const isSet = (condition: Condition): boolean =>
      "is" in condition
        ? isEqual(condition.is, [true])
        : "present" in condition && condition.present;
    const self = when.find((condition) => condition.field === own.field && isSet(condition)) ?? own;
    const given = when.filter((condition) => condition !== self && isSet(condition));
    const [only] = given;
    if (kind !== "forbidden-when" || only === undefined || given.length > 1) return null;
    const others = when.filter((condition) => condition !== only && condition !== self);
    const inOrder = (some: readonly Condition[]): readonly string[] =>
      some.map((each) => JSON.stringify(sorted(each))).sort();
    return [severity, inOrder([only, self]), inOrder(others)];
  };
  const pair = pairOf(one);
  return pair !== null && isEqual(pair, pairOf(other));
}

/** The rule with the covered rule's sources added, without duplicates. */
function withSources(rule: Rule, covered: Rule): Rule {
  const added = covered.sources.filter(
    (source) => !rule.sources.some((own) => isEqual(own, source)),
  );
  return { ...rule, sources: [...rule.sources, ...added] };
}

/** Whether two values have the same JSON, regardless of the order of their keys. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** A copy of a value whose JSON does not depend on the order of keys. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Array.isArray(value)
    ? value.map(sorted)
    : Object.entries(value)
        .map(([key, inner]) => [key, sorted(inner)])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

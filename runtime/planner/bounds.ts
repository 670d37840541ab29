import { dayNumber, daysIn, type Span } from "../validation/dates.js";
import { holds, type Rule } from "../validation/rule.js";
import type { PlanContext } from "./types.js";

/**
 * Returns the applicable rules of this kind, in the order of `facts.rules`. A rule applies if all
 * its conditions hold; for a missing field, the default from `facts.defaults` is used. Rules about
 * objects inside the body are left out.
 */
export function applicableRules(
  { body, facts }: Pick<PlanContext, "body" | "facts">,
  kind: string,
): readonly Rule[] {
  return facts.rules.filter(
    (rule) =>
      rule.kind === kind &&
      rule.object === undefined &&
      rule.when.every((condition) => holds(condition, body, facts.defaults)),
  );
}

/**
 * Returns a rule's limit in days: `min` under the shortest interpretation, `max` under the longest.
 * The planner uses the stricter of the two.
 */
function daysOf({ params }: Rule): { readonly min: number; readonly max: number } {
  return daysIn(params as object as Span);
}

/** Names of the fields for the first and last day, and of the hour fields. */
export interface RangeFields {
  readonly start: string;
  readonly end: string;
  readonly startHour: string | null;
  readonly endHour: string | null;
}

/**
 * Returns the names of the date and hour fields that the rules mention. Rules that do not apply to
 * the body are included, but rules about objects inside the body are not. The date fields come from
 * the first rule with `start` and `end`; without one, returns null. The hour fields come from the
 * first `hour-order` rule, and are null if there is none.
 */
export function rangeFields(rules: readonly Rule[]): RangeFields | null {
  const own = rules.filter(({ object }) => object === undefined);
  const range = own.find(
    ({ params }) => typeof params.start === "string" && typeof params.end === "string",
  )?.params;
  if (range === undefined) return null;
  const hours = own.find(({ kind }) => kind === "hour-order")?.params;
  const name = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return {
    start: String(range.start),
    end: String(range.end),
    startHour: name(hours?.startHour),
    endHour: name(hours?.endHour),
  };
}

/** A limit, as a day number, and the id of the rule that sets it. */
export interface Bound {
  readonly day: number;
  readonly reason: string;
}

/** A length in days, including both ends, and the id of the rule that sets it. */
export interface Length {
  readonly days: number;
  readonly reason: string;
}

/** The days that the rules allow under their strictest interpretation. */
export interface Bounds {
  readonly earliest: Bound | null;
  /** The latest day on which a range can start. */
  readonly latestStart: Bound | null;
  readonly latest: Bound | null;
  readonly longest: Length | null;
  readonly shortest: Length | null;
}

/** Kinds of rules that the planner can satisfy by choosing other days. */
const KINDS: ReadonlySet<string> = new Set([
  "max-lookback",
  "min-date",
  "not-after-today",
  "max-range",
]);

/**
 * Whether choosing other days could satisfy a rule. True for `max-lookback`, `min-date`,
 * `not-after-today` and `max-range`, unless the rule is for another field. False for every other
 * kind, including `min-range`.
 */
export function boundsDays({ kind, params }: Rule, { start, end }: RangeFields): boolean {
  return (
    KINDS.has(kind) &&
    (params.field === undefined || params.field === start || params.field === end)
  );
}

/**
 * Combines the day limits of all applicable rules, under their strictest interpretation. `start`
 * and `end` name the body's date fields. Rules for other fields are ignored. A limit that no rule
 * sets is null. However, if only one of `latestStart` and `latest` is set, both have the same
 * value. If several rules result in the same limit, the first one is given as the reason for the
 * limit.
 */
export function boundsOf(context: PlanContext, { start, end }: RangeFields): Bounds {
  const { today } = context;
  const rulesOf = (kind: string): readonly Rule[] =>
    applicableRules(context, kind).filter(
      ({ params: { field } }) => field === undefined || field === start || field === end,
    );
  const future = rulesOf("not-after-today").map((rule) => ({
    day: today,
    reason: rule.id,
    field: rule.params.field,
  }));
  const [ofStart = null, ofEnd = null] = [start, end].map((field) =>
    future.find((bound) => bound.field === field),
  );
  return {
    earliest: greatest(
      [
        ...rulesOf("max-lookback").map((rule) => ({
          day: today - daysOf(rule).min + 1,
          reason: rule.id,
        })),
        ...rulesOf("min-date").map((rule) => ({
          day: dayNumber(rule.params.after) + 1,
          reason: rule.id,
        })),
      ],
      ({ day }) => day,
    ),
    latestStart: ofStart ?? ofEnd,
    latest: ofEnd ?? ofStart,
    longest: greatest(
      rulesOf("max-range").map((rule) => ({ days: daysOf(rule).min, reason: rule.id })),
      ({ days }) => -days,
    ),
    // In the strictest interpretation, "at least 7 days" means 7 days apart, which is 8 days
    // including both ends.
    shortest: greatest(
      rulesOf("min-range").map((rule) => ({ days: daysOf(rule).max + 1, reason: rule.id })),
      ({ days }) => days,
    ),
  };
}

/** Returns the first item for which `measure` is greatest; null for an empty list. */
function greatest<T>(items: readonly T[], measure: (item: T) => number): T | null {
  return items.reduce<T | null>(
    (best, item) => (best !== null && measure(best) >= measure(item) ? best : item),
    null,
  );
}

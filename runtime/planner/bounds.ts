import { dayNumber } from "../validation/dates.js";
import type { Rule } from "../validation/rule.js";
import { applying, daysOf, type RangeFields } from "./reading.js";
import type { Asked } from "./types.js";

/** A limit and the id of the rule that sets it. */
export interface Bound {
  readonly day: number;
  readonly because: string;
}

/** A length in days, both ends counted, and the id of the rule that limits it. */
export interface Length {
  readonly days: number;
  readonly because: string;
}

/** What the rules leave of the calendar. Where readings of a rule differ, the tightest. */
export interface Bounds {
  readonly earliest: Bound | null;
  /** The last day that a range may begin on. */
  readonly latestStart: Bound | null;
  readonly latest: Bound | null;
  readonly longest: Length | null;
  readonly shortest: Length | null;
}

/** The kinds whose rules a planner keeps by choosing other days. */
const KINDS: ReadonlySet<string> = new Set(["max-lookback", "min-date", "not-after-today", "max-range"]);

/** Whether a rule is kept by choosing other days. */
export function boundsDays({ kind, params }: Rule, { start, end }: RangeFields): boolean {
  return KINDS.has(kind) && (params.field === undefined || params.field === start || params.field === end);
}

/** All windows that apply to a body, together. */
export function boundsOf(asked: Asked, { start, end }: RangeFields): Bounds {
  const { today } = asked;
  const of = (kind: string): readonly Rule[] =>
    applying(asked, kind).filter(({ params: { field } }) => field === undefined || field === start || field === end);
  const future = of("not-after-today").map((rule) => ({ day: today, because: rule.id, field: rule.params.field }));
  const [ofStart = null, ofEnd = null] = [start, end].map((field) => future.find((bound) => bound.field === field));
  return {
    earliest: latestOf([
      ...of("max-lookback").map((rule) => ({ day: today - daysOf(rule).least + 1, because: rule.id })),
      ...of("min-date").map((rule) => ({ day: dayNumber(rule.params.after) + 1, because: rule.id })),
    ]),
    latestStart: ofStart ?? ofEnd,
    latest: ofEnd ?? ofStart,
    longest: shortestOf(of("max-range").map((rule) => ({ days: daysOf(rule).least, because: rule.id }))),
    // "At least 7 days" is 7 apart in its tightest reading, and so 8 with both ends counted.
    shortest: longestOf(of("min-range").map((rule) => ({ days: daysOf(rule).most + 1, because: rule.id }))),
  };
}

function latestOf(bounds: readonly Bound[]): Bound | null {
  return bounds.reduce<Bound | null>((best, bound) => (best !== null && best.day >= bound.day ? best : bound), null);
}

function shortestOf(lengths: readonly Length[]): Length | null {
  return lengths.reduce<Length | null>((best, length) => (best !== null && best.days <= length.days ? best : length), null);
}

function longestOf(lengths: readonly Length[]): Length | null {
  return lengths.reduce<Length | null>((best, length) => (best !== null && best.days >= length.days ? best : length), null);
}

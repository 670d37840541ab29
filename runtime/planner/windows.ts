import { violation } from "../validation/checks.js";
import { dayNumber, dayOfMonth, isoDay } from "../validation/dates.js";
import { pointerTo } from "../validation/pointer.js";
import type { Violation } from "../validation/violation.js";
import { pluralize } from "../validation/wording.js";
import { type Bounds, boundsOf, type RangeFields, rangeFields } from "./bounds.js";
import type { Bucket, DroppedDays, PlanContext, PlanFindings } from "./types.js";

/** A piece from `from` up to, but not including, `to`. */
export type Piece = readonly [from: number, to: number];

/**
 * Splits a range at `edges` into the fewest pieces with a length from `min` to `max`. If there are
 * several solutions, the first pieces are as long as possible. Returns null if there is no
 * solution, and an empty list for fewer than two edges. `edges` must be ascending and include both
 * ends.
 */
export function fewestPieces(
  edges: readonly number[],
  { min, max }: { readonly min: number; readonly max: number },
): Piece[] | null {
  const edge = (index: number): number => edges[index] as number;
  const last = edges.length - 1;
  const counts = new Array<number>(edges.length).fill(Number.POSITIVE_INFINITY);
  const next = new Array<number>(edges.length).fill(last);
  const countFrom = (index: number): number => counts[index] as number;
  // Lowest possible number of pieces after this edge. The search stops when this bound is reached.
  const lowerBound = (index: number): number =>
    index === last ? 0 : Math.max(1, Math.ceil((edge(last) - edge(index)) / max));
  counts[last] = 0;
  for (let from = last - 1, far = last; from >= 0; from--) {
    while (far > from && edge(far) - edge(from) > max) far--;
    for (let to = far; to > from && edge(to) - edge(from) >= min; to--) {
      if (countFrom(to) + 1 < countFrom(from)) {
        counts[from] = countFrom(to) + 1;
        next[from] = to;
      }
      if (countFrom(to) === lowerBound(to)) break;
    }
  }
  if (countFrom(0) === Number.POSITIVE_INFINITY) return null;
  const pieces: Piece[] = [];
  for (let from = 0; from < last; from = next[from] as number)
    pieces.push([edge(from), edge(next[from] as number)]);
  return pieces;
}

/**
 * Returns the day numbers before which a range may be split. These are `first`, each later day up
 * to `last` that begins a bucket, and the day after `last`. For `total`, returns only the first and
 * the last of these.
 */
export function edgesOf(first: number, last: number, bucket: Bucket): readonly number[] {
  const edges = [first];
  for (let day = first + 1; day <= last; day++) if (begins(day, bucket)) edges.push(day);
  return [...edges, last + 1];
}

/**
 * Returns `day` if it begins a bucket; otherwise, the next day number that does. For `total`, this
 * is `day` itself, because its only bucket is the requested range.
 */
export function edgeFrom(day: number, bucket: Bucket): number {
  let edge = day;
  while (bucket !== "total" && !begins(edge, bucket)) edge++;
  return edge;
}

// Pinterest does not document on which day its weeks begin. Monday, as in ISO 8601, is an
// assumption that the plan notes where it matters.
const MONDAY = 4;

/** Whether a bucket begins on this day number. Always false for `total`. */
function begins(day: number, bucket: Bucket): boolean {
  if (bucket === "day") return true;
  if (bucket === "week") return (day - MONDAY) % 7 === 0;
  return bucket === "month" && dayOfMonth(day) === 1;
}

/** The days of one request, as changes to the body. */
export interface Window {
  readonly set: Readonly<Record<string, string>>;
  readonly omit: readonly string[];
}

interface Windows extends PlanFindings {
  readonly windows: readonly Window[];
}

/**
 * The days that can be requested, as day numbers, and the dropped days at either end. `first` is
 * after `last` if no days remain.
 */
interface RemainingDays {
  readonly first: number;
  readonly last: number;
  readonly dropped: readonly DroppedDays[];
  readonly notes: readonly string[];
}

/**
 * Splits the days of a body into the fewest `windows`, oldest first. `dropped` contains the days
 * that the rules forbid, and the remainder of a week or month whose first days are forbidden. For a
 * flow without date rules, there is one window, which leaves the body unchanged. If no days remain,
 * there are no windows, and a note says so. If the days cannot be split, there are no windows, and
 * `problems` contains a violation.
 */
export function windowsOf(context: PlanContext): Windows {
  const fields = rangeFields(context.facts.rules);
  if (fields === null)
    return { windows: [{ set: {}, omit: [] }], dropped: [], notes: [], problems: [] };
  const bounds = boundsOf(context, fields);
  const grouping = groupingOf(context);
  const remaining = clip(context, fields, { bounds, bucket: grouping.bucket });
  const { first, last, dropped, notes } = remaining;
  if (first > last)
    return {
      windows: [],
      dropped,
      notes: [...notes, "No days are left to request."],
      problems: [],
    };
  const isTotal = grouping.bucket === "total";
  const edges = edgesOf(first, last, isTotal && grouping.mayBeSplit ? "day" : grouping.bucket);
  const limits = {
    min: bounds.shortest?.days ?? 1,
    max: bounds.longest?.days ?? Number.POSITIVE_INFINITY,
  };
  const pieces = fewestPieces(edges, limits);
  if (pieces === null) {
    return {
      windows: [],
      dropped: [],
      notes: [],
      problems: [unsplittableRange({ edges, bounds, grouping, path: pointerTo(fields.end) })],
    };
  }
  const windows = pieces.map(([from, to]) => ({
    [fields.start]: isoDay(from),
    [fields.end]: isoDay(to - 1),
  }));
  const hours = hoursOf(context, fields, remaining);
  return {
    windows: windows.map((set, index) => ({
      set,
      omit: omittedHours(hours, index === 0, index === windows.length - 1),
    })),
    dropped,
    notes: [
      ...notes,
      ...hours.notes,
      ...notesOnGroups(grouping, windows.length, dropped.length > 0),
      ...notesOnTotals(context, windows.length),
    ],
    problems: [],
  };
}

/** How the body groups its days. `value` is empty for a flow without a grouping field. */
interface Grouping {
  readonly value: string;
  readonly bucket: Bucket;
  /** Whether it is known where a range with this value may be split. */
  readonly known: boolean;
  readonly mayBeSplit: boolean;
}

/** Determines how the body groups its days, and where they may be split. */
function groupingOf({
  body,
  facts: { grouping, defaults, undivided },
  splitTotal,
}: PlanContext): Grouping {
  if (undivided === true)
    return { value: "", bucket: "total", known: true, mayBeSplit: splitTotal };
  if (grouping === undefined) return { value: "", bucket: "day", known: true, mayBeSplit: true };
  const value = String(body[grouping.field] ?? defaults[grouping.field]);
  const known = Object.hasOwn(grouping.buckets, value);
  const bucket = (known ? grouping.buckets[value] : undefined) ?? "total";
  return { value, bucket, known, mayBeSplit: known && (bucket !== "total" || splitTotal) };
}

/**
 * Drops the days that the rules forbid. A bucket that would lose its beginning is dropped
 * completely, because its row would look like the row of a complete bucket.
 */
function clip(
  { body }: PlanContext,
  { start, end }: RangeFields,
  { bounds, bucket }: { bounds: Bounds; bucket: Bucket },
): RemainingDays {
  const [from, to] = [dayNumber(body[start]), dayNumber(body[end])];
  const { earliest, latest, latestStart } = bounds;
  if (latestStart !== null && from > latestStart.day) {
    return {
      first: from,
      last: from - 1,
      dropped: [days(from, to, latestStart.reason)],
      notes: [],
    };
  }
  const last = latest === null ? to : Math.min(to, latest.day);
  const late = latest !== null && to > last ? [days(last + 1, to, latest.reason)] : [];
  if (earliest === null || from >= earliest.day)
    return { first: from, last, dropped: late, notes: [] };
  const first = Math.min(edgeFrom(earliest.day, bucket), last + 1);
  const skipsBucket = first > earliest.day && earliest.day <= last;
  return {
    first,
    last,
    dropped: [days(from, first - 1, earliest.reason), ...late],
    notes: skipsBucket
      ? [
          `${isoDay(earliest.day)} to ${isoDay(first - 1)} are left out, because the beginning of their ${bucket} cannot be requested.`,
        ]
      : [],
  };
}

/**
 * Describes the days from `first` to `last`, both included, as dropped because of the rule
 * `reason`.
 */
function days(first: number, last: number, reason: string): DroppedDays {
  return { start_date: isoDay(first), end_date: isoDay(last), days: last - first + 1, reason };
}

/** The hour fields; null if no rule names them. */
interface Hours {
  readonly start: string | null;
  readonly end: string | null;
  /**
   * Whether the body's first day is still the first day of the plan. `endStays` is the same for the
   * last day.
   */
  readonly startStays: boolean;
  readonly endStays: boolean;
  readonly notes: readonly string[];
}

/**
 * Finds the hour fields, and whether the body's first and last day remain. Adds a note for each
 * hour field whose day was dropped.
 */
function hoursOf(
  { body }: PlanContext,
  { start, end, startHour, endHour }: RangeFields,
  { first, last }: RemainingDays,
): Hours {
  const startStays = first === dayNumber(body[start]);
  const endStays = last === dayNumber(body[end]);
  const droppedHours = [startStays ? null : startHour, endStays ? null : endHour].filter(
    (field) => field !== null && body[field] !== undefined,
  );
  return {
    start: startHour,
    end: endHour,
    startStays,
    endStays,
    notes: droppedHours.map((field) => `${field} is left out, because its day was dropped.`),
  };
}

/**
 * Returns the hour fields to omit from a window. The start hour applies only to the first window,
 * and the end hour only to the last.
 */
function omittedHours(
  { start, end, startStays, endStays }: Hours,
  isFirst: boolean,
  isLast: boolean,
): readonly string[] {
  return [...(isFirst && startStays ? [] : [start]), ...(isLast && endStays ? [] : [end])].flatMap(
    (field) => field ?? [],
  );
}

/**
 * Returns a note for each response field that is a total over all days. Empty for a single window.
 */
function notesOnTotals(
  { facts: { totals = [] } }: PlanContext,
  windows: number,
): readonly string[] {
  return windows > 1
    ? totals.map((field) => `${field}: each response covers only the days of its own request.`)
    : [];
}

/** Returns notes on how splitting or dropping days affects the rows. */
function notesOnGroups(
  { value, bucket }: Grouping,
  windows: number,
  clipped: boolean,
): readonly string[] {
  const notes: string[] = [];
  if (bucket === "total" && value === "") {
    if (clipped) notes.push("The response covers only the remaining days.");
    if (windows > 1)
      notes.push(
        `The response comes in ${windows} parts, each for its own days; they cannot be combined.`,
      );
    return notes;
  }
  if (bucket === "week" && (windows > 1 || clipped))
    notes.push("Weeks are assumed to begin on Monday; Pinterest does not document this.");
  if (bucket === "total" && clipped) notes.push("The total covers only the remaining days.");
  if (bucket === "total" && windows > 1) {
    notes.push(
      `The total comes in ${windows} parts: counts and amounts can be summed, but rates, users and frequency cannot.`,
    );
  }
  return notes;
}

interface UnsplitRange {
  readonly edges: readonly number[];
  readonly bounds: Bounds;
  readonly grouping: Grouping;
  /** JSON pointer of the violation. */
  readonly path: string;
}

/** Creates the violation for days that cannot be split within the limits. */
function unsplittableRange({
  edges,
  bounds: { longest, shortest },
  grouping,
  path,
}: UnsplitRange): Violation {
  const length = (edges.at(-1) ?? 0) - (edges[0] ?? 0);
  const sizes = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
  const biggest = sizes.reduce((largest, size) => Math.max(largest, size), 0);
  if (longest !== null && biggest > longest.days) {
    const fits = `${pluralize(biggest, "day")} do not fit into one request of at most ${pluralize(longest.days, "day")}`;
    const message = `${fits}, and ${reasonNotSplit(grouping)}`;
    return violation(longest.reason, "error", path, message, {
      days: biggest,
      max: longest.days,
      grouping: grouping.value,
    });
  }
  const { days: min, reason } = shortest ?? { days: 1, reason: "min-range" };
  const message = `${pluralize(length, "day")} cannot be split into requests of at least ${min} days`;
  return violation(reason, "error", path, message, { days: length, min });
}

/** Explains why the days are not split, for the end of a sentence. */
function reasonNotSplit({ value, bucket, known }: Grouping): string {
  if (!known) return `it is not known where ${value} may be split`;
  if (value === "")
    return "several responses cannot be combined into one for all days; splitTotal: true requests them anyway";
  if (bucket !== "total")
    return `a ${bucket} is never split, because its row would cover only part of it`;
  return "several totals cannot be combined into one, because rates, users and frequency cannot be summed; splitTotal: true splits the total anyway";
}

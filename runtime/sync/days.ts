import { dayNumber, isoDay } from "../validation/dates.js";
import type { RequestedRows } from "./target.js";

/** The first and last day of a range, in days since 1970-01-01. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What is known about an account's days in a table when a run begins. A day is a number of days
 * since 1970-01-01, unless its comment says otherwise.
 */
export interface DaysContext {
  /** The stamp of each loaded day. The keys are days in `YYYY-MM-DD` format. */
  readonly loaded: ReadonlyMap<string, string>;
  /** Fingerprint of the current body. */
  readonly body: string;
  /** The columns and settings that the current body requests. */
  readonly requested: RequestedRows;
  /** The columns and settings of the earlier bodies with which days were loaded, by fingerprint. */
  readonly earlierBodies: Readonly<Record<string, RequestedRows>>;
  readonly today: number;
  /**
   * How long a day's data can keep changing, in days after that day. A day that was last read
   * during that period is read again. A day is also read again if its stamp is later than
   * `today`, which happens if another machine's clock was ahead.
   */
  readonly lookback: number;
  /**
   * First day of the table: all accounts are loaded from this day on. Undefined until a run records
   * it.
   */
  readonly begin: number | undefined;
  /**
   * First day from which missing days are read. If undefined, this is the earliest of the table's
   * first day, the earliest loaded day, and `lookback` days before today (at least one).
   */
  readonly since: number | undefined;
  /** Whether all loaded days are read again. */
  readonly full: boolean;
  /** Whether days that lack one of the current body's columns are read again. */
  readonly backfill: boolean;
  /**
   * Whether the accounts could be listed. If not, missing account data is no reason to read a day
   * again.
   */
  readonly isListed: boolean;
}

/**
 * The days of a table that a run reads, and the days that it skips. Adjacent days are joined into
 * ranges.
 */
export interface DaysToRead {
  /** Days that are missing, or that may have changed. */
  readonly read: readonly DayRange[];
  /** Loaded days that lack a column of the current body. */
  readonly backfill: readonly DayRange[];
  /** Days that were loaded with a different body and are not read again. */
  readonly outdated: readonly DayRange[];
}

/**
 * The stamp of a day whose rows lack account data, because the accounts could not be listed. The
 * next run that can list them reads the day again.
 */
export const UNLISTED = "unlisted";

/** Stored instead of a fingerprint for a missing day whose data Pinterest no longer has. */
const UNAVAILABLE = "not-offered";

/**
 * Maximum age, in days, of the stored days that a run takes into account. Pinterest has no older
 * data. Without this limit, damaged state could make a run request far too many days.
 */
const MAX_AGE_DAYS = 1_000;

/**
 * Determines the days to read, as ascending ranges. `read` contains the missing days from `since`
 * to yesterday. It also contains loaded days that may have changed, even if they are before
 * `since`. With `full`, it contains all loaded days. Days recorded as no longer available from
 * Pinterest count as missing.
 *
 * If the option `backfill` is set, the result's `backfill` contains the loaded days that lack a
 * column. Other loaded days that lack columns or have other settings are in `outdated`. A stored
 * day is ignored if it is invalid or not over yet, or if it is both before `since` and more than
 * 1,000 days ago.
 */
export function daysToRead({
  loaded,
  today,
  lookback,
  begin = today,
  since,
  ...context
}: DaysContext): DaysToRead {
  const oldest = Math.min(today - MAX_AGE_DAYS, since ?? today);
  const stamps = new Map<number, string>();
  let earliest = today;
  for (const [text, stamp] of loaded) {
    const day = dayNumber(text);
    if (!(day >= oldest && day < today)) continue;
    stamps.set(day, stamp);
    earliest = Math.min(earliest, day);
  }
  const begun = Number.isNaN(begin) ? today : Math.max(begin, oldest);
  const first = since ?? Math.min(begun, earliest, today - Math.max(1, lookback));
  const read: number[] = [];
  const backfill: number[] = [];
  const outdated: number[] = [];
  for (let day = Math.min(first, earliest); day < today; day++) {
    const stamp = stamps.get(day);
    if (stamp === undefined || isUnavailable(stamp)) {
      if (day >= first) read.push(day);
      continue;
    }
    const [, on] = partsOf(stamp);
    const isWaiting = stamp === UNLISTED && !context.isListed && day < today - lookback;
    if (isWaiting && !context.full) continue;
    if (context.full || on < day + lookback || on > today) read.push(day);
    else {
      const lack = missingFrom(stamp, context);
      if (lack === "columns" && context.backfill) backfill.push(day);
      else if (lack !== null) outdated.push(day);
    }
  }
  return { read: rangesOf(read), backfill: rangesOf(backfill), outdated: rangesOf(outdated) };
}

/**
 * What a day lacks because it was loaded with a different body. `"columns"` means that a column of
 * the current body is missing. `"settings"` means that the other body differs from the current one
 * in other fields. Null if the day lacks nothing, or if Pinterest no longer has its data. If the
 * body with which the day was loaded is not in `earlierBodies`, all columns count as missing.
 */
export function missingFrom(
  stamp: string,
  { body, requested, earlierBodies }: Pick<DaysContext, "body" | "requested" | "earlierBodies">,
): "columns" | "settings" | null {
  const [loadedBy] = partsOf(stamp);
  if (loadedBy === body || loadedBy === UNAVAILABLE) return null;
  const before = Object.hasOwn(earlierBodies, loadedBy) ? earlierBodies[loadedBy] : undefined;
  if (!requested.columns.every((name) => before?.columns.includes(name))) return "columns";
  return before?.settings === requested.settings ? null : "settings";
}

/**
 * Returns the stamp of a loaded day: `body`, the fingerprint of the body that loaded the day, and
 * the day of the run in `YYYY-MM-DD` format. `today` is the day of the run in days since
 * 1970-01-01.
 */
export function stampOf(body: string, today: number): string {
  return `${body} ${isoDay(today)}`;
}

/**
 * Returns the stamp of a day whose data Pinterest no longer has. `today` is the day of the run in
 * days since 1970-01-01. Later runs count the day as missing, so they may request it again.
 */
export function unavailableStamp(today: number): string {
  return stampOf(UNAVAILABLE, today);
}

/** Whether the stamp says that Pinterest no longer had the day's data. */
function isUnavailable(stamp: string): boolean {
  return partsOf(stamp)[0] === UNAVAILABLE;
}

/**
 * Splits a stamp into the fingerprint of the body and the day of the run. If the stamp has no valid
 * day, the day of the run is minus infinity, so the stamped day is read again.
 */
function partsOf(stamp: string): readonly [body: string, on: number] {
  const [body = "", day] = stamp.split(" ");
  const on = dayNumber(day);
  return [body, Number.isNaN(on) ? Number.NEGATIVE_INFINITY : on];
}

/**
 * Divides the days into windows of at most `maxDays` days, oldest first. Days are `YYYY-MM-DD`, and
 * both ends are included. Only the last window may be shorter. Yields nothing if `from` is after
 * `to`.
 */
export function* windowsOf(
  { from, to }: { readonly from: string; readonly to: string },
  maxDays: number,
): Generator<{ readonly from: string; readonly to: string }> {
  const last = dayNumber(to);
  for (let first = dayNumber(from); first <= last; first += maxDays)
    yield { from: isoDay(first), to: isoDay(Math.min(last, first + maxDays - 1)) };
}

/** Joins consecutive days into ranges. `days` must be in ascending order, without duplicates. */
export function rangesOf(days: readonly number[]): readonly DayRange[] {
  const ranges: { first: number; last: number }[] = [];
  for (const day of days) {
    const range = ranges.at(-1);
    if (range !== undefined && day === range.last + 1) range.last = day;
    else ranges.push({ first: day, last: day });
  }
  return ranges;
}

/**
 * Returns a digest of a body, as 16 hexadecimal digits. The order of members does not matter, nor
 * does the order of values in top-level lists such as `columns`. The order does matter in lists of
 * objects and in lists inside objects. Repeated values matter too. The body must be JSON data.
 */
export async function fingerprintOf(body: Readonly<Record<string, unknown>>): Promise<string> {
  const members = Object.entries(body).map(([name, value]) => [
    name,
    isListOfValues(value) ? [...value].sort() : value,
  ]);
  const text = JSON.stringify(Object.fromEntries(members), (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  const digest = new Uint8Array(
    await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)),
  );
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether a value is a list that contains no objects, lists or nulls. */
function isListOfValues(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((item) => typeof item !== "object");
}

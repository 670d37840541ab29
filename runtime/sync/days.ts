import { dayNumber, isoDay } from "../validation/dates.js";
import type { RequestedRows } from "./target.js";

/** First and last day of a range, as numbers of days since 1970. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** What is known of the days of a table when a run begins. Days are numbers since 1970. */
export interface DaysContext {
  /** The stamps of the days that the target has, by day as `YYYY-MM-DD`. */
  readonly loaded: ReadonlyMap<string, string>;
  /** Fingerprint of the body. */
  readonly body: string;
  /** What the body asks for. */
  readonly requested: RequestedRows;
  /** What the bodies have asked for that have loaded days, by their fingerprints. */
  readonly formerly: Readonly<Record<string, RequestedRows>>;
  readonly today: number;
  /** Number of days before today that may still change. */
  readonly lookback: number;
  /**
   * First day of the table, from which on each account's days are loaded; undefined if no run has
   * decided it.
   */
  readonly begin: number | undefined;
  /** Undefined for the first day of the table, or for an earlier one that may change. */
  readonly since: number | undefined;
  readonly full: boolean;
  /** Whether days that lack a column of the body are read again. */
  readonly backfill: boolean;
  /** Whether the accounts could be listed: else their rows would lack the same again. */
  readonly isListed: boolean;
}

/**
 * The days of a table that a run reads, and those that it leaves. Each range is as long as it can
 * be.
 */
export interface DaysToRead {
  /** Days that are missing, or that may have changed. */
  readonly read: readonly DayRange[];
  /** Days that lack a column of the body. */
  readonly backfill: readonly DayRange[];
  /** Days that another body has loaded, and that stay. */
  readonly outdated: readonly DayRange[];
}

/**
 * What is stored with a day whose rows lack the facts of their account, since the accounts could
 * not be listed: the next run reads it again.
 */
export const UNLISTED = "unlisted";

/** In place of a fingerprint: the day is missing, and Pinterest no longer had it. */
const NOT_OFFERED = "not-offered";

/**
 * Number of days before today that are planned by themselves: more than Pinterest has data of. What
 * a row of the state says of others is not believed, since it decides how many days are read.
 */
const MOST_DAYS = 1_000;

/**
 * The days to read: those that are missing from `since` to yesterday, those that may have changed
 * since they were read, and those that lack a column. A day may change until `lookback` days after
 * it, so that one that was read earlier is read again, also if the runs of that time failed. One
 * that was read by a clock ahead of this one is read again, too. Of a day that is none, that is not
 * over, or that is longer ago than 1,000 days and `since`, nothing is known.
 */
export function daysToRead({
  loaded,
  today,
  lookback,
  begin = today,
  since,
  ...context
}: DaysContext): DaysToRead {
  const oldest = Math.min(today - MOST_DAYS, since ?? today);
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
    if (stamp === undefined || isNotOffered(stamp)) {
      if (day >= first) read.push(day);
      continue;
    }
    const [, on] = partsOf(stamp);
    const isWaiting = stamp === UNLISTED && !context.isListed && day < today - lookback;
    if (isWaiting && !context.full) continue;
    if (context.full || on < day + lookback || on > today) read.push(day);
    else {
      const lack = lackOf(stamp, context);
      if (lack === "columns" && context.backfill) backfill.push(day);
      else if (lack !== null) outdated.push(day);
    }
  }
  return { read: rangesOf(read), backfill: rangesOf(backfill), outdated: rangesOf(outdated) };
}

/** What the rows of a day lack by the body that loaded them; null if nothing. */
export function lackOf(
  stamp: string,
  { body, requested, formerly }: Pick<DaysContext, "body" | "requested" | "formerly">,
): "columns" | "settings" | null {
  const [loadedBy] = partsOf(stamp);
  if (loadedBy === body || loadedBy === NOT_OFFERED) return null;
  const before = Object.hasOwn(formerly, loadedBy) ? formerly[loadedBy] : undefined;
  // Of an unknown body, nothing is known to be there.
  if (!requested.columns.every((name) => before?.columns.includes(name))) return "columns";
  return before?.settings === requested.settings ? null : "settings";
}

/**
 * What is stored with a day: the fingerprint of the body that loaded it, and the day of the run.
 */
export function stampOf(body: string, today: number): string {
  return `${body} ${isoDay(today)}`;
}

/** What is stored with a day that Pinterest no longer has. */
export function notOfferedStamp(today: number): string {
  return stampOf(NOT_OFFERED, today);
}

/** Whether the stamp says that Pinterest no longer had the day. */
function isNotOffered(stamp: string): boolean {
  return partsOf(stamp)[0] === NOT_OFFERED;
}

/**
 * The fingerprint of the body, and the day of the run; of an unknown stamp, a day that makes its
 * day be read again.
 */
function partsOf(stamp: string): readonly [body: string, on: number] {
  const [body = "", day] = stamp.split(" ");
  const on = dayNumber(day);
  return [body, Number.isNaN(on) ? Number.NEGATIVE_INFINITY : on];
}

/** The days in windows of at most so many days. */
export function* windowsOf(
  { from, to }: { readonly from: string; readonly to: string },
  mostDays: number,
): Generator<{ readonly from: string; readonly to: string }> {
  const last = dayNumber(to);
  for (let first = dayNumber(from); first <= last; first += mostDays)
    yield { from: isoDay(first), to: isoDay(Math.min(last, first + mostDays - 1)) };
}

/** Days in ascending order as ranges. */
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
 * A digest of a body that does not depend on the order of its members, nor on that of its lists,
 * such as its columns, as 16 hexadecimal digits. The body is JSON.
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

function isListOfValues(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((item) => typeof item !== "object");
}

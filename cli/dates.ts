import { dayNumber, dayOfMonth, isoDay, utcToday } from "../runtime/validation/dates.js";
import { pluralize } from "../runtime/validation/wording.js";
import { Usage } from "./terminal/usage.js";

const MAX_DAYS = 36_500;

/** The flags that select a report's days. */
export interface DayFlags {
  /** `30d` or `4w`: the 30 days or 4 weeks that end the day before `today`; 1 to 36,500 days. */
  readonly since?: string | undefined;
  readonly lastMonth?: boolean;
  /** The first day: `YYYY-MM-DD`. */
  readonly start?: string | undefined;
  /** The last day: `YYYY-MM-DD`. */
  readonly end?: string | undefined;
  /** The day that `since` and `lastMonth` count from: `YYYY-MM-DD`, in UTC; default: today. */
  readonly today?: string | undefined;
}

/** The body fields that the flags set; empty if no flag sets any. */
export interface Days {
  readonly start_date?: string;
  readonly end_date?: string;
}

/**
 * The days that the flags select; empty if no flag selects days. `since`, such as `30d` or `4w`,
 * selects that many days or weeks through the day before `today`. `lastMonth` selects the calendar
 * month before the month of `today`. `start` and `end` are used as they are, even if only one is
 * set. Throws `Usage` for an invalid value, a start after the end, or flags that cannot be
 * combined.
 */
export function daysFrom({ since, lastMonth = false, start, end, today }: DayFlags): Days {
  if (today !== undefined) checkDay("--today", today);
  const selections = [
    since !== undefined,
    lastMonth,
    start !== undefined || end !== undefined,
  ].filter(Boolean).length;
  if (selections > 1)
    throw new Usage(
      "--since, --last-month and --start/--end cannot be combined",
      "Use only one of the three.",
    );
  const todayNumber = today === undefined ? utcToday() : dayNumber(today);
  if (since !== undefined)
    return { start_date: isoDay(todayNumber - daysIn(since)), end_date: isoDay(todayNumber - 1) };
  if (lastMonth) return monthBefore(todayNumber);
  if (start !== undefined) checkDay("--start", start);
  if (end !== undefined) checkDay("--end", end);
  if (start !== undefined && end !== undefined && start > end)
    throw new Usage(`--start ${start} is after --end ${end}`, "Swap them.");
  return {
    ...(start !== undefined && { start_date: start }),
    ...(end !== undefined && { end_date: end }),
  };
}

/**
 * Replaces a body's `start_date` and `end_date` with the values in `days`. A missing value leaves
 * the body's field unchanged. Returns a shallow copy, or the body itself if it is not an object or
 * `days` is empty.
 */
export function withDays(body: unknown, days: Days): unknown {
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  return isObject && Object.keys(days).length > 0 ? { ...body, ...days } : body;
}

/**
 * A one-line hint for a body without days. `isReport` is true for a report's body, which `run`
 * accepts, and false for the request of another call.
 *
 * Null in these cases:
 * - The body has a start_date or an end_date, or is not an object.
 * - `violations` has no error for start_date, so the body does not need days.
 */
export function daysHint(
  body: unknown,
  violations: readonly { readonly path: string; readonly severity: "error" | "warning" }[],
  isReport: boolean,
): string | null {
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  if (!isObject || "start_date" in body || "end_date" in body) return null;
  if (!violations.some(({ path, severity }) => path === "/start_date" && severity === "error"))
    return null;
  const commands = isReport ? "run and plan accept" : "plan accepts";
  return `The body has no dates: ${commands} them as --since 7d, --last-month, or --start and --end.`;
}

/**
 * Throws `Usage` if the flags set only one of start_date and end_date, and the body does not set
 * the other. Does not check the values.
 */
export function checkBoth(body: unknown, { start_date: start, end_date: end }: Days): void {
  const { start_date: ownStart, end_date: ownEnd } = (body ?? {}) as {
    readonly start_date?: unknown;
    readonly end_date?: unknown;
  };
  const [supplied, missing, field] =
    end === undefined ? ["--start", "--end", "end_date"] : ["--end", "--start", "start_date"];
  if (
    (start === undefined) === (end === undefined) ||
    (end === undefined ? ownEnd : ownStart) !== undefined
  )
    return;
  throw new Usage(
    `${supplied} needs ${missing}: the body has no ${field}`,
    `Add ${missing}, for example ${missing} 2026-03-08.`,
  );
}

/**
 * Formats the days of a body: `2026-03-01 to 2026-03-07, 7 days`. Null unless both dates are
 * calendar days. Does not check their order.
 */
export function daysOf(body: unknown): string | null {
  const { start_date: start, end_date: end } = (body ?? {}) as {
    readonly start_date?: unknown;
    readonly end_date?: unknown;
  };
  if (!isDay(start) || !isDay(end)) return null;
  return `${start} to ${end}, ${pluralize(dayNumber(end) - dayNumber(start) + 1, "day")}`;
}

/**
 * Throws `Usage` unless `text` is a calendar day in `YYYY-MM-DD` format. `flag` appears in the
 * message.
 */
export function checkDay(flag: string, text: string): void {
  if (!isDay(text)) throw new Usage(`${flag} ${text} is not a date`, "Write it as 2026-03-08.");
}

/** Whether a value is a calendar day in `YYYY-MM-DD` format. */
function isDay(text: unknown): text is string {
  return !Number.isNaN(dayNumber(text));
}

/** The number of days in a span such as `30d` or `4w`. Throws `Usage` for anything else. */
function daysIn(since: string): number {
  const [, count = "", unit] = /^(\d{1,5})([dw])$/.exec(since) ?? [];
  const days = Number(count) * (unit === "w" ? 7 : 1);
  if (unit !== undefined && days > 0 && days <= MAX_DAYS) return days;
  throw new Usage(
    `--since ${since} is not a valid number of days`,
    "Use 30d for the 30 days before today, or 4w for four weeks.",
  );
}

/** The first and last day of the month before a day. */
function monthBefore(todayNumber: number): Days {
  const lastDay = todayNumber - dayOfMonth(todayNumber);
  return { start_date: isoDay(lastDay - dayOfMonth(lastDay) + 1), end_date: isoDay(lastDay) };
}

import { dayNumber, dayOfMonth, isoDay, utcToday } from "../runtime/validation/dates.js";
import { pluralize } from "../runtime/validation/wording.js";
import { Usage } from "./terminal/usage.js";

const MOST_DAYS = 36_500;

/** The flags that select the days of a report. */
export interface DayFlags {
  /** `30d` or `4w`: that many days or weeks (1 to 36,500 days) up to and including yesterday. */
  readonly since?: string | undefined;
  readonly lastMonth?: boolean;
  /** `YYYY-MM-DD`. */
  readonly start?: string | undefined;
  /** `YYYY-MM-DD`, inclusive. */
  readonly end?: string | undefined;
  /**
   * `YYYY-MM-DD`, in UTC: the day that `since` and `lastMonth` count from; default: the current
   * day.
   */
  readonly today?: string | undefined;
}

/** Fields of the body that are set by flags; empty without such flags. */
export interface Days {
  readonly start_date?: string;
  readonly end_date?: string;
}

/**
 * The days that the flags select; an empty object without these flags. `since` ends on the day
 * before `today`; `lastMonth` is the whole calendar month before that of `today`; `start` and `end`
 * are taken unchanged, one of them also alone. Throws `Usage` for an invalid value, a start after
 * the end, or more than one of `since`, `lastMonth`, and `start` with `end`.
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
      "--since, --last-month, and --start with --end cannot be combined",
      "Use only one of the three.",
    );
  const todayNumber = today === undefined ? utcToday() : dayNumber(today);
  if (since !== undefined)
    return { start_date: isoDay(todayNumber - daysIn(since)), end_date: isoDay(todayNumber - 1) };
  if (lastMonth) return monthBefore(todayNumber);
  if (start !== undefined) checkDay("--start", start);
  if (end !== undefined) checkDay("--end", end);
  if (start !== undefined && end !== undefined && start > end)
    throw new Usage(`--start ${start} is after --end ${end}`, "Swap the two.");
  return {
    ...(start !== undefined && { start_date: start }),
    ...(end !== undefined && { end_date: end }),
  };
}

/**
 * A shallow copy of the body with `start_date` and `end_date` of `days` in place of its own; one
 * that `days` lacks stays. The body itself if it is not an object, is an array, or `days` is empty.
 */
export function withDays(body: unknown, days: Days): unknown {
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  return isObject && Object.keys(days).length > 0 ? { ...body, ...days } : body;
}

/**
 * What to do about a body without days, in one line. `isReport` is whether it is the body of a
 * report, which `run` takes, or the request of another call. Null if the body is not an object, has
 * a start_date or an end_date, or if none of its violations is an error of its start_date: such a
 * body needs no days.
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
  const commands = isReport ? "run and plan take" : "plan takes";
  return `The body has no days: ${commands} them as --since 7d, --last-month, or --start and --end.`;
}

/**
 * Throws `Usage` if the flags set only one of start_date and end_date and the body does not have
 * the other. Does nothing if the flags set both or neither; the values are not checked.
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
    `Give ${missing} too, such as ${missing} 2026-03-08.`,
  );
}

/**
 * The days of a body as text: `2026-03-01 to 2026-03-07, 7 days`. Null unless its start_date and
 * end_date are days of the calendar; their order is not checked.
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
 * Throws `Usage` unless `text` is a day of the calendar, as `YYYY-MM-DD`. `flag` is named in the
 * message.
 */
export function checkDay(flag: string, text: string): void {
  if (!isDay(text)) throw new Usage(`${flag} ${text} is not a day`, "Use the form 2026-03-08.");
}

function isDay(text: unknown): text is string {
  return !Number.isNaN(dayNumber(text));
}

function daysIn(since: string): number {
  const [, count = "", unit] = /^(\d{1,5})([dw])$/.exec(since) ?? [];
  const days = Number(count) * (unit === "w" ? 7 : 1);
  if (unit !== undefined && days > 0 && days <= MOST_DAYS) return days;
  throw new Usage(
    `--since ${since} is not a number of days`,
    "Write 30d for the 30 days before today, or 4w for weeks.",
  );
}

function monthBefore(todayNumber: number): Days {
  const lastDay = todayNumber - dayOfMonth(todayNumber);
  return { start_date: isoDay(lastDay - dayOfMonth(lastDay) + 1), end_date: isoDay(lastDay) };
}

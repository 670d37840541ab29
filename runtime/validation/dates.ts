const MS_PER_DAY = 86_400_000;

/**
 * Returns the number of days from 1970-01-01 to a day (`YYYY-MM-DD`). It is negative for earlier
 * days, and NaN for any other value, including days that do not exist.
 */
export function dayNumber(value: unknown): number {
  if (
    typeof value !== "string" ||
    value.length !== 10 ||
    value.charCodeAt(4) !== 45 ||
    value.charCodeAt(7) !== 45
  )
    return Number.NaN;
  const year = 100 * twoDigits(value, 0) + twoDigits(value, 2);
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)))
    return Number.NaN;
  // Years start in March here, so that a leap day is the last day of its year.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/**
 * Whether a string is an RFC 3339 time, such as `2026-03-01T09:30:00.5+01:00`. The string must
 * contain a calendar day, a time of day and an offset. Lowercase letters are accepted, and so is a
 * space instead of the T, as the RFC allows. Second 60 is accepted where a leap second is possible:
 * at the end of a day in UTC.
 */
export function isDateTime(text: string): boolean {
  const [, hour, minute, second, offset = ""] = TIME.exec(text.slice(10)) ?? [];
  if (hour === undefined || Number.isNaN(dayNumber(text.slice(0, 10)))) return false;
  const sign = offset.startsWith("-") ? -1 : 1;
  const [offsetHours = 0, offsetMinutes = 0] = offset.slice(1).split(":").map(Number);
  if (Number(hour) > 23 || Number(minute) > 59 || offsetHours > 23 || offsetMinutes > 59)
    return false;
  if (Number(second) < 60) return true;
  const inUtc = Number(hour) * 60 + Number(minute) - sign * (offsetHours * 60 + offsetMinutes);
  return Number(second) === 60 && (inUtc + 1440) % 1440 === 1439;
}

/** The part of an RFC 3339 time after the day. */
const TIME = /^[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|([+-]\d\d:\d\d))$/;

/**
 * Returns the day that is `day` days after 1970-01-01, in `YYYY-MM-DD` format. Valid for the years
 * 0 to 9999. A fraction is rounded down. Throws a `RangeError` for NaN or a number beyond the range
 * of `Date`.
 */
export function isoDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * Returns the number of the current UTC day; 1970-01-01 is 0. `nowMs` is the time in milliseconds
 * since 1970. Default: the current time.
 */
export function utcToday(nowMs: number = Date.now()): number {
  return Math.floor(nowMs / MS_PER_DAY);
}

/** Returns the day of the month (1 to 31) of a day number. */
export function dayOfMonth(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCDate();
}

/**
 * A length of time. A limit in months or years can be interpreted in several ways, because months
 * and years vary in length.
 */
export interface Span {
  readonly amount: number;
  readonly unit: "day" | "month" | "year";
}

/**
 * Returns the minimum and maximum number of days in a span. Both are equal for a span in days; 2
 * months are 58 to 62 days.
 */
export function daysIn({ amount, unit }: Span): { readonly min: number; readonly max: number } {
  if (unit === "day") return { min: amount, max: amount };
  if (unit === "month")
    return { min: Math.floor((amount * 365) / 12) - 2, max: Math.ceil((amount * 366) / 12) + 1 };
  return { min: Math.floor(amount * 365), max: Math.ceil(amount * 366) };
}

/** Parses two digits at `index`; NaN if one of them is not a digit. */
function twoDigits(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

/** The number of days in a month. `month` counts from 1. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

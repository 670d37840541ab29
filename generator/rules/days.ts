import type { Field, Type } from "../model/model.js";
import type { Shape } from "./kind.js";

/** Days with various months, years and digits, for trying out date patterns. */
export const SOME_DAYS: readonly string[] = [
  "2019-12-31",
  "2024-02-29",
  "2025-06-07",
  "2026-11-30",
  "2030-10-10",
];

/**
 * Whether the pattern, compiled with the flag `u`, matches part of a string. True if there is no
 * pattern, or if JavaScript cannot compile it.
 */
export function matches(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}

/** Whether a value is a string such as 2025-06-07. The day need not exist. */
export function isDayShaped(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/**
 * Whether a value of the field can be a date in YYYY-MM-DD format.
 *
 * True for a string, a union, any JSON, or listed values that include such a date, even if
 * nullable. False for a list, for the format `date-time`, and if the pattern or the length limits
 * exclude all of `SOME_DAYS`. A rule about other values, such as YYYYMMDD, would never apply.
 */
export function isDay({ type, limits }: Field, shape: Shape): boolean {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = limits;
  const [example = ""] = SOME_DAYS;
  const fits = example.length >= minLength && example.length <= maxLength;
  return (
    format !== "date-time" &&
    fits &&
    SOME_DAYS.some((day) => matches(pattern, day)) &&
    canBeDay(type, shape)
  );
}

/**
 * Whether a value of the type can be a date. True for strings, unions, and enums with at least one
 * date.
 */
function canBeDay(type: Type, shape: Shape): boolean {
  if (type.kind === "nullable") return canBeDay(type.of, shape);
  if (type.kind === "enum" || type.kind === "constant")
    return shape.values(type)?.some(isDayShaped) === true;
  return ["string", "union", "any"].includes(type.kind);
}

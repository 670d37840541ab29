import type { Condition, Rule } from "../validation/rule.js";
import type { Asked, Body } from "./types.js";

/** The rules that apply to a body, of one kind. */
export function applying({ body, facts }: Pick<Asked, "body" | "facts">, kind: string): readonly Rule[] {
  return facts.rules.filter((rule) => rule.kind === kind && rule.when.every((condition) => holds(condition, body, facts.defaults)));
}

/** Whether a condition holds: about the value with its default filled in; `present` is about what was written. */
export function holds(condition: Condition, body: Body, defaults: Readonly<Record<string, unknown>>): boolean {
  const written = body[condition.field];
  if ("present" in condition) return (written !== undefined) === condition.present;
  const value = written ?? defaults[condition.field];
  if ("is" in condition) return condition.is.some((one) => one === value);
  return !condition.isNot.some((one) => one === value);
}

/** A span in days. Months and years differ in length, so there are two readings; the planner takes the tighter, whichever that is. */
export function daysOf({ params: { amount, unit } }: Rule): { readonly least: number; readonly most: number } {
  const count = Number(amount);
  if (unit === "month") return { least: Math.floor((count * 365) / 12) - 2, most: Math.ceil((count * 366) / 12) + 1 };
  return unit === "year" ? { least: Math.floor(count * 365), most: Math.ceil(count * 366) } : { least: count, most: count };
}

/** The fields that hold first and last day, and the hours within them. */
export interface RangeFields {
  readonly start: string;
  readonly end: string;
  readonly startHour: string | null;
  readonly endHour: string | null;
}

/** As the rules name them; null when no rule is about a range. */
export function rangeFields(rules: readonly Rule[]): RangeFields | null {
  const range = rules.find(({ params }) => typeof params.start === "string" && typeof params.end === "string")?.params;
  if (range === undefined) return null;
  const hours = rules.find(({ kind }) => kind === "hour-order")?.params;
  const name = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return { start: String(range.start), end: String(range.end), startHour: name(hours?.startHour), endHour: name(hours?.endHour) };
}

import type { Entry } from "./kind.js";

/** A member that must be a text. */
export function text(entry: Entry, member: string): string {
  const value = entry[member];
  if (typeof value !== "string" || value === "") throw new TypeError(`needs \`${member}\`: a text`);
  return value;
}

/** A member that must be a positive number. */
export function amount(entry: Entry, member: string): number {
  const value = entry[member];
  if (typeof value !== "number" || !(value > 0)) throw new TypeError(`needs \`${member}\`: a number above 0`);
  return value;
}

/** A member that must be a list of texts, at least one. */
export function texts(entry: Entry, member: string): readonly string[] {
  const value = entry[member];
  if (!Array.isArray(value) || value.length === 0 || !value.every((item) => typeof item === "string")) {
    throw new TypeError(`needs \`${member}\`: a list of texts`);
  }
  return value;
}

/** How long a window is. Months and years differ in length, so a limit in them has more than one reading. */
export interface Span {
  readonly amount: number;
  readonly unit: "day" | "month" | "year";
}

export function span(entry: Entry): Span {
  const unit = entry.unit;
  if (unit !== "day" && unit !== "month" && unit !== "year") throw new TypeError("needs `unit`: day, month or year");
  return { amount: amount(entry, "amount"), unit };
}

/** The days of a span in its tightest and in its widest reading. Two months have 59 to 62 days, wherever they begin. */
export function daysOf({ amount, unit }: Span): { readonly least: number; readonly most: number } {
  if (unit === "day") return { least: amount, most: amount };
  if (unit === "month") return { least: Math.floor((amount * 365) / 12) - 2, most: Math.ceil((amount * 366) / 12) + 1 };
  return { least: Math.floor(amount * 365), most: Math.ceil(amount * 366) };
}

/** "3 days", "1 year". */
export function spanInWords({ amount, unit }: Span): string {
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

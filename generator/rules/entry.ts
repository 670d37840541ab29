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

/** How long a window is. A year has 365 or 366 days, so a limit in years has two readings. */
export interface Span {
  readonly amount: number;
  readonly unit: "day" | "year";
}

export function span(entry: Entry): Span {
  const unit = entry.unit;
  if (unit !== "day" && unit !== "year") throw new TypeError("needs `unit`: day or year");
  return { amount: amount(entry, "amount"), unit };
}

/** The days of a span in its tightest and in its widest reading. */
export function daysOf({ amount, unit }: Span): { readonly least: number; readonly most: number } {
  return unit === "day" ? { least: amount, most: amount } : { least: Math.floor(amount * 365), most: Math.ceil(amount * 366) };
}

/** "3 days", "1 year". */
export function spanInWords({ amount, unit }: Span): string {
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

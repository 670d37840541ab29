import type { View } from "../code.js";
import type { Condition, Field, Severity, Type } from "../model/model.js";

/** A way to break a rule, said without any notation: what the body is like then. The rule's own `when` comes on top. */
export interface Breach {
  /** Readings of the prose differ here, so it only warns, however severe the rule is. */
  readonly edge: boolean;
  readonly body: Formula;
}

/** What a body can be like. Whatever says it in a notation of its own may meet a formula that the notation cannot say. */
export type Formula =
  | Condition
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  /** A list with at least one of these values in it. */
  | { readonly field: string; readonly holds: readonly string[] }
  /** A list with at least one text in it that the pattern fits. */
  | { readonly field: string; readonly matching: string }
  /** Written like a day, but the calendar has no such day. */
  | { readonly field: string; readonly noDay: true }
  | Distance;

/** From one point to another it is at least, or at most, so much. Never holds when a field is not there or is no day of the calendar. */
export interface Distance {
  readonly from: Point;
  readonly to: Point;
  readonly least?: number;
  readonly most?: number;
}

/** The days of fields and fixed days are counted in days, numbers of fields in whatever they count. */
export type Point =
  | { readonly day: string }
  | { readonly number: string }
  | { readonly date: string }
  /** The day of the request, in UTC. */
  | "today";

/** Breaches of "at most so far apart": an error beyond the widest reading, a warning from the tightest to the widest. */
export function beyond({ from, to }: Distance, limit: { readonly least: number; readonly most: number }): readonly Breach[] {
  const [least, most] = [Math.ceil(limit.least), Math.floor(limit.most)];
  const edge: Breach = { edge: true, body: { from, to, least, most } };
  return [{ edge: false, body: { from, to, least: most + 1 } }, ...(least <= most ? [edge] : [])];
}

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

/** One kind of cross-field rule. Adding one: a module here, a partial in templates/rules, a test in test/rules, a line in kinds.ts. */
export interface RuleKind<Params extends object = object> {
  /** As written in `x-rules` and rules.yaml, and the name of its partial. */
  readonly name: string;
  /** Whether `when` says when the rule applies, or when the field is allowed. */
  readonly when: "applies" | "allows";
  /** There where rules of the kind never stop a request, however sure they are. */
  readonly severity?: "warning";
  /** The YAML entry as parameters, nothing else in them. Throws a TypeError that says what is missing. */
  parse(entry: Entry, shape: Shape): Params;
  /** The fields that it reads, besides those of `when`. A field that the body does not have stops generation. */
  fields(params: Params): readonly string[];
  /** Those among the fields that it reads as calendar days. */
  days(params: Params): readonly string[];
  /** What else is wrong with the rule for this body, which has its fields, such as a value that the enum does not have. */
  check(params: Params, shape: Shape): readonly string[];
  /** The parameters without values that this body does not have, and what they are then without; by default they have none. */
  narrow?(params: Params, shape: Shape): { readonly params: Params; readonly lacks: readonly string[] };
  /** Whether the schema of this body says the same already, so that the rule would say it twice; never, by default. */
  implied?(params: Params, shape: Shape): boolean;
  /** The rule as a clause: fields and limit; a warning says what may happen. The condition follows by itself ("… when granularity is HOUR"). */
  message(params: Params, shape: Shape, severity: Severity): string;
  /** What its partial is given, besides `id`, `severity` and `says`. */
  view(params: Params, shape: Shape, severity: Severity): Readonly<Record<string, View>>;
  /** How the compiler refuses what certainly breaks the rule; null where types cannot see it, as with days. */
  type(params: Params): TypeCheck | null;
  /** The ways to break the rule, for notations that others read. What a notation cannot say is left out there by name. */
  breaches(params: Params): readonly Breach[];
  /** Of some columns those that it is about, where it bars none of them. */
  concerns?(params: Params, names: readonly string[]): readonly string[];
  /** What its partial calls from the support entry. */
  readonly uses: readonly ("isDayShaped" | "onEdge" | "violation")[];
  /** Whether its partial reads `today`. */
  readonly today: boolean;
}

/** A certain violation in terms of types. The rule's own `when` comes on top. */
export interface TypeCheck {
  /** Each list must have at least one condition that surely holds. */
  readonly certain: readonly (readonly Condition[])[];
  /** The field at which the compiler complains; null for the request itself. */
  readonly at: string | null;
  /** For a list: the items that it complains about; otherwise the whole field. */
  readonly items?: { readonly values: readonly string[]; readonly says: string };
}

export type Entry = Readonly<Record<string, unknown>>;

/** The body that a rule is about. */
export interface Shape {
  field(name: string): Field | undefined;
  /** The values that a field, or an array field's items, may have; null where any goes. */
  values(type: Type): readonly (string | number)[] | null;
}

/** Whether a field is a list, which may be null. */
export function isList(type: Type | undefined): boolean {
  return type?.kind === "nullable" ? isList(type.of) : type?.kind === "array";
}

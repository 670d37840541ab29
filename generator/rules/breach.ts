import type { Condition } from "../model/rule.js";

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

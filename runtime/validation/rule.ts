/** A cross-field rule as data, for forms, docs and planners that show or use it. */
export interface Rule {
  /** Public and stable; part of every violation of the rule. */
  readonly id: string;
  /**
   * Kind of rule, such as `max-range` or `forbidden-when`; it determines the content of `params`.
   */
  readonly kind: string;
  readonly severity: "error" | "warning";
  /**
   * The type with the rule's fields, if it is an object inside the request. The rule is checked
   * wherever the request has such an object, and each violation has that object's path.
   */
  readonly object?: string;
  /** The rule in words. */
  readonly message: string;
  /** Conditions that must all hold for the rule to apply; if empty, it always applies. */
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
  /**
   * Last version of the description that states the rule. Set if a newer version does not; the rule
   * is then a warning.
   */
  readonly until?: string;
  /** Why the rule is enforced, if Pinterest's description does not state it. */
  readonly reason?: string;
  /** The source, if Pinterest's description does not state the rule; `nowhere` if none is known. */
  readonly seenIn?: string;
  /** The day on which the source was read, as YYYY-MM-DD. */
  readonly seenOn?: string;
  /** Where the description states the rule: JSON pointer and fingerprint of the sentence. */
  readonly sources: readonly { readonly at: string; readonly fingerprint: string }[];
}

/**
 * Condition on a field. `is` and `isNot` are about the value after defaults are filled in,
 * `present` is about what the caller wrote. `isNot` also holds for a missing field.
 */
export type Condition =
  | { readonly field: string; readonly is: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly isNot: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly present: boolean };

/**
 * Whether a condition holds for a body: `is`, if the field has one of the values; `isNot`, if it
 * has none of them. For a missing field (undefined or null), the value is that of `defaults`, which
 * the API assumes. `present` ignores `defaults`: true holds unless the field is undefined, false
 * only if it is.
 */
export function holds(
  condition: Condition,
  body: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): boolean {
  const givenValue = body[condition.field];
  if ("present" in condition) return (givenValue !== undefined) === condition.present;
  const value = givenValue ?? defaults[condition.field];
  if ("is" in condition) return condition.is.some((candidate) => candidate === value);
  return !condition.isNot.some((candidate) => candidate === value);
}

/** A statement about a body. Some notations cannot express every formula. */
export type Formula =
  | Condition
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  /** A list with at least one of these values. */
  | { readonly field: string; readonly holds: readonly string[] }
  /** A list with at least one string that matches the pattern. */
  | { readonly field: string; readonly matching: string }
  /** Text in the format of a date that is not a calendar date. */
  | { readonly field: string; readonly noDay: true }
  | Distance;

/**
 * The distance between two points is at least, or at most, so much. Never holds when a field is
 * absent or not a calendar date.
 */
export interface Distance {
  readonly from: Point;
  readonly to: Point;
  readonly min?: number;
  readonly max?: number;
}

/** Date fields and fixed dates are counted in days, number fields in their own unit. */
export type Point =
  | { readonly day: string }
  | { readonly number: string }
  | { readonly date: string }
  /** The day of the request, in UTC. */
  | "today";

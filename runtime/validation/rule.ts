import { innerField } from "./checks.js";

/** A cross-field rule, as data for forms, docs and planners. */
export interface Rule {
  /** Stable public id. Violations of this rule contain the id as `rule`. */
  readonly id: string;
  /**
   * Kind of rule, such as `max-range` or `forbidden-when`. It determines the content of `params`.
   */
  readonly kind: string;
  readonly severity: "error" | "warning";
  /**
   * The type of the nested object that has the rule's fields. Unset for a rule about the body
   * itself. The rule is checked for each object of this type, and a violation's path is the
   * object's path.
   */
  readonly object?: string;
  /** The rule in words. */
  readonly message: string;
  /** Conditions that must all hold for the rule to apply. If empty, the rule always applies. */
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
  /**
   * Last version of the API description that states the rule. If set, newer versions do not state
   * the rule, and it is only a warning.
   */
  readonly until?: string;
  /** Why the rule is enforced, if Pinterest's API description does not state it. */
  readonly reason?: string;
  /** Source of a rule that Pinterest's API description does not state; `nowhere` if unknown. */
  readonly seenIn?: string;
  /** Day on which the source was read, in YYYY-MM-DD format. */
  readonly seenOn?: string;
  /**
   * Where the API description states the rule: the JSON pointer and fingerprint of each sentence.
   */
  readonly sources: readonly { readonly at: string; readonly fingerprint: string }[];
}

/**
 * A condition on a field. `is` and `isNot` use the value after defaults are filled in; `present`
 * uses the body as written. `isNot` also holds for a missing field.
 */
export type Condition =
  | { readonly field: string; readonly is: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly isNot: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly present: boolean };

/**
 * The value of a field that a rule names. A path such as `targeting.age` is a field inside another
 * field, unless the body has a field with that name. Undefined if the field is missing.
 */
export function fieldIn(field: string, body: Readonly<Record<string, unknown>>): unknown {
  const [first = "", ...steps] = Object.hasOwn(body, field) ? [field] : field.split(".");
  return innerField(body[first], steps);
}

/**
 * Whether a condition holds for a body. `is` holds if the field has one of the values, and `isNot`
 * if it has none of them. For a missing field (undefined or null), the value in `defaults` is used,
 * as in the API. `present` ignores `defaults`: `present: true` holds unless the field is undefined,
 * and `present: false` only if it is.
 */
export function holds(
  condition: Condition,
  body: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
): boolean {
  const givenValue = fieldIn(condition.field, body);
  if ("present" in condition) return (givenValue !== undefined) === condition.present;
  const value = givenValue ?? defaults[condition.field];
  if ("is" in condition) return condition.is.some((candidate) => candidate === value);
  return !condition.isNot.some((candidate) => candidate === value);
}

/** A logical formula about a body. */
export type Formula =
  | Condition
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  /** A list with at least one of these values. */
  | { readonly field: string; readonly holds: readonly string[] }
  /** A list with at least one string that matches the pattern. */
  | { readonly field: string; readonly matching: string }
  /** A string in date format that is not a calendar day. */
  | { readonly field: string; readonly noDay: true }
  | Distance;

/**
 * A minimum or maximum difference between two dates or numbers. Never holds if a field is absent or
 * not a calendar date.
 */
export interface Distance {
  readonly from: Point;
  readonly to: Point;
  readonly min?: number;
  readonly max?: number;
  /** Like `max`, but the number itself is excluded. For numbers with fractions. */
  readonly below?: number;
}

/** One end of a `Distance`. Dates are counted in days, number fields in their own unit. */
export type Point =
  | { readonly day: string }
  | { readonly number: string }
  | { readonly date: string }
  /** The day of the request, in UTC. */
  | "today";

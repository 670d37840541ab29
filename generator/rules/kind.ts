import type { Span } from "../../runtime/validation/dates.js";
import type { Distance, Formula } from "../../runtime/validation/rule.js";
import { pluralize } from "../../runtime/validation/wording.js";
import { type Code, joined, local, type View } from "../code.js";
import type { Condition, Field, Rule, Severity, Type } from "../model/model.js";

/**
 * One way to violate a rule, independent of any notation: what the body is like then. The rule's
 * own `when` applies in addition.
 */
export interface Breach {
  /** Readings of the prose differ here, so it only warns, whatever the rule's severity. */
  readonly edge: boolean;
  readonly body: Formula;
}

/**
 * The ways to exceed a maximum distance in days from `from` to `to`. More than `limit.max` (rounded
 * down) is an error by every reading; from `limit.min` (rounded up) to `limit.max` is an edge,
 * which only warns. Without a whole number in between there is no edge.
 */
export function maxDistanceBreaches(
  { from, to }: Distance,
  limit: { readonly min: number; readonly max: number },
): readonly Breach[] {
  const [min, max] = [Math.ceil(limit.min), Math.floor(limit.max)];
  const edge: Breach = { edge: true, body: { from, to, min, max } };
  return [{ edge: false, body: { from, to, min: max + 1 } }, ...(min <= max ? [edge] : [])];
}

/**
 * The member `member` of `entry`, a string that is not empty. Throws a `TypeError` if it is
 * anything else or missing.
 */
export function readText(entry: RuleEntry, member: string): string {
  const value = entry[member];
  if (typeof value !== "string" || value === "")
    throw new TypeError(`needs \`${member}\`: a string`);
  return value;
}

/**
 * The member `member` of `entry`, a number above 0, fractions included. Throws a `TypeError` if it
 * is anything else or missing.
 */
function readAmount(entry: RuleEntry, member: string): number {
  const value = entry[member];
  if (typeof value !== "number" || !(value > 0))
    throw new TypeError(`needs \`${member}\`: a number above 0`);
  return value;
}

/**
 * The member `member` of `entry`, a list of at least one string. Throws a `TypeError` if it is
 * anything else or missing.
 */
export function readTexts(entry: RuleEntry, member: string): readonly string[] {
  const value = entry[member];
  if (
    !Array.isArray(value) ||
    value.length === 0 ||
    !value.every((item) => typeof item === "string")
  ) {
    throw new TypeError(`needs \`${member}\`: a list of strings`);
  }
  return value;
}

/**
 * The members `amount`, a number above 0, and `unit`, which is day, month or year. Throws a
 * `TypeError` if one of them is anything else or missing.
 */
export function readSpan(entry: RuleEntry): Span {
  const unit = entry.unit;
  if (unit !== "day" && unit !== "month" && unit !== "year")
    throw new TypeError("needs `unit`: day, month or year");
  return { amount: readAmount(entry, "amount"), unit };
}

/** The amount with its unit, which has a plural "s" unless the amount is 1: "3 days", "1 year". */
export function spanInWords({ amount, unit }: Span): string {
  return pluralize(amount, unit);
}

/** JSON Schema of a member of an entry in rules.yaml. */
export type ParameterSchema = Readonly<Record<string, unknown>>;

export const FIELD: ParameterSchema = {
  type: "string",
  minLength: 1,
  description: "A field of the request.",
};
export const FIRST_DAY: ParameterSchema = {
  ...FIELD,
  description: "The field with the first date.",
};
export const LAST_DAY: ParameterSchema = { ...FIELD, description: "The field with the last date." };
export const VALUES: ParameterSchema = { type: "array", items: { type: "string" }, minItems: 1 };
/** The members that `span` reads. */
export const SPAN: Readonly<Record<string, ParameterSchema>> = {
  amount: { type: "number", exclusiveMinimum: 0, description: "The number of units." },
  unit: { enum: ["day", "month", "year"] },
};

/**
 * One kind of rule between fields. To add one: a module here, a partial in templates/rules, a test
 * in test/unit/rules, a line in kinds.ts.
 */
export interface RuleKind<Params extends object = object> {
  /** Name in `x-rules` and rules.yaml, and of its partial. */
  readonly name: string;
  /** Whether `when` says when the rule applies, or when the field is allowed. */
  readonly when: "applies" | "allows";
  /** Set when rules of this kind never stop a request, even when they are certain. */
  readonly severity?: "warning";
  /** JSON Schema of each member of an entry that is a parameter of this kind. */
  readonly parameters: Readonly<Record<string, ParameterSchema>>;
  /** Those of `parameters` that an entry may leave out. Default: none. */
  readonly optional?: readonly string[];
  /**
   * The parameters from the YAML entry, and nothing else. Throws a `TypeError` that says what is
   * missing.
   */
  parse(entry: RuleEntry, shape: Shape): Params;
  /**
   * The fields that the rule reads, besides those of `when`. A field that the body does not have
   * stops generation.
   */
  fields(params: Params): readonly string[];
  /** Those of `fields` that are read as calendar dates. */
  days(params: Params): readonly string[];
  /**
   * Other errors of the rule for this body, whose fields exist, such as a value that the enum does
   * not have.
   */
  check(params: Params, shape: Shape): readonly string[];
  /**
   * The parameters without values that this body does not have, and a message for each value
   * dropped. Default: none is dropped.
   */
  narrow?(
    params: Params,
    shape: Shape,
  ): { readonly params: Params; readonly lacks: readonly string[] };
  /**
   * Whether the schema of this body already states the rule, so that the rule is redundant.
   * Default: never.
   */
  implied?(params: Params, shape: Shape): boolean;
  /**
   * The rule as a clause: fields and limit; for a warning, the possible consequence. The condition
   * is appended to it ("… when granularity is HOUR").
   */
  message(params: Params, shape: Shape, severity: Severity): string;
  /**
   * The clause of its violations, about the field at their path, which is not named. Default:
   * `message` without the field that it begins with.
   */
  violation?(params: Params, severity: Severity): string;
  /**
   * For a kind that reports each value by itself: the variable of the value and the clause after
   * it, to which the condition is appended, after a `finding`, code of a text, if there is one. The
   * violation's message is made of these instead of `message`. Default: the message is the same for
   * each violation.
   */
  valueMessage?(
    params: Params,
    severity: Severity,
  ): { readonly value: Code; readonly clause: string; readonly finding?: Code } | null;
  /** The view of its partial, besides `id`, `severity`, `guard`, `message` and `params`. */
  view(params: Params, shape: Shape, severity: Severity): Readonly<Record<string, View>>;
  /** Names of column groups whose patterns its partial reads, as constants. Default: none. */
  groups?(params: Params): readonly string[];
  /**
   * How the compiler rejects certain violations; null where types cannot express them, as with
   * dates.
   */
  type(params: Params): TypeCheck | null;
  /**
   * The ways to violate the rule, for other notations. Each notation lists the rules that it cannot
   * express by name.
   */
  breaches(params: Params): readonly Breach[];
  /** Those of the given columns that the rule is about, for a kind that forbids none of them. */
  concerns?(params: Params, names: readonly string[]): readonly string[];
  /** When it is about them, in words, besides the rule's `when`. Default: always. */
  concernedIf?(params: Params): string;
  /** The functions of the support entry that its partial calls. */
  readonly uses: readonly ("isDayShaped" | "boundaryViolation" | "combinationOf" | "violation")[];
  /** Whether its partial reads `today`. */
  readonly today: boolean;
}

/** A certain violation in terms of types. The rule's own `when` applies in addition. */
export interface TypeCheck {
  /** Of each list, at least one condition must certainly hold. */
  readonly clauses: readonly (readonly Condition[])[];
  /** The field at which the compiler reports the error; null for the request itself. */
  readonly at: string | null;
  /** For a list: the items that are reported; otherwise the whole field is. */
  readonly items?: { readonly values: readonly string[]; readonly message: string };
}

/** An entry of `x-rules` or rules.yaml, not yet checked. */
export type RuleEntry = Readonly<Record<string, unknown>>;

/** The request body that a rule is about. */
export interface Shape {
  field(name: string): Field | undefined;
  /**
   * The values that a field, or an array field's items, may have; null when any value is allowed.
   */
  values(type: Type): readonly (string | number)[] | null;
  /** The forms of a body that has several; each has some of the fields. */
  readonly forms?: readonly Shape[];
  /**
   * Whether null clears a field, which then counts as not given, as in updates and in the objects
   * that they have in common with other requests.
   */
  readonly nullIsAbsent?: true;
}

/** The shape as the rule sees it: to what a schema itself states, null is a value. */
export function seenBy({ inUpdates }: Pick<Rule, "inUpdates">, shape: Shape): Shape {
  if (!inUpdates) return shape;
  const { nullIsAbsent: _, ...exact } = shape;
  return exact;
}

/** Whether a field may be null, and then counts as one that is not given. */
export function mayBeCleared(field: string, { field: fieldOf, nullIsAbsent }: Shape): boolean {
  return nullIsAbsent === true && fieldOf(field)?.type.kind === "nullable";
}

/** Code for "the field is given", over its variable. */
export function isGiven(field: string, shape: Shape): Code {
  const variable = local(field);
  const given = joined`${variable} !== undefined`;
  return mayBeCleared(field, shape) ? joined`${given} && ${variable} !== null` : given;
}

/** Whether a field of this type is a list, nullable or not. False for undefined and for unions. */
export function isList(type: Type | undefined): boolean {
  return type?.kind === "nullable" ? isList(type.of) : type?.kind === "array";
}

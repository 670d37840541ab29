import type { Span } from "../../runtime/validation/dates.js";
import { below } from "../../runtime/validation/pointer.js";
import type { Distance, Formula } from "../../runtime/validation/rule.js";
import { pluralize } from "../../runtime/validation/wording.js";
import { type Code, joined, literal, local, type View } from "../code.js";
import type { Condition, Field, Rule, Severity, Type } from "../model/model.js";

/**
 * One way to violate a rule, as a formula that does not depend on a notation such as JSON Schema.
 * The rule's own `when` must hold too.
 */
export interface Breach {
  /**
   * True if it is uncertain that this is a violation, for example because the description is
   * ambiguous. It is then only a warning, regardless of the rule's severity.
   */
  readonly edge: boolean;
  readonly body: Formula;
}

/**
 * The ways in which a body can exceed the maximum number of days between `from` and `to`.
 *
 * A distance above `limit.max` (rounded down) exceeds the limit however the description is
 * interpreted. From `limit.min` (rounded up) to `limit.max`, it depends on the interpretation, so
 * `edge` is true. This second way is left out if no whole number is in its range.
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
 * Reads a member of `entry` that is a non-empty string. Throws a `TypeError` if it is missing or
 * invalid.
 */
export function readText(entry: RuleEntry, member: string): string {
  const value = entry[member];
  if (typeof value !== "string" || value === "")
    throw new TypeError(`needs \`${member}\`: a string`);
  return value;
}

/**
 * Reads a member of `entry` that is a positive number, whole or fractional. Throws a `TypeError` if
 * it is missing or invalid.
 */
function readAmount(entry: RuleEntry, member: string): number {
  const value = entry[member];
  if (typeof value !== "number" || !(value > 0))
    throw new TypeError(`needs \`${member}\`: a number above 0`);
  return value;
}

/**
 * Reads a member of `entry` that is a list of one or more strings. Throws a `TypeError` if it is
 * missing or invalid.
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
 * Reads `amount`, a number above 0, and `unit`: day, month or year. Throws a `TypeError` if either
 * is missing or invalid.
 */
export function readSpan(entry: RuleEntry): Span {
  const unit = entry.unit;
  if (unit !== "day" && unit !== "month" && unit !== "year")
    throw new TypeError("needs `unit`: day, month or year");
  return { amount: readAmount(entry, "amount"), unit };
}

/** An amount with its unit, such as "3 days" or "1 year". */
export function spanInWords({ amount, unit }: Span): string {
  return pluralize(amount, unit);
}

/** JSON Schema of a member of an entry in rules.yaml. */
export type ParameterSchema = Readonly<Record<string, unknown>>;

export const FIELD: ParameterSchema = {
  type: "string",
  minLength: 1,
  description: "A field, or the path of a field inside another one: `targeting.age`.",
};
export const FIRST_DAY: ParameterSchema = {
  ...FIELD,
  description: "The field with the first date.",
};
export const LAST_DAY: ParameterSchema = { ...FIELD, description: "The field with the last date." };
export const VALUES: ParameterSchema = { type: "array", items: { type: "string" }, minItems: 1 };
/** The members that `readSpan` reads. */
export const SPAN: Readonly<Record<string, ParameterSchema>> = {
  amount: { type: "number", exclusiveMinimum: 0, description: "The number of units." },
  unit: { enum: ["day", "month", "year"] },
};

/**
 * One kind of cross-field rule.
 *
 * To add one, write a module here, a partial in templates/rules, a test in test/unit/rules and a
 * line in kinds.ts.
 */
export interface RuleKind<Params extends object = object> {
  /** Name of the kind in `x-rules` and rules.yaml, and of its partial. */
  readonly name: string;
  /** What `when` states: when the rule applies, or when the field is allowed. */
  readonly when: "applies" | "allows";
  /** Set if rules of this kind never stop a request, however certain they are. */
  readonly severity?: "warning";
  /** JSON Schema of each parameter of this kind, keyed by its name in an entry. */
  readonly parameters: Readonly<Record<string, ParameterSchema>>;
  /** The parameters that an entry may omit. Default: none. */
  readonly optional?: readonly string[];
  /**
   * Reads the parameters, and nothing else, from the YAML entry. Throws a `TypeError` that says
   * what is missing.
   */
  parse(entry: RuleEntry, shape: Shape): Params;
  /**
   * The fields that the rule reads in addition to the fields in `when`. If the body lacks one,
   * generation stops.
   */
  fields(params: Params): readonly string[];
  /** The `fields` that are read as calendar dates. */
  days(params: Params): readonly string[];
  /**
   * Other mistakes in the rule, such as a value that is not in the enum. Called only if the rule's
   * fields exist.
   */
  check(params: Params, shape: Shape): readonly string[];
  /**
   * Removes values that this body cannot have from the parameters. `lacks` describes the removed
   * values. Default: removes nothing.
   */
  narrow?(
    params: Params,
    shape: Shape,
  ): { readonly params: Params; readonly lacks: readonly string[] };
  /**
   * Whether the schema of this body already states the rule, which is then redundant. Default:
   * never.
   */
  implied?(params: Params, shape: Shape): boolean;
  /**
   * The rule as a clause: the fields and the limit or, for a warning, what may happen. The
   * condition is appended ("… when granularity is HOUR").
   */
  message(params: Params, shape: Shape, severity: Severity): string;
  /**
   * The clause for a violation. It does not name the field, because the field's path is printed
   * before it. Default: `message` without the field it begins with.
   */
  violation?(params: Params, severity: Severity): string;
  /**
   * How to report each value separately, instead of one `message` for all.
   *
   * `value` is the variable that contains the value. The message consists of the value, `clause`,
   * `finding` (code for a string, optional) and the condition. Default: the same message for each
   * violation.
   */
  valueMessage?(
    params: Params,
    severity: Severity,
  ): { readonly value: Code; readonly clause: string; readonly finding?: Code } | null;
  /** The data for the partial, except `id`, `severity`, `guard`, `message` and `params`. */
  view(params: Params, shape: Shape, severity: Severity): Readonly<Record<string, View>>;
  /** Column groups whose patterns the partial reads as constants. Default: none. */
  groups?(params: Params): readonly string[];
  /**
   * How the compiler rejects definite violations. Null if types cannot express them, as with dates.
   */
  type(params: Params): TypeCheck | null;
  /**
   * The ways to violate the rule, from which other notations such as JSON Schema are derived. Each
   * notation lists the rules that it cannot express.
   */
  breaches(params: Params): readonly Breach[];
  /**
   * The columns in `names` that the rule is about. Only kinds that warn about columns without
   * forbidding them define this.
   */
  concerns?(params: Params, names: readonly string[]): readonly string[];
  /**
   * The condition, in words, under which the rule is about these columns. It applies in addition to
   * `when`. Default: none.
   */
  concernedIf?(params: Params): string;
  /** The functions from `pinterest-reports/support` that the partial calls. */
  readonly uses: readonly ("isDayShaped" | "boundaryViolation" | "combinationOf" | "violation")[];
  /** Whether the partial reads `today`. */
  readonly today: boolean;
}

/** A definite violation expressed in types. The rule's own `when` must hold too. */
export interface TypeCheck {
  /** Lists of conditions. In each list, at least one condition must definitely hold. */
  readonly clauses: readonly (readonly Condition[])[];
  /** The field at which the compiler reports the error; null for the request itself. */
  readonly at: string | null;
  /** For a list, the items to report. If absent, the whole field is reported. */
  readonly items?: { readonly values: readonly string[]; readonly message: string };
}

/** An unchecked entry of `x-rules` or rules.yaml. */
export type RuleEntry = Readonly<Record<string, unknown>>;

/**
 * A field that a rule can name. A field inside another one is named by its path, such as
 * `targeting.age`; `steps` lists the names in the path.
 */
export interface RuleField extends Field {
  readonly steps?: readonly string[];
}

/** The request body that a rule is about. */
export interface Shape {
  field(name: string): RuleField | undefined;
  /** The possible values of a field, or of an array field's items. Null if any value is allowed. */
  values(type: Type): readonly (string | number)[] | null;
  /** The forms of the body, if it has several. Each form has only some of the fields. */
  readonly forms?: readonly Shape[];
  /**
   * Set if null clears a field, which then counts as absent. This applies to updates, and to
   * objects that updates share with other requests.
   */
  readonly nullIsAbsent?: true;
}

/**
 * The shape as the rule sees it. If the schema itself states the rule, the result is a copy without
 * `nullIsAbsent`; otherwise it is `shape`.
 */
export function seenBy({ inUpdates }: Pick<Rule, "inUpdates">, shape: Shape): Shape {
  if (!inUpdates) return shape;
  const { nullIsAbsent: _, ...exact } = shape;
  return exact;
}

/**
 * Whether null clears the field, so that a null value counts as absent. True for a nullable field
 * of a shape with `nullIsAbsent`. False for a field that the shape lacks.
 */
export function mayBeCleared(field: string, { field: fieldOf, nullIsAbsent }: Shape): boolean {
  return nullIsAbsent === true && fieldOf(field)?.type.kind === "nullable";
}

/**
 * The names in the path to a field, beginning with the outermost. The last is the field itself. For
 * a field that the shape lacks, the only step is its name.
 */
export function stepsTo(field: string, { field: fieldOf }: Shape): readonly string[] {
  return fieldOf(field)?.steps ?? [field];
}

/**
 * Code (a string literal) for the JSON pointer from the object with this shape to one of its
 * fields. The caller adds the object's own path before it. If `ending` is `"/"`, an index can be
 * appended.
 */
export function pathTo(field: string, shape: Shape, ending: "" | "/" = ""): Code {
  return literal(`${below("", ...stepsTo(field, shape))}${ending}`);
}

/** Code for "the field is set", using its variable. */
export function givenAsCode(field: string, shape: Shape): Code {
  const variable = local(field);
  const given = joined`${variable} !== undefined`;
  return mayBeCleared(field, shape) ? joined`${given} && ${variable} !== null` : given;
}

/** Code for "the field is not set", using its variable. */
export function absentAsCode(field: string, shape: Shape): Code {
  const variable = local(field);
  const absent = joined`${variable} === undefined`;
  return mayBeCleared(field, shape) ? joined`(${absent} || ${variable} === null)` : absent;
}

/** Whether a type is a list, nullable or not. False for undefined and for unions. */
export function isList(type: Type | undefined): boolean {
  return type?.kind === "nullable" ? isList(type.of) : type?.kind === "array";
}

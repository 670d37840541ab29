import { type Code, joined, list, literal, local } from "../code.js";
import type { Condition, Type } from "../model/model.js";
import { absentAsCode, givenAsCode, type RuleEntry, type Shape } from "./kind.js";

/** Thrown for a rule about a value that the API description does not list. */
export class Absent extends TypeError {}

/**
 * Parses the `when` of a rule; empty if it is undefined.
 *
 * A condition with `ending` becomes one with `is` and all values of the field that have this
 * ending. Throws `Absent` if there is no such value, and a `TypeError` if `when` is malformed.
 */
export function parseConditions(when: unknown, shape: Shape): readonly Condition[] {
  if (when === undefined) return [];
  if (!Array.isArray(when)) throw new TypeError("needs `when`: a list of conditions");
  return when.map((entry) => parseCondition(entry, shape));
}

/** Parses one condition. Throws a `TypeError` if it is malformed. */
function parseCondition(entry: RuleEntry, shape: Shape): Condition {
  const names = Object.keys(entry ?? {});
  const field = entry?.field;
  if (typeof field !== "string" || names.length !== 2)
    throw new TypeError(
      "needs `field` and one of `is`, `isNot`, `ending`, `present` in each condition",
    );
  const { isNot, present, ending } = entry;
  if (typeof ending === "string") return { field, is: valuesEnding(ending, field, shape) };
  if (areValues(entry.is)) return { field, is: entry.is };
  if (areValues(isNot)) return { field, isNot };
  if (typeof present === "boolean") return { field, present };
  throw new TypeError(
    "needs `field` and one of `is`, `isNot` (lists of values), `ending` (a string), `present` (true or false) in each condition",
  );
}

/** The field's values that end in `ending`. Throws `Absent` if there are none. */
function valuesEnding(ending: string, name: string, shape: Shape): readonly (string | number)[] {
  const field = shape.field(name);
  const values =
    (field && shape.values(field.type))?.filter((value) => String(value).endsWith(ending)) ?? [];
  if (values.length === 0)
    throw new Absent(`has a condition that is never true: no value of ${name} ends in ${ending}`);
  return values;
}

/** Whether a value is a list of one or more strings, numbers or booleans. */
function areValues(value: unknown): value is readonly (string | number | boolean)[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => ["string", "number", "boolean"].includes(typeof item))
  );
}

/**
 * Returns the reasons why the condition does not fit this body; empty if it fits.
 *
 * If the body lacks the field, that is the only reason. For `is` and `isNot`, there is one message
 * for each value that the field cannot have. A list or an object gets a single message, because it
 * cannot be compared with values.
 */
export function checkCondition(condition: Condition, shape: Shape): readonly string[] {
  const field = shape.field(condition.field);
  if (field === undefined) return [`the request has no field ${condition.field}`];
  if ("present" in condition) return [];
  // A list or object never equals a single value, so `is` would never hold and `isNot` would always
  // hold.
  const jsType = jsTypeOf(field.type);
  if (jsType === "array" || jsType === "object")
    return [`${field.name} is ${jsType === "array" ? "a list" : "an object"}`];
  return lackedValues(condition, shape).map((value) => `${field.name} cannot be ${value}`);
}

type Compared = Exclude<Condition, { readonly present: boolean }>;

/** The values in a condition, whether allowed or excluded. */
const comparedValues = (condition: Compared): readonly (string | number | boolean)[] =>
  "is" in condition ? condition.is : condition.isNot;

/** The values in a condition that its field cannot have. */
function lackedValues(condition: Compared, shape: Shape): readonly (string | number | boolean)[] {
  const type = shape.field(condition.field)?.type;
  const known = type === undefined ? null : shape.values(type);
  const jsType = type === undefined ? null : jsTypeOf(type);
  return comparedValues(condition).filter((value) =>
    known === null ? jsType !== null && jsType !== typeof value : !known.includes(value as string),
  );
}

/**
 * What `typeof` returns for values of the type, or "array" for a list.
 *
 * A nullable type counts as the type inside it. Null for enums, unions, any JSON and bytes: their
 * values can have different JavaScript types, or have no type of their own.
 */
export function jsTypeOf(type: Type): string | null {
  switch (type.kind) {
    case "nullable":
      return jsTypeOf(type.of);
    case "constant":
      return typeof type.value;
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
    case "array":
    case "object":
      return type.kind;
    default:
      return null;
  }
}

/**
 * Returns the condition without the values that its field cannot have.
 *
 * `lacks` contains a message for each removed value. If no value would remain, the condition is
 * unchanged and `lacks` is empty.
 */
export function narrowedCondition(
  condition: Condition,
  shape: Shape,
): { readonly condition: Condition; readonly lacks: readonly string[] } {
  if ("present" in condition) return { condition, lacks: [] };
  const lacked = lackedValues(condition, shape);
  const remaining = comparedValues(condition).filter((value) => !lacked.includes(value));
  if (lacked.length === 0 || remaining.length === 0) return { condition, lacks: [] };
  return {
    condition:
      "is" in condition ? { ...condition, is: remaining } : { ...condition, isNot: remaining },
    lacks: lacked.map((value) => `${condition.field} cannot be ${value}`),
  };
}

/**
 * All conditions in words, such as "granularity is HOUR and level is not KEYWORD". Empty for an
 * empty list.
 */
export function conditionsInWords(when: readonly Condition[], shape: Shape): string {
  return when.map((condition) => conditionInWords(condition, shape)).join(" and ");
}

/** One condition in words. Values are listed as in `valuesInWords`. */
function conditionInWords(condition: Condition, shape: Shape): string {
  if ("present" in condition)
    return `${condition.field} is ${condition.present ? "given" : "not given"}`;
  if ("is" in condition)
    return `${condition.field} is ${valuesInWords(condition.is, condition.field, shape)}`;
  return `${condition.field} is not ${valuesInWords(condition.isNot, condition.field, shape)}`;
}

/**
 * Values of a field in words.
 *
 * Three or more values become "a value ending in _TARGETING" if they are all the values of the
 * field that have this ending. Otherwise, the values are listed: "A, B or C". `values` must not be
 * empty.
 */
export function valuesInWords(
  values: readonly (string | number | boolean)[],
  field: string,
  shape: Shape,
): string {
  const [first] = values;
  const ending =
    typeof first === "string" && values.length > 2 ? /_[A-Z]+$/.exec(first)?.[0] : undefined;
  const type = shape.field(field)?.type;
  const like =
    ending === undefined || type === undefined
      ? []
      : (shape.values(type) ?? []).filter((value) => String(value).endsWith(ending));
  return like.length === values.length && like.every((value) => values.includes(value))
    ? `a value ending in ${ending}`
    : inWords(values);
}

/** Values in words: "HOUR", "A or B", "A, B or C". `values` must not be empty. */
export function inWords(
  values: readonly (string | number | boolean)[],
  word: "and" | "or" = "or",
): string {
  return values.length < 2
    ? String(values[0])
    : `${values.slice(0, -1).join(", ")} ${word} ${values.at(-1)}`;
}

/**
 * Code for "all of these hold", using the fields' variables. An absent field counts as its default.
 * Empty for an empty list.
 */
export function conditionsAsCode(when: readonly Condition[], shape: Shape): Code {
  return list(
    when.map((condition) => conditionAsCode(condition, shape)),
    " && ",
  );
}

/**
 * Code for "not all of these hold". An absent field counts as its default. Throws a `TypeError` for
 * an empty list.
 */
export function negatedAsCode(when: readonly Condition[], shape: Shape): Code {
  const [only, ...further] = when;
  if (only === undefined) throw new TypeError("there are no conditions to negate");
  return further.length === 0
    ? conditionAsCode(negateCondition(only), shape)
    : joined`!(${conditionsAsCode(when, shape)})`;
}

/** The negation of a condition: `is` becomes `isNot` and vice versa, `present` is inverted. */
export function negateCondition(condition: Condition): Condition {
  if ("present" in condition) return { field: condition.field, present: !condition.present };
  return "is" in condition
    ? { field: condition.field, isNot: condition.is }
    : { field: condition.field, is: condition.isNot };
}

/** Code that is true if the condition holds. An absent field counts as its default. */
function conditionAsCode(condition: Condition, shape: Shape): Code {
  const variable = local(condition.field);
  if ("present" in condition)
    return condition.present
      ? givenAsCode(condition.field, shape)
      : absentAsCode(condition.field, shape);
  const assumed = shape.field(condition.field)?.default;
  // An absent field is undefined, which equals none of the values. So the field's default matters
  // only if it is one of the values.
  const isCompared = assumed !== undefined && comparedValues(condition).includes(assumed);
  const value = isCompared ? joined`(${variable} ?? ${literal(assumed)})` : variable;
  if ("isNot" in condition) {
    return list(
      condition.isNot.map((expected) => joined`${value} !== ${literal(expected)}`),
      " && ",
    );
  }
  const any = list(
    condition.is.map((expected) => joined`${value} === ${literal(expected)}`),
    " || ",
  );
  return condition.is.length > 1 ? joined`(${any})` : any;
}

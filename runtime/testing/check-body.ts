import { countCharacters, isUnique } from "../validation/checks.js";
import { dayNumber, daysIn, isDateTime, type Span } from "../validation/dates.js";
import { isMultiple } from "../validation/multiples.js";
import { type Formula, fieldIn, holds, type Point } from "../validation/rule.js";
import type {
  ContractFacts,
  FieldFacts,
  LimitFacts,
  ObjectFacts,
  RuleFacts,
  TypeFacts,
} from "./facts.js";

type Body = Readonly<Record<string, unknown>>;

/**
 * Returns the API's error message for the first rule that `body` is known to break; null if none.
 * Accepts a date if the rule allows it in at least one interpretation. `today` is YYYY-MM-DD.
 * Throws a `TypeError` if a rule lacks a parameter that its message needs.
 */
function ruleError(facts: ContractFacts, body: Body, today: string): string | null {
  const defaults = defaultsOf(facts);
  const matches = (formula: Formula): boolean =>
    matchesFormula(formula, { body, defaults, today: dayNumber(today) });
  const breach = facts.breaches.find(({ when, body: formula }) =>
    [...when, formula].every(matches),
  );
  const rule = facts.rules.find(({ id }) => id === breach?.rule);
  return rule === undefined ? null : (MESSAGES[rule.kind] ?? unsupported)(rule, body);
}

interface Reading {
  readonly body: Body;
  readonly defaults: Body;
  readonly today: number;
}

/**
 * Whether the body in `reading` satisfies `formula`. `is` and `isNot` use the defaults for missing
 * fields; a list never equals a value. `holds` and `matching` require a list with at least one
 * matching string. A limit on the difference between two dates or numbers is never satisfied if one
 * of them is missing or invalid.
 */
export function matchesFormula(formula: Formula, reading: Reading): boolean {
  const { body } = reading;
  if ("all" in formula) return formula.all.every((part) => matchesFormula(part, reading));
  if ("any" in formula) return formula.any.some((part) => matchesFormula(part, reading));
  if ("from" in formula) {
    const distance = pointOf(formula.to, reading) - pointOf(formula.from, reading);
    return (
      distance >= (formula.min ?? Number.NEGATIVE_INFINITY) &&
      distance <= (formula.max ?? Number.POSITIVE_INFINITY) &&
      distance < (formula.below ?? Number.POSITIVE_INFINITY)
    );
  }
  const value = fieldIn(formula.field, body);
  if ("noDay" in formula)
    return (
      typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && Number.isNaN(dayNumber(value))
    );
  if (!("holds" in formula || "matching" in formula)) return holds(formula, body, reading.defaults);
  const items = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  return items.some((item) =>
    "holds" in formula ? formula.holds.includes(item) : new RegExp(formula.matching).test(item),
  );
}

/**
 * Returns one end of a distance as a number; dates are day numbers. NaN if the field is missing or
 * invalid.
 */
function pointOf(point: Point, { body, today }: Reading): number {
  if (point === "today") return today;
  if ("date" in point) return dayNumber(point.date);
  if ("day" in point) return dayNumber(fieldIn(point.day, body));
  const value = fieldIn(point.number, body);
  return typeof value === "number" ? value : Number.NaN;
}

/**
 * The API's messages for broken rules, as far as they are known. For other kinds of rules,
 * `unsupported` is used.
 */
const MESSAGES: Readonly<Record<string, (rule: RuleFacts, body: Body) => string>> = {
  "date-format": (rule, body) =>
    `time data '${String(fieldIn(text(rule, "field"), body))}' does not match format '%Y-%m-%d'`,
  "max-range": (rule) => `Date range must be within ${span(rule).max} days`,
  "min-range": (rule) => `Date range must be at least ${span(rule).min} days`,
  "date-order": () => "end_date must not be before start_date",
  "max-lookback": (rule, body) =>
    `${body.granularity === "HOUR" ? "Hourly" : "Non-hourly"} request must be within ${span(rule).max} recent days`,
  "not-after-today": (rule) => `${text(rule, "field")} must not be in the future`,
  "min-date": (rule) => `${text(rule, "field")} must be after ${String(rule.params.after)}`,
  "hour-order": (rule) => `${text(rule, "endHour")} must not be before ${text(rule, "startHour")}`,
  "requires-present": (rule) => `'${text(rule, "field")}' is a required property`,
  "forbidden-values-when": (rule, body) => {
    const supplied = fieldIn(text(rule, "field"), body);
    const forbidden = rule.params.values as readonly unknown[];
    const rejected = (Array.isArray(supplied) ? supplied : [supplied]).filter((value) =>
      forbidden.includes(value),
    );
    return `${Array.isArray(supplied) ? "Columns" : text(rule, "field")} ${rejected.join(", ")} are not available.`;
  },
  "at-least-one-of": (rule) => {
    const groups = rule.params.groups as readonly (readonly string[])[];
    return `One of ${groups.map((group) => group.join("+")).join(", ")} is required`;
  },
};

/** The message for a broken rule whose real message is not known. */
function unsupported({ id, params: { field } }: RuleFacts): string {
  return `Invalid ad account ads analytics parameters: ${typeof field === "string" ? field : id} is not supported here`;
}

/**
 * Returns a rule's limit in days: `min` under the shortest interpretation, `max` under the longest.
 */
function span({ params }: RuleFacts): { readonly min: number; readonly max: number } {
  return daysIn(params as object as Span);
}

/** The default values of the body's fields, keyed by field. */
function defaultsOf({ body: { fields } }: ContractFacts): Body {
  return Object.fromEntries(
    fields.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Returns a rule's parameter. Throws a `TypeError` if it is not a string. */
function text({ id, params }: RuleFacts, name: string): string {
  const value = params[name];
  if (typeof value !== "string") throw new TypeError(`the rule ${id} has no ${name}`);
  return value;
}

type Json = unknown;

/**
 * Returns the first error that the API would report for `body`; null if none. Uses the API's
 * wording as far as it is known. Fields are checked before rules, and unknown fields are ignored.
 * Accepts a date if each rule allows it in at least one interpretation. `today` is YYYY-MM-DD.
 * Throws a `TypeError` if the facts are inconsistent.
 */
export function bodyError(facts: ContractFacts, body: Json, today: string): string | null {
  return (
    objectError(facts, facts.body, body) ?? ruleError(facts, body as Record<string, unknown>, today)
  );
}

/**
 * Returns the first error in an object: a wrong type, a missing field, or an invalid field. Null if
 * there is none.
 */
function objectError(
  facts: ContractFacts,
  { fields, oneOf }: ObjectFacts,
  value: Json,
): string | null {
  if (oneOf !== undefined) return unionError(facts, oneOf, value);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return `${pythonText(value)} is not of type 'object'`;
  const missing = fields.find(({ name, required }) => required && !Object.hasOwn(value, name));
  if (missing) return `'${missing.name}' is a required property`;
  const supplied = new Map(Object.entries(value));
  // The API is assumed to ignore unknown fields.
  for (const field of fields) {
    const error = supplied.has(field.name)
      ? fieldError(facts, field, supplied.get(field.name))
      : null;
    if (error !== null) return error;
  }
  return null;
}

/** Returns the first error in a field's value, including its limits; null if there is none. */
function fieldError(
  facts: ContractFacts,
  { type, limits }: FieldFacts,
  value: Json,
): string | null {
  return valueError(facts, type, value) ?? (value === null ? null : limitError(limits, value));
}

/** Returns the error for a value of the wrong type, ignoring limits. Null if there is none. */
function valueError(facts: ContractFacts, type: TypeFacts, value: Json): string | null {
  switch (type.kind) {
    case "nullable":
      return value === null ? null : valueError(facts, type.of, value);
    case "enum":
      return enumError(facts, type.name, value);
    case "bytes":
    case "any":
      return null;
    case "constant":
      return value === type.value
        ? null
        : `${pythonText(value)} is not one of [${pythonText(type.value)}]`;
    case "union":
      return unionError(facts, type.name, value);
    case "object":
      return objectError(facts, findByName(facts.objects, type.name), value);
    case "array":
      return arrayError(facts, type, value);
    case "integer":
      return Number.isInteger(value) ? null : `${pythonText(value)} is not of type 'integer'`;
    default:
      return typeof value === type.kind
        ? null
        : `${pythonText(value)} is not of type '${type.kind}'`;
  }
}

/**
 * Returns the error from the union member that the discriminator selects. Without a discriminator,
 * returns null if any member accepts the value.
 */
function unionError(facts: ContractFacts, name: string, value: Json): string | null {
  const { discriminator, members } = findByName(facts.unions ?? [], name);
  const tag =
    typeof value === "object" && value !== null
      ? Reflect.get(value, discriminator ?? "")
      : undefined;
  const selected =
    discriminator === null
      ? members
      : members.filter(({ values }) => values.some((memberTag) => memberTag === tag));
  const errors = selected.map(
    ({ type, limits }) => valueError(facts, type, value) ?? limitError(limits, value),
  );
  if (errors.includes(null)) return null;
  return errors[0] ?? `${pythonText(value)} is not valid under any of the given schemas`;
}

/**
 * Returns the error for a value that is not an array, or for its first invalid item. Null if there
 * is none.
 */
function arrayError(
  facts: ContractFacts,
  { items, each }: Extract<TypeFacts, { kind: "array" }>,
  value: Json,
): string | null {
  if (!Array.isArray(value)) return `${pythonText(value)} is not of type 'array'`;
  for (const item of value) {
    const error = valueError(facts, items, item) ?? limitError(each, item);
    if (error !== null) return error;
  }
  return null;
}

/** Returns the error for a value that is not in the enum; null for any other value. */
function enumError(facts: ContractFacts, name: string, value: Json): string | null {
  const { values } = findByName(facts.enums, name);
  if (values.some((allowed) => allowed === value)) return null;
  return `${pythonText(value)} is not one of [${values.map(pythonText).join(", ")}]`;
}

/** Returns the error for the first limit that the value violates; null if none. */
function limitError(limits: LimitFacts, value: Json): string | null {
  const { pattern, minLength = 0, maxLength, minItems = 0, maxItems } = limits;
  if (typeof value === "string") {
    if (limits.format === "date" && !/^\d{4}-\d\d-\d\d$/.test(value))
      return `${pythonText(value)} is not a 'date'`;
    if (limits.format === "date-time" && !isDateTime(value))
      return `${pythonText(value)} is not a 'date-time'`;
    if (maxLength !== undefined && countCharacters(value) > maxLength)
      return `${pythonText(value)} is too long`;
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value))
      return `${pythonText(value)} does not match ${pythonText(pattern)}`;
    if (countCharacters(value) < minLength) return `${pythonText(value)} is too short`;
  }
  if (typeof value === "number") return numberError(limits, value);
  if (Array.isArray(value)) {
    if (value.length < minItems) return `${pythonText(value)} is too short`;
    if (maxItems !== undefined && value.length > maxItems)
      return `[${pythonText(value[0])}, …] is too long`;
    if (limits.uniqueItems === true && !isUnique(value))
      return `[${pythonText(value[0])}, …] has non-unique elements`;
  }
  return null;
}

/** Returns the error for the first limit that the number violates; null if there is none. */
function numberError(limits: LimitFacts, value: number): string | null {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } = limits;
  if (minimum !== undefined && value < minimum)
    return `${value} is less than the minimum of ${minimum}`;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    return `${value} is less than or equal to the minimum of ${exclusiveMinimum}`;
  if (maximum !== undefined && value > maximum)
    return `${value} is greater than the maximum of ${maximum}`;
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
    return `${value} is greater than or equal to the maximum of ${exclusiveMaximum}`;
  return multipleOf !== undefined && !isMultiple(value, multipleOf)
    ? `${value} is not a multiple of ${multipleOf}`
    : null;
}

/** Returns the item with this name. Throws a `TypeError` if there is none. */
function findByName<Item extends { readonly name: string }>(
  items: readonly Item[],
  name: string,
): Item {
  const item = items.find((candidate) => candidate.name === name);
  if (item === undefined)
    throw new TypeError(`the facts refer to ${name}, which they do not define`);
  return item;
}

/** Formats a value as Python would print it. */
function pythonText(value: Json): string {
  return typeof value === "string" ? `'${value}'` : (JSON.stringify(value) ?? "None");
}

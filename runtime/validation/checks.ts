import { pointerTo } from "./pointer.js";
import type { Violation, ViolationParams } from "./violation.js";
import { nearest, pluralize, seenInWords, suggestionOf } from "./wording.js";

/**
 * A list of violations. It is `NO_VIOLATIONS` until the first violation, so that valid values
 * allocate nothing.
 */
export type Violations = readonly Violation[];

/** The frozen empty list. `push` replaces it with a new list. */
export const NO_VIOLATIONS: Violations = Object.freeze([]);

/**
 * Maximum number of violations listed per rule. An additional entry says how many more there are.
 */
const MAX_PER_RULE = 100;

/** Maximum numbers of items and fields to check. Larger values cause a `RangeError`. */
const MAX_ITEMS = 100_000;
const MAX_FIELDS = 10_000;

/**
 * Adds `violation` to `violations` and returns the list. `NO_VIOLATIONS` is replaced with a new
 * list; any other list is modified. A list contains at most 100 violations per rule. An additional
 * entry says how many more there are.
 */
export function push(violations: Violations, violation: Violation): Violations {
  if (violations === NO_VIOLATIONS) return [violation];
  const list = violations as Violation[];
  // A shorter list cannot contain too many violations of one rule.
  if (list.length < MAX_PER_RULE || isListed(list, violation)) list.push(violation);
  return violations;
}

/** Number of violations per rule, for each long list. */
const countsOf = new WeakMap<Violations, Map<string, number>>();

/**
 * Whether a list already contains the maximum number of violations of a kind. If so, counts one
 * more.
 */
function isOver(list: Violations, kind: string): boolean {
  const counts = countsOf.get(list);
  const count = counts?.get(kind) ?? 0;
  if (count <= MAX_PER_RULE) return false;
  counts?.set(kind, count + 1);
  return true;
}

/**
 * Counts a violation for a list that already has 100 or more. Returns whether to list this
 * violation. The 101st violation of a rule adds an entry with the number of unlisted violations.
 */
function isListed(list: Violation[], { rule, severity, path }: Violation): boolean {
  const counts = countsOf.get(list) ?? new Map<string, number>();
  if (!countsOf.has(list))
    for (const violation of list)
      counts.set(
        `${violation.severity} ${violation.rule}`,
        (counts.get(`${violation.severity} ${violation.rule}`) ?? 0) + 1,
      );
  countsOf.set(list, counts);
  const kind = `${severity} ${rule}`;
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  if (count === MAX_PER_RULE + 1)
    list.push(
      lateViolation(
        rule,
        path,
        () => {
          const further = (counts.get(kind) ?? count) - MAX_PER_RULE;
          const message = `is the first of ${formatCount(further)} more violations of this rule; at most ${MAX_PER_RULE} per rule are listed`;
          return { message, params: { further, limit: MAX_PER_RULE } };
        },
        severity,
      ),
    );
  return count <= MAX_PER_RULE;
}

/** Returns the length of a list. Throws a `RangeError` above 100,000. */
export function countItems({ length }: readonly unknown[]): number {
  if (length > MAX_ITEMS)
    throw new RangeError(
      `a list has ${formatCount(length)} items; only lists of up to ${formatCount(MAX_ITEMS)} items can be checked`,
    );
  return length;
}

/**
 * Returns the number of characters of a string, as JSON Schema counts them. An emoji of two UTF-16
 * units counts as one.
 */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Up to this length, items are compared with each other. Longer lists are converted to a set. */
const SHORT = 24;

/**
 * Whether a list contains an item more than once. Two objects with equal fields count as different.
 */
export function hasRepeats(list: readonly unknown[]): boolean {
  if (list.length > SHORT) return new Set(list).size < list.length;
  for (let index = 1; index < list.length; index++)
    if (list.includes(list[index - 1], index)) return true;
  return false;
}

/**
 * Whether no two items of a list are equal, as JSON Schema defines equality. Lists are compared
 * item by item, and objects by their fields in any order. A field that is undefined counts as
 * absent.
 */
export function isUnique(list: readonly unknown[]): boolean {
  return list.some(isNested) ? equalItems(list) === null : !hasRepeats(list);
}

/**
 * Creates the violation for a list that contains an item more than once. The violation names the
 * first two equal items by their index, from 0. Items are compared as in `isUnique`, so objects with
 * equal fields are equal. The caller must check that equal items exist.
 */
export function repeatedItem(path: string, list: readonly unknown[]): Violation {
  const [first, repeated] = equalItems(list) ?? [0, 0];
  return violation(
    "unique-items",
    "error",
    path,
    `must not contain an item more than once: items ${first} and ${repeated} are equal`,
    { first, repeated },
  );
}

/** Returns the indexes of the first two equal items; null if there are none. */
function equalItems(list: readonly unknown[]): readonly [number, number] | null {
  const seen = new Map<string, number>();
  for (let index = 0; index < list.length; index++) {
    const key = comparable(list[index]);
    const first = seen.get(key);
    if (first !== undefined) return [first, index];
    seen.set(key, index);
  }
  return null;
}

/** Whether a value is an object or an array. */
function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Returns the same string for values that JSON Schema considers equal. */
function comparable(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (!isNested(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(comparable).join()}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const texts = fields.map(([name, field]) => `${JSON.stringify(name)}:${comparable(field)}`);
  return `{${texts.sort().join()}}`;
}

/** Formats a count with commas, such as `1,000`. */
function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/**
 * Creates a violation as a plain object. `params` contains all names and numbers in the message,
 * except those in `path`, as JSON data. If `params` names the source of an undocumented rule, the
 * message ends with that source.
 */
export function violation(
  rule: string,
  severity: "error" | "warning",
  path: string,
  message: string,
  params: ViolationParams = {},
): Violation {
  const seen = seenInWords(params);
  return { rule, severity, path, message: seen === "" ? message : `${message}; ${seen}`, params };
}

type Contents = Pick<Violation, "message" | "params">;

/**
 * Creates an error whose message and params are expensive to compute. `contents` is called when one
 * of them is first read, for example when the violation is printed, copied or compared.
 */
function lateViolation(
  rule: string,
  path: string,
  contents: () => Contents,
  severity: "error" | "warning" = "error",
): Violation {
  const late = { rule, severity, path } as Late;
  // A single hidden member provides the contents; it also works in a proxy of the violation.
  // Consoles call it with arguments to print the violation. Copies and comparisons do not see it.
  const read = (depth?: number): Contents => (depth === undefined ? contents() : { ...late });
  Object.defineProperty(late, PRINTED, { value: read });
  // Engines define accessors faster if all violations share the same two functions.
  late.__defineGetter__("message", readMessage);
  late.__defineGetter__("params", readParams);
  return late;
}

const PRINTED = Symbol.for("nodejs.util.inspect.custom");

interface Late extends Violation {
  readonly [PRINTED]: () => Contents;
  __defineGetter__(name: keyof Contents, read: (this: Late) => unknown): void;
}

/** The getter for `message` of a late violation. */
function readMessage(this: Late): string {
  return contentsOf(this).message;
}

/** The getter for `params` of a late violation. */
function readParams(this: Late): ViolationParams {
  return contentsOf(this).params;
}

// Contents are kept, because copying a violation reads both `message` and `params`. They are kept
// outside the violations, most of which are never read.
const knownContents = new WeakMap<() => Contents, Contents>();

/** The message and params of a late violation. Computed once, when first read. */
function contentsOf({ [PRINTED]: make }: Late): Contents {
  const contents = knownContents.get(make) ?? make();
  knownContents.set(make, contents);
  return contents;
}

/**
 * Creates the violation for a number of days at or above its limit. Above `limit`, the violation
 * has the given `severity`. At the limit, it is a warning, because the API description does not say
 * whether both ends count. The caller must check that `days` is not below the limit. The number of
 * days is appended to `message` and added to `params`.
 */
export function boundaryViolation(
  rule: string,
  severity: "error" | "warning",
  path: string,
  days: number,
  limit: number,
  message: string,
  params: ViolationParams = {},
): Violation {
  const isAbove = days > limit;
  const text = `${message}; it is ${days} days${isAbove ? "" : ": whether the limit includes that day is not documented"}`;
  return violation(rule, isAbove ? severity : "warning", path, text, { ...params, days });
}

/** Whether a value is an object, and neither null nor an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Returns `value`, or a copy of its own fields if it inherits enumerable fields. Throws a
 * `RangeError` for more than 10,000 fields.
 */
export function ownFields(
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { length } = Object.keys(value);
  if (length > MAX_FIELDS)
    throw new RangeError(
      `an object has ${formatCount(length)} fields; only objects with up to ${formatCount(MAX_FIELDS)} fields can be checked`,
    );
  for (const _ in Object.getPrototypeOf(value)) return Object.assign(Object.create(null), value);
  return value;
}

/**
 * Returns the value of a field inside an object, such as `age` of `targeting`. `value` is the
 * object, and `names` are the steps to the field. Undefined if the object or the field is missing.
 * Inherited fields are not read. Without `names`, returns `value`.
 */
export function innerField(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );
}

/** Checks the value of a field, and adds its violations as `push` does. */
export type FieldCheck = (value: unknown, violations: Violations) => Violations;

/** The fields of a request, each with its check. */
export type FieldChecks = Readonly<Record<string, FieldCheck>>;

/**
 * Returns the violations of a request that has no cross-field rules. Field violations come first,
 * in the request's order, with `unknown-field` for a field without a check. They are followed by
 * `required` for each missing field. An undefined field counts as missing. If the request is not an
 * object, or cannot be read, that is the only violation. Never throws.
 */
export function checkFields(
  request: unknown,
  checks: FieldChecks,
  required: readonly string[] = [],
): Violations {
  try {
    if (!isRecord(request)) return [wrongType("", "object", request)];
    const fields = ownFields(request);
    let violations = NO_VIOLATIONS;
    for (const name in fields) {
      const value = fields[name];
      if (value === undefined) continue;
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
      violations =
        check === undefined
          ? push(violations, unknownField(pointerTo(name), name, Object.keys(checks)))
          : check(value, violations);
    }
    return requireFields(required, fields, "", violations);
  } catch (error) {
    return [unreadable(error)];
  }
}

/**
 * Adds a `required` violation for each name that is missing from `fields`. Undefined counts as
 * missing, null does not. `path` is the path of `fields`. Returns the violations. As in `push`, the
 * list is modified unless it is `NO_VIOLATIONS`.
 */
export function requireFields(
  required: readonly string[],
  fields: Readonly<Record<string, unknown>>,
  path: string,
  violations: Violations,
): Violations {
  for (const name of required)
    if (!Object.hasOwn(fields, name) || fields[name] === undefined)
      violations = push(violations, missing(path + pointerTo(name)));
  return violations;
}

/** Whether a string consists of one or more digits 0 to 9. False for an empty string. */
export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character < 48 || character > 57) return false;
  }
  return text.length > 0;
}

/** Whether a value is a string of the form `YYYY-MM-DD`. The day need not exist. */
export function isDayShaped(value: unknown): boolean {
  if (typeof value !== "string" || value.length !== 10) return false;
  for (let at = 0; at < 10; at++) {
    const character = value.charCodeAt(at);
    if (at === 4 || at === 7 ? character !== 45 : character < 48 || character > 57) return false;
  }
  return true;
}

/**
 * Joins values with slashes, such as `30/30/1`. Each part pairs a value with the values allowed in
 * that position. If these are undefined, any number or boolean is allowed. Returns undefined if a
 * value is not allowed.
 */
export function combinationOf(
  ...parts: readonly (readonly [
    value: unknown,
    possible?: readonly (string | number | boolean)[],
  ])[]
): string | undefined {
  for (const [value, possible] of parts) {
    const isPossible =
      possible === undefined
        ? typeof value === "number" || typeof value === "boolean"
        : possible.some((each) => each === value);
    if (!isPossible) return undefined;
  }
  return parts.map(([value]) => value).join("/");
}

/**
 * Checks a value against several alternatives, which are functions that return violations. Returns
 * `violations` unchanged if there are no alternatives, or if one of them has no errors; that
 * alternative's warnings are dropped.
 *
 * Otherwise, adds the violations of the closest alternative. That is the first alternative with the
 * fewest violations, where a wrong type at `path` counts as 1,000 more. As in `push`, the list is
 * modified unless it is `NO_VIOLATIONS`.
 */
export function bestUnionMatch(
  violations: Violations,
  path: string,
  tries: readonly (() => Violations)[],
): Violations {
  let best: Violations | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const attempt of tries) {
    const mismatches = attempt();
    if (!mismatches.some(({ severity }) => severity === "error")) return violations;
    // An alternative with a wrong type is the least likely to be intended.
    const distance =
      mismatches.length +
      (mismatches.some((item) => item.rule === "type" && item.path === path) ? 1_000 : 0);
    if (distance < bestDistance) [best, bestDistance] = [mismatches, distance];
  }
  return (best ?? []).reduce(push, violations);
}

/**
 * Adds a `min-properties` violation if `fields` has fewer than `minimum` own fields. Undefined
 * fields count too. Returns the violations. As in `push`, the list is modified unless it is
 * `NO_VIOLATIONS`.
 */
export function atLeast(
  minimum: number,
  fields: Readonly<Record<string, unknown>>,
  path: string,
  violations: Violations,
): Violations {
  const count = Object.keys(fields).length;
  return count >= minimum
    ? violations
    : push(violations, outOfRange("min-properties", path, minimum, count));
}

/**
 * Adds a `max-properties` violation if `fields` has more than `maximum` own fields. Undefined
 * fields do not count, because they are not sent. Returns the violations. As in `push`, the list is
 * modified unless it is `NO_VIOLATIONS`.
 */
export function atMost(
  maximum: number,
  fields: Readonly<Record<string, unknown>>,
  path: string,
  violations: Violations,
): Violations {
  const count = Object.keys(fields).filter((name) => fields[name] !== undefined).length;
  return count <= maximum
    ? violations
    : push(violations, outOfRange("max-properties", path, maximum, count));
}

/** Columns that distinguish rows, by level. A request needs at least one column from each group. */
export type RowIds = Readonly<Record<string, readonly (readonly string[])[]>>;

/**
 * Adds the warning `no-row-id` if `columns` cannot identify the rows. `columns` needs at least one
 * column from each group in `ids` for `level`. This is only a warning, because you may only want
 * sums. Nothing is added if `level` is unknown, or if `columns` is empty or not a list. As in
 * `push`, the list is modified unless it is `NO_VIOLATIONS`.
 */
export function rowsWithoutIds(
  level: unknown,
  columns: unknown,
  ids: RowIds,
  violations: Violations,
): Violations {
  if (
    typeof level !== "string" ||
    !Array.isArray(columns) ||
    columns.length === 0 ||
    !Object.hasOwn(ids, level)
  )
    return violations;
  const missing = (ids[level] ?? []).filter(
    (group) => !group.some((name) => columns.includes(name)),
  );
  if (missing.length === 0) return violations;
  const names = missing.map((group) => group.join(" or ")).join(" and ");
  const message = `has no ${names}, so rows at level ${level} may be indistinguishable`;
  return push(
    violations,
    violation("no-row-id", "warning", "/columns", message, { level, missing }),
  );
}

/** Descriptions of types for messages. */
const TYPES_IN_WORDS = {
  object: "an object",
  array: "an array",
  string: "a string",
  digits: "a string of digits",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  blob: "a Blob",
  data: "data",
};

/**
 * Creates the violation for a value of the wrong type. If the value is a string that contains a
 * value of the expected type, such as `"5"` for an integer, the message says that the string is not
 * converted.
 */
export function wrongType(
  path: string,
  expected:
    | "object"
    | "array"
    | "string"
    | "digits"
    | "integer"
    | "number"
    | "boolean"
    | "blob"
    | "data",
  value: unknown,
): Violation {
  const isExpected = (parsed: unknown): boolean =>
    expected === "integer" ? Number.isInteger(parsed) : typeof parsed === expected;
  const received = receivedParams(value, isExpected);
  return violation(
    "type",
    "error",
    path,
    `must be ${TYPES_IN_WORDS[expected]}, not ${describe(received)}`,
    { expected, ...received },
  );
}

/** Creates the violation for a required field that is missing. */
export function missing(path: string): Violation {
  return violation("required", "error", path, "is required");
}

/**
 * Creates the violation for an unknown field. `path` is the JSON pointer of that field, including
 * its name. If one of the `known` names is similar, the message suggests it. The violation is an
 * error, because a misspelled filter would be ignored and the report would include everything.
 */
export function unknownField(path: string, name: string, known: readonly string[]): Violation {
  return lateViolation("unknown-field", path, () => {
    const params = nearestParams(name, known);
    return { message: `is not a field of the request${suggestionOf(params.nearest)}`, params };
  });
}

/**
 * Creates the violation `enum` for a value that is not in `allowed`. The message lists up to 12
 * allowed values, or else says how many there are. For a string, the message suggests the nearest
 * value, or says that a number or boolean in the string is not converted.
 */
function notOneOf(path: string, value: unknown, allowed: Iterable<unknown>): Violation {
  return lateViolation("enum", path, () => {
    const values = [...allowed];
    const received = receivedParams(value, (parsed) =>
      values.some(
        (item) => item === parsed || (typeof parsed === "number" && typeof item === "number"),
      ),
    );
    const texts = values.filter((item) => typeof item === "string");
    const suggestion =
      typeof value === "string" && received.textOf === undefined ? nearestParams(value, texts) : {};
    const isShort = values.length <= MAX_IN_MESSAGE;
    const choice = isShort ? values.join(", ") : `${values.length} values`;
    return {
      message: `must be one of ${choice}, not ${describe(received)}${suggestionOf(suggestion.nearest)}`,
      params: {
        count: values.length,
        ...(isShort && { allowed: values }),
        ...received,
        ...suggestion,
      },
    };
  });
}

/**
 * Adds an `enum` violation as `push` does, and returns the list. The caller must check that `value`
 * is not in `allowed`. If the list already has the maximum number of these violations, only counts
 * the violation.
 */
export function pushNotOneOf(
  violations: Violations,
  path: string,
  value: unknown,
  allowed: Iterable<unknown>,
): Violations {
  return isOver(violations, "error enum")
    ? violations
    : push(violations, notOneOf(path, value, allowed));
}

/** Maximum number of allowed values listed in a message. */
const MAX_IN_MESSAGE = 12;

// Patterns described in words, because forms show the messages.
const PATTERNS_IN_WORDS: Readonly<Record<string, string>> = {
  "^\\d{4}-\\d{2}-\\d{2}$": "be a date (YYYY-MM-DD)",
  "YYYY-MM-DD": "be a valid date (YYYY-MM-DD)",
  "^\\d+$": "consist of digits",
};

/**
 * Creates the violation for a string that does not match a regular expression. The message
 * describes common patterns in words.
 */
export function patternMismatch(path: string, pattern: string, value: string): Violation {
  const received = receivedParams(value);
  const expected = PATTERNS_IN_WORDS[pattern] ?? `match ${pattern}`;
  return violation("pattern", "error", path, `must ${expected}, not ${describe(received)}`, {
    pattern,
    ...received,
  });
}

/** Creates the violation for a string that is not a time with a UTC offset. */
export function timeMismatch(path: string, value: string): Violation {
  const received = receivedParams(value);
  const expected = "be a valid time with a UTC offset, such as 2026-03-01T09:30:00Z";
  return violation("date-time", "error", path, `must ${expected}, not ${describe(received)}`, {
    ...received,
  });
}

/** Nouns for lengths and counts. */
const COUNTED = { length: "character", items: "item", properties: "field" };

/**
 * Creates the violation for a number, length or count outside its limit. `actual` is the value, and
 * `rule` is the kind of limit.
 */
export function outOfRange(
  rule:
    | "minimum"
    | "exclusive-minimum"
    | "maximum"
    | `${"min" | "max"}-${"length" | "items" | "properties"}`,
  path: string,
  limit: number,
  actual: number,
): Violation {
  const bound = rule.startsWith("min") ? "at least" : rule.startsWith("max") ? "at most" : "above";
  const noun = (COUNTED as Readonly<Record<string, string>>)[rule.slice("min-".length)];
  const expected =
    noun === undefined ? `be ${bound} ${limit}` : `have ${bound} ${pluralize(limit, noun)}`;
  return violation(rule, "error", path, `must ${expected}, not ${actual}`, { limit, actual });
}

/**
 * Creates the violation `exclusive-maximum` or `multiple-of`. The number `actual` is not below
 * `limit`, or not a multiple of `limit`.
 */
export function excludedNumber(
  rule: "exclusive-maximum" | "multiple-of",
  path: string,
  limit: number,
  actual: number,
): Violation {
  const expected = rule === "multiple-of" ? "a multiple of" : "below";
  return violation(rule, "error", path, `must be ${expected} ${limit}, not ${actual}`, {
    limit,
    actual,
  });
}

/**
 * Creates the violation for a body with unreadable fields, for example because a getter throws. The
 * violation contains the error's message.
 */
export function unreadable(error: unknown): Violation {
  const reason = error instanceof Error ? error.message : describe(receivedParams(error));
  return violation("unreadable", "error", "", `cannot be read: ${reason}`, { reason });
}

/**
 * Creates the violation `today` for an option that the caller has found to be invalid. The
 * violation is returned, not thrown, because validators report all problems as violations.
 */
export function invalidToday(today: unknown): Violation {
  const received = receivedParams(today);
  return violation(
    "today",
    "error",
    "",
    `the today option must be a valid date (YYYY-MM-DD), not ${describe(received)}; rules that depend on today were not checked`,
    received,
  );
}

/** Params of a violation that describe the received value. */
interface Received extends ViolationParams {
  /** The result of `typeof`, or `array` or `null`. */
  readonly receivedType: string;
  /**
   * A string (truncated to 60 characters plus an ellipsis), finite number, boolean or null. Other
   * values are converted to strings; objects, arrays and functions are omitted.
   */
  readonly received?: string | number | boolean | null;
  /** The number or boolean in a string such as `"7"`, if that type is allowed. */
  readonly textOf?: number | boolean;
}

/**
 * Describes a received value as params. `isAllowed` decides whether a number or boolean in a string
 * would be valid, and is then reported as `textOf`.
 */
function receivedParams(
  value: unknown,
  isAllowed: (parsed: unknown) => boolean = () => false,
): Received {
  const receivedType = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  if (value === null || typeof value === "boolean" || Number.isFinite(value))
    return { receivedType, received: value as number };
  if (typeof value === "object" || typeof value === "function") return { receivedType };
  const text = `${String(value)}${receivedType === "bigint" ? "n" : ""}`;
  const received = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  const textOf = parsed(text);
  return textOf !== undefined && typeof value === "string" && isAllowed(textOf)
    ? { receivedType, received, textOf }
    : { receivedType, received };
}

/**
 * Returns the boolean or finite number in a string; undefined for any other string. Leading zeros
 * and a plus sign are allowed.
 */
function parsed(text: string): number | boolean | undefined {
  const word = text.trim();
  if (word === "true" || word === "false") return word === "true";
  const number = /^[+-]?\d+(\.\d+)?$/.test(word) ? Number(word) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/**
 * Describes a received value for a message. Strings are in quotes; for objects, arrays and
 * functions, only the type is named. With `textOf`, adds a note that strings are not converted.
 */
function describe({ receivedType, received, textOf }: Received): string {
  if (received === undefined) return `${receivedType === "function" ? "a" : "an"} ${receivedType}`;
  const text = receivedType === "string" ? JSON.stringify(received) : String(received);
  return textOf === undefined
    ? text
    : `${text}; a string is not converted to ${typeof textOf === "number" ? "the number " : ""}${textOf}`;
}

/** The known name that is closest to `name`, as params; empty if none is close. */
function nearestParams(name: string, known: readonly string[]): { readonly nearest?: string } {
  const suggestion = nearest(name, known);
  return suggestion === null ? {} : { nearest: suggestion };
}

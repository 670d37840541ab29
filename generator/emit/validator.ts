import { pointerTo } from "../../runtime/validation/pointer.js";
import {
  type Code,
  data,
  identifier,
  isShortEnough,
  joined,
  list,
  literal,
  local,
  members,
  partial,
  property,
  type View,
} from "../code.js";
import { constant, hashSuffix, pascal } from "../lower/names.js";
import type { Field, Flow, Limits, ObjectType, Request, Type, UnionType } from "../model/model.js";
import type { Imports } from "./imports.js";
import { rulesPart } from "./rules.js";
import { type FileContext, patternTest, reachableTypes, writtenPattern } from "./types.js";

/**
 * Names of the functions and lists in one validator. Each call with the same arguments returns the same name, and no two names are equal.
 * Names of nested types have the last words of the type only, and one more word where another name is equal.
 */
export interface ValidatorNames {
  /** Function that checks a field of the body, such as `checkLevel`. */
  field(name: string): Code;
  /** Function that checks a nested object or a union, such as `checkMetricsFilter`. */
  type(name: string): Code;
  /** Function that checks a union member without a type of its own, such as `checkSizeOption1`. */
  option(union: string, index: number): Code;
  /** List of a nested object's fields, such as `METRICS_FILTER_FIELDS`. */
  fields(object: string): Code;
  /** Set of an enum's values, such as `LEVEL_VALUES`. */
  values(type: string): Code;
}

/** Most words of a type that a name has, unless another name is equal. */
const MOST_WORDS = 3;

/** Names that each validator has. */
const OWN_NAMES = ["FIELDS", "NO_VIOLATIONS", "ROW_IDS", "checkBody"];

/** `request` is the name of the report or the call, which names of its types begin with; `imported` are further names of the file. */
export function validatorNames(request: string, imported: readonly string[] = []): ValidatorNames {
  const taken = new Set([...OWN_NAMES, ...imported]);
  const known = new Map<string, Code>();
  const unique = (wanted: readonly string[], ...of: readonly string[]): Code => {
    const key = JSON.stringify(of);
    const assigned = known.get(key);
    if (assigned !== undefined) return assigned;
    let name = wanted.find((candidate) => !taken.has(candidate)) ?? "";
    for (let count = 1; name === "" || taken.has(name); count++) name = `${wanted.at(-1)}$${hashSuffix(`${key}${count}`)}`;
    taken.add(name);
    const code = identifier(name);
    known.set(key, code);
    return code;
  };
  const short = (type: string): readonly string[] => shortNames(type, pascal(request));
  return {
    field: (name) =>
      unique(
        [pascal(name), pascal(`${request}_${name}`)].filter(Boolean).map((words) => `check${words}`),
        "field",
        name,
      ),
    type: (name) =>
      unique(
        short(name).map((words) => `check${words}`),
        "type",
        name,
      ),
    option: (union, index) =>
      unique(
        short(union).map((words) => `check${words}Option${index + 1}`),
        "option",
        union,
        String(index),
      ),
    fields: (object) =>
      unique(
        short(object).map((words) => `${constant(words)}_FIELDS`),
        "fields",
        object,
      ),
    values: (type) =>
      unique(
        short(type).map((words) => `${constant(words)}_VALUES`),
        "values",
        type,
      ),
  };
}

/** Names for a type, best first: its last words without the prefix, then with one more word each, then its whole name. */
function shortNames(type: string, prefix: string): readonly string[] {
  const path = type.startsWith(prefix) ? type.slice(prefix.length) : type;
  const words = path.split(/(?=[A-Z])/);
  const names = words.map((_, index) => words.slice(index).join("")).filter((name) => /^[A-Z]/.test(name));
  return [...names.slice(-MOST_WORDS).slice(0, 1), ...names.slice(0, -MOST_WORDS).reverse(), type];
}

/** Sets at the top of the file, for enums with long lists of values: faster than comparisons one by one. */
export interface ValueSets {
  /** Imports of the file that the checks stand in. */
  readonly imports: Imports;
  readonly names: ValidatorNames;
  readonly views: readonly View[];
  /** Code that is true if the value is not in the enum, and code of the allowed values for the message. */
  choice(name: string, value: Code): { readonly isInvalid: Code; readonly allowed: Code };
}

/**
 * The value sets that a request's checks need, one for each enum with more than `LONGEST_CHAIN` values; adds their imports to the file.
 * `choice` of the result uses the set, or for fewer values comparisons one by one, and throws a `TypeError` for an enum that the request
 * does not use.
 */
export function valueSetsOf(request: Request, { imports, lists }: FileContext): ValueSets {
  const reached = reachableTypes(request.body, request);
  const enums = new Map(request.enums.filter(({ name }) => reached.has(name)).map((type) => [type.name, type]));
  const homes = [...enums.values()].flatMap((type) => {
    const home = lists.of(type);
    return home === null ? [] : [{ type, home }];
  });
  const names = validatorNames(
    request.name,
    homes.map(({ home }) => home.name),
  );
  if (homes.length > 0) imports.support("valueSet");
  return {
    imports,
    names,
    views: homes.map(({ type, home }) => ({ name: names.values(type.name), list: imports.file(home.path, home.name) })),
    choice(name, value) {
      const type = enums.get(name);
      if (type === undefined) throw new TypeError(`no enum ${name}`);
      if (lists.of(type) !== null) return { isInvalid: joined`!${names.values(name)}.has(${value})`, allowed: names.values(name) };
      const chain = members(type).map((member) => joined`${value} !== ${member}`);
      return { isInvalid: list(chain, " && "), allowed: data(type.values) };
    },
  };
}

/** The value that a check is about: its variable, its path, and the number of loops around it. */
export interface CheckedValue {
  readonly value: Code;
  /** Code of the path; it runs only on a violation. */
  readonly path: Code;
  /** Code of the path with a trailing slash, to append an index to. */
  readonly pathPrefix: Code;
  /** Number of loops around the check: each loop has its own names for the index and the item. */
  readonly depth: number;
  /** For an item: the path of its array with a trailing slash, and the index. */
  readonly inArray?: { readonly base: Code; readonly at: Code };
}

interface LimitView {
  readonly isInvalid: Code;
  readonly violation: Code;
  readonly [name: string]: View;
}

/** View of the partial that checks a value of this type. */
export function typeCheck(type: Type, limits: Limits, subject: CheckedValue, sets: ValueSets): View {
  const { value, path } = subject;
  const { imports } = sets;
  switch (type.kind) {
    case "enum":
      imports.support("push", "notOneOf");
      return { kind: partial("choice"), value, path, ...sets.choice(type.name, value) };
    case "constant":
      imports.support("push", "notOneOf");
      return { kind: partial("choice"), value, path, isInvalid: joined`${value} !== ${literal(type.value)}`, allowed: data([type.value]) };
    case "bytes":
      imports.support("push", "wrongType");
      return { kind: partial("bytes"), value, path };
    case "any":
      imports.support("push", "wrongType");
      return { kind: partial("any"), value, path };
    case "object":
    case "union":
      return { kind: partial("object"), value, check: sets.names.type(type.name), ...basePath(subject) };
    case "array": {
      const lengthGuard = isShortEnough(value, limits.maxItems);
      imports.support("push", "wrongType", ...(lengthGuard === null ? ["countItems"] : []));
      return {
        kind: partial("array"),
        value,
        path,
        limits: [...countLimits(limits, subject, imports), ...columnWarnings(type, limits, subject, imports)],
        lengthGuard: lengthGuard ?? false,
        ...loopNames(subject),
        items: typeCheck(type.items, type.each, itemOf(subject), sets),
      };
    }
    case "nullable":
      return { kind: partial("nullable"), value, of: typeCheck(type.of, limits, subject, sets) };
    case "boolean":
      imports.support("push", "wrongType");
      return { kind: partial("boolean"), value, path };
    case "string":
      imports.support("push", "wrongType");
      return { kind: partial("string"), value, path, expected: expectedText(limits), limits: textLimits(limits, subject, imports) };
    default:
      imports.support("push", "wrongType");
      return numberCheck(type.kind, limits, subject, imports);
  }
}

function numberCheck(kind: "integer" | "number", limits: Limits, subject: CheckedValue, imports: Imports): View {
  const { value, path } = subject;
  const isInteger = kind === "integer";
  return {
    kind: partial("number"),
    value,
    path,
    expected: literal(isInteger ? "a whole number" : "a number"),
    isNumber: isInteger ? joined`Number.isInteger` : joined`Number.isFinite`,
    limits: numberLimits(limits, subject, imports),
  };
}

/** The path of a value in the two parts that the function of its type takes. */
function basePath({ path, inArray }: CheckedValue): { readonly base: Code; readonly at: Code } {
  return inArray ?? { base: path, at: literal("") };
}

function loopNames({ depth }: Pick<CheckedValue, "depth">): { readonly index: Code; readonly item: Code } {
  const suffix = depth === 0 ? "" : String(depth);
  return { index: identifier(`index${suffix}`), item: identifier(`item${suffix}`) };
}

/** An item of an array. */
function itemOf({ pathPrefix, depth }: CheckedValue): CheckedValue {
  const { index, item } = loopNames({ depth });
  const path = joined`${pathPrefix} + ${index}`;
  return { value: item, path, pathPrefix: joined`${path} + "/"`, inArray: { base: pathPrefix, at: index }, depth: depth + 1 };
}

function expectedText({ pattern }: Limits): Code {
  return literal(pattern === "^\\d+$" ? "a string of digits" : "a string");
}

/** A length above that of any string. */
const LONGEST_TEXT = 2 ** 30;

/**
 * Code that is true if a text exceeds `maxLength`. JSON Schema counts code points, JavaScript UTF-16 code units, at most two per code
 * point: a text with more than twice as many units is too long without counting.
 */
function tooLong(maxLength: number, { pattern }: Limits, value: Code): Code {
  const longer = joined`${value}.length > ${literal(maxLength)}`;
  if (pattern === "^\\d+$" || maxLength >= LONGEST_TEXT) return longer;
  return joined`${value}.length > ${literal(2 * maxLength)} || (${longer} && [...${value}].length > ${literal(maxLength)})`;
}

function textLimits(limits: Limits, { value, path }: CheckedValue, imports: Imports): readonly LimitView[] {
  const views: LimitView[] = [];
  const limit = limitsIn(imports);
  const { pattern, minLength, maxLength } = limits;
  const length = joined`${value}.length`;
  // Before the pattern, which is not tested on a text that is too long.
  if (maxLength !== undefined)
    views.push(limit("max-length", tooLong(maxLength, limits, value), `must have at most ${maxLength} characters`, path, length));
  if (pattern !== undefined) {
    imports.support("patternMismatch");
    views.push({
      isInvalid: patternTest(pattern, value, imports),
      violation: joined`patternMismatch(${path}, ${literal(writtenPattern(pattern))}, ${value})`,
    });
  }
  if (limits.format === "date") {
    imports.support("dayNumber", "patternMismatch");
    views.push({
      isInvalid: joined`Number.isNaN(dayNumber(${value}))`,
      violation: joined`patternMismatch(${path}, "YYYY-MM-DD", ${value})`,
    });
  }
  if (minLength !== undefined)
    views.push(limit("min-length", joined`${length} < ${literal(minLength)}`, `must have at least ${minLength} characters`, path, length));
  return views;
}

function numberLimits(
  { minimum, exclusiveMinimum, maximum }: Limits,
  { value, path }: CheckedValue,
  imports: Imports,
): readonly LimitView[] {
  const views: LimitView[] = [];
  const limit = limitsIn(imports);
  if (minimum !== undefined)
    views.push(limit("minimum", joined`${value} < ${literal(minimum)}`, `must be at least ${minimum}`, path, value));
  if (exclusiveMinimum !== undefined)
    views.push(limit("minimum", joined`${value} <= ${literal(exclusiveMinimum)}`, `must be above ${exclusiveMinimum}`, path, value));
  if (maximum !== undefined)
    views.push(limit("maximum", joined`${value} > ${literal(maximum)}`, `must be at most ${maximum}`, path, value));
  return views;
}

function countLimits({ minItems, maxItems }: Limits, { value, path }: CheckedValue, imports: Imports): readonly LimitView[] {
  const views: LimitView[] = [];
  const limit = limitsIn(imports);
  const length = joined`${value}.length`;
  if (minItems !== undefined)
    views.push(limit("min-items", joined`${length} < ${literal(minItems)}`, `must have at least ${minItems}`, path, length));
  if (maxItems !== undefined)
    views.push(limit("max-items", joined`${length} > ${literal(maxItems)}`, `must have at most ${maxItems}`, path, length));
  return views;
}

/** Warnings about empty or repeated `columns`: the API accepts both, but the report is not the intended one. */
function columnWarnings(
  type: Type & { readonly kind: "array" },
  { minItems = 0 }: Limits,
  { value, path }: CheckedValue,
  imports: Imports,
): readonly LimitView[] {
  if (path !== literal("/columns") || type.items.kind !== "enum") return [];
  imports.support("violation");
  const warning = (rule: string, isInvalid: Code, message: string): LimitView => ({
    isInvalid,
    violation: joined`violation(${literal(rule)}, "warning", ${path}, () => ${literal(message)})`,
  });
  return [
    ...(minItems > 0 ? [] : [warning("no-columns", joined`${value}.length === 0`, "is empty: the response may have no data")]),
    warning(
      "repeated-columns",
      joined`new Set(${value}).size < ${value}.length`,
      "contains a column more than once: the response may contain it only once",
    ),
  ];
}

/** Makes the views of a value's limits. */
function limitsIn(imports: Imports): (rule: string, isInvalid: Code, message: string, path: Code, actual: Code) => LimitView {
  return (rule, isInvalid, message, path, actual) => {
    imports.support("outOfRange");
    return { isInvalid, violation: joined`outOfRange(${literal(rule)}, ${path}, ${literal(message)}, ${actual})` };
  };
}

/** Names of the support entry that each validator uses, whatever the request. */
const ALWAYS = [
  "isRecord",
  "NO_VIOLATIONS",
  "ownFields",
  "type StandardSchema",
  "standardSchema",
  "unreadable",
  "type ValidateOptions",
  "type Violation",
  "type Violations",
  "wrongType",
];

/** `validate.ts`: one pass over the body's own keys with one function per field, then the rules. */
export function validateView(request: Request & Pick<Flow, "levels">, context: FileContext): View {
  const { body } = request;
  const { oneOf } = body;
  const rowIds = (request.levels ?? []).filter(({ distinguishedBy }) => distinguishedBy.length > 0);
  const hasRowIds = rowIds.length > 0;
  const sets = valueSetsOf(request, context);
  const { imports } = context;
  const rules = rulesPart(request, imports);
  const reached = reachableTypes(body, request);
  const fields = oneOf === undefined ? body.fields : [];
  const required = fields.filter((field) => field.required);
  const isRead = ({ name }: Field): boolean =>
    rules.fields.has(name) || required.some((field) => field.name === name) || (hasRowIds && ["level", "columns"].includes(name));
  const variables = body.fields.filter(isRead).map(({ name }) => ({ label: literal(name), variable: local(name) }));
  imports.support(...ALWAYS, ...(hasRowIds ? ["type RowIds", "rowsWithoutIds"] : []));
  if (required.length > 0) imports.support("missing", "push");
  imports.sibling("types.ts", joined`type ${identifier(body.name)}`);
  const fieldViews = fields.map((field) => ({ ...bodyField(field, sets), hasVariable: isRead(field) }));
  return {
    valueSets: sets.views,
    fieldNames: data(body.fields.map(({ name }) => name)),
    fields: fieldViews,
    hasOneOf: oneOf !== undefined,
    oneOfCheck: oneOf === undefined ? joined`` : sets.names.type(oneOf),
    variables,
    required: required.map(({ name }) => ({ variable: local(name), path: literal(pointerTo(name)) })),
    ...propertiesView(body, joined`pointerTo(key)`, sets),
    objects: request.objects.filter(({ name }) => reached.has(name)).map((object) => objectView(object, sets)),
    unions: (request.unions ?? []).filter(({ name }) => reached.has(name)).map((union) => unionView(union, sets)),
    ...rules.view,
    hasRules: request.rules.length > 0,
    hasRowIds,
    rowIds: rowIds.map(({ name, distinguishedBy }) => ({ level: property(name), groups: data(distinguishedBy) })),
  };
}

/** A field of the body. It has a function of its own, unless that would only call the function of its type. */
function bodyField(field: Field, sets: ValueSets): { readonly [name: string]: View } {
  const hasFunction = !hasTypeFunction(field.type);
  return {
    label: literal(field.name),
    variable: local(field.name),
    hasFunction,
    check: hasFunction ? sets.names.field(field.name) : joined``,
    type: check(field.type, field.limits, literal(pointerTo(field.name)), sets),
  };
}

/** Whether a value of the type is checked by the function of the type alone. */
function hasTypeFunction(type: Type): boolean {
  return type.kind === "nullable" ? hasTypeFunction(type.of) : type.kind === "object" || type.kind === "union";
}

/** A nested object is checked by a function of its own, which takes its path as arguments. */
function objectView(object: ObjectType, sets: ValueSets): View {
  const fields = object.fields.map((field) => {
    const path = joined`base + at + ${literal(pointerTo(field.name))}`;
    return { label: literal(field.name), type: check(field.type, field.limits, path, sets), path };
  });
  const required = object.fields.flatMap((field, index) => (field.required ? [fields[index] as View] : []));
  sets.imports.support("push", ...(required.length > 0 ? ["missing"] : []));
  return {
    check: sets.names.type(object.name),
    fieldList: sets.names.fields(object.name),
    fieldNames: data(object.fields.map(({ name }) => name)),
    fields,
    required,
    checksProperties: fields.length > 0 || object.additionalProperties?.type.kind !== "any",
    ...propertiesView(object, joined`base + at + pointerTo(key)`, sets),
  };
}

/** Checks of an object besides its listed fields: additional properties, whose path is `path`, and the minimum number of properties. */
function propertiesView(
  { additionalProperties, minProperties, oneOf }: ObjectType,
  path: Code,
  sets: ValueSets,
): { readonly [name: string]: View } {
  const checksAdditional = additionalProperties !== undefined && additionalProperties.type.kind !== "any";
  const forbidsAdditional = additionalProperties === undefined && oneOf === undefined;
  if (forbidsAdditional) sets.imports.support("push", "pointerTo", "unknownField");
  if (checksAdditional) sets.imports.support("pointerTo");
  if (minProperties !== undefined) sets.imports.support("atLeast");
  return {
    forbidsAdditional,
    checksAdditional,
    additionalProperties: checksAdditional ? check(additionalProperties.type, additionalProperties.limits, path, sets) : joined``,
    hasMinProperties: minProperties !== undefined,
    minProperties: literal(minProperties ?? 0),
  };
}

/** Check of a union: the discriminator selects the member, or else the best match does. */
function unionView({ name, discriminator, members }: UnionType, sets: ValueSets): View {
  const hasDiscriminator = discriminator !== null && members.every(({ type }) => "name" in type && type.kind !== "enum");
  const options = members.map(({ type, limits, values }, index) => ({
    check: hasTypeFunction(type) && "name" in type ? sets.names.type(type.name) : sets.names.option(name, index),
    hasFunction: !("name" in type && hasTypeFunction(type)),
    type: check(type, limits, joined`base + at`, sets),
    labels: values.map((value) => literal(value)),
  }));
  sets.imports.support(...(hasDiscriminator ? ["push", "missing", "notOneOf"] : ["bestUnionMatch"]));
  return {
    check: sets.names.type(name),
    hasDiscriminator,
    discriminator: literal(discriminator ?? ""),
    path: joined`base + at + ${literal(pointerTo(discriminator ?? ""))}`,
    allowed: data(members.flatMap(({ values }) => values)),
    options,
  };
}

/** Check of the variable `value`, whose path is `path`. */
function check(type: Type, limits: Limits, path: Code, sets: ValueSets): View {
  return typeCheck(type, limits, { value: identifier("value"), path, pathPrefix: withSlash(path), depth: 0 }, sets);
}

/** Code of a path with a slash at its end, which a text at the end of the code takes in. */
function withSlash(path: Code): Code {
  return path.endsWith('"') ? (`${path.slice(0, -1)}/"` as Code) : joined`${path} + "/"`;
}

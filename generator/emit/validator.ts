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
import { constant, fieldCheck, fieldList, objectCheck, signOf } from "../lower/names.js";
import type { Field, Flow, Limits, ObjectType, Request, Type, UnionType } from "../model/model.js";
import type { Imports } from "./imports.js";
import { rulesPart } from "./rules.js";
import { type FileContext, patternTest, reachedFrom, writtenPattern } from "./types.js";

/** Names of the functions and lists in one validator. Clashing names, such as those of `ad_ids` and `ad-ids`, are made unique. */
export interface ValidatorNames {
  /** Function that checks a field of an object. */
  field(object: string, field: string): Code;
  /** Function that checks an object's additional properties. */
  others(object: string): Code;
  /** Function that checks a union member without a type of its own. */
  option(union: string, index: number): Code;
  /** Function that checks a whole object. */
  object(name: string): Code;
  /** List of an object's fields. */
  fields(object: string): Code;
  /** Set of an enum's values. */
  values(type: string): Code;
}

export function validatorNames(imported: readonly string[] = []): ValidatorNames {
  const taken = new Set(["FIELDS", "NO_VIOLATIONS", "ROW_IDS", ...imported]);
  const known = new Map<string, Code>();
  const unique = (wanted: string, ...of: readonly string[]): Code => {
    const key = JSON.stringify(of);
    const before = known.get(key);
    if (before !== undefined) return before;
    let name = wanted;
    for (let count = 1; taken.has(name); count++) name = `${wanted}$${signOf(`${key}${count}`)}`;
    taken.add(name);
    const code = identifier(name);
    known.set(key, code);
    return code;
  };
  return {
    field: (object, field) => unique(fieldCheck(object, field), "field", object, field),
    others: (object) => unique(`${fieldCheck(object, "others")}$`, "others", object),
    option: (union, index) => unique(`${fieldCheck(union, `option_${index + 1}`)}$`, "option", union, String(index)),
    object: (name) => unique(objectCheck(name), "object", name),
    fields: (object) => unique(fieldList(object), "fields", object),
    values: (type) => unique(constant(type), "values", type),
  };
}

/** Sets at the top of the file, for enums with long lists of values: faster than comparisons one by one. */
export interface Sets {
  /** Imports of the file that the checks stand in. */
  readonly imports: Imports;
  readonly names: ValidatorNames;
  readonly views: readonly View[];
  /** Code that is true if the value is not in the enum, and code of the allowed values for the message. */
  choice(name: string, value: Code): { readonly broken: Code; readonly allowed: Code };
}

/**
 * The value sets that a request's checks need, one for each enum with a long list; adds their imports to the file. The result's `choice`
 * throws a `TypeError` for an enum that the request does not use.
 */
export function setsOf(flow: Request, { imports, lists }: FileContext): Sets {
  const reached = reachedFrom(flow.body, flow);
  const enums = new Map(flow.enums.filter(({ name }) => reached.has(name)).map((type) => [type.name, type]));
  const homes = [...enums.values()].flatMap((type) => {
    const home = lists.of(type);
    return home === null ? [] : [{ type, home }];
  });
  const names = validatorNames(homes.map(({ home }) => home.name));
  if (homes.length > 0) imports.support("valueSet");
  return {
    imports,
    names,
    views: homes.map(({ type, home }) => ({ name: names.values(type.name), list: imports.file(home.path, home.name) })),
    choice(name, value) {
      const type = enums.get(name);
      if (type === undefined) throw new TypeError(`no enum ${name}`);
      if (lists.of(type) !== null) return { broken: joined`!${names.values(name)}.has(${value})`, allowed: names.values(name) };
      const chain = members(type).map((member) => joined`${value} !== ${member}`);
      return { broken: list(chain, " && "), allowed: data(type.values) };
    },
  };
}

/** Where a value is checked: its variable, code of its path (runs only on a violation), and the number of loops around it. */
export interface Place {
  readonly value: Code;
  readonly path: Code;
  /** The path with a trailing slash, to append an index to. */
  readonly stem: Code;
  readonly depth: number;
  /** For an item: the path of its array with a trailing slash, and the index. */
  readonly holder?: { readonly base: Code; readonly key: Code };
}

interface LimitView {
  readonly broken: Code;
  readonly violation: Code;
  readonly [name: string]: View;
}

/** View of the partial that checks a value of this type. */
export function typeCheck(type: Type, limits: Limits, place: Place, sets: Sets): View {
  const { value, path } = place;
  const { imports } = sets;
  switch (type.kind) {
    case "enum":
      imports.support("push", "notOneOf");
      return { kind: partial("choice"), value, path, ...sets.choice(type.name, value) };
    case "constant":
      imports.support("push", "notOneOf");
      return { kind: partial("choice"), value, path, broken: joined`${value} !== ${literal(type.value)}`, allowed: data([type.value]) };
    case "bytes":
      imports.support("push", "wrongType");
      return { kind: partial("bytes"), value, path };
    case "any":
      imports.support("push", "wrongType");
      return { kind: partial("any"), value, path };
    case "object":
    case "union":
      return { kind: partial("object"), value, check: sets.names.object(type.name), ...holder(place) };
    case "array": {
      const within = isShortEnough(value, limits.maxItems);
      imports.support("push", "wrongType", ...(within === null ? ["countItems"] : []));
      return {
        kind: partial("array"),
        value,
        path,
        limits: [...countLimits(limits, place, imports), ...columnWarnings(type, limits, place, imports)],
        within: within ?? false,
        ...loop(place),
        items: typeCheck(type.items, type.each, inside(place), sets),
      };
    }
    case "nullable":
      return { kind: partial("nullable"), value, of: typeCheck(type.of, limits, place, sets) };
    case "boolean":
      imports.support("push", "wrongType");
      return { kind: partial("boolean"), value, path };
    case "string":
      imports.support("push", "wrongType");
      return { kind: partial("string"), value, path, expected: expectedText(limits), limits: textLimits(limits, place, imports) };
    default:
      imports.support("push", "wrongType");
      return numberCheck(type.kind === "integer", limits, place, imports);
  }
}

function numberCheck(whole: boolean, limits: Limits, place: Place, imports: Imports): View {
  const { value, path } = place;
  const finite = identifier("Number");
  return {
    kind: partial("number"),
    value,
    path,
    expected: literal(whole ? "a whole number" : "a number"),
    finite: whole ? joined`${finite}.isInteger` : joined`${finite}.isFinite`,
    limits: numberLimits(limits, place, imports),
  };
}

function holder({ path, holder }: Place): { readonly base: Code; readonly key: Code } {
  return holder ?? { base: path, key: literal("") };
}

function indexAt(depth: number): Code {
  return identifier(depth === 0 ? "index" : `index${depth}`);
}

function loop({ depth }: Place): { readonly index: Code; readonly item: Code } {
  return { index: indexAt(depth), item: identifier(depth === 0 ? "item" : `item${depth}`) };
}

/** Place of an item of the array at `place`. */
function inside(place: Place): Place {
  const { index, item } = loop(place);
  const path = joined`${place.stem} + ${index}`;
  return { value: item, path, stem: joined`${path} + "/"`, holder: { base: place.stem, key: index }, depth: place.depth + 1 };
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

function textLimits(limits: Limits, { value, path }: Place, imports: Imports): readonly LimitView[] {
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
      broken: patternTest(pattern, value, imports),
      violation: joined`patternMismatch(${path}, ${literal(writtenPattern(pattern))}, ${value})`,
    });
  }
  if (limits.format === "date") {
    imports.support("dayNumber", "patternMismatch");
    views.push({ broken: joined`Number.isNaN(dayNumber(${value}))`, violation: joined`patternMismatch(${path}, "YYYY-MM-DD", ${value})` });
  }
  if (minLength !== undefined)
    views.push(limit("min-length", joined`${length} < ${literal(minLength)}`, `must have at least ${minLength} characters`, path, length));
  return views;
}

function numberLimits({ minimum, exclusiveMinimum, maximum }: Limits, { value, path }: Place, imports: Imports): readonly LimitView[] {
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

function countLimits({ minItems, maxItems }: Limits, { value, path }: Place, imports: Imports): readonly LimitView[] {
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
  { value, path }: Place,
  imports: Imports,
): readonly LimitView[] {
  if (path !== literal("/columns") || type.items.kind !== "enum") return [];
  imports.support("violation");
  const warning = (rule: string, broken: Code, says: string): LimitView => ({
    broken,
    violation: joined`violation(${literal(rule)}, "warning", ${path}, () => ${literal(says)})`,
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
function limitsIn(imports: Imports): (rule: string, broken: Code, says: string, path: Code, is: Code) => LimitView {
  return (rule, broken, says, path, is) => {
    imports.support("outOfRange");
    return { broken, violation: joined`outOfRange(${literal(rule)}, ${path}, ${literal(says)}, ${is})` };
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
  const rowIds = (request.levels ?? []).filter(({ toldApartBy }) => toldApartBy.length > 0);
  const identified = ["level", "columns"];
  const sets = setsOf(request, context);
  const { imports } = context;
  const rules = rulesPart(request, imports);
  const reached = reachedFrom(body, request);
  const whole = body.oneOf;
  const own = whole === undefined ? body.fields : [];
  const isRead = (name: string): boolean => rules.fields.has(name) || (rowIds.length > 0 && identified.includes(name));
  const kept = body.fields.filter(({ name, required }) => isRead(name) || (required && whole === undefined));
  imports.support(...ALWAYS, ...(rowIds.length > 0 ? ["type RowIds", "rowsWithoutIds"] : []));
  if (own.some(({ required }) => required)) imports.support("missing", "push");
  imports.sibling("types.ts", joined`type ${identifier(body.name)}`);
  return {
    sets: sets.views,
    names: data(body.fields.map(({ name }) => name)),
    fields: own.map((field) => bodyField(field, body.name, kept.includes(field), sets)),
    listed: whole === undefined,
    whole: whole === undefined ? joined`` : sets.names.object(whole),
    kept: kept.map(({ name }) => ({ label: literal(name), variable: local(name) })),
    locals: kept.map(({ name }) => local(name)),
    required: own.filter(({ required }) => required).map(({ name }) => ({ variable: local(name), path: literal(pointerTo(name)) })),
    ...othersView(body, sets),
    objects: request.objects.filter(({ name }) => reached.has(name)).map((object) => objectView(object, sets)),
    unions: (request.unions ?? []).filter(({ name }) => reached.has(name)).map((union) => unionView(union, sets)),
    ...rules.view,
    ruled: request.rules.length > 0,
    identified: rowIds.length > 0,
    rowIds: rowIds.map(({ name, toldApartBy }) => ({ level: property(name), groups: data(toldApartBy) })),
  };
}

function bodyField(field: Field, body: string, kept: boolean, sets: Sets): View {
  const place = { value: identifier("value"), path: literal(pointerTo(field.name)), stem: literal(`${pointerTo(field.name)}/`), depth: 0 };
  return {
    label: literal(field.name),
    variable: local(field.name),
    kept,
    check: sets.names.field(body, field.name),
    type: typeCheck(field.type, field.limits, place, sets),
  };
}

/** A nested object is checked by functions of its own, which take its path as arguments. */
function objectView(object: ObjectType, sets: Sets): View {
  const fields = object.fields.map((field) => ({
    label: literal(field.name),
    check: sets.names.field(object.name, field.name),
    type: check(field.type, field.limits, pointerTo(field.name), sets),
    path: joined`base + at + ${literal(pointerTo(field.name))}`,
  }));
  const required = object.fields.flatMap(({ required }, index) => (required ? [fields[index] as View] : []));
  sets.imports.support("push", ...(required.length > 0 ? ["missing"] : []));
  const names = { name: sets.names.fields(object.name), list: data(object.fields.map(({ name }) => name)) };
  return {
    check: sets.names.object(object.name),
    names,
    fields,
    required,
    walked: fields.length > 0 || object.additionalProperties?.type.kind !== "any",
    ...othersView(object, sets),
  };
}

/** Checks of an object besides its listed fields: additional properties and the minimum number of properties. */
function othersView({ name, additionalProperties, minProperties, oneOf }: ObjectType, sets: Sets): { readonly [name: string]: View } {
  const checked = additionalProperties !== undefined && additionalProperties.type.kind !== "any";
  const closed = additionalProperties === undefined && oneOf === undefined;
  if (closed) sets.imports.support("push", "pointerTo", "unknownField");
  if (checked) sets.imports.support("pointerTo");
  if (minProperties !== undefined) sets.imports.support("atLeast");
  return {
    closed,
    checked,
    others: sets.names.others(name),
    otherType: checked ? check(additionalProperties.type, additionalProperties.limits, "", sets) : joined``,
    counted: minProperties !== undefined,
    least: literal(minProperties ?? 0),
  };
}

/** Check of a union: the tag field selects the member, or else the best match does. */
function unionView({ name, discriminator, members }: UnionType, sets: Sets): View {
  const isNamed = discriminator !== null && members.every(({ type }) => "name" in type && type.kind !== "enum");
  const options = members.map(({ type, limits, values }, index) => ({
    check: isNamed && "name" in type ? sets.names.object(type.name) : sets.names.option(name, index),
    type: check(type, limits, "", sets),
    labels: values.map((value) => literal(value)),
  }));
  sets.imports.support(...(isNamed ? ["push", "missing", "notOneOf"] : ["bestUnionMatch"]));
  return {
    check: sets.names.object(name),
    tagged: isNamed,
    tag: literal(discriminator ?? ""),
    path: joined`base + at + ${literal(pointerTo(discriminator ?? ""))}`,
    allowed: data(members.flatMap(({ values }) => values)),
    options,
  };
}

/** Check of a value in a function that takes the path as arguments. */
function check(type: Type, limits: Limits, below: string, sets: Sets): View {
  const path: Code = below === "" ? joined`base + at` : joined`base + at + ${literal(below)}`;
  const stem = joined`base + at + ${literal(`${below}/`)}`;
  return typeCheck(type, limits, { value: identifier("value"), path, stem, depth: 0 }, sets);
}

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
import type {
  EnumType,
  Field,
  Flow,
  Limits,
  NamedTypes,
  ObjectType,
  Request,
  Type,
  UnionType,
} from "../model/model.js";
import { hasRules } from "../rules/nested.js";
import { isOfUpdates, isUpdate } from "../rules/update.js";
import {
  CHECKS_FILE,
  checkedFields,
  innermost,
  type SharedChecks,
  type ValidatorNames,
  validatorNames,
} from "./checks.js";
import type { Imports } from "./imports.js";
import { objectRulesPart, rulesPart } from "./rules.js";
import { type FileContext, patternTest, reachableTypes, writtenPattern } from "./types.js";

/**
 * Generates the checks of enum values. An enum with more than three values gets a list at the top
 * of the file. A long enum gets a set, which is faster than single comparisons.
 */
export interface ValueSets {
  /** Imports of the file with the checks. */
  readonly imports: Imports;
  readonly names: ValidatorNames;
  /**
   * Returns code that is true if the value is not in the enum. `allowed` is the code of the allowed
   * values, for the message. Adds a set to the file, with its imports, if the enum has a long list.
   * Throws a `TypeError` for an unknown enum.
   */
  choice(name: string, value: Code): { readonly isInvalid: Code; readonly allowed: Code };
  /**
   * Whether the request is an update. Null if the generated functions take `isUpdate` as an
   * argument.
   */
  readonly isUpdate: boolean | null;
  /**
   * Code for a comma and the argument `isUpdate` of a type's function. Empty if the function does
   * not take that argument.
   */
  update(type: Type): Code;
}

interface FileSets extends ValueSets {
  /** The value sets for functions that check types for updates. */
  readonly ofUpdates: ValueSets;
  /** The sets and lists that `choice` has used, in the order of the enums. */
  readonly views: readonly View[];
}

/** The enums that one file checks, and that file's arguments for `validatorNames`. */
interface CheckedEnums extends Pick<ValueSets, "isUpdate"> {
  readonly enums: readonly EnumType[];
  readonly requests: readonly string[];
  readonly imported: readonly string[];
}

/**
 * Maximum number of values that a check compares one by one. For more values, it uses a list or
 * set.
 */
const MAX_COMPARED = 3;

/** The value sets of one file. A set is added when a check uses its enum. */
function valueSetsOf(
  { enums, requests, imported, isUpdate }: CheckedEnums,
  { imports, lists, checks }: FileContext,
): FileSets {
  const known = new Map(enums.map((type) => [type.name, type]));
  const homes = [...known.values()].flatMap((type) => {
    const home = lists.of(type);
    return home === null ? [] : [{ type, home }];
  });
  const own = validatorNames(requests, [...imported, ...homes.map(({ home }) => home.name)]);
  const names: ValidatorNames = {
    ...own,
    type: (name) => {
      const shared = checks.ofType(name);
      return shared === null ? own.type(name) : imports.file(CHECKS_FILE, shared);
    },
  };
  const sets = homes.map(({ type, home }) => ({ type, home, name: names.values(type.name) }));
  const used = new Set<Code>();
  // Lists with equal values share a name.
  const short = new Map<Code, Code>();
  const updateIn =
    (inUpdate: boolean | null) =>
    (type: Type): Code => {
      const inner = innermost(type);
      if (!("name" in inner) || !checks.needsUpdate(inner.name)) return joined``;
      return joined`, ${inUpdate === null ? identifier("isUpdate") : literal(inUpdate)}`;
    };
  const common: Pick<ValueSets, "imports" | "names" | "choice"> = {
    imports,
    names,
    choice(typeName, value) {
      const type = known.get(typeName);
      if (type === undefined) throw new TypeError(`unknown enum ${typeName}`);
      const set = sets.find((candidate) => candidate.type === type);
      if (set === undefined) {
        const allowed = data(type.values);
        if (type.values.length <= MAX_COMPARED) {
          const chain = members(type).map((member) => joined`${value} !== ${member}`);
          return { isInvalid: list(chain, " && "), allowed };
        }
        const name = short.get(allowed) ?? names.values(typeName);
        short.set(allowed, name);
        return { isInvalid: joined`!${name}.includes(${value})`, allowed: name };
      }
      used.add(set.name);
      imports.support("valueSet");
      imports.file(set.home.path, set.home.name);
      return { isInvalid: joined`!${set.name}.has(${value})`, allowed: set.name };
    },
  };
  return {
    ...common,
    isUpdate,
    update: updateIn(isUpdate),
    ofUpdates: { ...common, isUpdate: true, update: updateIn(true) },
    get views() {
      return [
        ...sets
          .filter(({ name }) => used.has(name))
          .map(({ name, home }) => ({ name, list: home.name, isSet: true })),
        ...[...short].map(([list, name]) => ({ name, list, isSet: false })),
      ];
    },
  };
}

/** The checked value, with its path and the number of loops around it. */
export interface CheckedValue {
  readonly value: Code;
  /**
   * Code for the path. It runs only if there is a violation, except for objects and unions, whose
   * functions take the path as an argument.
   */
  readonly path: Code;
  /** Code for the path with a trailing slash, to append an index to. */
  readonly pathPrefix: Code;
  /** Number of loops around the check. Each loop has its own names for the index and the item. */
  readonly depth: number;
  /** For an item: the path of its array with a trailing slash, and the index. */
  readonly inArray?: { readonly base: Code; readonly at: Code };
}

/**
 * The view of a partial that checks a value. It has `isInvalid` if a single condition checks the
 * value's type.
 */
interface CheckView {
  readonly [name: string]: View;
  readonly isInvalid?: Code;
  readonly limits?: readonly LimitView[];
}

interface LimitView {
  readonly isInvalid: Code;
  readonly violation: Code;
  readonly [name: string]: View;
}

/**
 * Returns the view of the partial that checks a value's type and limits. It also checks the items
 * of arrays, and warns about empty or repeated `columns` of the request. Objects and unions are
 * checked by calling their type's function. `subject` is the value and its path. `sets` supplies
 * the checks of enum values, and its `imports` receives the names that the check uses.
 */
export function typeCheck(
  type: Type,
  limits: Limits,
  subject: CheckedValue,
  sets: ValueSets,
): CheckView {
  const { value, path } = subject;
  const { imports } = sets;
  const scalar = (
    isInvalid: Code,
    expected: string,
    limits: readonly LimitView[] = [],
  ): CheckView => {
    imports.support("push", "wrongType");
    return {
      kind: partial("scalar"),
      isInvalid,
      violation: joined`wrongType(${path}, ${literal(expected)}, ${value})`,
      limits,
    };
  };
  switch (type.kind) {
    case "enum":
      imports.support("pushNotOneOf");
      return { kind: partial("choice"), value, path, ...sets.choice(type.name, value) };
    case "constant":
      imports.support("pushNotOneOf");
      return {
        kind: partial("choice"),
        value,
        path,
        isInvalid: joined`${value} !== ${literal(type.value)}`,
        allowed: data([type.value]),
      };
    case "bytes":
      return scalar(joined`!(${value} instanceof Blob)`, "blob");
    case "any":
      return scalar(joined`typeof ${value} === "function" || typeof ${value} === "symbol"`, "data");
    case "object":
    case "union":
      return {
        kind: partial("object"),
        value,
        check: sets.names.type(type.name),
        ...basePath(subject),
        update: sets.update(type),
      };
    case "array": {
      const lengthGuard = isShortEnough(value, limits.maxItems);
      imports.support("push", "wrongType", ...(lengthGuard === null ? ["countItems"] : []));
      return {
        kind: partial("array"),
        value,
        path,
        limits: [
          ...countLimits(limits, subject, imports),
          ...columnWarnings(type, limits, subject, imports),
        ],
        lengthGuard: lengthGuard ?? false,
        ...loopNames(subject),
        items: typeCheck(type.items, type.each, itemOf(subject), sets),
      };
    }
    case "nullable":
      return orNull(value, typeCheck(type.of, limits, subject, sets));
    case "boolean":
      return scalar(joined`typeof ${value} !== "boolean"`, "boolean");
    case "string":
      return scalar(
        joined`typeof ${value} !== "string"`,
        expectedText(limits),
        textLimits(limits, subject, imports),
      );
    default: {
      const isNumber = type.kind === "integer" ? joined`Number.isInteger` : joined`Number.isFinite`;
      const isInvalid = joined`typeof ${value} !== "number" || !${isNumber}(${value})`;
      return scalar(isInvalid, type.kind, numberLimits(limits, subject, imports));
    }
  }
}

/**
 * The check of a value that may be null. If the check has at most one limit, its conditions also
 * test for null.
 */
function orNull(value: Code, check: CheckView): CheckView {
  const { isInvalid, limits = [] } = check;
  if (isInvalid === undefined || limits.length > 1)
    return { kind: partial("nullable"), value, of: check, isCall: "check" in check };
  const given = (condition: Code): Code =>
    condition.includes(" || ")
      ? joined`${value} !== null && (${condition})`
      : joined`${value} !== null && ${condition}`;
  return {
    ...check,
    isInvalid: given(isInvalid),
    limits: limits.map((limit) => ({ ...limit, isInvalid: given(limit.isInvalid) })),
  };
}

/** The path of a value, split into two arguments for the function that checks its type. */
function basePath({ path, inArray }: CheckedValue): { readonly base: Code; readonly at: Code } {
  return inArray ?? { base: path, at: literal("") };
}

/**
 * The variables of a loop over an array: `index` and `item`, with the depth as a suffix below the
 * outermost.
 */
function loopNames({ depth }: Pick<CheckedValue, "depth">): {
  readonly index: Code;
  readonly item: Code;
} {
  const suffix = depth === 0 ? "" : String(depth);
  return { index: identifier(`index${suffix}`), item: identifier(`item${suffix}`) };
}

/** An array's item, as a value to check. */
function itemOf({ pathPrefix, depth }: CheckedValue): CheckedValue {
  const { index, item } = loopNames({ depth });
  const path = joined`${pathPrefix} + ${index}`;
  return {
    value: item,
    path,
    pathPrefix: joined`${path} + "/"`,
    inArray: { base: pathPrefix, at: index },
    depth: depth + 1,
  };
}

/** The expected value in messages about a string: "digits" or "string". */
function expectedText({ pattern }: Limits): string {
  return pattern === "^\\d+$" ? "digits" : "string";
}

/**
 * The checks of a string's length, pattern and format. Adds the functions they use to `imports`.
 */
function textLimits(
  limits: Limits,
  { value, path }: CheckedValue,
  imports: Imports,
): readonly LimitView[] {
  const views: LimitView[] = [];
  const limit = limitsIn(imports);
  const { pattern, minLength, maxLength } = limits;
  // A digit is always one UTF-16 unit. Other characters can be two, so they are counted.
  const isDigits = pattern === "^\\d+$";
  const units = joined`${value}.length`;
  const length = isDigits ? units : joined`countCharacters(${value})`;
  if (!isDigits && (minLength ?? maxLength) !== undefined) imports.support("countCharacters");
  // The length is checked first, so that the pattern is not tested on a string that is too long.
  if (maxLength !== undefined) {
    const isTooLong = joined`${length} > ${literal(maxLength)}`;
    const isInvalid = isDigits
      ? isTooLong
      : joined`${units} > ${literal(maxLength)} && ${isTooLong}`;
    views.push(limit("max-length", isInvalid, maxLength, path, length));
  }
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
  if (limits.format === "date-time") {
    imports.support("isDateTime", "timeMismatch");
    views.push({
      isInvalid: joined`!isDateTime(${value})`,
      violation: joined`timeMismatch(${path}, ${value})`,
    });
  }
  if (minLength !== undefined)
    views.push(
      limit("min-length", joined`${length} < ${literal(minLength)}`, minLength, path, length),
    );
  return views;
}

/** The checks of a number's range and step. Adds the functions they use to `imports`. */
function numberLimits(
  { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf }: Limits,
  { value, path }: CheckedValue,
  imports: Imports,
): readonly LimitView[] {
  const views: LimitView[] = [];
  const limit = limitsIn(imports);
  if (minimum !== undefined)
    views.push(limit("minimum", joined`${value} < ${literal(minimum)}`, minimum, path, value));
  if (exclusiveMinimum !== undefined)
    views.push(
      limit(
        "exclusive-minimum",
        joined`${value} <= ${literal(exclusiveMinimum)}`,
        exclusiveMinimum,
        path,
        value,
      ),
    );
  if (maximum !== undefined)
    views.push(limit("maximum", joined`${value} > ${literal(maximum)}`, maximum, path, value));
  const excluded = (rule: string, isInvalid: Code, bound: number): void => {
    imports.support("excludedNumber");
    const violation = joined`excludedNumber(${literal(rule)}, ${path}, ${literal(bound)}, ${value})`;
    views.push({ isInvalid, violation });
  };
  if (exclusiveMaximum !== undefined)
    excluded(
      "exclusive-maximum",
      joined`${value} >= ${literal(exclusiveMaximum)}`,
      exclusiveMaximum,
    );
  if (multipleOf !== undefined) {
    imports.support("isMultiple");
    excluded("multiple-of", joined`!isMultiple(${value}, ${literal(multipleOf)})`, multipleOf);
  }
  return views;
}

/**
 * The checks of an array's length and of repeated items. Adds the functions they use to `imports`.
 */
function countLimits(
  { minItems, maxItems, uniqueItems }: Limits,
  { value, path }: CheckedValue,
  imports: Imports,
): readonly LimitView[] {
  const views: LimitView[] = [];
  const limit = limitsIn(imports);
  const length = joined`${value}.length`;
  if (minItems !== undefined)
    views.push(
      limit("min-items", joined`${length} < ${literal(minItems)}`, minItems, path, length),
    );
  if (maxItems !== undefined)
    views.push(
      limit("max-items", joined`${length} > ${literal(maxItems)}`, maxItems, path, length),
    );
  if (uniqueItems === true) {
    imports.support("isUnique", "repeatedItem");
    // Do not compare the items of a list that is too long.
    const guard = isShortEnough(value, maxItems);
    views.push({
      isInvalid: joined`${guard === null ? joined`` : joined`${guard} && `}!isUnique(${value})`,
      violation: joined`repeatedItem(${path}, ${value})`,
    });
  }
  return views;
}

/**
 * Warnings about empty or repeated `columns`. The API accepts both, but they are probably mistakes.
 */
function columnWarnings(
  type: Type & { readonly kind: "array" },
  { minItems = 0, uniqueItems }: Limits,
  { value, path }: CheckedValue,
  imports: Imports,
): readonly LimitView[] {
  if (path !== literal("/columns") || type.items.kind !== "enum") return [];
  if (minItems === 0 || uniqueItems !== true) imports.support("violation");
  if (uniqueItems !== true) imports.support("hasRepeats");
  const warning = (rule: string, isInvalid: Code, message: string): LimitView => ({
    isInvalid,
    violation: joined`violation(${literal(rule)}, "warning", ${path}, ${literal(message)})`,
  });
  return [
    ...(minItems > 0
      ? []
      : [
          warning(
            "no-columns",
            joined`${value}.length === 0`,
            "is empty: the response might contain no data",
          ),
        ]),
    ...(uniqueItems === true
      ? []
      : [
          warning(
            "repeated-columns",
            joined`hasRepeats(${value})`,
            "contains a column more than once: the response might contain it only once",
          ),
        ]),
  ];
}

/**
 * Returns a function that creates the view of a value's limit. That function adds the runtime
 * function for the violation to `imports`.
 */
function limitsIn(
  imports: Imports,
): (rule: string, isInvalid: Code, limit: number, path: Code, actual: Code) => LimitView {
  return (rule, isInvalid, limit, path, actual) => {
    imports.support("outOfRange");
    return {
      isInvalid,
      violation: joined`outOfRange(${literal(rule)}, ${path}, ${literal(limit)}, ${actual})`,
    };
  };
}

/** Names from the support entry that every validator uses. */
const ALWAYS = ["type StandardSchema", "standardSchema", "type ValidateOptions", "type Violation"];

/** Names that a validator uses if it has a loop over the fields. */
const OF_LOOP = [
  "isRecord",
  "NO_VIOLATIONS",
  "ownFields",
  "unreadable",
  "type Violations",
  "wrongType",
];

/**
 * The validator in the view of a request's `schema.ts`. Adds the names that it uses to
 * `context.imports`, which must already contain the imports of the file's types. Otherwise a
 * function or list of the validator could get the name of a list that only the types use.
 *
 * Each field is checked by a function: its type's function if there is one, otherwise a shared
 * function, otherwise a function in this file. If only fields are checked, the functions are in a
 * table. Otherwise a loop over the body's own keys calls them and keeps the values for the rules. A
 * union body is checked by its union's function. The view includes the functions of the objects and
 * unions that the body uses. Functions in `context.checks` are imported instead.
 */
export function validateView(
  request: Request & Pick<Flow, "levels">,
  context: FileContext,
): { readonly [name: string]: View } {
  const { body } = request;
  const { oneOf } = body;
  const rowIds = (request.levels ?? []).filter(({ distinguishedBy }) => distinguishedBy.length > 0);
  const hasRowIds = rowIds.length > 0;
  const { imports, checks } = context;
  const rules = rulesPart(request, imports);
  const reached = reachableTypes(body, request);
  const fields = checkedFields(request);
  const sets = valueSetsOf(
    {
      isUpdate: isUpdate(request),
      enums: request.enums.filter(({ name }) => reached.has(name)),
      requests: [request.name],
      imported: [
        ...imports.names,
        ...fields.flatMap((field) => checks.of(field, request) ?? []),
        ...[...reached].flatMap((name) => checks.ofType(name) ?? []),
      ],
    },
    context,
  );
  const required = fields.filter((field) => field.required);
  const isRead = ({ name }: Field): boolean =>
    rules.fields.has(name) ||
    required.some((field) => field.name === name) ||
    (hasRowIds && ["level", "columns"].includes(name));
  const variables = body.fields
    .filter(isRead)
    .map(({ name }) => ({ label: literal(name), variable: local(name) }));
  const isTable =
    oneOf === undefined &&
    !hasRowIds &&
    request.rules.length === 0 &&
    [body.additionalProperties, body.minProperties, body.maxProperties].every(
      (other) => other === undefined,
    );
  imports.support(
    ...ALWAYS,
    ...(isTable ? ["checkFields"] : OF_LOOP),
    ...(hasRowIds ? ["type RowIds", "rowsWithoutIds"] : []),
  );
  if (required.length > 0 && !isTable) imports.support("missing", "push");
  // Put the most common fields first, because a `switch` compares a key with its cases in order.
  const byUse = [...fields].sort(
    (a, b) => Number(b.required) - Number(a.required) || Number(isRead(b)) - Number(isRead(a)),
  );
  const fieldViews = (isTable ? fields : byUse).map((field) => ({
    ...(isTable ? tableField : bodyField)(field, request, sets, checks),
    hasVariable: isRead(field),
  }));
  const types = typesView(
    request,
    { isIncluded: (name) => reached.has(name) && checks.ofType(name) === null, isExported: false },
    sets,
  );
  if (isTable && [...types.objects, ...types.unions, ...fieldViews.filter(isDeclared)].length > 0)
    imports.support("type Violations");
  return {
    isTable,
    hasRequired: required.length > 0,
    requiredNames: data(required.map(({ name }) => name)),
    fieldNames: data(body.fields.map(({ name }) => name)),
    fields: fieldViews,
    hasOneOf: oneOf !== undefined,
    oneOfCheck: oneOf === undefined ? joined`` : sets.names.type(oneOf),
    oneOfUpdate: oneOf === undefined ? joined`` : sets.update({ kind: "union", name: oneOf }),
    variables,
    required: required.map(({ name }) => ({
      variable: local(name),
      path: literal(pointerTo(name)),
    })),
    ...(isTable ? NO_PROPERTIES : propertiesView(body, joined`pointerTo(key)`, sets)),
    ...types,
    ...rules.view,
    hasRules: hasRules(request),
    hasRowIds,
    rowIds: rowIds.map(({ name, distinguishedBy }) => ({
      level: property(name),
      groups: data(distinguishedBy),
    })),
    valueSets: sets.views,
  };
}

/** The result of `propertiesView` for a table of fields, which has none of these checks. */
const NO_PROPERTIES = {
  forbidsAdditional: false,
  checksAdditional: false,
  hasMinProperties: false,
  hasMaxProperties: false,
} as const;

/** Whether the field's function is declared in the same file. */
function isDeclared(field: FieldView): boolean {
  return field.isDeclared;
}

/** A field in the table: its function, or a call to its type's function. */
function tableField(
  field: Field,
  request: Request,
  sets: ValueSets,
  checks: SharedChecks,
): FieldView {
  const view = bodyField(field, request, sets, checks);
  const named = field.type.kind === "object" || field.type.kind === "union" ? field.type : null;
  if (view.hasFunction) return view;
  if (named === null)
    return { ...view, isDeclared: true, check: sets.names.field(field.name, request.name) };
  const path = literal(pointerTo(field.name));
  const check = joined`(value, violations) => ${sets.names.type(named.name)}(value, ${path}, "", violations${sets.update(named)})`;
  return { ...view, check };
}

interface FieldView {
  readonly [name: string]: View;
  readonly hasFunction: boolean;
  readonly isDeclared: boolean;
}

/**
 * A field of the body. It has a function, in this file or shared, unless that function would only
 * call the type's function.
 */
function bodyField(
  field: Field,
  request: Request,
  sets: ValueSets,
  checks: SharedChecks,
): FieldView {
  const hasFunction = !hasTypeFunction(field.type);
  const sharedCheck = checks.of(field, request);
  if (sharedCheck !== null) sets.imports.file(CHECKS_FILE, sharedCheck);
  return {
    label: literal(field.name),
    property: property(field.name),
    variable: local(field.name),
    hasFunction,
    isDeclared: hasFunction && sharedCheck === null,
    check: sharedCheck ?? (hasFunction ? sets.names.field(field.name, request.name) : joined``),
    type: sharedCheck === null ? fieldType(field, sets) : joined``,
  };
}

/** View of the partial that checks the value of a body's field. */
function fieldType({ name, type, limits }: Field, sets: ValueSets): View {
  return check(type, limits, literal(pointerTo(name)), sets);
}

/** The views of the functions that check the included objects and unions. */
function typesView(
  types: NamedTypes,
  { isIncluded, isExported }: Functions,
  fileSets: FileSets,
): { readonly objects: readonly View[]; readonly unions: readonly View[] } {
  const included = <Named extends { readonly name: string }>(named: readonly Named[]) =>
    named.filter(({ name }) => isIncluded(name));
  const { objects, unions = [] } = types;
  const setsOf = ({ name }: { readonly name: string }): ValueSets =>
    isOfUpdates(name) ? fileSets.ofUpdates : fileSets;
  return {
    objects: included(objects).map((object) => ({
      ...objectView(object, types, setsOf(object)),
      isExported,
    })),
    unions: included(unions).map((union) => ({ ...unionView(union, setsOf(union)), isExported })),
  };
}

/**
 * Selects the types whose functions a file declares. `isExported`: other files use the functions.
 */
interface Functions {
  readonly isIncluded: (name: string) => boolean;
  readonly isExported: boolean;
}

/** The view of `checks.ts`: the checks of `types`, and of fields that several validators share. */
export function checksView(types: NamedTypes, context: FileContext): View {
  const { all } = context.checks;
  const { objects, unions = [] } = types;
  const sets = valueSetsOf(
    {
      isUpdate: null,
      enums: [...all.flatMap(({ enumType }) => enumType ?? []), ...types.enums],
      requests: all.map(({ request }) => request),
      imported: [
        ...all.map(({ name }) => name),
        ...[...objects, ...unions].flatMap(({ name }) => context.checks.ofType(name) ?? []),
      ],
    },
    context,
  );
  const { imports } = context;
  imports.support("type Violations");
  const checks = all.map(({ name, field }) => ({ check: name, type: fieldType(field, sets) }));
  return {
    checks,
    ...typesView(types, { isIncluded: () => true, isExported: true }, sets),
    valueSets: sets.views,
  };
}

/** Whether the type's own function checks everything about a value. */
function hasTypeFunction(type: Type): boolean {
  return type.kind === "nullable"
    ? hasTypeFunction(type.of)
    : type.kind === "object" || type.kind === "union";
}

/**
 * The view of the function that checks a nested object. The function takes the object's path as
 * arguments.
 */
function objectView(
  object: ObjectType,
  types: NamedTypes,
  sets: ValueSets,
): { readonly [name: string]: View } {
  const fields = object.fields.map((field) => {
    const path = joined`base + at + ${literal(pointerTo(field.name))}`;
    return { label: literal(field.name), type: check(field.type, field.limits, path, sets) };
  });
  const required = object.fields.filter((field) => field.required);
  const rules = objectRulesPart(object, types, sets.isUpdate, sets.imports);
  const checksProperties =
    fields.length > 0 || rules.fields.size > 0 || object.additionalProperties?.type.kind !== "any";
  sets.imports.support(
    "isRecord",
    "push",
    "wrongType",
    ...(required.length > 0 ? ["requireFields"] : []),
    ...(checksProperties ? ["ownFields"] : []),
  );
  const properties = propertiesView(object, joined`base + at + pointerTo(key)`, sets);
  const { days, innerFields, ruleChecks } = rules.view;
  const hasMore =
    properties.hasMinProperties === true ||
    properties.hasMaxProperties === true ||
    rules.fields.size + days.length + ruleChecks.length > 0;
  return {
    takesUpdate: updateOf({ kind: "object", name: object.name }, sets).takesUpdate,
    variables: [...rules.fields].map((name) => ({ label: literal(name), variable: local(name) })),
    innerFields,
    days,
    ruleChecks,
    check: sets.names.type(object.name),
    fieldList: sets.names.fields(object.name),
    fieldNames: data(object.fields.map(({ name }) => name)),
    fields,
    hasRequired: required.length > 0,
    endsWithRequired: required.length > 0 && !hasMore,
    requiredNames: data(required.map(({ name }) => name)),
    checksProperties,
    ...properties,
  };
}

/**
 * The checks of an object's unlisted properties and number of properties. `path` is the code for
 * the path of an unlisted property.
 */
function propertiesView(
  { additionalProperties, minProperties, maxProperties, oneOf }: ObjectType,
  path: Code,
  sets: ValueSets,
): { readonly [name: string]: View } {
  const checksAdditional =
    additionalProperties !== undefined && additionalProperties.type.kind !== "any";
  const forbidsAdditional = additionalProperties === undefined && oneOf === undefined;
  if (forbidsAdditional) sets.imports.support("push", "pointerTo", "unknownField");
  if (checksAdditional) sets.imports.support("pointerTo");
  if (minProperties !== undefined) sets.imports.support("atLeast");
  if (maxProperties !== undefined) sets.imports.support("atMost");
  return {
    forbidsAdditional,
    checksAdditional,
    additionalProperties: checksAdditional
      ? check(additionalProperties.type, additionalProperties.limits, path, sets)
      : joined``,
    hasMinProperties: minProperties !== undefined,
    minProperties: literal(minProperties ?? 0),
    hasMaxProperties: maxProperties !== undefined,
    maxProperties: literal(maxProperties ?? 0),
  };
}

/**
 * The view of the function that checks a union. A discriminator selects the member; without one,
 * the best match is used.
 */
function unionView(
  { name, discriminator, members }: UnionType,
  sets: ValueSets,
): { readonly [name: string]: View } {
  const hasDiscriminator =
    discriminator !== null && members.every(({ type }) => "name" in type && type.kind !== "enum");
  const options = members.map(({ type, limits, values }, index) => {
    const named = type.kind === "object" || type.kind === "union" ? type.name : null;
    return {
      check: named === null ? sets.names.option(name, index) : sets.names.type(named),
      hasFunction: named === null,
      type: check(type, limits, joined`base + at`, sets),
      labels: values.map((value) => literal(value)),
      ...updateOf(type, sets),
    };
  });
  sets.imports.support(
    ...(hasDiscriminator
      ? ["isRecord", "push", "missing", "pushNotOneOf", "wrongType"]
      : ["bestUnionMatch", "NO_VIOLATIONS"]),
  );
  return {
    check: sets.names.type(name),
    ...updateOf({ kind: "union", name }, sets),
    hasDiscriminator,
    discriminator: literal(discriminator ?? ""),
    path: joined`base + at + ${literal(pointerTo(discriminator ?? ""))}`,
    allowed: data(members.flatMap(({ values }) => values)),
    options,
  };
}

/** Whether a type's check function takes `isUpdate`, and the code for that argument. */
function updateOf(type: Type, sets: ValueSets): { readonly takesUpdate: boolean; update: Code } {
  const update = sets.update(type);
  return { takesUpdate: update !== "" && sets.isUpdate === null, update };
}

/** The check of a variable called `value`, whose path is `path`. */
function check(type: Type, limits: Limits, path: Code, sets: ValueSets): View {
  return typeCheck(
    type,
    limits,
    { value: identifier("value"), path, pathPrefix: withSlash(path), depth: 0 },
    sets,
  );
}

/**
 * Code for a path with a trailing slash. If the code ends with a string literal, the slash is added
 * to that literal.
 */
function withSlash(path: Code): Code {
  return path.endsWith('"') ? (`${path.slice(0, -1)}/"` as Code) : joined`${path} + "/"`;
}

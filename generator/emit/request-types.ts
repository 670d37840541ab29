import { type Code, identifier, joined, list, literal, property, type View } from "../code.js";
import { hashSuffix, pascal } from "../lower/names.js";
import type { Condition, Field, Request, Rule, Type } from "../model/model.js";
import { conditionsInWords, negateCondition } from "../rules/condition.js";
import type { Shape, TypeCheck } from "../rules/kind.js";
import { namesInnerField, ruleInWords, typeOf, violationClauses } from "../rules/parse.js";
import { shapeOf } from "../rules/shape.js";
import { type Imports, REQUEST_FILE } from "./imports.js";
import type { FileContext } from "./types.js";

/**
 * Maximum number of union members. The compiler does not discriminate larger unions by their
 * fields.
 */
const MAX_MEMBERS = 25;

/** A rule that a union type can express: it depends on enum fields only. */
interface Stated {
  readonly rule: Rule;
  /** The rule's conditions. At least one condition of each inner list must hold. */
  readonly conditions: readonly (readonly Condition[])[];
  /** The field that the rule forbids. */
  readonly at: string;
  /** The forbidden items, if `at` is a list. Null if the whole field is forbidden. */
  readonly values: readonly string[] | null;
}

/**
 * Values of the `deciding` fields, by field, for which the same rules apply. `undefined` stands for
 * an absent field.
 */
type Class = ReadonlyMap<string, readonly Value[]>;

type Value = string | number | undefined;

/** The request type as a union, for variables with a type annotation. */
interface Strict {
  /** Whether a union type with 2 to 25 members can express at least one of the request's rules. */
  readonly usable: boolean;
  readonly stated: readonly Stated[];
  /** Fields whose values decide which rules apply. */
  readonly deciding: readonly string[];
  readonly classes: readonly Class[];
  /** The fields that union members require. There is one list for each way to satisfy the rules. */
  readonly needed: readonly (readonly string[])[];
}

/**
 * The union type for a request. Optional fields discriminate too, unless that makes the union
 * unusable.
 */
function strictOf(flow: Request): Strict {
  const [all, required] = [
    strictBy(flow, isEnum),
    strictBy(flow, (field) => isEnum(field) && field.required),
  ];
  return all.usable || !required.usable ? all : required;
}

/** The union type for a request, discriminated only by fields for which `decides` is true. */
function strictBy(flow: Request, decides: (field: Field) => boolean): Strict {
  const stated = flow.rules.flatMap((rule) => statedBy(rule, flow, decides) ?? []);
  const deciding = [
    ...new Set(stated.flatMap(({ conditions }) => conditions.flat().map(({ field }) => field))),
  ];
  const classes = deciding.reduce<readonly Class[]>(
    (all, field) => crossed(all, field, stated, flow),
    [new Map()],
  );
  const needed = neededBy(flow.rules);
  const count = classes.length * needed.length;
  return { usable: count > 1 && count <= MAX_MEMBERS, stated, deciding, classes, needed };
}

/** The view of the union type. It has one member for each set of rules that can apply together. */
function strictView(flow: Request, imports: Imports): View {
  const { usable, stated, deciding, classes, needed } = strictOf(flow);
  const touched = [...new Set([...deciding, ...stated.map(({ at }) => at), ...needed.flat()])];
  const memberFor = (valuesByField: Class, fields: readonly string[]): View =>
    memberView(valuesByField, fields, touched, { stated, flow, imports });
  return {
    usable,
    hasSeveralDeciding: deciding.length > 1,
    replacedFields: list(
      (usable ? touched : []).map((name) => literal(name)),
      " | ",
    ),
    members: usable
      ? classes.flatMap((valuesByField) => needed.map((fields) => memberFor(valuesByField, fields)))
      : [],
  };
}

/** Whether a union type with 2 to 25 members can express at least one of the request's rules. */
export function hasStrict(flow: Request): boolean {
  return strictOf(flow).usable;
}

/**
 * Fields that a member requires. There is one list for each way to satisfy the rules that require
 * one of several groups.
 */
function neededBy(rules: readonly Rule[]): readonly (readonly string[])[] {
  const groups = rules.flatMap((rule) => {
    const check = typeOf(rule);
    const isChoice =
      check?.at === null &&
      rule.when.length === 0 &&
      check.clauses.flat().every((condition) => "present" in condition && !condition.present);
    return isChoice ? [check.clauses.map((any) => any.map(({ field }) => field))] : [];
  });
  return groups.reduce<readonly (readonly string[])[]>(
    (all, choices) => all.flatMap((chosen) => choices.map((fields) => [...chosen, ...fields])),
    [[]],
  );
}

/**
 * Prepares a rule for use in a union type. Null if a union type cannot express it, or if a
 * condition depends on a field for which `decides` is false.
 */
function statedBy(
  rule: Rule,
  { body }: Request,
  decides: (field: Field) => boolean,
): Stated | null {
  const check = typeOf(rule);
  if (check?.at == null) return null;
  const { at, items } = check;
  const conditions = violationClauses(rule, check).filter(
    (any) =>
      !any.every(
        (condition) => "present" in condition && condition.present && condition.field === at,
      ),
  );
  // A rule that depends on values of `at` itself cannot be expressed: a union member could only
  // drop the whole field.
  if (conditions.flat().some((condition) => condition.field === at && !("present" in condition)))
    return null;
  const decidable = conditions
    .flat()
    .every(
      (condition) =>
        !("present" in condition) &&
        body.fields.some((field) => field.name === condition.field && decides(field)),
    );
  return decidable ? { rule, conditions, at, values: items?.values ?? null } : null;
}

/** Whether a field's type is an enum that cannot be null. */
function isEnum({ type }: Field): boolean {
  return type.kind === "enum";
}

/**
 * Splits the classes by the values of one more field. Values that meet the same conditions are kept
 * together.
 */
function crossed(
  classes: readonly Class[],
  name: string,
  stated: readonly Stated[],
  flow: Request,
): readonly Class[] {
  const field = flow.body.fields.find((candidate) => candidate.name === name);
  const conditions = stated
    .flatMap((statement) => statement.conditions.flat())
    .filter(({ field }) => field === name);
  const groups = new Map<string, Value[]>();
  const values: readonly Value[] = (field && shapeOf(flow).values(field.type)) ?? [];
  for (const value of field?.required === true ? values : [...values, undefined]) {
    const meant = value ?? field?.default;
    const key = conditions.map((condition) => (meets(meant, condition) ? "1" : "0")).join("");
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return classes.flatMap((valuesByField) =>
    [...groups.values()].map((values) => new Map([...valuesByField, [name, values]])),
  );
}

/** Whether a value meets a condition. An absent field without a default equals no value. */
function meets(value: Value | boolean, condition: Condition): boolean {
  if ("is" in condition) return value !== undefined && condition.is.includes(value);
  return "isNot" in condition && (value === undefined || !condition.isNot.includes(value));
}

interface Rules {
  readonly stated: readonly Stated[];
  readonly flow: Request;
  readonly imports: Imports;
}

/**
 * The view of one union member. It has the fields in `touched`, with their types under the rules
 * that apply to these values.
 */
function memberView(
  valuesByField: Class,
  needed: readonly string[],
  touched: readonly string[],
  { stated, flow, imports }: Rules,
): View {
  const applying = stated.filter(({ conditions }) =>
    conditions.every((any) => any.some((condition) => isMet(condition, valuesByField, flow))),
  );
  return {
    fields: touched.flatMap((name) => {
      const field = flow.body.fields.find((candidate) => candidate.name === name);
      if (field === undefined) return [];
      const forbidding = applying.filter(({ at }) => at === name);
      const gone = forbidding.some(({ values }) => values === null);
      const values = valuesByField.get(name);
      const open = (): Code => {
        const without = forbidding.flatMap(({ values }) => values ?? []);
        return typeWithout(field.type, without, imports);
      };
      const mayLack =
        !needed.includes(name) &&
        (values === undefined ? !field.required : values.includes(undefined));
      return [
        {
          name: property(name),
          optional: gone || mayLack,
          type: gone ? identifier("never") : values === undefined ? open() : unionOf(values),
        },
      ];
    }),
  };
}

/** Whether the condition is met by all values that its field has in the class. */
function isMet(condition: Condition, valuesByField: Class, flow: Request): boolean {
  const values = valuesByField.get(condition.field) ?? [];
  const assumed = flow.body.fields.find(({ name }) => name === condition.field)?.default;
  return values.every((value) => meets(value ?? assumed, condition));
}

/** Code for a field's type without some items. The type stays unchanged unless it is an array. */
function typeWithout(type: Type, values: readonly string[], imports: Imports): Code {
  if (values.length === 0 || type.kind !== "array") return imports.type(type);
  return joined`readonly Exclude<${imports.type(type.items)}, ${unionOf(values)}>[]`;
}

/** Union of literals. `undefined` adds no member. */
function unionOf(values: readonly Value[]): Code {
  const literals = values.flatMap((value) => (value === undefined ? [] : [literal(value)]));
  return literals.length === 0 ? identifier("never") : list(literals, " | ");
}

/**
 * The view of `check.ts`: the rules as types, for literals and for annotated variables. It contains
 * no rules if types cannot express any. Adds the types that the file uses to `imports`.
 */
export function checkView(flow: Request, { imports }: FileContext): View {
  const shape = shapeOf(flow);
  const rules = flow.rules.flatMap((rule) => {
    const check = typeOf(rule);
    return check === null ? [] : [{ id: rule.id, ...ruleView(rule, check, { shape, imports }) }];
  });
  imports.support("type NoExtraKeys", ...(rules.length > 0 ? ["type ErrorIf"] : []));
  imports.sibling(REQUEST_FILE, joined`type ${identifier(flow.body.name)}`);
  const strict = strictView(flow, imports);
  const names = ruleNames(rules, flow, imports);
  return {
    rules: rules.map(({ id: _, ...rule }, index) => ({
      ...rule,
      name: names[index] ?? identifier("never"),
    })),
    strict,
  };
}

/** Type name of each rule, unique within the file. */
function ruleNames(
  rules: readonly { readonly id: string }[],
  flow: Request,
  imports: Imports,
): readonly Code[] {
  const { body, enums, objects, unions = [] } = flow;
  const types = [...enums, ...objects, ...unions].map(({ name }) => name);
  const taken = new Set([...imports.names, body.name, ...types, `Checked${pascal(flow.name)}`]);
  return rules.map(({ id }) => {
    const wanted = pascal(id);
    const name = taken.has(wanted) ? `${wanted}_${hashSuffix(id)}` : wanted;
    taken.add(name);
    return identifier(name);
  });
}

/** The request that a rule's type is about, and the imports of the type's file. */
interface RuleContext {
  readonly shape: Shape;
  readonly imports: Imports;
}

/** The view of a rule's type: its conditions, and the type of a request that breaks it. */
function ruleView(
  rule: Rule,
  check: TypeCheck,
  context: RuleContext,
): { readonly conditions: Code; readonly violationType: Code } {
  const condition =
    rule.when.length === 0 ? "" : ` when ${conditionsInWords(rule.when, context.shape)}`;
  return {
    conditions: list(
      violationClauses(rule, check).map((any) => clauseType(any, context)),
      ", ",
    ),
    violationType: violationType(
      check,
      { message: literal(ruleInWords(rule, context.shape)), condition },
      context,
    ),
  };
}

/** The type that a request is intersected with if it is known to break the rule. */
function violationType(
  { at, items }: TypeCheck,
  { message, condition }: { readonly message: Code; readonly condition: string },
  { imports }: RuleContext,
): Code {
  if (at === null || items === undefined) {
    imports.support("type NotAllowed");
    return at === null
      ? joined`NotAllowed<${message}>`
      : joined`{ readonly ${property(at)}: NotAllowed<${message}> }`;
  }
  const forbidden = list(
    items.values.map((value) => literal(value)),
    " | ",
  );
  imports.support("type FieldType", "type ForbidItems");
  return joined`{ readonly ${property(at)}: ForbidItems<FieldType<Request, ${literal(at)}>, ${forbidden}, ${literal(items.message + condition)}> }`;
}

/**
 * One type for each rule that forbids some values of the list `field`. The type is `true` unless
 * the rule may forbid one of the items in a literal `Request`. Rules that name a field inside
 * another field are skipped. Adds the helper types to `imports`.
 */
export function allowedItems(flow: Request, field: string, imports: Imports): readonly Code[] {
  const shape = shapeOf(flow);
  return flow.rules.flatMap((rule) => {
    const { kind, when, params } = rule;
    if (kind !== "forbidden-values-when" || params.field !== field) return [];
    if (namesInnerField(rule)) return [];
    const values = list(
      (params.values as readonly string[]).map((value) => literal(value)),
      " | ",
    );
    imports.support("type ListsNoneOf");
    const exceptions = when.map((condition) =>
      conditionType(negateCondition(condition), { shape, imports }),
    );
    if (exceptions.length > 0) imports.support("type Or");
    const lacksValues = joined`ListsNoneOf<Request, ${literal(field)}, ${values}>`;
    return [
      exceptions.length === 0
        ? lacksValues
        : joined`Or<${list([...exceptions, lacksValues], " | ")}>`,
    ];
  });
}

/** A type that is `true` if at least one of the conditions holds for `Request`. */
function clauseType(any: readonly Condition[], context: RuleContext): Code {
  const types = any.map((condition) => conditionType(condition, context));
  if (types.length === 1) return list(types, " | ");
  context.imports.support("type Or");
  return joined`Or<${list(types, " | ")}>`;
}

/**
 * A type that is `true` if the condition holds for `Request`. Adds the helper types to `imports`.
 */
function conditionType(condition: Condition, { shape, imports }: RuleContext): Code {
  const field = literal(condition.field);
  if ("present" in condition) {
    const helper = condition.present ? "IsGiven" : "IsOmitted";
    imports.support(`type ${helper}`);
    return joined`${identifier(helper)}<Request, ${field}>`;
  }
  const assumed = shape.field(condition.field)?.default;
  const value =
    assumed === undefined
      ? joined`FieldType<Request, ${field}>`
      : joined`FieldType<Request, ${field}, ${literal(assumed)}>`;
  const values = list(
    ("is" in condition ? condition.is : condition.isNot).map((value) => literal(value)),
    " | ",
  );
  const helper = "is" in condition ? "IsOneOf" : "IsNoneOf";
  imports.support("type FieldType", `type ${helper}`);
  return joined`${identifier(helper)}<${value}, ${values}>`;
}

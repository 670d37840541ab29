import { type Code, identifier, joined, list, literal, property, typeCode, type View } from "../code.js";
import { pascal, signOf } from "../lower/names.js";
import { shapeOf } from "../lower/rules.js";
import type { Condition, Field, Request, Rule, Type } from "../model/model.js";
import { conditionsInWords } from "../rules/condition.js";
import type { Shape, TypeCheck } from "../rules/kind.js";
import { isProvable, ruleInWords, typeOf } from "../rules/parse.js";

/** Maximum number of union members. With more, the compiler no longer discriminates the members by their fields. */
const MOST_MEMBERS = 25;

/** A rule that a union type can express: it depends on enum fields only. */
interface Stated {
  readonly rule: Rule;
  /** The rule's conditions: one of each inner list must hold. */
  readonly conditions: readonly (readonly Condition[])[];
  readonly at: string;
  readonly values: readonly string[] | null;
}

/** Values of the deciding fields for which the same rules apply. `undefined` stands for an absent field. */
type Class = ReadonlyMap<string, readonly Value[]>;

type Value = string | number | undefined;

/** The request as a union type for annotated variables: one member per set of rules that can apply together. */
export function strictView(flow: Request): { readonly [name: string]: View } {
  // Optional fields discriminate too, unless that makes the union too large.
  const [all, required] = [strictOf(flow, isEnum), strictOf(flow, (field) => isEnum(field) && field.required)];
  return all.usable || !required.usable ? all : required;
}

function strictOf(flow: Request, decides: (field: Field) => boolean): { readonly [name: string]: View } {
  const stated = flow.rules.flatMap((rule) => statedBy(rule, flow, decides) ?? []);
  const deciding = [...new Set(stated.flatMap(({ conditions }) => conditions.flat().map(({ field }) => field)))];
  const classes = deciding.reduce<readonly Class[]>((all, field) => crossed(all, field, stated, flow), [new Map()]);
  const needed = neededBy(flow.rules);
  const count = classes.length * needed.length;
  const usable = count > 1 && count <= MOST_MEMBERS;
  const touched = [...new Set([...deciding, ...stated.map(({ at }) => at), ...needed.flat()])];
  const memberFor = (one: Class, fields: readonly string[]): View => memberView(one, fields, touched, { stated, flow });
  return {
    usable,
    decided: deciding.length > 1,
    touched: list(
      (usable ? touched : []).map((name) => literal(name)),
      " | ",
    ),
    members: usable ? classes.flatMap((one) => needed.map((fields) => memberFor(one, fields))) : [],
  };
}

/** Whether the request has rules that a union type can express. */
export function hasStrict(flow: Request): boolean {
  return strictView(flow).usable === true;
}

/** Fields that a member requires: one list per way to satisfy the rules that require one of several groups of fields. */
function neededBy(rules: readonly Rule[]): readonly (readonly string[])[] {
  const groups = rules.flatMap((rule) => {
    const check = typeOf(rule);
    const isChoice = check?.at === null && rule.when.length === 0 && check.certain.flat().every((one) => "present" in one && !one.present);
    return isChoice ? [check.certain.map((any) => any.map(({ field }) => field))] : [];
  });
  return groups.reduce<readonly (readonly string[])[]>(
    (all, some) => all.flatMap((one) => some.map((fields) => [...one, ...fields])),
    [[]],
  );
}

function statedBy(rule: Rule, { body }: Request, decides: (field: Field) => boolean): Stated | null {
  const check = typeOf(rule);
  if (check?.at == null) return null;
  const { at, items } = check;
  const conditions = isProvable(rule, check).filter((any) => !any.every((one) => "present" in one && one.present && one.field === at));
  // A rule that depends on values of `at` itself cannot be expressed: a union member could only drop the whole field.
  if (conditions.flat().some((one) => one.field === at && !("present" in one))) return null;
  const decidable = conditions
    .flat()
    .every((one) => !("present" in one) && body.fields.some((field) => field.name === one.field && decides(field)));
  return decidable ? { rule, conditions, at, values: items?.values ?? null } : null;
}

function isEnum({ type }: Field): boolean {
  return type.kind === "enum";
}

/** Splits the classes by the values of one more field, grouped by the conditions that these meet. */
function crossed(classes: readonly Class[], name: string, stated: readonly Stated[], flow: Request): readonly Class[] {
  const field = flow.body.fields.find((one) => one.name === name);
  const conditions = stated.flatMap((one) => one.conditions.flat()).filter(({ field }) => field === name);
  const groups = new Map<string, Value[]>();
  const values: readonly Value[] = (field && shapeOf(flow).values(field.type)) ?? [];
  for (const value of field?.required === true ? values : [...values, undefined]) {
    const meant = value ?? field?.default;
    const key = conditions.map((condition) => (meets(meant, condition) ? "1" : "0")).join("");
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return classes.flatMap((one) => [...groups.values()].map((values) => new Map([...one, [name, values]])));
}

/** Whether a value meets a condition. An absent field without a default equals no value. */
function meets(value: Value | boolean, condition: Condition): boolean {
  if ("is" in condition) return value !== undefined && condition.is.includes(value);
  return "isNot" in condition && (value === undefined || !condition.isNot.includes(value));
}

interface Rules {
  readonly stated: readonly Stated[];
  readonly flow: Request;
}

function memberView(one: Class, needed: readonly string[], touched: readonly string[], { stated, flow }: Rules): View {
  const applying = stated.filter(({ conditions }) => conditions.every((any) => any.some((condition) => isMet(condition, one, flow))));
  return {
    fields: touched.flatMap((name) => {
      const field = flow.body.fields.find((candidate) => candidate.name === name);
      if (field === undefined) return [];
      const barred = applying.filter(({ at }) => at === name);
      const gone = barred.some(({ values }) => values === null);
      const values = one.get(name);
      const type =
        values === undefined
          ? without(
              field.type,
              barred.flatMap(({ values }) => values ?? []),
            )
          : unionOf(values);
      const mayLack = !needed.includes(name) && (values === undefined ? !field.required : values.includes(undefined));
      return [{ name: property(name), optional: gone || mayLack, type: gone ? identifier("never") : type }];
    }),
  };
}

function isMet(condition: Condition, one: Class, flow: Request): boolean {
  const values = one.get(condition.field) ?? [];
  const assumed = flow.body.fields.find(({ name }) => name === condition.field)?.default;
  return values.every((value) => meets(value ?? assumed, condition));
}

function without(type: Type, values: readonly string[]): Code {
  if (values.length === 0 || type.kind !== "array") return typeCode(type);
  return joined`readonly Exclude<${typeCode(type.items)}, ${unionOf(values)}>[]`;
}

/** Union of literals. `undefined` adds nothing. */
function unionOf(values: readonly Value[]): Code {
  const given = values.flatMap((value) => (value === undefined ? [] : [literal(value)]));
  return given.length === 0 ? identifier("never") : list(given, " | ");
}

/** `check.ts`: the rules as types, for literals and for annotated variables. */
export function checkView(flow: Request): View {
  const shape = shapeOf(flow);
  const named = ruleNames(flow);
  const rules = flow.rules.flatMap((rule) => {
    const check = typeOf(rule);
    return check === null ? [] : [ruleView(rule, check, shape, named.get(rule) ?? pascal(rule.id))];
  });
  const strict = strictView(flow);
  return { rules, strict, uses: usesOf(rules), typeNames: typesIn(strict, flow) };
}

/** Type name of each rule, unique within the file. */
function ruleNames(flow: Request): ReadonlyMap<Rule, string> {
  const { body, enums, objects, unions = [] } = flow;
  const taken = new Set([...USES, body.name, ...[...enums, ...objects, ...unions].map(({ name }) => name), `Checked${pascal(flow.name)}`]);
  return new Map(
    flow.rules.map((rule) => {
      const wanted = pascal(rule.id);
      const name = taken.has(wanted) ? `${wanted}_${signOf(rule.id)}` : wanted;
      taken.add(name);
      return [rule, name];
    }),
  );
}

function ruleView(rule: Rule, check: TypeCheck, shape: Shape, name: string): View {
  const condition = rule.when.length === 0 ? "" : ` when ${conditionsInWords(rule.when, shape)}`;
  const says = literal(ruleInWords(rule, shape));
  return {
    name: identifier(name),
    certain: list(
      isProvable(rule, check).map((any) => clauseType(any, shape)),
      ", ",
    ),
    marked: marked(check, says, condition),
  };
}

/** Type that is intersected with the request if the rule is certainly broken. */
function marked({ at, items }: TypeCheck, says: Code, condition: string): Code {
  if (at === null) return joined`NotAllowed<${says}>`;
  if (items === undefined) return joined`{ readonly ${property(at)}: NotAllowed<${says}> }`;
  const barred = list(
    items.values.map((value) => literal(value)),
    " | ",
  );
  return joined`{ readonly ${property(at)}: ForbidItems<FieldType<Request, ${literal(at)}>, ${barred}, ${literal(items.says + condition)}> }`;
}

function clauseType(any: readonly Condition[], shape: Shape): Code {
  const types = any.map((one) => conditionType(one, shape));
  return types.length === 1 ? list(types, " | ") : joined`Or<${list(types, " | ")}>`;
}

function conditionType(condition: Condition, shape: Shape): Code {
  const field = literal(condition.field);
  if ("present" in condition) return condition.present ? joined`IsGiven<Request, ${field}>` : joined`IsOmitted<Request, ${field}>`;
  const assumed = shape.field(condition.field)?.default;
  const value = assumed === undefined ? joined`FieldType<Request, ${field}>` : joined`FieldType<Request, ${field}, ${literal(assumed)}>`;
  const values = list(
    ("is" in condition ? condition.is : condition.isNot).map((one) => literal(one)),
    " | ",
  );
  return "is" in condition ? joined`IsOneOf<${value}, ${values}>` : joined`IsNoneOf<${value}, ${values}>`;
}

const USES = ["ErrorIf", "FieldType", "ForbidItems", "IsGiven", "IsNoneOf", "IsOmitted", "IsOneOf", "NoExtraKeys", "NotAllowed", "Or"];

function usesOf(rules: readonly View[]): readonly Code[] {
  const text = JSON.stringify(rules);
  return USES.filter(
    (name) => name === "NoExtraKeys" || (name === "ErrorIf" && rules.length > 0) || new RegExp(`\\b${name}<`).test(text),
  ).map(identifier);
}

/** Names of the request type and of the types that the union mentions. */
function typesIn(strict: View, flow: Request): readonly Code[] {
  const text = JSON.stringify(strict);
  const named = [...flow.enums, ...flow.objects, ...(flow.unions ?? [])]
    .map(({ name }) => name)
    .filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return [...named, flow.body.name].sort().map(identifier);
}

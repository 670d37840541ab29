import { shapeOf } from "../lower/shape.js";
import type { Condition, Flow, Rule } from "../model/model.js";
import { certainly, typeOf } from "../rules/certain.js";
import { type Code, identifier, joined, list, literal, property, type View } from "../text/code.js";
import { typeCode } from "../text/type.js";

/** Beyond so many members the compiler no longer tells the union's members apart by their fields. */
const MOST_MEMBERS = 25;

/** A rule that a union can state: it depends on required enum fields alone. */
interface Stated {
  readonly rule: Rule;
  /** Per deciding field, whether a value meets the rule's conditions on it. */
  readonly conditions: readonly (readonly Condition[])[];
  readonly at: string;
  readonly values: readonly string[] | null;
}

/** Values of the deciding fields for which the same rules apply. */
type Class = ReadonlyMap<string, readonly (string | number)[]>;

/** The request as a union for annotated variables: one member for each set of rules that can apply together. */
export function strictView(flow: Flow): View {
  const stated = flow.rules.flatMap((rule) => statedBy(rule, flow) ?? []);
  const deciding = [...new Set(stated.flatMap(({ conditions }) => conditions.flat().map(({ field }) => field)))];
  const classes = deciding.reduce<readonly Class[]>((all, field) => crossed(all, field, stated, flow), [new Map()]);
  const usable = classes.length > 1 && classes.length <= MOST_MEMBERS;
  const touched = [...new Set([...deciding, ...stated.map(({ at }) => at)])];
  return {
    usable,
    touched: list(
      (usable ? touched : []).map((name) => literal(name)),
      " | ",
    ),
    members: usable ? classes.map((one) => memberView(one, touched, stated, flow)) : [],
  };
}

/** Whether the flow has rules that a union can state. */
export function hasStrict(flow: Flow): boolean {
  const view = strictView(flow);
  return typeof view === "object" && "usable" in view && view.usable === true;
}

function statedBy(rule: Rule, flow: Flow): Stated | null {
  const check = typeOf(rule);
  if (check?.at == null) return null;
  const { at, items } = check;
  const conditions = certainly(rule, check).filter((any) => !any.every((one) => "present" in one && one.present && one.field === at));
  const decidable = conditions.flat().every((one) => !("present" in one) && isDeciding(one.field, flow));
  return decidable ? { rule, conditions, at, values: items?.values ?? null } : null;
}

function isDeciding(name: string, flow: Flow): boolean {
  const field = flow.body.fields.find((one) => one.name === name);
  return field?.required === true && field.type.kind === "enum";
}

/** The classes, split by which rules care for which values of one more field. */
function crossed(classes: readonly Class[], name: string, stated: readonly Stated[], flow: Flow): readonly Class[] {
  const type = flow.body.fields.find((one) => one.name === name)?.type;
  const conditions = stated.flatMap((one) => one.conditions.flat()).filter(({ field }) => field === name);
  const groups = new Map<string, (string | number)[]>();
  for (const value of (type && shapeOf(flow).values(type)) ?? []) {
    const key = conditions.map((condition) => (meets(value, condition) ? "1" : "0")).join("");
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return classes.flatMap((one) => [...groups.values()].map((values) => new Map([...one, [name, values]])));
}

function meets(value: string | number, condition: Condition): boolean {
  if ("is" in condition) return condition.is.includes(value);
  return "isNot" in condition && !condition.isNot.includes(value);
}

function memberView(one: Class, touched: readonly string[], stated: readonly Stated[], flow: Flow): View {
  const applying = stated.filter(({ conditions }) => conditions.every((any) => any.some((condition) => isMet(condition, one))));
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
      return [{ name: property(name), optional: !field.required || gone, type: gone ? identifier("never") : type }];
    }),
  };
}

function isMet(condition: Condition, one: Class): boolean {
  const values = one.get(condition.field) ?? [];
  return values.every((value) => meets(value, condition));
}

function without(type: Flow["body"]["fields"][number]["type"], values: readonly string[]): Code {
  if (values.length === 0 || type.kind !== "array") return typeCode(type);
  return joined`readonly Exclude<${typeCode(type.items)}, ${unionOf(values)}>[]`;
}

function unionOf(values: readonly (string | number)[]): Code {
  return list(
    values.map((value) => literal(value)),
    " | ",
  );
}

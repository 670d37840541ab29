import type { Condition, Rule } from "../model/rule.js";
import type { Formula } from "../rules/breach.js";
import { opposite } from "../rules/condition.js";
import type { Shape } from "../rules/kind.js";
import { certainly, isAbsence } from "./broken.js";

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** What bodies that keep the rule look like; null when JSON Schema cannot say it. An edge, which only warns, is not looked at. */
export function keeps(rule: Rule, shape: Shape): Schema | null {
  const { guard, body } = certainly(rule);
  return unlessAll([...guard, body], shape);
}

/** The bodies for which not all parts hold: where all but the last do, the last does not. */
function unlessAll(parts: readonly Formula[], shape: Shape): Schema | null {
  const rest = parts.slice(0, -1);
  const last = parts.at(-1);
  const then = last === undefined ? null : unless(last, shape);
  const when = together("allOf", rest, (part) => holds(part, shape));
  if (rest.length === 0) return then;
  return when === null || then === null ? null : { if: when, then };
}

/** The bodies for which the formula does not hold, said so that a validator complains at the field. */
function unless(formula: Formula, shape: Shape): Schema | null {
  if ("all" in formula)
    return isAbsence(formula) ? together("anyOf", formula.all, (part) => unless(part, shape)) : unlessAll(formula.all, shape);
  if ("any" in formula) return together("allOf", formula.any, (part) => unless(part, shape));
  if ("holds" in formula) return property(formula.field, { type: "array", items: { not: { enum: formula.holds } } });
  if ("matching" in formula)
    return property(formula.field, { type: "array", items: { not: { type: "string", pattern: formula.matching } } });
  if ("noDay" in formula) return property(formula.field, { format: "date" });
  if ("from" in formula) return null;
  if ("present" in formula && formula.present) return { properties: { [formula.field]: false } };
  return meets(opposite(formula), shape);
}

/** The bodies for which the formula holds. */
function holds(formula: Formula, shape: Shape): Schema | null {
  if ("all" in formula) return together("allOf", formula.all, (part) => holds(part, shape));
  if ("any" in formula) return together("anyOf", formula.any, (part) => holds(part, shape));
  if ("holds" in formula) return given(formula.field, { type: "array", contains: { enum: formula.holds } });
  if ("matching" in formula) return given(formula.field, { type: "array", contains: { type: "string", pattern: formula.matching } });
  return "from" in formula || "noDay" in formula ? null : meets(formula, shape);
}

/** A field that is left out counts as its default: `required` stands only where a body without the field is not meant. */
function meets(condition: Condition, shape: Shape): Schema {
  const { field } = condition;
  // Validators that are strict want to know of a property before it is required.
  if ("present" in condition) return condition.present ? given(field, true) : { not: given(field, true) };
  const assumed = shape.field(field)?.default;
  const [values, schema]: [readonly unknown[], Schema] =
    "is" in condition ? [condition.is, { enum: condition.is }] : [condition.isNot, { not: { enum: condition.isNot } }];
  const absent = assumed === undefined ? "isNot" in condition : values.includes(assumed) === "is" in condition;
  return absent ? property(field, schema) : given(field, schema);
}

/** A field that is like this, if it is there. */
function property(field: string, schema: Schema): Schema {
  return { properties: { [field]: schema } };
}

function given(field: string, schema: Schema | true): Schema {
  return { properties: { [field]: schema }, required: [field] };
}

function together(word: "allOf" | "anyOf", parts: readonly Formula[], say: (part: Formula) => Schema | null): Schema | null {
  const said = parts.map(say);
  if (said.includes(null)) return null;
  return said.length === 1 ? (said[0] ?? null) : { [word]: said };
}

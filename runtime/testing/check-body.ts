import { brokenRule } from "./check-rules.js";
import type { ContractFacts, FieldFacts, LimitFacts, ObjectFacts, TypeFacts } from "./facts.js";

type Json = unknown;

/**
 * What the API would say against a body, in its words as far as they are known; null when it would take it. A reading of its own: the
 * client's validators have no part in it, so the two can disagree.
 */
export function refuse(facts: ContractFacts, body: Json, today: string): string | null {
  return wrongObject(facts, facts.body, body) ?? brokenRule(facts, body as Record<string, unknown>, today);
}

function wrongObject(facts: ContractFacts, { fields, oneOf }: ObjectFacts, value: Json): string | null {
  if (oneOf !== undefined) return wrongUnion(facts, oneOf, value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return `${shown(value)} is not of type 'object'`;
  const missing = fields.find(({ name, required }) => required && !Object.hasOwn(value, name));
  if (missing) return `'${missing.name}' is a required property`;
  const given = new Map(Object.entries(value));
  // Fields that it does not know, the API is taken to pass over.
  for (const field of fields) {
    const wrong = given.has(field.name) ? wrongField(facts, field, given.get(field.name)) : null;
    if (wrong !== null) return wrong;
  }
  return null;
}

function wrongField(facts: ContractFacts, { type, limits }: FieldFacts, value: Json): string | null {
  return wrongType(facts, type, value) ?? (value === null ? null : beyondLimits(limits, value));
}

function wrongType(facts: ContractFacts, type: TypeFacts, value: Json): string | null {
  switch (type.kind) {
    case "nullable":
      return value === null ? null : wrongType(facts, type.of, value);
    case "enum":
      return wrongValue(facts, type.name, value);
    case "bytes":
    case "any":
      return null;
    case "constant":
      return value === type.value ? null : `${shown(value)} is not one of [${shown(type.value)}]`;
    case "union":
      return wrongUnion(facts, type.name, value);
    case "object":
      return wrongObject(facts, named(facts.objects, type.name), value);
    case "array":
      return wrongItem(facts, type, value);
    case "integer":
      return Number.isInteger(value) ? null : `${shown(value)} is not of type 'integer'`;
    default:
      return typeof value === type.kind ? null : `${shown(value)} is not of type '${type.kind}'`;
  }
}

/** What is wrong by the member that the value names, or with every member where it names none. */
function wrongUnion(facts: ContractFacts, name: string, value: Json): string | null {
  const { by, members } = named(facts.unions ?? [], name);
  const tag = typeof value === "object" && value !== null ? Reflect.get(value, by ?? "") : undefined;
  const meant = by === null ? members : members.filter(({ values }) => values.some((one) => one === tag));
  const wrong = meant.map(({ type, limits }) => wrongType(facts, type, value) ?? beyondLimits(limits, value));
  if (wrong.includes(null)) return null;
  return wrong[0] ?? `${shown(value)} is not valid under any of the given schemas`;
}

function wrongItem(facts: ContractFacts, { items, each }: Extract<TypeFacts, { kind: "array" }>, value: Json): string | null {
  if (!Array.isArray(value)) return `${shown(value)} is not of type 'array'`;
  for (const item of value) {
    const wrong = wrongType(facts, items, item) ?? beyondLimits(each, item);
    if (wrong !== null) return wrong;
  }
  return null;
}

function wrongValue(facts: ContractFacts, name: string, value: Json): string | null {
  const { values } = named(facts.enums, name);
  if (values.some((one) => one === value)) return null;
  return `${shown(value)} is not one of [${values.map(shown).join(", ")}]`;
}

function beyondLimits(limits: LimitFacts, value: Json): string | null {
  const { pattern, minimum, maximum, minLength = 0, maxLength, minItems = 0, maxItems } = limits;
  if (typeof value === "string") {
    if (limits.format === "date" && !/^\d{4}-\d\d-\d\d$/.test(value)) return `${shown(value)} is not a 'date'`;
    if (maxLength !== undefined && value.length > maxLength) return `${shown(value)} is too long`;
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) return `${shown(value)} does not match ${shown(pattern)}`;
    if (value.length < minLength) return `${shown(value)} is too short`;
  }
  if (typeof value === "number") {
    if (minimum !== undefined && value < minimum) return `${value} is less than the minimum of ${minimum}`;
    if (maximum !== undefined && value > maximum) return `${value} is greater than the maximum of ${maximum}`;
  }
  if (Array.isArray(value)) {
    if (value.length < minItems) return `${shown(value)} is too short`;
    if (maxItems !== undefined && value.length > maxItems) return `[${shown(value[0])}, …] is too long`;
  }
  return null;
}

function named<Item extends { readonly name: string }>(items: readonly Item[], name: string): Item {
  const item = items.find((one) => one.name === name);
  if (item === undefined) throw new TypeError(`the facts name ${name} and do not have it`);
  return item;
}

/** A value as Python prints it. */
function shown(value: Json): string {
  return typeof value === "string" ? `'${value}'` : (JSON.stringify(value) ?? "None");
}

import { dayNumber, daysIn, type Span } from "../validation/dates.js";
import { type Condition, holds } from "../validation/rule.js";
import type { ContractFacts, FieldFacts, LimitFacts, ObjectFacts, RuleFacts, TypeFacts } from "./facts.js";

type Body = Readonly<Record<string, unknown>>;

interface Reading {
  readonly body: Body;
  readonly rule: RuleFacts;
  readonly today: number;
  /** Whether all conditions of the rule hold. */
  readonly applies: boolean;
}

/**
 * The API's error message for the first rule that a body certainly violates; null when there is none. A date for which readings of the rule
 * differ passes.
 */
export function brokenRule(facts: ContractFacts, body: Body, today: string): string | null {
  const defaults = defaultsOf(facts);
  for (const rule of facts.rules) {
    if (rule.severity !== "error") continue;
    const applies = rule.when.every((condition) => holds(condition, body, defaults));
    const broken = KINDS[rule.kind]?.({ body, rule, today: dayNumber(today), applies });
    if (typeof broken === "string") return broken;
  }
  return null;
}

type Kind = (reading: Reading) => string | null;

/** Checks by kind of rule. A kind that is missing here is not enforced: the server then accepts more than the client, never less. */
const KINDS: Readonly<Record<string, Kind>> = {
  "date-format": ({ body, rule }) => {
    const value = body[text(rule, "field")];
    return typeof value === "string" && Number.isNaN(dayNumber(value)) ? `time data '${value}' does not match format '%Y-%m-%d'` : null;
  },
  "max-range": (reading) => windowed(reading, ({ apart, most }) => (apart > most ? `Date range must be within ${most} days` : null)),
  "min-range": (reading) =>
    windowed(reading, ({ apart, least }) => (apart + 1 < least ? `Date range must be at least ${least} days` : null)),
  "date-order": (reading) => windowed(reading, ({ apart }) => (apart < 0 ? "end_date must not be before start_date" : null)),
  "max-lookback": ({ body, rule, today, applies }) => {
    const ago = today - dayNumber(body[text(rule, "field")]);
    const { most } = span(rule);
    const hourly = body.granularity === "HOUR" ? "Hourly" : "Non-hourly";
    return applies && ago > most ? `${hourly} request must be within ${most} recent days` : null;
  },
  "not-after-today": ({ body, rule, today, applies }) => {
    const ahead = dayNumber(body[text(rule, "field")]) - today;
    return applies && ahead > number(rule, "grace") ? `${text(rule, "field")} must not be in the future` : null;
  },
  "min-date": ({ body, rule, applies }) => {
    const early = dayNumber(body[text(rule, "field")]) < dayNumber(rule.params.after);
    return applies && early ? `${text(rule, "field")} must be after ${String(rule.params.after)}` : null;
  },
  "hour-order": ({ body, rule, applies }) => {
    const [start, end, from, to] = ["start", "end", "startHour", "endHour"].map((param) => body[text(rule, param)]);
    const wrong = start === end && typeof from === "number" && typeof to === "number" && to < from;
    return applies && wrong ? `${text(rule, "endHour")} must not be before ${text(rule, "startHour")}` : null;
  },
  "forbidden-when": ({ body, rule, applies }) => (applies ? unwanted(body, rule) : null),
  "only-when": ({ body, rule, applies }) => (applies ? null : unwanted(body, rule)),
  "requires-present": ({ body, rule, applies }) => {
    const field = text(rule, "field");
    return applies && body[field] === undefined ? `'${field}' is a required property` : null;
  },
  "requires-value": ({ body, rule, applies }) => {
    const wanted = rule.params.requires as Condition;
    return applies && body[text(rule, "field")] !== undefined && !holds(wanted, body, {}) ? unwanted(body, rule) : null;
  },
  "forbidden-values-when": ({ body, rule, applies }) => {
    const given = body[text(rule, "field")];
    const barred = rule.params.values as readonly unknown[];
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    const found = applies ? values.filter((value) => barred.includes(value)) : [];
    return found.length > 0 ? `${Array.isArray(given) ? "Columns" : text(rule, "field")} ${found.join(", ")} are not available.` : null;
  },
  "at-least-one-of": ({ body, rule, applies }) => {
    const groups = rule.params.groups as readonly (readonly string[])[];
    const met = groups.some((group) => group.every((field) => body[field] !== undefined));
    return applies && !met ? `One of ${groups.map((group) => group.join("+")).join(", ")} is required` : null;
  },
};

function unwanted(body: Body, rule: RuleFacts): string | null {
  const field = text(rule, "field");
  return body[field] === undefined ? null : `Invalid ad account ads analytics parameters: ${field} is not supported here`;
}

interface Window {
  readonly apart: number;
  readonly least: number;
  readonly most: number;
}

function windowed({ body, rule, applies }: Reading, judge: (window: Window) => string | null): string | null {
  const apart = dayNumber(body[text(rule, "end")]) - dayNumber(body[text(rule, "start")]);
  return applies && !Number.isNaN(apart) ? judge({ apart, ...span(rule) }) : null;
}

function span({ params }: RuleFacts): { readonly least: number; readonly most: number } {
  return daysIn(params as object as Span);
}

function defaultsOf({ body: { fields } }: ContractFacts): Body {
  return Object.fromEntries(fields.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]])));
}

function text({ id, params }: RuleFacts, name: string): string {
  const value = params[name];
  if (typeof value !== "string") throw new TypeError(`the rule ${id} has no ${name}`);
  return value;
}

function number({ params }: RuleFacts, name: string): number {
  return Number(params[name] ?? 0);
}

type Json = unknown;

/**
 * The API's error message for a body, in its words as far as they are known; null when the API would accept the body. Independent of the
 * client's validators, so that the two can disagree.
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
  // Unknown fields are ignored: the API is assumed to do the same.
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

/** The error of the union member that the discriminator selects; without a discriminator, null when any member accepts the value. */
function wrongUnion(facts: ContractFacts, name: string, value: Json): string | null {
  const { discriminator, members } = named(facts.unions ?? [], name);
  const tag = typeof value === "object" && value !== null ? Reflect.get(value, discriminator ?? "") : undefined;
  const meant = discriminator === null ? members : members.filter(({ values }) => values.some((one) => one === tag));
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

import type { Condition } from "../validation/rule.js";
import type { ContractFacts, RuleFacts } from "./facts.js";

const DAY_MS = 86_400_000;

type Body = Readonly<Record<string, unknown>>;

interface Reading {
  readonly body: Body;
  readonly rule: RuleFacts;
  readonly today: number;
  /** Whether all conditions of the rule hold. */
  readonly holds: boolean;
}

/** What the API would say of the first rule that a body certainly breaks; null when there is none. A day on which readings differ passes. */
export function brokenRule(facts: ContractFacts, body: Body, today: string): string | null {
  const filled = withDefaults(facts, body);
  for (const rule of facts.rules) {
    if (rule.severity !== "error") continue;
    const holds = rule.when.every((condition) => meets(condition, body, filled));
    const broken = KINDS[rule.kind]?.({ body, rule, today: day(today), holds });
    if (typeof broken === "string") return broken;
  }
  return null;
}

type Kind = (reading: Reading) => string | null;

/** A kind that is missing here is not enforced: the server then takes more than the client lets through, never less. */
const KINDS: Readonly<Record<string, Kind>> = {
  "date-format": ({ body, rule }) => {
    const value = body[text(rule, "field")];
    return typeof value === "string" && Number.isNaN(day(value)) ? `time data '${value}' does not match format '%Y-%m-%d'` : null;
  },
  "max-range": (reading) => windowed(reading, ({ apart, most }) => (apart > most ? `Date range must be within ${most} days` : null)),
  "min-range": (reading) =>
    windowed(reading, ({ apart, least }) => (apart + 1 < least ? `Date range must be at least ${least} days` : null)),
  "date-order": (reading) => windowed(reading, ({ apart }) => (apart < 0 ? "end_date must not be before start_date" : null)),
  "max-lookback": ({ body, rule, today, holds }) => {
    const ago = today - day(body[text(rule, "field")]);
    const { most } = span(rule);
    const hourly = body.granularity === "HOUR" ? "Hourly" : "Non-hourly";
    return holds && ago > most ? `${hourly} request must be within ${most} recent days` : null;
  },
  "not-after-today": ({ body, rule, today, holds }) => {
    const ahead = day(body[text(rule, "field")]) - today;
    return holds && ahead > number(rule, "grace") ? `${text(rule, "field")} must not be in the future` : null;
  },
  "min-date": ({ body, rule, holds }) => {
    const early = day(body[text(rule, "field")]) < day(rule.params.after);
    return holds && early ? `${text(rule, "field")} must be after ${String(rule.params.after)}` : null;
  },
  "hour-order": ({ body, rule, holds }) => {
    const [start, end, from, to] = ["start", "end", "startHour", "endHour"].map((param) => body[text(rule, param)]);
    const wrong = start === end && typeof from === "number" && typeof to === "number" && to < from;
    return holds && wrong ? `${text(rule, "endHour")} must not be before ${text(rule, "startHour")}` : null;
  },
  "forbidden-when": ({ body, rule, holds }) => (holds ? unwanted(body, rule) : null),
  "only-when": ({ body, rule, holds }) => (holds ? null : unwanted(body, rule)),
  "requires-present": ({ body, rule, holds }) => {
    const field = text(rule, "field");
    return holds && body[field] === undefined ? `'${field}' is a required property` : null;
  },
  "requires-value": ({ body, rule, holds }) => {
    const wanted = rule.params.requires as Condition;
    return holds && body[text(rule, "field")] !== undefined && !meets(wanted, body, body) ? unwanted(body, rule) : null;
  },
  "forbidden-values-when": ({ body, rule, holds }) => {
    const given = body[text(rule, "field")];
    const barred = rule.params.values as readonly unknown[];
    const values: readonly unknown[] = Array.isArray(given) ? given : [given];
    const found = holds ? values.filter((value) => barred.includes(value)) : [];
    return found.length > 0 ? `${Array.isArray(given) ? "Columns" : text(rule, "field")} ${found.join(", ")} are not available.` : null;
  },
  "at-least-one-of": ({ body, rule, holds }) => {
    const groups = rule.params.groups as readonly (readonly string[])[];
    const met = groups.some((group) => group.every((field) => body[field] !== undefined));
    return holds && !met ? `One of ${groups.map((group) => group.join("+")).join(", ")} is required` : null;
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

function windowed({ body, rule, holds }: Reading, judge: (window: Window) => string | null): string | null {
  const apart = day(body[text(rule, "end")]) - day(body[text(rule, "start")]);
  return holds && !Number.isNaN(apart) ? judge({ apart, ...span(rule) }) : null;
}

/** A span in its shortest and its longest reading, in days. */
function span({ params: { amount = 0, unit } }: RuleFacts): { readonly least: number; readonly most: number } {
  const count = Number(amount);
  if (unit === "month") return { least: Math.floor((count * 365) / 12) - 2, most: Math.ceil((count * 366) / 12) + 1 };
  return unit === "year" ? { least: Math.floor(count * 365), most: Math.ceil(count * 366) } : { least: count, most: count };
}

function meets(condition: Condition, body: Body, filled: Body): boolean {
  const { field } = condition;
  if ("present" in condition) return (body[field] !== undefined) === condition.present;
  if ("is" in condition) return condition.is.some((value) => value === filled[field]);
  return !condition.isNot.some((value) => value === filled[field]);
}

function withDefaults({ body: { fields } }: ContractFacts, body: Body): Body {
  const defaults = fields.flatMap(({ name, default: value }) => (value === undefined ? [] : [[name, value]]));
  return { ...Object.fromEntries(defaults), ...body };
}

/** The day as a number; NaN for what the calendar does not have. */
function day(value: unknown): number {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return Number.NaN;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== value ? Number.NaN : ms / DAY_MS;
}

function text({ id, params }: RuleFacts, name: string): string {
  const value = params[name];
  if (typeof value !== "string") throw new TypeError(`the rule ${id} has no ${name}`);
  return value;
}

function number({ params }: RuleFacts, name: string): number {
  return Number(params[name] ?? 0);
}

import { shapeOf } from "../lower/rules.js";
import type { Condition, Request, Rule, Severity } from "../model/model.js";
import type { Distance, Formula, Point, Shape } from "../rules/kind.js";
import { ruleInWords } from "../rules/parse.js";
import { waysToBreak } from "./rules.js";

const HOURS_A_DAY = 24;

/** Text in the format of a date. */
const SHAPE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/**
 * A calendar date: every month has 28 days, the longer ones more, and leap years have 29 February. Without look-ahead, which CEL does not
 * support.
 */
const CALENDAR =
  "^([0-9]{4}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)" +
  "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$";

/**
 * CEL's timestamps begin in the year 1, and a range is subtracted from a date: the year 100 leaves room for it and is earlier than any
 * report.
 */
const FIRST_YEAR = "0100";

/** Reserved words of CEL: a field with such a name is read with brackets. */
const RESERVED = new Set(
  "as break const continue else false for function if import in let loop null namespace package return true var void while".split(" "),
);

/** One CEL expression that holds when all parts hold. */
export function allInCel(parts: readonly Formula[], shape: Shape): string {
  return parts.map((part) => inBrackets(part, shape)).join(" && ");
}

/** The formula in CEL, in parentheses where it would not fit beside `&&`. */
function inBrackets(formula: Formula, shape: Shape): string {
  const expression = inCel(formula, shape);
  return expression.includes(" || ") ? `(${expression})` : expression;
}

function inCel(formula: Formula, shape: Shape): string {
  if ("all" in formula) return allInCel(formula.all, shape);
  if ("any" in formula) return formula.any.map((part) => inBrackets(part, shape)).join(" || ");
  if ("holds" in formula) return `${given(formula.field)} && ${read(formula.field)}.exists(item, item in ${list(formula.holds)})`;
  if ("matching" in formula)
    return `${given(formula.field)} && ${read(formula.field)}.exists(item, type(item) == string && item.matches(${text(formula.matching)}))`;
  if ("noDay" in formula)
    return `${given(formula.field)} && ${read(formula.field)}.matches(${text(SHAPE)}) && !(${inCalendar(formula.field)})`;
  return "from" in formula ? distance(formula) : condition(formula, shape);
}

/** A condition in CEL. An absent field counts as its default, so absence alone can meet a condition. */
function condition(formula: Condition, shape: Shape): string {
  const { field } = formula;
  if ("present" in formula) return formula.present ? given(field) : `!${given(field)}`;
  const assumed = shape.field(field)?.default;
  const values = "is" in formula ? formula.is : formula.isNot;
  const one = equals(field, values);
  const is = assumed !== undefined && values.includes(assumed) ? `!${given(field)} || ${one}` : `${given(field)} && ${one}`;
  return "is" in formula ? is : `!(${is})`;
}

function equals(field: string, values: readonly (string | number | boolean)[]): string {
  const [only] = values;
  return values.length === 1 && only !== undefined ? `${read(field)} == ${value(only)}` : `${read(field)} in ${list(values)}`;
}

/**
 * The distance between two points is at least, or at most, so much. Where one of them is fixed, such as today, the offset is added to that
 * one, so that no field value can leave the range of timestamps.
 */
function distance({ from, to, least, most }: Distance): string {
  const isFixed = from === "today" || "date" in from;
  const bound = (by: number, operator: string): string =>
    isFixed ? `${point(to)} ${operator} ${moved(from, by)}` : `${moved(to, -by)} ${operator} ${point(from)}`;
  const bounds =
    least !== undefined && least === most
      ? [bound(least, "==")]
      : [...(least === undefined ? [] : [bound(least - 1, ">")]), ...(most === undefined ? [] : [bound(most + 1, "<")])];
  return [...new Set([from, to].flatMap(there)), ...bounds].join(" && ");
}

/** What must hold before a point can be read. */
function there(at: Point): readonly string[] {
  if (at === "today" || "date" in at) return [];
  return "number" in at ? [given(at.number)] : [given(at.day), inCalendar(at.day)];
}

function point(at: Point): string {
  if (at === "today") return "today";
  if ("number" in at) return read(at.number);
  return `timestamp(${"date" in at ? text(`${at.date}T00:00:00Z`) : `${read(at.day)} + "T00:00:00Z"`})`;
}

function moved(at: Point, by: number): string {
  if (by === 0) return point(at);
  // Numbers in JSON are doubles.
  const amount = typeof at === "object" && "number" in at ? `${Math.abs(by)}.0` : `duration("${Math.abs(by) * HOURS_A_DAY}h")`;
  return `${point(at)} ${by < 0 ? "-" : "+"} ${amount}`;
}

function inCalendar(field: string): string {
  return `${read(field)} > ${text(FIRST_YEAR)} && ${read(field)}.matches(${text(CALENDAR)})`;
}

function given(field: string): string {
  return isPlain(field) ? `has(body.${field})` : `(${text(field)} in body)`;
}

function read(field: string): string {
  return isPlain(field) ? `body.${field}` : `body[${text(field)}]`;
}

function isPlain(field: string): boolean {
  return /^[A-Za-z_]\w*$/.test(field) && !RESERVED.has(field);
}

function list(values: readonly (string | number | boolean)[]): string {
  return `[${values.map(value).join(", ")}]`;
}

function value(of: string | number | boolean): string {
  return typeof of === "string" ? text(of) : String(of);
}

/** A string in CEL: JSON's escapes are valid in CEL. */
function text(of: string): string {
  return JSON.stringify(of);
}

/** One rule in CEL. The expression is true for a body that satisfies the rule. */
export interface CelRule {
  /** The rule's id. Where readings of the rule differ, a separate entry has the suffix `.edge`. */
  readonly id: string;
  readonly message: string;
  readonly severity: Severity;
  readonly expression: string;
}

/** All rules in CEL over `body`, a map, and `today`, a timestamp of the day's first moment in UTC. */
export function cel(request: Request): { readonly "//": string; readonly cel: readonly CelRule[] } {
  const shape = shapeOf(request);
  return {
    "//":
      "Generated from Pinterest's API description. Variables: body, the request as a map; today, the first moment of the day in UTC as a " +
      "timestamp. An expression is true when the rule is kept. It takes the types of the fields for granted: check them first, as with the " +
      "JSON Schema. A day before the year 100 counts as none, which leaves timestamps room. Rules that CEL cannot say: none.",
    cel: request.rules.flatMap((rule) => celRules(rule, shape)),
  };
}

function celRules(rule: Rule, shape: Shape): readonly CelRule[] {
  const says = ruleInWords(rule, shape);
  return waysToBreak(rule).map(({ edge, guard, body }) => ({
    id: edge ? `${rule.id}.edge` : rule.id,
    message: edge ? `${says}; here readings of that limit differ` : says,
    severity: edge ? "warning" : rule.severity,
    expression: `!(${allInCel([...guard, body], shape)})`,
  }));
}

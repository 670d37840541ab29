import { shapeOf } from "../lower/rules.js";
import type { Condition, Rule } from "../model/model.js";
import { opposite } from "../rules/condition.js";
import type { Distance, Formula, Point, Shape } from "../rules/kind.js";
import { callOf, certainly, isAbsence, named, type Offered } from "./rules.js";

/** The rules that stop a request as `x-dependencies` of an OpenAPI operation, in the Inter-parameter Dependency Language: YAML. */
export function idl(offered: Offered): string {
  const shape = shapeOf(offered);
  const errors = offered.rules.filter(({ severity }) => severity === "error");
  const said = errors.map((rule) => ({ rule, line: dependency(rule, shape) }));
  const unsaid = said.filter(({ line }) => line === null).map(({ rule }) => rule);
  const lines = said.flatMap(({ rule, line }) => (line === null ? [] : [`  # ${rule.id}`, `  - ${line}`]));
  const warnings = offered.rules.filter(({ severity }) => severity === "warning");
  return [
    "# Generated from Pinterest's API description: IDL4OAS, https://github.com/isa-group/IDL",
    `# for ${callOf(offered).id}; fields of the body are taken as parameters. The language has neither today nor a distance of days`,
    "# nor the items of a list.",
    `# Rules that it cannot say: ${named(unsaid)}.`,
    `# Rules that only warn and are left out: ${named(warnings)}.`,
    lines.length === 0 ? "x-dependencies: []" : "x-dependencies:",
    ...lines,
    "",
  ].join("\n");
}

/** A rule as one dependency; null when the language cannot say it. */
function dependency(rule: Rule, shape: Shape): string | null {
  const { guard, body } = certainly(rule);
  const parts = [...guard, ...("all" in body && !isAbsence(body) ? body.all : [body])];
  const last = parts.at(-1);
  const rest = parts.slice(0, -1).map((part) => holds(part, shape));
  const then = last === undefined ? null : unless(last, shape);
  if (last === undefined || then === null || rest.includes(null)) return null;
  if (rest.length > 0) return `IF ${[...("from" in last ? compared(last) : []), ...rest].join(" AND ")} THEN ${then};`;
  // Alone, a dependency is a comparison or one of the language's own.
  return "from" in last || "all" in last ? `${then};` : null;
}

/** In a condition, only parameters that are there can be compared. */
function compared({ from, to }: Distance): readonly string[] {
  return [from, to].flatMap((at) => pointName(at) ?? []);
}

function holds(formula: Formula, shape: Shape): string | null {
  if ("all" in formula) return joined(formula.all, " AND ", (part) => holds(part, shape));
  if ("any" in formula) return joined(formula.any, " OR ", (part) => holds(part, shape));
  if ("holds" in formula || "matching" in formula || "noDay" in formula) return null;
  if ("from" in formula) return isSame(formula) ? compare(formula, "==") : null;
  return condition(formula, shape);
}

function unless(formula: Formula, shape: Shape): string | null {
  if ("all" in formula) {
    const each = joined(formula.all, ", ", (part) => unless(part, shape));
    return each === null || !isAbsence(formula) ? null : `Or${each}`;
  }
  if ("any" in formula) return joined(formula.any, " AND ", (part) => unless(part, shape));
  if ("holds" in formula || "matching" in formula || "noDay" in formula) return null;
  if ("from" in formula) return formula.least === undefined && formula.most === -1 ? compare(formula, "<=") : null;
  return condition(opposite(formula), shape);
}

/** `p=='A'` is true of a parameter that is there with that value. One with a default also counts when it is not there. */
function condition(formula: Condition, shape: Shape): string | null {
  const name = parameter(formula.field);
  if (name === null) return null;
  if ("present" in formula) return formula.present ? name : `NOT ${name}`;
  const values = "is" in formula ? formula.is : formula.isNot;
  const assumed = shape.field(formula.field)?.default;
  const absentIs = assumed !== undefined && values.includes(assumed);
  const one = equals(name, values);
  if (one === null) return null;
  if ("is" in formula) return absentIs ? `(NOT ${name} OR ${one})` : one;
  return absentIs ? `(${name} AND NOT ${one})` : `NOT ${one}`;
}

function equals(name: string, values: readonly (string | number | boolean)[]): string | null {
  if (values.some((value) => typeof value === "string" && /['|\\\n]/.test(value))) return null;
  if (values.every((value) => typeof value === "string")) return `${name}==${values.map((value) => `'${value}'`).join("|")}`;
  const each = values.map((value) => `${name}==${typeof value === "string" ? `'${value}'` : String(value)}`);
  return each.length === 1 ? (each[0] ?? null) : `(${each.join(" OR ")})`;
}

function isSame({ least, most }: Distance): boolean {
  return least === 0 && most === 0;
}

/** Two parameters compared; null for anything that is not one, such as today. */
function compare({ from, to }: Distance, operator: "<=" | "=="): string | null {
  const [start, end] = [from, to].map(pointName);
  return start && end ? `${start} ${operator} ${end}` : null;
}

function pointName(at: Point): string | null {
  if (at === "today" || "date" in at) return null;
  return parameter("day" in at ? at.day : at.number);
}

/** A name that the language takes for one, and that YAML leaves alone. */
function parameter(field: string): string | null {
  return /^[A-Za-z_][\w.]*$/.test(field) && !/^(IF|THEN|NOT|AND|OR|Or|OnlyOne|AllOrNone|ZeroOrOne|true|false)$/.test(field) ? field : null;
}

function joined(parts: readonly Formula[], between: " AND " | " OR " | ", ", say: (part: Formula) => string | null): string | null {
  const said = parts.map(say);
  if (said.includes(null)) return null;
  return said.length === 1 ? (said[0] ?? null) : `(${said.join(between)})`;
}

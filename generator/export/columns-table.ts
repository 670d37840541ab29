import { TYPES } from "../emit/columns.js";
import { shapeOf } from "../lower/shape.js";
import type { ColumnValue } from "../model/column.js";
import type { Flow } from "../model/model.js";
import type { Rule } from "../model/rule.js";
import { conditionsInWords } from "../rules/condition.js";
import { kindOf } from "../rules/parse.js";
import { certainly } from "./broken.js";
import { code, table, words } from "./table.js";

/** What each kind of value is, and in which unit. */
export const MEANINGS: Readonly<Record<ColumnValue, string>> = {
  id: "an id, exact to the last digit",
  name: "what a person called it",
  text: "other words",
  url: "a link",
  label: "one of a few words, such as a status, or a number that stands for one",
  count: "how many, a whole number",
  number: "a number without a unit, or with one that nobody states",
  rate: "a part of a whole",
  ratio: "one amount for another; may be above 1",
  seconds: "a time, in seconds",
  money: "an amount, in units of the ad account's currency whatever the column's name says",
  "micro-money": "an amount, in millionths of a unit of the ad account's currency",
  "unknown-money": "an amount in the ad account's currency; nobody states whether in units or in millionths",
  unknown: "nobody knows",
};

/** The kinds of values that this flow's columns have. */
export function meanings({ columns }: Flow): string {
  const used = new Set(columns.map(({ value }) => value));
  const rows = Object.entries(MEANINGS).filter(([value]) => used.has(value as ColumnValue));
  return table(
    ["value", "type in a row", "what it is"],
    rows.map(([value, meaning]) => [code(value), code(TYPES[value as ColumnValue]), meaning]),
  );
}

/** Every column: what it holds, whether others vouch for that, and when it may not be asked for. */
export function columnsTable(flow: Flow): string {
  const bars = barsOf(flow);
  const barred = (name: string) => (bars.get(name) ?? []).map(({ when, rule }) => `${words(when)} (${rule.severity}, ${code(rule.id)})`);
  return table(
    ["column", "value", "verified", "barred when"],
    flow.columns.map(({ name, value, verified }) => [code(name), value, verified ? "yes" : "no", barred(name).join("; ")]),
  );
}

/** When a rule bars a column, in words. */
export interface Bar {
  readonly when: string;
  readonly rule: Rule;
}

/** By column: when it may not be asked for, and which rule says so. */
export function barsOf(flow: Flow): ReadonlyMap<string, readonly Bar[]> {
  const shape = shapeOf(flow);
  const bars = new Map<string, Bar[]>();
  for (const rule of flow.rules) {
    const names = concernedBy(rule, flow);
    const when = rule.when.length === 0 ? "always" : conditionsInWords(rule.when, shape);
    for (const name of names) bars.set(name, [...(bars.get(name) ?? []), { when, rule }]);
  }
  return bars;
}

/** The columns that a rule bars, or that may return no data. */
function concernedBy(rule: Rule, flow: Flow): readonly string[] {
  const { concerns } = kindOf(rule);
  if (rule.params.field !== "columns") return [];
  if (concerns)
    return concerns(
      rule.params,
      flow.columns.map(({ name }) => name),
    );
  const { body } = certainly(rule);
  return "holds" in body ? body.holds : [];
}

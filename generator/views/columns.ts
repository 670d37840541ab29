import type { ColumnValue } from "../model/column.js";
import type { Flow } from "../model/model.js";
import { type Code, data, joined, list, literal, property, type View } from "../text/code.js";

/** What a value is in a row that was read from a file. */
export const TYPES: Readonly<Record<ColumnValue, Code>> = {
  id: joined`string`,
  name: joined`string`,
  text: joined`string`,
  url: joined`string`,
  label: joined`string | number`,
  count: joined`number`,
  number: joined`number`,
  rate: joined`number`,
  ratio: joined`number`,
  seconds: joined`number`,
  money: joined`number`,
  "micro-money": joined`number`,
  "unknown-money": joined`number`,
  unknown: joined`string | number`,
};

/** `columns.ts`: what each column's values are, as data. */
export function columnsView(flow: Flow): View {
  return { list: flow.columns.map(({ name, value, verified }) => ({ name: property(name), facts: data({ value, verified }) })) };
}

/** `row.ts`: the same as types, with what the file adds by itself. Where the request does not say the columns, neither does the row. */
export function rowView(flow: Flow): View {
  const asked = flow.columns.map(({ name, value }) => ({ name: property(name), type: TYPES[value] }));
  const added = ["DATE", "TARGETING_TYPE", "TARGETING_VALUE"].filter((name) => !flow.columns.some((column) => column.name === name));
  const deciding = ["granularity", "level"].filter((name) => has(flow, name));
  const columned = flow.columns.length > 0;
  return {
    columned,
    formats: columned && has(flow, "report_format"),
    deciding: deciding.length > 0,
    granular: has(flow, "granularity"),
    leveled: has(flow, "level"),
    added: union(deciding),
    needed: union(["columns", ...deciding]),
    list: [...asked, ...added.map((name) => ({ name: property(name), type: TYPES.text }))],
  };
}

function has({ body }: Flow, name: string): boolean {
  return body.fields.some((field) => field.name === name);
}

function union(names: readonly string[]): Code {
  return names.length === 0
    ? joined`never`
    : list(
        names.map((name) => literal(name)),
        " | ",
      );
}

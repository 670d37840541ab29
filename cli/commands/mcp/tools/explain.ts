import { loadData } from "../../../modules.js";
import { changedDays } from "../changed-days.js";
import type { Context } from "../context.js";
import { differencesOf, factsOf } from "../differences.js";
import { tableNamed } from "../tables.js";
import { ANY_OBJECT, listOf, objectSchema, Refused, TEXT, type Tool } from "../tool.js";

/** Says why two figures differ. */
export function explainTool(context: Context): Tool {
  return {
    name: "explain",
    title: "Explain a difference",
    description:
      "Says why figures of two tables differ, or those of one table and Ads Manager: attribution windows, report time, time zone, currency, days that changed since, rows without activity.",
    input: objectSchema({ tables: { ...listOf(TEXT), description: "One or two tables" } }),
    output: objectSchema({
      facts: listOf(ANY_OBJECT),
      differences: listOf(objectSchema({ about: TEXT, values: listOf(TEXT), why: TEXT })),
      changed: listOf(ANY_OBJECT),
      notes: listOf(TEXT),
    }),
    async run({ tables: given }, { signal }) {
      const names = [...new Set(given as readonly string[])];
      if (names.length === 0 || names.length > 2)
        throw new Refused("tables takes the names of one or two tables");
      const tables = await Promise.all(names.map((name) => tableNamed(context, name)));
      const data = await loadData();
      const facts = tables.map((table) => factsOf(table, data));
      const [first, second] = tables;
      if (first === undefined || second === undefined)
        return { facts, differences: [], changed: [], notes: ELSEWHERE };
      return {
        facts,
        differences: differencesOf(facts),
        changed: await changedDays(context, first, second, signal),
        notes: BETWEEN,
      };
    },
  };
}

const BETWEEN = [
  "changed lists the days and columns whose sums differ, in the order of the tables; null: no row, which is no activity.",
  "Pinterest revises a day for weeks as conversions come in, sometimes down to zero: the table that was made last is right.",
];

const ELSEWHERE = [
  "Ads Manager shows days in the ad account's time zone, and a report without reporting_timezone has days in UTC.",
  "Set the same attribution windows and conversion_report_time as in Ads Manager: without them, those in facts apply.",
  "Days from may_change_from on were still open when the table was made: ask again with fresh.",
  "Money is in the ad account's currency, whatever a column's name says; columns in MICRO are millionths of it.",
  "Pinterest leaves out rows without activity and zeros: an average over days needs a calendar. Rates, reach and frequency do not add up.",
  "Rows of targeting levels overlap, so they never add up to the campaign.",
];

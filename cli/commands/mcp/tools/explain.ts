import { loadData } from "../../../modules.js";
import { changedDays } from "../changed-days.js";
import type { Context } from "../context.js";
import { differencesOf, factsOf } from "../differences.js";
import { tableNamed } from "../tables.js";
import { ANY_OBJECT, listOf, objectSchema, Refused, TEXT, type Tool } from "../tool.js";

/**
 * Creates the tool that explains why the figures in two tables differ. For one table, it returns
 * the table's facts, and notes on comparing it with Ads Manager. It throws `Refused` for an unknown
 * table, for no tables, or for more than two. It sends nothing to Pinterest.
 */
export function explainTool(context: Context): Tool {
  return {
    name: "explain",
    title: "Explain a difference",
    description:
      "Explains why the numbers in two tables, or in a table and Ads Manager, differ. Compares attribution windows, report time, time zone, currency, days that have changed since a table was loaded, and rows without activity.",
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
        throw new Refused("`tables` must contain the names of one or two tables");
      const tables = await Promise.all(names.map((name) => tableNamed(context, name)));
      const data = await loadData();
      const facts = tables.map((table) => factsOf(table, data));
      const [first, second] = tables;
      if (first === undefined || second === undefined)
        return { facts, differences: [], changed: [], notes: ELSEWHERE };
      const { rows, isCut } = await changedDays(context, first, second, signal);
      return {
        facts,
        differences: differencesOf(facts),
        changed: rows,
        notes: isCut ? [...BETWEEN, MORE] : BETWEEN,
      };
    },
  };
}

const BETWEEN = [
  "`changed` lists the days and columns whose sums differ, with each table's sum, in the order of the tables; null means no row, and therefore no activity.",
  "Pinterest keeps revising a day's figures for weeks as conversions come in, sometimes down to zero: trust the newer table.",
];

const MORE =
  "There are more differences than those in `changed`: compare the tables with the query tool.";

const ELSEWHERE = [
  "Ads Manager shows days in the ad account's time zone, and a report without reporting_timezone has days in UTC.",
  "Use the same attribution windows and conversion_report_time as in Ads Manager: `facts` shows those of this table.",
  "When the table was made, days from `may_change_from` onward were still subject to change: call the report tool again with `fresh: true`.",
  "Amounts are in the ad account's currency, even if a column's name says DOLLAR; columns with MICRO in their name are in millionths of that currency.",
  "Pinterest omits zeros and rows without activity: divide by calendar days to get a daily average. Rates, reach and frequency cannot be summed.",
  "Rows of targeting levels overlap, so their sum is not the campaign's total.",
];

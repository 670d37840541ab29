import { dayNumber } from "../../../runtime/validation/dates.js";
import type { Data } from "../../modules.js";
import type { Table } from "./tables.js";
import { attributionOf, mayChangeFrom, timeZoneOf } from "./windows.js";

/** The facts that determine a table's figures. */
export type DecidingFacts = Readonly<Record<string, unknown>>;

/** Body fields that determine which rows a report has, but not what the rows count. */
const SHAPE = [
  "columns",
  "start_date",
  "end_date",
  "granularity",
  "level",
  "report_format",
  "primary_sort",
];

/**
 * The facts that determine a table's figures, keyed by name, for comparison with another table's
 * facts. Examples are the table's days, level, attribution, time zone, accounts, currencies,
 * filters, and when its reports were made. `may_change_from` is the first day that could still
 * change when its report was made, or null. `data` supplies the report's defaults and limits.
 */
export function factsOf({ facts, reports }: Table, data: Data): DecidingFacts {
  const { body } = facts;
  const accounts = reports.map(({ account }) => account);
  const madeAt = reports.map(({ made_at }) => made_at).sort();
  const open = reports.flatMap(({ body: request, made_at }) => {
    const from = mayChangeFrom(request, made_at.slice(0, "2026-01-01".length), data);
    return from === null ? [] : [from];
  });
  const filters = Object.entries(body).filter(([name]) => !SHAPE.includes(name) && !(name in WHY));
  return {
    table: facts.name,
    days: `${body.start_date} to ${body.end_date}`,
    ...{ granularity: body.granularity, level: body.level },
    ...attributionOf(body, data),
    time_zone: timeZoneOf(body, accounts),
    accounts: [...new Set(accounts.map(({ id }) => id))].sort().join(", "),
    currencies: [...new Set(accounts.map(({ currency }) => currency ?? "unknown"))]
      .sort()
      .join(", "),
    filters: JSON.stringify(Object.fromEntries(filters)),
    first_made_at: madeAt[0] ?? "",
    last_made_at: madeAt.at(-1) ?? "",
    may_change_from: open.sort()[0] ?? null,
  };
}

/** How each fact affects the figures. */
const WHY: Readonly<Record<string, string>> = {
  days: "The tables cover different days.",
  granularity:
    "Rows cover different time spans; reach and rates cannot be summed over several spans.",
  level:
    "Each level is counted separately: conversions that are not attributed to any ad can still count toward the campaign.",
  click_window_days:
    "Conversions count for this many days after a click, so a longer window includes more.",
  engagement_window_days: "Conversions count for this many days after an engagement.",
  view_window_days:
    "Conversions count for this many days after a view, so a longer window includes more.",
  conversion_report_time:
    "TIME_OF_AD_ACTION counts a conversion on the day of the click or view; TIME_OF_CONVERSION, on the day it happened.",
  time_zone: "Days begin at different times, so activity near midnight can fall on different days.",
  accounts: "The tables are for different ad accounts.",
  currencies: "Amounts in different currencies cannot be compared or added.",
  filters: "Filters leave out rows.",
  last_made_at:
    "Days that could still change may have changed between the two reports, as conversions came in.",
};

/**
 * The facts in which two tables differ, with both values and an explanation. `facts` contains the
 * facts of both tables; further items are ignored. The values are returned as strings. Table names
 * are not compared. The times when the reports were made only count as a difference if days could
 * still change between these times.
 */
export function differencesOf(facts: readonly DecidingFacts[]): readonly object[] {
  const [one = {}, other = {}] = facts;
  return Object.entries(WHY).flatMap(([about, why]) => {
    if (one[about] === other[about]) return [];
    if (about === "last_made_at" && !isOpenBetween(one, other)) return [];
    return [{ about, values: [one, other].map((each) => String(each[about])), why }];
  });
}

/** Whether the earlier table's days could have changed before the later table was made. */
function isOpenBetween(one: DecidingFacts, other: DecidingFacts): boolean {
  const [earlier, later] = [one, other].sort((a, b) =>
    String(a.last_made_at) < String(b.last_made_at) ? -1 : 1,
  );
  const isAnotherDay = dayOf(earlier) !== dayOf(later);
  return isAnotherDay && !Number.isNaN(dayNumber(earlier?.may_change_from));
}

/** The day on which a table's last report was created. */
function dayOf(facts: DecidingFacts | undefined): string {
  return String(facts?.last_made_at).slice(0, "2026-01-01".length);
}

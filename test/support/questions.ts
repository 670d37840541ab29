import { dayNumber, isoDay } from "../../runtime/validation/dates.js";
import type { Answer } from "./analyst-stores.js";
import {
  exactSum,
  exactText,
  type KnownAccount,
  type KnownRow,
  quotientText,
} from "./known-rows.js";

/** An account's data: the server's rows at the time of the last load. */
export interface KnownLoad {
  readonly account: KnownAccount;
  readonly campaigns: ReadonlyMap<string, string>;
  /** The rows of the tables `campaign_days` and `account_days`. */
  readonly rows: readonly KnownRow[];
  readonly accountRows: readonly KnownRow[];
  /** The last day that was loaded. */
  readonly to: string;
  /** When the run that loaded it started, in ISO 8601. */
  readonly loadedAt: string;
  /** The columns that the run requested for `campaign_days`. */
  readonly columns: readonly string[];
}

/** A completed run. */
export interface KnownRun {
  readonly begun: string;
  readonly ended: string;
  readonly failures: number;
}

/** The data for computing answers without any code of the package. */
export interface Known {
  readonly from: string;
  readonly yesterday: string;
  readonly loads: readonly KnownLoad[];
  readonly runs: readonly KnownRun[];
}

/** An analyst's question. */
interface Question {
  readonly name: string;
  readonly sql: (known: Known) => string;
  readonly answer: (known: Known) => readonly Answer[];
}

/** A column that is added to the reports later. */
export const ADDED = "TOTAL_CHECKOUT";

export const QUESTIONS: readonly Question[] = [
  {
    name: "how much was spent in each month, by currency",
    sql: () =>
      `SELECT currency, substr(CAST(date AS varchar), 1, 7), sum(spend_in_dollar), count(*)
       FROM campaign_days GROUP BY 1, 2 ORDER BY 1, 2`,
    answer: ({ loads }) =>
      grouped(
        loads.flatMap(({ account, rows }) =>
          rows.map((row): KnownRow => ({ ...row, currency: account.currency })),
        ),
        ({ currency, DATE }) => [value(currency), value(DATE).slice(0, 7)],
        (rows) => [sumOf(rows, "SPEND_IN_DOLLAR"), String(rows.length)],
      ),
  },
  {
    name: "how many conversions a campaign has on an average calendar day",
    sql: ({ from, yesterday }) =>
      `SELECT c.ad_account_id, c.campaign_id, round(CAST(sum(coalesce(d.total_conversions, 0)) AS decimal(20, 0)) / count(*), 4)
       FROM generate_series(DATE '${from}', DATE '${yesterday}', INTERVAL '1 day') AS calendar(day)
       CROSS JOIN (SELECT DISTINCT ad_account_id, campaign_id FROM campaign_days) AS c
       LEFT JOIN campaign_days AS d ON d.ad_account_id = c.ad_account_id AND d.campaign_id = c.campaign_id AND d.date = CAST(calendar.day AS date)
       GROUP BY 1, 2 ORDER BY 1, 2`,
    answer: ({ loads, ...days }) =>
      grouped(ofAll(loads), ids, (rows) => [
        quotientText(exactSum(valuesOf(rows, "TOTAL_CONVERSIONS")), calendar(days).length, 4),
      ]),
  },
  {
    name: "what share of campaigns had no conversions in two days",
    sql: ({ yesterday }) =>
      `SELECT ad_account_id, count(*) FILTER (WHERE conversions = 0), count(*) FROM
       (SELECT c.ad_account_id, c.id, sum(coalesce(d.total_conversions, 0)) AS conversions FROM campaigns AS c
        LEFT JOIN campaign_days AS d ON d.ad_account_id = c.ad_account_id AND d.campaign_id = c.id AND d.date > DATE '${yesterday}' - 2
        GROUP BY 1, 2) AS each_campaign
       GROUP BY 1 ORDER BY 1`,
    answer: ({ loads, yesterday }) =>
      loads.map(({ account, campaigns, rows }) => {
        const latest = rows.filter((row) => dayOf(row) > dayNumber(yesterday) - 2);
        const without = [...campaigns.keys()].filter((id) => {
          const own = latest.filter(({ CAMPAIGN_ID }) => CAMPAIGN_ID === id);
          return exactSum(valuesOf(own, "TOTAL_CONVERSIONS")) === 0n;
        });
        return [account.id, String(without.length), String(campaigns.size)];
      }),
  },
  {
    name: "how spend changes from day to day",
    sql: ({ from, yesterday }) =>
      `SELECT ad_account_id, CAST(day AS varchar), spend - lag(spend) OVER (PARTITION BY ad_account_id ORDER BY day) FROM
       (SELECT a.id AS ad_account_id, CAST(calendar.day AS date) AS day, sum(coalesce(d.spend_in_dollar, 0)) AS spend
        FROM generate_series(DATE '${from}', DATE '${yesterday}', INTERVAL '1 day') AS calendar(day) CROSS JOIN ad_accounts AS a
        LEFT JOIN account_days AS d ON d.ad_account_id = a.id AND d.date = CAST(calendar.day AS date)
        GROUP BY 1, 2) AS each_day
       ORDER BY 1, 2`,
    answer: ({ loads, ...days }) =>
      loads.flatMap(({ account, accountRows }) => {
        const spendOn = (day: string): bigint =>
          exactSum(
            valuesOf(
              accountRows.filter(({ DATE }) => DATE === day),
              "SPEND_IN_DOLLAR",
            ),
          );
        return calendar(days).map((day, at, all) => {
          const before = all[at - 1];
          const change = before === undefined ? null : exactText(spendOn(day) - spendOn(before));
          return [account.id, day, change];
        });
      }),
  },
  {
    name: "what a newly added column adds up to over the last quarter",
    sql: ({ yesterday }) =>
      `SELECT ad_account_id, sum(total_checkout), count(total_checkout), count(*)
       FROM campaign_days WHERE date > DATE '${yesterday}' - 91 GROUP BY 1 ORDER BY 1`,
    answer: ({ loads, yesterday }) =>
      grouped(
        ofAll(loads).filter((row) => dayOf(row) > dayNumber(yesterday) - 91),
        ({ ad_account_id }) => [ad_account_id],
        (rows) => {
          const added = valuesOf(rows, ADDED);
          return [
            added.length === 0 ? null : exactText(exactSum(added)),
            String(added.length),
            String(rows.length),
          ];
        },
      ),
  },
  {
    name: "when the last run without a failure ended",
    sql: () =>
      "SELECT count(*), CAST(max(finished_at) FILTER (WHERE failures = 0) AT TIME ZONE 'UTC' AS varchar) FROM sync_runs",
    answer: ({ runs }) => [
      [
        String(runs.length),
        sqlTime(runs.flatMap(({ ended, failures }) => (failures === 0 ? [ended] : [])).at(-1)),
      ],
    ],
  },
  {
    name: "how fresh each account's rows are, and whether any are too old",
    sql: () =>
      // The rows of a day may change for 30 days.
      `SELECT ad_account_id, CAST(max(_loaded_at) AT TIME ZONE 'UTC' AS varchar), count(*) FILTER (WHERE loaded < least(date + 31, last)) FROM
       (SELECT *, CAST(_loaded_at AT TIME ZONE 'UTC' AS date) AS loaded, max(CAST(_loaded_at AT TIME ZONE 'UTC' AS date)) OVER (PARTITION BY ad_account_id) AS last FROM campaign_days) AS each_row
       GROUP BY 1 ORDER BY 1`,
    answer: ({ loads }) =>
      loads.map(({ account, loadedAt }) => [account.id, sqlTime(loadedAt), "0"]),
  },
  {
    name: "which columns each account's days were loaded with",
    sql: () =>
      `SELECT d.ad_account_id, CAST(min(d.day) AS varchar), CAST(max(d.day) AS varchar), count(*),
         CAST(((CAST(t.definition AS json) -> 'requested') -> split_part(d.stamp, ' ', 1)) -> 'columns' AS varchar) AS columns
       FROM _pinterest_sync_days AS d JOIN _pinterest_sync_tables AS t ON t.name = d."table"
       WHERE t.name = 'campaign_days' GROUP BY 1, 5 ORDER BY 1`,
    answer: ({ loads, from }) =>
      loads.map(({ account, to, columns }) => [
        account.id,
        from,
        to,
        String(dayNumber(to) - dayNumber(from) + 1),
        JSON.stringify(columns.map((name) => name.toLowerCase()).sort()),
      ]),
  },
  {
    name: "which five campaigns have spent the most, by name",
    sql: () =>
      `SELECT c.name, sum(d.spend_in_dollar) AS spend
       FROM campaign_days AS d JOIN campaigns AS c ON c.id = d.campaign_id AND c.ad_account_id = d.ad_account_id
       WHERE d.currency = 'USD' GROUP BY c.id, c.name ORDER BY 2 DESC, c.id LIMIT 5`,
    answer: ({ loads }) =>
      loads
        .filter(({ account }) => account.currency === "USD")
        .flatMap(({ campaigns, rows }) =>
          [...campaigns].flatMap(([id, name]) => {
            const own = rows.filter(({ CAMPAIGN_ID }) => CAMPAIGN_ID === id);
            const spend = exactSum(valuesOf(own, "SPEND_IN_DOLLAR"));
            return own.length === 0 ? [] : [{ id, name, spend }];
          }),
        )
        .sort(
          (a, b) =>
            Number(b.spend - a.spend > 0n) - Number(b.spend - a.spend < 0n) ||
            Number(a.id > b.id) - 1,
        )
        .slice(0, 5)
        .map(({ name, spend }) => [name, exactText(spend)]),
  },
  {
    name: "what was spent in millionths, and in whole units",
    sql: () =>
      `SELECT ad_account_id, sum(spend_in_micro_dollar), CAST(sum(spend_in_micro_dollar) AS decimal(24, 6)) * CAST(0.000001 AS decimal(7, 6)), sum(spend_in_dollar)
       FROM campaign_days GROUP BY 1 ORDER BY 1`,
    answer: ({ loads }) =>
      grouped(
        ofAll(loads),
        ({ ad_account_id }) => [ad_account_id],
        (rows) => {
          const micro = exactSum(valuesOf(rows, "SPEND_IN_MICRO_DOLLAR"));
          return [exactText(micro), exactText(micro / 1_000_000n), sumOf(rows, "SPEND_IN_DOLLAR")];
        },
      ),
  },
  {
    name: "what a click costs in millionths, such as 412345.67",
    sql: () =>
      `SELECT ad_account_id, sum(cpc_in_micro_dollar), count(cpc_in_micro_dollar), count(*) FILTER (WHERE cpc_in_micro_dollar = 412345.67)
       FROM campaign_days GROUP BY 1 ORDER BY 1`,
    answer: ({ loads }) =>
      grouped(
        ofAll(loads),
        ({ ad_account_id }) => [ad_account_id],
        (rows) => {
          // A missing value means that there was no click.
          const costs = valuesOf(rows, "CPC_IN_MICRO_DOLLAR").filter((text) => text !== "0");
          return [
            exactText(exactSum(costs)),
            String(costs.length),
            String(costs.filter((text) => text === "412345.67").length),
          ];
        },
      ),
  },
  {
    name: "on which days an account has no row, and which days were not loaded",
    sql: ({ from, yesterday }) =>
      `SELECT a.id, count(l.day) FILTER (WHERE d.date IS NULL), count(*) FILTER (WHERE l.day IS NULL)
       FROM generate_series(DATE '${from}', DATE '${yesterday}', INTERVAL '1 day') AS calendar(day) CROSS JOIN ad_accounts AS a
       LEFT JOIN _pinterest_sync_days AS l ON l."table" = 'account_days' AND l.ad_account_id = a.id AND l.day = CAST(calendar.day AS date)
       LEFT JOIN account_days AS d ON d.ad_account_id = a.id AND d.date = CAST(calendar.day AS date)
       GROUP BY 1 ORDER BY 1`,
    answer: ({ loads, ...days }) =>
      loads.map(({ account, accountRows, to }) => {
        const loaded = calendar({ ...days, yesterday: to });
        const empty = loaded.filter((day) => !accountRows.some(({ DATE }) => DATE === day));
        return [account.id, String(empty.length), String(calendar(days).length - loaded.length)];
      }),
  },
  {
    name: "what all rows add up to, each counted once",
    sql: () =>
      `SELECT count(*), count(DISTINCT ad_account_id || ' ' || campaign_id || ' ' || CAST(date AS varchar)),
         sum(spend_in_dollar), sum(spend_in_micro_dollar), sum(total_conversions), sum(total_clickthrough), sum(length(campaign_name))
       FROM campaign_days`,
    answer: ({ loads }) => {
      const rows = ofAll(loads);
      const names = valuesOf(rows, "CAMPAIGN_NAME");
      return [
        [
          String(rows.length),
          String(rows.length),
          ...[
            "SPEND_IN_DOLLAR",
            "SPEND_IN_MICRO_DOLLAR",
            "TOTAL_CONVERSIONS",
            "TOTAL_CLICKTHROUGH",
          ].map((column) => sumOf(rows, column)),
          // Counts characters, so that an emoji counts as one.
          String(names.reduce((sum, name) => sum + [...name].length, 0)),
        ],
      ];
    },
  },
];

type OwnedRow = KnownRow & { readonly ad_account_id: string };

function ofAll(loads: readonly KnownLoad[]): readonly OwnedRow[] {
  return loads.flatMap(({ account, rows }) =>
    rows.map((row) => ({ ...row, ad_account_id: account.id })),
  );
}

function ids({ ad_account_id, CAMPAIGN_ID }: OwnedRow): readonly string[] {
  return [ad_account_id, value(CAMPAIGN_ID)];
}

function value(text: string | undefined): string {
  if (text === undefined) throw new RangeError("the server's row lacks a column");
  return text;
}

function dayOf({ DATE }: KnownRow): number {
  return dayNumber(DATE);
}

/** The values of a column, without rows from reports that lacked it. */
function valuesOf(rows: readonly KnownRow[], column: string): readonly string[] {
  return rows.flatMap((row) => row[column] ?? []);
}

function sumOf(rows: readonly KnownRow[], column: string): string {
  return exactText(exactSum(valuesOf(rows, column)));
}

function calendar({ from, yesterday }: Pick<Known, "from" | "yesterday">): readonly string[] {
  const [first, last] = [dayNumber(from), dayNumber(yesterday)];
  return Array.from({ length: last - first + 1 }, (_, at) => isoDay(first + at));
}

/** One answer per group of rows, sorted by key. */
function grouped<Row extends KnownRow>(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly string[],
  answer: (rows: readonly Row[]) => Answer,
): readonly Answer[] {
  const groups = new Map<string, { readonly key: readonly string[]; readonly rows: Row[] }>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key.join(" ")) ?? { key, rows: [] };
    group.rows.push(row);
    groups.set(key.join(" "), group);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => [...group.key, ...answer(group.rows)]);
}

/** A time in the form in which SQL prints it, without trailing zeros. */
function sqlTime(text: string | undefined): string | null {
  return text === undefined
    ? null
    : text
        .replace("T", " ")
        .replace(/(\.\d*?)?0*Z$/, "$1")
        .replace(/\.$/, "");
}

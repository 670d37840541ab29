import { decimalText, sumOf, unscaledOf } from "./exact-sums.js";
import {
  ACCOUNTS,
  type Asker,
  type Body,
  checked,
  columnFor,
  daysAgo,
  type Question,
  queried,
  reported,
} from "./marketers.js";

type Name = (typeof ACCOUNTS)[number]["name"];
type Row = Readonly<Record<string, string>>;

/** A range of days, counted back from today. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Today, according to a tool's reply. */
async function todayOf(asker: Asker): Promise<number> {
  return Date.parse(String((await asker.call("accounts")).data.today));
}

function days({ from, to }: Span, today?: number): Body {
  return { start_date: daysAgo(from, today), end_date: daysAgo(to, today) };
}

interface Sum {
  readonly words: string;
  readonly account: Name;
  /** The metric as the marketer calls it. */
  readonly metric: string;
  readonly column: string;
  readonly span: Span;
  readonly shape?: Body;
  readonly id?: string;
  /** Makes the first call invalid, as an agent might. */
  readonly wrong?: (body: Body) => Body;
  /** How the marketer spells the account. Default: correctly. */
  readonly spelt?: string;
}

const DAILY = { granularity: "DAY", level: "CAMPAIGN" };

/** A question about the sum of an account's metric, and the number of reports it takes. */
function sumQuestion({ words, account, metric, column, span, ...rest }: Sum): Question {
  const { shape = DAILY, id = "CAMPAIGN_ID", wrong, spelt = account } = rest;
  return {
    words,
    isWrong: wrong !== undefined || spelt !== account,
    async ask(asker) {
      const today = await todayOf(asker);
      const found = await columnFor(asker, metric);
      const body = { ...days(span, today), ...shape, columns: [id, found] };
      const { totals, requests } = await reported(asker, [spelt], wrong?.(body) ?? body);
      const [{ body: sent } = { body: {} as Body }] = requests as readonly { body: Body }[];
      const summed = String((sent.columns as string[]).at(-1)).toLowerCase();
      return [String(totals[0]?.[summed]), (requests as readonly unknown[]).length];
    },
    async truth(truth) {
      const body = { ...days(span), ...shape, columns: [id, column] };
      const reports = Math.ceil((span.from - span.to + 1) / 186);
      return [await truth.sum(account, body, column), reports];
    },
  };
}

const lastWeek = { from: 7, to: 1 };
const lastMonth = { from: 30, to: 1 };
const named = (name: string, value: unknown) => (body: Body) => ({ ...body, [name]: value });
const withColumns = (...columns: readonly string[]) => named("columns", columns);

const SUMS: readonly Question[] = [
  ...(
    [
      [
        "How much did Nordlicht Home spend in the last 7 days?",
        "Nordlicht Home",
        "spend",
        "SPEND_IN_DOLLAR",
        lastWeek,
      ],
      [
        "How many impressions did Harbor Coffee get last week?",
        "Harbor Coffee",
        "paid impressions",
        "PAID_IMPRESSION",
        lastWeek,
      ],
      [
        "Clicks of Sakura Beauty in the last 30 days?",
        "Sakura Beauty",
        "clicks",
        "TOTAL_CLICKTHROUGH",
        lastMonth,
      ],
      [
        "How often were pins of Thistle & Oak saved this month?",
        "Thistle & Oak",
        "saves",
        "REPIN_1",
        { from: 20, to: 1 },
      ],
      [
        "How many checkouts did Verde Moda have in two weeks?",
        "Verde Moda",
        "purchases",
        "TOTAL_CHECKOUT",
        { from: 14, to: 1 },
      ],
      [
        "Outbound clicks of Nordlicht Home yesterday?",
        "Nordlicht Home",
        "outbound clicks",
        "OUTBOUND_CLICK_1",
        { from: 1, to: 1 },
      ],
    ] as const
  ).map(([words, account, metric, column, span]) =>
    sumQuestion({ words, account, metric, column, span }),
  ),
  sumQuestion({
    words: "How many engagements did Thistle & Oak have in 18 days?",
    ...{ account: "Thistle & Oak", metric: "engagements", column: "TOTAL_ENGAGEMENT" },
    span: { from: 18, to: 1 },
  }),
  sumQuestion({
    words: "What did Harbor Coffee spend per day last week, all in all? (a misspelled granularity)",
    ...{ account: "Harbor Coffee", metric: "spend", column: "SPEND_IN_DOLLAR", span: lastWeek },
    wrong: named("granularity", "day"),
  }),
  sumQuestion({
    words: "SPEND of Thistle & Oak in 30 days? (a metric by a name that does not exist)",
    ...{ account: "Thistle & Oak", metric: "spend", column: "SPEND_IN_DOLLAR", span: lastMonth },
    wrong: withColumns("CAMPAIGN_ID", "SPEND"),
  }),
  sumQuestion({
    words: "Impresions of Verde Moda last week? (a misspelled metric)",
    ...{ account: "Verde Moda", metric: "impresions", column: "TOTAL_IMPRESSION", span: lastWeek },
    wrong: withColumns("CAMPAIGN_ID", "PAID_IMPRESION"),
  }),
  sumQuestion({
    words: "Spend of Sakura Beauty by campaigns? (a level in the plural)",
    ...{ account: "Sakura Beauty", metric: "spend", column: "SPEND_IN_DOLLAR", span: lastWeek },
    wrong: named("level", "CAMPAIGNS"),
  }),
  sumQuestion({
    words: "Clicks of Nordlicht Home in two weeks? (columns as a text)",
    ...{
      account: "Nordlicht Home",
      metric: "clicks",
      column: "TOTAL_CLICKTHROUGH",
      span: { from: 14, to: 1 },
    },
    wrong: named("columns", "TOTAL_CLICKTHROUGH"),
  }),
  sumQuestion({
    words: "Saves of Harbor Coffee? (no id among the columns)",
    ...{ account: "Harbor Coffee", metric: "saves", column: "REPIN_1", span: lastMonth },
    wrong: withColumns("REPIN_1"),
  }),
  sumQuestion({
    words: "Spend of Verde Moda in 10 days? (a day with slashes)",
    ...{
      account: "Verde Moda",
      metric: "spend",
      column: "SPEND_IN_DOLLAR",
      span: { from: 10, to: 1 },
    },
    wrong: (body) => ({ ...body, start_date: String(body.start_date).replaceAll("-", "/") }),
  }),
  sumQuestion({
    words: "Spend of Nordlicht Hme in a month? (a misspelled account)",
    ...{ account: "Nordlicht Home", metric: "spend", column: "SPEND_IN_DOLLAR", span: lastMonth },
    spelt: "Nordlicht Hme",
  }),
  sumQuestion({
    words: "Clicks of thisle & oak last week? (a misspelled account)",
    ...{ account: "Thistle & Oak", metric: "clicks", column: "TOTAL_CLICKTHROUGH", span: lastWeek },
    spelt: "thisle & oak",
  }),
  sumQuestion({
    words: "Checkouts of Sakura Beauty within 7 days of a click? (a window as a text)",
    ...{ account: "Sakura Beauty", metric: "purchases", column: "TOTAL_CHECKOUT", span: lastMonth },
    shape: { ...DAILY, click_window_days: 7 },
    wrong: named("click_window_days", "7"),
  }),
  sumQuestion({
    words: "Spend of Harbor Coffee, with DATE among the columns? (a column that rows have anyway)",
    ...{
      account: "Harbor Coffee",
      metric: "spend",
      column: "SPEND_IN_DOLLAR",
      span: { from: 12, to: 2 },
    },
    wrong: withColumns("CAMPAIGN_ID", "DATE", "SPEND_IN_DOLLAR"),
  }),
  sumQuestion({
    words: "Spend of Sakura Beauty? (a field that does not exist)",
    ...{
      account: "Sakura Beauty",
      metric: "spend",
      column: "SPEND_IN_DOLLAR",
      span: { from: 9, to: 2 },
    },
    wrong: ({ columns, ...body }) => ({ ...body, colums: columns }),
  }),
  sumQuestion({
    words: "Spend of the ads of Verde Moda? (a level that has another name)",
    ...{ account: "Verde Moda", metric: "spend", column: "SPEND_IN_DOLLAR", span: lastWeek },
    shape: { granularity: "DAY", level: "PIN_PROMOTION" },
    id: "AD_ID",
    wrong: named("level", "AD"),
  }),
  sumQuestion({
    words: "Impressions of the ad groups of Nordlicht Home last week?",
    ...{
      account: "Nordlicht Home",
      metric: "paid impressions",
      column: "PAID_IMPRESSION",
      span: lastWeek,
    },
    shape: { granularity: "DAY", level: "AD_GROUP" },
    id: "AD_GROUP_ID",
  }),
  sumQuestion({
    words: "Impressions of the ad groups of Harbor Coffee? (the id of campaigns only)",
    ...{
      account: "Harbor Coffee",
      metric: "paid impressions",
      column: "PAID_IMPRESSION",
      span: lastWeek,
    },
    shape: { granularity: "DAY", level: "AD_GROUP" },
    id: "AD_GROUP_ID",
    wrong: withColumns("PAID_IMPRESSION"),
  }),
  sumQuestion({
    words: "Spend of Thistle & Oak since 400 days? (three reports)",
    ...{
      account: "Thistle & Oak",
      metric: "spend",
      column: "SPEND_IN_DOLLAR",
      span: { from: 400, to: 1 },
    },
  }),
  sumQuestion({
    words: "Clicks of Harbor Coffee in 500 days? (three reports)",
    ...{
      account: "Harbor Coffee",
      metric: "clicks",
      column: "TOTAL_CLICKTHROUGH",
      span: { from: 500, to: 1 },
    },
  }),
  sumQuestion({
    words: "Saves of Verde Moda in 558 days? (three reports of the greatest length)",
    ...{ account: "Verde Moda", metric: "saves", column: "REPIN_1", span: { from: 558, to: 1 } },
  }),
  sumQuestion({
    words: "Impressions of Sakura Beauty in 450 days, in total? (a total that cannot be split)",
    ...{
      account: "Sakura Beauty",
      metric: "paid impressions",
      column: "PAID_IMPRESSION",
      span: { from: 450, to: 1 },
    },
    shape: { granularity: "DAY", level: "CAMPAIGN" },
    wrong: named("granularity", "TOTAL"),
  }),
  sumQuestion({
    words:
      "Spend of the account Nordlicht Home as a whole in 380 days? (a level that agents invent)",
    ...{
      account: "Nordlicht Home",
      metric: "spend",
      column: "SPEND_IN_DOLLAR",
      span: { from: 380, to: 1 },
    },
    shape: { granularity: "DAY", level: "ADVERTISER" },
    id: "AD_ACCOUNT_ID",
    wrong: named("level", "ACCOUNT"),
  }),
];

interface Sql {
  readonly words: string;
  readonly accounts: readonly Name[];
  readonly span: Span;
  readonly columns: readonly string[];
  readonly shape?: Body;
  readonly wrong?: (body: Body) => Body;
  /** How the marketer spells the accounts. Default: correctly. */
  readonly spelt?: readonly string[];
  /** The query on the table `$t`. */
  readonly sql: string;
  /** Whether the first query names a table or a column that does not exist. */
  readonly isWrongSql?: boolean;
  /** Computes the expected rows from each account's rows. */
  readonly expected: (rows: readonly (readonly Row[])[]) => readonly (readonly unknown[])[];
}

/** A question that is answered with SQL on the rows. */
function sqlQuestion({ words, accounts, span, columns, sql, expected, ...rest }: Sql): Question {
  const { shape = DAILY, wrong, spelt = accounts, isWrongSql = false } = rest;
  return {
    words,
    isWrong: wrong !== undefined || spelt !== accounts || isWrongSql,
    async ask(asker) {
      const body = { ...days(span, await todayOf(asker)), ...shape, columns };
      const { table } = await reported(asker, spelt, wrong?.(body) ?? body);
      const rows = await queried(asker, sql.replaceAll("$t", table));
      return rows.map((row) => row.map(String));
    },
    async truth(truth) {
      const body = { ...days(span), ...shape, columns };
      const rows = await Promise.all(accounts.map((account) => truth.rows(account, body)));
      return expected(rows).map((row) => row.map(String));
    },
  };
}

const sumIn = (rows: readonly Row[], column: string): string =>
  sumOf(rows.map((row) => row[column] ?? "0"));

/** Groups rows by the value of a column. */
function grouped(rows: readonly Row[], column: string): readonly (readonly [string, Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] ?? "";
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups];
}

/** The value of `by` with the largest sum, and that sum. */
function top(rows: readonly Row[], by: string, column: string): readonly [string, string] {
  const sums = grouped(rows, by).map(([key, group]) => [key, sumIn(group, column)] as const);
  const [first] = sums.sort(([, a], [, b]) => (unscaledOf(b) > unscaledOf(a) ? 1 : -1));
  return first ?? ["", "0"];
}

const SPEND = ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR"];
const CLICKS = ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CLICKTHROUGH_1"];
const SHOWN = ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "PAID_IMPRESSION"];
const NAMES = ACCOUNTS.map(({ name }) => name);
const currencies = (rows: readonly (readonly Row[])[], column: string) =>
  ACCOUNTS.map(({ currency }, at) => [currency, sumIn(rows[at] ?? [], column)]).sort();

const QUERIES: readonly Question[] = [
  sqlQuestion({
    words: "What did all our clients spend last week, by currency?",
    ...{ accounts: NAMES, span: { from: 8, to: 2 }, columns: SPEND },
    sql: "SELECT currency, sum(spend_in_dollar) FROM $t GROUP BY 1 ORDER BY 1",
    expected: (rows) => currencies(rows, "SPEND_IN_DOLLAR"),
  }),
  sqlQuestion({
    words: "Spend of euros and pounds side by side, 30 days? (a metric that does not exist)",
    ...{ accounts: ["Nordlicht Home", "Thistle & Oak"], span: lastMonth, columns: SPEND },
    wrong: withColumns("CAMPAIGN_ID", "CAMPAIGN_NAME", "SPENDING_IN_DOLLAR"),
    sql: "SELECT currency, sum(spend_in_dollar) FROM $t GROUP BY 1 ORDER BY 1",
    expected: ([one = [], other = []]) => [
      ["EUR", sumIn(one, "SPEND_IN_DOLLAR")],
      ["GBP", sumIn(other, "SPEND_IN_DOLLAR")],
    ],
  }),
  sqlQuestion({
    words: "What did each client spend in 21 days, by the client's name?",
    ...{ accounts: NAMES, span: { from: 21, to: 1 }, columns: SPEND },
    sql: "SELECT a.name, sum(spend_in_dollar) FROM $t JOIN ad_accounts AS a ON a.id = ad_account_id GROUP BY 1 ORDER BY 1",
    expected: (rows) =>
      NAMES.map((name, at) => [name, sumIn(rows[at] ?? [], "SPEND_IN_DOLLAR")]).sort(),
  }),
  sqlQuestion({
    words: "Clicks of Harbor Cofee and verde moda? (names of accounts, misspelled)",
    ...{ accounts: ["Harbor Coffee", "Verde Moda"], span: lastWeek, columns: CLICKS },
    spelt: ["Harbor Cofee", "verde moda"],
    sql: "SELECT ad_account_id, sum(clickthrough_1) FROM $t GROUP BY 1 ORDER BY 1",
    expected: ([one = [], other = []]) => [
      ["549755885176", sumIn(one, "CLICKTHROUGH_1")],
      ["549755885179", sumIn(other, "CLICKTHROUGH_1")],
    ],
  }),
  sqlQuestion({
    words: "Which campaign of Harbor Coffee spent most in 14 days, by its name?",
    ...{ accounts: ["Harbor Coffee"], span: { from: 14, to: 1 }, columns: SPEND },
    sql: "SELECT campaign_name, sum(spend_in_dollar) FROM $t GROUP BY 1 ORDER BY 2 DESC LIMIT 1",
    expected: ([rows = []]) => [top(rows, "CAMPAIGN_NAME", "SPEND_IN_DOLLAR")],
  }),
  sqlQuestion({
    words: "And of Sakura Beauty? (a column that the table does not have)",
    ...{ accounts: ["Sakura Beauty"], span: { from: 14, to: 1 }, columns: SPEND },
    isWrongSql: true,
    sql: "SELECT campaign_name, sum(spend) FROM $t GROUP BY 1 ORDER BY 2 DESC LIMIT 1",
    expected: ([rows = []]) => [top(rows, "CAMPAIGN_NAME", "SPEND_IN_DOLLAR")],
  }),
  sqlQuestion({
    words: "The best day of Verde Moda for clicks in 30 days?",
    ...{ accounts: ["Verde Moda"], span: lastMonth, columns: CLICKS },
    sql: "SELECT date, sum(clickthrough_1) FROM $t GROUP BY 1 ORDER BY 2 DESC LIMIT 1",
    expected: ([rows = []]) => [top(rows, "DATE", "CLICKTHROUGH_1")],
  }),
  sqlQuestion({
    words:
      "The best day of Thistle & Oak for clicks? (a level and a granularity that are misspelled)",
    ...{ accounts: ["Thistle & Oak"], span: lastMonth, columns: CLICKS },
    wrong: (body) => ({ ...body, granularity: "DAYLY", level: "campaign" }),
    sql: "SELECT date, sum(clickthrough_1) FROM $t GROUP BY 1 ORDER BY 2 DESC LIMIT 1",
    expected: ([rows = []]) => [top(rows, "DATE", "CLICKTHROUGH_1")],
  }),
  sqlQuestion({
    words: "What does a click cost Nordlicht Home, over the last 30 days?",
    ...{ accounts: ["Nordlicht Home"], span: lastMonth, columns: CLICKS },
    sql: "SELECT printf('%.2f', sum(spend_in_dollar)::DOUBLE / sum(clickthrough_1)) FROM $t",
    expected: ([rows = []]) => [
      [(Number(sumIn(rows, "SPEND_IN_DOLLAR")) / Number(sumIn(rows, "CLICKTHROUGH_1"))).toFixed(2)],
    ],
  }),
  sqlQuestion({
    words:
      "On how many days did a campaign of Harbor Coffee have impressions, but no spend? (zeros)",
    ...{ accounts: ["Harbor Coffee"], span: lastMonth, columns: SHOWN },
    sql: "SELECT count(*) FROM $t WHERE spend_in_dollar = 0 AND paid_impression > 0",
    expected: ([rows = []]) => [
      [rows.filter((row) => row.SPEND_IN_DOLLAR === "0" && row.PAID_IMPRESSION !== "0").length],
    ],
  }),
  sqlQuestion({
    words:
      "How many rows without any activity are missing? (days without rows, misspelled columns)",
    ...{ accounts: ["Sakura Beauty"], span: lastMonth, columns: SHOWN },
    wrong: withColumns("CAMPAIN_ID", "SPEND_IN_DOLAR", "PAID_IMPRESSIONS"),
    sql: "SELECT 30 * count(DISTINCT campaign_id) - count(*) FROM $t",
    expected: ([rows = []]) => [
      [30 * grouped(rows, "CAMPAIGN_ID").length - withActivity(rows).length],
    ],
  }),
  sqlQuestion({
    words: "Spend of Nordlicht Home by month, over the last 3 months?",
    ...{ accounts: ["Nordlicht Home"], span: { from: 90, to: 1 }, columns: SPEND },
    shape: { granularity: "MONTH", level: "CAMPAIGN" },
    sql: "SELECT date, sum(spend_in_dollar) FROM $t GROUP BY 1 ORDER BY 1",
    expected: ([rows = []]) =>
      grouped(withActivity(rows), "DATE")
        .map(([day, group]) => [day, sumIn(group, "SPEND_IN_DOLLAR")])
        .sort(),
  }),
  sqlQuestion({
    words: "Clicks of Verde Moda as one total of 60 days? (a granularity that agents invent)",
    ...{ accounts: ["Verde Moda"], span: { from: 60, to: 1 }, columns: CLICKS },
    shape: { granularity: "TOTAL", level: "CAMPAIGN" },
    wrong: named("granularity", "TOTALS"),
    sql: "SELECT sum(clickthrough_1), sum(spend_in_dollar) FROM $t",
    expected: ([rows = []]) => [[sumIn(rows, "CLICKTHROUGH_1"), sumIn(rows, "SPEND_IN_DOLLAR")]],
  }),
  sqlQuestion({
    words: "At which hour did Harbor Coffee spend most on the last two days?",
    ...{ accounts: ["Harbor Coffee"], span: { from: 2, to: 1 }, columns: SPEND },
    shape: { granularity: "HOUR", level: "CAMPAIGN" },
    sql: "SELECT date, sum(spend_in_dollar) FROM $t GROUP BY 1 ORDER BY 2 DESC LIMIT 1",
    expected: ([rows = []]) => [top(rows, "DATE", "SPEND_IN_DOLLAR")],
  }),
  sqlQuestion({
    words: "Impressions of women and men, Thistle & Oak, last week?",
    ...{ accounts: ["Thistle & Oak"], span: lastWeek, columns: SHOWN },
    shape: { granularity: "DAY", level: "CAMPAIGN_TARGETING", targeting_types: ["GENDER"] },
    sql: "SELECT targeting_value, sum(paid_impression) FROM $t GROUP BY 1 ORDER BY 1",
    expected: ([rows = []]) =>
      grouped(rows, "TARGETING_VALUE")
        .map(([value, group]) => [value, sumIn(group, "PAID_IMPRESSION")])
        .sort(),
  }),
  sqlQuestion({
    words: "Impressions by gender, Verde Moda? (a targeting type as a text)",
    ...{ accounts: ["Verde Moda"], span: lastWeek, columns: SHOWN },
    shape: { granularity: "DAY", level: "CAMPAIGN_TARGETING", targeting_types: ["GENDER"] },
    wrong: named("targeting_types", "GENDER"),
    sql: "SELECT targeting_value, sum(paid_impression) FROM $t GROUP BY 1 ORDER BY 1",
    expected: ([rows = []]) =>
      grouped(rows, "TARGETING_VALUE")
        .map(([value, group]) => [value, sumIn(group, "PAID_IMPRESSION")])
        .sort(),
  }),
];

/** The rows that a file contains, which have a metric other than zero. */
function withActivity(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) =>
    ["SPEND_IN_DOLLAR", "PAID_IMPRESSION"].some((name) => name in row && row[name] !== "0"),
  );
}

interface Change {
  readonly column: string;
  readonly first: string | null;
  readonly second: string | null;
  readonly date?: string;
}

/**
 * A question about what changed in a range since yesterday, answered by `explain`. The truth is
 * computed from both states.
 */
function restated(
  words: string,
  account: Name,
  span: Span,
  wrong?: (body: Body) => Body,
): Question {
  const shape = { ...DAILY, columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] };
  return {
    words,
    isWrong: wrong !== undefined,
    async ask(asker) {
      const body = { ...days(span, await todayOf(asker)), ...shape };
      const before = await reported(asker, [account], wrong?.(body) ?? body);
      asker.nextDay();
      const after = await reported(asker, [account], body, { fresh: true });
      const { data } = await asker.call("explain", { tables: [before.table, after.table] });
      const changed = data.changed as readonly Change[];
      const change = changed.map(({ date, first, second }) => [
        String(date),
        decimalText(unscaledOf(second ?? "0") - unscaledOf(first ?? "0")),
      ]);
      return change.sort();
    },
    async truth(truth) {
      const body = { ...days(span), ...shape };
      const sums: Map<string, string>[] = [];
      for (const ahead of [0, 1]) {
        truth.on(ahead);
        const rows = await truth.rows(account, body);
        sums.push(
          new Map(
            grouped(rows, "DATE").map(([day, group]) => [day, sumIn(group, "SPEND_IN_DOLLAR")]),
          ),
        );
      }
      const [before, after] = sums;
      const all = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
      return [...all]
        .map((day) => [
          day,
          decimalText(unscaledOf(after?.get(day) ?? "0") - unscaledOf(before?.get(day) ?? "0")),
        ])
        .filter(([, change]) => change !== "0")
        .sort();
    },
  };
}

/** A question that a single tool reply answers. */
function fact(words: string, isWrong: boolean, ask: Question["ask"], truth: unknown): Question {
  return { words, isWrong, ask, truth: () => truth };
}

const FACTS: readonly Question[] = [
  fact(
    "In which currency and time zone is Sakura Beauty?",
    false,
    async (asker) => {
      const { data } = await asker.call("accounts", { search: "sakura" });
      const [{ currency, time_zone } = {}] = data.accounts as readonly Body[];
      return [currency, time_zone];
    },
    ["JPY", "Asia/Tokyo"],
  ),
  fact(
    "Does Pinterest still have January of four years ago?",
    true,
    async (asker) => {
      const body = { start_date: "2022-01-01", end_date: "2022-01-31", ...DAILY };
      const { data } = await asker.call("check", { body: { ...body, columns: ["CAMPAIGN_ID"] } });
      return [data.ok, data.reports];
    },
    [false, 0],
  ),
  fact(
    "How many reports would 3 years by day take, and what does Pinterest no longer have? (misspelled)",
    true,
    async (asker) => {
      const today = await todayOf(asker);
      const body = {
        ...days({ from: 1000, to: 1 }, today),
        granularity: "DAILY",
        level: "CAMPAIGN",
      };
      const good = await checked(asker, { ...body, columns: ["SPEND_IN_DOLLAR"] });
      const { data } = await asker.call("check", { body: good });
      return [
        data.reports,
        (data.dropped as readonly string[]).map((text) => /^\S+ to \S+(?=:)/.exec(text)?.[0]),
      ];
    },
    [5, [`${daysAgo(1000)} to ${daysAgo(914)}`]],
  ),
  fact(
    "Do checkouts differ because of the attribution window? (a window that does not exist)",
    true,
    async (asker) => {
      const body = { ...days(lastWeek, await todayOf(asker)), ...DAILY };
      const asked = { ...body, columns: ["CAMPAIGN_ID", "TOTAL_CHECKOUT"] };
      const short = await reported(asker, ["Thistle & Oak"], { ...asked, click_window_days: "1" });
      const long = await reported(asker, ["Thistle & Oak"], asked);
      const { data } = await asker.call("explain", { tables: [short.table, long.table] });
      return (data.differences as readonly Body[]).map(({ about, values }) => [about, values]);
    },
    [["click_window_days", ["1", "30"]]],
  ),
  restated(
    "What changed since yesterday in the spend of Nordlicht Home, days 5 to 25?",
    "Nordlicht Home",
    { from: 25, to: 5 },
  ),
  restated(
    "And of Harbor Coffee? (a misspelled level)",
    "Harbor Coffee",
    { from: 25, to: 5 },
    named("level", "CAMPAIGNS"),
  ),
  restated(
    "And of Verde Moda? (a metric that does not exist)",
    "Verde Moda",
    { from: 25, to: 5 },
    withColumns("CAMPAIGN_ID", "SPEND"),
  ),
];

/** Marketers' questions. Half of them start with an invalid call. */
export const QUESTIONS: readonly Question[] = [...SUMS, ...QUERIES, ...FACTS];

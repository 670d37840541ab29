import { jsonText } from "../../generator/print.js";
import { isoDay, utcToday } from "../../runtime/validation/dates.js";
import { cellOf, type Row } from "../../runtime/writers/row.js";
import { loadTesting } from "../modules.js";
import { type Body, type SessionOptions, sessionOptionsFor, withClient } from "../session.js";
import type { Io } from "../terminal/io.js";
import { formatTable } from "../terminal/table.js";
import { createProgress } from "../terminal/terminal.js";
import { Usage } from "../terminal/usage.js";
import { type Output, outputFor, writeRows } from "./run/output.js";
import { printShownRun, shownRunFor } from "./run/shown-run.js";
import { exactOption } from "./run/single-report.js";

const MAX_ROWS = 12;
const DAYS_PRINTED = 7;
const DAYS_WRITTEN = 30;

/** Arguments of `demo`. */
export interface DemoArguments {
  readonly adAccountId?: string | undefined;
  /** The file to write, such as an HTML page. By default, a table is printed. */
  readonly out?: string | undefined;
  /** Whether to print all rows as JSON. By default, a table shows some of the rows. */
  readonly json?: boolean;
}

/**
 * Runs one small report and prints or writes its rows. Prints at most 12 rows of the last seven
 * days, or all of them with `json`. With `out`, writes the last 30 days to that file, as JSON if
 * `json` is set. Today (UTC) is not included.
 *
 * With PINTEREST_ACCESS_TOKEN and an account, the report comes from Pinterest. With neither, it
 * comes from a server in this process, with made-up names and amounts. Resolves to the exit code.
 * Throws `Usage` if there is a token without an account or an account without a token, or if `out`
 * cannot be written.
 */
export async function demo(
  { adAccountId, out, json = false }: DemoArguments,
  io: Io,
): Promise<number> {
  const token = Boolean(io.env.PINTEREST_ACCESS_TOKEN);
  if (token && adAccountId === undefined) {
    throw new Usage(
      "PINTEREST_ACCESS_TOKEN is set, but no ad account id was passed",
      "Pass an ad account id, or unset the token to run the demo without Pinterest.",
    );
  }
  if (!token && adAccountId !== undefined) {
    throw new Usage(
      `PINTEREST_ACCESS_TOKEN is not set, but account ${adAccountId} needs it`,
      "Set the variable, or omit the id to run the demo without Pinterest.",
    );
  }
  const output =
    out === undefined ? null : await outputFor({ out, ...(json && { format: "json" }) }, io);
  if (adAccountId !== undefined)
    return runDemo(adAccountId, await sessionOptionsFor(undefined, io), {
      io,
      output,
      json,
      asAdvertiser: (row) => row,
    });
  const { createFakeServer } = await loadTesting();
  // A printed table has room for only a few campaigns.
  const server = await createFakeServer(output === null ? {} : { entities: CAMPAIGNS.length });
  try {
    io.stderr.write(
      "PINTEREST_ACCESS_TOKEN is not set, so this report is for a made-up advertiser, from a fake server on this machine\n",
    );
    return await runDemo(
      "549755885175",
      { accessToken: server.accessToken, baseUrl: server.url },
      { io, output, json, asAdvertiser: madeUp() },
    );
  } finally {
    await server.close();
  }
}

interface DemoOutput {
  readonly io: Io;
  /** Where to write all rows; null to print some of them. */
  readonly output: Output | null;
  /** Whether to print all rows as JSON. */
  readonly json: boolean;
  /** Changes a row before it is printed or written. */
  readonly asAdvertiser: (row: Row) => Row;
}

/** Runs the report, and prints or writes its rows. Resolves to the exit code. */
function runDemo(
  adAccountId: string,
  options: SessionOptions,
  { io, output, json, asAdvertiser }: DemoOutput,
): Promise<number> {
  const progress = createProgress(io);
  const body = lastDays(output === null ? DAYS_PRINTED : DAYS_WRITTEN);
  return withClient(options, { io, progress, stopped: () => "stopped\n" }, async (session) => {
    const { client, signal } = session;
    const handle = await client.report.create(adAccountId, body, { signal });
    const finished = await client.report.resume<Row>(handle, { signal });
    const rows = finished.rows({ signal, ...(await exactOption(output?.format ?? "table")) });
    const { columns } = rows;
    const made = each(rows, asAdvertiser);
    if (output === null) {
      const { first, others } = await firstOf(made, json ? Number.POSITIVE_INFINITY : MAX_ROWS);
      progress.end();
      if (json) {
        io.stdout.write(`${jsonText(first, 2)}\n`);
        return 0;
      }
      printRows(first, others, io);
      return 0;
    }
    const requested = { key: "report", adAccountIds: [adAccountId], bodies: [body], leftOut: [] };
    const shown = await shownRunFor({ ...requested, columns, quiet: false }, output, session, io);
    await writeRows(made, output, { columns, signal, io, shown });
    progress.end();
    printShownRun(shown, false, io);
    const { destination } = output;
    const where = destination.kind === "stdout" ? "stdout" : destination.path;
    io.stderr.write(`\nWrote the last ${DAYS_WRITTEN} days to ${where}.\n\n${NEXT}`);
    return 0;
  });
}

/** Yields each row after changing it. */
async function* each(rows: AsyncIterable<Row>, change: (row: Row) => Row): AsyncGenerator<Row> {
  for await (const row of rows) yield change(row);
}

/** The first `most` rows, and the number of all others. */
async function firstOf(
  rows: AsyncIterable<Row>,
  most: number,
): Promise<{ readonly first: readonly Row[]; readonly others: number }> {
  const first: Row[] = [];
  let others = 0;
  for await (const row of rows) {
    if (first.length < most) first.push(row);
    else others++;
  }
  return { first, others };
}

/** Prints rows as a table, and what to do next. */
function printRows(rows: readonly Row[], others: number, io: Io): void {
  io.stderr.write("\nLast week by campaign and day, excluding today:\n");
  io.stdout.write(
    rows.length === 0
      ? "no rows: no campaign had impressions in the last week\n"
      : formatTable(rows.map(tableRow)),
  );
  io.stderr.write(`${others > 0 ? `… and ${others} more rows\n` : ""}\n${PAGE}\n\n${NEXT}`);
}

const AMOUNT_WIDTH = 9;

/** A row for the table, with the column names that advertisers use. */
function tableRow(row: Row): Row {
  const [spend, impressions, clicks] = [
    "SPEND_IN_DOLLAR",
    "PAID_IMPRESSION",
    "TOTAL_CLICKTHROUGH",
  ].map((name) => numberIn(row, name));
  const [name, amount] = ["Spend", (spend ?? 0).toFixed(2)].map((text) =>
    text.padStart(AMOUNT_WIDTH),
  );
  return {
    Date: row.DATE,
    Campaign: row.CAMPAIGN_NAME,
    [name ?? ""]: amount,
    Impressions: impressions,
    Clicks: clicks,
  };
}

/** The number in a column; 0 if the row does not contain it. */
function numberIn(row: Row, name: string): number {
  return Number(cellOf(row, name) ?? 0);
}

const CAMPAIGNS = [
  "Spring collection",
  "Summer sale",
  "Brand awareness",
  "Gift guide",
  "New customers",
  "Kitchen ideas",
  "Garden furniture",
  "Viewed products",
];

// Campaigns differ in size, and weekends have more traffic.
const SIZES = [1.1, 1.6, 0.9, 0.7, 1.3, 0.5, 0.4, 0.3];
const WEEK = [1.25, 0.95, 0.85, 0.8, 0.85, 1, 1.2];

/**
 * Gives the fake server's random rows realistic names and amounts. Each campaign has a fixed click
 * rate: 1% for the first one, and a higher rate for each later one.
 */
function madeUp(): (row: Row) => Row {
  const indexes = new Map<unknown, number>();
  return (row) => {
    const { CAMPAIGN_NAME: original } = row;
    const index = indexes.get(original) ?? indexes.size;
    indexes.set(original, index);
    const size = SIZES[index % SIZES.length] ?? 1;
    const weekday = WEEK[new Date(String(row.DATE)).getUTCDay()] ?? 1;
    const random = numberIn(row, "PAID_IMPRESSION");
    const impressions = Math.round((6_000 + random / 3) * size * weekday);
    const clicks = Math.round(impressions * (0.01 + 0.002 * index));
    return {
      ...row,
      CAMPAIGN_NAME: CAMPAIGNS[index % CAMPAIGNS.length],
      PAID_IMPRESSION: impressions,
      TOTAL_CLICKTHROUGH: clicks,
      TOTAL_CONVERSIONS: Math.round(clicks * (0.02 + (random % 7) / 500)),
      SPEND_IN_DOLLAR: (clicks * 42) / 100,
    };
  };
}

/** A body for the last `count` days before today (UTC). */
function lastDays(count: number): Body {
  const day = (ago: number): string => isoDay(utcToday() - ago);
  return {
    start_date: day(count),
    end_date: day(1),
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: [
      "CAMPAIGN_ID",
      "CAMPAIGN_NAME",
      "SPEND_IN_DOLLAR",
      "PAID_IMPRESSION",
      "TOTAL_CLICKTHROUGH",
      "TOTAL_CONVERSIONS",
    ],
  };
}

// In a clone, dist/ may be missing, and then the package's own command does not work.
const SELF = import.meta.url.endsWith(".ts") ? "npx tsx cli/bin.ts" : "npx pinterest-reports";

const PAGE = `To view the report in a browser: ${SELF} demo --out report.html`;

const NEXT = `Next steps, with your own ad account:
  ${SELF} login --help     connect your Pinterest app and get a token
  ${SELF} accounts --help  list your ad accounts
  ${SELF} run --help       spend, impressions, clicks, conversions and more, as a web page, CSV, JSON or Parquet
README.md shows how to do this in your own code.
`;

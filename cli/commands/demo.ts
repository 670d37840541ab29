import { isoDay, utcToday } from "../../runtime/validation/dates.js";
import { cellOf, type Row } from "../../runtime/writers/row.js";
import { loadTesting } from "../modules.js";
import { type Body, type SessionOptions, sessionOptionsFor, withClient } from "../session.js";
import type { Io } from "../terminal/io.js";
import { formatTable } from "../terminal/table.js";
import { createProgress } from "../terminal/terminal.js";
import { Usage } from "../terminal/usage.js";

const MAX_ROWS = 12;

/**
 * Runs one small report of the last seven days and prints at most 12 of its rows: from Pinterest
 * with a token and an account, from a server in this process with neither. Resolves to the exit
 * code. Throws `Usage` if only one of the two is set.
 */
export async function demo(
  { adAccountId }: { readonly adAccountId?: string | undefined },
  io: Io,
): Promise<number> {
  const token = Boolean(io.env.PINTEREST_ACCESS_TOKEN);
  if (token && adAccountId === undefined) {
    throw new Usage(
      "PINTEREST_ACCESS_TOKEN is set, but no ad account is given",
      "Give an ad account id, or unset the token to run the demo without Pinterest.",
    );
  }
  if (!token && adAccountId !== undefined) {
    throw new Usage(
      `PINTEREST_ACCESS_TOKEN is not set, and account ${adAccountId} needs it`,
      "Set it, or leave the id out to run the demo without Pinterest.",
    );
  }
  if (adAccountId !== undefined)
    return runDemo(adAccountId, await sessionOptionsFor(undefined, io), {
      io,
      asAdvertiser: (row) => row,
    });
  const { createFakeServer } = await loadTesting();
  const server = await createFakeServer();
  try {
    io.stderr.write(
      "PINTEREST_ACCESS_TOKEN is not set: this is a report of a made-up advertiser, from a server on this machine in place of Pinterest\n",
    );
    return await runDemo(
      "549755885175",
      { accessToken: server.accessToken, baseUrl: server.url },
      { io, asAdvertiser: madeUp() },
    );
  } finally {
    await server.close();
  }
}

interface DemoOutput {
  readonly io: Io;
  /** Changes a row before it is printed. */
  readonly asAdvertiser: (row: Row) => Row;
}

function runDemo(
  adAccountId: string,
  options: SessionOptions,
  { io, asAdvertiser }: DemoOutput,
): Promise<number> {
  const progress = createProgress(io);
  return withClient(
    options,
    { io, progress, stopped: () => "stopped\n" },
    async ({ client, signal }) => {
      const handle = await client.report.create(adAccountId, lastWeek(), { signal });
      const finished = await client.report.resume<Row>(handle, { signal });
      const rows: Row[] = [];
      let omitted = 0;
      for await (const row of finished.rows({ signal })) {
        if (rows.length < MAX_ROWS) rows.push(tableRow(asAdvertiser(row)));
        else omitted++;
      }
      progress.end();
      io.stderr.write("\nLast week by campaign and day, without today:\n");
      io.stdout.write(
        rows.length === 0
          ? "no rows: no campaign delivered impressions in the last week\n"
          : formatTable(rows),
      );
      io.stderr.write(`${omitted > 0 ? `… and ${omitted} more rows\n` : ""}\n${NEXT}`);
      return 0;
    },
  );
}

const AMOUNT_WIDTH = 9;

/** The columns of the report by the names that advertisers use. */
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

/** The number in a column; 0 if the row omits it. */
function numberIn(row: Row, name: string): number {
  return Number(cellOf(row, name) ?? 0);
}

const CAMPAIGNS = ["Spring collection", "Summer sale", "Brand awareness"];

/**
 * Names and amounts of an advertiser for rows of the fake server, whose values are random: a click
 * in about a hundred impressions, at a rate that is the same in all rows of a campaign.
 */
function madeUp(): (row: Row) => Row {
  const indexes = new Map<unknown, number>();
  return (row) => {
    const { CAMPAIGN_NAME: original } = row;
    const index = indexes.get(original) ?? indexes.size;
    indexes.set(original, index);
    const impressions = numberIn(row, "PAID_IMPRESSION");
    const clicks = Math.round(impressions * (0.01 + 0.004 * index));
    return {
      ...row,
      CAMPAIGN_NAME: CAMPAIGNS[index % CAMPAIGNS.length],
      TOTAL_CLICKTHROUGH: clicks,
      SPEND_IN_DOLLAR: clicks * 0.42,
    };
  };
}

/** A body for the seven days before today (UTC). */
function lastWeek(): Body {
  const day = (ago: number): string => isoDay(utcToday() - ago);
  return {
    start_date: day(7),
    end_date: day(1),
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: [
      "CAMPAIGN_ID",
      "CAMPAIGN_NAME",
      "SPEND_IN_DOLLAR",
      "PAID_IMPRESSION",
      "TOTAL_CLICKTHROUGH",
    ],
  };
}

// A clone has no dist/, so the package's own command does not run there.
const SELF = import.meta.url.endsWith(".ts") ? "npx tsx cli/bin.ts" : "npx pinterest-reports";

const NEXT = `Next steps, with your own ad account:
  ${SELF} login --help     connect your Pinterest app, to get a token
  ${SELF} accounts --help  list your ad accounts
  ${SELF} run --help       spend, impressions, clicks, conversions and more as CSV, JSON or Parquet
README.md has the same for your own code.
`;

import { isoDay, utcToday } from "../runtime/validation/dates.js";
import type { Io } from "./io.js";
import { loadTesting } from "./modules.js";
import { cellOf, type Row } from "./row.js";
import { type Body, type SessionOptions, sessionOptionsFor, withClient } from "./session.js";
import { createProgress } from "./terminal.js";
import { Usage } from "./usage.js";

/**
 * Formats rows as a table for a terminal, with a header line and a column for each key of any row; it ends with a line feed. A column is
 * right-aligned if it has only numbers and missing values, else left-aligned. Cells are cut to 40 characters and free of control
 * characters; missing and null values are empty.
 */
export function formatTable(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => [name, ...rows.map((row) => short(cellOf(row, name)))]);
  const widths = columns.map((cells) => Math.max(...cells.map(({ length }) => length)));
  const right = names.map((name) => rows.every((row) => ["undefined", "number"].includes(typeof cellOf(row, name))));
  const lines = Array.from({ length: rows.length + 1 }, (_, row) =>
    columns.map((cells, column) =>
      right[column] ? (cells[row] ?? "").padStart(widths[column] ?? 0) : (cells[row] ?? "").padEnd(widths[column] ?? 0),
    ),
  );
  return `${lines.map((cells) => cells.join("  ").trimEnd()).join("\n")}\n`;
}

/** A cell of at most 40 characters, without control characters: names are arbitrary text and could move the cursor. */
function short(value: unknown): string {
  const text = (value === undefined || value === null ? "" : String(value)).replace(/[\t\r\n]+/g, " ").replace(/\p{C}/gu, "\ufffd");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

const MAX_ROWS = 12;

/**
 * Runs one small report of the last seven days and prints at most 12 of its rows: from Pinterest with a token and an account, from a server
 * in this process with neither. Resolves to the exit code. Throws `Usage` if only one of the two is set.
 */
export async function demo({ adAccountId }: { readonly adAccountId?: string | undefined }, io: Io): Promise<number> {
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
  if (adAccountId !== undefined) return runDemo(adAccountId, await sessionOptionsFor(undefined, io), io);
  const { createFakeServer } = await loadTesting();
  const server = await createFakeServer();
  try {
    io.stderr.write("PINTEREST_ACCESS_TOKEN is not set: using a local test server with made-up data instead of Pinterest\n");
    return await runDemo("549755885175", { accessToken: server.accessToken, baseUrl: server.url }, io);
  } finally {
    await server.close();
  }
}

function runDemo(adAccountId: string, options: SessionOptions, io: Io): Promise<number> {
  const progress = createProgress(io);
  return withClient(options, { io, progress, stopped: () => "stopped\n" }, async ({ client, signal }) => {
    const handle = await client.report.create(adAccountId, lastWeek(), { signal });
    const finished = await client.report.resume<Row>(handle, { signal });
    const rows: Row[] = [];
    let omitted = 0;
    for await (const row of finished.rows({ signal })) {
      if (rows.length < MAX_ROWS) rows.push(row);
      else omitted++;
    }
    progress.end();
    io.stderr.write("\n");
    io.stdout.write(rows.length === 0 ? "no rows: no ads were delivered in the last week\n" : formatTable(rows));
    io.stderr.write(`${omitted > 0 ? `… and ${omitted} more\n` : ""}\n${NEXT}`);
    return 0;
  });
}

/** A body for the seven days before today (UTC). */
function lastWeek(): Body {
  const day = (ago: number): string => isoDay(utcToday() - ago);
  return {
    start_date: day(7),
    end_date: day(1),
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR", "PAID_IMPRESSION", "CTR"],
  };
}

// A clone has no dist/, so the package's own command does not run there.
const SELF = import.meta.url.endsWith(".ts") ? "npx tsx cli/bin.ts" : "npx pinterest-reports";

const NEXT = `The demo called client.report.create, client.report.resume and rows(). Next steps:
  README.md  how to make a report in your own code
  ${SELF} validate --help  how to check a report body before it is sent
  ${SELF} run --help  how to get a report of your own account, as JSON, CSV or Parquet
`;

import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Moto, moto, NO_MOTO } from "../test/support/moto.js";
import { NO_POSTGRES, type Postgres, postgres } from "../test/support/postgres.js";
import type { Bench, Findings, Options } from "./bench.js";
import { type Contestant, comparison, count, figure, type Table, takeTurns } from "./harness.js";
import type { Workspace } from "./workspace.js";

export const sync: Bench = {
  name: "sync",
  heading: "Loading tables",
  about: `\`npm run bench -- sync\` loads rows with 8 columns, for 30 days of one account, into an empty table in each target. For comparison, the bare
driver or library loads the same rows. Our code and the driver run in separate processes, and create rows with the same function. Because
the databases have their own processes, times are wall-clock times, from the first row to the last. Memory is the peak resident memory of
the loading process, without servers. \`-- --large\` loads 10 million rows, in one round.

* "pg, one COPY" is a single COPY statement into a table with the same primary key. Our code deletes the old rows, copies and counts the new
  ones, and records which days are loaded, all in one transaction.
* "DuckDB's Appender" appends value by value, and does not record which days are loaded.
* "hyparquet-writer" writes the same files, but does not rename them, flush them to disk or record which days are loaded. "PutObject" sends
  each file to an object store (moto) in one request.


For 600,000 rows, PostgreSQL itself takes 2.1 seconds of CPU time with a single COPY, and 2.25 with our code, which also counts the rows.
Our own process takes 1.7 seconds, compared with 1.3 for the bare driver. The difference comes from two generators that pass rows on one at
a time, at 0.2 seconds each.`,
  peers: ["pg", "@duckdb/node-api", "hyparquet-writer", "@aws-sdk/client-s3"],
  needsDescription: false,
  run,
};

const ROWS = 300_000;
const MANY_ROWS = 10_000_000;

async function run(workspace: Workspace, { large, rounds }: Options): Promise<Findings> {
  const tables: Table[] = [];
  const sizes = [{ rows: ROWS, rounds }, ...(large ? [{ rows: MANY_ROWS, rounds: 1 }] : [])];
  for (const size of sizes) {
    if (NO_POSTGRES === null) {
      await using server = await postgres();
      const before = (): Promise<void> => emptied(server);
      tables.push(
        await compared(workspace, {
          ...size,
          place: server.url,
          before,
          into: "PostgreSQL",
          names: ["ours, PostgreSQL", "pg, one COPY"],
        }),
      );
    }
    const place = join(workspace.home, "loaded");
    const before = async (): Promise<void> => rmSync(place, { recursive: true, force: true });
    const common = { ...size, place, before };
    tables.push(
      await compared(workspace, {
        ...common,
        into: "a DuckDB file",
        names: ["ours, DuckDB", "DuckDB's Appender"],
      }),
      await compared(workspace, {
        ...common,
        into: "a folder of Parquet files",
        names: ["ours, Parquet", "hyparquet-writer"],
      }),
    );
    await before();
    if (NO_MOTO === null) {
      await using server = await moto();
      tables.push(
        await compared(workspace, {
          ...size,
          place: server.url,
          before: () => emptyBucket(server),
          into: "an object store",
          names: ["ours, object store", "hyparquet-writer, PutObject"],
        }),
      );
    }
  }
  return { tables, skipped: [NO_POSTGRES, NO_MOTO].filter((why) => why !== null) };
}

interface Comparison {
  readonly rows: number;
  readonly rounds: number;
  readonly place: string;
  /** The destination in words, for the table's title. */
  readonly into: string;
  /** Empties the destination. */
  readonly before: () => Promise<void>;
  /** The two contestants: our code, then the bare driver or library. */
  readonly names: readonly [string, string];
}

async function compared(
  workspace: Workspace,
  { rows, rounds, place, into, before, names }: Comparison,
): Promise<Table> {
  const program = await workspace.program("load-rows");
  const peaks = new Map<string, number>();
  const contestants = names.map(
    (name): Contestant => ({
      name,
      async turn() {
        await before();
        const { stdout, peakMb } = await workspace.run([program, name, String(rows), place]);
        peaks.set(name, Math.max(peakMb, peaks.get(name) ?? 0));
        return JSON.parse(stdout).seconds;
      },
    }),
  );
  const costs = await takeTurns(contestants, rounds);
  const unit = { heading: "rows per second", print: (seconds: number) => figure(rows / seconds) };
  const table = comparison(costs, {
    title: `${count(rows)} rows into ${into}`,
    reference: names[1],
    unit,
    as: "speed",
  });
  return {
    ...table,
    columns: [...table.columns, "peak, MB"],
    rows: table.rows.map((row) => [...row, peaks.get(row[0] ?? "")?.toFixed(0) ?? ""]),
  };
}

async function emptied({ url }: Postgres): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("DROP SCHEMA IF EXISTS ours CASCADE; DROP TABLE IF EXISTS bare; CHECKPOINT");
  await client.end();
}

/** Empties the store, and creates the bucket that the programs use. */
async function emptyBucket({ url }: Moto): Promise<void> {
  await fetch(`${url}/moto-api/reset`, { method: "POST" });
  await fetch(`${url}/ads`, { method: "PUT" });
}

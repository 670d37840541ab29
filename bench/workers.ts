import { spawn } from "node:child_process";
import pg from "pg";
import { createJobs } from "../generated/jobs.js";
import { createFakeServer } from "../generated/testing.js";
import { systemClock } from "../runtime/clock.js";
import { SYNC, serverOptions, windowsOf } from "../test/support/many-windows.js";
import { NO_POSTGRES, postgres } from "../test/support/postgres.js";
import { NO_REDIS, redis } from "../test/system/examples/redis.js";
import type { Bench, Findings, Options } from "./bench.js";
import { type Contestant, comparison, count, spread, takeTurns } from "./harness.js";
import type { Workspace } from "./workspace.js";

export const workers: Bench = {
  name: "workers",
  heading: "Jobs",
  about: `\`npm run bench -- workers\` syncs 400 reports (8 tables for 50 accounts, a week each) into PostgreSQL: with \`client.report.sync\` in one
process, and as BullMQ jobs with 1 or 8 worker processes. The processes share one rotating refresh token and a quota of 300 calls per
second, which the server does not announce. With Pinterest's quota of 300 calls per minute, they would wait most of the time.

* Time is wall-clock time, from the first call or job until the database contains all rows. It includes starting the single process, but not
  starting the workers, which are already waiting for jobs.
* CPU time covers all of the package's processes, from start to exit, but not the servers.`,
  peers: ["bullmq", "ioredis", "pg"],
  needsDescription: false,
  run,
};

const ACCOUNTS = 50;
const AGAIN_MS = 50;
const LONGEST_MS = 120_000;

/** The costs of one turn, not counting its time. */
interface Turn {
  readonly cpuS: number;
  readonly requests: number;
  readonly limited: number;
}

type Counts = Readonly<Record<string, number>>;

async function run(workspace: Workspace, { rounds }: Options): Promise<Findings> {
  const absent = NO_POSTGRES ?? NO_REDIS;
  if (absent !== null) return { tables: [], skipped: [absent] };
  await using database = await postgres();
  const turns = new Map<string, Turn[]>();
  const contestant = (name: string, number: number): Contestant => ({
    name,
    async turn() {
      const { seconds, ...turn } = await turnOf(workspace, database.url, number);
      turns.set(name, [...(turns.get(name) ?? []), turn]);
      return seconds;
    },
  });
  const contestants = [
    contestant("one process", 0),
    contestant("1 worker", 1),
    contestant("8 workers", 8),
  ];
  const unit = { heading: "time, s", print: (seconds: number) => seconds.toFixed(1) };
  const table = comparison(await takeTurns(contestants, rounds), {
    title: "",
    reference: "one process",
    unit,
    as: "cost",
  });
  const cellsOf = (name: string): readonly string[] => {
    const all = turns.get(name) ?? [];
    const median = (value: (turn: Turn) => number): number => spread(all.map(value)).median;
    return [
      median(({ cpuS }) => cpuS).toFixed(1),
      count(median(({ requests }) => requests)),
      count(median(({ limited }) => limited)),
    ];
  };
  return {
    tables: [
      {
        ...table,
        columns: [...table.columns, "CPU, s", "calls", "429"],
        rows: table.rows.map((row) => [...row, ...cellsOf(row[0] ?? "")]),
      },
    ],
  };
}

/**
 * Loads all windows with `number` workers. If `number` is 0, one process loads them without a
 * queue.
 */
async function turnOf(
  workspace: Workspace,
  warehouse: string,
  number: number,
): Promise<Turn & { readonly seconds: number }> {
  const client = new pg.Client(warehouse);
  await client.connect();
  await client.query(
    "DROP SCHEMA IF EXISTS jobs CASCADE; DROP SCHEMA IF EXISTS alone CASCADE; CHECKPOINT",
  );
  await using server = await createFakeServer(serverOptions(systemClock, ACCOUNTS));
  await using store = await redis();
  const env = {
    PINTEREST_API_BASE_URL: server.url,
    WAREHOUSE_URL: warehouse,
    REDIS_URL: store.url,
  };
  const program = await workspace.program(number === 0 ? "one-process" : "queue-worker");
  const jobs = createJobs({ connection: store.url });
  let began = performance.now();
  const processes = Array.from({ length: Math.max(1, number) }, () => started(program, env));
  try {
    if (number > 0) {
      await Promise.all(processes.map(({ ready }) => ready));
      began = performance.now();
      await jobs.addSync(SYNC);
      while ((await landed(client)) < windowsOf(ACCOUNTS)) {
        if (performance.now() - began > LONGEST_MS)
          throw new Error(`${number} workers took more than ${LONGEST_MS / 1e3} s`);
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    } else await processes[0]?.ended;
    const seconds = (performance.now() - began) / 1e3;
    for (const { end } of processes) end();
    const counts = await Promise.all(processes.map(({ ended }) => ended));
    const sum = (name: string): number =>
      counts.reduce((total, process) => total + (process[name] ?? 0), 0);
    return {
      seconds,
      cpuS: sum("cpuMs") / 1e3,
      requests: server.requests.length,
      limited: sum("call 429"),
    };
  } finally {
    for (const { end } of processes) end();
    await jobs.close();
    await client.end();
  }
}

/** The number of windows in the database. */
async function landed(client: pg.Client): Promise<number> {
  const { rows: tables } = await client.query(
    "SELECT to_regclass('jobs._pinterest_sync_days') AS name",
  );
  if (tables[0].name === null) return 0;
  const windows = `SELECT DISTINCT "table", ad_account_id FROM jobs._pinterest_sync_days WHERE "table" LIKE 'table%'`;
  const { rows } = await client.query(`SELECT count(*)::int AS count FROM (${windows}) w`);
  return rows[0].count;
}

/** Starts a process that prints its counts as lines of JSON. */
function started(program: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      resolve();
    });
    child.on("close", () => reject(new Error("the process has ended")));
  });
  const ended = new Promise<Counts>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => {
      const lines = printed.split("\n").filter((line) => line.endsWith("}"));
      resolve(JSON.parse(lines.at(-1) ?? "{}"));
    });
  });
  return { ready, ended, end: () => void child.kill("SIGTERM") };
}

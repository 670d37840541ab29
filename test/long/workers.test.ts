import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createJobs } from "../../generated/jobs.js";
import { createFakeServer, type FakeServer } from "../../generated/testing.js";
import { type Clock, systemClock } from "../../runtime/clock.js";
import { type Running, start } from "../support/consumer.js";
import { emptied } from "../support/emptied-queue.js";
import { ACCOUNTS, SYNC, serverOptions, windowsOf } from "../support/many-windows.js";
import { NO_POSTGRES, postgres } from "../support/postgres.js";
import { Warehouse } from "../support/warehouse.js";
import { NO_REDIS, redis } from "../system/examples/redis.js";

const WORKERS = 8;
/** The workers that the test kills. Their counts are lost. */
const KILLED = 2;
const WINDOWS = windowsOf(ACCOUNTS);
const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const SKIPPED = NO_POSTGRES ?? NO_REDIS;

/** The counts of a process, from its last line. */
type Counts = Readonly<Record<string, number>>;

/** The last line of JSON in a process's output. */
function countsOf(stdout: string): Counts {
  const lines = stdout.split("\n").filter((line) => line.endsWith("}"));
  return JSON.parse(lines.at(-1) ?? "{}");
}

function sum(all: readonly Counts[]): Counts {
  const names = [...new Set(all.flatMap((counts) => Object.keys(counts)))].sort();
  return Object.fromEntries(
    names.map((name) => [name, all.reduce((total, counts) => total + (counts[name] ?? 0), 0)]),
  );
}

const seconds = (since: number): number => Math.round((Date.now() - since) / 100) / 10;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const calls = (server: FakeServer<Clock>): Counts =>
  sum(server.requests.map(({ step }) => ({ [step]: 1 })));

it.skipIf(SKIPPED !== null)(
  `${WORKERS} workers load ${WINDOWS} windows once, even though workers are killed and suspended and Redis restarts${SKIPPED === null ? "" : ` (skipped: ${SKIPPED})`}`,
  async () => {
    await using store = await redis({ durable: true });
    await using database = await postgres();
    const warehouse = await Warehouse.open(database.url);
    const server = await createFakeServer(serverOptions(systemClock));
    const env = {
      PINTEREST_API_BASE_URL: server.url,
      REDIS_URL: store.url,
      WAREHOUSE_URL: database.url,
    };
    const jobs = createJobs({ connection: store.url });
    const began = Date.now();
    const workers: Running[] = [];
    try {
      await jobs.addSync(SYNC);
      for (let number = 0; number < WORKERS; number++)
        workers.push(start(fileOf("queue-worker.ts"), { env }));
      const [first, second, third] = workers as [Running, Running, Running];
      const reached = async (share: number): Promise<void> => {
        for (;;) {
          const landed = await warehouse.landed();
          if (landed >= share * WINDOWS) return;
          await pause(100);
        }
      };
      await reached(0.15);
      first.kill("SIGKILL");
      await reached(0.3);
      third.kill("SIGSTOP");
      await reached(0.45);
      await store.stop();
      await pause(2_000);
      await store.start();
      await reached(0.6);
      second.kill("SIGKILL");
      await reached(0.9);
      third.kill("SIGCONT");
      await reached(1);
      const tookS = seconds(began);
      // Jobs that wait for another worker's lease return to the queue. The sync's own job ends the
      // run.
      await emptied(store.url, "pinterest-reports");
      // Gives its worker time to print its counts.
      await pause(1_000);
      for (const worker of workers) worker.kill("SIGTERM");
      const ended = await Promise.all(workers.map(({ ended: end }) => end));
      const counts = sum(ended.map(({ stdout }) => countsOf(stdout)));
      const byStep = calls(server);

      await using alone = await createFakeServer(serverOptions(systemClock));
      const beganAlone = Date.now();
      const { stdout, stderr, exit } = await start(fileOf("one-process.ts"), {
        env: { ...env, PINTEREST_API_BASE_URL: alone.url },
      }).ended;
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
      const aloneS = seconds(beganAlone);
      console.log(
        `${WORKERS} workers: ${tookS} s, ${JSON.stringify(counts)}, requests ${JSON.stringify(byStep)}`,
      );
      console.log(
        `one process: ${aloneS} s, ${JSON.stringify(countsOf(stdout))}, requests ${JSON.stringify(calls(alone))}`,
      );

      for (const table of Object.keys(SYNC.tables)) {
        const rows = await warehouse.rows("jobs", table);
        expect(rows.length).toBeGreaterThan(WINDOWS / Object.keys(SYNC.tables).length);
        expect(rows).toEqual(await warehouse.rows("alone", table));
      }
      expect(await warehouse.landings()).toEqual({ 1: WINDOWS });
      // The run ended exactly once.
      expect(counts.finished).toBe(1);
      const limited = counts["call 429"] ?? 0;
      expect(limited).toBe(0);
      expect(counts["token 400"] ?? 0).toBe(0);
      // The server would accept the old token. Only a worker that is killed before it stores the
      // new token leaves the old one to another worker.
      const sent = server.requests
        .filter(({ step }) => step === "token")
        .map(({ body }) => new URLSearchParams(body).get("refresh_token"));
      const stored = counts["token 200"] ?? 0;
      const repeated = sent.length - new Set(sent).size;
      expect(repeated).toBeLessThanOrEqual(Math.min(KILLED, sent.length - stored));
      expect(stored).toBeGreaterThan(1);
      // If a worker was killed before it received the response to a create, the create is repeated,
      // because the options of these workers allow it.
      expect(byStep.create).toBeGreaterThanOrEqual(WINDOWS);
    } finally {
      for (const worker of workers) worker.kill("SIGKILL");
      await jobs.close();
      await warehouse.close();
      await server.close();
    }
  },
);

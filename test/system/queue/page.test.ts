import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeServer } from "../../../generated/testing.js";
import { systemClock } from "../../../runtime/clock.js";
import { access, type Consumer, consumer, run, start } from "../../support/consumer.js";
import { blocksOf } from "../../support/markdown.js";
import { NO_POSTGRES, postgres } from "../../support/postgres.js";
import { NO_REDIS, redis } from "../examples/redis.js";

const page = await readFile(
  fileURLToPath(new URL("../../../docs/guide/jobs.md", import.meta.url)),
  "utf8",
);
const programWith = (call: string): string =>
  blocksOf(page).find(({ text, language }) => language === "ts" && text.includes(call))?.text ?? "";
const [producer, worker] = [programWith("createJobs("), programWith("startWorker(")];
const SKIPPED = NO_REDIS ?? NO_POSTGRES;

/** The number of lines of code in a program, without imports. */
function linesIn(program: string): number {
  const lines = program
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.trim().startsWith("//"));
  return lines.filter((line) => !line.startsWith("import ")).length;
}

let home: Consumer;

beforeAll(async () => {
  home = await consumer("workers-page");
});
afterAll(() => home.close());

describe("the page on jobs", () => {
  it("states the correct number of lines for its programs", () => {
    expect(page).toContain(
      `${linesIn(producer)} lines for the producer and ${linesIn(worker)} for the worker, plus imports`,
    );
  });

  it.skipIf(SKIPPED !== null)(
    `shows a producer and a worker that keep tables up to date${SKIPPED === null ? "" : ` (skipped: ${SKIPPED})`}`,
    async () => {
      await using server = await createFakeServer({ clock: systemClock, polls: 1 });
      await using store = await redis();
      await using database = await postgres();
      const env = { ...access(server as never), REDIS_URL: store.url, WAREHOUSE_URL: database.url };
      const file = await home.write("worker.ts", worker);
      const workers = [start(file, { env }), start(file, { env })];
      expect(await run(await home.write("producer.ts", producer), { env })).toMatchObject({
        exit: 0,
        stderr: "",
      });
      const client = new pg.Client(database.url);
      await client.connect();
      try {
        const rows = async (): Promise<number> =>
          (
            await client
              .query("SELECT count(DISTINCT ad_account_id)::int AS n FROM pinterest.campaign_days")
              .catch(() => ({ rows: [{ n: 0 }] }))
          ).rows[0].n;
        // The server has three accounts.
        while ((await rows()) < 3) await new Promise((resolve) => setTimeout(resolve, 50));
      } finally {
        await client.end();
        for (const each of workers) each.kill("SIGTERM");
      }
      const ended = await Promise.all(workers.map(({ ended: end }) => end));
      expect(ended.map(({ exit, stderr }) => ({ exit, stderr }))).toEqual([
        { exit: 0, stderr: "" },
        { exit: 0, stderr: "" },
      ]);
      expect(ended.map(({ stdout }) => stdout).join("")).toMatch(/done/);
    },
  );
});

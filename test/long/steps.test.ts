import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createClient } from "../../generated/index.js";
import { postgres as postgresTarget } from "../../generated/sync-postgres.js";
import { createFakeServer } from "../../generated/testing.js";
import { systemClock } from "../../runtime/clock.js";
import { BIN } from "../support/bin.js";
import { RATE_LIMITS, SYNC, windowsOf } from "../support/many-windows.js";
import { NO_POSTGRES, postgres, SKIPPED } from "../support/postgres.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { Warehouse } from "../support/warehouse.js";

const EXAMPLE = fileURLToPath(new URL("../../docs/examples/cron", import.meta.url));
const ACCOUNTS = 50;
const WINDOWS = windowsOf(ACCOUNTS);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether a process runs a task. By now, its id may belong to another program. */
function runsTask(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("\0--task\0");
  } catch {
    return false;
  }
}

it.skipIf(NO_POSTGRES !== null)(
  `cron, xargs and the command line load ${WINDOWS} windows once, even though tasks and a whole run are killed${SKIPPED}`,
  async () => {
    await using database = await postgres();
    const warehouse = await Warehouse.open(database.url);
    const options = { accounts: ACCOUNTS, entities: 2, polls: 1, clock: systemClock };
    const server = await createFakeServer(options);
    const folder = fileURLToPath(temporaryFolder());
    cpSync(EXAMPLE, folder, { recursive: true });
    const target = { postgres: { connection: database.url, schema: "jobs" } };
    const { tables, lookbackDays: lookback_days } = SYNC;
    const file = { target, tables, entities: [], lookback_days };
    writeFileSync(join(folder, "sync.yaml"), JSON.stringify(file));
    const pids = join(folder, "pids");
    writeFileSync(pids, "");
    const command = `#!/bin/sh\necho $$ >> ${pids}\nexec ${process.execPath} ${BIN} "$@"\n`;
    writeFileSync(join(folder, "pinterest-reports"), command, { mode: 0o755 });
    const env = {
      ...{ PATH: `${folder}:${process.env.PATH}`, WAIT: "1" },
      ...{ PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url },
    };
    let stderr = "";
    // In a separate process group, as cron would start it.
    const cron = (): ChildProcess => {
      const child = spawn(join(folder, "sync.sh"), { env, cwd: folder, detached: true });
      child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      return child;
    };
    let [killed, run] = [0, cron()];
    const end = (): boolean => process.kill(-(run.pid as number), "SIGKILL");
    try {
      const exit = new Promise<number | null>((resolve) => {
        const watch = (child: ChildProcess): void => {
          child.once("exit", (code, signal) => {
            if (signal !== "SIGKILL") return resolve(code);
            run = cron();
            watch(run);
          });
        };
        watch(run);
      });
      let isOver = false;
      const ended = exit.finally(() => (isOver = true));
      let left = [0.3, 0.7];
      while (!isOver) {
        await pause(700);
        const landed = await warehouse.landed();
        const running = readFileSync(pids, "utf8").trim().split("\n").slice(-8).filter(runsTask);
        const pid = running[Math.floor(Math.random() * running.length)];
        // At most a hundred kills, so that five rounds are enough.
        if (pid !== undefined && killed < 100 && landed < 0.9 * WINDOWS) {
          process.kill(Number(pid), "SIGKILL");
          killed++;
        }
        if (landed > (left[0] ?? 1) * WINDOWS) {
          left = left.slice(1);
          end();
        }
      }
      expect([await ended, stderr]).toEqual([
        0,
        expect.stringMatching(new RegExp(`^done {6}${WINDOWS} of ${WINDOWS} reports, `, "m")),
      ]);
      const creates = server.requests.filter(({ step }) => step === "create").length;
      console.log(`${killed} tasks killed, ${creates} reports created for ${WINDOWS} windows`);
      expect(killed).toBeGreaterThan(20);

      await using alone = await createFakeServer(options);
      const client = createClient({
        ...{ accessToken: alone.accessToken, baseUrl: alone.url },
        rateLimits: RATE_LIMITS,
      });
      const whole = postgresTarget({ connection: database.url, schema: "alone" });
      await client.report.sync({ ...SYNC, target: whole, concurrency: 100 });
      for (const table of Object.keys(SYNC.tables)) {
        const rows = await warehouse.rows("jobs", table);
        expect(rows.length).toBeGreaterThan(ACCOUNTS);
        expect(rows).toEqual(await warehouse.rows("alone", table));
      }
      expect(await warehouse.landings()).toEqual({ 1: WINDOWS });
      // There is one more only if a create was in flight when its task was killed.
      expect(creates).toBeGreaterThanOrEqual(WINDOWS);
      expect(creates).toBeLessThan(WINDOWS + killed + 16);
    } finally {
      if (run.exitCode === null && run.signalCode === null) end();
      await warehouse.close();
      await server.close();
    }
  },
);

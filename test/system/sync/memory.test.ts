import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createFakeServer } from "../../../generated/testing.js";
import { systemClock } from "../../../runtime/testing/index.js";
import { transpiled } from "../../support/consumer.js";
import { duckdbStore } from "../../support/duckdb-stores.js";
import { parquetFiles } from "../../support/sync.js";
import { childRun } from "../../support/sync-kills.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const ENTITIES = 100_000;

/** Syncs in a process that has less memory than the rows of two days would take. */
async function syncInLittleMemory(place: string): Promise<void> {
  await using server = await createFakeServer({
    accounts: 1,
    polls: 0,
    entities: ENTITIES,
    clock: systemClock,
  });
  const child = transpiled(fileURLToPath(new URL("memory-child.ts", import.meta.url)));
  const env = { NODE_OPTIONS: "--max-old-space-size=64" };
  const { output } = await childRun([child, server.url, server.accessToken, place], { env });
  const [, rows, failed] = /^(\d+) rows, (\d+) failed\n$/.exec(output) ?? [];
  expect(failed).toBe("0");
  expect(Number(rows)).toBeGreaterThan(2.5 * ENTITIES);
}

it("a report larger than memory is written to a folder through temporary files", async () => {
  const folder = temporaryFolder();
  await syncInLittleMemory(fileURLToPath(folder));
  expect(parquetFiles(folder, "campaign_days")).toHaveLength(3);
});

it("a report larger than memory is written to a DuckDB file as its rows arrive", async () => {
  const { path, query } = duckdbStore();
  await syncInLittleMemory(path);
  expect(await query(`SELECT count(DISTINCT date) AS days FROM campaign_days`)).toEqual([
    { days: 3 },
  ]);
});

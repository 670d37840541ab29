import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { createFakeServer } from "../../../generated/testing.js";
import { systemClock } from "../../../runtime/testing/index.js";
import { transpiled } from "../../support/consumer.js";
import { parquetFiles } from "../../support/sync.js";
import { childRun } from "../../support/sync-kills.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

it("the rows of a report that memory cannot hold go into a folder by way of temporary files", async () => {
  const entities = 100_000;
  await using server = await createFakeServer({ accounts: 1, polls: 0, entities, clock: systemClock });
  const folder = temporaryFolder();
  const child = transpiled(fileURLToPath(new URL("memory-child.ts", import.meta.url)));
  // The rows of two days alone would need more.
  const env = { NODE_OPTIONS: "--max-old-space-size=64" };
  const { output } = await childRun([child, server.url, server.accessToken, fileURLToPath(folder)], { env });
  const [, rows, failed] = /^(\d+) rows, (\d+) failed\n$/.exec(output) ?? [];
  expect(failed).toBe("0");
  expect(Number(rows)).toBeGreaterThan(2.5 * entities);
  expect(parquetFiles(folder, "campaign_days")).toHaveLength(3);
});

import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { folderTarget } from "../../../runtime/sync/folder.js";
import { many } from "../../support/effort.js";
import { folderRows, memoryTarget } from "../../support/sync.js";
import { syncedYear } from "../../support/sync-year.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

it("a folder that is synced day by day has each day the cells that the server has", async () => {
  const folder = temporaryFolder();
  const target = folderTarget(fileURLToPath(folder));
  const rows = (table: string, from: string) => folderRows(folder, table, from);
  const { gone, back } = await syncedYear({ target, rows }, { days: many(45, 10), accounts: 3, wholeEvery: 15 });
  expect(gone).toBeGreaterThan(20);
  expect(back).toBeGreaterThan(2);
});

it("so has a target that takes the rows as they arrive, of more accounts", async () => {
  const target = memoryTarget();
  const rows = async (table: string, from: string) => target.rows(table).filter(({ DATE }) => String(DATE) >= from);
  const { gone, back } = await syncedYear({ target, rows }, { days: many(60, 10), accounts: 10, wholeEvery: 20 });
  expect(gone).toBeGreaterThan(100);
  expect(back).toBeGreaterThan(10);
});

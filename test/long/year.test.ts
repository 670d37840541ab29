import { expect, it } from "vitest";
import { NO_POSTGRES, SKIPPED } from "../support/postgres.js";
import { postgresStores } from "../support/postgres-stores.js";
import { syncedYear, type YearTarget, yearFolder } from "../support/sync-year.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { goOn } from "./share.js";

async function sameCells(target: YearTarget): Promise<void> {
  const onDay = (day: number) => goOn(`${day} of 365 days`);
  const { cells, gone, back } = await syncedYear(target, { days: 365, accounts: 50, wholeEvery: 73, onDay });
  expect([cells > 5_000_000, gone > 10_000, back > 1_000]).toEqual([true, true, true]);
  console.log(`${cells} cells were the same, ${gone} rows were gone on another day, ${back} came back`);
}

it.skipIf(NO_POSTGRES !== null)(
  `a year of 50 accounts, synced day by day into PostgreSQL, has each day the cells that the server has${SKIPPED}`,
  async () => {
    await using stores = await postgresStores();
    const { schema, target } = stores.store();
    await sameCells({ target: target(), rows: (table, from) => stores.rows(schema, table, from) });
  },
);

it("a year of 50 accounts, synced day by day into a folder, has each day the cells that the server has", () =>
  sameCells(yearFolder(temporaryFolder())));

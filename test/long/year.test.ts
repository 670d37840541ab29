import { expect, it } from "vitest";
import { DATABASES } from "../support/databases.js";
import { syncedYear, type YearTarget, yearFolder } from "../support/sync-year.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function sameCells(target: YearTarget, accounts = 50): Promise<void> {
  const { cells, gone, back } = await syncedYear(target, {
    days: 365,
    accounts,
    wholeEvery: 73,
  });
  expect(cells).toBeGreaterThan(accounts * 100_000);
  expect(gone).toBeGreaterThan(accounts * 200);
  expect(back).toBeGreaterThan(accounts * 20);
  console.log(
    `${cells} cells were the same, ${gone} rows were gone on another day, ${back} came back`,
  );
}

for (const { name, isSkipped, stores: storesOf } of DATABASES)
  it.skipIf(isSkipped)(
    `a year of 50 accounts, synced day by day into ${name}, has the server's cells after each day`,
    async () => {
      await using stores = await storesOf();
      const { target, rows } = stores.store();
      await sameCells({ target: target(), rows });
    },
  );

// Each run flushes a file to disk per account and day, so 50 accounts take an hour on a slow disk.
it("a year of 10 accounts, synced day by day into a folder, matches the server's data after each day", () =>
  sameCells(yearFolder(temporaryFolder()), 10));

import { expect, it } from "vitest";
import { folderTarget } from "../../../runtime/sync/folder.js";
import type { Cells, Target, TargetSession } from "../../../runtime/sync/target.js";
import { many } from "../../support/effort.js";
import { memoryTarget } from "../../support/sync.js";
import { syncedYear, yearFolder } from "../../support/sync-year.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

it("a folder that is synced daily matches the server's data for each day", async () => {
  const { gone, back } = await syncedYear(yearFolder(temporaryFolder()), {
    days: many(45, 10),
    accounts: 3,
    wholeEvery: 15,
  });
  expect(gone).toBeGreaterThan(20);
  expect(back).toBeGreaterThan(2);
});

it("a target that receives rows as they arrive matches the server's data for each day, with more accounts", async () => {
  const target = memoryTarget();
  const rows = async (table: string, from: string) =>
    target.rows(table).filter(({ date }) => String(date) >= from);
  const { gone, back } = await syncedYear(
    { target, rows },
    { days: many(60, 10), accounts: 10, wholeEvery: 20 },
  );
  expect(gone).toBeGreaterThan(many(100, 50));
  expect(back).toBeGreaterThan(10);
});

type Replace = TargetSession["replace"];

/** A folder target with another implementation of `replace`. */
function folderThat(folder: URL, replaces: (replace: Replace) => Replace): Target {
  const { open, ...target } = folderTarget(folder);
  return {
    ...target,
    async open(options) {
      const session = await open(options);
      session.replace = replaces(session.replace.bind(session));
      return session;
    },
  };
}

const BROKEN: readonly { readonly what: string; readonly target: (folder: URL) => Target }[] = [
  {
    what: "does not replace one of its days again",
    target: (folder) => {
      const replaced = new Set<string>();
      return folderThat(folder, (replace) => async (window, rows) => {
        const key = `${window.adAccountId} ${window.days?.from}`;
        if (window.days?.from === "2026-06-08" && replaced.has(key)) return;
        replaced.add(key);
        await replace(window, rows);
      });
    },
  },
  {
    what: "keeps rows that became zero",
    target: (folder) => {
      const kept = new Map<string, Map<unknown, Cells>>();
      return folderThat(folder, (replace) => (window, rows) => {
        const key = `${window.adAccountId} ${window.days?.from}`;
        const id = window.table.columns.findIndex(({ name }) => name === "campaign_id");
        const all = kept.get(key) ?? new Map<unknown, Cells>();
        kept.set(key, all);
        const withKept = async function* (): AsyncGenerator<Cells> {
          for await (const row of rows) all.set(row[id], row);
          yield* all.values();
        };
        return replace(window, withKept());
      });
    },
  },
];

for (const { what, target } of BROKEN)
  it(`a folder that ${what} fails the comparison`, async () => {
    const folder = temporaryFolder();
    const year = syncedYear(yearFolder(folder, target(folder)), {
      days: 12,
      accounts: 2,
      wholeEvery: 15,
    });
    // On the first day, there is nothing to replace again.
    await expect(year).rejects.toThrow(
      /^after ([2-9]|1\d) days, from [\d-]+ on: \d+ rows, not \d+; expected /,
    );
  });

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import files from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { describe, expect, it, vi } from "vitest";
import { customTarget } from "../../../generated/sync.js";
import { folderTarget } from "../../../runtime/sync/folder.js";
import type { Cells, TargetTable } from "../../../runtime/sync/target.js";
import { folderStore } from "../../support/folder-stores.js";
import {
  CAMPAIGN_DAYS,
  folderRows,
  parquetFiles,
  type SyncSetting,
  serverRows,
  sortedRows,
  storedRows,
  syncFolder,
  syncSetting,
} from "../../support/sync.js";
import { targetChecks } from "../../support/target-checks.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

describe("a folder of Parquet files as a target", () => {
  for (const { name, run } of targetChecks({ createStore: () => folderStore() })) it(name, run);
});

const ACCOUNTS = ["549755885175", "549755885176"];
const only = ["campaign_days"];
const since = "2026-04-01";

describe("files that another program removed", () => {
  for (const [name, path] of [
    ["a table", "campaign_days/"],
    ["an account", `campaign_days/partition_account=${ACCOUNTS[0]}/`],
    ["a day", `campaign_days/partition_account=${ACCOUNTS[0]}/partition_day=2026-04-03/`],
    [
      "a file",
      `campaign_days/partition_account=${ACCOUNTS[0]}/partition_day=2026-04-03/rows.parquet`,
    ],
    ["the state of an account", `_sync/campaign_days/${ACCOUNTS[0]}.json`],
  ] as const)
    it(`are loaded again, but only for their own days: ${name}`, async () => {
      await using setting = await syncSetting();
      const folder = temporaryFolder();
      await syncFolder(setting, folder, { only, since });
      const before = sortedRows(await folderRows(folder, "campaign_days"));
      rmSync(new URL(path, folder), { recursive: true });
      const { plan, failed } = await syncFolder(setting, folder, { only });
      expect(failed).toEqual([]);
      expect(
        plan.requests.some(
          ({ adAccountId, from }) => adAccountId === ACCOUNTS[1] && from < "2026-05-15",
        ),
      ).toBe(name === "a table");
      expect(sortedRows(await folderRows(folder, "campaign_days"))).toEqual(before);
    });

  it("are not expected for days without rows", async () => {
    const value = JSON.stringify({});
    await using setting = await syncSetting({
      accounts: 1,
      faults: [{ name: "other-file", value, times: 1 }],
    });
    const folder = temporaryFolder();
    expect(
      (await syncFolder(setting, folder, { only, lookbackDays: 0, since: "2026-06-10" })).rows,
    ).toBe(0);
    expect(parquetFiles(folder, "campaign_days")).toEqual([]);
    expect((await syncFolder(setting, folder, { only, lookbackDays: 0 })).plan.requests).toEqual(
      [],
    );
  });

  it("can be a table and its record, which the next run recreates without the old days", async () => {
    await using setting = await syncSetting({ accounts: 1 });
    const folder = temporaryFolder();
    await syncFolder(setting, folder, { only, since });
    for (const path of ["campaign_days/", "_sync/campaign_days.json"])
      rmSync(new URL(path, folder), { recursive: true });
    await syncFolder(setting, folder, { only, lookbackDays: 1 });
    const { days } = JSON.parse(
      readFileSync(new URL(`_sync/campaign_days/${ACCOUNTS[0]}.json`, folder), "utf8"),
    );
    expect(Object.keys(days)).toEqual(["2026-06-14"]);
  });
});

describe("a damaged state file", () => {
  for (const text of [
    "",
    "null",
    "{}",
    "[]",
    "3",
    '{"days":null}',
    '{"days":{"x":5}}',
    '{"days":{"2026-06-01":5}}',
    '{"days":{},"empty":3}',
  ])
    it(`is rejected by name, or read: ${text}`, async () => {
      await using setting = await syncSetting({ accounts: 1 });
      const folder = temporaryFolder();
      await syncFolder(setting, folder, { only, since });
      const before = sortedRows(await folderRows(folder, "campaign_days"));
      const ofAccount = new URL(`_sync/campaign_days/${ACCOUNTS[0]}.json`, folder);
      writeFileSync(ofAccount, text);
      await expect(syncFolder(setting, folder, { only })).rejects.toThrow(
        /\/549755885175\.json is damaged: remove it so that sync loads all days/,
      );
      rmSync(ofAccount);
      await syncFolder(setting, folder, { only });
      expect(sortedRows(await folderRows(folder, "campaign_days"))).toEqual(before);
      const ofTable = new URL("_sync/campaign_days.json", folder);
      const table = readFileSync(ofTable, "utf8");
      const { columns } = JSON.parse(table);
      for (const damaged of [
        text,
        JSON.stringify({ columns }),
        table.replace('"integer"', '"number"'),
        table.replace('"2026-04-01"', "1"),
      ]) {
        writeFileSync(ofTable, damaged);
        await expect(syncFolder(setting, folder, { only })).rejects.toThrow(
          /campaign_days\.json is damaged: restore it from a backup, or move it and /,
        );
      }
    });
});

describe("the files for days that are loaded again", () => {
  let folder: URL;
  /** Syncs again, and returns the days whose folders were flushed. */
  const flushedDays = async (setting: SyncSetting): Promise<readonly string[]> => {
    const opened = vi.spyOn(files, "open");
    syncBuiltinESMExports();
    try {
      expect((await syncFolder(setting, folder, { only })).failed).toEqual([]);
      return opened.mock.calls.flatMap(
        ([name]) => /partition_day=([\d-]+)$/.exec(String(name))?.[1] ?? [],
      );
    } finally {
      opened.mockRestore();
      syncBuiltinESMExports();
    }
  };

  it("are all flushed to disk", async () => {
    await using setting = await syncSetting({ accounts: 1 });
    folder = temporaryFolder();
    const all = await flushedDays(setting);
    expect(all.length).toBeGreaterThan(20);
    // The earliest days are final by now.
    expect(await flushedDays(setting)).toEqual(all.filter((day) => day > "2026-05-15"));
  });
});

/** A daily table without other columns. */
const TABLE: TargetTable = {
  ...{
    name: "t",
    primaryKey: ["AD_ACCOUNT_ID", "DATE"],
    accountColumn: "AD_ACCOUNT_ID",
    dayColumn: "DATE",
  },
  columns: ["AD_ACCOUNT_ID", "DATE"].map((name) => ({
    name,
    type: "text",
    nullable: false,
    comment: null,
  })),
};

it("a later run flushes the removal of a file if a killed run removed the file and left its day without a stamp", async () => {
  const target = temporaryFolder();
  const days = { from: "2026-06-10", to: "2026-06-10" };
  const replace = async (...rows: readonly Cells[]): Promise<void> => {
    const session = await folderTarget(target).open();
    await session.ensureTable(TABLE);
    await session.replace(
      { table: TABLE, adAccountId: "1", days, stamp: "a" },
      (async function* () {
        yield* rows;
      })(),
    );
    await session.close();
  };
  await replace(["1", "2026-06-10"]);
  rmSync(new URL("t/partition_account=1/partition_day=2026-06-10/rows.parquet", target));
  writeFileSync(new URL("_sync/t/1.json", target), JSON.stringify({ days: {}, empty: [] }));
  const opened = vi.spyOn(files, "open");
  syncBuiltinESMExports();
  try {
    await replace();
    expect(opened.mock.calls.map(([name]) => String(name))).toContainEqual(
      expect.stringMatching(/partition_day=2026-06-10$/),
    );
  } finally {
    opened.mockRestore();
    syncBuiltinESMExports();
  }
});

it("a column that a body no longer requests stays in the files, without values", async () => {
  await using setting = await syncSetting({ accounts: 1 });
  const target = temporaryFolder();
  await syncFolder(setting, target, { only });
  const columns = CAMPAIGN_DAYS.columns.filter((name) => name !== "CAMPAIGN_NAME");
  await syncFolder(setting, target, {
    only,
    full: true,
    tables: { campaign_days: { ...CAMPAIGN_DAYS, columns } },
  });
  const rows = await storedRows(target, "campaign_days");
  expect(rows.length).toBeGreaterThan(50);
  expect(new Set(rows.map(({ campaign_name }) => campaign_name))).toEqual(new Set([null]));
});

it("a suspended run writes nothing after another run has taken over", async () => {
  const folderOfBoth = temporaryFolder();
  const rows = async function* (): AsyncGenerator<Cells> {
    yield ["1", "2026-06-10"];
  };
  const days = { from: "2026-06-10", to: "2026-06-10" };
  const first = await folderTarget(folderOfBoth).open();
  await first.ensureTable(TABLE);
  // The second run does this itself if the lock was not touched for minutes.
  rmSync(new URL("_sync/.lock", folderOfBoth));
  const second = await folderTarget(folderOfBoth).open();
  await expect(
    first.replace({ table: TABLE, adAccountId: "1", days, stamp: "a" }, rows()),
  ).rejects.toThrow(/another run, which started while/);
  await first.close();
  expect(await second.loadedAccounts("t")).toEqual([]);
  await second.replace({ table: TABLE, adAccountId: "1", days, stamp: "b" }, rows());
  await second.close();
});

it("tables can have the same names as sync's own files", async () => {
  await using setting = await syncSetting({ accounts: 1 });
  const folder = temporaryFolder();
  const tables = { lock: CAMPAIGN_DAYS, unfinished: CAMPAIGN_DAYS };
  const options = { tables, only: Object.keys(tables), lookbackDays: 0, since: "2026-06-10" };
  expect((await syncFolder(setting, folder, options)).failed).toEqual([]);
  expect((await syncFolder(setting, folder, options)).plan.requests).toEqual([]);
});

it("a killed process never leaves one body's rows under another body's stamp", async () => {
  await using setting = await syncSetting({ accounts: 1 });
  const folder = temporaryFolder();
  await syncFolder(setting, folder, { only, since });
  const state = new URL(`_sync/campaign_days/${ACCOUNTS[0]}.json`, folder);
  const other = {
    campaign_days: { ...CAMPAIGN_DAYS, columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] },
  } as const;
  const { open, ...target } = folderTarget(folder);
  let left = "";
  let count = 0;
  const killed = customTarget({
    ...target,
    async open() {
      const session = await open();
      const replace = session.replace.bind(session);
      session.replace = async (...args) => {
        await replace(...args);
        // This is what a kill after this window would leave on the disk.
        if (++count === 40) left = readFileSync(state, "utf8");
      };
      return session;
    },
  });
  await setting.client.report.sync({ target: killed, tables: other, only, full: true });
  writeFileSync(state, left);
  expect((await syncFolder(setting, folder, { only })).plan.outdated).toEqual([]);
  const held = await serverRows(setting, {
    accounts: ACCOUNTS.slice(0, 1),
    body: CAMPAIGN_DAYS,
    from: since,
    to: "2026-06-14",
  });
  expect(sortedRows(await folderRows(folder, "campaign_days"))).toEqual(sortedRows(held));
});

import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import {
  customTarget,
  parquetFolder,
  SyncError,
  type SyncProgress,
  TargetUnavailableError,
} from "../../../generated/sync.js";
import { createFakeServer } from "../../../generated/testing.js";
import { AuthError } from "../../../runtime/errors.js";
import { systemClock } from "../../../runtime/testing/index.js";
import {
  CAMPAIGN_DAYS,
  folderRows,
  memoryTarget,
  parquetFiles,
  serverRows,
  sortedRows,
  syncFolder,
  syncSetting,
} from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const ACCOUNTS = ["549755885175", "549755885176"];
const all = { accounts: ACCOUNTS, body: CAMPAIGN_DAYS };
const only = ["campaign_days"];

/** The first account's days in a plan. */
const daysOf = (
  requests: readonly { readonly adAccountId: string; readonly from: string; readonly to: string }[],
) =>
  requests
    .filter(({ adAccountId }) => adAccountId === ACCOUNTS[0])
    .map(({ from, to }) => `${from} ${to}`);

describe.concurrent("the days of a run", () => {
  it("are at first the days that may still change, according to the default attribution windows", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    const result = await syncFolder(setting, folder, { only });
    const held = await serverRows(setting, { ...all, from: "2026-05-15", to: "2026-06-14" });
    expect(result.failed).toEqual([]);
    expect(daysOf(result.plan.requests)).toEqual(["2026-05-15 2026-06-14"]);
    expect([result.loaded, result.rows]).toEqual([2, held.length]);
    expect(sortedRows(await folderRows(folder, "campaign_days"))).toEqual(sortedRows(held));
  });

  it("are later the new days and the days that may still change, however long the pause", async () => {
    await using setting = await syncSetting({ accounts: 1 });
    const folder = temporaryFolder();
    await syncFolder(setting, folder, { only, since: "2026-05-01" });
    await setting.nextDay();
    expect(daysOf((await syncFolder(setting, folder, { only })).plan.requests)).toEqual([
      "2026-05-16 2026-06-15",
    ]);
    await setting.nextDay(40);
    // 2026-05-16 was read on 2026-06-16, the last day on which it could change.
    expect(daysOf((await syncFolder(setting, folder, { only })).plan.requests)).toEqual([
      "2026-05-17 2026-07-25",
    ]);
    await setting.nextDay();
    expect(daysOf((await syncFolder(setting, folder, { only })).plan.requests)).toEqual([
      "2026-06-26 2026-07-26",
    ]);
  });

  it("depend on the attribution windows of the body, unless lookbackDays is set", async () => {
    await using setting = await syncSetting();
    const days = async (options: object, windows: object = {}) => {
      const tables = { campaign_days: { ...CAMPAIGN_DAYS, ...windows } };
      return daysOf(
        (await syncFolder(setting, temporaryFolder(), { only, dryRun: true, tables, ...options }))
          .plan.requests,
      );
    };
    expect(await days({}, { click_window_days: 60 })).toEqual(["2026-04-15 2026-06-14"]);
    expect(
      await days({}, { click_window_days: 1, engagement_window_days: 1, view_window_days: 1 }),
    ).toEqual(["2026-06-08 2026-06-14"]);
    expect(await days({ lookbackDays: 3 })).toEqual(["2026-06-12 2026-06-14"]);
    expect(await days({ lookbackDays: 0 })).toEqual(["2026-06-14 2026-06-14"]);
    expect(await days({}, { reporting_timezone: "AD_ACCOUNT_TIME_ZONE" })).toEqual([
      "2026-05-14 2026-06-14",
    ]);
    expect(
      await days({}, { reporting_timezone: "AD_ACCOUNT_TIME_ZONE", click_window_days: 60 }),
    ).toEqual(["2026-04-14 2026-06-14"]);
    // In another time zone, a day may not be over when it is over in UTC.
    expect(await days({ lookbackDays: 0 }, { reporting_timezone: "AD_ACCOUNT_TIME_ZONE" })).toEqual(
      ["2026-06-13 2026-06-14"],
    );
  });

  it("start at `since`, and are split into as many requests as the rules need", async () => {
    await using setting = await syncSetting();
    const { plan } = await syncFolder(setting, temporaryFolder(), {
      only,
      dryRun: true,
      since: "2026-01-01",
    });
    expect(daysOf(plan.requests)).toEqual(["2026-01-01 2026-06-14"]);
    const long = await syncFolder(setting, temporaryFolder(), {
      only,
      dryRun: true,
      since: "2023-06-01",
    });
    expect(daysOf(long.plan.requests)).toHaveLength(5);
    expect(daysOf(long.plan.unavailable)).toEqual(["2023-06-01 2023-12-14"]);
  });

  it("are limited to those that the rules allow, for example seven days in hourly reports", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    const tables = { campaign_hours: HOURS };
    const { plan, failed } = await syncFolder(setting, folder, {
      tables,
      only: ["campaign_hours"],
    });
    expect(failed).toEqual([]);
    expect(daysOf(plan.requests)[0]).toMatch(/^2026-06-08/);
    const rows = await folderRows(folder, "campaign_hours");
    expect(new Set(rows.map(({ day }) => day)).size).toBeGreaterThan(6);
    for (const row of rows) expect(String(row.date)).toContain(String(row.day));
  });

  it("are described with their time zone in hourly reports", async () => {
    await using setting = await syncSetting({ accounts: 1 });
    for (const [zone, comment] of [
      [{}, "Day of the hour, in UTC."],
      [
        { reporting_timezone: "AD_ACCOUNT_TIME_ZONE" },
        "Day of the hour, in the report's time zone.",
      ],
    ] as const) {
      const target = memoryTarget();
      const { client } = setting;
      await client.report.sync({
        target: customTarget(target),
        tables: { hours: { ...HOURS, ...zone } },
        only: ["hours"],
        lookbackDays: 0,
      });
      const table = await (await target.open()).table("hours");
      expect(table?.columns.find(({ name }) => name === "day")?.comment).toBe(comment);
    }
  });
});

/** An hourly table, for which Pinterest has the last seven days. */
const HOURS = {
  ...CAMPAIGN_DAYS,
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
  granularity: "HOUR",
} as const;

describe.concurrent("days that are no longer available", () => {
  it("are reported if they are missing after a pause, but not if they are before the first run", async () => {
    await using setting = await syncSetting({ accounts: 1 });
    const folder = temporaryFolder();
    const options = { tables: { hours: HOURS }, only: ["hours"] };
    expect((await syncFolder(setting, folder, options)).plan.unavailable).toEqual([]);
    await setting.nextDay(12);
    const { plan } = await syncFolder(setting, folder, options);
    expect(daysOf(plan.unavailable)).toEqual(["2026-06-15 2026-06-19"]);
    expect(daysOf(plan.requests)[0]).toMatch(/^2026-06-20/);
    // Each day is reported once, and is still loaded as soon as Pinterest has it.
    expect((await syncFolder(setting, folder, options)).plan.unavailable).toEqual([]);
    await setting.nextDay(9);
    const { unavailable } = (await syncFolder(setting, folder, options)).plan;
    expect(daysOf(unavailable)).toEqual(["2026-06-27 2026-06-28"]);
  });

  it("keep their rows if the record of them is lost", async () => {
    await using setting = await syncSetting({ accounts: 1 });
    const folder = temporaryFolder();
    const options = { tables: { hours: HOURS }, only: ["hours"] };
    await syncFolder(setting, folder, options);
    await setting.nextDay(20);
    const before = sortedRows(await folderRows(folder, "hours"));
    rmSync(new URL(`_sync/hours/${ACCOUNTS[0]}.json`, folder));
    const { plan, failed } = await syncFolder(setting, folder, options);
    expect([daysOf(plan.unavailable), failed]).toEqual([["2026-06-08 2026-06-27"], []]);
    const after = sortedRows(await folderRows(folder, "hours"));
    expect(after).toEqual(expect.arrayContaining([...before]));
    const again = await syncFolder(setting, folder, options);
    expect(daysOf(again.plan.unavailable)).toEqual(["2026-06-08 2026-06-14"]);
  });

  it("stay outdated after a change to the body, even with `full`", async () => {
    await using setting = await syncSetting({ accounts: 1 });
    const folder = temporaryFolder();
    const options = { tables: { hours: HOURS }, only: ["hours"] };
    await syncFolder(setting, folder, options);
    await setting.nextDay();
    const tables = { hours: { ...HOURS, columns: [...HOURS.columns, "PAID_IMPRESSION"] } } as const;
    const full = await syncFolder(setting, folder, { ...options, tables, full: true });
    expect(daysOf(full.plan.outdated)).toEqual(["2026-06-08 2026-06-08"]);
    expect(full.plan.unavailable).toEqual([]);
    expect(
      daysOf((await syncFolder(setting, folder, { ...options, tables })).plan.outdated),
    ).toEqual(["2026-06-08 2026-06-08"]);
  });
});

describe.concurrent("the first day of a table", () => {
  const lookbackDays = 3;

  it("is the same for an account whose first reports failed, however late they succeed", async () => {
    const faults = [{ name: "failed", on: "poll", account: "549755885176", times: 1 }] as const;
    await using setting = await syncSetting({ faults, polls: 1 });
    const folder = temporaryFolder();
    expect((await syncFolder(setting, folder, { only, lookbackDays })).failed).toHaveLength(1);
    await setting.nextDay(10);
    const { plan } = await syncFolder(setting, folder, { only, lookbackDays });
    expect(plan.requests.map(({ adAccountId, from, to }) => [adAccountId, from, to])).toEqual([
      [ACCOUNTS[0], "2026-06-13", "2026-06-24"],
      [ACCOUNTS[1], "2026-06-12", "2026-06-24"],
    ]);
  });

  it("also applies to an account that is added later, in any target", async () => {
    await using setting = await syncSetting();
    const target = customTarget(memoryTarget());
    const sync = (accounts: readonly string[], since?: string) =>
      setting.client.report.sync({
        target,
        tables: { campaign_days: CAMPAIGN_DAYS },
        only,
        lookbackDays,
        accounts,
        ...(since && { since }),
      });
    await sync(ACCOUNTS.slice(0, 1), "2026-05-20");
    await setting.nextDay();
    await sync(ACCOUNTS.slice(0, 1), "2026-06-10");
    const { plan } = await sync(ACCOUNTS);
    expect(
      plan.requests
        .filter(({ adAccountId }) => adAccountId === ACCOUNTS[1])
        .map(({ from }) => from),
    ).toEqual(["2026-05-20"]);
  });
});

describe.concurrent("a restated day", () => {
  it("has exactly the server's rows, even if rows disappear and reappear", async () => {
    await using setting = await syncSetting({ accounts: 1, restated: 0.3 });
    const folder = temporaryFolder();
    const accounts = ACCOUNTS.slice(0, 1);
    let before = new Set<string>();
    const counts = { gone: 0, back: 0 };
    const known = new Set<string>();
    for (let day = 0; day < 6; day++) {
      await syncFolder(setting, folder, { only });
      const last = new Date(setting.server.clock.date() - 86_400_000).toISOString().slice(0, 10);
      const rows = await folderRows(folder, "campaign_days");
      expect(sortedRows(rows)).toEqual(
        sortedRows(await serverRows(setting, { ...all, accounts, from: "2026-05-15", to: last })),
      );
      const keys = new Set(
        rows.map((row) => `${row.ad_account_id} ${row.date} ${row.campaign_id}`),
      );
      counts.gone += [...before].filter((key) => !keys.has(key)).length;
      counts.back += [...keys].filter((key) => known.has(key) && !before.has(key)).length;
      for (const key of keys) known.add(key);
      before = keys;
      await setting.nextDay();
    }
    expect(counts.gone).toBeGreaterThan(5);
    expect(counts.back).toBeGreaterThan(1);
  });

  it("is unchanged with `lookbackDays: 0`, and loaded again with `full`", async () => {
    await using setting = await syncSetting({ restated: 0.5 });
    const folder = temporaryFolder();
    await syncFolder(setting, folder, { only, since: "2026-06-01", lookbackDays: 0 });
    await setting.nextDay();
    const result = await syncFolder(setting, folder, { only, lookbackDays: 0 });
    expect(daysOf(result.plan.requests)).toEqual(["2026-06-15 2026-06-15"]);
    const held = sortedRows(
      await serverRows(setting, { ...all, from: "2026-06-01", to: "2026-06-15" }),
    );
    expect(sortedRows(await folderRows(folder, "campaign_days"))).not.toEqual(held);
    await syncFolder(setting, folder, { only, lookbackDays: 0, full: true });
    expect(sortedRows(await folderRows(folder, "campaign_days"))).toEqual(held);
  });
});

describe.concurrent("a changed body", () => {
  const withCtr = { ...CAMPAIGN_DAYS, columns: [...CAMPAIGN_DAYS.columns, "CTR"] as const };

  it("reloads the days that lack a new column, newest first", async () => {
    await using setting = await syncSetting();
    const target = memoryTarget();
    const sync = (options: object = {}) =>
      setting.client.report.sync({
        target: customTarget(target),
        tables: { campaign_days: CAMPAIGN_DAYS },
        only,
        ...options,
      });
    await sync({ since: "2025-10-01" });
    await setting.nextDay();
    const tables = { campaign_days: withCtr };
    const { plan } = await sync({ tables });
    expect([daysOf(plan.outdated), daysOf(plan.backfill)]).toEqual([
      [],
      ["2026-04-05 2026-05-15", "2025-10-01 2026-04-04"],
    ]);
    expect(plan.requests.slice(2)).toEqual(plan.backfill);
    const held = await serverRows(setting, {
      ...all,
      body: withCtr,
      from: "2025-12-12",
      to: "2026-06-15",
    });
    const stored = target.rows("campaign_days").filter(({ date }) => String(date) > "2025-12-11");
    expect(sortedRows(stored)).toEqual(sortedRows(held));
    await setting.nextDay();
    expect((await sync({ tables })).plan.backfill).toEqual([]);
    // Removing a column leaves no day incomplete.
    expect((await sync()).plan).toMatchObject({
      backfill: [],
      outdated: [],
    });
  });

  it("leaves a new column null with `backfill: never`, and reports the days", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    await syncFolder(setting, folder, { only, since: "2026-04-01" });
    await setting.nextDay();
    const tables = { campaign_days: withCtr };
    const { plan } = await syncFolder(setting, folder, { only, tables, backfill: "never" });
    expect([daysOf(plan.outdated), plan.backfill]).toEqual([["2026-04-01 2026-05-15"], []]);
    for (const { date, ctr } of await folderRows(folder, "campaign_days"))
      expect([date, ctr !== undefined]).toEqual([date, String(date) > "2026-05-15"]);
  });

  it("after any other change, leaves old days as they are and reports them, until `full` reloads them", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    await syncFolder(setting, folder, { only, since: "2026-04-01" });
    await setting.nextDay();
    const tables = {
      campaign_days: { ...CAMPAIGN_DAYS, conversion_report_time: "TIME_OF_CONVERSION" } as const,
    };
    const { plan } = await syncFolder(setting, folder, { only, tables });
    expect([daysOf(plan.outdated), plan.backfill]).toEqual([["2026-04-01 2026-05-15"], []]);
    const full = await syncFolder(setting, folder, { only, tables, full: true });
    expect(daysOf(full.plan.outdated)).toEqual([]);
  });

  it("has no effect if only the order of properties or columns differs", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    await syncFolder(setting, folder, { only, since: "2026-04-01" });
    const { columns, granularity, level } = CAMPAIGN_DAYS;
    const { plan } = await syncFolder(setting, folder, {
      only,
      tables: { campaign_days: { columns: columns.toReversed(), granularity, level } },
    });
    expect(plan.outdated).toEqual([]);
  });

  it("is rejected if the level differs", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    await syncFolder(setting, folder, { only });
    const tables = {
      campaign_days: {
        level: "AD_GROUP",
        granularity: "DAY",
        columns: ["AD_GROUP_ID", "SPEND_IN_DOLLAR"],
      },
    } as const;
    const sent = setting.server.requests.length;
    await expect(syncFolder(setting, folder, { only, tables })).rejects.toThrow(
      /^the table campaign_days in the folder .* has the key ad_account_id, campaign_id, date by day, but the new body returns rows with the key/,
    );
    expect(setting.server.requests.length).toBe(sent);
  });

  it("is rejected if it has hours instead of days", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    await syncFolder(setting, folder, { only, lookbackDays: 1 });
    await expect(
      syncFolder(setting, folder, { only, tables: { campaign_days: HOURS } }),
    ).rejects.toThrow(
      /has the key ad_account_id, campaign_id, date by day, but the new body returns rows with the key ad_account_id, campaign_id, date by hour:/,
    );
  });
});

describe.concurrent("a run, before it sends anything", () => {
  const body = CAMPAIGN_DAYS;
  const refused: Readonly<Record<string, readonly [tables: object, message: RegExp]>> = {
    "a total": [
      { a: { ...body, granularity: "TOTAL" } },
      /^the table a has granularity TOTAL: sync needs DAY or HOUR/,
    ],
    weeks: [{ a: { ...body, granularity: "WEEK" } }, /^the table a has granularity WEEK/],
    months: [{ a: { ...body, granularity: "MONTH" } }, /^the table a has granularity MONTH/],
    "rows without an id": [
      { a: { ...body, columns: ["SPEND_IN_DOLLAR"] } },
      /^the table a has rows without a primary key: columns has no CAMPAIGN_ID/,
    ],
    "days in the body": [
      { a: { ...body, start_date: "2026-06-01" } },
      /^the table a has start_date in its body, but sync chooses the days/,
    ],
    CSV: [
      { a: { ...body, report_format: "CSV" } },
      /^the table a has report_format CSV: sync needs JSON/,
    ],
    "an unknown column": [
      { a: { ...body, columns: ["CAMPAIGN_ID", "CLICKZ"] } },
      /^the table a has an invalid body: .*CLICKZ/,
    ],
    "names that differ in case": [{ a: body, A: body }, /^the table A differs from a only in case/],
    "the name of an entity table": [
      { ads: body },
      /^the table ads has the name of a table that sync creates itself/,
    ],
    "a name with a dot": [{ "a.b": body }, /^"a\.b" is not a valid table name/],
    "a name that is a path": [{ "../a": body }, /is not a valid table name/],
    "a name that begins with _": [{ _sync: body }, /is not a valid table name/],
    "a list that needs two requests": [
      { a: { ...body, campaign_ids: Array.from({ length: 501 }, (_, at) => String(at + 1)) } },
      /^the table a needs 2 requests for each day/,
    ],
    "no table": [{}, /^tables must contain at least one table/],
    "no object": [[body], /^tables must be an object/],
    "no body": [{ a: null }, /^the table a needs a body/],
  };
  for (const [name, [tables, message]] of Object.entries(refused))
    it(`rejects ${name}`, async () => {
      await using setting = await syncSetting();
      await expect(
        syncFolder(setting, temporaryFolder(), { tables: tables as never }),
      ).rejects.toThrow(message);
      expect(setting.server.requests).toEqual([]);
    });

  it("rejects an existing folder that sync did not create", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    mkdirSync(new URL("campaign_days/", folder));
    await expect(syncFolder(setting, folder)).rejects.toThrow(/campaign_days is not a sync table/);
    expect(setting.server.requests).toEqual([]);
  });

  it("rejects a name that differs from one of an earlier run only in case", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    await syncFolder(setting, folder, { only, lookbackDays: 1 });
    const sent = setting.server.requests.length;
    await expect(
      syncFolder(setting, folder, { tables: { Campaign_Days: CAMPAIGN_DAYS } }),
    ).rejects.toThrow(
      /^the table Campaign_Days differs only in case from campaign_days, which sync has recorded in the folder .*: use that name or another one; nothing was sent$/,
    );
    expect(setting.server.requests.length).toBe(sent);
  });

  it("rejects an invalid target", async () => {
    await using setting = await syncSetting();
    const tables = { a: CAMPAIGN_DAYS };
    await expect(setting.client.report.sync({ target: {} as never, tables })).rejects.toThrow(
      /^target must come from pinterest-reports\/sync/,
    );
    expect(() => customTarget({ name: "mine" } as never)).toThrow(
      "a target must have a name and open()",
    );
    for (const path of [5, "", "a\0b", new URL("https://example.com/ads")])
      expect(() => parquetFolder(path as never)).toThrow(
        "parquetFolder needs a path as a string, or a file: URL",
      );
    await expect(setting.client.report.sync(undefined as never)).rejects.toThrow(
      /^target must come from pinterest-reports\/sync/,
    );
  });

  it("rejects invalid options", async () => {
    await using setting = await syncSetting();
    const attempt = (options: object) => syncFolder(setting, temporaryFolder(), options as never);
    for (const lookbackDays of [-1, 0.5, 1001])
      await expect(attempt({ lookbackDays })).rejects.toThrow(RangeError);
    await expect(attempt({ since: "2026-02-30" })).rejects.toThrow(/^since must be a date/);
    for (const id of ["a", "12a", "1".repeat(19)])
      await expect(attempt({ accounts: [id] })).rejects.toThrow(/^accounts must be a list of ids/);
    for (const [name, values] of [
      ["backfill", ["always", true]],
      ["names", ["lower", 1]],
      ["allowFailed", [-1, 0.5, "1", {}]],
    ] as const)
      for (const value of values)
        await expect(attempt({ [name]: value })).rejects.toThrow(new RegExp(`^${name} must be`));
    await expect(attempt({ accounts: "1" })).rejects.toThrow(/^accounts must be a list of ids/);
    await expect(attempt({ only: ["campaign_day"] })).rejects.toThrow(
      /^the option `only` contains campaign_day, which is not a table: use campaign_days/,
    );
    await expect(attempt({ entities: ["pins"] })).rejects.toThrow(/^entities contains pins/);
    await expect(attempt({ lookback: 3 })).rejects.toThrow(/^lookback is not an option here/);
    await expect(attempt({ onProgress: 3 })).rejects.toThrow(/^onProgress must be a function/);
    expect(setting.server.requests).toEqual([]);
  });
});

/** A file with these rows for a single campaign. */
const file = (rows: readonly object[]) =>
  JSON.stringify({ "626700000001": rows.map((row) => ({ CAMPAIGN_ID: 626700000001, ...row })) });

describe.concurrent("a failed report", () => {
  it("is reported, keeps its account's rows, and does not stop the others", async () => {
    await using healthy = await syncSetting({ seed: 7 });
    const folder = temporaryFolder();
    const ofAccount = async (account: string | undefined) =>
      sortedRows(
        (await folderRows(folder, "campaign_days")).filter(
          ({ ad_account_id }) => ad_account_id === account,
        ),
      );
    await syncFolder(healthy, folder, { only });
    const before = await ofAccount(ACCOUNTS[1]);
    const always = Number.POSITIVE_INFINITY;
    await using ailing = await syncSetting({
      seed: 8,
      faults: [
        { name: "html-error", on: "create", account: "549755885176", times: always, value: 403 },
      ],
    });
    const { failed, loaded } = await syncFolder(ailing, folder, { only, full: true });
    expect(failed.map(({ table, adAccountId, days }) => [table, adAccountId, days])).toEqual([
      ["campaign_days", ACCOUNTS[1], { from: "2026-05-15", to: "2026-06-14" }],
    ]);
    expect(failed[0]?.error).toMatchObject({ name: "PermissionDeniedError", status: 403 });
    expect(loaded).toBe(1);
    expect(await ofAccount(ACCOUNTS[1])).toEqual(before);
    const held = await serverRows(ailing, {
      accounts: ACCOUNTS.slice(0, 1),
      body: CAMPAIGN_DAYS,
      from: "2026-05-15",
      to: "2026-06-14",
    });
    expect(await ofAccount(ACCOUNTS[0])).toEqual(sortedRows(held));
  });

  it("is loaded by the next run, which loads no other final day", async () => {
    const faults = [{ name: "failed", on: "poll", account: "549755885176", times: 1 }] as const;
    await using setting = await syncSetting({ faults, polls: 1 });
    const folder = temporaryFolder();
    const first = await syncFolder(setting, folder, { only, lookbackDays: 0 });
    expect(first.failed).toHaveLength(1);
    const second = await syncFolder(setting, folder, { only, lookbackDays: 0 });
    expect(second.plan.requests).toEqual([
      { table: "campaign_days", adAccountId: ACCOUNTS[1], from: "2026-06-14", to: "2026-06-14" },
    ]);
    expect(second.failed).toEqual([]);
  });

  for (const [name, rows, message] of [
    [
      "has a day that was not requested",
      [{ DATE: "2026-06-14" }, { DATE: "2026-06-15" }],
      /^row 2 of the report: its day is 2026-06-15, but 2026-06-13 to/,
    ],
    ["has no day", [{ DATE: "2026-06-14" }, {}], /DATE/],
    [
      "has no day in YYYY-MM-DD format",
      [{ DATE: "2026-06-14" }, { DATE: "2026-06-13 at noon" }],
      /^row 2 of the report: DATE is "2026-06-13 at noon", which is not a date/,
    ],
  ] as const)
    it(`changes nothing if a row ${name}`, async () => {
      await using setting = await syncSetting({
        faults: [{ name: "other-file", value: file(rows) }],
      });
      const folder = temporaryFolder();
      const { failed, loaded } = await syncFolder(setting, folder, { only, lookbackDays: 2 });
      expect(failed).toHaveLength(2);
      expect(failed[0]?.error.message).toMatch(message);
      expect(loaded).toBe(0);
      expect(parquetFiles(folder, "campaign_days")).toEqual([]);
    });
});

describe.concurrent("rows of a report", () => {
  const load = async (body: object, row: object) => {
    await using setting = await syncSetting({
      accounts: 1,
      faults: [{ name: "other-file", value: file([{ DATE: "2026-06-14", ...row }]) }],
    });
    const target = memoryTarget();
    const { failed } = await setting.client.report.sync({
      target: customTarget(target),
      tables: { t: { ...CAMPAIGN_DAYS, ...body } as never },
      only: ["t"],
      lookbackDays: 1,
      allowFailed: 1,
    });
    return { rows: target.stored("t"), messages: failed.map(({ error }) => error.message) };
  };

  it("store ratios as doubles with at most 18 digits, and amounts with all their digits", async () => {
    const columns = ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "ECPC_IN_DOLLAR", "CPC_IN_MICRO_DOLLAR"];
    const { rows } = await load(
      { columns },
      {
        SPEND_IN_DOLLAR: 412_345.67,
        ECPC_IN_DOLLAR: 0.0016666666666666668,
        CPC_IN_MICRO_DOLLAR: -2.9e-19,
      },
    );
    expect(rows).toMatchObject([
      {
        spend_in_dollar: "412345.67",
        ecpc_in_dollar: "0.001666666666666667",
        cpc_in_micro_dollar: "0",
      },
    ]);
    const { messages } = await load({ columns }, { SPEND_IN_DOLLAR: 0.0016666666666666668 });
    expect(messages).toEqual([
      expect.stringMatching(
        /^row 1 of the report: SPEND_IN_DOLLAR is .*, which is not a number with/,
      ),
    ]);
  });

  it("are rejected if an id is not in the body's list of ids, even if the column has the id's other name", async () => {
    const columns = ["PIN_PROMOTION_ID", "SPEND_IN_DOLLAR"];
    const body = { level: "PIN_PROMOTION", columns, ad_ids: ["687200000001"] };
    const { messages } = await load(body, { PIN_PROMOTION_ID: 999, CAMPAIGN_ID: undefined });
    expect(messages[0]).toMatch(
      /^row 1 of the report: PIN_PROMOTION_ID is 999, which is not in ad_ids/,
    );
  });
});

describe.concurrent("two rows with the same key", () => {
  const rows = file([
    { DATE: "2026-06-14", SPEND_IN_DOLLAR: 1 },
    { DATE: "2026-06-14", SPEND_IN_DOLLAR: 2 },
  ]);
  for (const kind of ["a folder", "any target"])
    it(`make only their own report fail, in ${kind}`, async () => {
      const faults = ACCOUNTS.map(
        (account) => ({ name: "other-file", value: rows, account, times: 9 }) as const,
      );
      await using setting = await syncSetting({ accounts: 4, faults });
      const target =
        kind === "a folder" ? parquetFolder(temporaryFolder()) : customTarget(memoryTarget());
      const tables = { campaign_days: CAMPAIGN_DAYS };
      const { failed, loaded } = await setting.client.report.sync({
        target,
        tables,
        only,
        lookbackDays: 1,
        allowFailed: 2,
      });
      expect(failed.map(({ adAccountId, error }) => [adAccountId, error.message])).toEqual(
        ACCOUNTS.map((id) => [
          id,
          "row 2 of the report: two rows have the same campaign_id 626700000001, date 2026-06-14",
        ]),
      );
      expect(loaded).toBe(2);
    });
});

describe.concurrent("an account that is no longer listed", () => {
  it("keeps its rows and is reported", async () => {
    const folder = temporaryFolder();
    await using both = await syncSetting();
    expect((await syncFolder(both, folder, { only, lookbackDays: 2 })).plan.gone).toEqual([]);
    const before = sortedRows(await folderRows(folder, "campaign_days"));
    await using one = await syncSetting({ accounts: 1 });
    const { plan, failed } = await syncFolder(one, folder, { only, lookbackDays: 2 });
    expect([plan.gone, plan.accounts, failed]).toEqual([
      ACCOUNTS.slice(1),
      ACCOUNTS.slice(0, 1),
      [],
    ]);
    expect(sortedRows(await folderRows(folder, "campaign_days"))).toEqual(before);
    expect(
      (await syncFolder(one, folder, { only, accounts: ACCOUNTS.slice(0, 1) })).plan.gone,
    ).toEqual([]);
  });
});

describe.concurrent("entity tables", () => {
  it("are not created for an account whose id could be a path", async () => {
    const listed = JSON.stringify({
      items: [{ id: "../../outside", name: "made up" }],
      bookmark: null,
    });
    await using setting = await syncSetting({
      faults: [{ name: "wrong-shape", on: "accounts", value: listed }],
    });
    const folder = temporaryFolder();
    await expect(syncFolder(setting, folder)).rejects.toThrow(
      "the list of ad accounts contains an id that does not have 1 to 18 digits",
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it("contain the lists of each account, with names, currencies and time zones", async () => {
    await using setting = await syncSetting({ entities: 5 });
    const folder = temporaryFolder();
    const { plan, failed } = await syncFolder(setting, folder);
    expect(failed).toEqual([]);
    expect(plan.lists).toHaveLength(8);
    const accounts = await folderRows(folder, "ad_accounts");
    expect(
      accounts.map(({ id, name, currency, time_zone }) => [id, name, currency, time_zone]),
    ).toEqual([
      [ACCOUNTS[0], "Made-up account 1", "USD", "America/New_York"],
      [ACCOUNTS[1], "Made-up account 2", "EUR", "Europe/Berlin"],
    ]);
    for (const table of ["campaigns", "ad_groups", "ads"]) {
      const rows = await folderRows(folder, table);
      // Includes the archived items, one in each list.
      expect(rows).toHaveLength(12);
      expect(rows.map(({ status }) => status).sort()).toEqual([
        ...Array(10).fill("ACTIVE"),
        "ARCHIVED",
        "ARCHIVED",
      ]);
      expect(new Set(rows.map(({ ad_account_id }) => ad_account_id))).toEqual(new Set(ACCOUNTS));
    }
    const ads = await folderRows(folder, "ads");
    for (const { id, pin_id } of ads)
      expect([typeof id, typeof pin_id]).toEqual(["string", "string"]);
  });

  it("have the documented types, whatever the values", async () => {
    const value = (cap: unknown) => {
      const item = { id: "626700000001", daily_spend_cap: cap, is_new_here: { a: 1 } };
      return JSON.stringify({ items: [item], bookmark: null });
    };
    const target = memoryTarget();
    for (const [cap, failures] of [
      ["12000000", []],
      [
        "N/A",
        ['item 626700000001 of the list: daily_spend_cap is "N/A", which is not a 64-bit integer'],
      ],
    ] as const) {
      await using setting = await syncSetting({
        accounts: 1,
        faults: [{ name: "wrong-shape", on: "other", value: value(cap), times: 9 }],
      });
      const { failed } = await setting.client.report.sync({
        target: customTarget(target),
        tables: { campaign_days: CAMPAIGN_DAYS },
        only: ["campaigns"],
        allowFailed: 1,
      });
      expect(failed.map(({ error }) => error.message)).toEqual(failures);
      expect(target.rows("campaigns")).toMatchObject([
        { daily_spend_cap: 12_000_000n, is_new_here: '{"a":1}' },
      ]);
    }
  });

  it("contain an item only once, with its last values, if it is on two pages", async () => {
    const items = ["first", "moved"].map((name) => ({
      id: "626700000001",
      ad_account_id: ACCOUNTS[0],
      name,
    }));
    const value = JSON.stringify({ items, bookmark: null });
    await using setting = await syncSetting({
      faults: [{ name: "wrong-shape", on: "other", account: "549755885175", value, times: 9 }],
    });
    const target = memoryTarget();
    const tables = { campaign_days: CAMPAIGN_DAYS };
    const { failed } = await setting.client.report.sync({
      target: customTarget(target),
      tables,
      only: ["campaigns"],
    });
    expect(failed).toEqual([]);
    const listed = target
      .rows("campaigns")
      .filter(({ ad_account_id }) => ad_account_id === ACCOUNTS[0]);
    expect(listed.map(({ id, name }) => [id, name])).toEqual([["626700000001", "moved"]]);
  });

  it("are requested a second time if they have no items, before rows are removed", async () => {
    await using many = await syncSetting({ accounts: 1, entities: 2 });
    const folder = temporaryFolder();
    await syncFolder(many, folder, { only: ["campaigns"] });
    const none = JSON.stringify({ items: [], bookmark: null });
    for (const [times, left] of [
      [1, 3],
      [2, 0],
    ] as const) {
      const faults = [{ name: "wrong-shape", on: "other", value: none, times }] as const;
      await using setting = await syncSetting({ accounts: 1, entities: 2, faults });
      expect((await syncFolder(setting, folder, { only: ["campaigns"] })).failed).toEqual([]);
      expect(await folderRows(folder, "campaigns")).toHaveLength(left);
    }
  });

  it("do not stop other tables if the target rejects a field", async () => {
    const odd = JSON.stringify({ items: [{ id: "626700000001", odd: 1 }], bookmark: null });
    await using setting = await syncSetting({
      accounts: 3,
      faults: [{ name: "wrong-shape", on: "other", account: "549755885175", value: odd, times: 9 }],
    });
    const target = memoryTarget();
    const { failed } = await setting.client.report.sync({
      target: customTarget({
        ...target,
        async open() {
          const session = await target.open();
          return {
            ...session,
            ensureTable: async (table) => {
              if (table.columns.some(({ name }) => name === "odd")) throw new Error("no such name");
              await session.ensureTable(table);
            },
          };
        },
      }),
      tables: { campaign_days: CAMPAIGN_DAYS },
      only: ["campaigns"],
      allowFailed: 1,
    });
    expect(failed.map(({ adAccountId, error }) => [adAccountId, error.message])).toEqual([
      [ACCOUNTS[0], "no such name"],
    ]);
    expect(new Set(target.rows("campaigns").map((row) => row.ad_account_id)).size).toBe(2);
  });

  it("do not stop other tables if the target cannot write the entity tables", async () => {
    await using setting = await syncSetting();
    let count = 0;
    const target = memoryTarget({
      fails: () => (count++ === 0 ? new Error("no room for it") : null),
    });
    const { failed, loaded } = await setting.client.report.sync({
      target: customTarget(target),
      tables: { campaign_days: CAMPAIGN_DAYS },
      allowFailed: ACCOUNTS.slice(0, 1),
    });
    expect(
      failed.map(({ table, adAccountId, error }) => [table, adAccountId, error.message]),
    ).toEqual([["ad_accounts", ACCOUNTS[0], "no room for it"]]);
    expect(loaded).toBe(2);
  });

  it("remove items that are no longer listed, and keep items that could not be listed", async () => {
    const folder = temporaryFolder();
    await using many = await syncSetting({ entities: 5 });
    await syncFolder(many, folder, { only: ["campaigns"] });
    const always = Number.POSITIVE_INFINITY;
    await using few = await syncSetting({
      entities: 2,
      faults: [
        { name: "html-error", on: "other", account: "549755885176", times: always, value: 404 },
      ],
    });
    const { failed } = await syncFolder(few, folder, { only: ["campaigns"] });
    expect(failed.map(({ table, adAccountId, days }) => [table, adAccountId, days])).toEqual([
      ["campaigns", ACCOUNTS[1], null],
    ]);
    const rows = await folderRows(folder, "campaigns");
    expect(
      ACCOUNTS.map((id) => rows.filter(({ ad_account_id }) => ad_account_id === id).length),
    ).toEqual([3, 6]);
  });

  it("are the lists in `entities` plus ad_accounts", async () => {
    await using setting = await syncSetting();
    const { plan } = await syncFolder(setting, temporaryFolder(), {
      entities: ["ads"],
      dryRun: true,
    });
    expect([...new Set(plan.lists.map(({ table }) => table))]).toEqual(["ad_accounts", "ads"]);
  });
});

describe.concurrent("a run", () => {
  it("with `dryRun`, creates only a plan, and no report or table", async () => {
    await using setting = await syncSetting();
    const folder = temporaryFolder();
    const events: SyncProgress[] = [];
    const result = await syncFolder(setting, folder, {
      dryRun: true,
      onProgress: (event) => events.push(event),
    });
    expect(result.plan.requests).toHaveLength(2);
    expect(events).toEqual([{ type: "planned", plan: result.plan }]);
    expect(setting.server.requests.map(({ step }) => step)).toEqual(["accounts"]);
    await syncFolder(setting, new URL("new/", folder), { dryRun: true });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("reports its plan, and the progress of each report", async () => {
    await using setting = await syncSetting({ polls: 1 });
    const events: SyncProgress[] = [];
    const { plan } = await syncFolder(setting, temporaryFolder(), {
      only,
      onProgress: (event) => events.push(event),
    });
    expect(events[0]).toEqual({ type: "planned", plan });
    for (const request of plan.requests) {
      const types = events.flatMap((event) =>
        "request" in event && event.request === request ? [event.type] : [],
      );
      expect(types.filter((type) => type !== "waiting" && type !== "rows")).toEqual([
        "created",
        "downloading",
        "loaded",
      ]);
    }
  });

  it.each([
    ["once", 0],
    ["again if the target fails in between", 1],
  ])(
    "passes each stored row to the callback %s, and ignores any exception that it throws",
    async (_, failures) => {
      await using setting = await syncSetting();
      const target = memoryTarget();
      let left = failures;
      const starts: string[] = [];
      const passed = new Map<string, Record<string, unknown>[]>();
      await setting.client.report.sync({
        target: customTarget({
          ...target,
          async open() {
            const session = await target.open();
            return {
              ...session,
              async replace(window, rows) {
                if (window.table.name === "campaign_days" && left-- > 0) {
                  let count = 0;
                  for await (const _ of rows) if (++count === 3) break;
                  throw new TargetUnavailableError("the connection was lost");
                }
                return session.replace(window, rows);
              },
            };
          },
        }),
        tables: { campaign_days: CAMPAIGN_DAYS },
        only,
        onRows: ({ adAccountId }) => {
          starts.push(adAccountId);
          passed.set(adAccountId, []);
          return (row) => {
            passed.get(adAccountId)?.push(row);
            throw new Error("not counted");
          };
        },
      });
      expect(starts).toHaveLength(ACCOUNTS.length + failures);
      for (const account of ACCOUNTS) {
        const stored = target
          .stored("campaign_days")
          .filter((row) => row.ad_account_id === account);
        const rows = passed.get(account) ?? [];
        expect(rows).toHaveLength(stored.length);
        expect(rows.map((row) => `${row.DATE} ${row.CAMPAIGN_ID} ${row.CURRENCY}`).sort()).toEqual(
          stored.map((row) => `${row.date} ${row.campaign_id} ${row.currency}`).sort(),
        );
      }
    },
  );

  it("must be the only run on its target", async () => {
    await using setting = await syncSetting({ polls: 2 });
    const folder = temporaryFolder();
    const [first, second] = await Promise.allSettled([
      syncFolder(setting, folder, { only }),
      syncFolder(setting, folder, { only }),
    ]);
    expect([first.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    const { reason } = [first, second].find(
      ({ status }) => status === "rejected",
    ) as PromiseRejectedResult;
    expect(reason.message).toMatch(/^the folder is in use by process \d+ on /);
  });

  it("ends at its own deadline, and the next run loads the rest", async () => {
    const always = Number.POSITIVE_INFINITY;
    const slow = {
      name: "slow",
      on: "poll",
      account: "549755885176",
      times: always,
      value: Number.MAX_SAFE_INTEGER,
    } as const;
    // Uses real time, because a run's deadline does.
    await using server = await createFakeServer({
      accounts: 2,
      polls: 0,
      faults: [slow],
      clock: systemClock,
    });
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      fetch: server.fetch,
    });
    const folder = temporaryFolder();
    const { failed, loaded } = await syncFolder({ client }, folder, {
      only,
      lookbackDays: 1,
      runDeadlineMs: 1_500,
    });
    expect(failed.map(({ adAccountId, error }) => [adAccountId, error.name])).toEqual([
      [ACCOUNTS[1], "RunDeadlineError"],
    ]);
    expect(failed[0]?.error.message).toMatch(
      /^the run was aborted after 1\.5 s: the report was not ready yet; the next run loads what is missing \(pinterest-reports explain run_deadline\)$/,
    );
    expect(loaded).toBe(1);
    await using next = await createFakeServer({ accounts: 2, polls: 0, clock: systemClock });
    const nextClient = createClient({
      accessToken: next.accessToken,
      baseUrl: next.url,
      fetch: next.fetch,
    });
    const { plan } = await syncFolder({ client: nextClient }, folder, { only, lookbackDays: 0 });
    expect(plan.requests.map(({ adAccountId }) => adAccountId)).toContain(ACCOUNTS[1]);
  });

  it("rejects with its signal's reason, and releases the target", async () => {
    await using setting = await syncSetting({ polls: 3 });
    const folder = temporaryFolder();
    const stop = new AbortController();
    const reason = new Error("stopped");
    const onProgress = ({ type }: SyncProgress) => type === "created" && stop.abort(reason);
    await expect(
      syncFolder(setting, folder, { only, onProgress, signal: stop.signal }),
    ).rejects.toBe(reason);
    expect((await syncFolder(setting, folder, { only })).failed).toEqual([]);
  });

  it("reopens an unusable target, once for each window", async () => {
    await using setting = await syncSetting({ accounts: 4 });
    const tables = { campaign_days: CAMPAIGN_DAYS };
    const outage = new TargetUnavailableError("no space left");
    for (const [failing, opened] of [
      [[1], 2],
      [[1, 3, 5], 4],
      [[2, 3], 2],
    ] as const) {
      let count = 0;
      const fails = () => ((failing as readonly number[]).includes(++count) ? outage : null);
      const target = memoryTarget({ fails });
      const run = setting.client.report.sync({ target: customTarget(target), tables, only });
      if (failing.length === 2) await expect(run).rejects.toBe(outage);
      else expect(await run).toMatchObject({ loaded: 4, failed: [] });
      expect([target.openings, target.isOpen]).toEqual([opened, false]);
    }
  });

  it("continues after any number of failed windows", async () => {
    await using setting = await syncSetting({ accounts: 9 });
    let count = 0;
    const fails = () =>
      ++count < 8 ? Object.assign(new Error("a constraint"), { code: "23514" }) : null;
    const target = memoryTarget({ fails });
    const run = setting.client.report.sync({
      target: customTarget(target),
      tables: { campaign_days: CAMPAIGN_DAYS },
      only,
    });
    const error = await run.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SyncError);
    expect(error).toMatchObject({
      code: "sync_failed",
      message: expect.stringMatching(
        /^7 of 9 reports and lists failed: campaign_days of 549755885175, 2026-05-15 to 2026-06-14: a constraint, and 6 more in result.failed/,
      ),
      result: { loaded: 2, failed: { length: 7 } },
    });
    expect(target.openings).toBe(1);
  });

  it("rejects after loading the rest if accounts that `allowFailed` does not cover have failed", async () => {
    const failing = ACCOUNTS;
    const faults = failing.map(
      (account) => ({ name: "failed", on: "poll", account, times: 99 }) as const,
    );
    for (const [allowFailed, isAllowed] of [
      [undefined, false],
      [0, false],
      [1, false],
      [2, true],
      [[], false],
      [failing.slice(0, 1), false],
      [[...failing, "1"], true],
    ] as const) {
      await using setting = await syncSetting({ accounts: 3, polls: 1, faults });
      const target = memoryTarget();
      const run = setting.client.report.sync({
        target: customTarget(target),
        tables: { campaign_days: CAMPAIGN_DAYS },
        only,
        lookbackDays: 1,
        ...(allowFailed !== undefined && { allowFailed }),
      });
      const { loaded, failed } = await run.catch((error: unknown) => {
        expect(error).toBeInstanceOf(SyncError);
        return (error as SyncError).result;
      });
      expect([allowFailed, await run.then(Boolean, () => false)]).toEqual([allowFailed, isAllowed]);
      expect([loaded, failed.map(({ adAccountId }) => adAccountId)]).toEqual([1, failing]);
      expect(target.rows("campaign_days").length).toBeGreaterThan(0);
    }
  });

  it("rejects if the credentials are refused", async () => {
    await using setting = await syncSetting();
    setting.server.revoke();
    const accounts = ACCOUNTS;
    await expect(syncFolder(setting, temporaryFolder(), { only, accounts })).rejects.toThrow(
      AuthError,
    );
    // The same if no report is requested.
    await expect(
      syncFolder(setting, temporaryFolder(), { only: ["campaigns"], accounts }),
    ).rejects.toThrow(AuthError);
    await expect(
      syncFolder(setting, temporaryFolder(), { only: ["ad_accounts"], accounts }),
    ).rejects.toThrow(AuthError);
  });

  it("reports that the ad accounts could not be listed, as a failure of no particular account, and loads those in `accounts`", async () => {
    const faults = [
      { name: "html-error", on: "accounts", times: Number.POSITIVE_INFINITY, value: 403 },
    ] as const;
    await using setting = await syncSetting({ faults });
    const run = syncFolder(setting, temporaryFolder(), { accounts: ACCOUNTS, lookbackDays: 1 });
    // A failure that belongs to no account is never allowed.
    await expect(run).rejects.toMatchObject({
      result: { loaded: 2, failed: [{ table: "ad_accounts", adAccountId: null, days: null }] },
    });
  });

  it("reloads days whose rows lack their currency because the accounts could not be listed", async () => {
    const faults = [{ name: "html-error", on: "accounts", value: 403 }] as const;
    await using setting = await syncSetting({ faults });
    const folder = temporaryFolder();
    const run = () => syncFolder(setting, folder, { accounts: ACCOUNTS, only, lookbackDays: 0 });
    const currencies = async () =>
      new Set((await folderRows(folder, "campaign_days")).map(({ currency }) => currency));
    await expect(run()).rejects.toBeInstanceOf(SyncError);
    expect(await currencies()).toEqual(new Set([undefined]));
    expect((await run()).plan.requests.length).toBe(2);
    expect(await currencies()).toEqual(new Set(["USD", "EUR"]));
    expect((await run()).plan.requests).toEqual([]);
  });
});

describe.concurrent("a custom target", () => {
  it("gets the same rows as a folder target", async () => {
    await using setting = await syncSetting({ restated: 0.3 });
    const target = memoryTarget();
    for (let day = 0; day < 3; day++) {
      await setting.client.report.sync({
        target: customTarget(target),
        tables: { campaign_days: CAMPAIGN_DAYS },
        only,
      });
      const last = new Date(setting.server.clock.date() - 86_400_000).toISOString().slice(0, 10);
      const held = await serverRows(setting, { ...all, from: "2026-05-15", to: last });
      expect(sortedRows(target.rows("campaign_days"))).toEqual(sortedRows(held));
      await setting.nextDay();
    }
  });
});

describe.concurrent("a second column with the same id", () => {
  it.each([
    ["PIN_PROMOTION", ["PIN_PROMOTION_ID"], ["AD_ID"]],
    ["PIN_PROMOTION", ["AD_ID"], ["PIN_PROMOTION_ID"]],
    ["ADVERTISER", [], ["ADVERTISER_ID"]],
    ["ADVERTISER", ["ADVERTISER_ID"], ["AD_ACCOUNT_ID"]],
    ["ADVERTISER", ["AD_ACCOUNT_ID"], ["ADVERTISER_ID"]],
  ] as const)(
    "widens a table of %s with %j by %j, and keeps its key",
    async (level, before, added) => {
      await using setting = await syncSetting({ accounts: 1 });
      const folder = temporaryFolder();
      // A body without columns is also valid.
      const body = (columns: readonly string[]) =>
        ({
          level,
          granularity: "DAY",
          ...(columns.length > 0 && { columns: [...columns, "SPEND_IN_DOLLAR"] }),
        }) as never;
      for (const columns of [before, [...before, ...added], [...before, ...added], before]) {
        const { failed } = await syncFolder(setting, folder, {
          tables: { t: body(columns) },
          only: ["t"],
        });
        expect(failed).toEqual([]);
        await setting.nextDay();
      }
      const keys = (await folderRows(folder, "t")).map((row) =>
        JSON.stringify([
          row.ad_account_id,
          ...before.map((name) => row[name.toLowerCase()]),
          row.date,
        ]),
      );
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBeGreaterThan(5);
    },
  );

  it("is rejected if the table was created for another level", async () => {
    await using setting = await syncSetting({ accounts: 1 });
    const folder = temporaryFolder();
    const columns = ["CAMPAIGN_ID", "AD_ID", "SPEND_IN_DOLLAR"] as const;
    const sync = (level: "CAMPAIGN" | "PIN_PROMOTION") =>
      syncFolder(setting, folder, {
        tables: { t: { level, granularity: "DAY", columns: [...columns] } },
        only: ["t"],
      });
    await sync("CAMPAIGN");
    await expect(sync("PIN_PROMOTION")).rejects.toThrow(
      /has the key .* but the new body returns rows with the key/,
    );
  });
});

import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../cli/commands/sync/config.js";
import type { ReportRequest, SyncOptions } from "../../../generated/index.js";
import { parquetFolder, type SyncBody, SyncError } from "../../../generated/sync.js";
import { duckdb } from "../../../generated/sync-duckdb.js";
import { postgres as postgresTarget } from "../../../generated/sync-postgres.js";
import { testIo } from "../../support/in-process.js";
import { comparable, type Item, listedOf } from "../../support/listed.js";
import { blocksOf } from "../../support/markdown.js";
import { NO_POSTGRES, type Postgres, postgres, SKIPPED } from "../../support/postgres.js";
import { CAMPAIGN_DAYS, serverRows, syncFolder, syncSetting } from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const read = (name: string): string =>
  readFileSync(new URL(`../../../docs/guide/${name}`, import.meta.url), "utf8");
const page = read("warehouse.md");
const blocksIn = (language: string, text = page): readonly string[] =>
  blocksOf(text).flatMap((block) => (block.language === language ? [block.text] : []));
const blockOf = (language: string): string => blocksIn(language)[0] ?? "";
const sqlWith = (words: string, text = page): string =>
  blocksIn("sql", text).find((sql) => sql.includes(words)) ?? "";

const ACCOUNTS = ["549755885175", "549755885176"];
const FIRST = "2026-05-01";

type Row = Readonly<Record<string, unknown>>;
type Query = (sql: string) => Promise<readonly Row[]>;
type Options = Partial<SyncOptions<SyncBody<ReportRequest>>>;

/** A target and a way to query it. */
interface Place extends AsyncDisposable {
  readonly target: SyncOptions<SyncBody<ReportRequest>>["target"];
  /** Runs the page's statements. */
  readonly query: Query;
  /** The query for the columns that each day was loaded with. */
  readonly columnsOfDays: string;
}

async function duckdbQuery(path: string): Promise<Query & AsyncDisposable> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  const query: Query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  return Object.assign(query, {
    [Symbol.asyncDispose]: async () => {
      connection.disconnectSync();
      instance.closeSync();
    },
  });
}

/** A folder target whose tables are the page's views. */
async function folderPlace(): Promise<Place> {
  const folder = temporaryFolder();
  const inFolder = (sql: string) => sql.replaceAll("'ads/", `'${fileURLToPath(folder)}`);
  return {
    target: parquetFolder(folder),
    query: async (sql) => {
      await using query = await duckdbQuery(":memory:");
      await query(inFolder(sqlWith("CREATE VIEW")));
      for (const table of readdirSync(folder).filter((name) => !name.startsWith("_")))
        await query(
          inFolder(
            `CREATE VIEW IF NOT EXISTS ${table} AS FROM read_parquet('ads/${table}/**/*.parquet', union_by_name = true)`,
          ),
        );
      return await query(inFolder(sql));
    },
    columnsOfDays: sqlWith("read_json"),
    async [Symbol.asyncDispose]() {},
  };
}

async function duckdbPlace(): Promise<Place> {
  const path = fileURLToPath(new URL("ads.duckdb", temporaryFolder()));
  return {
    target: duckdb(path),
    query: async (sql) => {
      await using query = await duckdbQuery(path);
      return await query(sql);
    },
    columnsOfDays: sqlWith("_pinterest_sync_days"),
    async [Symbol.asyncDispose]() {},
  };
}

let server: Postgres | null = null;
beforeAll(async () => {
  if (NO_POSTGRES === null) server = await postgres();
});
afterAll(() => server?.[Symbol.asyncDispose]());

let schemas = 0;

async function postgresPlace(): Promise<Place> {
  const schema = `pinterest_${schemas++}`;
  const connection = server?.url ?? "";
  const client = new pg.Client(connection);
  await client.connect();
  client.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
  await client.query(`CREATE SCHEMA ${schema}; SET search_path = ${schema}`);
  return {
    target: postgresTarget({ connection, schema }),
    query: async (sql) => (await client.query(sql)).rows ?? [],
    columnsOfDays: sqlWith("_pinterest_sync_days"),
    [Symbol.asyncDispose]: () => client.end(),
  };
}

const PLACES = [
  { name: "a folder", place: folderPlace, isSkipped: false },
  { name: "DuckDB", place: duckdbPlace, isSkipped: false },
  { name: `PostgreSQL${SKIPPED}`, place: postgresPlace, isSkipped: NO_POSTGRES !== null },
];

/** A decimal (text or number) as an integer in units of its 18th decimal place. */
function units(decimal: unknown): bigint {
  const [whole = "", fraction = ""] = String(decimal).split(".");
  return BigInt(whole + fraction.padEnd(18, "0"));
}

/** A database's time, in milliseconds. */
function timeOf(value: unknown): number {
  return value instanceof Date
    ? value.getTime()
    : Date.parse(
        String(value)
          .replace(" ", "T")
          .replace(/([+-]\d\d)$/, "$1:00"),
      );
}

describe.each(PLACES)("the queries on the page, in $name", ({ place, isSkipped }) => {
  it.skipIf(isSkipped)("add up the server's data exactly, by day and currency", async () => {
    await using setting = await syncSetting();
    await using made = await place();
    await sync(setting, made, { since: FIRST });
    const held = await serverRows(setting, {
      accounts: ACCOUNTS,
      body: CAMPAIGN_DAYS,
      from: FIRST,
      to: "2026-06-14",
    });
    const sums = new Map<string, { campaigns: number; spend: bigint }>();
    for (const { date, currency, spend_in_dollar } of held) {
      const key = `${date} ${currency}`;
      const { campaigns, spend } = sums.get(key) ?? { campaigns: 0, spend: 0n };
      sums.set(key, { campaigns: campaigns + 1, spend: spend + units(spend_in_dollar) });
    }
    expect(new Set([...sums.keys()].map((key) => key.slice(11))).size).toBe(ACCOUNTS.length);
    const found = await made.query(sqlWith("count(DISTINCT campaign_id)"));
    expect(
      found.map(({ date, currency, campaigns, spend }) => [
        `${date} ${currency}`,
        Number(campaigns),
        units(spend),
      ]),
    ).toEqual(
      [...sums]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, { campaigns, spend }]) => [key, campaigns, spend]),
    );
  });

  it.skipIf(isSkipped)(
    "compute averages over all days with the SQL from the page on tables",
    async () => {
      await using setting = await syncSetting({ restated: 0.3 });
      await using made = await place();
      await sync(setting, made, { since: FIRST });
      const [from, to] = [FIRST, "2026-06-14"];
      const held = await serverRows(setting, { accounts: ACCOUNTS, body: CAMPAIGN_DAYS, from, to });
      const sums = new Map<string, number>();
      for (const { campaign_id: id, spend_in_dollar: spend } of held)
        sums.set(String(id), (sums.get(String(id)) ?? 0) + Number(spend));
      const sql = sqlWith("avg(", read("tables.md"))
        .replaceAll("2026-03-01", from)
        .replaceAll("2026-03-07", to);
      const found = await made.query(sql);
      expect(found.map(({ campaign_id: id, spend_per_day: spend }) => [id, Number(spend)])).toEqual(
        [...sums]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([id, sum]) => [id, expect.closeTo(sum / 45, 6)]),
      );
      // If there was a row for every day, the calendar would be unnecessary.
      expect(held.length).toBeLessThan(45 * sums.size);
    },
  );

  it.skipIf(isSkipped)("find when a run last completed, and which run loaded a row", async () => {
    await using setting = await syncSetting({
      faults: [{ name: "refusal", on: "create", account: ACCOUNTS[1] as string, skip: 1 }],
    });
    await using made = await place();
    const last = async () =>
      timeOf((await made.query(sqlWith("max(finished_at)")))[0]?.last_complete_run);
    const begun = setting.server.clock.date();
    await sync(setting, made, {});
    const ended = setting.server.clock.date();
    expect(await last()).toBeGreaterThanOrEqual(begun);
    expect(await last()).toBeLessThanOrEqual(ended);
    await setting.nextDay();
    await expect(sync(setting, made, {})).rejects.toBeInstanceOf(SyncError);
    expect(await last()).toBeLessThanOrEqual(ended);
    const runs = await made.query(
      `SELECT count(*) AS row_count, failures, loaded_rows FROM sync_runs
       LEFT JOIN campaign_days ON _loaded_at = started_at GROUP BY run_id, failures, loaded_rows ORDER BY run_id`,
    );
    // Of the first run, only rows of the failed account and of the oldest day remain.
    expect(runs.map(({ failures }) => Number(failures))).toEqual([0, 1]);
    expect(Number(runs[1]?.row_count)).toBe(Number(runs[1]?.loaded_rows));
    expect(Number(runs[0]?.row_count)).toBeGreaterThan(1);
    expect(Number(runs[0]?.row_count)).toBeLessThan(Number(runs[0]?.loaded_rows));
  });

  it.skipIf(isSkipped)("add up spend by location, and name each location", async () => {
    await using setting = await syncSetting();
    await using made = await place();
    const body = {
      level: "CAMPAIGN_TARGETING",
      granularity: "DAY",
      targeting_types: ["COUNTRY", "REGION"],
      columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
    } as const;
    await sync(setting, made, {
      tables: { campaign_days: CAMPAIGN_DAYS, location_days: body },
      entities: ["targeting_options"],
      only: ["campaign_days", "location_days", "targeting_options"],
      since: "2026-06-10",
      lookbackDays: 3,
    });
    const sums = new Map<string, bigint>();
    const [from, to] = ["2026-06-10", "2026-06-14"];
    for (const row of await serverRows(setting, { accounts: ACCOUNTS, body, from, to })) {
      const key = `${row.date} Made up: ${row.targeting_value}`;
      sums.set(key, (sums.get(key) ?? 0n) + units(row.spend_in_dollar));
    }
    const found = await made.query(sqlWith("targeting_options"));
    expect(
      found.map(({ date, location: name, spend }) => [`${date} ${name}`, units(spend)]),
    ).toEqual([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
  });

  it.skipIf(isSkipped)(
    "read whole lists, including nested and null fields, times and money",
    async () => {
      await using setting = await syncSetting({ entities: 9 });
      await using made = await place();
      const entities = ["campaigns", "ad_groups", "ads", "keywords", "product_groups"] as const;
      const only = ["campaign_days", ...entities];
      await sync(setting, made, { entities, only, lookbackDays: 2 });
      const [one = {}, other = {}] = [
        await listedOf(setting.client, ACCOUNTS[0] as string, []),
        await listedOf(setting.client, ACCOUNTS[1] as string, []),
      ];
      for (const table of entities) {
        const found = await made.query(`SELECT * FROM ${table}`);
        const rows = found.map(({ partition_account: _, ...row }): Item => row);
        expect([table, comparable(rows)]).toEqual([
          table,
          comparable([...(one[table] ?? []), ...(other[table] ?? [])]),
        ]);
      }
      const [first] = await made.query(
        "SELECT count(*) AS early FROM ads WHERE to_timestamp(created_time) < TIMESTAMPTZ '2020-01-01'",
      );
      expect(Number(first?.early)).toBe(0);
    },
  );

  it.skipIf(isSkipped)("find the columns that each day was loaded with", async () => {
    await using setting = await syncSetting();
    await using made = await place();
    const before = ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] as const;
    const after = [...before, "TOTAL_CLICKTHROUGH"] as const;
    const tables = (columns: typeof before | typeof after) => ({
      campaign_days: { ...CAMPAIGN_DAYS, columns },
    });
    await sync(setting, made, { since: FIRST, tables: tables(before) });
    const options = { tables: tables(after), lookbackDays: 5 };
    await sync(setting, made, { ...options, backfill: "never" });
    const loadedWith = async (clicksFrom: string) => {
      const found = await made.query(made.columnsOfDays);
      const days = Array.from({ length: 45 }, (_, at) =>
        new Date(Date.parse(FIRST) + at * 86_400_000).toISOString().slice(0, 10),
      );
      expect(
        found.map(({ ad_account_id: account, day, columns }) => [
          account,
          String(day).slice(0, 10),
          typeof columns === "string" ? JSON.parse(columns) : columns,
        ]),
      ).toEqual(
        ACCOUNTS.flatMap((account) =>
          days.map((day) => [
            account,
            day,
            (day < clicksFrom ? before : after).map((name) => name.toLowerCase()),
          ]),
        ),
      );
      const [{ unknown } = {}] = await made.query(
        `SELECT count(*) AS unknown FROM campaign_days WHERE (total_clickthrough IS NULL) <> (date < '${clicksFrom}')`,
      );
      expect(Number(unknown)).toBe(0);
    };
    await loadedWith("2026-06-11");
    await sync(setting, made, options);
    await loadedWith(FIRST);
  });
});

/** Syncs the campaigns table into the place. */
function sync(
  { client }: Awaited<ReturnType<typeof syncSetting>>,
  { target }: Place,
  options: Options,
) {
  return client.report.sync({
    target,
    tables: { campaign_days: CAMPAIGN_DAYS },
    only: ["campaign_days"],
    ...options,
  });
}

it("a folder has typed columns, with ids as text, and columns for the account and the day", async () => {
  await using setting = await syncSetting();
  await using made = await folderPlace();
  await sync(setting, made, { only: ["campaign_days", "campaigns"], entities: ["campaigns"] });
  const types = await made.query("DESCRIBE campaign_days");
  expect(
    Object.fromEntries(types.map(({ column_name, column_type }) => [column_name, column_type])),
  ).toEqual({
    ad_account_id: "VARCHAR",
    currency: "VARCHAR",
    time_zone: "VARCHAR",
    date: "DATE",
    campaign_id: "VARCHAR",
    campaign_name: "VARCHAR",
    spend_in_dollar: "DECIMAL(38,18)",
    total_clickthrough: "BIGINT",
    total_conversions: "BIGINT",
    _loaded_at: "TIMESTAMP WITH TIME ZONE",
    partition_account: "BIGINT",
    partition_day: "DATE",
  });
  const [joined] = await made.query(
    `SELECT count(*) AS days, count(c.name) AS named FROM campaign_days AS d
     LEFT JOIN read_parquet('ads/campaigns/**/*.parquet', union_by_name = true) AS c ON c.id = d.campaign_id AND c.ad_account_id = d.ad_account_id`,
  );
  expect(joined?.named).toBe(joined?.days);
  const [{ days } = {}] = await made.query(
    "SELECT count(DISTINCT partition_day) AS days FROM campaign_days WHERE partition_account = 549755885176",
  );
  expect(Number(days)).toBeGreaterThan(25);
});

describe("a failed report", () => {
  /** The message with its numbers and days replaced. */
  const wordsOf = (message: string): string => message.replace(/\d+(?:[,.-]\d+)*/g, "9");
  const shown = [...page.matchAll(/^\| [^|]+ \| `([^`]+)` \|$/gm)].map(([, message = ""]) =>
    wordsOf(message),
  );
  const row = { CAMPAIGN_ID: "626700000001", DATE: "2026-06-14", TOTAL_CLICKTHROUGH: 1 };
  const file = (...rows: readonly object[]) => ({
    name: "other-file" as const,
    value: JSON.stringify({ "626700000001": rows }),
  });

  it.each([
    [
      "the file's size differs from the size that Pinterest announced",
      { name: "other-size", value: 1_300 },
    ],
    ["a row of another account", file({ ...row, AD_ACCOUNT_ID: "549755885199" })],
    ["a day that was not requested", file(row, { ...row, DATE: "2026-06-15" })],
    ["an id that is not in the body's list", file({ ...row, CAMPAIGN_ID: "626700000009" })],
    ["a column that was not requested", file({ ...row, COLOUR: "red" })],
    ["a value that does not fit its column", file({ ...row, TOTAL_CLICKTHROUGH: 1.5 })],
    ["two rows with the same key", file(row, row)],
  ] as const)("has the message that the page shows: %s", async (_what, fault) => {
    await using setting = await syncSetting({ faults: [fault] });
    const ids = fault.name === "other-file" && { campaign_ids: ["626700000001"] };
    const body = { ...CAMPAIGN_DAYS, ...ids };
    const { failed } = await syncFolder(setting, temporaryFolder(), {
      tables: { campaign_days: body },
      accounts: ACCOUNTS.slice(0, 1),
      only: ["campaign_days"],
      lookbackDays: 2,
    });
    expect(failed).toHaveLength(1);
    for (const { error } of failed)
      expect(shown).toContain(wordsOf(error.message.replace(/ \((?:after|docs).*/, "")));
  });

  it("has the message that the page shows if a list value does not fit its column", async () => {
    await using setting = await syncSetting({
      respond: ({ path }) =>
        path.endsWith("/campaigns")
          ? { items: [{ id: "626700000001", start_time: 1.5 }], bookmark: null }
          : undefined,
    });
    const { failed } = await syncFolder(setting, temporaryFolder(), {
      accounts: ACCOUNTS.slice(0, 1),
      only: ["campaigns"],
    });
    expect(failed).toHaveLength(1);
    for (const { error } of failed) expect(shown).toContain(wordsOf(error.message));
  });

  it.skipIf(NO_POSTGRES !== null)(
    `has the message that the page shows for an error of the target, such as dropped rows${SKIPPED}`,
    async () => {
      await using setting = await syncSetting();
      await using made = await postgresPlace();
      await sync(setting, made, {});
      await made.query(
        `CREATE FUNCTION drop_some() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW.campaign_id LIKE ''%1'' THEN RETURN NULL; END IF; RETURN NEW; END';
         CREATE TRIGGER drop_some BEFORE INSERT ON campaign_days FOR EACH ROW EXECUTE FUNCTION drop_some()`,
      );
      const { failed } = await sync(setting, made, { allowFailed: 2 });
      expect(failed).toHaveLength(ACCOUNTS.length);
      for (const { error } of failed) expect(shown).toContain(wordsOf(error.message));
    },
  );
});

it("a table from an earlier version is rejected, and recreated after it is renamed", async () => {
  await using setting = await syncSetting();
  const folder = temporaryFolder();
  await syncFolder(setting, folder, { only: ["campaign_days"] });
  const ofTable = new URL("_sync/campaign_days.json", folder);
  const { columns, ...table } = JSON.parse(readFileSync(ofTable, "utf8"));
  writeFileSync(
    ofTable,
    JSON.stringify({
      ...table,
      columns: columns.filter(({ name }: { readonly name: string }) => name !== "_loaded_at"),
    }),
  );
  const again = () => syncFolder(setting, folder, { only: ["campaign_days"] });
  await expect(again()).rejects.toThrow(
    /was created by an earlier version: .*move campaign_days and _sync\/campaign_days\.json elsewhere/,
  );
  renameSync(new URL("campaign_days", folder), new URL("campaign_days_before", folder));
  renameSync(ofTable, new URL("campaign_days_before.json", folder));
  expect((await again()).plan.requests.map(({ from, to }) => `${from} ${to}`)).toEqual(
    ACCOUNTS.map(() => "2026-05-15 2026-06-14"),
  );
});

it("the sync file on the page is valid", async () => {
  const folder = temporaryFolder();
  writeFileSync(new URL("sync.yaml", folder), blockOf("yaml"));
  const { target, options } = await readConfig(
    fileURLToPath(new URL("sync.yaml", folder)),
    testIo(),
  );
  expect(target).toEqual({ folder: fileURLToPath(new URL("ads", folder)) });
  await using setting = await syncSetting();
  const { failed } = await syncFolder(setting, new URL("ads/", folder), {
    ...(options as object),
    only: ["campaign_days"],
  });
  expect(failed).toEqual([]);
  // The folder can be moved, because nothing in it contains its path.
  renameSync(new URL("ads", folder), new URL("moved", folder));
  await setting.nextDay();
  const { plan } = await syncFolder(setting, new URL("moved/", folder), {
    ...(options as object),
    only: ["campaign_days"],
    lookbackDays: 0,
  });
  expect(plan.requests.map(({ from, to }) => `${from} ${to}`)).toEqual([
    "2026-06-15 2026-06-15",
    "2026-06-15 2026-06-15",
  ]);
});

it("the page's targets in DuckDB, PostgreSQL and a bucket are valid, with and without a schema", async () => {
  const folder = temporaryFolder();
  const connection = "postgresql://user@host/database";
  const path = fileURLToPath(new URL("ads.duckdb", folder));
  for (const [target, expected] of [
    [blocksIn("yaml")[1] ?? "", { duckdb: { path, schema: "pinterest" } }],
    ["target: ads.duckdb\n", { duckdb: { path } }],
    [blocksIn("yaml")[2] ?? "", { postgres: { connection, schema: "pinterest" } }],
    [`target: ${connection}\n`, { postgres: { connection } }],
    ["target: { postgres: {} }\n", { postgres: {} }],
    [
      blocksIn("yaml")[3] ?? "",
      {
        s3: {
          bucket: "my-bucket",
          prefix: "ads",
          endpoint: "https://s3.example.com",
          region: "eu-central-1",
          force_path_style: true,
        },
      },
    ],
    ["target: s3://my-bucket\n", { s3: { bucket: "my-bucket" } }],
    ["target: s3://my-bucket/ads/eu/\n", { s3: { bucket: "my-bucket", prefix: "ads/eu" } }],
  ] as const) {
    writeFileSync(new URL("sync.yaml", folder), blockOf("yaml").replace("target: ads\n", target));
    expect(
      (await readConfig(fileURLToPath(new URL("sync.yaml", folder)), testIo())).target,
    ).toEqual(expected);
  }
});

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { readConfig } from "../../../cli/commands/sync/config.js";
import { testIo } from "../../support/in-process.js";
import { blocksOf } from "../../support/markdown.js";
import {
  CAMPAIGN_DAYS,
  serverRows,
  storedRows,
  syncFolder,
  syncSetting,
} from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const page = readFileSync(new URL("../../../docs/guide/warehouse.md", import.meta.url), "utf8");
const blocksIn = (language: string): readonly string[] =>
  blocksOf(page).flatMap((block) => (block.language === language ? [block.text] : []));
const blockOf = (language: string): string => blocksIn(language)[0] ?? "";

const ACCOUNTS = ["549755885175", "549755885176"];

/** The result of a statement, below the folder. Values are texts and numbers. */
async function query(
  folder: URL,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(
    sql.replaceAll("'ads/", `'${fileURLToPath(folder)}`),
  );
  return reader.getRowObjectsJson();
}

it("the query of the page adds up what the server has, by day", async () => {
  await using setting = await syncSetting();
  const folder = temporaryFolder();
  await syncFolder(setting, folder, { only: ["campaign_days"] });
  const held = await serverRows(setting, {
    accounts: ACCOUNTS,
    body: CAMPAIGN_DAYS,
    from: "2026-05-15",
    to: "2026-06-14",
  });
  const rows = await query(folder, blockOf("sql"));
  expect(rows.map(({ DATE }) => DATE)).toEqual([...new Set(held.map(({ DATE }) => DATE))].sort());
  for (const { DATE, campaigns, spend } of rows) {
    const ofDay = held.filter((row) => row.DATE === DATE);
    expect(Number(campaigns)).toBe(ofDay.length);
    expect(Number(spend ?? 0)).toBeCloseTo(
      ofDay.reduce((sum, row) => sum + Number(row.SPEND_IN_DOLLAR ?? 0), 0),
      6,
    );
  }
});

it("a folder has typed columns, with texts for ids, and columns for the account and the day", async () => {
  await using setting = await syncSetting();
  const folder = temporaryFolder();
  await syncFolder(setting, folder, { entities: ["campaigns"] });
  const types = await query(
    folder,
    "DESCRIBE SELECT * FROM read_parquet('ads/campaign_days/**/*.parquet', union_by_name = true)",
  );
  expect(
    Object.fromEntries(types.map(({ column_name, column_type }) => [column_name, column_type])),
  ).toEqual({
    AD_ACCOUNT_ID: "VARCHAR",
    DATE: "DATE",
    CAMPAIGN_ID: "VARCHAR",
    CAMPAIGN_NAME: "VARCHAR",
    SPEND_IN_DOLLAR: "DOUBLE",
    TOTAL_CLICKTHROUGH: "BIGINT",
    TOTAL_CONVERSIONS: "BIGINT",
    account: "BIGINT",
    day: "DATE",
  });
  const [joined] = await query(
    folder,
    `SELECT count(*) AS days, count(c.name) AS named FROM read_parquet('ads/campaign_days/**/*.parquet', union_by_name = true) AS d
     LEFT JOIN read_parquet('ads/campaigns/**/*.parquet', union_by_name = true) AS c ON c.id = d."CAMPAIGN_ID" AND c.ad_account_id = d."AD_ACCOUNT_ID"`,
  );
  expect(joined?.named).toBe(joined?.days);
  const [{ days } = {}] = await query(
    folder,
    "SELECT count(DISTINCT day) AS days FROM read_parquet('ads/campaign_days/**/*.parquet') WHERE account = 549755885176",
  );
  expect(Number(days)).toBeGreaterThan(25);
});

it("files from before and after a table became wider are one table", async () => {
  const wide = JSON.stringify({
    "626700000001": [
      { CAMPAIGN_ID: 626700000001, DATE: "2026-06-15", TOTAL_CLICKTHROUGH: 1.5, NEW_COLUMN: true },
    ],
  });
  await using setting = await syncSetting();
  const folder = temporaryFolder();
  const options = { only: ["campaign_days"], accounts: ACCOUNTS.slice(0, 1), lookbackDays: 0 };
  await syncFolder(setting, folder, { ...options, since: "2026-06-10" });
  const before = await storedRows(folder, "campaign_days");
  await setting.nextDay();
  await using other = await syncSetting({ faults: [{ name: "other-file", value: wide }] });
  await other.nextDay();
  expect((await syncFolder(other, folder, options)).failed).toEqual([]);
  const sql = "FROM read_parquet('ads/campaign_days/**/*.parquet', union_by_name = true)";
  const [total] = await query(
    folder,
    `SELECT count(*) AS count, sum("TOTAL_CLICKTHROUGH") AS clicks, count("NEW_COLUMN") AS new ${sql}`,
  );
  const clicks = before.reduce(
    (sum, { TOTAL_CLICKTHROUGH }) => sum + Number(TOTAL_CLICKTHROUGH ?? 0),
    0,
  );
  expect([Number(total?.count), Number(total?.clicks), Number(total?.new)]).toEqual([
    before.length + 1,
    clicks + 1.5,
    1,
  ]);
});

it("the sync file of the page is one", async () => {
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
  // A folder may be moved: nothing in it names its place.
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

it("the targets of the page in DuckDB and PostgreSQL are ones, too, with and without a schema", async () => {
  const folder = temporaryFolder();
  const connection = "postgresql://user@host/database";
  const path = fileURLToPath(new URL("ads.duckdb", folder));
  for (const [target, expected] of [
    [blocksIn("yaml")[1] ?? "", { duckdb: { path, schema: "pinterest" } }],
    ["target: ads.duckdb\n", { duckdb: { path } }],
    [blocksIn("yaml")[2] ?? "", { postgres: { connection, schema: "pinterest" } }],
    [`target: ${connection}\n`, { postgres: { connection } }],
    ["target: { postgres: {} }\n", { postgres: {} }],
  ] as const) {
    writeFileSync(new URL("sync.yaml", folder), blockOf("yaml").replace("target: ads\n", target));
    expect(
      (await readConfig(fileURLToPath(new URL("sync.yaml", folder)), testIo())).target,
    ).toEqual(expected);
  }
});

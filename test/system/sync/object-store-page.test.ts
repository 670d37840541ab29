import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import type { TargetColumn } from "../../../runtime/sync/target.js";
import { blocksOf } from "../../support/markdown.js";
import { storedRows, syncFolder, syncSetting } from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const page = readFileSync(new URL("../../../docs/guide/object-store.md", import.meta.url), "utf8");
const sqlWith = (words: string): string =>
  blocksOf(page).find(({ language, text }) => language === "sql" && text.includes(words))?.text ??
  "";

/** What each engine calls these types. */
const TYPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "STORED AS PARQUET": {
    text: "string",
    date: "date",
    decimal: "decimal(38, 18)",
    integer: "bigint",
    timestamp: "timestamp",
  },
  "CREATE STAGE": {
    text: "varchar",
    date: "date",
    decimal: "number(38, 18)",
    integer: "number(38, 0)",
    timestamp: "timestamp_ntz",
  },
  hive_partition_uri_prefix: {
    text: "STRING",
    date: "DATE",
    decimal: "BIGNUMERIC(38, 18)",
    integer: "INT64",
    timestamp: "TIMESTAMP",
  },
};

describe("the SQL statements on the page", () => {
  let folder: URL;
  let columns: readonly TargetColumn[];

  beforeAll(async () => {
    await using setting = await syncSetting();
    folder = temporaryFolder();
    const requested = ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR", "TOTAL_CLICKTHROUGH"];
    const campaign_days = { level: "CAMPAIGN", granularity: "DAY", columns: requested } as const;
    // The columns in the page's program.
    expect(page).toContain(`columns: ${JSON.stringify(requested).replaceAll(",", ", ")}`);
    await syncFolder(setting, folder, { tables: { campaign_days: campaign_days as never } });
    const table = JSON.parse(readFileSync(new URL("_sync/campaign_days.json", folder), "utf8"));
    columns = table.columns;
  });

  it.each(Object.entries(TYPES))("return all columns with their types in %s", (words, types) => {
    const statement = /EXTERNAL TABLE \S+ \(\n([\s\S]*?)\n\)/.exec(sqlWith(words))?.[1] ?? "";
    const stated = statement.split("\n").flatMap((line) => {
      const [, name = "", type = ""] = /^ {2}`?(\w+)`? (\w+(?:\(\d+, \d+\))?)/.exec(line) ?? [];
      return name.startsWith("partition_") ? [] : [[name, type]];
    });
    const expected = columns.map(({ name, type }) => [name, types[type]]);
    expect(stated.toSorted()).toEqual(expected.toSorted());
  });

  it("read the rows in DuckDB (in this test, from a folder)", async () => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    // The S3 extension is not part of the package.
    const view = sqlWith("httpfs")
      .replace(/^(INSTALL|LOAD|CREATE SECRET).*\n/gm, "")
      .replace("s3://my-bucket/ads/", fileURLToPath(folder));
    await connection.run(view);
    const found = await connection.runAndReadAll(
      "SELECT * FROM campaign_days WHERE partition_day > DATE '2026-06-01'",
    );
    const rows = await storedRows(folder, "campaign_days", "2026-06-02");
    expect(found.getRowObjectsJson()).toHaveLength(rows.length);
    connection.disconnectSync();
    instance.closeSync();
  });
});

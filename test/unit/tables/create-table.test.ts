import { describe, expect, it } from "vitest";
import { createTable, describeRows } from "../../../generated/tables.js";
import { quoteIdentifier } from "../../../runtime/tables/create-table.js";

const columns = ["CAMPAIGN_ID", "CAMPAIGN_NAME", "PAID_IMPRESSION", "SPEND_IN_DOLLAR"] as const;
const daily = describeRows({ level: "CAMPAIGN", granularity: "DAY", columns });

describe("createTable", () => {
  it("uses each database's types, and includes NOT NULL and the primary key", () => {
    expect(
      createTable(daily, { dialect: "postgresql", table: "campaign_days" }),
    ).toBe(`CREATE TABLE "campaign_days" (
  "date" date NOT NULL,
  "campaign_id" text NOT NULL,
  "campaign_name" text,
  "paid_impression" bigint NOT NULL,
  "spend_in_dollar" numeric(38, 18) NOT NULL,
  PRIMARY KEY ("campaign_id", "date")
);
`);
    expect(
      createTable(daily, {
        dialect: "duckdb",
        table: "campaign days",
        schema: "ads",
        ifNotExists: true,
      }),
    ).toBe(
      `CREATE TABLE IF NOT EXISTS "ads"."campaign days" (
  "date" DATE NOT NULL,
  "campaign_id" VARCHAR NOT NULL,
  "campaign_name" VARCHAR,
  "paid_impression" BIGINT NOT NULL,
  "spend_in_dollar" DECIMAL(38, 18) NOT NULL,
  PRIMARY KEY ("campaign_id", "date")
);
`,
    );
  });

  it("keeps Pinterest's names on request", () => {
    const options = { dialect: "duckdb", table: "t", names: "pinterest" } as const;
    expect(createTable(daily, options)).toMatch(
      /"CAMPAIGN_NAME" VARCHAR,[\s\S]*PRIMARY KEY \("CAMPAIGN_ID", "DATE"\)/,
    );
    expect(() => createTable(daily, { ...options, names: "lower" } as never)).toThrow(
      'names must be "database" or "pinterest"',
    );
  });

  it("returns no key if rows have none, and allows null if zeros are not filled in", () => {
    const body = { level: "CAMPAIGN", granularity: "TOTAL", columns: ["SPEND_IN_DOLLAR"] } as const;
    const options = { dialect: "duckdb", table: "t" } as const;
    expect(createTable(describeRows(body), options)).toBe(
      `CREATE TABLE "t" (\n  "spend_in_dollar" DECIMAL(38, 18) NOT NULL\n);\n`,
    );
    expect(createTable(describeRows(body, { zeroFill: false }), options)).toBe(
      `CREATE TABLE "t" (\n  "spend_in_dollar" DECIMAL(38, 18)\n);\n`,
    );
  });

  it("includes each column's description as a comment if asked to", () => {
    const [, ...comments] = createTable(daily, {
      dialect: "postgresql",
      schema: "ads",
      table: "t",
      comments: true,
    }).split(";\n");
    expect(comments).toHaveLength(columns.length + 2);
    expect(comments[4]).toBe(
      `COMMENT ON COLUMN "ads"."t"."spend_in_dollar" IS 'Spend: money in the ad account''s currency, regardless of the column''s name.'`,
    );
  });

  it.each(["sqlite", "constructor", undefined])("rejects the dialect %j", (dialect) => {
    expect(() => createTable(daily, { dialect, table: "t" } as never)).toThrow(
      expect.objectContaining({
        code: "invalid_argument",
        message: `dialect must be postgresql or duckdb, not ${JSON.stringify(dialect)}`,
      }),
    );
  });

  it.each(["", "a\0b", "é".repeat(32), undefined, 5])("rejects the table %j", (table) => {
    expect(() => createTable(daily, { dialect: "postgresql", table } as never)).toThrow(
      /is not a valid name for a table or column: it must be a string of at most 63 bytes, without NUL$/,
    );
  });
});

describe("a quoted identifier", () => {
  it("has its quotes doubled", () => {
    expect(quoteIdentifier('a"; DROP TABLE b; --')).toBe('"a""; DROP TABLE b; --"');
    expect(quoteIdentifier("x".repeat(63))).toHaveLength(65);
    expect(quoteIdentifier("x".repeat(64), "duckdb")).toHaveLength(66);
  });
});

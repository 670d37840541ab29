import { describe, expect, it } from "vitest";
import { createTable, describeRows } from "../../../generated/tables.js";
import { quoteIdentifier } from "../../../runtime/tables/create-table.js";

const columns = ["CAMPAIGN_ID", "CAMPAIGN_NAME", "PAID_IMPRESSION", "SPEND_IN_DOLLAR"] as const;
const daily = describeRows({ level: "CAMPAIGN", granularity: "DAY", columns });

describe("createTable", () => {
  it("writes the types of each database, what is never null, and the primary key", () => {
    expect(
      createTable(daily, { dialect: "postgresql", table: "campaign_days" }),
    ).toBe(`CREATE TABLE "campaign_days" (
  "DATE" date NOT NULL,
  "CAMPAIGN_ID" text NOT NULL,
  "CAMPAIGN_NAME" text,
  "PAID_IMPRESSION" bigint NOT NULL,
  "SPEND_IN_DOLLAR" double precision NOT NULL,
  PRIMARY KEY ("CAMPAIGN_ID", "DATE")
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
  "DATE" DATE NOT NULL,
  "CAMPAIGN_ID" VARCHAR NOT NULL,
  "CAMPAIGN_NAME" VARCHAR,
  "PAID_IMPRESSION" BIGINT NOT NULL,
  "SPEND_IN_DOLLAR" DOUBLE NOT NULL,
  PRIMARY KEY ("CAMPAIGN_ID", "DATE")
);
`,
    );
  });

  it("writes no key where rows have none, and allows null where zeros are not filled", () => {
    const body = { level: "CAMPAIGN", granularity: "TOTAL", columns: ["SPEND_IN_DOLLAR"] } as const;
    const options = { dialect: "duckdb", table: "t" } as const;
    expect(createTable(describeRows(body), options)).toBe(
      `CREATE TABLE "t" (\n  "SPEND_IN_DOLLAR" DOUBLE NOT NULL\n);\n`,
    );
    expect(createTable(describeRows(body, { zeroFill: false }), options)).toBe(
      `CREATE TABLE "t" (\n  "SPEND_IN_DOLLAR" DOUBLE\n);\n`,
    );
  });

  it("writes each column's description as a comment when asked", () => {
    const [, ...comments] = createTable(daily, {
      dialect: "postgresql",
      schema: "ads",
      table: "t",
      comments: true,
    }).split(";\n");
    expect(comments).toHaveLength(columns.length + 2);
    expect(comments[4]).toBe(
      `COMMENT ON COLUMN "ads"."t"."SPEND_IN_DOLLAR" IS 'Spend: money in the ad account''s currency, whatever the column''s name says.'`,
    );
  });

  it.each(["sqlite", "constructor", undefined])("refuses the dialect %j", (dialect) => {
    expect(() => createTable(daily, { dialect, table: "t" } as never)).toThrow(
      expect.objectContaining({
        code: "invalid_argument",
        message: `dialect must be postgresql or duckdb, not ${JSON.stringify(dialect)}`,
      }),
    );
  });

  it.each(["", "a\0b", "é".repeat(32), undefined, 5])("refuses the table %j", (table) => {
    expect(() => createTable(daily, { dialect: "postgresql", table } as never)).toThrow(
      /is no name of a table or column: it must be a text of at most 63 bytes, without NUL$/,
    );
  });
});

describe("an identifier", () => {
  it("is quoted, with its quotes doubled", () => {
    expect(quoteIdentifier('a"; DROP TABLE b; --')).toBe('"a""; DROP TABLE b; --"');
    expect(quoteIdentifier("x".repeat(63))).toHaveLength(65);
    expect(quoteIdentifier("x".repeat(64), "duckdb")).toHaveLength(66);
  });
});

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toCsv } from "../../../generated/files.js";
import { type Client, createClient, type ReportRequest } from "../../../generated/index.js";
import {
  type ColumnType,
  describeConversionProductReportRows,
  describeMmmReportRows,
  describeRows,
  type RowsDescription,
  requireKey,
} from "../../../generated/tables.js";
import { createFakeClock, createFakeServer, type FakeServer } from "../../../generated/testing.js";
import { drawnReports, TODAY } from "../../support/drawn-reports.js";
import { many } from "../../support/effort.js";

type Row = Readonly<Record<string, unknown>>;

let server: FakeServer;
let client: Client;

beforeAll(async () => {
  server = await createFakeServer({
    polls: 0,
    entities: 5,
    clock: createFakeClock({ start: `${TODAY}T12:00:00Z` }),
  });
  client = createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
    clock: server.clock,
  });
});
afterAll(() => server.close());

/**
 * The rows of a report with the API's column names, and the columns of a file written from them.
 */
async function read(
  body: ReportRequest,
  zeroFill = true,
): Promise<{ readonly rows: readonly Row[]; readonly columns: readonly string[] }> {
  const report = await client.report.run(
    "549755885175",
    body as ReportRequest & { readonly report_format: "CSV" },
  );
  const columnNames = () => client.deliveryMetrics({ report_type: "ASYNC" });
  const reading = () =>
    report.rows({
      ...(body.report_format === "CSV" && { columnNames }),
      ...(!zeroFill && { zeroFill }),
    });
  const rows: Row[] = [];
  for await (const row of reading()) rows.push(row);
  const { value: header = "" } = await toCsv(reading()).next();
  return { rows, columns: header.trim().split(",") };
}

const FITS: Readonly<Record<ColumnType, (value: unknown) => boolean>> = {
  integer: Number.isSafeInteger,
  double: (value) => typeof value === "number",
  decimal: (value) => typeof value === "number",
  date: (value) => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value),
  text: (value) => typeof value === "string",
};

const keyOf = (row: Row, { primaryKey }: RowsDescription): string =>
  JSON.stringify(primaryKey?.map((name) => row[name]));

describe("the description of a request's rows", () => {
  it("has exactly the rows' columns, with types that fit the values, for all levels, columns and formats", async () => {
    await fc.assert(
      fc.asyncProperty(drawnReports, fc.boolean(), async (body, zeroFill) => {
        const { rows, columns } = await read(body, zeroFill);
        const described = describeRows(body, zeroFill ? {} : { zeroFill });
        const names = described.columns.map(({ name }) => name);
        // For a CSV file without rows, writers know only the requested columns.
        if (body.report_format !== "CSV" || rows.length > 0)
          expect(names.toSorted()).toEqual(columns.toSorted());
        expect(new Set(names).size).toBe(names.length);
        // A single assertion for all rows, because an hourly report has thousands of cells.
        const misfits = rows.flatMap((row) => [
          ...Object.keys(row).filter((name) => !names.includes(name)),
          ...described.columns
            .filter(
              ({ name, type, nullable }) =>
                !(row[name] === undefined ? nullable : FITS[type](row[name])),
            )
            .map(({ name }) => [name, row[name]]),
        ]);
        expect(misfits).toEqual([]);
      }),
      { numRuns: many(300, 12) },
    );
  });

  it("has a primary key whose columns exist in every row, and no two rows share the same key", async () => {
    await fc.assert(
      fc.asyncProperty(drawnReports, async (body) => {
        const described = describeRows(body);
        const { rows } = await read(body);
        if (described.primaryKey === null) {
          expect(described.noKeyReason).toMatch(/^granularity is TOTAL|^columns has no [A-Z_]+_ID/);
          return;
        }
        expect(described.noKeyReason).toBe(null);
        for (const name of described.primaryKey)
          expect(described.columns.find((column) => column.name === name)).toMatchObject({
            nullable: false,
          });
        expect(new Set(rows.map((row) => keyOf(row, described))).size).toBe(rows.length);
      }),
      { numRuns: many(300, 12) },
    );
  });

  it("has the same key if more columns are requested, unless one of them is another name for the same id", () => {
    fc.assert(
      fc.property(drawnReports, drawnReports, (body, { columns = [] }) => {
        const described = describeRows(body);
        fc.pre(described.primaryKey !== null);
        const more = columns.filter(
          (name) => !/^(AD_ACCOUNT|ADVERTISER|AD|PIN_PROMOTION)_ID$/.test(name),
        );
        const wider = describeRows({ ...body, columns: [...(body.columns ?? []), ...more] });
        expect(wider.primaryKey).toEqual(described.primaryKey);
        const names = described.columns.map(({ name }) => name);
        expect(wider.columns.slice(0, names.length)).toEqual(described.columns);
      }),
      { numRuns: many(200, 50) },
    );
  });

  it("names the partition column, whose values begin with the day, unless rows have no day", async () => {
    await fc.assert(
      fc.asyncProperty(drawnReports, async (body) => {
        const { partitionColumn } = describeRows(body);
        expect(partitionColumn).toBe(body.granularity === "TOTAL" ? null : "DATE");
        if (partitionColumn === null) return;
        for (const row of (await read(body)).rows)
          expect(row[partitionColumn]).toMatch(/^2026-03-0[789]/);
      }),
      { numRuns: many(50, 20) },
    );
  });
});

const DAILY = {
  granularity: "DAY",
  columns: ["AD_ACCOUNT_ID", "CAMPAIGN_ID", "AD_GROUP_ID", "AD_ID", "PRODUCT_GROUP_ID"],
} as const;

describe("the primary key of a request's rows", () => {
  it.each([
    ["ADVERTISER", ["AD_ACCOUNT_ID", "DATE"]],
    ["CAMPAIGN", ["CAMPAIGN_ID", "DATE"]],
    ["AD_GROUP", ["AD_GROUP_ID", "DATE"]],
    ["PIN_PROMOTION", ["AD_ID", "DATE"]],
    ["PRODUCT_GROUP", ["PRODUCT_GROUP_ID", "DATE"]],
    ["KEYWORD", ["KEYWORD_ID", "DATE"]],
    ["PRODUCT_ITEM", ["AD_GROUP_ID", "PRODUCT_ITEM_ID", "DATE"]],
    ["ADVERTISER_TARGETING", ["AD_ACCOUNT_ID", "DATE", "TARGETING_TYPE", "TARGETING_VALUE"]],
    ["AD_GROUP_TARGETING", ["AD_GROUP_ID", "DATE", "TARGETING_TYPE", "TARGETING_VALUE"]],
    [
      "PRODUCT_ITEM_TARGETING",
      ["AD_GROUP_ID", "PRODUCT_ITEM_ID", "DATE", "TARGETING_TYPE", "TARGETING_VALUE"],
    ],
  ] as const)(
    "at level %s, consists of the entity's id and the columns that divide its rows: %j",
    (level, key) => {
      expect(describeRows({ ...DAILY, level }).primaryKey).toEqual(key);
      expect(describeRows({ ...DAILY, level, granularity: "HOUR" }).primaryKey).toEqual(key);
    },
  );

  it("uses the requested column if two columns have the same id", () => {
    expect(
      describeRows({ level: "PIN_PROMOTION", granularity: "DAY", columns: ["PIN_PROMOTION_ID"] })
        .primaryKey,
    ).toEqual(["PIN_PROMOTION_ID", "DATE"]);
    expect(
      describeRows({ level: "ADVERTISER", granularity: "DAY", columns: ["ADVERTISER_ID"] })
        .primaryKey,
    ).toEqual(["ADVERTISER_ID", "DATE"]);
    expect(
      describeRows({ level: "ADVERTISER", granularity: "DAY", columns: ["SPEND_IN_DOLLAR"] })
        .primaryKey,
    ).toEqual(["DATE"]);
  });

  it.each([
    [
      { ...DAILY, level: "CAMPAIGN", granularity: "TOTAL" },
      "granularity is TOTAL, so rows have no date",
    ],
    [{ ...DAILY, level: "CAMPAIGN", columns: ["SPEND_IN_DOLLAR"] }, "columns has no CAMPAIGN_ID"],
    [
      { ...DAILY, level: "PIN_PROMOTION", columns: ["CAMPAIGN_ID"] },
      "columns has no PIN_PROMOTION_ID or AD_ID",
    ],
    [{ granularity: "DAY", level: "PRODUCT_ITEM" }, "columns has no AD_GROUP_ID"],
    [DAILY, "level is missing"],
    [{ ...DAILY, level: "PIN" }, "it is not known what identifies a row of level PIN"],
  ])("is null for %j: %s", (body, reason) => {
    const described = describeRows(body as never);
    expect(described).toMatchObject({ primaryKey: null, noKeyReason: reason });
    expect(() => requireKey(described)).toThrow(`the rows have no primary key: ${reason}`);
    expect(() => requireKey(described, "campaign_days")).toThrow(
      /^campaign_days have no primary key/,
    );
  });

  it("passes requireKey, which returns the description unchanged", () => {
    const described = describeRows({ ...DAILY, level: "CAMPAIGN" });
    expect(requireKey(described)).toEqual(described);
  });

  it("is unknown for reports whose files were not examined, and each of their columns may be missing without zero fill", () => {
    const mmm = describeMmmReportRows({
      granularity: "DAY",
      level: "CAMPAIGN_TARGETING",
      columns: ["SPEND_IN_DOLLAR"],
    });
    const products = describeConversionProductReportRows({
      granularity: "TOTAL",
      level: "ADVERTISER",
      columns: ["CAMPAIGN_ID"],
    });
    for (const { primaryKey, noKeyReason, columns } of [mmm, products]) {
      expect(primaryKey).toBe(null);
      expect(noKeyReason).toMatch(/TOTAL|^the ids in the rows/);
      for (const { name, nullable } of columns) expect(nullable).toBe(name !== "SPEND_IN_DOLLAR");
    }
    expect(mmm.columns.map(({ name }) => name)).toEqual([
      "DATE",
      "TARGETING_TYPE",
      "TARGETING_VALUE",
      "SPEND_IN_DOLLAR",
    ]);
    expect(products.columns.map(({ name }) => name)).toEqual(["CAMPAIGN_ID"]);
  });
});

describe("a described column", () => {
  const columns = [
    "CAMPAIGN_ID",
    "SPEND_IN_DOLLAR",
    "SPEND_IN_MICRO_DOLLAR",
    "PAID_IMPRESSION",
    "CTR",
    "CAMPAIGN_STATUS",
  ] as const;
  const described = (body: object = {}) =>
    new Map(
      describeRows({ level: "CAMPAIGN", granularity: "DAY", columns, ...body }).columns.map(
        (column) => [column.name, column],
      ),
    );

  it("has its types, its unit and a description", () => {
    expect(
      [...described().values()].map(({ name, type, unit, value }) => [name, type, unit, value]),
    ).toEqual([
      ["DATE", "date", null, "text"],
      ["CAMPAIGN_ID", "text", null, "id"],
      ["SPEND_IN_DOLLAR", "decimal", "currency", "money"],
      ["SPEND_IN_MICRO_DOLLAR", "decimal", "micro-currency", "micro-money"],
      ["PAID_IMPRESSION", "integer", null, "count"],
      ["CTR", "double", null, "rate"],
      ["CAMPAIGN_STATUS", "text", null, "label"],
    ]);
    expect(described().get("PAID_IMPRESSION")).toEqual({
      name: "PAID_IMPRESSION",
      sqlName: "paid_impression",
      type: "integer",
      sqlTypes: { postgresql: "bigint", duckdb: "BIGINT" },
      parquetType: { type: "INT64" },
      nullable: false,
      value: "count",
      unit: null,
      description: "Paid impressions: a count. Can appear in files as 1000.0.",
    });
    expect(described().get("DATE")?.description).toMatch(/^Date: date in YYYY-MM-DD format/);
  });

  it("is text if it contains an hour, whose format Pinterest does not document", () => {
    expect(described({ granularity: "HOUR" }).get("DATE")).toMatchObject({
      type: "text",
      nullable: false,
    });
    for (const granularity of ["WEEK", "MONTH"])
      expect(described({ granularity }).get("DATE")).toMatchObject({ type: "date" });
  });

  it("is text of an unknown kind if this version does not know it, even if it is named like an inherited property", () => {
    for (const name of ["SPEND_IN_CLAMS", "constructor"])
      expect(described({ columns: [name] }).get(name)).toEqual({
        name,
        sqlName: name.toLowerCase(),
        type: "text",
        sqlTypes: { postgresql: "text", duckdb: "VARCHAR" },
        parquetType: { type: "BYTE_ARRAY", converted_type: "UTF8" },
        nullable: true,
        value: "unknown",
        unit: null,
        description: `${name}: not documented.`,
      });
  });
});

describe("a body that cannot be described", () => {
  it.each([null, undefined, "CAMPAIGN", 1])("is rejected: %j", (body) => {
    expect(() => describeRows(body as never)).toThrow(
      "the body must be an object, such as { level, granularity, columns }",
    );
  });

  it.each(["CTR", { 0: "CTR" }, ["CTR", 1]])("is rejected for its columns: %j", (columns) => {
    expect(() => describeRows({ columns } as never)).toThrow(
      expect.objectContaining({
        code: "invalid_argument",
        message: "the body's columns must be a list of column names",
      }),
    );
  });
});

import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { parquetMetadataAsync } from "hyparquet";
import { asyncBufferFromFile } from "hyparquet/src/node.js";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeParquet } from "../../../generated/files.js";
import { type Client, createClient, type ReportRequest } from "../../../generated/index.js";
import { createTable, describeRows, type RowsDescription } from "../../../generated/tables.js";
import { createFakeClock, createFakeServer, type FakeServer } from "../../../generated/testing.js";
import { drawnReports, TODAY } from "../../support/drawn-reports.js";
import { many } from "../../support/effort.js";
import { blocksOf } from "../../support/markdown.js";
import { NO_POSTGRES, type Postgres, postgres, SKIPPED } from "../../support/postgres.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

let server: FakeServer;
let client: Client;

beforeAll(async () => {
  server = await createFakeServer({
    polls: 0,
    clock: createFakeClock({ start: `${TODAY}T12:00:00Z` }),
  });
  client = createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
    clock: server.clock,
  });
});
afterAll(() => server.close());

type Row = Readonly<Record<string, unknown>>;

/** A report's rows as JSON contains them. */
async function rowsOf(body: ReportRequest): Promise<readonly Row[]> {
  const report = await client.report.run("549755885175", { ...body, report_format: "JSON" });
  return await report.toArray();
}

const numRuns = many(60, 15);

/** A row's values in column order, with decimals written as a database writes them. */
const valuesOf = (row: Row, { columns }: RowsDescription): readonly unknown[] =>
  columns.map(({ name, type }) => {
    const value = row[name] ?? null;
    return type === "decimal" && value !== null ? withScale(String(value)) : value;
  });

/** The decimal with exactly 18 decimal places. */
function withScale(decimal: string): string {
  const [whole = "", fraction = ""] = decimal.split(".");
  return `${whole}.${fraction.padEnd(18, "0")}`;
}

const sorted = (rows: readonly (readonly unknown[])[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted();

/** The path of a file in the folder, which is created. */
function pathIn(folder: URL, name: string): string {
  mkdirSync(folder, { recursive: true });
  return fileURLToPath(new URL(name, folder));
}

/** The guide's SQL for an average over days, and the days it covers. */
const AVERAGES =
  blocksOf(readFileSync(new URL("../../../docs/guide/tables.md", import.meta.url), "utf8")).find(
    ({ language }) => language === "sql",
  )?.text ?? "";
const DAYS = Array.from({ length: 7 }, (_, index) => `2026-03-0${index + 1}`);

/**
 * Compares the guide's averages over days with sums computed here. `query` runs SQL on a database
 * of this `dialect`.
 */
async function checkAverages(
  dialect: "duckdb" | "postgresql",
  query: (sql: string) => Promise<readonly Row[]>,
): Promise<void> {
  const description = describeRows({
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
  });
  const place = fc.record({
    // Includes days before and after the range.
    date: fc.constantFrom("2026-02-28", ...DAYS, "2026-03-08"),
    id: fc.constantFrom("626", "627", "628"),
    spend: fc.integer({ min: 1, max: 1_000 }),
  });
  const selector = ({ date, id }: { readonly date: string; readonly id: string }) => date + id;
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(place, { selector, minLength: 1 }), async (all) => {
      await query("DROP TABLE IF EXISTS campaign_days");
      await query(createTable(description, { dialect, table: "campaign_days" }));
      const values = all.map(({ date, id, spend }) => `('${date}', '${id}', ${spend})`);
      await query(`INSERT INTO campaign_days VALUES ${values.join()}`);
      const active = all.filter(({ date }) => DAYS.includes(date));
      const ids = [...new Set(active.map(({ id }) => id))].toSorted();
      const expected = ids.map((id) => {
        const spends = active.flatMap((row) => (row.id === id ? [row.spend] : []));
        return [id, spends.reduce((sum, spend) => sum + spend, 0) / DAYS.length];
      });
      const found = await query(AVERAGES);
      expect(found.map(({ campaign_id: id, spend_per_day: spend }) => [id, Number(spend)])).toEqual(
        expected.map(([id, spend]) => [id, expect.closeTo(Number(spend), 9)]),
      );
    }),
    { numRuns },
  );
}

describe("a Parquet file with the described columns", () => {
  it("has the described types, whatever its values", async () => {
    const path = pathIn(temporaryFolder(), "rows.parquet");
    await fc.assert(
      fc.asyncProperty(drawnReports, async (body) => {
        const { columns } = describeRows(body);
        await writeParquet(await rowsOf(body), path, { columns });
        const { schema } = await parquetMetadataAsync(await asyncBufferFromFile(path));
        const found = schema.slice(1).map(({ name, type, converted_type, ...element }) => ({
          name,
          type,
          ...(converted_type && { converted_type }),
          ...(converted_type === "DECIMAL" && {
            type_length: element.type_length,
            precision: element.precision,
            scale: element.scale,
          }),
        }));
        expect(found).toEqual(columns.map(({ name, parquetType }) => ({ name, ...parquetType })));
      }),
      { numRuns },
    );
  });
});

describe("the table of a description in DuckDB", () => {
  it("has the described types, and loads the report's rows once from a Parquet file", async () => {
    const path = pathIn(temporaryFolder(), "rows.parquet");
    const database = await (await DuckDBInstance.create(":memory:")).connect();
    const query = async (sql: string) =>
      (await database.runAndReadAll(sql)).getRowObjectsJson() as unknown as readonly Row[];
    await fc.assert(
      fc.asyncProperty(drawnReports, async (body) => {
        const described = describeRows(body);
        const rows = await rowsOf(body);
        await writeParquet(rows, path, { columns: described.columns });
        await database.run('DROP TABLE IF EXISTS "rows of a report"');
        await database.run(
          createTable(described, { dialect: "duckdb", table: "rows of a report", comments: true }),
        );
        const types = await query('DESCRIBE "rows of a report"');
        expect(
          types.map(({ column_name, column_type, null: nullable }) => [
            column_name,
            column_type,
            nullable,
          ]),
        ).toEqual(
          described.columns.map(({ name, sqlTypes, nullable }) => [
            name.toLowerCase(),
            sqlTypes.duckdb.replace(", ", ","),
            nullable ? "YES" : "NO",
          ]),
        );
        const comments = await query(
          "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = 'rows of a report'",
        );
        expect(comments).toEqual(
          described.columns.map(({ name, description }) => ({
            column_name: name.toLowerCase(),
            comment: description,
          })),
        );
        const insert = `INSERT INTO "rows of a report" SELECT * FROM read_parquet('${path}')`;
        await database.run(insert);
        const found = await query('SELECT * FROM "rows of a report"');
        const exact = found.map((row) =>
          described.columns.map(({ sqlName, type }) =>
            type === "integer" && row[sqlName] !== null ? Number(row[sqlName]) : row[sqlName],
          ),
        );
        expect(sorted(exact)).toEqual(sorted(rows.map((row) => valuesOf(row, described))));
        if (described.primaryKey !== null && rows.length > 0)
          await expect(database.run(insert)).rejects.toThrow(/Constraint Error/);
      }),
      { numRuns },
    );
    database.closeSync();
  });

  it("computes averages over all days with the guide's calendar", async () => {
    const database = await (await DuckDBInstance.create(":memory:")).connect();
    await checkAverages(
      "duckdb",
      async (sql) =>
        (await database.runAndReadAll(sql)).getRowObjectsJson() as unknown as readonly Row[],
    );
    database.closeSync();
  });
});

describe.skipIf(NO_POSTGRES !== null)(`the table of a description in PostgreSQL${SKIPPED}`, () => {
  let base: Postgres;
  let database: pg.Client;

  beforeAll(async () => {
    base = await postgres();
    database = new pg.Client(base.url);
    await database.connect();
    // Returns days and 64-bit integers as text, the way the server writes them.
    for (const type of [20, 1082])
      database.setTypeParser(type, (text: string) => (type === 20 ? Number(text) : text));
  });
  afterAll(async () => {
    await database.end();
    await base[Symbol.asyncDispose]();
  });

  it("has the described types, and loads the report's rows once", async () => {
    await fc.assert(
      fc.asyncProperty(drawnReports, async (body) => {
        const described = describeRows(body);
        const { columns } = described;
        const rows = await rowsOf(body);
        await database.query('DROP TABLE IF EXISTS "rows of a report"');
        await database.query(
          createTable(described, {
            dialect: "postgresql",
            table: "rows of a report",
            comments: true,
          }),
        );
        const types = await database.query({
          text: `SELECT attname, format_type(atttypid, atttypmod), NOT attnotnull, col_description(attrelid, attnum) FROM pg_attribute
            WHERE attrelid = '"rows of a report"'::regclass AND attnum > 0 ORDER BY attnum`,
          rowMode: "array",
        });
        expect(types.rows).toEqual(
          columns.map(({ name, sqlTypes, nullable, description }) => [
            name.toLowerCase(),
            sqlTypes.postgresql.replace(", ", ","),
            nullable,
            description,
          ]),
        );
        const insert = `INSERT INTO "rows of a report" SELECT * FROM json_populate_recordset(null::"rows of a report", $1)`;
        const json = JSON.stringify(
          rows.map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]),
            ),
          ),
        );
        await database.query(insert, [json]);
        const found = await database.query({
          text: 'SELECT * FROM "rows of a report"',
          rowMode: "array",
        });
        expect(sorted(found.rows)).toEqual(sorted(rows.map((row) => valuesOf(row, described))));
        if (described.primaryKey !== null && rows.length > 0)
          await expect(database.query(insert, [json])).rejects.toThrow(
            /duplicate key value violates unique constraint/,
          );
      }),
      { numRuns },
    );
  });

  it("computes averages over all days with the guide's calendar", async () => {
    await checkAverages("postgresql", async (sql) => (await database.query(sql)).rows);
  });
});

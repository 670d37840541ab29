import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { asyncBufferFromFile } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportColumns } from "../../../generated/data.js";
import { toCsv, writeCsv, writeParquet } from "../../../generated/files.js";
import { type Client, createClient, type ReportRequest } from "../../../generated/index.js";
import { reportFacts } from "../../../generated/report/facts.js";
import { createFakeClock } from "../../../generated/testing.js";
import { ReportData } from "../../../runtime/testing/report-data.js";
import { BODY, type Place, place } from "../../support/cli-fake-server.js";
import { drawnReports, TODAY } from "../../support/drawn-reports.js";
import { many } from "../../support/effort.js";
import { all } from "../../support/flow.js";
import { readParquet } from "../../support/parquet.js";

const ACCOUNT = "549755885175";
const ENTITIES = 3;

type Values = Readonly<Record<string, unknown>>;
/** A row's non-empty cells by column. */
type Cells = Readonly<Record<string, string>>;

let made: Place;
let client: Client;

beforeAll(async () => {
  const clock = createFakeClock({ start: `${TODAY}T12:00:00Z` });
  made = await place({ entities: ENTITIES, clock });
  client = createClient({ accessToken: made.server.accessToken, baseUrl: made.server.url, clock });
});
afterAll(() => made[Symbol.asyncDispose]());

/** What the command wrote to stdout, or to the file `out`. */
async function run(body: object, flags: readonly string[], out?: string): Promise<string> {
  const to = out === undefined ? [] : ["--out", out];
  const { exit, stdout, stderr } = await made.call(
    ["run", ...flags, "--today", TODAY, "--quiet", ...to],
    { stdin: JSON.stringify(body), clock: made.server.clock },
  );
  expect(exit, stderr).toBe(0);
  return out?.endsWith(".csv") ? readFile(join(made.folder, out), "utf8") : stdout;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

const cells = (row: Values): Cells =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      text(value) === "" ? [] : [[name, text(value)]],
    ),
  );

const sorted = (rows: readonly Values[]): readonly string[] =>
  rows.map((row) => JSON.stringify(Object.entries(cells(row)).toSorted())).toSorted();

const csvRows = (csv: string): readonly Cells[] =>
  parse(csv, { columns: true, relax_column_count: false });

/** The server's values, including zeros that JSON files omit. Computed without a file reader. */
function truth(body: ReportRequest): readonly Cells[] {
  const data = new ReportData({
    facts: reportFacts,
    account: ACCOUNT,
    body: body as unknown as Values,
    seed: 1,
  });
  const known: Readonly<Record<string, { readonly zero: boolean }>> = reportColumns;
  const textOf = (cell: unknown) =>
    text((Object(cell) as { readonly digits?: string }).digits ?? cell).replaceAll("\ue000", "");
  // Under a date, the server keys each row by its id and does not repeat the id in the row.
  const isKeyed = data.idColumn !== undefined && body.primary_sort === "BY_DATE";
  const isOmitted = (cell: unknown, entity: string) =>
    cell === 0 || (isKeyed && Object(cell).digits === entity);
  const isMissing = (name: string, cell: unknown, entity: string) =>
    isOmitted(cell, entity) && !(cell === 0 && known[name]?.zero === true);
  return Array.from({ length: Math.min(ENTITIES, data.maxEntities) }, (_, number) =>
    data
      .rows(number)
      // An object without properties is not a row, because it has none of the requested columns.
      .filter(({ entity, cells: values }) =>
        [...values.values()].some((cell) => !isOmitted(cell, entity)),
      )
      .map(({ entity, cells: values }) => ({
        ...Object.fromEntries(
          [...values]
            .filter(([name, cell]) => !isMissing(name, cell, entity))
            .map(([name, cell]) => [name, textOf(cell)]),
        ),
        ...(data.idColumn !== undefined && { [data.idColumn]: textOf(entity) }),
      })),
  ).flat();
}

async function parquetRows(name: string): Promise<readonly Values[]> {
  return readParquet(await asyncBufferFromFile(join(made.folder, name)));
}

describe("the output of a report", () => {
  it("has the same cells in every format: omitted zeros are filled in, and missing values stay empty", async () => {
    await writeFile(join(made.folder, "one.txt"), `${ACCOUNT}\n`);
    await fc.assert(
      fc.asyncProperty(drawnReports, async (drawn) => {
        const body = { ...drawn, report_format: "JSON" } as const;
        const expected = sorted(truth(body));
        const report = await client.report.run(ACCOUNT, body);

        await writeCsv(report.rows(), join(made.folder, "api.csv"));
        const csv = await readFile(join(made.folder, "api.csv"), "utf8");
        expect(sorted(csvRows(csv))).toEqual(expected);
        expect(await run(body, [ACCOUNT, "-", "--format", "csv"])).toBe(csv);

        const rows: object[] = [];
        for await (const item of client.report.runAll([{ adAccountId: ACCOUNT, body }])) {
          if (item.type === "row") rows.push(item.row);
          if (item.type === "failed") throw item.error;
        }
        const { columns } = report.rows();
        const options = { columns, otherColumns: "append" } as const;
        expect((await all(toCsv(rows, options))).join("")).toBe(csv);
        expect(sorted(await report.toArray())).toEqual(expected);

        await writeParquet(report.rows(), join(made.folder, "api.parquet"));
        expect(sorted(await parquetRows("api.parquet"))).toEqual(expected);
        await run(body, [ACCOUNT, "-"], "command.parquet");
        expect(sorted(await parquetRows("command.parquet"))).toEqual(expected);

        expect(sorted(JSON.parse(await run(body, [ACCOUNT, "-"])))).toEqual(expected);
        const manyRows = csvRows(
          await run(body, ["--accounts", "one.txt", "-", "--format", "csv"]),
        );
        expect(sorted(manyRows)).toEqual(
          sorted(truth(body).map((row) => ({ ...row, AD_ACCOUNT_ID: ACCOUNT }))),
        );
      }),
      { numRuns: many(150, 4) },
    );
  });

  it("has the same gaps in each format on request", async () => {
    const columns = ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "PAID_IMPRESSION", "CPC_IN_MICRO_DOLLAR"];
    const body = { ...BODY, columns, start_date: "2026-03-01", end_date: "2026-03-09" };
    const expected = sorted(
      truth(body as ReportRequest).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "0")),
      ),
    );
    expect(expected).not.toEqual(sorted(truth(body as ReportRequest)));
    const gaps = [ACCOUNT, "-", "--no-zero-fill"];
    expect(sorted(csvRows(await run(body, [...gaps, "--format", "csv"])))).toEqual(expected);
    expect(sorted(JSON.parse(await run(body, gaps)))).toEqual(expected);
    await run(body, gaps, "gaps.parquet");
    expect(sorted(await parquetRows("gaps.parquet"))).toEqual(expected);
    const report = await client.report.run(ACCOUNT, body as ReportRequest);
    expect(sorted(await report.toArray({ zeroFill: false }))).toEqual(expected);
    await writeFile(join(made.folder, "one.txt"), `${ACCOUNT}\n`);
    const several = JSON.parse(await run(body, ["--accounts", "one.txt", "-", "--no-zero-fill"]));
    expect(sorted(several.map(({ AD_ACCOUNT_ID: _, ...row }: Values) => row))).toEqual(expected);
  });

  it("has no zeros filled in for CSV with Pinterest's column names or for a handle whose columns are unknown", async () => {
    const body = { ...BODY, start_date: "2026-03-01", end_date: "2026-03-09" };
    const csv = { ...body, report_format: "CSV" };
    expect(await run(csv, [ACCOUNT, "-", "--format", "csv"])).toBe(
      await run(csv, [ACCOUNT, "-", "--format", "csv", "--no-zero-fill"]),
    );
    const handle = await client.report.create(ACCOUNT, body as ReportRequest);
    const { columns: _, ...old } = handle;
    await writeFile(join(made.folder, "old.json"), JSON.stringify(old));
    const resumed = await made.call(["run", "--resume", "old.json", "--quiet"], {
      clock: made.server.clock,
    });
    expect(resumed).toMatchObject({ exit: 0, stderr: "" });
    expect(JSON.parse(resumed.stdout)).toEqual(
      JSON.parse(await run(body, [ACCOUNT, "-", "--no-zero-fill"])),
    );
  });
});

describe("a journal", () => {
  it("reuses rows with gaps only in a run that requests gaps", async () => {
    const faults = [{ name: "refusal", on: "create", value: 403 }] as const;
    await using other = await place({ faults, entities: ENTITIES, clock: made.server.clock });
    await writeFile(join(other.folder, "two.txt"), `${ACCOUNT}\n549755885176\n`);
    const body = { ...BODY, start_date: "2026-03-01", end_date: "2026-03-09" };
    const call = (flags: readonly string[]) =>
      other.call(["run", "--accounts", "two.txt", "-", "--today", TODAY, ...flags], {
        stdin: JSON.stringify(body),
        clock: made.server.clock,
      });
    const journal = ["--journal", "night.journal", "--format", "csv"];
    expect(await call([...journal, "--no-zero-fill"])).toMatchObject({ exit: 3 });
    const filled = await call(journal);
    expect(filled.exit, filled.stderr).toBe(0);
    expect(filled.stdout).toBe((await call(["--format", "csv"])).stdout);
  });
});

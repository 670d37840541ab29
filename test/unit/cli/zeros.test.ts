import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { BODY, type Place, place } from "../../support/cli-fake-server.js";

const RUN = ["run", "549755885175", "-", "--since", "7d", "--today", "2026-04-02"];
const COLUMNS = [
  "CAMPAIGN_ID",
  "CAMPAIGN_STATUS",
  "SPEND_IN_DOLLAR",
  "PAID_IMPRESSION",
  "CTR",
  "CPC_IN_MICRO_DOLLAR",
];
const NUMBERS = ["SPEND_IN_DOLLAR", "PAID_IMPRESSION", "CTR"];

type Row = Readonly<Record<string, unknown>>;

async function run(made: Place, args: readonly string[], body: object = {}): Promise<string> {
  const { exit, stdout, stderr } = await made.call([...RUN, "--quiet", ...args], {
    stdin: JSON.stringify({ ...BODY, columns: COLUMNS, ...body }),
  });
  expect(stderr).toBe("");
  expect(exit).toBe(0);
  return stdout;
}

function fromCsv(text: string): Row[] {
  const [header = [], ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return lines.map((cells) =>
    Object.fromEntries(header.map((name, index) => [name, cells[index]])),
  );
}

const average = (rows: readonly Row[], column: string) => {
  const values = rows.flatMap((row) =>
    row[column] === undefined || row[column] === null || row[column] === ""
      ? []
      : [Number(row[column])],
  );
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

describe("zeros", () => {
  it("are in CSV and Parquet, so that an average over the file is right, and in JSON only on request", async () => {
    await using made = await place();
    const sent: readonly Row[] = JSON.parse(await run(made, []));
    const lacking = sent.filter((row) => NUMBERS.some((name) => row[name] === undefined));
    expect(lacking.length).toBeGreaterThan(0);
    expect(sent.some((row) => row.CPC_IN_MICRO_DOLLAR === undefined)).toBe(true);
    const filled = sent.map((row) => ({
      ...Object.fromEntries(NUMBERS.map((name) => [name, 0])),
      ...row,
    }));
    expect(JSON.parse(await run(made, ["--zero-fill"]))).toEqual(filled);
    const csv = fromCsv(await run(made, ["--format", "csv"]));
    const file = join(made.folder, "rows.parquet");
    await run(made, ["--out", file]);
    const parquet = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
    for (const rows of [csv, parquet]) {
      for (const name of NUMBERS) expect(average(rows, name)).toBeCloseTo(average(filled, name), 9);
      for (const name of NUMBERS)
        expect(rows.filter((row) => row[name] === null || row[name] === "")).toEqual([]);
      // Without a click, there is no cost per click.
      expect(average(rows, "CPC_IN_MICRO_DOLLAR")).toBeCloseTo(
        average(sent, "CPC_IN_MICRO_DOLLAR"),
        6,
      );
    }
    const bare = fromCsv(await run(made, ["--format", "csv", "--no-zero-fill"]));
    expect(bare.filter((row) => NUMBERS.some((name) => row[name] === ""))).toHaveLength(
      lacking.length,
    );
  });

  it("are in one file for many accounts, and in a column that no row of an account has", async () => {
    await using made = await place();
    await writeFile(join(made.folder, "ids.txt"), "549755885175\n549755885176\n");
    const args = [
      "run",
      "--accounts",
      "ids.txt",
      "-",
      "--since",
      "7d",
      "--today",
      "2026-04-02",
      "--quiet",
      "--format",
      "csv",
    ];
    const { exit, stdout } = await made.call(args, {
      stdin: JSON.stringify({ ...BODY, columns: COLUMNS }),
    });
    expect(exit).toBe(0);
    const rows = fromCsv(stdout);
    expect(new Set(rows.map((row) => row.RUN_ACCOUNT_ID)).size).toBe(2);
    expect(rows.filter((row) => NUMBERS.some((name) => row[name] === ""))).toEqual([]);
    expect(rows.some((row) => row.PAID_IMPRESSION === "0")).toBe(true);
  });

  it("are left to a CSV report, which has them, and to a handle whose columns are not known", async () => {
    await using made = await place();
    const refused = await made.call([...RUN, "--zero-fill"], {
      stdin: JSON.stringify({ ...BODY, report_format: "CSV" }),
    });
    expect(refused).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("--zero-fill is for JSON reports"),
    });
    expect(made.server.requests).toEqual([]);
    expect(await run(made, ["--format", "csv"], { report_format: "CSV" })).toBe(
      await run(made, ["--format", "csv", "--no-zero-fill"], { report_format: "CSV" }),
    );
    const handle = {
      version: 1,
      flow: "report",
      adAccountId: "549755885175",
      token: "t",
      createdAt: "2026-04-02T00:00:00Z",
      format: "JSON",
    };
    await writeFile(join(made.folder, "old.json"), JSON.stringify(handle));
    const old = await made.call(["run", "--resume", "old.json", "--zero-fill"]);
    expect(old).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("needs the columns of the report, and old.json has none"),
    });
  });
});

import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { main } from "../../../cli/main.js";
import { writeParquet } from "../../../generated/files.js";
import { createClient, type ReportRequest } from "../../../generated/index.js";
import { createFakeServer } from "../../../generated/testing.js";
import { runs } from "../../support/effort.js";
import { testIo } from "../../support/in-process.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const ACCOUNT = "549755885175";
const BODY = {
  start_date: "2026-06-01",
  end_date: "2026-06-02",
  level: "CAMPAIGN",
  granularity: "DAY",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CPC_IN_MICRO_DOLLAR", "CTR"],
} as const satisfies ReportRequest;

/** Amounts as files may contain them, using every digit of a decimal column. */
const amounts = fc
  .tuple(
    fc.boolean(),
    fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }),
    fc.stringMatching(/^\d{0,18}$/),
  )
  .map(([isNegative, whole, fraction]) => {
    const text = fraction === "" ? String(whole) : `${whole}.${fraction}`;
    return isNegative ? `-${text}` : text;
  });

/** An amount as an integer in units of its 18th decimal place. */
function units(amount: string): bigint {
  const [whole = "", fraction = ""] = amount.split(".");
  return BigInt(whole + fraction.padEnd(18, "0"));
}

const fileOf = (spent: readonly string[]): string =>
  `{"626700000001":[${spent.map((amount, at) => `{"CAMPAIGN_ID":${626_700_000_001 + at},"DATE":"2026-06-01","SPEND_IN_DOLLAR":${amount},"CTR":0.1}`)}]}`;

describe("money", () => {
  it("keeps every digit in Parquet, whether the client or the command writes the file", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(amounts, { minLength: 1, maxLength: 8 }), async (spent) => {
        const value = fileOf(spent);
        await using server = await createFakeServer({
          accounts: 1,
          polls: 0,
          faults: [{ name: "other-file", value, times: 3 }],
        });
        const { url: baseUrl, accessToken, clock } = server;
        const client = createClient({ accessToken, baseUrl, clock, fetch: server.fetch });
        const folder = temporaryFolder();
        const report = await client.report.run(ACCOUNT, BODY);
        await writeParquet(report.rows(), new URL("api.parquet", folder));
        const io = testIo({
          env: { PINTEREST_ACCESS_TOKEN: accessToken, PINTEREST_API_BASE_URL: baseUrl },
          cwd: fileURLToPath(folder),
          clock,
          stdin: JSON.stringify(BODY),
        });
        const run = ["run", ACCOUNT, "-", "--quiet", "--out"];
        expect(await main([...run, "command.parquet"], io)).toBe(0);
        const files = fileURLToPath(new URL("*.parquet", folder));
        const instance = await DuckDBInstance.create(":memory:");
        const connection = await instance.connect();
        const result = await connection.runAndReadAll(
          `SELECT SPEND_IN_DOLLAR::VARCHAR, CPC_IN_MICRO_DOLLAR FROM '${files}' ORDER BY CAMPAIGN_ID`,
        );
        const rows = result.getRows();
        connection.closeSync();
        instance.closeSync();
        expect(rows.map(([spend]) => units(String(spend)))).toEqual(
          spent.flatMap((amount) => [units(amount), units(amount)]),
        );
        // A cost per click is empty if there were no clicks.
        expect(rows.every(([, cpc]) => cpc === null)).toBe(true);
        expect(await report.rows({ exact: ["SPEND_IN_DOLLAR"] }).toArray()).toMatchObject(
          spent.map((amount) => ({
            CTR: 0.1,
            SPEND_IN_DOLLAR: expect.toSatisfy(hasUnits(amount)),
          })),
        );
      }),
      { numRuns: runs(40) },
    );
  });
});

const hasUnits =
  (amount: string) =>
  (text: unknown): boolean =>
    typeof text === "string" && units(text) === units(amount);

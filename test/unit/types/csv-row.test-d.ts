import { createClient, type ReportFormat, type ReportRequest } from "pinterest-reports";
import { expectTypeOf, test } from "vitest";

const client = createClient({ accessToken: "token" });
const asked = {
  start_date: "2026-03-01",
  end_date: "2026-03-02",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["SPEND_IN_DOLLAR"],
} as const;

test("a row of a CSV file does not guarantee column names, because its header has display names", async () => {
  for await (const row of (
    await client.report.run("1", { ...asked, report_format: "CSV" })
  ).rows()) {
    expectTypeOf(row).toEqualTypeOf<Readonly<Record<string, string | number | undefined>>>();
  }
});

test("a row of a JSON file is typed, whether or not the format is given", async () => {
  for await (const row of (
    await client.report.run("1", { ...asked, report_format: "JSON" })
  ).rows()) {
    expectTypeOf(row.SPEND_IN_DOLLAR).toEqualTypeOf<number>();
  }
  for await (const row of (await client.report.run("1", asked)).rows()) {
    expectTypeOf(row.SPEND_IN_DOLLAR).toEqualTypeOf<number>();
  }
});

test("an unknown format gives a row of either format", async () => {
  const report_format = "CSV" as ReportFormat;
  for await (const row of (await client.report.run("1", { ...asked, report_format })).rows()) {
    expectTypeOf(row.SPEND_IN_DOLLAR).toEqualTypeOf<string | number | undefined>();
  }
  const wide = { ...asked } as ReportRequest;
  for await (const row of (await client.report.run("1", wide)).rows()) {
    expectTypeOf(row.CTR).toEqualTypeOf<string | number | undefined>();
  }
});

import { describe, expectTypeOf, test } from "vitest";
import { reportFiles } from "../../../generated/files.js";
import type { Client, FinishedReport } from "../../../generated/index.js";
import { createReportClient, type JsonReport, type JsonReportClient } from "../../../generated/report-client.js";
import { runAllReports } from "../../../generated/run-all.js";

declare const client: JsonReportClient;
declare const whole: Client;

const body = { start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY", level: "CAMPAIGN" } as const;

describe("a client of one report", () => {
  test("has the rows of the requested columns, which zeroFill makes numbers", async () => {
    const report = await client.run("1", { ...body, columns: ["CAMPAIGN_ID", "CLICKTHROUGH_1"] });
    const [row] = await report.toArray();
    expectTypeOf(row?.CAMPAIGN_ID).toEqualTypeOf<string | undefined>();
    expectTypeOf(row?.CLICKTHROUGH_1).toEqualTypeOf<number | undefined>();
    for await (const filled of report.rows({ zeroFill: true })) expectTypeOf(filled.CLICKTHROUGH_1).toEqualTypeOf<number>();
    // @ts-expect-error: not requested
    void row?.CTR;
    // @ts-expect-error: it saves nothing to disk
    void report.download;
  });

  test("checks a literal body as the whole client does", () => {
    // @ts-expect-error: there is no such level
    void client.run("1", { ...body, level: "CAMPAING", columns: ["CTR"] });
    // @ts-expect-error: there is no such field
    void client.create("1", { ...body, columns: ["CTR"], column: [] });
    // @ts-expect-error: a token is needed
    void (() => createReportClient({}));
    // @ts-expect-error: many reports need the whole client
    void client.runAll;
  });

  test("runs many reports with the rows of each body, by a function that takes it", async () => {
    const requests = [{ adAccountId: "1", body: { ...body, columns: ["CAMPAIGN_ID", "CLICKTHROUGH_1"] }, team: "x" }] as const;
    for await (const item of runAllReports(client, requests, { zeroFill: true })) {
      expectTypeOf(item.request.team).toEqualTypeOf<"x">();
      if (item.type === "row") expectTypeOf(item.row.CLICKTHROUGH_1).toEqualTypeOf<number>();
      // @ts-expect-error: not requested
      if (item.type === "row") void item.row.CTR;
    }
    // @ts-expect-error: there is no such level
    void runAllReports(client, [{ adAccountId: "1", body: { ...body, level: "CAMPAING", columns: ["CTR"] } }]);
    // @ts-expect-error: a client is needed
    void runAllReports([{ adAccountId: "1", body: { ...body, columns: ["CTR"] } }]);
  });

  test("has the files of createClient, but its runAll, by a function that takes it", async () => {
    const files = reportFiles(client);
    expectTypeOf<Pick<Client["report"], keyof typeof files>>().toEqualTypeOf(files);
    expectTypeOf<Exclude<keyof Client["report"], keyof typeof files>>().toEqualTypeOf<"runAll" | "sync">();
    const report = await files.run("1", { ...body, columns: ["CAMPAIGN_ID", "CLICKTHROUGH_1"], report_format: "CSV" });
    for await (const { row } of report.entries()) expectTypeOf(row.CLICKTHROUGH_1).toEqualTypeOf<string | number | undefined>();
    expectTypeOf(report.download).returns.resolves.toEqualTypeOf<number>();
    void reportFiles(whole);
    // @ts-expect-error: there is no such level
    void files.run("1", { ...body, level: "CAMPAING", columns: ["CTR"] });
    // @ts-expect-error: a client is needed
    void reportFiles("token");
  });

  test("may be replaced by the whole client's", () => {
    const replaced: Pick<JsonReportClient, "run" | "create" | "poll"> = whole.report;
    const report: JsonReport<{ A: 1 }, { A: 2 }> = {} as FinishedReport<{ A: 1 }, { A: 2 }>;
    expectTypeOf(replaced.poll).toEqualTypeOf(whole.report.poll);
    void report;
  });
});

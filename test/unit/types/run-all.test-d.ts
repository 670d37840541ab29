import { describe, expectTypeOf, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { planReport } from "../../../generated/planner.js";

const client = createClient({ accessToken: "t" });
const body = {
  start_date: "2026-03-01",
  end_date: "2026-03-07",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CLICKTHROUGH_1"],
} as const;

describe("runAll", () => {
  it("gives rows with the columns that were asked for, and the request as it was given", async () => {
    const requests = [{ adAccountId: "1", body, mine: 5 }];
    for await (const item of client.report.runAll(requests)) {
      expectTypeOf(item.request.mine).toEqualTypeOf<number>();
      if (item.type !== "row") continue;
      expectTypeOf(item.row.CLICKTHROUGH_1).toEqualTypeOf<number | undefined>();
      // @ts-expect-error: it was not asked for
      item.row.SPEND_IN_DOLLAR;
    }
  });

  it("has numbers where zeroFill fills them", async () => {
    const requests = [{ adAccountId: "1", body: { ...body, columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CPC_IN_MICRO_DOLLAR"] } }] as const;
    for await (const item of client.report.runAll(requests, { zeroFill: true, onProgress: ({ request }) => request.adAccountId })) {
      if (item.type !== "row") continue;
      expectTypeOf(item.row.SPEND_IN_DOLLAR).toEqualTypeOf<number>();
      expectTypeOf(item.row.CPC_IN_MICRO_DOLLAR).toEqualTypeOf<number | undefined>();
    }
    for await (const item of client.report.runAll(requests, { ordered: true, zeroFill: false })) {
      if (item.type === "row") expectTypeOf(item.row.SPEND_IN_DOLLAR).toEqualTypeOf<number | undefined>();
    }
  });

  it("takes a planner's requests, for any number of accounts, as they come", () => {
    async function* requests() {
      for (const adAccountId of ["1", "2"]) for (const planned of planReport(body).requests) yield { adAccountId, body: planned };
    }
    expectTypeOf(client.report.runAll(requests(), { ordered: true, journal: "run.ndjson" })).toHaveProperty("next");
  });

  it("refuses a body with a field or a column that is none", () => {
    // @ts-expect-error: there is no such column
    client.report.runAll([{ adAccountId: "1", body: { ...body, columns: ["CLICKS_OF_NOBODY"] } }]);
    // @ts-expect-error: an account is a text
    client.report.runAll([{ adAccountId: 1, body }]);
  });
});

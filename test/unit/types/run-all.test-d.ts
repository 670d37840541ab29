import { describe, expectTypeOf, it } from "vitest";
import {
  createClient,
  type ReportRequest,
  type ReportTask,
  type StrictReportRequest,
  type TaskIterable,
} from "../../../generated/index.js";
import { planAdAnalytics, planReport } from "../../../generated/planner.js";

const client = createClient({ accessToken: "t" });
const body = {
  start_date: "2026-03-01",
  end_date: "2026-03-07",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CLICKTHROUGH_1"],
} as const;

describe("runAll", () => {
  it("yields rows with the requested columns, and the request as it was given", async () => {
    const requests = [{ adAccountId: "1", body, mine: 5 }];
    for await (const item of client.report.runAll(requests)) {
      expectTypeOf(item.request.mine).toEqualTypeOf<number>();
      if (item.type !== "row") continue;
      expectTypeOf(item.row.CLICKTHROUGH_1).toEqualTypeOf<number>();
      // @ts-expect-error: the column was not requested
      item.row.SPEND_IN_DOLLAR;
    }
  });

  it("has numbers if zeros are filled, which is the default", async () => {
    const requests = [
      {
        adAccountId: "1",
        body: { ...body, columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CPC_IN_MICRO_DOLLAR"] },
      },
    ] as const;
    for await (const item of client.report.runAll(requests, {
      onProgress: ({ request }) => request.adAccountId,
    })) {
      if (item.type !== "row") continue;
      expectTypeOf(item.row.SPEND_IN_DOLLAR).toEqualTypeOf<number>();
      expectTypeOf(item.row.CPC_IN_MICRO_DOLLAR).toEqualTypeOf<number | undefined>();
    }
    for await (const item of client.report.runAll(requests, { ordered: true, zeroFill: false })) {
      if (item.type === "row")
        expectTypeOf(item.row.SPEND_IN_DOLLAR).toEqualTypeOf<number | undefined>();
    }
  });

  it("accepts a planner's requests as they are, for any number of accounts", () => {
    async function* requests() {
      for (const adAccountId of ["1", "2"])
        for (const planned of planReport(body).requests) yield { adAccountId, body: planned };
    }
    expectTypeOf(
      client.report.runAll(requests(), { ordered: true, journal: "run.ndjson" }),
    ).toHaveProperty("next");
  });

  it("gives a planner's rows the columns of the body, with any day", async () => {
    const { requests } = planReport({ ...body, start_date: "2024-01-01" });
    expectTypeOf(requests[0]?.start_date).toEqualTypeOf<string | undefined>();
    expectTypeOf(requests[0]?.level).toEqualTypeOf<"CAMPAIGN" | undefined>();
    for await (const item of client.report.runAll(
      requests.map((planned) => ({ adAccountId: "1", body: planned })),
    )) {
      if (item.type !== "row") continue;
      expectTypeOf(item.row.CLICKTHROUGH_1).toEqualTypeOf<number>();
      expectTypeOf(item.row.DATE).toEqualTypeOf<string>();
      // @ts-expect-error: the column was not requested
      item.row.SPEND_IN_DOLLAR;
    }
  });

  it("gives a planner's rows the columns of every request, because columns are not divided", async () => {
    const { requests } = planReport({
      ...body,
      start_date: "2024-01-01",
      columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
    });
    const tasks = requests.map((planned) => ({ adAccountId: "1", body: planned }));
    for await (const item of client.report.runAll(tasks)) {
      if (item.type !== "row") continue;
      expectTypeOf(item.row.CAMPAIGN_ID).toEqualTypeOf<string>();
      expectTypeOf(item.row.SPEND_IN_DOLLAR).toEqualTypeOf<number>();
    }
  });

  it("does not guarantee a column that a plan may drop", () => {
    const dropped = planReport({ ...body, level: "PRODUCT_ITEM", columns: ["AD_ID", "CTR"] });
    expectTypeOf(dropped.requests[0]?.columns).toEqualTypeOf<
      readonly ("AD_ID" | "CTR")[] | undefined
    >();
    const kept = planReport({ ...body, level: "PIN_PROMOTION", columns: ["AD_ID", "CTR"] });
    expectTypeOf(kept.requests[0]?.columns).toEqualTypeOf<readonly ["AD_ID", "CTR"] | undefined>();
    const allowed = planReport({
      ...body,
      level: "PRODUCT_ITEM",
      columns: ["SPEND_IN_DOLLAR", "CTR"],
    });
    expectTypeOf(allowed.requests[0]?.columns).toEqualTypeOf<
      readonly ["SPEND_IN_DOLLAR", "CTR"] | undefined
    >();
    const unknown = planReport({
      ...body,
      level: "PRODUCT_ITEM" as NonNullable<ReportRequest["level"]>,
      columns: ["AD_ID", "CTR"],
    });
    expectTypeOf(unknown.requests[0]?.columns).toEqualTypeOf<
      readonly ("AD_ID" | "CTR")[] | undefined
    >();
  });

  it("rejects a literal body with an unknown column for a plan", () => {
    // @ts-expect-error: there is no such column
    planReport({ ...body, columns: ["CAMPAIGN_ID", "CLICKS_OF_NOBODY"] });
    const analytics = {
      start_date: "2026-03-01",
      end_date: "2026-03-07",
      granularity: "DAY",
      ad_account_id: "1",
      ad_ids: ["1"],
    } as const;
    // @ts-expect-error: the same for a synchronous call
    planAdAnalytics({ ...analytics, columns: ["CLICKS_OF_NOBODY"] });
    // Strings of a wide type are checked when the plan is made.
    expectTypeOf(
      planReport({ ...body, columns: ["CLICKS_OF_NOBODY" as string] }).requests,
    ).toEqualTypeOf<readonly ReportRequest[]>();
  });

  it("plans any body, even of an unknown type", () => {
    expectTypeOf(planReport(JSON.parse("{}")).requests).toEqualTypeOf<readonly ReportRequest[]>();
    expectTypeOf(planReport({} as unknown).requests).toEqualTypeOf<readonly ReportRequest[]>();
    expectTypeOf(planReport({} as ReportRequest).requests[0]).toExtend<ReportRequest | undefined>();
  });

  it("accepts requests with any body, and a list or iterable of different bodies, each with its own rows", async () => {
    const all = (requests: TaskIterable<ReportTask<ReportRequest>>) =>
      client.report.runAll(requests);
    expectTypeOf(all).toBeFunction();
    expectTypeOf(client.report.runAll(JSON.parse("[]"))).toHaveProperty("next");
    const campaigns = { adAccountId: "1", body } as const;
    const ads = {
      adAccountId: "1",
      body: { ...body, level: "PIN_PROMOTION", columns: ["AD_ID"] },
    } as const;
    for await (const item of client.report.runAll(new Set([campaigns, ads]))) {
      if (item.type !== "row") continue;
      if ("AD_ID" in item.row) expectTypeOf(item.row.AD_ID).toEqualTypeOf<string>();
    }
    client.report.runAll(
      // @ts-expect-error: one of the bodies has an hour without HOUR
      new Set([campaigns, { adAccountId: "1", body: { ...ads.body, start_hour: 3 } as const }]),
    );
    // @ts-expect-error: the type of the body is unknown
    client.report.runAll(new Set([{ adAccountId: "1", body: {} as unknown }]));
    // @ts-expect-error: an account id is a string
    client.report.runAll([1].map((adAccountId) => ({ adAccountId, body })));
  });

  it("reports only one compile error for an invalid body, and none for its rows", async () => {
    const requests = ["1"].map((adAccountId) => ({
      adAccountId,
      body: { ...body, columns: ["X"] } as const,
    }));
    // @ts-expect-error: there is no such column
    const items = client.report.runAll(requests);
    for await (const item of items)
      if (item.type === "row") expectTypeOf(item.row.CLICKTHROUGH_1).not.toBeNever();
  });

  it("returns failures as errors", async () => {
    for await (const item of client.report.runAll([{ adAccountId: "1", body }]))
      if (item.type === "failed") expectTypeOf(item.error.message).toEqualTypeOf<string>();
  });

  it("rejects a literal body that violates a rule, in any request of a list", () => {
    // @ts-expect-error: an hour requires HOUR
    client.report.runAll([{ adAccountId: "1", body: { ...body, start_hour: 3 } }]);
    const hourly = { ...body, granularity: "HOUR" } as const;
    client.report.runAll([
      { adAccountId: "1", body: hourly },
      {
        adAccountId: "2",
        body: {
          start_date: "2026-03-01",
          end_date: "2026-03-02",
          granularity: "DAY",
          // @ts-expect-error: the second request is invalid
          start_hour: 3,
        },
      },
    ]);
    client.report.runAll(
      // @ts-expect-error: the same in an iterable
      new Set([{ adAccountId: "1", body: { ...body, start_hour: 3 } as const }]),
    );
    client.report.runAll(
      ["1", "2"].map((adAccountId) => ({ adAccountId, body })),
      {
        // The type of any request, which says nothing about the requests in the list.
        onProgress: ({ request }: { readonly request: { readonly adAccountId: string } }) =>
          request.adAccountId,
      },
    );
  });

  it("rejects a body with an unknown field or column", () => {
    // @ts-expect-error: there is no such column
    client.report.runAll([{ adAccountId: "1", body: { ...body, columns: ["CLICKS_OF_NOBODY"] } }]);
    // @ts-expect-error: an account id is a string
    client.report.runAll([{ adAccountId: 1, body }]);
  });

  it("rejects a request that has all fields of another one and an unknown or invalid field", () => {
    // @ts-expect-error: there is no such field
    client.report.runAll([
      { adAccountId: "1", body: { ...body } },
      { adAccountId: "2", body: { ...body, campain_ids: ["1"] } },
    ]);
    // @ts-expect-error: an hour requires HOUR
    client.report.runAll([
      { adAccountId: "1", body: { ...body } },
      { adAccountId: "2", body: { ...body, start_hour: 3 } },
    ]);
  });

  it("rejects different bodies if one of them is invalid", () => {
    const item = { ...body, level: "PRODUCT_ITEM", columns: ["AD_ID"] } as const;
    const misspelt = { ...body, campain_ids: ["1"] } as const;
    const longer = { ...body, campaign_ids: ["1"] } as const;
    const narrow = Date.now() > 0;
    // @ts-expect-error: a product item is not an ad
    client.report.runAll([{ adAccountId: "1", body: narrow ? body : item }]);
    client.report.runAll(
      // @ts-expect-error: a product item is not an ad
      [body, item].flatMap((each) => ["1"].map((adAccountId) => ({ adAccountId, body: each }))),
    );
    // @ts-expect-error: there is no such field
    void client.report.run("1", narrow ? longer : misspelt);
    void client.report.run("1", narrow ? body : longer);
    void client.report.run("1", {} as StrictReportRequest);
  });

  it("gives each request in a literal list the type of its own rows", async () => {
    const ads = { ...body, level: "PIN_PROMOTION", columns: ["AD_ID"] } as const;
    const longer = { ...body, campaign_ids: ["1"] } as const;
    for await (const item of client.report.runAll([
      { adAccountId: "1", body },
      { adAccountId: "1", body: ads },
      { adAccountId: "2", body: longer },
    ])) {
      expectTypeOf(item.request.adAccountId).toEqualTypeOf<"1" | "2">();
      if (item.type !== "row") continue;
      if ("AD_ID" in item.row) expectTypeOf(item.row.AD_ID).toEqualTypeOf<string>();
      else expectTypeOf(item.row.CLICKTHROUGH_1).toEqualTypeOf<number | undefined>();
    }
  });
});

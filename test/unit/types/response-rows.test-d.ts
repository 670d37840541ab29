import { describe, expectTypeOf, it } from "vitest";
import type {
  AdAccountAnalyticsRow,
  AdAnalyticsRow,
  CampaignAnalyticsRequest,
  CampaignAnalyticsResponse,
  CampaignAnalyticsRow,
  Client,
  OperationClient,
  ReportingColumnSyncInput,
} from "../../../generated/index.js";
import { adAnalytics } from "../../../generated/operations/ad-analytics/call.js";
import { campaignAnalytics } from "../../../generated/operations/campaign-analytics/call.js";
import { type Connection, operationClient } from "../../../runtime/support-client.js";

declare const client: Client;
declare const connection: Connection;

const days = { ad_account_id: "1", start_date: "2026-03-01", end_date: "2026-03-07" } as const;
const campaigns = { ...days, campaign_ids: ["1"] } as const;

describe("a row of a synchronous response", () => {
  it("has the requested columns, its ids, and the date", async () => {
    const [row] = await client.campaignAnalytics({
      ...campaigns,
      granularity: "DAY",
      columns: ["SPEND_IN_DOLLAR", "CAMPAIGN_NAME"],
    });
    expectTypeOf(row).toEqualTypeOf<
      | {
          readonly CAMPAIGN_ID?: string;
          readonly DATE?: string;
          readonly SPEND_IN_DOLLAR?: number;
          readonly CAMPAIGN_NAME?: string;
        }
      | undefined
    >();
  });

  it("does not have other columns", async () => {
    const [row] = await client.campaignAnalytics({
      ...campaigns,
      granularity: "DAY",
      columns: ["CTR"],
    });
    // @ts-expect-error the column was not requested
    row?.SPEND_IN_DOLLAR;
    // @ts-expect-error rows are read-only
    if (row) row.CTR = 1;
  });

  it("has no date in a total, and an optional one if that is unknown", async () => {
    const total = await client.campaignAnalytics({
      ...campaigns,
      granularity: "TOTAL",
      columns: ["CTR"],
    });
    expectTypeOf(total).toEqualTypeOf<
      readonly { readonly CAMPAIGN_ID?: string; readonly CTR?: number }[]
    >();
    const granularity = "DAY" as "DAY" | "TOTAL";
    const wide = await client.campaignAnalytics({ ...campaigns, granularity, columns: ["CTR"] });
    expectTypeOf(wide).toEqualTypeOf<
      readonly { readonly CAMPAIGN_ID?: string; readonly DATE?: string; readonly CTR?: number }[]
    >();
  });

  it("keeps its guaranteed columns, even if they were requested", async () => {
    const [row] = await client.adAccountAnalytics({
      ...days,
      granularity: "TOTAL",
      columns: ["AD_ACCOUNT_ID", "CTR"],
    });
    expectTypeOf(row).toEqualTypeOf<
      { readonly AD_ACCOUNT_ID: string; readonly CTR?: number } | undefined
    >();
    expectTypeOf<AdAccountAnalyticsRow["AD_ACCOUNT_ID"]>().toEqualTypeOf<string>();
  });

  it("may have any column if the requested ones are unknown", async () => {
    const columns: ReportingColumnSyncInput[] = [];
    const [row] = await client.campaignAnalytics({ ...campaigns, granularity: "DAY", columns });
    expectTypeOf(row).toEqualTypeOf<CampaignAnalyticsRow | undefined>();
    expectTypeOf<CampaignAnalyticsRow["CTR"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<keyof CampaignAnalyticsRow>().toEqualTypeOf<ReportingColumnSyncInput | "DATE">();
  });

  it("fits the rows of the response type", () => {
    expectTypeOf<readonly CampaignAnalyticsRow[]>().toExtend<CampaignAnalyticsResponse>();
    expectTypeOf(client.campaignAnalytics).toExtend<
      OperationClient<CampaignAnalyticsRequest, CampaignAnalyticsResponse>
    >();
  });
});

describe("a call that is imported separately", () => {
  it("has the same types of rows, and checks the same rules", async () => {
    const asked = { ...days, granularity: "DAY", columns: ["SPEND_IN_DOLLAR"] } as const;
    const rows = await operationClient(
      connection,
      campaignAnalytics,
    )({ ...asked, campaign_ids: ["1"] });
    expectTypeOf(rows).toEqualTypeOf<readonly CampaignAnalyticsRow<typeof asked>[]>();
    // @ts-expect-error the call requires ad_ids, or campaign_ids and pin_ids
    void operationClient(connection, adAnalytics)(asked);
    const ads = await operationClient(connection, adAnalytics)({ ...asked, ad_ids: ["1"] });
    expectTypeOf(ads).toEqualTypeOf<readonly AdAnalyticsRow<typeof asked>[]>();
  });
});

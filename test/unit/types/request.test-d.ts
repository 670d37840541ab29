import { describe, expectTypeOf, it } from "vitest";
import type {
  ReportColumn,
  ReportGranularity,
  ReportLevel,
  ReportRequest,
} from "../../../generated/index.js";
import type { components, paths } from "../../../generated/schema.js";

declare function take(body: ReportRequest): void;

type FromSchema = components["schemas"]["AdsAnalyticsCreateAsyncRequest"];

const minimal = {
  start_date: "2026-03-01",
  end_date: "2026-03-07",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
} as const;

describe("ReportRequest and the type of openapi-typescript for the same schema", () => {
  it("accept each other's values", () => {
    expectTypeOf<ReportRequest>().toExtend<FromSchema>();
    expectTypeOf<FromSchema>().toExtend<ReportRequest>();
  });

  it("have the same fields, required and optional", () => {
    expectTypeOf<keyof ReportRequest>().toEqualTypeOf<keyof FromSchema>();
    expectTypeOf<OptionalKeys<ReportRequest>>().toEqualTypeOf<OptionalKeys<FromSchema>>();
  });

  it("have the same type for each field", () => {
    expectTypeOf<Different<ReportRequest, FromSchema>>().toEqualTypeOf<never>();
  });

  it("are the body of the call", () => {
    type Body =
      paths["/ad_accounts/{ad_account_id}/reports"]["post"]["requestBody"]["content"]["application/json"];
    expectTypeOf<Body>().toEqualTypeOf<FromSchema>();
  });
});

describe("a request", () => {
  it("requires only its days and their granularity", () => {
    expectTypeOf<Exclude<keyof ReportRequest, OptionalKeys<ReportRequest>>>().toEqualTypeOf<
      "start_date" | "end_date" | "granularity"
    >();
    expectTypeOf(minimal).toExtend<ReportRequest>();
    // @ts-expect-error a range needs an end
    take({ start_date: "2026-03-01", granularity: "DAY", level: "CAMPAIGN", columns: [] });
  });

  it("may omit what has a default", () => {
    type Defaulted =
      | "click_window_days"
      | "engagement_window_days"
      | "view_window_days"
      | "conversion_report_time"
      | "primary_sort"
      | "report_format"
      | "combine_targeting_types";
    expectTypeOf<Defaulted>().toExtend<OptionalKeys<ReportRequest>>();
  });

  it("accepts literals and computed values", () => {
    const level: ReportLevel = "AD_GROUP" as ReportLevel;
    const columns: readonly ReportColumn[] = ["CTR"];
    const mutable: ReportColumn[] = ["CTR"];
    take({ ...minimal, targeting_types: ["GENDER"] as const, click_window_days: 30 });
    take({ ...minimal, level, columns, start_date: new Date(0).toISOString().slice(0, 10) });
    take({ ...minimal, columns: mutable, ad_ids: ["1"] });
  });

  it("rejects a value that the description lacks", () => {
    // @ts-expect-error the value is WEEK
    take({ ...minimal, granularity: "WEEKLY" });
    // @ts-expect-error a misspelled column
    take({ ...minimal, columns: ["SPEND_IN_DOLAR"] });
    // @ts-expect-error DATE is added automatically
    take({ ...minimal, columns: ["DATE"] });
    // @ts-expect-error there is no window of two days
    take({ ...minimal, click_window_days: 2 });
    // @ts-expect-error ids are strings
    take({ ...minimal, ad_ids: [1] });
    // @ts-expect-error a string is not a list
    take({ ...minimal, campaign_ids: "1" });
    // @ts-expect-error hours are numbers
    take({ ...minimal, start_hour: "3" });
  });

  it("rejects a field that the description lacks", () => {
    // @ts-expect-error a misspelled filter, without which the report would cover everything
    take({ ...minimal, campaign_id: ["1"] });
    const filter = { field: "SPEND_IN_DOLLAR", operator: "LESS_THAN" } as const;
    // @ts-expect-error a filter without values
    take({ ...minimal, metrics_filters: [filter] });
    // @ts-expect-error a filter has no unit
    take({ ...minimal, metrics_filters: [{ ...filter, values: [1], unit: "USD" }] });
  });

  it("rejects undefined for a missing field", () => {
    // @ts-expect-error not allowed by exactOptionalPropertyTypes
    take({ ...minimal, ad_ids: undefined });
  });

  it("is closed, so that granularities can be distinguished", () => {
    expectTypeOf<ReportGranularity>().toEqualTypeOf<"TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH">();
    expectTypeOf<string>().not.toExtend<ReportColumn>();
  });
});

type OptionalKeys<Body> = {
  [Key in keyof Body]-?: Record<never, never> extends Pick<Body, Key> ? Key : never;
}[keyof Body];

/** The fields whose types differ. */
type Different<One, Other> = {
  [Key in keyof One & keyof Other]-?: [One[Key]] extends [Other[Key]]
    ? [Other[Key]] extends [One[Key]]
      ? never
      : Key
    : Key;
}[keyof One & keyof Other];

import { planReport } from "pinterest-reports/planner";
import { describe, expect, it } from "vitest";

const BODY = {
  start_date: "2024-06-01",
  end_date: "2024-06-14",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "CTR"],
};
const STATUSES = [
  "RUNNING",
  "PAUSED",
  "NOT_STARTED",
  "COMPLETED",
  "ADVERTISER_DISABLED",
  "ARCHIVED",
  "DRAFT",
  "DELETED_DRAFT",
];
const TYPES = ["KEYWORD", "APPTYPE", "GENDER", "LOCATION", "PLACEMENT", "COUNTRY", "GEO"];
const ids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(549755885175 + index));
const planned = (changes: object) => planReport({ ...BODY, ...changes }, { today: "2024-06-15" });

describe("a list", () => {
  it("is divided if it is too long, with each value requested once", () => {
    const { requests, notes } = planned({ campaign_ids: ids(1001) });
    expect(requests.map(({ campaign_ids }) => campaign_ids?.length)).toEqual([500, 500, 1]);
    expect(requests.flatMap(({ campaign_ids }) => campaign_ids ?? [])).toEqual(ids(1001));
    expect(notes).toEqual([
      "campaign_ids: 1001 values in 3 parts; no value is in two parts, so nothing is counted twice, but a row that combines several values is split.",
    ]);
  });

  it("is deduplicated first", () => {
    const { requests, notes } = planned({ campaign_ids: [...ids(400), ...ids(401)] });
    expect(requests.map(({ campaign_ids }) => campaign_ids)).toEqual([ids(401)]);
    expect(notes).toEqual(["campaign_ids: 400 repeated values are left out."]);
  });

  it("is divided within each window of days", () => {
    const { requests } = planned({
      campaign_ids: ids(501),
      campaign_statuses: STATUSES,
      start_date: "2023-12-01",
    });
    const shape = requests.map((one) => [
      one.start_date,
      one.campaign_ids?.length,
      one.campaign_statuses?.length,
    ]);
    expect(shape).toEqual([
      ["2023-12-01", 500, 6],
      ["2023-12-01", 500, 2],
      ["2023-12-01", 1, 6],
      ["2023-12-01", 1, 2],
      ["2024-06-04", 500, 6],
      ["2024-06-04", 500, 2],
      ["2024-06-04", 1, 6],
      ["2024-06-04", 1, 2],
    ]);
  });

  it("is divided if it contains targeting types, because each type has its own rows", () => {
    const { requests, notes } = planned({ level: "CAMPAIGN_TARGETING", targeting_types: TYPES });
    expect(requests.map(({ targeting_types }) => targeting_types)).toEqual([
      TYPES.slice(0, 5),
      TYPES.slice(5),
    ]);
    expect(notes[0]).toMatch(/all rows for a value are in the same part/);
  });

  it("is not divided if it contains targeting types that are combined", () => {
    const { requests, problems } = planned({
      level: "CAMPAIGN_TARGETING",
      targeting_types: TYPES,
      combine_targeting_types: true,
    });
    expect(requests).toEqual([]);
    expect(problems).toMatchObject([
      { rule: "max-items", severity: "error", path: "/targeting_types" },
    ]);
    expect(problems[0]?.message).toBe(
      "has 7 items, but at most 5 are allowed, and the list cannot be split while combine_targeting_types combines all values in one breakdown",
    );
  });

  it("is rejected if it would take too many requests", () => {
    const long = {
      campaign_ids: ids(20_000),
      ad_group_ids: ids(20_000),
      product_group_ids: ids(20_000),
      product_item_ids: ids(20_000),
    };
    expect(planned(long).problems).toMatchObject([
      { rule: "too-many-requests", severity: "error", path: "" },
    ]);
  });

  it("is not changed in the caller's body", () => {
    const body = Object.freeze({ ...BODY, campaign_ids: Object.freeze([...ids(3), ...ids(600)]) });
    planReport(body, { today: "2024-06-15" });
    expect(body.campaign_ids).toHaveLength(603);
  });

  it("comes with a note that metric filters apply to each request", () => {
    const filters = [{ field: "SPEND_IN_DOLLAR", operator: "GREATER_THAN", values: [1] }];
    expect(planned({ metrics_filters: filters, start_date: "2023-05-12" }).notes).toMatchObject([
      /^metrics_filters: applied to each request/,
    ]);
    expect(planned({ metrics_filters: filters }).notes).toEqual([]);
  });
});

describe("a forbidden value", () => {
  it("is dropped from columns, with the rule as the reason", () => {
    const { requests, dropped } = planned({
      level: "PRODUCT_ITEM",
      columns: ["AD_ID", "CTR", "AD_NAME"],
    });
    expect(requests.map(({ columns }) => columns)).toEqual([["CTR"]]);
    expect(dropped).toEqual([
      {
        field: "columns",
        values: ["AD_ID", "AD_NAME"],
        reason: "forbidden-values-when-columns-product-item",
      },
    ]);
  });

  it("is also dropped if the rule only warns, because a plan follows the strictest reading", () => {
    const { requests, dropped, problems } = planned({
      level: "KEYWORD",
      columns: ["CTR", "TOTAL_IMPRESSION_USER"],
    });
    expect(requests.map(({ columns }) => columns)).toEqual([["CTR"]]);
    expect(dropped).toMatchObject([{ reason: "no-reach-by-keyword" }]);
    expect(problems).toEqual([]);
  });

  it("is dropped from targeting types", () => {
    const { requests, dropped } = planned({
      level: "AD_GROUP_TARGETING",
      targeting_types: ["GENDER", "MEDIA_TYPE", "AUDIENCE_MULTIPLIER"],
    });
    expect(requests.map(({ targeting_types }) => targeting_types)).toEqual([["GENDER"]]);
    expect(dropped).toMatchObject([
      { values: ["AUDIENCE_MULTIPLIER"] },
      { values: ["MEDIA_TYPE"] },
    ]);
  });

  it("stays and causes a problem if nothing else is requested", () => {
    const { requests, problems } = planned({ level: "PRODUCT_ITEM", columns: ["AD_ID"] });
    expect(requests).toEqual([]);
    expect(problems).toMatchObject([
      { severity: "error", path: "/columns/0" },
      { rule: "no-row-id" },
    ]);
  });

  it("stays and causes a warning if the rule only warns and the types are combined or no other type is requested", () => {
    for (const more of [
      { targeting_types: ["MEDIA_TYPE"] },
      { targeting_types: ["GENDER", "MEDIA_TYPE"], combine_targeting_types: true },
    ]) {
      const { requests, problems } = planned({
        level: "AD_GROUP_TARGETING",
        columns: ["AD_GROUP_ID"],
        ...more,
      });
      expect(requests).toMatchObject([more]);
      expect(problems).toMatchObject([{ severity: "warning" }]);
    }
  });
});

describe("a value whose removal would widen the report", () => {
  it.each([
    [{ level: "PRODUCT_ITEM", ad_ids: ["1"] }, "forbidden-when-ad-ids-product-item"],
    [{ level: "PRODUCT_ITEM", ad_statuses: ["PAUSED"] }, "forbidden-when-ad-statuses-product-item"],
    [{ targeting_types: ["GENDER"] }, "requires-value-targeting-types"],
    [{ start_hour: 3 }, "only-when-start-hour-hour"],
  ])("causes a rejection, and is never dropped: %j", (changes, rule) => {
    expect(planned(changes)).toMatchObject({
      requests: [],
      dropped: [],
      notes: [],
      problems: [{ rule, severity: "error" }],
    });
  });
});

describe("an invalid body", () => {
  it.each([
    null,
    3,
    "x",
    [],
    {},
    { ...BODY, start_date: 3 },
    { ...BODY, columns: [undefined] },
    { ...BODY, campaign_ids: [null, {}] },
  ])("causes a problem: %j", (body) => {
    const { requests, problems } = planReport(body, { today: "2024-06-15" });
    expect(requests).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });

  it("causes a problem if it has a misspelled field", () => {
    expect(planned({ campaing_ids: ["1"] }).problems).toMatchObject([
      { rule: "unknown-field", path: "/campaing_ids" },
    ]);
  });

  it("causes a problem, as does an invalid `today`", () => {
    expect(planReport(BODY, { today: "2024-06-31" }).problems).toMatchObject([
      { rule: "today", severity: "error" },
    ]);
  });

  it("causes a problem if its range ends before it starts", () => {
    expect(planned({ end_date: "2024-05-01" }).problems).toMatchObject([
      { rule: "dates-in-order" },
    ]);
  });
});

describe("a body that only causes warnings", () => {
  it("is planned, and the warnings are returned", () => {
    const { requests, problems } = planned({
      level: "CAMPAIGN_TARGETING",
      combine_targeting_types: true,
    });
    expect(requests).toHaveLength(1);
    expect(problems).toMatchObject([
      { rule: "combining-needs-targeting-types", severity: "warning" },
    ]);
  });
});

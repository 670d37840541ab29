import { describe, expect, it } from "vitest";
import { columnsIn } from "../../../generator/rules/column-groups.js";
import { ruleTest } from "./rule-test.js";

// This kind always warns, so an entry has no severity.
ruleTest("no-data-when", {
  rule: {
    field: "columns",
    values: ["SPEND", "NAME"],
    when: [{ field: "granularity", is: ["HOUR"] }],
    severity: "warning",
  },
  fine: [
    {},
    { columns: ["SPEND"] },
    { granularity: "HOUR" },
    { columns: ["ID"], granularity: "HOUR" },
  ],
  wrong: [{ columns: ["ID", "NAME"], granularity: "HOUR" }],
  says: "NAME may return no data when granularity is HOUR",
  path: "/columns/1",
  refuses: [
    [{ field: "columns", values: ["CLICKS"] }, "columns cannot contain CLICKS"],
    [
      { field: "columns", values: ["conversion metrics"] },
      "columns cannot contain conversion metrics",
    ],
    [{ field: "level", values: ["CAMPAIGN"] }, "level is not a list"],
    [
      { field: "window", severity: "error" },
      "is of a kind that can only warn: `severity` must be warning",
    ],
  ],
});

ruleTest("no-data-when", {
  rule: { field: "window", severity: "warning" },
  fine: [{}, { columns: ["ID"] }],
  wrong: [{ window: 7 }],
  says: "may return no data",
  path: "/window",
});

describe("the group of conversion metrics", () => {
  it("is recognized by the names of the columns", () => {
    const names = [
      "SPEND_IN_DOLLAR",
      "TOTAL_CHECKOUT",
      "CAMPAIGN_CUSTOM_LABELS",
      "WEB_CUSTOM_ROAS",
      "LEADS",
      "TOTAL_CLICKTHROUGH",
      "CTR",
    ];
    expect(columnsIn("conversion metrics", names)).toEqual([
      "TOTAL_CHECKOUT",
      "WEB_CUSTOM_ROAS",
      "LEADS",
    ]);
  });
});

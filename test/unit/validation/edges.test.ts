import { describe, expect, it } from "vitest";
import { validateReport } from "../../../generated/validators.js";
import { body, daysAgo, TODAY } from "./body.js";

type Judged = "fine" | "warning" | "error";

function judged(more: object): Judged {
  const severities = validateReport({ ...body, ...more }, { today: TODAY }).map(
    ({ severity }) => severity,
  );
  return severities.includes("error")
    ? "error"
    : severities.includes("warning")
      ? "warning"
      : "fine";
}

// An error means that every reading of the description forbids it. A warning means that readings
// differ.
describe("the report validator on 2024-06-15", () => {
  const ending = (apart: number, more: object = {}) => ({
    start_date: daysAgo(apart),
    end_date: TODAY,
    ...more,
  });
  const hourly = (apart: number) => ending(apart, { granularity: "HOUR" });
  const items = { level: "PRODUCT_ITEM", columns: ["AD_GROUP_ID"] };
  const item = (apart: number) => ending(apart, items);
  const since = (ago: number, more: object = {}) => ({
    start_date: daysAgo(ago),
    end_date: daysAgo(ago),
    ...more,
  });

  it.each<readonly [what: string, more: object, judged: Judged]>([
    ["one day", ending(0), "fine"],
    ["a range 185 days apart", ending(185), "fine"],
    ["a range 186 days apart", ending(186), "warning"],
    ["a range 187 days apart", ending(187), "error"],
    ["a start 913 days back", since(913), "fine"],
    ["a start 914 days back", since(914), "warning"],
    ["the same day by its date", { start_date: "2021-12-14", end_date: "2021-12-14" }, "warning"],
    ["a start 915 days back", since(915), "error"],
    ["hours over a range 2 days apart", hourly(2), "fine"],
    ["hours over a range 3 days apart", hourly(3), "warning"],
    ["hours over a range 4 days apart", hourly(4), "error"],
    ["hours from 7 days back", since(7, { granularity: "HOUR" }), "fine"],
    ["hours from 8 days back", since(8, { granularity: "HOUR" }), "warning"],
    ["hours from 9 days back", since(9, { granularity: "HOUR" }), "error"],
    ["items over a range 30 days apart", item(30), "fine"],
    ["items over a range 31 days apart", item(31), "warning"],
    ["items over a range 32 days apart", item(32), "error"],
    ["items from 91 days back", since(91, items), "fine"],
    ["items from 92 days back", since(92, items), "warning"],
    ["items from 93 days back", since(93, items), "error"],
    ["hourly items: both limits hold", { ...hourly(3), ...items }, "warning"],
    ["hourly items, 4 days apart", { ...hourly(4), ...items }, "error"],
    [
      "a range that ends before it starts",
      { start_date: "2024-06-02", end_date: "2024-06-01" },
      "error",
    ],
    ["a start tomorrow", { start_date: daysAgo(-1), end_date: daysAgo(-1) }, "warning"],
    ["a start the day after", { start_date: daysAgo(-2), end_date: daysAgo(-2) }, "error"],
    ["an end in a month", ending(0, { end_date: daysAgo(-30) }), "warning"],
    ["a day that no calendar has", { start_date: "2024-02-30" }, "error"],
    ["the leap day", { start_date: "2024-02-29", end_date: "2024-03-01" }, "fine"],
    ["a leap day of another year", { start_date: "2023-02-29" }, "error"],
  ])("finds the expected problems for %s", (_, more, expected) => {
    expect(judged(more)).toBe(expected);
  });

  it.each<readonly [what: string, more: object, judged: Judged]>([
    ["ads at the level of items", { level: "PRODUCT_ITEM", ad_ids: ["1"] }, "error"],
    [
      "statuses of ads at the level of items",
      { level: "PRODUCT_ITEM", ad_statuses: ["PAUSED"] },
      "error",
    ],
    [
      "ads at the targeting level of items",
      { level: "PRODUCT_ITEM_TARGETING", ad_ids: ["1"] },
      "warning",
    ],
    [
      "an ad's column at the level of items",
      { level: "PRODUCT_ITEM", columns: ["AD_ID"] },
      "error",
    ],
    [
      "an ad group's column at the level of items",
      { level: "PRODUCT_ITEM", columns: ["AD_GROUP_ID"] },
      "fine",
    ],
    ["targeting types at a level without targeting", { targeting_types: ["GENDER"] }, "error"],
    [
      "targeting types at a targeting level",
      { level: "CAMPAIGN_TARGETING", targeting_types: ["GENDER"] },
      "fine",
    ],
    [
      "a targeting level without targeting types: no rule requires them",
      { level: "CAMPAIGN_TARGETING" },
      "fine",
    ],
    [
      "the media type elsewhere: no longer said",
      { level: "CAMPAIGN_TARGETING", targeting_types: ["MEDIA_TYPE"] },
      "warning",
    ],
    [
      "the media type of items",
      { ...items, level: "PRODUCT_ITEM_TARGETING", targeting_types: ["MEDIA_TYPE"] },
      "fine",
    ],
    [
      "audience multipliers elsewhere: no longer said",
      { level: "PRODUCT_ITEM_TARGETING", targeting_types: ["AUDIENCE_MULTIPLIER"] },
      "warning",
    ],
    [
      "audience multipliers of campaigns",
      { level: "CAMPAIGN_TARGETING", targeting_types: ["AUDIENCE_MULTIPLIER"] },
      "fine",
    ],
    ["an hour of a report by days", { start_hour: 3 }, "error"],
    ["combining what is not there", { combine_targeting_types: true }, "warning"],
    ["not combining", { combine_targeting_types: false }, "fine"],
    ["a level whose id is not asked for", { columns: ["SPEND_IN_DOLLAR"] }, "warning"],
    [
      "reach at a targeting level",
      { level: "CAMPAIGN_TARGETING", columns: ["TOTAL_IMPRESSION_USER"] },
      "warning",
    ],
  ])("finds the expected problem for %s", (_, more, expected) => {
    expect(judged(more)).toBe(expected);
  });

  it("compares hours only within one day", () => {
    const hours = (start_hour: number, end_hour: number) =>
      judged({ ...hourly(0), start_hour, end_hour });
    expect([hours(3, 4), hours(3, 3), hours(4, 3)]).toEqual(["fine", "warning", "error"]);
  });
});

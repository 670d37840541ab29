import { ruleTest } from "./rule-test.js";

const range = (start_date: string, end_date: string, more: object = {}) => ({
  start_date,
  end_date,
  ...more,
});

ruleTest("min-range", {
  rule: { start: "start_date", end: "end_date", amount: 7, unit: "day" },
  fine: [
    {},
    { start_date: "2024-01-01" },
    { end_date: "2024-01-01" },
    range("2024-01-01", "2024-01-08"),
    range("2024-02-23", "2024-03-01"),
  ],
  // Seven days if both ends are counted.
  warns: [range("2024-01-01", "2024-01-07"), range("2024-02-24", "2024-03-01")],
  wrong: [
    range("2024-01-01", "2024-01-06"),
    range("2024-01-01", "2024-01-01"),
    range("2024-01-08", "2024-01-01"),
  ],
  says: "must span at least 7 days from start_date",
  path: "/end_date",
  refuses: [
    [{ start: "start_date", amount: 7, unit: "day" }, "needs `end`: a string"],
    [
      { start: "start_date", end: "end_date", amount: 7, unit: "week" },
      "needs `unit`: day, month or year",
    ],
    [{ start: "start_date", end: "ends", amount: 7, unit: "day" }, "the request has no field ends"],
    [
      { start: "start_date", end: "level", amount: 7, unit: "day" },
      "level is not a date (YYYY-MM-DD)",
    ],
  ],
});

ruleTest("min-range", {
  rule: {
    start: "start_date",
    end: "end_date",
    amount: 1,
    unit: "year",
    when: [{ field: "level", ending: "_TARGETING" }],
  },
  fine: [
    range("2023-01-01", "2024-01-01", { level: "AD_TARGETING" }),
    range("2024-01-01", "2024-12-31", { level: "ITEM_TARGETING" }),
    range("2024-01-01", "2024-01-02", { level: "CAMPAIGN" }),
    range("2024-01-01", "2024-01-02"),
  ],
  warns: [range("2023-01-01", "2023-12-31", { level: "AD_TARGETING" })],
  wrong: [range("2023-01-01", "2023-12-30", { level: "KEYWORD_TARGETING" })],
  says: "must span at least 1 year from start_date when level is a value ending in _TARGETING",
  path: "/end_date",
});

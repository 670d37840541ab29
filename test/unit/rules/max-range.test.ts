import { ruleTest } from "./rule-test.js";

const range = (start_date: string, end_date: string, more: object = {}) => ({
  start_date,
  end_date,
  ...more,
});

ruleTest("max-range", {
  rule: { start: "start_date", end: "end_date", amount: 3, unit: "day" },
  fine: [
    {},
    { start_date: "2024-01-01" },
    { end_date: "2024-01-01" },
    range("2024-01-01", "2024-01-01"),
    range("2024-01-01", "2024-01-03"),
    // Other rules check for an end before the start and for days that do not exist.
    range("2024-01-31", "2024-01-01"),
    range("2024-02-30", "2024-12-31"),
    // A day counts as one day across a leap day, a new year or a clock change.
    range("2024-02-28", "2024-03-01"),
    range("2023-12-30", "2024-01-01"),
    range("2024-03-30", "2024-04-01"),
  ],
  warns: [
    range("2024-01-01", "2024-01-04"),
    range("2024-02-28", "2024-03-02"),
    range("2023-02-26", "2023-03-01"),
  ],
  wrong: [
    range("2024-01-01", "2024-01-05"),
    range("2024-02-27", "2024-03-02"),
    range("2023-02-25", "2023-03-01"),
    range("0001-01-01", "9999-12-31"),
  ],
  says: "must be at most 3 days after start_date; it is 4 days",
  path: "/end_date",
  refuses: [
    [{ end: "end_date", amount: 3, unit: "day" }, "needs `start`: a string"],
    [{ start: "start_date", end: "end_date", unit: "day" }, "needs `amount`: a number above 0"],
    [
      { start: "start_date", end: "end_date", amount: "3", unit: "day" },
      "needs `amount`: a number above 0",
    ],
    [
      { start: "start_date", end: "end_date", amount: 0, unit: "day" },
      "needs `amount`: a number above 0",
    ],
    [
      { start: "start_date", end: "end_date", amount: 3, unit: "quarter" },
      "needs `unit`: day, month or year",
    ],
    [
      { start: "start_day", end: "end_date", amount: 3, unit: "day" },
      "the request has no field start_day",
    ],
    [
      { start: "start_date", end: "end_date", amount: 3, unit: "day", extra: 1 },
      "unknown keys: extra",
    ],
    [
      { start: "columns", end: "end_date", amount: 3, unit: "day" },
      "columns is not a date (YYYY-MM-DD)",
    ],
  ],
});

ruleTest("max-range", {
  rule: { start: "start_date", end: "end_date", amount: 1, unit: "year" },
  fine: [range("2023-01-01", "2023-12-31"), range("2024-01-01", "2024-12-30")],
  // The description does not say whether a year is 365 days or a calendar year.
  warns: [
    range("2023-01-01", "2024-01-01"),
    range("2024-01-01", "2024-12-31"),
    range("2024-01-01", "2025-01-01"),
  ],
  wrong: [range("2023-01-01", "2024-01-03"), range("2024-01-01", "2025-01-02")],
  says: "must be at most 1 year after start_date; it is 367 days",
  path: "/end_date",
});

ruleTest("max-range", {
  rule: {
    start: "start_date",
    end: "end_date",
    amount: 31,
    unit: "day",
    when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
  },
  fine: [
    range("2024-01-01", "2024-12-31"),
    range("2024-01-01", "2024-12-31", { level: "CAMPAIGN" }),
    range("2024-01-01", "2024-01-31", { level: "PRODUCT_ITEM" }),
  ],
  warns: [range("2024-01-01", "2024-02-01", { level: "PRODUCT_ITEM" })],
  wrong: [range("2024-01-01", "2024-02-02", { level: "PRODUCT_ITEM" })],
  says: "must be at most 31 days after start_date when level is PRODUCT_ITEM; it is 32 days",
  path: "/end_date",
});

ruleTest("max-range", {
  rule: { start: "start_date", end: "end_date", amount: 3, unit: "day", severity: "warning" },
  fine: [range("2024-01-01", "2024-01-03")],
  warns: [range("2024-01-01", "2024-01-04")],
  wrong: [range("2024-01-01", "2024-01-05")],
  says: "may be rejected if more than 3 days after start_date; it is 4 days",
  path: "/end_date",
});

// A month has 28 to 31 days. One more day is allowed because it is unclear whether both ends count.
ruleTest("max-range", {
  rule: { start: "start_date", end: "end_date", amount: 1, unit: "month" },
  fine: [{ start_date: "2024-03-01", end_date: "2024-03-28" }],
  warns: [
    { start_date: "2024-03-01", end_date: "2024-03-29" },
    { start_date: "2024-03-01", end_date: "2024-04-02" },
  ],
  wrong: [{ start_date: "2024-03-01", end_date: "2024-04-03" }],
  says: "must be at most 1 month after start_date; it is 33 days",
  path: "/end_date",
});

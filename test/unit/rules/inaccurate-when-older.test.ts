import { ruleTest } from "./rule-test.js";

const rule = { field: "columns", values: ["SPEND", "NAME"], date: "start_date" };

ruleTest("inaccurate-when-older", {
  rule: { ...rule, amount: 185, unit: "day", severity: "warning" },
  fine: [
    {},
    { columns: ["SPEND"] },
    { start_date: "2023-12-01" },
    { columns: ["ID"], start_date: "2023-12-01" },
    { columns: ["SPEND"], start_date: "2023-12-13" },
  ],
  wrong: [
    { columns: ["ID", "NAME"], start_date: "2023-12-12" },
    { columns: ["SPEND", "ID"], start_date: "2020-01-01" },
  ],
  says: "NAME may be inaccurate if start_date is more than 185 days before today (UTC)",
  path: "/columns/1",
  refuses: [
    [{ ...rule, amount: 185 }, "needs `unit`: day, month or year"],
    [{ ...rule, values: ["CLICKS"], amount: 1, unit: "day" }, "columns cannot contain CLICKS"],
    [{ ...rule, field: "level", amount: 1, unit: "day" }, "level is not a list"],
    [{ ...rule, date: "window", amount: 1, unit: "day" }, "window is not a date (YYYY-MM-DD)"],
    [
      { ...rule, amount: 1, unit: "day", severity: "error" },
      "is of a kind that can only warn: `severity` must be warning",
    ],
  ],
});

// A month has up to 31 days, so that no reading makes a day look older than it is.
ruleTest("inaccurate-when-older", {
  rule: {
    ...rule,
    amount: 1,
    unit: "month",
    severity: "warning",
    when: [{ field: "granularity", is: ["DAY"] }],
  },
  fine: [
    { columns: ["SPEND"], granularity: "DAY", start_date: "2024-05-15" },
    { columns: ["SPEND"], granularity: "WEEK", start_date: "2024-01-15" },
  ],
  wrong: [{ columns: ["SPEND"], granularity: "DAY", start_date: "2024-05-11" }],
  says: "SPEND may be inaccurate if start_date is more than 1 month before today (UTC) when granularity is DAY",
  path: "/columns/0",
});

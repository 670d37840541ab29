import { ruleTest } from "./rule-test.js";

ruleTest("max-lookback", {
  rule: {
    field: "start_date",
    amount: 914,
    unit: "day",
    when: [{ field: "granularity", isNot: ["HOUR"] }],
  },
  fine: [
    {},
    { granularity: "DAY" },
    { start_date: "2024-06-15" },
    { start_date: "2024-06-16" },
    { start_date: "2021-12-15", granularity: "DAY" },
    { start_date: "2021-12-13", granularity: "HOUR" },
    { start_date: "2021-02-30", granularity: "DAY" },
  ],
  // A missing granularity is not HOUR either.
  warns: [{ start_date: "2021-12-14", granularity: "DAY" }, { start_date: "2021-12-14" }],
  wrong: [
    { start_date: "2021-12-13", granularity: "DAY" },
    { start_date: "2021-12-13" },
    { start_date: "0001-01-01" },
  ],
  says: "must be at most 914 days before today (UTC) when granularity is not HOUR; it is 915 days",
  path: "/start_date",
  refuses: [
    [{ amount: 8, unit: "day" }, "needs `field`: a string"],
    [{ field: "start_date", amount: -1, unit: "day" }, "needs `amount`: a number above 0"],
    [{ field: "start_date", amount: 8 }, "needs `unit`: day, month or year"],
    [{ field: "started", amount: 8, unit: "day" }, "the request has no field started"],
    [{ field: "start_hour", amount: 8, unit: "day" }, "start_hour is not a date (YYYY-MM-DD)"],
  ],
});

ruleTest("max-lookback", {
  rule: { field: "start_date", amount: 2.5, unit: "year" },
  fine: [{ start_date: "2021-12-17" }, { start_date: "2024-06-15" }],
  // "Two and a half years" can mean thirty months, 912.5 days or 915 days.
  warns: [{ start_date: "2021-12-16" }, { start_date: "2021-12-15" }, { start_date: "2021-12-13" }],
  wrong: [{ start_date: "2021-12-12" }],
  says: "must be at most 2.5 years before today (UTC); it is 916 days",
  path: "/start_date",
});

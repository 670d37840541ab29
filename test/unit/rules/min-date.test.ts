import { ruleTest } from "./rule-test.js";

const NEEDS_DATE = "needs `after`: a date in the format YYYY-MM-DD";

ruleTest("min-date", {
  rule: { field: "start_date", after: "2024-03-16" },
  fine: [
    {},
    { start_date: "2024-03-17" },
    { start_date: "9999-12-31" },
    { start_date: "2024-02-30" },
  ],
  // The description does not say whether "after" includes the day itself.
  warns: [{ start_date: "2024-03-16" }],
  wrong: [{ start_date: "2024-03-15" }, { start_date: "2023-12-31" }],
  says: "must be after 2024-03-16",
  path: "/start_date",
  refuses: [
    [{ field: "start_date" }, "needs `after`: a string"],
    [{ field: "start_date", after: "16 March 2024" }, NEEDS_DATE],
    [{ field: "start_date", after: "2024-13-01" }, NEEDS_DATE],
    [{ field: "start_date", after: "2024-02-30" }, NEEDS_DATE],
    [{ field: "began", after: "2024-03-16" }, "the request has no field began"],
    [{ field: "window", after: "2024-03-16" }, "window is not a date (YYYY-MM-DD)"],
  ],
});

ruleTest("min-date", {
  rule: {
    field: "start_date",
    after: "2025-04-01",
    when: [
      { field: "sort", is: ["BY_DATE"] },
      { field: "level", isNot: ["CAMPAIGN"] },
    ],
  },
  fine: [
    { start_date: "2024-01-01" },
    { start_date: "2024-01-01", sort: "BY_DATE", level: "CAMPAIGN" },
    { start_date: "2024-01-01", sort: "BY_ID", level: "PRODUCT_ITEM" },
    { start_date: "2025-04-02", sort: "BY_DATE" },
  ],
  warns: [{ start_date: "2025-04-01", sort: "BY_DATE" }],
  wrong: [
    { start_date: "2025-03-31", sort: "BY_DATE", level: "PRODUCT_ITEM" },
    { start_date: "2025-03-31", sort: "BY_DATE" },
  ],
  says: "must be after 2025-04-01 when sort is BY_DATE and level is not CAMPAIGN",
  path: "/start_date",
});

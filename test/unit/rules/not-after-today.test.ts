import { ruleTest } from "./rule-test.js";

ruleTest("not-after-today", {
  rule: { field: "start_date" },
  fine: [
    {},
    { start_date: "2024-06-14" },
    { start_date: "2024-06-15" },
    { start_date: "2025-02-30" },
  ],
  wrong: [{ start_date: "2024-06-16" }, { start_date: "9999-12-31" }],
  says: "must not be after today (UTC)",
  path: "/start_date",
  refuses: [
    [{}, "needs `field`: a string"],
    [{ field: "start_date", grace: 0.5 }, "needs `grace`: a whole number of days, 0 or more"],
    [{ field: "start_date", grace: -1 }, "needs `grace`: a whole number of days, 0 or more"],
    [{ field: "start_date", grace: "1" }, "needs `grace`: a whole number of days, 0 or more"],
    [{ field: "tomorrow" }, "the request has no field tomorrow"],
    [{ field: "ids" }, "ids is not a date (YYYY-MM-DD)"],
  ],
});

ruleTest("not-after-today", {
  rule: { field: "start_date", grace: 1 },
  fine: [{ start_date: "2024-06-15" }],
  // Ahead of UTC, it may already be tomorrow.
  warns: [{ start_date: "2024-06-16" }],
  wrong: [{ start_date: "2024-06-17" }],
  says: "must not be after today (UTC)",
  path: "/start_date",
});

ruleTest("not-after-today", {
  rule: { field: "end_date", severity: "warning", when: [{ field: "window", is: [30] }] },
  // The default counts: a missing window is 30.
  fine: [{ end_date: "2024-06-15" }, { end_date: "2024-06-16", window: 7 }],
  warns: [{ end_date: "2024-06-16" }],
  wrong: [{ end_date: "2024-06-16", window: 30 }],
  says: "is after today (UTC) and may return no rows when window is 30",
  path: "/end_date",
});

import { ruleTest } from "./rule-test.js";

ruleTest("date-order", {
  rule: { start: "start_date", end: "end_date" },
  fine: [
    {},
    { start_date: "2024-06-15" },
    { end_date: "2024-06-15" },
    { start_date: "2024-06-15", end_date: "2024-06-15" },
    { start_date: "2024-06-15", end_date: "2024-06-16" },
    { start_date: "2024-02-30", end_date: "2024-01-01" },
  ],
  wrong: [
    { start_date: "2024-06-15", end_date: "2024-06-14" },
    { start_date: "2024-01-01", end_date: "2023-12-31" },
  ],
  says: "must not be before start_date",
  path: "/end_date",
  refuses: [
    [{ start: "start_date" }, "needs `end`: a string"],
    [{ start: "start_date", end: "end" }, "the request has no field end"],
    [{ start: "start_hour", end: "end_date" }, "start_hour is not a date (YYYY-MM-DD)"],
  ],
});

ruleTest("date-order", {
  rule: { start: "start_date", end: "end_date", when: [{ field: "label", present: false }] },
  fine: [{ start_date: "2024-06-15", end_date: "2024-06-14", label: "" }],
  wrong: [{ start_date: "2024-06-15", end_date: "2024-06-14" }],
  says: "must not be before start_date when label is not given",
  path: "/end_date",
});

import { ruleTest } from "./rule-test.js";

const hours = (start_hour: number, end_hour: number, end_date = "2024-06-15") => ({
  start_date: "2024-06-15",
  end_date,
  start_hour,
  end_hour,
});
const rule = { start: "start_date", end: "end_date", startHour: "start_hour", endHour: "end_hour" };

ruleTest("hour-order", {
  rule,
  fine: [
    {},
    { start_hour: 5, end_hour: 4 },
    { start_date: "2024-06-15", start_hour: 5, end_hour: 4 },
    { start_date: "2024-06-15", end_date: "2024-06-15", start_hour: 5 },
    { start_date: "2024-06-15", end_date: "2024-06-15", end_hour: 0 },
    { start_date: "2024-02-30", end_date: "2024-02-30", start_hour: 5, end_hour: 4 },
    hours(4, 5),
    hours(0, 23),
    hours(5, 4, "2024-06-16"),
  ],
  // The range has one hour or none: the descriptions disagree on whether the last hour is included.
  warns: [hours(5, 5), hours(0, 0)],
  wrong: [hours(5, 4), hours(23, 0)],
  says: "must not be before start_hour on the same day",
  path: "/end_hour",
  refuses: [
    [
      { start: "start_date", end: "end_date", startHour: "start_hour" },
      "needs `endHour`: a string",
    ],
    [{ ...rule, endHour: "last_hour" }, "the request has no field last_hour"],
    [{ ...rule, start: "start_hour" }, "start_hour is not a date (YYYY-MM-DD)"],
    [{ ...rule, startHour: "label" }, "label is not a number"],
  ],
});

import { ruleTest } from "./rule-test.js";

const rule = { kind: "number-order", lower: "start_hour", upper: "end_hour" };
const hours = (start_hour?: number, end_hour?: number) => ({ start_hour, end_hour });

ruleTest("number-order", {
  rule,
  fine: [{}, hours(5, 5), hours(5, 6), hours(5), { end_hour: 5 }],
  wrong: [hours(5, 4), hours(23, 0)],
  says: "must not be less than start_hour",
  path: "/end_hour",
  refuses: [
    [{ kind: "number-order", lower: "start_hour" }, "needs `upper`: a string"],
    [{ ...rule, upper: "last_hour" }, "the request has no field last_hour"],
    [{ ...rule, lower: "label" }, "label is not a number"],
    [{ ...rule, apart: 0 }, "needs `apart`: a whole number above 0"],
    [{ ...rule, apart: 1.5 }, "needs `apart`: a whole number above 0"],
  ],
});

ruleTest("number-order of numbers with fractions", {
  rule: { kind: "number-order", lower: "score", upper: "best_score" },
  fine: [{}, { score: 4.5, best_score: 4.5 }, { score: -0.5, best_score: 0 }],
  wrong: [
    { score: 4.6, best_score: 4.5 },
    { score: 0, best_score: -0.1 },
  ],
  says: "must not be less than score",
  path: "/best_score",
  refuses: [
    [
      { kind: "number-order", lower: "score", upper: "best_score", apart: 1 },
      "score is not a whole number",
    ],
  ],
});

ruleTest("number-order with a distance", {
  rule: { ...rule, apart: 3 },
  fine: [{}, hours(5, 8), hours(0, 23)],
  wrong: [hours(5, 7), hours(5, 5), hours(9, 2)],
  says: "must be at least 3 more than start_hour",
  path: "/end_hour",
});

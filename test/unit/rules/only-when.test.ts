import { ruleTest } from "./rule-test.js";

ruleTest("only-when", {
  rule: { field: "start_hour", when: [{ field: "granularity", is: ["HOUR"] }] },
  fine: [{}, { granularity: "DAY" }, { start_hour: 0, granularity: "HOUR" }],
  wrong: [{ start_hour: 0, granularity: "DAY" }, { start_hour: 0 }],
  says: "is only allowed when granularity is HOUR",
  path: "/start_hour",
  refuses: [
    [{ field: "start_hour" }, "the conditions under which the field is allowed"],
    [{ field: "start_hour", when: [] }, "the conditions under which the field is allowed"],
    [
      { field: "hour", when: [{ field: "granularity", is: ["HOUR"] }] },
      "the request has no field hour",
    ],
  ],
});

ruleTest("only-when", {
  rule: { field: "label", when: [{ field: "level", ending: "_TARGETING" }] },
  fine: [
    { label: "a", level: "AD_TARGETING" },
    { label: "a", level: "KEYWORD_TARGETING" },
  ],
  wrong: [{ label: "a", level: "CAMPAIGN" }, { label: "a" }],
  says: "is only allowed when level is a value ending in _TARGETING",
  path: "/label",
});

// The field is allowed only if all conditions are met.
ruleTest("only-when", {
  rule: {
    field: "label",
    when: [
      { field: "sort", is: ["BY_DATE"] },
      { field: "ids", present: true },
    ],
  },
  fine: [{ label: "a", sort: "BY_DATE", ids: ["1"] }],
  wrong: [{ label: "a", sort: "BY_DATE" }, { label: "a", ids: ["1"] }, { label: "a" }],
  says: "is only allowed when sort is BY_DATE and ids is given",
  path: "/label",
});

ruleTest("only-when", {
  rule: { field: "label", when: [{ field: "sort", isNot: ["BY_DATE"] }] },
  fine: [{ label: "a" }, { label: "a", sort: "BY_ID" }],
  wrong: [{ label: "a", sort: "BY_DATE" }],
  says: "is only allowed when sort is not BY_DATE",
  path: "/label",
});

ruleTest("only-when", {
  rule: { field: "label", when: [{ field: "ids", present: false }] },
  fine: [{ label: "a" }, { ids: ["1"] }],
  wrong: [{ label: "a", ids: ["1"] }],
  says: "is only allowed when ids is not given",
  path: "/label",
});

import { ruleTest } from "./rule-test.js";

ruleTest("requires-value", {
  rule: { field: "ids", requires: { field: "level", ending: "_TARGETING" } },
  fine: [
    {},
    { level: "CAMPAIGN" },
    { ids: [], level: "AD_TARGETING" },
    { ids: ["1"], level: "KEYWORD_TARGETING" },
  ],
  wrong: [{ ids: ["1"], level: "CAMPAIGN" }, { ids: [] }],
  says: "requires level to be a value ending in _TARGETING",
  path: "/ids",
  refuses: [
    [{ field: "ids" }, "`field` and one of"],
    [
      { field: "ids", requires: { field: "level", isNot: ["CAMPAIGN"] } },
      "needs `requires`: a field and its required values",
    ],
    [{ field: "ids", requires: { field: "level", is: ["NONE"] } }, "level cannot be NONE"],
    [{ field: "ids", requires: { field: "columns", is: ["ID"] } }, "columns is a list"],
    [
      { field: "ids", requires: { field: "stage", is: ["NONE"] } },
      "the request has no field stage",
    ],
    [
      { field: "pins", requires: { field: "level", is: ["CAMPAIGN"] } },
      "the request has no field pins",
    ],
  ],
});

ruleTest("requires-value", {
  rule: {
    field: "label",
    requires: { field: "sort", is: ["BY_ID"] },
    when: [{ field: "combine", is: [true] }],
  },
  fine: [
    { label: "a", sort: "BY_DATE" },
    { label: "a", combine: true },
    { label: "a", combine: true, sort: "BY_ID" },
  ],
  wrong: [{ label: "a", combine: true, sort: "BY_DATE" }],
  says: "requires sort to be BY_ID when combine is true",
  path: "/label",
});

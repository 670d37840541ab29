import { ruleTest } from "./rule-test.js";

ruleTest("at-least-one-of", {
  rule: { groups: [["ids"], ["label", "level"]] },
  fine: [
    { ids: ["1"] },
    { ids: [] },
    { label: "a", level: "CAMPAIGN" },
    { ids: ["1"], label: "a" },
    { ids: ["1"], label: "a", level: "CAMPAIGN" },
  ],
  wrong: [{}, { label: "a" }, { level: "CAMPAIGN" }, { ids: undefined, sort: "BY_ID" }],
  says: "requires ids, or label and level",
  path: "",
  refuses: [
    [{}, "needs `groups`: two or more lists of fields"],
    [{ groups: [["ids"]] }, "needs `groups`: two or more lists of fields"],
    [{ groups: [["ids"], []] }, "needs `groups`: two or more lists of fields"],
    [{ groups: ["ids", "label"] }, "needs `groups`: two or more lists of fields"],
    [{ groups: [["ids"], ["pins"]] }, "the request has no field pins"],
    [{ groups: [["ids"], [1]] }, "the request has no field 1"],
  ],
});

ruleTest("at-least-one-of", {
  rule: { groups: [["ids"], ["label"], ["columns"]], when: [{ field: "level", is: ["CAMPAIGN"] }] },
  fine: [{}, { level: "PRODUCT_ITEM" }, { level: "CAMPAIGN", columns: [] }],
  wrong: [{ level: "CAMPAIGN" }],
  says: "requires ids, or label, or columns when level is CAMPAIGN",
  path: "",
});

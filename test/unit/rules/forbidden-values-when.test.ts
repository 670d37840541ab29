import { ruleTest } from "./rule-test.js";

ruleTest("forbidden-values-when", {
  rule: {
    field: "columns",
    values: ["ID", "NAME"],
    when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
  },
  fine: [
    {},
    { columns: ["ID"] },
    { columns: ["ID"], level: "ITEM_TARGETING" },
    { level: "PRODUCT_ITEM" },
    { columns: [], level: "PRODUCT_ITEM" },
    { columns: ["SPEND"], level: "PRODUCT_ITEM" },
  ],
  wrong: [
    { columns: ["SPEND", "NAME"], level: "PRODUCT_ITEM" },
    { columns: ["ID", "NAME", "ID"], level: "PRODUCT_ITEM" },
  ],
  says: "NAME is not allowed when level is PRODUCT_ITEM",
  path: "/columns/1",
  refuses: [
    [{ field: "columns" }, "needs `values`: a list of strings"],
    [{ field: "columns", values: [] }, "needs `values`: a list of strings"],
    [{ field: "columns", values: [1] }, "needs `values`: a list of strings"],
    [{ field: "columns", values: ["CLICKS"] }, "columns cannot contain CLICKS"],
    [{ field: "label", values: ["CAMPAIGN"] }, "label is neither a list nor an enum"],
    [{ field: "granularity", values: ["CAMPAIGN"] }, "granularity cannot be CAMPAIGN"],
    [{ field: "column", values: ["ID"] }, "the request has no field column"],
  ],
});

// A missing value is not that value.
ruleTest("forbidden-values-when", {
  rule: { field: "columns", values: ["ID"], when: [{ field: "level", isNot: ["CAMPAIGN"] }] },
  fine: [{ columns: ["ID"], level: "CAMPAIGN" }],
  wrong: [{ columns: ["ID"] }, { columns: ["ID"], level: "PRODUCT_ITEM" }],
  says: "ID is not allowed when level is not CAMPAIGN",
  path: "/columns/0",
});

ruleTest("forbidden-values-when", {
  rule: { field: "ids", values: ["0"] },
  fine: [{ ids: ["1"] }],
  wrong: [{ ids: ["1", "2", "0"] }],
  says: "0 is not allowed",
  path: "/ids/2",
});

// A field that holds a single value.
ruleTest("forbidden-values-when", {
  rule: {
    field: "granularity",
    values: ["HOUR", "WEEK"],
    when: [{ field: "level", is: ["PRODUCT_ITEM"] }],
  },
  fine: [
    {},
    { granularity: "HOUR" },
    { level: "PRODUCT_ITEM" },
    { granularity: "DAY", level: "PRODUCT_ITEM" },
  ],
  wrong: [
    { granularity: "HOUR", level: "PRODUCT_ITEM" },
    { granularity: "WEEK", level: "PRODUCT_ITEM" },
  ],
  says: "HOUR is not allowed when level is PRODUCT_ITEM",
  path: "/granularity",
});

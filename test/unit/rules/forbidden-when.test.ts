import { ruleTest } from "./rule-test.js";

ruleTest("forbidden-when", {
  rule: { field: "ids", when: [{ field: "level", is: ["PRODUCT_ITEM"] }] },
  fine: [
    {},
    { ids: ["1"] },
    { level: "PRODUCT_ITEM" },
    { ids: ["1"], level: "ITEM_TARGETING" },
    { ids: undefined, level: "PRODUCT_ITEM" },
  ],
  // An empty list also counts as present.
  wrong: [
    { ids: ["1"], level: "PRODUCT_ITEM" },
    { ids: [], level: "PRODUCT_ITEM" },
  ],
  says: "is not allowed when level is PRODUCT_ITEM",
  path: "/ids",
  refuses: [
    [{ when: [{ field: "level", is: ["PRODUCT_ITEM"] }] }, "needs `field`: a string"],
    [
      { field: "pin_ids", when: [{ field: "level", is: ["PRODUCT_ITEM"] }] },
      "the request has no field pin_ids",
    ],
    [{ field: "ids", when: [{ field: "level", is: ["ITEM"] }] }, "level cannot be ITEM"],
    [{ field: "ids", when: [{ field: "stage", is: ["ITEM"] }] }, "the request has no field stage"],
    // A list is never equal to a single value: `is` would never match, and `isNot` always would.
    [{ field: "label", when: [{ field: "columns", is: ["ID"] }] }, "columns is a list"],
    [{ field: "label", when: [{ field: "columns", isNot: ["ID"] }] }, "columns is a list"],
    [{ field: "label", when: [{ field: "ids", isNot: ["1"] }] }, "ids is a list"],
    // Comparisons respect types.
    [{ field: "ids", when: [{ field: "combine", isNot: ["true"] }] }, "combine cannot be true"],
    [{ field: "ids", when: [{ field: "start_hour", is: ["9"] }] }, "start_hour cannot be 9"],
    [{ field: "ids", when: [{ field: "label", isNot: [9] }] }, "label cannot be 9"],
    [
      { field: "ids", when: [{ field: "level", ending: "_NOTHING" }] },
      "no value of level ends in _NOTHING",
    ],
    [{ field: "ids", when: { field: "level" } }, "needs `when`: a list of conditions"],
    [{ field: "ids", when: [{ field: "level" }] }, "`field` and one of"],
    [{ field: "ids", when: [{ field: "level", is: [] }] }, "`field` and one of"],
    [
      { field: "ids", when: [{ field: "level", is: ["CAMPAIGN"], isNot: ["CAMPAIGN"] }] },
      "`field` and one of",
    ],
    [{ field: "ids", when: [{ field: "level", is: "CAMPAIGN" }] }, "`field` and one of"],
  ],
});

ruleTest("forbidden-when", {
  rule: {
    field: "label",
    when: [
      { field: "combine", is: [true] },
      { field: "ids", present: true },
    ],
  },
  fine: [
    { label: "a" },
    { label: "a", combine: true },
    { label: "a", ids: [] },
    { label: "a", combine: false, ids: [] },
  ],
  wrong: [{ label: "a", combine: true, ids: [] }],
  says: "is not allowed when combine is true and ids is given",
  path: "/label",
});

// Defaults count in conditions: the API sees the body with them filled in.
ruleTest("forbidden-when", {
  rule: { field: "label", when: [{ field: "sort", is: ["BY_ID"] }] },
  fine: [{ label: "a", sort: "BY_DATE" }],
  wrong: [{ label: "a" }, { label: "a", sort: "BY_ID" }],
  says: "is not allowed when sort is BY_ID",
  path: "/label",
});

ruleTest("forbidden-when", {
  rule: { field: "label", when: [{ field: "sort", isNot: ["BY_ID"] }] },
  fine: [{ label: "a" }, { label: "a", sort: "BY_ID" }],
  wrong: [{ label: "a", sort: "BY_DATE" }],
  says: "is not allowed when sort is not BY_ID",
  path: "/label",
});

ruleTest("forbidden-when", {
  rule: { field: "label", when: [{ field: "level", isNot: ["CAMPAIGN", "PRODUCT_ITEM"] }] },
  fine: [
    { label: "a", level: "CAMPAIGN" },
    { label: "a", level: "PRODUCT_ITEM" },
  ],
  wrong: [{ label: "a", level: "AD_TARGETING" }, { label: "a" }],
  says: "is not allowed when level is not CAMPAIGN or PRODUCT_ITEM",
  path: "/label",
});

// Presence depends on what the caller wrote, never on a default.
ruleTest("forbidden-when", {
  rule: { field: "label", when: [{ field: "sort", present: true }] },
  fine: [{ label: "a" }, { label: "a", sort: undefined }],
  wrong: [{ label: "a", sort: "BY_ID" }],
  says: "is not allowed when sort is given",
  path: "/label",
});

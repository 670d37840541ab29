import { ruleTest } from "./rule-test.js";

ruleTest("requires-present", {
  rule: { field: "ids", when: [{ field: "combine", is: [true] }] },
  fine: [{}, { combine: false }, { combine: true, ids: ["1"] }, { combine: true, ids: [] }],
  wrong: [{ combine: true }, { combine: true, ids: undefined }],
  says: "is required when combine is true",
  path: "/ids",
  refuses: [
    [{ when: [{ field: "combine", is: [true] }] }, "needs `field`: a string"],
    [{ field: "pins", when: [{ field: "combine", is: [true] }] }, "the request has no field pins"],
    [
      { field: "ids", when: [{ field: "combined", is: [true] }] },
      "the request has no field combined",
    ],
  ],
});

// A default does not count as present.
ruleTest("requires-present", {
  rule: { field: "sort", when: [{ field: "label", present: true }], severity: "warning" },
  fine: [{}, { label: "a", sort: "BY_ID" }],
  wrong: [{ label: "a" }],
  says: "is missing: the response may be useless when label is given",
  path: "/sort",
});

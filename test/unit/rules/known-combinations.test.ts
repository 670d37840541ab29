import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { jsonSchema } from "../../../generator/emit/json-schema.js";
import { lower } from "../../../generator/lower/lower.js";
import type { Request } from "../../../generator/model/model.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { importedValidatorOf, type Validate } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";
import { ruleTest } from "./rule-test.js";

// `window` is 30 and `combine` false by default; `level` has no default.
ruleTest("known-combinations", {
  rule: {
    fields: ["window", "combine"],
    values: [
      [30, false],
      [7, true],
    ],
    refused: [[30, true]],
  },
  fine: [
    {},
    { window: 30 },
    { combine: false },
    { window: 30, combine: false },
    { window: 7, combine: true },
  ],
  wrong: [
    { combine: true },
    { window: 1 },
    { window: 7 },
    { window: 7, combine: false },
    { window: 1, combine: true },
    { window: 30, combine: true },
  ],
  says: "30/true for window/combine was refused",
  path: "",
  refuses: [
    [{ fields: ["window"], values: [[30]] }, "needs `fields`: two or more different fields"],
    [
      { fields: ["window", "window"], values: [[30, 30]] },
      "needs `fields`: two or more different fields",
    ],
    [
      { fields: ["window", "combine"], values: [[30, false, 1]] },
      "needs `values`: a list of lists, each with one value (a string without a slash) for each of the 2 fields",
    ],
    [
      { fields: ["window", "level"], values: [[30, "A/B"]] },
      "needs `values`: a list of lists, each with one value (a string without a slash) for each of the 2 fields",
    ],
    [
      { fields: ["window", "combine"], values: [[30, true]], refused: [[30, true]] },
      "has 30/true in both `values` and `refused`",
    ],
    [{ fields: ["window", "combine"], values: [[14, true]] }, "window cannot be 14"],
    [{ fields: ["window", "label"], values: [[30, "a"]] }, "label is not an enum"],
    [{ fields: ["window", "columns"], values: [[30, "ID"]] }, "columns is a list"],
  ],
});

ruleTest("known-combinations", {
  rule: {
    severity: "warning",
    fields: ["level", "window"],
    values: [
      ["CAMPAIGN", 30],
      ["PRODUCT_ITEM", 1],
    ],
    when: [{ field: "sort", is: ["BY_ID"] }],
  },
  // Without a level, the combination is unknown.
  fine: [
    {},
    { window: 1 },
    { level: "CAMPAIGN" },
    { level: "PRODUCT_ITEM", window: 1 },
    { level: "CAMPAIGN", window: 1, sort: "BY_DATE" },
  ],
  wrong: [{ level: "CAMPAIGN", window: 1 }, { level: "PRODUCT_ITEM" }],
  says: "CAMPAIGN/1 for level/window is not among the combinations known to be accepted when sort is BY_ID",
  path: "",
});

// The combination of the defaults is not accepted.
ruleTest("known-combinations", {
  rule: { fields: ["window", "sort"], values: [[7, "BY_DATE"]] },
  fine: [{ window: 7, sort: "BY_DATE" }],
  wrong: [{}, { window: 7 }, { sort: "BY_DATE" }],
  says: "30/BY_ID for window/sort is not allowed",
  path: "",
});

ruleTest("known-combinations", {
  rule: { fields: ["start_hour", "end_hour"], values: [[0, 23]] },
  fine: [{}, { start_hour: 3 }, { start_hour: 0, end_hour: 23 }],
  wrong: [{ start_hour: 0, end_hour: 3 }],
  says: "0/3 for start_hour/end_hour is not allowed",
  path: "",
});

const DAYS = [0, 1, 7, 30];
const window = (more: JsonObject): JsonObject => ({ type: "integer", enum: DAYS, ...more });
const WINDOWS = { click: 30, engagement: 30, view: 1 };
/** Schemas that the fields may have: all have a default, one has none, or one is required. */
const BODIES: readonly (readonly [string, JsonObject])[] = [
  [
    "that all have defaults",
    {
      click: window({ default: 30 }),
      engagement: window({ default: 30 }),
      view: window({ default: 1 }),
    },
  ],
  [
    "of which one may be left out and has no default",
    { click: window({ default: 30 }), engagement: window({}), view: window({ default: 1 }) },
  ],
];

describe.each(BODIES)("combinations of fields %s", (_, properties) => {
  const values = [
    [30, 30, 1],
    [30, 7, 1],
    [7, 7, 7],
    [1, 0, 0],
  ];
  const contract = (severity: string) =>
    smallContract({
      body: { type: "object", properties },
      rules: [
        { id: "known", kind: "known-combinations", severity, fields: Object.keys(WINDOWS), values },
      ] as never,
    });
  let validate: Validate;
  beforeAll(async () => {
    validate = await importedValidatorOf(contract("error"));
  });
  const all = [undefined, ...DAYS].flatMap((click) =>
    [undefined, ...DAYS].flatMap((engagement) =>
      [undefined, ...DAYS].map((view) => JSON.parse(JSON.stringify({ click, engagement, view }))),
    ),
  );
  const broken = (body: JsonObject): boolean =>
    validate(body, { today: "2026-03-08" }).some(({ rule }) => rule === "known");

  it("are accepted or rejected as in a table of all combinations", () => {
    const table = new Set(values.map(String));
    for (const body of all) {
      const isKnown = Object.keys(WINDOWS).every(
        (name) => name in body || "default" in (properties[name] as JsonObject),
      );
      const { click, engagement, view } = { ...WINDOWS, ...body };
      expect(broken(body), JSON.stringify(body)).toBe(
        isKnown && !table.has(`${click},${engagement},${view}`),
      );
    }
  });

  it("are accepted or rejected by their JSON Schema in the same way", () => {
    const [request] = lower(contract("error")).model.flows;
    const accepts = new Ajv2020({ strict: true }).compile(jsonSchema(request as Request));
    for (const body of all) expect(accepts(body), JSON.stringify(body)).toBe(!broken(body));
  });

  it("cause no additional message if a field's value is invalid", () => {
    for (const odd of [29, "30", {}, [7], true, Number.NaN])
      expect(broken({ click: odd as never, engagement: 7, view: 0 }), String(odd)).toBe(false);
  });
});

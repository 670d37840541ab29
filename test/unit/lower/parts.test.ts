import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { contractOfBodies } from "../../support/described-bodies.js";
import { validatorsOf } from "../../support/generated-code.js";

const open = { type: "object", additionalProperties: true };
const PARTS: readonly JsonObject[] = [
  ...["string", "integer", "number", "boolean"].map((type) => ({ type })),
  { type: "integer", minimum: 2 },
  { type: "number", minimum: 3, maximum: 4 },
  { type: "integer", exclusiveMinimum: 2 },
  { type: "number", exclusiveMaximum: 3 },
  { type: "number", exclusiveMaximum: 2, maximum: 5 },
  { type: "integer", multipleOf: 2 },
  { type: "integer", multipleOf: 3 },
  { type: "string", minLength: 2 },
  { type: "string", minLength: 1, maxLength: 2 },
  { type: "string", maxLength: 3 },
  { type: "string", pattern: "^a" },
  { type: "string", enum: ["a", "ab"] },
  { type: "string", enum: ["ab", "b"] },
  { enum: ["b", "abcd"] },
  { type: "array", items: { type: "string" } },
  { type: "array", items: { type: "string", minLength: 2 }, minItems: 1 },
  { type: "array", minItems: 2, maxItems: 3 },
  { type: "array", maxItems: 2, uniqueItems: true },
  { type: "array", uniqueItems: false },
  { ...open, properties: { a: { type: "string" } } },
  { ...open, properties: { a: { type: "string", minLength: 2 } }, required: ["a"] },
  { ...open, properties: { b: { type: "integer" } }, minProperties: 1 },
  { ...open, maxProperties: 1, required: ["b"] },
  { ...open, minProperties: 2, maxProperties: 2 },
  {},
  { description: "Words." },
  { readOnly: false, deprecated: true },
];

const VALUES: readonly Json[] = [
  ...[0, 1, 1.5, 2, 2.5, 3, 4, 5, 6, true, "", "a", "b", "ab", "abc", "abcd", "ba"],
  ...[[], ["a"], ["ab"], ["ab", "ab"], ["ab", "b"], ["ab", "a", "abc"], [1], [1, 2, 3, 4]],
  ...[{}, { a: "a" }, { a: "ab" }, { b: 1 }, { a: "ab", b: 1 }, { a: 1 }, { c: 1 }],
  ...[
    { a: "ab", c: 1 },
    { a: "ab", b: 1, c: 1 },
  ],
];

describe("two parts of a schema", () => {
  // Each pair in both orders: first side by side, then with the second part next to an `allOf` of
  // the first.
  const cases = PARTS.flatMap((one, at) =>
    PARTS.map((other, place) =>
      at <= place ? { allOf: [one, other] } : { ...other, allOf: [one] },
    ),
  ).map((schema, index) => ({ schema, field: `field${index}` }));
  const contract = contractOfBodies({
    parts: {
      body: {
        type: "object",
        properties: Object.fromEntries(cases.map(({ field, schema }) => [field, schema])),
      },
    },
  });
  const { notices } = lower(contract);
  const told = new Set(notices.map(({ where }) => /\/properties\/(field\d+)/.exec(where)?.[1]));
  const check = validatorsOf(contract)("parts");
  const ajv = new Ajv2020({ strict: false });

  it("accept what Ajv accepts, without a notice if any value satisfies both", () => {
    const wrong = cases.flatMap(({ schema, field }): readonly string[] => {
      const judge = ajv.compile(schema);
      const accepted = VALUES.filter((value) => judge(value));
      const passing = VALUES.filter((value) =>
        check({ [field]: value }).every(({ severity }) => severity !== "error"),
      );
      const isExact = JSON.stringify(accepted) === JSON.stringify(passing);
      // A limit that excludes some values of an enum is not checked.
      const mayBeTold = accepted.length === 0 || JSON.stringify(schema).includes('"enum"');
      const isAsSaid = told.has(field)
        ? mayBeTold && !isExact && accepted.every((value) => passing.includes(value))
        : isExact;
      return isAsSaid ? [] : [JSON.stringify({ schema, accepted, passing, told: told.has(field) })];
    });
    expect(wrong).toEqual([]);
  });
});

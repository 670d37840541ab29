import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { contractOfBodies } from "../../support/described-bodies.js";
import { runs } from "../../support/effort.js";
import { validatorsOf } from "../../support/generated-code.js";

const text: JsonObject = { type: "string" };
const whole: JsonObject = { type: "integer" };

const additional = fc.constantFrom<JsonObject>(
  {},
  { additionalProperties: true },
  { additionalProperties: false },
  { additionalProperties: text },
  { additionalProperties: { type: "string", maxLength: 2 } },
);
const part = fc.tuple(fc.subarray(["a", "b"]), additional).map(
  ([names, more]): JsonObject => ({
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, name === "a" ? text : whole])),
    ...more,
  }),
);
const unevaluated = fc.constantFrom<JsonObject>(
  ...[{}, {}, { unevaluatedProperties: false }, { unevaluatedProperties: text }],
);
const drawn = fc.tuple(fc.array(part, { minLength: 1, maxLength: 3 }), unevaluated);

const FURTHER: readonly JsonObject[] = [{}, { x: "y" }, { x: "long" }, { x: 1 }, { x: {} }];
const BODIES = [{}, { a: "a" }, { b: 1 }, { a: "a", b: 1 }].flatMap((known) =>
  FURTHER.map((further): JsonObject => ({ ...known, ...further })),
);

describe("`additionalProperties` of several parts of an object", () => {
  it("all apply to undeclared names, with a notice if they reject more than the validator does", () => {
    const schemas = fc
      .sample(drawn, { numRuns: runs(150), seed: 5 })
      .map(([allOf, more]): JsonObject => ({ allOf, ...more }));
    const operations = Object.fromEntries(
      schemas.map((schema, index) => [
        `call${index}`,
        { body: { type: "object", properties: { in: schema } } },
      ]),
    );
    const contract = contractOfBodies(operations);
    const validatorOf = validatorsOf(contract);
    const { notices } = lower(contract);
    const ajv = new Ajv2020({ strict: false });
    let told = 0;
    for (const [index, schema] of schemas.entries()) {
      const isValid = ajv.compile(schema);
      const validate = validatorOf(`call${index}`);
      const lines = notices.filter(({ where }) => where.includes(`~1call${index}/`));
      const saysMore = JSON.stringify(schema).includes('Properties":');
      const looser = BODIES.filter((body) => {
        const isAccepted = validate({ in: body }).length === 0;
        const shown = JSON.stringify([schema, body]);
        // If the schema does not mention undeclared names, the validator treats them as typos.
        if (isValid(body) && saysMore) expect(isAccepted, shown).toBe(true);
        return isAccepted && !isValid(body);
      });
      if (looser.length > 0) expect(lines.length, JSON.stringify([schema, looser])).not.toBe(0);
      told += lines.length;
      // For a name that no part declares, the validator is never looser.
      const names = Object.assign(
        {},
        ...((schema.allOf as JsonObject[]) ?? []).map((one) => one.properties),
      );
      const unknown = looser.filter((body) => Object.keys(body).every((name) => !(name in names)));
      expect(unknown, JSON.stringify(schema)).toEqual([]);
    }
    expect(told).toBeGreaterThan(10);
  });
});

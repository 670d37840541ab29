import { expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import * as support from "../../../runtime/support-data.js";
import { body, contract, empty } from "../../support/every-shape.js";
import { validatorsOf } from "../../support/generated-code.js";

/**
 * Names that a validator's code may use: exports of the support entry, globals, and its own
 * variables.
 */
const NAMES = [
  ...Object.keys(support),
  ..."Array Blob Number Object Set base body count fields index item key options severity today value violations".split(
    " ",
  ),
];

const LETTERS = [..."ABCDEFGHIJKLMNOP"];

/** Types of undeclared properties, each with a valid value. */
const ADDITIONAL: readonly (readonly [JsonObject, unknown])[] = [
  [{ type: "array", items: { type: "string" } }, ["a"]],
  [{ type: "array", maxItems: 2, items: { type: "integer", minimum: 1 } }, [1]],
  [{ type: "string", format: "binary" }, "a"],
  [{ type: "string", pattern: "^\\d+$", maxLength: 3 }, "12"],
  [{ type: "string", format: "date" }, "2026-03-01"],
  [{ type: "string", format: "date-time" }, "2026-03-01T00:00:00Z"],
  [{ type: "string", minLength: 1, maxLength: 3, pattern: "^a" }, "abc"],
  [{ type: "array", uniqueItems: true, items: { type: "string", enum: LETTERS } }, ["A"]],
  [{ type: "number", multipleOf: 0.1, exclusiveMaximum: 5 }, 1.5],
  [{ type: "number" }, 1.5],
  [{ type: "object", properties: { a: { type: "string" } }, required: ["a"] }, { a: "b" }],
];

it.each(ADDITIONAL)(
  "fields named like helper functions do not break the check of %j",
  (additionalProperties, value) => {
    const properties = Object.fromEntries(NAMES.map((name) => [name, { type: "string" }]));
    const sizes = { minProperties: 1, maxProperties: NAMES.length + 1 };
    const schema = { type: "object", required: NAMES, properties, additionalProperties, ...sizes };
    const post = {
      operationId: "names/create",
      requestBody: body("application/json", schema),
      responses: empty,
    };
    const validate = validatorsOf(contract({ "/names": { post } }))("names-create");
    const fields = Object.fromEntries(NAMES.map((name) => [name, "text"]));
    expect(validate({ ...fields, other: value })).toEqual([]);
  },
);

import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import {
  isJsonType,
  normalizeBody,
  normalizeOperation,
  normalizeResponse,
  normalizeSchema,
} from "../../../generator/parse/normalize.js";

/** A schema converted to OpenAPI 3.0, and the notices about it. */
function normalized(schema: Json): readonly [schema: JsonObject, told: readonly string[]] {
  const told: string[] = [];
  const node = normalizeSchema(schema, (construct, about) =>
    told.push(about === undefined ? construct : `${construct} ${about}`),
  );
  return [node, told];
}

const text = { type: "string" };
const any = { a: text, b: { type: "integer" } };

/** JSON.parse reads a number this large as Infinity. */
const BEYOND: number = JSON.parse("1e400");

describe("converting a schema from OpenAPI 3.1 or 3.2 to 3.0", () => {
  it.each<readonly [what: string, written: Json, node: JsonObject, told?: readonly string[]]>([
    [
      "keywords that 3.0 also has",
      { type: "object", required: ["a"], properties: any },
      { type: "object", required: ["a"], properties: any },
    ],
    [
      "null among types and values",
      { type: ["string", "null"], enum: ["A", null] },
      { type: "string", enum: ["A", null], nullable: true },
    ],
    [
      "null among types, but not among values",
      { type: ["string", "null"], enum: ["A"] },
      { type: "string", enum: ["A"] },
    ],
    [
      "null among types",
      { type: ["string", "null"], maxLength: 3 },
      { type: "string", maxLength: 3, nullable: true },
    ],
    ["null alone", { type: "null" }, { nullable: true, enum: [null] }],
    ["a list of one type", { type: ["string"] }, { type: "string" }],
    [
      "several types, each with its keywords",
      { type: ["string", "array", "null"], minLength: 1, items: text, default: "a" },
      {
        default: "a",
        nullable: true,
        anyOf: [
          { type: "string", minLength: 1 },
          { type: "array", items: text },
        ],
      },
    ],
    ["a number that may be whole", { type: ["integer", "number"] }, { type: "number" }],
    [
      "types that the values say",
      { type: ["string", "integer"], enum: ["a", 1] },
      { enum: ["a", 1] },
    ],
    [
      "null among several",
      { anyOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] },
      { nullable: true, allOf: [{ $ref: "#/components/schemas/A" }] },
    ],
    [
      "null among more",
      { oneOf: [text, { type: "integer" }, { type: "null" }] },
      { oneOf: [text, { type: "integer" }], nullable: true },
    ],
    [
      "integers that no number holds",
      { type: "integer", minimum: 1, maximum: 2 ** 53, default: -(2 ** 63), enum: [1, 2 ** 60] },
      { type: "integer", minimum: 1 },
      ["enum", "default", "maximum"].map((keyword) => `inexact number ${keyword}`),
    ],
    [
      "numbers beyond the largest",
      { type: "number", minimum: 1, maximum: BEYOND, default: -BEYOND, enum: [1, BEYOND] },
      { type: "number", minimum: 1 },
      ["keyword with an invalid value maximum", "inexact number enum", "inexact number default"],
    ],
    ["a constant that no number holds", { const: { a: [2 ** 53] } }, {}, ["inexact number const"]],
    ["a constant", { type: "string", const: "A" }, { type: "string", enum: ["A"] }],
    [
      "values with words of their own",
      {
        oneOf: [
          { const: "A", description: "One" },
          { const: "B", title: "Other" },
        ],
      },
      { enum: ["A", "B"] },
    ],
    [
      "values of one type",
      {
        anyOf: [{ type: "string", const: "A" }, { type: "string", enum: ["B"] }, { type: "null" }],
      },
      { nullable: true, enum: ["A", "B"], type: "string" },
    ],
    [
      "values of several types",
      {
        oneOf: [
          { type: "string", const: "A" },
          { type: "integer", const: 1 },
        ],
      },
      {
        oneOf: [
          { type: "string", const: "A" },
          { type: "integer", const: 1 },
        ],
      },
    ],
    ["a constant object", { const: { a: 1 } }, {}, ["unchecked keyword const"]],
    [
      "a limit that is a number of its own",
      { exclusiveMinimum: 3 },
      { minimum: 3, exclusiveMinimum: true },
    ],
    [
      "both limits, the stricter one",
      { minimum: 5, exclusiveMinimum: 3, maximum: 9, exclusiveMaximum: 7 },
      { minimum: 5, maximum: 7, exclusiveMaximum: true },
    ],
    [
      "items by position",
      { type: "array", prefixItems: [text, { type: "integer" }], items: false },
      { type: "array", items: { anyOf: [text, { type: "integer" }] }, maxItems: 2 },
      ["items by position prefixItems"],
    ],
    [
      "items by position, and more items",
      { prefixItems: [text] },
      { items: {} },
      ["items by position prefixItems"],
    ],
    [
      "items by position, as in older drafts",
      { items: [text] },
      { items: {} },
      ["items by position items"],
    ],
    [
      "items that were not evaluated",
      { type: "array", unevaluatedItems: text },
      { type: "array" },
      ["unchecked keyword unevaluatedItems"],
    ],
    [
      "items that were all evaluated",
      { type: "array", items: text, unevaluatedItems: false },
      { type: "array", items: text },
    ],
    [
      "names that look like something",
      { type: "object", patternProperties: { "^x": text }, additionalProperties: false },
      { type: "object", additionalProperties: text },
      ["unchecked keyword patternProperties"],
    ],
    [
      "conditions",
      // An object literal with `then` would look like a promise.
      JSON.parse(
        '{ "type": "object", "properties": { "a": { "type": "string" } }, "if": { "required": ["a"] }, "then": { "properties": { "b": {} } }, "else": { "$ref": "#/components/schemas/A" } }',
      ),
      JSON.parse(
        '{ "type": "object", "properties": { "b": {}, "a": { "type": "string" } }, "additionalProperties": true, "if": { "required": ["a"] }, "then": { "properties": { "b": {} } }, "else": { "$ref": "#/components/schemas/A" } }',
      ),
    ],
    ["a condition without a consequence", { if: { required: ["a"] } }, {}],
    ["a consequence without a condition", { else: { required: ["a"] } }, {}],
    [
      "dependencies of older drafts",
      { type: "object", dependencies: { a: ["b"], c: { properties: { d: text } } } },
      {
        type: "object",
        properties: { d: {} },
        dependencies: { a: { required: ["b"] }, c: { properties: { d: text } } },
      },
    ],
    [
      "what depends on what",
      { type: "object", dependentRequired: { a: ["b"] }, propertyNames: { maxLength: 3 } },
      { type: "object", dependentRequired: { a: ["b"] } },
      ["unchecked keyword propertyNames"],
    ],
    [
      "what was not evaluated",
      { type: "object", unevaluatedProperties: text },
      { type: "object", additionalProperties: text, "x-unevaluated": true },
    ],
    [
      "a text that is none",
      { type: "string", contentMediaType: "application/octet-stream" },
      { type: "string", format: "binary" },
    ],
    [
      "a text that is encoded",
      { type: "string", contentMediaType: "image/png", contentEncoding: "base64" },
      { type: "string" },
    ],
    [
      "a part beside a reference",
      { $ref: "#/components/schemas/A", properties: { a: text } },
      { allOf: [{ $ref: "#/components/schemas/A" }, { properties: { a: text } }] },
    ],
    [
      "words beside a reference",
      { $ref: "#/components/schemas/A", description: "Ours" },
      { $ref: "#/components/schemas/A", description: "Ours" },
    ],
    ["a schema that allows all", true, {}],
    ["a schema that allows nothing", false, {}, ["schema that accepts nothing"]],
    ["what is no schema", "string", {}, ["schema that is not an object"]],
    ["a dynamic reference", { $dynamicRef: "#node" }, {}, ["dynamic reference $dynamicRef"]],
    [
      "a discriminator of Swagger",
      { discriminator: "kind" },
      { discriminator: { propertyName: "kind" } },
    ],
    [
      "keywords with invalid values",
      {
        type: "money",
        minLength: "3",
        required: true,
        enum: "A",
        properties: [1],
        nullable: "yes",
        allOf: {},
        items: 3,
      },
      {},
      [
        'unknown type "money"',
        ...["minLength", "required", "enum", "properties", "nullable", "allOf", "items"].map(
          (keyword) => `keyword with an invalid value ${keyword}`,
        ),
      ],
    ],
    ["a misspelled type", { type: "strnig" }, {}, ['unknown type "strnig"; did you mean string?']],
    [
      "a list with a misspelled type",
      { type: ["nul", "string"] },
      {},
      ['unknown type "nul"; did you mean null?'],
    ],
    ["a type that is not a string", { type: 5 }, {}, ["keyword with an invalid value type"]],
    ["empty lists of schemas", { type: "string", oneOf: [], allOf: [] }, { type: "string" }],
    ["unknown keywords", { type: "string", fancy: { a: 1 } }, { type: "string", fancy: { a: 1 } }],
  ])("handles %s", (_, written, node, told = []) => {
    expect(normalized(written ?? null)).toEqual([node, told]);
  });
});

describe("media types", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    "Application/JSON",
    "application/vnd.pinterest.v5+json",
    "text/json",
    "*/*",
    "application/*",
  ])("%s counts as JSON", (type) => {
    expect(isJsonType(type)).toBe(true);
  });

  it.each(["application/jsonlines", "text/csv", "application/xml", "json", "multipart/form-data"])(
    "%s does not count as JSON",
    (type) => {
      expect(isJsonType(type)).toBe(false);
    },
  );

  it("for JSON lose their parameters and keep their order in a body, and become application/json in a response", () => {
    const one = { schema: text };
    expect(normalizeBody({ content: { "application/json; charset=utf-8": one } })).toEqual({
      content: { "application/json": one },
    });
    expect(normalizeBody({ content: { "application/vnd.x+json": one } })).toEqual({
      content: { "application/vnd.x+json": one },
    });
    expect(
      normalizeResponse({ content: { "application/vnd.x+json": one, "text/csv": {} } }),
    ).toEqual({
      content: { "text/csv": {}, "application/json": one },
    });
    expect(
      Object.entries(
        normalizeBody({
          content: { "text/csv; header=present": one, "application/pdf": {}, "Text/CSV": {} },
        }).content as JsonObject,
      ),
    ).toEqual([
      ["text/csv", one],
      ["application/pdf", {}],
    ]);
    const plain = { content: { "application/json": one, "application/vnd.x+json": {} } };
    expect(normalizeResponse(plain)).toBe(plain);
  });
});

describe("successful responses", () => {
  it.each<readonly [JsonObject, readonly string[]]>([
    [{ "2XX": {}, "4XX": {} }, ["4XX", "200"]],
    [{ default: {} }, ["200", "default"]],
    [{ default: {}, "400": {} }, ["200", "400", "default"]],
    [{ "201": {}, default: {} }, ["201", "default"]],
  ])("are normalized correctly for %j", (responses, statuses) => {
    expect(Object.keys(normalizeOperation({ responses }).responses ?? {}).sort()).toEqual(
      [...statuses].sort(),
    );
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { jsonSchema } from "../../../generator/emit/json-schema.js";
import { lower } from "../../../generator/lower/lower.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { contractOfBodies, type Described } from "../../support/described-bodies.js";
import { inTurn } from "../../support/effort.js";
import { validatorsOf } from "../../support/generated-code.js";

const REFS = join(dirname(createRequire(import.meta.url).resolve("ajv/package.json")), "dist/refs");

/** All keywords of a dialect, from its meta-schemas. */
function keywordsIn(...path: readonly string[]): readonly string[] {
  const at = join(REFS, ...path);
  const files = at.endsWith(".json") ? [at] : readdirSync(at).map((file) => join(at, file));
  return files.flatMap((file) => Object.keys(JSON.parse(readFileSync(file, "utf8")).properties));
}

const KEYWORDS = new Set([
  ...keywordsIn("json-schema-2020-12", "meta"),
  ...keywordsIn("json-schema-2019-09", "meta"),
  ...keywordsIn("json-schema-draft-07.json"),
  // Added by OpenAPI 3.0 and 3.1.
  ...["discriminator", "example", "externalDocs", "nullable", "xml"],
]);

/** Keywords that reject no value. */
const WITHOUT_MEANING = [
  // These name schemas, or say how to read them.
  ...["$anchor", "$comment", "$defs", "$dynamicAnchor", "$id", "$recursiveAnchor", "$schema"],
  ...["$vocabulary", "definitions"],
  ...["title", "description", "default", "deprecated", "readOnly", "writeOnly"],
  ...["example", "examples", "externalDocs", "xml"],
  ...["contentEncoding", "contentMediaType", "contentSchema"],
  // These select a schema, or accept more.
  ...["discriminator", "nullable"],
  // Its target is resolved during reading, and only draft 2019-09 has it.
  "$recursiveRef",
];

interface Example {
  readonly keyword: string;
  readonly schema: JsonObject;
  /** A value that the keyword rejects, and one that it accepts. */
  readonly refused: Json;
  readonly accepted: Json;
  /** True if only validators for an older draft know the keyword. */
  readonly old?: true;
  /** The keyword in the notice, if it is a different one. */
  readonly told?: string;
}

/** An object literal with `then` would look like a promise. */
const parsed = (text: string): JsonObject => JSON.parse(text) as JsonObject;

const text = { type: "string" };
const list = { type: "array" };
const object = { type: "object" };
const ab = { ...object, properties: { a: { type: "string" }, b: { type: "string" } } };
const open = { ...object, additionalProperties: true };

const example = (
  keyword: string,
  schema: JsonObject,
  refused: Json,
  accepted: Json,
  more: Pick<Example, "old" | "told"> = {},
): Example => ({ keyword, schema, refused, accepted, ...more });

const EXAMPLES: readonly Example[] = [
  example("type", text, 5, "a"),
  example("type", { type: ["string", "integer"] }, true, 5),
  example("type", { type: ["integer", "null"] }, "a", null),
  example("enum", { ...text, enum: ["A", "B"] }, "C", "A"),
  example("enum", { type: "integer", enum: [1, 2] }, 3, 1),
  example("enum", { enum: [{ a: 1 }] }, { a: 2 }, { a: 1 }),
  example("enum", { enum: ["A", 1, null] }, 2, null),
  example("const", { const: "A" }, "B", "A"),
  example("const", { const: false }, true, false),
  example("const", { const: { a: 1 } }, { a: 2 }, { a: 1 }),
  example("pattern", { ...text, pattern: "^a" }, "b", "a"),
  example("pattern", { ...text, pattern: "^(a+)+$" }, "b", "a"),
  example("minLength", { ...text, minLength: 2 }, "a", "ab"),
  example("maxLength", { ...text, maxLength: 2 }, "abc", "ab"),
  example("minLength", { minLength: 2 }, "a", 5),
  example("maxLength", { ...text, enum: ["A", "BC"], maxLength: 1 }, "BC", "A"),
  example("maximum", { type: "integer", enum: [1, 9], maximum: 5 }, 9, 1),
  example("format", { ...text, format: "date" }, "2026-02-29", "2024-02-29"),
  example("format", { ...text, format: "date" }, "20260201", "2026-02-01"),
  example("format", { ...text, format: "date-time" }, "2026-02-01T00:00", "2026-02-01T00:00:00Z"),
  example(
    "format",
    { ...text, format: "date-time" },
    "2026-02-29T00:00:00Z",
    "2026-12-31T23:59:60Z",
  ),
  example("minimum", { type: "integer", minimum: 3 }, 2, 3),
  example("maximum", { type: "number", maximum: 3 }, 3.5, 3),
  example("exclusiveMinimum", { type: "number", exclusiveMinimum: 3 }, 3, 3.5),
  example("exclusiveMaximum", { type: "integer", exclusiveMaximum: 3 }, 3, 2),
  example("exclusiveMaximum", { type: "integer", maximum: 2, exclusiveMaximum: 2 }, 2, 1),
  example("multipleOf", { type: "integer", multipleOf: 5 }, 12, -15),
  example("multipleOf", { type: "number", multipleOf: 0.25 }, 0.3, 0.75),
  example("multipleOf", { multipleOf: 2 }, 3, "a"),
  example("minItems", { ...list, minItems: 2 }, [1], [1, 2]),
  example("maxItems", { ...list, maxItems: 1 }, [1, 2], [1]),
  example("uniqueItems", { ...list, uniqueItems: true }, [1, 2, 1], [1, "1", true]),
  example("uniqueItems", { ...list, items: text, uniqueItems: true }, ["a", "a"], ["a", "b"]),
  example(
    "uniqueItems",
    { ...list, uniqueItems: true },
    [
      { a: 1, b: [{}] },
      { b: [{}], a: 1 },
    ],
    [{ a: 1 }, { a: [1] }, {}],
  ),
  example("uniqueItems", { uniqueItems: true }, [1, 1], "a"),
  example("items", { ...list, items: text }, [5], ["a"]),
  example("items", { ...list, items: false }, [5], []),
  example("items", { ...list, items: [text] }, [5], ["a", 5], { old: true }),
  example("additionalItems", { ...list, items: [text], additionalItems: text }, ["a", 5], ["a"], {
    old: true,
    told: "items",
  }),
  example("prefixItems", { ...list, prefixItems: [text, { type: "integer" }] }, [5, 5], ["a", 5]),
  example("unevaluatedItems", { ...list, unevaluatedItems: text }, [5], ["a"]),
  example(
    "unevaluatedItems",
    { ...list, prefixItems: [text], unevaluatedItems: false },
    ["a", "a"],
    ["a"],
  ),
  example("contains", { ...list, contains: { const: 5 } }, [4], [4, 5]),
  example("minContains", { ...list, contains: { const: 5 }, minContains: 2 }, [5], [5, 5]),
  example("maxContains", { ...list, contains: { const: 5 }, maxContains: 1 }, [5, 5], [5]),
  example(
    "maxContains",
    { ...list, contains: { const: 5 }, minContains: 0, maxContains: 1 },
    [5, 5],
    [],
  ),
  example("properties", ab, { a: 5 }, { a: "a" }),
  example("required", { ...ab, required: ["a"] }, { b: "b" }, { a: "a" }),
  example("required", { ...object, required: ["c"] }, {}, { c: 5 }),
  example("required", { required: ["c"] }, {}, { c: 5 }),
  example("minProperties", { ...open, minProperties: 1 }, {}, { a: 1 }),
  example("maxProperties", { ...open, maxProperties: 1 }, { a: 1, b: 1 }, { a: 1 }),
  example("additionalProperties", { ...ab, additionalProperties: false }, { c: 1 }, {}),
  example("additionalProperties", { ...ab, additionalProperties: text }, { c: 1 }, { c: "c" }),
  example("unevaluatedProperties", { ...ab, unevaluatedProperties: false }, { c: 1 }, {}),
  example("unevaluatedProperties", { ...ab, unevaluatedProperties: text }, { c: 1 }, { c: "c" }),
  example("patternProperties", { ...open, patternProperties: { "^c": text } }, { c: 1 }, { d: 1 }),
  example("propertyNames", { ...open, propertyNames: { maxLength: 1 } }, { ab: 1 }, { a: 1 }),
  example("allOf", { allOf: [text, { minLength: 2 }] }, "a", "ab"),
  example("anyOf", { anyOf: [text, { type: "integer" }] }, true, 5),
  example("anyOf", { ...ab, anyOf: [{ required: ["a"] }, { required: ["b"] }] }, {}, { b: "b" }),
  example("oneOf", { oneOf: [text, { type: "integer" }] }, true, 5),
  example("not", { ...text, not: { enum: ["A"] } }, "A", "B"),
  example("not", { ...ab, not: { required: ["a", "b"] } }, { a: "a", b: "b" }, { a: "a" }),
  example("dependentRequired", { ...ab, dependentRequired: { a: ["b"] } }, { a: "a" }, { b: "b" }),
  example(
    "dependentSchemas",
    { ...ab, dependentSchemas: { a: { required: ["b"] } } },
    { a: "a" },
    { b: "b" },
  ),
  example("dependencies", { ...ab, dependencies: { a: ["b"] } }, { a: "a" }, { b: "b" }),
  example(
    "if",
    { ...ab, ...parsed('{ "if": { "required": ["a"] }, "then": { "required": ["b"] } }') },
    { a: "a" },
    { b: "b" },
  ),
  example(
    "then",
    { ...text, ...parsed('{ "if": { "minLength": 2 }, "then": { "maxLength": 3 } }') },
    "abcd",
    "abc",
    { told: "if" },
  ),
  example(
    "else",
    { ...ab, ...parsed('{ "if": { "required": ["a"] }, "else": { "required": ["b"] } }') },
    {},
    { b: "b" },
    { told: "if" },
  ),
  example("$ref", { $ref: "#/components/schemas/Text" }, 5, "a"),
  example("$dynamicRef", { $dynamicRef: "#text" }, 5, "a"),
];

interface Placed extends Described {
  readonly schemas?: JsonObject;
  /** The request with this value in this place. */
  of(value: Json): Json;
}

const has = (properties: JsonObject): JsonObject => ({ ...object, properties });

/** The places where a schema can be. */
const PLACES: Readonly<Record<string, (schema: JsonObject, name: string) => Placed | null>> = {
  "a field": (schema) => ({ body: has({ x: schema }), of: (x) => ({ x }) }),
  "a nested field": (schema) => ({
    body: has({ o: has({ x: schema }) }),
    of: (x) => ({ o: { x } }),
  }),
  "an item": (schema) => ({
    body: has({ l: { ...list, items: schema } }),
    of: (x) => ({ l: [x] }),
  }),
  "a field of any name": (schema) => ({
    body: has({ m: { ...object, additionalProperties: schema } }),
    of: (x) => ({ m: { x } }),
  }),
  "behind a reference": (schema, name) => ({
    body: has({ x: { $ref: `#/components/schemas/${name}` } }),
    schemas: { [name]: schema },
    of: (x) => ({ x }),
  }),
  "in allOf": (schema) => ({ body: has({ x: { allOf: [schema] } }), of: (x) => ({ x }) }),
  "in allOf behind a reference": (schema, name) => ({
    body: has({ x: { allOf: [{ $ref: `#/components/schemas/${name}` }, { description: "A." }] } }),
    schemas: { [name]: schema },
    of: (x) => ({ x }),
  }),
  "an alternative": (schema) => ({
    body: has({ x: { anyOf: [schema, { ...has({ other: text }), required: ["other"] }] } }),
    of: (x) => ({ x }),
  }),
  "the body": (schema) => (schema.type === "object" ? { body: schema, of: (x) => x } : null),
  "a parameter": (schema) => ({
    parameters: [{ name: "x", in: "query", schema }],
    of: (x) => ({ x }),
  }),
};

it("each keyword of JSON Schema and OpenAPI either rejects values in an example or has no effect", () => {
  const known = [...EXAMPLES.map(({ keyword }) => keyword), ...WITHOUT_MEANING];
  expect([...KEYWORDS].filter((keyword) => !known.includes(keyword))).toEqual([]);
});

describe("a value that Ajv rejects because of a keyword", () => {
  const schemas: Record<string, Json> = {
    Text: { ...text, $dynamicAnchor: "text" },
  };
  const cases = Object.entries(PLACES).flatMap(([place, stand], at) =>
    inTurn(EXAMPLES, at, 3).flatMap((one, index) => {
      const name = `case-${at}-${index}`;
      const placed = stand(one.schema, name);
      if (placed === null) return [];
      Object.assign(schemas, placed.schemas);
      return [{ ...one, ...placed, place, name }];
    }),
  );
  const contract = contractOfBodies(
    Object.fromEntries(cases.map((one) => [one.name, one])),
    schemas,
  );
  const { model, notices } = lower(contract);
  const validate = validatorsOf(contract);
  const formats = ["date", "date-time"] as const;
  const judges = [new Ajv2020({ strict: false }), new Ajv({ strict: false })].map((ajv) =>
    addFormats.default(ajv, [...formats]),
  );

  it.each(Object.keys(PLACES))("is rejected, or a notice names the keyword: %s", (place) => {
    const silent: string[] = [];
    const wrong: string[] = [];
    // Where the generated JSON Schema disagrees with the validator.
    const differs: string[] = [];
    for (const one of cases.filter((candidate) => candidate.place === place)) {
      const { keyword, name, refused, accepted, told = keyword, old, body, parameters = [] } = one;
      const whole =
        body ??
        has(Object.fromEntries(parameters.map(({ name, schema }) => [String(name), schema ?? {}])));
      const judge = judges[old === true ? 1 : 0]?.compile(
        parsed(
          // Ajv resolves a dynamic reference only below the schema with its anchor.
          JSON.stringify({
            ...(whole as JsonObject),
            components: { schemas: { Text: text, ...one.schemas } },
          }).replaceAll('"$dynamicRef":"#text"', '"$ref":"#/components/schemas/Text"'),
        ),
      );
      const about = `${keyword}: ${JSON.stringify(one.schema)}`;
      expect([about, judge?.(one.of(refused)), judge?.(one.of(accepted))]).toEqual([
        about,
        false,
        true,
      ]);
      const operation = model.operations.find((candidate) => candidate.name === name);
      const exported = operation && judges[0]?.compile(jsonSchema(operation));
      const isRefused = (value: Json): boolean => {
        const violations = validate(name)(one.of(value));
        const has = violations.some(({ severity }) => severity === "error");
        if (exported?.(one.of(value)) === has) differs.push(about);
        return has;
      };
      const isTold = notices.some(
        ({ kind, what, where }) =>
          kind === "loosened" &&
          new RegExp(`(?<![\\w$])${told.replace("$", "\\$")}(?!\\w)`).test(what) &&
          where.includes(name),
      );
      if (isRefused(accepted)) wrong.push(about);
      if (!isRefused(refused) && !isTold) silent.push(about);
    }
    expect({ silent, wrong, differs }).toEqual({ silent: [], wrong: [], differs: [] });
  });
});

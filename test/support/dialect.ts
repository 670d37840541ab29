import type { Json, JsonObject } from "../../generator/parse/json.js";

export const text: JsonObject = { type: "string" };

export const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

export const answer = (schema: Json, type = "application/json"): JsonObject => ({
  description: "Fine",
  content: { [type]: { schema } },
});

/**
 * A description in the syntax of 3.1 and 3.2 that uses every feature that must not stop generation.
 */
export const described: JsonObject = {
  openapi: "3.2.0",
  jsonSchemaDialect: "https://spec.openapis.org/oas/3.1/dialect/base",
  info: { title: "Made up", version: "1.0.0", summary: "A summary." },
  servers: [{ url: "https://api.pinterest.com/v5/" }, { url: "https://sandbox.example" }],
  webhooks: { made: { post: { responses: {} } } },
  paths: {
    "/accounts/{account-id}/things:make": {
      $ref: "#/components/pathItems/Things",
    },
    "/trees/{id}.json": {
      parameters: [{ name: "id", in: "path", schema: text }],
      get: {
        operationId: "trees/get",
        responses: {
          "2XX": answer(to("Tree"), "application/vnd.made-up+json; charset=utf-8"),
          default: answer(to("Nowhere")),
        },
        callbacks: { done: { "{$request.query.url}": { post: { responses: {} } } } },
        "x-words": { all: "A comment." },
      },
    },
    "/lost": {
      get: {
        operationId: "lost/get",
        responses: {
          "200": answer({ type: "object", required: ["a"], properties: { a: to("Nowhere") } }),
        },
      },
    },
    "/moved": {
      servers: [{ url: "https://elsewhere.example" }],
      get: { operationId: "moved/get", responses: { "204": { description: "Fine" } } },
    },
  },
  components: {
    pathItems: {
      Things: {
        post: {
          operationId: "things/make",
          parameters: [
            {
              name: "account-id",
              in: "path",
              required: true,
              schema: { type: ["string", "integer"] },
            },
            { name: "X-Trace", in: "header", schema: text },
          ],
          requestBody: {
            required: true,
            content: { "application/json; charset=utf-8": { schema: to("Thing") } },
          },
          responses: { default: answer({ type: ["array", "null"], items: to("Thing") }) },
        },
      },
    },
    schemas: {
      Thing: {
        type: "object",
        required: ["name", "ghost"],
        unevaluatedProperties: false,
        properties: {
          name: { type: ["string", "null"], examples: ["A"], $comment: "Ignored." },
          kind: { const: "THING" },
          size: { type: "integer", exclusiveMinimum: 0, multipleOf: 5 },
          place: { $ref: "#/components/schemas/Thing/$defs/place", description: "Where it is." },
          places: { type: "array", prefixItems: [text, { type: "integer" }], items: false },
          tree: { anyOf: [to("Tree"), { type: "null" }] },
          maybe: to("Nowhere"),
          nothing: false,
          anything: true,
          names: { type: "object", patternProperties: { "^x-": text } },
          animal: to("Animal"),
          "ad-ids": { type: "array", items: { type: "string", enum: ["A"] } },
          ad_ids: { type: "array", items: { type: "string", enum: ["B"] } },
          __proto__: text,
        },
        $defs: { place: { type: "object", properties: { city: text } } },
      },
      Tree: {
        type: "object",
        properties: { name: text, left: to("Tree"), right: { oneOf: [to("Tree"), text] } },
      },
      Animal: {
        oneOf: [to("Cat"), to("Dog")],
        discriminator: {
          propertyName: "kind",
          mapping: { CAT: "Cat", DOG: "#/components/schemas/Hound" },
        },
      },
      Cat: {
        type: "object",
        required: ["kind"],
        properties: { kind: text, lives: { type: "integer", maximum: "9" } },
      },
      Dog: {
        type: "object",
        required: ["kind"],
        properties: { kind: text, name: { type: "string", pattern: "(a+)+$" } },
      },
    },
  },
};

// In a literal, `__proto__` would set a prototype.
export const written = JSON.stringify(described).replace(
  '"ad_ids":',
  '"__proto__":{"type":"string"},"ad_ids":',
);

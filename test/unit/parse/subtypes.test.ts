import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { parseFlows } from "../../../generator/parse/config.js";
import { readDescription } from "../../../generator/parse/description.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { Subtypes } from "../../../generator/parse/subtypes.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { validatorsOf } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";

const at = (name: string): string => `#/components/schemas/${name}`;
const extending = (base: string, properties: JsonObject, ...required: readonly string[]) => ({
  allOf: [{ $ref: at(base) }, { type: "object", properties, required }],
});

/** A base, two schemas that extend it, and one that extends the second. */
const described = (mapping: JsonObject | null): JsonObject => ({
  openapi: "3.0.3",
  info: { title: "Shapes", version: "1.0.0" },
  servers: [{ url: "https://api.pinterest.com/v5" }],
  paths: {
    "/shapes": {
      post: {
        operationId: "shapes/create",
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: at("Shape") } } },
        },
        responses: { "204": { description: "Made" } },
      },
    },
  },
  components: {
    schemas: {
      Round: extending("Shape", { radius: { type: "integer" } }),
      Shape: {
        type: "object",
        required: ["form"],
        properties: { form: { type: "string" } },
        discriminator: { propertyName: "form", ...(mapping && { mapping }) },
      },
      Square: extending("Shape", { side: { type: "string" } }, "side"),
      Cube: extending("Square", { weight: { type: "boolean" } }, "weight"),
      Again: { $ref: at("Round") },
      // The name occurs only in its description.
      Other: { type: "object", description: "Not a Shape." },
    },
  },
});

const mappings: Readonly<Record<string, JsonObject | null>> = {
  "there is no mapping": null,
  "the mapping has names": { Round: "Round", Square: "Square", Cube: "Cube" },
  "the mapping has references": { Round: at("Round"), Square: at("Square"), Cube: at("Cube") },
  "the mapping has one of them": { Round: at("Round") },
  "the mapping has one by its name": { Square: "Square" },
  "the mapping has another name of one": { Round: at("Again"), Square: at("Square") },
  "the mapping has a name and a reference": { Round: "Round", Square: at("Square") },
};

const written: Readonly<Record<string, (description: JsonObject) => string>> = {
  JSON: (description) => JSON.stringify(description),
  "JSON with escapes": (description) =>
    JSON.stringify(description).replaceAll("schemas/Shape", "schemas/%53hape"),
  YAML: (description) => stringify(description),
};

describe("schemas that extend a base with a discriminator", () => {
  const cases = Object.keys(mappings).flatMap((mapping) =>
    Object.keys(written).map((format) => [mapping, format] as const),
  );
  it.each(cases)("become the variants of the base: %s, in %s", (mapping, format) => {
    const flows = parseFlows(
      "operations: { shapes: { operation: shapes/create } }\n",
      "flows.yaml",
    );
    const text = written[format]?.(described(mappings[mapping] ?? null)) ?? "";
    const base = smallContract({ body: {} });
    const contract = {
      ...contractOf(text, { ...flows, prose: "tolerant" }, new Map()),
      annotations: { ...base.annotations, flows },
    };
    const validate = validatorsOf(contract)("shapes");
    const found = (body: JsonObject): readonly string[] =>
      validate(body, {}).map(({ path, rule }) => `${path} ${rule}`);
    expect(found({ form: "Round", radius: 1 })).toEqual([]);
    expect(found({ form: "Round", radius: "1" })).toEqual(["/radius type"]);
    expect(found({ form: "Square", side: "a" })).toEqual([]);
    expect(found({ form: "Square" })).toEqual(["/side required"]);
    expect(found({ form: "Cube", side: "a", weight: true })).toEqual([]);
    expect(found({ form: "Cube", side: "a" })).toEqual(["/weight required"]);
    for (const form of ["Oval", "Again"]) expect(found({ form })).toEqual(["/form enum"]);
  });
});

it("subtypes are found in time proportional to their number", () => {
  const count = 20_000;
  const chain = Array.from({ length: count }, (_, index) => [
    `S${index + 1}`,
    { allOf: [{ $ref: at(`S${index}`) }] },
  ]);
  const base: JsonObject = { type: "object", discriminator: { propertyName: "form" } };
  const schemas = { S0: base, ...Object.fromEntries(chain) };
  const description = readDescription(
    JSON.stringify({ openapi: "3.0.3", components: { schemas } }),
  );
  const completed = new Subtypes(description).completed("S0", base);
  const { mapping } = (completed as { discriminator: { mapping: JsonObject } }).discriminator;
  expect(Object.keys(mapping)).toHaveLength(count);
});

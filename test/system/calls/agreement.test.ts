import { beforeAll, describe, expect, it } from "vitest";
import type { Contract } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import { noAnnotations } from "../../support/annotations.js";
import { compile } from "../../support/compile.js";
import { typedTwice } from "../../support/typed-twice.js";

const text: JsonObject = { type: "string" };
const texts: JsonObject = { type: "array", items: text };
const answer = (schema: JsonObject): JsonObject => ({
  "200": { description: "Fine", content: { "application/json": { schema } } },
});
const body = (schema: JsonObject): JsonObject => ({
  required: true,
  content: { "application/json": { schema } },
});
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

const schemas: JsonObject = {
  Page: {
    type: "object",
    properties: {
      items: { type: "array", items: { type: "object" } },
      bookmark: { type: "string", nullable: true },
    },
  },
  Pin: { type: "object", nullable: true, properties: { id: text } },
  Group: {
    type: "object",
    required: ["kind", "feed"],
    properties: { kind: text, feed: { type: "string", nullable: true, enum: [null] } },
  },
  Common: {
    type: "object",
    properties: { name: text, spec: { type: "object", additionalProperties: texts } },
  },
  Spec: {
    type: "object",
    properties: {
      ages: { ...texts, nullable: true },
      windows: { type: "array", items: { type: "integer" } },
    },
  },
};

const operations: Readonly<Record<string, JsonObject>> = {
  "a page whose items are described twice, once without null": {
    operationId: "pages/get",
    responses: answer({
      allOf: [
        ref("Page"),
        {
          type: "object",
          required: ["items"],
          properties: { items: { type: "array", items: ref("Pin") } },
        },
      ],
    }),
  },
  "a field that is always null": {
    operationId: "groups/get",
    responses: answer(ref("Group")),
  },
  "an object that one part describes as a map and another by its properties": {
    operationId: "specs/create",
    requestBody: body({
      allOf: [
        ref("Common"),
        {
          type: "object",
          properties: { spec: { type: "object", allOf: [ref("Spec")] } },
          required: ["name"],
        },
      ],
    }),
    responses: answer(ref("Common")),
  },
  "a oneOf with a single alternative": {
    operationId: "choices/create",
    requestBody: body({
      type: "object",
      oneOf: [{ type: "object", required: ["name"], properties: { name: text, feed: text } }],
    }),
    responses: answer({ oneOf: [ref("Group")] }),
  },
};

function contract(): Contract {
  const paths = Object.values(operations).map((operation): [string, JsonObject] => [
    `/${String(operation.operationId)}`,
    { [operation.requestBody === undefined ? "get" : "post"]: operation },
  ]);
  return {
    document: {
      openapi: "3.0.3",
      info: { title: "Small", version: "1.0.0" },
      servers: [{ url: "https://api.pinterest.com/v5" }],
      paths: Object.fromEntries(paths),
      components: { schemas },
    },
    source: { title: "Small", version: "1.0.0", sha256: "0".repeat(64) },
    annotations: {
      flows: {
        flows: [],
        remaining: { except: [] },
        statuses: { pending: [], done: [], failed: [] },
      },
      ...noAnnotations,
    },
  };
}

// Each call is typed twice: by us, and by openapi-typescript with openapi-fetch. The program
// compiles only if the two agree.
describe("our types", () => {
  let output: ReadonlyMap<string, string>;
  let errors: readonly string[];
  const types = (name: string): string =>
    output.get(`operations/${name}/schema.ts`)?.split("\n").slice(2).join("\n") ?? "";

  beforeAll(async () => {
    ({ output } = await build(contract(), "elsewhere", { schema: true }));
    errors = compile(typedTwice(output));
  });

  it.each(Object.entries(operations))(
    "agree with openapi-typescript's types for %s",
    (_, { operationId }) => {
      const name = String(operationId).replace("/", "-");
      expect(output.has(`operations/${name}/call.ts`)).toBe(true);
      expect(errors.filter((error) => error.includes(name))).toEqual([]);
    },
  );

  it("agree with openapi-typescript's types in every other file", () => {
    expect(errors).toEqual([]);
  });

  it("include null once, and only where every part of an intersection allows it", () => {
    expect(types("pages-get")).toContain("  items: readonly PagesGetResponseItem[];");
    expect(output.get("schemas.ts")).toContain("  feed: null;");
  });

  it("list the fields directly, without a union, if there is only one alternative", () => {
    expect(types("choices-create")).toContain(
      "export interface ChoicesCreateRequest {\n  name: string;\n  feed?: string;\n}",
    );
    expect(types("choices-create")).toContain("export interface ChoicesCreateResponse {");
  });
});

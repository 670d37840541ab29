import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import { compile } from "../../support/compile.js";
import { cases, object, reply, responding, text } from "../../support/responding.js";
import { smallContract } from "../../support/small-contract.js";

describe("code that reads a report's fields from the response", () => {
  it("compiles wherever the schema puts them", async () => {
    const files = new Map<string, string>();
    for (const [index, [, create, poll]] of cases.entries()) {
      const { output } = await build(responding(create, poll), "elsewhere");
      for (const [path, text] of output)
        if (path.endsWith(".ts")) files.set(`${index}/${path}`, text);
    }
    expect(compile(files)).toEqual([]);
  });
});

it("a list in a response and its items get different names, even if neither has a type", async () => {
  const item = object({ name: text });
  const schemas: readonly JsonObject[] = [
    { type: "array", items: item },
    { items: item },
    { items: item, nullable: true },
    { items: { items: item } },
    { oneOf: [{ items: item }, item] },
  ];
  const made = new Map<string, string>();
  for (const [index, schema] of schemas.entries()) {
    const { document, annotations, ...contract } = smallContract({ body: object({ name: text }) });
    const paths = {
      ...(document.paths as JsonObject),
      "/things": { get: { operationId: "things/list", responses: { "200": reply(schema) } } },
    };
    const flows = {
      ...annotations.flows,
      operations: [{ name: "things", operation: "things/list" }],
    };
    const { output } = await build(
      { ...contract, document: { ...document, paths }, annotations: { ...annotations, flows } },
      "elsewhere",
    );
    for (const [path, code] of output) if (path.endsWith(".ts")) made.set(`${index}/${path}`, code);
  }
  expect(compile(made)).toEqual([]);
});

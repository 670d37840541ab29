import { describe, expect, it } from "vitest";
import { statements } from "../../../generator/emit/imports.js";
import { operationNames } from "../../../generator/emit/operation.js";
import { namesIn } from "../../../generator/emit/render.js";
import { declaredTypes, flowNames } from "../../../generator/emit/types.js";
import { lower } from "../../../generator/lower/lower.js";
import { namedIn } from "../../../generator/model/written.js";
import { type Contract, readAnnotations, readContract } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import { packageRoot, shippedFile } from "../../../generator/workspace.js";
import { answer, body, calls, contract, empty } from "../../support/every-shape.js";
import { generatedFrom } from "../../support/generated-code.js";

/** A call whose body has these properties. */
function call(operationId: string, properties: JsonObject, responses: JsonObject): JsonObject {
  const requestBody = body("application/json", { type: "object", properties });
  return { post: { operationId, requestBody, responses } };
}

const letters = (count: number): JsonObject => ({
  type: "string",
  enum: [..."ABCDEFGHIJKLMNOPQRST"].slice(0, count),
});

/** The contract of this repository. */
function ownContract(): Contract {
  const { document, source } = readContract(new URL("spec/", packageRoot));
  return { document, source, annotations: readAnnotations(shippedFile) };
}

describe("the file of a request", () => {
  it.each([
    ["calls of every shape", () => contract(calls)],
    ["this repository's reports and calls", ownContract],
  ])("exports its types and its validator, and entries export all types: %s", (_, read) => {
    const all = read();
    const files = generatedFrom(all);
    const { flows, operations, schemas } = lower(all).model;
    const shared = new Set(
      schemas === undefined
        ? []
        : [schemas.request, schemas.response].flatMap(namedIn).map(({ name }) => name),
    );
    const entries = ["index.ts", "types.ts", "calls.ts", "validators.ts"];
    const exported = new Set(entries.flatMap((path) => namesIn(files.get(path) ?? "").exported));
    expect(operations.length).toBeGreaterThan(5);
    for (const request of [...flows, ...operations]) {
      const isCall = "call" in request;
      const folder = isCall ? `operations/${request.name}` : request.name;
      const { schema, validate } = isCall ? operationNames(request) : flowNames(request);
      const types = declaredTypes(request, shared);
      expect([...namesIn(files.get(`${folder}/schema.ts`) ?? "").exported].sort(), folder).toEqual(
        [...types, schema, validate].sort(),
      );
      expect(
        types.filter((name) => !exported.has(name)),
        folder,
      ).toEqual([]);
    }
  });

  it("gives the validator's lists different names from the lists that only the types use", () => {
    const files = generatedFrom(
      contract(
        {
          "/one": call("one", { level: { $ref: "#/components/schemas/Level" } }, empty),
          "/two": call(
            "two",
            { level_input: letters(14) },
            answer({ type: "object", properties: { found: letters(13) } }),
          ),
        },
        { schemas: { Level: letters(13) } },
      ),
    );
    const two = files.get("operations/two/schema.ts") ?? "";
    expect(two).toContain("ItemOf<typeof LEVEL_INPUT_VALUES>");
    expect(two).toContain("valueSet(TWO_LEVEL_INPUT_VALUES)");
    const { local } = namesIn(two);
    expect(local.filter((name, at) => local.indexOf(name) !== at)).toEqual([]);
  });

  it("lets a schema have the name FIELDS, which the list of a request's fields once had", async () => {
    const { model } = await build(
      contract(
        { "/one": call("one", { fields: { $ref: "#/components/schemas/FIELDS" } }, empty) },
        { schemas: { FIELDS: { type: "object", properties: { a: { type: "string" } } } } },
      ),
      "elsewhere",
    );
    expect(model.schemas?.request.objects.map(({ name }) => name)).toEqual(["FIELDS"]);
  });
});

it("an import of types and values is one statement if it fits on one line, and otherwise one for types and one for values", () => {
  const wide = (name: string) => name.repeat(40);
  const all = (names: readonly string[]) => statements("import", "./schema.js", names);
  expect(all(["validate", "type Request"])).toEqual([
    'import { type Request, validate } from "./schema.js";',
  ]);
  expect(all([wide("c"), `type ${wide("b")}`, wide("a")])).toEqual([
    `import type { ${wide("b")} } from "./schema.js";`,
    `import { ${wide("a")}, ${wide("c")} } from "./schema.js";`,
  ]);
  expect(all(["a", "b", "c"].map((name) => `type ${wide(name)}`))).toEqual([
    `import type { ${["a", "b", "c"].map(wide).join(", ")} } from "./schema.js";`,
  ]);
});

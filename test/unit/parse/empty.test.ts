import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { generated, put, smallDescription } from "../../support/small-description.js";

const GET = ["paths", "/boards", "get"];
const POST = ["paths", "/boards", "post"];
const MEDIA = ["requestBody", "content", "application/json"];
const JSON_OF_200 = ["responses", "200", "content", "application/json"];

// One node of each type, with the keys that OpenAPI lets a description omit.
const OPTIONAL: readonly (readonly [path: readonly (string | number)[], keys: string])[] = [
  [[], "servers tags security externalDocs components webhooks x-empty"],
  [["paths", "/boards"], "parameters servers summary trace head options x-empty"],
  [GET, "parameters tags security servers deprecated description callbacks externalDocs x-empty"],
  [[...GET, "parameters", 0], "required schema style explode allowReserved content example"],
  [[...GET, "responses", "200"], "headers links x-empty"],
  [[...GET, ...JSON_OF_200], "schema encoding example examples"],
  [[...POST, "requestBody"], "required description"],
  [[...POST, ...MEDIA], "encoding examples"],
  [[...POST, ...MEDIA, "schema"], "required allOf oneOf anyOf discriminator description xml"],
  [[...GET, ...JSON_OF_200, "schema"], "properties required allOf patternProperties"],
];

/** Keys whose content a call sends or reads, so an empty one causes a notice. */
const TOLD = ["schema", "content"];

const places = OPTIONAL.flatMap(([path, keys]) =>
  keys.split(" ").map((key) => [[...path, key].join(" "), [...path, key]] as const),
);

describe("an empty key", () => {
  it.each(places)("%s is treated as missing", async (_, path) => {
    const description = put(smallDescription, ["components"], {
      schemas: { Name: { type: "string" } },
    });
    const isReferred = path[0] === "components";
    const base = isReferred ? put(description, [...POST, ...MEDIA, "schema"], {}) : description;
    const [empty, absent] = await Promise.all(
      [null, undefined].map((value) => generated(put(base, path, value))),
    );
    expect(empty?.problems).toEqual([]);
    expect(code(empty?.output)).toEqual(code(absent?.output));
    const isTold = TOLD.includes(String(path.at(-1)));
    expect(empty?.said.filter((line) => !absent?.said.includes(line))).toHaveLength(isTold ? 1 : 0);
  });

  it.each<readonly [string, Json]>([
    ["requestBody", POST],
    ["responses", POST],
  ])("%s is reported, because its content may be lost", async (key, path) => {
    const { problems, said } = await generated(
      put(smallDescription, [...(path as readonly string[]), key], null),
    );
    expect(problems).toEqual([]);
    expect(said).toEqual([`loosened \`${key}\` does not have the expected type and is ignored`]);
  });
});

describe("an operation with an unsupported method", () => {
  const operation = { operationId: "boards/odd", responses: { "200": { description: "" } } };
  const told = (method: string) => [`left out ${method} /boards: this method is not supported`];

  it.each(["head", "options", "trace", "query"])("is listed as omitted: %s", async (method) => {
    const { problems, said } = await generated(
      put(smallDescription, ["paths", "/boards", method], operation),
    );
    expect([problems, said]).toEqual([[], told(method.toUpperCase())]);
  });

  it.each(["COPY", "post"])("is listed as omitted: %s in OpenAPI 3.2", async (method) => {
    const { problems, said } = await generated(
      put(smallDescription, ["paths", "/boards", "additionalOperations"], { [method]: operation }),
    );
    expect([problems, said]).toEqual([[], told(method.toUpperCase())]);
  });
});

describe("an empty security value", () => {
  const KEY = { type: "apiKey", in: "header", name: "X-Key" };
  const secured = (ofDocument: Json, ofOperation: Json) => {
    const schemes = put(smallDescription, ["components", "securitySchemes"], { key: KEY });
    return put(put(schemes, ["security"], ofDocument), [...GET, "security"], ofOperation);
  };
  const named = "operations: { boards: boards/list }\n";

  it("does not remove the document's security from a call", async () => {
    const { problems } = await generated(secured([{ key: [] }], null), named);
    expect(problems[0]?.what).toBe(
      "an access token alone is not enough for the call: it needs an API key (X-Key)",
    );
    expect((await generated(secured([{ key: [] }], []), named)).problems).toEqual([]);
  });

  it.each<readonly [string, Json, string]>([
    [
      "an empty alternative",
      [null],
      "an unknown form of authorization (an entry in `security` is not an object)",
    ],
    ["a text", "key", "an unknown form of authorization (`security` is not a list)"],
    ["an object in place of a list", { key: [] }, "an API key (X-Key)"],
  ])("%s does not remove the security from a call", async (_, security, needed) => {
    for (const description of [secured(security, null), secured([], security)]) {
      const { problems } = await generated(description, named);
      expect(problems[0]?.what).toBe(
        `an access token alone is not enough for the call: it needs ${needed}`,
      );
    }
  });
});

function code(output: ReadonlyMap<string, string> | undefined): JsonObject {
  const entries = [...(output ?? [])].filter(([path]) => !/^(?:source|model)\./.test(path));
  return Object.fromEntries(entries);
}

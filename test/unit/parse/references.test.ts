import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { runs } from "../../support/effort.js";
import { generated, put, smallDescription } from "../../support/small-description.js";

const POST = ["paths", "/boards", "post"];
const BODY = [...POST, "requestBody", "content", "application/json"];
const NAME = [...BODY, "schema", "properties", "name"];
const reference = { $ref: "#/components/schemas/Name" };
const in31 = (description: Json) => put(description, ["openapi"], "3.1.0");

/** The generated types and checks of `boards/create`. */
async function made(description: Json) {
  const { problems, said, output, model } = await generated(description);
  const operation = model?.operations.find(({ call }) => call.id === "boards/create");
  return {
    problems,
    said,
    operation,
    schema: output?.get("operations/boards-create/schema.ts"),
  };
}

describe("keywords beside a reference", () => {
  const siblings = fc.dictionary(
    fc.constantFrom("enum", "pattern", "maxLength", "properties", "allOf", "not", "readOnly"),
    fc.constant(null),
    { minKeys: 1, maxKeys: 3 },
  );
  const VALUES: JsonObject = {
    enum: ["a"],
    pattern: "^a$",
    maxLength: 1,
    properties: { x: { type: "string" } },
    allOf: [{ enum: ["a"] }],
    not: { enum: ["b"] },
    readOnly: true,
  };

  it("are ignored in 3.0, with a notice for each", async () => {
    const plain = await made(smallDescription);
    await fc.assert(
      fc.asyncProperty(siblings, async (drawn) => {
        const keywords = Object.keys(drawn);
        const beside = Object.fromEntries(keywords.map((name) => [name, VALUES[name] ?? null]));
        const { said, operation, schema } = await made(
          put(smallDescription, NAME, { ...reference, ...beside }),
        );
        expect([operation, schema]).toEqual([plain.operation, plain.schema]);
        expect([...said].sort()).toEqual(
          keywords
            .map(
              (name) =>
                `loosened \`${name}\` next to \`$ref\` is ignored, as OpenAPI 3.0 specifies`,
            )
            .sort(),
        );
      }),
      { numRuns: runs(30) },
    );
  });

  it("are combined with the reference in 3.1", async () => {
    const { said, operation } = await made(
      in31(put(smallDescription, NAME, { ...reference, enum: ["a"] })),
    );
    expect(said).toEqual([]);
    expect(operation?.enums.map(({ values }) => values)).toEqual([["a"]]);
  });

  it.each<readonly [string, JsonObject]>([
    ["descriptive text", { description: "A name.", title: "Name", summary: "Name" }],
    ["the same as in the target", { type: "string", enum: ["a", "b"] }],
    ["extensions", { "x-order": 1 }],
  ])("cause no notice if they are %s", async (_, beside) => {
    const { said, operation } = await made(
      put(smallDescription, NAME, { ...reference, ...beside }),
    );
    expect(said).toEqual([]);
    expect(operation?.enums.map(({ values }) => values)).toEqual([["a", "b"]]);
  });

  it("widen the field if they allow more", async () => {
    const { said, operation } = await made(
      put(smallDescription, NAME, { ...reference, nullable: true }),
    );
    expect(said).toEqual([]);
    expect(operation?.body.fields[0]?.type.kind).toBe("nullable");
  });
});

describe("a reference in place of a media type, as in 3.2", () => {
  const media = smallDescription.paths["/boards"].post.requestBody.content["application/json"];
  const answer = [...POST, "responses", "201", "content", "application/json"];
  const withMedia = (at: readonly string[], mediaTypes: JsonObject, $ref: string) =>
    put(put(smallDescription, at, { $ref }), ["components", "mediaTypes"], mediaTypes);

  it.each([
    ["of a body", BODY],
    ["of a response", answer],
  ])("is replaced by the media type %s", async (_, at) => {
    const written = await made(put(smallDescription, at, media));
    const types: JsonObject = { "a b": media, Other: { $ref: "#/components/mediaTypes/a%20b" } };
    for (const name of ["a b", "a%20b", "Other"]) {
      const referred = await made(withMedia(at, types, `#/components/mediaTypes/${name}`));
      expect([referred.problems, referred.said]).toEqual([[], []]);
      expect(referred.operation).toEqual(written.operation);
    }
  });

  it.each<readonly [string, string, JsonObject]>([
    ["to nothing", "#/components/mediaTypes/A", {}],
    ["to itself", "#/components/mediaTypes/A", { A: { $ref: "#/components/mediaTypes/A" } }],
    ["to another document", "https://evil.example/a.json", {}],
  ])("is rejected if it leads %s", async (_, $ref, types) => {
    const { said, operation } = await made(withMedia(BODY, types, $ref));
    expect(operation).toBeUndefined();
    expect(said.join()).toMatch(/left out boards\/create: .*(?:reference)/);
  });
});

describe("operations of which none can be generated", () => {
  const keyed = (count: number) => {
    const { get } = smallDescription.paths["/boards"];
    const paths = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `/boards${at}`,
        { get: { ...get, operationId: `boards/list${at}` } },
      ]),
    );
    return {
      ...smallDescription,
      paths,
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
    };
  };
  const why = (at: number) =>
    `boards/list${at}: an access token alone is not enough for the call: it needs an API key (X-Key) (#/paths/~1boards${at}/get)`;

  it("are reported with a reason for each", async () => {
    const { problems } = await generated(keyed(2));
    expect(problems).toMatchObject([
      {
        what: "version 1.0.0 of the description has no operation that can be generated",
        notes: [["left out", `${why(0)}\n${why(1)}`]],
      },
    ]);
  });

  it("are reported with the reasons for the first twenty and the number of others", async () => {
    const { problems } = await generated(keyed(25));
    const [, listed = ""] = problems[0]?.notes?.[0] ?? [];
    expect(listed.split("\n")).toHaveLength(21);
    expect(listed.split("\n").at(-1)).toBe("and 5 more");
  });

  it("are not mentioned for a description without operations", async () => {
    const { problems } = await generated({ ...smallDescription, paths: {} });
    expect(problems[0]?.what).toContain("none of the requested operations");
    expect(problems[0]?.notes).toBeUndefined();
  });
});

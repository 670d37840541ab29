import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Model } from "../../../generator/model/model.js";
import { withoutShared, withShared } from "../../../generator/model/written.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { body, contract } from "../../support/every-shape.js";

const text: JsonObject = { type: "string" };
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });

/** A model of calls, each of which sends and receives the schema with this name. */
function modelOf(calls: Readonly<Record<string, string>>, schemas: JsonObject): Model {
  const answer = (name: string): JsonObject => ({
    "200": { description: "", content: { "application/json": { schema: to(name) } } },
  });
  const paths = Object.entries(calls).map(([id, name]) => [
    `/${id}`,
    {
      post: {
        operationId: id,
        requestBody: body("application/json", object({ sent: to(name) })),
        responses: answer(name),
      },
    },
  ]);
  return lower(contract(Object.fromEntries(paths), { schemas })).model;
}

/** The names of the types that calls share: those in requests and those in responses. */
function namesIn({ schemas }: Model): readonly (readonly string[])[] {
  return [schemas?.request, schemas?.response].map((types) =>
    [...(types?.objects ?? []), ...(types?.unions ?? []), ...(types?.enums ?? [])].map(
      ({ name }) => name,
    ),
  );
}

describe("a named schema", () => {
  it("becomes one type for all calls, with its own name", () => {
    const model = modelOf({ one: "Board", two: "Board" }, { Board: object({ name: text }) });
    expect(namesIn(model)).toEqual([["Board"], ["Board"]]);
    const types = model.operations.map(({ body: { fields }, response }) => [
      fields[0]?.type,
      response,
    ]);
    expect(types).toEqual(Array(2).fill(Array(2).fill({ kind: "object", name: "Board" })));
  });

  it.each<readonly [string, JsonObject]>([
    ["a field that is only read", object({ id: { ...text, readOnly: true } })],
    ["a field that is only sent", object({ id: { ...text, writeOnly: true } })],
    ["a default", object({ id: { ...text, default: "a" } })],
    ["an enum", object({ id: { ...text, enum: ["A", "B"] } })],
    ["a schema with an enum", object({ id: to("Kind") })],
  ])("becomes two types if its uses differ in %s", (_, schema) => {
    const schemas = { Board: schema, Kind: { ...text, enum: ["A", "B"] } };
    const [sent, answered] = namesIn(modelOf({ one: "Board" }, schemas));
    expect(sent).toContain("BoardInput");
    expect(answered).toContain("Board");
    expect(sent?.filter((name) => answered?.includes(name))).toEqual([]);
  });

  it.each([
    ["Error", "ErrorModel"],
    ["Promise", "PromiseModel"],
    ["file", "FileModel"],
    ["Paging", "PagingModel"],
    ["Pinterest.Lib.Error", "PinterestLibError"],
    ["ad_account", "AdAccount"],
    ["9 lives", "X9Lives"],
    ["OneRequest", "OneRequestModel"],
  ])("named %s becomes the type %s", (name, type) => {
    const key = name.replaceAll(" ", "_");
    expect(namesIn(modelOf({ one: key }, { [key]: object({ a: text }) }))).toEqual([
      [type],
      [type],
    ]);
  });

  it("keeps its type name whatever else is in the description, and in any order", () => {
    const all: JsonObject = {
      ...{ Board: object({ name: text }), board: object({ id: text }) },
      ...{ "Board.": object({ b: text }), BoardInput: object({ c: text }) },
      ...{ Error: object({ d: text }), ErrorModel: object({ e: text }) },
      ...{ Pin: object({ board: to("Board"), kind: { ...text, enum: ["A", "B"] } }) },
    };
    const names = Object.keys(all);
    const nameOf = (name: string, schemas: JsonObject, before: readonly string[] = []): unknown => {
      const calls = Object.fromEntries([...before, name].map((one, at) => [`call-${at}`, one]));
      return modelOf(calls, schemas).operations.at(-1)?.response;
    };
    const expected = new Map(names.map((name) => [name, nameOf(name, all)]));
    expect(new Set([...expected.values()].map((type) => JSON.stringify(type))).size).toBe(7);
    expect(expected.get("Board")).toEqual({ kind: "object", name: "Board" });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: 7 }),
        fc.shuffledSubarray(names),
        fc.constantFrom(...names),
        (order, before, name) => {
          const schemas = Object.fromEntries(order.map((one) => [one, all[one] as JsonObject]));
          expect(nameOf(name, schemas, before)).toEqual(expected.get(name));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("gives its inner types names derived from their fields, of at most four words", () => {
    const inside = object({ deeply_nested_inner_part: object({ last: text }) });
    const [sent = []] = namesIn(
      modelOf({ one: "AdGroupCommonFields" }, { AdGroupCommonFields: object({ cap: inside }) }),
    );
    expect(sent).toEqual(["AdGroupCommonCap", "AdGroupCommonFields", "AdNestedInnerPart"]);
  });

  it("gets its own types for the other schemas in its cycle, whatever the order of calls", () => {
    const schemas = {
      A: object({ b: to("B"), a: text }),
      B: object({ a: to("A"), c: to("C") }),
      C: object({ name: text }),
    };
    const [first, second] = [
      modelOf({ one: "A", two: "B" }, schemas),
      modelOf({ one: "B", two: "A" }, schemas),
    ];
    expect(first?.schemas).toEqual(second?.schemas);
    expect(namesIn(first as Model)[0]).toEqual(["A", "AB", "B", "BA", "C"]);
  });
});

it("text in binary format is a file only in a multipart form", () => {
  const schemas = { File: object({ data: { ...text, format: "binary" } }) };
  const post = (id: string, type: string): JsonObject => ({
    post: {
      operationId: id,
      requestBody: body(type, object({ file: to("File") })),
      responses: { "200": { content: { "application/json": { schema: to("File") } } } },
    },
  });
  const types = ["multipart/form-data", "application/json"];
  for (const order of [types, types.toReversed()]) {
    const paths = Object.fromEntries(order.map((type, at) => [`/${at}`, post(`op-${at}`, type)]));
    const { operations } = lower(contract(paths, { schemas })).model;
    const kinds = operations.map(({ objects, body: { fields }, response }) =>
      [fields[0]?.type, response].map((type) => {
        const named = objects.find(({ name }) => type?.kind === "object" && name === type.name);
        return named?.fields[0]?.type.kind;
      }),
    );
    const expected = order.map((type) => [type === types[0] ? "bytes" : "string", "string"]);
    expect(kinds).toEqual(expected);
  }
});

it("a written model contains each shared type once, and reads back unchanged", () => {
  const schemas = {
    Pin: object({ board: to("Board"), kind: { ...text, enum: ["A", "B"] } }),
    Board: object({ of: { oneOf: [to("Name"), text] } }),
    Name: object({ first: text }),
  };
  const model = modelOf({ one: "Pin", two: "Board", three: "Name" }, schemas);
  const written = withoutShared(model);
  expect(JSON.stringify(written.operations)).not.toContain('"first"');
  const sorted = ({ operations }: Model) =>
    operations.map((one) =>
      [one.objects, one.enums, one.unions ?? []].map((types) =>
        types.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      ),
    );
  const read = withShared(JSON.parse(JSON.stringify(written)) as Model);
  expect(sorted(read)).toEqual(sorted(model));
});

import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { parseFlows } from "../../../generator/parse/config.js";
import { Problems } from "../../../generator/problem.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { noAnnotations } from "../../support/annotations.js";

/** A single call whose body is made of these schemas, the first of them its own. */
function description(schemas: Readonly<Record<string, object>>): string {
  const [name = ""] = Object.keys(schemas);
  const schema = { $ref: `#/components/schemas/${name}` };
  return JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Made up", version: "1.0.0" },
    servers: [{ url: "https://api.pinterest.com/v5" }],
    paths: {
      "/things": {
        post: {
          operationId: "things/make",
          requestBody: { required: true, content: { "application/json": { schema } } },
          responses: { "204": { description: "Made" } },
        },
      },
    },
    components: { schemas },
  });
}

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Schemas of which each holds the next one: `hold` says how. */
function chain(length: number, hold: (next: object) => object): Readonly<Record<string, object>> {
  const last = { [`S${length}`]: { type: "string" } };
  return {
    ...Object.fromEntries(Array.from({ length }, (_, n) => [`S${n}`, hold(to(`S${n + 1}`))])),
    ...last,
  };
}

/** What stops generation; null where nothing does. */
function refusal(text: string): Problems | null {
  const flows = parseFlows("operations:\n  things-make: { operation: things/make }\n");
  try {
    const { document, source } = contractOf(text, flows);
    lower({
      document,
      source,
      annotations: {
        flows,
        ...noAnnotations,
      },
    }).model;
    return null;
  } catch (error) {
    if (error instanceof Problems) return error;
    throw error;
  }
}

const object = (properties: object): object => ({ type: "object", properties });
const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const allOfAll = Object.fromEntries(
  numbers(12).map((n) => [
    `S${n}`,
    object(Object.fromEntries(numbers(12).map((m) => [`p${m}`, to(`S${m}`)]))),
  ]),
);
const lists = (deep: number): object =>
  numbers(deep).reduce<object>((items) => ({ type: "array", items }), { type: "string" });

describe("a description with a huge expansion", () => {
  it.each<readonly [string, Readonly<Record<string, object>>]>([
    ["two properties of each next schema", chain(24, (next) => object({ a: next, b: next }))],
    ["a schema that combines the next one twice", chain(24, (next) => ({ allOf: [next, next] }))],
    [
      "one of two alternatives, both with the next schema",
      chain(24, (next) => ({ oneOf: [next, object({ a: next })] })),
    ],
    ["schemas that all hold each other", allOfAll],
    ["5,000 references, one after the other", chain(5_000, (next) => next)],
  ])("is rejected if it is above the limit: %s", (_, schemas) => {
    const found = refusal(description(schemas));
    expect(found?.message).toMatch(
      /post \/things has (more than 50000 parts|more than 400 levels of nesting) once its references are expanded/,
    );
    expect(found?.list.map(({ where }) => where)).toEqual([
      expect.stringMatching(/^#\/components\/schemas\/S\d+$/),
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, object>>]>([
    ["two properties of each next schema", chain(10, (next) => object({ a: next, b: next }))],
    ["a schema that combines the next one twice", chain(10, (next) => ({ allOf: [next, next] }))],
    ["a hundred references, one after the other", chain(100, (next) => object({ a: next }))],
    ["lists in lists, 150 deep", { S0: object({ a: lists(150) }) }],
  ])("is read if it is below the limit: %s", (_, schemas) => {
    expect(refusal(description(schemas))?.message).toBe(undefined);
  });
});

it("the expansion includes schemas that only a discriminator's mapping names", () => {
  const choice = {
    ...object({ kind: { type: "string" } }),
    discriminator: { propertyName: "kind", mapping: { a: to("S0").$ref } },
  };
  const body = { allOf: [to("Choice"), object({ name: { type: "string" } })] };
  const doubled = chain(24, (next) => ({ allOf: [next, next] }));
  expect(refusal(description({ Body: body, Choice: choice, ...doubled }))?.message).toContain(
    "has more than 50000 parts",
  );
  expect(
    refusal(description({ Body: body, Choice: choice, S0: object({ age: { type: "integer" } }) })),
  ).toBeNull();
});

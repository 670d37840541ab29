import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { nestedRules } from "../../../generator/rules/nested.js";
import { constraint, fitting, objectWith } from "../../support/constraints.js";
import { contractOfBodies } from "../../support/described-bodies.js";
import { many } from "../../support/effort.js";
import { validatorsOf } from "../../support/generated-code.js";

const object = (properties: object): object => ({ type: "object", properties });
const text = { type: "string" };

/**
 * Where the object is in a body: the body's schema, a body that contains objects, and their
 * pointers.
 */
interface Place {
  schema(object: object): object;
  body(...objects: readonly [unknown, unknown]): unknown;
  readonly at: readonly [string, string];
}

const PLACES: Readonly<Record<string, Place>> = {
  fields: {
    schema: (one) => object({ first: one, second: object({ third: one }) }),
    body: (first, third) => ({ first, second: { third } }),
    at: ["/first", "/second/third"],
  },
  "a list": {
    schema: (items) => object({ list: { type: "array", items } }),
    body: (...list) => ({ list }),
    at: ["/list/0", "/list/1"],
  },
  "a whole body": {
    schema: (items) => ({ type: "array", items }),
    body: (...list) => ({ body: list }),
    at: ["/body/0", "/body/1"],
  },
  "lists of lists": {
    schema: (items) => object({ list: { type: "array", items: { type: "array", items } } }),
    body: (first, second) => ({ list: [[first], [second]] }),
    at: ["/list/0/0", "/list/1/0"],
  },
  "a map": {
    schema: (additionalProperties) => object({ map: { type: "object", additionalProperties } }),
    body: (a, b) => ({ map: { a, "b/c": b } }),
    at: ["/map/a", "/map/b~1c"],
  },
  "a choice": {
    schema: (one) => object({ list: { type: "array", items: { oneOf: [one, text] } } }),
    body: (...list) => ({ list }),
    at: ["/list/0", "/list/1"],
  },
};

/** Where the keywords are: in the object itself, or in a schema that it refers to or extends. */
const SPELLINGS: Readonly<Record<string, (one: object, at: string) => readonly [object, object]>> =
  {
    itself: (one) => [objectWith(one), {}],
    "a reference": (one, at) => [{ $ref: `#/components/schemas/${at}` }, { [at]: objectWith(one) }],
    "an extended schema": (one, at) => [
      { allOf: [{ $ref: `#/components/schemas/${at}` }, { type: "object" }] },
      { [at]: objectWith(one) },
    ],
  };

describe("constraints between fields of objects inside a body", () => {
  const drawn = fc.sample(
    fc.tuple(
      constraint,
      fc.constantFrom(...Object.keys(PLACES)),
      fc.constantFrom(...Object.keys(SPELLINGS)),
      fc.constantFrom("post", "patch"),
    ),
    { numRuns: many(120, 50), seed: 20_261_201 },
  );
  const cases = drawn.map(([keywords, where, spelling, method], index) => {
    const place = PLACES[where] as Place;
    const [schema, schemas] = SPELLINGS[spelling]?.(keywords, `Case${index}`) ?? [{}, {}];
    return { name: `case-${index}`, keywords, place, method, schemas, schema, where, spelling };
  });
  const components = Object.assign({}, ...cases.map(({ schemas }) => schemas));
  const contract = contractOfBodies(
    Object.fromEntries(
      cases.map(({ name, schema, place, method }) => [
        name,
        { body: place.schema(schema) as JsonObject, method },
      ]),
    ),
    components,
  );
  const { model, notices } = lower(contract);
  const validate = validatorsOf(contract);
  const isLoosened = ({ name, keywords }: (typeof cases)[number]): boolean =>
    notices.some(
      ({ kind, what, where }) =>
        kind === "loosened" &&
        Object.keys(keywords).some((keyword) => what.includes(`\`${keyword}\``)) &&
        (where.includes(`~1${name}/`) || where.endsWith(`/Case${name.slice(5)}`)),
    );

  it("reject what Ajv rejects, at the object's path, unless a notice says that they are not checked", () => {
    const ajv = new Ajv2020({ strict: false });
    // Otherwise the test would pass although nothing is enforced.
    expect(cases.filter((one) => !isLoosened(one)).length).toBeGreaterThan(cases.length / 2);
    expect(model.operations.flatMap(nestedRules).length).toBeGreaterThan(cases.length / 2);
    for (const one of cases) {
      const accepts = ajv.compile({ ...one.schema, components: { schemas: components } });
      const check = validate(one.name);
      fc.assert(
        fc.property(fitting, fitting, (first, second) => {
          const errors = check(one.place.body(first, second)).filter(
            ({ severity }) => severity === "error",
          );
          const told = JSON.stringify({ ...one, errors });
          for (const [index, value] of [first, second].entries()) {
            const at = one.place.at[index] ?? "";
            const isRefused = errors.some(({ path }) => path === at || path.startsWith(`${at}/`));
            if (accepts(value)) expect(isRefused, told).toBe(false);
            else if (!isLoosened(one)) expect(isRefused, told).toBe(true);
          }
        }),
        { numRuns: 30, seed: 20_261_201 },
      );
    }
  });
});

import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { contractOfBodies } from "../../support/described-bodies.js";
import { validatorsOf } from "../../support/generated-code.js";

const text = { type: "string" };
const PROPERTIES: JsonObject = {
  kind: { type: "string", enum: ["A", "B", "C"] },
  mode: { type: "string", enum: ["X", "Y"], default: "X" },
  size: { type: "integer", enum: [1, 2, 3] },
  flag: { type: "boolean", default: true },
  must: { type: "string", enum: ["P", "Q"] },
  name: text,
  maybe: { type: ["string", "null"] },
  list: { type: "array", items: text },
};
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  kind: ["A", "B", "C"],
  mode: ["X", "Y"],
  size: [1, 2, 3],
  flag: [true, false],
  must: ["P", "Q"],
  name: ["A", "z"],
  maybe: ["A", null],
  list: [[], ["A"]],
};
const NAMES = Object.keys(PROPERTIES);

const name = fc.constantFrom(...NAMES);

/** What a schema says about one property. */
const about = name.chain((property) => {
  const values = (VALUES[property] ?? []) as readonly string[];
  const some = fc.subarray([...values], { minLength: 1 });
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.constantFrom(...values).map((value) => ({ const: value })) },
      { weight: 3, arbitrary: some.map((list) => ({ enum: list })) },
      { weight: 2, arbitrary: some.map((list) => ({ not: { enum: list } })) },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(true, false, {}, { minLength: 2 }) },
    )
    .map((schema) => [property, schema] as const);
});

/** A schema about several fields. */
const object: fc.Arbitrary<object> = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    {
      weight: 6,
      arbitrary: fc
        .tuple(
          fc.uniqueArray(about, { minLength: 1, maxLength: 2, selector: ([property]) => property }),
          fc.boolean(),
        )
        .map(([properties, isRequired]) => ({
          properties: Object.fromEntries(properties),
          ...(isRequired && { required: properties.map(([property]) => property) }),
        })),
    },
    {
      weight: 3,
      arbitrary: fc
        .uniqueArray(name, { minLength: 1, maxLength: 2 })
        .map((required) => ({ required })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom("allOf", "anyOf", "oneOf"), tie("schema"), tie("schema"))
        .map(([join, ...parts]) => ({ [join]: parts })),
    },
    { weight: 1, arbitrary: tie("schema").map((schema) => ({ not: schema })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie("schema"), tie("schema"))
        .map(([condition, consequence]) => condition3(condition, consequence)),
    },
  ),
})).schema;

// A literal with `then` would be taken for a promise.
function condition3(condition: unknown, consequence: unknown, otherwise?: unknown): object {
  return Object.fromEntries([
    ["if", condition],
    ...(consequence === undefined ? [] : [["then", consequence]]),
    ...(otherwise === undefined ? [] : [["else", otherwise]]),
  ]);
}

const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
const constraint: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(object, object).map(([when, then]) => condition3(when, then)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(object, fc.option(object, { nil: undefined }), object)
      .map(([when, then, otherwise]) => condition3(when, then, otherwise)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(name, names).map(([one, list]) => ({ dependentRequired: { [one]: list } })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(name, names).map(([one, list]) => ({ dependencies: { [one]: list } })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("dependentSchemas", "dependencies"), name, object)
      .map(([keyword, one, schema]) => ({ [keyword]: { [one]: schema } })),
  },
  { weight: 2, arbitrary: object.map((schema) => ({ not: schema })) },
);

type Place = (constraint: object, whole: object, at: string) => readonly [object, object];

/** Where a constraint stands: the body, and what it refers to. */
const PLACES: Readonly<Record<string, Place>> = {
  "in the body": (one, whole) => [{ ...whole, ...one }, {}],
  "in allOf": (one, whole) => [{ allOf: [whole, one] }, {}],
  "beside allOf": (one, whole) => [{ allOf: [whole], ...one }, {}],
  "behind a reference": (one, whole, at) => [
    { $ref: `#/components/schemas/${at}` },
    { [at]: { ...whole, ...one } },
  ],
  "behind a reference in allOf": (one, whole, at) => [
    { allOf: [{ $ref: `#/components/schemas/${at}` }, { type: "object" }] },
    { [at]: { ...whole, ...one } },
  ],
};

const body = fc.record(
  Object.fromEntries(
    NAMES.map((property) => [property, fc.constantFrom(...(VALUES[property] ?? []))]),
  ),
  { requiredKeys: ["must"] },
);

describe("constraints between fields of a body", () => {
  const drawn = fc.sample(fc.tuple(constraint, fc.constantFrom(...Object.keys(PLACES))), {
    numRuns: 120,
    seed: 20_261_130,
  });
  const cases = drawn.map(([one, place], index) => {
    const whole = { type: "object", required: ["must"], properties: PROPERTIES };
    const [schema, schemas] = (PLACES[place] as Place)(one, whole, `Case${index}`);
    return { name: `case-${index}`, schema, schemas, one, place };
  });
  const components = Object.assign({}, ...cases.map(({ schemas }) => schemas));
  const contract = contractOfBodies(
    Object.fromEntries(cases.map(({ name, schema }) => [name, { body: schema as JsonObject }])),
    components,
  );
  const { model, notices } = lower(contract);
  const validate = validatorsOf(contract);
  const isLoosened = (one: (typeof cases)[number]): boolean =>
    notices.some(
      ({ kind, what, where }) =>
        kind === "loosened" &&
        Object.keys(one.one).some((keyword) => what.includes(`\`${keyword}\``)) &&
        (where.includes(`~1${one.name}/`) || where.endsWith(`/Case${one.name.slice(5)}`)),
    );

  it("refuse what Ajv refuses, or a line says that they are not checked", () => {
    const ajv = new Ajv2020({ strict: false });
    const enforced = cases.filter((one) => !isLoosened(one));
    // Otherwise the test would hold although nothing is enforced.
    expect(enforced.length).toBeGreaterThan(cases.length / 2);
    const rules = model.operations.flatMap((operation) => operation.rules);
    expect(rules.length).toBeGreaterThan(cases.length / 2);
    for (const one of cases) {
      const accepts = ajv.compile({ ...one.schema, components: { schemas: components } });
      const check = validate(one.name);
      fc.assert(
        fc.property(body, (drawnBody) => {
          const isRefused = check(drawnBody).some(({ severity }) => severity === "error");
          if (accepts(drawnBody)) expect(isRefused, JSON.stringify(one)).toBe(false);
          else if (!isLoosened(one)) expect(isRefused, JSON.stringify(one)).toBe(true);
        }),
        { numRuns: 40, seed: 20_261_130 },
      );
    }
  });
});

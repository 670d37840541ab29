// Generates random keywords about several fields, for the tests of bodies and nested objects.

import fc from "fast-check";
import type { JsonObject } from "../../generator/parse/json.js";

const text = { type: "string" };
/** An object's properties, of every kind that constraints treat differently. */
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

/** A random subschema for one property. */
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

/** A random schema that involves several fields. */
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

// In a literal, `then` would make the object look like a promise.
function condition3(condition: unknown, consequence: unknown, otherwise?: unknown): object {
  return Object.fromEntries([
    ["if", condition],
    ...(consequence === undefined ? [] : [["then", consequence]]),
    ...(otherwise === undefined ? [] : [["else", otherwise]]),
  ]);
}

const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
/** Random keywords that involve several fields of an object. */
export const constraint: fc.Arbitrary<object> = fc.oneof(
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

/** The schema of an object with `PROPERTIES` and further keywords. */
export const objectWith = (keywords: object = {}): object => ({
  type: "object",
  required: ["must"],
  properties: PROPERTIES,
  ...keywords,
});

/** Random objects that fit that schema without further keywords. */
export const fitting = fc.record(
  Object.fromEntries(
    NAMES.map((property) => [property, fc.constantFrom(...(VALUES[property] ?? []))]),
  ),
  { requiredKeys: ["must"] },
);

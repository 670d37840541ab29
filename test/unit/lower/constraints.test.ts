import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { constraint, fitting, objectWith } from "../../support/constraints.js";
import { contractOfBodies } from "../../support/described-bodies.js";
import { many } from "../../support/effort.js";
import { validatorsOf } from "../../support/generated-code.js";

type Place = (constraint: object, whole: object, at: string) => readonly [object, object];

/** Where a constraint is: in the body, or in a schema that the body refers to. */
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

describe("constraints between fields of a body", () => {
  const drawn = fc.sample(fc.tuple(constraint, fc.constantFrom(...Object.keys(PLACES))), {
    numRuns: many(120, 50),
    seed: 20_261_130,
  });
  const cases = drawn.map(([one, place], index) => {
    const whole = objectWith();
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

  it("reject what Ajv rejects, unless a notice says that they are not checked", () => {
    const ajv = new Ajv2020({ strict: false });
    const enforced = cases.filter((one) => !isLoosened(one));
    // Otherwise the test would pass although nothing is enforced.
    expect(enforced.length).toBeGreaterThan(cases.length / 2);
    const rules = model.operations.flatMap((operation) => operation.rules);
    expect(rules.length).toBeGreaterThan(cases.length / 2);
    for (const one of cases) {
      const accepts = ajv.compile({ ...one.schema, components: { schemas: components } });
      const check = validate(one.name);
      fc.assert(
        fc.property(fitting, (drawnBody) => {
          const isRefused = check(drawnBody).some(({ severity }) => severity === "error");
          if (accepts(drawnBody)) expect(isRefused, JSON.stringify(one)).toBe(false);
          else if (!isLoosened(one)) expect(isRefused, JSON.stringify(one)).toBe(true);
        }),
        { numRuns: 40, seed: 20_261_130 },
      );
    }
  });
});

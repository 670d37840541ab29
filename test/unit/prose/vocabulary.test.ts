import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import { wordedAs } from "../../../generator/prose/vocabulary.js";
import { runs } from "../../support/effort.js";

const NAMES = ["A", "B", "C", "D"];

/** Schemas that are each one of others, in circles or not, and one value of each. */
const schemas = fc.array(
  fc.record({ join: fc.constantFrom("oneOf", "anyOf"), others: fc.subarray(NAMES) }),
  { minLength: NAMES.length, maxLength: NAMES.length },
);

describe("the values of a field", () => {
  it("include those of all its variants' schemas, even if they form a cycle", () => {
    fc.assert(
      fc.property(schemas, (drawn) => {
        const described = NAMES.map((name, index): [string, JsonObject] => {
          const { join = "oneOf", others = [] } = drawn[index] ?? {};
          const references = others.map((other) => ({ $ref: `#/components/schemas/${other}` }));
          return [name, { [join]: [...references, { type: "string", enum: [name, "ANY"] }] }];
        });
        const document = { components: { schemas: Object.fromEntries(described) } };
        const schema = { $ref: "#/components/schemas/A" };
        const field = wordedAs([{ name: "x", where: "body", schema }], document).fields.get("x");
        const reached = new Set(["A"]);
        // A Set includes entries that are added during its iteration.
        for (const name of reached)
          for (const other of drawn[NAMES.indexOf(name)]?.others ?? []) reached.add(other);
        expect([...(field?.values ?? [])].sort()).toEqual([...reached, "ANY"].sort());
      }),
      { numRuns: runs(300) },
    );
  });
});

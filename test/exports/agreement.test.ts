import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonSchema } from "../../generator/exports/json-schema.js";
import { bodies, TODAY } from "./bodies.js";
import { readPlainly } from "./plain-reading.js";
import { MADE_UP, type Made, madeFrom, VERSIONS } from "./versions.js";

const RUNS = 20_000;
const OTHER_RUNS = 2_000;
// The elder versions have the same kinds of rules, with other values.
const ELDER = 0.25;

describe("validator, plain reading and JSON Schema", () => {
  for (const [index, [version, file]] of VERSIONS.entries()) {
    const [report, ...others] = madeFrom(file);
    const [runs, otherRuns] = [RUNS, OTHER_RUNS].map((most) => (index === 0 ? most : most * ELDER)) as [number, number];
    it.skipIf(report === undefined)(
      `agree on ${runs} bodies of ${version}${report === undefined ? ": PINTEREST_SPECS names no folder with it" : ""}`,
      () => {
        if (report !== undefined) agree(report, runs);
      },
      60_000,
    );
    // A request without rules is compared, too: its schema goes the same way.
    for (const other of others)
      it(`agree on ${otherRuns} requests of ${version}: ${other.name}`, () => agree(other, otherRuns, otherRuns / 100));
  }

  // So many rules leave few bodies that break none.
  it(`agree on ${RUNS} bodies with a rule of every kind`, () => agree(MADE_UP, RUNS, RUNS / 50));
});

function agree({ request, validate }: Made, numRuns: number, least = numRuns / 5): void {
  const schema = jsonSchema(request);
  const unsaid = named(String(schema.$comment));
  const accepts = addFormats.default(new Ajv2020({ strict: true })).compile(schema);
  const seen = new Map<string, number>();
  const count = (key: string): Map<string, number> => seen.set(key, (seen.get(key) ?? 0) + 1);
  fc.assert(
    fc.property(bodies(request), (body) => {
      const violations = validate(body, { today: TODAY });
      const found = violations.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`).sort();
      expect(found).toEqual(readPlainly(body, request, TODAY));
      const errors = violations.filter(({ severity, rule }) => severity === "error" && !unsaid.includes(rule));
      expect(accepts(body), JSON.stringify(accepts.errors)).toBe(errors.length === 0);
      count(errors.length === 0 ? "accepted" : "refused");
      for (const key of new Set(violations.map(({ severity, rule }) => `${severity} ${rule}`))) count(key);
    }),
    { numRuns, seed: 20_240_615 },
  );
  // What no body met was not compared.
  for (const { id, severity } of request.rules) expect(seen.get(`${severity} ${id}`), id).toBeGreaterThan(numRuns / 1_000);
  for (const verdict of ["accepted", "refused"]) expect(seen.get(verdict), verdict).toBeGreaterThan(least);
}

/** The rules that the schema itself says are not in it. */
function named(comment: string): readonly string[] {
  return [...comment.matchAll(/(?:cannot say|left out): ([^.]*)\./g)].flatMap(([, names = ""]) => names.split(/, | and /));
}

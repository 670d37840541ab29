import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect } from "vitest";
import { jsonSchema } from "../../../generator/export/json-schema.js";
import { brokenFormulas } from "../formulas.js";
import { bodies, TODAY } from "./bodies.js";
import { readPlainly } from "./plain-reading.js";
import type { Made } from "./versions.js";

export interface Bodies {
  readonly numRuns: number;
  readonly seed: number;
  /** More than so many are to be accepted, and as many refused. */
  readonly least: number;
  /** More than so many are to break each rule. */
  readonly met: number;
}

/** The generated validator, a plain reading of the rules, their formulas, and Ajv by the exported schema say the same of many bodies. */
export function agree({ request, validate }: Made, { numRuns, seed, least, met }: Bodies): void {
  const schema = jsonSchema(request);
  const unsaid = named(String(schema.$comment));
  const accepts = addFormats.default(new Ajv2020({ strict: true })).compile(schema);
  const seen = new Map<string, number>();
  const rules = new Set(request.rules.map(({ id }) => id));
  const count = (key: string): Map<string, number> => seen.set(key, (seen.get(key) ?? 0) + 1);
  fc.assert(
    fc.property(bodies(request), (body) => {
      const violations = validate(body, { today: TODAY });
      const found = violations.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`).sort();
      expect(found).toEqual(readPlainly(body, request, TODAY));
      if (areTypesRight(violations, body)) {
        count("formulas");
        const broken = violations.filter(({ rule }) => rules.has(rule)).map(({ severity, rule }) => `${severity} ${rule}`);
        expect(brokenFormulas(body, request, TODAY)).toEqual([...new Set(broken)].sort());
      }
      const errors = violations.filter(({ severity, rule }) => severity === "error" && !unsaid.includes(rule));
      expect(accepts(body), JSON.stringify(accepts.errors)).toBe(errors.length === 0);
      count(errors.length === 0 ? "accepted" : "refused");
      for (const key of new Set(violations.map(({ severity, rule }) => `${severity} ${rule}`))) count(key);
    }),
    { numRuns, seed },
  );
  // What no body met was not compared.
  for (const { id, severity } of request.rules) expect(seen.get(`${severity} ${id}`), id).toBeGreaterThan(met);
  if (rules.size > 0) expect(seen.get("formulas"), "formulas").toBeGreaterThan(numRuns / 2);
  for (const verdict of ["accepted", "refused"]) expect(seen.get(verdict), verdict).toBeGreaterThan(least);
}

/** Whether formulas can be evaluated: types and lengths are right, and null stands for no value of an enum. */
function areTypesRight(violations: ReturnType<Made["validate"]>, body: Readonly<Record<string, unknown>>): boolean {
  return !violations.some(({ rule, path }) => rule === "type" || rule === "max-items" || (rule === "enum" && body[path.slice(1)] === null));
}

/** The rules that the schema itself says are not in it. */
function named(comment: string): readonly string[] {
  return [...comment.matchAll(/(?:cannot say|left out): ([^.]*)\./g)].flatMap(([, names = ""]) => names.split(/, | and /));
}

import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect } from "vitest";
import { jsonSchema } from "../../../generator/emit/json-schema.js";
import type { Rule } from "../../../generator/model/model.js";
import { brokenFormulas } from "../formulas.js";
import { bodies, TODAY } from "./bodies.js";
import { readPlainly } from "./plain-reading.js";
import type { Made } from "./versions.js";

export interface Bodies {
  readonly numRuns: number;
  readonly seed: number;
  /** The minimum number of accepted bodies, and of rejected ones. */
  readonly least: number;
  /** The minimum number of violations of each rule. */
  readonly met: number;
}

/**
 * Validates many random bodies in four ways and expects the same results: the generated validator,
 * a plain reading of the rules, their formulas, and Ajv with the exported schema.
 */
export function agree({ request, validate }: Made, { numRuns, seed, least, met }: Bodies): void {
  const schema = jsonSchema(request);
  const { unsaid, loosened } = namedIn(schema);
  const accepts = addFormats.default(new Ajv2020({ strict: true })).compile(schema);
  const seen = new Map<string, number>();
  const rules = new Set(request.rules.map(({ id }) => id));
  const count = (key: string): Map<string, number> => seen.set(key, (seen.get(key) ?? 0) + 1);
  fc.assert(
    fc.property(bodies(request), (body) => {
      const violations = validate(body, { today: TODAY });
      const found = violations
        .map(({ severity, rule, path }) => `${severity} ${rule} ${path}`)
        .sort();
      const expected = readPlainly(body, request, TODAY);
      expectTold(expected, found, request.rules);
      if (areTypesRight(violations, body, request)) {
        count("formulas");
        const broken = violations
          .filter(({ rule }) => rules.has(rule))
          .map(({ severity, rule }) => `${severity} ${rule}`);
        const formulas = brokenFormulas(body, request, TODAY);
        expectTold(formulas, broken, request.rules);
      }
      const errors = violations.filter(
        ({ severity, rule }) => severity === "error" && !unsaid.includes(rule),
      );
      const isAccepted = accepts(body);
      const certain = errors.filter(({ rule }) => !loosened.includes(rule));
      if (isAccepted ? certain.length > 0 : errors.length === 0)
        expect(isAccepted, JSON.stringify(accepts.errors)).toBe(!isAccepted);
      count(errors.length === 0 ? "accepted" : "refused");
      for (const key of new Set(expected.map((text) => text.split(" ", 2).join(" ")))) count(key);
    }),
    { numRuns, seed },
  );
  // A rule that no body violated was not compared.
  for (const { id, severity } of request.rules)
    expect(seen.get(`${severity} ${id}`) ?? 0, id).toBeGreaterThan(met);
  if (rules.size > 0) expect(seen.get("formulas"), "formulas").toBeGreaterThan(numRuns / 2);
  for (const verdict of ["accepted", "refused"])
    expect(seen.get(verdict), verdict).toBeGreaterThan(least);
}

/**
 * Expects the same items on both sides. Compares before calling `expect`, which is slow and rarely
 * needed.
 */
function expectTold(
  expected: readonly string[],
  found: readonly string[],
  rules: readonly Rule[],
): void {
  if (!found.every((text) => expected.includes(text)))
    expect(expected).toEqual(expect.arrayContaining([...found]));
  if (!expected.every((text) => found.includes(text)))
    expect(untold(expected, found, rules)).toEqual([]);
}

/**
 * The expected items that are missing from `found`. An item also counts as found if a rule of the
 * same kind with the same parameters and at least the same severity covers it, whatever its limit.
 */
function untold(
  expected: readonly string[],
  found: readonly string[],
  rules: readonly Rule[],
): readonly string[] {
  const demandOf = (text: string, severity = text.split(" ")[0]): string => {
    const [, name] = text.split(" ");
    const rule = rules.find(({ id }) => id === name);
    const {
      amount: _,
      unit: __,
      ...params
    } = (rule?.params ?? {}) as Readonly<Record<string, unknown>>;
    return JSON.stringify([
      severity,
      rule === undefined ? text.split(" ").slice(1) : rule.kind,
      params,
    ]);
  };
  const told = new Set(found.map((text) => demandOf(text)));
  return expected.filter((text) => !told.has(demandOf(text)) && !told.has(demandOf(text, "error")));
}

/**
 * Whether formulas can be evaluated: types and lengths are valid, enum fields are not null, and
 * lists contain enum values.
 */
function areTypesRight(
  violations: ReturnType<Made["validate"]>,
  body: Readonly<Record<string, unknown>>,
  { rules }: Made["request"],
): boolean {
  const together = rules.flatMap(({ params }) => (params.fields ?? []) as readonly string[]);
  const stepsTo = (path: string): readonly string[] => path.slice(1).split("/");
  const valueAt = (path: string): unknown =>
    stepsTo(path).reduce<unknown>((value, step) => Object(value)[step], body);
  return !violations.some(
    ({ rule, path }) =>
      rule === "type" ||
      rule === "max-items" ||
      (rule === "enum" && (valueAt(path) === null || together.includes(stepsTo(path).join(".")))),
  );
}

/** The rules that a JSON Schema's comment names, both omitted and loosened ones. */
export function namedIn({ $comment }: ReturnType<typeof jsonSchema>): {
  readonly unsaid: readonly string[];
  readonly loosened: readonly string[];
} {
  const after = (words: string): readonly string[] => {
    const [, names] = new RegExp(`${words}: ([^.]*)\\.`).exec(String($comment)) ?? [];
    return names?.split(/, | and /) ?? [];
  };
  return { unsaid: after("cannot express"), loosened: after("may be an update") };
}

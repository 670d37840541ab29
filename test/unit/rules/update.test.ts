import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, Rule } from "../../../generator/model/model.js";
import { breachesOf } from "../../../generator/rules/breaches.js";
import { parseRule } from "../../../generator/rules/parse.js";
import { shapeOf } from "../../../generator/rules/shape.js";
import { inUpdate } from "../../../generator/rules/update.js";
import { matchesFormula } from "../../../runtime/testing/check-body.js";

const MODES = ["X", "Y", "Z"];
const DAYS = ["2026-03-01", "2026-03-02"];
const TEXTS = ["some text"];
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  mode: MODES,
  other_mode: MODES,
  start: DAYS,
  end: DAYS,
  name: TEXTS,
  link: TEXTS,
};
const NAMES = Object.keys(VALUES);
const DEFAULTS = { mode: "X" };

const field = (name: string): Field => ({
  name,
  type: VALUES[name] === MODES ? { kind: "enum", name: "Mode" } : { kind: "string" },
  required: false,
  limits: {},
  doc: "",
  ...(name === "mode" && { default: "X" }),
});
const shape = shapeOf({
  body: { name: "Thing", fields: NAMES.map(field) },
  enums: [{ name: "Mode", values: MODES }],
});

const name = fc.constantFrom(...NAMES);
const modes = fc.subarray(MODES, { minLength: 1, maxLength: 2 });
const mode = fc.constantFrom("mode", "other_mode");
const condition = fc.oneof(
  fc.tuple(mode, modes).map(([one, is]) => ({ field: one, is })),
  fc.tuple(mode, modes).map(([one, isNot]) => ({ field: one, isNot })),
  fc.tuple(name, fc.boolean()).map(([one, present]) => ({ field: one, present })),
);
const conditions = (minLength = 0) =>
  fc.uniqueArray(condition, { minLength, maxLength: 2, selector: ({ field: one }) => one });

const rule = fc
  .oneof(
    fc.record({ kind: fc.constant("forbidden-when"), field: name, when: conditions(1) }),
    fc.record({ kind: fc.constant("only-when"), field: name, when: conditions(1) }),
    fc.record({ kind: fc.constant("requires-present"), field: name, when: conditions() }),
    fc.record({
      kind: fc.constant("requires-value"),
      field: name,
      requires: fc.tuple(mode, modes).map(([one, is]) => ({ field: one, is })),
      when: conditions(),
    }),
    fc.record({
      kind: fc.constant("forbidden-values-when"),
      field: mode,
      values: modes,
      when: conditions(),
    }),
    fc.record({
      kind: fc.constant("at-least-one-of"),
      groups: fc.array(fc.uniqueArray(name, { minLength: 1, maxLength: 2 }), {
        minLength: 2,
        maxLength: 3,
      }),
      when: conditions(),
    }),
    fc.record({
      kind: fc.constant("date-order"),
      start: fc.constant("start"),
      end: fc.constant("end"),
      when: conditions(),
    }),
  )
  .map((entry) => parseRule({ id: "a-rule", ...entry }, shape));

type Body = Readonly<Record<string, unknown>>;

const isRefused = (rules: readonly Rule[], body: Body): boolean =>
  rules
    .flatMap(breachesOf)
    .some(({ guard, body: broken }) =>
      [...guard, broken].every((formula) =>
        matchesFormula(formula, { body, defaults: DEFAULTS, today: 0 }),
      ),
    );

/** Every object that an update with this body may result in. */
function results(sent: Body, names = NAMES): readonly Body[] {
  const [first, ...others] = names;
  if (first === undefined) return [{}];
  const values = first in sent ? [sent[first]] : [undefined, ...(VALUES[first] ?? [])];
  return results(sent, others).flatMap((body) =>
    values.map((value) => (value === undefined ? body : { ...body, [first]: value })),
  );
}

const sent = fc.record(
  Object.fromEntries(NAMES.map((one) => [one, fc.constantFrom(...(VALUES[one] ?? []))])),
  { requiredKeys: [] },
);

describe("a rule in an update", () => {
  it("accepts an update that may result in an object that the rule accepts", () => {
    fc.assert(
      fc.property(rule, sent, (one, body) => {
        if (!isRefused(inUpdate(one, shape), body)) return;
        expect(results(body).filter((object) => !isRefused([one], object))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("rejects the same bodies as in a create if all fields are sent", () => {
    const whole = fc.record(
      Object.fromEntries(NAMES.map((one) => [one, fc.constantFrom(...(VALUES[one] ?? []))])),
    );
    fc.assert(
      fc.property(rule, whole, (one, body) => {
        expect(isRefused(inUpdate(one, shape), body)).toBe(isRefused([one], body));
      }),
      { numRuns: 1500 },
    );
  });

  it("is left unchanged if the schema states it, or if its fields are always sent", () => {
    fc.assert(
      fc.property(rule, (one) => {
        expect(inUpdate({ ...one, inUpdates: true }, shape)).toEqual([{ ...one, inUpdates: true }]);
        expect(inUpdate(one, shape, () => true)).toEqual([one]);
      }),
    );
  });
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Change } from "../../../generator/diff/change.js";
import { compareModels } from "../../../generator/diff/compare.js";
import { lower } from "../../../generator/lower/lower.js";
import type { Model } from "../../../generator/model/model.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { contractFrom } from "../../support/descriptions.js";
import { many, tried } from "../../support/effort.js";
import { drawFrom, draws, rewritten } from "./rewrite.js";

const contracts = ["spec/contract.yaml", "test/fixtures/contract-5.12.0.yaml"].map((path) => {
  const text = readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
  return {
    path,
    document: parseYaml(text, path).value as JsonObject,
    model: lower(contractFrom(text)).model,
  };
});
const [newest, older] = contracts.map(({ model }) => model) as [Model, Model];

/** All changes except those in the names of shared types, which rewording may change. */
const changes = (old: Model, now: Model): readonly Change[] =>
  compareModels({ name: "1", model: old }, { name: "2", model: now }).changes.filter(
    ({ text }) => text !== "type removed or renamed",
  );

/** The changes, regardless of order. */
const facts = (all: readonly Change[], turned = false): readonly string[] =>
  all
    .map(({ flow, path: place, kind, old, new: now }) =>
      JSON.stringify([flow, place, kind, ...(turned ? [now, old] : [old, now])]),
    )
    .sort();

describe.each(tried(contracts.toReversed()))("$path", ({ document, model }) => {
  it("has no changes when compared with itself", () => {
    expect(changes(model, model)).toEqual([]);
  });

  it("has no changes after rewording", () => {
    fc.assert(
      fc.property(draws, (numbers) => {
        const other = rewritten(document, drawFrom(numbers));
        expect(changes(model, lower(contractFrom(JSON.stringify(other))).model)).toEqual([]);
      }),
      { numRuns: many(15, 5), seed: 20_260_308 },
    );
  });
});

it("changes are reversed if the two sides are swapped", () => {
  expect(changes(older, newest).length).toBeGreaterThan(50);
  expect(facts(changes(newest, older), true)).toEqual(facts(changes(older, newest)));
});

it("rewording does not hide any change", () => {
  // The order of rewritten lists does not count as a change.
  const told = (all: readonly Change[]): readonly string[] =>
    all
      .map(({ flow, path: place, kind, step, old, new: now }) =>
        JSON.stringify([
          flow,
          place,
          kind,
          step,
          ...[old, now].map((data) => (Array.isArray(data) ? [...data].sort() : data === null)),
        ]),
      )
      .sort();
  const { document } = contracts.at(-1) as (typeof contracts)[number];
  const expected = told(changes(older, newest));
  fc.assert(
    fc.property(draws, (numbers) => {
      const other = rewritten(document, drawFrom(numbers));
      expect(JSON.stringify(other)).not.toBe(JSON.stringify(document));
      expect(told(changes(lower(contractFrom(JSON.stringify(other))).model, newest))).toEqual(
        expected,
      );
    }),
    { numRuns: many(5, 2), seed: 20_260_309 },
  );
});

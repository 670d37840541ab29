import { describe, it } from "vitest";
import { many, runs } from "../../support/effort.js";
import { agree, type Bodies } from "../../support/exports/agree.js";
import { MADE_UP, madeFrom, VERSIONS, WITH_INNER_FIELDS } from "../../support/exports/versions.js";

const SEED = 20_240_616;
const RUNS = runs(20_000, many(1_000, 500));
const OTHER_RUNS = runs(2_000, 250);
// Older versions get fewer runs, because they have the same kinds of rules with other values.
const ELDER = 0.5;

const of = (numRuns: number, part: number): Bodies => ({
  numRuns,
  seed: SEED,
  least: numRuns / part,
  met: numRuns / 1_000,
});

describe("the validator, a plain reading of the rules, formulas and JSON Schema", () => {
  for (const [version, file] of VERSIONS.slice(0, many(VERSIONS.length, 1))) {
    const [report, ...others] = madeFrom(file);
    const [runs, otherRuns] = [RUNS, OTHER_RUNS].map((most) =>
      version === "followed" ? most : most * ELDER,
    ) as [number, number];
    it.skipIf(report === undefined)(
      `agree on ${runs} bodies of ${version}${report === undefined ? ": PINTEREST_SPECS names no folder with it" : ""}`,
      () => {
        if (report !== undefined) agree(report, of(runs, 5));
      },
    );
    // Requests without rules are compared too, because their schemas take the same path.
    for (const other of others)
      it(`agree on ${otherRuns} requests of ${version}: ${other.name}`, () =>
        agree(other, of(otherRuns, 100)));
  }

  // With so many rules, few bodies break none.
  it(`agree on ${RUNS} bodies with a rule of every kind`, () => agree(MADE_UP, of(RUNS, 50)));

  it(`agree on ${RUNS} bodies with rules about fields inside an object`, () =>
    agree(WITH_INNER_FIELDS, of(RUNS, 10)));
});

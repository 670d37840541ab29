import { describe, expect, it } from "vitest";
import { agree } from "../exports/agree.js";
import { firstOf, madeFrom, VERSIONS } from "../exports/versions.js";
import { SEED } from "./seed.js";

// So many in all. The report has most of the rules, and gets the larger part.
const BODIES = 100_000;
const OF_THE_REPORT = 40_000;

const [[version, file]] = VERSIONS as [(typeof VERSIONS)[number]];
const made = madeFrom(file);
const report = firstOf(made);
const others = made.slice(1);
const numRuns = Math.ceil((BODIES - OF_THE_REPORT) / others.length);

describe(`validator, plain reading and Ajv agree on ${OF_THE_REPORT + numRuns * others.length} bodies of the version that is ${version}`, () => {
  it(report.name, { timeout: 300_000 }, () => {
    agree(report, { numRuns: OF_THE_REPORT, seed: SEED, least: OF_THE_REPORT / 10, met: 0 });
  });

  it.each(others.map((one) => [one.name, one] as const))("%s", { timeout: 60_000 }, (_, one) => {
    agree(one, { numRuns, seed: SEED, least: 0, met: 0 });
  });

  it("and those are all requests of the version", () => {
    expect(made.length).toBeGreaterThan(20);
  });
});

import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { descriptions, followed } from "../support/descriptions.js";
import { agree } from "../support/exports/agree.js";
import {
  everythingFrom,
  firstOf,
  type Made,
  madeFrom,
  VERSIONS,
} from "../support/exports/versions.js";
import { SEED } from "./seed.js";

// The number of bodies for the package's own requests. The report gets most of them, because it has
// the most rules.
const BODIES = 100_000;
const OF_THE_REPORT = 40_000;
// The number of bodies for each operation in the full description. Most operations have no rules.
const OF_EACH = 500;

const [[version, file]] = VERSIONS as [(typeof VERSIONS)[number]];
const offered = madeFrom(file);
const report = firstOf(offered);
const others = offered.slice(1);
const numRuns = Math.ceil((BODIES - OF_THE_REPORT) / others.length);
const all = descriptions === null ? [] : everythingFrom(join(descriptions, `${followed}.yaml`));

let compared = 0;
function compare(one: Made, runs: number, least: number): void {
  agree(one, { numRuns: runs, seed: SEED, least, met: least < 0 ? -1 : 0 });
  compared += runs;
}

describe(`the validator, a plain reading of the rules and Ajv agree on bodies of the ${version} version`, () => {
  it(report.name, () => compare(report, OF_THE_REPORT, OF_THE_REPORT / 10));

  it.each(others.map((one) => [one.name, one] as const))("%s", (_, one) =>
    compare(one, numRuns, 0),
  );

  it(`compares at least ${BODIES} bodies across all generated requests`, () => {
    expect(offered.length).toBeGreaterThan(20);
    expect(compared).toBeGreaterThanOrEqual(BODIES);
  });
});

describe.skipIf(all.length === 0)(
  `the validator, a plain reading of the rules and Ajv agree on ${OF_EACH} bodies of each operation of ${followed} (skipped without its description)`,
  () => {
    it.each(all.map((one) => [one.name, one] as const))("%s", (_, one) =>
      compare(one, OF_EACH, one.request.body.fields.length === 0 ? -1 : 0),
    );

    it("covers more than 200 operations", () => {
      expect(all.length).toBeGreaterThan(200);
    });
  },
);

afterAll(() =>
  console.log(
    `${compared} bodies of ${offered.length} requests that are offered, and of ${all.length} operations`,
  ),
);

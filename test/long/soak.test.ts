import { afterAll, expect, it } from "vitest";
import { soak } from "../bench/soak.js";
import { SEED } from "./seed.js";

const REPORTS = 10_000;
// Each thousand has its own seed, so that it can be repeated on its own.
const EACH = 1_000;

const tally = { right: 0, errors: 0, faulty: 0, requests: 0 };
const seeds = Array.from({ length: REPORTS / EACH }, (_, index) => SEED * 1_000 + index);

it.each(seeds)(
  `${EACH} reports with faults of every kind end with the correct rows or one of the package's errors: seed %i`,
  async (seed) => {
    const { right, errors, bad, faulty, requests } = await soak(EACH, seed);
    expect(bad).toEqual([]);
    const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
    expect(right + failed).toBe(EACH);
    for (const [name, count] of Object.entries({ right, errors: failed, faulty, requests }))
      tally[name as keyof typeof tally] += count;
  },
);

it(`the soak test ran ${REPORTS} reports, many of them with a fault`, () => {
  expect(tally.right + tally.errors).toBe(REPORTS);
  expect(tally.faulty).toBeGreaterThan(REPORTS / 3);
});

afterAll(() => console.log(`reports with faults: ${JSON.stringify(tally)}`));

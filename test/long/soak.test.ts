import { expect, it } from "vitest";
import { soak } from "../bench/soak.js";
import { SEED } from "./seed.js";

const REPORTS = 10_000;

it(`${REPORTS} reports with faults of any kind end in the right rows or in an error of the package`, { timeout: 600_000 }, async () => {
  const { right, errors, bad } = await soak(REPORTS, SEED);
  expect(bad).toEqual([]);
  expect(right + Object.values(errors).reduce((sum, count) => sum + count, 0)).toBe(REPORTS);
});

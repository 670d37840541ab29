import { expect, it } from "vitest";
import { soak } from "../bench/soak.js";

it("two hundred reports with faults of any kind end in the right rows or in an error of the package", { timeout: 120_000 }, async () => {
  const { right, errors, bad, faulty } = await soak(200, 7);
  expect(bad).toEqual([]);
  expect(right + Object.values(errors).reduce((sum, count) => sum + count, 0)).toBe(200);
  expect(faulty).toBeGreaterThan(100);
  expect(right).toBeGreaterThan(100);
});

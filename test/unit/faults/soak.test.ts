import { expect, it } from "vitest";
import { soak } from "../../bench/soak.js";

it("two hundred reports with faults of any kind end in the right rows or in an error of the package", async () => {
  const { right, errors, bad, faulty, happened } = await soak(200, 9);
  expect(bad).toEqual([]);
  expect(right + Object.values(errors).reduce((sum, count) => sum + count, 0)).toBe(200);
  expect(faulty).toBeGreaterThan(90);
  expect(right).toBeGreaterThan(90);
  // Of the many kinds, every call has met some: also creates that were carried out and not answered, and tokens.
  const kinds = (step: string): number => Object.keys(happened).filter((one) => one.startsWith(`${step} `)).length;
  expect(Math.min(kinds("create"), kinds("poll"), kinds("file"))).toBeGreaterThan(12);
  expect(kinds("token")).toBeGreaterThan(3);
  expect(Object.keys(happened)).toEqual(expect.arrayContaining(["create reset-response", "create short-response"]));
});

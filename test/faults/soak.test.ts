import { expect, it } from "vitest";
import { soak } from "../bench/soak.js";

it("two hundred reports with faults of any kind end in the right rows or in an error of the package", { timeout: 120_000 }, async () => {
  const { right, errors, bad, faulty, happened } = await soak(200, 9);
  expect(bad).toEqual([]);
  expect(right + Object.values(errors).reduce((sum, count) => sum + count, 0)).toBe(200);
  expect(faulty).toBeGreaterThan(90);
  expect(right).toBeGreaterThan(90);
  // Creates that were carried out are among what went wrong, and tokens.
  const met = ["create cut-connection", "create stalled-answer", "create html-error", "token refresh-refused"];
  expect(met.filter((one) => happened[one] === undefined)).toEqual([]);
});

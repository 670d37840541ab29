import { expect, it } from "vitest";
import { soak } from "../../bench/soak.js";
import { many } from "../../support/effort.js";

const COUNT = many(200, 80);

it("with random faults, a report returns the correct rows or throws one of the package's errors", async () => {
  const { right, errors, bad, faulty, happened } = await soak(COUNT, 9);
  expect(bad).toEqual([]);
  expect(right + Object.values(errors).reduce((sum, count) => sum + count, 0)).toBe(COUNT);
  expect(faulty).toBeGreaterThan(COUNT * 0.45);
  expect(right).toBeGreaterThan(COUNT * 0.45);
  // Every call, including token requests, had faults of several kinds. The random choice changes
  // whenever a fault is added.
  const kinds = (step: string): number =>
    Object.keys(happened).filter((one) => one.startsWith(`${step} `)).length;
  expect(Math.min(kinds("create"), kinds("poll"), kinds("file"))).toBeGreaterThan(many(12, 7));
  expect(kinds("token")).toBeGreaterThan(many(3, 1));
  // Create requests that were accepted, but whose response was lost.
  const lost = [
    "cut-connection",
    "cut-response",
    "malformed-chunk",
    "reset-response",
    "short-response",
    "silence",
    "stalled-response",
  ];
  expect(lost.filter((name) => Object.hasOwn(happened, `create ${name}`)).length).toBeGreaterThan(
    many(2, 0),
  );
});

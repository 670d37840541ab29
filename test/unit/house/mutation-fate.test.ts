import { expect, it } from "vitest";
import { fateOf } from "../../long/mutation/fate.js";
import type { Verdict } from "../../long/mutation/judge.js";

const passed: Verdict = { passed: true, by: "", timedOut: false };
const failed: Verdict = { passed: false, by: "a test", timedOut: false };
const timedOut: Verdict = { passed: false, by: "a slow test", timedOut: true };

it.each([
  ["survived", "the tests pass", [passed]],
  ["failed", "a test fails", [failed]],
  ["endless", "a test times out that passes without it", [timedOut, passed]],
  ["endless", "the tests do not end, but do without it", [null, passed]],
  ["failed", "a test fails in the second run, on a busy machine", [timedOut, timedOut, failed]],
  ["survived", "the tests pass in the second run, on a busy machine", [null, null, passed]],
  ["not judged", "a test times out in the second run, too", [timedOut, failed, timedOut]],
  ["not judged", "the tests do not end in the second run either", [timedOut, null, null]],
] as const)("a mutant is %s if %s", async (fate, _, verdicts) => {
  const runs: (readonly [mutated: boolean, factor: number])[] = [];
  const result = await fateOf(
    async (mutated, factor) => verdicts[runs.push([mutated, factor]) - 1] ?? null,
  );
  expect(result.fate).toBe(fate);
  expect(runs).toEqual(
    [
      [true, 1],
      [false, 1],
      [true, 4],
    ].slice(0, verdicts.length),
  );
});

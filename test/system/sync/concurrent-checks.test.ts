import { describe, expect, it } from "vitest";
import {
  CONCURRENT_DEFECTS,
  type ConcurrentDefect,
  concurrentStore,
} from "../../support/concurrent-target.js";
import { memoryTarget } from "../../support/sync.js";
import { targetChecks } from "../../support/target-checks.js";

/** Runs all checks against a target with this defect, and returns the errors of those that fail. */
async function errorsOf(defect: ConcurrentDefect | null): Promise<readonly string[]> {
  const errors: string[] = [];
  for (const { name, run } of targetChecks({ createStore: () => concurrentStore(defect) }))
    await run().catch((error: unknown) => errors.push(`${name}: ${error}`));
  return errors;
}

describe("the checks of a target that several processes open", () => {
  it("pass for a target that isolates the processes", async () => {
    expect(await errorsOf(null)).toEqual([]);
  });

  it.each([
    [
      "leases ignored",
      /^a window replaced under a later lease .*: a window of an earlier lease: expected .*lease_lost, found null$/,
    ],
    [
      "leases checked early",
      /^a window whose rows arrive while .*: a window of 2 rows: expected .*lease_lost, found null$/,
    ],
    [
      "leases of one day",
      /^a window of several days .*: a window with a day of a later lease: expected .*lease_lost, found null$/,
    ],
    [
      "leases of lists ignored",
      /^a table without days contains the latest lease's list, .*: a list of an earlier lease: expected .*lease_lost/,
    ],
    [
      "leases forgotten",
      /^an exclusive run .*: a window of an earlier lease: expected .*lease_lost, found null$/,
    ],
    ["stale stamps", /after a later lease: the days: expected .*lease 3.* found .*lease 1/],
    [
      "one at a time",
      /^two processes can create tables .*: a session waits until another one has replaced its window$/,
    ],
    ["columns lost", /the columns after round 0: expected .*LEFT_0 text.*RIGHT_0 text/],
    ["first day lost", /the first day: expected "2026-02-10", found "2026-02-20"/],
    ["run let in", /a run beside two workers: expected an error like .*in use.*, found null$/],
    ["workers let in", /a worker beside a run: expected an error like .*in use.*, found null$/],
  ] as const)("fail for a faulty target: %s", async (defect, message) => {
    expect(CONCURRENT_DEFECTS[defect]).not.toBe("");
    expect(await errorsOf(defect)).toContainEqual(expect.stringMatching(message));
  });
});

describe("an in-memory target", () => {
  for (const { name, run } of targetChecks({
    createStore: () => {
      const target = memoryTarget();
      return { target: () => target, read: async (table) => target.stored(table) };
    },
  }))
    it(name, run);
});

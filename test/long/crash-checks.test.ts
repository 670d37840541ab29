import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { transpiled } from "../support/consumer.js";
import { DEFECTS, type Defect, EMPTY, fileRows, fileTarget } from "../support/file-target.js";
import { targetChecks } from "../support/target-checks.js";
import type { TargetStore } from "../support/target-store.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const LOCK_MS = 500;

function checksOf(defect: Defect | null) {
  const module = pathToFileURL(
    transpiled(fileURLToPath(new URL("file-crash-target.ts", import.meta.url))),
  );
  const createStore = () => {
    const path = fileURLToPath(new URL("tables.json", temporaryFolder()));
    writeFileSync(path, EMPTY);
    return {
      target: () => fileTarget(path, defect),
      read: async (table: string) => fileRows(path, table),
      location: JSON.stringify({ path, defect }),
    };
  };
  const checks = targetChecks({ createStore, crash: { module, execArgv: [], lockMs: LOCK_MS } });
  return checks.filter(({ name }) => name.startsWith("a process that is killed"));
}

/** The error of the first check that fails; null if all pass. */
async function errorOf(defect: Defect | null): Promise<string | null> {
  for (const { run } of checksOf(defect)) {
    const error = await run().then(() => null, String);
    if (error !== null) return error;
  }
  return null;
}

describe("the checks that kill the process", () => {
  it("pass for a target that replaces windows as a whole", async () => {
    expect(checksOf(null)).toHaveLength(6);
    expect(await errorOf(null)).toBe(null);
  });

  it.each([
    [
      "days before rows",
      /killed at row 0 of window 0: 2026-02-27 has the former rows, and is recorded as loaded with new/,
    ],
    [
      "row by row",
      /killed at row 1 of window 0: 2026-02-27 has neither its former rows nor the new ones, but 1 others/,
    ],
    [
      "in two steps",
      /killed .* ms after the last row of window 0: 2026-02-27 has neither its former rows nor the new ones, but 0/,
    ],
    [
      "rows late",
      /killed after window 0 was replaced: the window from 2026-02-27 to 2026-03-01 has the former rows, not the new ones/,
    ],
    [
      "days never",
      /loaded with the former rows: 2026-02-27 has the former rows, and is recorded as loaded with none/,
    ],
    ["days stay", /killed .*: 2026-02-27 has the new rows, and is recorded as loaded with former/],
    ["wider in two steps", /killed .* ms after open: rows of another account have changed/],
    [
      "lock stays",
      /killed after open: the target cannot be opened, 0.5 s later: the file is in use by process \d+/,
    ],
  ] as const)("fail for a faulty target: %s", async (defect, message) => {
    expect(DEFECTS[defect]).not.toBe("");
    expect(await errorOf(defect)).toMatch(message);
  });

  it("report a store without a location, and the error of a process that cannot open the target", async () => {
    const module = "data:text/javascript,throw new Error('no such table')";
    const target = () => fileTarget(path, null);
    const path = fileURLToPath(new URL("tables.json", temporaryFolder()));
    writeFileSync(path, EMPTY);
    const store = { target, read: async (table: string) => fileRows(path, table) };
    const error = (createStore: () => TargetStore) =>
      targetChecks({ createStore, crash: { module } }).at(-1)?.run();
    await expect(error(() => store)).rejects.toThrow(
      "the store has no location, with which a process could open it",
    );
    await expect(error(() => ({ ...store, location: path }))).rejects.toThrow(
      /^the process that opens the target ended with 1:\n.*no such table/s,
    );
  });
});

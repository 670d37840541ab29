import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type TargetStore, targetChecks } from "../../../runtime/testing/index.js";
import { transpiled } from "../../support/consumer.js";
import { DEFECTS, type Defect, EMPTY, fileRows, fileTarget } from "../../support/file-target.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const LOCK_MS = 500;

function checksOf(defect: Defect | null, program?: string) {
  const module = pathToFileURL(program ?? transpiled(fileURLToPath(new URL("file-crash-target.ts", import.meta.url))));
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

/** The errors of the checks; null for those that pass. */
function errorsOf(defect: Defect | null, program?: string): Promise<readonly (string | null)[]> {
  const run = ({ run }: { run(): Promise<void> }): Promise<string | null> => run().then(() => null, String);
  return checksOf(defect, program).reduce(
    async (errors, check) => [...(await errors), await run(check)],
    Promise.resolve<readonly (string | null)[]>([]),
  );
}

describe("checks that kill the process", () => {
  it("pass for a target that replaces windows as a whole", async () => {
    expect(await errorsOf(null)).toEqual([null, null, null, null, null]);
  });

  it.each([
    ["days before rows", /killed at row 0 of window 0: 2026-02-27 has the former rows, and is recorded as loaded with new/],
    ["row by row", /killed at row 1 of window 0: 2026-02-27 has neither its former rows nor the new ones, but 1 others/],
    ["in two steps", /killed .* ms after the last row of window 0: 2026-02-27 has neither its former rows nor the new ones, but 0/],
    ["rows late", /killed after window 0 was replaced: the window from 2026-02-27 to 2026-03-01 has the former rows, not the new ones/],
    ["days never", /loaded with the former rows: 2026-02-27 has the former rows, and is recorded as loaded with none/],
    ["days stay", /killed after window 0 was replaced: 2026-02-27 has the new rows, and is recorded as loaded with former/],
    ["lock stays", /killed after open: the target cannot be opened, 0.5 s later: the file is in use by process \d+/],
  ] as const)("fail for one with a defect: %s", async (defect, message) => {
    expect(DEFECTS[defect]).not.toBe("");
    const errors = await errorsOf(defect);
    expect(errors).toContainEqual(expect.stringMatching(message));
  });

  it("say what is missing: the location of the store, and what the module needs", async () => {
    const module = "data:text/javascript,throw new Error('no such table')";
    const target = () => fileTarget(path, null);
    const path = fileURLToPath(new URL("tables.json", temporaryFolder()));
    writeFileSync(path, EMPTY);
    const store = { target, read: async (table: string) => fileRows(path, table) };
    const errorOf = (createStore: () => TargetStore) => targetChecks({ createStore, crash: { module } }).at(-1)?.run();
    await expect(errorOf(() => store)).rejects.toThrow("the store has no location, with which a process could open it");
    await expect(errorOf(() => ({ ...store, location: path }))).rejects.toThrow(
      /^the process that opens the target ended with 1:\n.*no such table/s,
    );
  });
});

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);

/** How many bodies one test tries, from its name in vitest's list; the list runs no test. */
async function bodiesTried(...flags: readonly string[]): Promise<number> {
  const args = ["node_modules/vitest/vitest.mjs", "list", ...flags, "--project", "unit", "test/unit/export/agreement.test.ts"];
  const env = { ...process.env, TEST_EFFORT: undefined, PROPERTY_RUNS: undefined };
  const { stdout } = await run(process.execPath, args, { env });
  return Number(/agree on (\d+) bodies of followed$/m.exec(stdout)?.[1]);
}

// The configuration is read once more for each project, with a mode of its own.
it("everything is tried by test:all, and a share of it by npm test", async () => {
  expect(await bodiesTried("--mode", "all")).toBe(2_000);
  expect(await bodiesTried()).toBe(1_000);
});

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import config from "../../../vitest.config.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const run = promisify(execFile);

/**
 * How many bodies a certain test tries, taken from its title in `vitest list`, which runs nothing.
 */
async function bodiesTried(...flags: readonly string[]): Promise<number> {
  const args = [
    "node_modules/vitest/vitest.mjs",
    "list",
    ...flags,
    "--project",
    "unit",
    "test/unit/export/agreement.test.ts",
  ];
  const env = { ...process.env, TEST_EFFORT: undefined, PROPERTY_RUNS: undefined };
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, env });
  return Number(/agree on (\d+) bodies of followed$/m.exec(stdout)?.[1]);
}

it("npm run test:all tries every case, and npm test only some of them", async () => {
  expect(await bodiesTried("--mode", "all")).toBe(2_000);
  expect(await bodiesTried()).toBe(500);
});

it("each vitest project has the mode set by the command", () => {
  const { projects = [] } = config({ mode: "all", command: "serve" }).test ?? {};
  expect(projects.map((project) => (project as { readonly mode?: string }).mode)).toEqual([
    "all",
    "all",
    "all",
  ]);
});

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { failuresOf } from "../../../.github/scripts/failures.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

beforeEach(() => void vi.spyOn(process.stderr, "write").mockReturnValue(true));
afterEach(() => vi.restoreAllMocks());

/** Creates a repository with these tests. */
function repository(tests: Readonly<Record<string, string>>): string {
  const folder = fileURLToPath(temporaryFolder());
  mkdirSync(join(folder, "test"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ type: "module", scripts: { "test:all": "vitest run 2>&1" } }),
  );
  writeFileSync(join(folder, "vitest.config.js"), "export default {};");
  for (const [name, lines] of Object.entries(tests))
    writeFileSync(
      join(folder, "test", name),
      `import { describe, expect, it } from "vitest";\n${lines}\n`,
    );
  return folder;
}

it("the summary identifies failures by file and title, always in the same way, and lists files that do not load", () => {
  const folder = repository({
    "b.test.js":
      'describe("sums", () => { it("add up", () => expect(performance.now()).toBe(1)); it("are fine", () => {}); });',
    "a.test.js": 'it("goes wrong", () => { throw new Error("at " + performance.now()); });',
    "c.test.js": 'import "./nowhere.js";\nit("is never run", () => {});',
  });
  const failures = failuresOf([], folder);
  expect(failures).toBe(
    "test/a.test.js: goes wrong\ntest/b.test.js: sums add up\ntest/c.test.js: the file itself",
  );
  expect(failuresOf([], folder)).toBe(failures);
  expect(failuresOf(["test/nowhere"], folder)).toBe(
    "npm run test:all ended with 1, but no test failed",
  );
});

it("the summary is empty if all tests pass", () => {
  expect(failuresOf([], repository({ "a.test.js": 'it("is fine", () => {});' }))).toBeNull();
});

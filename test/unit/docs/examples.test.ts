import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const EXAMPLES = join(ROOT, "docs/examples");
const TESTS = ["test/system/examples", "test/package", "test/unit/docs"].map((folder) =>
  join(ROOT, folder),
);

const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"));

const examples = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it("the repository has examples", () => expect(examples.length).toBeGreaterThan(3));

it.each(examples)("%s has a row in the README, and a test", (name) => {
  const readme = readFileSync(join(EXAMPLES, "README.md"), "utf8");
  expect(readme).toContain(`| [${name}](${name}) |`);
  const run = TESTS.flatMap(textsIn).filter((text) => text.includes(`${name}/`));
  const named = `a test beside it, or in one of ${TESTS.join(", ")}, that runs ${name}/`;
  expect([...textsIn(join(EXAMPLES, name)), ...run], named).not.toEqual([]);
});

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FOLDER = "test/system/evolution";

/**
 * The only allowed imports: the file that runs a generation, and the one that finds descriptions.
 */
const SEAMS = [`${FOLDER}/generate.ts`, `${FOLDER}/versions.ts`];

it("the judge of edited descriptions imports nothing from the generator", () => {
  const seen = new Set([`${FOLDER}/evolution.ts`]);
  for (const file of seen) {
    if (SEAMS.includes(file) || /^(generator|cli|runtime)\//.test(file)) continue;
    for (const imported of importsOf(file)) seen.add(imported);
  }
  expect([...seen]).toContain(`${FOLDER}/judge.ts`);
  const outside = [...seen].filter((file) => /^(generator|cli)\//.test(file));
  expect(outside).toEqual([]);
});

/** The files of this repository that the given file imports. */
function importsOf(file: string): readonly string[] {
  return ts
    .preProcessFile(readFileSync(join(ROOT, file), "utf8"))
    .importedFiles.map(({ fileName }) =>
      join(dirname(file), fileName).replaceAll("\\", "/").replace(/\.js$/, ".ts"),
    )
    .filter((path) => existsSync(join(ROOT, path)));
}

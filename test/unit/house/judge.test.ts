import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FOLDER = "test/system/evolution";

/** The seams: what runs a generation, and what finds the files of descriptions. */
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

/** The files of this repository that a file imports. */
function importsOf(file: string): readonly string[] {
  return ts
    .preProcessFile(readFileSync(join(ROOT, file), "utf8"))
    .importedFiles.map(({ fileName }) =>
      join(dirname(file), fileName).replaceAll("\\", "/").replace(/\.js$/, ".ts"),
    )
    .filter((path) => existsSync(join(ROOT, path)));
}

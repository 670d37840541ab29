import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Anything that makes a test slow on a busy machine: another process, a compiler's type checker, a
 * bundle, a copy of a folder.
 */
const HEAVY =
  /node:(child_process|worker_threads)"|\bcreateProgram\(|\bcreateLanguageService\(|\binject\("(transpiled|packed)"\)|"(vite|esbuild)"|\b(cpSync|cp)\(/;
// This file contains these names too.
const HERE = "test/unit/house/places.test.ts";

const tests = readdirSync(join(ROOT, "test/unit"), { recursive: true, encoding: "utf8" })
  .map((file) => `test/unit/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".test.ts") && file !== HERE);

it.each(tests)("%s starts neither a process nor a compiler", (test) => {
  expect(heavyPathFrom(test)).toBeNull();
});

/** The chain of test modules from this one to the first heavy one. */
function heavyPathFrom(test: string): readonly string[] | null {
  const paths: (readonly string[])[] = [[test]];
  const seen = new Set([test]);
  for (const path of paths) {
    const file = path.at(-1) ?? "";
    const text = readFileSync(join(ROOT, file), "utf8");
    if (HEAVY.test(text)) return path;
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const imported = join(dirname(file), fileName).replaceAll("\\", "/").replace(/\.js$/, ".ts");
      if (!imported.startsWith("test/") || seen.has(imported) || !existsSync(join(ROOT, imported)))
        continue;
      seen.add(imported);
      paths.push([...path, imported]);
    }
  }
  return null;
}

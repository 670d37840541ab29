import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { ROOT } from "./packed.js";

/** The package's folder with its declarations and nothing else: what api-extractor reads, without the time that a build takes. */
export function declare(): { readonly home: string; readonly installed: string } {
  const home = mkdtempSync(join(tmpdir(), "declared-"));
  const installed = join(home, "declared");
  symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"), "junction");
  mkdirSync(installed);
  cpSync(join(ROOT, "package.json"), join(installed, "package.json"));
  // The sources say their own types (isolatedDeclarations), so that each file is turned by itself.
  const compilerOptions = {
    ...ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config.compilerOptions,
    declarationMap: false,
  };
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, ROOT);
  for (const room of ["runtime", "generated"])
    for (const file of readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
      const { outputText } = ts.transpileDeclaration(readFileSync(join(ROOT, room, file), "utf8"), {
        compilerOptions: options,
        fileName: file,
      });
      const target = join(installed, "dist", room, file.replace(/\.ts$/, ".d.ts"));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, outputText);
    }
  return { home, installed };
}

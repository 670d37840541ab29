import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, it } from "vitest";
import { build } from "../../../generator/pipeline.js";
import { GLOBAL_TYPES } from "../../../generator/taken-names.js";
import { compile } from "../../support/compile.js";
import { KINDS, namesFor, supportNames } from "../../support/taken-names.js";

it("generated code compiles even if schemas, parameters and fields have names that it imports or that are global", async () => {
  const names = [...new Set(["checkBody", ...supportNames, ...GLOBAL_TYPES].flatMap(namesFor))];
  const files = new Map<string, string>();
  for (const [at, described] of Object.values(KINDS).entries()) {
    const { output } = await build(described(names), "elsewhere");
    for (const [path, text] of output)
      if (path.endsWith(".ts")) files.set(`kind-${at}/${path}`, text);
  }
  expect(compile(files)).toEqual([]);
});

it("every class of ECMAScript is in the generator's list of global names", () => {
  const path = fileURLToPath(import.meta.url);
  const options = { lib: ["lib.es2022.d.ts"], types: [], noResolve: true };
  const program = ts.createProgram([path], options);
  const { Type, Value } = ts.SymbolFlags;
  const classes = program
    .getTypeChecker()
    .getSymbolsInScope(program.getSourceFile(path) as ts.SourceFile, Type)
    .flatMap(({ name, flags }) => ((flags & Value) === 0 ? [] : [name]));
  expect(classes).toContain("WeakRef");
  expect(classes.filter((name) => !GLOBAL_TYPES.includes(name))).toEqual([]);
});

import { fileURLToPath } from "node:url";
import ts from "typescript";
import { own } from "../../generator/place.js";

const ROOT = fileURLToPath(own);

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  types: ["node"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  noEmit: true,
  skipLibCheck: true,
  paths: {
    "pinterest-reports/support": [`${ROOT}runtime/support.ts`],
    "pinterest-reports/support/client": [`${ROOT}runtime/support-client.ts`],
  },
};

/** What the compiler says of files that stand nowhere. */
export function compile(files: ReadonlyMap<string, string>, more: ts.CompilerOptions = {}): readonly string[] {
  return compiled(files, more).errors;
}

/** What the compiler says, and how often it had to fill in a type for that: the same on every machine, as seconds are not. */
export interface Compiled {
  readonly errors: readonly string[];
  readonly instantiations: number;
}

/** Compiles files that stand nowhere, by their paths below a folder of this repository that is not there. */
export function compiled(files: ReadonlyMap<string, string>, more: ts.CompilerOptions = {}): Compiled {
  const top = `${ROOT}made-by-a-test/`;
  const made = new Map([...files].map(([path, text]) => [`${top}${path}`, text]));
  const host = ts.createCompilerHost({ ...OPTIONS, ...more });
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => made.has(path) || fileExists(path);
  host.readFile = (path) => made.get(path) ?? readFile(path);
  host.directoryExists = (path) => path.startsWith(top) || `${path}/` === top || (directoryExists?.(path) ?? true);
  const program = ts.createProgram({ rootNames: [...made.keys()], options: { ...OPTIONS, ...more }, host });
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, start, messageText }) => `${where(file, start)}: ${ts.flattenDiagnosticMessageText(messageText, "\n").slice(0, 400)}`);
  return { errors, instantiations: program.getInstantiationCount() };
}

function where(file: ts.SourceFile | undefined, start: number | undefined): string {
  if (file === undefined) return "options";
  return `${file.fileName.replace(`${ROOT}made-by-a-test/`, "")}:${file.getLineAndCharacterOfPosition(start ?? 0).line + 1}`;
}

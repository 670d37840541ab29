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

/** Compiles files that stand nowhere, by their paths below a folder of this repository that is not there. Gives what the compiler says. */
export function compile(files: ReadonlyMap<string, string>, more: ts.CompilerOptions = {}): readonly string[] {
  const top = `${ROOT}made-by-a-test/`;
  const made = new Map([...files].map(([path, text]) => [`${top}${path}`, text]));
  const host = ts.createCompilerHost({ ...OPTIONS, ...more });
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => made.has(path) || fileExists(path);
  host.readFile = (path) => made.get(path) ?? readFile(path);
  host.directoryExists = (path) => path.startsWith(top) || `${path}/` === top || (directoryExists?.(path) ?? true);
  const program = ts.createProgram({ rootNames: [...made.keys()], options: { ...OPTIONS, ...more }, host });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, start, messageText }) => `${where(file, start)}: ${ts.flattenDiagnosticMessageText(messageText, "\n").slice(0, 400)}`);
}

function where(file: ts.SourceFile | undefined, start: number | undefined): string {
  if (file === undefined) return "options";
  return `${file.fileName.replace(`${ROOT}made-by-a-test/`, "")}:${file.getLineAndCharacterOfPosition(start ?? 0).line + 1}`;
}

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type TypeScript from "typescript";

const require = createRequire(import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The compilers that consumers have, by version and by package. */
export const compilers = [
  ["5.4", "typescript-5.4"],
  ["5.9", "typescript"],
  ["6.0", "typescript-6.0"],
] as const;

/** What a compiler says: on which line, and the text that it points at. */
export interface Said {
  readonly line: number;
  readonly text: string;
  readonly at: string;
}

/** What a compiler says about a program that stands in this folder, on the package's entry. */
export function compiled(name: string, source: string): { readonly version: string; readonly errors: readonly Said[] } {
  const ts = require(name) as typeof TypeScript;
  return { version: ts.version, errors: compile(ts, source) };
}

function compile(ts: typeof TypeScript, source: string): readonly Said[] {
  const name = at("./consumer.ts");
  const options: TypeScript.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    paths: { "pinterest-reports": [at("../../generated/index.ts")] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === name || fileExists(path);
  host.readFile = (path) => (path === name ? source : readFile(path));
  host.getSourceFile = (path, language, ...rest) =>
    path === name ? ts.createSourceFile(path, source, language, true) : getSourceFile(path, language, ...rest);
  const program = ts.createProgram([name], options, host);
  const file = program.getSourceFile(name);
  return program.getSemanticDiagnostics(file).map(({ start = 0, length = 0, messageText }) => ({
    line: file?.getLineAndCharacterOfPosition(start).line ?? -1,
    text: ts.flattenDiagnosticMessageText(messageText, "\n"),
    at: source.slice(start, start + length),
  }));
}

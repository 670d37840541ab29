import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type TypeScript from "typescript";

const require = createRequire(import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The program's virtual path. */
const FILE = at("./program.ts");

/** The compiler versions that consumers use, each with the package that provides it. */
export const compilers = [
  ["5.4", "typescript-5.4"],
  ["5.9", "typescript"],
  ["6.0", "typescript-6.0"],
] as const;

/** A compiler's message, its line, and the code that it points at. */
export interface Said {
  readonly line: number;
  readonly text: string;
  readonly at: string;
}

/**
 * Compiles a program in this folder that imports the package, and returns the compiler's messages.
 */
export function compiled(
  name: string,
  source: string,
): { readonly version: string; readonly errors: readonly Said[] } {
  const ts = require(name) as typeof TypeScript;
  return { version: ts.version, errors: compile(ts, source) };
}

/** Does the same with TypeScript 7, which has no API yet. */
export function compiledByCommand(source: string): readonly Said[] {
  const folder = mkdtempSync(join(tmpdir(), "compiled-"));
  try {
    symlinkSync(at("../../../node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "program.ts"), source);
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
      target: "es2022",
      lib: ["es2023"],
      types: ["node"],
      module: "esnext",
      moduleResolution: "bundler",
      paths: {
        "pinterest-reports": [at("../../../generated/index.ts")],
        "pinterest-reports/*": [at("../../../generated/*.ts")],
      },
    };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: ["program.ts"] }),
    );
    const compiler = at("../../../node_modules/typescript-7/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], {
      cwd: folder,
      encoding: "utf8",
    });
    // Only the first line of an error is not indented.
    return stdout
      .split(/\n(?=\S)/)
      .map((error) => /^program\.ts\((\d+),(\d+)\): error TS\d+: ([\s\S]*)$/.exec(error.trimEnd()))
      .filter((found) => found !== null)
      .map(([, line, column, text = ""]) => ({
        line: Number(line) - 1,
        text,
        at: source.split("\n")[Number(line) - 1]?.slice(Number(column) - 1) ?? "",
      }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What an editor shows at the end of each snippet's first occurrence in the program: the type, then
 * the comment.
 */
export function shown(name: string, source: string, texts: readonly string[]): readonly string[] {
  const editor = opened(name, source);
  return texts.map((text) => editor.hoverAt(source.indexOf(text) + text.length - 1));
}

/** An editor in which the program is open. */
export interface Editor {
  readonly version: string;
  /** What a hover shows: the type, then the comment. */
  hoverAt(position: number): string;
  /** The names that autocomplete offers. */
  completionsAt(position: number): readonly string[];
  /** The errors that begin between two positions. */
  errorsBetween(start: number, end: number): readonly Omit<Said, "line">[];
}

export function opened(name: string, source: string): Editor {
  const ts = require(name) as typeof TypeScript;
  const service = serviceOf(ts, source);
  const textOf = (...all: readonly (TypeScript.SymbolDisplayPart[] | undefined)[]) =>
    all.map((parts) => ts.displayPartsToString(parts)).join("\n");
  return {
    version: ts.version,
    hoverAt(position) {
      const { displayParts, documentation } = service.getQuickInfoAtPosition(FILE, position) ?? {};
      return textOf(displayParts, documentation);
    },
    completionsAt: (position) =>
      service.getCompletionsAtPosition(FILE, position, {})?.entries.map((entry) => entry.name) ??
      [],
    errorsBetween: (from, to) =>
      service
        .getSemanticDiagnostics(FILE)
        .filter(({ start = 0 }) => start >= from && start < to)
        .map(({ start = 0, length = 0, messageText }) => ({
          text: ts.flattenDiagnosticMessageText(messageText, "\n"),
          at: source.slice(start, start + length),
        })),
  };
}

function serviceOf(ts: typeof TypeScript, source: string): TypeScript.LanguageService {
  const host = hostOf(ts, source);
  const { writeFile: _, ...disk } = host;
  return ts.createLanguageService({
    ...disk,
    getCompilationSettings: () => optionsOf(ts),
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = host.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
  });
}

function compile(ts: typeof TypeScript, source: string): readonly Said[] {
  const program = ts.createProgram([FILE], optionsOf(ts), hostOf(ts, source));
  const file = program.getSourceFile(FILE);
  return program.getSemanticDiagnostics(file).map(({ start = 0, length = 0, messageText }) => ({
    line: file?.getLineAndCharacterOfPosition(start).line ?? -1,
    text: ts.flattenDiagnosticMessageText(messageText, "\n"),
    at: source.slice(start, start + length),
  }));
}

function optionsOf(ts: typeof TypeScript): TypeScript.CompilerOptions {
  return {
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
    paths: {
      "pinterest-reports": [at("../../../generated/index.ts")],
      "pinterest-reports/*": [at("../../../generated/*.ts")],
    },
  };
}

/** A compiler host that reads the disk and adds the program. */
function hostOf(ts: typeof TypeScript, source: string): TypeScript.CompilerHost {
  const host = ts.createCompilerHost(optionsOf(ts));
  const { getSourceFile, fileExists, readFile } = host;
  return {
    ...host,
    fileExists: (path) => path === FILE || fileExists(path),
    readFile: (path) => (path === FILE ? source : readFile(path)),
    getSourceFile: (path, language, ...rest) =>
      path === FILE
        ? ts.createSourceFile(path, source, language, true)
        : getSourceFile(path, language, ...rest),
  };
}

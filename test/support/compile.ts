import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { packageRoot } from "../../generator/workspace.js";

const ROOT = fileURLToPath(packageRoot);

// The options of a strict consumer's tsconfig.json.
const STRICT = {
  target: "es2022",
  lib: ["es2023"],
  types: ["node"],
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
  skipLibCheck: true,
  paths: {
    "pinterest-reports/support": [`${ROOT}runtime/support.ts`],
  },
};

/**
 * Compiles files in memory, and returns the compiler's messages. Uses TypeScript 7, which takes a
 * tenth of the time of older versions.
 */
export function compile(files: ReadonlyMap<string, string>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "compiled-"));
  try {
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: STRICT, files: [...files.keys()] }),
    );
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    execFileSync(
      process.execPath,
      [join(ROOT, "node_modules/typescript-7/bin/tsc"), "--pretty", "false"],
      {
        cwd: folder,
        encoding: "utf8",
        stdio: "pipe",
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return [];
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    if (stdout === undefined || stderr !== "") throw error;
    return stdout.trim().split("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The compiler's messages, and its number of type instantiations, which, unlike time, is the same
 * on every machine.
 */
export interface Compiled {
  readonly errors: readonly string[];
  readonly instantiations: number;
}

/** Does the same with the repository's own TypeScript, in a virtual folder. */
export function compiled(files: ReadonlyMap<string, string>): Compiled {
  const top = `${ROOT}made-by-a-test/`;
  const made = new Map([...files].map(([path, text]) => [`${top}${path}`, text]));
  const { options } = ts.convertCompilerOptionsFromJson(STRICT, ROOT);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => made.has(path) || fileExists(path);
  host.readFile = (path) => made.get(path) ?? readFile(path);
  host.directoryExists = (path) =>
    path.startsWith(top) || `${path}/` === top || (directoryExists?.(path) ?? true);
  const program = ts.createProgram({ rootNames: [...made.keys()], options, host });
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, start, messageText }) =>
        `${where(file, start)}: ${ts.flattenDiagnosticMessageText(messageText, "\n").slice(0, 400)}`,
    );
  return { errors, instantiations: program.getInstantiationCount() };
}

function where(file: ts.SourceFile | undefined, start: number | undefined): string {
  if (file === undefined) return "options";
  return `${file.fileName.replace(`${ROOT}made-by-a-test/`, "")}:${file.getLineAndCharacterOfPosition(start ?? 0).line + 1}`;
}

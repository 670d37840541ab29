import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type TypeScript from "typescript";
import { command, consumer, type Packed, ROOT } from "./packed.js";
import { CONSUMER, IMPORTS, REQUIRES } from "./programs.js";

const require = createRequire(import.meta.url);

/** The compilers that consumers use, by the names under which they are installed here. */
export const COMPILERS = [
  { version: "5.4", name: "typescript-5.4" },
  { version: "5.9", name: "typescript" },
  { version: "6.0", name: "typescript-6.0" },
  { version: "7.0", name: "typescript-7" },
] as const;
export type Compiler = (typeof COMPILERS)[number];

export const RESOLUTIONS = ["node16", "nodenext", "bundler"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/**
 * The messages of a compiler, each with its file. A file of the package belongs to no entry point.
 */
export interface Complaint {
  readonly file: string;
  readonly text: string;
}

/**
 * Why `require` of an ES module does not compile with this compiler, or null. Node supports it
 * since 20.19.
 */
export function whyNotRequired({ version }: Compiler, resolution: Resolution): string | null {
  if (resolution === "bundler") return "a bundler's module has no require: TS1202";
  if (resolution === "node16")
    return "node16 means Node 16, which cannot require an ES module: TS1471";
  return version === "5.4"
    ? "TypeScript before 5.8 does not know that Node can require an ES module: TS1471"
    : null;
}

/**
 * Compiles all entry points, imported and required in one file each, and a program that uses them,
 * with one compiler and resolution.
 */
export async function compileAll(
  packed: Packed,
  compiler: Compiler,
  resolution: Resolution,
): Promise<readonly Complaint[]> {
  const folder = await consumer(packed, `${compiler.name}-${resolution}`);
  const files = new Map([["program.ts", CONSUMER], ...IMPORTS, ...REQUIRES]);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return compileBy(compiler, resolution, folder, [...files.keys()]);
}

/** Compiles a folder as a separate project: strict, and with the types of all packages checked. */
export async function compileBy(
  compiler: Compiler,
  resolution: Resolution,
  folder: string,
  include: readonly string[],
  more: object = {},
): Promise<readonly Complaint[]> {
  const config = join(folder, "tsconfig.json");
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions: { ...options(resolution), ...more }, include }),
  );
  return compiler.version === "7.0"
    ? byCommand(compiler, folder)
    : byProgram(require(compiler.name), config, folder);
}

function options(resolution: Resolution): object {
  return {
    strict: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: resolution === "bundler" ? "esnext" : resolution,
    moduleResolution: resolution,
    target: "es2022",
    lib: ["es2022"],
    noEmit: true,
    types: ["node"],
    typeRoots: [join(ROOT, "node_modules/@types")],
  };
}

/**
 * TypeScript 7 has no API yet. It is fast enough to check the types of Node and its own types too.
 */
async function byCommand({ name }: Compiler, folder: string): Promise<readonly Complaint[]> {
  const { stdout } = await command(
    process.execPath,
    [join(ROOT, "node_modules", name, "bin/tsc"), "--pretty", "false", "-p", folder],
    folder,
  );
  return stdout
    .split("\n")
    .filter((line) => /\berror TS\d+/.test(line))
    .map((line) => ({ file: /^(.*?)\(\d+,\d+\): /.exec(line)?.[1] ?? "", text: line }));
}

/**
 * Runs in this process, which is already warm. The types of Node and of the compiler itself are
 * checked only where they are used.
 */
function byProgram(ts: typeof TypeScript, config: string, folder: string): readonly Complaint[] {
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    folder,
  );
  const program = ts.createProgram({ rootNames: fileNames, options });
  const ours = program
    .getSourceFiles()
    .filter(
      ({ fileName }) => !/\/node_modules\/(@types|typescript[\w.-]*|undici-types)\//.test(fileName),
    );
  const found = [...errors, ...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  for (const file of ours)
    found.push(...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file));
  return found.map(({ file, code, messageText }) => ({
    file: file?.fileName.replace(`${folder.replaceAll("\\", "/")}/`, "") ?? "",
    text: `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
  }));
}

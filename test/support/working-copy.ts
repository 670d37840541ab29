import { type ChildProcess, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { temporaryFolder } from "./temporary-folder.js";
import { transpile } from "./transpiled.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The folders that a command needs to run if it reads no generated code. */
const RUN = ["generator", "cli", "runtime"] as const;

/**
 * Creates a working copy of this repository with its own files and cache, and links to the
 * packages, which a test can replace. It also contains the transpiled command line and generator.
 * Call `transpileAgain` after changing a source.
 */
export function workingCopy(): URL {
  const copy = temporaryFolder();
  for (const name of [
    "generator",
    "cli",
    "templates",
    "spec",
    "generated",
    "docs",
    "runtime",
    "package.json",
    "tsconfig.json",
  ])
    if (existsSync(join(ROOT, name)))
      cpSync(join(ROOT, name), fileURLToPath(new URL(name, copy)), { recursive: true });
  for (const name of RUN)
    cpSync(join(inject("transpiled"), name), fileURLToPath(new URL(name, copy)), {
      recursive: true,
    });
  mkdirSync(new URL("node_modules/", copy));
  for (const name of readdirSync(join(ROOT, "node_modules")).filter((one) => one !== ".cache"))
    link(copy, name);
  return copy;
}

/** Transpiles the working copy's sources again, and with `generated` also its generated files. */
export async function transpileAgain(copy: URL, { generated = false } = {}): Promise<void> {
  await transpile(
    fileURLToPath(copy),
    fileURLToPath(copy),
    generated ? [...RUN, "generated"] : RUN,
  );
}

/** Replaces a package of a working copy with one of the same version that throws when loaded. */
export function poison(copy: URL, tool: string): void {
  const folder = new URL(`node_modules/${tool}/`, copy);
  const { version } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  rmSync(new URL(`node_modules/${tool}`, copy));
  mkdirSync(folder);
  const exports = { ".": "./index.js", "./package.json": "./package.json" };
  writeFileSync(
    new URL("package.json", folder),
    JSON.stringify({ name: tool, version, type: "module", exports }),
  );
  writeFileSync(
    new URL("index.js", folder),
    `export default 0; export const astToString = 0; throw new Error("loaded ${tool}");`,
  );
}

/** Restores the package. */
export function cure(copy: URL, tool: string): void {
  rmSync(new URL(`node_modules/${tool}`, copy), { recursive: true });
  link(copy, tool);
}

function link(copy: URL, name: string): void {
  symlinkSync(
    join(ROOT, "node_modules", name),
    fileURLToPath(new URL(`node_modules/${name}`, copy)),
    "junction",
  );
}

export interface Ended {
  readonly exit: number | null;
  readonly stderr: string;
}

/** Runs a working copy's generator. */
export function generator(copy: URL, ...words: readonly string[]): Promise<Ended> {
  const bin = fileURLToPath(new URL("cli/bin.js", copy));
  const child: ChildProcess = spawn(process.execPath, [bin, ...words], {
    cwd: fileURLToPath(copy),
  });
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, stderr }));
  });
}

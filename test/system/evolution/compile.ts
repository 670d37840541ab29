// Compiles the outputs of many cases as a few programs. A file is identified by its text and
// imports, so files that cases share are compiled only once.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { isLong } from "../../support/effort.js";
import { type Tree, tree, type Value } from "./draft.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** 5.4 is the oldest supported compiler. It takes as long as all other work on an edit. */
export const COMPILERS: readonly string[] = isLong ? ["5.4", "7"] : ["7"];

// The options of a strict consumer's tsconfig.json.
export const STRICT = {
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
  declaration: true,
  noEmit: true,
  skipLibCheck: true,
  paths: {
    "pinterest-reports/support": [`${ROOT}runtime/support.ts`],
  },
};

const IMPORT = /\bfrom "(\.\.?\/[^"]+)\.js"/g;

/** The files of many outputs, without duplicates. */
export class Pool {
  readonly folder: string;
  /** The path of the file with this key. */
  readonly #places = new Map<string, string>();
  /** The cases that contain the file. */
  readonly #cases = new Map<string, string[]>();
  #fresh: string[] = [];
  #programs = 0;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "evolution-"));
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"), "junction");
    writeFileSync(join(this.folder, "package.json"), JSON.stringify({ type: "module" }));
  }

  /** Adds a case's output, except for files that already exist. */
  add(name: string, output: ReadonlyMap<string, string>, document: object): void {
    const keys = new Map<string, string>();
    const paths = partsOf(document as Tree);
    const keyOf = (path: string): string => {
      const known = keys.get(path);
      if (known !== undefined) return known;
      const text = output.get(path) ?? "";
      const imports = importsOf(path, text);
      const isTyped = imports.includes("schema.ts");
      const used = isTyped ? paths(text) : [];
      const inside = imports.filter((one) => one !== "schema.ts" || used.length === 0).map(keyOf);
      const key = createHash("sha256")
        .update(JSON.stringify([path, text, inside, used]))
        .digest("hex");
      keys.set(path, key);
      return key;
    };
    const written = [...output.keys()].filter((path) => path.endsWith(".ts"));
    const missing = written.filter((path) => !this.#places.has(keyOf(path)));
    // The key of a file that uses a path includes what the schema says about that path. The schema
    // itself must then exist, too.
    for (const path of missing) this.#places.set(keyOf(path), `${name}/${path}`);
    for (const path of written) {
      const place = this.#places.get(keyOf(path)) ?? "";
      this.#cases.set(place, [...(this.#cases.get(place) ?? []), name]);
    }
    for (const path of missing)
      this.#write(
        `${name}/${path}`,
        this.#relinked(`${name}/${path}`, path, output.get(path) ?? "", keyOf),
      );
    this.#fresh.push(...missing.map((path) => `${name}/${path}`));
  }

  #write(place: string, text: string): void {
    mkdirSync(dirname(join(this.folder, place)), { recursive: true });
    writeFileSync(join(this.folder, place), text);
  }

  /** The same text, with its imports pointing to equal files that already exist. */
  #relinked(place: string, path: string, text: string, keyOf: (path: string) => string): string {
    return text.replace(IMPORT, (_, specifier: string) => {
      const target =
        this.#places.get(keyOf(posix.join(posix.dirname(path), `${specifier}.ts`))) ?? "";
      const relative = posix.relative(posix.dirname(place), target).replace(/\.ts$/, ".js");
      return `from "${relative.startsWith(".") ? relative : `./${relative}`}"`;
    });
  }

  /**
   * Compiles the files that were added since the last call. Returns each compiler's messages by
   * case.
   */
  async compile(): Promise<ReadonlyMap<string, readonly string[]>> {
    const files = this.#fresh;
    this.#fresh = [];
    this.#programs += 1;
    const program = this.#programs;
    const said = new Map<string, string[]>();
    if (files.length === 0) return said;
    const all = await Promise.all(
      COMPILERS.map(
        async (version) => [version, await this.#run(version, program, files)] as const,
      ),
    );
    for (const [version, lines] of all)
      for (const line of lines) {
        const place = /^([^(:]+)\(/.exec(line)?.[1] ?? "";
        const cases = this.#cases.get(place);
        // Any other error is in the compiler itself or in the runtime, which has its own tests.
        if (
          cases === undefined &&
          place !== "" &&
          (place.startsWith("../") || place.startsWith("/"))
        )
          continue;
        for (const name of cases ?? ["compiler"])
          said.set(name, [
            ...(said.get(name) ?? []),
            `TypeScript ${version}: ${line.slice(0, 500)}`,
          ]);
      }
    return said;
  }

  async #run(
    version: string,
    program: number,
    files: readonly string[],
  ): Promise<readonly string[]> {
    const config = `tsconfig-${program}-${version}.json`;
    const options = version === "5.4" ? STRICT : { ...STRICT, isolatedDeclarations: true };
    // The older compiler is slow with the schema, so it only gets schemas that a new file needs.
    const asked = version === "5.4" ? files.filter((file) => !file.endsWith("/schema.ts")) : files;
    this.#write(config, JSON.stringify({ compilerOptions: options, files: asked }));
    const compiler = join(ROOT, `node_modules/typescript-${version}/bin/tsc`);
    const { stdout, stderr, code } = await ran(
      ["--max-old-space-size=6144", compiler, "--pretty", "false", "-p", config],
      this.folder,
    );
    if (stderr !== "" || code === null || code > 2)
      throw new Error(`TypeScript ${version} ended with ${code}: ${stderr.slice(0, 2000)}`);
    // Lines that start with a space continue the previous message.
    return stdout.split("\n").filter((line) => line.trim() !== "" && !/^\s/.test(line));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function ran(
  words: readonly string[],
  cwd: string,
): Promise<{ readonly stdout: string; readonly stderr: string; readonly code: number | null }> {
  const child = spawn(process.execPath, words, { cwd });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ stdout, stderr, code }));
  });
}

function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORT)].map(([, specifier = ""]) =>
    posix.join(posix.dirname(path), `${specifier}.ts`),
  );
}

/**
 * Returns what the document says about each path that a text mentions, including everything it
 * refers to.
 */
function partsOf(document: Tree): (text: string) => readonly string[] {
  const known = new Map<string, string>();
  const part = (path: string): string => {
    const found = known.get(path) ?? closure(document, path);
    known.set(path, found);
    return found;
  };
  const paths = Object.keys(tree(document.paths));
  return (text) => paths.filter((path) => text.includes(JSON.stringify(path))).map(part);
}

function closure(document: Tree, path: string): string {
  const seen = new Set<string>();
  const parts: string[] = [];
  const visit = (node: Value | undefined): void => {
    const text = JSON.stringify(node ?? null);
    parts.push(text);
    for (const [, section = "", name = ""] of text.matchAll(
      /"#\/components\/([^/"]+)\/([^/"]+)/g,
    )) {
      const key = `${section}/${name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const plain = (step: string): string => step.replaceAll("~1", "/").replaceAll("~0", "~");
      visit(tree(tree(document.components)[plain(section)])[plain(name)]);
    }
  };
  visit(tree(document.paths)[path]);
  return createHash("sha256")
    .update(JSON.stringify([path, parts]))
    .digest("hex");
}

import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A copy of the repository whose sources are JavaScript, to start programs from. */
    readonly transpiled: string;
  }
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Before the first test, and again before each round of a watch: the sources as JavaScript, so that a test can start the bin hundreds of times.
 * Translating them at each start takes longer than most of what is started.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "transpiled-"));
  for (const name of ["spec", "templates", "docs", "node_modules"]) symlinkSync(join(ROOT, name), join(folder, name), "junction");
  // The package's own name leads to dist/.
  symlinkSync(folder, join(folder, "dist"), "junction");
  await transpile(folder);
  project.provide("transpiled", folder);
  project.onTestsRerun(() => transpile(folder));
  return () => rmSync(folder, { recursive: true, force: true });
}

async function transpile(folder: string): Promise<void> {
  const sources = ["generator", "cli", "runtime", "generated"].flatMap((name) =>
    readdirSync(join(ROOT, name), { recursive: true, encoding: "utf8" }).map((file) => join(ROOT, name, file)),
  );
  const entryPoints = sources.filter((file) => file.endsWith(".ts"));
  await build({ entryPoints, outdir: folder, outbase: ROOT, format: "esm", platform: "node", target: "node20" });
  for (const name of ["package.json", "generated/model.json"]) cpSync(join(ROOT, name), join(folder, name));
}

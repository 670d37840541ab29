import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A copy of the repository with JavaScript instead of the sources, for starting programs. */
    readonly transpiled: string;
  }
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Transpiles the sources before the first test, and before each round of a watch, so that tests can
 * start the command line hundreds of times. Transpiling at each start would take longer than most
 * commands.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "transpiled-"));
  for (const name of ["spec", "templates", "docs", "node_modules"])
    symlinkSync(join(ROOT, name), join(folder, name), "junction");
  // The package's own name resolves to dist/.
  symlinkSync(folder, join(folder, "dist"), "junction");
  const renew = async (): Promise<void> => {
    await transpile(ROOT, folder, ["generator", "cli", "runtime", "generated"]);
    for (const name of ["package.json", "generated/model.json"])
      cpSync(join(ROOT, name), join(folder, name));
  };
  await renew();
  project.provide("transpiled", folder);
  project.onTestsRerun(renew);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Transpiles the sources in these folders of a repository into the same paths below `folder`. */
export async function transpile(
  repository: string,
  folder: string,
  names: readonly string[],
): Promise<void> {
  const sources = names.flatMap((name) =>
    readdirSync(join(repository, name), { recursive: true, encoding: "utf8" }).map((file) =>
      join(repository, name, file),
    ),
  );
  const entryPoints = sources.filter((file) => file.endsWith(".ts"));
  await build({
    entryPoints,
    outdir: folder,
    outbase: repository,
    format: "esm",
    platform: "node",
    target: "node20",
  });
}

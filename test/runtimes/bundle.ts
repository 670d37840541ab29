import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { entriesOf } from "../../entries.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The source files of the package's entries, by import name. */
function sources(): Record<string, string> {
  const entries = entriesOf(JSON.parse(readFileSync(here("../../package.json"), "utf8")).exports);
  return Object.fromEntries(
    entries.map(({ name, default: path }) => [
      name,
      here(path.replace("./dist", "../..").replace(/js$/, "ts")),
    ]),
  );
}

/** Bundles an entry that imports `./report.js`, and returns the path of the bundle. */
export async function bundle(folder: string, entry: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: here("."), loader: "js" },
    bundle: true,
    format: "esm",
    // Modules for a single runtime are external, and must only be loaded when they are called.
    platform: "neutral",
    mainFields: ["module", "main"],
    // The conditions that bundlers use for pages and workers, for which the Parquet package has a
    // different module.
    conditions: ["import", "browser"],
    external: ["node:*"],
    target: "es2022",
    alias: sources(),
    write: false,
  });
  const path = join(folder, name);
  writeFileSync(path, outputFiles[0]?.text ?? "");
  return path;
}

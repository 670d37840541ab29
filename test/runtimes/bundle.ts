import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { entriesOf } from "../../entries.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The sources of the package's entries, by the name under which they are imported. */
function sources(): Record<string, string> {
  const entries = entriesOf(JSON.parse(readFileSync(here("../../package.json"), "utf8")).exports);
  return Object.fromEntries(
    entries.map(({ name, default: path }) => [
      name,
      here(path.replace("./dist", "../..").replace(/js$/, "ts")),
    ]),
  );
}

/** Bundles an entry that imports `./report.js`; gives the path of the file. */
export async function bundle(folder: string, entry: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: here("."), loader: "js" },
    bundle: true,
    format: "esm",
    // No runtime's own: what needs one must load it when it is called.
    platform: "neutral",
    mainFields: ["module", "main"],
    // Those of bundlers for pages and workers: the package that writes Parquet has another module
    // for Node.
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

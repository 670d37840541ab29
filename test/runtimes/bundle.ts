import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles an entry that imports `./report.js`; gives the path of the file. */
export async function bundle(folder: string, entry: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: here("."), loader: "js" },
    bundle: true,
    format: "esm",
    // No runtime's own: what needs one must load it when it is called.
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    external: ["node:*"],
    target: "es2022",
    alias: { "pinterest-reports": here("../../generated/index.ts") },
    write: false,
  });
  const path = join(folder, name);
  writeFileSync(path, outputFiles[0]?.text ?? "");
  return path;
}

import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** An entry of the package: how it is imported, its types and its code, both below `dist/`. */
export interface Entry {
  readonly name: string;
  readonly types: string;
  readonly default: string;
}

type Exports = Readonly<Record<string, string | Omit<Entry, "name">>>;

/**
 * The entries that `exports` of a package.json names. The one of a pattern, such as
 * `./validators/*`, stands for each source in its folder.
 */
export function entriesOf(exports: Exports): readonly Entry[] {
  return Object.entries(exports).flatMap(([path, files]) => {
    if (typeof files === "string") return [];
    const named = (at: string): Entry => ({
      name: `pinterest-reports${path.slice(1)}`.replace("*", at),
      types: files.types.replace("*", at),
      default: files.default.replace("*", at),
    });
    if (!path.includes("*")) return [named("")];
    const folder = fileURLToPath(
      new URL(files.default.replace("./dist/", "./").replace(/\*.*/, ""), import.meta.url),
    );
    return readdirSync(folder)
      .sort()
      .map((file) => named(file.replace(/\.ts$/, "")));
  });
}

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What stands in a folder and is none itself. */
export interface Entry {
  /** Below the folder, with slashes. */
  readonly path: string;
  /** Neither a link nor a device. */
  readonly isFile: boolean;
}

/**
 * All that stands below a folder, sorted; links as they are, not where they lead. Folders of others are not looked into, or a nearer
 * folder's files would count as orphans of this one.
 */
export function entriesIn(folder: string): readonly Entry[] {
  return existsSync(folder) ? entriesBelow(folder, "").sort((a, b) => (a.path < b.path ? -1 : 1)) : [];
}

/** Every file below the folder, with slashes, sorted. */
export function filesIn(folder: URL): readonly string[] {
  return entriesIn(fileURLToPath(folder)).flatMap(({ path, isFile }) => (isFile ? [path] : []));
}

/** Whether a folder is somebody else's: hidden, installed packages, a package or a repository of its own, the output of another run. */
export function isOthers(folder: string, name: string): boolean {
  const marks = ["package.json", "model.json", ".git"];
  return name.startsWith(".") || name === "node_modules" || marks.some((mark) => existsSync(join(folder, mark)));
}

// A name is joined to its folder as it is: as part of a URL, one with a # or a % would be another.
function entriesBelow(folder: string, below: string): Entry[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}`;
    if (!entry.isDirectory()) return [{ path, isFile: entry.isFile() }];
    const inner = join(folder, entry.name);
    return isOthers(inner, entry.name) ? [] : entriesBelow(inner, `${path}/`);
  });
}

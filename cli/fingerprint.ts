import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../generator/workspace.js";
import { filesIn } from "../generator/write/compare.js";

/** File with one hash over the inputs and outputs of the last good run. Kept in node_modules, never committed. */
const CACHE = "node_modules/.cache/pinterest-reports/fingerprint";

/** Packages whose version can change the output. */
const TOOLS = ["openapi-typescript", "typescript", "handlebars", "yaml"];

/**
 * SHA-256, in hex, over the names and contents of the files in spec/, generated/ and docs/ below `root` (a missing folder counts as empty),
 * the generator's own spec/, templates/ and generator/, and the versions of the packages it generates with. Throws if a file cannot be read
 * or such a package is not installed.
 */
function fingerprint(root: URL): string {
  const hash = createHash("sha256");
  const inputs = ["spec/", "generated/", "docs/"].map((folder) => ({ folder, at: new URL(folder, root) }));
  // The generator and its own files are outside `root` when it is installed as a package.
  const generatorInputs = ["spec/", "templates/", "generator/"].map((folder) => ({
    folder: `own ${folder}`,
    at: new URL(folder, packageRoot),
  }));
  for (const { folder, at } of [...inputs, ...generatorInputs]) {
    for (const path of filesIn(at))
      hash
        .update(`${folder}${path}\0`)
        .update(readFileSync(join(fileURLToPath(at), path)))
        .update("\0");
  }
  for (const tool of TOOLS) hash.update(`${tool}@${versionOf(tool, root)}\0`);
  return hash.digest("hex");
}

/**
 * Whether all files and tools that can change the output are as when `rememberGood` was called last for `root`: spec/, generated/ and docs/
 * below it, the generator's own files, and the versions of its tools. Compared by a stored hash; false if there is none or it cannot be
 * computed. Never throws.
 */
export function isKnownGood(root: URL): boolean {
  try {
    return readFileSync(new URL(CACHE, root), "utf8") === fingerprint(root);
  } catch {
    return false;
  }
}

/**
 * Stores a hash of the state below `root`, of the generator's own files and of its tools as that of a good state, in `root`'s
 * node_modules/.cache. If it cannot be stored, for example without node_modules, the next check is a full one. Never throws.
 */
export function rememberGood(root: URL): void {
  try {
    readdirSync(new URL("node_modules/", root));
    mkdirSync(new URL("./", new URL(CACHE, root)), { recursive: true });
    writeFileSync(new URL(CACHE, root), fingerprint(root));
  } catch {}
}

function versionOf(tool: string, root: URL): string {
  const require = createRequire(new URL("package.json", root));
  try {
    return JSON.parse(readFileSync(new URL(`node_modules/${tool}/package.json`, root), "utf8")).version;
  } catch {
    return String(require(`${tool}/package.json`).version);
  }
}

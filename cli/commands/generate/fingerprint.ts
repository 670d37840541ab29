import { createHash, type Hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../../generator/workspace.js";
import { filesIn } from "../../../generator/write/compare.js";
import { readManifest } from "../../terminal/errors.js";

/** Files with one hash each, over the inputs and outputs of the last good run. Kept in node_modules, never committed. */
const CACHE = "node_modules/.cache/pinterest-reports/";
const OF_WORKSPACE = `${CACHE}fingerprint`;

/** Packages whose version can change the output, where they are installed. */
const TOOLS = ["openapi-typescript", "typescript", "handlebars", "yaml"];

/** Folders of this package whose files can change the output; chunks/ has the code of the published package. */
const OWN_FOLDERS = ["spec/", "templates/", "generator/", "cli/", "runtime/validation/", "chunks/"];

/**
 * SHA-256, in hex, over the names and contents of the files in spec/, generated/ and docs/ below `root` (a missing folder counts as empty),
 * the generator's own files, and the versions of the packages it generates with. Throws if a file cannot be read.
 */
function fingerprint(root: URL): string {
  const hash = createHash("sha256");
  for (const folder of ["spec/", "generated/", "docs/"]) addFiles(hash, folder, new URL(folder, root));
  addGenerator(hash, new URL("package.json", root));
  return hash.digest("hex");
}

/** Adds the names and contents of all files of a folder, which is called `name`. */
function addFiles(hash: Hash, name: string, folder: URL): void {
  for (const path of filesIn(folder))
    hash
      .update(`${name}${path}\0`)
      .update(readFileSync(join(fileURLToPath(folder), path)))
      .update("\0");
}

/** Adds the generator's version and files, which are outside a workspace if it is installed as a package, and its tools' versions. */
export function addGenerator(hash: Hash, from: URL | string): void {
  hash.update(`${readManifest().version}\0`);
  for (const folder of OWN_FOLDERS) addFiles(hash, `own ${folder}`, new URL(folder, packageRoot));
  for (const tool of TOOLS) hash.update(`${tool}@${attempt(() => versionOf(tool, from)) ?? "none"}\0`);
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Stores a hash; does nothing without node_modules in `root`, or if the file cannot be written. */
function store(file: URL, root: URL, state: string): void {
  attempt(() => {
    readdirSync(new URL("node_modules/", root));
    mkdirSync(new URL("./", file), { recursive: true });
    writeFileSync(file, state);
  });
}

/**
 * Whether all files and tools that can change the output are as when `rememberGood` was called last for `root`: spec/, generated/ and docs/
 * below it, the generator's own files, and the versions of its tools. Compared by a stored hash; false if there is none or it cannot be
 * computed. Never throws.
 */
export function isKnownGood(root: URL): boolean {
  try {
    return readFileSync(new URL(OF_WORKSPACE, root), "utf8") === fingerprint(root);
  } catch {
    return false;
  }
}

/**
 * Stores a hash of the state below `root`, of the generator's own files and of its tools as that of a good state, in `root`'s
 * node_modules/.cache. If it cannot be stored, for example without node_modules, the next check is a full one. Never throws.
 */
export function rememberGood(root: URL): void {
  const state = attempt(() => fingerprint(root));
  if (state !== undefined) store(new URL(OF_WORKSPACE, root), root, state);
}

/** The version of a package, as the module or package.json `from` finds it. Throws if it is not installed. */
function versionOf(tool: string, from: URL | string): string {
  try {
    return JSON.parse(readFileSync(new URL(`node_modules/${tool}/package.json`, from), "utf8")).version;
  } catch {
    return String(createRequire(from)(`${tool}/package.json`).version);
  }
}

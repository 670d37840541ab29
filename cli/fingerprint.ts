import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../generator/workspace.js";
import { filesIn } from "../generator/write/compare.js";

/** What the last good run was made from and what it made, as one hash. Kept beside node_modules, never committed. */
const CACHE = "node_modules/.cache/pinterest-reports/fingerprint";

/** Packages whose version can change the output. */
const TOOLS = ["openapi-typescript", "typescript", "handlebars", "yaml"];

/** One hash over the inputs, the generator, the versions of its tools, and the outputs. */
export function fingerprint(root: URL): string {
  const hash = createHash("sha256");
  const inputs = ["spec/", "generated/", "docs/"].map((folder) => ({ folder, at: new URL(folder, root) }));
  // The generator itself, and what it brings along, stand elsewhere when it is installed as a package.
  const ours = ["spec/", "templates/", "generator/"].map((folder) => ({ folder: `own ${folder}`, at: new URL(folder, packageRoot) }));
  for (const { folder, at } of [...inputs, ...ours]) {
    for (const path of filesIn(at))
      hash
        .update(`${folder}${path}\0`)
        .update(readFileSync(join(fileURLToPath(at), path)))
        .update("\0");
  }
  for (const tool of TOOLS) hash.update(`${tool}@${versionOf(tool, root)}\0`);
  return hash.digest("hex");
}

/** Whether nothing has changed since a run that found all well. False when nobody knows. */
export function isKnownGood(root: URL): boolean {
  try {
    return readFileSync(new URL(CACHE, root), "utf8") === fingerprint(root);
  } catch {
    return false;
  }
}

/** Remembers that all is well now. Where nothing can be written, the next check is a full one. */
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

import { existsSync, readFileSync } from "node:fs";
import { packageRoot } from "../workspace.js";
import { filesIn } from "./compare.js";
import { digestOf } from "./digest.js";

/**
 * Source folders whose files can change an output. `BUILT` lists the folders of the published
 * package that are built from them.
 */
const SOURCES = [
  "generator/",
  "templates/",
  "spec/",
  "cli/commands/generate/",
  "runtime/validation/",
];
const BUILT = ["chunks/", "cli/", "spec/", "templates/"];

/** Packages bundled into the published command. */
const PACKAGES = ["handlebars", "yaml"];

/** Files that do not affect the output: files that `pull` writes, and Markdown. */
const WITHOUT_EFFECT = /^spec\/(?:contract|source)\.yaml$|\.md$/;

/** Digests of the sources and of the built files, stored in the published package. */
export interface BuildDigests {
  readonly sources: string;
  readonly built: string;
}

const BUILD = "generator.json";

/**
 * Computes the digests that a build stores as JSON, without writing them. `sources` is the root of
 * the repository, and `folder` the folder with the built files.
 */
export function buildDigests(sources: URL, folder: URL): BuildDigests {
  return { sources: digestOfSources(sources), built: digestOfFiles(folder, BUILT) };
}

/**
 * The digest of the generator's own files.
 *
 * In the published package, this is the digest of the sources, so the package writes the same
 * manifest as the repository. If the package's files have been changed since the build, the digest
 * of those files is used instead.
 */
export function generatorDigest(): string {
  const file = new URL(BUILD, packageRoot);
  if (!existsSync(file)) return digestOfSources(packageRoot);
  const { sources, built }: BuildDigests = JSON.parse(readFileSync(file, "utf8"));
  const now = digestOfFiles(packageRoot, BUILT);
  return now === built ? sources : now;
}

/** The digest of the source files and of the versions of bundled packages. */
function digestOfSources(root: URL): string {
  const versions = PACKAGES.map(
    (name) =>
      JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, root), "utf8")).version,
  );
  return digestOf(JSON.stringify([digestOfFiles(root, SOURCES), ...versions]));
}

/** The digest of the paths and texts of all files in these folders that can affect the output. */
function digestOfFiles(root: URL, folders: readonly string[]): string {
  const paths = folders.flatMap((folder) =>
    filesIn(new URL(folder, root)).map((path) => `${folder}${path}`),
  );
  const read = paths.filter((path) => !WITHOUT_EFFECT.test(path));
  return digestOf(
    read.map((path) => `${path} ${digestOf(readFileSync(new URL(path, root)))}\n`).join(""),
  );
}

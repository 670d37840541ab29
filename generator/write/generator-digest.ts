import { existsSync, readFileSync } from "node:fs";
import { packageRoot } from "../workspace.js";
import { filesIn } from "./compare.js";
import { digestOf } from "./digest.js";

/**
 * Folders of sources that can change an output, and those of the published package that are made of
 * them.
 */
const SOURCES = [
  "generator/",
  "templates/",
  "spec/",
  "cli/commands/generate/",
  "runtime/validation/",
];
const BUILT = ["chunks/", "cli/", "spec/", "templates/"];

/** Packages whose code the published command contains. */
const PACKAGES = ["handlebars", "yaml"];

/**
 * Files of no effect on the output from another description: what `pull` writes, and the notes for
 * people.
 */
const WITHOUT_EFFECT = /^spec\/(?:contract|source)\.yaml$|\.md$/;

/**
 * In the published package: the digest of the sources that it was built from, and that of the
 * result.
 */
export interface BuildDigests {
  readonly sources: string;
  readonly built: string;
}

const BUILD = "generator.json";

/** The digests that a build writes into its folder, as JSON. `sources` is the repository. */
export function buildDigests(sources: URL, folder: URL): BuildDigests {
  return { sources: digestOfSources(sources), built: digestOfFiles(folder, BUILT) };
}

/**
 * The digest of the generator's own files: the published package has that of the sources that it
 * was built from, unless its files have been changed since. So both write the same manifest.
 */
export function generatorDigest(): string {
  const file = new URL(BUILD, packageRoot);
  if (!existsSync(file)) return digestOfSources(packageRoot);
  const { sources, built }: BuildDigests = JSON.parse(readFileSync(file, "utf8"));
  const now = digestOfFiles(packageRoot, BUILT);
  return now === built ? sources : now;
}

function digestOfSources(root: URL): string {
  const versions = PACKAGES.map(
    (name) =>
      JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, root), "utf8")).version,
  );
  return digestOf(JSON.stringify([digestOfFiles(root, SOURCES), ...versions]));
}

function digestOfFiles(root: URL, folders: readonly string[]): string {
  const paths = folders.flatMap((folder) =>
    filesIn(new URL(folder, root)).map((path) => `${folder}${path}`),
  );
  const read = paths.filter((path) => !WITHOUT_EFFECT.test(path));
  return digestOf(
    read.map((path) => `${path} ${digestOf(readFileSync(new URL(path, root)))}\n`).join(""),
  );
}

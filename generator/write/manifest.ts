import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Source } from "../model/model.js";
import type { Origin } from "../parse/fetch.js";
import type { Output } from "../workspace.js";
import { isRegularFile } from "./commit.js";
import { entriesIn, type FolderEntry, isGenerated, MANIFEST, MODEL } from "./compare.js";
import { digestOf } from "./digest.js";

/**
 * Everything an output depends on, except the description. Digests are SHA-256 in hex; CRLF counts
 * as LF.
 */
export interface Inputs {
  /** Digest of the generator's own files. */
  readonly generator: string;
  /** Flags that change the output, sorted, such as `--keep-going`. */
  readonly options: readonly string[];
  /**
   * Digests of the other input files, such as `flows.yaml`, and versions of packages, keyed by
   * name. A pipe has an empty digest, because it can be read only once.
   */
  readonly inputs: Readonly<Record<string, string>>;
}

/** The contents of `manifest.json`. */
export interface Manifest extends Inputs {
  readonly description: Source;
  /** Where the description came from. */
  readonly origin?: Origin;
  /** Messages about operations that were requested by name and left out. */
  readonly leftOut: readonly string[];
  /** Digest of the paths and texts of all generated files except `manifest.json`. */
  readonly output: string;
  /**
   * Digest of `model.json`, which the next run compares with the digest of its own model. Older
   * manifests lack this digest.
   */
  readonly model?: string;
  /** Digest of the generated pages in docs/, if there are any. */
  readonly docs?: string;
}

/**
 * The SHA-256 digest (hex) of the paths and texts of an output's files. The order of files does not
 * matter, and CRLF counts as LF.
 */
export function digestOfOutput(output: Output): string {
  return digestOfFiles([...output].map(([path, text]) => [path, digestOf(text)]));
}

/** The digest of a list of paths and digests, in any order. */
function digestOfFiles(digests: readonly (readonly [string, string])[]): string {
  const sorted = [...digests].sort(([a], [b]) => (a < b ? -1 : 1));
  return digestOf(sorted.map(([path, digest]) => `${path} ${digest}\n`).join(""));
}

/**
 * The digest of a folder's generated files, and the paths of its other files.
 *
 * The digest is computed as in `digestOfOutput`, without the manifest. Null if the folder cannot be
 * read.
 */
export function stateOf(
  folder: URL,
): { readonly output: string; readonly foreign: readonly string[] } | null {
  try {
    const root = realpathSync(fileURLToPath(folder));
    const entries = entriesIn(root).filter(({ path, isFile }) => path !== MANIFEST || !isFile);
    const isOurs = ({ path, isFile }: FolderEntry): boolean =>
      isFile && isGenerated(join(root, path));
    const digests = entries
      .filter(isOurs)
      .map(({ path }) => [path, digestOf(readFileSync(join(root, path)))] as const);
    return {
      output: digestOfFiles(digests),
      foreign: entries.filter((entry) => !isOurs(entry)).map(({ path }) => path),
    };
  } catch {
    return null;
  }
}

/**
 * Returns a copy of an output with `manifest.json` as the last file. `facts` are the manifest's
 * contents except the digests of the output. The manifest has the same header as `source.ts`.
 */
export function withManifest(output: Output, facts: Omit<Manifest, "output" | "model">): Output {
  const [header = ""] = output.get("source.ts")?.split("\n", 1) ?? [];
  const model = output.get(MODEL);
  const digests = {
    output: digestOfOutput(output),
    ...(model !== undefined && { model: digestOf(model) }),
  };
  return new Map([
    ...output,
    [MANIFEST, manifestText({ ...facts, ...digests }, header.replace(/^\/\/ /, ""))],
  ]);
}

/**
 * The text of a manifest. The manifest's last member is a digest of all other members, so that a
 * line-by-line merge of two manifests is invalid.
 */
function manifestText(
  { generator, description, origin, options, inputs, leftOut, output, model, docs }: Manifest,
  header: string,
): string {
  const { title, version, sha256 } = description;
  const members = {
    "//": header,
    generator,
    description: { title, version, sha256 },
    ...{ origin, options, inputs, leftOut, output, model, docs },
  };
  return `${JSON.stringify({ ...members, sha256: digestOf(JSON.stringify(members)) }, null, 1)}\n`;
}

/**
 * Reads the manifest of an output folder.
 *
 * Null if there is none, or if it is damaged, was edited, or has other members because another
 * version wrote it. A manifest can come from an untrusted source, so use its digests only to
 * compare them with the actual files.
 */
export function readManifest(folder: URL): Manifest | null {
  const file = fileURLToPath(new URL(MANIFEST, folder));
  try {
    if (!isRegularFile(file)) return null;
    const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
    const value: Manifest & { readonly "//": string } = JSON.parse(text);
    return isManifest(value) && manifestText(value, value["//"]) === text ? value : null;
  } catch {
    return null;
  }
}

/** Whether all members of a parsed manifest have the right types. */
function isManifest({
  generator,
  description,
  origin,
  options,
  inputs,
  leftOut,
  output,
  model,
  docs,
}: Manifest): boolean {
  const hasTexts = (value: object): boolean =>
    Object.values(value).every((text) => typeof text === "string");
  const members = [
    [generator],
    description,
    origin ?? {},
    options,
    inputs,
    leftOut,
    [output, model ?? "", docs ?? ""],
  ];
  return members.every(hasTexts) && [options, leftOut].every(Array.isArray);
}

/**
 * Whether two manifests have the same inputs, options and generator, in the same order. Other
 * facts, such as the description, are not compared. False if any input of `now` has an empty
 * digest.
 */
export function hasInputs({ generator, options, inputs }: Inputs, now: Inputs): boolean {
  return (
    Object.values(now.inputs).every((digest) => digest !== "") &&
    keyOf({ generator, options, inputs }) === keyOf(now)
  );
}

/** Returns the same key for equal inputs. */
function keyOf({ generator, options, inputs }: Inputs): string {
  return JSON.stringify([generator, options, Object.entries(inputs)]);
}

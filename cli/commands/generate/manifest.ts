import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Source } from "../../../generator/model/model.js";
import type { Origin } from "../../../generator/parse/fetch.js";
import { getOwn, isObject, type Json } from "../../../generator/parse/json.js";
import { isRegularFile } from "../../../generator/write/commit.js";
import { filesIn, isGenerated, MANIFEST } from "../../../generator/write/compare.js";
import { fullPath } from "../../terminal/io.js";
import { addGenerator } from "./fingerprint.js";
import type { DescriptionOptions } from "./from-description.js";
import { userFiles } from "./user-files.js";

const HEADER = "Generated from Pinterest's API description. Do not edit: run `pinterest-reports generate` again.";

/** What the last run recorded beside its output. */
export interface Manifest extends Source {
  /** Where the description came from: a URL with its ETag, or a file. */
  readonly origin: Origin;
  /** SHA-256 of all inputs other than the description; empty if one of them can be read only once. */
  readonly settings: string;
  /** SHA-256 of the generated files. */
  readonly output: string;
}

/** Reads the manifest of an output folder. Undefined if there is none, or it is damaged. */
export function readManifestIn(folder: URL): Manifest | undefined {
  const file = fileURLToPath(new URL(MANIFEST, folder));
  if (!isRegularFile(file)) return undefined;
  const value = parsed(readFileSync(file, "utf8"));
  const [title, version, sha256, settings, output] = ["title", "version", "sha256", "settings", "output"].map((name) =>
    getOwn(value, name),
  );
  const origin = originOf(getOwn(value, "origin"));
  if (
    origin === undefined ||
    typeof title !== "string" ||
    typeof version !== "string" ||
    typeof sha256 !== "string" ||
    typeof settings !== "string" ||
    typeof output !== "string"
  )
    return undefined;
  return { title, version, sha256, origin, settings, output };
}

/** The text of a manifest. */
export function manifestText({ title, version, sha256, origin, settings, output }: Manifest): string {
  return `${JSON.stringify({ "//": HEADER, title, version, sha256, origin, settings, output }, null, 1)}\n`;
}

/** Whether the folder still has what that run wrote, and the inputs other than the description are the same. */
export function isCurrent(manifest: Manifest, folder: URL, settings: string): boolean {
  return settings !== "" && manifest.settings === settings && manifest.output === digestOfFolder(folder);
}

/**
 * SHA-256 of all inputs other than the description: the flags, your annotation files and the generator itself. Empty if one of the files is
 * a pipe: it can be read only once. Throws `Problems` for a folder with no annotation file, and the file system's errors.
 */
export function digestOfSettings(options: DescriptionOptions): string {
  const { acceptProposed = false, keepGoing = false, strictProse = false, descriptions = true, schema = false } = options;
  const paths = [...userFiles(options)].map(([name, file]) => [name, fullPath(file, options)] as const);
  if (!paths.every(([, path]) => isRegularFile(path))) return "";
  const files = paths.map(([name, path]) => [name, withoutCr(readFileSync(path, "utf8"))]);
  const hash = createHash("sha256").update(JSON.stringify({ acceptProposed, keepGoing, strictProse, descriptions, schema, files }));
  addGenerator(hash.update("\0"), import.meta.url);
  return hash.digest("hex");
}

/** SHA-256 of the texts of an output, by path. */
export function digestOf(output: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [path, text] of [...output].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${path}\0`).update(text).update("\0");
  return hash.digest("hex");
}

/** The same of the generated files in a folder, with CRLF read as LF. */
function digestOfFolder(folder: URL): string {
  const paths = filesIn(folder).map((path) => [path, join(fileURLToPath(folder), path)] as const);
  const ours = paths.filter(([path, file]) => path !== MANIFEST && isGenerated(file));
  return digestOf(new Map(ours.map(([path, file]) => [path, withoutCr(readFileSync(file, "utf8"))])));
}

/** SHA-256 of a text as UTF-8, in hex. */
export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function withoutCr(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function originOf(value: Json | undefined): Origin | undefined {
  if (!isObject(value)) return undefined;
  const [url, etag, file] = ["url", "etag", "file"].map((name) => getOwn(value, name));
  if (typeof url === "string") return { url, ...(typeof etag === "string" && { etag }) };
  return typeof file === "string" ? { file } : undefined;
}

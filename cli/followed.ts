import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Source } from "../generator/model/model.js";
import type { Origin } from "../generator/parse/fetch.js";
import { isObject, type Json, own } from "../generator/parse/json.js";
import { isThere } from "../generator/write/commit.js";
import { FOLLOWED } from "../generator/write/compare.js";
import { ownFiles } from "./annotations.js";
import type { MakeOptions } from "./elsewhere.js";

const HEADER = "Generated from Pinterest's API description. Do not edit: run `pinterest-reports follow` again.";

/** What the last run of `follow` left in the output folder, in `follow.json`, so that the next one can ask for anything newer. */
export interface Followed extends Source {
  /** Where the description lay, and what its server calls these bytes. */
  readonly origin: Origin;
  /** SHA-256 of all that the output depends on besides the description: the generator's version, the flags, the files of the repository's own. */
  readonly settings: string;
  /** SHA-256 of model.json. */
  readonly model: string;
}

/** Reads `follow.json`. `undefined` where there is none, or where it is not what `follow` writes. */
export function readFollowed(folder: URL): Followed | undefined {
  const file = fileURLToPath(new URL(FOLLOWED, folder));
  if (!isThere(file)) return undefined;
  const value = parsed(readFileSync(file, "utf8"));
  const [title, version, sha256, settings, model] = ["title", "version", "sha256", "settings", "model"].map((name) => own(value, name));
  const origin = originOf(own(value, "origin"));
  const texts = [title, version, sha256, settings, model];
  if (origin === undefined || !texts.every((text) => typeof text === "string")) return undefined;
  return {
    title: String(title),
    version: String(version),
    sha256: String(sha256),
    origin,
    settings: String(settings),
    model: String(model),
  };
}

/** The text of `follow.json`. */
export function followedText({ title, version, sha256, origin, settings, model }: Followed): string {
  return `${JSON.stringify({ "//": HEADER, title, version, sha256, origin, settings, model }, null, 1)}\n`;
}

/** Whether the output is still what the last run made with the same settings: then a description that has not changed changes nothing. */
export function isCurrent(followed: Followed | undefined, folder: URL, settings: string): followed is Followed {
  return followed !== undefined && followed.settings === settings && isUntouched(followed, folder);
}

/** Whether the last run of `follow` was the last run of all. */
export function isUntouched({ model }: Followed, folder: URL): boolean {
  const file = fileURLToPath(new URL("model.json", folder));
  return isThere(file) && hashOf(readFileSync(file, "utf8").replaceAll("\r\n", "\n")) === model;
}

/** One hash over all that the output depends on besides the description. */
export function settingsOf(version: string, options: MakeOptions): string {
  const { acceptProposed = false, keepGoing = false, strictProse = false, descriptions = true } = options;
  const files = [...ownFiles(options)].map(([name, file]) => [name, readFileSync(file, "utf8").replaceAll("\r\n", "\n")]);
  return hashOf(JSON.stringify({ version, acceptProposed, keepGoing, strictProse, descriptions, files }));
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
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
  const [url, etag, file] = ["url", "etag", "file"].map((name) => own(value, name));
  if (typeof url === "string") return { url, ...(typeof etag === "string" && { etag }) };
  return typeof file === "string" ? { file } : undefined;
}

import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { type Problem, Problems } from "../problem.js";
import { largest } from "./read.js";

/** A description's text, and where it came from in words that may be published. */
export interface Fetched {
  readonly text: string;
  readonly origin: { readonly url: string } | { readonly file: string };
}

/** How long an answer may take, in milliseconds. */
const patience = 60_000;

/** Reads a description from a file or from a URL. Nothing else is ever fetched: no reference of a description is followed. */
export async function fetchDescription(from: string): Promise<Fetched> {
  if (!/^https?:\/\//i.test(from)) return { text: decoded(bytesOf(from), basename(from)), origin: { file: basename(from) } };
  const url = publicUrl(from);
  return { text: decoded(await download(from, url), url), origin: { url } };
}

function bytesOf(path: string): Uint8Array {
  const name = basename(path);
  try {
    if (statSync(path).size > largest) throw refused("the file is larger than 64 MB", name, "Look at what it is.");
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Problems) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const words: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file",
      EISDIR: "it is a folder",
      EACCES: "it may not be read",
    };
    throw refused(
      `the description cannot be read: ${words[code] ?? code}`,
      name,
      "Give the path of a description in YAML or JSON, or its URL.",
    );
  }
}

/** A URL without what may be secret in it. */
function publicUrl(from: string): string {
  if (!URL.canParse(from)) throw refused("this is not a URL", from.slice(0, 80), "Give the URL of a description, or the path of a file.");
  const { origin, pathname, protocol, hostname } = new URL(from);
  // The rules depend on this text: on the way over plain http anyone could change it.
  const isLocal = hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
  if (protocol === "http:" && !isLocal) throw refused("the URL is not https", origin + pathname, "Give the https URL of a description.");
  return origin + pathname;
}

async function download(from: string, where: string): Promise<Uint8Array> {
  try {
    const answer = await fetch(from, { signal: AbortSignal.timeout(patience), redirect: "follow" });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw refused(
        `the server answers ${answer.status}, not 200`,
        where,
        "Open the URL in a browser, and give the one that shows the description.",
      );
    }
    return await limited(answer, where);
  } catch (error) {
    if (error instanceof Problems) throw error;
    const late = error instanceof DOMException && error.name === "TimeoutError";
    const what = late ? `nothing whole came within ${patience / 1000} seconds` : `the download broke off: ${reasonOf(error)}`;
    throw refused(what, where, "Try again, or download the description and give the file.");
  }
}

async function limited(answer: Response, where: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largest) throw refused("the answer is larger than 64 MB", where, "Look at what the URL gives.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? ("code" in cause ? String(cause.code) : cause.message) : String(cause);
}

/** The text, with a byte order mark if there is one: it is part of what was hashed. */
function decoded(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused("this is no text in UTF-8", where, "Give a description in YAML or JSON, not packed.");
  }
}

function refused(what: string, where: string, fix: string): Problems {
  const problem: Problem = { what, where, why: "There is nothing to make a contract from.", fix };
  return new Problems([problem]);
}

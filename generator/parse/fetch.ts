import { closeSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { Problems } from "../problem.js";
import { download, isOpen, refused } from "./download.js";
import { largest } from "./read.js";

/** A description's text, and where it came from in words that may be published. */
export interface Fetched {
  readonly text: string;
  readonly origin: Origin;
}

/** `etag`: what the server calls these very bytes, so that the next run can ask for anything newer. */
export type Origin = { readonly url: string; readonly etag?: string } | { readonly file: string };

/** Reads a description from a file or from a URL. Nothing else is ever fetched: no reference of a description is followed. */
export async function fetchDescription(from: string): Promise<Fetched> {
  // Nothing is known, so nothing can be unchanged.
  return (await fetchNewer(from, undefined)) as Fetched;
}

/** The same, but `null` when the URL is the known one and its server says that nothing has changed since. */
export async function fetchNewer(from: string, known: Origin | undefined): Promise<Fetched | null> {
  if (!/^https?:\/\//i.test(from)) return { text: decoded(bytesOf(from), from), origin: { file: basename(from) } };
  const url = publicUrl(from);
  const etag = known && "url" in known && known.url === url ? known.etag : undefined;
  const downloaded = await download(from, url, etag);
  if (downloaded === null) return null;
  const { bytes, ...named } = downloaded;
  return { text: decoded(bytes, url), origin: { url, ...named } };
}

function bytesOf(path: string): Uint8Array {
  try {
    const bytes = Buffer.concat([...piecesOf(path)]);
    if (bytes.length > largest) throw refused("the file is larger than 64 MB", path, "Look at what it is.");
    return bytes;
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
      path,
      "Give the path of a description in YAML or JSON, or its URL.",
    );
  }
}

/** A URL without what may be secret in it. */
/** A file's bytes, as many as tell that it is too large: a pipe or a device has a size of none and may have no end. */
function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (let size = 0; size <= largest; ) {
      const piece = Buffer.alloc(PIECE);
      const read = readSync(file, piece);
      if (read === 0) return;
      size += read;
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

const PIECE = 1024 * 1024;

/** Where a description comes from, as it may be printed. */
export function publicPlace(from: string): string {
  return /^https?:\/\//i.test(from) ? publicUrl(from) : from;
}

function publicUrl(from: string): string {
  if (!URL.canParse(from))
    throw refused(
      "this is not a URL",
      from.replace(/\/\/[^/]*@|[?#].*/gs, "").slice(0, 80),
      "Give the URL of a description, or the path of a file.",
    );
  const { origin, pathname } = new URL(from);
  if (isOpen(from)) throw refused("the URL is not https", origin + pathname, "Give the https URL of a description.");
  return origin + pathname;
}

/** The text, with a byte order mark if there is one: it is part of what is hashed. The line ends of a checkout on Windows are none of its own. */
function decoded(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll("\r\n", "\n");
  } catch {
    throw refused("this is no text in UTF-8", where, "Give a description in YAML or JSON, not packed.");
  }
}

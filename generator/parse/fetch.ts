import { closeSync, openSync, readSync } from "node:fs";
import { get as getOpen, type IncomingMessage } from "node:http";
import { get } from "node:https";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Problem, Problems } from "../problem.js";
import { largest } from "./description.js";

/** What a URL gives. `etag`: what its server calls these very bytes. */
export interface Downloaded {
  readonly bytes: Uint8Array;
  readonly etag?: string;
}

/** How long an answer may take, in milliseconds. */
const patience = 60_000;

/** How often a server may send on to another URL. */
const MOST_REDIRECTS = 5;

/**
 * Gets a URL whole, or `null` when its server says that it is still the known one. Not by `fetch`, which takes a gzip that was cut
 * off for a whole one: a description that lost its end would lose values and rules.
 */
export async function download(from: string, where: string, said: string | undefined): Promise<Downloaded | null> {
  // It stands in a file that a merge may have damaged.
  const known = said !== undefined && isEtag(said) ? said : undefined;
  const signal = AbortSignal.timeout(patience);
  try {
    const answer = await answerOf(from, where, known === undefined ? {} : { "if-none-match": known }, signal);
    if (answer.statusCode === 304 && known !== undefined) {
      answer.resume();
      return null;
    }
    if (answer.statusCode !== 200) {
      answer.destroy();
      const what = `the server answers ${answer.statusCode}, not 200`;
      throw refused(what, where, "Open the URL in a browser, and give the one that shows the description.");
    }
    const etag = answer.headers.etag ?? "";
    return { bytes: await bodyOf(answer, where, signal), ...(isEtag(etag) && { etag }) };
  } catch (error) {
    if (error instanceof Problems) throw error;
    const late = `nothing whole came within ${patience / 1000} seconds`;
    const what = signal.aborted ? late : `the download broke off: ${reasonOf(error)}`;
    throw refused(what, where, "Try again, or download the description and give the file.");
  }
}

/** Whether a header can hold it, as what a server has said. */
function isEtag(text: string): boolean {
  return /^(W\/)?"[\x21\x23-\x7e]{1,200}"$/.test(text);
}

/** The answer at the end of all redirects, none of which may leave https. */
async function answerOf(from: string, where: string, known: Record<string, string>, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = { "accept-encoding": "gzip", "user-agent": "pinterest-reports", ...known };
  let url = new URL(from).href;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const ask = url.startsWith("https:") ? get : getOpen;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => ask(url, { headers, signal }, resolve).on("error", reject));
    const { statusCode = 0, headers: said } = answer;
    if (![301, 302, 303, 307, 308].includes(statusCode) || said.location === undefined) return answer;
    answer.destroy();
    if (!URL.canParse(said.location, url)) throw refused("the server sends on to what is no URL", where, "Give the URL of a description.");
    url = new URL(said.location, url).href;
    if (!/^https?:/.test(url) || isOpen(url))
      throw refused("the server sends on to a URL that is not https", where, "Give that URL as https.");
  }
  throw refused(`the server sends on more than ${MOST_REDIRECTS} times`, where, "Give the URL that it should end at.");
}

/** Whether anyone on the way could change what comes: the rules depend on this text. */
export function isOpen(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && hostname !== "localhost" && hostname !== "[::1]" && !/^127(\.\d+){3}$/.test(hostname);
}

async function bodyOf(answer: IncomingMessage, where: string, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const part of source) {
      size += part.length;
      if (size > largest) throw new Error();
      parts.push(part);
    }
  };
  try {
    if (answer.headers["content-encoding"] === "gzip") await pipeline(answer, createGunzip(), collect, { signal });
    else await pipeline(answer, collect, { signal });
  } catch (error) {
    // What ends the pipeline is not always what it rejects with.
    throw size > largest ? refused("the answer is larger than 64 MB", where, "Look at what the URL gives.") : error;
  }
  return Buffer.concat(parts);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? ("code" in error && error.code !== "" ? String(error.code) : error.message) : String(error);
}

export function refused(what: string, where: string, fix: string): Problems {
  const problem: Problem = { what, where, why: "There is nothing to make a contract from.", fix };
  return new Problems([problem]);
}

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

import { closeSync, openSync, readSync } from "node:fs";
import { get as getHttp, type IncomingMessage } from "node:http";
import { get } from "node:https";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Cause, type Problem, Problems } from "../problem.js";
import { MAX_DESCRIPTION_LENGTH } from "./json.js";

/** The bytes at a URL, and their ETag. */
export interface Downloaded {
  readonly bytes: Uint8Array;
  readonly etag?: string;
}

const TIMEOUT_MS = 60_000;

const MAX_REDIRECTS = 5;

/**
 * Downloads `from` and decompresses gzip.
 *
 * Returns the bytes, and the ETag if it is valid. Returns null if the server responds with 304 to
 * `lastEtag`, which is sent only if it is valid. Throws `Problems` located at `where`:
 * * if the request fails, or takes longer than 60 s,
 * * for any status other than 200, and for more than 64 MB,
 * * for more than 5 redirects, and for a redirect to a URL that is neither https nor http on this
 *   machine.
 */
async function download(
  from: string,
  where: string,
  lastEtag: string | undefined,
): Promise<Downloaded | null> {
  // The ETag comes from a file that a merge may have damaged.
  const etagToSend = lastEtag !== undefined && isEtag(lastEtag) ? lastEtag : undefined;
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await followRedirects(
      from,
      where,
      etagToSend === undefined ? {} : { "if-none-match": etagToSend },
      signal,
    );
    if (response.statusCode === 304 && etagToSend !== undefined) {
      response.resume();
      return null;
    }
    if (response.statusCode !== 200) {
      response.destroy();
      const what = `the server responded with ${response.statusCode} instead of 200`;
      const fix = "Open the URL in a browser and check that it shows the description.";
      throw fetchProblem(
        what,
        where,
        fix,
        isTemporary(response.statusCode) ? "temporary" : "unreadable",
      );
    }
    const etag = response.headers.etag ?? "";
    return { bytes: await bodyOf(response, where, signal), ...(isEtag(etag) && { etag }) };
  } catch (error) {
    if (error instanceof Problems) throw error;
    const timeout = `timeout: the download did not complete within ${TIMEOUT_MS / 1000} seconds`;
    const what = signal.aborted ? timeout : `the download failed: ${reasonOf(error)}`;
    throw fetchProblem(
      what,
      where,
      "Try again, or download the description by other means and pass the file.",
      "temporary",
    );
  }
}

/** Whether retrying later might succeed. */
function isTemporary(status = 0): boolean {
  return status >= 500 || status === 429 || status === 408;
}

/** Whether the text is an ETag that can be sent in a header. */
function isEtag(text: string): boolean {
  return /^(W\/)?"[\x21\x23-\x7e]{1,200}"$/.test(text);
}

/**
 * Follows up to 5 redirects to the final response, whatever its status. A redirect target must use
 * https, or http on this machine. Throws `Problems` located at `where`.
 */
async function followRedirects(
  from: string,
  where: string,
  extraHeaders: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = { "accept-encoding": "gzip", "user-agent": "pinterest-reports", ...extraHeaders };
  let url = new URL(from).href;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const request = url.startsWith("https:") ? get : getHttp;
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      request(url, { headers, signal }, resolve).on("error", reject),
    );
    const { statusCode = 0, headers: responseHeaders } = response;
    if (![301, 302, 303, 307, 308].includes(statusCode) || responseHeaders.location === undefined)
      return response;
    response.destroy();
    if (!URL.canParse(responseHeaders.location, url))
      throw fetchProblem(
        "the server redirects to an invalid URL",
        where,
        "Pass the final URL of the description.",
      );
    url = new URL(responseHeaders.location, url).href;
    if (!/^https?:/.test(url) || isUnencrypted(url))
      throw fetchProblem(
        "the server redirects to a URL that is not https",
        where,
        "Pass the https URL of the description.",
      );
  }
  throw fetchProblem(
    `the server redirects more than ${MAX_REDIRECTS} times`,
    where,
    "Pass the final URL of the description.",
  );
}

/**
 * Whether a URL uses http to a machine other than this one. This machine is localhost, 127.x.x.x or
 * [::1].
 *
 * Anyone between the two machines could change the description, on which the rules depend. Throws a
 * `TypeError` for an invalid URL.
 */
function isUnencrypted(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return (
    protocol === "http:" &&
    hostname !== "localhost" &&
    hostname !== "[::1]" &&
    !/^127(\.\d+){3}$/.test(hostname)
  );
}

/** Reads a response completely, and decompresses gzip. Throws `Problems` for more than 64 MB. */
async function bodyOf(
  response: IncomingMessage,
  where: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    for await (const part of source) {
      size += part.length;
      if (size > MAX_DESCRIPTION_LENGTH) throw new Error();
      parts.push(part);
    }
  };
  try {
    if (response.headers["content-encoding"] === "gzip")
      await pipeline(response, createGunzip(), collect, { signal });
    else await pipeline(response, collect, { signal });
  } catch (error) {
    // The pipeline does not always reject with the error that stopped it.
    throw size > MAX_DESCRIPTION_LENGTH
      ? fetchProblem("the response is larger than 64 MB", where, "Check what the URL returns.")
      : error;
  }
  return Buffer.concat(parts);
}

/** The error's code, or else its message. */
function reasonOf(error: unknown): string {
  return error instanceof Error
    ? "code" in error && error.code !== ""
      ? String(error.code)
      : error.message
    : String(error);
}

/** Creates `Problems` about a description that cannot be read, for the caller to throw. */
function fetchProblem(
  what: string,
  where: string,
  fix: string,
  kind: Cause = "unreadable",
): Problems {
  const problem: Problem = {
    what,
    where,
    why: "A contract cannot be made without a description.",
    fix,
  };
  return new Problems([problem], kind);
}

/** The text of a description, and its origin without secrets. */
export interface Fetched {
  readonly text: string;
  readonly origin: Origin;
}

/**
 * Where a description comes from. `etag` is the server's ETag, for a conditional request in the
 * next run.
 */
export type Origin = { readonly url: string; readonly etag?: string } | { readonly file: string };

/**
 * Reads the text of a description from `from`, an http(s) URL or else a file.
 *
 * The text is not parsed, and its references are not fetched. CRLF becomes LF, and a byte order
 * mark is kept. For a file, `path` is where to read it, and messages call it `from`; for a URL,
 * `path` is unused. Throws `Problems` if the description cannot be read, is larger than 64 MB or
 * not UTF-8, or if the download takes longer than 60 s. Also throws for http to another machine,
 * because only https is safe.
 */
export async function fetchDescription(from: string, path: string = from): Promise<Fetched> {
  // The result is never null: without a known ETag, the request is unconditional.
  return (await fetchNewer(from, undefined, path)) as Fetched;
}

/**
 * Reads the text of a description, unless it is unchanged since the last download.
 *
 * `from` is an http(s) URL or else a file; the text is not parsed. CRLF becomes LF, and a byte
 * order mark is kept. Returns null if `known` has the same URL, compared without secrets, and the
 * server reports that the ETag of `known` is still current. A file is always read. For a file,
 * `path` is where to read it, and messages call it `from`; for a URL, `path` is unused. Throws
 * `Problems` if the description cannot be read, is larger than 64 MB or not UTF-8, or if the
 * download takes longer than 60 s. Also throws for http to another machine, because only https is
 * safe.
 */
export async function fetchNewer(
  from: string,
  known: Origin | undefined,
  path: string = from,
): Promise<Fetched | null> {
  if (!isUrl(from))
    return { text: decoded(bytesOf(path, from), from), origin: { file: basename(from) } };
  const url = publicUrl(from);
  const etag = known && "url" in known && known.url === url ? known.etag : undefined;
  const downloaded = await download(from, url, etag);
  if (downloaded === null) return null;
  const { bytes, ...named } = downloaded;
  return { text: decoded(bytes, url), origin: { url, ...named } };
}

/**
 * Reads a file completely. `name` is its name in messages. Throws `Problems` if it cannot be read
 * or is too large.
 */
function bytesOf(path: string, name: string): Uint8Array {
  try {
    const bytes = Buffer.concat([...piecesOf(path)]);
    if (bytes.length > MAX_DESCRIPTION_LENGTH)
      throw fetchProblem("the file is larger than 64 MB", name, "Check which file was read.");
    return bytes;
  } catch (error) {
    if (error instanceof Problems) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const words: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file",
      EISDIR: "it is a folder",
      EACCES: "permission denied",
    };
    throw fetchProblem(
      `the description cannot be read: ${words[code] ?? code}`,
      name,
      "Pass the path of a description in YAML or JSON, or its URL.",
    );
  }
}

/**
 * Reads a file in chunks, up to the size limit. The size cannot be checked first: a pipe or device
 * reports size 0 and may never end.
 */
function* piecesOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (let size = 0; size <= MAX_DESCRIPTION_LENGTH; ) {
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

/** Whether `from` is an http(s) URL and not the path of a file. */
export function isUrl(from: string): boolean {
  return /^https?:\/\//i.test(from);
}

/**
 * Removes user name, password, query and fragment from a URL. The path of a file is not changed.
 * Throws `Problems` for an invalid URL, or for http to another machine.
 */
export function withoutSecrets(from: string): string {
  return isUrl(from) ? publicUrl(from) : from;
}

/**
 * Removes user name, password, query and fragment from a URL, because they may be secret. Throws
 * `Problems` for an invalid URL, or for http to another machine.
 */
function publicUrl(from: string): string {
  if (!URL.canParse(from))
    throw fetchProblem(
      "the URL is invalid",
      from.replace(/\/\/[^/]*@|[?#].*/gs, "").slice(0, 80),
      "Pass the URL of a description, or the path of a file.",
    );
  const { origin, pathname } = new URL(from);
  if (isUnencrypted(from))
    throw fetchProblem(
      "the URL is not https",
      origin + pathname,
      "Pass the https URL of a description.",
    );
  return origin + pathname;
}

/**
 * Decodes UTF-8, keeping a byte order mark, which is part of the hashed text. CRLF becomes LF,
 * because a checkout on Windows may have changed the line endings.
 */
function decoded(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes)
      .replaceAll("\r\n", "\n");
  } catch {
    throw fetchProblem(
      "the input is not UTF-8 text",
      where,
      "Pass an uncompressed description in YAML or JSON.",
    );
  }
}

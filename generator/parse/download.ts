import { get as getOpen, type IncomingMessage } from "node:http";
import { get } from "node:https";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Problem, Problems } from "../problem.js";
import { largest } from "./read.js";

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

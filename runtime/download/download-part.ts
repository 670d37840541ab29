import { DownloadError } from "../errors.js";
import type { FetchResponse } from "../http/fetch.js";
import type { Ending } from "./download-ending.js";
import type { Opened } from "./download-request.js";

/** One answer with bytes of the file: all of them, or the rest. */
export interface Part {
  readonly response: FetchResponse;
  /** What no error may show. */
  readonly secrets: readonly string[];
  /** Whether what is read was decoded on its way: then nothing that the host counts is about it. */
  readonly encoded: boolean;
  /** How long the whole file is, by its host; null when it does not say. */
  readonly length: number | null;
  /** How long the whole file is, as the API announced it: a hint; null when it does not say. */
  readonly size: number | null;
  /** What tells whether it is the same file, byte by byte; null when nothing does. */
  readonly etag: string | null;
}

/** What an answer with the whole file says about it. */
export function wholeOf({ response, size, secrets }: Opened): Part {
  const { headers } = response;
  if (isEncoded(response)) return { response, secrets, encoded: true, length: null, size, etag: null };
  const [length, etag] = [headers.get("content-length"), headers.get("etag")];
  return {
    response,
    secrets,
    encoded: false,
    length: length === null ? null : Number(length),
    size,
    // A weak tag, W/"…", is for files that mean the same; two halves of those make none.
    etag: etag?.startsWith('"') ? etag : null,
  };
}

/** The part that goes on with this one from the byte on; null when the answer is anything else. */
export function restOf({ response, secrets }: Opened, { from, before }: { readonly from: number; readonly before: Part }): Part | null {
  const { headers, status } = response;
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
  if (status !== 206 || range === null || Number(range[1]) !== from) return null;
  const total = range[3] === "*" ? null : Number(range[3]);
  if (total !== null && before.length !== null && total !== before.length) return null;
  if (total !== null && Number(range[2]) !== total - 1) return null;
  // Without a tag it may be a part of any file: HTTP asks for one here.
  if (isEncoded(response) || headers.get("etag") !== before.etag) return null;
  return { ...before, response, secrets, length: before.length ?? total };
}

function isEncoded({ headers }: FetchResponse): boolean {
  return !/^\s*(identity\s*)?$/i.test(headers.get("content-encoding") ?? "");
}

/**
 * Why a file that has ended is not whole; null when it is, as far as anyone can say. The announced size is a hint: a file that has less is cut
 * only where its last row says so, too, or where there is nothing in it. In an encoding there may be no hint at all, and then the last row alone says so: several platforms end
 * a gzip without its end like a whole one.
 */
export function shortOf({ length, size, encoded, response }: Part, received: number, ending: Ending): DownloadError | null {
  const cut = length !== null && received !== length;
  const isLess = size !== null && received < size;
  if (!cut && !(isLess ? ending.isBroken() || ending.isBlank() : encoded && ending.isCut())) return null;
  const expected = cut ? length : isLess ? size : null;
  const within = cut ? "" : `, ${ending.isBlank() ? "with nothing in it" : "within a row"}${isLess ? "; the API announced more" : ""}`;
  return new DownloadError(endedAfter(received, expected) + within, { status: response.status, expected, received });
}

export function endedAfter(received: number, expected: number | null): string {
  const of = expected === null ? "" : ` of ${expected.toLocaleString("en-US")}`;
  return `the report file ended after ${received.toLocaleString("en-US")}${of} bytes`;
}

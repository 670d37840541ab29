import type { Opened } from "./download-request.js";
import { DownloadError } from "./errors.js";
import type { FetchResponse } from "./fetch.js";

/** One answer with bytes of the file: all of them, or the rest. */
export interface Part {
  readonly response: FetchResponse;
  /** How long the whole file is; null when nobody says. */
  readonly expected: number | null;
  /** Whether it is exactly that long, or at least. */
  readonly exact: boolean;
  /** What tells whether it is the same file, byte by byte; null when nothing does. */
  readonly etag: string | null;
}

/** What an answer with the whole file says about it. */
export function wholeOf({ response, size }: Opened): Part {
  const { headers } = response;
  // With an encoding the platform hands out decoded bytes, and no number is about those.
  if ((headers.get("content-encoding") ?? "identity") !== "identity") return { response, expected: null, exact: false, etag: null };
  const [length, etag] = [headers.get("content-length"), headers.get("etag")];
  return {
    response,
    expected: length === null ? size : Number(length),
    exact: length !== null,
    // A weak tag, W/"…", is for files that mean the same; two halves of those make none.
    etag: etag?.startsWith('"') ? etag : null,
  };
}

/** The part that goes on with this one from the byte on; null when the answer is anything else. */
export function restOf({ response }: Opened, { from, before }: { readonly from: number; readonly before: Part }): Part | null {
  const { headers, status } = response;
  const range = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
  if (status !== 206 || range === null || Number(range[1]) !== from) return null;
  const total = range[3] === "*" ? null : Number(range[3]);
  if (total !== null && before.exact && total !== before.expected) return null;
  if (total !== null && Number(range[2]) !== total - 1) return null;
  if ((headers.get("etag") ?? before.etag) !== before.etag) return null;
  return {
    ...before,
    response,
    expected: before.exact ? before.expected : (total ?? before.expected),
    exact: before.exact || total !== null,
  };
}

/** Why a file that has ended is not whole; null when it is, as far as anyone can say. */
export function shortOf({ response, expected, exact }: Part, received: number): DownloadError | null {
  if (expected === null || (exact ? received === expected : received >= expected)) return null;
  return new DownloadError(endedAfter(received, expected), { status: response.status, expected, received });
}

export function endedAfter(received: number, expected: number | null): string {
  const of = expected === null ? "" : ` of ${expected.toLocaleString("en-US")}`;
  return `the report file ended after ${received.toLocaleString("en-US")}${of} bytes`;
}

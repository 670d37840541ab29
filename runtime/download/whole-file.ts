import { concatBytes, readNonEmpty } from "../bytes.js";
import { sleep, withTimeout } from "../clock.js";
import { DownloadError } from "../errors.js";
import type { CallConfig } from "../http/config.js";
import { BadResponse } from "../http/fetch.js";
import { cleanCause, reasonOf } from "../redact.js";
import { endedAfter, FIRST_WAIT_MS, MOST_CUTS, parseFull, tooLong } from "./download.js";
import { type FileSource, gunzipped, type Opened, openFile } from "./request.js";

/** Limits of a file that is held in memory. */
export interface WholeFileLimits {
  readonly signal: AbortSignal | undefined;
  /** Most bytes of the file. */
  readonly maxBytes: number;
}

/**
 * Downloads the whole file; empty for an empty report. A transfer that breaks off, or has not as many bytes as `content-length` states, is
 * begun again from the start, up to 5 times. Throws a `DownloadError` after that, if the file cannot be opened, or above `maxBytes`; errors
 * of `source.refresh`; and `signal.reason` on an abort.
 */
export async function wholeFile(config: CallConfig, source: FileSource, limits: WholeFileLimits): Promise<Uint8Array> {
  const { signal } = limits;
  for (let cuts = 1; ; cuts++) {
    const opened = await openFile(config, source, { signal, range: null });
    const { bytes, failure } = opened === null ? EMPTY : await readWhole(config, opened, limits);
    if (failure === null) {
      config.emit({ type: "download", received: bytes.length, expected: bytes.length });
      return bytes;
    }
    if (cuts > MOST_CUTS) throw failure;
    const ms = config.clock.random() * FIRST_WAIT_MS * 2 ** cuts;
    config.emit({ type: "wait", reason: "retry", ms });
    await sleep(config.clock, ms, signal);
  }
}

interface Read {
  readonly bytes: Uint8Array;
  /** Why the file is incomplete; null if it is complete. */
  readonly failure: DownloadError | null;
}

const EMPTY: Read = { bytes: new Uint8Array(0), failure: null };

/** Reads the body of a response to its end, and closes it. Throws errors that another attempt would repeat. */
async function readWhole({ timeoutMs }: CallConfig, opened: Opened, { signal, maxBytes }: WholeFileLimits): Promise<Read> {
  const { length, encoded, size, response, secrets } = parseFull(opened);
  const pieces: Uint8Array[] = [];
  let received = 0;
  const raw = response.body?.getReader();
  const reader = raw && encoded ? gunzipped(raw) : raw;
  const failed = (why: string, cause?: Error): Read => {
    const expected = length ?? size;
    const failure = new DownloadError(`${endedAfter(received, expected)}${why}`, { status: response.status, expected, received, cause });
    return { ...EMPTY, failure };
  };
  try {
    while (reader !== undefined) {
      const { done, value } = await withTimeout(() => readNonEmpty(reader), { ms: timeoutMs, signal });
      if (done || value === undefined) break;
      received += value.length;
      if (received > maxBytes) throw tooLong(received, maxBytes);
      pieces.push(value);
    }
    // An announced size is a hint, but a file of which nothing arrived is no empty report.
    return (length === null ? received > 0 || !size : received === length) ? { bytes: concatBytes(pieces), failure: null } : failed("");
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof DownloadError) throw error;
    if (error instanceof BadResponse) throw new DownloadError(`the report file cannot be read: ${error.message}`);
    const cause = cleanCause(error, secrets);
    return failed(`: ${reasonOf(cause)}`, cause);
  } finally {
    reader?.cancel().catch(() => {});
  }
}

import { concatBytes, readNonEmpty } from "../bytes.js";
import { StepTimeout, withTimeout } from "../clock.js";
import { DownloadError } from "../errors.js";
import type { CallConfig } from "../http/config.js";
import { BadResponse } from "../http/fetch.js";
import { cleanCause } from "../redact.js";
import { beginning, brokenOff, endOf, pauseAfterCut, readerOf, reportEnd, tooLate, tooLong } from "./download.js";
import { type FileSource, openFile } from "./request.js";

/** Limits of a file that is held in memory. */
export interface WholeFileLimits {
  readonly signal: AbortSignal | undefined;
  /** Most bytes of the file. */
  readonly maxBytes: number;
  /** Time limit of the whole download, in milliseconds; undefined for none. */
  readonly deadlineMs: number | undefined;
}

/**
 * Downloads the whole file; empty for an empty report. A transfer that breaks off or is incomplete, by the rules of `fileBytes`, is begun
 * again from the start, up to 5 times; so is one that does not decode, which `fileBytes` does not repeat. Throws a `DownloadError` after
 * that, at once if all bytes arrived that the host states, if the file cannot be opened, above `maxBytes`, or after `deadlineMs`; a
 * `BadResponse`; errors of `source.refresh`; and `signal.reason` on an abort.
 */
export async function wholeFile(config: CallConfig, source: FileSource, limits: WholeFileLimits): Promise<Uint8Array> {
  const { signal, deadlineMs } = limits;
  const progress = { received: 0 };
  if (deadlineMs === undefined) return download(config, source, limits, progress);
  const work = (step: AbortSignal) => download(config, source, { ...limits, signal: step }, progress);
  return withTimeout(work, { ms: deadlineMs, signal }).catch((error: unknown) => {
    // The timeouts of single reads are failures of the transfer, after which it begins again.
    throw error instanceof StepTimeout ? tooLate(source, { deadlineMs, ...progress }) : error;
  });
}

/** Downloads the file, and sets in `progress` how many bytes of this attempt have arrived. */
async function download(
  config: CallConfig,
  source: FileSource,
  { signal, maxBytes }: WholeFileLimits,
  progress: { received: number },
): Promise<Uint8Array> {
  for (let cuts = 1; ; cuts++) {
    const opened = await openFile(config, source, { signal, range: null });
    if (opened === null) return concatBytes([]);
    const state = beginning(opened);
    const reader = readerOf(state.part);
    const pieces: Uint8Array[] = [];
    let failure: DownloadError | null;
    try {
      while (reader !== undefined) {
        const { done, value } = await withTimeout(() => readNonEmpty(reader), { ms: config.timeoutMs, signal });
        if (done || value === undefined) break;
        state.received += value.length;
        progress.received = state.received;
        if (state.received > maxBytes) throw tooLong(state.received, maxBytes);
        state.ending.push(value);
        pieces.push(value);
      }
      failure = endOf(state);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (error instanceof DownloadError || error instanceof BadResponse) throw error;
      failure = brokenOff(state, cleanCause(error, state.part.secrets));
    } finally {
      reader?.cancel().catch(() => {});
    }
    if (failure === null) {
      reportEnd(config, source, state);
      return concatBytes(pieces);
    }
    await pauseAfterCut(config, { cuts, failure, signal });
  }
}

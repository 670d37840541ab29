import { onAbort } from "../abort.js";
import { DownloadError } from "../errors.js";
import type { Settings } from "../http/config.js";
import { fileBytes } from "./download.js";
import type { FileReading } from "./download-read.js";
import type { FileSource } from "./file-source.js";

/**
 * The bytes of the file, until all of them have come or the time for all of them is over. It ends whatever the download is at: asking for a fresh
 * link, waiting before the next attempt, or reading a file that comes byte by byte and never stalls. Runs on the machine's clock, as do the
 * limits of single attempts: it guards against sockets.
 */
export async function* limitedBytes(settings: Settings, source: FileSource, reading: FileReading): AsyncGenerator<Uint8Array> {
  const { signal, restart, deadlineMs } = reading;
  if (deadlineMs === undefined) return yield* fileBytes(settings, source, reading);
  signal?.throwIfAborted();
  const stop = new AbortController();
  const off = signal && onAbort(signal, () => stop.abort(signal.reason));
  const late = new Late();
  const timer = setTimeout(() => stop.abort(late), deadlineMs);
  let received = 0;
  const anew = restart && {
    restart: () => {
      received = 0;
      return restart();
    },
  };
  try {
    for await (const piece of fileBytes(settings, source, { ...reading, ...anew, signal: stop.signal })) {
      received += piece.length;
      yield piece;
      // The reader may have taken its time.
      stop.signal.throwIfAborted();
    }
  } catch (error) {
    if (error !== late) throw error;
    const { size: expected } = source.link();
    const came = `${received.toLocaleString("en-US")}${expected === null ? "" : ` of ${expected.toLocaleString("en-US")}`} bytes`;
    throw new DownloadError(`the download took longer than deadlineMs, ${deadlineMs / 1_000} s: ${came} had come`, { expected, received });
  } finally {
    clearTimeout(timer);
    off?.();
  }
}

class Late extends Error {}

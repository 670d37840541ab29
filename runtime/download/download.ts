import { abortable } from "../clock.js";
import { DownloadError } from "../errors.js";
import type { Settings } from "../http/config.js";
import { Ending } from "./download-ending.js";
import { restOf, wholeOf } from "./download-part.js";
import { type FileReading, passOn, type State } from "./download-read.js";
import { type Opened, open, type Rest } from "./download-request.js";
import type { FileSource } from "./file-source.js";

// Cuts with less than this between them are one trouble, which must end.
const PROGRESS = 1024 * 1024;
const MOST_CUTS = 5;
const FIRST_WAIT_MS = 500;

/**
 * The bytes of the file as they come; none for an empty report. Ends with an error when the transfer was cut.
 *
 * A download that is cut goes on where it was, when the host has given the file a tag and says that it is the same file still. When it says
 * otherwise, the file is read from its start, by readers who can forget; two files are never put together.
 *
 * It was cut where it has not as many bytes as `content-length` says. The size that the API announced is a hint, of which Pinterest does not
 * document what it counts: a file that has less is told as an event, and is an error only where its last row is broken off. So is one in an
 * encoding, which has no length, whatever was announced: platforms decode by themselves, and some end a gzip without its end like a whole one.
 */
export async function* fileBytes(settings: Settings, source: FileSource, reading: FileReading): AsyncGenerator<Uint8Array> {
  const { signal } = reading;
  signal?.throwIfAborted();
  const first = await open(settings, source, { signal, rest: null });
  if (first === null) return;
  const state: State = { part: wholeOf(first), received: 0, skip: 0, ending: new Ending() };
  for (let [cuts, cutAt] = [0, 0]; ; ) {
    const failure = yield* passOn(settings, state, reading);
    if (failure === null) break;
    cuts = state.received - cutAt >= PROGRESS ? 1 : cuts + 1;
    if (cuts > MOST_CUTS) throw failure;
    await goOn(settings, source, { reading, state, failure, cuts });
    cutAt = state.received;
  }
  const { received, part } = state;
  const [expected, announced] = [part.length ?? part.size, part.size];
  settings.emit({ type: "download", received, expected });
  if (announced === null || received >= announced) return;
  const { flow, adAccountId } = source.handle;
  settings.emit({ type: "less-data", flow, adAccountId, received, announced });
}

interface Trouble {
  readonly reading: FileReading;
  readonly state: State;
  readonly failure: DownloadError;
  readonly cuts: number;
}

/** Opens the rest of a file that was cut, or all of it anew; throws where neither can be. */
async function goOn(settings: Settings, source: FileSource, trouble: Trouble): Promise<void> {
  const { reading, state, failure, cuts } = trouble;
  const { part, received } = state;
  const rest = received > 0 && part.etag !== null ? { from: received, etag: part.etag } : null;
  if (received > 0 && rest === null && reading.restart === undefined) throw failure;
  const ms = settings.clock.random() * FIRST_WAIT_MS * 2 ** cuts;
  settings.emit({ type: "wait", reason: "retry", ms });
  await abortable(settings.clock.sleep(ms, reading.signal), reading.signal);
  const opened = await again(settings, source, trouble, rest);
  const more = rest === null ? null : restOf(opened, { from: received, before: part });
  if (more !== null) [state.part, state.skip] = [more, 0];
  else await beginAnew(opened.response.status === 200 ? opened : await whole(settings, source, trouble, opened), trouble);
}

/** The whole file, after an answer that is of no use. */
async function whole(settings: Settings, source: FileSource, trouble: Trouble, useless: Opened): Promise<Opened> {
  await useless.response.body?.cancel().catch(() => {});
  return again(settings, source, trouble, null);
}

async function again(settings: Settings, source: FileSource, { reading, state, failure }: Trouble, rest: Rest | null): Promise<Opened> {
  const expected = state.part.length ?? state.part.size;
  try {
    const opened = await open(settings, source, { signal: reading.signal, rest });
    if (opened !== null) return opened;
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    const { status, message, cause } = error;
    throw new DownloadError(`${failure.message}; then ${message}`, { status, expected, received: state.received, cause });
  }
  throw failure;
}

async function beginAnew(opened: Opened, { reading, state }: Trouble): Promise<void> {
  const { part, received } = state;
  const next = wholeOf(opened);
  try {
    if (received === 0) state.skip = 0;
    else if (reading.restart !== undefined) {
      await reading.restart();
      [state.received, state.skip, state.ending] = [0, 0, new Ending()];
    } else if (part.etag !== null && next.etag === part.etag && next.length === part.length) state.skip = received;
    else {
      const message = `the report file changed after ${received.toLocaleString("en-US")} bytes`;
      throw new DownloadError(message, { status: 200, expected: next.length ?? next.size, received });
    }
    state.part = next;
  } catch (error) {
    await opened.response.body?.cancel().catch(() => {});
    throw error;
  }
}

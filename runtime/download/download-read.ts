import { onAbort } from "../abort.js";
import { timeLimited } from "../clock.js";
import { DownloadError } from "../errors.js";
import type { Settings } from "../http/config.js";
import { BadResponse, type BodyReader } from "../http/fetch.js";
import { codeOf } from "../network-failure.js";
import { cleanCause, reasonOf } from "../secrets.js";
import { nextOf } from "../turns.js";
import type { Ending } from "./download-ending.js";
import { endedAfter, type Part, shortOf } from "./download-part.js";
import { gunzipped } from "./gunzip.js";

// What decoders of Node call bytes that will not be better the next time.
const UNDECODABLE = /^(Z_DATA_ERROR|ERR__ERROR_FORMAT|ZSTD_error_corruption)/;

/** What whoever reads a file asks for. */
export interface FileReading {
  readonly signal: AbortSignal | undefined;
  /** The most bytes that the reader can take; left out, any number. */
  readonly most?: number;
  /** How long all of it may take, in milliseconds; left out, any time. */
  readonly deadlineMs?: number | undefined;
  /** Forgets what came so far: the file begins anew. Left out by readers who have passed it on. */
  readonly restart?: () => void | Promise<void>;
}

/** How far a download has come. */
export interface State {
  part: Part;
  received: number;
  /** How many bytes come once more. */
  skip: number;
  ending: Ending;
}

/** Passes on what comes of a part; gives what went wrong with it, or null when the file is whole. Throws what trying again cannot mend. */
export async function* passOn(
  settings: Settings,
  state: State,
  { signal, most = Number.POSITIVE_INFINITY }: FileReading,
): AsyncGenerator<Uint8Array, DownloadError | null> {
  const { part } = state;
  const raw = part.response.body?.getReader();
  const reader = raw && part.encoded ? gunzipped(raw) : raw;
  // At once, also while nobody asks for more; and when whoever reads stops early: the rest is not fetched.
  const close = () => void reader?.cancel().catch(() => {});
  const off = signal && onAbort(signal, close);
  try {
    if (part.length !== null && part.length > most) throw tooLong(part.length, most);
    for (;;) {
      signal?.throwIfAborted();
      const { done, value, failure } = reader ? await readOn(settings, reader, { state, signal }) : NOTHING;
      if (failure !== undefined) return failure;
      if (done || value === undefined) return endOf(state);
      const again = Math.min(state.skip, value.length);
      state.skip -= again;
      state.received += value.length - again;
      if (state.received > most) throw tooLong(state.received, most);
      if (again === value.length) continue;
      const more = value.subarray(again);
      state.ending.push(more);
      yield more;
    }
  } finally {
    off?.();
    close();
  }
}

function endOf({ part, received, ending }: State): DownloadError | null {
  const short = shortOf(part, received, ending);
  // By its host the file is whole, so another try gives no more of it.
  if (short !== null && received === part.length) throw short;
  return short;
}

interface Read {
  readonly done: boolean;
  readonly value?: Uint8Array | undefined;
  readonly failure?: DownloadError;
}

const NOTHING: Read = { done: true };

async function readOn(
  { timeoutMs }: Settings,
  reader: BodyReader,
  { state: { part, received }, signal }: { readonly state: State; readonly signal: AbortSignal | undefined },
): Promise<Read> {
  try {
    return await timeLimited(() => nextOf(reader), { ms: timeoutMs, signal });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof BadResponse) throw error;
    const [expected, cause] = [part.length ?? part.size, cleanCause(error, part.secrets)];
    const facts = { status: part.response.status, expected, received, cause };
    if (part.encoded && UNDECODABLE.test(codeOf(cause) ?? "")) {
      const after = `after ${received.toLocaleString("en-US")} bytes`;
      throw new DownloadError(`the report file is not in the encoding that it is said to be, ${after}: ${reasonOf(cause)}`, facts);
    }
    return { done: true, failure: new DownloadError(`${endedAfter(received, expected)}: ${reasonOf(cause)}`, facts) };
  }
}

function tooLong(size: number, most: number): DownloadError {
  const [has, may] = [size, most].map((bytes) => bytes.toLocaleString("en-US"));
  return new DownloadError(`the report file has ${has} bytes or more, and maxBytes is ${may}: raise it, or read the file row by row`, {
    expected: size,
  });
}

/** Pieces, one after another, as one. */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** After so many bytes, all else that waits in the process has its turn. */
const BYTES_A_TURN = 256 * 1024;
// What a piece counts at least, however short: of a thousand of one byte, each has cost as much.
const LEAST_A_PIECE = 256;

/**
 * The same bytes, in pieces of 256 KiB at most, with a turn for timers, signals and connections after as many. Bytes that are here already would
 * come without one, and a file in memory would be read, row by row, to its end first.
 */
export async function* yieldingBytes(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  let since = 0;
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; ) {
      if (since >= BYTES_A_TURN) {
        since = 0;
        await yieldToEventLoop();
        signal?.throwIfAborted();
      }
      const most = Math.max(BYTES_A_TURN - since, 1);
      const part = at === 0 && piece.length <= most ? piece : piece.subarray(at, at + most);
      at += part.length;
      since += Math.max(part.length, LEAST_A_PIECE);
      yield part;
    }
  }
}

interface Read {
  readonly done: boolean;
  readonly value?: Uint8Array | undefined;
}

/** What comes next, empty pieces passed over: a stream that gives nothing else would keep the process from all else, and no time limit would end it. */
export async function readNonEmpty(reader: { read(): Promise<Read> }): Promise<Read> {
  for (;;) {
    const read = await reader.read();
    if (read.done || read.value?.length !== 0) return read;
    await yieldToEventLoop();
  }
}

/** Browsers and some edge runtimes have no `setImmediate`. */
interface Platform {
  readonly setImmediate?: (callback: () => void) => unknown;
}

/** Resolves when all else that waits in the process has had its turn. */
export function yieldToEventLoop(): Promise<void> {
  const { setImmediate } = globalThis as Platform;
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

/**
 * Concatenates `pieces` into a new array. A single piece is returned as is, not copied. Without
 * pieces, the array is empty.
 */
export function concatBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const joined = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Number of bytes after which control returns to the event loop. */
const BYTES_PER_SLICE = 256 * 1024;
// A smaller piece counts as this many bytes, because processing even a one-byte piece takes about
// as long.
const MIN_PIECE_COST = 256;

/**
 * Yields `bytes` in pieces of at most 256 KiB, and regularly returns control to the event loop.
 * That way, timers, signals and connections are handled even while buffered bytes are read.
 *
 * Returns control after every 256 KiB; pieces below 256 bytes count as 256 bytes. Each time, throws
 * `signal.reason` if `signal` has aborted. The signal is not checked before the first 256 KiB have
 * been read. Empty pieces are dropped. Errors from `bytes` are rethrown.
 */
export async function* yieldingBytes(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  let bytesSinceYield = 0;
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; ) {
      if (bytesSinceYield >= BYTES_PER_SLICE) {
        bytesSinceYield = 0;
        await yieldToEventLoop();
        signal?.throwIfAborted();
      }
      const limit = Math.max(BYTES_PER_SLICE - bytesSinceYield, 1);
      const part = at === 0 && piece.length <= limit ? piece : piece.subarray(at, at + limit);
      at += part.length;
      bytesSinceYield += Math.max(part.length, MIN_PIECE_COST);
      yield part;
    }
  }
}

interface Read {
  readonly done: boolean;
  readonly value?: Uint8Array | undefined;
}

/**
 * Reads until a piece is not empty or the stream ends. Resolves to the result of the last read.
 * Yields to the event loop after each empty piece, because a stream of empty pieces would otherwise
 * block the process and its timeouts. Rejects if `reader.read` rejects.
 */
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

/**
 * Resolves after the event loop has processed pending work. Uses a 0 ms timer on platforms without
 * `setImmediate`.
 */
export function yieldToEventLoop(): Promise<void> {
  const { setImmediate } = globalThis as Platform;
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

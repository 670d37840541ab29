/** After so many bytes, all else that waits in the process has its turn. */
const BYTES_A_TURN = 256 * 1024;

/**
 * The same bytes, in pieces of 256 KiB at most, with a turn for timers, signals and connections after as many. Bytes that are here already would
 * come without one, and a file in memory would be read, row by row, to its end first.
 */
export async function* inTurns(bytes: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  let since = 0;
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; ) {
      if (since >= BYTES_A_TURN) {
        since = 0;
        await turn();
        signal?.throwIfAborted();
      }
      const part = at === 0 && piece.length <= BYTES_A_TURN - since ? piece : piece.subarray(at, at + BYTES_A_TURN - since);
      at += part.length;
      since += part.length;
      yield part;
    }
  }
}

/** Browsers and some edge runtimes have no `setImmediate`. */
interface Platform {
  readonly setImmediate?: (callback: () => void) => unknown;
}

function turn(): Promise<void> {
  const { setImmediate } = globalThis as Platform;
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

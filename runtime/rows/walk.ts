import { onAbort } from "../clock.js";

/** What ends one walk over a file: the caller's signal, and the reader's leaving. */
export interface IterationSignal {
  /** Aborts in either case, while the bytes are read. */
  readonly signal: AbortSignal;
  /** Whether whoever reads has left: then nobody hears an error any more. */
  readonly left: boolean;
  /** The same bytes; until they end, the caller's signal is heeded also while nobody asks for more. */
  during(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/**
 * Items that may be walked again and again: each walk begins anew. `return` of an iterator, which a loop calls when it is left, ends its walk
 * at once, also while it waits for bytes: an async generator alone would wait for them first.
 */
export function abortableIterable<Item>(
  signal: AbortSignal | undefined,
  begin: (stop: IterationSignal) => AsyncIterableIterator<Item>,
): AsyncIterable<Item> {
  return { [Symbol.asyncIterator]: () => iterate(signal, begin) };
}

function iterate<Item>(
  signal: AbortSignal | undefined,
  begin: (stop: IterationSignal) => AsyncIterableIterator<Item>,
): AsyncIterableIterator<Item> {
  const stop = new IterationStop(signal);
  const items = begin(stop);
  const leave = () => {
    stop.leave();
    // Not waited for: it comes to its end by the signal.
    items.return?.().catch(() => {});
  };
  const self: AsyncIterableIterator<Item> = {
    next: () => items.next(),
    async return(value) {
      leave();
      return { done: true, value: await value };
    },
    async throw(error) {
      leave();
      throw error;
    },
    [Symbol.asyncIterator]: () => self,
  };
  return self;
}

class IterationStop implements IterationSignal {
  readonly #own = new AbortController();
  readonly #callers: AbortSignal | undefined;
  left = false;

  constructor(callers: AbortSignal | undefined) {
    this.#callers = callers;
  }

  get signal(): AbortSignal {
    return this.#own.signal;
  }

  leave(): void {
    this.left = true;
    this.#own.abort();
  }

  async *during(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const callers = this.#callers;
    const passOn = () => this.#own.abort(callers?.reason);
    const off = callers && onAbort(callers, passOn);
    if (callers?.aborted) passOn();
    try {
      yield* bytes;
    } finally {
      off?.();
    }
  }
}

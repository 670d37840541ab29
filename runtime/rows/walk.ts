import { onAbort } from "../clock.js";

/** What ends one iteration over a file: the caller's signal, or leaving the loop. */
export interface IterationSignal {
  /** Aborts in either case, while the bytes are read. */
  readonly signal: AbortSignal;
  /** Whether the loop was left. Then no error is reported. */
  readonly left: boolean;
  /** The same bytes. Until they end, the caller's signal takes effect even if no read is pending. */
  during(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/**
 * Items that can be iterated repeatedly; each iteration starts again. `return` of an iterator, which is called when a loop is left, ends
 * the iteration at once, even while it waits for bytes; an async generator alone would wait for them first.
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
    // Not awaited: the signal ends it.
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

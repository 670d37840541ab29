/** Items that are here. */
export interface Bunch<Item> {
  /** The next of them; undefined when there is none any more. */
  take(): Item | undefined;
}

/**
 * One by one what comes in bunches. An async generator would have each item wait for its turn several times, also those that are here, which
 * costs more than to make a row.
 */
export class OneByOne<Item> implements AsyncIterableIterator<Item> {
  readonly #bunches: AsyncGenerator<Bunch<Item>>;
  #bunch: Bunch<Item> | null = null;
  /** The last item that is waited for; null when none is. */
  #waited: Promise<IteratorResult<Item>> | null = null;
  #left = false;

  constructor(bunches: AsyncGenerator<Bunch<Item>>) {
    this.#bunches = bunches;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Item>> {
    if (this.#waited === null && !this.#left) {
      const value = this.#bunch?.take();
      if (value !== undefined) return Promise.resolve({ value, done: false });
    }
    const wait = () => this.#wait();
    const waited = this.#waited === null ? wait() : this.#waited.then(wait, wait);
    const over = () => {
      if (this.#waited === waited) this.#waited = null;
    };
    waited.then(over, over);
    this.#waited = waited;
    return waited;
  }

  async return(): Promise<IteratorResult<Item>> {
    this.#left = true;
    await this.#bunches.return(undefined);
    return { value: undefined, done: true };
  }

  async #wait(): Promise<IteratorResult<Item>> {
    while (!this.#left) {
      const value = this.#bunch?.take();
      if (value !== undefined) return { value, done: false };
      const more = await this.#bunches.next();
      if (more.done) break;
      this.#bunch = more.value;
    }
    return { value: undefined, done: true };
  }
}

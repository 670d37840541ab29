/** Options of `toArray` of an iterable. */
export interface ToArrayOptions {
  /** Highest number of items, from 0; later ones are not requested. Default: no limit. */
  readonly limit?: number | undefined;
}

/** Items that arrive one after the other: read them with `for await`, or with `toArray`. */
export interface ItemStream<Item> extends AsyncIterable<Item> {
  /**
   * Reads the items into a list, for results that fit in memory. Rejects with the error that
   * `for await` would throw, without the items read before it.
   * @throws `TypeError`, `RangeError`: an option is invalid.
   * @example
   * ```ts
   * const accounts = await client.adAccounts().toArray({ limit: 100 });
   * ```
   */
  toArray(options?: ToArrayOptions): Promise<Item[]>;
}

/**
 * Member of the rows of a report that returns the same rows with all digits in the columns of these
 * names: what writes decimals asks for it, so that no amount goes through a double.
 */
export const WITH_DIGITS: unique symbol = Symbol.for("pinterest-reports.with-digits");

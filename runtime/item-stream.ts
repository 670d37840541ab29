/** Options for an item stream's `toArray`. */
export interface ToArrayOptions {
  /** Maximum number of items to read, at least 0. Default: no limit. */
  readonly limit?: number | undefined;
}

/** Items that arrive one at a time. Read them with `for await` or `toArray`. */
export interface ItemStream<Item> extends AsyncIterable<Item> {
  /**
   * Reads the items into a list, for results that fit in memory. If reading fails, rejects with the
   * error that `for await` would throw, and the items read so far are lost.
   * @throws `TypeError`, `RangeError`: an option is invalid.
   * @example
   * ```ts
   * const accounts = await client.adAccounts().toArray({ limit: 100 });
   * ```
   */
  toArray(options?: ToArrayOptions): Promise<Item[]>;
}

/**
 * Key of a method on a report's rows. The method returns the same rows, but keeps every digit of
 * the numbers in the named columns, so that decimal writers never convert an amount to a double.
 */
export const WITH_DIGITS: unique symbol = Symbol.for("pinterest-reports.with-digits");

/**
 * Items that arrive one after the other: read them with `for await`, or all at once with `toArray`.
 */
export interface ItemStream<Item> extends AsyncIterable<Item> {
  /**
   * Reads all items into a list, for results that fit in memory. Rejects with the error that
   * `for await` would throw, without the items read before it.
   */
  toArray(): Promise<Item[]>;
}

/**
 * Member of the rows of a report that returns the same rows with all digits in the columns of these
 * names: what writes decimals asks for it, so that no amount goes through a double.
 */
export const WITH_DIGITS: unique symbol = Symbol.for("pinterest-reports.with-digits");

/** All items in a list. Rejects with the error of `items`. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

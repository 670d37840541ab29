import type { ToArrayOptions } from "./item-stream.js";
import { checkNames, ownOptions } from "./options.js";

/**
 * Reads all items, or at most `limit` of them, into a list. Ends the iteration at the limit. A
 * limit of 0 reads nothing, and `Infinity` reads all. Rejects with the error that `items` throws,
 * and with a `TypeError` for an unknown option. Rejects with a `RangeError` for a limit that is
 * neither `Infinity` nor a whole number of at least 0.
 */
export async function collect<Item>(
  items: AsyncIterable<Item>,
  options: ToArrayOptions = {},
): Promise<Item[]> {
  const own = ownOptions(options);
  checkNames(own, ["limit"]);
  const { limit = Number.POSITIVE_INFINITY } = own;
  if (limit !== Number.POSITIVE_INFINITY && !(Number.isInteger(limit) && limit >= 0))
    throw new RangeError("limit must be a whole number, 0 or more");
  const list: Item[] = [];
  if (limit === 0) return list;
  for await (const item of items) if (list.push(item) >= limit) break;
  return list;
}

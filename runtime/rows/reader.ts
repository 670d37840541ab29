/** A row whose columns are not known. */
export type AnyRow = Record<string, unknown>;

/** Reads rows from bytes that arrive in chunks. */
export interface RowReader {
  /** Keys above the last row, outermost first. Consecutive rows with the same keys share one list. */
  readonly keys: readonly string[];
  /** Takes the next chunk, after `next` has returned null. */
  push(piece: Uint8Array): void;
  /**
   * The next row; null if more bytes are needed. Throws a `BadFile` if the bytes are not a report's, or the file has ended and is
   * incomplete.
   */
  next(): AnyRow | null;
  /** Marks the end of the bytes. `next` may return more rows. */
  end(): void;
}

/**
 * Keys of rows that have none. Frozen, as all key lists are, because many rows share one list, which a reader of one row must not change.
 */
export const NO_KEYS: readonly string[] = Object.freeze([]);

/** Most bytes of a row: 16 MiB. */
export const LONGEST_ROW: number = 16 * 1024 * 1024;
/** An incomplete row above 4 KiB is tried again only after half as many more bytes; otherwise each chunk would cost the whole row. */
export const LONG_ROW: number = 4 * 1024;
/** Most columns of a file, or members of a row. Some 600 can be requested. */
export const MOST_COLUMNS = 10_000;

/**
 * Returns a buffer for the unread bytes of `held` (from `at` up to, but without, `end`) and `incoming` more: `held` itself if they fit
 * behind its end or fill at most half of it, else a new, empty one of twice the needed size. Nothing is copied here.
 */
export function roomFor(
  held: Uint8Array,
  { at, end, incoming }: { readonly at: number; readonly end: number; readonly incoming: number },
): Uint8Array {
  const needed = end - at + incoming;
  return end + incoming <= held.length || needed <= held.length / 2 ? held : new Uint8Array(needed * 2);
}

/** Sets a member of `row` as plain data, even one called `__proto__`. */
export function setOwn(row: AnyRow, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
  else row[name] = value;
}

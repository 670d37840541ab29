/** A row before anyone has said which columns it has. */
export type AnyRow = Record<string, unknown>;

/** Reads rows out of bytes that come in pieces. */
export interface RowReader {
  /** The keys under which the last row stands, outermost first: one list for all rows that follow each other under the same keys. */
  readonly keys: readonly string[];
  /** Takes the next piece, once `next` has given null. */
  push(piece: Uint8Array): void;
  /** The next row; null when more bytes are needed. Throws a `BadFile` when the bytes cannot be a report's. */
  next(): AnyRow | null;
  /** Says that no more bytes come; `next` may have more rows. Throws a `BadFile` when the file is not whole. */
  end(): void;
}

/** The keys of rows that stand under none. One list for many rows, as all keys are: who reads one row must not change those of the next. */
export const NO_KEYS: readonly string[] = Object.freeze([]);

/** The most bytes of a row. */
export const LONGEST_ROW: number = 16 * 1024 * 1024;
/** From here on a row that is not all there waits for half as much again: else each piece would cost the whole row. */
export const LONG_ROW: number = 4 * 1024;
/** The most columns of a file, or members of a row; there are some 600 to ask for. */
export const MOST_COLUMNS = 10_000;

/**
 * Where bytes that are not read yet, and more, are held: the same place while half of it or more is free, else one of twice the size. So each byte
 * is moved a few times at most, in however small pieces they come.
 */
export function roomFor(
  held: Uint8Array,
  { at, end, more }: { readonly at: number; readonly end: number; readonly more: number },
): Uint8Array {
  const needed = end - at + more;
  return end + more <= held.length || needed <= held.length / 2 ? held : new Uint8Array(needed * 2);
}

/** Sets a member as plain data, also one that is called `__proto__`. */
export function setOwn(row: AnyRow, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
  else row[name] = value;
}

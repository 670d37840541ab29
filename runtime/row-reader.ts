import type { ReportEntry } from "./report.js";

/** A row before anyone has said which columns it has. */
export type AnyRow = Record<string, unknown>;

/** Reads rows out of bytes that come in pieces. */
export interface RowReader {
  /** Takes the next piece, once `next` has given null. */
  push(piece: Uint8Array): void;
  /** The next row; null when more bytes are needed. Throws a `BadFile` when the bytes cannot be a report's. */
  next(): ReportEntry<AnyRow> | null;
  /** Says that no more bytes come; `next` may have more rows. Throws a `BadFile` when the file is not whole. */
  end(): void;
}

/** Why bytes are not a report; caught where the rows are counted. */
export class BadFile extends Error {}

/** One piece after another, as one. */
export function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Sets a member as plain data, also one that is called `__proto__`. */
export function setOwn(row: AnyRow, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
  else row[name] = value;
}

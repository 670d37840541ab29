import type { ReportEntry } from "./report.js";

/** A row before anyone has said which columns it has. */
export type AnyRow = Record<string, unknown>;

/** A row, and the keys under which it stands: one list for all rows that follow each other under the same keys. */
export type ReadEntry = ReportEntry<AnyRow>;

/** Reads rows out of bytes that come in pieces. */
export interface RowReader {
  /** Takes the next piece, once `next` has given null. */
  push(piece: Uint8Array): void;
  /** The next row; null when more bytes are needed. Throws a `BadFile` when the bytes cannot be a report's. */
  next(): ReadEntry | null;
  /** Says that no more bytes come; `next` may have more rows. Throws a `BadFile` when the file is not whole. */
  end(): void;
}

/** The most bytes of a row. */
export const LONGEST_ROW: number = 16 * 1024 * 1024;
/** From here on a row that is not all there waits for half as much again: else each piece would cost the whole row. */
export const LONG_ROW: number = 64 * 1024;

/** Why bytes are not a report; caught where the rows are counted. */
export class BadFile extends Error {}

/** Pieces, one after another, as one. */
export function join(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Sets a member as plain data, also one that is called `__proto__`. */
export function setOwn(row: AnyRow, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(row, name, { value, enumerable: true, configurable: true, writable: true });
  else row[name] = value;
}

/** The text as engines keep names of members: setting a member by any other costs a search for this one. */
export function memberName(text: string): string {
  return text === "__proto__" ? text : (Object.keys({ [text]: 0 })[0] ?? text);
}

/**
 * Makes empty rows: plain objects, but V8 keeps room in them for as many members as the constructor seems to set. Rows of `{}` move to a
 * larger place again and again while their columns are set, which takes two to three times as long.
 *
 * A maker for each file: V8 settles for the room that the first objects of a constructor needed.
 */
export function rowMaker(): () => AnyRow {
  function Row(this: AnyRow, seems: boolean): void {
    if (!seems) return;
    this.a0 = this.a1;
    this.a2 = this.a3;
    this.b0 = 0;
    this.b1 = 0;
    this.b2 = 0;
    this.b3 = 0;
    this.b4 = 0;
    this.b5 = 0;
    this.b6 = 0;
    this.b7 = 0;
    this.b8 = 0;
    this.b9 = 0;
    this.c0 = 0;
    this.c1 = 0;
    this.c2 = 0;
    this.c3 = 0;
    this.c4 = 0;
    this.c5 = 0;
    this.c6 = 0;
    this.c7 = 0;
    this.c8 = 0;
    this.c9 = 0;
    this.d0 = 0;
    this.d1 = 0;
  }
  // The rows' own constructor does not show: to everyone they are objects as any.
  Row.prototype = Object.prototype;
  const Maker = Row as unknown as new (seems: boolean) => AnyRow;
  return () => new Maker(false);
}

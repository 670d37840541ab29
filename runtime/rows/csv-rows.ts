import { plainNumber } from "../decimal.js";
import { BadFile } from "../errors.js";
import { ANOTHER, CsvScanner } from "./csv-scanner.js";
import {
  type AnyRow,
  MAX_COLUMNS,
  type MakeRow,
  NO_KEYS,
  type RowReader,
  rowMaker,
} from "./reader.js";

/**
 * Parses a number in JSON notation; leading zeros are allowed. A fraction becomes the nearest
 * number. A number that JavaScript cannot represent (an integer beyond 2 ** 53, or an overflow)
 * stays a string. Returns null if the text is not a number.
 */
export function numberOf(text: string): number | string | null {
  if (!/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  const lossy = /^-?\d+$/.test(text) ? !Number.isSafeInteger(value) : !Number.isFinite(value);
  return lossy ? text : value;
}

/**
 * Whether an id has lost digits because it is in exponent notation. Examples are `2.1786E+17`,
 * `2E+17` and `2.1e17`. Spreadsheets and floating-point conversions write long ids like that. False
 * for `2E17`, which may be an ordinary string.
 */
export function isRounded(id: string): boolean {
  return /^\d(\.\d+[eE]\+?|[eE]\+)\d+$/.test(id);
}

// If a column's values change more often than this, comparing each value with the previous one
// costs more than it saves.
const MAX_CHANGES = 16;
// Maximum number of characters of a remembered value. Comparing a longer value with the short cells
// after it would cost too much.
const MAX_KEPT_LENGTH = 256;
const NO_BYTES = new Uint8Array(0);
const NO_ROW: AnyRow = {};

/** How to read a column of the file. */
export interface CsvColumn {
  readonly name: string;
  /** Whether values are ids: strings that must not lose a digit. */
  readonly id: boolean;
  /** Whether values are numbers. If not, they stay strings. */
  readonly number: boolean;
  /** Whether numbers stay strings, with all their digits from the file. */
  readonly exact: boolean;
  /** Whether a non-numeric value causes an error. If not, it stays a string. */
  readonly strict: boolean;
  /** Whether an empty cell means 0. If not, the value is missing. */
  readonly zero: boolean;
}

/**
 * Returns the columns of a file with this header. Throws if the header cannot be a report's header.
 */
export type ReadHeader = (headers: readonly string[]) => readonly CsvColumn[];

interface Column extends CsvColumn {
  /**
   * The column's last value; `bytes` contains its bytes. Names and ids are often the same in the
   * next row.
   */
  text: string;
  bytes: Uint8Array;
  /** Number of bytes in use in `bytes`; 0 if the last value was not kept. */
  length: number;
  /** How many times the value changed, minus how many times it stayed the same; at least 0. */
  changes: number;
}

/**
 * Reads the rows of a CSV report. An empty cell is a missing value. If two columns have the same
 * name, the second one is renamed to `name (2)`, or to the next free number.
 *
 * Headers are display names ("Campaign ID") that the API description does not list. `readHeader`
 * maps them to columns. A file that ends early, exactly after a row, looks complete here; the
 * download code detects that from the file's length.
 */
export class CsvRows implements RowReader {
  readonly keys: readonly string[] = NO_KEYS;
  readonly #scan = new CsvScanner();
  readonly #readHeader: ReadHeader;
  #columns: readonly Column[] | null = null;
  /** The header, until the first row is read. */
  #headerOnly: readonly string[] = NO_KEYS;
  #make: MakeRow = rowMaker([]);
  /** Values of the current row, in column order. */
  #values: unknown[] = [];

  constructor(readHeader: ReadHeader) {
    this.#readHeader = readHeader;
  }

  /** Appends a copy of these bytes. */
  push(piece: Uint8Array): void {
    this.#scan.push(piece);
  }

  /** Marks the end of the file. */
  end(): void {
    this.#scan.ended = true;
  }

  /**
   * Returns the next row; null if more bytes are needed or the file has ended. Throws a `BadFile`
   * for invalid CSV, a truncated file, a wrong number of cells or a wrong value. Also throws any
   * error from `readHeader`.
   */
  next(): AnyRow | null {
    const scan = this.#scan;
    while (scan.ready()) {
      const columns = this.#columns;
      const row = scan.blank() ? NO_ROW : columns === null ? this.#header() : this.#row(columns);
      if (row === NO_ROW) continue;
      if (row !== null) this.#headerOnly = NO_KEYS;
      return row;
    }
    if (scan.ended) rejectSentence(this.#headerOnly);
    return null;
  }

  /**
   * Reads the header and returns `NO_ROW`. If the header is incomplete, returns null and consumes
   * nothing.
   */
  #header(): AnyRow | null {
    const scan = this.#scan;
    const names: string[] = [];
    let at = scan.at;
    do {
      if (!scan.cell(at)) return scan.needMore();
      if (names.length === MAX_COLUMNS)
        throw new BadFile(`it has more than ${MAX_COLUMNS.toLocaleString("en-US")} columns`);
      names.push(scan.text());
      at = scan.next;
    } while (scan.delimiter === ANOTHER);
    scan.at = scan.next;
    // An empty line before the header is skipped.
    if (names.length === 1 && names[0] === "") return NO_ROW;
    this.#headerOnly = names;
    this.#columns = withUniqueNames(this.#readHeader(names));
    this.#make = rowMaker(this.#columns.map(({ name }) => name));
    this.#values = this.#columns.map(() => "");
    return NO_ROW;
  }

  /**
   * Reads a row; returns `NO_ROW` for a blank one. If the row is incomplete, returns null and
   * consumes nothing.
   */
  #row(columns: readonly Column[]): AnyRow | null {
    const scan = this.#scan;
    const values = this.#values;
    let count = 0;
    let at = scan.at;
    do {
      const column = columns[count];
      if (column === undefined)
        throw new BadFile(`the next row has more cells than the header, which has ${count}`);
      if (column.number && !column.exact) {
        const number = scan.number(at);
        if (!Number.isNaN(number)) values[count] = number;
        else if (!this.#readCell(column, count, at)) return scan.needMore();
      } else if (scan.same(at, column.bytes, column.length)) {
        if (column.changes > 0) column.changes--;
        values[count] = column.text;
      } else {
        const text = column.changes > MAX_CHANGES && !column.id ? scan.short(at) : null;
        if (text !== null) values[count] = text;
        else if (!this.#readCell(column, count, at)) return scan.needMore();
      }
      at = scan.next;
      count++;
    } while (scan.delimiter === ANOTHER);
    scan.at = at;
    if (count !== columns.length)
      throw new BadFile(`the next row has ${count} cells, but the header has ${columns.length}`);
    // A row with a single empty quoted cell is skipped.
    return count === 1 && values[0] === undefined ? NO_ROW : this.#make(values);
  }

  /** Reads a cell that the fast paths cannot handle. Returns false if the cell is incomplete. */
  #readCell(column: Column, index: number, at: number): boolean {
    const scan = this.#scan;
    if (!scan.cell(at)) return false;
    if (scan.stop > scan.start) this.#values[index] = this.#value(column, at);
    else this.#values[index] = column.zero ? 0 : undefined;
    return true;
  }

  /**
   * The value of the scanned cell, which is not empty. Throws a `BadFile` for a rounded id and, in
   * a strict column, for text that is not a number.
   */
  #value(column: Column, at: number): number | string {
    const scan = this.#scan;
    const text = scan.text();
    if (!column.number) {
      if (column.id && isRounded(text))
        throw new BadFile(`${column.name} in the next row is ${text}: the id was rounded`);
      this.#keep(column, text, at);
      return text;
    }
    const value = numberOf(text);
    if (value === null && !column.strict) return text;
    if (value === null)
      throw new BadFile(
        `${column.name} in the next row is ${JSON.stringify(text.slice(0, 40))}, which is not a number`,
      );
    return column.exact ? plainNumber(text) : value;
  }

  /**
   * Keeps the text and bytes of the scanned cell. Does nothing if the cell is long or the column's
   * values change too often.
   */
  #keep(column: Column, text: string, at: number): void {
    if (column.changes > MAX_CHANGES) return;
    const { bytes, start, stop } = this.#scan;
    column.changes++;
    column.length = 0;
    if (text.length > MAX_KEPT_LENGTH || column.changes > MAX_CHANGES) return;
    // The length includes quotes, but not the delimiter.
    const length = (start === at ? stop : stop + 1) - at;
    if (length > column.bytes.length) column.bytes = new Uint8Array(length * 2);
    for (let index = 0; index < length; index++) column.bytes[index] = bytes[at + index] as number;
    column.text = text;
    column.length = length;
  }
}

/**
 * Throws a `BadFile` if the header of a file without rows is a sentence. In a sentence, each comma
 * is followed by a space and a letter, as in "Sorry, there is no report". If that is true of only
 * some commas, the line counts as a header. A header without a comma is never a sentence. The
 * caller must check that there are no rows.
 */
export function rejectSentence(names: readonly string[]): void {
  const further = names.slice(1);
  if (further.length > 0 && further.every((name) => /^\s\p{L}/u.test(name)))
    throw new BadFile(
      `it contains text instead of rows: ${JSON.stringify(names.join().slice(0, 80))}`,
    );
}

/**
 * Makes column names unique by appending `(2)` and so on. Two columns with the same name would
 * overwrite each other in the row.
 */
function withUniqueNames(columns: readonly CsvColumn[]): readonly Column[] {
  const taken = new Set(columns.map(({ name }) => name));
  // Next number to try for each name.
  const numbers = new Map<string, number>();
  return columns.map((column) => {
    let { name } = column;
    let number = numbers.get(name);
    if (number !== undefined)
      do name = `${column.name} (${number++})`;
      while (taken.has(name));
    numbers.set(column.name, number ?? 2);
    taken.add(name);
    return { ...column, name, text: "", bytes: NO_BYTES, length: 0, changes: 0 };
  });
}

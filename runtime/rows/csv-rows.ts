import { plainNumber } from "../decimal.js";
import { BadFile } from "../errors.js";
import { ANOTHER, CsvScanner } from "./csv-scanner.js";
import {
  type AnyRow,
  type MakeRow,
  MOST_COLUMNS,
  NO_KEYS,
  type RowReader,
  rowMaker,
} from "./reader.js";

/**
 * Parses a number. Returns the text itself for a number that JavaScript cannot hold (an integer
 * beyond 2 ** 53, or an overflow); a fraction becomes the nearest number. Null if the text is not a
 * number as JSON writes one, except that leading zeros are allowed.
 */
export function numberOf(text: string): number | string | null {
  if (!/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  const lossy = /^-?\d+$/.test(text) ? !Number.isSafeInteger(value) : !Number.isFinite(value);
  return lossy ? text : value;
}

/**
 * Whether an id is in exponent notation, such as `2.1786E+17`, `2E+17` or `2.1e17`, as spreadsheets
 * and floating-point numbers write long ones: it has lost digits. False for `2E17`, which may be a
 * text.
 */
export function isRounded(id: string): boolean {
  return /^\d(\.\d+[eE]\+?|[eE]\+)\d+$/.test(id);
}

// A column whose texts change more often than they stay the same: comparing them would cost more
// than it saves.
const MOST_CHANGES = 16;
// In characters. A longer text is not compared with later cells, which would cost its length in
// each row of short cells.
const LONGEST_KEPT = 256;
const NO_BYTES = new Uint8Array(0);
const NO_ROW: AnyRow = {};

/** How a column of the file is read. */
export interface CsvColumn {
  readonly name: string;
  /** Whether its values are ids: texts that must not lose a digit. */
  readonly id: boolean;
  /** Whether its values are numbers; otherwise they stay texts. */
  readonly number: boolean;
  /** Whether its numbers are texts with all digits of the file. */
  readonly exact: boolean;
  /** Whether a value that is not a number is an error; otherwise it stays a text. */
  readonly strict: boolean;
  /** Whether an empty cell is 0; otherwise it is missing. */
  readonly zero: boolean;
}

/** The columns of a file with this header. Throws if no report can have it. */
export type ReadHeader = (headers: readonly string[]) => readonly CsvColumn[];

interface Column extends CsvColumn {
  /** Last text of the column and its bytes: names and ids repeat from row to row. */
  text: string;
  bytes: Uint8Array;
  /** Number of those bytes; 0 if none are kept. */
  length: number;
  /** Number of times that the text changed, less those that it stayed the same; 0 or more. */
  changes: number;
}

/**
 * Rows of a CSV report. An empty cell is missing. If two columns have one name, the second is
 * called `name (2)`, or has the next free number.
 *
 * Headers are display names ("Campaign ID") that the API's description does not list: `readHeader`
 * maps them to columns. A file that was cut exactly after a row cannot be distinguished from a
 * complete one here; the download compares its length.
 */
export class CsvRows implements RowReader {
  readonly keys: readonly string[] = NO_KEYS;
  readonly #scan = new CsvScanner();
  readonly #readHeader: ReadHeader;
  #columns: readonly Column[] | null = null;
  /** The header, until the first row. */
  #headerOnly: readonly string[] = NO_KEYS;
  #make: MakeRow = rowMaker([]);
  /** Values of a row's cells, in the order of the columns. */
  #values: unknown[] = [];

  constructor(readHeader: ReadHeader) {
    this.#readHeader = readHeader;
  }

  /** Appends bytes; they are copied. */
  push(piece: Uint8Array): void {
    this.#scan.push(piece);
  }

  /** Marks the end of the file. */
  end(): void {
    this.#scan.ended = true;
  }

  /**
   * The next row; null if more bytes are needed or the file has ended. Throws a `BadFile` for
   * invalid CSV, an incomplete end, a wrong number of cells or a wrong value, and the errors of
   * `readHeader`.
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
   * Reads the header, and returns `NO_ROW`. Returns null, and takes nothing, if it is incomplete.
   */
  #header(): AnyRow | null {
    const scan = this.#scan;
    const names: string[] = [];
    let at = scan.at;
    do {
      if (!scan.cell(at)) return scan.needMore();
      if (names.length === MOST_COLUMNS)
        throw new BadFile(`it has more than ${MOST_COLUMNS.toLocaleString("en-US")} columns`);
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
   * Reads a row; `NO_ROW` for a blank one. Returns null, and takes nothing, if it is incomplete.
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
        const text = column.changes > MOST_CHANGES && !column.id ? scan.short(at) : null;
        if (text !== null) values[count] = text;
        else if (!this.#readCell(column, count, at)) return scan.needMore();
      }
      at = scan.next;
      count++;
    } while (scan.delimiter === ANOTHER);
    scan.at = at;
    if (count !== columns.length)
      throw new BadFile(`the next row has ${count} cells, and the header ${columns.length}`);
    // A row of one empty cell in quotes is skipped.
    return count === 1 && values[0] === undefined ? NO_ROW : this.#make(values);
  }

  /** Reads a cell that the fast paths do not take; false if it is incomplete. */
  #readCell(column: Column, index: number, at: number): boolean {
    const scan = this.#scan;
    if (!scan.cell(at)) return false;
    if (scan.stop > scan.start) this.#values[index] = this.#value(column, at);
    else this.#values[index] = column.zero ? 0 : undefined;
    return true;
  }

  /** Value of the cell that was scanned. */
  #value(column: Column, at: number): number | string {
    const scan = this.#scan;
    const text = scan.text();
    if (!column.number) {
      if (column.id && isRounded(text))
        throw new BadFile(`${column.name} of the next row is ${text}: an id that was rounded`);
      this.#keep(column, text, at);
      return text;
    }
    const value = numberOf(text);
    if (value === null && !column.strict) return text;
    if (value === null)
      throw new BadFile(
        `${column.name} of the next row is ${JSON.stringify(text.slice(0, 40))}, which is not a number`,
      );
    return column.exact ? plainNumber(text) : value;
  }

  /**
   * Keeps the text of the cell that was scanned and its bytes, unless it is long or the column's
   * texts change too often.
   */
  #keep(column: Column, text: string, at: number): void {
    if (column.changes > MOST_CHANGES) return;
    const { bytes, start, stop } = this.#scan;
    column.changes++;
    column.length = 0;
    if (text.length > LONGEST_KEPT || column.changes > MOST_CHANGES) return;
    // With its quotes, without the delimiter after it.
    const length = (start === at ? stop : stop + 1) - at;
    if (length > column.bytes.length) column.bytes = new Uint8Array(length * 2);
    for (let index = 0; index < length; index++) column.bytes[index] = bytes[at + index] as number;
    column.text = text;
    column.length = length;
  }
}

/**
 * Throws a `BadFile` if a header without rows reads like a sentence in place of a file: each comma is
 * followed by a space and a letter, as in "Sorry, there is no report". A name that only begins with
 * a space, or one such name among others, is a column.
 */
export function rejectSentence(names: readonly string[]): void {
  const further = names.slice(1);
  if (further.length > 0 && further.every((name) => /^\s\p{L}/u.test(name)))
    throw new BadFile(
      `it contains text instead of rows: ${JSON.stringify(names.join().slice(0, 80))}`,
    );
}

/**
 * Gives each column a unique name by appending `(2)` and so on, because two columns of one name
 * would be one member of the row.
 */
function withUniqueNames(columns: readonly CsvColumn[]): readonly Column[] {
  const taken = new Set(columns.map(({ name }) => name));
  // Next number to try for a name; none is tried twice.
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

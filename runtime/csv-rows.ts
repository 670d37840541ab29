import { ANOTHER, CsvBytes } from "./csv-bytes.js";
import { isRounded, numberOf } from "./csv-number.js";
import { type AnyRow, BadFile, memberName, type ReadEntry, type RowReader, rowMaker, setOwn } from "./row-reader.js";

const MOST_CHANGES = 16;
const NO_ROW: AnyRow = {};
const NO_KEYS: readonly string[] = [];

/** What a column of the file becomes. */
export interface CsvColumn {
  readonly name: string;
  /** Whether its values are ids: texts of which no digit may be lost. */
  readonly id: boolean;
  /** Whether its values are numbers; else they stay the texts that the file has. */
  readonly number: boolean;
  /** Whether a value that is no number is an error; else it stays a text. */
  readonly strict: boolean;
  /** Whether an empty cell is 0; else it is missing. */
  readonly zero: boolean;
}

/** What the columns of a file are that has this header; throws where it is none that a report can have. */
export type ReadHeader = (headers: readonly string[]) => readonly CsvColumn[];

interface Column extends CsvColumn {
  /** The last text and its bytes: names and ids repeat from row to row. */
  text: string;
  bytes: Uint8Array;
  /** How many times the text changed since it last stayed the same. */
  changes: number;
  /** Whether its name takes care to set. */
  readonly slow: boolean;
}

/**
 * Rows of a CSV report. An empty cell counts as missing. Where two columns have one name, the second is called `name (2)`, or as the next
 * number that is free.
 *
 * A header has display names ("Campaign ID") that the API's description does not name: `readHeader` says what they mean. A file that was cut
 * exactly behind a row cannot be told from a whole one here; the download compares its length.
 */
export class CsvRows implements RowReader {
  readonly #scan = new CsvBytes();
  readonly #readHeader: ReadHeader;
  readonly #make = rowMaker();
  #columns: readonly Column[] | null = null;

  constructor(readHeader: ReadHeader) {
    this.#readHeader = readHeader;
  }

  push(piece: Uint8Array): void {
    this.#scan.push(piece);
  }

  end(): void {
    this.#scan.ended = true;
  }

  next(): ReadEntry | null {
    while (this.#scan.ready()) {
      const columns = this.#columns;
      const row = columns === null ? this.#header() : this.#row(columns);
      if (row === null) return null;
      if (row !== NO_ROW) return { key: null, keys: NO_KEYS, row };
    }
    return null;
  }

  /** Reads the names of the columns; null, and nothing is taken, when they are not all there. */
  #header(): AnyRow | null {
    const scan = this.#scan;
    const names: string[] = [];
    let at = scan.at;
    do {
      if (!scan.cell(at)) return scan.starve();
      names.push(scan.text());
      at = scan.next;
    } while (scan.behind === ANOTHER);
    scan.at = scan.next;
    // An empty line before the header is none.
    if (names.length > 1 || names[0] !== "") this.#columns = apart(this.#readHeader(names));
    return NO_ROW;
  }

  /** Reads a row; null, and nothing is taken, when it is not all there. */
  #row(columns: readonly Column[]): AnyRow | null {
    const scan = this.#scan;
    const row = this.#make();
    let [count, filled] = [0, false];
    let at = scan.at;
    do {
      const column = columns[count++];
      const quick = column === undefined ? undefined : this.#quick(column, at);
      if (quick !== undefined && column !== undefined) row[column.name] = quick;
      else if (!scan.cell(at)) return scan.starve();
      else if (scan.stop > scan.start && column !== undefined) setOwn(row, column.name, this.#value(column, at));
      else if (column?.zero) row[column.name] = 0;
      filled ||= quick !== undefined || scan.stop > scan.start;
      at = scan.next;
    } while (scan.behind === ANOTHER);
    // An empty line is no row; a row of one empty cell cannot be told from it.
    if (count !== columns.length && (count > 1 || filled)) {
      throw new BadFile(`the next row has ${count} cells, and the header ${columns.length}`);
    }
    scan.at = scan.next;
    return count === 1 && !filled ? NO_ROW : row;
  }

  /** The value of a cell that can be taken at once; undefined, and nothing is taken, for any other. */
  #quick(column: Column, at: number): number | string | undefined {
    if (column.slow) return undefined;
    if (!column.number) {
      if (!this.#scan.same(at, column.bytes)) return undefined;
      column.changes = 0;
      return column.text;
    }
    const number = this.#scan.number(at);
    return Number.isNaN(number) ? undefined : number;
  }

  /** The value of the cell that was scanned. */
  #value(column: Column, at: number): number | string {
    const scan = this.#scan;
    const text = scan.text();
    if (!column.number) {
      if (column.id && isRounded(text)) throw new BadFile(`${column.name} of the next row is ${text}: an id that has lost digits`);
      // Where texts never repeat, remembering them costs more than it saves.
      if (column.changes++ > MOST_CHANGES) return text;
      column.text = text;
      // With the quotes around it, and without what is behind it.
      column.bytes = scan.bytes.slice(at, scan.start === at ? scan.stop : scan.stop + 1);
      return text;
    }
    const value = numberOf(text);
    if (value === null && !column.strict) return text;
    if (value === null) throw new BadFile(`${column.name} of the next row is ${JSON.stringify(text.slice(0, 40))}, which is no number`);
    return value;
  }
}

/** The columns, each with a name of its own: two of one name would be one member of the row. */
function apart(columns: readonly CsvColumn[]): readonly Column[] {
  const taken = new Set(columns.map(({ name }) => name));
  const seen = new Set<string>();
  return columns.map((column) => {
    let { name } = column;
    for (let count = 2; seen.has(column.name) && taken.has(name); count++) name = `${column.name} (${count})`;
    seen.add(column.name);
    taken.add(name);
    const own = memberName(name);
    return { ...column, name: own, text: "", bytes: new Uint8Array(0), changes: 0, slow: own === "__proto__" };
  });
}

import type { ReportEntry } from "./report.js";
import { type AnyRow, BadFile, type RowReader, setOwn } from "./row-reader.js";

const LONGEST_ROW = 16 * 1024 * 1024;
const LONG_ROW = 64 * 1024;
// V8 keeps a longer piece of a text as a view of the whole.
const LONGEST_COPY = 12;
const [QUOTE, COMMA, NEWLINE, RETURN] = [0x22, 0x2c, 0x0a, 0x0d];

/**
 * Rows of a CSV report. Columns are called as in the file's header: those are display names ("Campaign ID"), which the API does not
 * describe, so every value stays the text that the file has. An empty cell counts as missing. Where two columns have one name, the second
 * is called `name (2)`.
 *
 * A file that was cut exactly behind a row cannot be told from a whole one here; the download compares its length.
 */
export class CsvRows implements RowReader {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #text = "";
  #at = 0;
  #ended = false;
  /** How many characters must be there before a long row is tried again: else each piece would cost the whole row. */
  #wanted = 0;
  #names: readonly string[] | null = null;
  /** The cells of the record that was read last; used again for the next. */
  readonly #cells: string[] = [];

  push(piece: Uint8Array): void {
    this.#take(() => this.#decoder.decode(piece, { stream: true }));
  }

  end(): void {
    this.#take(() => this.#decoder.decode());
    this.#ended = true;
  }

  next(): ReportEntry<AnyRow> | null {
    for (;;) {
      if (!this.#record()) return null;
      const cells = this.#cells;
      // An empty line is no row; a row of one empty cell cannot be told from it.
      if (cells.length === 1 && cells[0] === "") continue;
      if (this.#names === null) this.#names = unique(cells);
      else return { key: null, row: this.#row(this.#names) };
    }
  }

  #take(decode: () => string): void {
    try {
      this.#text = this.#text.slice(this.#at) + decode();
      this.#at = 0;
    } catch {
      throw new BadFile("it is not UTF-8");
    }
  }

  #row(names: readonly string[]): AnyRow {
    const cells = this.#cells;
    if (cells.length !== names.length) throw new BadFile(`the next row has ${cells.length} cells, and the header ${names.length}`);
    const row: AnyRow = {};
    for (let index = 0; index < names.length; index++) {
      const cell = cells[index] as string;
      if (cell !== "") setOwn(row, names[index] as string, cell);
    }
    return row;
  }

  /** Reads the cells of the next record; false, and nothing is taken, when it is not all there. */
  #record(): boolean {
    const text = this.#text;
    if (this.#at >= text.length || (!this.#ended && text.length - this.#at < this.#wanted)) return false;
    this.#wanted = 0;
    const cells = this.#cells;
    cells.length = 0;
    for (let at = this.#at; ; at++) {
      const end = text.charCodeAt(at) === QUOTE ? this.#quoted(at) : this.#plain(at);
      if (end < 0) return this.#starve();
      const after = text.charCodeAt(end);
      if (after === COMMA) {
        at = end;
        continue;
      }
      const stop = after === RETURN ? end + 1 : end;
      if (stop >= text.length ? !this.#ended : text.charCodeAt(stop) !== NEWLINE) {
        if (stop >= text.length) return this.#starve();
        throw new BadFile("something follows a closing quote");
      }
      this.#at = Math.min(stop + 1, text.length);
      return true;
    }
  }

  #starve(): false {
    if (this.#ended) throw new BadFile("it ends inside a quoted cell");
    const left = this.#text.length - this.#at;
    if (left > LONGEST_ROW) throw new BadFile("it has a row of more than 16 MiB");
    if (left > LONG_ROW) this.#wanted = left * 1.5;
    return false;
  }

  /** Reads a cell without quotes up to where it ends; -1 when that is not there yet. */
  #plain(start: number): number {
    const text = this.#text;
    let at = start;
    for (; at < text.length; at++) {
      const character = text.charCodeAt(at);
      if (character === COMMA || character === NEWLINE) break;
    }
    if (at === text.length && !this.#ended) return -1;
    if (text.charCodeAt(at - 1) === RETURN && at > start && text.charCodeAt(at) !== COMMA) at--;
    this.#cells.push(detached(text.slice(start, at)));
    return at;
  }

  /** Reads a cell in quotes, up to behind the closing one; -1 when that is not there yet. */
  #quoted(start: number): number {
    const text = this.#text;
    let cell = "";
    for (let from = start + 1; ; ) {
      const quote = text.indexOf('"', from);
      // A quote at the end of a piece may be the first of two.
      if (quote < 0 || (quote + 1 === text.length && !this.#ended)) return -1;
      cell += text.slice(from, quote);
      if (text.charCodeAt(quote + 1) !== QUOTE) {
        this.#cells.push(detached(cell));
        return quote + 1;
      }
      cell += '"';
      from = quote + 2;
    }
  }
}

/** The same text without the piece of the file that it was cut from: else one kept name would keep the whole piece in memory. */
function detached(text: string): string {
  return text.length > LONGEST_COPY ? ` ${text}`.slice(1) : text;
}

function unique(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

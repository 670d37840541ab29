import { type JsonBytes, shown, Wanted } from "./json-bytes.js";
import { readNumber } from "./json-number.js";
import { type AnyRow, BadFile, MOST_COLUMNS, setOwn } from "./reader.js";
import { emptyRows, memberName } from "./row-factory.js";

const MOST_LEVELS = 32;
const [QUOTE, COMMA, COLON, MINUS, ZERO, NINE] = [0x22, 0x2c, 0x3a, 0x2d, 0x30, 0x39];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, TRUE, FALSE, NULL] = [0x7b, 0x7d, 0x5b, 0x5d, 0x74, 0x66, 0x6e];
const MOST_LEFT_OUT = 4;
const MOST_CHANGES = 16;
// So many are remembered of a file.
const MOST_KNOWN = 2_000;
const NEVER = new Wanted(new Uint8Array(0));

/** A column that was seen, as the file writes it. */
interface Column {
  readonly name: string;
  /** Its key with the quotes. */
  readonly key: Wanted;
  readonly id: boolean;
  /** The column that came after this one the last time. */
  next: Column | null;
  /** The last text of the column, and its bytes: names and dates repeat from row to row. */
  text: string;
  /** How many times the text changed since it last stayed the same. */
  changes: number;
  textBytes: Wanted | null;
}

/** Reads one row after the other, which mostly have the same columns in the same order. */
export class JsonRow {
  readonly #scan: JsonBytes;
  readonly #ids: ReadonlySet<string>;
  readonly #columns = new Map<string, Column>();
  readonly #make = emptyRows();
  #first: Column | null = null;

  constructor(scan: JsonBytes, ids: readonly string[]) {
    this.#scan = scan;
    this.#ids = new Set(ids);
  }

  /**
   * Whether the object that begins here is a row: whether it has a member and, where `mayBeWay`, the first that is not null is no object and no
   * list. Takes nothing.
   */
  isHere(mayBeWay: boolean): boolean {
    const scan = this.#scan;
    const start = scan.at++;
    const row = scan.token() !== CLOSE && (!mayBeWay || this.#holdsScalar());
    scan.at = start;
    return row;
  }

  /** Whether the first member that is not null, from this one on, is no object and no list. */
  #holdsScalar(): boolean {
    const scan = this.#scan;
    do {
      scan.token();
      scan.skipText();
      scan.expect(COLON);
      const character = scan.token();
      if (character !== NULL) return character !== OPEN && character !== OPEN_LIST;
      scan.word("null", null);
    } while (!this.#ends(CLOSE));
    return false;
  }

  /** Takes the row that begins here. */
  read(): AnyRow {
    const scan = this.#scan;
    const row = this.#make();
    scan.at++;
    let members = 0;
    for (let before: Column | null = null; ; ) {
      if (++members > MOST_COLUMNS) throw new BadFile(`a row has more than ${MOST_COLUMNS.toLocaleString("en-US")} columns`);
      if (scan.token() !== QUOTE) scan.stumble(scan.at);
      const column: Column = this.#foreseen(before === null ? this.#first : before.next) ?? this.#column(before);
      scan.expect(COLON);
      const character = scan.token();
      const value = character === QUOTE ? this.#text(column) : this.#value(character, column.id, 0);
      if (value !== null) setOwn(row, column.name, value);
      before = column;
      if (this.#ends(CLOSE)) return row;
    }
  }

  /** Takes the value that comes next, whatever it is. */
  value(): unknown {
    return this.#value(this.#scan.token(), false, 0);
  }

  /** Takes the key of a column that was foreseen: this one or, where values are left out, one of those after it. */
  #foreseen(first: Column | null): Column | null {
    const scan = this.#scan;
    let column = first;
    for (let tries = 0; column !== null && tries < MOST_LEFT_OUT; tries++) {
      if (column.key.isAt(scan, scan.at)) {
        scan.at += column.key.length;
        return column;
      }
      column = column.next;
    }
    return null;
  }

  /** Takes the key of a column, and remembers that it came after the one before. */
  #column(before: Column | null): Column {
    const scan = this.#scan;
    const start = scan.at;
    const text = scan.text();
    let column = this.#columns.get(text);
    if (column === undefined) {
      const id = text.endsWith("_ID") || this.#ids.has(text);
      // A file whose rows have ever new members would fill the memory, and gains nothing.
      if (this.#columns.size === MOST_KNOWN)
        return { name: text, key: NEVER, id, next: null, text: "", changes: MOST_CHANGES + 1, textBytes: null };
      const key = new Wanted(scan.bytes.slice(start, scan.at));
      column = { name: memberName(text), key, id, next: null, text: "", changes: 0, textBytes: null };
      this.#columns.set(text, column);
    }
    if (before === null) this.#first = column;
    else before.next = column;
    return column;
  }

  #text(column: Column): string {
    const scan = this.#scan;
    const start = scan.at;
    if (column.textBytes?.isAt(scan, start)) {
      scan.at += column.textBytes.length;
      column.changes = 0;
      return column.text;
    }
    const text = scan.text();
    // Where texts never repeat, remembering them costs more than it saves.
    if (column.changes++ > MOST_CHANGES) column.textBytes = null;
    else {
      column.text = text;
      column.textBytes = new Wanted(scan.bytes.slice(start, scan.at));
    }
    return text;
  }

  #value(character: number, id: boolean, level: number): unknown {
    const scan = this.#scan;
    if (character === MINUS || (character >= ZERO && character <= NINE)) return readNumber(scan, id);
    if (character === QUOTE) return scan.text();
    if (character === TRUE) return scan.word("true", true);
    if (character === FALSE) return scan.word("false", false);
    if (character === NULL) return scan.word("null", null);
    if (level === MOST_LEVELS) throw new BadFile(`a value has more than ${MOST_LEVELS} levels`);
    if (character === OPEN_LIST) return this.#list(id, level + 1);
    if (character === OPEN) return this.#object(level + 1);
    throw new BadFile(`${shown(character)} is no value`);
  }

  #list(id: boolean, level: number): unknown[] {
    const scan = this.#scan;
    const list: unknown[] = [];
    scan.at++;
    if (scan.token() === CLOSE_LIST) scan.at++;
    else
      do list.push(this.#value(scan.token(), id, level));
      while (!this.#ends(CLOSE_LIST));
    return list;
  }

  #object(level: number): AnyRow {
    const scan = this.#scan;
    const object: AnyRow = {};
    scan.at++;
    if (scan.token() === CLOSE) scan.at++;
    else
      do {
        if (scan.token() !== QUOTE) scan.stumble(scan.at);
        const name = scan.text();
        scan.expect(COLON);
        setOwn(object, name, this.#value(scan.token(), name.endsWith("_ID") || this.#ids.has(name), level));
      } while (!this.#ends(CLOSE));
    return object;
  }

  /** Takes what follows a value: the end of the object or list, or a comma. */
  #ends(close: number): boolean {
    const scan = this.#scan;
    const character = scan.token();
    if (character !== close && character !== COMMA) scan.stumble(scan.at);
    scan.at++;
    return character === close;
  }
}

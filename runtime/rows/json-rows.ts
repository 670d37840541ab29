import { BadFile } from "../errors.js";
import {
  BytePattern,
  JsonScanner,
  NEED_INPUT,
  quoteByte,
  readDigits,
  readNumber,
} from "./json-scanner.js";
import {
  type AnyRow,
  emptyRows,
  LONG_ROW_BYTES,
  MAX_COLUMNS,
  MAX_ROW_BYTES,
  memberName,
  NO_KEYS,
  type RowReader,
  setOwn,
} from "./reader.js";

const MAX_LEVELS = 32;
const [QUOTE, COMMA, COLON, MINUS, ZERO, NINE] = [0x22, 0x2c, 0x3a, 0x2d, 0x30, 0x39];
const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, TRUE, FALSE, NULL] = [
  0x7b, 0x7d, 0x5b, 0x5d, 0x74, 0x66, 0x6e,
];
const MAX_OMITTED = 4;
const MAX_CHANGES = 16;
// Number of columns to remember per file.
const MAX_KNOWN = 2_000;
const NEVER = new BytePattern(new Uint8Array(0));

interface Column {
  readonly name: string;
  /** The column's key in the file, with quotes. */
  readonly key: BytePattern;
  readonly id: boolean;
  /** Whether numbers stay strings, with all their digits from the file. */
  readonly exact: boolean;
  /** The column that came next in the previous row. */
  next: Column | null;
  /**
   * The column's last string; `textBytes` contains its bytes. Names and dates are often the same in
   * the next row.
   */
  text: string;
  /** Number of consecutive rows in which the string changed. */
  changes: number;
  textBytes: BytePattern | null;
}

/**
 * Reads JSON rows and values one at a time. Fast for rows with the same columns in the same order.
 * All methods throw `NEED_INPUT` where the bytes end, and a `BadFile` for invalid JSON.
 */
export class JsonRow {
  readonly #scan: JsonScanner;
  readonly #ids: ReadonlySet<string>;
  readonly #exact: ReadonlySet<string>;
  readonly #columns = new Map<string, Column>();
  readonly #make = emptyRows();
  #first: Column | null = null;

  constructor(scan: JsonScanner, ids: readonly string[], exact: readonly string[] = []) {
    this.#scan = scan;
    this.#ids = new Set(ids);
    this.#exact = new Set(exact);
  }

  /**
   * Whether the object at this position is a row. A row has at least one member. With `mayBePath`,
   * its first member that is not null must not be an object or a list. Consumes nothing.
   */
  isHere(mayBePath: boolean): boolean {
    const scan = this.#scan;
    const start = scan.at++;
    const row = scan.token() !== CLOSE && (!mayBePath || this.#holdsScalar());
    scan.at = start;
    return row;
  }

  /** Whether the next member that is not null is a string, number or boolean. */
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

  /**
   * Consumes the row at this position and returns it, without members that are null. Values of id
   * columns are strings.
   */
  read(): AnyRow {
    const scan = this.#scan;
    const row = this.#make();
    scan.at++;
    let members = 0;
    for (let before: Column | null = null; ; ) {
      if (++members > MAX_COLUMNS)
        throw new BadFile(`a row has more than ${MAX_COLUMNS.toLocaleString("en-US")} columns`);
      if (scan.token() !== QUOTE) scan.unexpectedByte(scan.at);
      const column: Column =
        this.#expectedColumn(before === null ? this.#first : before.next) ?? this.#column(before);
      scan.expect(COLON);
      const character = scan.token();
      const value =
        character === QUOTE
          ? this.#text(column)
          : column.exact && isNumeric(character)
            ? readDigits(scan)
            : this.#value(character, column.id, 0);
      if (value !== null) setOwn(row, column.name, value);
      before = column;
      if (this.#ends(CLOSE)) return row;
    }
  }

  /** Consumes the next value, of any type, and returns it. */
  value(): unknown {
    return this.#value(this.#scan.token(), false, 0);
  }

  /**
   * Consumes the key of an expected column. Expects `first` or, because values may be missing, one
   * of the columns after it. Returns null for any other key.
   */
  #expectedColumn(first: Column | null): Column | null {
    const scan = this.#scan;
    let column = first;
    for (let tries = 0; column !== null && tries < MAX_OMITTED; tries++) {
      if (column.key.isAt(scan, scan.at)) {
        scan.at += column.key.length;
        return column;
      }
      column = column.next;
    }
    return null;
  }

  /** Consumes the key of a column, and remembers that this column followed the previous one. */
  #column(before: Column | null): Column {
    const scan = this.#scan;
    const start = scan.at;
    const text = scan.text();
    let column = this.#columns.get(text);
    if (column === undefined) {
      const id = text.endsWith("_ID") || this.#ids.has(text);
      const exact = this.#exact.has(text);
      // Beyond the limit, columns are not remembered, so that a file whose rows keep adding new
      // members cannot fill the memory.
      if (this.#columns.size === MAX_KNOWN)
        return {
          name: text,
          key: NEVER,
          id,
          exact,
          next: null,
          text: "",
          changes: MAX_CHANGES + 1,
          textBytes: null,
        };
      const key = new BytePattern(scan.bytes.slice(start, scan.at));
      column = {
        name: memberName(text),
        key,
        id,
        exact,
        next: null,
        text: "",
        changes: 0,
        textBytes: null,
      };
      this.#columns.set(text, column);
    }
    if (before === null) this.#first = column;
    else before.next = column;
    return column;
  }

  /** Consumes a string, which often equals the column's previous value. */
  #text(column: Column): string {
    const scan = this.#scan;
    const start = scan.at;
    if (column.textBytes?.isAt(scan, start)) {
      scan.at += column.textBytes.length;
      column.changes = 0;
      return column.text;
    }
    const text = scan.text();
    // Comparing strings that never repeat costs more than it saves.
    if (column.changes++ > MAX_CHANGES) column.textBytes = null;
    else {
      column.text = text;
      column.textBytes = new BytePattern(scan.bytes.slice(start, scan.at));
    }
    return text;
  }

  /**
   * Consumes the value that begins with `character`. With `id`, numbers become strings. `level` is
   * how deeply the value is nested. Throws a `BadFile` beyond 32 levels.
   */
  #value(character: number, id: boolean, level: number): unknown {
    const scan = this.#scan;
    if (isNumeric(character)) return readNumber(scan, id);
    if (character === QUOTE) return scan.text();
    if (character === TRUE) return scan.word("true", true);
    if (character === FALSE) return scan.word("false", false);
    if (character === NULL) return scan.word("null", null);
    if (level === MAX_LEVELS)
      throw new BadFile(`a value is nested more than ${MAX_LEVELS} levels deep`);
    if (character === OPEN_LIST) return this.#list(id, level + 1);
    if (character === OPEN) return this.#object(level + 1);
    throw new BadFile(`found ${quoteByte(character)} instead of a value`);
  }

  /** Consumes a list. With `id`, numbers in the list are returned as strings. */
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

  /** Consumes an object. Ids become strings. */
  #object(level: number): AnyRow {
    const scan = this.#scan;
    const object: AnyRow = {};
    scan.at++;
    if (scan.token() === CLOSE) scan.at++;
    else
      do {
        if (scan.token() !== QUOTE) scan.unexpectedByte(scan.at);
        const name = scan.text();
        scan.expect(COLON);
        setOwn(
          object,
          name,
          this.#value(scan.token(), name.endsWith("_ID") || this.#ids.has(name), level),
        );
      } while (!this.#ends(CLOSE));
    return object;
  }

  /**
   * Consumes the comma after a value, or the end of the object or list. Returns whether it was the
   * end.
   */
  #ends(close: number): boolean {
    const scan = this.#scan;
    const character = scan.token();
    if (character !== close && character !== COMMA) scan.unexpectedByte(scan.at);
    scan.at++;
    return character === close;
  }
}

/** Whether a number can begin with this character. */
function isNumeric(character: number): boolean {
  return character === MINUS || (character >= ZERO && character <= NINE);
}

// Keys of an error response. The outermost keys of a report are ids or dates.
const ERRORS = ["error", "errors"];

/** Keys on the path to a value, outermost first. */
type Keys = readonly string[];

interface Container {
  readonly list: boolean;
  readonly keys: Keys;
}

/** What may come next in the file. */
type State = "root" | "value" | "next-value" | "key" | "next-key" | "after" | "done";

/**
 * Reads the rows of a JSON report at any depth. The rows may be under ids, under dates, under both,
 * or in a plain list.
 *
 * These objects are rows:
 * - an object in a list under a key
 * - any other object whose first non-null member is neither an object nor a list, except the
 *   outermost one
 *
 * All other objects and lists are containers on the path to rows.
 *
 * Values are as in the file, with three exceptions:
 * - A property that is `null` is left out.
 * - An id is a string, exact to the last digit.
 * - An integer too large for a number is a string, exact to the last digit.
 */
export class JsonRows implements RowReader {
  keys: Keys = NO_KEYS;
  readonly #scan = new JsonScanner();
  readonly #row: JsonRow;
  readonly #fill: readonly string[];
  readonly #open: Container[] = [];
  #state: State = "root";
  #ended = false;
  /**
   * Number of bytes to wait for before a long row is scanned again. Without this, the whole row
   * would be scanned for each chunk.
   */
  #needed = 0;

  /**
   * `texts` lists columns whose values become strings even if they are numbers. The same applies to
   * all columns named `*_ID`. `fill` lists columns that become 0 if a row lacks them. `exact` lists
   * columns whose numbers stay strings, with all their digits from the file.
   */
  constructor(
    texts: readonly string[],
    {
      fill = [],
      exact = [],
    }: { readonly fill?: readonly string[]; readonly exact?: readonly string[] } = {},
  ) {
    this.#row = new JsonRow(this.#scan, texts, exact);
    this.#fill = fill;
  }

  /** Appends a copy of these bytes. */
  push(piece: Uint8Array): void {
    this.#scan.push(piece);
  }

  /** Marks the end of the file. */
  end(): void {
    this.#ended = true;
  }

  /**
   * Returns the next row; null if more bytes are needed or the file has ended. Throws a `BadFile`
   * if the file is not valid JSON, is not a report, or is truncated.
   */
  next(): AnyRow | null {
    const scan = this.#scan;
    if (!this.#ended && scan.left < this.#needed) return null;
    this.#needed = 0;
    for (;;) {
      const start = scan.at;
      try {
        const character = scan.token();
        if (this.#state === "done") this.#finish(character);
        const row = this.#step(character);
        if (row === null) continue;
        for (const name of this.#fill) if (row[name] === undefined) row[name] = 0;
        return row;
      } catch (error) {
        if (error !== NEED_INPUT) throw error;
        scan.at = start;
        return this.#needMore();
      }
    }
  }

  /**
   * Called when parsing needs more bytes than have been received. Returns null. Throws a `BadFile`
   * if the file ends too early, or if a row exceeds 16 MiB.
   */
  #needMore(): null {
    const { left } = this.#scan;
    if (this.#ended && this.#state !== "done") throw new BadFile("it ends too early");
    if (left > MAX_ROW_BYTES) throw new BadFile("it has a row of more than 16 MiB");
    if (left > LONG_ROW_BYTES) this.#needed = left * 1.5;
    return null;
  }

  /** Throws a `BadFile`, because only white space may follow the file's value. */
  #finish(character: number): never {
    throw new BadFile(`unexpected ${quoteByte(character)} after its end`);
  }

  /**
   * Consumes one token on the path to the rows and returns null, or consumes a row and returns it.
   * The state changes only if the whole token or row has arrived.
   */
  #step(character: number): AnyRow | null {
    const state = this.#state;
    const scan = this.#scan;
    if (state === "after") return this.#after(character);
    if (state === "key" || state === "next-key") {
      if (state === "key" && character === CLOSE) return this.#close(false);
      if (character !== QUOTE) throw new BadFile(`found ${quoteByte(character)} instead of a key`);
      const key = scan.text();
      scan.expect(COLON);
      return this.#value(scan.token(), Object.freeze([...this.#enclosingKeys(), key]));
    }
    if (state === "value" && character === CLOSE_LIST) return this.#close(true);
    return this.#value(character, this.#enclosingKeys());
  }

  /** Returns the keys on the path to the innermost container. */
  #enclosingKeys(): Keys {
    return this.#open.at(-1)?.keys ?? NO_KEYS;
  }

  /** Consumes a comma or the end of a container after a value. */
  #after(character: number): null {
    const list = this.#open.at(-1)?.list === true;
    if (character !== COMMA) return this.#close(list, character);
    this.#scan.at++;
    this.#state = list ? "next-value" : "next-key";
    return null;
  }

  /** Consumes the end of a container. */
  #close(list: boolean, character: number = list ? CLOSE_LIST : CLOSE): null {
    if (character !== (list ? CLOSE_LIST : CLOSE))
      throw new BadFile(`unexpected ${quoteByte(character)} after a value`);
    this.#scan.at++;
    this.#open.pop();
    this.#state = this.#open.length === 0 ? "done" : "after";
    return null;
  }

  /**
   * Consumes a row and returns it. For the start of a container or a null, consumes it and returns
   * null. Throws a `BadFile` for any other value.
   */
  #value(character: number, keys: Keys): AnyRow | null {
    const scan = this.#scan;
    const container = this.#open.at(-1);
    if (
      character === OPEN &&
      container !== undefined &&
      this.#row.isHere(!container.list || keys.length === 0)
    ) {
      if (keys !== this.keys && ERRORS.includes(keys[0] ?? ""))
        throw new BadFile("it contains an error instead of rows");
      const row = this.#row.read();
      this.keys = keys;
      this.#state = "after";
      return row;
    }
    if (character === OPEN || character === OPEN_LIST) {
      if (this.#open.length === MAX_LEVELS)
        throw new BadFile(`it is nested more than ${MAX_LEVELS} levels deep`);
      scan.at++;
      this.#open.push({ list: character === OPEN_LIST, keys });
      this.#state = character === OPEN_LIST ? "value" : "key";
    } else {
      // The value of an id or a date without rows may be null. Any other value means that the file
      // is not a report.
      if (container === undefined || character !== NULL)
        throw new BadFile("it contains a value that is not a row");
      scan.word("null", null);
      this.#state = "after";
    }
    return null;
  }
}

/**
 * Parses a JSON file like `JSON.parse`, but keeps the digits of ids and large numbers. Ids (`*_ID`
 * and the names in `ids`) become strings. So do integers too large for a number, and numbers that
 * overflow. A byte order mark is skipped. A file that ends directly after a bare number counts as
 * incomplete, so append a line feed. Throws a `BadFile` for invalid or incomplete JSON, a
 * rounded id, more than 32 levels, or a number of more than 1,000 characters.
 */
export function readJson(bytes: Uint8Array, ids: readonly string[]): unknown {
  const scan = new JsonScanner();
  scan.push(
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes,
  );
  try {
    const value = new JsonRow(scan, ids).value();
    if (scan.blank()) return value;
    throw new BadFile(`unexpected ${quoteByte(scan.token())} after its end`);
  } catch (error) {
    throw error === NEED_INPUT ? new BadFile("it ends too early") : error;
  }
}

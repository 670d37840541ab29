import { JsonBytes, MORE, shown } from "./json-bytes.js";
import { JsonRow } from "./json-row.js";
import { type AnyRow, BadFile, LONG_ROW, LONGEST_ROW, NO_KEYS, type RowReader } from "./reader.js";

const MOST_LEVELS = 32;
// Where APIs put what went wrong; a report's outermost keys are ids or dates.
const ERRORS = ["error", "errors"];

const [COMMA, COLON, QUOTE, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, NULL] = [0x2c, 0x3a, 0x22, 0x7b, 0x7d, 0x5b, 0x5d, 0x6e];

/** The keys on the way to a value, outermost first. */
type Keys = readonly string[];

interface Container {
  readonly list: boolean;
  readonly keys: Keys;
}

/** What may come next: the file's only value, a first or a later value of a list, a first or a later key, what follows a value, nothing. */
type State = "root" | "value" | "next-value" | "key" | "next-key" | "after" | "done";

/**
 * Rows of a JSON report, however deep they lie: below ids, below dates, below both, or in a plain list. A row is an object in a list below a
 * key; elsewhere, but for the outermost, an object whose first member that is not null is no object and no list. All other objects and lists
 * are ways to rows.
 *
 * Values are as in the file but for three things: `null` counts as missing; ids are texts, exact to the last digit; an integer that a
 * number cannot hold is the text that the file has, so that no digit is lost.
 */
export class JsonRows implements RowReader {
  keys: Keys = NO_KEYS;
  readonly #scan = new JsonBytes();
  readonly #row: JsonRow;
  readonly #fill: readonly string[];
  readonly #open: Container[] = [];
  #state: State = "root";
  #ended = false;
  /** How many bytes must be there before a long row is tried again: else each piece would cost the whole row. */
  #wanted = 0;

  /**
   * `texts` are columns whose values are texts even where the file has numbers, beside all that are named `*_ID`; those of `fill` are 0 where a
   * row lacks them.
   */
  constructor(texts: readonly string[], fill: readonly string[]) {
    this.#row = new JsonRow(this.#scan, texts);
    this.#fill = fill;
  }

  push(piece: Uint8Array): void {
    this.#scan.push(piece);
  }

  end(): void {
    this.#ended = true;
  }

  next(): AnyRow | null {
    const scan = this.#scan;
    if (!this.#ended && scan.left < this.#wanted) return null;
    this.#wanted = 0;
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
        if (error !== MORE) throw error;
        scan.at = start;
        return this.#starve();
      }
    }
  }

  /** No byte is left of what came so far. */
  #starve(): null {
    const { left } = this.#scan;
    if (this.#ended && this.#state !== "done") throw new BadFile("it ends too early");
    if (left > LONGEST_ROW) throw new BadFile("it has a row of more than 16 MiB");
    if (left > LONG_ROW) this.#wanted = left * 1.5;
    return null;
  }

  #finish(character: number): never {
    throw new BadFile(`${shown(character)} follows its end`);
  }

  /** One token of the way to the rows, or one row. State changes only when all of it is there. */
  #step(character: number): AnyRow | null {
    const state = this.#state;
    const scan = this.#scan;
    if (state === "after") return this.#after(character);
    if (state === "key" || state === "next-key") {
      if (state === "key" && character === CLOSE) return this.#close(false);
      if (character !== QUOTE) throw new BadFile(`${shown(character)} stands where a key should`);
      const key = scan.text();
      scan.expect(COLON);
      return this.#value(scan.token(), Object.freeze([...this.#around(), key]));
    }
    if (state === "value" && character === CLOSE_LIST) return this.#close(true);
    return this.#value(character, this.#around());
  }

  /** The keys on the way to the innermost container. */
  #around(): Keys {
    return this.#open.at(-1)?.keys ?? NO_KEYS;
  }

  #after(character: number): null {
    const list = this.#open.at(-1)?.list === true;
    if (character !== COMMA) return this.#close(list, character);
    this.#scan.at++;
    this.#state = list ? "next-value" : "next-key";
    return null;
  }

  #close(list: boolean, character: number = list ? CLOSE_LIST : CLOSE): null {
    if (character !== (list ? CLOSE_LIST : CLOSE)) throw new BadFile(`${shown(character)} stands after a value`);
    this.#scan.at++;
    this.#open.pop();
    this.#state = this.#open.length === 0 ? "done" : "after";
    return null;
  }

  #value(character: number, keys: Keys): AnyRow | null {
    const scan = this.#scan;
    const around = this.#open.at(-1);
    if (character === OPEN && around !== undefined && this.#row.isHere(!around.list || keys.length === 0)) {
      if (keys !== this.keys && ERRORS.includes(keys[0] ?? "")) throw new BadFile("it holds an error instead of rows");
      const row = this.#row.read();
      this.keys = keys;
      this.#state = "after";
      return row;
    }
    if (character === OPEN || character === OPEN_LIST) {
      if (this.#open.length === MOST_LEVELS) throw new BadFile(`it has more than ${MOST_LEVELS} levels`);
      scan.at++;
      this.#open.push({ list: character === OPEN_LIST, keys });
      this.#state = character === OPEN_LIST ? "value" : "key";
    } else {
      // An id or a date may have no rows; anything else here means that this is no report.
      if (around === undefined || character !== NULL) throw new BadFile("it holds a value that is no row");
      scan.word("null", null);
      this.#state = "after";
    }
    return null;
  }
}

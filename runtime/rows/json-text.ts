import { BadFile } from "../errors.js";
import { numberIn } from "./json-scanner.js";
import { type AnyRow, NO_KEYS, setOwn } from "./reader.js";

const MOST_LEVELS = 32;
// White space, then a mark, the quote before a string, a number or a word; a match of length 0 after the white space is none of them.
const TOKEN = /[ \t\r\n]*([[\]{}:,"]|[-\w.+]+|)/y;

const WORD = /^(true|false|null)$/;

/** A row of a report, with the keys above it, outermost first. */
export interface KeyedRow {
  readonly row: AnyRow;
  readonly keys: readonly string[];
}

/**
 * Lazily yields the rows of a whole JSON report, which is held as text: the same rows, with the same values and keys, as those of
 * `JsonRows`, which reads bytes as they arrive. `texts`: columns whose values are ids or texts even if the file has numbers, besides all
 * that are named `*_ID`. Throws a `BadFile` if the text is not valid JSON, not a report, or incomplete at its end.
 */
export function rowsInText(text: string, texts: readonly string[]): Generator<KeyedRow> {
  return new JsonText(text, new Set(texts)).rows();
}

class JsonText {
  readonly #text: string;
  readonly #texts: ReadonlySet<string>;
  #at = 0;
  /** The token that ends at the position; empty at the end of the text, and a single quote for a string without an end. */
  #token = "";

  constructor(text: string, texts: ReadonlySet<string>) {
    this.#text = text;
    this.#texts = texts;
    this.#next();
  }

  *rows(): Generator<KeyedRow> {
    yield* this.#rows({ keys: NO_KEYS, inList: true, level: 0 });
    if (this.#token !== "" || this.#at < this.#text.length) this.#unexpected();
  }

  /** The rows of the value that begins here. */
  *#rows({ keys, inList, level }: { keys: readonly string[]; inList: boolean; level: number }): Generator<KeyedRow> {
    const first = this.#token;
    if (first === "{" && level > 0 && this.#isRow(!inList || keys.length === 0)) {
      if (keys[0] === "error" || keys[0] === "errors") throw new BadFile("it contains an error instead of rows");
      yield { row: this.#object(true, 0), keys };
    } else if (first === "{" || first === "[") {
      if (level === MOST_LEVELS) throw new BadFile(`it has more than ${MOST_LEVELS} levels`);
      for (const key of this.#items(first)) {
        const path = key === null ? keys : Object.freeze([...keys, key]);
        yield* this.#rows({ keys: path, inList: key === null, level: level + 1 });
      }
    } else {
      // An id or a date may have no rows, written as null. Any other value means that this is not a report.
      if (first === "") this.#unexpected();
      if (level === 0 || first !== "null") throw new BadFile("it contains a value that is not a row");
      this.#next();
    }
  }

  /**
   * Whether the object that begins here is a row: whether it has a member and, if `mayBePath`, its first member that is not null is neither
   * an object nor a list. Takes nothing.
   */
  #isRow(mayBePath: boolean): boolean {
    const [at, token] = [this.#at, this.#token];
    let isRow = false;
    for (const _ of this.#items("{")) {
      if (mayBePath && this.#token === "null") this.#next();
      else {
        isRow = !mayBePath || (this.#token !== "{" && this.#token !== "[");
        break;
      }
    }
    [this.#at, this.#token] = [at, token];
    return isRow;
  }

  /** Takes the brackets and marks of the container that begins here; yields before each value its key, null in a list. */
  *#items(open: "{" | "["): Generator<string | null> {
    const close = open === "{" ? "}" : "]";
    this.#next();
    if (this.#token !== close)
      for (;;) {
        if (open === "{") {
          const key = this.#string();
          this.#take(":");
          yield key;
        } else yield null;
        if (this.#token === close) break;
        this.#take(",");
      }
    this.#next();
  }

  /** Takes the object that begins here; without its members that are null if it is a row. */
  #object(isRow: boolean, level: number): AnyRow {
    const object: AnyRow = {};
    for (const name of this.#items("{") as Iterable<string>) {
      const value = this.#value(name.endsWith("_ID") || this.#texts.has(name), level);
      if (!isRow || value !== null) setOwn(object, name, value);
    }
    return object;
  }

  /** Takes the value that begins here. */
  #value(id: boolean, level: number): unknown {
    const token = this.#token;
    if (token.startsWith('"')) return this.#string();
    if (token === "{" || token === "[") {
      if (level === MOST_LEVELS) throw new BadFile(`a value has more than ${MOST_LEVELS} levels`);
      if (token === "{") return this.#object(false, level + 1);
      return Array.from(this.#items("["), () => this.#value(id, level + 1));
    }
    const isWord = WORD.test(token);
    if (!isWord && !/^[-\d]/.test(token)) this.#unexpected();
    this.#next();
    return isWord ? JSON.parse(token) : numberIn(token, id);
  }

  /** Takes the string that begins here. */
  #string(): string {
    const token = this.#token;
    if (token.length < 2 || token[0] !== '"') this.#unexpected();
    this.#next();
    try {
      return JSON.parse(token);
    } catch {
      throw new BadFile("a string is not UTF-8 or has an invalid escape");
    }
  }

  #take(mark: string): void {
    if (this.#token !== mark) this.#unexpected();
    this.#next();
  }

  /** Moves to the next token. */
  #next(): void {
    TOKEN.lastIndex = this.#at;
    const match = TOKEN.exec(this.#text);
    this.#at = TOKEN.lastIndex;
    this.#token = match?.[1] ?? "";
    if (this.#token !== '"') return;
    // A loop, because a pattern fails at millions of escapes. The quote after an even number of backslashes ends the string.
    const [text, start] = [this.#text, this.#at - 1];
    let [end, isEscaped] = [start, true];
    while (isEscaped) {
      end = text.indexOf('"', end + 1);
      isEscaped = false;
      for (let at = end; text[at - 1] === "\\"; at--) isEscaped = !isEscaped;
    }
    this.#at = end < 0 ? text.length + 1 : end + 1;
    if (end > 0) this.#token = text.slice(start, end + 1);
  }

  #unexpected(): never {
    const at = this.#at - this.#token.length;
    throw new BadFile(at < this.#text.length ? `${JSON.stringify(this.#text[at])} is not allowed here` : "it ends too early");
  }
}

import { BadFile } from "../errors.js";
import { LONG_ROW, LONGEST_ROW, roomFor } from "./reader.js";

const SLOTS = 1_024;
const LONGEST = 64;
const HASHED = 16;
// Longer texts are cheaper to look up than to create.
const SHORT = 12;

/**
 * Cache of a file's texts by their bytes, because names repeat. Each text has one slot, a hash of its last bytes, in which names differ
 * most; a new text replaces the one in its slot.
 */
export class StringCache {
  readonly #texts: string[] = Array.from({ length: SLOTS }, () => "");
  readonly #bytes = new Uint8Array(SLOTS * LONGEST);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** The text of the bytes from `start` up to, but without, `stop`, all of which are ASCII. */
  ascii(bytes: Uint8Array, start: number, stop: number): string {
    return stop - start > SHORT ? this.any(bytes, start, stop) : shortText(bytes, start, stop);
  }

  /** The text of the bytes from `start` up to, but without, `stop`. Throws a `BadFile` if they are not UTF-8. */
  any(bytes: Uint8Array, start: number, stop: number): string {
    const length = stop - start;
    if (length > LONGEST) return this.decode(bytes.subarray(start, stop));
    const slot = slotOf(bytes, start, stop);
    const [cachedBytes, from] = [this.#bytes, slot * LONGEST - start];
    let at = this.#lengths[slot] === length ? start : stop;
    while (at < stop && cachedBytes[from + at] === bytes[at]) at++;
    if (at === stop && this.#lengths[slot] === length) return this.#texts[slot] as string;
    const text = this.decode(bytes.subarray(start, stop));
    for (at = start; at < stop; at++) cachedBytes[from + at] = bytes[at] as number;
    this.#lengths[slot] = length;
    this.#texts[slot] = text;
    return text;
  }

  /** The text of these bytes, without the cache. Throws a `BadFile` if they are not UTF-8. */
  decode(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      throw new BadFile("it is not UTF-8");
    }
  }
}

/** A short ASCII text. Engines create a few characters at once in a fraction of the time of a decoder. */
function shortText(bytes: Uint8Array, start: number, stop: number): string {
  let text = "";
  let at = start;
  for (; at + 4 <= stop; at += 4) {
    text += String.fromCharCode(bytes[at] as number, bytes[at + 1] as number, bytes[at + 2] as number, bytes[at + 3] as number);
  }
  for (; at < stop; at++) text += String.fromCharCode(bytes[at] as number);
  return text;
}

function slotOf(bytes: Uint8Array, start: number, stop: number): number {
  let hash = 0;
  for (let at = Math.max(start, stop - HASHED); at < stop; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
  return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOTS - 1);
}

const FIRST_CAPACITY = 64 * 1024;
const MOST_DIGITS = 15;
const TENS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);
const [MINUS, DOT, ZERO, QUOTE, COMMA, NEWLINE, RETURN] = [0x2d, 0x2e, 0x30, 0x22, 0x2c, 0x0a, 0x0d];

/** What follows a cell: another cell, the end of the record, or bytes that have not arrived. */
export const ANOTHER = 0;
const LAST = 1;
const CUT = 2;
/** What follows a cell: `ANOTHER` cell, the end of the record (`LAST`), or bytes that have not arrived (`CUT`). */
export type Delimiter = typeof ANOTHER | typeof LAST | typeof CUT;

/**
 * CSV bytes, a position in them, and the cell that was scanned last. A line end always follows the bytes, so a search for one need not
 * check for the end.
 */
export class CsvScanner {
  bytes: Uint8Array = new Uint8Array(FIRST_CAPACITY);
  /** Start of the next record. */
  at = 0;
  /** End of the bytes received so far. */
  end = 0;
  ended = false;
  /** The cell's bytes, without the quotes around them. */
  start = 0;
  stop = 0;
  /** Start of the next cell. */
  next = 0;
  delimiter: Delimiter = ANOTHER;
  /** Whether no byte of the cell is above 127. */
  #ascii = true;
  /** Whether the cell has doubled quotes. */
  #doubled = false;
  /** Number of bytes required to try a long record again; otherwise each chunk would cost the whole record. */
  #wanted = 0;
  readonly #texts = new StringCache();

  /** Appends bytes after the unread ones; `at` may move. */
  push(piece: Uint8Array): void {
    const { at, end } = this;
    const target = roomFor(this.bytes, { at, end, incoming: piece.length + 1 });
    if (target !== this.bytes || end + piece.length + 1 > target.length) {
      target.set(this.bytes.subarray(at, end));
      this.bytes = target;
      this.end = end - at;
      this.at = 0;
    }
    target.set(piece, this.end);
    this.end += piece.length;
    target[this.end] = NEWLINE;
  }

  /** Whether there are enough bytes to try a record; false at the end. */
  ready(): boolean {
    const left = this.end - this.at;
    if (left <= 0 || (!this.ended && left < this.#wanted)) return false;
    this.#wanted = 0;
    return true;
  }

  /** Records that the next record is incomplete, and returns null. Throws a `BadFile` at the end of the file, or above 16 MiB. */
  needMore(): null {
    if (this.ended) throw new BadFile("it ends inside a quoted cell");
    const left = this.end - this.at;
    if (left > LONGEST_ROW) throw new BadFile("it has a row of more than 16 MiB");
    if (left > LONG_ROW) this.#wanted = left * 1.5;
    return null;
  }

  /** Takes an empty line, if a complete one begins at `at`; returns whether it did. */
  blank(): boolean {
    if (this.bytes[this.at] === COMMA || !this.#ends(this.at)) return false;
    this.at = this.next;
    return true;
  }

  /**
   * Scans the cell that begins at `at`, and sets `start`, `stop`, `next` and `delimiter`; false if it is incomplete. Throws a `BadFile` for
   * invalid CSV.
   */
  cell(at: number): boolean {
    this.delimiter = this.bytes[at] === QUOTE ? this.#quoted(at + 1) : this.#unquoted(at);
    return this.delimiter !== CUT;
  }

  /** Scans a cell without quotes. */
  #unquoted(at: number): Delimiter {
    const { bytes } = this;
    let byte = bytes[at] as number;
    this.start = at;
    let bits = 0;
    // Digits and letters, which are the most frequent, are above all three.
    for (; byte > COMMA || (byte !== COMMA && byte !== NEWLINE && byte !== RETURN); byte = bytes[++at] as number) bits |= byte;
    this.#ascii = bits < 0x80;
    this.#doubled = false;
    this.stop = at;
    this.next = at + 1;
    if (byte === COMMA) return ANOTHER;
    return this.#lineEnd(byte === RETURN ? at + 1 : at);
  }

  /**
   * Takes the line end that must be here. A CR alone is not accepted: it may be a line end or part of a cell, and the wrong choice would
   * return wrong rows.
   */
  #lineEnd(at: number): Delimiter {
    this.next = at + 1;
    if (at > this.end || (at === this.end && !this.ended)) return CUT;
    if (this.bytes[at] === NEWLINE && (at < this.end || this.bytes[at - 1] !== RETURN)) return LAST;
    throw new BadFile(this.bytes[at - 1] === RETURN ? "a carriage return without a line feed" : "something follows a closing quote");
  }

  /** Scans a cell from after its opening quote. */
  #quoted(start: number): Delimiter {
    const { bytes, end, ended } = this;
    let [at, bits] = [start, 0];
    this.#doubled = false;
    for (; ; at += 2) {
      for (let byte = bytes[at] as number; byte !== QUOTE && at < end; byte = bytes[++at] as number) bits |= byte;
      // A quote at the end of a chunk may be the first of two.
      if (at >= end || (at + 1 === end && !ended)) return CUT;
      if (bytes[at + 1] !== QUOTE || at + 1 === end) break;
      this.#doubled = true;
    }
    this.start = start;
    this.stop = at;
    this.#ascii = bits < 0x80;
    this.next = at + 2;
    if (bytes[at + 1] === COMMA) return ANOTHER;
    return this.#lineEnd(bytes[at + 1] === RETURN ? at + 2 : at + 1);
  }

  /**
   * Takes a cell that is a number of at most 15 digits; its value is exactly that of `Number`. Returns NaN, and takes nothing, for any
   * other cell, or if the bytes end.
   */
  number(first: number): number {
    const { bytes } = this;
    const negative = bytes[first] === MINUS;
    const start = negative ? first + 1 : first;
    let at = start;
    let digit = (bytes[at] as number) - ZERO;
    if (digit >>> 0 > 9) return Number.NaN;
    // Nine digits fit into a small integer, which is faster.
    let small = 0;
    do {
      small = (small * 10 + digit) | 0;
      digit = (bytes[++at] as number) - ZERO;
    } while (digit >>> 0 <= 9 && at < start + 9);
    let size = small;
    for (; digit >>> 0 <= 9; digit = (bytes[++at] as number) - ZERO) size = size * 10 + digit;
    let digits = at - start;
    if (digit === DOT - ZERO) {
      const point = at;
      digit = (bytes[++at] as number) - ZERO;
      if (digit >>> 0 > 9) return Number.NaN;
      for (; digit >>> 0 <= 9; digit = (bytes[++at] as number) - ZERO) size = size * 10 + digit;
      const scale = at - point - 1;
      digits += scale;
      // A mantissa of 15 digits and a power of ten are exact, so their quotient is the value of the text, rounded once.
      if (digits <= MOST_DIGITS) size /= TENS[scale] as number;
    }
    if (digits > MOST_DIGITS || !this.#ends(at)) return Number.NaN;
    return negative ? -size : size;
  }

  /** Takes a cell of exactly these bytes. Returns false, and takes nothing, for any other cell, or if the bytes end. */
  same(at: number, cell: Uint8Array): boolean {
    const { bytes } = this;
    // After the end are bytes of an earlier chunk, in which a cell with a line end could match.
    if (at + cell.length > this.end) return false;
    // Names and ids are often numbered, so their last bytes differ first.
    for (let index = cell.length - 1; index >= 0; index--) if (bytes[at + index] !== cell[index]) return false;
    return cell.length > 0 && this.#ends(at + cell.length);
  }

  /** Takes the delimiter after a cell, if the cell certainly ends here. */
  #ends(at: number): boolean {
    const { bytes } = this;
    if (bytes[at] === COMMA) {
      this.delimiter = ANOTHER;
      this.next = at + 1;
      return true;
    }
    const lineEnd = bytes[at] === RETURN ? at + 1 : at;
    if (bytes[lineEnd] !== NEWLINE || lineEnd >= this.end) return false;
    this.delimiter = LAST;
    this.next = lineEnd + 1;
    return true;
  }

  /** Text of the cell that was scanned last, with doubled quotes as one. Throws a `BadFile` if it is not UTF-8. */
  text(): string {
    const { bytes, start, stop } = this;
    if (this.#doubled) return this.#texts.decode(bytes.subarray(start, stop)).replaceAll('""', '"');
    return this.#ascii ? this.#texts.ascii(bytes, start, stop) : this.#texts.any(bytes, start, stop);
  }
}

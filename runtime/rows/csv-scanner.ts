import { BadFile } from "../errors.js";
import { LONG_ROW, LONGEST_ROW, roomFor } from "./reader.js";

const SLOTS = 1_024;
const LONGEST = 64;
const HASHED = 16;
// Longer texts are cheaper to find than to make.
const SHORT = 12;

/**
 * Texts of a file. Those that were met are known by their bytes, as names come again and again: each has one place where it may be, by its
 * last bytes, in which names differ most; who comes later takes it.
 */
export class StringCache {
  readonly #texts: string[] = Array.from({ length: SLOTS }, () => "");
  readonly #bytes = new Uint8Array(SLOTS * LONGEST);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  ascii(bytes: Uint8Array, start: number, stop: number): string {
    return stop - start > SHORT ? this.any(bytes, start, stop) : shortText(bytes, start, stop);
  }

  any(bytes: Uint8Array, start: number, stop: number): string {
    const length = stop - start;
    if (length > LONGEST) return this.decode(bytes.subarray(start, stop));
    const slot = slotOf(bytes, start, stop);
    const [kept, from] = [this.#bytes, slot * LONGEST - start];
    let at = this.#lengths[slot] === length ? start : stop;
    while (at < stop && kept[from + at] === bytes[at]) at++;
    if (at === stop && this.#lengths[slot] === length) return this.#texts[slot] as string;
    const text = this.decode(bytes.subarray(start, stop));
    for (at = start; at < stop; at++) kept[from + at] = bytes[at] as number;
    this.#lengths[slot] = length;
    this.#texts[slot] = text;
    return text;
  }

  decode(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      throw new BadFile("it is not UTF-8");
    }
  }
}

/** A short text of ASCII. Engines make a few characters at a time in a fraction of what a decoder takes. */
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

/** What stands behind a cell: another, the end of the record, or nothing yet. */
export const ANOTHER = 0;
const LAST = 1;
const CUT = 2;
export type Delimiter = typeof ANOTHER | typeof LAST | typeof CUT;

/**
 * Bytes of CSV, a place in them, and the cell that was scanned last. The bytes are always followed by a line end: so a step that looks for
 * one need not ask for the end.
 */
export class CsvScanner {
  bytes: Uint8Array = new Uint8Array(FIRST_CAPACITY);
  /** Where the next record begins. */
  at = 0;
  /** Where the bytes end that came so far. */
  end = 0;
  ended = false;
  /** The cell's bytes, without quotes around them. */
  start = 0;
  stop = 0;
  /** Where the next cell begins. */
  next = 0;
  behind: Delimiter = ANOTHER;
  /** Whether no byte of the cell is above 127. */
  #ascii = true;
  /** Whether quotes are doubled in the cell. */
  #doubled = false;
  /** How many bytes must be there before a long record is tried again: else each piece would cost the whole record. */
  #wanted = 0;
  readonly #texts = new StringCache();

  push(piece: Uint8Array): void {
    const { at, end } = this;
    const target = roomFor(this.bytes, { at, end, more: piece.length + 1 });
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

  /** Whether a record may be tried. */
  ready(): boolean {
    const left = this.end - this.at;
    if (left <= 0 || (!this.ended && left < this.#wanted)) return false;
    this.#wanted = 0;
    return true;
  }

  /** Notes that a record is not all there. */
  needMore(): null {
    if (this.ended) throw new BadFile("it ends inside a quoted cell");
    const left = this.end - this.at;
    if (left > LONGEST_ROW) throw new BadFile("it has a row of more than 16 MiB");
    if (left > LONG_ROW) this.#wanted = left * 1.5;
    return null;
  }

  /** Takes an empty line, if there is one and all of it. */
  blank(): boolean {
    if (this.bytes[this.at] === COMMA || !this.#ends(this.at)) return false;
    this.at = this.next;
    return true;
  }

  /** Scans the cell that begins here; false when it is not all there. */
  cell(at: number): boolean {
    this.behind = this.bytes[at] === QUOTE ? this.#quoted(at + 1) : this.#plain(at);
    return this.behind !== CUT;
  }

  #plain(at: number): Delimiter {
    const { bytes } = this;
    let byte = bytes[at] as number;
    this.start = at;
    let seen = 0;
    // Digits and letters, which are most, are above all three.
    for (; byte > COMMA || (byte !== COMMA && byte !== NEWLINE && byte !== RETURN); byte = bytes[++at] as number) seen |= byte;
    this.#ascii = seen < 0x80;
    this.#doubled = false;
    this.stop = at;
    this.next = at + 1;
    if (byte === COMMA) return ANOTHER;
    return this.#line(byte === RETURN ? at + 1 : at);
  }

  /**
   * Takes the line end that must be here. A CR alone is none: who writes it without quotes, as a line end or within a cell, is not known, and
   * each taken for the other gives rows that nobody wrote.
   */
  #line(at: number): Delimiter {
    this.next = at + 1;
    if (at > this.end || (at === this.end && !this.ended)) return CUT;
    if (this.bytes[at] === NEWLINE && (at < this.end || this.bytes[at - 1] !== RETURN)) return LAST;
    throw new BadFile(this.bytes[at - 1] === RETURN ? "a carriage return stands alone" : "something follows a closing quote");
  }

  /** Scans on behind a quote. */
  #quoted(start: number): Delimiter {
    const { bytes, end, ended } = this;
    let [at, seen] = [start, 0];
    this.#doubled = false;
    for (; ; at += 2) {
      for (let byte = bytes[at] as number; byte !== QUOTE && at < end; byte = bytes[++at] as number) seen |= byte;
      // A quote at the end of a piece may be the first of two.
      if (at >= end || (at + 1 === end && !ended)) return CUT;
      if (bytes[at + 1] !== QUOTE || at + 1 === end) break;
      this.#doubled = true;
    }
    this.start = start;
    this.stop = at;
    this.#ascii = seen < 0x80;
    this.next = at + 2;
    if (bytes[at + 1] === COMMA) return ANOTHER;
    return this.#line(bytes[at + 1] === RETURN ? at + 2 : at + 1);
  }

  /**
   * Takes a cell that is a number of at most 15 digits: exactly what `Number` makes of its text. NaN, and nothing is taken, for any other,
   * and where the bytes end.
   */
  number(first: number): number {
    const { bytes } = this;
    const negative = bytes[first] === MINUS;
    const start = negative ? first + 1 : first;
    let at = start;
    let digit = (bytes[at] as number) - ZERO;
    if (digit >>> 0 > 9) return Number.NaN;
    // Nine digits are a small integer, with which machines count faster.
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
      // A mantissa of 15 digits and a power of ten are exact, so their quotient is what the text says, rounded once.
      if (digits <= MOST_DIGITS) size /= TENS[scale] as number;
    }
    if (digits > MOST_DIGITS || !this.#ends(at)) return Number.NaN;
    return negative ? -size : size;
  }

  /** Takes a cell that is written with these bytes; false, and nothing is taken, for any other, and where the bytes end. */
  same(at: number, cell: Uint8Array): boolean {
    const { bytes } = this;
    // A cell with a line end in it would be found across the end of the bytes, in what an earlier piece has left there.
    if (at + cell.length > this.end) return false;
    // The last bytes differ first: names and ids are counted up.
    for (let index = cell.length - 1; index >= 0; index--) if (bytes[at + index] !== cell[index]) return false;
    return cell.length > 0 && this.#ends(at + cell.length);
  }

  /** Takes what stands behind a cell, if it surely ends here. */
  #ends(at: number): boolean {
    const { bytes } = this;
    if (bytes[at] === COMMA) {
      this.behind = ANOTHER;
      this.next = at + 1;
      return true;
    }
    const line = bytes[at] === RETURN ? at + 1 : at;
    if (bytes[line] !== NEWLINE || line >= this.end) return false;
    this.behind = LAST;
    this.next = line + 1;
    return true;
  }

  /** The cell's text. */
  text(): string {
    const { bytes, start, stop } = this;
    if (this.#doubled) return this.#texts.decode(bytes.subarray(start, stop)).replaceAll('""', '"');
    return this.#ascii ? this.#texts.ascii(bytes, start, stop) : this.#texts.any(bytes, start, stop);
  }
}

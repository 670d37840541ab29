import { BadFile } from "../errors.js";
import { LONG_ROW_BYTES, MAX_ROW_BYTES, roomFor } from "./reader.js";

const SLOTS = 1_024;
const MAX_CACHED_BYTES = 64;
const HASHED = 16;
// Strings of up to this many bytes are not cached, because creating them is cheaper than looking
// them up.
const SHORT = 12;

/**
 * Caches a file's strings by their bytes, because names repeat. A string's slot is a hash of its
 * last bytes, where names differ most. A new string replaces the one in its slot.
 */
export class StringCache {
  readonly #texts: string[] = Array.from({ length: SLOTS }, () => "");
  readonly #bytes = new Uint8Array(SLOTS * MAX_CACHED_BYTES);
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** Decodes the bytes from `start` to `stop` (exclusive), which must be ASCII. */
  ascii(bytes: Uint8Array, start: number, stop: number): string {
    return stop - start > SHORT ? this.any(bytes, start, stop) : shortText(bytes, start, stop);
  }

  /**
   * Decodes the bytes from `start` to `stop` (exclusive). Throws a `BadFile` if they are not UTF-8.
   */
  any(bytes: Uint8Array, start: number, stop: number): string {
    const length = stop - start;
    if (length > MAX_CACHED_BYTES) return this.decode(bytes.subarray(start, stop));
    const slot = slotOf(bytes, start, stop);
    const [cachedBytes, from] = [this.#bytes, slot * MAX_CACHED_BYTES - start];
    let at = this.#lengths[slot] === length ? start : stop;
    while (at < stop && cachedBytes[from + at] === bytes[at]) at++;
    if (at === stop && this.#lengths[slot] === length) return this.#texts[slot] as string;
    const text = this.decode(bytes.subarray(start, stop));
    for (at = start; at < stop; at++) cachedBytes[from + at] = bytes[at] as number;
    this.#lengths[slot] = length;
    this.#texts[slot] = text;
    return text;
  }

  /** Decodes bytes without the cache. Throws a `BadFile` if they are not UTF-8. */
  decode(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      throw new BadFile("it is not UTF-8");
    }
  }
}

// Accepts undefined, because according to TypeScript, indexing may return it. A cell's bytes are
// never undefined.
const fromBytes = String.fromCharCode as (...bytes: readonly (number | undefined)[]) => string;

/**
 * Creates a short ASCII string. For up to eight characters, this takes a fraction of a decoder's
 * time.
 */
function shortText(bytes: Uint8Array, start: number, stop: number): string {
  let text = "";
  let at = start;
  for (; at + 8 <= stop; at += 8)
    text += fromBytes(
      bytes[at],
      bytes[at + 1],
      bytes[at + 2],
      bytes[at + 3],
      bytes[at + 4],
      bytes[at + 5],
      bytes[at + 6],
      bytes[at + 7],
    );
  for (; at + 4 <= stop; at += 4)
    text += fromBytes(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
  for (; at + 2 <= stop; at += 2) text += fromBytes(bytes[at], bytes[at + 1]);
  return at < stop ? text + fromBytes(bytes[at]) : text;
}

/** The cache slot for these bytes: a hash of the last 16. */
function slotOf(bytes: Uint8Array, start: number, stop: number): number {
  let hash = 0;
  for (let at = Math.max(start, stop - HASHED); at < stop; at++)
    hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
  return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOTS - 1);
}

const INITIAL_CAPACITY = 64 * 1024;
const MAX_DIGITS = 15;
const TENS = Array.from({ length: MAX_DIGITS + 1 }, (_, power) => 10 ** power);
// Bytes are literals below. Bundlers turn named constants into variables, which makes these loops
// an eighth slower. 0x22 is a quote, 0x2c a comma, 0x0a a line feed, 0x0d a carriage return, 0x2d a
// minus, 0x2e a point, 0x30 a zero, 0x7e a tilde.

export const ANOTHER = 0;
const LAST = 1;
const CUT = 2;
/**
 * What follows a cell. `ANOTHER`: another cell; `LAST`: the end of the record; `CUT`: bytes that
 * have not arrived.
 */
export type Delimiter = typeof ANOTHER | typeof LAST | typeof CUT;

/**
 * Scans CSV bytes cell by cell. The bytes are always followed by a line ending, so that a search
 * for a line ending need not check for the end of the bytes.
 */
export class CsvScanner {
  bytes: Uint8Array = new Uint8Array(INITIAL_CAPACITY);
  /** Start of the next record. */
  at = 0;
  /** End of the bytes received so far. */
  end = 0;
  ended = false;
  /** First byte of the cell, after an opening quote. */
  start = 0;
  stop = 0;
  /** Start of the next cell. */
  next = 0;
  delimiter: Delimiter = ANOTHER;
  /** Whether the cell is ASCII. */
  #ascii = true;
  /** Whether the cell has doubled quotes. */
  #doubled = false;
  /**
   * Number of bytes to wait for before a long record is scanned again. Without this, the whole
   * record would be scanned for each chunk.
   */
  #needed = 0;
  readonly #texts = new StringCache();

  /** Appends bytes after the unread ones. This may change `at`. */
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
    target[this.end] = 0x0a;
  }

  /** Whether there are enough bytes to try to read a record. False at the end. */
  ready(): boolean {
    const left = this.end - this.at;
    if (left <= 0 || (!this.ended && left < this.#needed)) return false;
    this.#needed = 0;
    return true;
  }

  /**
   * Handles an incomplete record, and returns null. Throws a `BadFile` if the file has ended, or if
   * the record exceeds 16 MiB.
   */
  needMore(): null {
    if (this.ended) throw new BadFile("it ends inside a quoted cell");
    const left = this.end - this.at;
    if (left > MAX_ROW_BYTES) throw new BadFile("it has a row of more than 16 MiB");
    if (left > LONG_ROW_BYTES) this.#needed = left * 1.5;
    return null;
  }

  /** Consumes a complete empty line at `at`. Returns whether there was one. */
  blank(): boolean {
    if (this.bytes[this.at] === 0x2c || !this.#ends(this.at)) return false;
    this.at = this.next;
    return true;
  }

  /**
   * Scans the cell at `at`, and sets `start`, `stop`, `next` and `delimiter`. Returns false if it
   * is incomplete. Throws a `BadFile` for invalid CSV.
   */
  cell(at: number): boolean {
    this.delimiter = this.bytes[at] === 0x22 ? this.#quoted(at + 1) : this.#unquoted(at);
    return this.delimiter !== CUT;
  }

  /** Scans a cell without quotes. */
  #unquoted(at: number): Delimiter {
    const { bytes } = this;
    let byte = bytes[at] as number;
    this.start = at;
    let bits = 0;
    // The first comparison is enough for digits and letters, which are the most frequent bytes.
    for (
      ;
      byte > 0x2c || (byte !== 0x2c && byte !== 0x0a && byte !== 0x0d);
      byte = bytes[++at] as number
    )
      bits |= byte;
    this.#ascii = bits < 0x80;
    this.#doubled = false;
    this.stop = at;
    this.next = at + 1;
    if (byte === 0x2c) return ANOTHER;
    return this.#lineEnd(byte === 0x0d ? at + 1 : at);
  }

  /**
   * Consumes the line ending that must be here. A CR without a line feed is not accepted: it may be
   * a line ending or part of a cell, and a wrong guess would result in wrong rows.
   */
  #lineEnd(at: number): Delimiter {
    this.next = at + 1;
    if (at > this.end || (at === this.end && !this.ended)) return CUT;
    if (this.bytes[at] === 0x0a && (at < this.end || this.bytes[at - 1] !== 0x0d)) return LAST;
    throw new BadFile(
      this.bytes[at - 1] === 0x0d
        ? "a carriage return without a line feed"
        : "something follows a closing quote",
    );
  }

  /** Scans a quoted cell, starting after its opening quote. */
  #quoted(start: number): Delimiter {
    const { bytes, end, ended } = this;
    let [at, bits] = [start, 0];
    this.#doubled = false;
    for (; ; at += 2) {
      for (let byte = bytes[at] as number; byte !== 0x22 && at < end; byte = bytes[++at] as number)
        bits |= byte;
      // A quote at the end of a chunk may be the first of a doubled quote.
      if (at >= end || (at + 1 === end && !ended)) return CUT;
      if (bytes[at + 1] !== 0x22 || at + 1 === end) break;
      this.#doubled = true;
    }
    this.start = start;
    this.stop = at;
    this.#ascii = bits < 0x80;
    this.next = at + 2;
    if (bytes[at + 1] === 0x2c) return ANOTHER;
    return this.#lineEnd(bytes[at + 1] === 0x0d ? at + 2 : at + 1);
  }

  /**
   * Consumes a numeric cell of at most 15 digits and returns exactly what `Number` would return.
   * For any other cell, or if the bytes end, returns NaN and consumes nothing.
   */
  number(first: number): number {
    const { bytes } = this;
    const negative = bytes[first] === 0x2d;
    const start = negative ? first + 1 : first;
    let at = start;
    let digit = (bytes[at] as number) - 0x30;
    if (digit >>> 0 > 9) return Number.NaN;
    // Up to nine digits fit into a small integer, which is faster.
    let small = 0;
    do {
      small = (small * 10 + digit) | 0;
      digit = (bytes[++at] as number) - 0x30;
    } while (digit >>> 0 <= 9 && at < start + 9);
    let size = small;
    for (; digit >>> 0 <= 9; digit = (bytes[++at] as number) - 0x30) size = size * 10 + digit;
    let digits = at - start;
    if (digit === 0x2e - 0x30) {
      const point = at;
      digit = (bytes[++at] as number) - 0x30;
      if (digit >>> 0 > 9) return Number.NaN;
      for (; digit >>> 0 <= 9; digit = (bytes[++at] as number) - 0x30) size = size * 10 + digit;
      const scale = at - point - 1;
      digits += scale;
      // A mantissa of 15 digits and the power of ten are both exact, so their quotient is correctly
      // rounded.
      if (digits <= MAX_DIGITS) size /= TENS[scale] as number;
    }
    if (digits > MAX_DIGITS || !this.#ends(at)) return Number.NaN;
    return negative ? -size : size;
  }

  /**
   * Consumes a short cell of plain characters, and returns its text. The cell may have at most 12
   * characters, each a letter, a digit or one of ``-./:;<=>?@[\]^_`{|}~``. Returns null and
   * consumes nothing for any other cell, including an empty one, or if the input ends inside it.
   */
  short(first: number): string | null {
    const { bytes } = this;
    let at = first;
    while (((bytes[at] as number) - 0x2d) >>> 0 <= 0x7e - 0x2d) at++;
    if (at === first || at > first + SHORT || !this.#ends(at)) return null;
    return shortText(bytes, first, at);
  }

  /**
   * Consumes a cell that equals the first `length` bytes of `cell`. Returns false and consumes
   * nothing if `length` is 0, the cell differs, or the bytes end.
   */
  same(at: number, cell: Uint8Array, length: number = cell.length): boolean {
    const { bytes } = this;
    // After `end`, the buffer still contains bytes from an earlier chunk, which could match a cell
    // that contains a line ending.
    if (at + length > this.end) return false;
    // Names and ids are often numbered, so their last bytes are compared first.
    for (let index = length - 1; index >= 0; index--)
      if (bytes[at + index] !== cell[index]) return false;
    return length > 0 && this.#ends(at + length);
  }

  /** If the cell is known to end at `at`, consumes the delimiter after it and returns true. */
  #ends(at: number): boolean {
    const { bytes } = this;
    if (bytes[at] === 0x2c) {
      this.delimiter = ANOTHER;
      this.next = at + 1;
      return true;
    }
    const lineEnd = bytes[at] === 0x0d ? at + 1 : at;
    if (bytes[lineEnd] !== 0x0a || lineEnd >= this.end) return false;
    this.delimiter = LAST;
    this.next = lineEnd + 1;
    return true;
  }

  /**
   * Returns the text of the last scanned cell, with doubled quotes unescaped. Throws a `BadFile` if
   * the cell is not UTF-8.
   */
  text(): string {
    const { bytes, start, stop } = this;
    if (this.#doubled) return this.#texts.decode(bytes.subarray(start, stop)).replaceAll('""', '"');
    return this.#ascii
      ? this.#texts.ascii(bytes, start, stop)
      : this.#texts.any(bytes, start, stop);
  }
}

import { plainNumber } from "../decimal.js";
import { BadFile } from "../errors.js";
import { roomFor } from "./reader.js";

const INITIAL_CAPACITY = 64 * 1024;
const [QUOTE, BACKSLASH] = [0x22, 0x5c];

/**
 * Thrown when the scanner runs out of bytes. The caller goes back and tries again with more bytes.
 * The same error is reused, because creating a stack trace takes time.
 */
export const NEED_INPUT: Error = new Error("more bytes are needed");

/**
 * Scans JSON bytes token by token. The bytes are always followed by a zero byte, which JSON never
 * contains, so the end is checked only after an unexpected byte.
 */
export class JsonScanner {
  bytes: Uint8Array = new Uint8Array(INITIAL_CAPACITY);
  /** A view of the same bytes, for reading several at once. */
  view: DataView = new DataView(this.bytes.buffer);
  /** Start of the next token. After `NEED_INPUT`, the caller must restore the earlier value. */
  at = 0;
  #end = 0;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  /** Number of unread bytes. */
  get left(): number {
    return this.#end - this.at;
  }

  /** Appends bytes after the unread ones. This may change `at`. */
  push(piece: Uint8Array): void {
    const { at, left } = this;
    const target = roomFor(this.bytes, { at, end: this.#end, incoming: piece.length + 1 });
    if (target !== this.bytes || this.#end + piece.length + 1 > target.length) {
      target.set(this.bytes.subarray(at, this.#end));
      if (target !== this.bytes) this.view = new DataView(target.buffer);
      this.bytes = target;
      this.#end = left;
      this.at = 0;
    }
    target.set(piece, this.#end);
    this.#end += piece.length;
    target[this.#end] = 0;
  }

  /**
   * Skips white space and returns the next byte without consuming it. Throws `NEED_INPUT` at the
   * end of the bytes.
   */
  token(): number {
    const { bytes } = this;
    let at = this.at;
    let byte = bytes[at] as number;
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)
      byte = bytes[++at] as number;
    this.at = at;
    if (byte === 0) this.unexpectedByte(at);
    return byte;
  }

  /** Skips white space. Returns whether the bytes end there. */
  blank(): boolean {
    for (; this.at < this.#end; this.at++)
      if (![0x20, 0x0a, 0x0d, 0x09].includes(this.bytes[this.at] as number)) return false;
    return true;
  }

  /**
   * Skips white space and consumes this character. For any other character, throws the error from
   * `unexpectedByte`.
   */
  expect(character: number): void {
    if (this.token() !== character) this.unexpectedByte(this.at);
    this.at++;
  }

  /**
   * Consumes the literal `word` and returns `value`. At the first byte that differs, throws the
   * error from `unexpectedByte`.
   */
  word<Value>(word: string, value: Value): Value {
    for (let index = 0; index < word.length; index++) {
      if (this.bytes[this.at + index] !== word.charCodeAt(index))
        this.unexpectedByte(this.at + index);
    }
    this.at += word.length;
    return value;
  }

  /**
   * Consumes the string at this position and returns it decoded. Throws a `BadFile` for invalid
   * UTF-8 or an invalid escape. Also throws any error from `unexpectedByte`.
   */
  text(): string {
    const start = this.at;
    const unescaped = this.skipText();
    try {
      if (unescaped) return this.#decoder.decode(this.bytes.subarray(start + 1, this.at - 1));
      return JSON.parse(this.#decoder.decode(this.bytes.subarray(start, this.at)));
    } catch {
      throw new BadFile("a string is not UTF-8 or has an invalid escape");
    }
  }

  /**
   * Consumes the string at this position without decoding it. Returns whether it contains no
   * escapes.
   */
  skipText(): boolean {
    const { bytes } = this;
    if (bytes[this.at] !== QUOTE) this.unexpectedByte(this.at);
    let unescaped = true;
    let at = this.at + 1;
    for (let byte = bytes[at] as number; byte !== QUOTE; byte = bytes[++at] as number) {
      if (byte < 0x20) this.unexpectedByte(at);
      if (byte !== BACKSLASH) continue;
      unescaped = false;
      if (bytes[++at] === 0) this.unexpectedByte(at);
    }
    this.at = at + 1;
    return unescaped;
  }

  /** Throws `NEED_INPUT` if the bytes end here, otherwise a `BadFile` for the unexpected byte. */
  unexpectedByte(at: number): never {
    if (at >= this.#end) throw NEED_INPUT;
    throw new BadFile(`${quoteByte(this.bytes[at] as number)} is not allowed here`);
  }

  /** Returns the ASCII text from `start` to `end` (exclusive). */
  ascii(start: number, end: number): string {
    return String.fromCharCode(...this.bytes.subarray(start, end));
  }
}

/**
 * Quotes a byte as a character, for a message. Bytes below 32 are escaped as in JSON, and bytes of
 * 128 and above are shown as Latin-1.
 */
export function quoteByte(byte: number): string {
  return JSON.stringify(String.fromCharCode(byte));
}

/** A byte sequence prepared for fast, repeated comparison, four bytes at a time. */
export class BytePattern {
  readonly length: number;
  readonly #words: Uint32Array;
  readonly #tail: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#words = Uint32Array.from({ length: bytes.length >> 2 }, (_, index) =>
      view.getUint32(index * 4, true),
    );
    this.#tail = bytes.slice(this.#words.length * 4);
  }

  /** Whether the scanner's bytes at `start` equal the pattern. */
  isAt({ bytes, view }: JsonScanner, start: number): boolean {
    const words = this.#words;
    const tail = this.#tail;
    if (start + this.length > bytes.length) return false;
    let at = start;
    for (let index = 0; index < words.length; index++, at += 4)
      if (view.getUint32(at, true) !== words[index]) return false;
    for (let index = 0; index < tail.length; index++, at++)
      if (bytes[at] !== tail[index]) return false;
    return true;
  }
}

const MAX_NUMBER_LENGTH = 1_000;
const TENS = Array.from({ length: 23 }, (_, power) => 10 ** power);
const [MINUS, DOT, ZERO, NINE, UPPER_E, LOWER_E] = [0x2d, 0x2e, 0x30, 0x39, 0x45, 0x65];

/**
 * Consumes the number at the scanner's position and returns exactly what `Number` would return.
 *
 * Two kinds of numbers are returned as the text in the file instead: an integer in plain digits
 * that is not a safe integer, and a number that would be infinite. Returns an `id` as a string,
 * without an exponent or a final `.0`.
 *
 * Throws `NEED_INPUT` if the number may continue. Throws a `BadFile` for a malformed number, a
 * number of more than 1,000 characters, or an id such as `2.17e17`. Such an id has an exponent and
 * is not a safe integer, so it has lost digits.
 */
export function readNumber(scan: JsonScanner, id: boolean): number | string {
  const { bytes, at: start } = scan;
  let at = start;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  const first = at;
  let mantissa = 0;
  for (let byte = bytes[at] as number; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number)
    mantissa = mantissa * 10 + byte - ZERO;
  let digits = at - first;
  if (digits === 0) scan.unexpectedByte(at);
  if (digits > 1 && bytes[first] === ZERO) scan.unexpectedByte(first);
  let scale = 0;
  if (bytes[at] === DOT) {
    const point = at++;
    for (let byte = bytes[at] as number; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number)
      mantissa = mantissa * 10 + byte - ZERO;
    scale = at - point - 1;
    if (scale === 0) scan.unexpectedByte(at);
    digits += scale;
  }
  const byte = bytes[at];
  // The number may continue in the next chunk.
  if (byte === 0) scan.unexpectedByte(at);
  if (id && scale === 0 && digits > 15 && digits <= 30 && byte !== LOWER_E && byte !== UPPER_E) {
    scan.at = at;
    return (negative ? "-" : "") + longDigits(bytes, first, at);
  }
  // A mantissa of 15 digits and a power of ten up to 22 are both exact, so their quotient is
  // correctly rounded.
  if (digits > 15 || byte === LOWER_E || byte === UPPER_E) return longNumber(scan, id);
  scan.at = at;
  const size = scale === 0 ? mantissa : mantissa / (TENS[scale] as number);
  if (!id) return negative ? -size : size;
  return scale === 0 ? (negative ? `-${size}` : `${size}`) : idText(scan.ascii(start, at));
}

/**
 * Consumes the number at the scanner's position. Returns it as a string that keeps every digit,
 * without an exponent. Throws the same errors as `readNumber`.
 */
export function readDigits(scan: JsonScanner): string {
  const start = scan.at;
  readNumber(scan, false);
  return plainNumber(scan.ascii(start, scan.at));
}

/**
 * Returns 16 to 30 digits as a string. Combining two numbers is much faster than going digit by
 * digit.
 */
function longDigits(bytes: Uint8Array, first: number, end: number): string {
  const middle = end - 15;
  let [head, tail] = [0, 0];
  for (let at = first; at < middle; at++) head = head * 10 + (bytes[at] as number) - ZERO;
  for (let at = middle; at < end; at++) tail = tail * 10 + (bytes[at] as number) - ZERO;
  return String(head) + String(tail).padStart(15, "0");
}

/** Consumes a number that the fast path cannot handle. */
function longNumber(scan: JsonScanner, id: boolean): number | string {
  const { bytes, at: start } = scan;
  let at = start;
  while (isNumeric(bytes[at] as number)) at++;
  if (bytes[at] === 0) scan.unexpectedByte(at);
  if (at - start > MAX_NUMBER_LENGTH) throw new BadFile("a number has more than 1,000 characters");
  const number = numberIn(scan.ascii(start, at), id);
  scan.at = at;
  return number;
}

/**
 * Parses a number. Returns a string in the same cases as `readNumber`. Throws a `BadFile` for a
 * malformed number or an id that has lost digits.
 */
function numberIn(text: string, id: boolean): number | string {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text))
    throw new BadFile("a number is malformed");
  if (id) return idText(text);
  const value = Number(text);
  const lossy = /^-?\d+$/.test(text) ? !Number.isSafeInteger(value) : !Number.isFinite(value);
  return lossy ? text : value;
}

/** Whether a byte can be part of a number (a digit, sign, decimal point or E). */
function isNumeric(byte: number): boolean {
  return (
    (byte >= ZERO && byte <= NINE) ||
    byte === MINUS ||
    byte === DOT ||
    byte === 0x2b ||
    byte === LOWER_E ||
    byte === UPPER_E
  );
}

/**
 * Returns an id without an exponent or a final `.0`: `6200` for `6.2e3`. An id such as `1.5` is
 * returned unchanged. Throws a `BadFile` for an id with an exponent that is not a safe integer.
 */
function idText(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const value = Number(text);
  if (Number.isSafeInteger(value)) return String(value);
  // A long id with an exponent was once a floating-point number, so it has lost digits.
  if (/e/i.test(text)) throw new BadFile(`an id is ${text.slice(0, 40)}, which was rounded`);
  return text.replace(/\.0+$/, "");
}

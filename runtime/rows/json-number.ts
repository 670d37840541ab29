import type { JsonBytes } from "./json-bytes.js";
import { BadFile } from "./reader.js";

const LONGEST_NUMBER = 1_000;
const TENS = Array.from({ length: 23 }, (_, power) => 10 ** power);
const [MINUS, DOT, ZERO, NINE, UPPER_E, LOWER_E] = [0x2d, 0x2e, 0x30, 0x39, 0x45, 0x65];

/**
 * Takes the number that begins here: exactly what `Number` makes of its text. As an id it is a text of digits instead; and an integer that
 * a number cannot hold is the text that the file has, so that no digit is lost.
 */
export function readNumber(scan: JsonBytes, id: boolean): number | string {
  const { bytes, at: start } = scan;
  let at = start;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  const first = at;
  let mantissa = 0;
  for (let byte = bytes[at] as number; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) mantissa = mantissa * 10 + byte - ZERO;
  let digits = at - first;
  if (digits === 0) scan.stumble(at);
  if (digits > 1 && bytes[first] === ZERO) scan.stumble(first);
  let scale = 0;
  if (bytes[at] === DOT) {
    const point = at++;
    for (let byte = bytes[at] as number; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) mantissa = mantissa * 10 + byte - ZERO;
    scale = at - point - 1;
    if (scale === 0) scan.stumble(at);
    digits += scale;
  }
  const byte = bytes[at];
  // A number may go on with the next piece.
  if (byte === 0) scan.stumble(at);
  if (id && scale === 0 && digits > 15 && digits <= 30 && byte !== LOWER_E && byte !== UPPER_E) {
    scan.at = at;
    return (negative ? "-" : "") + longDigits(bytes, first, at);
  }
  // A mantissa of 15 digits and a power of ten up to 22 are exact, so their quotient is what the text says, rounded once.
  if (digits > 15 || byte === LOWER_E || byte === UPPER_E) return longNumber(scan, id);
  scan.at = at;
  const size = scale === 0 ? mantissa : mantissa / (TENS[scale] as number);
  if (!id) return negative ? -size : size;
  return scale === 0 ? (negative ? `-${size}` : `${size}`) : idText(scan.ascii(start, at));
}

/** The text of 16 to 30 digits, by way of two numbers: much faster than character by character. */
function longDigits(bytes: Uint8Array, first: number, end: number): string {
  const middle = end - 15;
  let [head, tail] = [0, 0];
  for (let at = first; at < middle; at++) head = head * 10 + (bytes[at] as number) - ZERO;
  for (let at = middle; at < end; at++) tail = tail * 10 + (bytes[at] as number) - ZERO;
  return String(head) + String(tail).padStart(15, "0");
}

/** Takes a number that needs more than a few digits, from its text. */
function longNumber(scan: JsonBytes, id: boolean): number | string {
  const { bytes, at: start } = scan;
  let at = start;
  while (isNumeric(bytes[at] as number)) at++;
  if (bytes[at] === 0) scan.stumble(at);
  if (at - start > LONGEST_NUMBER) throw new BadFile("a number has more than 1,000 characters");
  const text = scan.ascii(start, at);
  if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) throw new BadFile("a number is not written as one");
  scan.at = at;
  if (id) return idText(text);
  const value = Number(text);
  const lossy = /^-?\d+$/.test(text) ? !Number.isSafeInteger(value) : !Number.isFinite(value);
  return lossy ? text : value;
}

function isNumeric(byte: number): boolean {
  return (byte >= ZERO && byte <= NINE) || byte === MINUS || byte === DOT || byte === 0x2b || byte === LOWER_E || byte === UPPER_E;
}

/** `626700000001.0` and `6.2e3` name the same thing as their digits do. */
function idText(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const value = Number(text);
  if (Number.isSafeInteger(value)) return String(value);
  // Whoever writes a long id with an exponent has made a number of it before, which has no room for all of its digits.
  if (/e/i.test(text)) throw new BadFile(`an id is ${text.slice(0, 40)}, which has lost digits`);
  return text.replace(/\.0+$/, "");
}

import { BadFile } from "./reader.js";

const SLOTS = 1_024;
const LONGEST = 64;
const HASHED = 16;
// Longer texts are cheaper to find than to make.
const SHORT = 12;

/**
 * Texts of a file. Those that were met are known by their bytes, as names come again and again: each has one place where it may be, by its
 * last bytes, in which names differ most; who comes later takes it.
 */
export class CsvTexts {
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

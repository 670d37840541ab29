import { InvalidRow } from "./shape.js";
import type { Cells, TargetTable } from "./target.js";

// Maximum number of remembered keys, which take up to 64 MB. Beyond that, only the target's own
// primary key, if it has one, detects duplicates.
const MAX_KEYS = 4_000_000;
const INITIAL_SIZE = 1024;

/** The primary keys of a report's rows, each as a 64-bit digest. */
export class Keys {
  readonly #columns: readonly { readonly name: string; readonly number: number }[];
  /** The two 32-bit halves of each digest. Two zeros mark a free slot. */
  #digests = new Uint32Array(2 * INITIAL_SIZE);
  #count = 0;

  constructor({ primaryKey, accountColumn, columns }: TargetTable) {
    const ofAccount = primaryKey.filter((name) => name !== accountColumn);
    this.#columns = ofAccount.map((name) => ({
      name,
      number: columns.findIndex((column) => column.name === name),
    }));
  }

  /** Adds the key of a row. Throws an `InvalidRow` if an earlier row had the same key. */
  add(row: Cells): void {
    if (this.#count >= MAX_KEYS) return;
    let [high, low] = [0x9e37_79b9, 0x85eb_ca6b];
    for (const { number } of this.#columns) {
      const text = String(row[number]);
      for (let at = 0; at <= text.length; at++) {
        // Marks the end of each value with a number that is not a character code.
        const code = at === text.length ? 0x1_0000 : codeAt(text, at);
        high = Math.imul(high ^ code, 2_654_435_761);
        low = Math.imul(low ^ code, 1_597_334_677);
      }
    }
    const mixedHigh =
      Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
    const mixedLow =
      Math.imul(low ^ (low >>> 16), 2_246_822_507) ^
      Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3_266_489_909);
    if (!this.#put(mixedHigh >>> 0, mixedLow >>> 0 || 1))
      throw new InvalidRow(`two rows have the same ${this.#keyOf(row)}`);
    if (2 * ++this.#count > this.#digests.length / 2) this.#grow();
  }

  /** Puts the digest into a free slot. Returns false if the digest was added before. */
  #put(high: number, low: number): boolean {
    const digests = this.#digests;
    const mask = digests.length / 2 - 1;
    for (let slot = high & mask; ; slot = (slot + 1) & mask) {
      const [slotHigh, slotLow] = [digests[2 * slot], digests[2 * slot + 1]];
      if (slotLow === 0) {
        digests[2 * slot] = high;
        digests[2 * slot + 1] = low;
        return true;
      }
      if (slotHigh === high && slotLow === low) return false;
    }
  }

  /** Doubles the size of the table. */
  #grow(): void {
    const before = this.#digests;
    this.#digests = new Uint32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2)
      if (before[at + 1] !== 0) this.#put(before[at] as number, before[at + 1] as number);
  }

  /** A row's key for a message, such as `CAMPAIGN_ID 123, DATE 2026-03-01`. */
  #keyOf(row: Cells): string {
    return this.#columns.map(({ name, number }) => `${name} ${row[number]}`).join(", ");
  }
}

/**
 * The UTF-16 code unit at an index; U+FFFD for a lone surrogate. Encoding as UTF-8 makes the same
 * replacement, so strings that differ only in lone surrogates are equal in the target.
 */
function codeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdfff) return code;
  const isFirst = code < 0xdc00;
  const other = text.charCodeAt(isFirst ? at + 1 : at - 1);
  return (isFirst ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other < 0xdc00)
    ? code
    : 0xfffd;
}

const [OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const LINE_ENDS = [0x0a, 0x0d];
const MARK = [0xef, 0xbb, 0xbf];
const SPACE = 0x20;

/** How a file begins and ends, whichever bytes are between: JSON ends as it begins, and a row of CSV ends with its line. */
export class Ending {
  #first = 0;
  /** The last byte that is no white space. */
  #last = 0;
  #very = 0;
  #hasLines = false;

  /** Takes the next bytes of the file. */
  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#first ||= bytes.find((byte) => byte > SPACE && !MARK.includes(byte)) ?? 0;
    this.#very = bytes[bytes.length - 1] as number;
    this.#hasLines ||= LINE_ENDS.some((end) => bytes.includes(end));
    for (let at = bytes.length - 1; at >= 0; at--) {
      if ((bytes[at] as number) <= SPACE) continue;
      this.#last = bytes[at] as number;
      return;
    }
  }

  /** Whether it is broken off by its own showing: JSON that is not closed, or lines that end but for the last one. */
  isCut(): boolean {
    return this.isBroken() && (this.#first === OPEN || this.#first === OPEN_LIST || this.#hasLines);
  }

  /** Whether there is nothing but white space: no JSON, and no header. */
  isBlank(): boolean {
    return this.#first === 0;
  }

  /** Whether the last row is broken off. A file of white space has none. */
  isBroken(): boolean {
    if (this.#first === 0) return false;
    if (this.#first === OPEN) return this.#last !== CLOSE;
    if (this.#first === OPEN_LIST) return this.#last !== CLOSE_LIST;
    return !LINE_ENDS.includes(this.#very);
  }
}

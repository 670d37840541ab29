/**
 * Emulates a terminal's screen. Supports only the escape sequences that we use, and throws for any
 * other.
 */
export class Terminal {
  readonly isTTY = true;
  readonly columns: number;
  readonly rows: number;
  readonly lines: string[] = [""];
  #line = 0;
  #column = 0;

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string): boolean {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what terminals are told with
    for (const [part] of text.matchAll(/\u001b\[\d*[AJ]|[\r\n]|[^\u0000-\u001f]+/g))
      this.#take(part);
    return true;
  }

  #take(part: string): void {
    if (part === "\r") this.#column = 0;
    else if (part === "\n") [this.#line, this.#column] = [this.#line + 1, 0];
    else if (part.endsWith("A") && part.startsWith("\u001b"))
      this.#line -= Number.parseInt(part.slice(2), 10);
    else if (part === "\u001b[J") {
      this.lines[this.#line] = (this.lines[this.#line] ?? "").slice(0, this.#column);
      this.lines.length = this.#line + 1;
    } else {
      const line = this.lines[this.#line] ?? "";
      this.lines[this.#line] =
        line.slice(0, this.#column) + part + line.slice(this.#column + part.length);
      this.#column += part.length;
      if (this.#column >= this.columns) throw new Error(`the line wraps: ${part}`);
    }
    this.lines[this.#line] ??= "";
  }
}

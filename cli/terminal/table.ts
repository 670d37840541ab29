import { cellOf, type ReadRows, type Row } from "../../runtime/writers/row.js";

/**
 * Formats rows as a table for a terminal, with a header line. The text ends with a line feed;
 * without rows, the text is only a line feed. There is a column for each key that occurs in any
 * row, in order of appearance. Number columns and the columns in `right` are right-aligned. Cells
 * are truncated to 40 characters, and control characters are replaced; missing and null values are
 * empty.
 */
export function formatTable(rows: readonly Row[], right: readonly string[] = []): string {
  const shape = new TableShape([], right);
  for (const row of rows) shape.see(row);
  return [shape.header(), ...rows.map((row) => shape.line(row))].join("");
}

/**
 * Formats a table line by line, like `formatTable`. Reads the rows twice instead of keeping them in
 * memory. The columns are `columns`, then any others that occur in the rows. If there are no rows,
 * yields only the header. If there are no columns, yields nothing.
 */
export async function* tableOf(read: ReadRows, columns: readonly string[]): AsyncGenerator<string> {
  const shape = new TableShape(columns, []);
  for await (const row of read()) shape.see(row);
  if (shape.isEmpty) return;
  yield shape.header();
  for await (const row of read()) yield shape.line(row);
}

interface ColumnShape {
  width: number;
  isRight: boolean;
}

/** The widths and alignments of a table's columns. */
class TableShape {
  readonly #columns = new Map<string, ColumnShape>();
  readonly #right: readonly string[];

  constructor(columns: readonly string[], right: readonly string[]) {
    this.#right = right;
    for (const name of columns) this.#columnOf(name);
  }

  /** Whether there are no columns. */
  get isEmpty(): boolean {
    return this.#columns.size === 0;
  }

  /** Widens the columns to fit a row, and adds its new columns. */
  see(row: Row): void {
    for (const name of Object.keys(row)) {
      const column = this.#columnOf(name);
      const value = cellOf(row, name);
      column.width = Math.max(column.width, short(value).length);
      if (!["undefined", "number"].includes(typeof value) && !this.#right.includes(name))
        column.isRight = false;
    }
  }

  /** The header as a line. */
  header(): string {
    return this.#joined((name) => short(name));
  }

  /** A row as a line. */
  line(row: Row): string {
    return this.#joined((name) => short(cellOf(row, name)));
  }

  /** The shape of a column, created if it is new. */
  #columnOf(name: string): ColumnShape {
    const column = this.#columns.get(name) ?? { width: short(name).length, isRight: true };
    this.#columns.set(name, column);
    return column;
  }

  /** Joins the texts of all columns into a line, padded to the columns' widths. */
  #joined(text: (name: string) => string): string {
    const cells = [...this.#columns].map(([name, { width, isRight }]) =>
      isRight ? text(name).padStart(width) : text(name).padEnd(width),
    );
    return `${cells.join("  ").trimEnd()}\n`;
  }
}

/** Truncates a cell to 40 characters. Replaces control characters, which could move the cursor. */
function short(value: unknown): string {
  const text = (value === undefined || value === null ? "" : String(value))
    .replace(/[\t\r\n]+/g, " ")
    .replace(/\p{C}/gu, "\ufffd");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

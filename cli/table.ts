import { cellOf, type Row } from "./row.js";

/** Rows in columns for a terminal: numbers to the right, text to the left. */
export function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const shown = names.map((name) => [name, ...rows.map((row) => short(cellOf(row, name)))]);
  const widths = shown.map((cells) => Math.max(...cells.map(({ length }) => length)));
  const right = names.map((name) => rows.every((row) => ["undefined", "number"].includes(typeof cellOf(row, name))));
  const lines = Array.from({ length: rows.length + 1 }, (_, row) =>
    shown.map((cells, column) =>
      right[column] ? (cells[row] ?? "").padStart(widths[column] ?? 0) : (cells[row] ?? "").padEnd(widths[column] ?? 0),
    ),
  );
  return `${lines.map((cells) => cells.join("  ").trimEnd()).join("\n")}\n`;
}

/** No value longer than a table can bear, and none that moves the cursor: names come from whoever may write them. */
function short(value: unknown): string {
  const text = (value === undefined || value === null ? "" : String(value)).replace(/[\t\r\n]+/g, " ").replace(/\p{C}/gu, "\ufffd");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

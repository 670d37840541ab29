import { cellOf, type Row } from "../../runtime/writers/row.js";

/**
 * Formats rows as a table for a terminal, with a header line and a column for each key of any row;
 * it ends with a line feed. A column is right-aligned if it has only numbers and missing values,
 * else left-aligned. Cells are cut to 40 characters and free of control characters; missing and
 * null values are empty.
 */
export function formatTable(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => [name, ...rows.map((row) => short(cellOf(row, name)))]);
  const widths = columns.map((cells) => Math.max(...cells.map(({ length }) => length)));
  const right = names.map((name) =>
    rows.every((row) => ["undefined", "number"].includes(typeof cellOf(row, name))),
  );
  const lines = Array.from({ length: rows.length + 1 }, (_, row) =>
    columns.map((cells, column) =>
      right[column]
        ? (cells[row] ?? "").padStart(widths[column] ?? 0)
        : (cells[row] ?? "").padEnd(widths[column] ?? 0),
    ),
  );
  return `${lines.map((cells) => cells.join("  ").trimEnd()).join("\n")}\n`;
}

/**
 * A cell of at most 40 characters, without control characters: names are arbitrary text and could
 * move the cursor.
 */
function short(value: unknown): string {
  const text = (value === undefined || value === null ? "" : String(value))
    .replace(/[\t\r\n]+/g, " ")
    .replace(/\p{C}/gu, "\ufffd");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

import { type CsvOptions, csv } from "./csv.js";
import type { ReadRows, Row } from "./row.js";

export type TextFormat = "json" | "ndjson" | "csv";

/** Rows as text, piece by piece. */
export async function* printed(read: ReadRows, format: TextFormat, options: CsvOptions): AsyncGenerator<string> {
  if (format === "csv") yield* csv(read, options);
  else if (format === "json") yield* json(read());
  else for await (const row of read()) yield `${JSON.stringify(row)}\n`;
}

async function* json(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const row of rows) {
    yield `${before}  ${JSON.stringify(row)}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

/** Rows in columns for a terminal: numbers to the right, text to the left. */
export function table(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const shown = names.map((name) => [name, ...rows.map((row) => short(row[name]))]);
  const widths = shown.map((cells) => Math.max(...cells.map(({ length }) => length)));
  const right = names.map((name) => rows.every((row) => row[name] === undefined || typeof row[name] === "number"));
  const lines = Array.from({ length: rows.length + 1 }, (_, row) =>
    shown.map((cells, column) =>
      right[column] ? (cells[row] ?? "").padStart(widths[column] ?? 0) : (cells[row] ?? "").padEnd(widths[column] ?? 0),
    ),
  );
  return `${lines.map((cells) => cells.join("  ").trimEnd()).join("\n")}\n`;
}

/** No value longer than a table can bear, and none that moves the cursor: names come from whoever may write them. */
function short(value: unknown): string {
  const text = (value === undefined || value === null ? "" : String(value)).replace(/\p{C}/gu, "\ufffd");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

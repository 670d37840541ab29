import type { ReadRows, Row } from "../row.js";
import { type CsvOptions, csv } from "./csv.js";

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

import type { Memory } from "./duckdb.js";
import { Refused } from "./tool.js";

/** The result of a query: as many rows as fit. */
export interface Answer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
  /** Whether rows were omitted or values truncated. */
  readonly truncated: boolean;
}

/** Limits on the size of an answer. */
export interface Caps {
  readonly rows: number;
  readonly characters: number;
}

const LONGEST_CELL = 500;
/** The fraction of an answer's characters that column names and types may use. */
const HEADER_SHARE = 0.5;

/**
 * The first rows of a query as JSON values, within `caps`. Decimals are strings without trailing
 * zeros. Integers that a JavaScript number cannot represent exactly are strings with every digit.
 * Dates are YYYY-MM-DD. Cells are cut after 500 characters, or earlier if there are many columns.
 * `truncated` says whether rows are missing or cells were cut. Rejects with `Refused` if the column
 * names and types take up more than half of the characters, and with DuckDB's errors.
 */
export async function runSql(memory: Memory, sql: string, caps: Caps): Promise<Answer> {
  const result = await memory.first(sql, caps.rows + 1);
  const types = result.columnTypes().map(String);
  const columns = result.columnNames().map((name, at) => ({ name, type: types[at] ?? "" }));
  const rows: unknown[][] = [];
  let left = caps.characters - JSON.stringify(columns).length;
  if (left < caps.characters * HEADER_SHARE)
    throw new Refused(
      `the ${columns.length} column names are too long for one reply: select fewer columns, or shorten names with AS`,
    );
  // At least one row must fit.
  const longest = Math.min(LONGEST_CELL, Math.floor(left / columns.length / 2));
  let isCut = false;
  for (const row of result.getRowsJson()) {
    const values = row.map((cell, at) => exactOf(cell, types[at]));
    const cells = values.map((value) => cut(value, longest));
    left -= JSON.stringify(cells).length;
    if (rows.length === caps.rows || (left < 0 && rows.length > 0))
      return { columns, rows, truncated: true };
    isCut ||= cells.some((cell, at) => cell !== values[at]);
    rows.push(cells);
  }
  return { columns, rows, truncated: isCut };
}

/** Converts a value to JSON without losing precision. */
function exactOf(value: unknown, type = ""): unknown {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (type.startsWith("DECIMAL")) return String(value).replace(/\.0+$|(\.\d*?)0+$/, "$1");
  if (/^U?(?:BIG|HUGE)INT$/.test(type) && Number.isSafeInteger(Number(value))) return Number(value);
  return value;
}

/** Returns the value, or only the beginning of its text if the text is longer than `longest`. */
function cut(value: unknown, longest: number): unknown {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : value;
}

import type { Memory } from "./duckdb.js";

/** The rows of a query, as many as fit. */
export interface Answer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
  /** Whether there are more rows, or cut texts. */
  readonly truncated: boolean;
}

/** What an answer holds at most. */
export interface Caps {
  readonly rows: number;
  readonly characters: number;
}

const LONGEST_CELL = 500;

/**
 * The first rows of a query as JSON: decimals and integers of more than 15 digits as texts with all
 * digits, and days as YYYY-MM-DD.
 */
export async function runSql(memory: Memory, sql: string, caps: Caps): Promise<Answer> {
  const result = await memory.first(sql, caps.rows + 1);
  const types = result.columnTypes().map(String);
  const columns = result.columnNames().map((name, at) => ({ name, type: types[at] ?? "" }));
  const rows: unknown[][] = [];
  let left = caps.characters;
  let isCut = false;
  for (const row of result.getRowsJson()) {
    const cells = row.map((cell, at) => cellOf(cell, types[at]));
    left -= JSON.stringify(cells).length;
    if (rows.length === caps.rows || (left < 0 && rows.length > 0))
      return { columns, rows, truncated: true };
    isCut ||= row.some((cell) => typeof cell === "string" && cell.length > LONGEST_CELL);
    rows.push(cells);
  }
  return { columns, rows, truncated: isCut };
}

/** A value as JSON holds it exactly, cut if it is long. */
function cellOf(value: unknown, type = ""): unknown {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (type.startsWith("DECIMAL")) return String(value).replace(/\.0+$|(\.\d*?)0+$/, "$1");
  if (/^U?(?:BIG|HUGE)INT$/.test(type) && Number.isSafeInteger(Number(value))) return Number(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text.length > LONGEST_CELL) return `${text.slice(0, LONGEST_CELL)}…`;
  return value;
}

import { cellOf, type ReadRows } from "../row.js";

export interface CsvOptions {
  /** What was asked for, in that order. */
  readonly columns: readonly string[];
  /** Whether a cell that a spreadsheet would take for a formula is made a text. */
  readonly defuse: boolean;
}

/**
 * RFC 4180 with line feeds: the columns that were asked for, then those that the file adds. Twice over the rows, because a row has no key
 * for what is zero, so only all rows together know the columns.
 */
export async function* csv(read: ReadRows, { columns, defuse }: CsvOptions): AsyncGenerator<string> {
  const header = await columnsIn(read(), columns);
  const line = (values: readonly unknown[]): string => `${values.map((value) => cell(value, defuse)).join(",")}\n`;
  yield line(header);
  for await (const row of read()) yield line(header.map((name) => cellOf(row, name)));
}

/** The columns that were asked for, then all others that rows have, as they come. */
export async function columnsIn(rows: ReturnType<ReadRows>, columns: readonly string[]): Promise<readonly string[]> {
  const names = new Set(columns);
  for await (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}

function cell(value: unknown, defuse: boolean): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  // Quoted, so that no reader that splits at other characters finds a formula in the rest.
  if (defuse && isFormula(text)) return quoted(`'${text}`);
  return /[",\r\n]/.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** By OWASP's list of beginnings, the wide ones of Japanese keyboards among them. A number may have a sign. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

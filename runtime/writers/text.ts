import { ownOptions } from "../options.js";
import { cellOf, cellText, ndjsonLine } from "./row.js";
import {
  type ColumnOptions,
  chooseColumns,
  columnsIn,
  type RowSource,
  readOnce,
  readRepeatedly,
} from "./source.js";

/** Options for writing CSV. */
export interface CsvOptions extends ColumnOptions {
  /**
   * Whether to prefix cells that look like formulas, such as `=1+1`, with an apostrophe.
   * Spreadsheets then show them as text. Numbers are not changed. Default: false, which keeps exact
   * values for programs.
   */
  readonly defuseFormulas?: boolean | undefined;
}

/** Names of the CSV options that do not choose columns. */
export const CSV_OPTIONS: readonly string[] = ["defuseFormulas"];

/**
 * Converts rows to CSV (UTF-8), and yields one line at a time. Cells are quoted as in RFC 4180, but
 * lines end with a line feed. The header comes first, even if there are no rows. Nothing is written
 * if there are no columns. A missing value or null becomes an empty cell, and an id keeps all its
 * digits. Needs no file system.
 *
 * With `columns`, rows are written as they arrive. Without `columns`, or with `otherColumns:
 * "append"`, the header depends on all rows. A stream is then read into memory first, and a
 * function is called twice. Throws any error from `rows`, and a `TypeError` for an unknown option.
 * @example
 * ```ts
 * for await (const line of toCsv(report.rows())) process.stdout.write(line);
 * ```
 */
export async function* toCsv(
  rows: RowSource,
  options: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  const { defuseFormulas = false } = ownOptions(options);
  const { known, appendsOthers } = chooseColumns(rows, options, CSV_OPTIONS);
  const read = appendsOthers ? await readRepeatedly(rows) : () => readOnce(rows);
  const header = appendsOthers ? await columnsIn(read(), known) : known;
  const csvLine = (values: readonly unknown[]): string => {
    const cells = values.map((value) => cell(value, defuseFormulas));
    // A single empty cell is written as `""`, because some readers treat an empty line as the end
    // of the file, and others skip it.
    return cells.length === 1 && cells[0] === "" ? '""\n' : `${cells.join(",")}\n`;
  };
  if (header.length > 0) yield csvLine(header);
  for await (const row of read()) {
    // Rows without columns are skipped, because readers would take an empty line for a row.
    if (header.length === 0) continue;
    yield csvLine(header.map((name) => cellOf(row, name)));
  }
}

/**
 * Converts a value to a CSV cell, quoted if necessary; empty for undefined and null. With `defuse`,
 * a formula gets an apostrophe in front.
 */
function cell(value: unknown, defuse: boolean): string {
  if (value === undefined || value === null) return "";
  const text = cellText(value);
  // The cell is quoted, because a reader that expects another delimiter might otherwise split it
  // and find a formula.
  if (defuse && isFormula(text)) return quoted(`'${text}`);
  return /[",\r\n]/.test(text) ? quoted(text) : text;
}

/** Puts the text in double quotes, and doubles the quotes in it. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * Whether a cell's text looks like a formula. Follows OWASP's list and adds the full-width
 * characters of Japanese keyboards. A signed number is not a formula.
 */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

/**
 * Converts rows to NDJSON, and yields one line at a time. Each line is a row as JSON, followed by a
 * line feed. Rows are written as they arrive. Missing values are omitted. Throws any error from
 * `rows`, and a `TypeError` for a value that JSON cannot represent: a bigint, infinity or NaN.
 */
export async function* toNdjson(rows: RowSource): AsyncGenerator<string, void, undefined> {
  for await (const row of readOnce(rows)) yield ndjsonLine(row);
}

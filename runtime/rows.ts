import { ADDED } from "./certain.js";
import { CsvRows } from "./csv-rows.js";
import { DownloadError } from "./errors.js";
import { JsonRows } from "./json-rows.js";
import type { DisplayName, DisplayNames, RowsOptions } from "./reading.js";
import { csvColumns, type KnownColumns, toFill } from "./row-columns.js";
import { type AnyRow, BadFile, join, type ReadEntry, type RowReader } from "./row-reader.js";

export type Format = "JSON" | "CSV";

export interface RowOptions extends KnownColumns {
  /** What was asked for; null where nobody remembers: then the first character tells. */
  readonly format: Format | null;
}

export interface ReadRows extends RowOptions, Pick<RowsOptions, "zeroFill" | "columnNames"> {
  readonly pick: (entry: ReadEntry) => unknown;
  /** What to throw instead of an error. */
  readonly failed: (error: unknown) => unknown;
}

/**
 * What `pick` makes of each row, as the bytes arrive, whichever format these have. A file that is damaged, cut or no report at all ends
 * with a `DownloadError` that says after how many rows.
 */
export async function* readRows(bytes: AsyncIterable<Uint8Array>, { pick, failed, ...options }: ReadRows): AsyncGenerator<unknown> {
  const fill = fillFor(options);
  const columnOf = await namesFor(options);
  let rows = 0;
  let reader: RowReader | null = null;
  let start: Uint8Array = new Uint8Array(0);
  try {
    for await (const piece of bytes) {
      if (reader === null) {
        start = withoutMark(join([start, piece]));
        reader = readerFor(start, { ...options, columnOf });
        reader?.push(start);
      } else reader.push(piece);
      for (let entry = reader?.next() ?? null; entry !== null; entry = reader?.next() ?? null) {
        if (fill.length > 0) fillZeros(entry.row, fill);
        const picked = pick(entry);
        rows++;
        yield picked;
      }
    }
    reader?.end();
    for (let entry = reader?.next() ?? null; entry !== null; entry = reader?.next() ?? null) {
      if (fill.length > 0) fillZeros(entry.row, fill);
      const picked = pick(entry);
      rows++;
      yield picked;
    }
  } catch (error) {
    throw failed(afterRows(error, rows));
  }
}

/** The columns to fill: none of a CSV file under its own names, which has its zeros by itself. */
function fillFor({ zeroFill = false, columnNames, ...known }: Omit<ReadRows, "pick" | "failed">): readonly string[] {
  return known.format === "CSV" && columnNames === undefined ? [] : toFill(zeroFill, known);
}

async function namesFor({ columnNames, ...known }: Omit<ReadRows, "pick" | "failed">): Promise<ReturnType<typeof csvColumns> | undefined> {
  return columnNames === undefined || known.format === "JSON" ? undefined : csvColumns(listOf(await columnNames()), known);
}

function listOf(names: DisplayNames): readonly DisplayName[] {
  return "items" in names ? (names.items ?? []) : (names as readonly DisplayName[]);
}

function fillZeros(row: AnyRow, fill: readonly string[]): void {
  for (const name of fill) if (row[name] === undefined) row[name] = 0;
}

function afterRows(error: unknown, rows: number): unknown {
  const after = `after ${rows === 1 ? "1 row" : `${rows.toLocaleString("en-US")} rows`}`;
  if (error instanceof BadFile) return new DownloadError(`the report file is damaged ${after}: ${error.message}`, { rows });
  if (!(error instanceof DownloadError)) return error;
  const { message, status, expected, received, cause } = error;
  return new DownloadError(`${message} (${after})`, { status, expected, received, rows, cause });
}

/** Without the byte order mark, if it is there in full. */
function withoutMark(start: Uint8Array): Uint8Array {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? start.subarray(3) : start;
}

/** The reader for a file that starts like this; null while only white space, or the start of a mark, has come. */
function readerFor(
  start: Uint8Array,
  { ids, format, columnOf }: RowOptions & { readonly columnOf: ReturnType<typeof csvColumns> | undefined },
): RowReader | null {
  const at = start.findIndex((byte) => byte > 0x20);
  if (at < 0 || (start[0] === 0xef && start.length < 3)) return null;
  const first = String.fromCharCode(start[at] ?? 0);
  if (first === "<") throw new BadFile("it is HTML or XML");
  const json = first === "{" || first === "[";
  if (format === "JSON" && !json) throw new BadFile(`JSON was asked for, and it begins with ${JSON.stringify(first)}`);
  if (format === "CSV" || !json) return new CsvRows(columnOf);
  return new JsonRows([...ids, ...ADDED]);
}

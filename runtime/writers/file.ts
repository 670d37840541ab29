import { concatBytes } from "../bytes.js";
import { destinationFor, save } from "../download/save.js";
import { ownOptions } from "../options.js";
import { decimalColumns, PARQUET_OPTIONS, type ParquetOptions, toParquet } from "./parquet.js";
import { ndjsonLine, ndjsonRows, type ReadRows, type Row } from "./row.js";
import {
  type ColumnChoice,
  type ColumnOptions,
  chooseColumns,
  describedTypes,
  type RowSource,
  readOnce,
  withDigits,
} from "./source.js";
import { CSV_OPTIONS, type CsvOptions, toCsv, toNdjson } from "./text.js";

// Size in bytes up to which smaller pieces are combined.
const BUFFER = 64 * 1024;

/**
 * Writes rows as CSV to a file; resolves to the number of rows. Pass the file as a path or a
 * `file:` URL. The file appears only when it is complete. Until then, and after an error, an
 * existing file is unchanged. Memory use does not depend on the number of rows. Without `columns`,
 * or with `otherColumns: "append"`, the rows are read twice: a stream is first stored in a
 * temporary file in the same folder, and a function is called twice.
 *
 * Throws an `InvalidArgumentError` for an invalid path or if there is no file system, and a
 * `DownloadError` if the file cannot be written. Throws a `TypeError` for an unknown option, and
 * any error from `rows`.
 * @example
 * ```ts
 * const rows = await writeCsv(report.rows(), "report.csv", { columns: ["CAMPAIGN_ID"] });
 * ```
 */
export async function writeCsv(
  rows: RowSource,
  path: string | URL,
  options: CsvOptions = {},
): Promise<number> {
  const choice = chooseColumns(rows, options, CSV_OPTIONS);
  const pieces = (source: RowSource): AsyncIterable<string> =>
    toCsv(source, { ...options, ...chosen(choice, options) });
  return writeRows(rows, path, {
    call: "writeCsv(rows, path)",
    isRepeated: choice.appendsOthers,
    pieces,
  });
}

/**
 * Writes rows as NDJSON to a file; resolves to the number of rows. Pass the file as a path or a
 * `file:` URL. Rows are written as they arrive, but the file appears only when it is complete.
 * Until then, and after an error, an existing file is unchanged. A missing folder is not created.
 *
 * Throws the same errors as `writeCsv`, and a `TypeError` for a value that JSON cannot represent.
 * @example
 * ```ts
 * const rows = await writeNdjson(report.rows(), "report.ndjson");
 * ```
 */
export async function writeNdjson(rows: RowSource, path: string | URL): Promise<number> {
  return writeRows(rows, path, {
    call: "writeNdjson(rows, path)",
    isRepeated: false,
    pieces: toNdjson,
  });
}

/**
 * Writes rows as Parquet to a file; resolves to the number of rows. Pass the file as a path or a
 * `file:` URL. The file appears only when it is complete. Until then, and after an error, an
 * existing file is unchanged. Memory use does not depend on the number of rows. All rows are read
 * twice, because the type of a column must fit all its values: a stream is first stored in a
 * temporary file in the same folder, and a function is called twice. If a value does not fit, its
 * column gets a wider type, and `onNote` is called.
 *
 * Throws the same errors as `writeCsv`, and an `InvalidArgumentError` if the hyparquet-writer
 * package is not installed.
 */
export async function writeParquet(
  rows: RowSource,
  path: string | URL,
  options: ParquetOptions = {},
): Promise<number> {
  const choice = chooseColumns(rows, options, PARQUET_OPTIONS);
  const { columns, columnFacts = {} } = ownOptions(options);
  const facts = { described: describedTypes(columns), columnFacts };
  const pieces = (source: RowSource): AsyncIterable<Uint8Array> =>
    toParquet(source, { ...options, ...chosen(choice, options) });
  return writeRows(withDigits(rows, decimalColumns(choice.known, facts)), path, {
    call: "writeParquet(rows, path)",
    isRepeated: true,
    pieces,
  });
}

/** Options that produce the same columns for another source of the same rows. */
function chosen(
  { known, appendsOthers }: ColumnChoice,
  { columns = known }: ColumnOptions,
): Required<ColumnOptions> {
  return { columns, otherColumns: appendsOthers ? "append" : "omit" };
}

interface Format {
  readonly call: string;
  /** Whether the format reads the rows twice. */
  readonly isRepeated: boolean;
  readonly pieces: (rows: RowSource) => AsyncIterable<string | Uint8Array>;
}

/**
 * Writes the rows to `path` in the format; resolves to the number of rows. If the format reads the
 * rows twice, a stream is first stored in a temporary file.
 */
async function writeRows(
  rows: RowSource,
  path: string | URL,
  { call, isRepeated, pieces }: Format,
): Promise<number> {
  const writing = { call, content: "the rows" };
  let count = 0;
  const read: ReadRows = async function* () {
    count = 0;
    for await (const row of readOnce(rows)) {
      count++;
      yield row;
    }
  };
  const write = (source: ReadRows): Promise<number> =>
    save(() => joined(pieces(source)), path, writing);
  if (isRepeated && typeof rows !== "function" && !Array.isArray(rows))
    await stored(read(), path, { writing, use: write });
  else await write(read);
  return count;
}

/**
 * Stores the rows in a temporary file next to `path` while `use` runs. `use` receives a function
 * that reads the rows.
 */
async function stored(
  rows: AsyncIterable<Row>,
  path: string | URL,
  {
    writing,
    use,
  }: {
    readonly writing: Parameters<typeof destinationFor>[1];
    readonly use: (read: ReadRows) => Promise<unknown>;
  },
): Promise<void> {
  const { disk, guard, part } = await destinationFor(path, writing);
  const { open, rm } = disk.fs;
  const name = `${part}.rows`;
  // Rows may be confidential, so other users must not be able to read them before the file has its
  // final permissions.
  const file = await guard(open(name, "wx", 0o600));
  try {
    const lines = async function* (): AsyncGenerator<string> {
      for await (const row of rows) yield ndjsonLine(row);
    };
    for await (const piece of joined(lines())) await guard(file.appendFile(piece));
    await guard(file.close());
    await use(() => ndjsonRows(textOf(name, open)));
  } finally {
    await file.close().catch(() => {});
    await rm(name, { force: true }).catch(() => {});
  }
}

/** Yields the text of a file in pieces. */
async function* textOf(
  name: string,
  open: typeof import("node:fs/promises").open,
): AsyncGenerator<string> {
  const file = await open(name, "r");
  try {
    yield* file.createReadStream({ encoding: "utf8", highWaterMark: BUFFER, autoClose: false });
  } finally {
    await file.close();
  }
}

/** Yields the pieces as bytes, combining small ones. Text is encoded as UTF-8. */
async function* joined(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let buffered: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === "string" ? encoder.encode(piece) : piece;
    size += bytes.length;
    buffered.push(bytes);
    if (size < BUFFER) continue;
    yield concatBytes(buffered);
    [buffered, size] = [[], 0];
  }
  if (size > 0) yield concatBytes(buffered);
}

import { concatBytes } from "../bytes.js";
import { BadFile, InvalidArgumentError } from "../errors.js";
import { ownOptions } from "../options.js";
import type { RowsOptions } from "../types.js";
import {
  ADDED,
  exactColumns,
  type KnownColumns,
  namedColumns,
  rawColumns,
  zeroFilledColumns,
} from "./columns.js";
import { CsvRows, rejectSentence } from "./csv-rows.js";
import { JsonRows } from "./json-rows.js";
import {
  type AnyRow,
  afterRows,
  checkBlank,
  type Format,
  formatOf,
  isBlank,
  type RowReader,
  withoutBom,
} from "./reader.js";

/** Items that have arrived. */
export interface Batch<Item> {
  /** The next item; undefined if there is none left. */
  next(): Item | undefined;
}

/**
 * Iterates over single items that arrive in batches. An async generator would await each item
 * several times, even those that have arrived, which costs more than making a row.
 */
export class BatchIterator<Item> implements AsyncIterableIterator<Item> {
  readonly #batches: AsyncGenerator<Batch<Item>>;
  #batch: Batch<Item> | null = null;
  /** The last pending `next`; null if there is none. */
  #pending: Promise<IteratorResult<Item>> | null = null;
  #isClosed = false;

  constructor(batches: AsyncGenerator<Batch<Item>>) {
    this.#batches = batches;
  }

  /** The iterator itself: it can be iterated once. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The next item; concurrent calls get the items in order. */
  next(): Promise<IteratorResult<Item>> {
    if (this.#pending === null && !this.#isClosed) {
      const value = this.#batch?.next();
      if (value !== undefined) return Promise.resolve({ value, done: false });
    }
    const wait = () => this.#wait();
    const pending = this.#pending === null ? wait() : this.#pending.then(wait, wait);
    const clear = () => {
      if (this.#pending === pending) this.#pending = null;
    };
    pending.then(clear, clear);
    this.#pending = pending;
    return pending;
  }

  /** Ends the iteration and closes the source of the batches. */
  async return(): Promise<IteratorResult<Item>> {
    this.#isClosed = true;
    await this.#batches.return(undefined);
    return { value: undefined, done: true };
  }

  async #wait(): Promise<IteratorResult<Item>> {
    while (!this.#isClosed) {
      const value = this.#batch?.next();
      if (value !== undefined) return { value, done: false };
      const result = await this.#batches.next();
      if (result.done) break;
      this.#batch = result.value;
    }
    return { value: undefined, done: true };
  }
}

/** What is known about a report's file before it is read. */
export interface RowOptions extends KnownColumns {
  /** Requested format; null if not known, and then taken from the first character. */
  readonly format: Format | null;
}

/** A report's rows, and how they are read. */
export type RowReadOptions = RowOptions & Pick<RowsOptions, "zeroFill" | "columnNames" | "exact">;

/** How rows are read and what is made of each. */
export interface ReadRows extends RowReadOptions {
  readonly pick: (row: AnyRow, keys: readonly string[]) => unknown;
  /** Maps an error to the one to throw. */
  readonly failed: (error: unknown) => unknown;
  /** Whether the loop was left, so that no error is thrown. */
  readonly isClosed?: () => boolean;
  /** Called with the number of rows when the iteration ends, however it ends. */
  readonly counted?: (rows: number) => void;
}

/**
 * Lazily iterates over the results of `pick` for each row, as the bytes arrive, in either format;
 * without rows for an empty file. For a file that is damaged, truncated or not a report, the error
 * is a `DownloadError` with the number of rows before it. That error, or any other, is passed to
 * `failed`, and its result is thrown.
 */
export function readRows(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadRows,
): AsyncIterableIterator<unknown> {
  return new BatchIterator(piecesOfRows(bytes, options));
}

/** Yields the rows after each chunk of bytes; see `readRows`. */
async function* piecesOfRows(
  bytes: AsyncIterable<Uint8Array>,
  { pick, failed, isClosed, counted, ...readOptions }: ReadRows,
): AsyncGenerator<PickedRows> {
  let picked: PickedRows | null = null;
  let start: Uint8Array = new Uint8Array(0);
  try {
    const make = await makerFor(readOptions);
    for await (const piece of bytes) {
      if (picked === null) {
        start = withoutBom(concatBytes([start, piece]));
        // Limited, because each chunk is checked together with the whole beginning.
        checkBlank(start);
        const format = formatOf(start, readOptions.format);
        if (format === null) continue;
        picked = new PickedRows(make(format), pick);
        picked.reader.push(start);
      } else picked.reader.push(piece);
      yield picked;
      picked.check();
    }
    if (picked === null && !isBlank(start)) throw new BadFile("it ends within its first character");
    if (picked === null) return;
    picked.reader.end();
    yield picked;
    picked.check();
  } catch (error) {
    if (isClosed?.() === true) return;
    throw failed(afterRows(error, picked?.rows ?? 0));
  } finally {
    counted?.(picked?.rows ?? 0);
  }
}

/**
 * The rows that have arrived. `next` returns undefined after an error; `check` then throws it, so
 * that all rows before it are taken first.
 */
class PickedRows implements Batch<unknown> {
  readonly reader: RowReader;
  readonly #pick: ReadRows["pick"];
  rows = 0;
  #failure: { readonly error: unknown } | null = null;

  constructor(reader: RowReader, pick: ReadRows["pick"]) {
    this.reader = reader;
    this.#pick = pick;
  }

  next(): unknown {
    if (this.#failure !== null) return undefined;
    try {
      const row = this.reader.next();
      if (row === null) return undefined;
      const picked = this.#pick(row, this.reader.keys);
      this.rows++;
      return picked;
    } catch (error) {
      this.#failure = { error };
      return undefined;
    }
  }

  /** Throws the error at which `next` stopped, if any. */
  check(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}

type MakeReader = (format: Format) => RowReader;

/**
 * Creates the function that makes the reader of a format. Throws an `InvalidArgumentError` for an
 * option that the format does not support; before the file is fetched if the format is known.
 */
async function makerFor(readOptions: RowReadOptions): Promise<MakeReader> {
  const { zeroFill, columnNames, exact: asDigits = [], ...known } = ownOptions(readOptions);
  const { format, ids } = known;
  if (columnNames === undefined) checkZeroFill(zeroFill, known);
  const fill = zeroFilledColumns(zeroFill, known);
  const exact = exactColumns(asDigits, known);
  const header =
    format === "JSON" || columnNames === undefined
      ? rawColumns(known)
      : namedColumns(await columnNames(), known, { fill, exact });
  return (fileFormat) => {
    if (fileFormat === "JSON") return new JsonRows([...ids, ...ADDED], { fill, exact });
    if (columnNames === undefined) checkZeroFill(zeroFill, { ...known, format: fileFormat });
    return new CsvRows(header);
  };
}

/**
 * Throws an `InvalidArgumentError` if `zeroFill` cannot fill a file that is read without
 * `columnNames`: true and any list for a CSV file, and true if the requested columns are not known.
 * The default fills what it can, and false nothing: both are always accepted.
 */
export function checkZeroFill(
  zeroFill: boolean | readonly string[] | undefined,
  known: KnownColumns & { readonly format?: Format | null },
): void {
  if (zeroFill === undefined || zeroFill === false) return;
  if (known.format === "CSV") {
    throw new InvalidArgumentError(
      "zeroFill fills a CSV file only with columnNames, because its header has display names: rows({ zeroFill, columnNames: () => … }) of the finished report; without zeroFill, its cells are read as strings",
    );
  }
  zeroFilledColumns(zeroFill, known);
}

/** Number of bytes from which the kind of a file is determined. */
export const BEGINNING = 1_024;
// An error in place of a report, whose outermost keys are ids or dates.
const REFUSAL = /^\s*\{\s*"(errors?|code|message)"\s*:/;

/**
 * Throws a `BadFile` if the beginning of a file (`isAll`: all of it) is not a report's: gzip, HTML
 * or XML, another format than requested, an error response, or prose in place of a CSV header (a
 * single name although at least two columns were requested, or a sentence as the only text of the
 * file). Blank bytes pass.
 */
export function checkBeginning(bytes: Uint8Array, reading: RowOptions, isAll: boolean): void {
  const format = formatOf(bytes, reading.format);
  const text = new TextDecoder().decode(bytes);
  if (REFUSAL.test(text)) throw new BadFile("it contains an error instead of rows");
  const [firstLine = "", secondLine] = text.trim().split(/[\r\n]/, 2);
  // A quoted cell may hold commas and line ends, and prose has no quotes.
  if (format !== "CSV" || firstLine.includes('"') || (secondLine === undefined && !isAll)) return;
  const names = firstLine.split(",");
  rawColumns(reading)(names);
  if (secondLine === undefined) rejectSentence(names);
}

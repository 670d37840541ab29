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

/** A batch of items that have arrived. */
export interface Batch<Item> {
  /** Returns the next item; undefined if none is left. */
  next(): Item | undefined;
}

/**
 * Iterates over individual items that arrive in batches. An async generator would await each item
 * several times, even if it has already arrived, which takes longer than making a row.
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

  /** Returns the iterator itself, so it can only be iterated once. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Resolves to the next item. Concurrent calls get the items in order. */
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

  /** Resolves to the next item. Reads more batches until one has an item or the source ends. */
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

/** Facts about a report's file that are known before it is read. */
export interface RowOptions extends KnownColumns {
  /** Requested format; null to detect it from the file's first character. */
  readonly format: Format | null;
}

/** Facts about a report's rows, and the caller's options for reading them. */
export type RowReadOptions = RowOptions & Pick<RowsOptions, "zeroFill" | "columnNames" | "exact">;

/** How to read rows, and what to return for each row. */
export interface ReadRows extends RowReadOptions {
  readonly pick: (row: AnyRow, keys: readonly string[]) => unknown;
  /** Converts an error to the error to throw. */
  readonly failed: (error: unknown) => unknown;
  /** Whether the consumer has stopped reading. If so, no error is thrown. */
  readonly isClosed?: () => boolean;
  /** Called with the number of rows when the iteration ends for any reason. */
  readonly counted?: (rows: number) => void;
}

/**
 * Calls `pick` for each row as the bytes arrive, and yields the results. Reads JSON and CSV. `pick`
 * must not return undefined, which would look like the end of a batch. Nothing is read before the
 * iteration begins. An empty file has no rows. A file that is damaged, truncated or not a report
 * causes a `DownloadError` with the number of rows read before the error. Every error is passed to
 * `failed`, and whatever that returns is thrown.
 */
export function readRows(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadRows,
): AsyncIterableIterator<unknown> {
  return new BatchIterator(piecesOfRows(bytes, options));
}

/** Yields a batch of rows for each chunk of bytes; see `readRows`. */
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
        // Leading blank bytes are limited, because everything read so far is rechecked with each
        // chunk.
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
 * The rows of a chunk. After an error, `next` returns undefined and `check` throws the error, so
 * that all rows before it are returned first.
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

  /**
   * Returns what `pick` returns for the next row; undefined if more bytes are needed, or after an
   * error.
   */
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

  /** Throws the error that stopped `next`, if any. */
  check(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}

type MakeReader = (format: Format) => RowReader;

/**
 * Returns the function that creates a reader for a format. Throws an `InvalidArgumentError` for an
 * option that the format does not support. If the format is known, this happens before the file is
 * fetched.
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
 * Throws an `InvalidArgumentError` if `zeroFill` cannot be used without `columnNames`. The default
 * and false are always accepted. For a CSV file, any other value is rejected. For any other file,
 * throws any error from `zeroFilledColumns`.
 */
export function checkZeroFill(
  zeroFill: boolean | readonly string[] | undefined,
  known: KnownColumns & { readonly format?: Format | null },
): void {
  if (zeroFill === undefined || zeroFill === false) return;
  if (known.format === "CSV") {
    throw new InvalidArgumentError(
      "zeroFill needs columnNames for a CSV file, because its header has display names: call rows({ zeroFill, columnNames: () => … }) on the finished report, or leave zeroFill out to read strings",
    );
  }
  zeroFilledColumns(zeroFill, known);
}

/** Number of bytes that are used to detect a file's format. */
export const BEGINNING = 1_024;
// Matches an error response. The outermost keys of a report would be ids or dates.
const REFUSAL = /^\s*\{\s*"(errors?|code|message)"\s*:/;

/**
 * Throws a `BadFile` if a file's beginning shows that it is not a report. This is the case for
 * gzip, HTML, XML, a format other than the requested one, an error response, or text instead of a
 * CSV header. A file is text in two cases: its header has only one name although at least two
 * columns were requested, or the file consists of one sentence. A first line that is incomplete or
 * contains a quote is not checked for text. `isAll` says whether `bytes` is the whole file. Accepts
 * blank bytes.
 */
export function checkBeginning(bytes: Uint8Array, reading: RowOptions, isAll: boolean): void {
  const format = formatOf(bytes, reading.format);
  const text = new TextDecoder().decode(bytes);
  if (REFUSAL.test(text)) throw new BadFile("it contains an error instead of rows");
  const [firstLine = "", secondLine] = text.trim().split(/[\r\n]/, 2);
  // A line with quotes is not split at commas, because quoted cells may contain commas and line
  // ends. Such a line cannot be a sentence either.
  if (format !== "CSV" || firstLine.includes('"') || (secondLine === undefined && !isAll)) return;
  const names = firstLine.split(",");
  rawColumns(reading)(names);
  if (secondLine === undefined) rejectSentence(names);
}

import { concatBytes } from "../bytes.js";
import { BadFile, DownloadError, InvalidArgumentError } from "../errors.js";
import { ownOptions } from "../options.js";
import type { RowsOptions } from "../types.js";
import { ADDED, type KnownColumns, namedColumns, ownColumns, toFill } from "./columns.js";
import { CsvRows, refuseSentence } from "./csv-rows.js";
import { JsonRows } from "./json-rows.js";
import type { AnyRow, RowReader } from "./reader.js";

/** Items that have arrived. */
export interface Batch<Item> {
  /** The next item; undefined if there is none left. */
  next(): Item | undefined;
}

/**
 * Iterates over single items that arrive in batches. An async generator would await each item several times, even those that have arrived,
 * which costs more than making a row.
 */
export class BatchIterator<Item> implements AsyncIterableIterator<Item> {
  readonly #bunches: AsyncGenerator<Batch<Item>>;
  #bunch: Batch<Item> | null = null;
  /** The last pending `next`; null if there is none. */
  #waited: Promise<IteratorResult<Item>> | null = null;
  #left = false;

  constructor(bunches: AsyncGenerator<Batch<Item>>) {
    this.#bunches = bunches;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Item>> {
    if (this.#waited === null && !this.#left) {
      const value = this.#bunch?.next();
      if (value !== undefined) return Promise.resolve({ value, done: false });
    }
    const wait = () => this.#wait();
    const waited = this.#waited === null ? wait() : this.#waited.then(wait, wait);
    const over = () => {
      if (this.#waited === waited) this.#waited = null;
    };
    waited.then(over, over);
    this.#waited = waited;
    return waited;
  }

  async return(): Promise<IteratorResult<Item>> {
    this.#left = true;
    await this.#bunches.return(undefined);
    return { value: undefined, done: true };
  }

  async #wait(): Promise<IteratorResult<Item>> {
    while (!this.#left) {
      const value = this.#bunch?.next();
      if (value !== undefined) return { value, done: false };
      const more = await this.#bunches.next();
      if (more.done) break;
      this.#bunch = more.value;
    }
    return { value: undefined, done: true };
  }
}

const MARK = [0xef, 0xbb, 0xbf];
const GZIP = [0x1f, 0x8b];
const LONGEST_BLANK = 16 * 1024;

export type Format = "JSON" | "CSV";

export interface RowOptions extends KnownColumns {
  /** Requested format; null if not known, and then taken from the first character. */
  readonly format: Format | null;
}

/** A report's rows, and how they are read. */
export type RowReadOptions = RowOptions & Pick<RowsOptions, "zeroFill" | "columnNames">;

export interface ReadRows extends RowReadOptions {
  readonly pick: (row: AnyRow, keys: readonly string[]) => unknown;
  /** Maps an error to the one to throw. */
  readonly failed: (error: unknown) => unknown;
  /** Whether the loop was left, so that no error is thrown. */
  readonly left?: () => boolean;
}

/**
 * The result of `pick` for each row, as the bytes arrive, in either format. A file that is damaged, cut or not a report ends with a
 * `DownloadError` that states the number of rows before it.
 */
export function readRows(bytes: AsyncIterable<Uint8Array>, options: ReadRows): AsyncIterableIterator<unknown> {
  return new BatchIterator(piecesOfRows(bytes, options));
}

async function* piecesOfRows(bytes: AsyncIterable<Uint8Array>, { pick, failed, left, ...asked }: ReadRows): AsyncGenerator<Picked> {
  let picked: Picked | null = null;
  let start: Uint8Array = new Uint8Array(0);
  try {
    const make = await makerFor(asked);
    for await (const piece of bytes) {
      if (picked === null) {
        start = withoutMark(concatBytes([start, piece]));
        // Limited, because each chunk is checked together with the whole beginning.
        if (start.length > LONGEST_BLANK && isBlank(start))
          throw new BadFile(`it begins with more than ${LONGEST_BLANK / 1024} KiB of white space`);
        const format = formatOf(start, asked.format);
        if (format === null) continue;
        picked = new Picked(make(format), pick);
        picked.reader.push(start);
      } else picked.reader.push(piece);
      yield picked;
      picked.check();
    }
    if (picked === null && start[0] === MARK[0]) throw new BadFile("it ends within its first character");
    if (picked === null) return;
    picked.reader.end();
    yield picked;
    picked.check();
  } catch (error) {
    if (left?.() === true) return;
    throw failed(afterRows(error, picked?.rows ?? 0));
  }
}

/** The rows of a file that have arrived. An error is thrown by `check`, after all rows before it were taken. */
class Picked implements Batch<unknown> {
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

  check(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}

type MakeReader = (found: Format) => RowReader;

/**
 * Creates the function that makes the reader of a format. Throws an `InvalidArgumentError` for an option that the format does not support;
 * if the format is known, before the file is fetched.
 */
async function makerFor(asked: RowReadOptions): Promise<MakeReader> {
  const { zeroFill = false, columnNames, ...known } = ownOptions(asked);
  const { format, ids } = known;
  const unnamed = zeroFill !== false && columnNames === undefined;
  if (format === "CSV" && unnamed) throw fillsNothing();
  const fill = toFill(zeroFill, known);
  const header = format === "JSON" || columnNames === undefined ? ownColumns(known) : namedColumns(await columnNames(), known, fill);
  return (found) => {
    if (found === "JSON") return new JsonRows([...ids, ...ADDED], fill);
    if (unnamed) throw fillsNothing();
    return new CsvRows(header);
  };
}

function fillsNothing(): InvalidArgumentError {
  return new InvalidArgumentError(
    "zeroFill needs columnNames for a CSV file, whose header has names for people: rows({ zeroFill, columnNames: () => … }); read without either, its zeros are in it as texts",
  );
}

function afterRows(error: unknown, rows: number): unknown {
  const after = `after ${rows === 1 ? "1 row" : `${rows.toLocaleString("en-US")} rows`}`;
  if (error instanceof BadFile) return new DownloadError(`the report file is damaged ${after}: ${error.message}`, { rows });
  if (!(error instanceof DownloadError)) return error;
  const { message, status, expected, received, cause } = error;
  return new DownloadError(`${message} (${after})`, { status, expected, received, rows, cause });
}

/** The bytes without the byte order mark, if it is complete. */
function withoutMark(start: Uint8Array): Uint8Array {
  return MARK.every((byte, index) => start[index] === byte) ? start.subarray(MARK.length) : start;
}

function isInk(byte: number): boolean {
  return byte > 0x20;
}

function isBlank(bytes: Uint8Array): boolean {
  return !bytes.some(isInk);
}

/**
 * Format of a file that starts with these bytes; null if there is only white space, or the start of a byte order mark. Throws a `BadFile`
 * if the file is not a report, or of another format than requested.
 */
export function formatOf(bytes: Uint8Array, asked: Format | null): Format | null {
  const start = withoutMark(bytes);
  const at = start.findIndex(isInk);
  if (at < 0 || (start[0] === MARK[0] && start.length < MARK.length)) return null;
  if (GZIP.every((byte, index) => start[index] === byte)) throw new BadFile("it is gzip, but the host does not declare it");
  const byte = start[at] ?? 0;
  const first = String.fromCharCode(byte);
  if (first === "<") throw new BadFile("it is HTML or XML");
  const found = first === "{" || first === "[" ? "JSON" : "CSV";
  if (asked !== null && found !== asked) {
    const shown = byte < 0x7f ? JSON.stringify(first) : `the byte 0x${byte.toString(16)}`;
    throw new BadFile(`${asked} was requested, but it begins with ${shown}`);
  }
  return found;
}

/** Number of bytes from which the kind of a file is told. */
export const BEGINNING = 1_024;
// An error in place of a report, whose outermost keys are ids or dates.
const REFUSAL = /^\s*\{\s*"(errors?|code|message)"\s*:/;

/** Throws a `BadFile` if the beginning of a file, or all of it, is not a report's: another format than requested, an error, or prose. */
export function checkBeginning(bytes: Uint8Array, reading: RowOptions, isAll: boolean): void {
  const found = formatOf(bytes, reading.format);
  const text = new TextDecoder().decode(bytes);
  if (REFUSAL.test(text)) throw new BadFile("it contains an error instead of rows");
  const [line = "", more] = text.trim().split(/[\r\n]/, 2);
  // A quoted cell may hold commas and line ends, and prose has no quotes.
  if (found !== "CSV" || line.includes('"') || (more === undefined && !isAll)) return;
  const names = line.split(",");
  ownColumns(reading)(names);
  if (more === undefined) refuseSentence(names);
}

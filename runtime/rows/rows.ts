import { concatBytes } from "../bytes.js";
import { BadFile, DownloadError, InvalidArgumentError } from "../errors.js";
import { ownOptions } from "../options.js";
import type { RowsOptions } from "../types.js";
import { ADDED, type KnownColumns, namedColumns, ownColumns, toFill } from "./columns.js";
import { CsvRows } from "./csv-rows.js";
import { JsonRows } from "./json-rows.js";
import type { AnyRow, RowReader } from "./reader.js";

/** Items that are here. */
export interface Batch<Item> {
  /** The next of them; undefined when there is none any more. */
  next(): Item | undefined;
}

/**
 * One by one what comes in bunches. An async generator would have each item wait for its turn several times, also those that are here, which
 * costs more than to make a row.
 */
export class BatchIterator<Item> implements AsyncIterableIterator<Item> {
  readonly #bunches: AsyncGenerator<Batch<Item>>;
  #bunch: Batch<Item> | null = null;
  /** The last item that is waited for; null when none is. */
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
  /** What was asked for; null where nobody remembers: then the first character tells. */
  readonly format: Format | null;
}

/** A report's rows, and how its reader wants them. */
export type RowReadOptions = RowOptions & Pick<RowsOptions, "zeroFill" | "columnNames">;

export interface ReadRows extends RowReadOptions {
  readonly pick: (row: AnyRow, keys: readonly string[]) => unknown;
  /** What to throw instead of an error. */
  readonly failed: (error: unknown) => unknown;
  /** Whether whoever reads has left, so that nobody hears an error. */
  readonly left?: () => boolean;
}

/**
 * What `pick` makes of each row, as the bytes arrive, whichever format these have. A file that is damaged, cut or no report at all ends
 * with a `DownloadError` that says after how many rows.
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
        // Each piece is held against the whole beginning.
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

/** The rows that are here of a file. What goes wrong with one is thrown by `check`, when all before it were taken. */
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

/** What makes the reader of a format. Refuses what cannot be asked of it, before the file is fetched where the format is known. */
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

/** Without the byte order mark, if it is there in full. */
function withoutMark(start: Uint8Array): Uint8Array {
  return MARK.every((byte, index) => start[index] === byte) ? start.subarray(MARK.length) : start;
}

function isInk(byte: number): boolean {
  return byte > 0x20;
}

function isBlank(bytes: Uint8Array): boolean {
  return !bytes.some(isInk);
}

/** What a file that starts like this is; null while only white space, or the start of a mark, has come. Throws where it is no report. */
export function formatOf(bytes: Uint8Array, asked: Format | null): Format | null {
  const start = withoutMark(bytes);
  const at = start.findIndex(isInk);
  if (at < 0 || (start[0] === MARK[0] && start.length < MARK.length)) return null;
  if (GZIP.every((byte, index) => start[index] === byte)) throw new BadFile("it is gzip, and its host does not say so");
  const byte = start[at] ?? 0;
  const first = String.fromCharCode(byte);
  if (first === "<") throw new BadFile("it is HTML or XML");
  const found = first === "{" || first === "[" ? "JSON" : "CSV";
  if (asked !== null && found !== asked) {
    const shown = byte < 0x7f ? JSON.stringify(first) : `the byte 0x${byte.toString(16)}`;
    throw new BadFile(`${asked} was asked for, and it begins with ${shown}`);
  }
  return found;
}

import { concatBytes, yieldingBytes } from "../bytes.js";
import { onAbort, raceAbort, StepTimeout, withTimeout } from "../clock.js";
import { collect } from "../collect.js";
import type { FileReading } from "../download/download.js";
import { checkMaxBytes, DEFAULT_MAX_BYTES, limitedBytes } from "../download/download.js";
import { save } from "../download/save.js";
import { attachHandle, BadFile, DownloadError, InvalidArgumentError } from "../errors.js";
import { type CallConfig, duration } from "../http/config.js";
import { BadResponse } from "../http/fetch.js";
import { type ItemStream, type ToArrayOptions, WITH_DIGITS } from "../item-stream.js";
import { ownReportOptions } from "../options.js";
import { printing } from "../redact.js";
import { checkGuaranteed, KeyedRows, knownColumns } from "../rows/columns.js";
import { readJson } from "../rows/json-rows.js";
import { entryOf } from "../rows/reader.js";
import { BEGINNING, checkBeginning, type ReadRows, readRows } from "../rows/rows.js";
import type {
  BufferOptions,
  DownloadOptions,
  FinishedReport,
  ReadRow,
  ReportEntry,
  ReportHandle,
  RowStream,
  RowsOptions,
} from "../types.js";
import type { FinishedFile } from "./report-steps.js";

type Limits = Pick<FileReading, "signal" | "maxBytes" | "deadlineMs" | "exactSize">;

/** The parts of a finished report. */
export interface ReportParts extends FinishedFile {
  readonly config: CallConfig;
}

/**
 * A finished report that is downloaded from the file's host. All fields are private. Printing the
 * report shows the handle without its token, the size and the request id, but no link.
 */
export class DownloadableReport<Row, SparseRow = unknown>
  implements FinishedReport<Row, SparseRow>
{
  readonly #parts: ReportParts;

  constructor(parts: ReportParts) {
    this.#parts = parts;
    printing(this, () => this.toJSON(), "FinishedReport");
  }

  /** The report's handle; `resume` accepts it. */
  get handle(): ReportHandle {
    return this.#parts.handle;
  }

  /** Size in bytes, as announced with the latest link; null if none was announced. */
  get size(): number | null {
    return this.#parts.source.link().size;
  }

  /** See `FinishedReport.requestId`. */
  get requestId(): string | null {
    return this.#parts.requestId;
  }

  /**
   * Returns what `JSON.stringify` writes: the handle without its token, the size and the request
   * id. To store the report for `resume`, store its `handle`.
   */
  toJSON(): object {
    const { token: _, ...handle } = this.handle;
    return { handle, size: this.size, requestId: this.requestId };
  }

  /** See `FinishedReport.rows`. Lazy: nothing is downloaded before the iteration begins. */
  rows<ZeroFill extends boolean | readonly string[] = true>(
    options: RowsOptions<ZeroFill> = {},
  ): RowStream<ReadRow<Row, SparseRow, ZeroFill>> {
    const { format, ...handle } = this.handle;
    // With `columnNames`, rows of a CSV file use the requested column names.
    const columns = knownColumns({
      ...handle,
      ...(format !== undefined && options.columnNames === undefined && { format }),
    });
    // The type of the rows follows from the request and from `zeroFill`, which only the caller
    // knows.
    type Rows = ItemStream<ReadRow<Row, SparseRow, ZeroFill>>;
    const rows = Object.assign(this.#read(options, () => this.#filled((row) => row)) as Rows, {
      columns,
    });
    return Object.defineProperty(rows, WITH_DIGITS, {
      value: (exact: readonly string[]) => this.rows({ ...options, exact: options.exact ?? exact }),
    });
  }

  /** See `FinishedReport.toArray`. */
  async toArray<ZeroFill extends boolean | readonly string[] = true>(
    options: RowsOptions<ZeroFill> = {},
  ): Promise<ReadRow<Row, SparseRow, ZeroFill>[]> {
    return this.rows(options).toArray();
  }

  /** The same rows as `rows`, each with the path of keys that leads to it in the file. */
  keyedRows(options: RowsOptions = {}): ItemStream<ReportEntry<Row>> {
    return this.#read(options, () => this.#filled(entryOf)) as ItemStream<ReportEntry<Row>>;
  }

  /** See `FinishedReport.entries`. Lazy: nothing is downloaded before the iteration begins. */
  entries(
    options: RowsOptions = {},
  ): ItemStream<ReportEntry<Partial<Row> & Readonly<Record<string, unknown>>>> {
    type FileEntry = ReportEntry<Partial<Row> & Readonly<Record<string, unknown>>>;
    return this.#read(options, () => entryOf) as ItemStream<FileEntry>;
  }

  /**
   * The whole file as text; empty for an empty report. Throws a `DownloadError` if the file is
   * larger than `maxBytes` (default 100 MiB) or not UTF-8.
   */
  async text(options: BufferOptions = {}): Promise<string> {
    return this.#decode(await this.#readAll(options), (bytes) =>
      new TextDecoder("utf-8", { fatal: true }).decode(bytes),
    );
  }

  /**
   * The whole file, parsed, with ids as strings; `{}` for an empty report. Throws an
   * `InvalidArgumentError` for a CSV report, and a `DownloadError` if the file is larger than
   * `maxBytes` (default 100 MiB) or not valid JSON.
   */
  async json(options: BufferOptions = {}): Promise<unknown> {
    const { ids, format } = this.#parts.reading;
    if (format === "CSV")
      throw new InvalidArgumentError(
        "json() only reads JSON, but this report is CSV: use rows() or text()",
      );
    const bytes = await this.#readAll(options);
    return bytes.length === 0 ? {} : this.#decode(bytes, () => readJson(bytes, ids));
  }

  /**
   * Writes the file to `path`; resolves to the number of bytes. Rejects with any error from `save`,
   * with the report's handle attached.
   */
  async download(path: string | URL, options: DownloadOptions = {}): Promise<number> {
    const limits = limitsOf(ownReportOptions(options));
    try {
      return await save((restart) => this.#report({ ...limits, restart }), path);
    } catch (error) {
      throw attachHandle(error, this.#parts.handle);
    }
  }

  /**
   * The items that `pick` returns for the rows. Each iteration downloads the file again, with a new
   * `pick` from `picker`.
   */
  #read(rawOptions: RowsOptions, picker: () => ReadRows["pick"]): ItemStream<unknown> {
    const options = ownReportOptions(rawOptions);
    const limits = limitsOf(options);
    const inMemory = { ...limits, maxBytes: limits.maxBytes ?? DEFAULT_MAX_BYTES };
    const toArray = (only?: ToArrayOptions) =>
      collect(this.#iterable(options, inMemory, picker), only);
    return Object.assign(this.#iterable(options, limits, picker), { toArray });
  }

  #iterable(
    { columnNames, zeroFill, exact }: RowsOptions,
    limits: Limits,
    picker: () => ReadRows["pick"],
  ): AsyncIterable<unknown> {
    const { signal } = limits;
    const { config, reading, handle } = this.#parts;
    // A `columnNames` call that never settles must not delay an abort either.
    const names = columnNames && {
      columnNames: () => withinLimits(async () => columnNames(), limits),
    };
    return abortableIterable(signal, (stop) => {
      const pick = picker();
      const readOptions: ReadRows = {
        ...reading,
        ...(zeroFill !== undefined && { zeroFill }),
        ...(exact !== undefined && { exact }),
        ...names,
        pick(row, keys) {
          signal?.throwIfAborted();
          return pick(row, keys);
        },
        failed: (error) => (signal?.aborted ? signal.reason : attachHandle(error, handle)),
        isClosed: () => stop.isClosed,
        counted: (rows) => config.telemetry.countRows(handle.flow, rows),
      };
      return readRows(stop.during(this.#bytes({ ...limits, signal: stop.signal })), readOptions);
    });
  }

  /** Wraps `pick` to first fill in missing columns from the keys, and check guaranteed columns. */
  #filled(pick: ReadRows["pick"]): ReadRows["pick"] {
    // The columns of a row depend on the request. Apart from the guaranteed columns, only the file
    // shows which columns a row has.
    const keyed = new KeyedRows(this.handle.keyColumns);
    return (row, keys) => {
      keyed.fill(row, keys);
      checkGuaranteed(row, this.handle);
      return pick(row, keys);
    };
  }

  /** All bytes of the file, at most `maxBytes` (default 100 MiB). */
  async #readAll(rawOptions: BufferOptions): Promise<Uint8Array> {
    const limits = limitsOf(ownReportOptions(rawOptions));
    let pieces: Uint8Array[] = [];
    const restart = () => {
      pieces = [];
    };
    const maxBytes = limits.maxBytes ?? DEFAULT_MAX_BYTES;
    for await (const piece of this.#report({ ...limits, maxBytes, restart })) pieces.push(piece);
    return concatBytes(pieces);
  }

  /**
   * The bytes of a file that is saved unchanged. The beginning is checked before any byte is
   * yielded, so that a file that is not a report never replaces an existing file.
   */
  async *#report(reading: FileReading): AsyncGenerator<Uint8Array> {
    let start: Uint8Array | null = new Uint8Array(0);
    const restart = () => {
      start = new Uint8Array(0);
      return reading.restart?.();
    };
    for await (const piece of this.#bytes({ ...reading, restart })) {
      if (start !== null && start.length + piece.length < BEGINNING) {
        start = concatBytes([start, piece]);
        continue;
      }
      const nextBytes: Uint8Array =
        start === null ? piece : this.#checkedReport(concatBytes([start, piece]), false);
      start = null;
      yield nextBytes;
    }
    if (start !== null && start.length > 0) yield this.#checkedReport(start, true);
  }

  /**
   * Returns the bytes. Throws a `DownloadError` if they cannot be the beginning of a report or,
   * with `isAll`, a whole report.
   */
  #checkedReport(bytes: Uint8Array, isAll: boolean): Uint8Array {
    this.#decode(bytes, () => checkBeginning(bytes, this.#parts.reading, isAll));
    return bytes;
  }

  /**
   * Returns the result of `decode`. If `decode` throws, throws a `DownloadError` with the report's
   * handle.
   */
  #decode<Value>(bytes: Uint8Array, decode: (bytes: Uint8Array) => Value): Value {
    try {
      return decode(bytes);
    } catch (error) {
      const why = error instanceof BadFile ? `is damaged: ${error.message}` : "is not UTF-8";
      throw attachHandle(
        new DownloadError(`the report file ${why}`, { received: bytes.length }),
        this.#parts.handle,
      );
    }
  }

  /** The bytes of the file as they arrive. Errors contain the report's handle. */
  async *#bytes(reading: FileReading): AsyncGenerator<Uint8Array> {
    const { config, source, handle } = this.#parts;
    try {
      yield* yieldingBytes(limitedBytes(config, source, reading), reading.signal);
    } catch (error) {
      const reported =
        error instanceof BadResponse
          ? new DownloadError(`the report file cannot be read: ${error.message}`)
          : error;
      throw attachHandle(reported, handle);
    }
  }
}

/**
 * The limits for a download, from options without a prototype. Throws a `RangeError` if one is out
 * of range.
 */
function limitsOf({ signal, maxBytes, deadlineMs, exactSize }: DownloadOptions): Limits {
  checkMaxBytes(maxBytes);
  if (deadlineMs !== undefined) duration("deadlineMs", deadlineMs);
  // Undefined members are set too, so that none is read from Object.prototype.
  return { signal, maxBytes, deadlineMs, exactSize };
}

/**
 * Resolves to the result of `work`. Rejects with the signal's reason if aborted, and with a
 * `DownloadError` after `deadlineMs`.
 */
async function withinLimits<Value>(
  work: () => Promise<Value>,
  { signal, deadlineMs: ms }: Pick<FileReading, "signal" | "deadlineMs">,
): Promise<Value> {
  if (ms === undefined) return raceAbort(work(), signal);
  return withTimeout(work, { ms, signal }).catch((error: unknown) => {
    throw error instanceof StepTimeout
      ? new DownloadError(
          `timeout: columnNames returned no list within deadlineMs (${ms / 1_000} s)`,
        )
      : error;
  });
}

/**
 * Items that can be iterated repeatedly; each iteration starts over. An iterator's `return`, which
 * is called when a loop is left, ends the iteration immediately, even while it waits for bytes. The
 * `return` of an async generator would wait for the bytes first.
 */
function abortableIterable<Item>(
  signal: AbortSignal | undefined,
  begin: (stop: IterationStop) => AsyncIterableIterator<Item>,
): AsyncIterable<Item> {
  return { [Symbol.asyncIterator]: () => iterate(signal, begin) };
}

/** Starts one iteration; `return` and `throw` end it immediately. */
function iterate<Item>(
  signal: AbortSignal | undefined,
  begin: (stop: IterationStop) => AsyncIterableIterator<Item>,
): AsyncIterableIterator<Item> {
  const stop = new IterationStop(signal);
  const items = begin(stop);
  const close = () => {
    stop.close();
    // Not awaited, because the signal already ends the iteration.
    items.return?.().catch(() => {});
  };
  const self: AsyncIterableIterator<Item> = {
    next: () => items.next(),
    async return(value) {
      close();
      return { done: true, value: await value };
    },
    async throw(error) {
      close();
      throw error;
    },
    [Symbol.asyncIterator]: () => self,
  };
  return self;
}

/** Ends iteration over a file when the caller's signal aborts or the loop is left. */
class IterationStop {
  readonly #controller = new AbortController();
  readonly #callers: AbortSignal | undefined;
  #isClosed = false;

  constructor(callers: AbortSignal | undefined) {
    this.#callers = callers;
  }

  /** Aborts when the loop is left, or with the caller's signal while bytes are read. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether the loop was left. If so, no error is reported. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends the iteration without an error. */
  close(): void {
    this.#isClosed = true;
    this.#controller.abort();
  }

  /**
   * Passes the bytes through. Until the last byte, the caller's signal takes effect even if no read
   * is pending.
   */
  async *during(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const callers = this.#callers;
    const forwardAbort = () => this.#controller.abort(callers?.reason);
    const unregister = callers && onAbort(callers, forwardAbort);
    if (callers?.aborted) forwardAbort();
    try {
      yield* bytes;
    } finally {
      unregister?.();
    }
  }
}

import { onAbort } from "../clock.js";
import { checkMaxBytes, MOST_BYTES } from "../download/download.js";
import { wholeFile } from "../download/whole-file.js";
import { attachHandle, BadFile, DownloadError } from "../errors.js";
import { type CallConfig, duration } from "../http/config.js";
import { BadResponse } from "../http/fetch.js";
import { decoded } from "../http/transport.js";
import { collect } from "../item-stream.js";
import { ownReportOptions } from "../options.js";
import { printing } from "../redact.js";
import { ADDED, checkGuaranteed, KeyedRows, knownColumns, zeroFilledColumns } from "../rows/columns.js";
import { rowsInText } from "../rows/json-text.js";
import { type AnyRow, afterRows, checkBlank, formatOf, isBlank, withoutBom } from "../rows/reader.js";
import type { JsonReport, JsonRowsOptions, ReportHandle, RowStream } from "../types.js";
import type { FinishedFile } from "./report-runner.js";

/**
 * A finished report whose file is downloaded as a whole before its first row. Neither token nor link shows when it is printed: its handle
 * without the token is printed, its size and its request id.
 */
export class WholeJsonReport implements JsonReport<never> {
  readonly #config: CallConfig;
  readonly #file: FinishedFile;
  readonly #item: (row: AnyRow, keys: readonly string[]) => unknown;

  /** `item` makes the items of `rows` from the rows and the keys above them. Default: the rows. */
  constructor(config: CallConfig, file: FinishedFile, item = (row: AnyRow, _keys: readonly string[]): unknown => row) {
    this.#config = config;
    this.#file = file;
    this.#item = item;
    const { token: _, ...handle } = file.handle;
    printing(this, () => ({ handle, size: this.size, requestId: this.requestId }), "JsonReport");
  }

  /** The report's handle; `resume` accepts it. */
  get handle(): ReportHandle {
    return this.#file.handle;
  }

  /** Announced size in bytes, by the latest link; null if none was announced. */
  get size(): number | null {
    return this.#file.source.link().size;
  }

  /** Request id of the poll that reported the report as done; null if its response has none. */
  get requestId(): string | null {
    return this.#file.requestId;
  }

  /** See `JsonReport.rows`. Lazy: nothing is downloaded before the iteration begins. */
  rows(rawOptions: JsonRowsOptions = {}): RowStream<never> {
    const options = ownReportOptions(rawOptions);
    checkMaxBytes(options.maxBytes);
    if (options.deadlineMs !== undefined) duration("deadlineMs", options.deadlineMs);
    const rows = {
      columns: knownColumns(this.handle),
      [Symbol.asyncIterator]: () => this.#iterate(options) as AsyncGenerator<never>,
      toArray: () => collect(rows),
    };
    return rows;
  }

  /** See `JsonReport.toArray`. */
  async toArray(options: JsonRowsOptions = {}): Promise<never[]> {
    return this.rows(options).toArray();
  }

  /** The rows; `return`, which is called when a loop is left, ends the iteration at once, even while the file arrives. */
  #iterate(options: JsonRowsOptions): AsyncGenerator<unknown> {
    const stop = new AbortController();
    const rows = this.#rows(options, stop);
    const end = rows.return.bind(rows);
    // Defined, not assigned: where intrinsics are frozen, no object can be assigned what its prototype has.
    return Object.defineProperty(rows, "return", {
      value() {
        stop.abort();
        // Not awaited: the signal ends it.
        end(0).catch(() => {});
        return Promise.resolve({ done: true, value: undefined });
      },
    });
  }

  /** The rows. `stop` ends the download without an error. */
  async *#rows(
    { signal, maxBytes = MOST_BYTES, deadlineMs, zeroFill = false }: JsonRowsOptions,
    stop: AbortController,
  ): AsyncGenerator<unknown> {
    const { handle, source, reading } = this.#file;
    let rows = 0;
    const unregister = signal && onAbort(signal, () => stop.abort());
    try {
      const fill = zeroFilledColumns(zeroFill, reading);
      const keyed = new KeyedRows(handle.keyColumns);
      signal?.throwIfAborted();
      const bytes = withoutBom(await wholeFile(this.#config, source, { signal: stop.signal, maxBytes, deadlineMs }));
      checkBlank(bytes);
      if (isBlank(bytes)) return;
      formatOf(bytes, "JSON");
      const { text, utf8 } = decoded(bytes);
      if (!utf8) throw new BadFile("it is not UTF-8");
      for (const { row, keys } of rowsInText(text, [...reading.ids, ...ADDED])) {
        signal?.throwIfAborted();
        for (const name of fill) row[name] ??= 0;
        keyed.fill(row, keys);
        checkGuaranteed(row, handle);
        rows++;
        yield this.#item(row, keys);
      }
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (stop.signal.aborted) return;
      const reported = error instanceof BadResponse ? new DownloadError(`the report file cannot be read: ${error.message}`) : error;
      throw attachHandle(afterRows(reported, rows), handle);
    } finally {
      unregister?.();
    }
  }
}

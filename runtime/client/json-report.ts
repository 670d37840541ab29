import { checkMaxBytes, MOST_BYTES } from "../download/download.js";
import type { FileSource } from "../download/request.js";
import { wholeFile } from "../download/whole-file.js";
import { attachHandle, BadFile } from "../errors.js";
import type { CallConfig } from "../http/config.js";
import { collect, type ItemStream } from "../item-stream.js";
import { ownOptions } from "../options.js";
import { ADDED, checkGuaranteed, KeyedRows, zeroFilledColumns } from "../rows/columns.js";
import { rowsInText } from "../rows/json-text.js";
import { type AnyRow, afterRows } from "../rows/reader.js";
import type { JsonReport, JsonRowsOptions, ReportHandle } from "../types.js";
import type { FinishedFile } from "./report-runner.js";

/** A finished report whose file is downloaded as a whole before its first row. Neither token nor link shows when it is printed. */
export class WholeJsonReport implements JsonReport<never> {
  readonly #config: CallConfig;
  readonly #file: FinishedFile;

  constructor(config: CallConfig, file: FinishedFile) {
    this.#config = config;
    this.#file = file;
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
  rows(rawOptions: JsonRowsOptions = {}): ItemStream<never> {
    const options = ownOptions(rawOptions);
    checkMaxBytes(options.maxBytes);
    const iterate = () => this.#rows(options) as AsyncGenerator<never>;
    return { [Symbol.asyncIterator]: iterate, toArray: () => collect(iterate()) };
  }

  /** See `JsonReport.toArray`. */
  async toArray(options: JsonRowsOptions = {}): Promise<never[]> {
    return this.rows(options).toArray();
  }

  async *#rows({ signal, maxBytes = MOST_BYTES, zeroFill = false }: JsonRowsOptions): AsyncGenerator<AnyRow> {
    const { handle, source, reading } = this.#file;
    let rows = 0;
    try {
      const fill = zeroFilledColumns(zeroFill, reading);
      const keyed = new KeyedRows(handle.keyColumns);
      const text = await textOf(this.#config, source, { signal, maxBytes });
      if (text.trim() === "") return;
      for (const { row, keys } of rowsInText(text, [...reading.ids, ...ADDED])) {
        signal?.throwIfAborted();
        for (const name of fill) row[name] ??= 0;
        keyed.fill(row, keys);
        checkGuaranteed(row, handle);
        rows++;
        yield row;
      }
    } catch (error) {
      throw signal?.aborted ? signal.reason : attachHandle(afterRows(error, rows), handle);
    }
  }
}

/** The file as text. Throws a `BadFile` if it is not UTF-8. */
async function textOf(config: CallConfig, source: FileSource, limits: Parameters<typeof wholeFile>[2]): Promise<string> {
  const bytes = await wholeFile(config, source, limits);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new BadFile("it is not UTF-8");
  }
}

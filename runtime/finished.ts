import { type FileSource, fileBytes } from "./download.js";
import { about, DownloadError } from "./errors.js";
import type { Settings } from "./options.js";
import type { FinishedReport, ReadOptions, ReportEntry, ReportHandle } from "./report.js";
import type { AnyRow } from "./row-reader.js";
import { type RowOptions, readRows } from "./rows.js";
import { save } from "./save.js";

interface Parts {
  readonly settings: Settings;
  readonly handle: ReportHandle;
  readonly source: FileSource;
  readonly reading: RowOptions;
}

/** A finished report over the network. All that it knows is private: neither token nor link shows when it is printed. */
export class DownloadableReport<Row> implements FinishedReport<Row> {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get handle(): ReportHandle {
    return this.#parts.handle;
  }

  get size(): number | null {
    return this.#parts.source.link().size;
  }

  rows({ signal }: ReadOptions = {}): AsyncIterable<Row> {
    // Which columns a row has was said in the request; the file is the only witness.
    return this.#read(signal, ({ row }) => row) as AsyncIterable<Row>;
  }

  entries({ signal }: ReadOptions = {}): AsyncIterable<ReportEntry<Row & Readonly<Record<string, unknown>>>> {
    return this.#read(signal, (entry) => entry) as AsyncIterable<ReportEntry<Row & Readonly<Record<string, unknown>>>>;
  }

  async text({ signal }: ReadOptions = {}): Promise<string> {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let text = "";
    for await (const piece of this.#bytes(signal)) text += this.#decode(() => decoder.decode(piece, { stream: true }));
    return text + this.#decode(() => decoder.decode());
  }

  download(path: string, { signal }: ReadOptions = {}): Promise<number> {
    return save(this.#bytes(signal), path);
  }

  #read(signal: AbortSignal | undefined, pick: (entry: ReportEntry<AnyRow>) => unknown): AsyncIterable<unknown> {
    const { reading, handle } = this.#parts;
    return readRows(this.#bytes(signal), { ...reading, pick, failed: (error) => about(error, handle) });
  }

  #decode(decode: () => string): string {
    try {
      return decode();
    } catch {
      throw about(new DownloadError("the report file is not UTF-8"), this.#parts.handle);
    }
  }

  async *#bytes(signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
    const { settings, source, handle } = this.#parts;
    try {
      yield* fileBytes(settings, source, signal);
    } catch (error) {
      throw about(error, handle);
    }
  }
}

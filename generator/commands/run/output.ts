import { createWriteStream } from "node:fs";
import { open, rename, stat } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadRows, Row } from "../row.js";
import { unwritable } from "../unwritable.js";
import { suggestion, Usage } from "../usage.js";
import { forget, remove, temporary } from "./leftovers.js";
import { loadParquet, parquet, type Writers } from "./parquet.js";
import { RowStore } from "./row-store.js";
import { printed, type TextFormat } from "./rows.js";

const FORMATS = ["json", "ndjson", "csv", "parquet"] as const;
type Format = (typeof FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, Format>> = {
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".csv": "csv",
  ".parquet": "parquet",
};

export interface OutputFlags {
  readonly format?: string | undefined;
  /** A file instead of stdout. */
  readonly out?: string | undefined;
  readonly defuseFormulas?: boolean;
}

/** Where rows go, and as what. */
export interface Output {
  readonly format: TextFormat | "parquet";
  readonly out: string | undefined;
  readonly defuse: boolean;
  /** There when the format is Parquet. */
  readonly writers: Writers | null;
}

/** Checks all that would stop the rows from being written, before a report is made that could not be kept. */
export async function outputFor({ format: named, out, defuseFormulas: defuse = false }: OutputFlags): Promise<Output> {
  const format = formatOf(named, out);
  if (defuse && format !== "csv")
    throw new Usage(`--defuse-formulas is for CSV, and this is ${format}`, "Leave it out, or say --format csv.");
  if (format === "parquet" && out === undefined && process.stdout.isTTY)
    throw new Usage("Parquet is not for reading on a terminal", "Give a file with --out, or a pipe.");
  if (out !== undefined) await checkPlace(out);
  return { format, out, defuse, writers: format === "parquet" ? await loadParquet() : null };
}

function formatOf(named: string | undefined, out: string | undefined): Format {
  const format = FORMATS.find((known) => known === named);
  if (named !== undefined && format === undefined) throw new Usage(`--format ${named} is not a format`, suggestion(named, FORMATS));
  return format ?? EXTENSIONS[extname(out ?? "").toLowerCase()] ?? "json";
}

async function checkPlace(out: string): Promise<void> {
  const folder = dirname(out);
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new Usage(`there is no folder ${folder}`, "Make it first, or give another file with --out.");
  if ((await stat(out).catch(() => null))?.isDirectory()) throw new Usage(`${out} is a folder`, "Give a file with --out.");
}

export interface Written {
  readonly columns: readonly string[];
  readonly signal: AbortSignal;
}

/** Writes rows that come once. */
export async function writeRows(rows: AsyncIterable<Row>, output: Output, written: Written): Promise<void> {
  if (output.format === "json" || output.format === "ndjson") return writeStored(() => rows, output, written);
  const store = await RowStore.temporary(output.out);
  try {
    await store.fill("rows", rows);
    await writeStored(() => store.read("rows"), output, written);
  } finally {
    await store.remove();
  }
}

/** Writes rows that can be read again and again. */
export async function writeStored(read: ReadRows, { format, out, defuse, writers }: Output, { columns, signal }: Written): Promise<void> {
  const note = (text: string): boolean => process.stderr.write(`note      ${text}\n`);
  const pieces =
    format === "parquet" && writers !== null
      ? parquet(read, { columns, writers, note })
      : printed(read, format as TextFormat, { columns, defuse });
  if (out === undefined) return toStdout(pieces, signal);
  await writeBeside(pieces, out, signal);
}

async function toStdout(pieces: AsyncIterable<string | Uint8Array>, signal: AbortSignal): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false, signal });
  } catch (error) {
    throw unwritable(error, "stdout", "Make room where it goes, or give a file with --out.");
  }
}

/** Whoever looks at the file meanwhile sees the old one or the whole new one, never a part. */
async function writeBeside(pieces: AsyncIterable<string | Uint8Array>, out: string, signal: AbortSignal): Promise<void> {
  const part = `${out}.${process.pid}.part`;
  temporary(part);
  try {
    await pipeline(Readable.from(pieces), createWriteStream(part), { signal });
    await synced(part);
    signal.throwIfAborted();
    await rename(part, out);
    forget(part);
  } catch (error) {
    await remove(part);
    throw unwritable(error, out, "Give another file with --out.");
  }
}

/** So that not even a power cut leaves a part under the final name. */
async function synced(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}

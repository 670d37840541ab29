import { extname } from "node:path";
import { type Destination, destinationOf, folderOf } from "../destination.js";
import type { ReadRows, Row } from "../row.js";
import { suggestion, Usage } from "../usage.js";
import { write } from "../write.js";
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
  /** Instead of stdout, which `-` means as well. */
  readonly out?: string | undefined;
  readonly defuseFormulas?: boolean;
}

/** Where rows go, and as what. */
export interface Output {
  readonly format: TextFormat | "parquet";
  readonly destination: Destination;
  readonly defuse: boolean;
  /** There when the format is Parquet. */
  readonly writers: Writers | null;
}

/** Checks all that would stop the rows from being written, before a report is made that could not be kept. */
export async function outputFor({ format: named, out, defuseFormulas: defuse = false }: OutputFlags): Promise<Output> {
  const format = formatOf(named, out);
  if (defuse && format !== "csv")
    throw new Usage(`--defuse-formulas is for CSV, and this is ${format}`, "Leave it out, or say --format csv.");
  const destination = await destinationOf(out);
  if (format === "parquet" && destination.kind === "stdout" && process.stdout.isTTY)
    throw new Usage("Parquet is not for reading on a terminal", "Give a file with --out, or a pipe.");
  if (!isInOnePass(format)) await (await RowStore.temporary(folderOf(destination))).remove();
  return { format, destination, defuse, writers: format === "parquet" ? await loadParquet() : null };
}

function formatOf(named: string | undefined, out: string | undefined): Format {
  const format = FORMATS.find((known) => known === named);
  if (named !== undefined && format === undefined) throw new Usage(`--format ${named} is not a format`, suggestion(named, FORMATS));
  const ending = extname(out ?? "");
  if (format !== undefined || ending === "") return format ?? "json";
  const meant = EXTENSIONS[ending.toLowerCase()];
  if (meant !== undefined) return meant;
  throw new Usage(`--out ${out} does not say a format: ${ending} is none here`, `Say one with --format: ${FORMATS.join(", ")}.`);
}

/** Whether rows may go where they belong as they come: the others must have seen all of them before they can begin. */
function isInOnePass(format: Format): boolean {
  return format === "json" || format === "ndjson";
}

export interface Written {
  readonly columns: readonly string[];
  readonly signal: AbortSignal;
}

/** Writes rows that come once. */
export async function writeRows(rows: AsyncIterable<Row>, output: Output, written: Written): Promise<void> {
  if (isInOnePass(output.format)) return writeStored(() => rows, output, written);
  const store = await RowStore.temporary(folderOf(output.destination));
  try {
    await store.fill("rows", rows);
    await writeStored(() => store.read("rows"), output, written);
  } finally {
    await store.remove();
  }
}

/** Writes rows that can be read again and again. */
export async function writeStored(
  read: ReadRows,
  { format, destination, defuse, writers }: Output,
  { columns, signal }: Written,
): Promise<void> {
  const note = (text: string): boolean => process.stderr.write(`note      ${text}\n`);
  const pieces =
    format === "parquet" && writers !== null
      ? parquet(read, { columns, writers, note })
      : printed(read, format as TextFormat, { columns, defuse });
  await write(pieces, destination, signal);
}

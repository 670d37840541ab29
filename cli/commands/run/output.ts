import { createRequire } from "node:module";
import { extname } from "node:path";
import { Problems } from "../../../generator/problem.js";
import type { ReadRows, Row } from "../../../runtime/writers/row.js";
import { loadFiles } from "../../modules.js";
import type { Overview } from "../../overview/overview.js";
import type { PageFacts } from "../../overview/page.js";
import {
  type Destination,
  destinationOf,
  folderOf,
  type WriteOptions,
  writeTo,
} from "../../terminal/destination.js";
import type { Io } from "../../terminal/io.js";
import { tableOf } from "../../terminal/table.js";
import { suggestion, Usage } from "../../terminal/usage.js";
import { RowStore } from "./row-store.js";

/** Options of text. */
export interface TextOptions {
  /** The requested columns, in this order. */
  readonly columns: readonly string[];
  /** Whether a cell that a spreadsheet would take for a formula is turned into text. */
  readonly defuse: boolean;
}

/** The formats that are text. */
export type TextFormat = "json" | "ndjson" | "csv" | "table";

/**
 * Rows as text in pieces, of which the last ends with a line feed; `[]` for JSON without rows. CSV
 * and tables have the requested columns, then those that the file adds. `read` is called twice for
 * them and once for JSON and NDJSON, and `defuse` is for CSV only. Throws what `read` throws.
 */
export async function* rowsAsText(
  read: ReadRows,
  format: TextFormat,
  options: TextOptions,
): AsyncGenerator<string> {
  const { columns, defuse: defuseFormulas } = options;
  const { toCsv, toNdjson } = await loadFiles();
  if (format === "csv") yield* toCsv(read, { columns, otherColumns: "append", defuseFormulas });
  else if (format === "json") yield* json(read());
  else if (format === "table") yield* tableOf(read, columns);
  else yield* toNdjson(read());
}

async function* json(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const row of rows) {
    yield `${before}  ${JSON.stringify(row)}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

const FORMATS = ["json", "ndjson", "csv", "parquet", "html", "table"] as const;
type Format = (typeof FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, Format>> = {
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".csv": "csv",
  ".parquet": "parquet",
  ".html": "html",
  ".htm": "html",
};

/** The flags that select the output. */
export interface OutputFlags {
  readonly format?: string | undefined;
  /** A file; default: stdout, also for `-`. */
  readonly out?: string | undefined;
  readonly defuseFormulas?: boolean;
}

/** The destination and format of rows. */
export interface Output {
  readonly format: Format;
  readonly destination: Destination;
  readonly defuse: boolean;
}

/**
 * The output for these flags: the format of `format`, else of the extension of `out`, else JSON.
 * Checks everything that could stop the rows from being written, before a report is created.
 * Rejects with `Usage`, and with `Problems` if the Parquet library is missing.
 */
export async function outputFor(
  { format: named, out, defuseFormulas: defuse = false }: OutputFlags,
  io: Io,
): Promise<Output> {
  const format = formatOf(named, out);
  if (defuse) checkDefuse(format);
  const destination = await destinationOf(out, io);
  if (format === "parquet" && destination.kind === "stdout" && io.stdout.isTTY)
    throw new Usage(
      "Parquet is binary and is not printed to a terminal",
      "Give a file with --out, or a pipe.",
    );
  if (!isInOnePass(format)) await (await RowStore.temporary(folderOf(destination), io)).remove();
  if (format === "parquet") await checkParquet();
  return { format, destination, defuse };
}

/**
 * Throws `Usage` if the format is not CSV, the only one with cells that a spreadsheet would take
 * for formulas.
 */
export function checkDefuse(format: string): void {
  if (format !== "csv")
    throw new Usage(
      `--defuse-formulas is for CSV, and the format is ${format}`,
      "Leave it out, or use --format csv.",
    );
}

const PARQUET_PACKAGE = "hyparquet-writer";

/** Rejects with `Problems` if the package that writes Parquet is not installed. */
async function checkParquet(): Promise<void> {
  try {
    await import(PARQUET_PACKAGE);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    const { peerDependencies } = createRequire(import.meta.url)("pinterest-reports/package.json");
    const writer = `"${PARQUET_PACKAGE}@${peerDependencies[PARQUET_PACKAGE]}"`;
    throw new Problems([
      {
        what: `Parquet needs ${PARQUET_PACKAGE}, which is not installed`,
        where: "--format parquet",
        why: "It is an optional package, needed only to write Parquet.",
        // It must be installed beside this package: a package in the cache of npx does not find
        // modules of a folder.
        fix: `npm install pinterest-reports ${writer} in this folder; or, for once: npx -p pinterest-reports -p ${writer} pinterest-reports run …`,
      },
    ]);
  }
}

function formatOf(named: string | undefined, out: string | undefined): Format {
  const format = FORMATS.find((candidate) => candidate === named);
  if (named !== undefined && format === undefined)
    throw new Usage(`--format ${named} is not a format`, suggestion(named, FORMATS));
  const ending = extname(out ?? "");
  if (format !== undefined || ending === "") return format ?? "json";
  const byExtension = EXTENSIONS[ending.toLowerCase()];
  if (byExtension !== undefined) return byExtension;
  throw new Usage(
    `--out ${out} has an unknown extension: ${ending}`,
    `Choose a format with --format: ${FORMATS.join(", ")}.`,
  );
}

/** Whether rows are read once; the other formats need all rows before they begin. */
function isInOnePass(format: Format): boolean {
  return ["json", "ndjson", "html"].includes(format);
}

/** Options for writing rows: `columns` are those known before any row, in their order. */
export interface RowsOptions extends WriteOptions {
  readonly columns: readonly string[];
  readonly io: Io;
  /** What a page shows; null for a run that needs no overview. */
  readonly shown: ShownRun | null;
}

/** The overview of a run, which its rows are added to, and what a page says about it. */
export interface ShownRun {
  readonly overview: Overview;
  readonly facts: PageFacts;
}

/**
 * Writes rows that can be read only once. For CSV and Parquet they are first stored in a temporary
 * folder. Rejects as `writeStored`, and with `Usage` if that folder cannot be created.
 */
export async function writeRows(
  rows: AsyncIterable<Row>,
  output: Output,
  options: RowsOptions,
): Promise<void> {
  if (isInOnePass(output.format)) return writeStored(() => rows, output, options);
  const store = await RowStore.temporary(folderOf(output.destination), options.io);
  try {
    await store.fill("rows", rows);
    await writeStored(() => store.read("rows"), output, options);
  } finally {
    await store.remove();
  }
}

/**
 * Writes rows in the output's format to its file or stdout, and adds them to the overview; `read`
 * is called twice for formats that need all rows before they begin. A file appears only when complete. Rejects with `Problems` for a system error, with an
 * abort error after `signal`, and with any error of `read`.
 */
export async function writeStored(
  stored: ReadRows,
  { format, destination, defuse }: Output,
  { columns, shown, ...options }: RowsOptions,
): Promise<void> {
  const onNote = (text: string): boolean => options.io.stderr.write(`note      ${text}\n`);
  const read: ReadRows = () => shown?.overview.through(stored()) ?? stored();
  const pieces =
    format === "html"
      ? page(read(), shown)
      : format === "parquet"
        ? (await loadFiles()).toParquet(read, { columns, otherColumns: "append", onNote })
        : rowsAsText(read, format, { columns, defuse });
  await writeTo(pieces, destination, options);
}

/** The page, when all rows have been added to its overview. */
async function* page(rows: AsyncIterable<Row>, shown: ShownRun | null): AsyncGenerator<string> {
  if (shown === null) throw new Error("a page needs an overview");
  for await (const _ of rows);
  const { pageOf } = await import("../../overview/page.js");
  yield pageOf(shown.overview, shown.facts);
}

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

/** Options for writing text formats. */
export interface TextOptions {
  /** The requested columns, in output order. */
  readonly columns: readonly string[];
  /** Whether to turn cells that look like formulas into text. */
  readonly defuse: boolean;
}

/** The text formats. */
export type TextFormat = "json" | "ndjson" | "csv" | "table";

/**
 * Yields rows as text. The last piece ends with a line feed. Without rows, JSON is `[]`, NDJSON is
 * empty, and CSV and tables have only a header. CSV and tables contain the requested columns first,
 * then any other columns in the rows. For these formats, `read` is called twice; for JSON and
 * NDJSON, once. `defuse` applies only to CSV. Throws what `read` throws.
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

/** Yields rows as a JSON array, with one row per line. */
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
  /** A file, or `-` for stdout; default: stdout. */
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
 * The output that the flags select. The format is taken from `format` or, if that is undefined,
 * from the extension of `out`. Without an extension, it is JSON. Checks everything that could
 * prevent writing, before a report is created. Rejects with `Usage` if a check fails, for example
 * for an unknown extension or for Parquet on a terminal. Rejects with `Problems` if the Parquet
 * library is missing.
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
      "Pass a file with --out, or use a pipe.",
    );
  if (!isInOnePass(format)) await (await RowStore.temporary(folderOf(destination), io)).remove();
  if (format === "parquet") await checkParquet();
  return { format, destination, defuse };
}

/** Throws `Usage` unless the format is CSV. Spreadsheets treat text as formulas only in CSV. */
export function checkDefuse(format: string): void {
  if (format !== "csv")
    throw new Usage(
      `--defuse-formulas only works with CSV, but the format is ${format}`,
      "Omit it, or use --format csv.",
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
        // The library must be installed next to this package, because packages in npx's cache
        // cannot import from a project's folder.
        fix: `npm install pinterest-reports ${writer} in this folder. For a single run: npx -p pinterest-reports -p ${writer} pinterest-reports run …`,
      },
    ]);
  }
}

/**
 * The format that a name or the file's extension selects; default: `json`. Throws `Usage` for an
 * unknown name or extension.
 */
function formatOf(named: string | undefined, out: string | undefined): Format {
  const format = FORMATS.find((candidate) => candidate === named);
  if (named !== undefined && format === undefined)
    throw new Usage(`unknown format: ${named}`, suggestion(named, FORMATS));
  const ending = extname(out ?? "");
  if (format !== undefined || ending === "") return format ?? "json";
  const byExtension = EXTENSIONS[ending.toLowerCase()];
  if (byExtension !== undefined) return byExtension;
  throw new Usage(
    `--out ${out} has an unknown extension: ${ending}`,
    `Choose a format with --format: ${FORMATS.join(", ")}.`,
  );
}

/**
 * Whether rows can be written in this format as they arrive. Other formats need all rows before
 * they can write any output.
 */
function isInOnePass(format: Format): boolean {
  return ["json", "ndjson", "html"].includes(format);
}

/**
 * Options for writing rows. `columns` lists the columns that are known before the first row, in
 * order.
 */
export interface RowsOptions extends WriteOptions {
  readonly columns: readonly string[];
  readonly io: Io;
  /** The overview for a page or a terminal; null if none is needed. */
  readonly shown: ShownRun | null;
}

/**
 * The overview of a run, and the facts for the run's page. Rows are added to the overview as they
 * are written.
 */
export interface ShownRun {
  readonly overview: Overview;
  readonly facts: PageFacts;
}

/**
 * Writes rows that can be read only once. For CSV, tables and Parquet, the rows are first stored in
 * a temporary folder. Rejects with the same errors as `writeStored`, or with `Usage` if that folder
 * cannot be created.
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
 * Writes rows in the output's format, and adds them to the overview in `shown`.
 *
 * `shown` may be null, except for HTML. A file is replaced only when complete. Each call of
 * `stored` returns all rows. `stored` is called twice for CSV, tables and Parquet, and once for
 * other formats. Rejects with `Problems` for a system error, with an abort error if `signal`
 * aborts, or with any error from the rows.
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

/** The page, built after all rows have been added to its overview. */
async function* page(rows: AsyncIterable<Row>, shown: ShownRun | null): AsyncGenerator<string> {
  if (shown === null) throw new Error("an HTML page needs an overview");
  for await (const _ of rows);
  const { pageOf } = await import("../../overview/page.js");
  yield pageOf(shown.overview, shown.facts);
}

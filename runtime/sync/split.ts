import { InvalidArgumentError } from "../errors.js";
import { ndjsonRows } from "../writers/row.js";
import type { Cell, Cells, TargetTable } from "./target.js";

// Maximum number of cells in memory, for all days together: about 15 MB. The rows of larger reports
// go to temporary files.
const MAX_CELLS = 400_000;

type Files = typeof import("node:fs/promises");

/** The rows of a report, grouped by day. The rows of a large report are kept in temporary files. */
export class RowsByDay {
  #rows = new Map<string, Cells[]>();
  #cells = 0;
  readonly #dayColumn: number;
  #spill: Spill | null = null;

  /** `dayColumn` is the index of the day column. */
  constructor(dayColumn: number) {
    this.#dayColumn = dayColumn;
  }

  /** Adds a row. If `add` returns a promise, wait for it before adding the next row. */
  add(row: Cells): Promise<void> | undefined {
    const day = String(row[this.#dayColumn]);
    const rows = this.#rows.get(day);
    if (rows === undefined) this.#rows.set(day, [row]);
    else rows.push(row);
    this.#cells += row.length;
    return this.#cells >= MAX_CELLS ? this.#moveToFiles() : undefined;
  }

  /** The rows of a day, in the order in which they were added. */
  async *rowsOf(day: string, { columns }: TargetTable): AsyncGenerator<Cells> {
    if (this.#spill !== null) yield* this.#spill.rowsOf(day, columns);
    for (const row of this.#rows.get(day) ?? []) yield row;
  }

  /** Removes the temporary files. */
  async close(): Promise<void> {
    await this.#spill?.close();
  }

  /** Appends the rows in memory to temporary files. */
  async #moveToFiles(): Promise<void> {
    this.#spill ??= await openSpill();
    for (const [day, rows] of this.#rows) await this.#spill.append(day, rows);
    this.#rows = new Map();
    this.#cells = 0;
  }
}

/** Rows in temporary files, one file for each day. */
class Spill {
  readonly #files: Files;
  readonly #folder: string;

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#folder = folder;
  }

  /** Appends rows to a day's file. */
  async append(day: string, rows: readonly Cells[]): Promise<void> {
    const lines = rows.map(
      (row) =>
        `${JSON.stringify(row, (_, cell: unknown) => (typeof cell === "bigint" ? String(cell) : cell))}\n`,
    );
    await this.#files.appendFile(`${this.#folder}/${day}`, lines.join(""), { mode: 0o600 });
  }

  /**
   * The rows in a day's file, in order; none if there is no file. `columns` determines which
   * strings become bigints again.
   */
  async *rowsOf(day: string, columns: TargetTable["columns"]): AsyncGenerator<Cells> {
    const file = await this.#files.open(`${this.#folder}/${day}`, "r").catch(() => null);
    if (file === null) return;
    const integers = columns.flatMap(({ type }, number) => (type === "integer" ? [number] : []));
    try {
      for await (const values of ndjsonRows(
        file.createReadStream({ encoding: "utf8", autoClose: false }),
      )) {
        const row = values as object as Cell[];
        for (const number of integers)
          if (typeof row[number] === "string") row[number] = BigInt(row[number]);
        yield row;
      }
    } finally {
      await file.close();
    }
  }

  /** Deletes the files. */
  close(): Promise<void> {
    return this.#files.rm(this.#folder, { recursive: true, force: true });
  }
}

/**
 * Creates a temporary folder for rows. Throws an `InvalidArgumentError` if the platform has no file
 * system.
 */
async function openSpill(): Promise<Spill> {
  // The `catch` makes bundlers treat the module as optional.
  const files: Files = await import("node:fs/promises").catch(throwNoFileSystem);
  const { tmpdir } = await import("node:os").catch(throwNoFileSystem);
  return new Spill(files, await files.mkdtemp(`${tmpdir()}/pinterest-reports-`));
}

/** Throws the error for a platform without a file system. */
function throwNoFileSystem(cause: unknown): never {
  throw new InvalidArgumentError(
    "splitting a large report into days needs a file system: Node, Bun or Deno",
    { cause },
  );
}

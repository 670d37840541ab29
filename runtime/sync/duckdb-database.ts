import { yieldToEventLoop } from "../bytes.js";
import { onAbort } from "../clock.js";
import { DECIMAL_PRECISION, DECIMAL_SCALE, unscaled } from "../decimal.js";
import { InvalidArgumentError } from "../errors.js";
import { dayNumber } from "../validation/dates.js";
import type { Cell, Cells, CellType, TargetColumn } from "./target.js";
import { TargetUnavailableError } from "./target-failures.js";

/**
 * The parts of the package @duckdb/node-api that this module uses. They are declared here because
 * types that refer to an optional package do not compile unless it is installed.
 */
interface DuckDBLibrary extends Readonly<Record<(typeof TYPES)[SimpleType], object>> {
  readonly DECIMAL: (width: number, scale: number) => object;
  readonly DuckDBDecimalValue: new (value: bigint, width: number, scale: number) => object;
  readonly DuckDBTimestampTZValue: new (microseconds: bigint) => object;
  readonly DuckDBInstance: { fromCache(path: string): Promise<DuckDBInstance> };
  readonly DuckDBDataChunk: { create(types: readonly object[], rowCount: number): DuckDBChunk };
  readonly DuckDBDateValue: new (days: number) => object;
}

interface DuckDBInstance {
  connect(): Promise<DuckDBConnection>;
  closeSync(): void;
}

interface DuckDBConnection {
  runAndReadAll(text: string, values?: string[]): Promise<{ getRows(): QueryRows }>;
  createAppender(table: string, schema: string, catalog: string): Promise<DuckDBAppender>;
  interrupt(): void;
  disconnectSync(): void;
}

interface DuckDBAppender {
  readonly columnCount: number;
  columnType(column: number): object;
  appendDataChunk(chunk: DuckDBChunk): void;
  closeSync(): void;
}

interface DuckDBChunk {
  setColumnValues(column: number, values: readonly unknown[]): void;
}

type QueryRows = readonly (readonly unknown[])[];

type SimpleType = Exclude<CellType, "decimal">;

/** The name of each cell type in @duckdb/node-api. */
const TYPES = {
  text: "VARCHAR",
  integer: "BIGINT",
  double: "DOUBLE",
  boolean: "BOOLEAN",
  date: "DATE",
  timestamp: "TIMESTAMPTZ",
} as const;

/** Maximum number of rows in a DuckDB chunk. */
const CHUNK_ROWS = 2048;

/** The table that rows are appended to. */
export interface AppendedTable {
  readonly catalog: string;
  readonly schema: string;
  readonly table: string;
  /** The names of all of the table's columns, in order. */
  readonly columns: readonly string[];
}

/**
 * Imports @duckdb/node-api. Rejects with an `InvalidArgumentError` if it cannot be loaded, usually
 * because it is not installed.
 */
export async function loadDuckDB(): Promise<DuckDBLibrary> {
  // The `catch` makes bundlers treat the package as optional.
  const library: object = await import("@duckdb/node-api").catch((cause: unknown) => {
    throw new InvalidArgumentError(
      "duckdb() needs the package @duckdb/node-api, which could not be loaded: run npm install @duckdb/node-api; nothing was sent",
      { cause },
    );
  });
  return library as DuckDBLibrary;
}

/**
 * Name of an in-memory database that a run attaches as a lock. All connections to the file in this
 * process share attached databases, so only one run at a time can attach it. DuckDB itself keeps
 * other processes from opening the file.
 */
const LOCK = "_pinterest_sync_lock";

interface OpenOptions {
  readonly path: string;
  /** Display name of the database for messages. */
  readonly name: string;
  readonly signal: AbortSignal | undefined;
}

/**
 * A database file that one run has open, with its own connection. Statements run one after another.
 * When `signal` aborts, the running statement is interrupted. It and all later statements reject
 * with the signal's reason.
 */
export class DuckDBDatabase {
  readonly #library: DuckDBLibrary;
  readonly #instance: DuckDBInstance;
  readonly #signal: AbortSignal | undefined;
  readonly #unregister: (() => void) | undefined;
  #connection: DuckDBConnection;

  private constructor(
    library: DuckDBLibrary,
    {
      instance,
      connection,
    }: { readonly instance: DuckDBInstance; readonly connection: DuckDBConnection },
    signal: AbortSignal | undefined,
  ) {
    this.#library = library;
    this.#instance = instance;
    this.#connection = connection;
    this.#signal = signal;
    this.#unregister = signal && onAbort(signal, () => this.#connection.interrupt());
  }

  /**
   * Opens the file, creating it if needed. Rejects with an `InvalidArgumentError` if the file
   * cannot be opened. If the file is in use, the message says by which process or run.
   */
  static async open(
    library: DuckDBLibrary,
    { path, name, signal }: OpenOptions,
  ): Promise<DuckDBDatabase> {
    signal?.throwIfAborted();
    // `fromCache` shares one instance per file. Two instances would not know about each other, and
    // closing one would release the lock of both.
    const instance = await library.DuckDBInstance.fromCache(path).catch((error: unknown) => {
      throw openError(name, error);
    });
    let connection: DuckDBConnection | null = null;
    try {
      connection = await instance.connect();
      await connection.runAndReadAll(`ATTACH ':memory:' AS ${LOCK}`);
      return new DuckDBDatabase(library, { instance, connection }, signal);
    } catch (error) {
      connection?.disconnectSync();
      instance.closeSync();
      throw openError(name, error);
    }
  }

  /**
   * Whether no other connection of this process has the file open. Resolves to false if DuckDB does
   * not report the number of connections.
   */
  async isAlone(): Promise<boolean> {
    const count = await this.#connection
      .runAndReadAll("SELECT count::VARCHAR FROM duckdb_connection_count()")
      .catch(() => null);
    return count?.getRows()[0]?.[0] === "1";
  }

  /**
   * Runs one statement with values for its parameters, or several statements without parameters.
   * Resolves to the rows of the last statement, as lists.
   */
  async query(text: string, values?: string[]): Promise<QueryRows> {
    this.#signal?.throwIfAborted();
    try {
      return (await this.#connection.runAndReadAll(text, values)).getRows();
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw withCode(error);
    }
  }

  /** Runs statements as one transaction, which is rolled back if `statements` rejects. */
  async transaction(statements: () => Promise<unknown>): Promise<void> {
    try {
      await this.query("BEGIN TRANSACTION");
      await statements();
      await this.query("COMMIT");
    } catch (error) {
      // The connection is replaced: otherwise an appender would write its remaining rows outside
      // the transaction when it is garbage-collected.
      this.#connection.disconnectSync();
      this.#connection = await this.#instance.connect();
      throw error;
    }
  }

  /**
   * Appends rows to a table. Each row has values for `columns`; all other columns of the table
   * become null. Must be called within a transaction.
   */
  async append(
    rows: AsyncIterable<readonly Cells[]>,
    columns: readonly TargetColumn[],
    into: AppendedTable,
  ): Promise<void> {
    const appender = await this.#connection.createAppender(into.table, into.schema, into.catalog);
    const numbers = into.columns.map((name) => columns.findIndex((column) => column.name === name));
    const types = numbers.map((number, at) => {
      const column = columns[number];
      return column === undefined ? appender.columnType(at) : this.#typeOf(column.type);
    });
    for await (const group of rows) {
      this.#signal?.throwIfAborted();
      const chunk = this.#library.DuckDBDataChunk.create(types, group.length);
      for (const [at, number] of numbers.entries()) {
        const column = columns[number];
        const values = group.map((row) =>
          column === undefined ? null : this.#valueOf(column.type, row[number] ?? null),
        );
        chunk.setColumnValues(at, values);
      }
      coded(() => appender.appendDataChunk(chunk));
      // Lets other code run, because chunks and appenders block the event loop.
      await yieldToEventLoop();
    }
    coded(() => appender.closeSync());
  }

  /** Closes the file, unless other code in this process has it open. */
  async close(): Promise<void> {
    this.#unregister?.();
    await this.#connection.runAndReadAll(`DETACH ${LOCK}`).catch(() => {});
    this.#connection.disconnectSync();
    this.#instance.closeSync();
  }

  /** The type object of @duckdb/node-api for a cell type. */
  #typeOf(type: CellType): object {
    return type === "decimal"
      ? this.#library.DECIMAL(DECIMAL_PRECISION, DECIMAL_SCALE)
      : this.#library[TYPES[type]];
  }

  /** Converts a cell to a value for @duckdb/node-api. */
  #valueOf(type: CellType, cell: Cell): unknown {
    const { DuckDBDateValue, DuckDBDecimalValue, DuckDBTimestampTZValue } = this.#library;
    if (cell === null) return null;
    switch (type) {
      case "integer":
        return BigInt(cell);
      case "decimal":
        return new DuckDBDecimalValue(unscaled(String(cell)), DECIMAL_PRECISION, DECIMAL_SCALE);
      case "date":
        return new DuckDBDateValue(dayNumber(cell));
      case "timestamp":
        return new DuckDBTimestampTZValue(BigInt(Date.parse(String(cell))) * 1000n);
      default:
        return cell;
    }
  }
}

/** Yields the rows in groups of at most 2,048, the size of a DuckDB chunk. */
export async function* groupsOf(
  rows: AsyncIterable<Cells>,
): AsyncGenerator<readonly Cells[], void, undefined> {
  let group: Cells[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < CHUNK_ROWS) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Calls `work`, and sets the `code` of an error that it throws. */
function coded(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw withCode(error);
  }
}

/** Kinds of errors that mean no further writes can succeed. */
const UNAVAILABLE = ["IO_ERROR", "FATAL_ERROR", "OUT_OF_MEMORY_ERROR", "CONNECTION_ERROR"];

/**
 * Returns a DuckDB error with its kind as its `code`, such as `CONSTRAINT_ERROR`. If nothing can be
 * written after it, returns a `TargetUnavailableError`. Returns any other error unchanged.
 */
function withCode(error: unknown): unknown {
  const { message } = Object(error) as { readonly message?: unknown };
  const kind = /^(?:([A-Za-z ]+ Error): |Failed to append: )/.exec(String(message));
  if (kind === null) return error;
  const code = (kind[1] ?? "append error").toUpperCase().replaceAll(" ", "_");
  if (UNAVAILABLE.includes(code))
    return new TargetUnavailableError(String(message), { cause: error });
  return Object.assign(new Error(String(message), { cause: error }), { code });
}

/** The error for a database that cannot be opened. */
function openError(name: string, error: unknown): InvalidArgumentError {
  const { message = String(error) } = Object(error) as { readonly message?: string };
  const pid = /\bPID (\d+)/.exec(message)?.[1];
  const holder =
    pid !== undefined
      ? `process ${pid}`
      : message.includes(LOCK)
        ? "another run in this process"
        : null;
  if (holder === null && !message.includes("Could not set lock"))
    return new InvalidArgumentError(`${name} cannot be opened: ${message}; nothing was sent`, {
      cause: error,
    });
  return new InvalidArgumentError(
    `${name} is in use by ${holder ?? "another process"}: wait until it has closed the file; nothing was sent`,
    { cause: error },
  );
}

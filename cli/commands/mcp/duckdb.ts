import { missingPackages } from "./missing-packages.js";

/** The part of @duckdb/node-api that we use; the package is optional. */
interface DuckDBLibrary {
  readonly DuckDBInstance: { create(path: string): Promise<DuckDBInstance> };
}

interface DuckDBInstance {
  connect(): Promise<DuckDBConnection>;
  closeSync(): void;
}

interface DuckDBConnection {
  run(text: string): Promise<unknown>;
  runAndReadAll(
    text: string,
    values?: string[],
  ): Promise<{ getRowsJson(): readonly (readonly unknown[])[] }>;
  streamAndReadUntil(text: string, rows: number): Promise<DuckDBRows>;
  interrupt(): void;
  disconnectSync(): void;
}

interface DuckDBRows {
  columnNames(): readonly string[];
  columnTypes(): readonly { toString(): string }[];
  getRowsJson(): readonly (readonly unknown[])[];
}

/** An in-memory database that exists only during `withMemory`. */
export interface Memory {
  /** Runs one of our own statements. */
  run(text: string): Promise<unknown>;
  /** Runs one of our own queries and returns its rows. */
  rows(text: string, values?: string[]): Promise<readonly (readonly unknown[])[]>;
  /** Runs a query and reads at least the first `rows` rows, or all rows if there are fewer. */
  first(text: string, rows: number): Promise<DuckDBRows>;
}

/**
 * Calls `work` with an empty in-memory DuckDB database, then closes it. If `signal` aborts,
 * interrupts the current statement, starts no further statement, and rejects with
 * `signal.reason`. Rejects with `Usage` if @duckdb/node-api cannot be loaded, usually because it is
 * not installed.
 */
export async function withMemory<Result>(
  signal: AbortSignal,
  work: (memory: Memory) => Promise<Result>,
): Promise<Result> {
  const { DuckDBInstance } = await loadDuckDB();
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const interrupt = (): void => connection.interrupt();
  signal.addEventListener("abort", interrupt);
  try {
    signal.throwIfAborted();
    // An abort between two statements has nothing to interrupt, so each statement checks `signal`
    // first.
    const open = (): DuckDBConnection => {
      signal.throwIfAborted();
      return connection;
    };
    return await work({
      run: async (text) => open().run(text),
      rows: async (text, values) => (await open().runAndReadAll(text, values)).getRowsJson(),
      first: async (text, rows) => open().streamAndReadUntil(text, rows),
    });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", interrupt);
    connection.disconnectSync();
    instance.closeSync();
  }
}

/** Imports DuckDB. Throws an error that names the missing package if it is not installed. */
async function loadDuckDB(): Promise<DuckDBLibrary> {
  const library: object = await import("@duckdb/node-api").catch(() => {
    throw missingPackages("@duckdb/node-api");
  });
  return library as DuckDBLibrary;
}

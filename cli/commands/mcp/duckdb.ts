import { missingPackages } from "./missing-packages.js";

/** What is used of the package @duckdb/node-api, which is optional. */
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

/** A database in memory that ends with its use. */
export interface Memory {
  /** Runs a statement of ours. */
  run(text: string): Promise<unknown>;
  /** The rows of a query of ours. */
  rows(text: string, values?: string[]): Promise<readonly (readonly unknown[])[]>;
  /** The first rows of a query, at least so many if there are. */
  first(text: string, rows: number): Promise<DuckDBRows>;
}

/**
 * Calls `work` with an empty database in memory, and interrupts its statement when `signal` aborts.
 * Rejects with `Usage` if the package is not installed.
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
    return await work({
      run: (text) => connection.run(text),
      rows: async (text, values) => (await connection.runAndReadAll(text, values)).getRowsJson(),
      first: (text, rows) => connection.streamAndReadUntil(text, rows),
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

/** Imports the package. Rejects with `Usage` if it is not installed. */
async function loadDuckDB(): Promise<DuckDBLibrary> {
  const library: object = await import("@duckdb/node-api").catch(() => {
    throw missingPackages("@duckdb/node-api");
  });
  return library as DuckDBLibrary;
}

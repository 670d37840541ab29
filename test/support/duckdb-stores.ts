import { fileURLToPath } from "node:url";
import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBTimestampTZValue,
} from "@duckdb/node-api";
import { duckdbTarget } from "../../runtime/sync/duckdb.js";
import type { Cell } from "../../runtime/sync/target.js";
import type { DatabaseStore, DatabaseStores, StoredRow } from "./database-stores.js";
import { temporaryFolder } from "./temporary-folder.js";

/** A DuckDB file whose schema `main` is a store of tables. */
export interface DuckDBStore extends DatabaseStore {
  readonly path: string;
  /** Runs statements, and resolves to the rows of the last one. */
  query(text: string): Promise<readonly StoredRow[]>;
}

/** Creates a store in a file with this name, by default in a new folder. */
export function duckdbStore(name = "ads.duckdb", folder = temporaryFolder()): DuckDBStore {
  const path = fileURLToPath(new URL(encodeURIComponent(name), folder));
  const query = async (text: string): Promise<readonly StoredRow[]> => {
    const instance = await DuckDBInstance.fromCache(path);
    try {
      const connection = await instance.connect();
      try {
        const rows = (await connection.runAndReadAll(text)).getRowObjects();
        return rows.map((row) =>
          Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cellOf(value)])),
        );
      } finally {
        connection.disconnectSync();
      }
    } finally {
      instance.closeSync();
    }
  };
  return {
    path,
    args: [path],
    config: { duckdb: { path } },
    query,
    target: () => duckdbTarget(path),
    location: path,
    read: (table) => query(`FROM "${table}"`),
    addForeign: async (table) => void (await query(`CREATE TABLE "${table}" (id VARCHAR)`)),
    run: async (statements) => void (await query(statements)),
    rows: async (table, from) => {
      const found = await query(
        `FROM "${table}"${from === undefined ? "" : ` WHERE date >= '${from}'`}`,
      );
      return found.map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(([name, value]) => value !== null && name !== "_loaded_at"),
        ),
      );
    },
    contents: async () => ({
      rows: await query(`SELECT "CLICKS", count(*) AS count FROM campaign_days GROUP BY 1`),
      stamps: await query("SELECT stamp, count(*) AS count FROM _pinterest_sync_days GROUP BY 1"),
    }),
  };
}

export async function duckdbStores(): Promise<DatabaseStores> {
  return { store: () => duckdbStore(), [Symbol.asyncDispose]: async () => {} };
}

/**
 * Converts a value to a cell: safe integers and decimals become numbers, dates and times become
 * text.
 */
function cellOf(value: unknown): Cell {
  if (value instanceof DuckDBDateValue) return String(value);
  if (value instanceof DuckDBDecimalValue) return Number(String(value));
  if (value instanceof DuckDBTimestampTZValue)
    return new Date(Number(value.micros / 1000n)).toISOString();
  return typeof value === "bigint" && Number.isSafeInteger(Number(value))
    ? Number(value)
    : (value as Cell);
}

import { fileURLToPath } from "node:url";
import { DuckDBDateValue, DuckDBInstance } from "@duckdb/node-api";
import { duckdbTarget } from "../../runtime/sync/duckdb.js";
import type { Cell } from "../../runtime/sync/target.js";
import type { TargetStore } from "../../runtime/testing/target-store.js";
import type { Contents, StoredRow } from "./postgres-stores.js";
import { temporaryFolder } from "./temporary-folder.js";

/** A store in a file of its own. */
export interface DuckDBStore extends TargetStore {
  readonly path: string;
  /** Runs statements; resolves to the rows of the last one, as cells. */
  query(text: string): Promise<readonly StoredRow[]>;
  /** The rows of a table as reports have them: without nulls; of those with a DATE, from this day on. */
  rows(table: string, from?: string): Promise<readonly StoredRow[]>;
  /** What `TABLE` has. */
  contents(): Promise<Contents>;
}

/** An empty store; with a schema, its tables are there. */
export function duckdbStore({ path = fileURLToPath(new URL("ads.duckdb", temporaryFolder())), schema = "main" } = {}): DuckDBStore {
  const query = async (text: string): Promise<readonly StoredRow[]> => {
    const instance = await DuckDBInstance.fromCache(path);
    try {
      const connection = await instance.connect();
      try {
        const rows = (await connection.runAndReadAll(text)).getRowObjects();
        return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cellOf(value)])));
      } finally {
        connection.disconnectSync();
      }
    } finally {
      instance.closeSync();
    }
  };
  return {
    path,
    query,
    target: () => duckdbTarget({ path, schema }),
    location: path,
    read: (table) => query(`FROM "${schema}"."${table}"`),
    addForeign: async (table) => {
      await query(`CREATE TABLE "${schema}"."${table}" (id VARCHAR)`);
    },
    rows: async (table, from) => {
      const found = await query(`FROM "${schema}"."${table}"${from === undefined ? "" : ` WHERE "DATE" >= '${from}'`}`);
      return found.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
    },
    contents: async () => ({
      rows: await query(`SELECT "CLICKS", count(*) AS count FROM "${schema}".campaign_days GROUP BY 1`),
      stamps: await query(`SELECT stamp, count(*) AS count FROM "${schema}"._pinterest_sync_days GROUP BY 1`),
    }),
  };
}

/** A value as a cell: a safe integer is a number, a date a text. */
function cellOf(value: unknown): Cell {
  if (value instanceof DuckDBDateValue) return String(value);
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : (value as Cell);
}

import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import type { SyncTarget } from "../../generated/sync.js";
import { duckdb } from "../../generated/sync-duckdb.js";
import { postgres as postgresTarget } from "../../generated/sync-postgres.js";
import { NO_POSTGRES, type Postgres, SKIPPED } from "./postgres.js";
import { temporaryFolder } from "./temporary-folder.js";

export type Row = Readonly<Record<string, unknown>>;

/** A target whose tables can be queried between two runs. */
export interface Queried extends AsyncDisposable {
  readonly target: SyncTarget;
  /** Runs statements that use table names without a schema. */
  query(sql: string): Promise<readonly Row[]>;
}

async function duckdbPlace(_: Postgres | null, schema: string): Promise<Queried> {
  const path = fileURLToPath(new URL("ads.duckdb", temporaryFolder()));
  return {
    target: duckdb({ path, schema }),
    async query(sql) {
      const instance = await DuckDBInstance.create(path);
      const connection = await instance.connect();
      try {
        await connection.run(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET schema = '${schema}'`);
        return (await connection.runAndReadAll(sql)).getRowObjectsJson();
      } finally {
        connection.disconnectSync();
        instance.closeSync();
      }
    },
    async [Symbol.asyncDispose]() {},
  };
}

let databases = 0;

async function postgresPlace(server: Postgres | null, schema: string): Promise<Queried> {
  const url = new URL(server?.url ?? "");
  const admin = new pg.Client(url.href);
  await admin.connect();
  const name = `queried_${databases++}`;
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  const client = new pg.Client(url.href);
  await client.connect();
  client.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
  await client.query(`CREATE SCHEMA ${schema}; SET search_path = ${schema}`);
  return {
    target: postgresTarget({ connection: url.href, schema }),
    query: async (sql) => (await client.query(sql)).rows ?? [],
    [Symbol.asyncDispose]: () => client.end(),
  };
}

/** The databases for the statements of pages. */
export const QUERIED = [
  { name: "DuckDB", place: duckdbPlace, isSkipped: false },
  { name: `PostgreSQL${SKIPPED}`, place: postgresPlace, isSkipped: NO_POSTGRES !== null },
];

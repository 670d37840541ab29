import { existsSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DuckDBDecimalValue, DuckDBInstance } from "@duckdb/node-api";
import { folderTarget } from "../../runtime/sync/folder.js";
import type { Target } from "../../runtime/sync/target.js";
import { duckdbStore } from "./duckdb-stores.js";
import { type Moto, moto, NO_MOTO } from "./moto.js";
import { NO_POSTGRES } from "./postgres.js";
import { type PostgresStores, postgresStores } from "./postgres-stores.js";
import { s3Store } from "./s3-stores.js";
import { temporaryFolder } from "./temporary-folder.js";

/** The values of a row as text. Numbers have no trailing zeros. */
export type Answer = readonly (string | null)[];

/** A place that `sync` writes to and that an analyst queries in SQL, without any of our code. */
export interface AskedStore {
  readonly name: string;
  target(): Target;
  /** Command-line arguments with which a syncing program opens the place. */
  readonly args: readonly string[];
  /**
   * Runs queries, and returns the rows of each. For a folder or a bucket, its tables and its state
   * are views with the names that they have in a database.
   */
  ask(queries: readonly string[]): Promise<readonly (readonly Answer[])[]>;
}

/** A place whose contents a test may change. */
export interface AnalystStore extends AskedStore {
  /** Whether SQL statements can change it. */
  readonly isDatabase: boolean;
  /** Deletes the record of a table's loaded days. */
  forgetDays(table: string): Promise<void>;
}

/**
 * Creates an empty place of each kind except buckets. PostgreSQL is included if `stores` is not
 * null.
 */
export function analystStores(stores: PostgresStores | null): readonly AnalystStore[] {
  return [
    ...(stores === null ? [] : [postgresAnalyst(stores)]),
    duckdbAnalyst(),
    folderAnalyst(temporaryFolder()),
  ];
}

/** The servers that the places need; null for those that are not available. */
export interface AnalystServers extends AsyncDisposable {
  readonly postgres: PostgresStores | null;
  readonly bucket: Moto | null;
}

export async function analystServers(): Promise<AnalystServers> {
  const [stores, bucket] = [await postgresIfAny(), NO_MOTO === null ? await moto() : null];
  return {
    postgres: stores,
    bucket,
    async [Symbol.asyncDispose]() {
      await Promise.all([stores?.[Symbol.asyncDispose](), bucket?.[Symbol.asyncDispose]()]);
    },
  };
}

/** Creates an empty place of each kind, including a bucket. */
export async function askedStores({
  postgres: stores,
  bucket,
}: AnalystServers): Promise<readonly AskedStore[]> {
  return [...analystStores(stores), ...(bucket === null ? [] : [await bucketAnalyst(bucket.url)])];
}

/** The PostgreSQL stores, or null if PostgreSQL is not available. */
export async function postgresIfAny(): Promise<PostgresStores | null> {
  return NO_POSTGRES === null ? postgresStores() : null;
}

function postgresAnalyst(stores: PostgresStores): AnalystStore {
  const { schema, target, args } = stores.store();
  const ask: AnalystStore["ask"] = async (queries) => {
    await stores.reader.query(`SET search_path = "${schema}"`);
    try {
      const results: (readonly Answer[])[] = [];
      for (const text of queries)
        results.push((await stores.reader.query({ text, rowMode: "array", types: TEXTS })).rows);
      return results;
    } finally {
      await stores.reader.query("RESET search_path");
    }
  };
  return { name: "PostgreSQL", target, args, ask, isDatabase: true, forgetDays: forgotBy(ask) };
}

function forgotBy(ask: AnalystStore["ask"]): AnalystStore["forgetDays"] {
  return async () => void (await ask(["DROP TABLE _pinterest_sync_days"]));
}

/** SQL that prints a value as the server does, with no trailing zeros in numbers. */
const TEXTS = {
  getTypeParser:
    (oid: number) =>
    (text: string): string =>
      oid === 1700 ? withoutZeros(text) : text,
} as never;

function duckdbAnalyst(): AnalystStore {
  const { path, target, args } = duckdbStore();
  const ask: AnalystStore["ask"] = async (queries) => {
    const instance = await DuckDBInstance.fromCache(path);
    try {
      return await answers(instance, { queries });
    } finally {
      instance.closeSync();
    }
  };
  return { name: "DuckDB", target, args, ask, isDatabase: true, forgetDays: forgotBy(ask) };
}

function folderAnalyst(folder: URL): AnalystStore {
  const root = fileURLToPath(folder);
  return {
    name: "a folder",
    target: () => folderTarget(folder),
    args: [root],
    isDatabase: false,
    forgetDays: async (table) => rmSync(`${root}_sync/${table}`, { recursive: true }),
    async ask(queries) {
      const instance = await DuckDBInstance.create();
      try {
        return await answers(instance, { views: viewsOf(root), queries });
      } finally {
        instance.closeSync();
      }
    },
  };
}

/**
 * Creates an empty bucket in the object store at `url`. Its objects are queried like a folder's
 * files.
 */
async function bucketAnalyst(url: string): Promise<AskedStore> {
  const { target, location, asFolder } = await s3Store(url);
  return {
    name: "a bucket",
    target,
    args: [location],
    ask: async (queries) => folderAnalyst(await asFolder()).ask(queries),
  };
}

/** Statements that create a view of each table in the folder, and of its state. */
function viewsOf(root: string): readonly string[] {
  const tables = readdirSync(root, { withFileTypes: true }).flatMap(({ name, parentPath }) =>
    // A table without rows has no file, but `read_parquet` needs one.
    name !== "_sync" && hasFile(`${parentPath}/${name}`) ? [name] : [],
  );
  const hasState = existsSync(`${root}_sync`);
  const hasDays =
    hasState &&
    readdirSync(`${root}_sync`).some((name) => !name.endsWith(".json") && name !== ".unfinished");
  return [
    ...tables.map(
      (name) =>
        `CREATE VIEW ${name} AS FROM read_parquet('${root}${name}/**/*.parquet', hive_partitioning = true, union_by_name = true)`,
    ),
    ...(hasState
      ? [
          `CREATE VIEW _pinterest_sync_tables AS SELECT regexp_extract(filename, '([^/]+).json$', 1) AS name, content AS definition FROM read_text('${root}_sync/*.json')`,
        ]
      : []),
    ...(hasDays
      ? [
          `CREATE VIEW _pinterest_sync_days AS SELECT "table", ad_account_id, CAST(day AS DATE) AS day, json_extract_string(content, '$.days."' || day || '"') AS stamp FROM
           (SELECT regexp_extract(filename, '([^/]+)/[^/]+.json$', 1) AS "table", regexp_extract(filename, '([^/]+).json$', 1) AS ad_account_id, content, unnest(json_keys(content, '$.days')) AS day FROM read_text('${root}_sync/*/*.json'))`,
        ]
      : []),
  ];
}

function hasFile(path: string): boolean {
  return readdirSync(path, { recursive: true }).some((name) => String(name).endsWith(".parquet"));
}

async function answers(
  instance: DuckDBInstance,
  {
    views = [],
    queries,
  }: { readonly views?: readonly string[]; readonly queries: readonly string[] },
): Promise<readonly (readonly Answer[])[]> {
  const connection = await instance.connect();
  try {
    for (const statement of views) await connection.run(statement);
    const results: (readonly Answer[])[] = [];
    for (const query of queries) {
      const reader = await connection.runAndReadAll(query);
      results.push(reader.getRows().map((row) => row.map(textOf)));
    }
    return results;
  } finally {
    connection.disconnectSync();
  }
}

function textOf(value: unknown): string | null {
  if (value === null) return null;
  return value instanceof DuckDBDecimalValue ? withoutZeros(String(value)) : String(value);
}

function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

import { absolutePath, currentFolder } from "../absolute-path.js";
import { InvalidArgumentError } from "../errors.js";
import { checkNames, ownOptions } from "../options.js";
import { quoteIdentifier, quoteText } from "../tables/create-table.js";
import { CELL_TYPES } from "./cell-types.js";
import { DuckDBDatabase, groupsOf, loadDuckDB } from "./duckdb-database.js";
import { checkCase, checkExact, recordedTable } from "./recorded-table.js";
import { widest } from "./shape.js";
import type {
  Cells,
  CellType,
  Target,
  TargetColumn,
  TargetSession,
  TargetTable,
  TargetWindow,
} from "./target.js";

/** Options for `duckdb`. */
export interface DuckDBOptions {
  /**
   * The database file, as a path or a `file:` URL. A missing file is created; its folder must
   * exist.
   */
  readonly path: string | URL;
  /** The schema of the tables. It is created if it does not exist. Default: `main`. */
  readonly schema?: string | undefined;
}

const TABLES = "_pinterest_sync_tables";
const DAYS = "_pinterest_sync_days";

/**
 * A DuckDB file as a target. Each table of `sync` is a DuckDB table with comments; two more tables
 * contain the state. One transaction removes the old rows of a window, appends the new ones and
 * records the days. A window may have any number of days; DuckDB writes many rows to the file
 * before the commit. Needs the package @duckdb/node-api. Nothing is opened until a run begins.
 * Throws an `InvalidArgumentError` for an invalid schema or path, such as `:memory:`, and a
 * `TypeError` for an unknown option.
 */
export function duckdbTarget(options: DuckDBOptions | string | URL): Target {
  const own = ownOptions(
    typeof options === "string" || options instanceof URL ? { path: options } : options,
  );
  checkNames(own, ["path", "schema"]);
  const { path, schema = "main" } = own;
  const isPath =
    path instanceof URL
      ? path.protocol === "file:"
      : typeof path === "string" && path !== "" && !path.includes("\0");
  if (!isPath || path === ":memory:")
    throw new InvalidArgumentError("path must be a file path as a string, or a file: URL");
  quote(schema);
  const workingFolder = currentFolder();
  const name = `the DuckDB file ${path instanceof URL ? path.pathname : path}`;
  return {
    name,
    async open({ signal } = {}) {
      const files = await import("node:fs/promises").catch(throwNoFileSystem);
      const paths = await import("node:path").catch(throwNoFileSystem);
      const { fileURLToPath } = await import("node:url").catch(throwNoFileSystem);
      const library = await loadDuckDB();
      const file = absolutePath(
        typeof path === "string" ? path : fileURLToPath(path),
        workingFolder,
        paths,
      );
      // Null if there is no file. NaN if its size is unknown, because NaN differs from every size.
      const sizeOf = (of: string): Promise<number | null> =>
        files.stat(of).then(
          ({ size }) => size,
          ({ code }: NodeJS.ErrnoException) => (code === "ENOENT" ? null : Number.NaN),
        );
      const isNew = (await sizeOf(file)) === null;
      const database = await DuckDBDatabase.open(library, { path: file, name, signal });
      const size = await sizeOf(file);
      const close = async (): Promise<void> => {
        // A run that only planned leaves no file behind. The file is removed before it is closed,
        // so that no other process can open it in between.
        const isUnchanged =
          isNew && (await sizeOf(file)) === size && (await sizeOf(`${file}.wal`)) === null;
        if (isUnchanged && (await database.isAlone())) await files.rm(file).catch(() => {});
        await database.close();
      };
      try {
        const [[catalog] = []] = await database.query("SELECT current_database()");
        return new DuckDBSession(database, { name, catalog: String(catalog), schema, close });
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
}

/** Throws the error for a platform without a file system. */
function throwNoFileSystem(cause: unknown): never {
  throw new InvalidArgumentError("duckdb needs a file system: Node, Bun or Deno", { cause });
}

interface Parts {
  /** Display name of the database for messages. */
  readonly name: string;
  /** The name of the database in SQL, which DuckDB derives from the file name. */
  readonly catalog: string;
  readonly schema: string;
  readonly close: () => Promise<void>;
}

/** A run's session with an open DuckDB file. */
class DuckDBSession implements TargetSession {
  readonly #database: DuckDBDatabase;
  readonly #parts: Parts;

  constructor(database: DuckDBDatabase, parts: Parts) {
    this.#database = database;
    this.#parts = parts;
  }

  async table(name: string): Promise<TargetTable | null> {
    const { name: databaseName, schema } = this.#parts;
    const target = `the schema ${schema} of ${databaseName}`;
    const kinds = await this.#kinds();
    const definitions = await this.#definitions(name, kinds);
    checkCase(name, { recorded: [...definitions.keys()], target });
    // DuckDB treats names that differ only in case as the same.
    if (![...kinds.keys()].some((present) => present.toLowerCase() === name.toLowerCase()))
      return null;
    const definition = definitions.get(name);
    const table = definition === undefined ? null : recordedTable(definition);
    if (definition !== undefined && table === null)
      throw new InvalidArgumentError(
        `the row for ${name} in ${TABLES} in ${target} is damaged: restore it from a backup, or drop ${name} so that sync loads it again; nothing was sent`,
      );
    const types = await this.#columnsOf(name);
    const missing = table?.columns.find((column) => !types.has(column.name));
    if (table !== null && kinds.get(name) === "BASE TABLE" && missing === undefined) {
      checkExact(table, { types, where: `${name} in ${target}` });
      return table;
    }
    const lacks = missing === undefined ? "" : `, because it has no column ${missing.name}`;
    throw new InvalidArgumentError(
      `${name} in ${target} is not a sync table${lacks}: rename it, or choose another name for the synced table; nothing was sent`,
    );
  }

  async ensureTable(table: TargetTable): Promise<void> {
    const before = await this.table(table.name);
    const name = this.#qualifiedName(table.name);
    const unlisted =
      before?.columns.filter(({ name }) => !table.columns.some((column) => column.name === name)) ??
      [];
    const columns = table.columns.map((column) => {
      const type = before?.columns.find(({ name }) => name === column.name)?.type;
      return type === undefined ? column : { ...column, type: widest(type, column.type) };
    });
    const ofDays = await this.#upgradeStatements();
    const statements =
      before === null
        ? this.#createStatements(table, ofDays)
        : [...ofDays, ...alterStatements(name, before, columns)];
    const definition = JSON.stringify({ ...table, columns: [...columns, ...unlisted] });
    if (statements.length === 0 && definition === JSON.stringify(before)) return;
    await this.#database.transaction(async () => {
      for (const statement of statements) await this.#database.query(statement);
      await this.#database.query(
        `DELETE FROM ${this.#qualifiedName(TABLES)} WHERE lower(name) = lower($1)`,
        [table.name],
      );
      await this.#database.query(`INSERT INTO ${this.#qualifiedName(TABLES)} VALUES ($1, $2)`, [
        table.name,
        definition,
      ]);
    });
  }

  async loadedAccounts(table: string): Promise<readonly string[]> {
    if ((await this.table(table)) === null || !(await this.#kinds()).has(DAYS)) return [];
    const text = `SELECT DISTINCT ad_account_id FROM ${this.#qualifiedName(DAYS)} WHERE "table" = $1 ORDER BY ad_account_id`;
    return (await this.#database.query(text, [table])).map(([account]) => String(account));
  }

  async loadedDays(table: string, adAccountId: string): Promise<ReadonlyMap<string, string>> {
    if ((await this.table(table)) === null || !(await this.#kinds()).has(DAYS)) return new Map();
    const text = `SELECT day::VARCHAR, stamp FROM ${this.#qualifiedName(DAYS)} WHERE "table" = $1 AND ad_account_id = $2 ORDER BY day`;
    return new Map(
      (await this.#database.query(text, [table, adAccountId])) as readonly (readonly [
        string,
        string,
      ])[],
    );
  }

  async hasRows({
    table: { name, accountColumn, dayColumn },
    adAccountId,
    days,
  }: Parameters<TargetSession["hasRows"]>[0]): Promise<boolean> {
    const ofDays =
      days === null || dayColumn === null
        ? ""
        : ` AND ${quote(dayColumn)} BETWEEN $2::DATE AND $3::DATE`;
    const found = await this.#database.query(
      `SELECT 1 FROM ${this.#qualifiedName(name)} WHERE ${quote(accountColumn)} = $1${ofDays} LIMIT 1`,
      days === null ? [adAccountId] : [adAccountId, days.from, days.to],
    );
    return found.length > 0;
  }

  async replace(
    { table, adAccountId, days, stamp }: TargetWindow,
    rows: AsyncIterable<Cells>,
  ): Promise<void> {
    const { name, columns, accountColumn, dayColumn } = table;
    const { catalog, schema } = this.#parts;
    const into = {
      catalog,
      schema,
      table: name,
      columns: [...(await this.#columnsOf(name)).keys()],
    };
    const ofAccount = `DELETE FROM ${this.#qualifiedName(name)} WHERE ${quote(accountColumn)} = $1`;
    await this.#database.transaction(async () => {
      if (days === null || dayColumn === null) await this.#database.query(ofAccount, [adAccountId]);
      else
        await this.#database.query(
          `${ofAccount} AND ${quote(dayColumn)} BETWEEN $2::DATE AND $3::DATE`,
          [adAccountId, days.from, days.to],
        );
      await this.#database.append(groupsOf(rows), columns, into);
      if (days === null) return;
      await this.#database.query(
        `DELETE FROM ${this.#qualifiedName(DAYS)} WHERE "table" = $1 AND ad_account_id = $2 AND day BETWEEN $3::DATE AND $4::DATE`,
        [name, adAccountId, days.from, days.to],
      );
      await this.#database.query(
        `INSERT INTO ${this.#qualifiedName(DAYS)}
         SELECT $1, $2, day::DATE, $5 FROM generate_series($3::TIMESTAMP, $4::TIMESTAMP, INTERVAL 1 DAY) AS days(day)`,
        [name, adAccountId, days.from, days.to, stamp],
      );
    });
  }

  close(): Promise<void> {
    return this.#parts.close();
  }

  /** The tables and views of the schema, each with its kind, such as `BASE TABLE`. */
  async #kinds(): Promise<ReadonlyMap<string, string>> {
    const { catalog, schema } = this.#parts;
    const rows = await this.#database.query(
      "SELECT table_name, table_type FROM information_schema.tables WHERE table_catalog = $1 AND lower(table_schema) = lower($2)",
      [catalog, schema],
    );
    return new Map(rows as readonly (readonly [string, string])[]);
  }

  /**
   * The definitions of the tables with this name, as last recorded by `ensureTable`. The case of
   * the name is ignored, and dropped tables are left out.
   */
  async #definitions(
    name: string,
    kinds: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    if (!kinds.has(TABLES)) return new Map();
    const text = `SELECT name, definition FROM ${this.#qualifiedName(TABLES)} WHERE lower(name) = lower($1)`;
    const rows = (await this.#database.query(text, [name])) as readonly (readonly [
      string,
      string,
    ])[];
    return new Map(rows.filter(([recorded]) => kinds.has(recorded)));
  }

  /** A table's columns with their types, in order. */
  async #columnsOf(table: string): Promise<ReadonlyMap<string, string>> {
    const { catalog, schema } = this.#parts;
    const rows = await this.#database.query(
      `SELECT column_name, data_type FROM duckdb_columns()
       WHERE database_name = $1 AND lower(schema_name) = lower($2) AND table_name = $3 ORDER BY column_index`,
      [catalog, schema, table],
    );
    return new Map(rows as readonly (readonly [string, string])[]);
  }

  /**
   * The statements that create a table with its comments. The table has no primary key: with the
   * key's index, DuckDB takes many times as long to replace rows, and cannot widen a key column.
   * `sync` checks keys itself.
   */
  #createStatements(
    { name, columns, primaryKey, accountColumn }: TargetTable,
    ofDays: readonly string[],
  ): readonly string[] {
    const { catalog, schema } = this.#parts;
    const table = this.#qualifiedName(name);
    const key = [accountColumn, ...primaryKey];
    const declarations = columns.map(
      (column) =>
        `${quote(column.name)} ${sqlType(column)}${key.includes(column.name) ? " NOT NULL" : ""}`,
    );
    return [
      `CREATE SCHEMA IF NOT EXISTS ${quote(catalog)}.${quote(schema)}`,
      `CREATE TABLE IF NOT EXISTS ${this.#qualifiedName(TABLES)} (name VARCHAR NOT NULL, definition VARCHAR NOT NULL)`,
      ...ofDays,
      // Removes the days that are still recorded for a dropped table with this name.
      `DELETE FROM ${this.#qualifiedName(DAYS)} WHERE "table" = ${quoteText(name)}`,
      `CREATE TABLE ${table} (${declarations.join(", ")})`,
      `COMMENT ON TABLE ${table} IS 'Kept up to date by pinterest-reports.'`,
      ...commentStatements(table, columns),
    ];
  }

  /**
   * The statements that create or upgrade the table of days. An upgrade renames the `account`
   * column of an earlier version.
   */
  async #upgradeStatements(): Promise<readonly string[]> {
    const days = this.#qualifiedName(DAYS);
    const columns = await this.#columnsOf(DAYS);
    if (columns.size === 0)
      return [
        `CREATE TABLE ${days} ("table" VARCHAR NOT NULL, ad_account_id VARCHAR NOT NULL, day DATE NOT NULL, stamp VARCHAR NOT NULL)`,
      ];
    return columns.has("account") ? [`ALTER TABLE ${days} RENAME account TO ad_account_id`] : [];
  }

  /** The full name of a table in SQL, quoted. */
  #qualifiedName(table: string): string {
    const { catalog, schema } = this.#parts;
    return [catalog, schema, table].map(quote).join(".");
  }
}

/** The statements that add missing columns and widen columns that are too narrow. */
function alterStatements(
  table: string,
  before: TargetTable,
  columns: readonly TargetColumn[],
): readonly string[] {
  const typeBefore = new Map(before.columns.map(({ name, type }) => [name, type]));
  const added = columns.filter(({ name }) => !typeBefore.has(name));
  const widened = columns.filter(
    ({ name, type }) => typeBefore.has(name) && typeBefore.get(name) !== type,
  );
  return [
    ...added.map(
      (column) => `ALTER TABLE ${table} ADD COLUMN ${quote(column.name)} ${sqlType(column)}`,
    ),
    ...widened.map(
      (column) =>
        `ALTER TABLE ${table} ALTER COLUMN ${quote(column.name)} TYPE ${sqlType(column)} USING ${widenedValue(column)}`,
    ),
    ...commentStatements(table, added),
  ];
}

/**
 * SQL that converts a column's value when the column is widened. A double becomes text as in
 * JavaScript: `5`, not DuckDB's `5.0`.
 */
function widenedValue({ name, type }: TargetColumn): string {
  const value = `CAST(${quote(name)} AS ${sqlType({ type })})`;
  return type === "text" ? `regexp_replace(${value}, '\\.0$', '')` : value;
}

/** The statements that add comments to columns; columns without a comment are left out. */
function commentStatements(table: string, columns: readonly TargetColumn[]): readonly string[] {
  return columns.flatMap(({ name, comment }) =>
    comment === null ? [] : [`COMMENT ON COLUMN ${table}.${quote(name)} IS ${quoteText(comment)}`],
  );
}

/** Quotes a name. Throws an `InvalidArgumentError` if it is empty or contains a NUL. */
function quote(name: string): string {
  return quoteIdentifier(name, "duckdb");
}

/** The SQL type of a column. */
function sqlType({ type }: { readonly type: CellType }): string {
  return CELL_TYPES[type].sql.duckdb;
}

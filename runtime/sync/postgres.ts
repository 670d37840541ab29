import { yieldToEventLoop } from "../bytes.js";
import { postgresOptions } from "../connection-url.js";
import { InvalidArgumentError, LeaseLostError } from "../errors.js";
import { checkNames, ownOptions } from "../options.js";
import { quoteIdentifier as quote, quoteText } from "../tables/create-table.js";
import { CELL_TYPES } from "./cell-types.js";
import {
  applicationName,
  copyLine,
  loadPostgres,
  nameOf,
  PostgresConnection,
} from "./postgres-connection.js";
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

/** Options for `postgres`. */
export interface PostgresOptions {
  /**
   * The database: a connection string, or options for pg's `Client`, such as `ssl`. Percent-encode
   * special characters in the string's password. Connect to the server itself, or to a connection
   * pool in session mode: the lock and the temporary tables belong to the session. Default:
   * PostgreSQL's environment variables, such as `PGHOST`.
   */
  readonly connection?: string | Readonly<Record<string, unknown>> | undefined;
  /**
   * The schema of the tables. It is created if it does not exist. Default: the first schema of the
   * user's `search_path`.
   */
  readonly schema?: string | undefined;
}

/**
 * Number of characters that are encoded and sent together. Larger strings would survive minor
 * garbage collections, so most of the time would be spent in major ones.
 */
const PIECE = 32 * 1024;

/**
 * Maximum wait for the lock, in milliseconds. The server may not have noticed yet that the previous
 * holder is gone.
 */
const LOCK_WAIT_MS = 2000;

/**
 * First key of the schema's lock; the second key identifies the schema. Also the hash seed for the
 * keys of locks that last for one transaction.
 */
const LOCK = 1_885_957_735;

/** Error code that a statement raises if the window was replaced under a later lease. */
const OVERTAKEN = "PR001";

/**
 * The day recorded for a table without days. Each account's last fence is stored under this day.
 */
const NO_DAY = "-infinity";

const TABLES = "_pinterest_sync_tables";
const DAYS = "_pinterest_sync_days";
const STAGING = "pg_temp._pinterest_sync_rows";

/**
 * Settings of each session. They override the role's own settings, which could change how dates are
 * written, or end a wait early. Settings that the server does not know are skipped.
 */
const SETTINGS = {
  DateStyle: "ISO, YMD",
  standard_conforming_strings: "on",
  statement_timeout: "0",
  idle_session_timeout: "0",
  transaction_timeout: "0",
  idle_in_transaction_session_timeout: "0",
  client_min_messages: "warning",
  tcp_keepalives_idle: "60",
  tcp_keepalives_interval: "10",
  tcp_keepalives_count: "6",
};

/**
 * Additional settings of a shared session. If a process is suspended, the server ends its idle
 * transaction after 10 seconds, which releases the transaction's locks.
 */
const SHARED_SETTINGS = { idle_in_transaction_session_timeout: "10s" };

/**
 * A PostgreSQL database (version 12 or later) as a target. Each table of `sync` is a PostgreSQL
 * table with a primary key and comments; two more tables contain the state. One transaction
 * replaces the rows of a window, which may have any number of days, and records the state. The
 * transaction stays open while the rows arrive. With several workers, rows first go to a temporary
 * table, so that no worker waits for another worker's rows to arrive. Needs the package pg. Nothing
 * is opened until a run begins. Throws an `InvalidArgumentError` for an invalid connection or
 * schema name, and a `TypeError` for an unknown option.
 */
export function postgresTarget(options: PostgresOptions = {}): Target {
  const own = ownOptions(options);
  checkNames(own, ["connection", "schema"]);
  const { connection, schema } = own;
  const config = postgresOptions(connection);
  if (schema !== undefined) quote(schema);
  const name = nameOf(config);
  const open = async (
    isShared: boolean,
    signal: AbortSignal | undefined,
  ): Promise<TargetSession> => {
    const library = await loadPostgres();
    try {
      const clientOptions = {
        keepAlive: true,
        application_name: await applicationName(),
        ...config,
      };
      const database = new PostgresConnection(library, { options: clientOptions, signal });
      await database.connect();
      return await openSession(database, {
        name,
        isShared,
        ...(schema !== undefined && { schema }),
      });
    } catch (error) {
      if (error instanceof InvalidArgumentError) throw error;
      signal?.throwIfAborted();
      throw new InvalidArgumentError(
        `${name} cannot be opened: ${(error as Error).message || String(error)}; nothing was sent`,
        {
          cause: error,
        },
      );
    }
  };
  return {
    name,
    open: ({ signal } = {}) => open(false, signal),
    openShared: ({ signal } = {}) => open(true, signal),
  };
}

/** The schema that contains the tables, and how it is locked. */
interface SchemaOf {
  /** Display name of the database for messages. */
  readonly name: string;
  readonly schema: string;
  /** Whether other sessions may also write to the schema. */
  readonly isShared: boolean;
}

/**
 * Locks the schema and returns the session, or ends the connection on failure. The schema is the
 * first one in the user's `search_path` by default.
 */
async function openSession(
  database: PostgresConnection,
  { schema: named, ...store }: Omit<SchemaOf, "schema"> & { readonly schema?: string | undefined },
): Promise<PostgresSession> {
  const { name, isShared } = store;
  const settings = { ...SETTINGS, ...(isShared && SHARED_SETTINGS) };
  try {
    await database.query(
      "SELECT set_config(name, ($2::text[])[array_position($1::text[], name)], false) FROM pg_settings WHERE name = ANY ($1)",
      [Object.keys(settings), Object.values(settings)],
    );
    // With this setting, the lock of a killed process ends within two seconds, if the server's
    // operating system supports the check.
    await database.query("SET client_connection_check_interval = '2s'").catch(() => {});
    const [[current = null] = []] = await database.query("SELECT current_schema()");
    const schema = named ?? current;
    if (typeof schema !== "string")
      throw new InvalidArgumentError(
        `${name} has no schema in the user's search_path: set the schema option; nothing was sent`,
      );
    await lock(database, { ...store, schema });
    return new PostgresSession(database, { ...store, schema });
  } catch (error) {
    await database.end().catch(() => {});
    throw error;
  }
}

/**
 * Locks the schema until the session ends. If `isShared` is set, the lock excludes only exclusive
 * sessions; otherwise, it excludes all other sessions. Rejects with an `InvalidArgumentError` if
 * another session's lock excludes this one.
 */
async function lock(
  database: PostgresConnection,
  { name, schema, isShared }: SchemaOf,
): Promise<void> {
  try {
    await database.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    await database.query(`SELECT pg_advisory_lock${isShared ? "_shared" : ""}($1, hashtext($2))`, [
      LOCK,
      schema,
    ]);
    await database.query("RESET lock_timeout");
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== "55P03") throw error;
    const [holder, ...more] = await database.query(
      `SELECT coalesce(nullif(application_name, ''), 'process ' || pid || ' of the server') || ', since ' || to_char(backend_start, 'YYYY-MM-DD HH24:MI:SS')
       FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND classid = $1 AND objid = (hashtext($2)::bigint & 4294967295)::oid AND objsubid = 2 AND granted
       ORDER BY backend_start`,
      [LOCK, schema],
    );
    const holders = `${holder?.[0] ?? "another session"}${more.length === 0 ? "" : ` and ${more.length} more`}`;
    throw new InvalidArgumentError(
      `the schema ${schema} of ${name} is in use by ${holders}: wait until that run has ended; nothing was sent`,
    );
  }
}

/** A session with a PostgreSQL schema that it has locked. */
class PostgresSession implements TargetSession {
  readonly #database: PostgresConnection;
  readonly #databaseName: string;
  readonly #schema: string;
  readonly #isShared: boolean;
  /** The column declarations of the temporary table; null if there is none. */
  #staged: string | null = null;

  constructor(database: PostgresConnection, { name, schema, isShared }: SchemaOf) {
    this.#database = database;
    this.#databaseName = name;
    this.#schema = schema;
    this.#isShared = isShared;
  }

  async table(name: string): Promise<TargetTable | null> {
    try {
      return await this.#table(name);
    } catch (error) {
      if (!this.#isShared || !(error instanceof InvalidArgumentError)) throw error;
    }
    // Another session may have changed the table between two queries, so the queries run again
    // under a lock.
    let table: TargetTable | null = null;
    await this.#database.transaction(async () => {
      await this.#database.query(this.#lockStatement());
      table = await this.#table(name);
    });
    return table;
  }

  /** Does the work of `table`. Another session may change the table between its two queries. */
  async #table(name: string): Promise<TargetTable | null> {
    const [[kind = null, found] = []] = await this.#database.query(
      `SELECT relkind::text, (SELECT json_object_agg(attname, format_type(atttypid, atttypmod)) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped)
       FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = $1 AND relname = $2`,
      [this.#schema, name],
    );
    const definitions = await this.#definitions(name);
    checkCase(name, {
      recorded: [...definitions.keys()],
      target: `the schema ${this.#schema} of ${this.#databaseName}`,
    });
    if (kind === null) return null;
    const definition = definitions.get(name);
    const table = definition === undefined ? null : recordedTable(definition);
    if (definition !== undefined && table === null)
      throw new InvalidArgumentError(
        `the row for ${name} in ${this.#schema}.${TABLES} in ${this.#databaseName} is damaged: restore it from a backup, or drop ${name} so that sync loads it again; nothing was sent`,
      );
    const types = new Map(Object.entries(Object(found) as Readonly<Record<string, string>>));
    const missing = table?.columns.find(({ name: column }) => !types.has(column));
    if (table !== null && (kind === "r" || kind === "p") && missing === undefined) {
      checkExact(table, { types, where: `${this.#schema}.${name} in ${this.#databaseName}` });
      return table;
    }
    const lacks = missing === undefined ? "" : `, because it has no column ${missing.name}`;
    throw new InvalidArgumentError(
      `${this.#schema}.${name} in ${this.#databaseName} is not a sync table${lacks}: rename it, or choose another name for the synced table; nothing was sent`,
    );
  }

  async ensureTable(table: TargetTable): Promise<void> {
    const isReady = (await this.#upgradeStatements()).length === 0;
    if (isReady && this.#changeFor(table, await this.table(table.name)) === null) return;
    await this.#database.transaction(async () => {
      await this.#database.query(this.#lockStatement());
      // Another session may have changed the table in the meantime.
      const change = this.#changeFor(table, await this.#table(table.name));
      if (change?.isNew) await this.#createSchema();
      for (const statement of await this.#upgradeStatements())
        await this.#database.query(statement);
      if (change === null) return;
      await this.#database.query(change.statements.join(";\n"));
      await this.#database.query(
        `INSERT INTO ${this.#qualifiedName(TABLES)} VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET definition = excluded.definition`,
        [table.name, change.definition],
      );
    });
  }

  /** Whether the table of days exists. If not, no days count as loaded. */
  async #hasDays(): Promise<boolean> {
    const [[found = null] = []] = await this.#database.query("SELECT to_regclass($1)", [
      this.#qualifiedName(DAYS),
    ]);
    return found !== null;
  }

  /**
   * The statements that create or upgrade the table of days. An upgrade renames the `account`
   * column of an earlier version.
   */
  async #upgradeStatements(): Promise<readonly string[]> {
    const days = this.#qualifiedName(DAYS);
    const columns = await this.#database.query(
      "SELECT attname::text FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped",
      [days],
    );
    if (columns.length === 0)
      return [
        `CREATE TABLE ${days} ("table" text, ad_account_id text, day date, stamp text NOT NULL, fence bigint, PRIMARY KEY ("table", ad_account_id, day))`,
      ];
    if (!columns.some(([name]) => name === "account")) return [];
    return [
      `ALTER TABLE ${days} RENAME account TO ad_account_id`,
      `ALTER TABLE ${days} ADD COLUMN IF NOT EXISTS fence bigint`,
    ];
  }

  /**
   * The changes that the target's table needs before it can store the rows of `table`. Null if it
   * needs none.
   */
  #changeFor(table: TargetTable, before: TargetTable | null): TableChange | null {
    if (before === null)
      return {
        isNew: true,
        statements: this.#createStatements(table),
        definition: JSON.stringify(table),
      };
    const unlisted = before.columns.filter(
      ({ name }) => !table.columns.some((column) => column.name === name),
    );
    const columns = table.columns.map((column) => {
      const type = before.columns.find(({ name }) => name === column.name)?.type;
      return type === undefined ? column : { ...column, type: widest(type, column.type) };
    });
    const [firstDay] = [before.firstDay, table.firstDay].filter((day) => day !== undefined).sort();
    const definition = JSON.stringify({
      ...table,
      columns: [...columns, ...unlisted],
      ...(firstDay !== undefined && { firstDay }),
      ...(table.requested && { requested: { ...before.requested, ...table.requested } }),
    });
    const statements = alterStatements(this.#qualifiedName(table.name), before, columns);
    return statements.length === 0 && definition === JSON.stringify(before)
      ? null
      : { isNew: false, statements, definition };
  }

  async loadedAccounts(table: string): Promise<readonly string[]> {
    if ((await this.table(table)) === null || !(await this.#hasDays())) return [];
    const rows = await this.#database.query(
      `SELECT DISTINCT ad_account_id FROM ${this.#qualifiedName(DAYS)} WHERE "table" = $1 AND isfinite(day) ORDER BY ad_account_id`,
      [table],
    );
    return rows.map(([account]) => String(account));
  }

  async loadedDays(table: string, adAccountId: string): Promise<ReadonlyMap<string, string>> {
    if ((await this.table(table)) === null || !(await this.#hasDays())) return new Map();
    const rows = await this.#database.query(
      `SELECT to_char(day, 'YYYY-MM-DD'), stamp FROM ${this.#qualifiedName(DAYS)} WHERE "table" = $1 AND ad_account_id = $2 AND isfinite(day) ORDER BY day`,
      [table, adAccountId],
    );
    return new Map(rows as readonly (readonly [string, string])[]);
  }

  async hasRows({
    table,
    adAccountId,
    days,
  }: Parameters<TargetSession["hasRows"]>[0]): Promise<boolean> {
    const found = await this.#database.query(
      `SELECT FROM ${this.#qualifiedName(table.name)} WHERE ${inWindow({ table, adAccountId, days })} LIMIT 1`,
    );
    return found.length > 0;
  }

  async replace(window: TargetWindow, rows: AsyncIterable<Cells>): Promise<void> {
    const pieces = piecesOf(rows);
    try {
      // Pinterest may still be preparing the file, so the transaction begins only when rows arrive.
      const first = await pieces.next();
      if (first.done === true) return await this.#replaceRows(window);
      const all = async function* (): AsyncGenerator<Piece> {
        yield first.value;
        yield* pieces;
      };
      // In a shared session, rows are sent before the transaction begins. A process that is
      // suspended while it sends them would otherwise keep other workers waiting.
      const newRows = this.#isShared ? await this.#stage(window.table, all()) : { copied: all() };
      await this.#replaceRows(window, newRows);
    } catch (error) {
      await this.#dropStaging();
      throw error;
    } finally {
      await pieces.return(undefined).catch(() => {});
    }
  }

  async fenceOf({
    table,
    adAccountId,
    days,
  }: Parameters<NonNullable<TargetSession["fenceOf"]>>[0]): Promise<number | null> {
    const [from, to] = [days?.from ?? NO_DAY, days?.to ?? NO_DAY];
    const [[fence = null, count = 0] = []] = await this.#database.query(
      `SELECT min(fence), count(fence) - CASE WHEN isfinite($3::date) THEN $4::date - $3::date + 1 ELSE 1 END
       FROM ${this.#qualifiedName(DAYS)} WHERE "table" = $1 AND ad_account_id = $2 AND day BETWEEN $3::date AND $4::date`,
      [table.name, adAccountId, from, to],
    );
    return fence === null || Number(count) < 0 ? null : Number(fence);
  }

  /** Puts the rows into a temporary table. Later windows with the same columns reuse the table. */
  async #stage(table: TargetTable, pieces: AsyncIterable<Piece>): Promise<NewRows> {
    const declarations = table.columns
      .map((column) => `${quote(column.name)} ${sqlType(column)}`)
      .join(", ");
    if (declarations !== this.#staged)
      await this.#database.query(
        `DROP TABLE IF EXISTS ${STAGING}; CREATE TEMP TABLE ${STAGING} (${declarations})`,
      );
    this.#staged = declarations;
    const count = await this.#copy(STAGING, { table, pieces });
    const list = namesOf(table);
    const append = `INSERT INTO ${this.#qualifiedName(table.name)} (${list}) SELECT ${list} FROM ${STAGING}`;
    return { statements: [append, `TRUNCATE ${STAGING}`], count };
  }

  /** Drops the temporary table, if there is one. Errors are ignored. */
  async #dropStaging(): Promise<void> {
    if (this.#staged === null) return;
    this.#staged = null;
    await this.#database.query(`DROP TABLE IF EXISTS ${STAGING}`).catch(() => {});
  }

  /** Appends the rows to a table, and returns how many there were. */
  async #copy(
    into: string,
    { table, pieces }: { readonly table: TargetTable; readonly pieces: AsyncIterable<Piece> },
  ): Promise<number> {
    let count = 0;
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const { bytes, rows } of pieces) {
        count += rows;
        yield bytes;
      }
    };
    await this.#database.copy(`COPY ${into} (${namesOf(table)}) FROM STDIN`, counted());
    return count;
  }

  async close(): Promise<void> {
    await this.#dropStaging();
    await this.#database.query("SELECT pg_advisory_unlock_all()").catch(() => {});
    await this.#database.end();
  }

  /**
   * Deletes the window's rows, appends the new ones, and records the days, in one transaction. In a
   * shared session, all of this is one message, so that a suspended process leaves no transaction
   * open.
   */
  async #replaceRows(window: TargetWindow, newRows: NewRows = NO_ROWS): Promise<void> {
    const { table, adAccountId, days, fence, once } = window;
    const key = `"table" = ${quoteText(table.name)} AND ad_account_id = ${quoteText(adAccountId)}`;
    const [from, to] = [days?.from ?? NO_DAY, days?.to ?? NO_DAY].map(
      (day) => `${quoteText(day)}::date`,
    );
    const before = [
      ...(this.#isShared ? [this.#lockStatement(table.name, adAccountId)] : []),
      ...(fence === undefined
        ? []
        : [
            failIfFound(
              `${this.#qualifiedName(DAYS)} WHERE ${key} AND day BETWEEN ${from} AND ${to} AND fence ${once ? ">=" : ">"} ${fence}`,
            ),
          ]),
      `DELETE FROM ${this.#qualifiedName(table.name)} WHERE ${inWindow(window)}`,
    ];
    const after = (count: number): readonly string[] => [
      this.#countCheck(window, count),
      ...(days === null && fence === undefined ? [] : [this.#recordStatement(window)]),
    ];
    try {
      if ("statements" in newRows) {
        const { statements, count } = newRows;
        return await this.#database.transaction([...before, ...statements, ...after(count)]);
      }
      await this.#database.transaction(async () => {
        await this.#database.query(before.join(";\n"));
        const count = await this.#copy(this.#qualifiedName(table.name), {
          table,
          pieces: newRows.copied,
        });
        await this.#database.query(after(count).join(";\n"));
      });
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== OVERTAKEN) throw error;
      throw new LeaseLostError(
        `${table.name} of ${adAccountId}${days === null ? "" : `, ${days.from} to ${days.to}`}`,
      );
    }
  }

  /**
   * The statement that fails the transaction unless the window has `count` rows. A trigger, rule or
   * policy on the table may have dropped, kept or moved rows.
   */
  #countCheck(window: TargetWindow, count: number): string {
    const found = `SELECT count(*) INTO found FROM ${this.#qualifiedName(window.table.name)} WHERE ${inWindow(window)}`;
    const failure = `RAISE EXCEPTION 'the table has % rows instead of %: a trigger, rule or policy on it changes what is written', found, ${count}`;
    return `DO ${quoteText(`DECLARE found bigint; BEGIN ${found}; IF found <> ${count} THEN ${failure}; END IF; END`)}`;
  }

  /** The statement that records the days of the window or, for a list, `NO_DAY`. */
  #recordStatement({ table, adAccountId, days, stamp, fence }: TargetWindow): string {
    const [names, values] = fence === undefined ? ["", ""] : [", fence", `, ${fence}`];
    const update = fence === undefined ? "" : ", fence = excluded.fence";
    const day = days === null ? `${quoteText(NO_DAY)}::date` : `${quoteText(days.from)}::date + n`;
    const length =
      days === null
        ? ""
        : ` FROM generate_series(0, ${quoteText(days.to)}::date - ${quoteText(days.from)}::date) n`;
    return `INSERT INTO ${this.#qualifiedName(DAYS)} ("table", ad_account_id, day, stamp${names})
      SELECT ${quoteText(table.name)}, ${quoteText(adAccountId)}, ${day}, ${quoteText(stamp)}${values}${length}
      ON CONFLICT ("table", ad_account_id, day) DO UPDATE SET stamp = excluded.stamp${update}`;
  }

  /**
   * The statement that locks the schema's table definitions until the transaction ends. Given a
   * table and an account, it locks the account's rows in that table instead.
   */
  #lockStatement(...of: readonly string[]): string {
    return `SELECT pg_advisory_xact_lock(hashtextextended(${quoteText(JSON.stringify([this.#schema, ...of]))}, ${LOCK}))`;
  }

  /**
   * The definitions of the tables with this name, as last recorded by `ensureTable`. The case of
   * the name is ignored, and dropped tables are left out.
   */
  async #definitions(name: string): Promise<ReadonlyMap<string, string>> {
    const [[exists = null] = []] = await this.#database.query("SELECT to_regclass($1)", [
      this.#qualifiedName(TABLES),
    ]);
    if (exists === null) return new Map();
    const rows = await this.#database.query(
      `SELECT name, definition FROM ${this.#qualifiedName(TABLES)} WHERE lower(name) = lower($1) AND to_regclass(format('%I.%I', $2::text, name)) IS NOT NULL`,
      [name, this.#schema],
    );
    return new Map(rows as readonly (readonly [string, string])[]);
  }

  /**
   * Creates the schema if it does not exist. `IF NOT EXISTS` would require the right to create
   * schemas even if this one exists.
   */
  async #createSchema(): Promise<void> {
    const found = await this.#database.query("SELECT FROM pg_namespace WHERE nspname = $1", [
      this.#schema,
    ]);
    if (found.length === 0) await this.#database.query(`CREATE SCHEMA ${quote(this.#schema)}`);
  }

  /** The statements that create a table with its key and comments. */
  #createStatements({
    name,
    columns,
    primaryKey,
    accountColumn,
    dayColumn,
  }: TargetTable): readonly string[] {
    const table = this.#qualifiedName(name);
    // Rows are replaced by account and day, so these two columns come first in the index.
    const key = [
      ...new Set([accountColumn, ...(dayColumn === null ? [] : [dayColumn]), ...primaryKey]),
    ];
    const declarations = columns.map(
      (column) =>
        `${quote(column.name)} ${sqlType(column)}${key.includes(column.name) ? " NOT NULL" : ""}`,
    );
    return [
      `CREATE TABLE IF NOT EXISTS ${this.#qualifiedName(TABLES)} (name text PRIMARY KEY, definition text NOT NULL)`,
      // Removes the days that are still recorded for a dropped table with this name.
      `DELETE FROM ${this.#qualifiedName(DAYS)} WHERE "table" = ${quoteText(name)}`,
      `CREATE TABLE ${table} (${[...declarations, `PRIMARY KEY (${key.map((column) => quote(column)).join(", ")})`].join(", ")})`,
      `COMMENT ON TABLE ${table} IS 'Kept up to date by pinterest-reports.'`,
      ...commentStatements(table, columns),
    ];
  }

  /** The full name of a table in SQL, quoted. */
  #qualifiedName(table: string): string {
    return `${quote(this.#schema)}.${quote(table)}`;
  }
}

/** Rows in `COPY`'s text format. */
interface Piece {
  readonly bytes: Buffer;
  /** Number of rows. */
  readonly rows: number;
}

/** How a window's new rows get into its table: copied as they arrive, or inserted by statements. */
type NewRows =
  | { readonly copied: AsyncIterable<Piece> }
  | { readonly statements: readonly string[]; readonly count: number };

const NO_ROWS: NewRows = { statements: [], count: 0 };

/** A change that a table needs before it can store new rows. */
interface TableChange {
  readonly isNew: boolean;
  readonly statements: readonly string[];
  /** The table's new definition, which is recorded. */
  readonly definition: string;
}

/** The SQL condition for the rows of a window. */
function inWindow({
  table: { accountColumn, dayColumn },
  adAccountId,
  days,
}: Pick<TargetWindow, "table" | "adAccountId" | "days">): string {
  const ofAccount = `${quote(accountColumn)} = ${quoteText(adAccountId)}`;
  return days === null || dayColumn === null
    ? ofAccount
    : `${ofAccount} AND ${quote(dayColumn)} BETWEEN ${quoteText(days.from)}::date AND ${quoteText(days.to)}::date`;
}

/**
 * The statement that fails the transaction if a query finds a row. `rows` is the part of the query
 * after `FROM`.
 */
function failIfFound(rows: string): string {
  return `DO ${quoteText(`BEGIN IF EXISTS (SELECT FROM ${rows}) THEN RAISE EXCEPTION USING ERRCODE = '${OVERTAKEN}'; END IF; END`)}`;
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
  const alterations = [
    ...added.map((column) => `ADD COLUMN ${quote(column.name)} ${sqlType(column)}`),
    ...widened.map((column) => `ALTER COLUMN ${quote(column.name)} TYPE ${sqlType(column)}`),
  ];
  return alterations.length === 0
    ? []
    : [`ALTER TABLE ${table} ${alterations.join(", ")}`, ...commentStatements(table, added)];
}

/** The statements that add comments to columns; columns without a comment are left out. */
function commentStatements(table: string, columns: readonly TargetColumn[]): readonly string[] {
  return columns.flatMap(({ name, comment }) =>
    comment === null ? [] : [`COMMENT ON COLUMN ${table}.${quote(name)} IS ${quoteText(comment)}`],
  );
}

/** The column names as an SQL list. */
function namesOf({ columns }: TargetTable): string {
  return columns.map(({ name }) => quote(name)).join(", ");
}

/** The SQL type of a column. */
function sqlType({ type }: { readonly type: CellType }): string {
  return CELL_TYPES[type].sql.postgresql;
}

/** The rows in `COPY`'s text format, in pieces of about `PIECE` characters. */
async function* piecesOf(rows: AsyncIterable<Cells>): AsyncGenerator<Piece, void, undefined> {
  let [text, count] = ["", 0];
  for await (const row of rows) {
    text += copyLine(row);
    count++;
    if (text.length < PIECE) continue;
    yield { bytes: Buffer.from(text), rows: count };
    [text, count] = ["", 0];
    // Without this wait, no piece would be sent during the loop if all rows had already arrived.
    await yieldToEventLoop();
  }
  if (count > 0) yield { bytes: Buffer.from(text), rows: count };
}

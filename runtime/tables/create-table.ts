import { InvalidArgumentError } from "../errors.js";
import { ownOptions } from "../options.js";
import { COLUMN_TYPES, type SqlDialect } from "./column-types.js";
import type { RowsDescription } from "./describe.js";

/** Options for `createTable`. */
export interface CreateTableOptions {
  /** Database that runs the statement. */
  readonly dialect: SqlDialect;
  /** Name of the table. A dot is part of the name, so pass the schema as `schema`. */
  readonly table: string;
  /** Name of the table's schema. Default: the database's default schema. */
  readonly schema?: string | undefined;
  /**
   * Style of the column names. `"database"`: lowercase names, such as `campaign_id`, which need no
   * quotes in SQL. `"pinterest"`: the names in rows, such as `CAMPAIGN_ID`. Default: `"database"`.
   */
  readonly names?: "database" | "pinterest" | undefined;
  /**
   * Whether to leave an existing table unchanged. If false, the statement fails if the table
   * exists. Default: false.
   */
  readonly ifNotExists?: boolean | undefined;
  /**
   * Whether to add each column's description as an SQL comment, in separate statements. Default:
   * false.
   */
  readonly comments?: boolean | undefined;
}

/** PostgreSQL's maximum name length, in bytes of UTF-8. PostgreSQL truncates longer names. */
const MAX_NAME_BYTES = 63;

/**
 * Quotes a name as an SQL identifier. Throws an `InvalidArgumentError` if the name is empty,
 * contains a NUL or, for PostgreSQL, is longer than 63 UTF-8 bytes.
 */
export function quoteIdentifier(name: string, dialect: SqlDialect = "postgresql"): string {
  const isTooLong =
    dialect === "postgresql" && new TextEncoder().encode(name).length > MAX_NAME_BYTES;
  if (typeof name === "string" && name !== "" && !name.includes("\0") && !isTooLong)
    return `"${name.replaceAll('"', '""')}"`;
  const limit =
    dialect === "postgresql" ? `of at most ${MAX_NAME_BYTES} bytes` : "that is not empty";
  throw new InvalidArgumentError(
    `${JSON.stringify(name)?.slice(0, 100)} is not a valid name for a table or column: it must be a string ${limit}, without NUL`,
  );
}

/**
 * Quotes a string as a standard SQL literal, where a backslash is an ordinary character. The string
 * must not contain a NUL.
 */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Returns the SQL that creates a table for the described rows. The `CREATE TABLE` statement
 * includes the primary key, if there is one. With `comments`, a `COMMENT ON COLUMN` statement
 * follows for each column. Each statement ends with a semicolon and a line feed. All names are
 * quoted.
 *
 * Throws an `InvalidArgumentError` for an unknown `dialect` or `names`, and for a name that is
 * empty, contains a NUL or, in PostgreSQL, is longer than 63 bytes.
 * @example
 * ```ts
 * const sql = createTable(describeRows(body), { dialect: "postgresql", table: "campaign_days" });
 * ```
 */
export function createTable(description: RowsDescription, options: CreateTableOptions): string {
  const {
    dialect,
    table,
    schema,
    names = "database",
    ifNotExists = false,
    comments = false,
  } = ownOptions(options);
  const dialects = Object.keys(COLUMN_TYPES.text.sql);
  if (!dialects.includes(dialect))
    throw new InvalidArgumentError(
      `dialect must be ${dialects.join(" or ")}, not ${JSON.stringify(dialect)}`,
    );
  const quote = (name: string): string => quoteIdentifier(name, dialect);
  const name = schema === undefined ? quote(table) : `${quote(schema)}.${quote(table)}`;
  const { columns, primaryKey } = description;
  if (names !== "database" && names !== "pinterest")
    throw new InvalidArgumentError('names must be "database" or "pinterest"');
  const named = (column: string): string =>
    quote(
      names === "pinterest" ? column : (columns.find(({ name }) => name === column)?.sqlName ?? ""),
    );
  const declarations = columns.map(
    (column) =>
      `${named(column.name)} ${column.sqlTypes[dialect]}${column.nullable ? "" : " NOT NULL"}`,
  );
  const key = primaryKey === null ? [] : [`PRIMARY KEY (${primaryKey.map(named).join(", ")})`];
  const statements = [
    `CREATE TABLE ${ifNotExists ? "IF NOT EXISTS " : ""}${name} (\n${[...declarations, ...key].map((text) => `  ${text}`).join(",\n")}\n)`,
    ...(comments
      ? columns.map(
          (column) =>
            `COMMENT ON COLUMN ${name}.${named(column.name)} IS ${quoteText(column.description)}`,
        )
      : []),
  ];
  return statements.map((statement) => `${statement};\n`).join("");
}

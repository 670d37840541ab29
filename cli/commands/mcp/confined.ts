import type { Memory } from "./duckdb.js";
import { quote, Refused } from "./tool.js";

/** Table functions that only generate rows. */
const TABLE_FUNCTIONS = ["generate_series", "range", "unnest"];
/** Functions that reveal facts about the machine, wait, write logs, or run strings as SQL. */
const FORBIDDEN =
  /^(?:current_setting|getenv|getvariable|write_log|pg_sleep|sleep_ms|nextval|currval|setseed|json_execute_|parse_duckdb_log|read_|pg_)/i;
/** Settings that confine a query: no files, network or extensions, and 512 MB of memory. */
const CONFINEMENT = [
  "SET memory_limit = '512MB'",
  "SET threads = 2",
  "SET temp_directory = ''",
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET allow_community_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];

/**
 * Permanently blocks a database's access to files, the network and settings. Limits the database to
 * 512 MB of memory, without temporary files. Its tables stay readable.
 */
export async function confine(memory: Memory): Promise<void> {
  for (const statement of CONFINEMENT) await memory.run(statement);
}

/**
 * Returns the lowercase names of the tables that a query reads, except names that WITH defines.
 * Uses DuckDB's own syntax tree instead of searching the text. `known` contains lowercase names.
 * Rejects with `Refused` unless the query is a single SELECT that reads only tables in `known` and
 * calls no forbidden function, such as `getenv`. The only table functions allowed are
 * `TABLE_FUNCTIONS`.
 */
export async function tablesOf(
  sql: string,
  known: readonly string[],
  memory: Memory,
): Promise<ReadonlySet<string>> {
  const [[serialized] = []] = await memory.rows("SELECT json_serialize_sql($1::VARCHAR)", [sql]);
  const tree = JSON.parse(String(serialized)) as SerializedSql;
  if (tree.error)
    throw new Refused(
      tree.error_type === "parser"
        ? `the SQL has an error: ${tree.error_message}`
        : "the query tool runs only a single SELECT statement: it cannot change, attach, install, copy or set anything",
    );
  const statements = tree.statements ?? [];
  if (statements.length !== 1)
    throw new Refused("the query tool runs only a single SELECT statement: send one per call");
  const tables = new Set<string>();
  visit(statements, new Set(), tables);
  const unknown = [...tables].find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Refused(
      `there is no table ${quote(unknown)}: ${known.length === 0 ? "call the report tool to make one" : `the tables are ${known.join(", ")}`}`,
    );
  return tables;
}

interface SerializedSql {
  readonly error: boolean;
  readonly error_type?: string;
  readonly error_message?: string;
  readonly statements?: readonly unknown[];
}

/**
 * Adds to `tables` the lowercase name of each table that `part`, a part of the syntax tree, refers
 * to. `own` contains the names that WITH has defined for this part. Throws `Refused` for anything
 * that a query must not use.
 */
function visit(part: unknown, own: ReadonlySet<string>, tables: Set<string>): void {
  if (typeof part !== "object" || part === null) return;
  if (Array.isArray(part)) {
    for (const item of part) visit(item, own, tables);
    return;
  }
  const node = part as Readonly<Record<string, unknown>>;
  const { type } = node;
  if (type === "BASE_TABLE") addTable(node, own, tables);
  if (type === "TABLE_FUNCTION") checkTableFunction(node.function);
  if (type === "SHOW_REF" && node.query === null)
    throw new Refused(
      "the query tool runs only a single SELECT statement; to see a table's columns, use DESCRIBE with its name",
    );
  if (node.class === "FUNCTION") checkFunction(String(node.function_name));
  const { cte_map, ...rest } = node;
  const { map = [] } = Object(cte_map) as { readonly map?: readonly CommonTable[] };
  const inside = new Set(own);
  // The parts of a recursive table can refer to the table itself.
  if (type === "RECURSIVE_CTE_NODE") inside.add(String(node.cte_name).toLowerCase());
  for (const { key, value } of map) {
    // A query in WITH can use the names that WITH defines before this query. Within the query, the
    // query's own name refers to a real table.
    visit(value, inside, tables);
    inside.add(key.toLowerCase());
  }
  visit(Object.values(rest), inside, tables);
}

/** A query that WITH defines. */
interface CommonTable {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Adds the name of a table that a query reads, unless the query defines it itself. Throws `Refused`
 * for a table in another schema.
 */
function addTable(
  node: Readonly<Record<string, unknown>>,
  own: ReadonlySet<string>,
  tables: Set<string>,
): void {
  const { catalog_name: catalog, schema_name: schema, table_name: table } = node;
  if ((catalog !== "" && catalog !== "memory") || (schema !== "" && schema !== "main"))
    throw new Refused(
      `the query tool reads only tables made by the report tool, not ${schema}.${table}`,
    );
  const name = String(table).toLowerCase();
  if (catalog !== "" || schema !== "" || !own.has(name)) tables.add(name);
}

/** Throws `Refused` unless a query may call this table function. */
function checkTableFunction(node: unknown): void {
  const { function_name: name } = Object(node) as { readonly function_name?: string };
  if (!TABLE_FUNCTIONS.includes(String(name).toLowerCase()))
    throw new Refused(
      `the query tool cannot call ${name}: the only table functions allowed are ${TABLE_FUNCTIONS.join(", ")}`,
    );
}

/** Throws `Refused` if a query must not call this function. */
function checkFunction(name: string): void {
  if (FORBIDDEN.test(name))
    throw new Refused(
      `the query tool cannot call ${name}: only functions that operate on the tables' rows are allowed`,
    );
}

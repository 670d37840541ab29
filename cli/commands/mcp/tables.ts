import { loadTables } from "../../modules.js";
import type { Body as RequestBody } from "../../session.js";
import type { Context } from "./context.js";
import type { Memory } from "./duckdb.js";
import type { ReportFacts, TableFacts } from "./folder.js";
import type { Body } from "./question.js";
import { quote, Refused } from "./tool.js";

/** A column of an SQL table. */
export interface TableColumn {
  readonly name: string;
  readonly type: string;
  /** The unit of the column's values, such as `currency`; null if the values have no unit. */
  readonly unit: string | null;
  /** Whether the column's values can be summed. Rates, averages and numbers of people cannot. */
  readonly adds: boolean;
}

/** A table and the reports that it consists of. */
export interface Table {
  readonly facts: TableFacts;
  readonly reports: readonly ReportFacts[];
}

/** A table that every query can use: the ad accounts of the tables that the query reads. */
export const ACCOUNTS_TABLE = "ad_accounts";

/** Columns that every table has, before the report's own columns. */
const OWN: readonly TableColumn[] = [
  { name: "ad_account_id", type: "VARCHAR", unit: null, adds: false },
  { name: "currency", type: "VARCHAR", unit: null, adds: false },
];
const PEOPLE = /_USERS?$|FREQUENCY|REACH|UNIQUE/;

/**
 * The SQL columns for the rows of a body, with `ad_account_id` and `currency` first. If the report
 * itself contains one of these columns, that column stays in its place.
 */
export async function columnsOf(body: Body): Promise<readonly TableColumn[]> {
  const { describeRows } = await loadTables();
  const described = describeRows(body as object as RequestBody).columns;
  const columns = described.map(({ name, sqlName, sqlTypes, unit, value, nullable }) => ({
    name: sqlName,
    type: sqlTypes.duckdb,
    unit,
    // A nullable number is a quotient (null if its divisor is zero). Numbers that can be summed are
    // 0 instead, never null.
    adds: /^(?:count|money|micro-money)$/.test(value) && !nullable && !PEOPLE.test(name),
  }));
  const names = new Set(columns.map(({ name }) => name));
  return [...OWN.filter(({ name }) => !names.has(name)), ...columns];
}

/**
 * Finds a table and its reports by name. Reports that are missing from the folder are left out.
 * Rejects with `Refused` if there is no such table.
 */
export async function tableNamed(
  { folder }: Pick<Context, "folder">,
  name: string,
): Promise<Table> {
  const facts = await folder.table(name);
  if (facts === null) {
    const names = await folder.tableNames();
    throw new Refused(
      `there is no table ${quote(name)}: ${names.length === 0 ? "call the report tool to make one" : `the tables are ${names.join(", ")}`}`,
    );
  }
  const reports = await Promise.all(facts.reports.map((id) => folder.report(id)));
  return { facts, reports: reports.filter((report) => report !== null) };
}

/**
 * Loads tables and their ad accounts into a database. Creates an SQL table for each table, and
 * `ad_accounts` with one row for each account. Call this function only once per database.
 */
export async function loadInto(
  memory: Memory,
  { folder }: Pick<Context, "folder">,
  tables: readonly Table[],
): Promise<void> {
  for (const { facts, reports } of tables) {
    const parts = await Promise.all(
      reports.map(async ({ id, account, body }) => {
        const columns = (await columnsOf(body)).map(({ name }) => selected(name, account, body));
        return `SELECT ${columns.join(", ")} FROM read_parquet(${text(folder.rowsPath(id))})`;
      }),
    );
    await memory.run(`CREATE TABLE ${quoted(facts.name)} AS ${parts.join(" UNION ALL BY NAME ")}`);
  }
  const accounts = tables.flatMap(({ reports }) => reports.map(({ account }) => account));
  const rows = [...new Map(accounts.map((account) => [account.id, account])).values()].map(
    ({ id, name, currency, time_zone }) =>
      `(${[id, name, currency, time_zone].map(text).join(", ")})`,
  );
  await memory.run(
    `CREATE TABLE ${ACCOUNTS_TABLE} (id VARCHAR, name VARCHAR, currency VARCHAR, time_zone VARCHAR)`,
  );
  if (rows.length > 0) await memory.run(`INSERT INTO ${ACCOUNTS_TABLE} VALUES ${rows.join(", ")}`);
}

/** The SQL that selects one column of a report's file. */
function selected(name: string, { id, currency }: ReportFacts["account"], body: Body): string {
  const requested = (body.columns as readonly string[]).map((column) => column.toLowerCase());
  if (name === "currency") return `${text(currency)} AS currency`;
  if (name === "ad_account_id" && !requested.includes(name)) return `${text(id)} AS ad_account_id`;
  return `${quoted(name.toUpperCase())} AS ${quoted(name)}`;
}

/** Quotes a name for SQL, in double quotes. Quotes within the name are doubled. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A SQL string literal, or NULL. */
function text(value: string | null): string {
  return value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`;
}

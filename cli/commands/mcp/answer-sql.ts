import { confine, tablesOf } from "./confined.js";
import { withMemory } from "./duckdb.js";
import { Folder } from "./folder.js";
import { type Answer, type Caps, runSql } from "./run-sql.js";
import { ACCOUNTS_TABLE, loadInto, tableNamed } from "./tables.js";
import { DATA_NOTE, Refused } from "./tool.js";

/** An SQL query about the tables in a folder. */
export interface Asked {
  readonly folder: string;
  readonly sql: string;
  readonly caps: Caps;
}

/**
 * Answers a query about the folder's tables, in a new in-memory database. The query can read only
 * these tables and `ad_accounts`, which lists the accounts of the other tables in the query or, if
 * there are none, of all tables. The answer is within `caps`. Rejects with `Refused` if DuckDB does
 * not run the query, and with `Usage` if DuckDB cannot be loaded.
 */
export function answerSql({ folder: path, sql, caps }: Asked): Promise<Answer> {
  const folder = new Folder(path);
  return withMemory(new AbortController().signal, async (memory) => {
    const names = await folder.tableNames();
    const read = await tablesOf(sql, [...names, ACCOUNTS_TABLE], memory);
    const isAccounts = read.size === 1 && read.has(ACCOUNTS_TABLE);
    const loaded = isAccounts ? names : names.filter((name) => read.has(name));
    const tables = await Promise.all(loaded.map((name) => tableNamed({ folder }, name)));
    await loadInto(memory, { folder }, tables);
    await confine(memory);
    return runSql(memory, sql, caps).catch((error: Error) => {
      throw error instanceof Refused
        ? error
        : new Refused(`DuckDB: ${error.message}\n${DATA_NOTE}`);
    });
  });
}

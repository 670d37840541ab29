import { confine, tablesOf } from "../confined.js";
import type { Context } from "../context.js";
import { withMemory } from "../duckdb.js";
import { runSql } from "../run-sql.js";
import { ACCOUNTS_TABLE, loadInto, tableNamed } from "../tables.js";
import { COUNT, DATA_NOTE, listOf, objectSchema, Refused, TEXT, type Tool } from "../tool.js";

const CAPS = { rows: 200, characters: 20_000 };
const LONGEST_MS = 10_000;
const LONGEST_SQL = 10_000;

/** Answers SQL on the tables of `report`. */
export function queryTool(context: Context): Tool {
  const { folder } = context;
  return {
    name: "query",
    title: "Query tables",
    description: `Runs one SELECT of DuckDB's SQL on tables that report has made, joined with ${ACCOUNTS_TABLE} (id, name, currency, time_zone) if need be. Group by currency or ad_account_id before you sum money. At most ${CAPS.rows} rows: aggregate in SQL. Read only, without files or network.`,
    input: objectSchema({ sql: TEXT }),
    output: objectSchema({
      columns: listOf(objectSchema({ name: TEXT, type: TEXT })),
      rows: listOf({ type: "array" }),
      row_count: COUNT,
      truncated: { type: "boolean" },
      note: TEXT,
    }),
    async run({ sql: given }, { signal }) {
      const sql = String(given);
      if (sql.length > LONGEST_SQL)
        throw new Refused(`the SQL has ${sql.length} characters: at most ${LONGEST_SQL} are taken`);
      const limit = AbortSignal.timeout(LONGEST_MS);
      const answered = withMemory(AbortSignal.any([signal, limit]), async (memory) => {
        const names = await folder.tableNames();
        const read = await tablesOf(sql, [...names, ACCOUNTS_TABLE], memory);
        const isAccounts = read.size === 1 && read.has(ACCOUNTS_TABLE);
        const loaded = isAccounts ? names : names.filter((name) => read.has(name));
        await loadInto(
          memory,
          context,
          await Promise.all(loaded.map((name) => tableNamed(context, name))),
        );
        await confine(memory);
        return runSql(memory, sql, CAPS).catch((error: Error) => {
          throw limit.aborted ? error : new Refused(`DuckDB: ${error.message}`);
        });
      });
      const { columns, rows, truncated } = await answered.catch((error: unknown) => {
        if (!limit.aborted) throw error;
        throw new Refused(
          `the query took more than ${LONGEST_MS / 1_000} seconds: read less in it`,
        );
      });
      const more = truncated ? " There is more than this: aggregate, or use LIMIT and OFFSET." : "";
      return { columns, rows, row_count: rows.length, truncated, note: `${DATA_NOTE}${more}` };
    },
  };
}

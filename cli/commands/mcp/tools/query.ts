import { askApart } from "../ask-apart.js";
import type { Context } from "../context.js";
import type { Answer } from "../run-sql.js";
import { ACCOUNTS_TABLE } from "../tables.js";
import { COUNT, DATA_NOTE, listOf, objectSchema, Refused, TEXT, type Tool } from "../tool.js";

const CAPS = { rows: 200, characters: 20_000 };
const LONGEST_MS = 10_000;
const LONGEST_SQL = 10_000;

/**
 * Creates the tool that runs SQL queries on the tables made by the `report` tool. One query runs at
 * a time, in its own process, for at most 10 s. The tool returns at most 200 rows and 20,000
 * characters. It throws `Refused` for SQL that must be changed or has more than 10,000 characters.
 */
export function queryTool({ folder, sqlProgram }: Pick<Context, "folder" | "sqlProgram">): Tool {
  // Only one query runs at a time, so all queries together stay within the limits of one.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (answer: () => Promise<Answer>): Promise<Answer> => {
    const answered = last.then(answer);
    last = answered.catch(() => {});
    return answered;
  };
  return {
    name: "query",
    title: "Query tables",
    description: `Runs one SELECT in DuckDB's SQL on tables made by the report tool. You can join ${ACCOUNTS_TABLE} (id, name, currency, time_zone). Group by currency or ad_account_id before you sum amounts. Returns at most ${CAPS.rows} rows, so aggregate in SQL. Read-only, without access to files or the network.`,
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
        throw new Refused(`the SQL has ${sql.length} characters: the maximum is ${LONGEST_SQL}`);
      const asked = { folder: folder.path, sql, caps: CAPS };
      const { columns, rows, truncated } = await inTurn(() =>
        askApart(asked, { program: sqlProgram, longestMs: LONGEST_MS, signal }),
      );
      const more = truncated
        ? " Rows or long values were truncated: aggregate, or use LIMIT and OFFSET."
        : "";
      return { columns, rows, row_count: rows.length, truncated, note: `${DATA_NOTE}${more}` };
    },
  };
}

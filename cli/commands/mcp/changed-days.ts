import type { Context } from "./context.js";
import { withMemory } from "./duckdb.js";
import { runSql } from "./run-sql.js";
import { columnsOf, loadInto, quoted, type Table } from "./tables.js";

const SHOWN = 30;

/**
 * The sums that differ between two tables, sorted by account, day and column. There is a row for
 * each account, day and common additive column whose sums differ. `first` and `second` are the two
 * tables' sums as strings, or null if the table has no row. The rows contain no day if one of the
 * tables has no days. Returns at most 30 rows and 10,000 characters; `isCut` says whether there are
 * more. Empty if the tables have no additive column in common.
 */
export async function changedDays(
  context: Pick<Context, "folder">,
  one: Table,
  other: Table,
  signal: AbortSignal,
): Promise<{ readonly rows: readonly object[]; readonly isCut: boolean }> {
  const [columns, others] = await Promise.all([
    columnsOf(one.facts.body),
    columnsOf(other.facts.body),
  ]);
  const names = new Set(others.map(({ name }) => name));
  const common = columns.filter(({ name }) => names.has(name));
  const key = ["ad_account_id", ...common.flatMap(({ name }) => (name === "date" ? [name] : []))];
  const sums = common.filter(({ adds }) => adds).map(({ name }) => name);
  if (sums.length === 0) return { rows: [], isCut: false };
  const select = ({ facts: { name } }: Table): string =>
    `SELECT ${[...key, ...sums.map((sum) => `sum(${quoted(sum)})::VARCHAR AS ${quoted(sum)}`)].join(", ")} FROM ${quoted(name)} GROUP BY ALL`;
  const parts = sums.map(
    (sum) =>
      `SELECT ${key.join(", ")}, '${sum}' AS "column", a.${quoted(sum)} AS first, b.${quoted(sum)} AS second
       FROM a FULL JOIN b USING (${key.join(", ")}) WHERE a.${quoted(sum)} IS DISTINCT FROM b.${quoted(sum)}`,
  );
  const sql = `WITH a AS (${select(one)}), b AS (${select(other)}) ${parts.join(" UNION ALL ")} ORDER BY ALL`;
  return withMemory(signal, async (memory) => {
    await loadInto(memory, context, one.facts.name === other.facts.name ? [one] : [one, other]);
    const answer = await runSql(memory, sql, { rows: SHOWN, characters: 10_000 });
    const rows = answer.rows.map((row) =>
      Object.fromEntries(answer.columns.map(({ name }, at) => [name, row[at]])),
    );
    return { rows, isCut: answer.truncated };
  });
}

import { expect, it } from "vitest";
import { confine, tablesOf } from "../../../cli/commands/mcp/confined.js";
import { withMemory } from "../../../cli/commands/mcp/duckdb.js";
import { runSql } from "../../../cli/commands/mcp/run-sql.js";
import { Refused } from "../../../cli/commands/mcp/tool.js";
import { ATTACKS, ESCAPES } from "../../support/sql-attacks.js";

const CAPS = { rows: 10, characters: 10_000 };
const { signal } = new AbortController();

/** Runs a query on the tables `spend` and `ad_accounts`, and returns its result. */
function asked(sql: string) {
  return withMemory(signal, async (memory) => {
    await memory.run("CREATE TABLE spend AS SELECT 1 AS id, 12.50::DECIMAL(38, 18) AS amount");
    await tablesOf(sql, ["spend", "ad_accounts"], memory);
    await confine(memory);
    return runSql(memory, sql, CAPS);
  });
}

it("more than a hundred different attacks are tried", () => {
  expect(new Set(ATTACKS).size).toBe(ATTACKS.length);
  expect(ATTACKS.length).toBeGreaterThanOrEqual(100);
});

it.each(ATTACKS)("the parser rejects %s before DuckDB runs it", async (sql) => {
  await expect(asked(sql)).rejects.toBeInstanceOf(Refused);
});

it.each(ESCAPES)("DuckDB rejects %s, even if the parser allowed it", async (sql) => {
  await withMemory(signal, async (memory) => {
    await confine(memory);
    await expect(memory.rows(sql)).rejects.toThrow(
      /disabled (?:by|through) configuration|been locked/,
    );
  });
});

it.each([
  ["SELECT * FROM spend", [[1, "12.5"]]],
  ["FROM spend SELECT sum(amount)", [["12.5"]]],
  ["WITH s AS (SELECT * FROM spend) SELECT id FROM s JOIN s AS t USING (id)", [[1]]],
  ["WITH spend AS (SELECT id + 1 AS id FROM spend) SELECT id FROM spend", [[2]]],
  ["WITH a AS (SELECT 1 AS i), b AS (SELECT i + 1 AS i FROM a) SELECT (SELECT i FROM b)", [[2]]],
  [
    "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 3) FROM n",
    [[1], [2], [3]],
  ],
  [
    "SELECT d::VARCHAR FROM generate_series(DATE '2026-01-01', DATE '2026-01-02', INTERVAL 1 DAY) AS t(d)",
    [["2026-01-01 00:00:00"], ["2026-01-02 00:00:00"]],
  ],
  ["SELECT count(*) FROM spend WHERE id IN (SELECT id FROM main.spend)", [[1]]],
  ["SELECT row_number() OVER (ORDER BY id) FROM Spend", [[1]]],
  ["SELECT 'read_csv(''/etc/passwd'')' AS words", [["read_csv('/etc/passwd')"]]],
])("DuckDB answers the allowed query %s", async (sql, rows) => {
  expect((await asked(sql)).rows).toEqual(rows);
});

it.each([
  ["100::DECIMAL(38, 0)", "100"],
  ["100.50::DECIMAL(38, 18)", "100.5"],
  ["-0.10::DECIMAL(10, 2)", "-0.1"],
  ["20::DECIMAL(10, 2)", "20"],
  ["9007199254740993::BIGINT", "9007199254740993"],
  ["12::HUGEINT", 12],
  ["'1.50'", "1.50"],
  ["NULL", null],
  ["DATE '2026-01-31'", "2026-01-31"],
])("a query returns %s exactly", async (sql, value) => {
  expect((await asked(`SELECT ${sql} AS v`)).rows).toEqual([[value]]);
});

it("a long result is truncated, with a note", async () => {
  const many = await asked("FROM range(1000)");
  expect([many.rows.length, many.truncated]).toEqual([10, true]);
  const wide = await asked("SELECT repeat('x', 100000) AS wide FROM range(5)");
  expect([JSON.stringify(wide.rows).length < 11_000, wide.truncated]).toEqual([true, true]);
  const list = await asked("SELECT range(1000) AS numbers");
  expect([JSON.stringify(list.rows).length < 1_000, list.truncated]).toEqual([true, true]);
  const columns = Array.from({ length: 100 }, (_, at) => `repeat('x', 400) AS c${at}`).join(", ");
  const row = await asked(`SELECT ${columns}`);
  expect([JSON.stringify(row).length < 11_000, row.truncated]).toEqual([true, true]);
  await expect(asked(`SELECT 1 AS ${"c".repeat(6_000)}`)).rejects.toThrow(/names .* too long/);
});

import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { askApart } from "../../../cli/commands/mcp/ask-apart.js";
import { Folder } from "../../../cli/commands/mcp/folder.js";
import { Refused } from "../../../cli/commands/mcp/tool.js";
import { BIN } from "../../support/bin.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const CAPS = { rows: 10, characters: 10_000 };
const program = new URL("sql-process.js", pathToFileURL(BIN));
const folder = fileURLToPath(temporaryFolder());
/** A time limit, in milliseconds, that no machine should exceed. */
const LONG = 200_000;

beforeAll(() => new Folder(folder).create());

function asked(
  sql: string,
  { longestMs = LONG, signal = new AbortController().signal } = {},
): ReturnType<typeof askApart> {
  return askApart({ folder, sql, caps: CAPS }, { program, longestMs, signal });
}

it("a separate process answers a query", async () => {
  expect((await asked("SELECT 1 AS one, 'a' AS letter")).rows).toEqual([[1, "a"]]);
});

it("a separate process returns the reason if it rejects a query", async () => {
  expect(await refusalOf("SELECT 1 +")).toMatch(/^the SQL has an error/);
  expect(await refusalOf("SELECT nothing")).toMatch(/^DuckDB: Binder Error/);
});

// DuckDB cannot interrupt the second query.
it.each(["SELECT count(*) FROM range(100000000000)", "SELECT rpad('', 900000000, 'x')"])(
  "a separate process is stopped at the time limit while it runs %s",
  async (sql) => {
    const refusal = await refusalOf(sql, { longestMs: 300 });
    expect(refusal).toBe("the query took more than 0.3 seconds: read fewer rows");
  },
);

it.each([
  "SELECT unnest(range(1000000000))",
  "SELECT repeat('x', 1000000000) FROM range(2000)",
  "SELECT range(100000000)",
])("a separate process is stopped at the memory limit while it runs %s", async (sql) => {
  expect(await refusalOf(sql)).toMatch(/too much memory/);
});

it("a separate process is stopped when its query is cancelled", async () => {
  const reason = new Error("cancelled");
  const cancel = new AbortController();
  const answer = asked("SELECT count(*) FROM range(100000000000)", { signal: cancel.signal });
  cancel.abort(reason);
  await expect(answer).rejects.toBe(reason);
  await expect(asked("SELECT 1", { signal: cancel.signal })).rejects.toBe(reason);
});

async function refusalOf(sql: string, options: object = {}): Promise<string> {
  const thrown = await asked(sql, options).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Refused);
  return (thrown as Refused).message;
}

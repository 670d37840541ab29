import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { duckdbTarget } from "../../../runtime/sync/duckdb.js";
import type { Cells, TargetTable } from "../../../runtime/sync/target.js";
import {
  DAYS,
  MANY,
  opened,
  rowsWith,
  TABLE,
  whole,
  windowOf,
} from "../../support/database-stores.js";
import { duckdbStore } from "../../support/duckdb-stores.js";
import { many } from "../../support/effort.js";
import { targetChecks } from "../../support/target-checks.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** The same table with another type for the column CLICKS. */
const withClicks = (type: "double" | "text"): TargetTable => ({
  ...TABLE,
  columns: TABLE.columns.map((column) => (column.name === "CLICKS" ? { ...column, type } : column)),
});

/** Starts a process that keeps the file open until `close`. */
async function otherProcess(
  path: string,
  mode: string,
): Promise<{ readonly pid: number | undefined; close(): Promise<void> }> {
  const program = `const { DuckDBInstance } = require(${JSON.stringify(fileURLToPath(import.meta.resolve("@duckdb/node-api")))});
    DuckDBInstance.create(${JSON.stringify(path)}, { access_mode: ${JSON.stringify(mode)} }).then((instance) => {
      process.on("message", () => process.exit(instance ? 0 : 1));
      process.send("open");
    });`;
  const child = spawn(process.execPath, ["-e", program], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(child, "message");
  return {
    pid: child.pid,
    close: async () => {
      child.send("close");
      await once(child, "close");
    },
  };
}

/** Collects all garbage and waits for its finalizers. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let turn = 0; turn < 5; turn++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("a DuckDB file as a target", () => {
  describe("behaves like every target:", () => {
    for (const { name, run } of targetChecks({ createStore: () => duckdbStore() })) it(name, run);
  });

  it("creates tables with types, comments and a non-null key but no index, and keeps the comments when a table is widened", async () => {
    const store = duckdbStore();
    await opened(store.target(), (session) => session.ensureTable(TABLE));
    const wide = withClicks("text");
    const added = { name: "NEW", type: "boolean", nullable: true, comment: "It's new." } as const;
    await opened(store.target(), (session) =>
      session.ensureTable({ ...wide, columns: [...wide.columns, added] }),
    );
    expect(
      await store.query(
        "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE table_name = 'campaign_days' ORDER BY column_index",
      ),
    ).toEqual([
      {
        column_name: "AD_ACCOUNT_ID",
        data_type: "VARCHAR",
        is_nullable: false,
        comment: "Id of the ad account.",
      },
      { column_name: "DATE", data_type: "DATE", is_nullable: false, comment: null },
      {
        column_name: "CAMPAIGN_ID",
        data_type: "VARCHAR",
        is_nullable: false,
        comment: "The campaign's \\ id.",
      },
      { column_name: "CLICKS", data_type: "VARCHAR", is_nullable: true, comment: null },
      { column_name: "NAME", data_type: "VARCHAR", is_nullable: true, comment: null },
      { column_name: "NEW", data_type: "BOOLEAN", is_nullable: true, comment: "It's new." },
    ]);
    expect(
      await store.query(
        "SELECT comment, index_count FROM duckdb_tables() WHERE table_name = 'campaign_days'",
      ),
    ).toEqual([{ comment: "Kept up to date by pinterest-reports.", index_count: 0 }]);
  });

  it("keeps each text, number and null unchanged", async () => {
    const store = duckdbStore();
    const cells = fc.tuple(
      fc.option(
        fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      ),
      fc.option(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 40 }),
          fc.constantFrom("a\0b", "\0", "'", "NULL", "x".repeat(5000)),
        ),
      ),
    );
    await opened(store.target(), async (session) => {
      await session.ensureTable(TABLE);
      await fc.assert(
        fc.asyncProperty(fc.array(cells, { maxLength: 50 }), async (drawn) => {
          const rows = async function* (): AsyncGenerator<Cells> {
            for (const [at, [clicks, name]] of drawn.entries())
              yield ["1", DAYS.from, String(at), clicks, name];
          };
          await session.replace(windowOf("drawn"), rows());
          const found = await store.query(
            `SELECT "CLICKS"::VARCHAR AS clicks, "NAME" AS name FROM campaign_days ORDER BY "CAMPAIGN_ID"::INTEGER`,
          );
          expect(found).toEqual(
            drawn.map(([clicks, name]) => ({
              clicks: clicks === null ? null : String(clicks),
              // A lone surrogate is not a valid character.
              name: name === null ? null : Buffer.from(name).toString(),
            })),
          );
        }),
        { numRuns: many(60, 10) },
      );
    });
  });

  it.each(["0001-01-01", "1582-10-10", "1969-12-31", "2024-02-29", "9999-12-31"])(
    "keeps the day %s",
    async (day) => {
      const store = duckdbStore();
      await opened(store.target(), async (session) => {
        await session.ensureTable(TABLE);
        const rows = async function* (): AsyncGenerator<Cells> {
          yield ["1", day, "1", 1, null];
        };
        for (const _ of [1, 2])
          await session.replace(windowOf("new", { days: { from: day, to: day } }), rows());
        expect([...(await session.loadedDays(TABLE.name, "1"))]).toEqual([[day, "new"]]);
      });
      expect((await store.rows(TABLE.name)).map(({ DATE }) => DATE)).toEqual([day]);
    },
  );

  it("prints doubles as JavaScript does when they are converted to text", async () => {
    const store = duckdbStore();
    const numbers = [5, -0.1, 0.5, 1e21, 1e-7, 123456789012, 10];
    await opened(store.target(), async (session) => {
      await session.ensureTable(withClicks("double"));
      const rows = async function* (): AsyncGenerator<Cells> {
        for (const [at, number] of numbers.entries())
          yield ["1", DAYS.from, String(at), number, null];
      };
      await session.replace(windowOf("doubles", { table: withClicks("double") }), rows());
      await session.ensureTable(withClicks("text"));
    });
    const texts = await store.query(`SELECT "CLICKS" FROM campaign_days ORDER BY "CAMPAIGN_ID"`);
    expect(texts.map(({ CLICKS }) => CLICKS)).toEqual(
      numbers.map((number) => String(number).replace("1e-7", "1e-07")),
    );
  });

  it.each(["temp.duckdb", "main.duckdb", "a b'\"c.duckdb", "select", "ä.db"])(
    "can have any file name: %s",
    async (name) => {
      const store = duckdbStore(name);
      await opened(store.target(), async (session) => {
        await session.ensureTable(TABLE);
        await session.replace(windowOf("new"), rowsWith(1));
      });
      await opened(store.target(), async (session) =>
        expect((await session.loadedDays(TABLE.name, "1")).size).toBe(3),
      );
      expect(existsSync(store.path)).toBe(true);
    },
  );

  it("keeps its tables in the given schema, whatever the case of the schema's name", async () => {
    const { path, query } = duckdbStore();
    await opened(duckdbTarget({ path, schema: 'A "b" é' }), async (session) => {
      await session.ensureTable(TABLE);
      await session.replace(windowOf("new"), rowsWith(1));
    });
    await opened(
      duckdbTarget({ path: pathToFileURL(path), schema: 'a "b" é' }),
      async (session) => {
        await session.ensureTable(TABLE);
        expect((await session.loadedDays(TABLE.name, "1")).size).toBe(3);
        expect(await session.loadedAccounts(TABLE.name)).toEqual(["1"]);
      },
    );
    await opened(duckdbTarget(path), async (session) =>
      expect(await session.table(TABLE.name)).toBe(null),
    );
    expect(await query("SELECT DISTINCT schema_name FROM duckdb_tables()")).toEqual([
      { schema_name: 'A "b" é' },
    ]);
  });

  it("is opened at the path as resolved at the start, even after the working directory changes", async () => {
    const [before, folder] = [process.cwd(), fileURLToPath(temporaryFolder())];
    process.chdir(folder);
    const target = duckdbTarget("ads.duckdb");
    process.chdir(before);
    await opened(target, (session) => session.ensureTable(TABLE));
    expect(existsSync(join(folder, "ads.duckdb"))).toBe(true);
  });

  describe("a file that a run opens", () => {
    it("is deleted if the run created it and changed nothing", async () => {
      const { path, target } = duckdbStore();
      await opened(target(), async (session) => expect(await session.table(TABLE.name)).toBe(null));
      expect(existsSync(path)).toBe(false);
    });

    it("is kept if another connection of the process has it open or has written to it", async () => {
      for (const statement of ["SELECT 1", "CREATE TABLE mine (i INTEGER)"]) {
        const { path, query, target } = duckdbStore();
        const session = await target().open();
        const instance = await DuckDBInstance.fromCache(path);
        const connection = await instance.connect();
        await connection.run(statement);
        if (statement !== "SELECT 1") connection.disconnectSync();
        await session.close();
        await connection.run("CREATE TABLE later (i INTEGER)").catch(() => {});
        connection.disconnectSync();
        instance.closeSync();
        expect(existsSync(path)).toBe(true);
        expect((await query("FROM duckdb_tables()")).length).toBe(1);
      }
    });

    it("is kept if it existed before the run", async () => {
      const { path, query, target } = duckdbStore();
      await query("SELECT 1");
      await opened(target(), async () => {});
      expect(existsSync(path)).toBe(true);
    });
  });

  describe("a second run", () => {
    it("is rejected in the same process, and leaves the first run's lock", async () => {
      const { path, target } = duckdbStore();
      const session = await target().open();
      for (const same of [
        path,
        join(dirname(path), ".", "ads.duckdb"),
        `${dirname(path)}/../${dirname(path).split("/").at(-1)}/ads.duckdb`,
      ])
        await expect(duckdbTarget(same).open()).rejects.toMatchObject({
          code: "invalid_argument",
          message: expect.stringMatching(
            /^the DuckDB file .*ads\.duckdb is in use by another run in this process: wait until it has closed the file; nothing was sent$/,
          ),
        });
      await expect(otherProcessError(path)).resolves.toMatch(/Could not set lock/);
      await session.ensureTable(TABLE);
      await session.close();
      await opened(target(), async (next) => expect(await next.table(TABLE.name)).toEqual(TABLE));
    });

    it.each(["READ_WRITE", "READ_ONLY"])(
      "names the other process that has the file open in mode %s",
      async (mode) => {
        const { path, query, target } = duckdbStore();
        await query("CREATE TABLE mine (i INTEGER)");
        const other = await otherProcess(path, mode);
        await expect(target().open()).rejects.toMatchObject({
          code: "invalid_argument",
          message: `the DuckDB file ${path} is in use by process ${other.pid}: wait until it has closed the file; nothing was sent`,
        });
        await other.close();
        await opened(target(), async (session) =>
          expect(await session.table(TABLE.name)).toBe(null),
        );
      },
    );
  });

  it.each([
    [
      "in a folder that does not exist",
      (path: string) => join(path, "ads.duckdb"),
      /No such file or directory/,
    ],
    ["that is not a database", (path: string) => path, /not a valid DuckDB database file/],
    [
      "that is a folder",
      (path: string) => {
        mkdirSync(`${path}.folder`);
        return `${path}.folder`;
      },
      /Is a directory/,
    ],
  ])(
    "cannot be opened if it is a file %s, and the error says why",
    async (what, pathOf, message) => {
      const path = fileURLToPath(new URL("ads", temporaryFolder()));
      if (what === "that is not a database") writeFileSync(path, "hello ".repeat(10_000));
      const target = duckdbTarget(pathOf(path));
      await expect(target.open()).rejects.toMatchObject({
        code: "invalid_argument",
        message: expect.stringMatching(
          new RegExp(`^${target.name} cannot be opened: .*${message.source}.*; nothing was sent$`),
        ),
      });
    },
  );

  describe("a window that fails", () => {
    it("leaves no rows behind that garbage collection would write later", async () => {
      const store = duckdbStore();
      await opened(store.target(), async (session) => {
        await session.ensureTable(TABLE);
        await session.replace(windowOf("old"), rowsWith(1, 10));
        const failing = async function* (): AsyncGenerator<Cells> {
          yield* rowsWith(2, 5000);
          throw new Error("the rows end here");
        };
        for (let turn = 0; turn < 5; turn++)
          await expect(session.replace(windowOf("new"), failing())).rejects.toThrow(
            "the rows end here",
          );
        await collectGarbage();
        expect(await store.contents()).toEqual(whole(1, 10, "old"));
      });
      await collectGarbage();
      expect(await store.contents()).toEqual(whole(1, 10, "old"));
    });

    it("fails with an error whose code is the type of DuckDB's error", async () => {
      const { target, query } = duckdbStore();
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        const rows = async function* (): AsyncGenerator<Cells> {
          yield ["1", DAYS.from, null, 1, null];
        };
        await expect(session.replace(windowOf("new"), rows())).rejects.toMatchObject({
          name: "Error",
          code: "APPEND_ERROR",
        });
        await query("DROP TABLE _pinterest_sync_days");
        await expect(session.replace(windowOf("new"), rowsWith(1))).rejects.toMatchObject({
          name: "Error",
          code: "CATALOG_ERROR",
        });
      });
    });
  });

  it("has the old or the new rows, days and columns after a crash, whichever statement ran last", async () => {
    const store = duckdbStore();
    await opened(store.target(), async (session) => {
      await session.ensureTable(TABLE);
      await session.replace(windowOf("old"), rowsWith(1, 10));
    });
    const added = { name: "NEW", type: "text", nullable: true, comment: "New." } as const;
    const wide = { ...TABLE, columns: [...withClicks("double").columns, added] };
    const rows = async function* (): AsyncGenerator<Cells> {
      for await (const row of rowsWith(2, MANY)) yield [...row, null];
    };
    const copies: URL[] = [];
    const { runAndReadAll } = DuckDBConnection.prototype;
    const statements = vi
      .spyOn(DuckDBConnection.prototype, "runAndReadAll")
      .mockImplementation(async function (this: DuckDBConnection, ...args) {
        const result = await runAndReadAll.apply(this, args);
        const folder = temporaryFolder();
        cpSync(dirname(store.path), fileURLToPath(folder), { recursive: true });
        copies.push(folder);
        return result;
      });
    try {
      await opened(store.target(), async (session) => {
        await session.ensureTable(wide);
        await session.replace(windowOf("new", { table: wide }), rows());
      });
    } finally {
      statements.mockRestore();
    }
    const found: string[] = [];
    for (const folder of copies) {
      const copy = duckdbStore("ads.duckdb", folder);
      const table = await opened(copy.target(), (session) => session.table(TABLE.name));
      const isWide = JSON.stringify(table) === JSON.stringify(wide);
      expect(table).toEqual(isWide ? wide : TABLE);
      const comments = await copy.query(
        "SELECT comment FROM duckdb_columns() WHERE table_name = 'campaign_days' ORDER BY column_index",
      );
      expect(comments.map(({ comment }) => comment)).toEqual(
        (table?.columns ?? []).map(({ comment }) => comment),
      );
      const contents = await copy.contents();
      const isNew = contents.stamps[0]?.stamp === "new";
      expect(contents).toEqual(isNew ? whole(2, MANY, "new") : whole(1, 10, "old"));
      found.push(`${isWide ? "wide" : "narrow"} ${isNew ? "new" : "old"}`);
    }
    expect([...new Set(found)]).toEqual(["narrow old", "wide old", "wide new"]);
  });

  describe("a table", () => {
    it("keeps columns that other programs added, and new rows have null in them", async () => {
      const { query, target } = duckdbStore();
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        await session.replace(windowOf("old"), rowsWith(1, 1));
        await query("ALTER TABLE campaign_days ADD COLUMN note DECIMAL(10, 2)[] DEFAULT [1.5]");
        await session.ensureTable(TABLE);
        await session.replace(
          windowOf("new", { days: { from: "2026-03-02", to: "2026-03-03" } }),
          rowsWith(2, 1),
        );
      });
      expect(
        await query(`SELECT note::VARCHAR AS note FROM campaign_days ORDER BY "CLICKS"`),
      ).toEqual([{ note: "[1.50]" }, { note: null }]);
    });

    it("is not widened if a user's index is on the column, and the error names the index", async () => {
      const { query, target } = duckdbStore();
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        await query('CREATE INDEX mine ON campaign_days ("NAME")');
        await expect(session.ensureTable(withClicks("text"))).rejects.toThrow(
          /Cannot alter entry "campaign_days" because there are entries/,
        );
        expect(await session.table(TABLE.name)).toEqual(TABLE);
        await session.replace(windowOf("new"), rowsWith(1, 10));
        await session.replace(windowOf("new"), rowsWith(2, 10));
      });
      expect(await query(`SELECT DISTINCT "CLICKS" FROM campaign_days`)).toEqual([{ CLICKS: 2 }]);
    });

    it("is widened even if a user's view depends on it, and the view then has the wider column", async () => {
      const { query, target } = duckdbStore();
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        await session.replace(windowOf("new"), rowsWith(1, 1));
        await query(`CREATE VIEW mine AS SELECT "CLICKS" FROM campaign_days`);
        await session.ensureTable(withClicks("text"));
      });
      expect(await query("FROM mine")).toEqual([{ CLICKS: "1" }]);
    });
  });

  describe("an aborted signal", () => {
    it("interrupts the running statement, and leaves the table unchanged", async () => {
      const store = duckdbStore();
      const stop = new AbortController();
      const reason = new Error("stopped");
      const session = await store.target().open({ signal: stop.signal });
      await session.ensureTable(TABLE);
      await session.replace(windowOf("old"), rowsWith(1, 10));
      const interrupts = vi.spyOn(DuckDBConnection.prototype, "interrupt");
      try {
        // Recording this many days takes a while.
        const replacing = session.replace(
          windowOf("new", { days: { from: "0001-01-01", to: "9999-12-31" } }),
          rowsWith(2),
        );
        setTimeout(() => stop.abort(reason), 50);
        await expect(replacing).rejects.toBe(reason);
        expect(interrupts).toHaveBeenCalledOnce();
      } finally {
        interrupts.mockRestore();
      }
      await expect(session.table(TABLE.name)).rejects.toBe(reason);
      await expect(session.ensureTable(withClicks("text"))).rejects.toBe(reason);
      await session.close();
      expect(await store.contents()).toEqual(whole(1, 10, "old"));
    });

    it("drops the rows that are being sent", async () => {
      const store = duckdbStore();
      const stop = new AbortController();
      const reason = new Error("stopped");
      const session = await store.target().open({ signal: stop.signal });
      await session.ensureTable(TABLE);
      await session.replace(windowOf("old"), rowsWith(1, 10));
      const rows = async function* (): AsyncGenerator<Cells> {
        yield* rowsWith(2, 5000);
        stop.abort(reason);
      };
      await expect(session.replace(windowOf("new"), rows())).rejects.toBe(reason);
      await session.close();
      expect(await store.contents()).toEqual(whole(1, 10, "old"));
      await expect(store.target().open({ signal: stop.signal })).rejects.toBe(reason);
    });
  });

  it("is less than three times its initial size after the same days are replaced many times", async () => {
    const { path, target } = duckdbStore();
    const sizes: number[] = [];
    for (let turn = 0; turn < 8; turn++) {
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        for (let again = 0; again < 3; again++)
          await session.replace(windowOf(String(turn)), rowsWith(turn * 3 + again, 30_000));
      });
      sizes.push(statSync(path).size);
    }
    expect(Math.max(...sizes.slice(4))).toBeLessThan(3 * Math.max(...sizes.slice(0, 2)));
  });
});

/** The error that another process gets when it opens the file. */
function otherProcessError(path: string): Promise<string> {
  const program = `const { DuckDBInstance } = require(${JSON.stringify(fileURLToPath(import.meta.resolve("@duckdb/node-api")))});
    DuckDBInstance.create(${JSON.stringify(path)}).then(() => process.stdout.write("opened"), (error) => process.stdout.write(error.message));`;
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  return once(child, "close").then(() => output);
}

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresTarget } from "../../../runtime/sync/postgres.js";
import type { Cells } from "../../../runtime/sync/target.js";
import {
  DAYS,
  MANY,
  opened,
  rowsWith,
  TABLE,
  whole,
  windowOf,
} from "../../support/database-stores.js";
import { many } from "../../support/effort.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { targetChecks } from "../../support/target-checks.js";

describe.skipIf(NO_POSTGRES !== null)(`PostgreSQL as a target${SKIPPED}`, () => {
  let stores: PostgresStores;

  beforeAll(async () => {
    stores = await postgresStores();
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  describe("behaves like every target:", () => {
    for (const { name, run } of targetChecks({ createStore: () => stores.store() })) it(name, run);
  });

  it("creates a table with comments, and an index that begins with the account and the day", async () => {
    const { schema, target } = stores.store();
    await opened(target(), (session) => session.ensureTable(TABLE));
    const { rows: indexes } = await stores.reader.query(
      "SELECT indexdef FROM pg_indexes WHERE schemaname = $1 AND tablename = $2",
      [schema, TABLE.name],
    );
    expect(indexes.map(({ indexdef }) => indexdef.replace(/.* USING /, ""))).toEqual([
      'btree ("AD_ACCOUNT_ID", "DATE", "CAMPAIGN_ID")',
    ]);
    const { rows: comments } = await stores.reader.query(
      `SELECT col_description(c.oid, n) AS text, obj_description(c.oid) AS about FROM pg_class c, generate_series(1, 3) n WHERE c.oid = '"${schema}".campaign_days'::regclass`,
    );
    expect(comments.map(({ text }) => text)).toEqual([
      "Id of the ad account.",
      null,
      "The campaign's \\ id.",
    ]);
    expect(comments[0]).toMatchObject({ about: "Kept up to date by pinterest-reports." });
  });

  it("keeps each text, number and null unchanged, except for NUL, which PostgreSQL cannot store", async () => {
    const { schema, target } = stores.store();
    const cells = fc.tuple(
      fc.option(
        fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      ),
      fc.option(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 40 }),
          fc.constantFrom("\\N", "\\.", "\\", "a\tb\r\n", "\b\f\v", "\\x41", "\\101", "\0"),
        ),
      ),
    );
    await opened(target(), async (session) => {
      await session.ensureTable(TABLE);
      await fc.assert(
        fc.asyncProperty(fc.array(cells, { maxLength: 50 }), async (drawn) => {
          const rows = async function* (): AsyncGenerator<Cells> {
            for (const [at, [clicks, name]] of drawn.entries())
              yield ["1", DAYS.from, String(at), clicks, name];
          };
          await session.replace(windowOf("drawn"), rows());
          const found = await stores.reader.query({
            text: `SELECT "CLICKS"::text, "NAME" FROM "${schema}".campaign_days ORDER BY "CAMPAIGN_ID"::int`,
            rowMode: "array",
          });
          expect(found.rows).toEqual(
            drawn.map(([clicks, name]) => [
              clicks === null ? null : String(clicks),
              name === null ? null : Buffer.from(name.replaceAll("\0", "\ufffd")).toString(),
            ]),
          );
        }),
        { numRuns: many(200, 40) },
      );
    });
  });

  describe("a window with more rows than fit in one statement", () => {
    it("is replaced as a whole, and leaves no temporary table behind", async () => {
      const { schema, target } = stores.store();
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        await session.replace(windowOf("old"), rowsWith(1, 10));
        await session.replace(windowOf("new"), rowsWith(2, MANY));
        expect(await stores.contents(schema)).toEqual(whole(2, MANY, "new"));
        await session.replace(windowOf("small"), rowsWith(3, 10));
        expect(await stores.contents(schema)).toEqual(whole(3, 10, "small"));
      });
      const { rows } = await stores.reader.query(
        "SELECT relname FROM pg_class WHERE relpersistence = 't'",
      );
      expect(rows).toEqual([]);
    });

    it("is sent while its rows are read, even if all of them have already arrived", async () => {
      let [sinceTurn, most] = [0, 0];
      const counted = async function* (): AsyncGenerator<Cells> {
        for await (const row of rowsWith(1, MANY)) {
          most = Math.max(most, ++sinceTurn);
          yield row;
        }
      };
      const turns = setInterval(() => {
        sinceTurn = 0;
      }, 0);
      await opened(stores.store().target(), async (session) => {
        await session.ensureTable(TABLE);
        await session.replace(windowOf("new"), counted());
      });
      clearInterval(turns);
      // A chunk contains about 8,000 rows.
      expect(most).toBeLessThan(4_000);
    });

    it("keeps its rows if the new rows end in an error or do not fit the table, and the session continues", async () => {
      const { schema, target } = stores.store();
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        await session.replace(windowOf("old"), rowsWith(1, 10));
        let isClosed = false;
        const withLast = async function* (last: () => Cells): AsyncGenerator<Cells> {
          try {
            yield* rowsWith(2, MANY);
            yield last();
            yield* rowsWith(2, MANY);
          } finally {
            isClosed = true;
          }
        };
        const error = new Error("the rows end here");
        const failing = session.replace(
          windowOf("new"),
          withLast(() => {
            throw error;
          }),
        );
        await expect(failing).rejects.toBe(error);
        expect(await stores.contents(schema)).toEqual(whole(1, 10, "old"));
        await expect(
          session.replace(
            windowOf("new"),
            withLast(() => ["1", DAYS.from, "x", 0.5, ""]),
          ),
        ).rejects.toThrow(/invalid input syntax for type bigint: "0.5"/);
        await expect(
          session.replace(
            windowOf("new"),
            withLast(() => ["1", DAYS.from, "0", 3, ""]),
          ),
        ).rejects.toThrow(
          /duplicate key value .*: Key \("AD_ACCOUNT_ID", "DATE", "CAMPAIGN_ID"\)=\(1, 2026-03-01, 0\) already exists\.$/,
        );
        expect(isClosed).toBe(true);
        expect(await stores.contents(schema)).toEqual(whole(1, 10, "old"));
        await session.replace(windowOf("next"), rowsWith(4, 10));
        expect(await stores.contents(schema)).toEqual(whole(4, 10, "next"));
      });
    });
  });

  describe("a second run", () => {
    it("is rejected with an error that names the process using the schema, but can use another schema", async () => {
      const [one, other] = [stores.store(), stores.store()];
      const session = await one.target().open();
      await expect(one.target().open()).rejects.toMatchObject({
        code: "invalid_argument",
        message: expect.stringMatching(
          new RegExp(
            `^the schema ${one.schema} of PostgreSQL postgres on .* is in use by pinterest-reports sync, process ${process.pid} on .*, since \\d{4}-.*: wait until that run has ended; nothing was sent$`,
          ),
        ),
      });
      await opened(other.target(), async (second) =>
        expect(await second.table(TABLE.name)).toBe(null),
      );
      await session.close();
      await opened(one.target(), async (second) =>
        expect(await second.table(TABLE.name)).toBe(null),
      );
    });
  });

  describe("a table", () => {
    it("keeps columns that other programs added", async () => {
      const { schema, target } = stores.store();
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        await stores.reader.query(
          `ALTER TABLE "${schema}".campaign_days ADD COLUMN note text DEFAULT 'of others'`,
        );
        await session.ensureTable(TABLE);
        await session.replace(windowOf("new"), rowsWith(1, 1));
      });
      const { rows } = await stores.reader.query(`SELECT note FROM "${schema}".campaign_days`);
      expect(rows).toEqual([{ note: "of others" }]);
    });

    it("is not widened if a view uses the column, and the error names the view and the column", async () => {
      const { schema, target } = stores.store();
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        await stores.reader.query(
          `CREATE VIEW "${schema}".of_mine AS SELECT "CLICKS" FROM "${schema}".campaign_days`,
        );
        const columns = TABLE.columns.map((column) =>
          column.name === "CLICKS" ? { ...column, type: "double" as const } : column,
        );
        await expect(session.ensureTable({ ...TABLE, columns })).rejects.toThrow(
          /used by a view .*of_mine.*"CLICKS"/,
        );
        expect(await session.table(TABLE.name)).toEqual(TABLE);
      });
    });
  });

  it("does not depend on the role's settings", async () => {
    const { schema, target } = stores.store();
    const slowRows = async function* () {
      yield* rowsWith(1, MANY);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    };
    await stores.reader.query(
      "ALTER ROLE test SET datestyle = 'SQL, DMY'; ALTER ROLE test SET statement_timeout = '2s'; ALTER ROLE test SET idle_in_transaction_session_timeout = '500ms'; ALTER ROLE test SET standard_conforming_strings = off; ALTER ROLE test SET default_transaction_isolation = 'serializable'",
    );
    try {
      await opened(target(), async (session) => {
        await session.ensureTable(TABLE);
        await stores.reader.query(`BEGIN; LOCK TABLE "${schema}".campaign_days`);
        const replacing = session.replace(windowOf("new"), slowRows());
        await new Promise((resolve) => setTimeout(resolve, 2500));
        await stores.reader.query("COMMIT");
        await replacing;
        expect([...(await session.loadedDays(TABLE.name, "1")).keys()]).toEqual([
          "2026-03-01",
          "2026-03-02",
          "2026-03-03",
        ]);
        const texts = {
          ...TABLE,
          columns: TABLE.columns.map((column) => ({ ...column, type: "text" as const })),
          dayColumn: "DATE",
        };
        await session.ensureTable(texts);
      });
    } finally {
      await stores.reader.query("ALTER ROLE test RESET ALL");
    }
    const { rows } = await stores.reader.query(
      `SELECT DISTINCT "DATE" FROM "${schema}".campaign_days ORDER BY 1`,
    );
    expect(rows.map(({ DATE }) => DATE)).toEqual(["2026-03-01", "2026-03-02", "2026-03-03"]);
  });

  it("has its tables in the first schema of the user's search_path, and is rejected if that path has no schema", async () => {
    const { schema } = stores.store();
    await stores.reader.query(
      `CREATE SCHEMA "${schema}"; ALTER ROLE test SET search_path = "${schema}"`,
    );
    try {
      await opened(postgresTarget({ connection: stores.url }), (session) =>
        session.ensureTable(TABLE),
      );
      await stores.reader.query(`SELECT FROM "${schema}".campaign_days`);
      await stores.reader.query("ALTER ROLE test SET search_path = nowhere");
      await expect(postgresTarget({ connection: stores.url }).open()).rejects.toThrow(
        /has no schema in the user's search_path: set the schema option/,
      );
    } finally {
      await stores.reader.query("ALTER ROLE test RESET ALL");
    }
  });

  it("needs no permission to create schemas if its schema exists, and otherwise shows the server's error", async () => {
    const { schema, target } = stores.store();
    await stores.reader.query(
      `CREATE ROLE loader LOGIN; CREATE SCHEMA "${schema}" AUTHORIZATION loader`,
    );
    const url = stores.url.replace("user=test", "user=loader");
    await opened(postgresTarget({ connection: url, schema }), async (session) => {
      await session.ensureTable(TABLE);
      await session.replace(windowOf("new"), rowsWith(1, MANY));
    });
    expect(await stores.contents(schema)).toEqual(whole(1, MANY, "new"));
    await opened(postgresTarget({ connection: url, schema: "another" }), async (session) => {
      await expect(session.ensureTable(TABLE)).rejects.toThrow(/permission denied for database/);
    });
    await opened(target(), async (session) =>
      expect(await session.table(TABLE.name)).toEqual(TABLE),
    );
  });
});

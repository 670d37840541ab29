import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cells } from "../../../runtime/sync/target.js";
import { quoteText } from "../../../runtime/tables/create-table.js";
import {
  DAYS,
  type DatabaseStores,
  MANY,
  opened,
  rowsWith,
  TABLE,
  whole,
  windowOf,
} from "../../support/database-stores.js";
import { DATABASES } from "../../support/databases.js";

for (const { name, isSkipped, stores: storesOf } of DATABASES)
  describe.skipIf(isSkipped)(`${name} as a target`, () => {
    let stores: DatabaseStores;

    beforeAll(async () => {
      stores = await storesOf();
    });
    afterAll(() => stores[Symbol.asyncDispose]());

    describe("a window of many rows", () => {
      it("is replaced as a whole", async () => {
        const store = stores.store();
        await opened(store.target(), async (session) => {
          await session.ensureTable(TABLE);
          await session.replace(windowOf("old"), rowsWith(1, 10));
          await session.replace(windowOf("new"), rowsWith(2, MANY));
          expect(await store.contents()).toEqual(whole(2, MANY, "new"));
          await session.replace(windowOf("small"), rowsWith(3, 10));
          expect(await store.contents()).toEqual(whole(3, 10, "small"));
        });
      });

      it("keeps its rows if the new rows end in an error or do not fit the table, and the session continues", async () => {
        const store = stores.store();
        await opened(store.target(), async (session) => {
          await session.ensureTable(TABLE);
          await session.replace(windowOf("old"), rowsWith(1, 10));
          let isClosed = false;
          const withLast = async function* (
            last: () => Cells,
            more: number,
          ): AsyncGenerator<Cells> {
            try {
              yield* rowsWith(2, MANY);
              yield last();
              yield* rowsWith(2, more);
            } finally {
              isClosed = true;
            }
          };
          const error = new Error("the rows end here");
          const failing = (): Cells => {
            throw error;
          };
          await expect(session.replace(windowOf("new"), withLast(failing, 0))).rejects.toBe(error);
          for (const more of [0, MANY])
            for (const last of [
              ["1", DAYS.from, "x", 0.5, ""],
              ["1", DAYS.from, null, 1, ""],
            ]) {
              isClosed = false;
              await expect(
                session.replace(
                  windowOf("new"),
                  withLast(() => last, more),
                ),
              ).rejects.toThrow();
              expect(isClosed).toBe(true);
              expect(await store.contents()).toEqual(whole(1, 10, "old"));
            }
          await session.replace(windowOf("next"), rowsWith(4, 10));
          expect(await store.contents()).toEqual(whole(4, 10, "next"));
        });
      });
    });

    describe("a table", () => {
      it.each([
        [
          "it lost a column",
          `ALTER TABLE campaign_days DROP COLUMN "NAME"`,
          /campaign_days in .* is not a sync table, because it has no column NAME: rename it/,
        ],
        [
          "it is now a view",
          "ALTER TABLE campaign_days RENAME TO former; CREATE VIEW campaign_days AS SELECT * FROM former",
          /campaign_days in .* is not a sync table: rename it/,
        ],
      ])("is rejected if %s", async (_, change, message) => {
        const store = stores.store();
        await opened(store.target(), (session) => session.ensureTable(TABLE));
        await store.run(change);
        await opened(store.target(), async (session) => {
          await expect(session.table(TABLE.name)).rejects.toThrow(message);
          await expect(session.ensureTable(TABLE)).rejects.toThrow(message);
          await expect(session.loadedDays(TABLE.name, "1")).rejects.toThrow(message);
        });
      });

      it.each([
        "",
        "null",
        "{}",
        '{"columns":[]}',
        JSON.stringify(TABLE).replace('"integer"', '"number"'),
      ])(
        "is rejected by name if its record is damaged, and recreated after it is dropped: %s",
        async (definition) => {
          const store = stores.store();
          await opened(store.target(), async (session) => {
            await session.ensureTable(TABLE);
            await session.replace(windowOf("old"), rowsWith(1));
            await store.run(
              `UPDATE _pinterest_sync_tables SET definition = ${quoteText(definition)}`,
            );
            const message =
              /^the row for campaign_days in .*_pinterest_sync_tables in .* is damaged: restore it/;
            await expect(session.table(TABLE.name)).rejects.toThrow(message);
            await expect(session.ensureTable(TABLE)).rejects.toThrow(message);
            await store.run("DROP TABLE campaign_days");
            await session.ensureTable(TABLE);
            expect(await session.table(TABLE.name)).toEqual(TABLE);
          });
          expect(await store.contents()).toEqual({ rows: [], stamps: [] });
        },
      );

      it("can be recreated after it is dropped, even under a name that differs in case", async () => {
        const store = stores.store();
        const other = { ...TABLE, name: "Campaign_Days" };
        await opened(store.target(), async (session) => {
          await session.ensureTable(TABLE);
          await expect(session.ensureTable(other)).rejects.toThrow(
            /^the table Campaign_Days differs only in case from campaign_days, which sync has recorded in the schema .* of /,
          );
          await store.run("DROP TABLE campaign_days");
          await session.ensureTable(other);
          expect(await session.table(other.name)).toEqual(other);
        });
      });

      it("is recreated without recorded days after it was dropped", async () => {
        const store = stores.store();
        await opened(store.target(), async (session) => {
          await session.ensureTable(TABLE);
          await session.replace(windowOf("old"), rowsWith(1));
          await store.run("DROP TABLE campaign_days");
          expect(await session.table(TABLE.name)).toBe(null);
          expect((await session.loadedDays(TABLE.name, "1")).size).toBe(0);
          await session.ensureTable(TABLE);
          expect((await session.loadedDays(TABLE.name, "1")).size).toBe(0);
        });
        expect(await store.contents()).toEqual({ rows: [], stamps: [] });
      });

      it("is never narrowed, even on request", async () => {
        const store = stores.store();
        const wide = {
          ...TABLE,
          columns: TABLE.columns.map((column) =>
            column.name === "CLICKS" ? { ...column, type: "text" as const } : column,
          ),
        };
        await opened(store.target(), async (session) => {
          await session.ensureTable(wide);
          await session.ensureTable(TABLE);
          expect(await session.table(TABLE.name)).toEqual(wide);
        });
      });
    });
  });

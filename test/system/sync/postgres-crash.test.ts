import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresTarget } from "../../../runtime/sync/postgres.js";
import type { Cells, TargetSession, TargetTable } from "../../../runtime/sync/target.js";
import { transpiled } from "../../support/consumer.js";
import { cutConnection } from "../../support/cut-connection.js";
import { MANY, opened, rowsWith, TABLE, whole, windowOf } from "../../support/database-stores.js";
import { many } from "../../support/effort.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";

const WIDER: TargetTable = {
  ...TABLE,
  columns: [
    ...TABLE.columns.map((column) =>
      column.name === "CLICKS" ? { ...column, type: "double" as const } : column,
    ),
    { name: "NEW", type: "text", nullable: true, comment: "New." },
  ],
};
const work = async (session: TargetSession, count: number): Promise<void> => {
  await session.ensureTable(WIDER);
  const rows = async function* (): AsyncGenerator<Cells> {
    for await (const row of rowsWith(2, count)) yield [...row, null];
  };
  await session.replace(windowOf("new", { table: WIDER }), rows());
};

describe.skipIf(NO_POSTGRES !== null)(
  `a run into PostgreSQL that is interrupted at any moment${SKIPPED}`,
  () => {
    let stores: PostgresStores;

    beforeAll(async () => {
      stores = await postgresStores();
    });
    afterAll(() => stores[Symbol.asyncDispose]());

    it.each([
      ["a few rows", 10, 1],
      ["many rows", MANY, many(1, 3)],
    ])(
      "leaves either the old rows and days or the new ones, whichever message to the server it was about to send: %s",
      async (_, count, step) => {
        await using uncut = await cutConnection(stores.url);
        await opened(
          postgresTarget({ connection: uncut.url, schema: stores.store().schema }),
          async (session) => {
            await session.ensureTable(TABLE);
            await work(session, count);
          },
        );
        const ends = { old: 0, new: 0 };
        for (let at = 0; ; at += step) {
          const { schema, target } = stores.store();
          await opened(target(), async (session) => {
            await session.ensureTable(TABLE);
            await session.replace(windowOf("old"), rowsWith(1, 10));
          });
          await using cut = await cutConnection(stores.url, at);
          const ended = await opened(postgresTarget({ connection: cut.url, schema }), (session) =>
            work(session, count),
          ).then(
            () => "done",
            () => "cut",
          );
          const { rows, stamps } = await stores.contents(schema);
          const isNew = stamps[0]?.stamp === "new";
          expect({ rows, stamps }).toEqual(isNew ? whole(2, count, "new") : whole(1, 10, "old"));
          ends[isNew ? "new" : "old"]++;
          await opened(target(), (session) => work(session, count));
          expect(await stores.contents(schema)).toEqual(whole(2, count, "new"));
          if (ended === "done" && cut.messages < at) break;
        }
        expect(ends.old).toBeGreaterThan(20 / step);
        expect(ends.new).toBeGreaterThan(0);
      },
    );

    it("leaves whole windows when its process is killed, and the next run waits only briefly for the lock", async () => {
      const child = transpiled(fileURLToPath(new URL("postgres-child.ts", import.meta.url)));
      for (let kill = 0; kill < many(40, 6); kill++) {
        const { schema, target } = stores.store();
        const count = kill % 2 === 0 ? 30 : MANY;
        const started = spawn(
          process.execPath,
          [child, stores.url, schema, JSON.stringify(TABLE), String(count)],
          {
            stdio: ["ignore", "pipe", "inherit"],
          },
        );
        let output = "";
        started.stdout.setEncoding("utf8").on("data", (text: string) => {
          output += text;
          if (/turn 1\n/.test(output)) setTimeout(() => started.kill("SIGKILL"), (kill * 37) % 400);
        });
        await once(started, "close");
        const { rows, stamps } = await stores.contents(schema);
        const turn = Number(stamps[0]?.stamp);
        expect(turn).toBeGreaterThan(0);
        expect({ rows, stamps }).toEqual(whole(turn, count, String(turn)));
        await opened(target(), async (session) => {
          expect((await session.loadedDays(TABLE.name, "1")).size).toBe(3);
        });
      }
    });
  },
);

import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { postgres } from "../../../generated/sync-postgres.js";
import type { Connection } from "../../../runtime/client/connection.js";
import { targetEngine } from "../../../runtime/sync/engine.js";
import { postgresTarget } from "../../../runtime/sync/postgres.js";
import type { TargetSession, TargetTable } from "../../../runtime/sync/target.js";
import type { WindowTask } from "../../../runtime/sync/tasks.js";
import { transpiled } from "../../support/consumer.js";
import { heldConnection } from "../../support/cut-connection.js";
import {
  DAYS,
  opened,
  rowsWith,
  type StoredRow,
  TABLE,
  windowOf,
} from "../../support/database-stores.js";
import { many } from "../../support/effort.js";
import {
  checkDays,
  daysQuery,
  type LeasedWindow,
  leasedRows,
  leasedWindow,
} from "../../support/leased-windows.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { targetChecks } from "../../support/target-checks.js";

/** Windows of up to four days, with lease numbers in any order. */
const WINDOWS = fc
  .uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 12 })
  .chain((fences) =>
    fc.tuple(
      ...fences.map((fence) =>
        fc
          .record({
            from: fc.integer({ min: 0, max: 3 }),
            length: fc.integer({ min: 0, max: 3 }),
            count: fc.constantFrom(0, 1, 3, 200),
          })
          .map(
            ({ from, length, count }): LeasedWindow => ({
              fence,
              from,
              to: Math.min(3, from + length),
              count,
            }),
          ),
      ),
    ),
  );

describe.skipIf(NO_POSTGRES !== null)(`PostgreSQL with several processes${SKIPPED}`, () => {
  let stores: PostgresStores;

  beforeAll(async () => {
    stores = await postgresStores();
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  const openShared = async (schema: string, connection = stores.url): Promise<TargetSession> => {
    const session = await postgresTarget({ connection, schema }).openShared?.();
    if (session === undefined) throw new Error("no session");
    return session;
  };
  const contentsOf = async (schema: string): Promise<readonly StoredRow[]> => {
    const { rows } = await stores.reader.query(daysQuery(schema));
    return rows.map((row) => ({
      ...row,
      leases: (row.leases as readonly (string | number)[]).map(Number),
    })) as never;
  };

  it("keeps the rows that the latest lease wrote for each day, in whatever order the leases arrive", async () => {
    const sessions: TargetSession[] = [];
    const { schema } = stores.store();
    for (let at = 0; at < 4; at++) sessions.push(await openShared(schema));
    await sessions[0]?.ensureTable(TABLE);
    const seen = { replaced: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        WINDOWS,
        fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
        async (windows, draws) => {
          await stores.reader.query(
            `TRUNCATE "${schema}".campaign_days, "${schema}"._pinterest_sync_days`,
          );
          const outcomes = new Map<number, string>();
          const left = [...windows];
          const work = async (session: TargetSession): Promise<void> => {
            for (let window = left.shift(); window !== undefined; window = left.shift()) {
              const { fence } = window;
              for (let turn = draws.next().value; turn > 0; turn--)
                await new Promise((resolve) => setImmediate(resolve));
              const outcome = await session.replace(leasedWindow(window), leasedRows(window)).then(
                () => "replaced" as const,
                (error: { readonly code?: string }) => {
                  if (error.code !== "lease_lost") throw error;
                  return "refused" as const;
                },
              );
              outcomes.set(fence, outcome);
              seen[outcome]++;
            }
          };
          await Promise.all(sessions.map(work));
          checkDays(await contentsOf(schema), windows, outcomes);
        },
      ),
      { numRuns: many(150, 30) },
    );
    for (const session of sessions) await session.close();
    expect(seen.replaced).toBeGreaterThan(30);
    expect(seen.refused).toBeGreaterThan(30);
  });

  it("has the rows of the latest lease even if its processes are suspended and killed at any moment", async () => {
    const child = transpiled(fileURLToPath(new URL("concurrent-child.ts", import.meta.url)));
    const { schema } = stores.store();
    await opened(postgresTarget({ connection: stores.url, schema }), (session) =>
      session.ensureTable(TABLE),
    );
    let seed = 7;
    const draw = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    const seen = { replaced: 0, refused: 0, killed: 0, suspended: 0 };
    for (let round = 0; round < many(12, 3); round++) {
      await stores.reader.query(
        `TRUNCATE "${schema}".campaign_days, "${schema}"._pinterest_sync_days`,
      );
      const windows: LeasedWindow[] = [];
      const outcomes = new Map<number, string>();
      let fence = 0;
      const work = async (): Promise<void> => {
        const process = fork(child, [stores.url, schema], {
          execArgv: [],
          stdio: ["ignore", "inherit", "inherit", "ipc"],
        });
        const closed = once(process, "close");
        await once(process, "message");
        const isKilled = draw(3) === 0;
        for (let turn = 0; turn < 12; turn++) {
          const from = draw(4);
          // Its lease is older than those that arrived meanwhile.
          const window = {
            fence: ++fence,
            from,
            to: Math.min(3, from + draw(4)),
            count: [1, 3, 4_000][draw(3)] ?? 1,
          };
          windows.push(window);
          if (draw(3) === 0) await sleep(draw(30));
          const ended = once(process, "message");
          process.send(window);
          const event = draw(4);
          if (event === 0) {
            await sleep(draw(25));
            process.kill("SIGSTOP");
            await sleep(20 + draw(80));
            process.kill("SIGCONT");
            seen.suspended++;
          }
          if (isKilled && turn === 8) {
            await sleep(draw(25));
            process.kill("SIGKILL");
            seen.killed++;
            break;
          }
          const [{ outcome }] = (await ended) as [{ readonly outcome: "replaced" | "refused" }];
          outcomes.set(window.fence, outcome);
          seen[outcome]++;
        }
        process.kill("SIGKILL");
        await closed;
      };
      await Promise.all([work(), work(), work()]);
      // Once the target can be opened, none of the processes is still writing.
      await opened(postgresTarget({ connection: stores.url, schema }), async () => {});
      expect(new Set(outcomes.values())).toEqual(
        new Set([...outcomes.values()].filter((outcome) => /^re(placed|fused)$/.test(outcome))),
      );
      checkDays(await contentsOf(schema), windows, outcomes);
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it("can be read while other sessions widen its tables", async () => {
    const { schema } = stores.store();
    const [reader, writer] = [await openShared(schema), await openShared(schema)];
    await writer.ensureTable(TABLE);
    let isWidening = true;
    const reading = async (): Promise<number> => {
      let count = 0;
      for (; isWidening; count++) expect((await reader.table(TABLE.name))?.name).toBe(TABLE.name);
      return count;
    };
    const widening = async (): Promise<void> => {
      for (let at = 0; at < 150; at++) {
        const added = {
          name: `NEW_${at}`,
          type: "integer",
          nullable: true,
          comment: null,
        } as const;
        await writer.ensureTable({ ...TABLE, columns: [...TABLE.columns, added] });
      }
      isWidening = false;
    };
    const [count] = await Promise.all([reading(), widening()]);
    expect(count).toBeGreaterThan(50);
    expect((await reader.table(TABLE.name))?.columns.length).toBe(TABLE.columns.length + 150);
    await Promise.all([reader.close(), writer.close()]);
  });

  it("migrates the days from an earlier version once, even if several sessions try at the same time", async () => {
    const { schema } = stores.store();
    await opened(postgresTarget({ connection: stores.url, schema }), async (session) => {
      await session.ensureTable(TABLE);
      await session.replace(windowOf("old"), rowsWith(1));
    });
    const days = `"${schema}"._pinterest_sync_days`;
    await stores.reader.query(
      `ALTER TABLE ${days} DROP COLUMN fence; ALTER TABLE ${days} RENAME ad_account_id TO account`,
    );
    const [session, other] = [await openShared(schema), await openShared(schema)];
    await Promise.all([session, other].map((one) => one.ensureTable(TABLE)));
    expect([...(await session.loadedDays(TABLE.name, windowOf("").adAccountId)).values()]).toEqual([
      "old",
      "old",
      "old",
    ]);
    await session.replace({ ...windowOf("new"), fence: 5 }, rowsWith(1));
    await expect(
      other.replace({ ...windowOf("late"), fence: 4 }, rowsWith(1)),
    ).rejects.toMatchObject({
      code: "lease_lost",
      message: expect.stringMatching(
        /^the lease on campaign_days of \d+, 2026-03-01 to 2026-03-03 has ended/,
      ),
    });
    await Promise.all([session.close(), other.close()]);
    const { rows } = await stores.reader.query(`SELECT DISTINCT stamp, fence FROM ${days}`);
    expect(rows).toEqual([{ stamp: "new", fence: 5 }]);
  });

  it("names the sessions that block a run, or the run that blocks them", async () => {
    const { schema, target } = stores.store();
    const sessions = [await openShared(schema), await openShared(schema)];
    await expect(target().open()).rejects.toThrow(
      new RegExp(
        `is in use by pinterest-reports sync, process ${process.pid} on .*, since \\d{4}-.* and 1 more: wait until that run has ended`,
      ),
    );
    for (const session of sessions) await session.close();
    await opened(target(), async () =>
      expect(openShared(schema)).rejects.toThrow(
        new RegExp(`is in use by pinterest-reports sync, process ${process.pid} on`),
      ),
    );
  });

  it("ends an open transaction of a process that was suspended while it widened a table", async () => {
    const { schema } = stores.store();
    const other = await openShared(schema);
    await other.ensureTable(TABLE);
    await using held = await heldConnection(stores.url, "ALTER TABLE");
    const suspended = await openShared(schema, held.url);
    const wider = (name: string): TargetTable => ({
      ...TABLE,
      columns: [...TABLE.columns, { name, type: "text", nullable: true, comment: null }],
    });
    const failing = suspended.ensureTable(wider("LOST")).then(
      () => null,
      (error: unknown) => error,
    );
    await held.isHeld;
    await other.replace({ ...windowOf("new"), fence: 1 }, rowsWith(1));
    await other.ensureTable(wider("NEW"));
    expect((await other.table(TABLE.name))?.columns.map(({ name }) => name)).toEqual(
      wider("NEW").columns.map(({ name }) => name),
    );
    held.proceed();
    expect(await failing).toBeInstanceOf(Error);
    await Promise.all([suspended.close().catch(() => {}), other.close()]);
  });

  it("keeps loading after the server ends its sessions, and only a running window fails", async () => {
    const { schema, target } = stores.store();
    const loadedAt = { name: "_loaded_at", type: "timestamp", nullable: false } as const;
    const columns = [...TABLE.columns, { ...loadedAt, comment: null }];
    await opened(target(), (session) => session.ensureTable({ ...TABLE, columns }));
    const loader = targetEngine(postgres({ connection: stores.url, schema })).loader(
      createClient({ accessToken: "none" }) as object as Connection,
    );
    const task: WindowTask = {
      ...{ version: 1, key: "", fence: 0 },
      type: "window",
      table: TABLE.name,
      adAccountId: "1",
      ...DAYS,
      account: { currency: null, timeZone: null },
      body: { level: "CAMPAIGN", granularity: "DAY", columns: ["CAMPAIGN_ID", "CLICKS", "NAME"] },
      stamp: "new",
      isHourly: false,
    };
    const end = () =>
      stores.reader.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'pinterest-reports sync%'",
      );
    const row = { DATE: "2026-03-01", CAMPAIGN_ID: "1", CLICKS: 1 };
    const rows = async function* () {
      yield row;
    };
    for (let fence = 1; fence <= 3; fence++) {
      expect(await loader.loadWindow(task, { rows, fence })).toBe(1);
      await end();
    }
    const ending = async function* () {
      yield row;
      await end();
      yield { ...row, CAMPAIGN_ID: "2" };
    };
    await expect(loader.loadWindow(task, { rows: ending, fence: 4 })).rejects.toThrow();
    expect(await loader.loadWindow(task, { rows, fence: 5 })).toBe(1);
    await loader.close();
    await opened(target(), async () => {});
    expect((await contentsOf(schema)).map(({ rows: count, fence }) => [count, fence])).toEqual([
      [1, 5],
      [0, 5],
      [0, 5],
    ]);
  });

  describe("the checks with several processes", () => {
    const errorOf = async (defect: string, check: RegExp) => {
      const module = pathToFileURL(
        transpiled(fileURLToPath(new URL("postgres-defect-target.ts", import.meta.url))),
      );
      const createStore = () => {
        const store = stores.store();
        return {
          ...store,
          location: JSON.stringify({ connection: stores.url, schema: store.schema, defect }),
        };
      };
      const checks = targetChecks({ createStore, crash: { module, lockMs: 1_500 } }).filter(
        ({ name }) => check.test(name),
      );
      expect(checks.length).toBeGreaterThan(0);
      for (const { run } of checks) {
        const error = await run().then(() => null, String);
        if (error !== null) return error;
      }
      return null;
    };

    it("pass for a target without defects", async () => {
      expect(
        await errorOf("none", /^a worker that is suspended before it replaces a window changes/),
      ).toBe(null);
    });

    it("fail for a target that a suspended process can overwrite", async () => {
      expect(await errorOf("leases ignored", /^a worker that is suspended before/)).toMatch(
        /: the rows: expected|the process was not refused/,
      );
    });

    it.each([
      /^a worker that is suspended while it replaces a window keeps/,
      /^a worker that is suspended before it replaces a window changes/,
    ])("fail for a target whose suspended process blocks others: %s", async (check) => {
      expect(await errorOf("locks while rows arrive", check)).toMatch(
        /suspended .*: a later lease waits for longer than 1.5 s/,
      );
    });
  });
});

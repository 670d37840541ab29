import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planSync, runTask, type SyncTask } from "../../../generated/sync.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { CAMPAIGN_DAYS, syncSetting } from "../../support/sync.js";

const SYNC = { tables: { campaign_days: CAMPAIGN_DAYS }, entities: ["campaigns"] } as const;

describe.skipIf(NO_POSTGRES !== null)(`the tasks of several plans in PostgreSQL${SKIPPED}`, () => {
  let stores: PostgresStores;

  beforeAll(async () => {
    stores = await postgresStores();
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  /** Everything in a schema, including the transaction that wrote each row. */
  const contents = async (schema: string) => {
    const tables = [];
    for (const table of ["campaign_days", "ad_accounts", "campaigns", "_pinterest_sync_days"])
      tables.push(
        await stores.reader
          .query(`SELECT xmin, * FROM "${schema}"."${table}" ORDER BY 2, 3, 4, 5`)
          // A list's table may not exist yet.
          .then(({ rows }) => rows, String),
      );
    return JSON.stringify(tables, (_, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
  };

  it("change nothing if they run after a later plan, even repeatedly, in any order and at the same time", async () => {
    const run = fc.record({ at: fc.nat(), twice: fc.boolean() });
    const given = fc.record({
      lookbacks: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 3 }),
      runs: fc.array(run, { minLength: 6, maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ lookbacks, runs }) => {
        await using setting = await syncSetting({ accounts: 1, entities: 2, restated: 0.5 });
        const { client } = setting;
        const { schema } = stores.store();
        const target = postgres({ connection: stores.url, schema });
        const tasks: SyncTask[] = [];
        for (const [at, lookbackDays] of lookbacks.entries()) {
          const options = { lookbackDays, full: true, fence: at + 1 };
          tasks.push(...(await planSync({ ...SYNC, ...options, client, target })).tasks);
        }
        /** The fencing token that last loaded each day or list. */
        const last = new Map<string, number>();
        for (const { at, twice } of runs) {
          const task = tasks[at % tasks.length] as SyncTask;
          const parts =
            task.type === "list"
              ? [task.table]
              : Array.from(
                  { length: (Date.parse(task.to) - Date.parse(task.from)) / 86_400_000 + 1 },
                  (_, day) => `day ${Date.parse(task.from) + day * 86_400_000}`,
                );
          const fences = parts.map((part) => last.get(part) ?? 0);
          const before = await contents(schema);
          const results = await Promise.all(
            (twice ? [task, task] : [task]).map((each) => runTask(each, { client, target })),
          );
          const isOvertaken = fences.some((fence) => fence > task.fence);
          const isRepeated = Math.min(...fences) === task.fence;
          const state = isOvertaken && !isRepeated ? "superseded" : "loaded";
          expect(results.map((result) => result.state)).toEqual(results.map(() => state));
          const loaded = results.filter((one) => one.state === "loaded" && one.rows !== null);
          expect(loaded).toHaveLength(isOvertaken || isRepeated ? 0 : 1);
          if (isOvertaken || isRepeated) expect(await contents(schema)).toBe(before);
          else for (const part of parts) last.set(part, task.fence);
        }
      }),
      { numRuns: 8 },
    );
  });
});

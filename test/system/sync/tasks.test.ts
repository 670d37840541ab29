import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportRequest } from "../../../generated/index.js";
import type { SyncBody, SyncOptions } from "../../../generated/sync.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { createFakeServer } from "../../../generated/testing.js";
import type { Connection } from "../../../runtime/client/connection.js";
import { targetEngine } from "../../../runtime/sync/engine.js";
import type { SyncTask } from "../../../runtime/sync/tasks.js";
import { transpiled } from "../../support/consumer.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { CAMPAIGN_DAYS, sortedRows } from "../../support/sync.js";
import { clientOf, clockFrom } from "../../support/sync-kills.js";

const ADS = {
  level: "PIN_PROMOTION",
  granularity: "DAY",
  columns: ["PIN_PROMOTION_ID", "SPEND_IN_DOLLAR"],
} as const;
const HOURS = {
  level: "CAMPAIGN",
  granularity: "HOUR",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
} as const;

const SYNC = {
  tables: { campaign_days: CAMPAIGN_DAYS, ad_days: ADS, hours: HOURS },
  lookbackDays: 5,
} satisfies Omit<SyncOptions<SyncBody<ReportRequest>>, "target">;

const TABLES = [
  "campaign_days",
  "ad_days",
  "hours",
  "ad_accounts",
  "campaigns",
  "ad_groups",
  "ads",
];

/** Rows that no table accepts: text as an amount, and a column that was not requested. */
const ODD = JSON.stringify({
  "626700000001": [
    { CAMPAIGN_ID: 626700000001, DATE: "2026-06-13", TOTAL_CLICKTHROUGH: 3 },
    {
      CAMPAIGN_ID: 626700000001,
      DATE: "2026-06-14",
      SPEND_IN_DOLLAR: "a lot",
      NEW_COLUMN: [1, 2],
    },
  ],
});

describe.skipIf(NO_POSTGRES !== null)(
  `a sync whose tasks are loaded into PostgreSQL by several processes${SKIPPED}`,
  () => {
    let stores: PostgresStores;

    beforeAll(async () => {
      stores = await postgresStores();
    });
    afterAll(() => stores[Symbol.asyncDispose]());

    /** Everything in a schema's tables, including the recorded days and the table definitions. */
    const contents = async (schema: string) => {
      const rowsOf = async (text: string) => {
        const { rows } = await stores.reader.query<Record<string, unknown>>(text);
        // The load times differ between processes.
        return sortedRows(rows.map(({ _loaded_at, ...row }) => row));
      };
      const tables = [];
      for (const table of TABLES)
        tables.push([table, await rowsOf(`SELECT * FROM "${schema}"."${table}"`)]);
      const days = await rowsOf(
        `SELECT "table", ad_account_id, day, stamp FROM "${schema}"._pinterest_sync_days WHERE isfinite(day)`,
      );
      const { rows: definitions } = await stores.reader.query(
        `SELECT definition FROM "${schema}"._pinterest_sync_tables WHERE name <> 'sync_runs' ORDER BY name`,
      );
      const columns = definitions.map(({ definition }) => {
        const table = JSON.parse(definition);
        return { ...table, columns: sortedRows(table.columns) };
      });
      return { ...Object.fromEntries(tables), days, columns };
    };

    it("has the same cells, days, tables and failures as a sync in one process, on the first day and the next", async () => {
      const child = transpiled(fileURLToPath(new URL("tasks-child.ts", import.meta.url)));
      const [plain, divided] = [stores.store(), stores.store()];
      for (const [number, day] of ["2026-06-15", "2026-06-16"].entries()) {
        const faults =
          number === 0
            ? []
            : [
                {
                  name: "other-file",
                  account: "549755885176",
                  value: ODD,
                  times: Number.POSITIVE_INFINITY,
                },
              ];
        const options = {
          accounts: 3,
          polls: 0,
          entities: 5,
          restated: 0.2,
          clock: clockFrom(day),
        } as const;
        const server = await createFakeServer({ ...options, faults: faults as never });
        const client = clientOf(server, day);
        const result = await client.report.sync({
          ...SYNC,
          target: postgres({ connection: stores.url, schema: plain.schema }),
          allowFailed: 1,
        });
        const engine = targetEngine(postgres({ connection: stores.url, schema: divided.schema }));
        const { plan, tasks, failed } = await engine.plan(client as object as Connection, {
          ...SYNC,
          target: undefined as never,
        });
        expect([plan, failed]).toEqual([result.plan, []]);
        expect(JSON.parse(JSON.stringify(tasks))).toStrictEqual(tasks);
        expect(tasks.length).toBe(plan.lists.length + plan.requests.length);
        for (const task of tasks) expect(JSON.stringify(task).length).toBeLessThan(600);
        const args = [server.url, server.accessToken, stores.url, divided.schema, day];
        const failures = await loadedBy(child, args, tasks, 1_000 * (number + 1));
        expect(failures).toEqual(
          result.failed
            .map(({ table, adAccountId, days, error }) => [
              table,
              adAccountId,
              days?.from,
              days?.to,
              error.message,
            ])
            .sort(),
        );
        expect(failures.length).toBe(number === 0 ? 0 : 4);
        expect(await contents(divided.schema)).toEqual(await contents(plain.schema));
        await server.close();
      }
    });

    /**
     * Loads the tasks in three processes, each running up to four at once. Resolves to the
     * failures.
     */
    async function loadedBy(
      child: string,
      args: readonly string[],
      tasks: readonly SyncTask[],
      firstFence: number,
    ) {
      const left = tasks.map((task, at) => ({ at, task, fence: firstFence + at }));
      const failures: unknown[][] = [];
      const ended = Array.from({ length: 3 }, async () => {
        const process = fork(child, args, { execArgv: [] });
        const next = () => {
          const message = left.shift();
          if (message !== undefined) process.send(message);
          return message !== undefined;
        };
        let running = 0;
        while (running < 4 && next()) running++;
        process.on(
          "message",
          ({ at, error }: { readonly at: number; readonly error: string | null }) => {
            const task = tasks[at] as SyncTask;
            const days = task.type === "window" ? [task.from, task.to] : [undefined, undefined];
            if (error !== null) failures.push([task.table, task.adAccountId, ...days, error]);
            if (!next() && --running === 0) process.send(null as never);
          },
        );
        const [exit] = await once(process, "close");
        expect(exit).toBe(0);
      });
      await Promise.all(ended);
      return failures.sort();
    }
  },
);

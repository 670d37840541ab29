import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createClient } from "../../../generated/index.js";
import type { SyncResult } from "../../../generated/sync.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { CAMPAIGN_DAYS, sortedRows, syncSetting } from "../../support/sync.js";

describe.skipIf(NO_POSTGRES !== null)(`sync into PostgreSQL${SKIPPED}`, () => {
  let stores: PostgresStores;

  beforeAll(async () => {
    stores = await postgresStores();
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  it("rolls back its transaction when a download fails, and loads the next report", async () => {
    const cut = { name: "short-file", value: 100_000, times: 6 } as const;
    await using setting = await syncSetting({ bytes: 300_000, faults: [cut] });
    const { schema } = stores.store();
    const openTransactions = async (): Promise<number> => {
      const { rowCount } = await stores.reader.query(
        "SELECT FROM pg_stat_activity WHERE application_name LIKE 'pinterest-reports sync%' AND xact_start IS NOT NULL",
      );
      return rowCount ?? 0;
    };
    /** How many transactions are open at each request for a file. */
    const opened: number[] = [];
    const { server } = setting;
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      clock: server.clock,
      fetch: async (url, init) => {
        if (url.startsWith(server.url)) return server.fetch(url, init);
        // The second report's transaction begins when its first rows arrive, so any transaction
        // open here belongs to the first report.
        if (opened.length === cut.times)
          await vi.waitFor(async () => expect(await openTransactions()).toBe(0), 5_000);
        opened.push(await openTransactions());
        return server.fetch(url, init);
      },
    });
    const { loaded, failed } = await client.report.sync({
      target: postgres({ connection: stores.url, schema }),
      tables: { campaign_days: CAMPAIGN_DAYS },
      allowFailed: 1,
    });
    expect(failed.map(({ error }) => error.name)).toEqual(["DownloadError"]);
    expect(loaded).toBe(1);
    expect(opened).toEqual([0, 1, 1, 1, 1, 1, 0]);
  });

  describe("a run whose tables another session has locked", () => {
    /**
     * Prepares a run whose tables are locked by another session. `sync` starts the run and resolves
     * when it ends, while the tables are still locked.
     */
    const locked = async (options: {
      readonly runDeadlineMs?: number;
      readonly signal?: AbortSignal;
    }) => {
      await using setting = await syncSetting();
      const { schema, rows } = stores.store();
      const target = postgres({ connection: stores.url, schema });
      const sync = (more: object) =>
        setting.client.report.sync({
          target,
          tables: { campaign_days: CAMPAIGN_DAYS },
          entities: ["campaigns"],
          lookbackDays: 2,
          allowFailed: 2,
          ...more,
        });
      await sync({});
      const before = sortedRows(await rows("campaign_days"));
      await stores.reader.query(
        `BEGIN; LOCK TABLE "${schema}".campaign_days, "${schema}".campaigns`,
      );
      const ended = await sync(options).catch((error: unknown) => error);
      await stores.reader.query("COMMIT");
      expect(sortedRows(await rows("campaign_days"))).toEqual(before);
      expect((await sync({})).failed).toEqual([]);
      return ended;
    };

    it("ends at its own deadline, and the next run loads the rest", async () => {
      const { failed, loaded } = (await locked({ runDeadlineMs: 1_500 })) as SyncResult;
      expect(loaded).toBe(0);
      // The account's row was written before the run reached the first lock.
      const lists = [
        "campaigns of 549755885175",
        "ad_accounts of 549755885176",
        "campaigns of 549755885176",
      ];
      const reports = ["campaign_days of 549755885175", "campaign_days of 549755885176"];
      expect(failed.map(({ table, adAccountId }) => `${table} of ${adAccountId}`)).toEqual([
        ...lists,
        ...reports,
      ]);
      expect(new Set(failed.map(({ error }) => error.name))).toEqual(new Set(["RunDeadlineError"]));
      expect(failed[0]?.error.message).toMatch(
        /^the run was aborted after 1\.5 s: not all rows had been written to the target; the next run loads what is missing /,
      );
    });

    it("ends with its signal's reason", async () => {
      const stop = new AbortController();
      const reason = new Error("stopped");
      setTimeout(() => stop.abort(reason), 1_500);
      expect(await locked({ signal: stop.signal })).toBe(reason);
    });
  });
});

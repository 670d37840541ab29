import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

  describe("a run whose tables another session has locked", () => {
    /**
     * A run whose tables another session has locked; `sync` loads them, and resolves when it has
     * ended, before the lock does.
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
      // The account's row was written before the first lock was met.
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
        /^the run was aborted after 1\.5 s: not all rows were in the target; the next run loads it /,
      );
    });

    it("ends with the reason of its signal", async () => {
      const stop = new AbortController();
      const reason = new Error("stopped");
      setTimeout(() => stop.abort(reason), 1_500);
      expect(await locked({ signal: stop.signal })).toBe(reason);
    });
  });
});

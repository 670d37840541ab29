import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../../cli/main.js";
import type { SyncResult } from "../../../generated/sync.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { transpiled } from "../../support/consumer.js";
import { many } from "../../support/effort.js";
import { testIo } from "../../support/in-process.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { killedPostgres } from "../../support/postgres-kills.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { CAMPAIGN_DAYS, serverRows, sortedRows, syncSetting } from "../../support/sync.js";
import { twoServers } from "../../support/sync-kills.js";
import { syncedYear } from "../../support/sync-year.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const KILLS = many(24, 6);

describe.skipIf(NO_POSTGRES !== null)(`sync into PostgreSQL${SKIPPED}`, () => {
  let stores: PostgresStores;

  beforeAll(async () => {
    stores = await postgresStores();
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  it("day by day has each day the cells that the server has", async () => {
    const { schema, target } = stores.store();
    const rows = (table: string, from: string) => stores.rows(schema, table, from);
    const { gone, back } = await syncedYear({ target: target(), rows }, { days: many(60, 10), accounts: 10, wholeEvery: 20 });
    expect(gone).toBeGreaterThan(100);
    expect(back).toBeGreaterThan(10);
  });

  it("that is killed leaves each window old or new as a whole, and the next one completes it", async () => {
    await using servers = await twoServers();
    const child = transpiled(fileURLToPath(new URL("sync-child.ts", import.meta.url)));
    const ends = [];
    for (let kill = 0; kill < KILLS; kill++)
      ends.push(await killedPostgres(stores, { servers, child }, { line: kill % 12, delayMs: (kill * 7) % 20 }));
    expect(ends.filter(({ wasKilled }) => wasKilled).length).toBeGreaterThan(KILLS / 2);
    expect(Math.min(...ends.map(({ renewed }) => renewed))).toBe(0);
    expect(Math.max(...ends.map(({ renewed }) => renewed))).toBeGreaterThan(0);
  });

  describe("while another session has its tables locked", () => {
    /** A run whose tables another session has locked; `sync` loads them, and resolves when it has ended, before the lock does. */
    const locked = async (options: { readonly runDeadlineMs?: number; readonly signal?: AbortSignal }) => {
      await using setting = await syncSetting();
      const { schema } = stores.store();
      const target = postgres({ connection: stores.url, schema });
      const sync = (more: object) =>
        setting.client.report.sync({ target, tables: { campaign_days: CAMPAIGN_DAYS }, entities: ["campaigns"], lookbackDays: 2, ...more });
      await sync({});
      const before = sortedRows(await stores.rows(schema, "campaign_days"));
      await stores.reader.query(`BEGIN; LOCK TABLE "${schema}".campaign_days, "${schema}".campaigns`);
      const ended = await sync(options).catch((error: unknown) => error);
      await stores.reader.query("COMMIT");
      expect(sortedRows(await stores.rows(schema, "campaign_days"))).toEqual(before);
      expect((await sync({})).failed).toEqual([]);
      return ended;
    };

    it("ends by its own deadline, and the next one loads the rest", async () => {
      const { failed, loaded } = (await locked({ runDeadlineMs: 1_500 })) as SyncResult;
      expect(loaded).toBe(0);
      // The account's row was written before the first lock was met.
      const lists = ["campaigns of 549755885175", "ad_accounts of 549755885176", "campaigns of 549755885176"];
      const reports = ["campaign_days of 549755885175", "campaign_days of 549755885176"];
      expect(failed.map(({ table, adAccountId }) => `${table} of ${adAccountId}`)).toEqual([...lists, ...reports]);
      expect(new Set(failed.map(({ error }) => error.name))).toEqual(new Set(["RunDeadlineError"]));
      expect(failed[0]?.error.message).toMatch(
        /^the run was aborted after 1\.5 s: the target had not taken the rows; the next run loads it /,
      );
    });

    it("ends with the reason of its signal", async () => {
      const stop = new AbortController();
      const reason = new Error("stopped");
      setTimeout(() => stop.abort(reason), 1_500);
      expect(await locked({ signal: stop.signal })).toBe(reason);
    });
  });

  it("by the command loads the tables of the file, and loads them again", async () => {
    await using setting = await syncSetting();
    const { schema } = stores.store();
    const folder = temporaryFolder();
    const sync = {
      target: { postgres: { connection: stores.url, schema } },
      tables: { campaign_days: CAMPAIGN_DAYS },
      entities: ["campaigns"],
    };
    writeFileSync(new URL("sync.json", folder), JSON.stringify(sync));
    const env = { PINTEREST_ACCESS_TOKEN: setting.server.accessToken, PINTEREST_API_BASE_URL: setting.server.url };
    let stderr = "";
    const io = testIo({ env, cwd: fileURLToPath(folder), clock: setting.server.clock, stderr: (text) => (stderr += text) });
    for (const _ of ["first", "second"]) {
      expect([await main(["sync", "sync.json"], io), stderr]).toEqual([0, expect.stringMatching(/^done {6}2 of 2 accounts, \d+ rows/m)]);
      const held = await serverRows(setting, {
        accounts: ["549755885175", "549755885176"],
        body: CAMPAIGN_DAYS,
        from: "2026-05-15",
        to: "2026-06-14",
      });
      expect(sortedRows(await stores.rows(schema, "campaign_days"))).toEqual(sortedRows(held));
    }
    expect((await stores.rows(schema, "ad_accounts")).map(({ id, currency }) => [id, currency])).toEqual([
      ["549755885175", expect.any(String)],
      ["549755885176", expect.any(String)],
    ]);
    expect((await stores.rows(schema, "campaigns")).length).toBeGreaterThan(0);
  });
});

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../../cli/main.js";
import { transpiled } from "../../support/consumer.js";
import { killedSync } from "../../support/database-kills.js";
import type { DatabaseStores } from "../../support/database-stores.js";
import { DATABASES } from "../../support/databases.js";
import { many } from "../../support/effort.js";
import { testIo } from "../../support/in-process.js";
import { CAMPAIGN_DAYS, serverRows, sortedRows, syncSetting } from "../../support/sync.js";
import { twoServers } from "../../support/sync-kills.js";
import { syncedYear } from "../../support/sync-year.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const KILLS = many(24, 6);

for (const { name, isSkipped, stores: storesOf } of DATABASES)
  describe.skipIf(isSkipped)(`sync into ${name}`, () => {
    let stores: DatabaseStores;

    beforeAll(async () => {
      stores = await storesOf();
    });
    afterAll(() => stores[Symbol.asyncDispose]());

    it("matches the server's data for each day when it runs daily", async () => {
      const { target, rows } = stores.store();
      const { gone, back } = await syncedYear(
        { target: target(), rows },
        { days: many(60, 10), accounts: 10, wholeEvery: 20 },
      );
      expect(gone).toBeGreaterThan(many(100, 50));
      expect(back).toBeGreaterThan(10);
    });

    it("leaves each window either entirely old or entirely new when it is killed, and the next run loads the rest", async () => {
      await using servers = await twoServers();
      const child = transpiled(fileURLToPath(new URL("sync-child.ts", import.meta.url)));
      const ends = [];
      for (let kill = 0; kill < KILLS; kill++)
        ends.push(
          await killedSync(
            stores.store(),
            { servers, child },
            { line: kill % 12, delayMs: (kill * 7) % 20 },
          ),
        );
      expect(ends.filter(({ wasKilled }) => wasKilled).length).toBeGreaterThan(KILLS / 2);
      expect(Math.min(...ends.map(({ renewed }) => renewed))).toBe(0);
      expect(Math.max(...ends.map(({ renewed }) => renewed))).toBeGreaterThan(0);
    });

    it("loads the tables in sync.json from the command line, twice in a row", async () => {
      await using setting = await syncSetting();
      const { config, rows } = stores.store();
      const folder = temporaryFolder();
      const sync = {
        target: config,
        tables: { campaign_days: CAMPAIGN_DAYS },
        entities: ["campaigns"],
      };
      writeFileSync(new URL("sync.json", folder), JSON.stringify(sync));
      const env = {
        PINTEREST_ACCESS_TOKEN: setting.server.accessToken,
        PINTEREST_API_BASE_URL: setting.server.url,
      };
      let stderr = "";
      const io = testIo({
        env,
        cwd: fileURLToPath(folder),
        clock: setting.server.clock,
        stderr: (text) => (stderr += text),
      });
      for (const _ of ["first", "second"]) {
        expect([await main(["sync", "sync.json"], io), stderr]).toEqual([
          0,
          expect.stringMatching(/^done {6}2 of 2 accounts, \d+ rows/m),
        ]);
        const held = await serverRows(setting, {
          accounts: ["549755885175", "549755885176"],
          body: CAMPAIGN_DAYS,
          from: "2026-05-15",
          to: "2026-06-14",
        });
        expect(sortedRows(await rows("campaign_days"))).toEqual(sortedRows(held));
      }
      expect((await rows("ad_accounts")).map(({ id, currency }) => [id, currency])).toEqual([
        ["549755885175", expect.any(String)],
        ["549755885176", expect.any(String)],
      ]);
      expect((await rows("campaigns")).length).toBeGreaterThan(0);
    });
  });

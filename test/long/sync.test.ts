import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { transpiled } from "../support/consumer.js";
import { killedSync } from "../support/database-kills.js";
import { DATABASES } from "../support/databases.js";
import { killedFolder } from "../support/folder-kills.js";
import { twoServers } from "../support/sync-kills.js";

const KILLS = 200;
const AT_ONCE = 3;

it("a sync into a folder never loses, duplicates or truncates anything, even if it is killed at any call that changes the disk", async () => {
  await using servers = await twoServers();
  using folder = await killedFolder(
    servers,
    transpiled(fileURLToPath(new URL("../system/sync/sync-child.ts", import.meta.url))),
  );
  const kills = Math.max(KILLS, folder.calls);
  // Each call has its turn before any call has a second one.
  const waiting = Array.from({ length: kills }, (_, index) => 1 + (index % folder.calls));
  const renewed: number[] = [];
  const worker = async (): Promise<void> => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      renewed.push(await folder.killedAt(at));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  expect(renewed).toHaveLength(kills);
  expect([Math.min(...renewed), new Set(renewed).size > 5]).toEqual([0, true]);
  console.log(`${kills} kills at ${folder.calls} calls`);
});

for (const { name, isSkipped, stores: storesOf } of DATABASES)
  it.skipIf(isSkipped)(
    `a sync into ${name} never loses, duplicates or truncates anything, even if it is killed at random moments`,
    async () => {
      await using servers = await twoServers();
      await using stores = await storesOf();
      const child = transpiled(
        fileURLToPath(new URL("../system/sync/sync-child.ts", import.meta.url)),
      );
      const ends: Awaited<ReturnType<typeof killedSync>>[] = [];
      let begun = 0;
      const worker = async (): Promise<void> => {
        while (begun++ < KILLS) {
          const at = {
            line: Math.floor(Math.random() * 14),
            delayMs: Math.floor(Math.random() * 20),
          };
          ends.push(await killedSync(stores.store(), { servers, child }, at));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      const killed = ends.filter(({ wasKilled }) => wasKilled);
      expect(killed.length).toBeGreaterThan(KILLS / 2);
      expect([
        Math.min(...killed.map(({ renewed }) => renewed)),
        new Set(killed.map(({ renewed }) => renewed)).size > 2,
      ]).toEqual([0, true]);
      console.log(`${killed.length} kills before the end of ${ends.length} runs`);
    },
  );

import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { transpiled } from "../../support/consumer.js";
import { many } from "../../support/effort.js";
import { killedFolder } from "../../support/folder-kills.js";
import { twoServers } from "../../support/sync-kills.js";

const KILLS = many(20, 6);

it("a killed sync into a folder leaves each window either entirely old or entirely new, and the next sync loads the rest", async () => {
  await using servers = await twoServers();
  using folder = await killedFolder(
    servers,
    transpiled(fileURLToPath(new URL("sync-child.ts", import.meta.url))),
  );
  const renewed: number[] = [];
  // The kills are spread over all calls that change the disk.
  for (let kill = 0; kill < KILLS; kill++)
    renewed.push(await folder.killedAt(1 + Math.floor((kill * folder.calls) / KILLS)));
  // After an early kill nothing has changed; after a late one everything has.
  expect(renewed[0]).toBe(0);
  expect(Math.max(...renewed)).toBeGreaterThan(5);
  expect(new Set(renewed).size).toBeGreaterThan(2);
});

import type { DatabaseStore } from "./database-stores.js";
import { childRun, type Stored, type TwoServers } from "./sync-kills.js";

/** When a process is killed: at a line of its output, or this many milliseconds later. */
interface KillAt {
  readonly line: number;
  readonly delayMs: number;
}

/** What is killed. */
interface KilledSync {
  readonly servers: TwoServers;
  /** Path of the program that syncs. */
  readonly child: string;
}

/**
 * Lets a process replace the rows of the first server by those of the second, in an empty store.
 * Kills it, checks the contents, and completes the sync. Resolves to the number of new windows, and
 * whether the process was killed before its end.
 */
export async function killedSync(
  store: DatabaseStore,
  { servers, child }: KilledSync,
  { line, delayMs }: KillAt,
): Promise<{ readonly renewed: number; readonly wasKilled: boolean }> {
  const stored = async (): Promise<Stored> => ({
    campaign_days: await store.rows("campaign_days"),
    campaigns: await store.rows("campaigns"),
  });
  await servers.sync("first", store.target());
  let isDue = false;
  const { wasKilled } = await childRun([child, ...servers.args, ...store.args], {
    kill: (output, kill) => {
      if (isDue || output.split("\n").length <= line) return;
      isDue = true;
      setTimeout(kill, delayMs);
    },
  });
  const renewed = await servers.checkKilled(stored, store.target());
  await servers.sync("second", store.target());
  servers.checkComplete(await stored());
  return { renewed, wasKilled };
}

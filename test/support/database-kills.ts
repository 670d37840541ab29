import type { DatabaseStore } from "./database-stores.js";
import { childRun, type Stored, type TwoServers } from "./sync-kills.js";

/** When a process is killed: at a line of its output, or a number of milliseconds after it. */
interface KillAt {
  readonly line: number;
  readonly delayMs: number;
}

/** The sync that is killed. */
interface KilledSync {
  readonly servers: TwoServers;
  /** The path of the program that syncs. */
  readonly child: string;
}

/**
 * Loads the first server's rows into an empty store, and starts a process that replaces them with
 * the second server's. Kills the process, checks the contents, and completes the sync. Resolves to
 * the number of new windows, and whether the process was killed before its end.
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

import { s3Target } from "../../runtime/sync/s3.js";
import { s3Place } from "./s3-place.js";
import { type S3Store, s3Store } from "./s3-stores.js";
import { type Way, way } from "./s3-way.js";
import { folderRows } from "./sync.js";
import { childRun, type TwoServers } from "./sync-kills.js";

/**
 * Buckets with the first server's rows. A process is killed while it loads the second server's rows
 * into one.
 */
export interface KilledBucket {
  /** How many requests the process sends. */
  readonly requests: number;
  /**
   * Kills the process right before its request number `at` arrives, checks the contents, and
   * completes the sync. Resolves to the number of new windows.
   */
  killedAt(at: number): Promise<number>;
}

/**
 * Prepares such buckets. `url` is the object store, and `child` is the path of the program that
 * syncs.
 */
export async function killedBucket(
  servers: TwoServers,
  { url, child }: { readonly url: string; readonly child: string },
): Promise<KilledBucket> {
  const original = await s3Store(url);
  await servers.sync("first", original.target());
  const run = async (
    at: number,
  ): Promise<{ readonly store: S3Store; readonly passed: Way["passed"] }> => {
    await using path = await way(url);
    const store = await s3Store(url, { endpoint: path.url });
    for (const key of await original.keys()) await store.put(key, await original.get(key));
    let kill = (): void => {};
    path.onRequest = ({ number }) => {
      if (number < at || at === 0) return null;
      kill();
      return "cut request";
    };
    await childRun([child, ...servers.args, store.location], {
      begun: (end) => {
        kill = end;
      },
    });
    return { store, passed: path.passed };
  };
  const stored = async (store: S3Store) => {
    const folder = await store.asFolder();
    return {
      campaign_days: await folderRows(folder, "campaign_days"),
      campaigns: await folderRows(folder, "campaigns"),
    };
  };
  const whole = await run(0);
  servers.checkComplete(await stored(whole.store));
  return {
    requests: whole.passed.length,
    async killedAt(at) {
      const { store } = await run(at);
      // The process's proxy has been closed.
      const place = { ...JSON.parse(store.location), endpoint: url };
      const target = () => s3Target(s3Place(JSON.stringify(place)));
      const renewed = await servers.checkKilled(() => stored(store), target());
      await servers.sync("second", target());
      servers.checkComplete(await stored(store));
      return renewed;
    },
  };
}

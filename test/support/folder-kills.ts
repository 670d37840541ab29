import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folderTarget } from "../../runtime/sync/folder.js";
import { KILLING } from "./killing.js";
import { folderRows } from "./sync.js";
import { childRun, type Stored, type TwoServers } from "./sync-kills.js";

/**
 * A folder with the first server's rows. A process is killed while it loads the second server's
 * rows into it.
 */
export interface KilledFolder extends Disposable {
  /** How many calls the process makes that change the disk. */
  readonly calls: number;
  /**
   * Kills the process right before call number `at`, checks the contents, and completes the sync.
   * Resolves to the number of new windows.
   */
  killedAt(at: number): Promise<number>;
}

/** Prepares such a folder. `child` is the path of the program that syncs. */
export async function killedFolder(servers: TwoServers, child: string): Promise<KilledFolder> {
  const home = mkdtempSync(join(tmpdir(), "killed-sync-"));
  const original = join(home, "original");
  await servers.sync("first", folderTarget(original));
  let count = 0;
  const run = async (
    at: number,
  ): Promise<{ readonly folder: string; readonly calls: number | null }> => {
    const folder = join(home, String(count++));
    cpSync(original, folder, { recursive: true });
    const env = { NODE_OPTIONS: KILLING, KILL_AT: String(at) };
    const { wasKilled, errors } = await childRun([child, ...servers.args, folder], { env });
    return { folder, calls: wasKilled ? null : Number(/\ncalls (\d+)\n$/.exec(errors)?.[1]) };
  };
  const whole = await run(0);
  servers.checkComplete(await storedIn(whole.folder));
  return {
    calls: whole.calls ?? 0,
    async killedAt(at) {
      const { folder } = await run(at);
      const renewed = await servers.checkKilled(() => storedIn(folder), folderTarget(folder));
      await servers.sync("second", folderTarget(folder));
      servers.checkComplete(await storedIn(folder));
      rmSync(folder, { recursive: true });
      return renewed;
    },
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true }),
  };
}

async function storedIn(folder: string): Promise<Stored> {
  const url = pathToFileURL(`${folder}/`);
  return {
    campaign_days: await folderRows(url, "campaign_days"),
    campaigns: await folderRows(url, "campaigns"),
  };
}

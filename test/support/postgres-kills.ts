import { postgresTarget } from "../../runtime/sync/postgres.js";
import type { PostgresStores } from "./postgres-stores.js";
import { childRun, type Stored, type TwoServers } from "./sync-kills.js";

/** When a process is killed: at a line of its output, or so many milliseconds later. */
export interface KillAt {
  readonly line: number;
  readonly delayMs: number;
}

/**
 * Has a process load the rows of the second server over those of the first, in a schema of its own; kills it, checks what is left, and
 * completes the sync. Resolves to the number of windows that were new, and whether the process was killed before its end.
 */
export async function killedPostgres(
  stores: PostgresStores,
  { servers, child }: { readonly servers: TwoServers; readonly child: string },
  { line, delayMs }: KillAt,
): Promise<{ readonly renewed: number; readonly wasKilled: boolean }> {
  const { schema, target } = stores.store();
  const stored = async (): Promise<Stored> => ({
    campaign_days: await stores.rows(schema, "campaign_days"),
    campaigns: await stores.rows(schema, "campaigns"),
  });
  await servers.sync("first", target());
  let isDue = false;
  const { wasKilled } = await childRun([child, ...servers.args, stores.url, schema], {
    kill: (output, kill) => {
      if (isDue || output.split("\n").length <= line) return;
      isDue = true;
      setTimeout(kill, delayMs);
    },
  });
  const renewed = await servers.checkKilled(await stored(), postgresTarget({ connection: stores.url, schema }));
  await servers.sync("second", target());
  servers.checkComplete(await stored());
  await stores.reader.query(`DROP SCHEMA "${schema}" CASCADE`);
  return { renewed, wasKilled };
}

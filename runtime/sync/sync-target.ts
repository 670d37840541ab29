import type { Connection } from "../client/connection.js";
import { InvalidArgumentError } from "../errors.js";
import type { SyncOptions, SyncResult, SyncTarget } from "./types.js";

/** Loads the tables of one target. */
export type SyncEngine = (connection: Connection, options: SyncOptions<unknown>) => Promise<SyncResult>;

// Targets bring the engine with them, so that a bundle without a target has none.
const engines = new WeakMap<object, SyncEngine>();

/** A target that brings the engine which loads it. */
export function targetWith(engine: SyncEngine): SyncTarget {
  const target = Object.freeze({}) as SyncTarget;
  engines.set(target, engine);
  return target;
}

/** Adds `sync` to the client of a flow, which calls the engine of the target, and returns the client. */
export function withSync<Client extends object>(
  connection: Connection,
  client: Client,
): Client & { sync(options: SyncOptions<never>): Promise<SyncResult> } {
  return Object.assign(client, {
    async sync(options: SyncOptions<never>): Promise<SyncResult> {
      const engine = engines.get((options as Partial<SyncOptions<never>> | undefined)?.target ?? {});
      if (engine === undefined)
        throw new InvalidArgumentError("target must be one of pinterest-reports/sync, such as parquetFolder(path); nothing was sent");
      return engine(connection, options);
    },
  });
}

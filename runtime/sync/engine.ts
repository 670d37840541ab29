import type { Connection } from "../client/connection.js";
import { engineOf } from "../client/sync-engine.js";
import type { PieceLoader, SyncPieces } from "./pieces.js";
import type { SyncOptions, SyncResult, SyncTarget } from "./types.js";

/** Options of a loader. */
export interface LoaderOptions {
  /**
   * Maximum number of sessions of the target that are open at once, each for one piece at a time.
   * Default: 4.
   */
  readonly sessions?: number;
}

/** The code that loads a target. */
export interface TargetEngine {
  /** Loads all tables in this process, which has the target for itself; see `SyncOptions`. */
  run(connection: Connection, options: SyncOptions<unknown>): Promise<SyncResult>;
  /**
   * Plans what `run` would do, and makes the tables of reports, unless it is a dry run. Rejects as
   * `run` does, and before anything is sent with an `InvalidArgumentError` if the target can be
   * open in one process only.
   */
  plan(connection: Connection, options: SyncOptions<unknown>): Promise<SyncPieces>;
  /**
   * A loader of such pieces. Throws an `InvalidArgumentError` if the target can be open in one
   * process only.
   */
  loader(connection: Connection, options?: LoaderOptions): PieceLoader;
}

/** The code that loads a target of `sync`. Throws an `InvalidArgumentError` for any other value. */
export function targetEngine(target: SyncTarget): TargetEngine {
  return engineOf(target) as TargetEngine;
}

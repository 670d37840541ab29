/** What the generated entry `sync` is made of. */
export type { Connection } from "../client/connection.js";
export type { ListOperation, SyncFacts } from "./facts.js";
export { folderTarget } from "./folder.js";
export { syncInto } from "./sync.js";
export { type SyncEngine, targetWith } from "./sync-target.js";
export type { Cell, Cells, CellType, Target, TargetColumn, TargetSession, TargetTable, TargetWindow } from "./target.js";
export type {
  EntityTable,
  SyncBody,
  SyncDays,
  SyncFailure,
  SyncOptions,
  SyncPlan,
  SyncProgress,
  SyncResult,
  SyncTarget,
} from "./types.js";

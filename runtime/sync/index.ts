/** The exports of a generated `sync` entry. */
export type { ListOperation, SyncFacts } from "./facts.js";
export { folderTarget } from "./folder.js";
export {
  finishSync,
  type PlanSyncOptions,
  planSync,
  type RunTaskOptions,
  runTask,
} from "./step.js";
export { syncTarget } from "./sync.js";
export { SyncError } from "./sync-error.js";
export type {
  Cell,
  Cells,
  CellType,
  RequestedRows,
  Target,
  TargetColumn,
  TargetSession,
  TargetTable,
  TargetWindow,
} from "./target.js";
export { TargetUnavailableError } from "./target-failures.js";
export type {
  AccountFacts,
  ListTask,
  PlannedSync,
  SyncTask,
  TaskError,
  TaskResult,
  WindowTask,
} from "./tasks.js";
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

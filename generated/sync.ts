// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Keeps tables of reports up to date, in a folder of Parquet files or in any other place: the targets of `client.report.sync`.
 * @packageDocumentation
 */

import { folderTarget, type ListOperation, type SyncFacts, syncTarget, type SyncTarget, type Target } from "../runtime/sync/index.js";
import { adAccounts } from "./operations/ad-accounts/call.js";
import { campaigns } from "./operations/campaigns/call.js";
import { adGroups } from "./operations/ad-groups/call.js";
import { ads } from "./operations/ads/call.js";
import { planReport } from "./planner.js";
import { report } from "./report/flow.js";
import type { ReportRequest } from "./report/types.js";
import { describeRows } from "./tables.js";

const FACTS: SyncFacts = {
  flow: report as object as SyncFacts["flow"],
  plan: (body, options) => planReport(body as object as ReportRequest, options) as ReturnType<SyncFacts["plan"]>,
  describe: (body) => describeRows(body as object as ReportRequest),
  windows: [
    { field: "click_window_days", default: 30 },
    { field: "engagement_window_days", default: 30 },
    { field: "view_window_days", default: 1 },
  ],
  accounts: adAccounts as object as ListOperation,
  lists: {
    campaigns: {
      operation: campaigns as object as ListOperation,
      input: { entity_statuses: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    },
    ad_groups: {
      operation: adGroups as object as ListOperation,
      input: { entity_statuses: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    },
    ads: {
      operation: ads as object as ListOperation,
      input: { entity_statuses: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
    },
  },
};

/**
 * A folder of Parquet files as the target of `sync`, for DuckDB, Spark, pandas and others: one file for each day of an account, in
 * `<folder>/<table>/partition_account=<id>/partition_day=<day>/`. It needs no database, and the package hyparquet-writer. `path` is a path
 * or a `file:` URL; the folder is created when the first sync begins.
 * @throws `InvalidArgumentError`: the path is no text and no `file:` URL.
 */
export function parquetFolder(path: string | URL): SyncTarget {
  return customTarget(folderTarget(path));
}

/**
 * A target of your own, such as another database, for `sync`.
 * @throws `InvalidArgumentError`: the object has no name or no `open`.
 */
export function customTarget(target: Target): SyncTarget {
  return syncTarget(FACTS, target);
}

export { SyncError, TargetUnavailableError } from "../runtime/sync/index.js";

export type {
  Cell,
  Cells,
  CellType,
  EntityTable,
  RequestedRows,
  SyncBody,
  SyncDays,
  SyncFailure,
  SyncOptions,
  SyncPlan,
  SyncProgress,
  SyncResult,
  SyncTarget,
  Target,
  TargetColumn,
  TargetSession,
  TargetTable,
  TargetWindow,
} from "../runtime/sync/index.js";

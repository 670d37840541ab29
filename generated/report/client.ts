// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type CheckedTasks,
  type Connection,
  type CreateOptions,
  type FinishedReport,
  flowClient,
  type ReportHandle,
  type ReportItem,
  type ReportMethods,
  type ReportTask,
  type ResponsePromise,
  type ResumeOptions,
  type RunAllOptions,
  type RunOptions,
  type SyncBody,
  type SyncOptions,
  type SyncResult,
  type ValidBody,
  withSync,
} from "../../runtime/support-client.js";
import type { CheckedReport } from "./check.js";
import { report } from "./flow.js";
import type { ReportRow, ReportColumnValues } from "./row.js";
import type { ReportRequest } from "./schema.js";

/** Ad performance by level, date and column. Generated in the background and downloaded when ready. */
export interface ReportClient extends ReportMethods {
  run<const Request extends ReportRequest>(
    adAccountId: string,
    body: CheckedReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<ReportRow<Request>, ReportRow<Request, false>>>;
  create<const Request extends ReportRequest>(
    adAccountId: string,
    body: CheckedReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  resume<Row = Readonly<Partial<ReportColumnValues>>, SparseRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<ReportRequest>,
  ): Promise<FinishedReport<Row, SparseRow>>;
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = true>(
    requests: CheckedTasks<
      Task,
      ReportTask<ReportRequest>,
      Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedReport<Body> } : never) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<ReportItem<Task, ReportRow<ValidBody<Task["body"], ReportRequest>, ZeroFill>>, void, undefined>;
  /**
   * Keeps report tables up to date in a target, such as `parquetFolder(path)` from `pinterest-reports/sync`. Loads missing days, and
   * reloads days whose conversions may have changed. Each day of an account is replaced as a whole: rows that are no longer in the report
   * are removed from the table. If a report fails, its old rows are kept, and the other reports continue.
   * @throws `SyncError`: more accounts failed than `allowFailed` allows. The error's `result.failed` lists all failures.
   * @throws `InvalidArgumentError`: a table cannot be kept up to date, or the target is in use or contains tables that `sync` did not
   * create; nothing was sent.
   * @throws `AuthError`: the credentials were rejected. `TypeError`, `RangeError`: an option is invalid. Also throws the target's errors.
   * @throws The reason of `options.signal`, unchanged, if it aborts.
   * @example
   * ```ts
   * await client.report.sync({
   *   tables: { campaign_days: { granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] } },
   *   target: parquetFolder("ads"),
   * });
   * ```
   */
  sync(options: SyncOptions<SyncBody<ReportRequest>>): Promise<SyncResult>;
}

/** Creates this report's client, which uses the given connection. Sends nothing. */
export function reportClient(connection: Connection): ReportClient {
  return withSync(connection, flowClient(connection, report));
}

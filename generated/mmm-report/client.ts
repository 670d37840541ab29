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
  type ValidBody,
} from "../../runtime/support-client.js";
import type { CheckedMmmReport } from "./check.js";
import { mmmReport } from "./flow.js";
import type { MmmReportRow, MmmReportColumnValues } from "./row.js";
import type { MmmReportRequest } from "./schema.js";

/** Data for marketing mix models, by targeting. Generated in the background and downloaded when ready. */
export interface MmmReportClient extends ReportMethods {
  run<const Request extends MmmReportRequest>(
    adAccountId: string,
    body: CheckedMmmReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<MmmReportRow<Request>, MmmReportRow<Request, false>>>;
  create<const Request extends MmmReportRequest>(
    adAccountId: string,
    body: CheckedMmmReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  resume<Row = Readonly<Partial<MmmReportColumnValues>>, SparseRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<MmmReportRequest>,
  ): Promise<FinishedReport<Row, SparseRow>>;
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = true>(
    requests: CheckedTasks<
      Task,
      ReportTask<MmmReportRequest>,
      Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedMmmReport<Body> } : never) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<ReportItem<Task, MmmReportRow<ValidBody<Task["body"], MmmReportRequest>, ZeroFill>>, void, undefined>;
}

/** Creates this report's client, which uses the given connection. Sends nothing. */
export function mmmReportClient(connection: Connection): MmmReportClient {
  return flowClient(connection, mmmReport);
}

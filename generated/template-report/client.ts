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
import type { CheckedTemplateReport } from "./check.js";
import { templateReport } from "./flow.js";
import type { TemplateReportRow } from "./row.js";
import type { TemplateReportRequest } from "./schema.js";

/** Report based on an Ads Manager template. Generated in the background and downloaded when ready. */
export interface TemplateReportClient extends ReportMethods {
  run<const Request extends TemplateReportRequest>(
    adAccountId: string,
    body: CheckedTemplateReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<TemplateReportRow<Request>, TemplateReportRow<Request, false>>>;
  create<const Request extends TemplateReportRequest>(
    adAccountId: string,
    body: CheckedTemplateReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  resume<Row = TemplateReportRow, SparseRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<TemplateReportRequest>,
  ): Promise<FinishedReport<Row, SparseRow>>;
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = true>(
    requests: CheckedTasks<
      Task,
      ReportTask<TemplateReportRequest>,
      Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedTemplateReport<Body> } : never) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<ReportItem<Task, TemplateReportRow<ValidBody<Task["body"], TemplateReportRequest>, ZeroFill>>, void, undefined>;
}

/** Creates this report's client, which uses the given connection. Sends nothing. */
export function templateReportClient(connection: Connection): TemplateReportClient {
  return flowClient(connection, templateReport);
}

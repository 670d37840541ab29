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
import type { CheckedConversionProductReport } from "./check.js";
import { conversionProductReport } from "./flow.js";
import type { ConversionProductReportRow, ConversionProductReportColumnValues } from "./row.js";
import type { ConversionProductReportRequest } from "./schema.js";

/** Conversions by brand, category and product. Generated in the background and downloaded when ready; not open to all accounts. */
export interface ConversionProductReportClient extends ReportMethods {
  run<const Request extends ConversionProductReportRequest>(
    adAccountId: string,
    body: CheckedConversionProductReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<ConversionProductReportRow<Request>, ConversionProductReportRow<Request, false>>>;
  create<const Request extends ConversionProductReportRequest>(
    adAccountId: string,
    body: CheckedConversionProductReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  resume<Row = Readonly<Partial<ConversionProductReportColumnValues>>, SparseRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<ConversionProductReportRequest>,
  ): Promise<FinishedReport<Row, SparseRow>>;
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = true>(
    requests: CheckedTasks<
      Task,
      ReportTask<ConversionProductReportRequest>,
      Task extends { readonly body: infer Body } ? (
        Body extends unknown ? { readonly body: CheckedConversionProductReport<Body> } : never
      ) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<
    ReportItem<Task, ConversionProductReportRow<ValidBody<Task["body"], ConversionProductReportRequest>, ZeroFill>>,
    void,
    undefined
  >;
}

/** Creates this report's client, which uses the given connection. Sends nothing. */
export function conversionProductReportClient(connection: Connection): ConversionProductReportClient {
  return flowClient(connection, conversionProductReport);
}

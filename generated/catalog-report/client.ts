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
import type { CheckedCatalogReport } from "./check.js";
import { catalogReport } from "./flow.js";
import type { CatalogReportRow } from "./row.js";
import type { CatalogReportRequest } from "./schema.js";

/** Results for a catalog's items. Generated in the background; a second request within a day returns the same file. */
export interface CatalogReportClient extends ReportMethods {
  run<const Request extends CatalogReportRequest>(
    adAccountId: string,
    body: CheckedCatalogReport<Request>,
    options?: RunOptions,
  ): Promise<FinishedReport<CatalogReportRow<Request>, CatalogReportRow<Request, false>>>;
  create<const Request extends CatalogReportRequest>(
    adAccountId: string,
    body: CheckedCatalogReport<Request>,
    options?: CreateOptions,
  ): ResponsePromise<ReportHandle>;
  resume<Row = CatalogReportRow, SparseRow = unknown>(
    handle: ReportHandle,
    options?: ResumeOptions<CatalogReportRequest>,
  ): Promise<FinishedReport<Row, SparseRow>>;
  runAll<const Task extends { readonly body: unknown }, ZeroFill extends boolean | readonly string[] = true>(
    requests: CheckedTasks<
      Task,
      ReportTask<CatalogReportRequest>,
      Task extends { readonly body: infer Body } ? (Body extends unknown ? { readonly body: CheckedCatalogReport<Body> } : never) : never
    >,
    options?: RunAllOptions<NoInfer<Task>, ZeroFill>,
  ): AsyncGenerator<ReportItem<Task, CatalogReportRow<ValidBody<Task["body"], CatalogReportRequest>, ZeroFill>>, void, undefined>;
}

/** Creates this report's client, which uses the given connection. Sends nothing. */
export function catalogReportClient(connection: Connection): CatalogReportClient {
  return flowClient(connection, catalogReport);
}

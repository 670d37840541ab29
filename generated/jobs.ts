// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Runs reports as jobs in a queue (BullMQ on Redis), with any number of workers on any number of machines. Each report is created once, and
 * delivered at least once. Needs the bullmq and ioredis packages.
 * @packageDocumentation
 */

import {
  flowsOf,
  type Jobs,
  type JobsOptions,
  type JobWorker,
  jobsOf,
  type ReportJob,
  type SyncBody,
  type SyncJob,
  type WorkerOptions,
  workerOf,
} from "../runtime/jobs/index.js";
import { report } from "./report/flow.js";
import type { ReportRequest } from "./report/schema.js";
import { templateReport } from "./template-report/flow.js";
import type { TemplateReportRequest } from "./template-report/schema.js";
import { mmmReport } from "./mmm-report/flow.js";
import type { MmmReportRequest } from "./mmm-report/schema.js";
import { conversionProductReport } from "./conversion-product-report/flow.js";
import type { ConversionProductReportRequest } from "./conversion-product-report/schema.js";
import { catalogReport } from "./catalog-report/flow.js";
import type { CatalogReportRequest } from "./catalog-report/schema.js";

const FLOWS = flowsOf([
  report,
  templateReport,
  mmmReport,
  conversionProductReport,
  catalogReport,
]);

/** A report job for a worker: the report's flow, ad account and body. The default flow is `report`. */
export type AnyReportJob =
  | (ReportJob<ReportRequest> & { readonly flow?: "report" })
  | (ReportJob<TemplateReportRequest> & { readonly flow: "template-report" })
  | (ReportJob<MmmReportRequest> & { readonly flow: "mmm-report" })
  | (ReportJob<ConversionProductReportRequest> & { readonly flow: "conversion-product-report" })
  | (ReportJob<CatalogReportRequest> & { readonly flow: "catalog-report" });

/** Tables to keep up to date: the options for `client.report.sync` that are plain JSON. The worker provides the target. */
export type AnySyncJob = SyncJob<SyncBody<ReportRequest>>;

/**
 * Returns an object that adds jobs to a queue. Connects when the first job is added.
 * @throws `TypeError`, `RangeError`: an option is invalid.
 * @example
 * ```ts
 * const jobs = createJobs({ connection: "redis://127.0.0.1:6379" });
 * await jobs.addReports([{ adAccountId: account, body }]);
 * ```
 */
export function createJobs(options: JobsOptions): Jobs<AnyReportJob, AnySyncJob> {
  return jobsOf(FLOWS, options);
}

/**
 * Starts a worker that takes report jobs from a queue until you call `close`. It creates each report, waits for it, and passes it to
 * `onReport`. You can start any number of workers. If one is killed, another continues its report; no report is created twice.
 * @throws `TypeError`, `RangeError`, `InvalidArgumentError`: an option is invalid.
 * @example
 * ```ts
 * const connection = "redis://127.0.0.1:6379";
 * const worker = startWorker({
 *   connection,
 *   client: createClient({ shared: redisState({ connection }) }),
 *   onReport: (report) => report.download("report.json").then(() => {}),
 * });
 * ```
 */
export function startWorker(options: WorkerOptions): JobWorker {
  return workerOf(FLOWS, options);
}

export type {
  AcquireOptions,
  AddedJob,
  AddOptions,
  EntityTable,
  JobInfo,
  Jobs,
  JobsOptions,
  JobWorker,
  Lease,
  QueueOptions,
  ReportJob,
  ReportJobTask,
  SharedState,
  SyncBody,
  SyncJob,
  SyncOptions,
  SyncTarget,
  WorkerEvent,
  WorkerOptions,
} from "../runtime/jobs/index.js";

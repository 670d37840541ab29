// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Reports as jobs of a queue, which any number of workers on any number of machines make: BullMQ on Redis. Each is delivered at least once,
 * and made once. Needs the packages bullmq and ioredis.
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
import type { ReportRequest } from "./report/types.js";
import { templateReport } from "./template-report/flow.js";
import type { TemplateReportRequest } from "./template-report/types.js";
import { mmmReport } from "./mmm-report/flow.js";
import type { MmmReportRequest } from "./mmm-report/types.js";
import { conversionProductReport } from "./conversion-product-report/flow.js";
import type { ConversionProductReportRequest } from "./conversion-product-report/types.js";
import { catalogReport } from "./catalog-report/flow.js";
import type { CatalogReportRequest } from "./catalog-report/types.js";

const FLOWS = flowsOf([
  report,
  templateReport,
  mmmReport,
  conversionProductReport,
  catalogReport,
]);

/** A report to be made by a worker: its flow (default: `report`), its account and its body. */
export type AnyReportJob =
  | (ReportJob<ReportRequest> & { readonly flow?: "report" })
  | (ReportJob<TemplateReportRequest> & { readonly flow: "template-report" })
  | (ReportJob<MmmReportRequest> & { readonly flow: "mmm-report" })
  | (ReportJob<ConversionProductReportRequest> & { readonly flow: "conversion-product-report" })
  | (ReportJob<CatalogReportRequest> & { readonly flow: "catalog-report" });

/** Tables to keep up to date: the options of `client.report.sync` that are plain JSON. The target is the worker's. */
export type AnySyncJob = SyncJob<SyncBody<ReportRequest>>;

/**
 * Adds jobs to a queue; connects when the first one is added.
 * @throws `TypeError`, `RangeError`: an option is invalid.
 */
export function createJobs(options: JobsOptions): Jobs<AnyReportJob, AnySyncJob> {
  return jobsOf(FLOWS, options);
}

/**
 * Takes jobs from a queue, until `close`: creates each report, waits for it, and passes it to `onReport`. Start any number of workers. One
 * that is killed is replaced: another one goes on with the report that it has created, and creates none twice.
 * @throws `TypeError`, `RangeError`, `InvalidArgumentError`: an option is invalid.
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

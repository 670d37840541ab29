/** The exports of a generated `jobs` entry. */
export type { AcquireOptions, Lease, SharedState } from "../shared-state/state.js";
export type { EntityTable, SyncBody, SyncOptions, SyncTarget } from "../sync/types.js";
export type { QueueOptions } from "./bullmq.js";
export { flowsOf } from "./job-data.js";
export { jobsOf } from "./producer.js";
export type {
  AddedJob,
  AddOptions,
  JobInfo,
  Jobs,
  JobsOptions,
  JobWorker,
  ReportJob,
  ReportJobTask,
  SyncJob,
  WorkerEvent,
  WorkerOptions,
} from "./types.js";
export { workerOf } from "./worker.js";

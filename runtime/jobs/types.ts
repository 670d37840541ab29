import type { Connected } from "../client/connection.js";
import type { SyncOptions, SyncResult, SyncTarget } from "../sync/types.js";
import type { FinishedReport } from "../types.js";
import type { QueueOptions } from "./bullmq.js";

/** A report to add to a queue. It can come from any flow. */
export interface ReportJob<Body = unknown> {
  /** Name of the flow, such as `mmm-report`. Default: `report`. */
  readonly flow?: string;
  readonly adAccountId: string;
  readonly body: Body;
  /**
   * Your own label, to distinguish requests that are otherwise the same. It is part of the job's
   * identity, and is passed to `onReport`.
   */
  readonly tag?: string;
}

/**
 * Tables to keep up to date: the options of `sync` that are plain JSON. The worker provides the
 * target.
 */
export type SyncJob<Body> = Pick<
  SyncOptions<Body>,
  "tables" | "accounts" | "entities" | "lookbackDays" | "since" | "full" | "only"
>;

/** Options for `createJobs`. */
export interface JobsOptions extends QueueOptions {
  /**
   * Maximum number of attempts per job. Waits between attempts start at 1 second and double.
   * Default: 10.
   */
  readonly attempts?: number | undefined;
  /**
   * How long a finished job stays in the queue, in milliseconds. During that time, it is not added
   * again. Default: 7 days.
   */
  readonly keepMs?: number | undefined;
}

/** Options for adding jobs. */
export interface AddOptions {
  /**
   * Name of the run: up to 100 letters, digits, `-`, `_` and `.`. The same report in another run is
   * a different job. Without a name, a finished report is not created again while its record is
   * kept. Default for a sync: the current day in UTC, in `YYYY-MM-DD` format.
   */
  readonly run?: string | undefined;
}

/** Result of adding a job. */
export interface AddedJob {
  readonly id: string;
  /** Whether the job is new in the queue. */
  readonly added: boolean;
  /**
   * State of the job after the call. `waiting` includes a job that will be retried. `restarted`
   * means that the job, or a task of the sync, had failed and is now running again. `failed` means
   * that the job had failed and could not be restarted, because another process was using it.
   */
  readonly state: "waiting" | "running" | "done" | "failed" | "restarted";
}

/** Adds jobs to a queue. */
export interface Jobs<Job, Sync> {
  /**
   * Adds a job for each report. A report that is already in the queue is not added again; if it has
   * failed, it is run again. All bodies are validated before the first job is added. Resolves to
   * the result for each report, in order.
   */
  addReports(
    reports: Iterable<Job> | AsyncIterable<Job>,
    options?: AddOptions,
  ): Promise<readonly AddedJob[]>;
  /**
   * Adds a job that plans a sync and then adds a job for each part. A part is an account's entity
   * list, or a range of an account's days in a table. The workers need a target that several
   * processes can open at once: PostgreSQL. Bodies are validated first. A sync that is already in
   * the queue is not added again; if it has failed, it is planned and run again.
   */
  addSync(sync: Sync, options?: AddOptions): Promise<AddedJob>;
  /** Releases the connection. */
  close(): Promise<void>;
}

/** The job of a finished report, and the worker's lease on the report. */
export interface ReportJobTask
  extends Required<Pick<ReportJob, "flow" | "adAccountId" | "body">>,
    Pick<ReportJob, "tag"> {
  /** Id of the job. */
  readonly id: string;
  readonly run?: string;
  /**
   * A number that increases with every delivery of this report. Pass it to your store, so that the
   * store can refuse writes by a worker that lost the report.
   */
  readonly fence: number;
  /** Aborts when another worker may hold the report. The report's methods then stop, too. */
  readonly signal: AbortSignal;
  /** Resolves if this worker still holds the report. Rejects with a `LeaseLostError` if not. */
  confirm(): Promise<void>;
}

/** Options for `startWorker`. */
export interface WorkerOptions extends QueueOptions {
  /** The client whose token requests the reports: `createClient({ shared })`. */
  readonly client: Connected;
  /**
   * Receives a finished report. The function must be idempotent: it is called again, perhaps in
   * another worker, if it throws or if the worker dies before it returns.
   */
  readonly onReport?:
    | ((
        report: FinishedReport<Readonly<Record<string, unknown>>>,
        task: ReportJobTask,
      ) => Promise<unknown>)
    | undefined;
  /**
   * Where syncs store their tables: `postgres(…)` from `pinterest-reports/sync/postgres`. All
   * workers need the same target.
   */
  readonly target?: SyncTarget | undefined;
  /**
   * Maximum number of jobs at once: 1 to 10,000. A job counts from its create request to the end of
   * `onReport`. Default: 20.
   */
  readonly concurrency?: number | undefined;
  /** Maximum wait for each report, in milliseconds. Default: the client's `deadlineMs`. */
  readonly deadlineMs?: number | undefined;
  /**
   * Whether to create a report again if it may already exist. This can create a second report.
   * Default: false.
   */
  readonly recreateUnknown?: boolean | undefined;
  /** How long the record of a report or sync is kept, in milliseconds. Default: 7 days. */
  readonly keepMs?: number | undefined;
  /**
   * Time after which another worker takes over from an unresponsive one. In milliseconds, at least
   * 1,000; a takeover can take up to 50% longer. Default: 20,000.
   */
  readonly leaseMs?: number | undefined;
  /**
   * Number of worker crashes after which a job fails, at least 2. For its last attempt, the job
   * runs alone in a worker. Default: 3.
   */
  readonly maxCrashes?: number | undefined;
  /** More options for BullMQ's worker, such as `stalledInterval` or `limiter`. */
  readonly bullmq?: Readonly<Record<string, unknown>> | undefined;
  /** Receives the worker's events. Exceptions thrown by the callback are ignored. */
  readonly onEvent?: ((event: WorkerEvent) => unknown) | undefined;
}

/** An event in a worker, with a message for a log. */
export type WorkerEvent = { readonly message: string } & (
  | {
      /** `repeated`: the job was already done, so this delivery did nothing. */
      readonly type: "done";
      readonly job: JobInfo;
      readonly repeated: boolean;
      /**
       * Number of rows in the target. Null for a report that was passed to `onReport`, and for a
       * task that was already loaded.
       */
      readonly rows: number | null;
      /** Whether rows were removed because two reports for the job's days were empty. */
      readonly isEmptied: boolean;
    }
  /**
   * All tasks of a sync have ended. `result` contains what was loaded, and each failure. Emitted
   * once, by one of the workers; emitted again only if that worker is killed before it records the
   * end of the sync.
   */
  | { readonly type: "finished"; readonly job: JobInfo; readonly result: SyncResult }
  /** An attempt failed. `willRetry`: whether BullMQ will retry the job. */
  | {
      readonly type: "failed";
      readonly job: JobInfo;
      readonly error: Error;
      readonly willRetry: boolean;
    }
  /**
   * The job is back in the queue, for example because another worker has the report, or because
   * Redis cannot be reached. This does not count as an attempt.
   */
  | { readonly type: "returned"; readonly job: JobInfo }
  /**
   * Pinterest rejects the credentials: no worker that uses them takes jobs, and all jobs stay in
   * the queue. Emitted once. A stopped worker asks Pinterest every 30 seconds whether it accepts
   * the credentials again.
   */
  | { readonly type: "stopped" }
  /** The worker had stopped, and takes jobs again. */
  | { readonly type: "resumed" }
  /**
   * Redis cannot be reached: no job starts, and running jobs send nothing to Pinterest. Emitted
   * only once until `redis-available`.
   */
  | { readonly type: "redis-unavailable" }
  | { readonly type: "redis-available" }
  /** Any other error from BullMQ. */
  | { readonly type: "error"; readonly error: Error }
);

/** Describes a job in an event. */
export interface JobInfo {
  readonly id: string;
  /**
   * `report` is a single report. The others belong to a sync: its plan (`sync`), a report
   * (`window`) or a list.
   */
  readonly type: "report" | "sync" | "window" | "list";
  /** The ad account; null for the plan of a sync. */
  readonly adAccountId: string | null;
  /** The flow of a report. */
  readonly flow?: string;
  readonly tag?: string;
  /** The table, if the job is part of a sync. */
  readonly table?: string;
  /** The report's days, if the job is a report for a sync. */
  readonly days?: { readonly from: string; readonly to: string };
  readonly run?: string;
}

/** A worker that takes jobs. */
export interface JobWorker {
  /**
   * Resolves once Redis can be reached and the worker has started to take jobs. Rejects if a
   * package is missing, and with an `InvalidArgumentError` if the server lacks the connection's
   * database.
   */
  readonly started: Promise<void>;
  /**
   * Stops taking jobs, and resolves when deliveries and loads in progress have ended. Reports that
   * wait for Pinterest go back into the queue; another worker resumes them using their handles.
   */
  close(): Promise<void>;
}

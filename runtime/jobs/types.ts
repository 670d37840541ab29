import type { Connected } from "../client/connection.js";
import type { SyncOptions, SyncResult, SyncTarget } from "../sync/types.js";
import type { FinishedReport } from "../types.js";
import type { QueueOptions } from "./bullmq.js";

/** A report of a queue, of the flow `report` or of another one. */
export interface ReportJob<Body = unknown> {
  /** Name of the flow, such as `mmm-report`. Default: `report`. */
  readonly flow?: string;
  readonly adAccountId: string;
  readonly body: Body;
  /**
   * Set by the caller to distinguish requests; part of the identity of the job. Passed to
   * `onReport`.
   */
  readonly tag?: string;
}

/**
 * Tables to keep up to date: the options of `sync` that are plain JSON. The target is the worker's.
 */
export type SyncJob<Body> = Pick<
  SyncOptions<Body>,
  "tables" | "accounts" | "entities" | "lookbackDays" | "since" | "full" | "only"
>;

/** Options of `createJobs`. */
export interface JobsOptions extends QueueOptions {
  /**
   * Maximum number of attempts of a job, with waits in between from 1 second on, each twice as long
   * as the last one. Default: 10.
   */
  readonly attempts?: number | undefined;
  /**
   * How long a job that is done stays in the queue, so that it is not added again, in milliseconds.
   * Default: 7 days.
   */
  readonly keepMs?: number | undefined;
}

/** Options of adding jobs. */
export interface AddOptions {
  /**
   * Name of the run, of at most 100 letters, digits, `-`, `_` and `.`: a job of another run is
   * another one. Without it, a report that has been made is not made again while its record is
   * kept. Default of a sync: the day, as `YYYY-MM-DD` in UTC.
   */
  readonly run?: string | undefined;
}

/** What became of a job that was to be added. */
export interface AddedJob {
  readonly id: string;
  /** Whether the queue did not have it. */
  readonly added: boolean;
  /**
   * `waiting` also for one that is tried again later; `restarted` if it had failed, or is a sync of
   * which tasks had, and is run again; `failed` if another process has it just now.
   */
  readonly state: "waiting" | "running" | "done" | "failed" | "restarted";
}

/** Adds jobs to a queue. */
export interface Jobs<Job, Sync> {
  /**
   * Adds a job for each report. A report that the queue has is not added again, unless it has
   * failed: then it is run again. Bodies are validated first: those of a list all before the first
   * job is added. Resolves to what became of each, in their order.
   */
  addReports(
    reports: Iterable<Job> | AsyncIterable<Job>,
    options?: AddOptions,
  ): Promise<readonly AddedJob[]>;
  /**
   * Adds a job that plans a sync and adds a job for each of its parts: the days of a table that are
   * read, and lists. The workers need a target that several processes can have open, which is
   * PostgreSQL. Bodies are validated first. A sync that the queue has is not added again, unless it
   * has failed: then it is planned and run again.
   */
  addSync(sync: Sync, options?: AddOptions): Promise<AddedJob>;
  /** Releases the connection. */
  close(): Promise<void>;
}

/** A report that a worker has made, and by whom it is held. */
export interface ReportJobTask
  extends Required<Pick<ReportJob, "flow" | "adAccountId" | "body">>,
    Pick<ReportJob, "tag"> {
  /** Id of the job. */
  readonly id: string;
  readonly run?: string;
  /**
   * Greater than that of every earlier delivery of this report: a store that is given it can refuse
   * the writes of a worker that lost it.
   */
  readonly fence: number;
  /** Aborts when another worker may have the report. The report's own functions end by it, too. */
  readonly signal: AbortSignal;
  /** Resolves if this worker still has the report. Rejects with a `LeaseLostError` if not. */
  confirm(): Promise<void>;
}

/** Options of `startWorker`. */
export interface WorkerOptions extends QueueOptions {
  /** The client whose token requests the reports: `createClient({ shared })`. */
  readonly client: Connected;
  /**
   * Takes a finished report. It is called again, perhaps by another worker, if this one dies before
   * it has returned, or if it throws: what it does must bear repetition, as writing a file does.
   */
  readonly onReport?:
    | ((
        report: FinishedReport<Readonly<Record<string, unknown>>>,
        task: ReportJobTask,
      ) => Promise<unknown>)
    | undefined;
  /**
   * Into which the tables of syncs are loaded: `postgres(…)` of `pinterest-reports/sync/postgres`.
   * The same for all workers.
   */
  readonly target?: SyncTarget | undefined;
  /**
   * Maximum number of jobs at once, from the create to the end of `onReport`: 1 to 10,000. Default:
   * 20.
   */
  readonly concurrency?: number | undefined;
  /** Maximum wait for each report, in milliseconds. Default: the client's. */
  readonly deadlineMs?: number | undefined;
  /**
   * Creates the reports of which it is not known whether they exist, at the risk of a second one.
   * Default: false.
   */
  readonly recreateUnknown?: boolean | undefined;
  /** How long the record of a report is kept, in milliseconds. Default: 7 days. */
  readonly keepMs?: number | undefined;
  /**
   * Time after which another worker takes over from one that shows no sign of life, in
   * milliseconds, from 1,000; it may take half as long again. Default: 20,000.
   */
  readonly leaseMs?: number | undefined;
  /**
   * Number of workers that may die with a job, from 2: after all but one of them the job runs alone,
   * and if its worker dies once more, it fails. Default: 3.
   */
  readonly maxCrashes?: number | undefined;
  /** Further options of BullMQ's worker, such as `stalledInterval` or `limiter`. */
  readonly bullmq?: Readonly<Record<string, unknown>> | undefined;
  /** Receives what happens. An exception that it throws is ignored. */
  readonly onEvent?: ((event: WorkerEvent) => unknown) | undefined;
}

/** What happens in a worker. Each event has a sentence for a log. */
export type WorkerEvent = { readonly message: string } & (
  | {
      /** `repeated`: the report was done before, and nothing was done. */
      readonly type: "done";
      readonly job: JobInfo;
      readonly repeated: boolean;
      /**
       * Number of rows that are in the target; null for a report that was passed to `onReport`, and
       * for a task that was loaded before.
       */
      readonly rows: number | null;
      /** Whether rows were removed, since two reports of the job's days had none. */
      readonly isEmptied: boolean;
    }
  /**
   * All tasks of a sync have ended: `result` has what was loaded, and each failure. Emitted once, by
   * one of the workers; once more only if that one is killed before this is recorded.
   */
  | { readonly type: "finished"; readonly job: JobInfo; readonly result: SyncResult }
  /** `willRetry`: BullMQ tries again. */
  | {
      readonly type: "failed";
      readonly job: JobInfo;
      readonly error: Error;
      readonly willRetry: boolean;
    }
  /**
   * Another worker has the report, or Redis cannot be reached: the job is back in the queue, and no
   * attempt is counted.
   */
  | { readonly type: "returned"; readonly job: JobInfo }
  /**
   * Pinterest rejects the credentials: no worker with them takes jobs, and all jobs stay in the
   * queue. Emitted once. Such a worker asks Pinterest every 30 seconds whether it accepts them
   * again.
   */
  | { readonly type: "stopped" }
  /** The worker had stopped, and takes jobs again. */
  | { readonly type: "resumed" }
  /**
   * Redis cannot be reached: no job begins, and those that run send nothing to Pinterest. Emitted
   * once, until `redis-available`.
   */
  | { readonly type: "redis-unavailable" }
  | { readonly type: "redis-available" }
  /** Another error of BullMQ. */
  | { readonly type: "error"; readonly error: Error }
);

/** A job in events. */
export interface JobInfo {
  readonly id: string;
  /** A report, the plan of a sync, a report of a sync, or a list of a sync. */
  readonly type: "report" | "sync" | "window" | "list";
  /** Null for the plan of a sync. */
  readonly adAccountId: string | null;
  /** Of a report. */
  readonly flow?: string;
  readonly tag?: string;
  /** Of a part of a sync. */
  readonly table?: string;
  /** Days of a report of a sync. */
  readonly days?: { readonly from: string; readonly to: string };
  readonly run?: string;
}

/** A worker that takes jobs. */
export interface JobWorker {
  /**
   * Resolves when jobs are taken, as soon as Redis can be reached. Rejects if a package is missing,
   * and with an `InvalidArgumentError` if the server lacks the database of the connection.
   */
  readonly started: Promise<void>;
  /**
   * Takes no further job; resolves when the reports that are being handed over or loaded are. What
   * waits for Pinterest goes back into the queue, from which another worker goes on with the
   * handle.
   */
  close(): Promise<void>;
}

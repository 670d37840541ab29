import type { Connected, Connection } from "../client/connection.js";
import { ReportMaker } from "../client/make-report.js";
import { LeaseLostError } from "../errors.js";
import type { ClientConfig } from "../http/config.js";
import { type StepRunner, targetEngine } from "../sync/engine.js";
import { finishSync, planSync } from "../sync/step.js";
import { SyncError } from "../sync/sync-error.js";
import type { PlannedSync, TaskResult } from "../sync/tasks.js";
import type { SyncResult, SyncTarget } from "../sync/types.js";
import { Claim, type ClaimOptions } from "./claim.js";
import {
  type Flows,
  flowOf,
  type JobData,
  type PreparedJob,
  type ReportJobData,
  readJobData,
  type SyncJobData,
  taskJobs,
} from "./job-data.js";
import { NeedsOtherWorker, PlanLost, WorkerClosed } from "./outcome.js";
import type { ReportJobTask, WorkerOptions } from "./types.js";

/** Options for a `JobRunner`. */
export interface RunnerOptions
  extends Pick<WorkerOptions, "onReport" | "deadlineMs" | "recreateUnknown"> {
  readonly flows: Flows;
  readonly client: Connected;
  readonly config: ClientConfig;
  readonly target: SyncTarget | undefined;
  readonly claims: ClaimOptions;
  /** Prefix of the claims' keys. */
  readonly prefix: string;
}

/** The job of a sync. It is the parent of the jobs for the sync's tasks. */
export interface ParentJob {
  /** Whether this is the job's last attempt. */
  readonly isLast: boolean;
  /** The results and failures of the job's children in the queue. */
  children(): Promise<Children>;
  add(jobs: readonly PreparedJob[]): Promise<unknown>;
  /** Resolves to false if all children have ended. */
  wait(): Promise<boolean>;
}

/** The children of a job, keyed by id. */
export interface Children {
  readonly done: ReadonlyMap<string, unknown>;
  /** The failed children, with their error messages. */
  readonly failed: ReadonlyMap<string, string>;
  readonly unfinished: ReadonlySet<string>;
}

/** A job from the queue. */
export interface QueuedJob {
  readonly id: string;
  readonly data: unknown;
  readonly parent: ParentJob;
  /** Called when all tasks of a sync have ended, before the sync's job is recorded as done. */
  onFinished(result: SyncResult): void;
}

/** The result of a job. */
export interface JobResult {
  /** Whether the job was already done, so that this run did nothing. */
  readonly repeated: boolean;
  /** Number of rows in the target; null for jobs that load no rows. */
  readonly rows: number | null;
  /** Whether rows were removed because two reports in a row were empty. */
  readonly isEmptied: boolean;
  /** The result that the queue stores. */
  readonly returned?: object;
  /** Whether the job is waiting for its children. */
  readonly isWaiting?: boolean;
  /**
   * Whether the job must not be recorded as done. Set in two cases:
   * - Tasks of the sync failed, so adding the job again must run it again.
   * - A later plan has already loaded the task's days. Another delivery would detect this anyway.
   */
  readonly isIncomplete?: boolean;
}

/**
 * How long the record of a finished task is kept, in milliseconds. BullMQ may deliver the task
 * again in that time. Afterwards, the result is part of the sync's job.
 */
const DONE_MS = 300_000;
/** How long the plan of a sync is kept while the sync waits for its tasks, in milliseconds. */
const WAITING_MS = 90 * 86_400_000;
const DONE: JobResult = { repeated: false, rows: null, isEmptied: false };

/** Runs jobs, each under a claim. A job that any worker has finished is not run again. */
export class JobRunner {
  readonly #options: RunnerOptions;
  readonly #maker: ReportMaker;
  readonly #tasks: StepRunner | undefined;

  /** Throws an `InvalidArgumentError` for a target that only one process can open at a time. */
  constructor(options: RunnerOptions) {
    const { config, client, target, deadlineMs, recreateUnknown = false } = options;
    this.#options = options;
    this.#maker = new ReportMaker({ config, deadlineMs, recreateUnknown });
    const maker = this.#maker;
    this.#tasks = target && targetEngine(target).runner(client as Connection, { maker });
  }

  /**
   * Runs a job. Rejects with any error from the job's steps, or with a `HeldElsewhere`, a
   * `StateUnreachable` or a `LeaseLostError`.
   */
  async run(job: QueuedJob): Promise<JobResult> {
    const { claims, prefix } = this.#options;
    const data = readJobData(job.data);
    const claim = await Claim.acquire(`${prefix}${job.id}`, claims);
    let kept: { readonly keepMs: number } | undefined;
    try {
      const { known } = claim;
      if (known.state === "done") {
        if (data.type !== "task") return { ...DONE, repeated: true };
        const [{ key }, { rows }] = [data.task, known];
        const returned: TaskResult = { key, state: "loaded", rows, isEmptied: false };
        return { ...DONE, repeated: true, rows, returned };
      }
      const result = await this.#work(claim, data, job);
      if (result.isWaiting) {
        kept = { keepMs: WAITING_MS };
        return result;
      }
      if (data.type === "task") kept = { keepMs: DONE_MS };
      if (!result.isIncomplete)
        await claim.record({ what: "done", ...(result.rows !== null && { rows: result.rows }) });
      return result;
    } catch (error) {
      // The lost lease takes precedence over any error that it caused.
      if (claim.signal.aborted && claim.signal.reason instanceof LeaseLostError)
        throw claim.signal.reason;
      throw error;
    } finally {
      await claim.release(kept);
    }
  }

  /** Ends jobs that wait for Pinterest. Deliveries and loads in progress run to completion. */
  closeReports(): void {
    this.#maker.close(new WorkerClosed());
  }

  /** Closes the target. Called when no jobs are running. */
  async close(): Promise<void> {
    await this.#tasks?.close();
  }

  /**
   * Runs a job of any type under its claim. Rejects with a `NeedsOtherWorker` if this worker lacks
   * what the job needs.
   */
  async #work(claim: Claim, data: JobData, job: QueuedJob): Promise<JobResult> {
    if (data.type === "report") return this.#report(claim, job.id, data);
    const tasks = this.#tasks;
    if (tasks === undefined)
      throw new NeedsOtherWorker(
        "this worker has no target for tables: pass target to startWorker",
      );
    if (data.type === "sync") return this.#sync(claim, data, job);
    const { signal } = claim;
    const confirm = (): Promise<void> => claim.confirm();
    const result = await tasks.run(data.task, { steps: claim, confirm, signal });
    if (result.state !== "loaded") return { ...DONE, isIncomplete: true, returned: result };
    const { rows, isEmptied } = result;
    return { repeated: false, rows, isEmptied, returned: result };
  }

  /**
   * Creates a report, or continues with the claim's recorded one. Passes the finished report to
   * `onReport`.
   */
  async #report(
    claim: Claim,
    id: string,
    { flow: name, adAccountId, body, tag, run }: ReportJobData & JobData,
  ): Promise<JobResult> {
    const { flows, onReport } = this.#options;
    if (onReport === undefined)
      throw new NeedsOtherWorker(
        "this worker has no onReport to receive reports: pass onReport to startWorker",
      );
    if (!Object.hasOwn(flows, name))
      throw new NeedsOtherWorker(`this worker does not know the report ${name}`);
    const flow = flowOf(flows, name);
    const report = await this.#maker.make(claim, { flow, adAccountId, body });
    const task: ReportJobTask = {
      ...{ id, flow: name, adAccountId, body },
      ...(tag !== undefined && { tag }),
      ...(run !== undefined && { run }),
      ...{ fence: claim.fence, signal: claim.signal, confirm: () => claim.confirm() },
    };
    // If this process was suspended, another worker may have taken over the report.
    await claim.confirm();
    await onReport(report, task);
    return DONE;
  }

  /** Plans a sync and adds its tasks. After they have ended, finishes the sync. */
  async #sync(
    claim: Claim,
    data: SyncJobData & JobData,
    { parent, onFinished }: QueuedJob,
  ): Promise<JobResult> {
    const { done, failed, unfinished } = await parent.children();
    const { mark } = data;
    const known = claim.planFor(mark);
    if (known?.returned !== undefined)
      return { ...DONE, repeated: true, isIncomplete: true, returned: known.returned };
    if (known === undefined && done.size + failed.size + unfinished.size > 0) {
      await claim.confirm();
      throw new PlanLost();
    }
    const planned = known?.planned ?? (await this.#plan(claim, data, parent));
    // A killed worker may already have added some tasks.
    const isAdded = (key: string): boolean =>
      done.has(key) || failed.has(key) || unfinished.has(key);
    const missing = planned.tasks.filter(({ key }) => !isAdded(key));
    if (missing.length > 0) {
      await claim.confirm();
      await parent.add(taskJobs(missing, data));
    }
    if (await parent.wait()) return { ...DONE, isWaiting: true };
    const ended = missing.length === 0 ? { done, failed } : await parent.children();
    const results = [
      ...[...ended.failed].map(([key, message]) => ({ key, state: "failed", error: { message } })),
      ...ended.done.values(),
    ] as readonly TaskResult[];
    const result = await finishSync(planned, results).catch((error: unknown) => {
      if (error instanceof SyncError) return error.result;
      throw error;
    });
    const { loaded, rows, failed: failures } = result;
    const returned = { loaded, rows, failed: failures.length };
    const isIncomplete = failures.length > 0;
    // If this process was suspended, another worker may have finished the sync.
    await claim.confirm();
    onFinished(result);
    if (isIncomplete) await claim.recordPlan({ mark, planned, returned });
    return { ...DONE, isIncomplete, returned };
  }

  /**
   * Plans a sync and records the plan. All attempts and workers then have the same tasks. Rejects
   * with a `LeaseLostError` if another worker may have planned the sync meanwhile.
   */
  async #plan(
    claim: Claim,
    { sync, mark }: SyncJobData & JobData,
    { isLast }: ParentJob,
  ): Promise<PlannedSync> {
    const { client, target } = this.#options;
    const { fence, signal } = claim;
    const options = { ...sync, target: target as SyncTarget };
    const planned = await planSync({ ...options, client, fence, signal });
    // The next attempt may be able to list the accounts. The last attempt continues without a list.
    for (const { error } of isLast ? [] : planned.failed) throw new Error(error.message);
    await claim.recordPlan({ mark, planned });
    return planned;
  }
}

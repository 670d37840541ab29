import type { Known } from "../batch/journal.js";
import type { Connection } from "../client/connection.js";
import type { RecordedSteps, ReportMaker } from "../client/make-report.js";
import { checkAccount, checkHandle } from "../client/report-handle.js";
import type { Flow } from "../contract.js";
import {
  InvalidArgumentError,
  LeaseLostError,
  PollTimeoutError,
  ReportFailedError,
} from "../errors.js";
import type { FinishedReport } from "../types.js";
import type { Row } from "../writers/row.js";
import type { RunnerOptions, StepOptions, StepRunner } from "./engine.js";
import type { SyncFacts } from "./facts.js";
import { TargetLoader } from "./loader.js";
import type { Target } from "./target.js";
import { targetCall } from "./target-failures.js";
import type { SyncTask, TaskLoader, TaskResult, WindowTask } from "./tasks.js";

/** Runs tasks for one target. Running a task twice has the same effect as running it once. */
export class TaskRunner implements StepRunner {
  readonly #facts: SyncFacts;
  readonly #loader: TaskLoader;
  readonly #maker: ReportMaker;

  /** Throws the same errors as `TargetLoader`. */
  constructor(
    facts: SyncFacts,
    target: Target,
    {
      connection,
      options: { maker, ...options },
    }: { readonly connection: Connection; readonly options: RunnerOptions },
  ) {
    this.#facts = facts;
    this.#loader = new TargetLoader(facts, target, { connection, options });
    this.#maker = maker;
  }

  /**
   * Runs the task. Resolves to `superseded` if a later plan has loaded all of it, and rejects with
   * an `InvalidArgumentError` if a later plan has loaded only part of it. Rejects with a
   * `TargetUnavailableError` if the target cannot be used now. Also rejects with the signal's
   * reason, and with any error from requesting or reading the report or list, from `steps`, or from
   * `confirm`.
   */
  async run(given: SyncTask, options: StepOptions = {}): Promise<TaskResult> {
    const task = checkTask(given, this.#facts.flow.name);
    const { key, fence } = task;
    const { steps, confirm, signal } = options;
    signal?.throwIfAborted();
    const ends = { ...(signal && { signal }) };
    const before = await this.#before(task, ends);
    if (before !== null) return before;
    const load = { ...ends, fence, once: true, ...(confirm && { confirm }) };
    let isEmptied = false;
    try {
      if (task.type === "list") {
        const rows = await targetCall(() => this.#loader.loadList(task, load));
        return { key, state: "loaded", rows, isEmptied };
      }
      const report = await this.#report(task, options);
      const rows = await targetCall(() =>
        this.#loader.loadWindow(task, {
          ...load,
          rows: (read) => report.rows({ ...read, ...ends }),
          onEmptied: () => {
            isEmptied = true;
          },
        }),
      );
      return { key, state: "loaded", rows, isEmptied };
    } catch (error) {
      if (error instanceof PollTimeoutError && options.waitMs !== undefined && error.handle)
        return { key, state: "pending", task: { ...task, handle: error.handle } as WindowTask };
      if (!(error instanceof LeaseLostError) || steps?.signal?.aborted === true) throw error;
      // The task's own lease is still valid. So the target has rows from a later plan, or from
      // another process that runs the same task.
      await confirm?.();
      const after = await this.#before(task, ends);
      if (after !== null) return after;
      throw new InvalidArgumentError(
        "a later plan has loaded some days of the task, but not all: nothing was replaced; plan again to load the missing days",
        { cause: error },
      );
    }
  }

  /**
   * Returns the task's result if this plan or a later one has already loaded the task. Null if the
   * task must be run.
   */
  async #before(
    task: SyncTask,
    ends: { readonly signal?: AbortSignal },
  ): Promise<TaskResult | null> {
    const { key, fence } = task;
    const last = await targetCall(() => this.#loader.fenceOf(task, ends));
    if (last === fence) return { key, state: "loaded", rows: null, isEmptied: false };
    return last !== null && last > fence ? { key, state: "superseded" } : null;
  }

  close(): Promise<void> {
    return this.#loader.close();
  }

  /** Resolves to the task's report when its file can be read. */
  async #report(
    { adAccountId, body, handle }: WindowTask,
    { steps, waitMs }: StepOptions,
  ): Promise<FinishedReport<Row>> {
    const flow = this.#facts.flow as object as Flow<unknown>;
    const make = (recorded: RecordedSteps): Promise<FinishedReport<Row>> =>
      this.#maker.make(recorded, { flow, adAccountId, body }, waitMs);
    if (steps !== undefined) return make(steps);
    const unrecorded = (known: Known): RecordedSteps => ({ known, async record() {} });
    if (handle === undefined) return make(unrecorded({ state: "new" }));
    try {
      return await make(unrecorded({ state: "created", handle }));
    } catch (error) {
      if (!(error instanceof ReportFailedError)) throw error;
      // Creates a new report. Otherwise, every attempt would use the handle of the failed report.
      return make(unrecorded({ state: "new" }));
    }
  }
}

/**
 * Checks and copies a task, which may come from a file or a queue. Throws an `InvalidArgumentError`
 * if it is not a task of this version.
 */
function checkTask(task: SyncTask, flow: string): SyncTask {
  const { version, key, type, table, adAccountId, fence } = Object(task) as Partial<SyncTask>;
  const texts = typeof table === "string" && /^[0-9a-f]{64}$/.test(String(key));
  const isKnown = version === 1 && (type === "window" || type === "list");
  if (!isKnown || !texts || !Number.isSafeInteger(fence))
    throw new InvalidArgumentError(
      "the task must come from planSync in this version of the package; nothing was sent",
    );
  checkAccount(adAccountId);
  if (task.type === "list" || task.handle === undefined) return task;
  const handle = checkHandle(task.handle, flow);
  if (handle.adAccountId !== adAccountId)
    throw new InvalidArgumentError(
      "the report in the task belongs to another ad account; nothing was sent",
    );
  return { ...task, handle };
}

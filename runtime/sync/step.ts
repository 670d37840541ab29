import { type Journal, type JournalEntry, type Known, knownFrom } from "../batch/journal.js";
import { openJournal } from "../batch/journal-file.js";
import { type Connected, type Connection, configOf } from "../client/connection.js";
import { type RecordedSteps, ReportMaker } from "../client/make-report.js";
import { onAbort } from "../clock.js";
import { checkNames, ownOptions } from "../options.js";
import { targetEngine } from "./engine.js";
import { isAllowed, SyncError } from "./sync-error.js";
import type { PlannedSync, SyncTask, TaskError, TaskResult } from "./tasks.js";
import type { SyncFailure, SyncOptions, SyncResult, SyncTarget } from "./types.js";

/** Options for `planSync`: the client, and the options of `sync` that affect a plan. */
export interface PlanSyncOptions<Body>
  extends Omit<SyncOptions<Body>, "concurrency" | "deadlineMs" | "onRows"> {
  /** The client whose token requests the reports. */
  readonly client: Connected;
  /**
   * Number of the plan, a safe integer. Later plans need a higher number, even if they are made on
   * another machine. Default: the current time in microseconds.
   */
  readonly fence?: number | undefined;
}

/** Options for `runTask`. */
export interface RunTaskOptions {
  /** The client whose token requests the report. */
  readonly client: Connected;
  /** The target that the plan was made for. */
  readonly target: SyncTarget;
  /**
   * Ends the call, which rejects with the signal's reason. If a create request is in flight, the
   * call first waits for the response, so that `journal` records the report.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Maximum wait for the report after it was created, in milliseconds, 0 or more. After that, the
   * call resolves to `pending` with a task that contains the report's handle. Default: the client's
   * `deadlineMs`, after which the call rejects with a `PollTimeoutError`.
   */
  readonly waitMs?: number | undefined;
  /**
   * Where to record the report's steps: the path of a file, or a custom store. After a crash, the
   * next call continues with the same report. Only one call at a time can use a file. A custom
   * store is not closed. Default: nothing is recorded, and the next call creates another report
   * unless its task contains a handle.
   */
  readonly journal?: string | Journal | undefined;
  /**
   * Whether to create the report again if the journal does not show whether it exists. This can
   * create a second report. Default: false.
   */
  readonly recreateUnknown?: boolean | undefined;
}

const RUN_OPTIONS: Readonly<Record<keyof RunTaskOptions, true>> = {
  client: true,
  target: true,
  signal: true,
  waitMs: true,
  journal: true,
  recreateUnknown: true,
};

/**
 * Plans what `sync` would load, as plain JSON tasks that any process can run.
 *
 * May request the list of ad accounts from Pinterest; if that fails, the error is in `failed`.
 * Creates the report tables, except with `dryRun`, and requests no report. The target must be
 * PostgreSQL or another target that several processes can open at once. Rejects with the errors
 * that `sync` can throw before it requests a report. However, if the target cannot be opened now,
 * the error is a `TargetUnavailableError`. Rejects with a `TypeError` for `concurrency`,
 * `deadlineMs` and `onRows`, which only `sync` has.
 */
export async function planSync<Body>(given: PlanSyncOptions<Body>): Promise<PlannedSync> {
  const { client, fence, ...options } = ownOptions(given);
  // Options of `sync` that have no effect on a plan.
  for (const name of ["concurrency", "deadlineMs", "onRows"])
    if (Reflect.get(options, name) !== undefined)
      throw new TypeError(
        `${name} is not an option of planSync, which only plans: runTask runs the tasks`,
      );
  configOf(client);
  if (fence !== undefined && !Number.isSafeInteger(fence))
    throw new RangeError("fence must be a safe integer");
  const planned = await targetEngine(options.target).plan(
    client as Connection,
    options as SyncOptions<unknown>,
    fence,
  );
  const failed = planned.failed.map(({ error, ...failure }) => ({
    ...failure,
    error: taskError(error as Error),
  }));
  return { ...planned, failed };
}

/**
 * Runs one task of a plan: loads its report or list and replaces the rows. Resolves to `loaded`, to
 * `superseded` if a later plan has loaded the whole task, or, only with `waitMs`, to `pending`.
 *
 * You can call it again for the same task: if the task is already loaded or superseded, it changes
 * nothing and sends nothing to Pinterest. After `pending`, run the task in the result instead,
 * because the original task would create another report.
 *
 * Rejects with an `InvalidArgumentError` if a later plan has loaded only part of the task. Rejects
 * with any error from requesting the report or reading its rows, and with a
 * `TargetUnavailableError` if the target cannot be used now. After such an error, the target keeps
 * its existing rows, and you can run the task again.
 */
export async function runTask(task: SyncTask, given: RunTaskOptions): Promise<TaskResult> {
  const options = ownOptions(given);
  checkNames(options, Object.keys(RUN_OPTIONS));
  const { client, target, signal, waitMs, recreateUnknown = false } = options;
  const config = configOf(client);
  if (waitMs !== undefined && !(waitMs >= 0))
    throw new RangeError("waitMs must be a number of milliseconds, 0 or more");
  signal?.throwIfAborted();
  const maker = new ReportMaker({ config, deadlineMs: undefined, recreateUnknown });
  const runner = targetEngine(target).runner(client as Connection, { maker, sessions: 1 });
  const unregister = signal && onAbort(signal, () => maker.close(signal.reason));
  let journal: Journal | undefined;
  try {
    journal =
      typeof options.journal === "string" ? await openJournal(options.journal) : options.journal;
    const steps = journal && (await stepsOf(task, journal, () => config.clock.date()));
    const result = await runner.run(task, {
      ...(signal && { signal }),
      ...(waitMs !== undefined && { waitMs: Math.max(1, waitMs) }),
      ...(steps && { steps }),
    });
    if (result.state === "loaded" && result.rows !== null)
      await steps?.record({ what: "done", rows: result.rows });
    return result;
  } finally {
    unregister?.();
    maker.close(undefined);
    await runner.close();
    if (typeof options.journal === "string") await journal?.close?.();
  }
}

/** The task's state in the journal, and a function that records more steps. */
async function stepsOf(
  { key, ...task }: SyncTask,
  journal: Journal,
  date: () => number,
): Promise<RecordedSteps> {
  const recorded = knownFrom(await journal.read()).get(key);
  const handle = task.type === "window" ? task.handle : undefined;
  const isKnown = recorded?.state === "created" || recorded?.state === "done";
  const known: Known =
    handle !== undefined && !isKnown
      ? { state: "created", handle }
      : (recorded ?? { state: "new" });
  return {
    known,
    record: (step) => {
      const at = new Date(date()).toISOString();
      return journal.append({ version: 1, at, key, ...step } satisfies JournalEntry);
    },
  };
}

/**
 * Ends a run: returns what `sync` would return for these task results. Loads nothing. If a task has
 * several results, the first successful one is used; if none is successful, the last one. A task
 * counts as failed if it has no result, or if its result is `pending`. Failures of the plan itself
 * are included. Results of other tasks are ignored. `loaded` and `rows` exclude lists, and also
 * reports that a later plan has loaded. Like `sync`, rejects with a `SyncError` if more accounts
 * failed than the plan's `allowFailed` allows.
 */
export async function finishSync(
  planned: PlannedSync,
  results: Iterable<TaskResult>,
): Promise<SyncResult> {
  const { plan, tasks, failed: notListed, allowFailed } = planned;
  const byKey = new Map<string, TaskResult>();
  for (const result of results) {
    // A workflow engine may pass null as the result of a task.
    const { key = "" } = Object(result) as Partial<TaskResult>;
    if (!isDone(byKey.get(key))) byKey.set(key, result);
  }
  let [loaded, rows] = [0, 0];
  const failed: SyncFailure[] = notListed.map(({ error, ...failure }) => ({
    ...failure,
    error: errorFrom(error),
  }));
  for (const task of tasks) {
    const result = byKey.get(task.key);
    if (isDone(result)) {
      if (task.type === "list" || result.state !== "loaded") continue;
      loaded++;
      rows += result.rows ?? 0;
      continue;
    }
    const { table, adAccountId } = task;
    const days = task.type === "window" ? { from: task.from, to: task.to } : null;
    failed.push({ table, adAccountId, days, error: errorOf(result) });
  }
  const result = { plan, loaded, rows, failed };
  if (isAllowed(failed, { ...(allowFailed !== undefined && { allowFailed }) })) return result;
  throw new SyncError(result);
}

type Done = Extract<TaskResult, { readonly state: "loaded" | "superseded" }>;

/** Whether a task's rows are in the target, or a later plan has replaced them. */
function isDone(result: TaskResult | undefined): result is Done {
  return result?.state === "loaded" || result?.state === "superseded";
}

/** The error for a task that is not done. */
function errorOf(result: Exclude<TaskResult, Done> | undefined): Error {
  if (result === undefined)
    return errorFrom({
      message: "the task has no result: it did not run to completion",
      code: "no_result",
    });
  if (result.state === "failed") return errorFrom(result.error);
  return errorFrom({
    message: "the report was not ready, and the task in its pending result was not run",
    code: "poll_timeout",
  });
}

/** Converts an error to plain JSON, with the details that determine whether a retry may succeed. */
function taskError(error: Error): TaskError {
  const { name, message } = error;
  const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
  return {
    message,
    name,
    ...(typeof code === "string" && { code }),
    ...(typeof status === "number" && { status }),
  };
}

/** Converts a plain JSON error back to an `Error` with the same members. */
function errorFrom({ message, ...members }: TaskError): Error {
  return Object.defineProperties(
    new Error(message),
    Object.getOwnPropertyDescriptors({ ...members }),
  );
}

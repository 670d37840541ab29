import type { Connection } from "../client/connection.js";
import type { RecordedSteps, ReportMaker } from "../client/make-report.js";
import { engineOf } from "../client/sync-engine.js";
import type { PlannedSync, SyncTask, TaskLoader, TaskResult } from "./tasks.js";
import type { SyncOptions, SyncResult, SyncTarget } from "./types.js";

/** Options of a loader. */
export interface LoaderOptions {
  /**
   * Maximum number of sessions of the target that are open at once, each for one task at a time.
   * Default: 4.
   */
  readonly sessions?: number;
}

/** Options of a runner. */
export interface RunnerOptions extends LoaderOptions {
  /** Makes the reports of the tasks. */
  readonly maker: ReportMaker;
}

/** How a task is run. */
export interface StepOptions {
  /**
   * The recorded steps of the report. Default: starts with the task's handle, and records nothing.
   */
  readonly steps?: RecordedSteps;
  /**
   * Called after the last row, before the target replaces the rows. If it rejects, the former rows
   * stay, and the error is thrown unchanged.
   */
  readonly confirm?: () => Promise<unknown>;
  /** Ends the call, except for work of the maker. */
  readonly signal?: AbortSignal;
  /** Maximum wait for the report, in milliseconds, after which the task is pending. */
  readonly waitMs?: number;
}

/** Runs tasks of one target. */
export interface StepRunner {
  /** See `runTask`. */
  run(task: SyncTask, options?: StepOptions): Promise<TaskResult>;
  /** Waits for the tasks that are running, and closes the target. */
  close(): Promise<void>;
}

/** Loads a target of `sync`. */
export interface TargetEngine {
  /** Loads all tables in this process, which has exclusive use of the target; see `SyncOptions`. */
  run(connection: Connection, options: SyncOptions<unknown>): Promise<SyncResult>;
  /**
   * Plans what `run` would do, and makes the tables of reports, unless it is a dry run. `fence` is
   * the number of the plan, by default the time in microseconds. Rejects as `run` does, but with a
   * `TargetUnavailableError` for a target that cannot be opened now, and before anything is sent with
   * an `InvalidArgumentError` if the target can be open in one process only.
   */
  plan(connection: Connection, options: SyncOptions<unknown>, fence?: number): Promise<PlannedSync>;
  /**
   * Creates a loader for planned tasks. Throws an `InvalidArgumentError` if only one process can
   * have the target open.
   */
  loader(connection: Connection, options?: LoaderOptions): TaskLoader;
  /** Creates a runner for planned tasks. Throws like `loader`. */
  runner(connection: Connection, options: RunnerOptions): StepRunner;
}

/** The code that loads a target of `sync`. Throws an `InvalidArgumentError` for any other value. */
export function targetEngine(target: SyncTarget): TargetEngine {
  return engineOf(target) as TargetEngine;
}

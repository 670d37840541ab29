import type { Connection } from "../client/connection.js";
import type { RecordedSteps, ReportMaker } from "../client/make-report.js";
import { engineOf } from "../client/sync-engine.js";
import type { PlannedSync, SyncTask, TaskLoader, TaskResult } from "./tasks.js";
import type { SyncOptions, SyncResult, SyncTarget } from "./types.js";

/** Options for a loader. */
export interface LoaderOptions {
  /**
   * Maximum number of open sessions with the target. Each session serves one task at a time.
   * Default: 4.
   */
  readonly sessions?: number;
}

/** Options for a runner. */
export interface RunnerOptions extends LoaderOptions {
  /** Creates the tasks' reports. */
  readonly maker: ReportMaker;
}

/** Options for running a task. */
export interface StepOptions {
  /**
   * The recorded steps of the report. Default: starts from the task's handle, if it has one, and
   * records no steps.
   */
  readonly steps?: RecordedSteps;
  /**
   * Called after the last row, before the target replaces the rows. If it rejects, the existing
   * rows are kept, and the error is thrown unchanged.
   */
  readonly confirm?: () => Promise<unknown>;
  /** Ends the call. The runner's `maker` still finishes creating or polling the report. */
  readonly signal?: AbortSignal;
  /** Maximum wait for the report, in milliseconds. After that, the task's result is `pending`. */
  readonly waitMs?: number;
}

/** Runs tasks for one target. */
export interface StepRunner {
  /** See `runTask`. */
  run(task: SyncTask, options?: StepOptions): Promise<TaskResult>;
  /** Waits for running tasks, and closes the target. */
  close(): Promise<void>;
}

/** Loads tables into a target of `sync`. */
export interface TargetEngine {
  /** Loads all tables in this process, which has exclusive use of the target; see `SyncOptions`. */
  run(connection: Connection, options: SyncOptions<unknown>): Promise<SyncResult>;
  /**
   * Plans the tasks that `run` would load. Creates the report tables, except in a dry run. `fence`
   * is the plan's number, by default the current time in microseconds. Rejects with a
   * `TargetUnavailableError` if the target cannot be opened now, otherwise with the same errors as
   * `run`. If only one process at a time can have the target open, rejects with an
   * `InvalidArgumentError` before anything is sent.
   */
  plan(connection: Connection, options: SyncOptions<unknown>, fence?: number): Promise<PlannedSync>;
  /**
   * Creates a loader for planned tasks. Throws an `InvalidArgumentError` if only one process at a
   * time can have the target open.
   */
  loader(connection: Connection, options?: LoaderOptions): TaskLoader;
  /** Creates a runner for planned tasks. Throws the same errors as `loader`. */
  runner(connection: Connection, options: RunnerOptions): StepRunner;
}

/**
 * Returns the code that loads a target of `sync`. Throws an `InvalidArgumentError` for any other
 * value.
 */
export function targetEngine(target: SyncTarget): TargetEngine {
  return engineOf(target) as TargetEngine;
}

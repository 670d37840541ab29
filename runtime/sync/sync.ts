import type { ReportProgress } from "../batch/types.js";
import { type Connection, configOf } from "../client/connection.js";
import { flowClient } from "../client/report-client.js";
import { withEngine } from "../client/sync-engine.js";
import type { Deadline } from "../clock.js";
import { InvalidArgumentError, RunDeadlineError } from "../errors.js";
import { ignoreErrors } from "../telemetry.js";
import type { Row } from "../writers/row.js";
import { stampOf } from "./days.js";
import type { TargetEngine } from "./engine.js";
import { loadEntities } from "./entities.js";
import type { SyncFacts } from "./facts.js";
import {
  ensureTable,
  type Items,
  type Load,
  loadReport,
  ReportFailure,
  ReportRows,
} from "./load.js";
import { sharedOpener, TargetLoader } from "./loader.js";
import type { ListPiece, SyncPieces, WindowPiece } from "./pieces.js";
import { type CheckedOptions, checkedOptions, plannedRun } from "./plan.js";
import type { SyncTask } from "./requests.js";
import { inSession, syncDeadlineError } from "./run-deadline.js";
import { Shape } from "./shape.js";
import { entityTable } from "./tables.js";
import type { Target, TargetSession } from "./target.js";
import { asError, TargetFailures } from "./target-failures.js";
import type { SyncFailure, SyncOptions, SyncProgress, SyncResult, SyncTarget } from "./types.js";

/** A run, after its options have been selected. */
interface Run {
  readonly facts: SyncFacts;
  readonly connection: Connection;
  readonly target: Target;
  readonly session: TargetSession;
  readonly options: SyncOptions<unknown>;
  readonly today: number;
  readonly deadline: Deadline | null;
  readonly failed: SyncFailure[];
  readonly report: (progress: SyncProgress) => void;
}

/**
 * A target of `sync` that brings the engine along. Throws an `InvalidArgumentError` for an object
 * that is no target.
 */
export function syncTarget(facts: SyncFacts, target: Target): SyncTarget {
  const { name, open } = Object(target) as Partial<Target>;
  if (typeof name !== "string" || typeof open !== "function")
    throw new InvalidArgumentError("a target must have a name and open()");
  const engine: TargetEngine = {
    run: (connection, options) => syncInto(facts, target, { connection, options }),
    plan: (connection, options) => planPieces(facts, target, { connection, options }),
    loader: (connection, options = {}) => new TargetLoader(facts, target, { connection, options }),
  };
  return withEngine(Object.freeze({}) as SyncTarget, engine);
}

/** What a run is started with. */
interface SyncCall {
  readonly connection: Connection;
  readonly options: SyncOptions<unknown>;
}

/**
 * Loads the tables of one target; see `SyncOptions`. Rejects, before anything is sent, with an
 * `InvalidArgumentError` for tables that cannot be kept and for a target that has tables of others
 * or is in use; later with an `AuthError` for rejected credentials, with the errors of the target,
 * and with the reason of the signal.
 */
async function syncInto(facts: SyncFacts, target: Target, call: SyncCall): Promise<SyncResult> {
  const { connection } = call;
  const selected = await checkedOptions(facts, call);
  const { options, today } = selected;
  const { clock } = configOf(connection);
  return inSession(
    (use) => target.open(use),
    { options, clock },
    (session, deadline) => {
      const report = (progress: SyncProgress): void =>
        ignoreErrors(() => options.onProgress?.(progress));
      return loadAll(
        { facts, connection, target, session, options, today, deadline, failed: [], report },
        selected,
      );
    },
  );
}

/**
 * Plans the run, makes its tables of reports, and divides it into pieces that other processes load.
 */
async function planPieces(facts: SyncFacts, target: Target, call: SyncCall): Promise<SyncPieces> {
  const open = sharedOpener(target);
  const { connection } = call;
  const selected = await checkedOptions(facts, call);
  const { options, today } = selected;
  const { clock } = configOf(connection);
  return inSession(open, { options, clock }, async (session, deadline) => {
    const context = { facts, connection, session, options, deadline, targetName: target.name };
    const { plan, tasks, lists, accountsFailure, shapes } = await plannedRun(context, selected);
    ignoreErrors(() => options.onProgress?.({ type: "planned", plan }));
    if (options.dryRun !== true)
      for (const shape of shapes.values()) await ensureTable(session, shape);
    const pieces = [
      ...lists.map(
        ({ table, adAccountId, items }): ListPiece => ({
          type: "list",
          table,
          adAccountId,
          rows: items ?? null,
        }),
      ),
      ...tasks.map(
        ({ body, days, table: { fingerprint, isHourly } }): WindowPiece => ({
          type: "window",
          ...days,
          body,
          stamp: stampOf(fingerprint, today),
          isHourly,
        }),
      ),
    ];
    return { plan, pieces, failed: accountsFailure === null ? [] : [accountsFailure] };
  });
}

/** The error as that of `sync`: a run of reports says how its handles are resumed. */
function withoutHandle(error: Error, { runDeadlineMs: ms = 0 }: SyncOptions<unknown>): Error {
  if (!(error instanceof RunDeadlineError)) return error;
  return syncDeadlineError({ ms, state: error.state, reason: error.reason });
}

/** Loads the lists, then the reports. */
async function loadAll(run: Run, selected: CheckedOptions): Promise<SyncResult> {
  const { session, target, options, failed, report } = run;
  const { plan, tasks, lists, accountsFailure, shapes, existing } = await plannedRun(
    { ...run, targetName: target.name },
    selected,
  );
  report({ type: "planned", plan });
  if (options.dryRun === true) return { plan, loaded: 0, rows: 0, failed };
  if (accountsFailure !== null) failed.push(accountsFailure);
  const targetFailures = new TargetFailures(plan.accounts.length);
  await loadEntities(
    { ...run, targetFailures },
    lists,
    (name) => new Shape(entityTable(name), existing.get(name) ?? null),
  );
  for (const shape of shapes.values()) {
    try {
      await ensureTable(session, shape);
    } catch (error) {
      // Then each of its reports ends in the same way.
      if (!(error instanceof RunDeadlineError)) throw error;
    }
  }
  return { plan, ...(await loadReports({ ...run, targetFailures }, tasks, shapes)), failed };
}

/** Requests the reports concurrently, and loads them one after another, in their order. */
async function loadReports(
  run: Run & { readonly targetFailures: TargetFailures },
  tasks: readonly SyncTask[],
  shapes: ReadonlyMap<string, Shape>,
): Promise<Pick<SyncResult, "loaded" | "rows">> {
  const {
    facts,
    connection,
    session,
    target,
    options,
    today,
    failed,
    report,
    deadline,
    targetFailures,
  } = run;
  if (tasks.length === 0) return { loaded: 0, rows: 0 };
  const { signal, onEvent, deadlineMs, concurrency } = options;
  const client = flowClient(connection, facts.flow);
  const shared = {
    ...(signal && { signal }),
    ...(onEvent && { onEvent }),
    ...(deadlineMs !== undefined && { deadlineMs }),
  };
  const onProgress = ({ type, request, rows }: ReportProgress<SyncTask>): void => {
    if (type !== "done" && type !== "failed" && type !== "skipped")
      report({ type, request: request.days, rows });
  };
  const items: Items<SyncTask> = client.runAll<Row, SyncTask>(tasks, {
    ...shared,
    ...(concurrency !== undefined && { concurrency }),
    ...(deadline && { runDeadlineMs: Math.max(1, deadline.left()) }),
    onProgress,
    ordered: true,
    recreate: true,
  });
  const totals = { loaded: 0, rows: 0 };
  try {
    for (const { table, adAccountId, days } of tasks) {
      const rows = new ReportRows(items);
      const load: Load = {
        session,
        shape: shapes.get(table.name) as Shape,
        adAccountId,
        from: days.from,
        to: days.to,
        stamp: stampOf(table.fingerprint, today),
        isHourly: table.isHourly,
        windowDays: target.windowDays ?? Number.POSITIVE_INFINITY,
        reread: async () => {
          if (rows.handle === undefined) throw new Error("the report has not been read to its end");
          const report = await client.resume<Row>(rows.handle, shared);
          return report.rows();
        },
      };
      try {
        await loadReport(load, rows);
        totals.loaded++;
        totals.rows += rows.count;
        targetFailures.reset();
        report({ type: "loaded", request: days, rows: rows.count });
      } catch (thrown) {
        signal?.throwIfAborted();
        const isOfReport = thrown instanceof ReportFailure;
        if (!isOfReport && rows.isBroken) throw thrown;
        const error = isOfReport ? withoutHandle(thrown.error, options) : asError(thrown);
        failed.push({
          table: table.name,
          adAccountId,
          days: { from: days.from, to: days.to },
          error,
        });
        report({ type: "failed", request: days, error });
        if (!isOfReport && targetFailures.isLast(thrown, adAccountId)) throw thrown;
        await rows.drain();
      }
    }
  } finally {
    await items.return?.();
  }
  return totals;
}

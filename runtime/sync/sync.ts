import { journalKey } from "../batch/journal.js";
import type { ReportProgress } from "../batch/types.js";
import { type Connection, configOf } from "../client/connection.js";
import { flowClient } from "../client/report-client.js";
import { withEngine } from "../client/sync-engine.js";
import type { Deadline } from "../clock.js";
import { InvalidArgumentError, RunDeadlineError } from "../errors.js";
import { VERSION } from "../options.js";
import { ignoreErrors } from "../telemetry.js";
import type { ReportHandle } from "../types.js";
import type { Row } from "../writers/row.js";
import { stampOf, UNLISTED, unavailableStamp, windowsOf } from "./days.js";
import type { TargetEngine } from "./engine.js";
import { loadEntities } from "./entities.js";
import type { SyncFacts } from "./facts.js";
import {
  ensureTable,
  FileRows,
  type Items,
  type Load,
  loadReport,
  ReportFailure,
  ReportRows,
} from "./load.js";
import { sharedOpener, TargetLoader } from "./loader.js";
import type { OpenTarget } from "./open-target.js";
import { type CheckedOptions, checkedOptions, type PlannedRun, plannedRun } from "./plan.js";
import type { PlannedReport } from "./requests.js";
import { inSession, syncDeadlineError } from "./run-deadline.js";
import { TaskRunner } from "./run-task.js";
import { Shape } from "./shape.js";
import { isAllowed, SyncError } from "./sync-error.js";
import { entityTable, RUNS_TABLE, runsTable, sameIds } from "./tables.js";
import type { Cells, Target, TargetSession } from "./target.js";
import { asError, isUnavailable, targetCall } from "./target-failures.js";
import type { AccountFacts, PlannedSync, SyncTask } from "./tasks.js";
import type {
  SyncDays,
  SyncFailure,
  SyncOptions,
  SyncProgress,
  SyncResult,
  SyncTarget,
} from "./types.js";

/** State that the steps of one run share. The run's options have been checked. */
interface Run {
  readonly facts: SyncFacts;
  readonly connection: Connection;
  readonly target: OpenTarget;
  readonly options: SyncOptions<unknown>;
  readonly today: number;
  readonly loadedAt: string;
  readonly deadline: Deadline | null;
  readonly failed: SyncFailure[];
  readonly report: (progress: SyncProgress) => void;
}

/**
 * Wraps a target as the opaque `SyncTarget` that `sync` accepts. Throws an `InvalidArgumentError`
 * for an object that is not a target.
 */
export function syncTarget(facts: SyncFacts, target: Target): SyncTarget {
  const { name, open } = Object(target) as Partial<Target>;
  if (typeof name !== "string" || typeof open !== "function")
    throw new InvalidArgumentError("a target must have a name and open()");
  const engine: TargetEngine = {
    run: (connection, options) => syncInto(facts, target, { connection, options }),
    plan: (connection, options, fence) => planTasks(facts, target, { connection, options, fence }),
    loader: (connection, options = {}) => new TargetLoader(facts, target, { connection, options }),
    runner: (connection, options) => new TaskRunner(facts, target, { connection, options }),
  };
  return withEngine(Object.freeze({}) as SyncTarget, engine);
}

interface SyncCall {
  readonly connection: Connection;
  readonly options: SyncOptions<unknown>;
}

/**
 * Loads the tables of one target; see `SyncOptions`. Before anything is sent, rejects with an
 * `InvalidArgumentError` for invalid tables, and for a target that is in use or contains
 * conflicting tables. Later, rejects with an `AuthError` if the credentials are rejected, with the
 * target's error if the target cannot be used, or with the signal's reason. Rejects with a
 * `SyncError` if more accounts failed than `allowFailed` allows.
 */
async function syncInto(facts: SyncFacts, target: Target, call: SyncCall): Promise<SyncResult> {
  const { connection } = call;
  const selected = await checkedOptions(facts, call);
  const { options, today } = selected;
  const { clock } = configOf(connection);
  const report = (progress: SyncProgress): void =>
    ignoreErrors(() => options.onProgress?.(progress));
  const begun = new Date(clock.date()).toISOString();
  const result = await inSession(target, { options, clock }, async (opened, deadline) => {
    const of = { facts, connection, target: opened, options, today, loadedAt: begun, deadline };
    const failed: SyncFailure[] = [];
    const loaded = await loadAll({ ...of, failed, report }, selected);
    if (options.dryRun === true) return loaded;
    const times = { begun, ended: new Date(clock.date()).toISOString() };
    const record = (session: TargetSession): Promise<void> => recordRun(session, loaded, times);
    await opened
      .use(record)
      // After the run's deadline, the run's own session rejects every call.
      .catch((thrown: unknown) =>
        thrown instanceof RunDeadlineError
          ? inNewSession(target, opened, record)
          : Promise.reject(thrown),
      )
      .catch((thrown: unknown) => {
        options.signal?.throwIfAborted();
        failed.push({ table: RUNS_TABLE, adAccountId: null, days: null, error: asError(thrown) });
      });
    return loaded;
  });
  if (isAllowed(result.failed, options)) return result;
  throw new SyncError(result);
}

/**
 * Closes the run's session and calls `work` with a new one. The run's deadline does not end the new
 * session.
 */
async function inNewSession(
  target: Target,
  former: OpenTarget,
  work: (session: TargetSession) => Promise<void>,
): Promise<void> {
  await former.close().catch(() => {});
  const session = await target.open();
  try {
    await work(session);
  } finally {
    await session.close();
  }
}

/** Adds the run's row to the table of runs. */
async function recordRun(
  session: TargetSession,
  { plan, rows, failed }: SyncResult,
  { begun, ended }: { readonly begun: string; readonly ended: string },
): Promise<void> {
  const table = runsTable();
  await session.ensureTable(table);
  // The id becomes the name of a folder, which must not contain a colon.
  const id = begun.replace(/[-:.]/g, "");
  const cells = [id, begun, ended, VERSION, plan.requests.length, rows, failed.length];
  const all = async function* (): AsyncGenerator<Cells> {
    yield cells;
  };
  await session.replace({ table, adAccountId: id, days: null, stamp: "" }, all());
}

/** Plans the run, creates its report tables, and divides the run into tasks. */
async function planTasks(
  facts: SyncFacts,
  target: Target,
  { fence, ...call }: SyncCall & { readonly fence: number | undefined },
): Promise<PlannedSync> {
  const shared = sharedOpener(target);
  const open: Target["open"] = (sessionOptions) => targetCall(() => shared(sessionOptions));
  const { connection } = call;
  const selected = await checkedOptions(facts, call);
  const { options, today } = selected;
  const { clock } = configOf(connection);
  const date = clock.date();
  return inSession({ ...target, open }, { options, clock }, async ({ session }, deadline) => {
    const context = { facts, connection, session, options, deadline, targetName: target.name };
    const planned = await plannedRun(context, selected);
    const { plan, accountsFailure, shapes } = planned;
    ignoreErrors(() => options.onProgress?.({ type: "planned", plan }));
    if (options.dryRun !== true) {
      for (const shape of shapes.values()) await ensureTable(session, shape);
      for (const days of plan.unavailable) {
        const window = { shape: shapes.get(days.table) as Shape, days, today };
        await recordUnavailable(session, window, target.windowDays ?? Number.POSITIVE_INFINITY);
      }
    }
    return {
      version: 1,
      plannedAt: new Date(date).toISOString(),
      plan,
      // By default, a plan's fence is the current time in microseconds, like the fences of leases.
      tasks: await tasksOf(planned, { today, fence: fence ?? Math.round(date * 1_000) }),
      failed: accountsFailure === null ? [] : [accountsFailure],
      ...(options.allowFailed !== undefined && { allowFailed: options.allowFailed }),
    };
  });
}

/** The tasks of a run: its lists, then its reports. */
async function tasksOf(
  { lists, tasks, accounts, accountsFailure }: PlannedRun,
  { today, fence }: { readonly today: number; readonly fence: number },
): Promise<readonly SyncTask[]> {
  const work = [
    ...lists.map(({ table, adAccountId, items }) => ({
      type: "list" as const,
      ...{ table, adAccountId, rows: items ?? null },
    })),
    ...tasks.map(({ body, days, table: { fingerprint, isHourly } }) => ({
      type: "window" as const,
      ...days,
      account: factsOf(accounts, days.adAccountId),
      body,
      stamp: accountsFailure === null ? stampOf(fingerprint, today) : UNLISTED,
      isHourly,
    })),
  ];
  return Promise.all(
    work.map(async (task): Promise<SyncTask> => {
      const { adAccountId } = task;
      const key = await journalKey({ flow: "task", adAccountId, body: { fence, ...task } });
      return { version: 1, key, fence, ...task };
    }),
  );
}

/**
 * Replaces a `RunDeadlineError` from `runAll`, which advises you to resume the handle, with the
 * error of `sync`. Returns any other error unchanged.
 */
function withoutHandle(error: Error, { runDeadlineMs: ms = 0 }: SyncOptions<unknown>): Error {
  if (!(error instanceof RunDeadlineError)) return error;
  return syncDeadlineError({ ms, state: error.state, reason: error.reason });
}

const NO_FACTS: AccountFacts = { currency: null, timeZone: null };

/** The currency and time zone of an account; both null if the account was not listed. */
function factsOf(accounts: ReadonlyMap<string, AccountFacts>, id: string): AccountFacts {
  return accounts.get(id) ?? NO_FACTS;
}

/** Loads the lists, then the reports. */
async function loadAll(run: Run, selected: CheckedOptions): Promise<SyncResult> {
  const { target, options, today, failed, report } = run;
  const planned = await plannedRun(
    { ...run, session: target.session, targetName: target.name },
    selected,
  );
  const { plan, lists, accountsFailure, shapes, existing } = planned;
  report({ type: "planned", plan });
  if (options.dryRun === true) return { plan, loaded: 0, rows: 0, failed };
  if (accountsFailure !== null) failed.push(accountsFailure);
  await loadEntities(
    run,
    lists,
    (name) => new Shape(entityTable(run.facts, name), existing.get(name) ?? null),
  );
  const loaded = await loadReports(run, planned);
  for (const { table, adAccountId, ...days } of plan.unavailable) {
    const shape = shapes.get(table) as Shape;
    const window = { shape, days: { table, adAccountId, ...days }, today };
    await target
      .use((session) => recordUnavailable(session, window, target.windowDays))
      .catch((thrown: unknown) => {
        options.signal?.throwIfAborted();
        if (isUnavailable(thrown)) throw thrown;
        failed.push({ table, adAccountId, days, error: asError(thrown) });
      });
  }
  return { plan, ...loaded, failed };
}

// Maximum number of days in a window without rows.
const MAX_WINDOW_DAYS = 10_000;

/**
 * Records that Pinterest no longer has data for the days. Later runs then do not report them again.
 * Skips days that have rows: they were loaded, and only the record of the load is missing.
 */
async function recordUnavailable(
  session: TargetSession,
  {
    shape,
    days: { adAccountId, from, to },
    today,
  }: { readonly shape: Shape; readonly days: SyncDays; readonly today: number },
  windowDays: number,
): Promise<void> {
  await ensureTable(session, shape);
  const { table } = shape;
  const stamp = unavailableStamp(today);
  const none = async function* (): AsyncGenerator<Cells> {};
  const hasRows = await session.hasRows({ table, adAccountId, days: { from, to } });
  const maxDays = hasRows ? 1 : Math.min(windowDays, MAX_WINDOW_DAYS);
  for (const days of windowsOf({ from, to }, maxDays))
    if (!hasRows || !(await session.hasRows({ table, adAccountId, days })))
      await session.replace({ table, adAccountId, days, stamp }, none());
}

/** Requests the reports concurrently, and loads them one after another, in order. */
async function loadReports(
  run: Run,
  { tasks, shapes, accounts, accountsFailure }: PlannedRun,
): Promise<Pick<SyncResult, "loaded" | "rows">> {
  const { facts, connection, target, options, today, loadedAt, failed, report, deadline } = run;
  if (tasks.length === 0) return { loaded: 0, rows: 0 };
  const { signal, onEvent, deadlineMs, concurrency } = options;
  const client = flowClient(connection, facts.flow);
  const exact = [...new Set(tasks.flatMap(({ table }) => table.exact))];
  const same = sameIds(facts);
  const shared = {
    ...(signal && { signal }),
    ...(onEvent && { onEvent }),
    ...(deadlineMs !== undefined && { deadlineMs }),
  };
  /** The time limit for a step, capped at the run's remaining time. */
  const limits = (): { readonly deadlineMs?: number } =>
    deadline === null
      ? {}
      : { deadlineMs: Math.max(1, Math.min(deadline.left(), deadlineMs ?? deadline.left())) };
  const onProgress = ({ type, request, rows }: ReportProgress<PlannedReport>): void => {
    if (type !== "done" && type !== "failed" && type !== "skipped")
      report({ type, request: request.days, rows });
  };
  const onRows = (days: SyncDays) => (): ((row: Row) => void) => {
    let onRow: ((row: Row) => unknown) | undefined;
    ignoreErrors(() => {
      onRow = options.onRows?.(days);
      return onRow;
    });
    return (row) => ignoreErrors(() => onRow?.(row));
  };
  const items: Items<PlannedReport> = client.runAll<Row, PlannedReport>(tasks, {
    ...shared,
    ...(concurrency !== undefined && { concurrency }),
    ...(deadline && { runDeadlineMs: Math.max(1, deadline.left()) }),
    onProgress,
    exact,
    exactSize: true,
    ordered: true,
    recreate: true,
  });
  /** Reads the rows of the report with this handle. Without a handle, creates a new report. */
  const read = ({ adAccountId, body }: PlannedReport, handle?: ReportHandle): FileRows =>
    new FileRows(async () => {
      const requested = { ...shared, ...limits() };
      const report =
        handle === undefined
          ? await client.run<Row>(adAccountId, body, requested)
          : await client.resume<Row>(handle, requested);
      return report.rows({ exact, exactSize: true, ...limits() });
    }, signal);
  const totals = { loaded: 0, rows: 0 };
  try {
    for (const task of tasks) {
      const { table, adAccountId, body, days } = task;
      const rows = new ReportRows(items);
      const load: Omit<Load, "session"> = {
        shape: shapes.get(table.name) as Shape,
        adAccountId,
        account: factsOf(accounts, adAccountId),
        body,
        sameIds: same,
        quotients: table.quotients,
        from: days.from,
        to: days.to,
        stamp: accountsFailure === null ? stampOf(table.fingerprint, today) : UNLISTED,
        loadedAt,
        isHourly: table.isHourly,
        windowDays: target.windowDays,
        again: () => read(task),
        ...(options.onRows && { onRows: onRows(days) }),
      };
      try {
        let isFirst = true;
        const loaded = await target.use(async (session) => {
          if (isFirst) {
            isFirst = false;
            return loadReport({ ...load, session }, rows);
          }
          // Rows that the previous session consumed are lost, but the report's file can be read
          // again.
          await rows.drain();
          return loadReport({ ...load, session }, read(task, rows.handle));
        });
        totals.loaded++;
        totals.rows += loaded.rows;
        if (loaded.isEmptied) report({ type: "emptied", request: days });
        report({ type: "loaded", request: days, rows: loaded.rows });
      } catch (thrown) {
        signal?.throwIfAborted();
        const isOfReport = thrown instanceof ReportFailure;
        if (isUnavailable(thrown) || (!isOfReport && rows.isBroken)) throw thrown;
        const error = isOfReport ? withoutHandle(thrown.error, options) : asError(thrown);
        failed.push({
          table: table.name,
          adAccountId,
          days: { from: days.from, to: days.to },
          error,
        });
        report({ type: "failed", request: days, error });
        await rows.drain();
      }
    }
  } finally {
    await items.return?.();
  }
  return totals;
}

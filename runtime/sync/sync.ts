import type { ReportProgress } from "../batch/types.js";
import { type Connection, clientConfigOf } from "../client/connection.js";
import { flowClient, withEngine } from "../client/report-client.js";
import { Deadline, onAbort } from "../clock.js";
import { InvalidArgumentError, RunDeadlineError } from "../errors.js";
import { duration } from "../http/config.js";
import { checkFunction, checkNames, ownOptions } from "../options.js";
import { ignoreErrors } from "../telemetry.js";
import { dayNumber, isoDay, utcToday } from "../validation/dates.js";
import type { Row } from "../writers/row.js";
import { stampOf } from "./days.js";
import { accountItems, entityLists, loadEntities } from "./entities.js";
import type { SyncFacts } from "./facts.js";
import { type Items, type Load, loadReport, ReportFailure, ReportRows } from "./load.js";
import { plannedReports, type SyncTask } from "./requests.js";
import { syncDeadlineError } from "./run-deadline.js";
import { Shape } from "./shape.js";
import { ACCOUNTS_TABLE, checkExisting, ENTITY_TABLES, entityTable, type ReportTable, reportTables, withExistingKey } from "./tables.js";
import type { Target, TargetSession, TargetTable } from "./target.js";
import { asError, TargetFailures } from "./target-failures.js";
import type { SyncFailure, SyncOptions, SyncPlan, SyncProgress, SyncResult, SyncTarget } from "./types.js";

const OPTIONS: Readonly<Record<keyof SyncOptions<unknown>, true>> = {
  target: true,
  tables: true,
  accounts: true,
  entities: true,
  lookbackDays: true,
  since: true,
  full: true,
  only: true,
  dryRun: true,
  concurrency: true,
  deadlineMs: true,
  runDeadlineMs: true,
  signal: true,
  onProgress: true,
  onEvent: true,
};

// More than the rules allow to look back in any report.
const MOST_LOOKBACK = 1000;

/** A run, after its options have been checked. */
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

/** A target of `sync` that brings the engine along. Throws an `InvalidArgumentError` for an object that is no target. */
export function syncTarget(facts: SyncFacts, target: Target): SyncTarget {
  const { name, open } = Object(target) as Partial<Target>;
  if (typeof name !== "string" || typeof open !== "function") throw new InvalidArgumentError("a target must have a name and open()");
  return withEngine(Object.freeze({}) as SyncTarget, (connection, options) => syncInto(facts, target, { connection, options }));
}

/**
 * Loads the tables of one target; see `SyncOptions`. Rejects, before anything is sent, with an `InvalidArgumentError` for tables that cannot
 * be kept and for a target that has tables of others or is in use; later with an `AuthError` for rejected credentials, with the errors of
 * the target, and with the reason of the signal.
 */
async function syncInto(
  facts: SyncFacts,
  target: Target,
  { connection, options: rawOptions }: { readonly connection: Connection; readonly options: SyncOptions<unknown> },
): Promise<SyncResult> {
  const options = ownOptions(rawOptions);
  checkOptions(options);
  const { clock } = clientConfigOf(connection);
  const today = utcToday(clock.date());
  const { lookbackDays, only, entities = ENTITY_TABLES, runDeadlineMs, onProgress } = options;
  const all = await reportTables(facts, { tables: options.tables, lookbackDays, today });
  const selected = selectedTables([...all.map(({ name }) => name), ACCOUNTS_TABLE, ...entities], only);
  const tables = all.filter(({ name }) => selected.has(name));
  const lists = [ACCOUNTS_TABLE, ...ENTITY_TABLES.filter((name) => entities.includes(name))].filter((name) => selected.has(name));
  options.signal?.throwIfAborted();
  const deadline = runDeadlineMs === undefined ? null : new Deadline(clock, runDeadlineMs).begin();
  const ending = targetSignal(options);
  const session = await target.open({ signal: ending.signal }).catch((error: unknown) => {
    ending.release();
    throw error;
  });
  try {
    const report = (progress: SyncProgress): void => ignoreErrors(() => onProgress?.(progress));
    const run: Run = { facts, connection, target, session, options, today, deadline, failed: [], report };
    return await loadAll(run, { tables, lists });
  } finally {
    await session.close().finally(ending.release);
  }
}

/** A signal for the target, which aborts with that of the run, and at its deadline with a `RunDeadlineError`. `release` has to be called. */
function targetSignal({ signal, runDeadlineMs: ms }: SyncOptions<unknown>): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const end = (): void => controller.abort(syncDeadlineError({ ms: ms ?? 0, state: "writing" }));
  // In real time, as the deadline of a run of reports.
  const timer = ms === undefined ? undefined : setTimeout(end, ms);
  const unregister = signal && onAbort(signal, () => controller.abort(signal.reason));
  const release = (): void => {
    clearTimeout(timer);
    unregister?.();
  };
  return { signal: controller.signal, release };
}

/** The error as that of `sync`: a run of reports says how its handles are resumed. */
function withoutHandle(error: Error, { runDeadlineMs: ms = 0 }: SyncOptions<unknown>): Error {
  if (!(error instanceof RunDeadlineError)) return error;
  return syncDeadlineError({ ms, state: error.state, reason: error.reason });
}

/** Throws a `TypeError` or `RangeError` for an invalid option, and an `InvalidArgumentError` for invalid accounts or days. */
function checkOptions(options: SyncOptions<unknown>): void {
  checkNames(options, Object.keys(OPTIONS));
  const { accounts, entities = [], only = [], lookbackDays = 0, since, runDeadlineMs, onProgress, onEvent } = options;
  checkFunction("onProgress", onProgress);
  checkFunction("onEvent", onEvent);
  if (runDeadlineMs !== undefined) duration("runDeadlineMs", runDeadlineMs);
  if (!(Number.isInteger(lookbackDays) && lookbackDays >= 0 && lookbackDays <= MOST_LOOKBACK))
    throw new RangeError(`lookbackDays must be a whole number of days, 0 to ${MOST_LOOKBACK}`);
  if (since !== undefined && Number.isNaN(dayNumber(since)))
    throw new InvalidArgumentError("since must be a day as YYYY-MM-DD; nothing was sent");
  for (const [name, names] of Object.entries({ entities, only }))
    if (!Array.isArray(names)) throw new InvalidArgumentError(`${name} must be a list of tables; nothing was sent`);
  const unknown = entities.find((name) => !ENTITY_TABLES.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`entities has ${unknown}: there are ${ENTITY_TABLES.join(", ")}; nothing was sent`);
  if (accounts === undefined) return;
  const invalid = Array.isArray(accounts) ? accounts.find((id) => !/^\d{1,18}$/.test(String(id))) : "no list";
  if (invalid !== undefined)
    throw new InvalidArgumentError(`accounts must be a list of ids of 1 to 18 digits, not ${invalid}; nothing was sent`);
}

/** The names in `only`, or all. Throws an `InvalidArgumentError` for one that is no table. */
function selectedTables(names: readonly string[], only: readonly string[] | undefined): ReadonlySet<string> {
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`only has ${unknown}, which is no table: there are ${names.join(", ")}; nothing was sent`);
  return new Set(only ?? names);
}

/** Loads the lists, then the reports. */
async function loadAll(
  run: Run,
  { tables: described, lists }: { readonly tables: readonly ReportTable[]; readonly lists: readonly string[] },
): Promise<SyncResult> {
  const { facts, session, target, options, today, failed, report } = run;
  const existing = new Map<string, TargetTable | null>();
  for (const name of [...described.map((table) => table.name), ...lists]) existing.set(name, await session.table(name));
  const foundFor = (name: string): TargetTable | null => existing.get(name) ?? null;
  const tables = described.map((table) => ({ ...table, table: withExistingKey(facts, table, foundFor(table.name)) }));
  for (const table of [...tables.map(({ table }) => table), ...lists.map(entityTable)])
    checkExisting(table, foundFor(table.name), target.name);
  const accounts = await accountItems(run, lists.includes(ACCOUNTS_TABLE) || options.accounts === undefined);
  const ids = [...new Set(options.accounts?.map(String) ?? accounts.items.map(({ id }) => String(id)))];
  const since = options.since === undefined ? undefined : dayNumber(options.since);
  const selection = { today, since, full: options.full === true };
  const known = tables.map((table) => {
    const found = existing.get(table.name) ?? null;
    return { ...table, exists: found !== null, begin: found?.firstDay === undefined ? undefined : dayNumber(found.firstDay) };
  });
  const { tasks, outdated, unavailable, begins } = await plannedReports(facts, session, { tables: known, accounts: ids, ...selection });
  const entities = entityLists(lists, ids, accounts);
  const plan: SyncPlan = {
    accounts: ids,
    requests: tasks.map(({ days }) => days),
    outdated,
    unavailable,
    gone: options.accounts === undefined ? await goneAccounts(session, known, ids) : [],
    lists: entities.map(({ table, adAccountId }) => ({ table, adAccountId })),
  };
  report({ type: "planned", plan });
  if (options.dryRun === true) return { plan, loaded: 0, rows: 0, failed };
  if (accounts.error !== null) failed.push({ table: ACCOUNTS_TABLE, adAccountId: null, days: null, error: accounts.error });
  const targetFailures = new TargetFailures(ids.length);
  await loadEntities({ ...run, targetFailures }, entities, (name) => new Shape(entityTable(name), existing.get(name) ?? null));
  const shapes = new Map(
    tables.map(({ name, table }) => {
      const begin = begins.get(name);
      // Recorded before the first report, so that an account whose reports fail for long, or that comes later, lacks no days.
      const begun = begin === undefined ? table : { ...table, firstDay: isoDay(begin) };
      return [name, new Shape(begun, existing.get(name) ?? null)];
    }),
  );
  for (const shape of shapes.values()) {
    try {
      await session.ensureTable(shape.table);
      shape.isChanged = false;
    } catch (error) {
      // Then each of its reports ends in the same way.
      if (!(error instanceof RunDeadlineError)) throw error;
    }
  }
  return { plan, ...(await loadReports({ ...run, targetFailures }, tasks, shapes)), failed };
}

/** The accounts that the tables have and that are not among `ids`. */
async function goneAccounts(
  session: TargetSession,
  tables: readonly { readonly name: string; readonly exists: boolean }[],
  ids: readonly string[],
): Promise<readonly string[]> {
  const gone = new Set<string>();
  for (const { name, exists } of tables)
    for (const account of exists ? await session.loadedAccounts(name) : []) if (!ids.includes(account)) gone.add(account);
  return [...gone].sort();
}

/** Requests the reports concurrently, and loads them one after another, in their order. */
async function loadReports(
  run: Run & { readonly targetFailures: TargetFailures },
  tasks: readonly SyncTask[],
  shapes: ReadonlyMap<string, Shape>,
): Promise<Pick<SyncResult, "loaded" | "rows">> {
  const { facts, connection, session, target, options, today, failed, report, deadline, targetFailures } = run;
  if (tasks.length === 0) return { loaded: 0, rows: 0 };
  const { signal, onEvent, deadlineMs, concurrency } = options;
  const client = flowClient(connection, facts.flow);
  const shared = { ...(signal && { signal }), ...(onEvent && { onEvent }), ...(deadlineMs !== undefined && { deadlineMs }) };
  const onProgress = ({ type, request, rows }: ReportProgress<SyncTask>): void => {
    if (type !== "done" && type !== "failed" && type !== "skipped") report({ type, request: request.days, rows });
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
        failed.push({ table: table.name, adAccountId, days: { from: days.from, to: days.to }, error });
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

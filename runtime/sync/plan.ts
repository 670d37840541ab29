import { type Connection, configOf } from "../client/connection.js";
import { InvalidArgumentError } from "../errors.js";
import { duration } from "../http/config.js";
import { checkFunction, checkNames, ownOptions } from "../options.js";
import { dayNumber, isoDay, utcToday } from "../validation/dates.js";
import {
  type AccountItems,
  accountItems,
  type EntityList,
  entityLists,
  type ListContext,
} from "./entities.js";
import type { SyncFacts } from "./facts.js";
import { type PlannedReport, plannedReports } from "./requests.js";
import { Shape } from "./shape.js";
import {
  ACCOUNTS_TABLE,
  checkExisting,
  ENTITY_TABLES,
  entityTable,
  type ReportTable,
  RUNS_TABLE,
  reportTables,
  USUAL_ENTITIES,
  withExistingKey,
} from "./tables.js";
import type { TargetSession, TargetTable } from "./target.js";
import type { AccountFacts } from "./tasks.js";
import type { SyncFailure, SyncOptions, SyncPlan } from "./types.js";

const OPTIONS: Readonly<Record<keyof SyncOptions<unknown>, true>> = {
  target: true,
  tables: true,
  accounts: true,
  entities: true,
  lookbackDays: true,
  since: true,
  full: true,
  backfill: true,
  names: true,
  allowFailed: true,
  only: true,
  dryRun: true,
  concurrency: true,
  deadlineMs: true,
  runDeadlineMs: true,
  signal: true,
  onProgress: true,
  onRows: true,
  onEvent: true,
};

// Maximum `lookbackDays`. No rule allows a report to look back that far.
const MAX_LOOKBACK_DAYS = 1000;

/** The checked options of a run, and the tables that they select. */
export interface CheckedOptions {
  readonly options: SyncOptions<unknown>;
  readonly today: number;
  readonly tables: readonly ReportTable[];
  /** The names of the entity tables. `ad_accounts` is one of them unless `only` excludes it. */
  readonly lists: readonly string[];
}

/**
 * Checks the options of a run. Rejects with a `TypeError` or `RangeError` for an invalid option,
 * and with an `InvalidArgumentError` for invalid accounts, days or tables. Rejects with the
 * signal's reason if the signal has aborted.
 */
export async function checkedOptions(
  facts: SyncFacts,
  {
    connection,
    options: rawOptions,
  }: { readonly connection: Connection; readonly options: SyncOptions<unknown> },
): Promise<CheckedOptions> {
  const options = ownOptions(rawOptions);
  checkOptions(options, facts);
  const { clock } = configOf(connection);
  const today = utcToday(clock.date());
  const { lookbackDays, only, entities = USUAL_ENTITIES, names = "database" } = options;
  const all = await reportTables(facts, {
    tables: options.tables,
    ...{ entities, lookbackDays, today, names },
  });
  const selected = selectedTables(
    [...all.map(({ name }) => name), ACCOUNTS_TABLE, ...entities],
    only,
  );
  const tables = all.filter(({ name }) => selected.has(name));
  const lists = [ACCOUNTS_TABLE, ...ENTITY_TABLES.filter((name) => entities.includes(name))].filter(
    (name) => selected.has(name),
  );
  options.signal?.throwIfAborted();
  return { options, today, tables, lists };
}

/**
 * Throws a `TypeError` or `RangeError` for an invalid option. Throws an `InvalidArgumentError` for
 * invalid accounts or days.
 */
function checkOptions(options: SyncOptions<unknown>, { lists }: SyncFacts): void {
  checkNames(options, Object.keys(OPTIONS));
  const {
    accounts,
    entities = [],
    only = [],
    lookbackDays = 0,
    since,
    runDeadlineMs,
    onProgress,
    onRows,
    onEvent,
    allowFailed = 0,
  } = options;
  checkChoice("backfill", options.backfill, ["columns", "never"]);
  checkChoice("names", options.names, ["database", "pinterest"]);
  if (!(Number.isInteger(allowFailed) && Number(allowFailed) >= 0) && !Array.isArray(allowFailed))
    throw new InvalidArgumentError(
      "allowFailed must be a number of ad accounts or a list of their ids; nothing was sent",
    );
  checkFunction("onProgress", onProgress);
  checkFunction("onRows", onRows);
  checkFunction("onEvent", onEvent);
  if (runDeadlineMs !== undefined) duration("runDeadlineMs", runDeadlineMs);
  if (!(Number.isInteger(lookbackDays) && lookbackDays >= 0 && lookbackDays <= MAX_LOOKBACK_DAYS))
    throw new RangeError(`lookbackDays must be a whole number of days, 0 to ${MAX_LOOKBACK_DAYS}`);
  if (since !== undefined && Number.isNaN(dayNumber(since)))
    throw new InvalidArgumentError(
      "since must be a date in the format YYYY-MM-DD; nothing was sent",
    );
  for (const [name, names] of Object.entries({ entities, only }))
    if (!Array.isArray(names))
      throw new InvalidArgumentError(`${name} must be a list of tables; nothing was sent`);
  const offered = ENTITY_TABLES.filter((name) => Object.hasOwn(lists, name));
  const unknown = entities.find((name) => !offered.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(
      `entities contains ${unknown}, which is not one of the lists: use ${offered.join(", ")}; nothing was sent`,
    );
  if (accounts === undefined) return;
  const invalid = Array.isArray(accounts)
    ? accounts.find((id) => !/^\d{1,18}$/.test(String(id)))
    : "a value of another type";
  if (invalid !== undefined)
    throw new InvalidArgumentError(
      `accounts must be a list of ids with 1 to 18 digits, not ${invalid}; nothing was sent`,
    );
}

/** Throws an `InvalidArgumentError` for an option that is not one of `values`. */
function checkChoice(name: string, value: unknown, values: readonly string[]): void {
  if (value === undefined || values.includes(value as string)) return;
  throw new InvalidArgumentError(`${name} must be ${values.join(" or ")}; nothing was sent`);
}

/**
 * Returns the names in `only`, or all `names` if `only` is undefined. Throws an
 * `InvalidArgumentError` for a name that is not a table.
 */
function selectedTables(
  names: readonly string[],
  only: readonly string[] | undefined,
): ReadonlySet<string> {
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(
      `the option \`only\` contains ${unknown}, which is not a table: use ${names.join(", ")}; nothing was sent`,
    );
  return new Set(only ?? names);
}

/** The plan of a run, and the data that its steps need. */
export interface PlannedRun {
  readonly plan: SyncPlan;
  readonly tasks: readonly PlannedReport[];
  readonly lists: readonly EntityList[];
  /** The currency and time zone of each account, keyed by account id. */
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  /** Why the ad accounts could not be listed; null if they could. */
  readonly accountsFailure: SyncFailure | null;
  /** The shapes of the report tables, including their first days, keyed by name. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The target's tables, keyed by name; null for a table that does not exist yet. */
  readonly existing: ReadonlyMap<string, TargetTable | null>;
}

/**
 * Plans a run: reads the target and the list of ad accounts, and changes nothing. Rejects with an
 * `InvalidArgumentError` if a table in the target does not fit the planned table, or if a body
 * breaks a rule. Also rejects with any error from the target or from `accountItems`.
 */
export async function plannedRun(
  context: ListContext & { readonly session: TargetSession; readonly targetName: string },
  { options, today, tables: described, lists: listTables }: CheckedOptions,
): Promise<PlannedRun> {
  const { facts, session, targetName } = context;
  const existing = new Map<string, TargetTable | null>();
  for (const name of [...described.map((table) => table.name), ...listTables])
    existing.set(name, await session.table(name));
  // Rejects before any report is created if another program has created a table with this name.
  await session.table(RUNS_TABLE);
  const foundFor = (name: string): TargetTable | null => existing.get(name) ?? null;
  const tables = described.map((table) => ({
    ...table,
    table: withExistingKey(facts, table, foundFor(table.name)),
  }));
  for (const table of [
    ...tables.map(({ table }) => table),
    ...listTables.map((name) => entityTable(facts, name)),
  ])
    checkExisting(table, foundFor(table.name), targetName);
  const accounts = await accountItems(
    context,
    listTables.includes(ACCOUNTS_TABLE) || options.accounts === undefined || described.length > 0,
  );
  const ids = [
    ...new Set(options.accounts?.map(String) ?? accounts.items.map(({ id }) => String(id))),
  ];
  const since = options.since === undefined ? undefined : dayNumber(options.since);
  const selection = {
    today,
    since,
    full: options.full === true,
    backfill: options.backfill !== "never",
    isListed: accounts.error === null,
  };
  const known = tables.map((table) => {
    const found = foundFor(table.name);
    return {
      ...table,
      exists: found !== null,
      begin: found?.firstDay === undefined ? undefined : dayNumber(found.firstDay),
      earlierBodies: found?.requested ?? {},
    };
  });
  const { tasks, backfill, outdated, unavailable, begins } = await plannedReports(facts, session, {
    tables: known,
    accounts: ids,
    ...selection,
  });
  const lists = entityLists(listTables, ids, accounts);
  const plan: SyncPlan = {
    accounts: ids,
    requests: tasks.map(({ days }) => days),
    backfill,
    outdated,
    unavailable,
    gone: options.accounts === undefined ? await goneAccounts(session, known, ids) : [],
    lists: lists.map(({ table, adAccountId }) => ({ table, adAccountId })),
  };
  const shapes = new Map(
    known.map(({ name, table, fingerprint, requested, earlierBodies }) => {
      const begin = begins.get(name);
      // The first day is recorded before the first report, so that accounts do not miss days if
      // they are added later, or if their reports fail for a long time.
      const begun = {
        ...table,
        ...(begin !== undefined && { firstDay: isoDay(begin) }),
        requested: { ...earlierBodies, [fingerprint]: requested },
      };
      return [name, new Shape(begun, foundFor(name))];
    }),
  );
  const accountsFailure = accounts.error && {
    table: ACCOUNTS_TABLE,
    adAccountId: null,
    days: null,
    error: accounts.error,
  };
  return {
    plan,
    tasks,
    lists,
    accountsFailure,
    accounts: accountFacts(accounts),
    shapes,
    existing,
  };
}

/** The currency and time zone of each account, keyed by account id. */
function accountFacts({ items }: AccountItems): ReadonlyMap<string, AccountFacts> {
  const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return new Map(
    items.map(({ id, currency, time_zone: timeZone }) => [
      String(id),
      { currency: textOf(currency), timeZone: textOf(timeZone) },
    ]),
  );
}

/** The accounts that have loaded days in the tables, but are not among `ids`. */
async function goneAccounts(
  session: TargetSession,
  tables: readonly { readonly name: string; readonly exists: boolean }[],
  ids: readonly string[],
): Promise<readonly string[]> {
  const gone = new Set<string>();
  for (const { name, exists } of tables)
    for (const account of exists ? await session.loadedAccounts(name) : [])
      if (!ids.includes(account)) gone.add(account);
  return [...gone].sort();
}

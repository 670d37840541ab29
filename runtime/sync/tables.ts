import { InvalidArgumentError } from "../errors.js";
import { cloneBody } from "../options.js";
import type { Plan } from "../planner/types.js";
import { quoteWord } from "../redact.js";
import type { RowsDescription } from "../tables/describe.js";
import { isoDay } from "../validation/dates.js";
import { usualLookback } from "../validation/lookback.js";
import { formatViolation } from "../validation/violation.js";
import { fingerprintOf } from "./days.js";
import type { ListFacts, SyncFacts } from "./facts.js";
import { widest } from "./shape.js";
import type { CellType, RequestedRows, TargetColumn, TargetTable } from "./target.js";
import type { EntityTable } from "./types.js";

/** The table with a row for each account. */
export const ACCOUNTS_TABLE = "ad_accounts";
/** The entity tables that are loaded by default. */
export const USUAL_ENTITIES: readonly EntityTable[] = ["campaigns", "ad_groups", "ads"];
/** The entity tables, in the order in which they are loaded. */
export const ENTITY_TABLES: readonly EntityTable[] = [
  ...USUAL_ENTITIES,
  "keywords",
  "product_groups",
  "targeting_options",
];

/** The table with a row for each run. */
export const RUNS_TABLE = "sync_runs";

/** The column with the id of a row's account; every report table has it. */
const ACCOUNT_COLUMN = "AD_ACCOUNT_ID";
/**
 * The day column of an hourly report. It is separate because Pinterest does not document the format
 * of DATE in hourly reports.
 */
const DAY_COLUMN = "DAY";
/** The column with the time at which a row was loaded; every table has it. */
const LOADED_AT: TargetColumn = {
  name: "_loaded_at",
  type: "timestamp",
  nullable: false,
  comment: "When sync loaded the row.",
};

/** The names of the report table columns that `sync` fills itself, in capitals. */
export const OWN_COLUMNS: readonly string[] = [
  ...[ACCOUNT_COLUMN, "CURRENCY", "TIME_ZONE", DAY_COLUMN],
  LOADED_AT.name.toUpperCase(),
];

/** The style of the column names in report tables. */
export type ColumnNames = "database" | "pinterest";

type Body = Readonly<Record<string, unknown>>;

/** A report table, ready to be planned. */
export interface ReportTable {
  readonly name: string;
  readonly body: Body;
  readonly fingerprint: string;
  readonly names: ColumnNames;
  readonly table: TargetTable;
  /** The columns and settings that the body requests. The target stores them by fingerprint. */
  readonly requested: RequestedRows;
  /** The columns whose numbers keep every digit from the file. */
  readonly exact: readonly string[];
  /** The `exact` columns that are quotients. */
  readonly quotients: readonly string[];
  /** Number of days before today that are read again. */
  readonly lookback: number;
  /** Whether rows are hourly. If so, the first ten characters of a row's DATE are its day. */
  readonly isHourly: boolean;
}

const GRANULARITIES = ["DAY", "HOUR"];
// Minimum lookback, in days, with a reporting time zone. One day after a day has ended in UTC, it
// has ended in every time zone.
const MIN_ZONED_LOOKBACK = 2;

/**
 * Prepares the tables in the options, in the same order. Rejects with an `InvalidArgumentError` if
 * `tables` is not an object or has no members.
 *
 * Also rejects for the first table with one of these problems:
 * - an invalid name, the name of one of sync's own tables, or a name that differs from another name
 *   only in case
 * - days in the body
 * - a granularity other than DAY and HOUR
 * - a report format other than JSON
 * - rows without a key
 * - a violation of the rules
 * - a body that needs several requests per day
 */
export async function reportTables(
  facts: SyncFacts,
  {
    tables,
    entities,
    ...options
  }: {
    readonly tables: unknown;
    /** The run's entity tables. */
    readonly entities: readonly EntityTable[];
    readonly lookbackDays: number | undefined;
    readonly today: number;
    readonly names: ColumnNames;
  },
): Promise<readonly ReportTable[]> {
  if (typeof tables !== "object" || tables === null || Array.isArray(tables))
    throw new InvalidArgumentError(
      "tables must be an object with table names as keys and bodies as values; nothing was sent",
    );
  const names = Object.keys(tables);
  if (names.length === 0)
    throw new InvalidArgumentError("tables must contain at least one table; nothing was sent");
  const seen = new Map(
    [ACCOUNTS_TABLE, ...USUAL_ENTITIES, ...entities, RUNS_TABLE].map((name) => [name, name]),
  );
  const prepared: ReportTable[] = [];
  for (const name of names) {
    checkName(name);
    const same = seen.get(name.toLowerCase());
    if (same !== undefined)
      refuse(
        name,
        same === name
          ? "has the name of a table that sync creates itself"
          : `differs from ${same} only in case`,
      );
    seen.set(name.toLowerCase(), name);
    prepared.push(
      await reportTable(facts, {
        name,
        body: (tables as Record<string, unknown>)[name],
        ...options,
      }),
    );
  }
  return prepared;
}

/** Throws an `InvalidArgumentError` unless the name is a valid table name. */
function checkName(name: string): void {
  if (/^[A-Za-z]\w{0,47}$/.test(name)) return;
  throw new InvalidArgumentError(
    `${quoteWord(name)} is not a valid table name: use letters, digits and _, beginning with a letter, at most 48 characters; nothing was sent`,
  );
}

/** Throws an `InvalidArgumentError` about the table `name`; `why` continues the sentence. */
function refuse(name: string, why: string): never {
  throw new InvalidArgumentError(`the table ${name} ${why}; nothing was sent`);
}

interface TableRequest {
  readonly name: string;
  readonly body: unknown;
  readonly lookbackDays: number | undefined;
  readonly today: number;
  readonly names: ColumnNames;
}

/**
 * Prepares one table. Rejects with an `InvalidArgumentError` for each problem that `reportTables`
 * lists, except problems with the name.
 */
async function reportTable(
  facts: SyncFacts,
  { name, body: rawBody, lookbackDays, today, names }: TableRequest,
): Promise<ReportTable> {
  const body = cloneBody(rawBody) as Body;
  if (typeof body !== "object" || body === null || Array.isArray(body))
    refuse(name, "needs a body: an object with level, granularity and columns");
  for (const field of ["start_date", "end_date", "start_hour", "end_hour"])
    if (field in body) refuse(name, `has ${field} in its body, but sync chooses the days`);
  const { granularity, report_format: format = "JSON" } = body;
  if (!GRANULARITIES.includes(granularity as string))
    refuse(
      name,
      `has granularity ${granularity}: sync needs DAY or HOUR, because it reloads individual days`,
    );
  if (format !== "JSON")
    refuse(
      name,
      `has report_format ${format}: sync needs JSON, because CSV files use other column names`,
    );
  const description = facts.describe(body);
  const { primaryKey } = description;
  if (primaryKey === null)
    refuse(name, `has rows without a primary key: ${description.noKeyReason}`);
  checkPlan(name, planOf(facts, body, { first: today - 1, last: today - 1, today }));
  const isHourly = granularity === "HOUR";
  // In another time zone, a day can end up to a day later than in UTC, and so can an attribution
  // window.
  const isZoned = body.reporting_timezone !== undefined;
  const usual = usualLookback(facts.windows, body);
  return {
    name,
    body,
    fingerprint: await fingerprintOf(body),
    names,
    table: tableOf(name, { ...description, primaryKey }, { isHourly, isZoned, names }),
    requested: await requestedBy(body, names),
    exact: exactOf(description),
    quotients: quotientsOf(description),
    lookback: isZoned
      ? Math.max(lookbackDays ?? usual, MIN_ZONED_LOOKBACK)
      : (lookbackDays ?? usual),
    isHourly,
  };
}

/**
 * Plans the body for the days from `first` to `last`. Both days are included, and are given in days
 * since 1970-01-01. If the body breaks a rule, the plan has `problems`.
 */
export function planOf(
  { plan }: SyncFacts,
  body: Body,
  { first, last, today }: { readonly first: number; readonly last: number; readonly today: number },
): Plan<Body> {
  return plan(
    { ...body, start_date: isoDay(first), end_date: isoDay(last) },
    { today: isoDay(today) },
  );
}

/**
 * Throws an `InvalidArgumentError` if the plan has an error. Warnings are ignored. The message
 * contains the table's `name` and the first error.
 */
export function checkProblems(name: string, { problems }: Plan<Body>): void {
  const error = problems.find(({ severity }) => severity === "error");
  if (error !== undefined) refuse(name, `has an invalid body: ${formatViolation(error)}`);
}

/**
 * Throws an `InvalidArgumentError` unless a day's plan is a single request. The plan must have no
 * errors and no dropped values.
 */
function checkPlan(name: string, plan: Plan<Body>): void {
  checkProblems(name, plan);
  const { requests, dropped } = plan;
  const values = dropped.find((part) => "values" in part);
  if (values !== undefined && "values" in values)
    refuse(
      name,
      `has ${values.values.join(", ")} in ${values.field}, which the rules do not allow`,
    );
  if (requests.length !== 1)
    refuse(
      name,
      `needs ${requests.length} requests for each day, and their rows would overwrite each other: shorten its lists, or use several tables`,
    );
}

/**
 * Returns the name that a report column has in its table. A lowercase name, such as `campaign_id`,
 * needs no quotes in SQL.
 */
function columnName(name: string, names: ColumnNames): string {
  return names === "database" ? name.toLowerCase() : name;
}

/** The body's columns, and a digest of its other fields. */
async function requestedBy(body: Body, names: ColumnNames): Promise<RequestedRows> {
  const { columns, ...settings } = body;
  return {
    columns: ((columns ?? []) as readonly string[]).map((name) => columnName(name, names)).sort(),
    settings: await fingerprintOf(settings),
  };
}

/** The names of the `decimal` columns, whose values must not be converted to doubles. */
export function exactOf({ columns }: Pick<RowsDescription, "columns">): readonly string[] {
  return columns.flatMap(({ name, type }) => (type === "decimal" ? [name] : []));
}

/** The names of the nullable `decimal` columns: quotients, which are null without a denominator. */
export function quotientsOf({ columns }: Pick<RowsDescription, "columns">): readonly string[] {
  return columns.flatMap(({ name, type, nullable }) =>
    type === "decimal" && nullable ? [name] : [],
  );
}

/**
 * Groups of columns that contain the same id. An example is an ad's id under its old and its
 * current name.
 */
export function sameIds({ levels }: SyncFacts): readonly (readonly string[])[] {
  return levels
    .flatMap(({ distinguishedBy = [] }) => distinguishedBy)
    .filter((group) => group.length > 1);
}

/** The table for the described rows, with the columns that every table has. */
function tableOf(
  name: string,
  {
    columns,
    primaryKey,
  }: { readonly columns: RowsDescription["columns"]; readonly primaryKey: readonly string[] },
  {
    isHourly,
    isZoned,
    names,
  }: { readonly isHourly: boolean; readonly isZoned: boolean; readonly names: ColumnNames },
): TargetTable {
  const key = [...new Set([ACCOUNT_COLUMN, ...primaryKey])];
  const added = (column: string, type: CellType, comment: string): TargetColumn => ({
    name: columnName(column, names),
    type,
    nullable: !key.includes(column) && column !== DAY_COLUMN,
    comment,
  });
  const described = columns
    .filter(({ name: column }) => column !== ACCOUNT_COLUMN)
    .map(
      ({ name: column, type, description }): TargetColumn => ({
        name: columnName(column, names),
        type,
        // The column is null in rows that were loaded without it.
        nullable: !key.includes(column),
        comment: description,
      }),
    );
  const zone = isZoned ? "in the report's time zone" : "in UTC";
  return {
    name,
    columns: [
      added(ACCOUNT_COLUMN, "text", "Id of the ad account."),
      added("CURRENCY", "text", "Currency of the ad account, and of all money amounts in the row."),
      added("TIME_ZONE", "text", "Time zone of the ad account."),
      ...(isHourly ? [added(DAY_COLUMN, "date", `Day of the hour, ${zone}.`)] : []),
      ...described,
      LOADED_AT,
    ],
    primaryKey: key.map((column) => columnName(column, names)),
    accountColumn: columnName(ACCOUNT_COLUMN, names),
    dayColumn: columnName(isHourly ? DAY_COLUMN : "DATE", names),
  };
}

/**
 * The table with a row for each run. Its key is `run_id`: the run's start time as text, without
 * `-`, `:` and `.`. Every table needs an `accountColumn`. Here it is `run_id`, which contains no
 * account.
 */
export function runsTable(): TargetTable {
  const column = (name: string, type: CellType, comment: string): TargetColumn => ({
    name,
    type,
    nullable: false,
    comment,
  });
  return {
    name: RUNS_TABLE,
    columns: [
      column("run_id", "text", "When the run began, as text."),
      column("started_at", "timestamp", "When the run began."),
      column("finished_at", "timestamp", "When the run ended."),
      column("version", "text", "Version of pinterest-reports."),
      column("requests", "integer", "Number of reports that the run requested."),
      column("loaded_rows", "integer", "Number of rows that the run loaded."),
      column("failures", "integer", "Number of reports and lists that failed."),
    ],
    primaryKey: ["run_id"],
    accountColumn: "run_id",
    dayColumn: null,
  };
}

const KEY_COMMENTS: Readonly<Record<string, string>> = {
  ad_account_id: "Id of the ad account.",
  id: "Id, the same as in reports.",
};

/**
 * Returns the facts about a list. Throws an `InvalidArgumentError` if the API description lacks the
 * list.
 */
export function listOf(lists: SyncFacts["lists"], name: string): ListFacts {
  const list = Object.hasOwn(lists, name) ? lists[name as EntityTable] : undefined;
  if (list === undefined)
    throw new InvalidArgumentError(`there is no list of ${name}; nothing was sent`);
  return list;
}

/**
 * The table for a list, with a column for each item field. The fields come from the API
 * description. Throws the same error as `listOf`.
 */
export function entityTable({ accounts, lists }: SyncFacts, name: string): TargetTable {
  const { columns, key: ofItem } = name === ACCOUNTS_TABLE ? accounts : listOf(lists, name);
  const accountColumn = ACCOUNT_COLUMN.toLowerCase();
  const key = [accountColumn, ...(ofItem ?? ["id"])];
  const keyColumn = (column: string): TargetColumn => ({
    name: column,
    type: "text",
    nullable: false,
    comment: KEY_COMMENTS[column] ?? null,
  });
  const others = Object.entries(columns).filter(([column]) => !key.includes(column));
  return {
    name,
    columns: [
      ...key.map(keyColumn),
      ...others.map(([column, type]) => ({ name: column, type, nullable: true, comment: null })),
      LOADED_AT,
    ],
    primaryKey: key,
    accountColumn,
    dayColumn: null,
  };
}

/**
 * Returns the table with the existing table's key, if that key also identifies the new rows.
 *
 * There are two conditions:
 * - The new table has all columns of the existing key.
 * - Without the new key columns, the body's rows would still have a key, and all columns of that
 *   key are in the existing key. New key columns are those that the existing key lacks.
 *
 * The new key columns then become nullable. For example, the existing key may contain an ad's id
 * under its old name, or omit the advertiser's id at account level. If a condition is not met, or
 * if `existing` is null, returns the table unchanged.
 */
export function withExistingKey(
  { describe }: SyncFacts,
  { table, body, names }: ReportTable,
  existing: TargetTable | null,
): TargetTable {
  if (existing === null) return table;
  const key = existing.primaryKey;
  const added = table.primaryKey.filter((name) => !key.includes(name));
  const columns = ((body.columns ?? []) as readonly string[]).filter(
    (name) => !added.includes(columnName(name, names)),
  );
  const primaryKey =
    added.length === 0
      ? table.primaryKey
      : describe({ ...body, columns }).primaryKey?.map((name) => columnName(name, names));
  const isEnough = primaryKey?.every((name) => key.includes(name)) === true;
  const isRequested = key.every((name) => table.columns.some((column) => column.name === name));
  if (!isEnough || !isRequested) return table;
  const isOptional = (name: string): boolean => added.includes(name);
  return {
    ...table,
    primaryKey: key,
    columns: table.columns.map((column) =>
      isOptional(column.name) ? { ...column, nullable: true } : column,
    ),
  };
}

/**
 * Throws an `InvalidArgumentError` if the existing table does not fit this run's table.
 *
 * It does not fit in these cases:
 * - It has no `_loaded_at`, because an earlier version created it.
 * - It has another key, such as another level's key. The case of column names matters, because it
 *   depends on the `names` option.
 * - Its rows are daily instead of hourly, or vice versa.
 * - It is a report table, and one of its columns has a narrower or incompatible type.
 *
 * Other columns may exist in only one of the tables. If there is no table yet, `existing` is null,
 * which is also accepted. `target` is the target's name in the message.
 */
export function checkExisting(
  table: TargetTable,
  existing: TargetTable | null,
  target: string,
): void {
  if (existing === null) return;
  const refuseTable = (why: string): never => refuse(table.name, `in ${target} ${why}`);
  const rename = `rename the table so that sync loads it again; if the target is a folder or bucket, move ${table.name} and _sync/${table.name}.json elsewhere instead`;
  if (!existing.columns.some(({ name }) => name === LOADED_AT.name))
    refuseTable(`was created by an earlier version: ${rename}`);
  const [before, after] = [existing, table].map(keyText);
  if (before !== after && before?.toLowerCase() === after?.toLowerCase())
    refuseTable(
      `has columns such as ${existing.accountColumn}, but this run writes ${table.accountColumn}: use the same \`names\` option as the run that created it, or ${rename}`,
    );
  if (before !== after)
    refuseTable(
      `has the key ${before}, but the new body returns rows with the key ${after}: use another table for the new body`,
    );
  for (const { name, type } of table.dayColumn === null ? [] : table.columns) {
    const present = existing.columns.find((column) => column.name === name)?.type;
    if (present !== undefined && widest(present, type) !== present)
      refuseTable(
        `has the column ${name} of type ${present}, but this version writes ${type}: ${rename}`,
      );
  }
}

/** A table's key for a message, such as `ad_account_id, campaign_id, date by day`. */
function keyText({ primaryKey, dayColumn }: TargetTable): string {
  const isHourly = dayColumn?.toUpperCase() === DAY_COLUMN;
  const rows = dayColumn === null ? "as a list" : isHourly ? "by hour" : "by day";
  return `${[...primaryKey].sort().join(", ")} ${rows}`;
}

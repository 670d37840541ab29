import { InvalidArgumentError } from "../errors.js";
import { cloneBody } from "../options.js";
import type { Plan } from "../planner/types.js";
import { quoteWord } from "../redact.js";
import type { RowsDescription } from "../tables/describe.js";
import { isoDay } from "../validation/dates.js";
import { formatViolation } from "../validation/violation.js";
import { fingerprintOf } from "./days.js";
import type { SyncFacts } from "./facts.js";
import type { CellType, TargetColumn, TargetTable } from "./target.js";
import type { EntityTable } from "./types.js";

/** The table with a row for each account. */
export const ACCOUNTS_TABLE = "ad_accounts";
/** The tables of lists, in the order in which they are loaded. */
export const ENTITY_TABLES: readonly EntityTable[] = ["campaigns", "ad_groups", "ads"];

/** The column with the account of a row, which every table of reports has. */
const ACCOUNT_COLUMN = "AD_ACCOUNT_ID";
/**
 * The column with the day of a row of an hourly report, whose DATE has a format that Pinterest does
 * not document.
 */
const DAY_COLUMN = "DAY";

type Body = Readonly<Record<string, unknown>>;

/** A table of reports, ready to be planned. */
export interface ReportTable {
  readonly name: string;
  readonly body: Body;
  readonly fingerprint: string;
  readonly table: TargetTable;
  /** Number of days before today that are read again. */
  readonly lookback: number;
  /** Whether the day of a row is in the first ten characters of its DATE. */
  readonly isHourly: boolean;
}

const GRANULARITIES = ["DAY", "HOUR"];
const LEAST_LOOKBACK = 7;
// Yesterday in UTC is complete a day later in any time zone.
const LEAST_ZONED = 2;

/**
 * The tables of the options. Throws an `InvalidArgumentError` for the first one that cannot be
 * kept: an invalid name, a name that differs from another's only in case, days in the body, another
 * granularity than DAY and HOUR, a file that is not JSON, rows without a key, a violation of the
 * rules, or a body that one request per day does not cover.
 */
export async function reportTables(
  facts: SyncFacts,
  {
    tables,
    lookbackDays,
    today,
  }: {
    readonly tables: unknown;
    readonly lookbackDays: number | undefined;
    readonly today: number;
  },
): Promise<readonly ReportTable[]> {
  if (typeof tables !== "object" || tables === null || Array.isArray(tables))
    throw new InvalidArgumentError(
      "tables must be an object with a body for each table's name; nothing was sent",
    );
  const names = Object.keys(tables);
  if (names.length === 0) throw new InvalidArgumentError("tables has no table; nothing was sent");
  const seen = new Map([ACCOUNTS_TABLE, ...ENTITY_TABLES].map((name) => [name, name]));
  const prepared: ReportTable[] = [];
  for (const name of names) {
    checkName(name);
    const same = seen.get(name.toLowerCase());
    if (same !== undefined)
      refuse(
        name,
        same === name ? "has the name of a table of entities" : `differs from ${same} only in case`,
      );
    seen.set(name.toLowerCase(), name);
    prepared.push(
      await reportTable(facts, {
        name,
        body: (tables as Record<string, unknown>)[name],
        lookbackDays,
        today,
      }),
    );
  }
  return prepared;
}

function checkName(name: string): void {
  if (/^[A-Za-z]\w{0,47}$/.test(name)) return;
  throw new InvalidArgumentError(
    `${quoteWord(name)} is no name of a table: letters, digits and _, beginning with a letter, at most 48 characters; nothing was sent`,
  );
}

function refuse(name: string, why: string): never {
  throw new InvalidArgumentError(`the table ${name} ${why}; nothing was sent`);
}

interface TableRequest {
  readonly name: string;
  readonly body: unknown;
  readonly lookbackDays: number | undefined;
  readonly today: number;
}

async function reportTable(
  facts: SyncFacts,
  { name, body: rawBody, lookbackDays, today }: TableRequest,
): Promise<ReportTable> {
  const body = cloneBody(rawBody) as Body;
  if (typeof body !== "object" || body === null || Array.isArray(body))
    refuse(name, "has no body: an object with level, granularity and columns");
  for (const field of ["start_date", "end_date", "start_hour", "end_hour"])
    if (field in body) refuse(name, `has ${field} in its body, but sync chooses the days`);
  const { granularity, report_format: format = "JSON" } = body;
  if (!GRANULARITIES.includes(granularity as string))
    refuse(
      name,
      `has granularity ${granularity}: sync needs DAY or HOUR, since only days can be read again one by one`,
    );
  if (format !== "JSON")
    refuse(
      name,
      `has report_format ${format}: sync reads JSON, in which columns have their own names`,
    );
  const description = facts.describe(body);
  const { primaryKey } = description;
  if (primaryKey === null)
    refuse(name, `has rows that cannot be told apart: ${description.noKeyReason}`);
  checkPlan(name, planOf(facts, body, { first: today - 1, last: today - 1, today }));
  const isHourly = granularity === "HOUR";
  // Days of another time zone end up to a day after those in UTC, and with them the windows.
  const isZoned = body.reporting_timezone !== undefined;
  const usual = defaultLookback(facts, body);
  return {
    name,
    body,
    fingerprint: await fingerprintOf(body),
    table: tableOf(name, { ...description, primaryKey }, { isHourly, isZoned }),
    lookback: isZoned ? Math.max(lookbackDays ?? usual + 1, LEAST_ZONED) : (lookbackDays ?? usual),
    isHourly,
  };
}

/** The plan of the body for these days, as numbers since 1970. */
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

/** Throws an `InvalidArgumentError` if the body of the plan breaks a rule. */
export function checkProblems(name: string, { problems }: Plan<Body>): void {
  const error = problems.find(({ severity }) => severity === "error");
  if (error !== undefined) refuse(name, `has an invalid body: ${formatViolation(error)}`);
}

function checkPlan(name: string, plan: Plan<Body>): void {
  checkProblems(name, plan);
  const { requests, dropped } = plan;
  const values = dropped.find((part) => "values" in part);
  if (values !== undefined && "values" in values)
    refuse(
      name,
      `has ${values.values.join(", ")} in ${values.field}, which the rules do not allow there`,
    );
  if (requests.length !== 1)
    refuse(
      name,
      `needs ${requests.length} requests for each day, whose rows would replace each other: shorten its lists, or make several tables`,
    );
}

/**
 * One more than the longest attribution window of the body, since the days are counted from today,
 * which is not read.
 */
function defaultLookback({ windows }: SyncFacts, body: Body): number {
  const days = windows.map(({ field, default: usual }) =>
    typeof body[field] === "number" ? body[field] : usual,
  );
  return Math.max(LEAST_LOOKBACK, ...days.map((window) => window + 1));
}

/** The table for the described rows, with the columns that every table has. */
function tableOf(
  name: string,
  {
    columns,
    primaryKey,
  }: { readonly columns: RowsDescription["columns"]; readonly primaryKey: readonly string[] },
  { isHourly, isZoned }: { readonly isHourly: boolean; readonly isZoned: boolean },
): TargetTable {
  const key = [...new Set([ACCOUNT_COLUMN, ...primaryKey])];
  const described = columns.map(
    ({ name: column, type, nullable, description }): TargetColumn => ({
      name: column,
      type,
      nullable: nullable && !key.includes(column),
      comment: description,
    }),
  );
  const added = (column: string, type: CellType, comment: string): readonly TargetColumn[] =>
    described.some((existing) => existing.name === column)
      ? []
      : [{ name: column, type, nullable: false, comment }];
  return {
    name,
    columns: [
      ...added(ACCOUNT_COLUMN, "text", "Id of the ad account."),
      ...(isHourly
        ? added(
            DAY_COLUMN,
            "date",
            isZoned
              ? "Day of the hour, in the time zone of the report."
              : "Day of the hour, in UTC.",
          )
        : []),
      ...described,
    ],
    primaryKey: key,
    accountColumn: ACCOUNT_COLUMN,
    dayColumn: isHourly ? DAY_COLUMN : "DATE",
  };
}

/** The table of a list: its columns are those of the items that have come so far. */
export function entityTable(name: string): TargetTable {
  const column = (columnName: string, comment: string): TargetColumn => ({
    name: columnName,
    type: "text",
    nullable: false,
    comment,
  });
  const accountColumn = name === ACCOUNTS_TABLE ? "id" : "ad_account_id";
  const account = column(accountColumn, "Id of the ad account.");
  return {
    name,
    columns:
      name === ACCOUNTS_TABLE ? [account] : [account, column("id", "Id, as reports have it.")],
    primaryKey: name === ACCOUNTS_TABLE ? [accountColumn] : [accountColumn, "id"],
    accountColumn,
    dayColumn: null,
  };
}

/**
 * The table with the key of the existing one, if that tells the rows of the body apart, too: either
 * of two columns with the same id does, and rows of accounts need no id besides the account's. Else
 * the table as it is.
 */
export function withExistingKey(
  { describe }: SyncFacts,
  { table, body }: ReportTable,
  existing: TargetTable | null,
): TargetTable {
  if (existing === null) return table;
  const key = existing.primaryKey;
  const added = table.primaryKey.filter((name) => !key.includes(name));
  const columns = ((body.columns ?? []) as readonly string[]).filter(
    (name) => !added.includes(name),
  );
  const { primaryKey } = added.length === 0 ? table : describe({ ...body, columns });
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
 * Throws an `InvalidArgumentError` if the target's table has another key, such as that of another
 * level, or another granularity.
 */
export function checkExisting(
  table: TargetTable,
  existing: TargetTable | null,
  target: string,
): void {
  if (existing === null) return;
  const [before, after] = [existing, table].map(
    ({ primaryKey, dayColumn }) => [...primaryKey].sort().join(", ") + (dayColumn ?? ""),
  );
  if (before === after) return;
  refuse(
    table.name,
    `in ${target} has the key ${keyText(existing)}, and its body now asks for rows with the key ${keyText(table)}: give the new body another table`,
  );
}

function keyText({ primaryKey, dayColumn }: TargetTable): string {
  const rows = dayColumn === null ? "as a list" : dayColumn === DAY_COLUMN ? "by hour" : "by day";
  return `${primaryKey.join(", ")} ${rows}`;
}

import type { ReportTask } from "../batch/types.js";
import { dayNumber, isoDay } from "../validation/dates.js";
import { type DayRange, daysToRead, missingFrom, rangesOf } from "./days.js";
import type { SyncFacts } from "./facts.js";
import { checkProblems, planOf, type ReportTable } from "./tables.js";
import type { RequestedRows, TargetSession } from "./target.js";
import type { SyncDays, SyncPlan } from "./types.js";

type Body = Readonly<Record<string, unknown>>;

/** A report to request. */
export interface PlannedReport extends ReportTask<Body> {
  readonly table: ReportTable;
  /** The report's days, as listed in the plan. */
  readonly days: SyncDays;
}

/** The reports of a run, and the days that it skips. */
export interface PlannedReports extends Pick<SyncPlan, "backfill" | "outdated" | "unavailable"> {
  readonly tasks: readonly PlannedReport[];
  /**
   * The first day of each table, including the days that this run requests. Tables whose first day
   * is not known are left out.
   */
  readonly begins: ReadonlyMap<string, number>;
}

/** The values of a run that determine which days to read. */
export interface Selection {
  readonly today: number;
  readonly since: number | undefined;
  readonly full: boolean;
  /** Whether days that lack one of the body's columns are read again. */
  readonly backfill: boolean;
  /** Whether the accounts could be listed. */
  readonly isListed: boolean;
}

/** A report table, and its state in the target. */
export interface KnownTable extends ReportTable {
  readonly exists: boolean;
  /** First day of the table in the target; undefined if none is recorded. */
  readonly begin: number | undefined;
  /** The columns and settings of the bodies that loaded the table's days, by fingerprint. */
  readonly earlierBodies: Readonly<Record<string, RequestedRows>>;
}

/**
 * Plans the reports of all tables and accounts, ordered by account. Reports that only add columns
 * come last, newest days first. Sends nothing to Pinterest. Rejects with an `InvalidArgumentError`
 * if a body breaks a rule.
 */
export async function plannedReports(
  facts: SyncFacts,
  session: TargetSession,
  {
    tables,
    accounts,
    ...selection
  }: Selection & { readonly tables: readonly KnownTable[]; readonly accounts: readonly string[] },
): Promise<PlannedReports> {
  const tasks: PlannedReport[] = [];
  const backfills: PlannedReport[] = [];
  const outdated: SyncDays[] = [];
  const unavailable: SyncDays[] = [];
  const begins = new Map(
    tables.flatMap(({ name, begin }) => (begin === undefined ? [] : [[name, begin]])),
  );
  for (const adAccountId of accounts) {
    for (const table of tables) {
      const { name, body: tableBody, begin } = table;
      const loaded = table.exists
        ? await session.loadedDays(name, adAccountId)
        : new Map<string, string>();
      const known = {
        body: table.fingerprint,
        requested: table.requested,
        earlierBodies: table.earlierBodies,
      };
      const days = daysToRead({ loaded, ...known, lookback: table.lookback, begin, ...selection });
      const named = ({ first, last }: DayRange): SyncDays => ({
        table: name,
        adAccountId,
        from: isoDay(first),
        to: isoDay(last),
      });
      const notRead: number[] = [];
      for (const [ranges, into] of [
        [days.read, tasks],
        [days.backfill, backfills],
      ] as const)
        for (const range of ranges) {
          const plan = planOf(facts, tableBody, { ...range, today: selection.today });
          checkProblems(name, plan);
          for (const body of plan.requests) {
            const [first, last] = [dayNumber(body.start_date), dayNumber(body.end_date)];
            into.push({ adAccountId, body, tag: name, table, days: named({ first, last }) });
            begins.set(name, Math.min(first, begins.get(name) ?? first));
          }
          for (const part of plan.dropped)
            for (const day of "days" in part ? daysOf(part) : []) notRead.push(day);
        }
      const stampOf = (day: number): string | undefined => loaded.get(isoDay(day));
      const left = [
        ...days.outdated.flatMap(({ first, last }) => daysBetween(first, last)),
        ...notRead.filter((day) => {
          const stamp = stampOf(day);
          return stamp !== undefined && missingFrom(stamp, known) !== null;
        }),
      ];
      outdated.push(...rangesOf(left.sort((a, b) => a - b)).map(named));
      // Days before the table's first day are skipped silently, because no run requested them. So
      // are days that an earlier run has already reported as unavailable.
      const wanted = selection.since ?? begin ?? selection.today;
      unavailable.push(
        ...rangesOf(notRead.filter((day) => day >= wanted && stampOf(day) === undefined)).map(
          named,
        ),
      );
    }
  }
  const newestFirst = backfills.toSorted((one, other) =>
    other.days.from.localeCompare(one.days.from),
  );
  return {
    tasks: [...tasks, ...newestFirst],
    backfill: newestFirst.map(({ days }) => days),
    outdated,
    unavailable,
    begins,
  };
}

/** The day numbers of dropped days, in order. */
function daysOf({
  start_date: from,
  end_date: to,
}: {
  readonly start_date: string;
  readonly end_date: string;
}): readonly number[] {
  return daysBetween(dayNumber(from), dayNumber(to));
}

/** The day numbers from `first` to `last`, both included. */
function daysBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

import type { ReportTask } from "../batch/types.js";
import { dayNumber, isoDay } from "../validation/dates.js";
import { type DayRange, daysToRead, isOfOther, rangesOf } from "./days.js";
import type { SyncFacts } from "./facts.js";
import { checkProblems, planOf, type ReportTable } from "./tables.js";
import type { TargetSession } from "./target.js";
import type { SyncDays, SyncPlan } from "./types.js";

type Body = Readonly<Record<string, unknown>>;

/** A report to request. */
export interface SyncTask extends ReportTask<Body> {
  readonly table: ReportTable;
  /** Its days, as the plan has them. */
  readonly days: SyncDays;
}

/** The reports of a run, and what it leaves. */
export interface PlannedReports extends Pick<SyncPlan, "outdated" | "unavailable"> {
  readonly tasks: readonly SyncTask[];
  /** The first day of each table of which one is known, with what this run requests. */
  readonly begins: ReadonlyMap<string, number>;
}

/** Which days are read. */
export interface Selection {
  readonly today: number;
  readonly since: number | undefined;
  readonly full: boolean;
}

/** A table of reports, and what the target has of it. */
export interface KnownTable extends ReportTable {
  readonly exists: boolean;
  /** First day of the table in the target; undefined if none is recorded. */
  readonly begin: number | undefined;
}

/**
 * Plans the reports of all tables and accounts, by account, so that one account's reports come one
 * after another.
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
  const tasks: SyncTask[] = [];
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
      const days = daysToRead({
        loaded,
        body: table.fingerprint,
        lookback: table.lookback,
        begin,
        ...selection,
      });
      const named = ({ first, last }: DayRange): SyncDays => ({
        table: name,
        adAccountId,
        from: isoDay(first),
        to: isoDay(last),
      });
      const notRead: number[] = [];
      for (const range of days.read) {
        const plan = planOf(facts, tableBody, { ...range, today: selection.today });
        checkProblems(name, plan);
        for (const body of plan.requests) {
          const [first, last] = [dayNumber(body.start_date), dayNumber(body.end_date)];
          tasks.push({ adAccountId, body, tag: name, table, days: named({ first, last }) });
          begins.set(name, Math.min(first, begins.get(name) ?? first));
        }
        notRead.push(...plan.dropped.flatMap((part) => ("days" in part ? daysOf(part) : [])));
      }
      const isOutdated = (day: number): boolean =>
        isOfOther(loaded.get(isoDay(day)) ?? table.fingerprint, table.fingerprint);
      const left = [
        ...days.outdated.flatMap(({ first, last }) => daysBetween(first, last)),
        ...notRead.filter(isOutdated),
      ];
      outdated.push(...rangesOf(left.sort((a, b) => a - b)).map(named));
      // Days before the table's first one, for which no run has asked, are left in silence.
      const wanted = selection.since ?? begin ?? selection.today;
      unavailable.push(
        ...rangesOf(notRead.filter((day) => day >= wanted && !loaded.has(isoDay(day)))).map(named),
      );
    }
  }
  return { tasks, outdated, unavailable, begins };
}

function daysOf({
  start_date: from,
  end_date: to,
}: {
  readonly start_date: string;
  readonly end_date: string;
}): readonly number[] {
  return daysBetween(dayNumber(from), dayNumber(to));
}

function daysBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

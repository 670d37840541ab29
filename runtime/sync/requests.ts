import type { ReportTask } from "../batch/types.js";
import { dayNumber, isoDay } from "../validation/dates.js";
import { type DayRange, daysToRead, rangesOf } from "./days.js";
import type { SyncFacts } from "./facts.js";
import { planOf, type ReportTable } from "./tables.js";
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
}

/** Which days are read. */
export interface Selection {
  readonly today: number;
  readonly since: number | undefined;
  readonly full: boolean;
}

/** Plans the reports of all tables and accounts, by account, so that one account's reports come one after another. */
export async function plannedReports(
  facts: SyncFacts,
  session: TargetSession,
  {
    tables,
    accounts,
    ...selection
  }: Selection & { readonly tables: readonly (ReportTable & { readonly exists: boolean })[]; readonly accounts: readonly string[] },
): Promise<PlannedReports> {
  const tasks: SyncTask[] = [];
  const outdated: SyncDays[] = [];
  const unavailable: SyncDays[] = [];
  for (const adAccountId of accounts) {
    for (const table of tables) {
      const loaded = table.exists ? await session.loadedDays(table.name, adAccountId) : new Map<string, string>();
      const days = daysToRead({ loaded, body: table.fingerprint, lookback: table.lookback, ...selection });
      const named = ({ first, last }: DayRange): SyncDays => ({
        table: table.name,
        adAccountId,
        from: isoDay(first),
        to: isoDay(last),
      });
      outdated.push(...days.outdated.map(named));
      for (const range of days.read) {
        const { requests, dropped } = planOf(facts, table.body, { ...range, today: selection.today });
        for (const body of requests) {
          const [first, last] = [dayNumber(body.start_date), dayNumber(body.end_date)];
          tasks.push({ adAccountId, body, tag: table.name, table, days: named({ first, last }) });
        }
        // Days that the target has, and days before the first one that was asked for, are left in silence.
        const missing = dropped.flatMap((part) => ("days" in part ? daysOf(part) : [])).filter((day) => !loaded.has(isoDay(day)));
        if (selection.since !== undefined) unavailable.push(...rangesOf(missing).map(named));
      }
    }
  }
  return { tasks, outdated, unavailable };
}

function daysOf({ start_date: from, end_date: to }: { readonly start_date: string; readonly end_date: string }): readonly number[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, at) => first + at);
}

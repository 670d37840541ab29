import { createHash } from "node:crypto";
import { customTarget } from "../../generated/sync.js";
import { folderTarget } from "../../runtime/sync/folder.js";
import type { Target } from "../../runtime/sync/target.js";
import { isoDay, utcToday } from "../../runtime/validation/dates.js";
import {
  CAMPAIGN_DAYS,
  folderRows,
  type ReadFile,
  rowsInFile,
  serverRows,
  sortedRows,
  syncSetting,
} from "./sync.js";

type Row = Readonly<Record<string, unknown>>;

/** A target that is synced daily, and a way to read its rows. */
export interface YearTarget {
  readonly target: Target;
  /**
   * The rows of a table from a day on, without nulls. With `isWhole`, it must not use anything
   * cached earlier.
   */
  rows(table: string, from: string, isWhole: boolean): Promise<readonly Row[]>;
}

export interface YearOptions {
  readonly days: number;
  readonly accounts: number;
  /**
   * How often the whole table is compared, in days. It is also compared at the end. On other days,
   * only days that may have changed are compared.
   */
  readonly wholeEvery: number;
}

/** Counts of the compared days. */
export interface YearCounts {
  /** How many cells were compared. */
  readonly cells: number;
  /** How many keys disappeared the next day, and how many returned. */
  readonly gone: number;
  readonly back: number;
}

/**
 * A folder that is synced daily. All files are read each time, but only those with a new digest are
 * parsed.
 */
export function yearFolder(folder: URL, target: Target = folderTarget(folder)): YearTarget {
  let remembered: ReadonlyMap<string, ReturnType<ReadFile>> = new Map();
  return {
    target,
    rows(table, from, isWhole) {
      const before = isWhole ? new Map<string, ReturnType<ReadFile>>() : remembered;
      const now = new Map<string, ReturnType<ReadFile>>();
      remembered = now;
      return folderRows(folder, table, from, (bytes) => {
        const digest = createHash("sha256").update(bytes).digest("base64");
        const rows = now.get(digest) ?? before.get(digest) ?? rowsInFile(bytes);
        now.set(digest, rows);
        return rows;
      });
    },
  };
}

/**
 * Syncs daily while the server restates 5 % of the last 30 days' rows each day, sometimes to zero
 * and back. After each day, compares the table with the server's data cell by cell, and throws at
 * the first difference.
 */
export async function syncedYear(
  { target, rows }: YearTarget,
  { days, accounts, wholeEvery }: YearOptions,
): Promise<YearCounts> {
  await using setting = await syncSetting({ accounts, restated: 0.05 });
  const ids = Array.from({ length: accounts }, (_, at) => String(549_755_885_175 + at));
  const firstDay = utcToday(setting.server.clock.date()) - 31;
  const counts = { cells: 0, gone: 0, back: 0 };
  let before = new Set<string>();
  const lost = new Set<string>();
  for (let day = 0; day < days; day++) {
    const { failed } = await setting.client.report.sync({
      target: customTarget(target),
      tables: { campaign_days: CAMPAIGN_DAYS },
      entities: [],
      only: ["campaign_days"],
    });
    if (failed.length > 0) throw failed[0]?.error;
    const today = utcToday(setting.server.clock.date());
    const isWhole = day % wholeEvery === wholeEvery - 1 || day === days - 1;
    const from = isWhole ? firstDay : Math.max(firstDay, today - 31);
    const stored = await rows("campaign_days", isoDay(from), isWhole);
    // One report has at most 186 days.
    const held: Row[] = [];
    for (let at = from; at < today; at += 186)
      held.push(
        ...(await serverRows(setting, {
          accounts: ids,
          body: CAMPAIGN_DAYS,
          from: isoDay(at),
          to: isoDay(Math.min(today - 1, at + 185)),
        })),
      );
    compare(stored, held, `after ${day + 1} days, from ${isoDay(from)} on`);
    counts.cells += held.reduce((sum, row) => sum + Object.keys(row).length, 0);
    const keys = new Set(
      stored.flatMap((row) =>
        String(row.date) >= isoDay(today - 30)
          ? [`${row.ad_account_id} ${row.date} ${row.campaign_id}`]
          : [],
      ),
    );
    for (const key of before) {
      if (keys.has(key) || key.split(" ")[1] === isoDay(today - 31)) continue;
      counts.gone++;
      lost.add(key);
    }
    for (const key of keys) if (lost.delete(key)) counts.back++;
    before = keys;
    await setting.nextDay();
  }
  return counts;
}

function compare(stored: readonly Row[], held: readonly Row[], when: string): void {
  const [actual, expected] = [sortedRows(stored), sortedRows(held)];
  const at = expected.findIndex((row, index) => row !== actual[index]);
  if (at < 0 && actual.length === expected.length) return;
  throw new Error(
    `${when}: ${actual.length} rows, not ${expected.length}; expected ${expected[at]}, found ${actual[at < 0 ? expected.length : at]}`,
  );
}

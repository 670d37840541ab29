import type { Cells, TargetWindow } from "../../runtime/sync/target.js";
import { isoDay } from "../../runtime/validation/dates.js";
import { type StoredRow, TABLE } from "./database-stores.js";

const FIRST_DAY = 20_000;

/** A window of several days whose rows contain its lease number. */
export interface LeasedWindow {
  readonly fence: number;
  /** First and last day, as numbers from 0. */
  readonly from: number;
  readonly to: number;
  /** Rows per day. */
  readonly count: number;
}

const dayOf = (day: number): string => isoDay(FIRST_DAY + day);

export function leasedWindow({ fence, from, to }: LeasedWindow): TargetWindow {
  return {
    table: TABLE,
    adAccountId: "1",
    days: { from: dayOf(from), to: dayOf(to) },
    stamp: `lease ${fence}`,
    fence,
  };
}

export async function* leasedRows({ fence, from, to, count }: LeasedWindow): AsyncGenerator<Cells> {
  for (let day = from; day <= to; day++)
    for (let at = 0; at < count; at++) {
      yield ["1", dayOf(day), String(at), fence, "x".repeat(100)];
      if (at % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
    }
}

/**
 * The outcome of each window, by fencing token. A killed process has no entry, because its outcome
 * is unknown.
 */
export type Outcomes = ReadonlyMap<number, string>;

/** For each day number, the fencing token in its rows and the one in its record. */
export interface DayContents {
  readonly day: string;
  readonly rows: number;
  readonly leases: readonly number[];
  readonly stamp: string | null;
  readonly fence: number | null;
}

/** A query for the contents of all days in a schema. */
export function daysQuery(schema: string): string {
  const table = `"${schema}".campaign_days`;
  return `SELECT to_char(coalesce(d.day, r.day), 'YYYY-MM-DD') AS day, coalesce(r.rows, 0) AS rows, coalesce(r.leases, '{}') AS leases, d.stamp, d.fence
    FROM "${schema}"._pinterest_sync_days d
    FULL JOIN (SELECT "DATE" AS day, count(*) AS rows, array_agg(DISTINCT "CLICKS") AS leases FROM ${table} GROUP BY 1) r USING (day)
    ORDER BY 1`;
}

/**
 * Throws unless each day's rows and record come from the same window, and that window has the
 * greatest fencing token of all that replaced the day.
 */
export function checkDays(
  stored: readonly StoredRow[],
  windows: readonly LeasedWindow[],
  outcomes: Outcomes,
): void {
  const days = new Map(
    (stored as unknown as readonly DayContents[]).map((contents) => [contents.day, contents]),
  );
  for (let day = 0; day <= Math.max(...windows.map(({ to }) => to)); day++) {
    const ofDay = windows.filter(({ from, to }) => from <= day && day <= to);
    const replaced = ofDay
      .filter(({ fence }) => outcomes.get(fence) === "replaced")
      .map(({ fence }) => fence);
    const { fence, stamp, rows, leases } = days.get(dayOf(day)) ?? {
      fence: null,
      stamp: null,
      rows: 0,
      leases: [],
    };
    const what = `day ${day}: ${JSON.stringify({ fence, stamp, rows, leases, replaced })}`;
    const least = Math.max(0, ...replaced);
    const winner = ofDay.find((window) => window.fence === fence);
    if (fence === null ? least > 0 || rows > 0 : winner === undefined || fence < least)
      throw new Error(`another lease has ${what}`);
    if (winner === undefined) continue;
    if (outcomes.get(winner.fence) !== undefined && outcomes.get(winner.fence) !== "replaced")
      throw new Error(`one that was refused has ${what}`);
    const expected = winner.count === 0 ? [] : [fence];
    if (
      stamp !== `lease ${fence}` ||
      rows !== winner.count ||
      JSON.stringify(leases) !== JSON.stringify(expected)
    )
      throw new Error(`the rows are not those of the record: ${what}`);
  }
  for (const window of windows) {
    if (outcomes.get(window.fence) !== "refused") continue;
    const later = windows.some(
      ({ fence, from, to }) =>
        fence > window.fence &&
        from <= window.to &&
        to >= window.from &&
        outcomes.get(fence) !== "refused",
    );
    if (!later)
      throw new Error(
        `the lease ${window.fence} was refused, and no later one has replaced any of its days`,
      );
  }
}

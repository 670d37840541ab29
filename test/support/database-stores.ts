import type {
  Cell,
  Cells,
  Target,
  TargetSession,
  TargetTable,
  TargetWindow,
} from "../../runtime/sync/target.js";
import type { TargetStore } from "./target-store.js";

/** A row as the database returns it. */
export type StoredRow = Readonly<Record<string, Cell>>;

/** The three days that the tests load. */
export const DAYS = { from: "2026-03-01", to: "2026-03-03" };

/** Enough rows for more than one chunk. */
export const MANY = 20_000;

/** A table of campaigns by day. */
export const TABLE: TargetTable = {
  name: "campaign_days",
  columns: [
    { name: "AD_ACCOUNT_ID", type: "text", nullable: false, comment: "Id of the ad account." },
    { name: "DATE", type: "date", nullable: false, comment: null },
    { name: "CAMPAIGN_ID", type: "text", nullable: false, comment: "The campaign's \\ id." },
    { name: "CLICKS", type: "integer", nullable: true, comment: null },
    { name: "NAME", type: "text", nullable: true, comment: null },
  ],
  primaryKey: ["AD_ACCOUNT_ID", "CAMPAIGN_ID", "DATE"],
  accountColumn: "AD_ACCOUNT_ID",
  dayColumn: "DATE",
};

/** A window of these three days in one account. */
export function windowOf(stamp: string, more: Partial<TargetWindow> = {}): TargetWindow {
  return { table: TABLE, adAccountId: "1", days: DAYS, stamp, ...more };
}

/** Rows for these three days, all with the same number of clicks. */
export async function* rowsWith(clicks: Cell, count = 3): AsyncGenerator<Cells> {
  for (let at = 0; at < count; at++)
    yield ["1", `2026-03-0${1 + (at % 3)}`, String(at), clicks, "x".repeat(100)];
}

/** Calls `work` with a session of the target, and closes it. */
export async function opened<Result>(
  target: Target,
  work: (session: TargetSession) => Promise<Result>,
): Promise<Result> {
  const session = await target.open();
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** A summary of the table: its number of rows by clicks, and its number of days by stamp. */
export interface Contents {
  readonly rows: readonly StoredRow[];
  readonly stamps: readonly StoredRow[];
}

/** The summary of a window with `count` rows that all have these clicks. */
export function whole(clicks: number, count: number, stamp: string): Contents {
  return { rows: [{ CLICKS: clicks, count }], stamps: [{ stamp, count: 3 }] };
}

/** An empty store of tables in a database. */
export interface DatabaseStore extends TargetStore {
  /** Command-line arguments with which a syncing program opens the store. */
  readonly args: readonly string[];
  /** The store as the target of a sync file. */
  readonly config: string | object;
  /** Runs statements in the store's schema. */
  run(statements: string): Promise<void>;
  /**
   * The rows of a table in the form that reports have them, without nulls. If the table has a DATE,
   * only from this day on.
   */
  rows(table: string, from?: string): Promise<readonly StoredRow[]>;
  /** The summary of `TABLE`. */
  contents(): Promise<Contents>;
}

/** Creates empty stores as long as its database runs. */
export interface DatabaseStores extends AsyncDisposable {
  store(): DatabaseStore;
}

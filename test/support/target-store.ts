import type {
  Cell,
  Cells,
  Target,
  TargetColumn,
  TargetSession,
  TargetTable,
} from "../../runtime/sync/target.js";

/** An empty store for tables, such as a new folder or schema. */
export interface TargetStore {
  /** Returns a target that writes to this store. Each call returns a new object. */
  target(): Target;
  /**
   * A table's stored rows, each with its values by column, in any order. Missing values are null.
   */
  read(table: string): Promise<readonly Readonly<Record<string, Cell>>[]>;
  /**
   * The argument for `openTarget` in `crash.module`, such as the folder's path. Needed by checks
   * that kill processes.
   */
  readonly location?: string;
  /** Creates a table that does not belong to `sync`. Without this method, its check is skipped. */
  addForeign?(table: string): Promise<void>;
}

/** One check of a target, to be run as a test. */
export interface TargetCheck {
  readonly name: string;
  /** Rejects with an error that describes the difference. */
  run(): Promise<void>;
}

/** A check that runs on an empty store. */
export interface StoreCheck {
  readonly name: string;
  run(store: TargetStore): Promise<void>;
}

export const ACCOUNT = "549755885175";
export const OTHER = "549755885176";
export const DAYS = ["2026-02-27", "2026-02-28", "2026-03-01"] as const;

export const column = (
  name: string,
  type: TargetColumn["type"],
  nullable = true,
): TargetColumn => ({
  name,
  type,
  nullable,
  comment: null,
});

/** A table with days. */
export const DAILY: TargetTable = {
  name: "Campaign_days",
  columns: [
    column("AD_ACCOUNT_ID", "text", false),
    column("DATE", "date", false),
    column("CAMPAIGN_ID", "text", false),
    column("CLICKS", "integer"),
    column("SPEND", "double"),
    column("select", "text"),
    column("ACTIVE", "boolean"),
  ],
  primaryKey: ["AD_ACCOUNT_ID", "CAMPAIGN_ID", "DATE"],
  accountColumn: "AD_ACCOUNT_ID",
  dayColumn: "DATE",
};

/** A table without days. */
export const LIST: TargetTable = {
  name: "campaigns",
  columns: [
    column("ad_account_id", "text", false),
    column("id", "text", false),
    column("name", "text"),
  ],
  primaryKey: ["ad_account_id", "id"],
  accountColumn: "ad_account_id",
  dayColumn: null,
};

/** A table's rows as lists of cells in the order of these columns, sorted. */
export async function cellsIn(
  store: TargetStore,
  { name, columns }: TargetTable,
): Promise<readonly Cells[]> {
  const rows = await store.read(name);
  const cells = rows.map((stored) => columns.map((column) => stored[column.name] ?? null));
  return sorted(cells);
}

export function sorted(rows: readonly Cells[]): readonly Cells[] {
  const keyed = rows.map((cells) => [cells.map(String).join("\0"), cells] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, cells]) => cells);
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

/** A row of the table `DAILY`. */
export const row = (account: string, day: string, id: string, clicks: Cell = 1): Cells => [
  account,
  day,
  id,
  clicks,
  0.5,
  "text",
  true,
];

/** Yields the rows as a target receives them. Throws after `failAfter` rows. */
export async function* stream(
  rows: readonly Cells[],
  failAfter: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Cells> {
  for (const [at, cells] of rows.entries()) {
    if (at >= failAfter) throw new Error("the rows end here");
    yield cells;
  }
  if (failAfter <= rows.length) throw new Error("the rows end here");
}

/**
 * Throws an error that shows both values unless they are equal as JSON, with bigints as numbers.
 */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [actualText, expectedText] = [actual, expected].map((value) =>
    JSON.stringify(value, (_, part) => (typeof part === "bigint" ? Number(part) : part)),
  );
  if (actualText !== expectedText)
    throw new Error(`${what}: expected ${expectedText}, found ${actualText}`);
}

/** Expects that `work` rejects with an error whose message matches. */
export async function fails(work: Promise<unknown>, message: RegExp, what: string): Promise<void> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Error && message.test(error.message)) return;
  throw new Error(`${what}: expected an error like ${message}, found ${error}`);
}

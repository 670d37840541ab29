import type { PinterestReportsError } from "../errors.js";
import type { ClientEvent } from "../types.js";

/** A report body without days, because `sync` chooses the days. */
export type SyncBody<Body> = Omit<
  Body,
  "start_date" | "end_date" | "start_hour" | "end_hour" | "report_format" | "primary_sort"
>;

/** An entity list. `sync` stores it in a table of the same name. */
export type EntityTable =
  | "campaigns"
  | "ad_groups"
  | "ads"
  | "keywords"
  | "product_groups"
  | "targeting_options";

/** Options for `sync`. */
export interface SyncOptions<Body> {
  /**
   * Where to store the tables: `parquetFolder(path)`, `duckdb(path)`, `postgres(…)`, `s3(…)` or
   * `customTarget(…)`.
   */
  readonly target: SyncTarget;
  /**
   * The tables, keyed by name. Each value is the body of the requests that fill the table, without
   * days. Names consist of letters, digits and `_`. The granularity is DAY or HOUR, and the columns
   * must include the level's ids, which identify rows.
   */
  readonly tables: Readonly<Record<string, Body>>;
  /** Ids of the ad accounts. Default: all accounts that the token's user can see. */
  readonly accounts?: readonly string[] | undefined;
  /**
   * Entity lists to keep as tables, in addition to `ad_accounts`. The table `ad_accounts` contains
   * names, currencies and time zones. Each run replaces the lists of each account. Default:
   * `campaigns`, `ad_groups` and `ads`. The other lists need more calls:
   * - `product_groups`: one for each ad group
   * - `keywords`: one for each campaign, and one for every 100 ad groups
   * - `targeting_options`: one for each targeting type
   */
  readonly entities?: readonly EntityTable[] | undefined;
  /**
   * Number of days before today that each run reloads, up to 1,000. Pinterest attributes
   * conversions to past days, so a day's numbers are only final after they have been reloaded this
   * many days later. With 0, each day is read once, or twice if the body has a
   * `reporting_timezone`, because the day may be incomplete the first time. Default: the request's
   * longest attribution window plus one day, and at least 7 days; with a `reporting_timezone`, one
   * day more. With the default attribution windows, this is 31, or 32 with a `reporting_timezone`.
   */
  readonly lookbackDays?: number | undefined;
  /**
   * First day of each table, in `YYYY-MM-DD` format. Missing days from that day on are loaded.
   * Default: the earliest day that this run reloads, or that any run has requested for any account
   * in the table.
   */
  readonly since?: string | undefined;
  /**
   * Whether to reload all days, even final days and days loaded with a different body. Default:
   * false.
   */
  readonly full?: boolean | undefined;
  /**
   * Whether to reload days that lack a newly requested column. `"columns"` reloads them, newest
   * first, as far back as Pinterest still has data; `"never"` leaves the column null. Default:
   * `"columns"`.
   */
  readonly backfill?: "columns" | "never" | undefined;
  /**
   * Style of the column names in report tables. `"database"` is lowercase, such as `campaign_id`,
   * which needs no quotes in SQL; `"pinterest"` is `CAMPAIGN_ID`. Default: `"database"`.
   */
  readonly names?: "database" | "pinterest" | undefined;
  /**
   * Accounts that may fail without making the run reject: their maximum number, or their ids.
   * Default: none; a run with a failure then rejects with a `SyncError`.
   */
  readonly allowFailed?: number | readonly string[] | undefined;
  /** The tables to load in this run, including entity tables. Default: all. */
  readonly only?: readonly string[] | undefined;
  /**
   * Whether to only plan the run. The target is read, but no report is requested and nothing is
   * changed. Default: false.
   */
  readonly dryRun?: boolean | undefined;
  /** Maximum number of reports in progress at once: 1 to 10,000. Default: 20. */
  readonly concurrency?: number | undefined;
  /** Maximum wait for each report, in milliseconds. Default: the client's `deadlineMs`. */
  readonly deadlineMs?: number | undefined;
  /**
   * Maximum duration of the whole run in milliseconds. Whatever is not loaded by then counts as
   * failed; the next run loads it. Default: no limit.
   */
  readonly runDeadlineMs?: number | undefined;
  /**
   * Ends the run, which rejects with the signal's reason. Windows that have already been replaced
   * keep their new rows.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Receives the plan before the first report, then the progress of each request. Exceptions thrown
   * by the callback are ignored.
   */
  readonly onProgress?: ((progress: SyncProgress) => unknown) | undefined;
  /**
   * Called each time `sync` starts reading the rows of a request. The function that it returns
   * receives each row with Pinterest's column names, and with the columns that `sync` adds. The
   * rows are not in the target until `onProgress` receives `loaded`. Exceptions are ignored.
   */
  readonly onRows?:
    | ((request: SyncDays) => (row: Readonly<Record<string, unknown>>) => unknown)
    | undefined;
  /** Receives the events of all calls. Exceptions thrown by the callback are ignored. */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined;
}

declare const opaque: unique symbol;

/** A target, together with the code that loads tables into it. */
export interface SyncTarget {
  readonly [opaque]: "sync target";
}

/** A range of days in a table, for one account. */
export interface SyncDays {
  readonly table: string;
  readonly adAccountId: string;
  /** First day, in `YYYY-MM-DD` format. */
  readonly from: string;
  /** Last day, inclusive. */
  readonly to: string;
}

/** The plan of a run: what it requests, skips and replaces. */
export interface SyncPlan {
  readonly accounts: readonly string[];
  /** The reports to request, one for each range of days. */
  readonly requests: readonly SyncDays[];
  /** The `requests` that reload days only because these days lack a requested column. */
  readonly backfill: readonly SyncDays[];
  /**
   * Days that were loaded with a different body and that this run does not read. `full` reloads the
   * days that the rules still allow.
   */
  readonly outdated: readonly SyncDays[];
  /**
   * Missing days, since the table's first day, for which Pinterest no longer has data. Each of
   * these days is reported by only one run, and does not count as a failure.
   */
  readonly unavailable: readonly SyncDays[];
  /**
   * Accounts that have loaded days in the target, but that Pinterest no longer lists. Their rows
   * are kept. Empty if the option `accounts` is set.
   */
  readonly gone: readonly string[];
  /** Entity lists to replace, each for one account. */
  readonly lists: readonly Pick<SyncDays, "table" | "adAccountId">[];
}

/** Progress of a run. */
export type SyncProgress =
  | { readonly type: "planned"; readonly plan: SyncPlan }
  /** `rows` is reported after every 1,000 rows. `request` is the same object as in the plan. */
  | {
      readonly type: "created" | "waiting" | "downloading" | "rows";
      readonly request: SyncDays;
      readonly rows: number;
    }
  /**
   * Two reports in a row were empty, so the target's rows for the request's days were removed.
   * `loaded` is reported next.
   */
  | { readonly type: "emptied"; readonly request: SyncDays }
  /** The rows of the request are in the target. */
  | { readonly type: "loaded"; readonly request: SyncDays; readonly rows: number }
  | {
      readonly type: "failed";
      readonly request: SyncDays;
      readonly error: PinterestReportsError | Error;
    }
  /** The rows of an account in an entity table were replaced. */
  | {
      readonly type: "listed";
      readonly table: string;
      readonly adAccountId: string;
      readonly rows: number;
    };

/**
 * A part of the sync that could not be loaded. The target keeps its existing rows, and the next run
 * tries again.
 */
export interface SyncFailure {
  readonly table: string;
  /** The ad account; null if the list of ad accounts itself failed. */
  readonly adAccountId: string | null;
  /** The days of the report; null for an entity list. */
  readonly days: Pick<SyncDays, "from" | "to"> | null;
  readonly error: PinterestReportsError | Error;
}

/** The result of a run. */
export interface SyncResult {
  readonly plan: SyncPlan;
  /** Number of reports whose rows are in the target. */
  readonly loaded: number;
  /** Number of rows in these reports. */
  readonly rows: number;
  /** Empty if everything was loaded. */
  readonly failed: readonly SyncFailure[];
}

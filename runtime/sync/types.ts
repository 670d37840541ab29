import type { PinterestReportsError } from "../errors.js";
import type { ClientEvent } from "../types.js";

/** A body without its days, which `sync` decides. */
export type SyncBody<Body> = Omit<
  Body,
  "start_date" | "end_date" | "start_hour" | "end_hour" | "report_format" | "primary_sort"
>;

/** A list of an account that becomes a table of the same name. */
export type EntityTable =
  | "campaigns"
  | "ad_groups"
  | "ads"
  | "keywords"
  | "product_groups"
  | "targeting_options";

/** Options of `sync`. */
export interface SyncOptions<Body> {
  /**
   * Where the tables are: `parquetFolder(path)`, `duckdb(path)`, `postgres(…)`, or
   * `customTarget(…)` for any other place.
   */
  readonly target: SyncTarget;
  /**
   * The tables by name, each with the request that fills it, without days. Names are letters,
   * digits and `_`. Granularity DAY or HOUR; the columns must have the ids of the level, by which
   * rows are told apart.
   */
  readonly tables: Readonly<Record<string, Body>>;
  /** Ids of the ad accounts. Default: all that the token's user can see. */
  readonly accounts?: readonly string[] | undefined;
  /**
   * The lists of each account that are kept as tables of their own, besides `ad_accounts` with its
   * names, currencies and time zones. Each run replaces them. Default: `campaigns`, `ad_groups` and
   * `ads`, since the others need more calls: `product_groups` one for each ad group, `keywords` one
   * for each campaign, `targeting_options` one for each targeting type.
   */
  readonly entities?: readonly EntityTable[] | undefined;
  /**
   * Number of days before today that are read again in each run, since conversions are attributed
   * to them later: a day is final once it was read that many days afterwards. 0: each day is read
   * once, or with a `reporting_timezone` twice, since it may not be complete the first time.
   * Default: one more than the longest attribution window of the request, at least 7, and with a
   * `reporting_timezone` one more; with the default windows, 31 or 32. At most 1,000.
   */
  readonly lookbackDays?: number | undefined;
  /**
   * First day of a table, as `YYYY-MM-DD`: days from it on that the target lacks are loaded.
   * Default: the first day that any run has requested for the table, of any account, or that is
   * read again.
   */
  readonly since?: string | undefined;
  /**
   * Whether all days are read again, those too that are final or that another body loaded. Default:
   * false.
   */
  readonly full?: boolean | undefined;
  /**
   * Whether days that lack a column of the body are read again, as far back as Pinterest has them,
   * the newest first: `"columns"`, or `"never"`, which leaves null in them. Default: `"columns"`.
   */
  readonly backfill?: "columns" | "never" | undefined;
  /**
   * Style of the column names in report tables. `"database"` is lower case, such as `campaign_id`,
   * which needs no quotes in SQL; `"pinterest"` is `CAMPAIGN_ID`. Default: `"database"`.
   */
  readonly names?: "database" | "pinterest" | undefined;
  /**
   * What may fail without an error: at most so many ad accounts, or the accounts with these ids.
   * Default: nothing, so that a run with a failure rejects with a `SyncError`.
   */
  readonly allowFailed?: number | readonly string[] | undefined;
  /** The tables of this run, entity tables included. Default: all. */
  readonly only?: readonly string[] | undefined;
  /**
   * Whether only the plan is made: the target is read, no report is requested, and nothing is
   * changed. Default: false.
   */
  readonly dryRun?: boolean | undefined;
  /** Maximum number of reports in progress at once: 1 to 10,000. Default: 20. */
  readonly concurrency?: number | undefined;
  /** Maximum wait for each report, in milliseconds. Default: the client's. */
  readonly deadlineMs?: number | undefined;
  /**
   * Maximum duration of the whole run in milliseconds. What is not loaded by then has failed, and
   * is loaded by the next run. Default: no limit.
   */
  readonly runDeadlineMs?: number | undefined;
  /**
   * Ends the run, which rejects with the signal's reason. Windows that were replaced by then stay.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Receives the plan before the first report, and then the progress of each of its requests. An
   * exception that it throws is ignored.
   */
  readonly onProgress?: ((progress: SyncProgress) => unknown) | undefined;
  /** Receives the events of all calls. An exception that it throws is ignored. */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined;
}

declare const opaque: unique symbol;

/** A target, with the code that loads it. */
export interface SyncTarget {
  readonly [opaque]: "sync target";
}

/** Days of a table of an account. */
export interface SyncDays {
  readonly table: string;
  readonly adAccountId: string;
  /** First day, as `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day, included. */
  readonly to: string;
}

/** What a run does. */
export interface SyncPlan {
  readonly accounts: readonly string[];
  /** The reports to request, one for each range of days. */
  readonly requests: readonly SyncDays[];
  /** Those of the requests that read days again only because they lack a column of the body. */
  readonly backfill: readonly SyncDays[];
  /**
   * Days that another body has loaded and that this run does not read; `full` reads those that the
   * rules still allow.
   */
  readonly outdated: readonly SyncDays[];
  /**
   * Days that are missing, from the first day of their table on, and that Pinterest no longer has.
   * Each is named by one run only, and is no failure.
   */
  readonly unavailable: readonly SyncDays[];
  /**
   * Accounts whose rows the target has and that are no longer listed, so that they keep their rows.
   * Empty with `accounts`.
   */
  readonly gone: readonly string[];
  /** Lists of entities to replace, each of one account. */
  readonly lists: readonly Pick<SyncDays, "table" | "adAccountId">[];
}

/** Progress of a run. */
export type SyncProgress =
  | { readonly type: "planned"; readonly plan: SyncPlan }
  /** `rows` is reported every 1,000 rows. `request` is an object of the plan. */
  | {
      readonly type: "created" | "waiting" | "downloading" | "rows";
      readonly request: SyncDays;
      readonly rows: number;
    }
  /**
   * Two reports of the request had no rows, so that the rows that the target had of its days were
   * removed. `loaded` follows.
   */
  | { readonly type: "emptied"; readonly request: SyncDays }
  /** The rows of the request are in the target. */
  | { readonly type: "loaded"; readonly request: SyncDays; readonly rows: number }
  | {
      readonly type: "failed";
      readonly request: SyncDays;
      readonly error: PinterestReportsError | Error;
    }
  /** The rows of an account in a table of entities were replaced. */
  | {
      readonly type: "listed";
      readonly table: string;
      readonly adAccountId: string;
      readonly rows: number;
    };

/** What could not be loaded. Its former rows stay in the target, and the next run tries again. */
export interface SyncFailure {
  readonly table: string;
  /** The ad account; null if the list of ad accounts itself failed. */
  readonly adAccountId: string | null;
  /** The days of the report; null for a list of entities. */
  readonly days: Pick<SyncDays, "from" | "to"> | null;
  readonly error: PinterestReportsError | Error;
}

/** How a run ended. */
export interface SyncResult {
  readonly plan: SyncPlan;
  /** Number of reports whose rows are in the target. */
  readonly loaded: number;
  /** Number of their rows. */
  readonly rows: number;
  /** Empty if everything was loaded. */
  readonly failed: readonly SyncFailure[];
}

import type { RowsOptions } from "../types.js";
import type { Row } from "../writers/row.js";
import type { SyncDays, SyncFailure, SyncPlan } from "./types.js";

/** What each row of a report table has of its account; null if the account was not listed. */
export interface AccountFacts {
  readonly currency: string | null;
  readonly timeZone: string | null;
}

/** A report to request, and where its rows go. Plain JSON. */
export interface WindowPiece extends SyncDays {
  readonly type: "window";
  readonly account: AccountFacts;
  /** The body of the report, with its days. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What the target stores with each day. */
  readonly stamp: string;
  /** Whether the day of a row is in the first ten characters of its DATE. */
  readonly isHourly: boolean;
}

/** A list of an account that replaces the account's rows in a table. Plain JSON. */
export interface ListPiece extends Pick<SyncDays, "table" | "adAccountId"> {
  readonly type: "list";
  /** The rows, if they are known already. Null if the list has to be read. */
  readonly rows: readonly Row[] | null;
}

/**
 * A part of a run that any process can load, also at the same time as the others: as plain JSON, of
 * the size of the report's body. The columns of its table are in the target.
 */
export type SyncPiece = WindowPiece | ListPiece;

/** A run whose parts are loaded by other processes. */
export interface SyncPieces {
  readonly plan: SyncPlan;
  /** The lists, then the reports, each by account. */
  readonly pieces: readonly SyncPiece[];
  /** That the ad accounts could not be listed. */
  readonly failed: readonly SyncFailure[];
}

/** How a part of a run is loaded. */
export interface PieceOptions {
  /**
   * Number of the lease under which the part is loaded: a safe integer. What was replaced under a
   * lease of a greater number stays as it is, and the call rejects with a `LeaseLostError`.
   * Default: none; then the part is replaced in any case.
   */
  readonly fence?: number;
  /**
   * Called after the last row, before the target replaces the rows. If it rejects, the former rows
   * stay, and the error is thrown unchanged.
   */
  readonly confirm?: () => Promise<unknown>;
  /** Ends the call, which rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How a report is loaded. */
export interface WindowOptions extends PieceOptions {
  /** Called if rows were removed, since two reports had none. */
  readonly onEmptied?: () => void;
  /** Reads the rows of the finished report, with `exact` columns as texts, from the first one on. */
  readonly rows: (
    options: Pick<RowsOptions, "exact" | "exactSize">,
  ) => AsyncIterable<Row> | Promise<AsyncIterable<Row>>;
}

/** Loads parts of runs into one target, which other processes load at the same time. */
export interface PieceLoader {
  /**
   * Replaces the days of the piece by the rows of its report. Resolves to the number of rows.
   * Rejects with the error of `rows` unchanged, with an `InvalidRow` for rows that the table cannot
   * have, with an `InvalidArgumentError` if a run that must be alone has the target open, and with
   * the errors of the target; then the former rows stay.
   */
  loadWindow(piece: WindowPiece, options: WindowOptions): Promise<number>;
  /**
   * Whether all days of the piece were replaced under the lease of this number or a later one.
   * False if the target does not tell.
   */
  isLoaded(
    piece: WindowPiece,
    fence: number,
    options?: Pick<PieceOptions, "signal">,
  ): Promise<boolean>;
  /**
   * Reads the list of the piece, and replaces the rows of its account. Resolves to the number of
   * rows. Rejects as `loadWindow` does.
   */
  loadList(piece: ListPiece, options?: PieceOptions): Promise<number>;
  /** Waits for the calls that are running, and closes the target. Further calls reject. */
  close(): Promise<void>;
}

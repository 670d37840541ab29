import { sanitize } from "../../../generator/print.js";
import type { SessionOptions } from "../../session.js";
import { type Destination, writeTo } from "../../terminal/destination.js";
import { EXIT } from "../../terminal/exit-codes.js";
import { clockOf, type Io } from "../../terminal/io.js";
import { Usage } from "../../terminal/usage.js";

/** An error, as described in the summary. */
export interface SummaryError {
  /** The `code` of the client's error, such as `api` or `poll_timeout`; otherwise `other`. */
  readonly code: string;
  /** HTTP status of the response that caused the error; null if there is none. */
  readonly status: number | null;
  /** That response's `x-pinterest-rid`, to give to Pinterest support; null if there is none. */
  readonly requestId: string | null;
  /** The message on one line, without tokens or links. */
  readonly message: string;
}

/** A request that failed. */
export interface SummaryFailure extends SummaryError {
  readonly adAccountId: string;
  /** The first requested day: `YYYY-MM-DD`; null if the body has no start_date. */
  readonly startDate: string | null;
  /** The last requested day: `YYYY-MM-DD`; null if the body has no end_date. */
  readonly endDate: string | null;
}

/** What the `--summary` file contains. */
export interface Summary {
  /**
   * The version of this format. The version changes if a member is removed, or if a member's
   * meaning changes. New members may be added without a new version.
   */
  readonly version: 1;
  /** `done`: exit code 0; `stopped`: ended by a signal; `failed`: anything else. */
  readonly outcome: "done" | "failed" | "stopped";
  readonly exitCode: number;
  /** When the run began, in ISO 8601. */
  readonly startedAt: string;
  /** When the run ended, in ISO 8601. */
  readonly endedAt: string;
  readonly seconds: number;
  /**
   * How many ad accounts there are. `done` is the number of accounts that have all their rows, and
   * `skipped` is how many of these got their rows from an earlier run. `failed` is the number of
   * accounts with a failure. `unfinished` is the number of accounts that had not finished when the
   * run ended.
   */
  readonly accounts: {
    readonly total: number;
    readonly done: number;
    readonly skipped: number;
    readonly failed: number;
    readonly unfinished: number;
  };
  /** The number of rows in all complete reports. */
  readonly rows: number;
  /** The failures, in the order in which they occurred. */
  readonly failures: readonly SummaryFailure[];
  /** The error that ended the run early; null if there was none. */
  readonly error: SummaryError | null;
}

/** The result of a run, as input for its summary. */
export interface RunResult {
  readonly exitCode: number;
  readonly accounts: {
    readonly total: number;
    readonly done: number;
    readonly skipped: number;
    readonly failed: number;
  };
  readonly rows: number;
  readonly failures: readonly {
    readonly adAccountId: string;
    readonly body: unknown;
    readonly error: unknown;
  }[];
  /** The error that ended the run; undefined if there was none. */
  readonly error?: unknown;
}

/** Added to a signal's number to get the exit code. */
const FIRST_OF_SIGNALS = 128;

/** Collects and writes the summary of a run. */
export class SummaryFile {
  readonly #destination: Destination;
  readonly #options: SessionOptions;
  readonly #io: Io;
  readonly #startedAtMs: number;
  readonly #startedMs: number;

  /** Starts timing the run. Messages in the file will not contain the credentials in `options`. */
  constructor(destination: Destination, options: SessionOptions, io: Io) {
    this.#destination = destination;
    this.#options = options;
    this.#io = io;
    this.#startedAtMs = clockOf(io).date();
    this.#startedMs = clockOf(io).now();
  }

  /** Writes the whole file atomically. Rejects with `Problems` if the file cannot be written. */
  async write({ exitCode, accounts, rows, failures, error }: RunResult): Promise<void> {
    const clock = clockOf(this.#io);
    const summary: Summary = {
      version: 1,
      outcome: exitCode === EXIT.done ? "done" : exitCode > FIRST_OF_SIGNALS ? "stopped" : "failed",
      exitCode,
      startedAt: new Date(this.#startedAtMs).toISOString(),
      endedAt: new Date(clock.date()).toISOString(),
      seconds: Math.round(clock.now() - this.#startedMs) / 1_000,
      accounts: { ...accounts, unfinished: accounts.total - accounts.done - accounts.failed },
      rows,
      failures: failures.map(({ adAccountId, body, error: why }) => ({
        adAccountId,
        ...daysIn(body),
        ...this.#errorOf(why),
      })),
      error: error === undefined ? null : this.#errorOf(error),
    };
    const options = { signal: new AbortController().signal, io: this.#io };
    await writeTo([`${JSON.stringify(summary, null, 2)}\n`], this.#destination, options);
  }

  /** An error for the summary, with secrets removed from its message. */
  #errorOf(error: unknown): SummaryError {
    const { code } = Object(error) as { readonly code?: unknown };
    const { accessToken, refresh } = this.#options;
    const secrets = [accessToken, refresh?.refreshToken, refresh?.clientSecret].filter(
      (secret) => secret !== undefined && secret !== "",
    );
    const message = sanitize(error instanceof Error ? error.message : String(error));
    return {
      code: typeof code === "string" && /^[a-z_]+$/.test(code) ? code : "other",
      ...responseOf(error),
      message: secrets.reduce<string>(
        (text, secret) => text.replaceAll(String(secret), "[secret]"),
        message,
      ),
    };
  }
}

/**
 * Runs `work` and then writes the summary; without a summary, only runs `work`. The summary
 * contains the exit code of `work`, or 1 if it rejects, and the result of `resultOf`. Writes
 * nothing if `work` rejects with `Usage`. Rejects with the error from `work`, or with `Problems` if
 * the summary cannot be written.
 */
export async function withSummary(
  summary: SummaryFile | undefined,
  work: () => Promise<number>,
  resultOf: (exitCode: number) => Omit<RunResult, "exitCode">,
): Promise<number> {
  let exitCode = 1;
  let isUsage = false;
  try {
    exitCode = await work();
    return exitCode;
  } catch (error) {
    isUsage = error instanceof Usage;
    throw error;
  } finally {
    if (!isUsage) await summary?.write({ exitCode, ...resultOf(exitCode) });
  }
}

/**
 * Status and request id of the first response found in an error and its causes. Both are null if
 * there is no response. A failed report has only a request id.
 */
function responseOf(error: unknown): Pick<SummaryError, "status" | "requestId"> {
  let at = error;
  for (let depth = 0; depth < 5 && at instanceof Error; depth++) {
    const { status, requestId } = at as { readonly status?: unknown; readonly requestId?: unknown };
    const response = {
      status: typeof status === "number" ? status : null,
      requestId: typeof requestId === "string" ? requestId : null,
    };
    if (response.status !== null || response.requestId !== null) return response;
    at = at.cause;
  }
  return { status: null, requestId: null };
}

/** The days of a body; null for a date that is missing or not a string. */
function daysIn(body: unknown): Pick<SummaryFailure, "startDate" | "endDate"> {
  const { start_date: start, end_date: end } = Object(body) as {
    readonly start_date?: unknown;
    readonly end_date?: unknown;
  };
  return {
    startDate: typeof start === "string" ? start : null,
    endDate: typeof end === "string" ? end : null,
  };
}

const MAX_COUNTED = 100_000;

/** Which failures a run may have and still count as successful. */
export interface AllowedFailures {
  /** The value of `--allow-failed`. */
  readonly text: string;
  /** Whether a run in which these accounts failed counts as done. */
  allows(failed: ReadonlySet<string>): boolean;
}

/**
 * Parses the value of `--allow-failed`. A number up to 100,000 allows that many failed accounts. A
 * number of 7 to 18 digits, or a comma-separated list, allows the accounts with these ids to fail.
 * Throws `Usage` for any other value.
 */
export function allowedFailures(text: string): AllowedFailures {
  if (/^\d{1,6}$/.test(text) && Number(text) <= MAX_COUNTED)
    return { text, allows: (failed) => failed.size <= Number(text) };
  const ids = text
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const isList = ids.length > 0 && ids.every((id) => /^\d{1,18}$/.test(id));
  if (!isList || (!text.includes(",") && text.length <= 6))
    throw new Usage(
      `--allow-failed ${text} is neither a number of accounts nor a list of their ids`,
      "Write 5 to allow up to five accounts, or ids separated by commas: 549755885175,549755885176.",
    );
  const allowed = new Set(ids);
  return { text, allows: (failed) => [...failed].every((id) => allowed.has(id)) };
}

import { durationText, secondsText } from "../../../runtime/validation/wording.js";
import { daysOf } from "../../dates.js";
import type { Clock } from "../../modules.js";
import { clockOf } from "../../terminal/io.js";
import {
  CHECK_MS,
  type ClientEvent,
  isLive,
  isWarning,
  liveLines,
  type Progress,
  type ProgressIo,
  type ProgressOptions,
  pausedText,
  SILENCE_MS,
  stopwatch,
  waitText,
  warningLines,
  withoutControls,
} from "../../terminal/terminal.js";

/** A request in a run. */
export interface Request {
  readonly adAccountId: string;
  readonly body?: unknown;
}

/** The progress of one request. */
export interface RequestProgress {
  readonly type: "created" | "waiting" | "downloading" | "rows" | "done" | "failed" | "skipped";
  readonly request: Request;
  readonly rows: number;
}

/** The progress of an account, which has one request for each span of days. */
export interface Account {
  readonly id: string;
  requests: number;
  begun: boolean;
  ended: number;
  failed: number;
  /**
   * `rows` counts the rows of requests that have ended, `reading` the rows of the request being
   * read.
   */
  rows: number;
  reading: number;
  /** The number of requests whose rows an earlier run stored. */
  skipped: number;
  words: string;
}

/** The counts of a run. */
export interface RunTotals {
  readonly accounts: number;
  /** Accounts whose requests all ended without a failure. */
  readonly done: number;
  /** Accounts with at least one failure. */
  readonly failed: number;
  /** Accounts whose rows were all stored by an earlier run; included in `done`. */
  readonly skipped: number;
  /** The number of rows from all requests that ended without a failure. */
  readonly rows: number;
  /** Milliseconds since the run began. */
  readonly ms: number;
}

/**
 * The counts on one line: `298 of 300 accounts, 1,234,567 rows, 12 min; 2 failed`. The first number
 * counts accounts without failures. If an earlier run completed some of these accounts, their
 * number follows in parentheses. Omits the number of failed accounts if it is zero.
 */
export function totalsText({ accounts, done, failed, skipped, rows, ms }: RunTotals): string {
  const earlier = skipped === 0 ? "" : ` (${skipped.toLocaleString("en-US")} in an earlier run)`;
  const failedText = failed === 0 ? "" : `; ${failed.toLocaleString("en-US")} failed`;
  const doneText = `${done.toLocaleString("en-US")} of ${countWithNoun(accounts, "account")}${earlier}`;
  return `${doneText}, ${countWithNoun(rows, "row")}, ${durationText(ms)}${failedText}`;
}

/** The requests' accounts, keyed by id, each with its number of requests and no progress yet. */
function accountsOf(requests: readonly Request[]): ReadonlyMap<string, Account> {
  const accounts = new Map<string, Account>();
  for (const { adAccountId: id } of requests) {
    const initial = {
      id,
      requests: 0,
      begun: false,
      ended: 0,
      failed: 0,
      rows: 0,
      reading: 0,
      skipped: 0,
      words: "waiting",
    };
    const account = accounts.get(id) ?? initial;
    account.requests++;
    accounts.set(id, account);
  }
  return accounts;
}

/**
 * Marks `account` as started and updates the number of rows read. Returns the account's new text,
 * or its current text if the event does not change it. The text changes on `created`, `downloading`
 * and, with `live`, `rows`. The caller stores the text.
 */
function recordProgress(account: Account, { type, rows }: RequestProgress, live: boolean): string {
  account.begun = true;
  if (type === "created") return "Pinterest is generating the report";
  if (type === "downloading") return "downloading";
  if (type !== "rows") return account.words;
  account.reading = rows;
  return live ? `${countWithNoun(account.rows + rows, "row")} so far` : account.words;
}

/**
 * Updates `account` for a request that ended with `rows` rows. Returns its new text: how many
 * requests ended or failed, and the number of rows. If the last request has ended and none failed,
 * the text begins with `words`.
 */
function recordDone(account: Account, words: string, rows: number): string {
  account.begun = true;
  account.ended++;
  account.reading = 0;
  account.rows += rows;
  const rowsText = countWithNoun(account.rows, "row");
  if (!isEnded(account))
    return `${account.ended} of ${countWithNoun(account.requests, "report")} ended, ${rowsText}`;
  return account.failed > 0
    ? `${account.failed} of ${account.requests} reports failed, ${rowsText}`
    : `${words}, ${rowsText}`;
}

/**
 * Updates `account` for a failed request. Returns its new text: the reason `why`, with the
 * request's days if the account has several requests. The caller stores the text.
 */
function recordFailed(account: Account, { body }: Request, why: string): string {
  account.begun = true;
  account.ended++;
  account.failed++;
  account.reading = 0;
  return account.requests === 1 ? `failed: ${why}` : `${daysOf(body) ?? "one"} failed: ${why}`;
}

/**
 * Lines for a terminal: one for each account, then the totals followed by `extras`. If they do not
 * fit into `room` lines, shows only accounts in progress, as many as fit.
 */
function progressLines(
  accounts: readonly Account[],
  room: number,
  extras: readonly string[],
): readonly string[] {
  const endedAccounts = accounts.filter(isEnded);
  const failed = endedAccounts.filter((account) => account.failed > 0).length;
  const active = accounts.filter((account) => account.begun && !isEnded(account));
  const rows = accounts.reduce((sum, account) => sum + account.rows + account.reading, 0);
  const totals = [
    `${endedAccounts.length} of ${countWithNoun(accounts.length, "account")} done`,
    ...(failed > 0 ? [`${failed} of them failed`] : []),
    ...(active.length > 0 ? [`${active.length} in progress`] : []),
    countWithNoun(rows, "row"),
    ...extras,
  ].join(", ");
  const below = accounts.length < room ? accounts : active;
  return [...below.slice(0, room - 1).map(accountLine), totals];
}

/** Whether all requests of an account have ended, however they ended. */
function isEnded({ ended, requests }: Account): boolean {
  return ended === requests;
}

/** The line that shows an account's state. */
function accountLine({ id, words }: Account): string {
  return `${id.padEnd(12)}  ${words}`;
}

/**
 * The line for a failed request: account, days if `withDays` is set, and reason. For example,
 * `failed    549755885175, 2026-03-01 to 2026-03-07, 7 days: no access`. Omits the days if the body
 * has none. Does not escape `why`. Ends with a line feed.
 */
export function failureLine(
  { adAccountId, body }: Request,
  why: string,
  withDays: boolean,
): string {
  const days = withDays ? daysOf(body) : null;
  return `failed    ${adAccountId}${days === null ? "" : `, ${days}`}: ${why}\n`;
}

/** A number with its noun: `1 row`, `1,021 rows`. The plural is the noun with an `s`. */
export function countWithNoun(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

type Wait = Extract<ClientEvent, { readonly type: "wait" }>;
type HeldBack = Extract<ClientEvent, { readonly type: "paused" }>;

// Waits shorter than this are not reported.
const MIN_PRINTED_MS = 3_000;
// In an outage, waits shorter than this are not reported. The first wait of an outage is shorter,
// and may be the only one. The second wait lasts this long.
const OUTAGE_MS = 700;

/**
 * Messages that are not about a single account: waits, warnings about the body, unknown statuses.
 * They usually have the same cause for all accounts, so each is printed only once.
 */
class Notices {
  readonly #clock: Pick<Clock, "now">;
  readonly #printedWarnings = new Set<string>();
  #wait: Wait | null = null;
  #until = 0;
  #heldBack: HeldBack | null = null;
  #heldUntil = 0;

  constructor(clock: Pick<Clock, "now">) {
    this.#clock = clock;
  }

  /**
   * The message for an event; null if the event has no message, or if the message was already
   * printed. Remembers waits for `waiting`.
   */
  messageFor(event: ClientEvent): string | null {
    if (event.type === "wait") return this.#begin(event);
    if (event.type === "paused") return this.#hold(event);
    if (!isWarning(event)) return null;
    const warnings = warningLines(event);
    if (this.#printedWarnings.has(warnings)) return null;
    this.#printedWarnings.add(warnings);
    return warnings;
  }

  /** The current wait with its remaining time; an empty list if there is none. */
  waiting(): readonly string[] {
    const held = this.#heldUntil - this.#clock.now();
    if (this.#heldBack !== null && held > 0)
      return [pausedText({ ...this.#heldBack, ms: held }).replace(/ +/g, " ")];
    const ms = this.#until - this.#clock.now();
    const words = this.#wait === null || ms <= 0 ? null : waitText({ ...this.#wait, ms });
    return words === null ? [] : [words.replace(/ +/g, " ")];
  }

  /** Records a pause. Returns the text to show, or null for a short pause. */
  #hold(event: HeldBack): string | null {
    this.#heldBack = event;
    this.#heldUntil = this.#clock.now() + event.ms;
    return event.ms < OUTAGE_MS ? null : pausedText(event);
  }

  /**
   * Records a wait. Returns the text to show, or null if the wait is short or another one is still
   * shown.
   */
  #begin(wait: Wait): string | null {
    const nowMs = this.#clock.now();
    const words = waitText(wait);
    if (words === null || wait.ms < MIN_PRINTED_MS || nowMs < this.#until) return null;
    this.#wait = wait;
    this.#until = nowMs + wait.ms;
    return words;
  }
}

/** Prints the progress of many reports. */
export interface ManyProgress extends Progress {
  /**
   * Handles the progress of a request. How a request ended is reported with the methods below,
   * because only the run knows whether the request succeeded.
   */
  readonly onProgress: (progress: RequestProgress) => void;
  /** All rows of the request have arrived; `rows` is their number. */
  done(request: Request, rows: number): void;
  /** The rows of the request were stored by an earlier run. */
  skipped(request: Request, rows: number): void;
  /** The request failed; `why` is the reason. */
  failed(request: Request, why: string): void;
  /** Whether `failed` prints its line at once. False on a terminal, where lines are redrawn. */
  readonly printsFailures: boolean;
  /** The request is sent again; `why` is the reason. */
  requestedAgain(request: Request, why: string): void;
  /** The counts so far. */
  totals(): RunTotals;
}

/**
 * Creates progress output for many reports, on stderr. `requests` may contain several requests for
 * the same account.
 *
 * On a terminal, it redraws a line for each account and a line with totals. If these lines do not
 * fit, it shows only accounts in progress. Elsewhere, it prints failures at once, and a line with
 * totals or a wait at most every 30 s. The first totals follow the first poll, and the first wait
 * of an outage is printed at once. Each warning is printed only once. With `quiet`, it prints only
 * warnings and failures.
 *
 * A timer updates the output until `end` is called; it does not keep the process alive.
 */
export function createManyProgress(
  requests: readonly Request[],
  io: ProgressIo,
  { quiet = false }: ProgressOptions = {},
): ManyProgress {
  const { stderr: screen, env } = io;
  const accounts = accountsOf(requests);
  const elapsed = stopwatch(io);
  const clock = clockOf(io);
  const notices = new Notices(clock);
  const allLines = (room: number, time: string): readonly string[] =>
    progressLines([...accounts.values()], room, [time, ...notices.waiting()]);
  const lines =
    !quiet && isLive(screen, env)
      ? liveLines(screen, (room) => allLines(room, secondsText(elapsed())))
      : null;
  const requestedAgain = new Set<string>();
  let ended = false;
  let loggedMs: number | null = null;
  let pausedMs: number | null = null;
  const print = (text: string): void => {
    if (lines !== null && !ended) lines.print(text);
    else screen.write(`${text}\n`);
  };
  /** Without a terminal, prints a progress line if none appeared in the last 30 s. */
  const log = (text: () => string, sinceMs: number | null): void => {
    if (lines !== null || quiet || ended || (sinceMs !== null && elapsed() - sinceMs < SILENCE_MS))
      return;
    loggedMs = elapsed();
    screen.write(`${text()}\n`);
  };
  const logTotals = (isFirst = false): void =>
    log(
      () => `progress  ${allLines(1, durationText(elapsed())).at(-1)}`,
      isFirst && loggedMs === null ? null : (loggedMs ?? 0),
    );
  const timer =
    lines === null && !quiet ? setInterval(() => logTotals(), CHECK_MS).unref() : undefined;
  const isOneOfSeveral = ({ adAccountId }: Request): boolean =>
    (accounts.get(adAccountId)?.requests ?? 1) > 1;
  const show = (id: string, words: (account: Account) => string, printed = false): void => {
    const account = accounts.get(id);
    if (account === undefined || ended) return;
    account.words = words(account);
    if (lines === null && printed) screen.write(`${accountLine(account)}\n`);
    logTotals();
  };
  return {
    onEvent: (event) => {
      if (event.type === "poll") {
        show(event.adAccountId, () => pollWords(event, lines !== null));
        logTotals(true);
      }
      const words = notices.messageFor(event);
      const notice =
        words !== null && event.type === "wait" && event.reason === "retry"
          ? `${words}${waitingAccounts(accounts)}`
          : words;
      if (notice === null) return;
      if (event.type !== "wait" && event.type !== "paused") print(notice);
      // On a terminal, the line with totals shows the wait while it lasts. Elsewhere, `log` may
      // omit the notice; then the next line with totals shows the wait.
      else log(() => notice, event.type === "paused" ? pausedMs : loggedMs);
      if (event.type === "paused") pausedMs = elapsed();
    },
    onProgress: (progress) =>
      show(progress.request.adAccountId, (account) =>
        recordProgress(account, progress, lines !== null),
      ),
    done: ({ adAccountId }, rows) =>
      show(adAccountId, (account) => recordDone(account, "done", rows)),
    skipped: ({ adAccountId }, rows) =>
      show(adAccountId, (account) => {
        account.skipped++;
        return recordDone(account, "done in an earlier run", rows);
      }),
    failed: (request, why) => {
      if (lines === null) screen.write(failureLine(request, why, isOneOfSeveral(request)));
      show(request.adAccountId, (account) => recordFailed(account, request, why));
    },
    printsFailures: lines === null,
    requestedAgain: ({ adAccountId }, why) => {
      // Without a terminal, prints each reason only for the first account, because all accounts
      // usually have the same reason.
      const isFirst = !requestedAgain.has(why);
      requestedAgain.add(why);
      show(adAccountId, () => `requested again: ${why}`, isFirst && !quiet);
    },
    totals: () => totalsOf([...accounts.values()], elapsed()),
    print,
    end: () => {
      clearInterval(timer);
      if (!ended) lines?.end();
      ended = true;
    },
  };
}

/** The totals of a run: accounts by outcome, rows, and duration. */
function totalsOf(accounts: readonly Account[], ms: number): RunTotals {
  return {
    accounts: accounts.length,
    done: accounts.filter((account) => isEnded(account) && account.failed === 0).length,
    failed: accounts.filter(({ failed }) => failed > 0).length,
    skipped: accounts.filter(({ skipped, requests }) => skipped === requests).length,
    rows: accounts.reduce((sum, { rows }) => sum + rows, 0),
    ms,
  };
}

/**
 * Says how many accounts are waiting to retry. Usually all of them wait for the same reason. Empty
 * if the run has only one account.
 */
function waitingAccounts(accounts: ReadonlyMap<string, Account>): string {
  const open = [...accounts.values()].filter(({ ended, requests }) => ended < requests).length;
  return accounts.size === 1
    ? ""
    : `; ${open} of ${countWithNoun(accounts.size, "account")} waiting`;
}

/** The status of a report; if `live`, also the number of polls. */
function pollWords(
  { status, attempts }: Extract<ClientEvent, { readonly type: "poll" }>,
  live: boolean,
): string {
  return withoutControls(live ? `status ${status}, poll ${attempts}` : `status ${status}`);
}

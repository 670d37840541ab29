import { type Clock, type Deadline, onAbort, raceAbort, sleep } from "../clock.js";
import { PollTimeoutError, ReportFailedError, rethrowCopy } from "../errors.js";
import type { CallConfig } from "../http/config.js";
import type { ClientEvent, FetchOptions, ReportHandle, ReportStatus } from "../types.js";

const FIRST_WAIT_MS = 1_000;
const MAX_WAIT_MS = 30_000;
// Each wait is shortened by a random fraction of up to this value, so that reports created together
// are not polled together.
const JITTER = 0.2;
// Callers that wait for the same report reuse each other's polls. A poll may be as old as this
// fraction of the wait.
const REUSE_FRACTION = 0.25;
// Status of a report that some of Pinterest's servers do not know yet, shortly after its creation.
const MISSING = "DOES_NOT_EXIST";
const GRACE_MS = 10_000;
// Maximum number of unknown statuses to record.
const MAX_UNKNOWN = 20;

/** Message for a poll that was not sent because of the client's own rate limit. */
export const NOT_SENT = "rate limit";

/**
 * The result of one poll: a status, or the error of a failed poll. `retryAfterMs` is the wait that
 * the API requested, in milliseconds.
 */
export type PollAttempt = { readonly retryAfterMs: number | null } & (
  | { readonly reportStatus: ReportStatus }
  | {
      readonly reportStatus: null;
      readonly error: Error;
      /** The HTTP status, `no response`, `shared state`, or `NOT_SENT`. */
      readonly message: string;
    }
);

/** The report to poll, the deadline, and the function that receives events. */
export interface PollContext {
  readonly handle: ReportHandle;
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly signal: AbortSignal | undefined;
  readonly emit: (event: ClientEvent) => void;
  /** Pinterest's message in the create response. */
  readonly createMessage: string;
}

/**
 * Polls with `pollOnce` until the report is done, and resolves to its status. `pollOnce` receives
 * the maximum age, in milliseconds, of another caller's poll that it may reuse. The first poll is
 * immediate, even after the deadline; the last one is at the deadline. Waits up to 1 s at first,
 * then twice as long each time, up to 30 s, or longer if the response requests it. An outage or a
 * rate limit does not end the wait. Unknown statuses count as pending, because the API may add a
 * status before this package knows it.
 *
 * Throws a `ReportFailedError` for a failed report, `signal.reason` if aborted, and any error from
 * `pollOnce`. Throws a `PollTimeoutError` at the deadline, or as soon as a failed poll requires a
 * wait beyond it.
 */
export async function poll(
  pollOnce: (freshMs: number) => Promise<PollAttempt>,
  options: PollContext,
): Promise<ReportStatus> {
  const { clock, deadline, signal, emit } = options;
  const progress = new PollProgress(options);
  for (let [wait, freshMs] = [FIRST_WAIT_MS, 0]; ; wait = Math.min(wait * 2, MAX_WAIT_MS)) {
    signal?.throwIfAborted();
    const attempt = await pollOnce(freshMs);
    progress.note(attempt);
    if (attempt.reportStatus?.state === "done") return attempt.reportStatus;
    if (attempt.reportStatus?.state === "failed")
      throw new ReportFailedError(
        attempt.reportStatus.status,
        options.createMessage,
        attempt.reportStatus.requestId,
      );
    const [msLeft, retryAfterMs] = [deadline.left(), attempt.retryAfterMs ?? 0];
    // A poll earlier than the API requested would also fail.
    if (msLeft <= 0 || (attempt.reportStatus === null && retryAfterMs > msLeft))
      throw progress.timeout(attempt);
    // The last poll is at the deadline, not before it.
    const ms = Math.min(Math.max(wait * (1 - JITTER * clock.random()), retryAfterMs), msLeft);
    freshMs = ms * REUSE_FRACTION;
    emit({ type: "wait", reason: "poll", ms });
    await sleep(clock, ms, signal);
  }
}

/** The statuses and the number of polls during one wait. */
class PollProgress {
  readonly #options: PollContext;
  // A list, because it is usually empty and a Set would take 240 bytes per wait.
  #unknown: readonly string[] = [];
  #status: string | null = null;
  #attempts = 0;

  constructor(options: PollContext) {
    this.#options = options;
  }

  /** Counts a poll and emits its events. A poll held back by the rate limit is not counted. */
  note(attempt: PollAttempt): void {
    const { handle, emit } = this.#options;
    const { flow, adAccountId } = handle;
    const sent = attempt.reportStatus !== null || attempt.message !== NOT_SENT;
    if (sent) this.#attempts++;
    const attempts = this.#attempts;
    if (attempt.reportStatus !== null) {
      const { status, knownStatus } = attempt.reportStatus;
      this.#status = status;
      if (!knownStatus && !this.#unknown.includes(status) && this.#unknown.length < MAX_UNKNOWN) {
        this.#unknown = [...this.#unknown, status];
        emit({ type: "unknown-status", flow, adAccountId, status });
      }
      emit({ type: "poll", flow, adAccountId, status, knownStatus, attempts });
    } else emit({ type: "poll-failed", flow, adAccountId, message: attempt.message, attempts });
  }

  /** The error at the deadline; `last` is the last poll. */
  timeout(last: PollAttempt): PollTimeoutError {
    const { deadline } = this.#options;
    return new PollTimeoutError({
      status: this.#status,
      unknownStatuses: this.#unknown,
      attempts: this.#attempts,
      ms: deadline.ms - deadline.left(),
      cause: last.reportStatus === null ? last.error : null,
    });
  }
}

/**
 * Whether a report with status `DOES_NOT_EXIST` may still appear. True if its creation time is
 * within ten seconds of the clock's time, in either direction. False for any other status.
 */
export function mayStillAppear(status: string, handle: ReportHandle, clock: Clock): boolean {
  return status === MISSING && Math.abs(clock.date() - Date.parse(handle.createdAt)) < GRACE_MS;
}

/** A poll in flight; `stop` cancels it when its last waiter aborts. */
interface InFlightPoll {
  readonly attempt: Promise<PollAttempt>;
  readonly stop: AbortController;
  waiters: number;
}

/** The polls of one report. `users` is the number of waits that use them. */
interface Shared {
  users: number;
  inFlight: InFlightPoll | null;
  last: { readonly attempt: PollAttempt; readonly at: number } | null;
}

/** The age limit of shared polls, and the signal that ends the caller's wait. */
export interface CoalesceOptions {
  /** Maximum age of another caller's poll, in milliseconds. */
  readonly freshMs: number;
  readonly signal: AbortSignal | undefined;
}

/** The settings that a poll is sent with. */
type PollSettings = Pick<CallConfig, "fetchOptions" | "timeoutMs" | "maxRetries" | "headers">;

/**
 * Lets several callers that wait for the same report share polls. A poll that is recent or in
 * flight serves all of them.
 */
export class PollCoalescer {
  readonly #clock: Clock;
  readonly #reports = new Map<string, Shared>();
  readonly #fetchOptions = new WeakMap<FetchOptions, number>();
  #counted = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Calls `wait` and settles like its promise. `wait` receives a function that polls the report. If
   * a poll of the same report with the same settings is in flight or less than `freshMs` old, the
   * function returns that poll; otherwise it calls `start`. A shared poll is aborted only when all
   * its callers have aborted.
   */
  async during<Value>(
    { adAccountId, token }: Pick<ReportHandle, "adAccountId" | "token">,
    { fetchOptions, timeoutMs, maxRetries, headers }: PollSettings,
    wait: (
      poll: (
        start: (signal: AbortSignal) => Promise<PollAttempt>,
        terms: CoalesceOptions,
      ) => Promise<PollAttempt>,
    ) => Promise<Value>,
  ): Promise<Value> {
    const settings = [this.#numberOf(fetchOptions), timeoutMs, maxRetries, headers];
    const report = JSON.stringify([adAccountId, token, ...settings]);
    const shared = this.#reports.get(report) ?? { users: 0, inFlight: null, last: null };
    this.#reports.set(report, shared);
    shared.users++;
    try {
      return await wait((start, terms) => this.#poll(shared, start, terms));
    } finally {
      if (--shared.users === 0) this.#reports.delete(report);
    }
  }

  /**
   * A number that identifies this `fetchOptions` object; 0 for undefined. Different objects may use
   * different proxies.
   */
  #numberOf(fetchOptions: FetchOptions | undefined): number {
    if (fetchOptions === undefined) return 0;
    const number = this.#fetchOptions.get(fetchOptions) ?? ++this.#counted;
    this.#fetchOptions.set(fetchOptions, number);
    return number;
  }

  /**
   * Returns a recent poll or the poll in flight; if there is neither, starts a new poll. On an
   * abort, rejects immediately with the signal's reason.
   */
  async #poll(
    shared: Shared,
    start: (signal: AbortSignal) => Promise<PollAttempt>,
    { freshMs, signal }: CoalesceOptions,
  ): Promise<PollAttempt> {
    const { last } = shared;
    if (last !== null && this.#clock.now() - last.at < freshMs) return last.attempt;
    shared.inFlight ??= this.#start(shared, start);
    const { inFlight } = shared;
    inFlight.waiters++;
    // A caller that aborts does not cancel the poll for the others. The last caller cancels and
    // removes the poll in one step, because a caller that joined in between would share a canceled
    // poll.
    const unregister =
      signal &&
      onAbort(signal, () => {
        if (--inFlight.waiters > 0) return;
        if (shared.inFlight === inFlight) shared.inFlight = null;
        inFlight.stop.abort(signal.reason);
      });
    try {
      return await raceAbort(inFlight.attempt.catch(rethrowCopy), signal);
    } finally {
      unregister?.();
    }
  }

  /** Starts a poll and stores its result in `shared`. A failed poll is not stored. */
  #start(shared: Shared, start: (signal: AbortSignal) => Promise<PollAttempt>): InFlightPoll {
    const stop = new AbortController();
    const inFlight: InFlightPoll = {
      stop,
      waiters: 0,
      attempt: start(stop.signal)
        .then((attempt) => {
          shared.last = { attempt, at: this.#clock.now() };
          return attempt;
        })
        .finally(() => {
          if (shared.inFlight === inFlight) shared.inFlight = null;
        }),
    };
    return inFlight;
  }
}

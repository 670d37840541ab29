import { type Clock, raceAbort, sleep } from "../clock.js";
import { CreateOutcomeUnknownError } from "../errors.js";
import { failureOf } from "../http/call.js";
import type { AdmissionGate } from "../http/rate-limiter.js";
import { isOutage, isRetryable } from "../http/retry.js";
import type { ClientEvent, ReportHandle } from "../types.js";

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 60_000;
const JITTER = 0.2;

/** The settings and functions of the run that a breaker protects. */
export interface CircuitBreakerOptions {
  readonly clock: Clock;
  /** How long to probe an outage with polls before trying a create request, in milliseconds. */
  readonly maxQueueMs: number;
  /** Polls a report once. */
  poll(handle: ReportHandle, signal: AbortSignal): Promise<unknown>;
  /** Makes the rate limiter recheck which queued requests it may admit. */
  wake(): void;
  /**
   * Called each time the next create request is postponed. `waiting` is the number of waiting
   * create requests, `message` the reason, and `ms` the maximum wait.
   */
  onPause(details: {
    readonly waiting: number;
    readonly message: string;
    readonly ms: number;
  }): void;
  /** Milliseconds until the run's deadline. */
  left(): number;
  /** Called when the run's deadline has passed. */
  giveUp(): void;
}

/** The gate that a create request passes before it is sent. */
export interface Permit extends AdmissionGate {
  /** Must be called when the create request has ended. */
  end(): void;
}

/**
 * Stops a run from sending one create request after another during an outage. A create request that
 * fails in an outage may have created a report, so it cannot be retried. After a 5xx or no
 * response, no create request is admitted until a call succeeds. That call is a poll of a report in
 * progress or, if there is none, an occasional poll of a finished report. If there is no finished
 * report either, or probing takes too long, a single create request is tried.
 */
export class CircuitBreaker {
  readonly #options: CircuitBreakerOptions;
  #probing: AbortController | null = null;
  #mayTry = false;
  #creates = 0;
  #waits = 0;
  #waitingCreates = 0;
  #failure: string | null = null;
  #retryReason: string | null = null;
  #ended: () => void = () => {};
  #ready: ReportHandle | null = null;

  constructor(options: CircuitBreakerOptions) {
    this.#options = options;
  }

  /**
   * Returns the permit for one create request; `begun` is called when the request is admitted. Only
   * the first attempt waits, because later attempts follow a response.
   */
  permit(begun: () => void): Permit {
    let [taken, ended] = [false, false];
    this.#waitingCreates++;
    const stopWaiting = (): void => {
      if (!ended) this.#waitingCreates--;
      ended = true;
    };
    return {
      freeAt: () =>
        taken || this.#probing === null || this.#mayTry ? 0 : Number.POSITIVE_INFINITY,
      take: () => {
        if (taken) return;
        taken = true;
        stopWaiting();
        this.#mayTry = false;
        this.#creates++;
        begun();
      },
      end: () => {
        stopWaiting();
        if (taken) this.#creates--;
        if (taken && this.#creates === 0) this.#ended();
      },
    };
  }

  /**
   * Updates the breaker from an event of a create request or poll. A successful poll lets create
   * requests through; a poll that fails because of an outage holds them back. Other events change
   * nothing.
   */
  recordEvent(event: ClientEvent): void {
    if (event.type === "wait" && event.reason === "retry")
      this.#retryReason = event.message ?? this.#retryReason;
    if (event.type === "poll" || event.type === "created") this.#retryReason = null;
    if (event.type === "poll") this.#open();
    if (
      event.type === "poll-failed" &&
      (event.message === "no response" || /^5/.test(event.message))
    )
      this.#close(event.message);
  }

  /**
   * Updates the breaker from the outcome of a create request. `error` is null if the request
   * succeeded. An outage holds create requests back; a success, or a rejection by the API, lets
   * them through.
   */
  recordOutcome(error: unknown): void {
    const failure = failureOf(error instanceof CreateOutcomeUnknownError ? error.cause : error);
    if (failure !== null && isOutage(failure))
      this.#close(failure.kind === "http" ? String(failure.status) : "no response");
    // A rejection also shows that the API works.
    else if (
      error === null ||
      (failure?.kind === "http" && failure.status >= 400 && !isRetryable(failure))
    )
      this.#open();
  }

  /**
   * Calls `wait`, which waits for a report, and settles like `wait`. Once the report is ready, it
   * may be polled again later to test whether the API works.
   */
  async during<Value>(handle: ReportHandle, wait: () => Promise<Value>): Promise<Value> {
    this.#waits++;
    try {
      const value = await wait();
      this.#ready = handle;
      return value;
    } finally {
      this.#waits--;
    }
  }

  /** Stops probing. Called when the run has ended. */
  end(): void {
    this.#probing?.abort();
  }

  /** Admits create requests again. */
  #open(): void {
    if (this.#probing === null) return;
    this.#probing.abort();
    this.#probing = null;
    this.#failure = null;
    this.#options.wake();
  }

  /**
   * Why create requests are held back or retried: the HTTP status, or `no response`. Null if they
   * are neither held back nor retried.
   */
  get failure(): string | null {
    return this.#failure ?? this.#retryReason;
  }

  /** Holds create requests back, and starts probing the API unless it is already being probed. */
  #close(failure: string): void {
    this.#failure = failure;
    if (this.#probing !== null) return;
    this.#probing = new AbortController();
    this.#mayTry = false;
    this.#watch(this.#probing.signal).catch(() => {});
  }

  /** Probes the API until the signal aborts. */
  async #watch(signal: AbortSignal): Promise<void> {
    const { clock, maxQueueMs } = this.#options;
    const began = clock.now();
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, MAX_WAIT_MS)) {
      // Reports in progress are polled anyway, so there is no need to probe often.
      const ms = (this.#waits > 0 ? MAX_WAIT_MS : wait) * (1 - JITTER * clock.random());
      if (this.#waitingCreates > 0)
        this.#options.onPause({
          waiting: this.#waitingCreates,
          message: this.#failure ?? "no response",
          ms,
        });
      await sleep(clock, Math.min(ms, this.#options.left()), signal);
      // The deadline is checked with the client's clock, which in tests may differ from the
      // machine's.
      if (this.#options.left() <= 0) return this.#options.giveUp();
      if (this.#ready !== null && clock.now() - began < maxQueueMs)
        await this.#probe(this.#ready, signal);
      else await this.#tryOne(signal);
    }
  }

  /**
   * Resolves when all create requests in flight have ended. If there are none, admits one first.
   */
  async #tryOne(signal: AbortSignal): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      this.#ended = resolve;
    });
    if (this.#creates === 0) {
      this.#mayTry = true;
      this.#options.wake();
    }
    await raceAbort(ended, signal);
  }

  /** Polls a ready report to test whether the API works, and updates the breaker. */
  async #probe(handle: ReportHandle, signal: AbortSignal): Promise<void> {
    try {
      await this.#options.poll(handle, signal);
      this.#open();
    } catch (error) {
      if (!signal.aborted) this.recordOutcome(error);
    }
  }
}

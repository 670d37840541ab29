import { type Clock, raceAbort, sleep } from "../clock.js";
import { CreateOutcomeUnknownError } from "../errors.js";
import { failureOf } from "../http/call.js";
import type { Gate } from "../http/rate-limiter.js";
import { isOutage, isRetryable } from "../http/retry.js";
import type { ClientEvent, ReportHandle } from "../types.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
const JITTER = 0.2;

export interface CircuitBreakerOptions {
  readonly clock: Clock;
  /** How long an outage is waited out by looks. */
  readonly maxQueueMs: number;
  /** Looks at a report once. */
  poll(handle: ReportHandle, signal: AbortSignal): Promise<unknown>;
  /** Those in line may go, if there is room. */
  wake(): void;
  /** Creates are put off once more, for this long at most. */
  heldBack(told: { readonly waiting: number; readonly because: string; readonly ms: number }): void;
  /** Milliseconds that the run may still take. */
  left(): number;
  /** The run has taken too long. */
  giveUp(): void;
}

/** What one request waits at before its create is sent. */
export interface Permit extends Gate {
  /** Its create has ended. */
  end(): void;
}

/**
 * Keeps the requests of a run from being fed into an outage, one after the other: a create that meets one may have made a report or not, and
 * cannot be repeated. After a 5xx or silence no create is let in until something has gone well again: a look of a report under way, else a
 * look, now and then, at a report that was ready before. Where there is none, or this takes too long, it is one create that is tried.
 */
export class CircuitBreaker {
  readonly #terms: CircuitBreakerOptions;
  #shut: AbortController | null = null;
  #mayTry = false;
  #creates = 0;
  #waits = 0;
  #tickets = 0;
  #because: string | null = null;
  #trouble: string | null = null;
  #ended: () => void = () => {};
  #ready: ReportHandle | null = null;

  constructor(terms: CircuitBreakerOptions) {
    this.#terms = terms;
  }

  /** For one create; `begun` is called when it is let in. Only its first attempt has to wait: others come after an answer. */
  permit(begun: () => void): Permit {
    let [taken, ended] = [false, false];
    this.#tickets++;
    const leave = (): void => {
      if (!ended) this.#tickets--;
      ended = true;
    };
    return {
      freeAt: () => (taken || this.#shut === null || this.#mayTry ? 0 : Number.POSITIVE_INFINITY),
      take: () => {
        if (taken) return;
        taken = true;
        leave();
        this.#mayTry = false;
        this.#creates++;
        begun();
      },
      end: () => {
        leave();
        if (taken) this.#creates--;
        if (taken && this.#creates === 0) this.#ended();
      },
    };
  }

  /** What happens to looks. */
  recordEvent(event: ClientEvent): void {
    if (event.type === "wait" && event.reason === "retry") this.#trouble = event.because ?? this.#trouble;
    if (event.type === "look" || event.type === "created") this.#trouble = null;
    if (event.type === "look") this.#open();
    if (event.type === "look-failed" && (event.because === "no answer" || /^5/.test(event.because))) this.#close(event.because);
  }

  /** What came of a create; null when it went well. */
  recordOutcome(error: unknown): void {
    const failure = failureOf(error instanceof CreateOutcomeUnknownError ? error.cause : error);
    if (failure !== null && isOutage(failure)) this.#close(failure.kind === "answer" ? String(failure.status) : "no answer");
    // A refusal is an answer, too: whoever gives it works.
    else if (error === null || (failure?.kind === "answer" && failure.status >= 400 && !isRetryable(failure))) this.#open();
  }

  /** Waits for a report, which can be looked at from then on when it is to be known whether the API works. */
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

  /** The run has ended. */
  end(): void {
    this.#shut?.abort();
  }

  #open(): void {
    if (this.#shut === null) return;
    this.#shut.abort();
    this.#shut = null;
    this.#because = null;
    this.#terms.wake();
  }

  /** Why creates are held back or tried again, and nothing has gone well since: the HTTP status, or `no answer`; else null. */
  get because(): string | null {
    return this.#because ?? this.#trouble;
  }

  #close(because: string): void {
    this.#because = because;
    if (this.#shut !== null) return;
    this.#shut = new AbortController();
    this.#mayTry = false;
    this.#watch(this.#shut.signal).catch(() => {});
  }

  /** Until the signal says that it is over. */
  async #watch(signal: AbortSignal): Promise<void> {
    const { clock, maxQueueMs: patienceMs } = this.#terms;
    const began = clock.now();
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      // Who waits for a report looks by itself.
      const ms = (this.#waits > 0 ? LONGEST_WAIT_MS : wait) * (1 - JITTER * clock.random());
      if (this.#tickets > 0) this.#terms.heldBack({ waiting: this.#tickets, because: this.#because ?? "no answer", ms });
      await sleep(clock, Math.min(ms, this.#terms.left()), signal);
      // By the clock, which in tests need not be that of the machine.
      if (this.#terms.left() <= 0) return this.#terms.giveUp();
      if (this.#ready !== null && clock.now() - began < patienceMs) await this.#probe(this.#ready, signal);
      else await this.#tryOne(signal);
    }
  }

  /** Resolves when the next create has ended, or those that are under way. */
  async #tryOne(signal: AbortSignal): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      this.#ended = resolve;
    });
    if (this.#creates === 0) {
      this.#mayTry = true;
      this.#terms.wake();
    }
    await raceAbort(ended, signal);
  }

  async #probe(handle: ReportHandle, signal: AbortSignal): Promise<void> {
    try {
      await this.#terms.poll(handle, signal);
      this.#open();
    } catch (error) {
      if (!signal.aborted) this.recordOutcome(error);
    }
  }
}

import { type Clock, type Deadline, onAbort, raceAbort, sleep } from "../clock.js";
import { PollTimeoutError, RateLimitError, ReportFailedError, rethrowCopy } from "../errors.js";
import type { ClientEvent, ReportHandle, ReportLook } from "../types.js";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
// A part of each wait is left to chance, so that reports that were created together are not looked at together.
const JITTER = 0.2;
// Whoever waits for the same report at the same time is content with a look that is no older than this part of the wait.
const FRESH = 0.25;
// A report that has just been created may not be known everywhere yet.
const MISSING = "DOES_NOT_EXIST";
const GRACE_MS = 10_000;
// Of more there is nothing to learn.
const MOST_UNKNOWN = 20;

/** A look, or why it saw nothing; and how long the API asked to wait with the next one. */
export type PollAttempt = { readonly askedMs: number | null } & (
  | { readonly look: ReportLook }
  | {
      readonly look: null;
      readonly error: Error;
      /** The HTTP status, or `no answer`, or `rate limit` when it was not even sent. */
      readonly because: string;
    }
);

export interface PollOptions {
  readonly handle: ReportHandle;
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly signal: AbortSignal | undefined;
  readonly emit: (event: ClientEvent) => void;
  /** What Pinterest said when the report was created. */
  readonly said: string;
}

/**
 * Looks until the report is done, has failed, or the deadline has passed. A look that saw nothing, because the API was out of order or asked
 * to come later, is a look like those before it: the report is made at Pinterest all the same.
 * A status that this version does not know counts as "not yet": the API may add one before we do. So does `DOES_NOT_EXIST` within ten
 * seconds of the creation; see `mayAppear`.
 */
export async function poll(look: (freshMs: number) => Promise<PollAttempt>, options: PollOptions): Promise<ReportLook> {
  const { clock, deadline, signal, emit } = options;
  const watch = new PollProgress(options);
  for (let [wait, freshMs] = [FIRST_WAIT_MS, 0]; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    signal?.throwIfAborted();
    const seen = await look(freshMs);
    watch.note(seen);
    if (seen.look?.state === "done") return seen.look;
    if (seen.look?.state === "failed") throw new ReportFailedError(seen.look.status, options.said);
    const [left, asked] = [deadline.left(), seen.askedMs ?? 0];
    // A look before the time that the API named would see nothing, either.
    if (left <= 0 || (seen.look === null && asked > left)) throw watch.timeout(seen);
    // The last look is at the deadline, not before it.
    const ms = Math.min(Math.max(wait * (1 - JITTER * clock.random()), asked), left);
    freshMs = ms * FRESH;
    emit({ type: "wait", reason: "poll", ms });
    await sleep(clock, ms, signal);
  }
}

/** What a wait has seen so far. */
class PollProgress {
  readonly #options: PollOptions;
  readonly #unknown = new Set<string>();
  #status: string | null = null;
  #looks = 0;

  constructor(options: PollOptions) {
    this.#options = options;
  }

  note(seen: PollAttempt): void {
    const { handle, emit } = this.#options;
    const { flow, adAccountId } = handle;
    const sent = seen.look !== null || !(seen.error instanceof RateLimitError);
    if (sent) this.#looks++;
    const looks = this.#looks;
    if (seen.look !== null) {
      const { status, known } = seen.look;
      this.#status = status;
      if (!known && !this.#unknown.has(status) && this.#unknown.size < MOST_UNKNOWN) {
        this.#unknown.add(status);
        emit({ type: "unknown-status", flow, adAccountId, status });
      }
      emit({ type: "look", flow, adAccountId, status, known, looks });
    } else emit({ type: "look-failed", flow, adAccountId, because: seen.because, looks });
  }

  timeout(last: PollAttempt): PollTimeoutError {
    const { deadline } = this.#options;
    return new PollTimeoutError({
      status: this.#status,
      unknown: [...this.#unknown],
      looks: this.#looks,
      ms: deadline.ms - deadline.left(),
      cause: last.look === null ? last.error : null,
    });
  }
}

/** Whether a report that is said not to exist may be so young that not everybody knows it. */
export function mayStillAppear(status: string, handle: ReportHandle, clock: Clock): boolean {
  return status === MISSING && Math.abs(clock.date() - Date.parse(handle.createdAt)) < GRACE_MS;
}

interface InFlightPoll {
  readonly seen: Promise<PollAttempt>;
  readonly stop: AbortController;
  waiters: number;
}

interface Shared {
  users: number;
  underWay: InFlightPoll | null;
  last: { readonly seen: PollAttempt; readonly at: number } | null;
}

export interface CoalesceOptions {
  /** How old a look of somebody else may be. */
  readonly freshMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Several who wait for one report look together: a look that is under way, or has only just been, serves them all. */
export class PollCoalescer {
  readonly #clock: Clock;
  readonly #reports = new Map<string, Shared>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs a wait. The `look` that it is given starts one only where nobody else's will do. */
  async during<Value>(
    report: string,
    wait: (look: (start: (signal: AbortSignal) => Promise<PollAttempt>, terms: CoalesceOptions) => Promise<PollAttempt>) => Promise<Value>,
  ): Promise<Value> {
    const shared = this.#reports.get(report) ?? { users: 0, underWay: null, last: null };
    this.#reports.set(report, shared);
    shared.users++;
    try {
      return await wait((start, terms) => this.#poll(shared, start, terms));
    } finally {
      if (--shared.users === 0) this.#reports.delete(report);
    }
  }

  async #poll(
    shared: Shared,
    start: (signal: AbortSignal) => Promise<PollAttempt>,
    { freshMs, signal }: CoalesceOptions,
  ): Promise<PollAttempt> {
    const { last } = shared;
    if (last !== null && this.#clock.now() - last.at < freshMs) return last.seen;
    shared.underWay ??= this.#start(shared, start);
    const { underWay } = shared;
    underWay.waiters++;
    // One who gives up does not take the look from the others; the last one to give up stops it, and nobody joins it any more. At once: whoever
    // comes in the same moment would join a look that nobody waits for.
    const off =
      signal &&
      onAbort(signal, () => {
        if (--underWay.waiters > 0) return;
        if (shared.underWay === underWay) shared.underWay = null;
        underWay.stop.abort(signal.reason);
      });
    try {
      return await raceAbort(underWay.seen.catch(rethrowCopy), signal);
    } finally {
      off?.();
    }
  }

  #start(shared: Shared, start: (signal: AbortSignal) => Promise<PollAttempt>): InFlightPoll {
    const stop = new AbortController();
    const underWay: InFlightPoll = {
      stop,
      waiters: 0,
      seen: start(stop.signal)
        .then((seen) => {
          shared.last = { seen, at: this.#clock.now() };
          return seen;
        })
        .finally(() => {
          if (shared.underWay === underWay) shared.underWay = null;
        }),
    };
    return underWay;
  }
}

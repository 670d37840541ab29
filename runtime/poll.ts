import { abortable, type Clock } from "./clock.js";
import { PollTimeoutError, RateLimitError, ReportFailedError } from "./errors.js";
import type { ClientEvent, ReportHandle, ReportLook } from "./report.js";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
// A part of each wait is left to chance, so that reports that were created together are not looked at together.
const JITTER = 0.2;
// Whoever waits for the same report at the same time is content with a look that is no older than this part of the wait.
const FRESH = 0.25;
// A report that has just been created may not be known everywhere yet.
const MISSING = "DOES_NOT_EXIST";
const GRACE_MS = 10_000;

/** A look, and how long the API asked to wait with the next one. */
export interface Seen {
  readonly look: ReportLook;
  readonly askedMs: number | null;
}

export interface PollOptions {
  readonly handle: ReportHandle;
  readonly clock: Clock;
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
  readonly emit: (event: ClientEvent) => void;
}

/**
 * Looks until the report is done, has failed, or the deadline has passed.
 * A status that this version does not know counts as "not yet": the API may add one before we do. So does `DOES_NOT_EXIST` within ten
 * seconds of the creation; see `mayAppear`.
 */
export async function poll(look: (deadline: number, freshMs: number) => Promise<Seen>, options: PollOptions): Promise<ReportLook> {
  const { handle, clock, deadlineMs, signal, emit } = options;
  const { flow, adAccountId } = handle;
  const deadline = clock.now() + deadlineMs;
  let last: ReportLook | undefined;
  let freshMs = 0;
  for (let looks = 1, wait = FIRST_WAIT_MS; ; looks++, wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    signal?.throwIfAborted();
    const { look: seen, askedMs } = await look(deadline, freshMs).catch((error: unknown) => {
      // What the report was when it was seen last says more than that there is no room for another look.
      if (last === undefined || !(error instanceof RateLimitError)) throw error;
      throw new PollTimeoutError({ status: last.status, looks: looks - 1, ms: deadlineMs, cause: error });
    });
    last = seen;
    emit({ type: "look", flow, adAccountId, status: seen.status, known: seen.known, looks });
    if (seen.state === "done") return seen;
    if (seen.state === "failed") throw new ReportFailedError(seen.status);
    const left = deadline - clock.now();
    if (left <= 0) throw new PollTimeoutError({ status: seen.status, looks, ms: deadlineMs });
    // The last look is at the deadline, not before it.
    const ms = Math.min(Math.max(wait * (1 - JITTER * clock.random()), askedMs ?? 0), left);
    freshMs = ms * FRESH;
    emit({ type: "wait", reason: "poll", ms });
    await abortable(clock.sleep(ms, signal), signal);
  }
}

/** Whether a report that is said not to exist may be so young that not everybody knows it. */
export function mayAppear(status: string, handle: ReportHandle, clock: Clock): boolean {
  return status === MISSING && Math.abs(clock.date() - Date.parse(handle.createdAt)) < GRACE_MS;
}

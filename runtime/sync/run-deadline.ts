import { type Clock, Deadline, onAbort } from "../clock.js";
import { RunDeadlineError, withHint } from "../errors.js";
import { quoteWord } from "../redact.js";
import { OpenTarget } from "./open-target.js";
import type { Target } from "./target.js";
import type { SyncOptions } from "./types.js";

type State = RunDeadlineError["state"];

const STATES: Readonly<Record<State, string>> = {
  waiting: "the request had not been sent yet",
  sent: "the create request had been sent, but not answered",
  created: "the report was not ready yet",
  reading: "the report file was being read",
  writing: "not all rows had been written to the target",
};

/**
 * The error for a `sync` run that was aborted after `ms` milliseconds. It says that the next run
 * loads the rest; `runAll`'s error mentions handles instead. `reason` says why the API was
 * unavailable; null if it was available.
 */
export function syncDeadlineError({
  ms,
  state,
  reason = null,
}: {
  readonly ms: number;
  readonly state: State;
  readonly reason?: string | null;
}): RunDeadlineError {
  const why = reason === null ? "" : `; the API was unavailable: ${quoteWord(reason)}`;
  const text = `the run was aborted after ${Math.round(ms / 100) / 10} s: ${STATES[state]}; the next run loads what is missing${why}`;
  return new RunDeadlineError({
    ms,
    state,
    reason,
    message: withHint(text, "run_deadline"),
  });
}

/**
 * Opens a target, and calls `work` with it and the run's deadline, if any. Closes the session
 * afterwards. If closing fails, that error replaces any error from `work`.
 *
 * If the run's signal aborts, the target's pending calls should reject with the signal's reason. If
 * the deadline passes, they should reject with a `RunDeadlineError`. `work` itself is not stopped.
 * The caller must first check that the signal has not already aborted.
 */
export async function inSession<Result>(
  target: Target,
  { options, clock }: { readonly options: SyncOptions<unknown>; readonly clock: Clock },
  work: (target: OpenTarget, deadline: Deadline | null) => Promise<Result>,
): Promise<Result> {
  const { runDeadlineMs } = options;
  const deadline = runDeadlineMs === undefined ? null : new Deadline(clock, runDeadlineMs).begin();
  const ending = targetSignal(options);
  const opened = await OpenTarget.open(target, ending.signal).catch((error: unknown) => {
    ending.release();
    throw error;
  });
  try {
    return await work(opened, deadline);
  } finally {
    await opened.close().finally(ending.release);
  }
}

/**
 * A signal for the target. It aborts with the run's signal, and with a `RunDeadlineError` at the
 * run's deadline. The caller must call `release`.
 */
function targetSignal({ signal, runDeadlineMs: ms }: SyncOptions<unknown>): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const controller = new AbortController();
  const end = (): void => controller.abort(syncDeadlineError({ ms: ms ?? 0, state: "writing" }));
  // The timer uses real time, like the deadline of `runAll`.
  const timer = ms === undefined ? undefined : setTimeout(end, ms);
  const unregister = signal && onAbort(signal, () => controller.abort(signal.reason));
  const release = (): void => {
    clearTimeout(timer);
    unregister?.();
  };
  return { signal: controller.signal, release };
}

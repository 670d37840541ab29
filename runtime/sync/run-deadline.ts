import { type Clock, Deadline, onAbort } from "../clock.js";
import { RunDeadlineError, withHint } from "../errors.js";
import { quoteWord } from "../redact.js";
import { OpenTarget } from "./open-target.js";
import type { Target } from "./target.js";
import type { SyncOptions } from "./types.js";

type State = RunDeadlineError["state"];

const STATES: Readonly<Record<State, string>> = {
  waiting: "this had not been requested",
  sent: "the create request was sent without a response",
  created: "the report was not ready",
  reading: "the report file was being read",
  writing: "not all rows were in the target",
};

/**
 * The error of a run of `sync` that was aborted after `ms` milliseconds. It says that the next run
 * loads the rest; the error of `runAll` mentions handles instead.
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
  const text = `the run was aborted after ${Math.round(ms / 100) / 10} s: ${STATES[state]}; the next run loads it${why}`;
  return new RunDeadlineError({
    ms,
    state,
    reason,
    message: withHint(text, "run_deadline"),
  });
}

/**
 * Opens a target, and calls `work` with it and the end of the run, null without one. The
 * session is closed afterwards; when the signal of the run aborts, or its time is over, it ends.
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
 * A signal for the target, which aborts with that of the run, and at its deadline with a
 * `RunDeadlineError`. `release` has to be called.
 */
function targetSignal({ signal, runDeadlineMs: ms }: SyncOptions<unknown>): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const controller = new AbortController();
  const end = (): void => controller.abort(syncDeadlineError({ ms: ms ?? 0, state: "writing" }));
  // In real time, as the deadline of a run of reports.
  const timer = ms === undefined ? undefined : setTimeout(end, ms);
  const unregister = signal && onAbort(signal, () => controller.abort(signal.reason));
  const release = (): void => {
    clearTimeout(timer);
    unregister?.();
  };
  return { signal: controller.signal, release };
}

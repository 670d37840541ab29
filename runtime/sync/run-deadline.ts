import { RunDeadlineError, withPage } from "../errors.js";
import { quoteWord } from "../redact.js";

type State = RunDeadlineError["state"];

const STATES: Readonly<Record<State, string>> = {
  waiting: "this had not been requested",
  sent: "the create request was sent without a response",
  created: "the report was not ready",
  reading: "the report file was being read",
  writing: "the target had not taken the rows",
};

/** The error of a run of `sync` that was aborted after `ms` milliseconds. A run of reports has other words: handles, by which it is resumed. */
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
  return new RunDeadlineError({ ms, state, reason, message: withPage(text, "warehouse.md#what-is-refused-and-what-fails") });
}

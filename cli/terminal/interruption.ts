import type { Io, StopSignal } from "./io.js";

const EXITS: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
// npx forwards a ctrl-C that its child has already received: a second signal within this time is
// the same one.
const SAME_MS = 300;

/** The handling of signals during the work of a command. */
export interface Interruption {
  /**
   * Aborted at the first ctrl-C, SIGTERM or SIGHUP, and when the npx that started this process has
   * ended.
   */
  readonly signal: AbortSignal;
  /** The exit code that the shell expects for the signal; 1 before any signal. */
  exit(): number;
  /**
   * Removes the signal handlers, unless a signal was received: then a second one still ends the
   * process.
   */
  end(): void;
}

/**
 * Handles ctrl-C, SIGTERM and SIGHUP: the first one aborts the returned `signal`; one that follows
 * within 300 ms is ignored; a later one runs `beforeExit` and ends the process at once. `end`
 * removes the handlers, except after a first signal: then a second one still ends the process. The
 * end of npx counts as SIGTERM, which npx does not forward, until `end`, and never as the second
 * one. `exit` returns the exit code for the first signal, 1 before it.
 */
export function interruption(
  io: Pick<Io, "onSignal" | "onParentGone" | "exit">,
  beforeExit: () => void = () => {},
): Interruption {
  const stop = new AbortController();
  let exit = 1;
  let stoppedAtMs = 0;
  const onSignal = (signal: StopSignal): void => {
    if (stop.signal.aborted && performance.now() - stoppedAtMs < SAME_MS) return;
    if (stop.signal.aborted) {
      beforeExit();
      io.exit(EXITS[signal]);
    }
    stoppedAtMs = performance.now();
    exit = EXITS[signal];
    stop.abort();
  };
  const removeListener = io.onSignal(onSignal);
  const stopWatching = io.onParentGone(() => {
    if (!stop.signal.aborted) onSignal("SIGTERM");
  });
  return {
    signal: stop.signal,
    exit: () => exit,
    end: () => {
      stopWatching();
      // The work may still be stopping; a second signal must then end the process.
      if (!stop.signal.aborted) removeListener();
    },
  };
}

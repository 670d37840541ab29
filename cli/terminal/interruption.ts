import type { Io, StopSignal } from "./io.js";

const EXITS: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
// npx forwards a ctrl-C that its child has already received: a second signal within this time is
// the same one.
const SAME_MS = 300;

/** Handles signals during a command's work. */
export interface Interruption {
  /**
   * Aborted at the first ctrl-C, SIGTERM or SIGHUP, and when the npx that started this process
   * ends.
   */
  readonly signal: AbortSignal;
  /** The exit code that the shell expects for the signal; 1 before any signal. */
  exit(): number;
  /**
   * Removes the signal handlers. After a signal it keeps them, so that a second one still ends the
   * process.
   */
  end(): void;
}

/**
 * Handles ctrl-C, SIGTERM and SIGHUP during a command's work. The first signal aborts `signal`.
 * Another one within 300 ms is ignored; a later one runs `beforeExit` and ends the process at once.
 * The end of npx counts as a first SIGTERM, which npx does not forward, but never as a second one.
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

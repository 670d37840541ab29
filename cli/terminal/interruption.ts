import type { Io, StopSignal } from "./io.js";

const EXITS: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
// A second signal within this time is ignored, because npx forwards a ctrl-C that its child has
// already received.
const SAME_MS = 300;

/** Handles signals while a command is running. */
export interface Interruption {
  /** Aborted at the first ctrl-C, SIGTERM or SIGHUP, or when a parent npx ends. */
  readonly signal: AbortSignal;
  /** The exit code that the shell expects for the signal; 1 before any signal. */
  exit(): number;
  /**
   * Removes the signal handlers. If a signal has arrived, keeps the handlers, so that a second
   * signal still ends the process.
   */
  end(): void;
}

/**
 * Handles ctrl-C, SIGTERM and SIGHUP during a command's work. The first signal aborts `signal`.
 * Another signal within 300 ms is ignored; a later signal runs `beforeExit` and ends the process at
 * once. npx does not forward SIGTERM, so the end of npx counts as a SIGTERM, but only as the first
 * signal.
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
      // After an abort, the work may still be stopping, and a second signal must end the process.
      if (!stop.signal.aborted) removeListener();
    },
  };
}

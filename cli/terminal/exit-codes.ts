import type { Cause } from "../../generator/problem.js";

/**
 * The exit codes of all commands. docs/guide/command-line.md has the same table. After a signal,
 * the code is 128 plus the signal's number.
 */
export const EXIT = {
  /** Done, or nothing to do. */
  done: 0,
  /** Rejected or failed, and nothing was written. Also used if a check found a problem. */
  refused: 1,
  /** Wrong usage, or an input that cannot be read. Nothing was sent or written. */
  usage: 2,
  /** Done, but something was left out. */
  leftOut: 3,
  /** Failed, but the input is fine, so the same command may succeed later. */
  tryAgain: 4,
} as const;

/** The exit code for problems that stop a command. */
export const EXIT_OF_PROBLEMS: Readonly<Record<Cause, number>> = {
  refused: EXIT.refused,
  unreadable: EXIT.usage,
  temporary: EXIT.tryAgain,
};

/** Codes of client errors that may not recur if the command is run again. */
const TEMPORARY: readonly unknown[] = [
  "connection",
  "rate_limit",
  "poll_timeout",
  "run_deadline",
  "download",
  "target_unavailable",
  "no_result",
];

/**
 * Whether the same command may succeed later after this client error. True for a missing response,
 * a server error, a rate limit, a failed download, an unusable sync target, or a report that is not
 * ready. False for any other error or value. It is also false if it is unknown whether a report was
 * created, because a person must then decide what to do.
 */
export function isTemporary(error: unknown): boolean {
  const { code, status } = Object(error) as { readonly code?: unknown; readonly status?: unknown };
  if (TEMPORARY.includes(code)) return true;
  return (
    code === "api" &&
    typeof status === "number" &&
    (status >= 500 || status === 429 || status === 408)
  );
}

import { InvalidArgumentError } from "../errors.js";

/**
 * A target cannot be used: no connection, no disk space, or it is shutting down. `sync` opens it
 * again once, and ends if that fails. Any other error of a target concerns one window.
 */
export class TargetUnavailableError extends Error {
  readonly code = "target_unavailable";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "TargetUnavailableError";
  }
}

/** Whether a target has thrown that it cannot be used, in this or another copy of the package. */
export function isUnavailable(error: unknown): boolean {
  return Object(error).code === "target_unavailable";
}

/** Returns a thrown error unchanged, and wraps any other thrown value in an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error("the target failed", { cause: thrown });
}

/**
 * Calls a target. Converts an `InvalidArgumentError` too, because targets use it when they cannot
 * be reached or are in use, which may be temporary.
 */
export async function targetCall<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof InvalidArgumentError
      ? new TargetUnavailableError(error.message, { cause: error })
      : error;
  }
}

import { InvalidArgumentError } from "../errors.js";

/**
 * The target cannot be used now. For example, the connection was lost, the disk is full, or the
 * server is shutting down. `sync` reopens the target once, and ends if that fails. Any other error
 * from a target affects only one window.
 */
export class TargetUnavailableError extends Error {
  readonly code = "target_unavailable";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "TargetUnavailableError";
  }
}

/** Whether the error is a `TargetUnavailableError`, from this or another copy of the package. */
export function isUnavailable(error: unknown): boolean {
  return Object(error).code === "target_unavailable";
}

/** Returns a thrown error unchanged, and wraps any other thrown value in an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error("the target failed", { cause: thrown });
}

/**
 * Calls a target, and converts an `InvalidArgumentError` to a `TargetUnavailableError`. A target
 * that is unreachable or in use may become available later.
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

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

/** What was thrown, as an error. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error("the target failed", { cause: thrown });
}

/**
 * Calls a target. It says by an `InvalidArgumentError`, too, that it cannot be reached or that a
 * run has it for itself, which may pass.
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

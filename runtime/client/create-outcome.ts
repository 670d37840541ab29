import { ApiError, ConnectionError, CreateOutcomeUnknownError } from "../errors.js";
import { failureOf } from "../http/call.js";
import { surelyRefused } from "../http/retry.js";

/** What a failed create is to the caller: refused, or perhaps a report all the same. */
export function outcomeOf(error: unknown): unknown {
  const failure = failureOf(error);
  const answered = error instanceof ApiError || error instanceof ConnectionError;
  return failure === null || !answered || surelyRefused(failure) ? error : new CreateOutcomeUnknownError(error);
}

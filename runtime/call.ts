import { abortable } from "./clock.js";
import { ApiError, ConnectionError } from "./errors.js";
import type { Settings } from "./options.js";
import { type Failure, nextWait } from "./retry.js";
import { codeOf } from "./secrets.js";

export interface CallOptions {
  /** Whether doing it twice does no harm. */
  readonly repeatable: boolean;
  /** By the clock's `now`: no wait goes beyond it. */
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** Does something over the network, again where that is safe and may help, until it is done or cannot be. */
export async function call<Value>(
  { clock, emit }: Settings,
  { repeatable, deadline, signal }: CallOptions,
  attempt: (number: number) => Promise<Value>,
): Promise<Value> {
  for (let number = 1; ; number++) {
    signal?.throwIfAborted();
    try {
      return await attempt(number);
    } catch (error) {
      const failure = failureOf(error);
      const wait = failure && nextWait(failure, { number, repeatable, random: clock.random() });
      if (wait === null || clock.now() + wait > deadline) throw error;
      emit({ type: "wait", reason: "retry", ms: wait });
      await abortable(clock.sleep(wait, signal), signal);
    }
  }
}

function failureOf(error: unknown): Failure | null {
  if (error instanceof ApiError) return { kind: "answer", ...only(error) };
  if (error instanceof ConnectionError) return { kind: "silence", sent: error.sent, code: codeOf(error.cause) };
  return null;
}

function only({ status, apiCode, apiMessage, retryAfterMs }: ApiError): Omit<Extract<Failure, { kind: "answer" }>, "kind"> {
  return { status, apiCode, apiMessage, retryAfterMs };
}

import type { Deadline } from "../clock.js";
import { StepTimeout, sleep, withTimeout } from "../clock.js";
import type { ApiCall } from "../contract.js";
import {
  ApiError,
  AuthError,
  ConnectionError,
  isWithoutRoom,
  SharedStateError,
} from "../errors.js";
import { codeOf } from "../network-failure.js";
import type { TracedOperation } from "../telemetry.js";
import type { CallConfig, TokenProvider } from "./config.js";
import { exchange } from "./openapi-fetch.js";
import { type RateLimitKey, type Slot, SlotExpired, UNLIMITED } from "./rate-limiter.js";
import { type AcceptedResponse, classify, type ExpectedResponse } from "./response.js";
import type { RetryBudget } from "./retry.js";
import { type Failure, isRejectedUnprocessed, nextWait } from "./retry.js";
import { type Authorization, type SendOptions, send } from "./send.js";

/** How a call is limited, retried and authenticated. */
export interface CallOptions {
  /** Whether it is harmless to repeat the call. */
  readonly idempotent: boolean;
  /**
   * When the call must end, as a value of the clock's `now`. No wait goes beyond the deadline; an
   * attempt may exceed it by up to 1 second. This property is read again for each use, because the
   * countdown may not start until the call is admitted.
   */
  readonly deadline: number;
  /**
   * Maximum time that the rate limits may block the call, in milliseconds. Applies only until the
   * countdown starts.
   */
  readonly maxQueueMs?: number;
  /**
   * Whether the caller itself waits between attempts. If so, the call is retried only if no wait is
   * needed. Default: false.
   */
  readonly noBackoff?: boolean;
  readonly signal: AbortSignal | undefined;
  /**
   * If set, this signal cancels the request in flight, and `signal` only prevents further attempts.
   */
  readonly hardAbortSignal?: AbortSignal | undefined;
  /** The operation that the spans of the call's requests belong to. */
  readonly work: TracedOperation;
  /** Retry budget for the second and later attempts. Default: the budget of API calls. */
  readonly budget?: RetryBudget;
  /** Rate limits that the call counts against. Default: none. */
  readonly rateLimitKey?: RateLimitKey | undefined;
  /** Authentication of the call. Default: none. */
  readonly authenticator?: Authenticator;
}

/** Deadline and abort signal of a call. */
export interface StepOptions {
  readonly deadline: Deadline;
  readonly signal?: AbortSignal | undefined;
}

/** Options for a create request. */
export interface CreateStepOptions
  extends StepOptions,
    Pick<CallOptions, "hardAbortSignal">,
    Pick<RateLimitKey, "gate"> {
  /** Called right before each attempt. */
  readonly before?: (() => Promise<void>) | undefined;
}

/**
 * Provides the authorization for a call. Errors from its methods are not retried, because the
 * methods do their own retries.
 */
export interface Authenticator {
  /** Called before every attempt. Returns synchronously if it can. */
  authorize(): Promise<Authorization> | Authorization;
  /**
   * Called after the API rejected `refused` with `error`. Resolves to true if a different
   * authorization is available.
   */
  renew(refused: Authorization, error: AuthError): Promise<boolean>;
  /** Maximum number of renewals in one call. Default: 1. */
  readonly renewals?: number | undefined;
}

// How long, in milliseconds, a request may keep its slot before it is sent. After that, the request
// needs a new slot.
const SEND_WITHIN_MS = 10_000;
const NO_AUTH: Authorization = { header: "", secrets: [] };
// Minimum time for an attempt that starts near or after the deadline, as the last poll does. A
// shorter attempt would be pointless.
const MIN_ATTEMPT_MS = 1_000;

/** One call: its operation, input and options, and how to read its response. */
export interface Call<Input, Output, Value> {
  readonly operation: Pick<ApiCall<Input, Output>, "call">;
  readonly input: Input;
  readonly options: CallOptions;
  readonly expected: ExpectedResponse & Pick<SendOptions, "maxBytes" | "openQuery" | "secrets">;
  /** Called right before each attempt. */
  readonly before?: (() => Promise<void>) | undefined;
  /**
   * Returns the call's value. Throws `response.invalid(…)` if the data is incomplete; the request
   * may then be retried.
   */
  read(response: AcceptedResponse<Output>): Value;
  /**
   * Converts the error of an attempt. Whether to retry depends on the converted error. Default: the
   * error is not converted.
   */
  errorOf?(error: unknown): unknown;
}

/**
 * Sends a call within the rate limits, with retries where that is safe. Waits for the rate limits,
 * authorizes and sends the request, then reads and classifies the response. Resolves to the call's
 * value. Rejects with the last attempt's error, an error from the authenticator, or
 * `options.signal.reason`. Rejects with a `RateLimitError` if the rate limits block the call for
 * too long, and with a `ConnectionError` if no access token becomes available in time.
 */
export function sendCall<Input, Output, Value>(
  config: CallConfig,
  call: Call<Input, Output, Value>,
): Promise<Value> {
  const { operation, input, options, expected, before, errorOf = (error) => error } = call;
  const { maxBytes, openQuery, secrets } = expected;
  const { rateLimitKey, signal, hardAbortSignal = signal } = options;
  return callWithRetries(config, options, async (number, { authorization, slot, ms }) => {
    await before?.();
    signal?.throwIfAborted();
    try {
      // openapi-fetch builds the request; `send` sends it, and reads the response.
      const received = await exchange(
        (init) => operation.call(config.api, input, init),
        (request, template) =>
          send(config, request, {
            template,
            work: options.work,
            number,
            authorization,
            slot,
            ms,
            signal: hardAbortSignal,
            maxBytes,
            openQuery,
            secrets,
          }),
      );
      slot.end("answered");
      const response = classify<Output>(received, expected, config.clock.date());
      if (rateLimitKey)
        config.limiter.recordResponse(
          rateLimitKey,
          received,
          response instanceof ApiError ? response : null,
        );
      if (response instanceof ApiError) throw response;
      return call.read(response);
    } catch (error) {
      throw errorOf(error);
    }
  });
}

/** Options for one attempt. */
export interface AttemptOptions {
  /** Has an empty header if the call has no authenticator. */
  readonly authorization: Authorization;
  /** The attempt's slot in the rate limits. The request must not be sent without a slot. */
  readonly slot: Slot;
  /** Time limit in milliseconds. */
  readonly ms: number;
}

/** Makes one attempt. `number` starts at 1. */
export type AttemptCall<Value> = (number: number, options: AttemptOptions) => Promise<Value>;

/**
 * Makes a network call with `attempt`, with retries where they are safe and may help. Retries stay
 * within the deadline and the retry budget. After a rejected token, retries with a new one, at most
 * `authenticator.renewals` times (default: once). After a temporary failure, such as no response,
 * 429 or 5xx, retries at most `config.maxRetries` times, usually after a wait. With `noBackoff`,
 * retries only if no wait is needed. A call that is not idempotent is retried only if it is certain
 * that the server did not process it. Resolves to the value of the successful attempt. Throws:
 * - the last attempt's error
 * - a `RateLimitError` if the rate limits block the call for too long
 * - a `ConnectionError` if no access token becomes available in time
 * - errors from the authenticator
 * - `signal.reason` if aborted
 */
export async function callWithRetries<Value>(
  config: CallConfig,
  options: CallOptions,
  attempt: AttemptCall<Value>,
): Promise<Value> {
  const { rateLimitKey, authenticator, hardAbortSignal, signal, budget = config.budget } = options;
  budget.earn();
  let renewals = authenticator?.renewals ?? 1;
  // If the slot has expired, the authorization is kept for the next attempt. Getting a token again
  // could let the next slot expire, too.
  let known: Authorization | null = null;
  for (let number = 1; ; number++) {
    signal?.throwIfAborted();
    const slot =
      rateLimitKey === undefined
        ? UNLIMITED
        : await config.limiter.enter(
            rateLimitKey,
            { ...options, holdMs: config.timeoutMs + SEND_WITHIN_MS },
            config.emit,
          );
    let authorization: Authorization | null = null;
    let failure: unknown;
    try {
      // The token is requested only after the wait for the rate limits, because it could expire
      // during the wait.
      authorization = known ?? (await authorize(config, options));
      const ms = Math.min(config.timeoutMs, msLeft(config, options));
      return await attempt(number, { authorization, slot, ms });
    } catch (error) {
      // Nothing was sent, and `authorize` retries by itself.
      if (authorization === null) throw error;
      failure = error;
    } finally {
      slot.end(isUnsent(failure) ? "unsent" : "unknown");
    }
    known = failure instanceof SlotExpired ? authorization : null;
    if (known !== null) {
      number--;
      continue;
    }
    // An abort reason is not a failure of this call, even if it is another call's error.
    if (hardAbortSignal === undefined) signal?.throwIfAborted();
    if (
      failure instanceof AuthError &&
      renewals > 0 &&
      (await renew(config, options, { authorization, error: failure }))
    )
      renewals--;
    else await backOff(config, options, { error: failure, number });
  }
}

/** Whether an attempt's connection failed before anything was sent. */
function isUnsent(failure: unknown): boolean {
  return failure instanceof ConnectionError && !failure.sent;
}

/** The authorization for an attempt; its header is empty if the call has no authenticator. */
async function authorize(config: CallConfig, options: CallOptions): Promise<Authorization> {
  const pending = options.authenticator?.authorize() ?? NO_AUTH;
  return pending instanceof Promise ? withinDeadline(config, options, () => pending) : pending;
}

/**
 * Requests another authorization after a rejection. Resolves to false if there is none, or if the
 * call has no authenticator.
 */
async function renew(
  config: CallConfig,
  options: CallOptions,
  { authorization, error }: { readonly authorization: Authorization; readonly error: AuthError },
): Promise<boolean> {
  const { authenticator } = options;
  return (
    authenticator !== undefined &&
    withinDeadline(config, options, () => authenticator.renew(authorization, error))
  );
}

/**
 * Resolves to the result of `work`, which gets or renews an authorization. Throws a
 * `ConnectionError` if the deadline passes first.
 */
async function withinDeadline<Value>(
  config: CallConfig,
  options: CallOptions,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await withTimeout(work, { ms: msLeft(config, options), signal: options.signal });
  } catch (error) {
    if (!(error instanceof StepTimeout)) throw error;
    throw new ConnectionError("timeout: no access token before the deadline", {
      sent: false,
      cause: error,
    });
  }
}

/** Milliseconds until the deadline, but at least one second. */
function msLeft({ clock }: CallConfig, { deadline }: CallOptions): number {
  return Math.max(deadline - clock.now(), MIN_ATTEMPT_MS);
}

/**
 * Waits before the next attempt, and emits a `wait` event. Throws `error` if no further attempt is
 * allowed: the error is not retryable, the wait would exceed the deadline, or the budget is used
 * up.
 */
async function backOff(
  config: CallConfig,
  { idempotent, deadline, signal, budget = config.budget, noBackoff = false }: CallOptions,
  { error, number }: { readonly error: unknown; readonly number: number },
): Promise<void> {
  const { clock, emit, maxRetries } = config;
  const failure = failureOf(error);
  const wait =
    failure === null
      ? null
      : nextWait(failure, { number, idempotent, random: clock.random(), noBackoff, maxRetries });
  if (failure === null || wait === null || clock.now() + wait > deadline) throw error;
  // Some retries use no budget, because they cannot make an outage worse: the API rejected the
  // request without processing it, or asked the client to wait.
  const usesBudget =
    !isRejectedUnprocessed(failure) && !(error instanceof ApiError && error.retryAfterMs !== null);
  if (usesBudget && !budget.spend()) throw error;
  emit({
    type: "wait",
    reason: "retry",
    ms: wait,
    message: error instanceof ApiError ? String(error.status) : "no response",
  });
  await sleep(clock, wait, signal);
}

/**
 * The facts about an error that determine whether to retry. For an `ApiError`, these are its
 * status, code, message and requested wait; for a `ConnectionError`, whether the request was sent,
 * and the error code of its cause. Null for any other value, and for an error from the client's own
 * rate limiter or the shared state.
 */
export function failureOf(error: unknown): Failure | null {
  // These errors do not come from the API.
  if (error instanceof SharedStateError || isWithoutRoom(error)) return null;
  if (error instanceof ApiError) return { kind: "http", ...httpFacts(error) };
  if (error instanceof ConnectionError)
    return { kind: "network", sent: error.sent, code: codeOf(error.cause) };
  return null;
}

/** The parts of an `ApiError` that determine whether to retry. */
function httpFacts({
  status,
  apiCode,
  apiMessage,
  retryAfterMs,
}: ApiError): Omit<Extract<Failure, { kind: "http" }>, "kind"> {
  return { status, apiCode, apiMessage, retryAfterMs };
}

/**
 * The rate limit key of a call: `key` with the operation's rate limit category. The category is
 * null if the operation has none.
 */
export function rateLimitKeyOf(
  { rateLimit }: ApiCall<never>,
  key: Omit<RateLimitKey, "category">,
): RateLimitKey {
  return { category: rateLimit, ...key };
}

/**
 * An authenticator that uses the access tokens of `tokens`. `authorize` returns the header
 * `Bearer …` with the token as a secret, synchronously if the token is available. `renew` resolves
 * to false if there is no other token; otherwise the next `authorize` uses the new one. `signal`
 * ends the wait for a token. `renewals` is the same as in `tokens`.
 */
export function bearerAuth(tokens: TokenProvider, signal: AbortSignal | undefined): Authenticator {
  // A renewed token is used for the next attempt, because `tokens.get` might not return it again.
  let next: string | null = null;
  const bearer = (token: string): Authorization => ({
    header: `Bearer ${token}`,
    secrets: [token],
  });
  return {
    authorize() {
      const token = next ?? tokens.get(signal);
      next = null;
      return typeof token === "string" ? bearer(token) : token.then(bearer);
    },
    async renew({ secrets: [refused = ""] }, error) {
      next = await tokens.renew(refused, { signal, error });
      return next !== null;
    },
    renewals: tokens.renewals,
  };
}

import type { ApiCall, FetchResult } from "../contract.js";
import { InvalidBodyError } from "../errors.js";
import { type CallOptions, callWithRetries } from "../http/call.js";
import type { TransportConfig } from "../http/config.js";
import type { RateLimitKey } from "../http/rate-limiter.js";
import { type AttemptOptions, createAttempt, type RequestAttempt } from "../http/transport.js";
import { isoDay, utcToday } from "../validation/dates.js";
import type { ValidateOptions, Violation } from "../validation/violation.js";

/** How a call is retried, and which response it accepts. */
export interface SendOptions<Output, Value> {
  /** Its `rateLimitKey` is that of `rateLimitKeyOf`. */
  readonly options: CallOptions & { readonly rateLimitKey: RateLimitKey };
  readonly attempt: Pick<AttemptOptions, "responseKind" | "isTokenEndpoint" | "longest" | "openQuery" | "parse" | "showable">;
  /** Makes one attempt by calling `request` once; resolves to what the caller gets of its response. */
  attemptOnce(attempt: RequestAttempt, request: () => Promise<FetchResult<Output>>): Promise<Value>;
}

/** The rate limit key of a call: `key` with the operation's rate limit category, which is null for an operation without one. */
export function rateLimitKeyOf({ rateLimit }: ApiCall<never>, key: Omit<RateLimitKey, "category">): RateLimitKey {
  return { category: rateLimit, ...key };
}

/**
 * Sends a call of a flow or of a single operation by `callWithRetries` of http/call.ts, which repeats it where that is safe. `attempt` holds
 * settings of each attempt; resolves to the value of the successful `attemptOnce`. Rejects with the error of the last attempt, a
 * `RateLimitError` or `ConnectionError` if rate limit or access token are not available in time, or the reason of `options.signal`.
 */
export function sendCall<Input, Output, Value>(
  config: TransportConfig,
  operation: ApiCall<Input, Output>,
  input: Input,
  { options, attempt, attemptOnce }: SendOptions<Output, Value>,
): Promise<Value> {
  const { rateLimitKey, signal, hardAbortSignal = signal } = options;
  return callWithRetries(config, options, (number, authorization, ms) => {
    const requestAttempt = createAttempt(config, { number, signal: hardAbortSignal, authorization, ms, rateLimitKey, ...attempt });
    return attemptOnce(requestAttempt, () => operation.call(requestAttempt.api, input, requestAttempt.init));
  });
}

/** Validates a request, and names it in events. */
export interface RequestValidator {
  /** Name of the flow or of the operation. */
  readonly name: string;
  validate(input: unknown, options?: ValidateOptions): readonly Violation[];
}

/**
 * Validates a request, with today's date by the client's clock. With `validate: "error"`, throws an `InvalidBodyError` if there are errors,
 * whose message has `what` as its subject; otherwise emits a `violations` event if there are any, also warnings. With false, does nothing.
 */
export function checkRequest(
  config: TransportConfig,
  validator: RequestValidator,
  input: unknown,
  { account, validate, what }: { readonly account: string; readonly validate: "error" | "warn" | false; readonly what?: string },
): void {
  if (validate === false) return;
  const violations = violationsIn(config, validator, input);
  const errors = violations.filter(({ severity }) => severity === "error");
  if (validate === "error" && errors.length > 0) throw new InvalidBodyError(errors, what);
  if (violations.length > 0) config.emit({ type: "violations", flow: validator.name, adAccountId: account, violations });
}

/** The violations of a request, warnings too. "Today" is by the client's clock, so that rules about age can be tested with it. */
export function violationsIn(config: TransportConfig, validator: RequestValidator, input: unknown): readonly Violation[] {
  return validator.validate(input, { today: isoDay(utcToday(config.clock.date())) });
}

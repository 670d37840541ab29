import type { Deadline } from "../clock.js";
import { StepTimeout, sleep, withTimeout } from "../clock.js";
import { ApiError, AuthError, ConnectionError } from "../errors.js";
import { codeOf } from "../network-failure.js";
import { traced, type Work } from "../telemetry.js";
import type { TokenProvider, TransportConfig } from "./config.js";
import type { RateLimitKey, Release } from "./rate-limiter.js";
import type { RetryBudget } from "./retry.js";
import { type Failure, isRejectedUnprocessed, nextWait } from "./retry.js";
import type { Authorization } from "./transport.js";

export interface CallOptions {
  /** Whether doing it twice does no harm. */
  readonly idempotent: boolean;
  /** By the clock's `now`: no wait goes beyond it, and no attempt by much. Read anew each time: it may begin when the call is let in. */
  readonly deadline: number;
  /** How far off room within the limits may be, where the deadline has not begun. */
  readonly patienceMs?: number;
  /** Whether whoever calls waits by itself between one attempt and the next. Default: false. */
  readonly noBackoff?: boolean;
  readonly signal: AbortSignal | undefined;
  /** What ends an attempt that is under way in place of `signal`, which then only keeps the next one from being begun. */
  readonly cut?: AbortSignal | undefined;
  /** What its span tells. */
  readonly work: Work;
  /** What its second and later attempts are taken from. Default: that of the calls to the API. */
  readonly budget?: RetryBudget;
  /** The limits that it counts against; left out, it counts against none. */
  readonly pace?: RateLimitKey;
  /** How it is let in; left out, it shows nothing. */
  readonly entry?: Authenticator;
}

/** How long a call may take, and what ends it. */
export interface StepOptions {
  readonly deadline: Deadline;
  readonly signal?: AbortSignal | undefined;
}

/** What is told of a create that waits to be sent. */
export interface CreateStepOptions extends StepOptions, Pick<CallOptions, "cut">, Pick<RateLimitKey, "gate"> {
  /** Called right before each attempt. */
  readonly before?: (() => Promise<void>) | undefined;
}

/** How a call is let in. What these throw is not tried again: they have tried. */
export interface Authenticator {
  /** Asked before every attempt; answers at once, where it can. */
  authorize(): Promise<Authorization> | Authorization;
  /** Asked when the API refused this access, for this reason; resolves to whether there is another one now. */
  renew(refused: Authorization, error: AuthError): Promise<boolean>;
  /** How often it is asked in one call. Default: once. */
  readonly renewals?: number | undefined;
}

/** The way in with a user's token. */
export function bearerAuth(tokens: TokenProvider, signal: AbortSignal | undefined): Authenticator {
  // What came after a refusal is shown next: whoever gave it might not give it again.
  let next: string | null = null;
  const bearer = (token: string): Authorization => ({ header: `Bearer ${token}`, secrets: [token] });
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

const NO_AUTH: Authorization = { header: "", secrets: [] };
// What begins when the deadline is near or there, as the last look does, gets so long all the same: less would be as good as nothing.
const LEAST_MS = 1_000;

/** One attempt: the how-manieth, what it shows to be let in, and how many milliseconds it may take. */
export type AttemptCall<Value> = (number: number, access: Authorization, ms: number) => Promise<Value>;

/** Does something over the network, again where that is safe and may help, until it is done or cannot be. */
export function call<Value>(wire: TransportConfig, options: CallOptions, attempt: AttemptCall<Value>): Promise<Value> {
  const { work, budget = wire.budget, signal } = options;
  return traced(wire, work, async (span) => {
    budget.earn();
    let renewals = options.entry?.renewals ?? 1;
    for (let number = 1; ; number++) {
      signal?.throwIfAborted();
      span?.setAttribute("pinterest_reports.attempts", number);
      const { value, failed, access } = await attemptOnce(wire, options, (shown) =>
        attempt(number, shown, Math.min(wire.timeoutMs, msLeft(wire, options))),
      );
      if (failed === null) return value;
      const { error } = failed;
      // Whatever the reason is, and be it the error of another call, it is no failure of this one.
      if (options.cut === undefined) signal?.throwIfAborted();
      if (error instanceof AuthError && renewals > 0 && (await renew(wire, options, { access, error }))) renewals--;
      else await backOff(wire, options, { error, number });
    }
  });
}

type AttemptOutcome<Value> = { readonly access: Authorization } & (
  | { readonly value: Value; readonly failed: null }
  | { readonly value?: never; readonly failed: { readonly error: unknown } }
);

/** One attempt, when its turn has come. Throws only what came before it. */
async function attemptOnce<Value>(
  wire: TransportConfig,
  options: CallOptions,
  attempt: (access: Authorization) => Promise<Value>,
): Promise<AttemptOutcome<Value>> {
  const { pace, entry } = options;
  const leave = pace && (wire.limiter.tryAcquire(pace) ?? (await waitForRoom(wire, pace, options)));
  let sent = false;
  try {
    const given = entry?.authorize() ?? NO_AUTH;
    const access = given instanceof Promise ? await inTime(wire, options, () => given) : given;
    sent = true;
    return await attempt(access).then(
      (value) => ({ access, value, failed: null }),
      (error: unknown) => ({ access, failed: { error } }),
    );
  } finally {
    leave?.(sent);
  }
}

/** Whether there is another access than this one, which was refused. */
async function renew(
  wire: TransportConfig,
  options: CallOptions,
  { access, error }: { readonly access: Authorization; readonly error: AuthError },
): Promise<boolean> {
  const { entry } = options;
  return entry !== undefined && inTime(wire, options, () => entry.renew(access, error));
}

/** What is needed to be let in, if it comes before the deadline. */
async function inTime<Value>(wire: TransportConfig, options: CallOptions, work: () => Promise<Value>): Promise<Value> {
  try {
    return await withTimeout(work, { ms: msLeft(wire, options), signal: options.signal });
  } catch (error) {
    if (!(error instanceof StepTimeout)) throw error;
    throw new ConnectionError("no access token came before the deadline", { sent: false, cause: error });
  }
}

function msLeft({ clock }: TransportConfig, { deadline }: CallOptions): number {
  return Math.max(deadline - clock.now(), LEAST_MS);
}

/** Waits until the limits leave room. */
function waitForRoom({ limiter, emit }: TransportConfig, pace: RateLimitKey, options: CallOptions): Promise<Release> {
  const ms = limiter.waitMs(pace);
  if (ms > 0) emit({ type: "wait", reason: "rate-limit", ms });
  return limiter.acquire(pace, options);
}

/** Waits until it may be tried again, or throws the error where it may not. */
async function backOff(
  wire: TransportConfig,
  { idempotent, deadline, signal, budget = wire.budget, noBackoff = false }: CallOptions,
  { error, number }: { readonly error: unknown; readonly number: number },
): Promise<void> {
  const { clock, emit } = wire;
  const failure = failureOf(error);
  const wait =
    failure === null ? null : nextWait(failure, { number, idempotent: idempotent, random: clock.random(), noBackoff: noBackoff });
  if (failure === null || wait === null || clock.now() + wait > deadline) throw error;
  // What was not let in cost the API nothing, and where it says itself when to come again, coming is no storm.
  const storm = !isRejectedUnprocessed(failure) && !(error instanceof ApiError && error.retryAfterMs !== null);
  if (storm && !budget.spend()) throw error;
  emit({ type: "wait", reason: "retry", ms: wait, because: error instanceof ApiError ? String(error.status) : "no answer" });
  await sleep(clock, wait, signal);
}

/** What is to be known of an error to try again, or not; null for what is no failure of the network. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof ApiError) return { kind: "answer", ...only(error) };
  if (error instanceof ConnectionError) return { kind: "silence", sent: error.sent, code: codeOf(error.cause) };
  return null;
}

function only({ status, apiCode, apiMessage, retryAfterMs }: ApiError): Omit<Extract<Failure, { kind: "answer" }>, "kind"> {
  return { status, apiCode, apiMessage, retryAfterMs };
}

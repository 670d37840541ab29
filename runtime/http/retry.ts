import { isPermanent } from "../network-failure.js";

const FIRST_BACKOFF_MS = 500;
const MAX_RETRY_AFTER_MS = 300_000;
const MAX_RETRIES = 5;
const DAY_MS = 86_400_000;

/** The parts of a failed attempt that matter for a retry. */
export type Failure =
  | {
      readonly kind: "http";
      readonly status: number;
      readonly apiCode: number | null;
      readonly apiMessage: string;
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: "network"; readonly sent: boolean; readonly code: string | null };

/** The details of an attempt that determine whether the call is retried. */
export interface Attempt {
  /** Counted from 1. */
  readonly number: number;
  /** Whether repeating the call is harmless: true for a poll, false for a create request. */
  readonly idempotent: boolean;
  /** Random number from 0 to 1. */
  readonly random: number;
  /**
   * Whether the caller itself waits between attempts. If so, the call is retried only if no wait is
   * needed. Default: false.
   */
  readonly noBackoff?: boolean;
  /** Maximum number of retries. Default: 5. */
  readonly maxRetries?: number | undefined;
}

/**
 * Returns how many milliseconds to wait before the next attempt, or null to give up.
 *
 * Gives up:
 * - after `maxRetries` retries
 * - if the API asks for a wait of more than 5 minutes
 * - if a retry cannot help
 * - if `noBackoff` is set and a wait would be needed
 * - if the call is not idempotent, unless it is certain that the server did not process it
 *
 * The wait is 0 if the first attempt failed because an idle connection was closed. If the API asks
 * for a wait, the wait is that long, plus up to 10% (at most 1 s). Otherwise the wait is random, up
 * to a maximum of 0.5 s that doubles after each attempt.
 */
export function nextWait(
  failure: Failure,
  { number, idempotent, random, noBackoff = false, maxRetries = MAX_RETRIES }: Attempt,
): number | null {
  if (number > maxRetries) return null;
  if (!(isRejectedUnprocessed(failure) || (idempotent && isOutage(failure)))) return null;
  // The server closed an idle connection just as it was reused. The next attempt uses a new
  // connection, so there is no wait.
  if (number === 1 && failure.kind === "network" && wasClosed(failure.code)) return 0;
  if (noBackoff) return null;
  const retryAfterMs = failure.kind === "http" ? failure.retryAfterMs : null;
  // The retry is never earlier than the API asked for. Jitter keeps clients from all retrying at
  // the same moment.
  if (retryAfterMs !== null)
    return retryAfterMs > MAX_RETRY_AFTER_MS
      ? null
      : retryAfterMs + random * Math.min(retryAfterMs * 0.1, 1_000);
  return random * FIRST_BACKOFF_MS * 2 ** (number - 1);
}

/**
 * Whether a create request that failed this way definitely created no report.
 *
 * True in these cases:
 * - The request was not sent.
 * - The status is 401, 501 or 505.
 * - The status is any other 4xx except 408, and the response reports no server fault.
 *
 * False, for example, after a 500, a broken connection, or an unreadable 200.
 */
export function isDefinitelyRejected(failure: Failure): boolean {
  if (failure.kind === "network") return !failure.sent;
  const { status } = failure;
  // An unauthorized request had no effect, regardless of the message.
  if (status === 401) return true;
  return (
    (status >= 400 && status < 500 && status !== 408 && !isServerFault(failure)) ||
    status === 501 ||
    status === 505
  );
}

/**
 * Whether an idempotent call that failed this way may succeed if retried.
 *
 * True in these cases:
 * - There was no response, unless the cause is permanent, such as a rejected certificate.
 * - The status is 408, 429, or a 5xx except 501 and 505.
 * - The status is 400, and the response reports a server fault or its message says how long to
 *   wait.
 */
export function isRetryable(failure: Failure): boolean {
  return isRejectedUnprocessed(failure) || isOutage(failure);
}

/**
 * Whether the server is known to have done nothing and may accept the request later.
 *
 * True in these cases:
 * - The request was not sent, unless the cause is permanent, such as a rejected certificate.
 * - The status is 429.
 * - The status is 400, and the message says how long to wait.
 */
export function isRejectedUnprocessed(failure: Failure): boolean {
  if (failure.kind === "network") return !failure.sent && !isPermanent(failure.code);
  return (
    failure.status === 429 || (failure.status === 400 && waitInMessage(failure.apiMessage) !== null)
  );
}

/**
 * Whether the server is temporarily unreachable or failing. A retry may succeed, but the request
 * may already have had an effect.
 *
 * True in these cases:
 * - There was no response, unless the cause is permanent, such as a rejected certificate
 *   (`isPermanent`).
 * - The status is 408, or a 5xx except 501 and 505.
 * - The status is 400, and the response reports a server fault by its code (12) or message.
 */
export function isOutage(failure: Failure): boolean {
  if (failure.kind === "network") return !isPermanent(failure.code);
  const { status } = failure;
  if (status === 400) return isServerFault(failure);
  // 408: the request did not arrive in time; its content may be valid.
  return status === 408 || (status >= 500 && status !== 501 && status !== 505);
}

/**
 * Whether a 4xx reports a server fault. Pinterest sometimes sends "Something went wrong on our end"
 * as a 400.
 */
function isServerFault({ apiCode, apiMessage }: Extract<Failure, { kind: "http" }>): boolean {
  return apiCode === 12 || /something went wrong/i.test(apiMessage);
}

/** Whether an idle connection was closed just as it was used. */
function wasClosed(code: string | null): boolean {
  return code !== null && ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(code);
}

/**
 * Returns the wait that a response asks for, in milliseconds; null if there is none. Reads the
 * `Retry-After` header, which is a number of seconds or a date. A date is compared with
 * `serverDate`. If the header is missing, invalid or not in the future, reads a `message` such as
 * `retry after 5 minutes`. `date` is the local time in milliseconds since 1970.
 */
export function requestedWait(
  headers: Pick<Headers, "get">,
  message: string,
  date: number,
): number | null {
  const header = headers.get("retry-after");
  return (
    (header === null ? null : waitInHeader(header.trim(), serverDate(headers, date))) ??
    waitInMessage(message)
  );
}

/**
 * Returns the server's time from the Date header, in milliseconds since 1970. If the header is
 * missing, invalid, or a day or more off, returns the local time `date`. Dates in the response's
 * other headers refer to the server's clock.
 */
export function serverDate(headers: Pick<Headers, "get">, date: number): number {
  const serverMs = Date.parse(headers.get("date") ?? "");
  return Math.abs(serverMs - date) < DAY_MS ? serverMs : date;
}

/**
 * The wait in a `Retry-After` header (a number of seconds or a date), in milliseconds. Returns null
 * if the value is invalid or not in the future.
 */
function waitInHeader(header: string, date: number): number | null {
  // `Date.parse` would read "-1" as a year.
  const ms = /^[+-]?[\d.]+(e\d+)?$/i.test(header)
    ? Number(header) * 1_000
    : /[a-z]/i.test(header)
      ? Date.parse(header) - date
      : Number.NaN;
  return ms > 0 ? ms : null;
}

const UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/**
 * Milliseconds in a message such as "retry after 5 minutes". Null if the message contains no wait.
 */
function waitInMessage(message: string): number | null {
  const [, amount = "0", unit = "s"] =
    /retry (?:after|in)\s+(\d+(?:\.\d+)?)\s*(s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b/i.exec(
      message,
    ) ?? [];
  const ms = Number(amount) * (UNITS_MS[unit.charAt(0).toLowerCase()] ?? 0);
  return ms > 0 ? ms : null;
}

const RESERVE = 10;
const EARNED_PER_CALL = 0.2;

/**
 * Limits a client's retries, so that an outage does not multiply its requests. The budget starts
 * full, with `reserve` retries (10 by default). Each call adds a fifth of a retry, up to that
 * maximum.
 */
export class RetryBudget {
  readonly #reserve: number;
  #left: number;

  constructor(reserve: number = RESERVE) {
    this.#reserve = reserve;
    this.#left = reserve;
  }

  /** Adds a fifth of a retry for each new call, up to the reserve. */
  earn(): void {
    this.#left = Math.min(this.#reserve, this.#left + EARNED_PER_CALL);
  }

  /**
   * Uses one retry and returns true. If less than one retry is left, returns false and changes
   * nothing.
   */
  spend(): boolean {
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}

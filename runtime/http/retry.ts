import { isPermanent } from "../network-failure.js";

const FIRST_BACKOFF_MS = 500;
const LONGEST_ASKED_MS = 300_000;
const MOST_ATTEMPTS = 6;
const DAY_MS = 86_400_000;

/** What went wrong with one attempt, as far as it matters for another one. */
export type Failure =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly apiCode: number | null;
      readonly apiMessage: string;
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: "silence"; readonly sent: boolean; readonly code: string | null };

export interface Attempt {
  /** Counted from 1. */
  readonly number: number;
  /** Whether doing it twice does no harm: true for a look, false for a create. */
  readonly idempotent: boolean;
  /** From 0 up to 1. */
  readonly random: number;
  /** Whether whoever calls waits by itself: then only what needs no wait is tried again here. Default: false. */
  readonly noBackoff?: boolean;
}

/** Milliseconds until the next attempt; null when there should be none. */
export function nextWait(failure: Failure, { number, idempotent, random, noBackoff = false }: Attempt): number | null {
  if (number >= MOST_ATTEMPTS) return null;
  if (!(isRejectedUnprocessed(failure) || (idempotent && isOutage(failure)))) return null;
  // The other side had closed an idle connection just when it was used again: the next one is new.
  if (number === 1 && failure.kind === "silence" && wasClosed(failure.code)) return 0;
  if (noBackoff) return null;
  const asked = failure.kind === "answer" ? failure.retryAfterMs : null;
  // Never before the time that the API named, and not all clients at the same moment.
  if (asked !== null) return asked > LONGEST_ASKED_MS ? null : asked + random * Math.min(asked * 0.1, 1_000);
  return random * FIRST_BACKOFF_MS * 2 ** (number - 1);
}

/** Whether a create with this outcome surely made no report. Else it may have: a 500 or an unreadable 200 promises nothing. */
export function isDefinitelyRejected(failure: Failure): boolean {
  if (failure.kind === "silence") return !failure.sent;
  const { status } = failure;
  // Who is not let in has done nothing, whatever is said about it.
  if (status === 401) return true;
  return (status >= 400 && status < 500 && status !== 408 && !isServerFault(failure)) || status === 501 || status === 505;
}

/** Whether what does no harm when done twice may go well another time. */
export function isRetryable(failure: Failure): boolean {
  return isRejectedUnprocessed(failure) || isOutage(failure);
}

/** Whether the other side surely did nothing and may do it later. */
export function isRejectedUnprocessed(failure: Failure): boolean {
  if (failure.kind === "silence") return !failure.sent && !isPermanent(failure.code);
  return failure.status === 429 || (failure.status === 400 && askedInWords(failure.apiMessage) !== null);
}

/** Whether the other side is out of order for now, or out of reach: it may go well next time, although something may have been done. */
export function isOutage(failure: Failure): boolean {
  if (failure.kind === "silence") return !isPermanent(failure.code);
  const { status } = failure;
  if (status === 400) return isServerFault(failure);
  // 408: the request did not come in time, which says nothing about it.
  return status === 408 || (status >= 500 && status !== 501 && status !== 505);
}

/** Pinterest's "Something went wrong on our end" comes as a 400 at times. */
function isServerFault({ apiCode, apiMessage }: Extract<Failure, { kind: "answer" }>): boolean {
  return apiCode === 12 || /something went wrong/i.test(apiMessage);
}

function wasClosed(code: string | null): boolean {
  return code !== null && ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(code);
}

/** How long an answer asks to wait: by its header, or in its words; null when it does not, or names no time to come. `date` is ours. */
export function askedWait(headers: Pick<Headers, "get">, message: string, date: number): number | null {
  const header = headers.get("retry-after");
  return (header === null ? null : askedInHeader(header.trim(), serverDate(headers, date))) ?? askedInWords(message);
}

/** When an answer was sent, by the clock of whoever sent it: the times that it names are by that one. One that is days off is none. */
export function serverDate(headers: Pick<Headers, "get">, date: number): number {
  const theirs = Date.parse(headers.get("date") ?? "");
  return Math.abs(theirs - date) < DAY_MS ? theirs : date;
}

function askedInHeader(header: string, date: number): number | null {
  // A number of seconds or a date; Date.parse alone would take "-1" for a year.
  const ms = /^[+-]?[\d.]+(e\d+)?$/i.test(header) ? Number(header) * 1_000 : /[a-z]/i.test(header) ? Date.parse(header) - date : Number.NaN;
  return ms > 0 ? ms : null;
}

const UNITS_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

function askedInWords(message: string): number | null {
  const [, amount = "0", unit = "s"] =
    /retry (?:after|in)\s+(\d+(?:\.\d+)?)\s*(s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b/i.exec(message) ?? [];
  const ms = Number(amount) * (UNITS_MS[unit.charAt(0).toLowerCase()] ?? 0);
  return ms > 0 ? ms : null;
}

const RESERVE = 10;
const EARNED_BY_A_CALL = 0.2;

/**
 * How many attempts a client may still make a second time. Each call earns a fifth of one and ten are there from the start, so that in an
 * outage the API gets 1.2 requests a call, not six.
 */
export class RetryBudget {
  readonly #reserve: number;
  #left: number;

  constructor(reserve: number = RESERVE) {
    this.#reserve = reserve;
    this.#left = reserve;
  }

  /** A call begins. */
  earn(): void {
    this.#left = Math.min(this.#reserve, this.#left + EARNED_BY_A_CALL);
  }

  /** Takes one attempt out, if there is one. */
  spend(): boolean {
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}

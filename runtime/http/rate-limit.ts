/** At most `requests` requests in any window of `perMs` milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** The remaining allowance of a rate limit, as reported by a response. */
export interface Allowance {
  /** Requests left until the reset. */
  readonly remaining: number;
  /** Milliseconds until the reset. */
  readonly resetMs: number;
}

// Pinterest does not document which of these header families its responses contain, so all are
// read.
const FAMILIES = ["x-userendpoint-ratelimit", "x-ratelimit", "ratelimit"].map(
  (name) => [`${name}-remaining`, `${name}-reset`] as const,
);
// No known limit spans more than a day. A reset up to a week away is capped at one day; a later one
// is ignored.
const MAX_WINDOW_MS = 86_400_000;
const MAX_PLAUSIBLE_MS = 7 * MAX_WINDOW_MS;

// Headers that list windows, such as `100, 100;w=1, 1000;w=60` (X-RateLimit-Limit) or
// `"daily";q=1000;w=86400` (the later RateLimit-Policy).
const WINDOWS = [
  "x-userendpoint-ratelimit-limit",
  "x-ratelimit-limit",
  "ratelimit-limit",
  "ratelimit-policy",
];
// Maximum length of a header, in characters. A longer one is ignored entirely, because truncating
// it might split a window.
const MAX_HEADER_LENGTH = 1_000;
const MAX_WINDOWS = 10;
// Maximum number of requests remembered per window. A window that allows more is ignored.
const MAX_REQUESTS = 1_000_000;

/**
 * Joins, with commas, the values of all headers that may list rate limit windows. Skips values that
 * are empty or longer than 1,000 characters. Returns an empty string if none are left.
 */
export function announcementIn(headers: Pick<Headers, "get">): string {
  const values = WINDOWS.map((name) => headers.get(name) ?? "").filter(
    (value) => value !== "" && value.length <= MAX_HEADER_LENGTH,
  );
  return values.join(",");
}

/**
 * Parses the windows in an announcement, and returns them shortest first. An announcement is a
 * comma-separated list of items such as `100;w=60` or `"name";q=100;w=60`, which mean 100 requests
 * per 60 seconds. If a length is listed twice, the smaller number of requests applies. Only windows
 * of at most a day with 1 to 1,000,000 requests are returned. Returns an empty list if there are
 * none, or if the windows have more than ten different lengths.
 */
export function windowsIn(announcement: string): readonly RateLimit[] {
  const limits = new Map<number, number>();
  for (const item of announcement.split(",")) {
    const [first = "", ...parameters] = item.split(";");
    const requests = integerIn(first) ?? parameterIn(parameters, "q");
    const perMs = (parameterIn(parameters, "w") ?? 0) * 1_000;
    const isWindow =
      requests !== null &&
      requests > 0 &&
      requests <= MAX_REQUESTS &&
      perMs > 0 &&
      perMs <= MAX_WINDOW_MS;
    if (isWindow) limits.set(perMs, Math.min(requests, limits.get(perMs) ?? requests));
  }
  if (limits.size > MAX_WINDOWS) return [];
  return [...limits]
    .map(([perMs, requests]) => ({ requests, perMs }))
    .sort((a, b) => a.perMs - b.perMs);
}

/**
 * Returns the tightest allowance in the headers: fewest requests left, then latest reset. Ignores
 * resets that are not in the future or are more than a week away, and caps the others at a day.
 * Null if the headers contain no usable allowance. `date` is when the headers were sent, in
 * milliseconds since 1970.
 */
export function allowanceIn(headers: Pick<Headers, "get">, date: number): Allowance | null {
  const allowances = policies(headers.get("ratelimit"));
  for (const [left, reset] of FAMILIES) {
    // Skipped early, because most responses contain at most one of the families.
    const remaining = headers.get(left);
    if (remaining === null) continue;
    // If a header was sent twice, `get` joins its values with commas.
    const resets = resetsIn(headers.get(reset) ?? "");
    for (const [index, text] of remaining.split(",").entries()) {
      allowances.push(
        allowance(numberIn(text), untilReset(resets[index] ?? resets[0] ?? "", date)),
      );
    }
  }
  return tightest(allowances);
}

/**
 * Parses a `RateLimit` header, as defined by later drafts of the IETF specification. Its form is
 * `limit=100, remaining=0, reset=5` or a list of policies such as `"default";r=0;t=5`. Returns an
 * empty list if there is no header. A policy that cannot be parsed is null.
 */
function policies(text: string | null): (Allowance | null)[] {
  const read = (part: string): Allowance | null => {
    const value = (name: string): string =>
      new RegExp(`(?:^|[\\s,;])${name}=(-?\\d+)`).exec(part)?.[1] ?? "";
    return allowance(
      numberIn(value("remaining") || value("r")),
      untilReset(value("reset") || value("t"), 0),
    );
  };
  if (text === null) return [];
  return /remaining=/.test(text) ? [read(text)] : text.split(",").map(read);
}

/**
 * The allowance with the fewest requests left and, among equals, the latest reset. Null if all are
 * null.
 */
function tightest(all: readonly (Allowance | null)[]): Allowance | null {
  const isTighter = (a: Allowance, b: Allowance): boolean =>
    a.remaining < b.remaining || (a.remaining === b.remaining && a.resetMs > b.resetMs);
  return all.reduce(
    (tighter, candidate) =>
      candidate !== null && (tighter === null || isTighter(candidate, tighter))
        ? candidate
        : tighter,
    null,
  );
}

/**
 * The allowance with these values; null if either is null. Negative values of `remaining` become 0.
 */
function allowance(remaining: number | null, resetMs: number | null): Allowance | null {
  return remaining === null || resetMs === null
    ? null
    : { remaining: Math.max(0, remaining), resetMs };
}

/**
 * Splits a header value into resets. A value with letters is a single date, which may itself
 * contain a comma.
 */
function resetsIn(text: string): readonly string[] {
  return /[a-z]/i.test(text) ? [text] : text.split(",");
}

/**
 * Milliseconds until the reset. Returns null if the reset is not in the future or is more than a
 * week away. APIs send seconds from now, seconds or milliseconds since 1970 (distinguished by
 * magnitude), or a date.
 */
function untilReset(text: string, date: number): number | null {
  const value = numberIn(text) ?? (/[a-z]/i.test(text) ? Date.parse(text) : Number.NaN);
  const ms = value > 1e11 ? value - date : value > 1e9 ? value * 1_000 - date : value * 1_000;
  return ms > 0 && ms <= MAX_PLAUSIBLE_MS ? Math.min(ms, MAX_WINDOW_MS) : null;
}

/**
 * Parses a header value that is a number, optionally followed by a semicolon and parameters.
 * Returns null for any other text.
 */
function numberIn(text: string): number | null {
  const number = /^\s*(-?\d+(?:\.\d+)?)\s*(?:$|;)/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** Parses a whole number of one to nine digits; null for any other text. */
function integerIn(text: string): number | null {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

/** The value of the parameter `name`, a whole number; null if missing or malformed. */
function parameterIn(parameters: readonly string[], name: string): number | null {
  const parameter = parameters
    .map((parameter) => parameter.split("="))
    .find(([key = ""]) => key.trim() === name);
  return integerIn(parameter?.[1] ?? "");
}

/** Pause in milliseconds after the first 429 that does not say how long to wait. */
export const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 30_000;
// At least this many requests are remembered, because a window that is announced later also counts
// requests sent earlier.
const MIN_REMEMBERED = 1_000;

/**
 * The slots that requests occupy in the windows of a limit. A request keeps its slot for as long as
 * the server may count it: from before it is sent until one window after its response. If there is
 * no response, it keeps the slot until one window after the latest time at which the request can
 * arrive. This way, no window on the server contains more requests than the limit.
 */
export class Slots {
  // When each request was answered, or the latest time at which it can arrive. For requests in
  // flight, this is in the future. Sorted.
  readonly #ends: number[] = [];

  /** Takes a slot for a request that will arrive by `end`, if at all. */
  take(end: number): void {
    // The search starts at the back, because a new end is usually the latest.
    let at = this.#ends.length;
    while (at > 0 && (this.#ends[at - 1] as number) > end) at--;
    this.#ends.splice(at, 0, end);
  }

  /** Changes a slot's end from `end` to `by`. Without `by`, frees the slot. */
  replace(end: number, by?: number): void {
    const at = this.#ends.lastIndexOf(end);
    if (at >= 0) this.#ends.splice(at, 1);
    if (by !== undefined) this.take(by);
  }

  /** Forgets the oldest slots, but keeps as many as any window can need. */
  forget(windows: readonly RateLimit[]): void {
    const remembered = Math.max(MIN_REMEMBERED, ...windows.map(({ requests }) => requests));
    if (this.#ends.length > remembered) this.#ends.splice(0, this.#ends.length - remembered);
  }

  /**
   * The earliest time at which the windows may allow another request. If they allow one now, the
   * result is `nowMs` or earlier. The result is an estimate, because requests in flight may be
   * answered later.
   */
  freeAt(nowMs: number, windows: readonly RateLimit[]): number {
    let free = 0;
    for (const { requests, perMs } of windows) {
      const end = this.#ends[this.#ends.length - requests];
      if (end !== undefined) free = Math.max(free, Math.min(end, nowMs) + perMs);
    }
    return free;
  }
}

/**
 * The state of one rate limit: windows, requests sent, remaining allowance, and any pause. The
 * windows are the configured window and the windows in the API's latest announcement; all of them
 * apply. All times are values of the clock's `now`.
 */
export class Bucket {
  /** The category or operation, or `*` for all calls. */
  readonly name: string;
  readonly #configured: readonly RateLimit[];
  #windows: readonly RateLimit[];
  #announcement = "";
  readonly #slots = new Slots();
  #pausedUntil = 0;
  #left = Number.POSITIVE_INFINITY;
  #leftUntil = 0;
  #inFlight = 0;
  #refusals = 0;

  constructor(name: string, limit: RateLimit | null) {
    this.name = name;
    this.#configured = limit === null ? [] : [limit];
    this.#windows = this.#configured;
  }

  /** The windows that apply. */
  get windows(): readonly RateLimit[] {
    return this.#windows;
  }

  /** Whether requests are paused, even if the windows would allow them. */
  isPaused(nowMs: number): boolean {
    return this.#pausedUntil > nowMs;
  }

  /**
   * The earliest time at which another request is within the limit. If one is allowed now, the
   * result is `nowMs` or earlier.
   */
  freeAt(nowMs: number): number {
    if (this.#leftUntil <= nowMs) this.#left = Number.POSITIVE_INFINITY;
    const learned = this.#left > 0 ? 0 : this.#leftUntil;
    return Math.max(this.#pausedUntil, learned, this.#slots.freeAt(nowMs, this.#windows));
  }

  /** Records a request that is about to be sent. The request will arrive by `end`, if at all. */
  take(end: number): void {
    this.#left--;
    this.#inFlight++;
    this.#slots.take(end);
    this.#slots.forget(this.#windows);
  }

  /**
   * Records that the request with this `end` is over, and cannot arrive after `by`. Without `by`,
   * the request was not sent and no longer counts.
   */
  end(end: number, by?: number): void {
    this.#inFlight--;
    if (by === undefined) this.#left++;
    this.#slots.replace(end, by);
  }

  /**
   * Replaces the windows announced so far with this announcement's windows. Returns false, and
   * changes nothing, if the announcement is the same as before or contains no windows.
   */
  announce(announcement: string): boolean {
    if (announcement === this.#announcement) return false;
    const windows = windowsIn(announcement);
    if (windows.length === 0) return false;
    this.#announcement = announcement;
    this.#windows = [...this.#configured, ...windows];
    return true;
  }

  /** Sets the allowance that remains until the reset, minus the other requests in flight. */
  learn({ remaining, resetMs }: Allowance, nowMs: number): void {
    // The API has counted the request that it just answered, but maybe not the others in flight.
    this.#left = Math.max(0, remaining - Math.max(0, this.#inFlight - 1));
    this.#leftUntil = nowMs + resetMs;
  }

  /** Blocks requests until this time. Never shortens the current pause. */
  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /**
   * Pauses after a 429 that does not say how long to wait. The pause starts at 0.5 s and doubles
   * with each further 429, up to 30 s, until a request is accepted.
   */
  backOff(nowMs: number): void {
    // The rejected request was sent before the current pause began, so the pause is not extended.
    if (this.#pausedUntil > nowMs) return;
    this.pause(nowMs + Math.min(FIRST_BACKOFF_MS * 2 ** this.#refusals++, MAX_BACKOFF_MS));
  }

  /** Records an accepted request, so that the next backoff starts at 0.5 s again. */
  accepted(): void {
    this.#refusals = 0;
  }
}

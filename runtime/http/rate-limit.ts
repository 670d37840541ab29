/** At most `requests` requests within any `perMs` milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** Remaining allowance of a rate limit, as a response reports it. */
export interface Allowance {
  /** Requests left until the reset. */
  readonly remaining: number;
  /** Milliseconds until the reset. */
  readonly resetMs: number;
}

// Pinterest does not document which of these header families its report calls send; all are read.
const FAMILIES = ["x-userendpoint-ratelimit", "x-ratelimit", "ratelimit"].map(
  (name) => [`${name}-remaining`, `${name}-reset`] as const,
);
// No known limit spans more than a day. A reset of up to a week is read as one day; a later one is
// ignored.
const LONGEST_MS = 86_400_000;
const MAX_PLAUSIBLE_MS = 7 * LONGEST_MS;

// Headers that list windows. X-RateLimit-Limit and the later RateLimit-Policy write
// `100, 100;w=1, 1000;w=60` or `"daily";q=1000;w=86400`.
const WINDOWS = [
  "x-userendpoint-ratelimit-limit",
  "x-ratelimit-limit",
  "ratelimit-limit",
  "ratelimit-policy",
];
// In characters. No API sends a longer header; it is ignored as a whole, because cutting it might
// split a window.
const LONGEST_HEADER = 1_000;
const MOST_WINDOWS = 10;
// Most requests remembered for a window; a window with more is ignored.
const MOST_REQUESTS = 1_000_000;

/**
 * Joins the values of all headers that may list windows by commas. Values that are empty or longer
 * than 1,000 characters are left out. Empty if there are none.
 */
export function announcementIn(headers: Pick<Headers, "get">): string {
  const values = WINDOWS.map((name) => headers.get(name) ?? "").filter(
    (value) => value !== "" && value.length <= LONGEST_HEADER,
  );
  return values.join(",");
}

/**
 * Parses the windows of an announcement, shortest first. It is a list with commas, of items such as
 * `100;w=60` or `"name";q=100;w=60`: 100 requests in 60 seconds. If a length is listed twice, the
 * smaller number of requests counts. Items other than windows of at most a day with 1 to 1,000,000
 * requests are left out. Empty if there are none, or windows of more than ten lengths.
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
      requests <= MOST_REQUESTS &&
      perMs > 0 &&
      perMs <= LONGEST_MS;
    if (isWindow) limits.set(perMs, Math.min(requests, limits.get(perMs) ?? requests));
  }
  if (limits.size > MOST_WINDOWS) return [];
  return [...limits]
    .map(([perMs, requests]) => ({ requests, perMs }))
    .sort((a, b) => a.perMs - b.perMs);
}

/**
 * Returns the tightest remaining allowance in the headers: the fewest requests, then the latest
 * reset. Null if there is none whose reset is in the future and at most a week away. More than a
 * day counts as a day. `date` is the time when the headers were sent, in milliseconds since 1970.
 */
export function allowanceIn(headers: Pick<Headers, "get">, date: number): Allowance | null {
  const allowances = policies(headers.get("ratelimit"));
  for (const [left, reset] of FAMILIES) {
    // Read first, because most responses have at most one of the families.
    const remaining = headers.get(left);
    if (remaining === null) continue;
    // A header sent twice is read as one value with commas.
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
 * Allowances in the `ratelimit` header of later drafts: `limit=100, remaining=0, reset=5`, or a
 * list of policies such as `"default";r=0;t=5`. Empty without a header; null for a policy that
 * cannot be read.
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
 * The allowance with the fewest requests, of equal ones that with the latest reset; null if all are
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

function allowance(remaining: number | null, resetMs: number | null): Allowance | null {
  return remaining === null || resetMs === null
    ? null
    : { remaining: Math.max(0, remaining), resetMs };
}

/**
 * The resets in a text. A text with letters is a single date, which may have a comma of its own.
 */
function resetsIn(text: string): readonly string[] {
  return /[a-z]/i.test(text) ? [text] : text.split(",");
}

/**
 * Milliseconds until the reset; null if it is not in the future or more than a week away. APIs
 * write seconds from now, seconds or milliseconds since 1970 (distinguished by size), or a date.
 */
function untilReset(text: string, date: number): number | null {
  const value = numberIn(text) ?? (/[a-z]/i.test(text) ? Date.parse(text) : Number.NaN);
  const ms = value > 1e11 ? value - date : value > 1e9 ? value * 1_000 - date : value * 1_000;
  return ms > 0 && ms <= MAX_PLAUSIBLE_MS ? Math.min(ms, LONGEST_MS) : null;
}

/**
 * The number at the start of a header value, up to its end or a semicolon; null for any other text.
 */
function numberIn(text: string): number | null {
  const number = /^\s*(-?\d+(?:\.\d+)?)\s*(?:$|;)/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** A whole number of one to nine digits; null for any other text. */
function integerIn(text: string): number | null {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

/** The whole number in the parameter `name`; null if it is missing or malformed. */
function parameterIn(parameters: readonly string[], name: string): number | null {
  const parameter = parameters
    .map((parameter) => parameter.split("="))
    .find(([key = ""]) => key.trim() === name);
  return integerIn(parameter?.[1] ?? "");
}

/** Pause after the first refusal without a stated wait, in milliseconds. */
export const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
// Minimum number of requests to remember: a window that is announced later also counts requests
// sent before.
const LEAST_REMEMBERED = 1_000;

/**
 * The places that requests occupy in the windows of a limit. A request keeps its place as long as
 * any server may count it: from before it is sent until one window after its response, or after the
 * time by which it must have arrived. So no window of the server has more requests than the limit.
 */
export class Places {
  // When each request was answered, or by when it must have arrived. Requests in flight are in the
  // future. Sorted.
  readonly #ends: number[] = [];

  /** Takes a place for a request that can arrive until `end`. */
  take(end: number): void {
    // Most new ends are the latest.
    let at = this.#ends.length;
    while (at > 0 && (this.#ends[at - 1] as number) > end) at--;
    this.#ends.splice(at, 0, end);
  }

  /**
   * Replaces a place from `take` that ends at `end` with one that ends at `by`. Without `by`, it
   * becomes free.
   */
  replace(end: number, by?: number): void {
    const at = this.#ends.lastIndexOf(end);
    if (at >= 0) this.#ends.splice(at, 1);
    if (by !== undefined) this.take(by);
  }

  /** Forgets the oldest places, but keeps as many as any window can need. */
  forget(windows: readonly RateLimit[]): void {
    const remembered = Math.max(LEAST_REMEMBERED, ...windows.map(({ requests }) => requests));
    if (this.#ends.length > remembered) this.#ends.splice(0, this.#ends.length - remembered);
  }

  /**
   * Earliest time at which the windows may have room for one more request; not after `nowMs` if
   * they have room now. It is not certain, because requests in flight may be answered later.
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
 * State of one rate limit: its windows, the requests sent, the remaining allowance, and a pause.
 * The windows are the configured one and those that the API announced last; all of them apply.
 * Times are by the clock's `now`.
 */
export class Bucket {
  /** The category or operation, or `*` for all calls. */
  readonly name: string;
  readonly #configured: readonly RateLimit[];
  #windows: readonly RateLimit[];
  #announcement = "";
  readonly #places = new Places();
  #pausedUntil = 0;
  #left = Number.POSITIVE_INFINITY;
  #leftUntil = 0;
  #underWay = 0;
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

  /** Whether it is paused. It then allows no request, whatever its windows say. */
  isPaused(nowMs: number): boolean {
    return this.#pausedUntil > nowMs;
  }

  /**
   * Time from which one more request is within the limit, by the clock's `now`; not after `nowMs`
   * if it is now.
   */
  freeAt(nowMs: number): number {
    if (this.#leftUntil <= nowMs) this.#left = Number.POSITIVE_INFINITY;
    const learned = this.#left > 0 ? 0 : this.#leftUntil;
    return Math.max(this.#pausedUntil, learned, this.#places.freeAt(nowMs, this.#windows));
  }

  /** Records that a request is about to be sent, which can arrive until `end`. */
  take(end: number): void {
    this.#left--;
    this.#underWay++;
    this.#places.take(end);
    this.#places.forget(this.#windows);
  }

  /**
   * Records the end of a request whose place was taken until `end`: it cannot arrive after `by`.
   * Without `by`, it was not sent and no longer counts.
   */
  end(end: number, by?: number): void {
    this.#underWay--;
    if (by === undefined) this.#left++;
    this.#places.replace(end, by);
  }

  /**
   * Replaces the announced windows by those of this announcement. Returns whether they changed; the
   * same text as before, or one without windows, changes nothing.
   */
  announce(announcement: string): boolean {
    if (announcement === this.#announcement) return false;
    const windows = windowsIn(announcement);
    if (windows.length === 0) return false;
    this.#announcement = announcement;
    this.#windows = [...this.#configured, ...windows];
    return true;
  }

  /** Sets the remaining allowance, less the other requests in flight, until its reset. */
  learn({ remaining, resetMs }: Allowance, nowMs: number): void {
    // Requests in flight may be missing from what the API counts; the request just answered is
    // included.
    this.#left = Math.max(0, remaining - Math.max(0, this.#underWay - 1));
    this.#leftUntil = nowMs + resetMs;
  }

  /**
   * Allows no request until this time, by the clock's `now`. It never shortens the current pause.
   */
  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /**
   * Pauses after a refusal without a stated wait. The pause is 0.5 s, doubled at each further
   * refusal up to 30 s, until a request is accepted.
   */
  backOff(nowMs: number): void {
    // The refused request was sent before the current pause began.
    if (this.#pausedUntil > nowMs) return;
    this.pause(nowMs + Math.min(FIRST_BACKOFF_MS * 2 ** this.#refusals++, LONGEST_BACKOFF_MS));
  }

  /** Records an accepted request: the next refusal pauses for 0.5 s again. */
  accepted(): void {
    this.#refusals = 0;
  }
}

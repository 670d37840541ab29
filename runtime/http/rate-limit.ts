/** So many requests within any span of so long. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/** What an answer says about a rate limit. */
export interface Allowance {
  /** Requests that are left until the reset. */
  readonly remaining: number;
  /** Milliseconds until the reset. */
  readonly resetMs: number;
}

// Which family Pinterest's report calls answer with is not documented; all are read.
const FAMILIES = ["x-userendpoint-ratelimit", "x-ratelimit", "ratelimit"].map((name) => [`${name}-remaining`, `${name}-reset`] as const);
// Longer spans are known of no limit; a reset beyond a day may still be one, and beyond a week it is nonsense.
const LONGEST_MS = 86_400_000;
const NONSENSE_MS = 7 * LONGEST_MS;

// Both the headers of X-RateLimit-Limit and the later RateLimit-Policy list windows: `100, 100;w=1, 1000;w=60` or `"daily";q=1000;w=86400`.
const WINDOWS = ["x-userendpoint-ratelimit-limit", "x-ratelimit-limit", "ratelimit-limit", "ratelimit-policy"];
// No API lists as much; of a longer header nothing is taken, since its windows would be cut anywhere.
const LONGEST_HEADER = 1_000;
const MOST_WINDOWS = 10;
// Of each window so many requests are remembered.
const MOST_REQUESTS = 1_000_000;

/** The headers that may announce windows, as one text; empty where there is none. */
export function announcementIn(headers: Pick<Headers, "get">): string {
  const values = WINDOWS.map((name) => headers.get(name) ?? "").filter((value) => value !== "" && value.length <= LONGEST_HEADER);
  return values.join(",");
}

/**
 * The windows that an announcement lists, shortest first, with the smaller number where one is listed twice. What is no window of at most a day
 * with 1 to 1,000,000 requests is left out, and of more than ten windows all are.
 */
export function windowsIn(announcement: string): readonly RateLimit[] {
  const found = new Map<number, number>();
  for (const item of announcement.split(",")) {
    const [first = "", ...parameters] = item.split(";");
    const requests = wholeIn(first) ?? parameterIn(parameters, "q");
    const perMs = (parameterIn(parameters, "w") ?? 0) * 1_000;
    const isWindow = requests !== null && requests > 0 && requests <= MOST_REQUESTS && perMs > 0 && perMs <= LONGEST_MS;
    if (isWindow) found.set(perMs, Math.min(requests, found.get(perMs) ?? requests));
  }
  if (found.size > MOST_WINDOWS) return [];
  return [...found].map(([perMs, requests]) => ({ requests, perMs })).sort((one, other) => one.perMs - other.perMs);
}

/**
 * The tightest allowance that the headers speak of; null when they do not, or name no time to come. `date` is when they were sent, in
 * milliseconds since 1970.
 */
export function allowanceIn(headers: Pick<Headers, "get">, date: number): Allowance | null {
  const found = policies(headers.get("ratelimit"));
  for (const [left, reset] of FAMILIES) {
    // Asked for first: an answer mostly has one of them at most.
    const remaining = headers.get(left);
    if (remaining === null) continue;
    // Headers that came twice are one with commas.
    const resets = resetsIn(headers.get(reset) ?? "");
    for (const [index, one] of remaining.split(",").entries()) {
      found.push(allowance(numberIn(one), untilReset(resets[index] ?? resets[0] ?? "", date)));
    }
  }
  return tightest(found);
}

/** The one header of the later drafts: `limit=100, remaining=0, reset=5`, or a list of policies such as `"default";r=0;t=5`. */
function policies(text: string | null): (Allowance | null)[] {
  const read = (part: string): Allowance | null => {
    const value = (name: string): string => new RegExp(`(?:^|[\\s,;])${name}=(-?\\d+)`).exec(part)?.[1] ?? "";
    return allowance(numberIn(value("remaining") || value("r")), untilReset(value("reset") || value("t"), 0));
  };
  if (text === null) return [];
  return /remaining=/.test(text) ? [read(text)] : text.split(",").map(read);
}

function tightest(all: readonly (Allowance | null)[]): Allowance | null {
  const isTighter = (one: Allowance, other: Allowance): boolean =>
    one.remaining < other.remaining || (one.remaining === other.remaining && one.resetMs > other.resetMs);
  return all.reduce((found, one) => (one !== null && (found === null || isTighter(one, found)) ? one : found), null);
}

function allowance(remaining: number | null, resetMs: number | null): Allowance | null {
  return remaining === null || resetMs === null ? null : { remaining: Math.max(0, remaining), resetMs };
}

/** One or several: a date has a comma of its own. */
function resetsIn(text: string): readonly string[] {
  return /[a-z]/i.test(text) ? [text] : text.split(",");
}

/** APIs name the reset in seconds from now, as seconds or milliseconds since 1970, which its size tells apart, or as a date. */
function untilReset(text: string, date: number): number | null {
  const value = numberIn(text) ?? (/[a-z]/i.test(text) ? Date.parse(text) : Number.NaN);
  const ms = value > 1e11 ? value - date : value > 1e9 ? value * 1_000 - date : value * 1_000;
  return ms > 0 && ms <= NONSENSE_MS ? Math.min(ms, LONGEST_MS) : null;
}

function numberIn(text: string): number | null {
  const number = /^\s*(-?\d+(?:\.\d+)?)\s*(?:$|;)/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** A whole number that is written as one; null for any other text. */
function wholeIn(text: string): number | null {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}

function parameterIn(parameters: readonly string[], name: string): number | null {
  const found = parameters.map((parameter) => parameter.split("=")).find(([key = ""]) => key.trim() === name);
  return wholeIn(found?.[1] ?? "");
}

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 30_000;
// What was sent before a window is announced counts in it: so many requests are remembered where no window asks for more.
const LEAST_REMEMBERED = 1_000;

/**
 * One rate limit and what is known of it: its windows, what was sent, what the API said is left, until when it wants quiet. The windows are the
 * configured one and those that the API announced last, each of which holds. Times are the clock's `now`.
 * A request counts from when it is sent until so long after its answer: when the API itself counts it is somewhere between.
 */
export class Bucket {
  /** What is limited. */
  readonly name: string;
  readonly #configured: readonly RateLimit[];
  #windows: readonly RateLimit[];
  #announcement = "";
  // When requests were answered, oldest first; how many of the latest are kept at least.
  readonly #answered: number[] = [];
  #remembered = LEAST_REMEMBERED;
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

  /** From when on there is room; not after `now` when there is room now. */
  freeAt(now: number): number {
    if (this.#leftUntil <= now) this.#left = Number.POSITIVE_INFINITY;
    const learned = this.#left > 0 ? 0 : this.#leftUntil;
    return Math.max(this.#pausedUntil, learned, this.#windowsFreeAt(now));
  }

  take(): void {
    this.#left--;
    this.#underWay++;
  }

  /** A request has been answered, or never will be; or it was not even sent. */
  end(now: number, sent: boolean): void {
    this.#underWay--;
    if (!sent) {
      this.#left++;
      return;
    }
    this.#answered.push(now);
    // Shortened now and then, not at every request.
    if (this.#answered.length > 2 * this.#remembered) this.#answered.splice(0, this.#answered.length - this.#remembered);
  }

  /** Takes the windows that an answer announces in place of those announced before; true if they are others. A text without any changes nothing. */
  announce(announcement: string): boolean {
    if (announcement === this.#announcement) return false;
    const windows = windowsIn(announcement);
    if (windows.length === 0) return false;
    this.#announcement = announcement;
    this.#windows = [...this.#configured, ...windows];
    this.#remembered = Math.max(LEAST_REMEMBERED, ...this.#windows.map(({ requests }) => requests));
    return true;
  }

  learn({ remaining, resetMs }: Allowance, now: number): void {
    // What is on its way may not be counted in what the API says is left; the request that was just answered is.
    this.#left = Math.max(0, remaining - Math.max(0, this.#underWay - 1));
    this.#leftUntil = now + resetMs;
  }

  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  /** A request was refused, and nobody said for how long: the next ones are kept back, longer each time until one is accepted. */
  backOff(now: number): void {
    // It was sent before it was known that they are to be kept back.
    if (this.#pausedUntil > now) return;
    this.pause(now + Math.min(FIRST_BACKOFF_MS * 2 ** this.#refusals++, LONGEST_BACKOFF_MS));
  }

  accepted(): void {
    this.#refusals = 0;
  }

  #windowsFreeAt(now: number): number {
    let free = 0;
    for (const { requests, perMs } of this.#windows) {
      const room = requests - this.#underWay;
      // With all of them under way, the first may be answered now, at the earliest. Else the window has room again when the request with
      // which it became full has left it.
      const full = room <= 0 ? now : this.#answered[this.#answered.length - room];
      if (full !== undefined && full + perMs > now) free = Math.max(free, full + perMs);
    }
    return free;
  }
}

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

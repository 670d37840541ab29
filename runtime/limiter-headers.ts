/** What an answer says about a rate limit. */
export interface Allowance {
  /** Requests that are left until the reset. */
  readonly remaining: number;
  /** Milliseconds until the reset. */
  readonly resetMs: number;
}

// Which family Pinterest's report calls answer with is not documented; all are read.
const FAMILIES = ["x-userendpoint-ratelimit", "x-ratelimit", "ratelimit"].map((name) => [`${name}-remaining`, `${name}-reset`] as const);
const LONGEST_MS = 86_400_000;

/** The tightest allowance that the headers speak of; null when they do not, or name no time to come. `date` is milliseconds since 1970. */
export function allowanceIn(headers: Pick<Headers, "get">, date: number): Allowance | null {
  const one = headers.get("ratelimit");
  let tightest = one === null ? null : oneHeader(one);
  for (const [left, reset] of FAMILIES) {
    // Asked for first: an answer mostly has one of them at most.
    const remaining = headers.get(left);
    const found = remaining === null ? null : allowance(numberIn(remaining), untilReset(numberIn(headers.get(reset)), date));
    if (found !== null && (tightest === null || found.remaining < tightest.remaining)) tightest = found;
  }
  return tightest;
}

/** The one header of the later drafts: `limit=100, remaining=0, reset=5` or `"default";r=0;t=5`. */
function oneHeader(text: string): Allowance | null {
  const part = (name: string): number | null => numberIn(new RegExp(`(?:^|[\\s,;])${name}=(\\d+)`).exec(text)?.[1] ?? null);
  return allowance(part("remaining") ?? part("r"), untilReset(part("reset") ?? part("t"), 0));
}

function allowance(remaining: number | null, resetMs: number | null): Allowance | null {
  return remaining === null || resetMs === null ? null : { remaining, resetMs };
}

/** APIs name the reset in seconds from now, or as seconds or milliseconds since 1970: its size tells which. */
function untilReset(value: number | null, date: number): number | null {
  if (value === null) return null;
  const ms = value > 1e11 ? value - date : value > 1e9 ? value * 1_000 - date : value * 1_000;
  return ms > 0 && ms <= LONGEST_MS ? ms : null;
}

function numberIn(text: string | null): number | null {
  const number = /^\s*(\d+(?:\.\d+)?)\s*(?:$|[,;])/.exec(text ?? "")?.[1];
  return number === undefined ? null : Number(number);
}

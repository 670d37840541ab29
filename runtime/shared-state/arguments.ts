import { InvalidArgumentError } from "../errors.js";
import { duration } from "../http/config.js";
import type { RateLimit } from "../http/rate-limit.js";
import { checkNames } from "../options.js";
import type { AcquireOptions, QuotaUse, TakeOptions } from "./state.js";

const NAMES: Readonly<Record<keyof AcquireOptions, true>> = {
  waitMs: true,
  ttlMs: true,
  keepMs: true,
  signal: true,
};

/**
 * Returns the options of `acquire` unchanged. Throws an `InvalidArgumentError` unless the key is a
 * string of 1 to 500 characters, a `TypeError` for an unknown option, and a `RangeError` for an
 * out-of-range time. Times are in milliseconds: `waitMs` may be 0, `ttlMs` is at least 1,000, and
 * `keepMs` is above 0.
 */
export function checkAcquire(key: string, options: AcquireOptions): AcquireOptions {
  checkKey(key);
  checkNames(options, Object.keys(NAMES));
  const { waitMs, ttlMs, keepMs } = options;
  if (waitMs !== undefined && waitMs !== 0) duration("waitMs", waitMs);
  if (ttlMs !== undefined && duration("ttlMs", ttlMs) < 1_000)
    throw new RangeError("ttlMs must be at least 1,000 milliseconds");
  if (keepMs !== undefined && !(Number.isFinite(keepMs) && keepMs > 0))
    throw new RangeError("keepMs must be a number of milliseconds above 0");
  return options;
}

/** Throws an `InvalidArgumentError` unless the key is a string of 1 to 500 characters. */
export function checkKey(key: string): void {
  if (typeof key !== "string" || key === "" || key.length > 500)
    throw new InvalidArgumentError("the key of a lease must be a string of 1 to 500 characters");
}

/**
 * Throws a `RangeError` for an out-of-range `holdMs` or an invalid limit. A limit needs a whole
 * number of requests, at least 1, and a valid time.
 */
export function checkTake(uses: readonly QuotaUse[], { holdMs }: TakeOptions): void {
  duration("holdMs", holdMs);
  for (const { requests, perMs } of uses.flatMap(({ limits }): readonly RateLimit[] => limits)) {
    if (!(Number.isInteger(requests) && requests > 0))
      throw new RangeError("requests must be a whole number of at least 1");
    duration("perMs", perMs);
  }
}

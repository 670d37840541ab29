/** Long tests in run order (fastest feedback first) and their time budget in minutes. */
export const SHARES = {
  "test/long/bodies.test.ts": 2,
  "test/long/rows.test.ts": 2.5,
  "test/long/identity.test.ts": 4,
  "test/long/crash-checks.test.ts": 2.5,
  "test/long/soak.test.ts": 4,
  "test/long/hostile.test.ts": 18,
  "test/long/kills.test.ts": 12,
  "test/long/growth.test.ts": 12,
  "test/long/sync.test.ts": 6,
  "test/long/workers.test.ts": 4,
  "test/long/steps.test.ts": 4,
  "test/long/year.test.ts": 33,
} as const;

export type Part = keyof typeof SHARES;
export const PARTS = Object.keys(SHARES) as readonly Part[];

export const MINUTE_MS = 60_000;
/** The time limit for all parts together. */
export const LIMIT_MS = 105 * MINUTE_MS;

/**
 * The time in milliseconds, since the first of them began, after which a part must be done. It
 * includes the unused time of earlier parts.
 */
export function endOf(part: Part): number {
  return PARTS.slice(0, PARTS.indexOf(part) + 1).reduce(
    (sum, one) => sum + SHARES[one] * MINUTE_MS,
    0,
  );
}

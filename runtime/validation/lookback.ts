/** An attribution window of requests: its field, and the days that apply without it. */
export interface AttributionWindow {
  readonly field: string;
  readonly default: number;
}

const LEAST_DAYS = 7;

/**
 * The number of days before today that may still change in a report with this body: one more than
 * its longest attribution window, since today is not over; at least 7. With a `reporting_timezone`
 * one more, because days of another time zone end up to a day after those in UTC.
 */
export function usualLookback(
  windows: readonly AttributionWindow[],
  body: Readonly<Record<string, unknown>>,
): number {
  const days = windows.map(({ field, default: usual }) => {
    const window = body[field];
    return typeof window === "number" ? window : usual;
  });
  const longest = Math.max(LEAST_DAYS, ...days.map((window) => window + 1));
  return body.reporting_timezone === undefined ? longest : longest + 1;
}

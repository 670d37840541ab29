/** An attribution window: the request field that sets it, and its default. */
export interface AttributionWindow {
  readonly field: string;
  readonly default: number;
}

const MIN_DAYS = 7;

/**
 * Returns how many days back from today a report's figures can still change. The result is the
 * longest attribution window plus one, because today is not over, but at least 7. The default is
 * used for a window that is missing or not a number. A `reporting_timezone` adds one, because days
 * in that time zone may end up to a day later than UTC days.
 */
export function usualLookback(
  windows: readonly AttributionWindow[],
  body: Readonly<Record<string, unknown>>,
): number {
  const days = windows.map(({ field, default: usual }) => {
    const window = body[field];
    return typeof window === "number" ? window : usual;
  });
  const longest = Math.max(MIN_DAYS, ...days.map((window) => window + 1));
  return body.reporting_timezone === undefined ? longest : longest + 1;
}

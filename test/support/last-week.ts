/** The day this many days before today, as `YYYY-MM-DD` in UTC. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** The body of a report for last week. */
export const LAST_WEEK = {
  start_date: daysAgo(7),
  end_date: daysAgo(1),
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID"],
} as const;

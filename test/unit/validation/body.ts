/** The value of `today` in the validator tests. */
export const TODAY = "2024-06-15";

/** A body that is valid on that day. */
export const body = {
  start_date: "2024-06-01",
  end_date: "2024-06-07",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
} as const;

/** The day this many days before today. */
export function daysAgo(days: number): string {
  return new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);
}

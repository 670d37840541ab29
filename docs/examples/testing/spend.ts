// The code under test: an account's spend by day.
import type { Client } from "pinterest-reports";

/** Returns the spend by day in the account's currency. */
export async function spendByDay(
  { report }: Pick<Client, "report">,
  account: string,
  { start_date, end_date }: { readonly start_date: string; readonly end_date: string },
): Promise<ReadonlyMap<string, number>> {
  const finished = await report.run(account, {
    start_date,
    end_date,
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
  });
  const days = new Map<string, number>();
  for await (const row of finished.rows()) {
    days.set(row.DATE, (days.get(row.DATE) ?? 0) + row.SPEND_IN_DOLLAR);
  }
  return days;
}

import type { Client } from "pinterest-reports";

/** An account's spend between two days, in its currency. */
export async function spendOf(
  { report }: Pick<Client, "report">,
  account: string,
  start_date: string,
  end_date: string,
): Promise<number> {
  const columns = ["CAMPAIGN_ID", "SPEND_IN_MICRO_DOLLAR"] as const;
  const finished = await report.run(account, {
    start_date,
    end_date,
    granularity: "DAY",
    level: "CAMPAIGN",
    columns,
  });
  let micro = 0;
  for await (const row of finished.rows()) micro += row.SPEND_IN_MICRO_DOLLAR;
  return micro / 1_000_000;
}

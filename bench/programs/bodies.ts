// Bodies of reports, valid and invalid, all of the same kind.

export interface Body {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** The number of its violations. */
  readonly errors: number;
}

export const TODAY = "2026-03-08";

/** The bodies, made of the names of all columns. */
export function bodiesOf(columns: readonly string[]): readonly Body[] {
  const some = (count: number): readonly string[] => [
    "CAMPAIGN_ID",
    ...Array.from(
      { length: count },
      (_, index) => columns[Math.floor((index * columns.length) / count)] ?? "",
    ),
  ];
  const ids = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => String(626_735_000_000 + index));
  const small = {
    start_date: "2026-03-01",
    end_date: "2026-03-07",
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: some(3),
  };
  const typical = {
    ...small,
    columns: some(20),
    campaign_ids: ids(50),
    campaign_statuses: ["RUNNING", "PAUSED"],
    click_window_days: 30,
  };
  const wrong = some(20).map((name, index) => (index > 5 && index <= 20 ? `${name}_X` : name));
  const bad = {
    columns: wrong,
    campaign_ids: ["a", "b", ...ids(48)],
    click_window_days: 5,
    campaign_statuses: ["RUNING", "PAUSED"],
  };
  return [
    { name: "small: 4 columns", value: small, errors: 0 },
    { name: "typical: 21 columns, 50 ids", value: typical, errors: 0 },
    {
      name: "large: all columns, 2,000 ids",
      value: {
        ...small,
        columns,
        campaign_ids: ids(500),
        ad_group_ids: ids(500),
        product_group_ids: ids(500),
        ad_ids: ids(500),
      },
      errors: 0,
    },
    {
      name: "1 error, not read",
      value: { ...typical, columns: [...some(19), "SPEND_IN_DOLAR"] },
      errors: 1,
    },
    {
      name: "20 errors, not read",
      value: { ...typical, ...bad, granularity: "DAILY" },
      errors: 20,
    },
  ];
}

/** A body in which each of 5,000 columns is invalid. */
export function manyWrong(columns: readonly string[]): Readonly<Record<string, unknown>> {
  const wrong = Array.from(
    { length: 5_000 },
    (_, index) => `${columns[index % columns.length]}_${index}`,
  );
  return {
    start_date: "2026-03-01",
    end_date: "2026-03-07",
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: wrong,
  };
}

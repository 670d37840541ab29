import { customTarget } from "../../generated/sync.js";
import type { TargetTable } from "../../runtime/sync/target.js";
import type { AskedStore } from "./analyst-stores.js";
import type { SyncSetting } from "./sync.js";

const METRICS = [
  "SPEND_IN_DOLLAR",
  "SPEND_IN_MICRO_DOLLAR",
  "IMPRESSION_1",
  "TOTAL_CLICKTHROUGH",
  "TOTAL_CONVERSIONS",
  "CTR",
] as const;

/** One table per level, and an hourly one. */
export const FIGURE_TABLES = {
  advertiser_days: { level: "ADVERTISER", granularity: "DAY", columns: METRICS },
  campaign_days: {
    level: "CAMPAIGN",
    granularity: "DAY",
    columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", ...METRICS],
  },
  campaign_hours: { level: "CAMPAIGN", granularity: "HOUR", columns: ["CAMPAIGN_ID", ...METRICS] },
  ad_group_days: { level: "AD_GROUP", granularity: "DAY", columns: ["AD_GROUP_ID", ...METRICS] },
  ad_days: { level: "PIN_PROMOTION", granularity: "DAY", columns: ["AD_ID", ...METRICS] },
  keyword_days: { level: "KEYWORD", granularity: "DAY", columns: [...METRICS] },
  ad_location_days: {
    level: "PIN_PROMOTION_TARGETING",
    granularity: "DAY",
    targeting_types: ["COUNTRY", "REGION"],
    columns: ["AD_ID", ...METRICS],
  },
} as const;

export const FIGURE_LISTS = [
  "campaigns",
  "ad_groups",
  "ads",
  "keywords",
  "product_groups",
  "targeting_options",
] as const;

/** Loads all tables into the place once. */
export async function loadFigures(
  { client }: SyncSetting,
  place: Pick<AskedStore, "target">,
  since: string,
): Promise<void> {
  await client.report.sync({
    target: customTarget(place.target()),
    tables: FIGURE_TABLES as never,
    entities: FIGURE_LISTS,
    since,
    lookbackDays: 1,
  });
}

/** A table's figures as SQL results, by name. */
export type Figures = ReadonlyMap<string, string | null>;

/**
 * For each table: the number of rows, the number of values per column, the sums of numbers and of
 * text lengths, and the first and last day. All computed in SQL.
 */
export async function figuresOf(
  place: Pick<AskedStore, "ask">,
): Promise<ReadonlyMap<string, Figures>> {
  const [definitions = []] = await place.ask([
    "SELECT definition FROM _pinterest_sync_tables ORDER BY name",
  ]);
  const tables = definitions.map(([text]): TargetTable => JSON.parse(String(text)));
  const expressions = tables.map(({ columns }) => [
    "count(*)",
    ...columns.flatMap(figuresOfColumn),
  ]);
  const answers = await place.ask(
    tables.map(({ name }, at) => `SELECT ${expressions[at]?.join(", ")} FROM ${name}`),
  );
  return new Map(
    tables.map(({ name }, at) => [
      name,
      new Map(expressions[at]?.map((text, of) => [text, answers[at]?.[0]?.[of] ?? null])),
    ]),
  );
}

function figuresOfColumn({ name, type }: TargetTable["columns"][number]): readonly string[] {
  const column = `"${name}"`;
  const values = `count(${column})`;
  if (type === "text") return [values, `sum(length(${column}))`];
  if (type === "date") return [values, `min(${column})`, `max(${column})`];
  // The sum of doubles depends on the order of the rows.
  if (type === "double") return [values, `sum(CAST(${column} AS DECIMAL(38, 12)))`];
  return type === "integer" || type === "decimal" ? [values, `sum(${column})`] : [values];
}

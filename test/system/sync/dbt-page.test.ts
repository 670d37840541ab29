import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../cli/commands/sync/config.js";
import type { ReportRequest, SyncOptions } from "../../../generated/index.js";
import type { SyncBody } from "../../../generated/sync.js";
import { testIo } from "../../support/in-process.js";
import { blocksOf } from "../../support/markdown.js";
import { NO_POSTGRES, type Postgres, postgres } from "../../support/postgres.js";
import { QUERIED, type Queried, type Row } from "../../support/queried.js";
import { serverRows, syncSetting } from "../../support/sync.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const page = readFileSync(new URL("../../../docs/guide/dbt.md", import.meta.url), "utf8");
const blockOf = (language: string): string =>
  blocksOf(page).find((block) => block.language === language)?.text ?? "";

const METRICS = {
  impression_1: "integer",
  impression_2: "integer",
  clickthrough_1: "integer",
  clickthrough_2: "integer",
  // Fivetran stores this as an integer, and the models divide it by a million.
  spend_in_micro_dollar: "number",
  total_conversions: "integer",
  total_conversions_quantity: "integer",
  total_conversions_value_in_micro_dollar: "number",
  _fivetran_synced: "timestamp",
} as const;
const REPORT = { date: "timestamp", advertiser_id: "text", ...METRICS } as const;

/** A table that dbt_pinterest 1.3.1 reads: its columns, their types and its key. */
interface SourceTable {
  readonly key: readonly string[];
  readonly columns: Readonly<
    Record<string, "text" | "integer" | "number" | "boolean" | "timestamp">
  >;
}

// Written by hand from the columns in the package's staging models, which cast all ids to text.
const TABLES = {
  advertiser_history: {
    key: ["id"],
    columns: {
      id: "text",
      name: "text",
      country: "text",
      currency: "text",
      owner_user_id: "text",
      owner_username: "text",
      permissions: "text",
      created_time: "timestamp",
      updated_time: "timestamp",
      _fivetran_synced: "timestamp",
    },
  },
  campaign_history: {
    key: ["id"],
    columns: {
      id: "text",
      advertiser_id: "text",
      name: "text",
      status: "text",
      objective_type: "text",
      default_ad_group_budget_in_micro_currency: "integer",
      is_automated_campaign: "boolean",
      is_campaign_budget_optimization: "boolean",
      is_flexible_daily_budgets: "boolean",
      budget_spend_cap: "integer",
      lifetime_spend_cap: "integer",
      created_time: "timestamp",
      start_time: "timestamp",
      end_time: "timestamp",
      _fivetran_synced: "timestamp",
    },
  },
  ad_group_history: {
    key: ["id"],
    columns: {
      id: "text",
      ad_account_id: "text",
      campaign_id: "text",
      name: "text",
      status: "text",
      summary_status: "text",
      pacing_delivery_type: "text",
      placement_group: "text",
      created_time: "timestamp",
      start_time: "timestamp",
      end_time: "timestamp",
      _fivetran_synced: "timestamp",
    },
  },
  pin_promotion_history: {
    key: ["id"],
    columns: {
      id: "text",
      ad_account_id: "text",
      ad_group_id: "text",
      pin_id: "text",
      name: "text",
      status: "text",
      review_status: "text",
      creative_type: "text",
      destination_url: "text",
      android_deep_link: "text",
      ios_deep_link: "text",
      click_tracking_url: "text",
      view_tracking_url: "text",
      is_pin_deleted: "boolean",
      is_removable: "boolean",
      created_time: "timestamp",
      updated_time: "timestamp",
      _fivetran_synced: "timestamp",
    },
  },
  keyword_history: {
    key: ["_fivetran_id"],
    columns: {
      _fivetran_id: "text",
      id: "text",
      advertiser_id: "text",
      campaign_id: "text",
      ad_group_id: "text",
      parent_type: "text",
      match_type: "text",
      value: "text",
      bid: "integer",
      archived: "boolean",
      _fivetran_synced: "timestamp",
    },
  },
  targeting_geo: {
    key: ["country_id"],
    columns: { country_id: "text", country_name: "text", _fivetran_synced: "timestamp" },
  },
  targeting_geo_region: {
    key: ["region_id"],
    columns: {
      country_id: "text",
      region_id: "text",
      region_name: "text",
      _fivetran_synced: "timestamp",
    },
  },
  advertiser_report: { key: ["date", "advertiser_id"], columns: REPORT },
  campaign_report: {
    key: ["date", "campaign_id"],
    columns: { ...REPORT, campaign_id: "text", campaign_name: "text", campaign_status: "text" },
  },
  ad_group_report: {
    key: ["date", "ad_group_id"],
    columns: {
      ...REPORT,
      campaign_id: "text",
      ad_group_id: "text",
      ad_group_name: "text",
      ad_group_status: "text",
    },
  },
  pin_promotion_report: {
    key: ["date", "pin_promotion_id"],
    columns: { ...REPORT, campaign_id: "text", ad_group_id: "text", pin_promotion_id: "text" },
  },
  keyword_report: {
    key: ["date", "keyword_id"],
    columns: {
      ...REPORT,
      campaign_id: "text",
      ad_group_id: "text",
      ad_group_name: "text",
      ad_group_status: "text",
      keyword_id: "text",
      pin_promotion_id: "text",
    },
  },
  pin_promotion_targeting_report: {
    key: ["date", "pin_promotion_id", "targeting_type", "targeting_value"],
    columns: {
      ...REPORT,
      campaign_id: "text",
      ad_group_id: "text",
      pin_promotion_id: "text",
      targeting_type: "text",
      targeting_value: "text",
    },
  },
} as const satisfies Readonly<Record<string, SourceTable>>;

/** What the databases call these types. */
const TYPES: Readonly<Record<string, string>> = {
  text: "text",
  varchar: "text",
  bigint: "integer",
  numeric: "number",
  "decimal(38,18)": "number",
  boolean: "boolean",
  timestamp: "timestamp",
  "timestamp without time zone": "timestamp",
};

const ACCOUNTS = ["549755885175", "549755885176"];
const DAYS = { from: "2026-06-08", to: "2026-06-14" };

let server: Postgres | null = null;
beforeAll(async () => {
  if (NO_POSTGRES === null) server = await postgres();
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** Loads the tables of the page's sync file and creates the page's views. */
async function loaded(made: Queried, setting: Awaited<ReturnType<typeof syncSetting>>) {
  const folder = temporaryFolder();
  writeFileSync(new URL("sync.yaml", folder), blockOf("yaml"));
  const { options } = await readConfig(fileURLToPath(new URL("sync.yaml", folder)), testIo());
  const read = options as Pick<SyncOptions<SyncBody<ReportRequest>>, "tables" | "entities">;
  await setting.client.report.sync({
    ...read,
    target: made.target,
    since: DAYS.from,
    lookbackDays: 1,
  });
  await made.query(blockOf("sql"));
  return read;
}

describe.each(QUERIED)("the tables for dbt_pinterest in $name", ({ place, isSkipped }) => {
  it.skipIf(isSkipped)("have the columns, types, keys and sums that the models read", async () => {
    await using setting = await syncSetting({ entities: 5 });
    await using made = await place(server, "pinterest");
    const { tables } = await loaded(made, setting);

    const columns = await made.query(
      "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'pinterest_ads'",
    );
    const found: Record<string, Record<string, string>> = {};
    for (const { table_name: table, column_name: column, data_type: type } of columns) {
      const name = TYPES[String(type).toLowerCase()] ?? String(type);
      found[String(table)] = { ...found[String(table)], [String(column)]: name };
    }
    expect(found).toEqual(
      Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, table.columns])),
    );

    for (const [name, { key }] of Object.entries(TABLES)) {
      const [counts] = await made.query(
        `SELECT count(*) AS row_count, count(DISTINCT (${key.join(", ")})) AS keys, count(*) FILTER (WHERE ${key
          .map((column) => `${column} IS NULL`)
          .join(" OR ")} OR _fivetran_synced IS NULL) AS nulls FROM pinterest_ads.${name}`,
      );
      expect([name, Number(counts?.row_count) > 0]).toEqual([name, true]);
      expect([name, Number(counts?.keys), Number(counts?.nulls)]).toEqual([
        name,
        Number(counts?.row_count),
        0,
      ]);
    }

    for (const [report, table] of [
      ["advertiser_report", "advertiser_days"],
      ["campaign_report", "campaign_days"],
      ["ad_group_report", "ad_group_days"],
      ["pin_promotion_report", "ad_days"],
      ["keyword_report", "keyword_days"],
      ["pin_promotion_targeting_report", "ad_location_days"],
    ] as const) {
      const body = tables[table] as unknown as { readonly columns: readonly string[] };
      const rows = await serverRows(setting, { accounts: ACCOUNTS, body, ...DAYS });
      const names = ["spend_in_micro_dollar", "impression_1", "total_conversions"];
      const [sums] = await made.query(
        `SELECT count(*) AS row_count, ${names.map((name) => `sum(${name}) AS ${name}`).join(", ")} FROM pinterest_ads.${report}`,
      );
      const total = (name: string) =>
        rows.reduce((sum: number, row: Row) => sum + Number(row[name]), 0);
      expect([report, Number(sums?.row_count)]).toEqual([report, rows.length]);
      for (const name of names)
        expect([report, name, Number(sums?.[name])]).toEqual([
          report,
          name,
          expect.closeTo(total(name), 3),
        ]);
    }
  });

  it.skipIf(isSkipped)("can be joined the way the models join them", async () => {
    await using setting = await syncSetting({ entities: 5 });
    await using made = await place(server, "pinterest");
    await loaded(made, setting);
    const unnamed = async (report: string, joined: string) => {
      const [row] = await made.query(
        `SELECT count(*) AS row_count FROM pinterest_ads.${report} AS r LEFT JOIN pinterest_ads.${joined} WHERE j._fivetran_synced IS NULL`,
      );
      return Number(row?.row_count);
    };
    for (const [report, joined] of [
      ["advertiser_report", "advertiser_history AS j ON j.id = r.advertiser_id"],
      ["campaign_report", "campaign_history AS j ON j.id = r.campaign_id"],
      ["ad_group_report", "ad_group_history AS j ON j.id = r.ad_group_id"],
      ["pin_promotion_report", "pin_promotion_history AS j ON j.id = r.pin_promotion_id"],
      ["keyword_report", "keyword_history AS j ON j.id = r.keyword_id"],
      [
        "pin_promotion_targeting_report",
        "targeting_geo AS j ON r.targeting_type = 'REGION' OR j.country_id = r.targeting_value",
      ],
      [
        "pin_promotion_targeting_report",
        "targeting_geo_region AS j ON r.targeting_type = 'COUNTRY' OR j.region_id = r.targeting_value",
      ],
      ["targeting_geo_region", "targeting_geo AS j ON j.country_id = r.country_id"],
    ] as const)
      expect([joined, await unnamed(report, joined)]).toEqual([joined, 0]);
    const [owner] = await made.query(
      "SELECT count(DISTINCT owner_user_id) AS owners FROM pinterest_ads.advertiser_history WHERE owner_username = 'made-up'",
    );
    expect(Number(owner?.owners)).toBe(ACCOUNTS.length);
    // Keywords of ad groups also have their campaign as a parent; keywords of campaigns have only
    // that.
    const kinds = await made.query(
      "SELECT parent_type, count(campaign_id) AS campaigns, count(ad_group_id) AS ad_groups FROM pinterest_ads.keyword_history GROUP BY 1 ORDER BY 1",
    );
    expect(
      kinds.map(({ parent_type: kind, campaigns, ad_groups }) => [
        kind,
        Number(campaigns),
        Number(ad_groups),
      ]),
    ).toEqual([
      ["ad_group", 10, 10],
      ["advertiser", 0, 0],
      ["campaign", 10, 0],
    ]);
  });
});

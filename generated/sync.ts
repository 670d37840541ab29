// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Targets for `client.report.sync`, which keeps report tables up to date: a folder of Parquet files, or your own target.
 * @packageDocumentation
 */

import {
  folderTarget,
  type ListOperation,
  planSync as planned,
  type PlannedSync,
  type PlanSyncOptions,
  type SyncBody,
  type SyncFacts,
  syncTarget,
  type SyncTarget,
  type Target,
} from "../runtime/sync/index.js";
import { adAccounts } from "./operations/ad-accounts/call.js";
import { campaigns } from "./operations/campaigns/call.js";
import { adGroups } from "./operations/ad-groups/call.js";
import { ads } from "./operations/ads/call.js";
import { keywords } from "./operations/keywords/call.js";
import { productGroups } from "./operations/product-groups/call.js";
import { targetingOptions } from "./operations/targeting-options/call.js";
import { planReport } from "./planner.js";
import { report } from "./report/flow.js";
import { reportLevels } from "./report/levels.js";
import type { ReportRequest } from "./report/schema.js";
import { describeRows } from "./tables.js";

const FACTS: SyncFacts = {
  flow: report as object as SyncFacts["flow"],
  plan: (body, options) => planReport(body as object as ReportRequest, options) as ReturnType<SyncFacts["plan"]>,
  describe: (body) => describeRows(body as object as ReportRequest),
  levels: reportLevels,
  windows: [
    { field: "click_window_days", default: 30 },
    { field: "engagement_window_days", default: 30 },
    { field: "view_window_days", default: 1 },
  ],
  accounts: {
    operation: adAccounts as object as ListOperation,
    input: {},
    columns: {
      id: "text",
      name: "text",
      owner: "text",
      country: "text",
      currency: "text",
      permissions: "text",
      created_time: "integer",
      updated_time: "integer",
      time_zone: "text",
    },
  },
  lists: {
    campaigns: {
      operation: campaigns as object as ListOperation,
      input: { entity_statuses: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
      columns: {
        id: "text",
        ad_account_id: "text",
        daily_spend_cap: "integer",
        end_time: "integer",
        is_automated_campaign: "boolean",
        is_flexible_daily_budgets: "boolean",
        lifetime_spend_cap: "integer",
        name: "text",
        order_line_id: "text",
        start_time: "integer",
        status: "text",
        tracking_urls: "text",
        bid_options: "text",
        created_time: "integer",
        is_campaign_budget_optimization: "boolean",
        is_performance_plus: "boolean",
        objective_type: "text",
        summary_status: "text",
        type: "text",
        updated_time: "integer",
      },
    },
    ad_groups: {
      operation: adGroups as object as ListOperation,
      input: { entity_statuses: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
      columns: {
        auto_targeting_enabled: "boolean",
        bid_in_micro_currency: "integer",
        bid_strategy_type: "text",
        billable_event: "text",
        budget_in_micro_currency: "integer",
        budget_type: "text",
        campaign_id: "text",
        end_time: "integer",
        is_creative_optimization: "boolean",
        lifetime_frequency_cap: "integer",
        name: "text",
        optimization_goal_metadata: "text",
        pacing_delivery_type: "text",
        placement_group: "text",
        promotion_application_level: "text",
        promotion_id: "text",
        start_time: "integer",
        status: "text",
        targeting_spec: "text",
        targeting_template_ids: "text",
        tracking_urls: "text",
        ad_account_id: "text",
        bid_multiplier: "double",
        conversion_learning_mode_type: "text",
        created_time: "integer",
        dca_assets: "text",
        feed_profile_id: "text",
        id: "text",
        summary_status: "text",
        type: "text",
        updated_time: "integer",
      },
    },
    ads: {
      operation: ads as object as ListOperation,
      input: { entity_statuses: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
      columns: {
        ad_group_id: "text",
        android_deep_link: "text",
        carousel_android_deep_links: "text",
        carousel_destination_urls: "text",
        carousel_ios_deep_links: "text",
        click_tracking_url: "text",
        creative_type: "text",
        customizable_cta_type: "text",
        destination_url: "text",
        disclosure_type: "text",
        disclosure_url: "text",
        grid_click_type: "text",
        ios_deep_link: "text",
        is_pin_deleted: "boolean",
        is_removable: "boolean",
        lead_form_id: "text",
        name: "text",
        quiz_pin_data: "text",
        status: "text",
        tracking_urls: "text",
        view_tracking_url: "text",
        pin_id: "text",
        ad_account_id: "text",
        campaign_id: "text",
        collection_items_destination_url_template: "text",
        created_time: "integer",
        id: "text",
        rejected_reasons: "text",
        rejection_labels: "text",
        review_status: "text",
        summary_status: "text",
        type: "text",
        updated_time: "integer",
      },
    },
    keywords: {
      operation: keywords as object as ListOperation,
      input: {},
      parts: [
        { input: {} },
        { idsOf: "campaigns", as: "campaign_id" },
        { idsOf: "ad_groups", as: "ad_group_ids", most: 100 },
      ],
      columns: {
        bid: "integer",
        match_type: "text",
        value: "text",
        archived: "boolean",
        id: "text",
        parent_id: "text",
        parent_type: "text",
        type: "text",
      },
    },
    product_groups: {
      operation: productGroups as object as ListOperation,
      input: { entity_statuses: ["ACTIVE", "PAUSED", "ARCHIVED", "DRAFT", "DELETED_DRAFT"] },
      parts: [
        { idsOf: "ad_groups", as: "ad_group_id" },
      ],
      columns: {
        ad_group_id: "text",
        bid_in_micro_currency: "integer",
        catalog_product_group_id: "text",
        catalog_product_group_name: "text",
        collections_header_type: "text",
        collections_hero_destination_url: "text",
        collections_hero_pin_id: "text",
        creative_type: "text",
        customizable_cta_type: "text",
        definition: "text",
        grid_click_type: "text",
        id: "text",
        included: "boolean",
        is_generate_background: "boolean",
        is_mdl: "boolean",
        parent_id: "text",
        preferred_media_type: "text",
        relative_definition: "text",
        selected_image_tag: "text",
        selected_video_tag: "text",
        slideshow_collections_description: "text",
        slideshow_collections_title: "text",
        status: "text",
        tracking_url: "text",
      },
    },
    targeting_options: {
      operation: targetingOptions as object as ListOperation,
      input: {},
      parts: [
        { input: { targeting_type: "APPTYPE" } },
        { input: { targeting_type: "GENDER" } },
        { input: { targeting_type: "LOCALE" } },
        { input: { targeting_type: "AGE_BUCKET" } },
        { input: { targeting_type: "LOCATION" } },
        { input: { targeting_type: "GEO" } },
        { input: { targeting_type: "INTEREST" } },
      ],
      key: ["targeting_type", "id"],
      columns: { targeting_type: "text", id: "text", name: "text" },
    },
  },
};

/**
 * Returns a target for `sync` that writes Parquet files to a folder. DuckDB, Spark, pandas and others can read them. Each day of an account
 * is one file, in `<folder>/<table>/partition_account=<id>/partition_day=<day>/`. Needs the hyparquet-writer package, but no database.
 * `path` can be a `file:` URL. The folder is created when the first sync begins.
 * @throws `InvalidArgumentError`: the path is neither a string nor a `file:` URL.
 */
export function parquetFolder(path: string | URL): SyncTarget {
  return customTarget(folderTarget(path));
}

/**
 * Returns a target for `sync` that you implement yourself, for example for a different database.
 * @throws `InvalidArgumentError`: the object has no name or no `open`.
 */
export function customTarget(target: Target): SyncTarget {
  return syncTarget(FACTS, target);
}

/**
 * Plans what `client.report.sync` would load, as tasks that any process can run. Tasks are plain JSON. Creates the report tables in the
 * target. Several processes must be able to open the target at once, as with PostgreSQL.
 * @throws The errors that `client.report.sync` throws before its first report. `TargetUnavailableError`: the target cannot be opened now.
 */
export function planSync(options: PlanSyncOptions<SyncBody<ReportRequest>>): Promise<PlannedSync> {
  return planned(options);
}

export { finishSync, runTask, SyncError, TargetUnavailableError } from "../runtime/sync/index.js";

export type {
  AccountFacts,
  Cell,
  Cells,
  CellType,
  EntityTable,
  ListTask,
  PlannedSync,
  PlanSyncOptions,
  RequestedRows,
  RunTaskOptions,
  SyncBody,
  SyncDays,
  SyncFailure,
  SyncOptions,
  SyncPlan,
  SyncProgress,
  SyncResult,
  SyncTarget,
  SyncTask,
  Target,
  TargetColumn,
  TargetSession,
  TargetTable,
  TargetWindow,
  TaskError,
  TaskResult,
  WindowTask,
} from "../runtime/sync/index.js";

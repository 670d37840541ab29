// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Rule } from "../../../runtime/support-data.js";

/**
 * The rules between fields of `AdGroupTargetingAnalyticsRequest`, in the order in which `validateAdGroupTargetingAnalytics` checks them.
 */
export const adGroupTargetingAnalyticsRules: readonly Rule[] = [
  {
    id: "max-lookback-hour",
    kind: "max-lookback",
    severity: "error",
    message: "start_date must be at most 8 days before today (UTC) when granularity is HOUR",
    when: [{ field: "granularity", is: ["HOUR"] }],
    params: { field: "start_date", amount: 8, unit: "day" },
    sources: [
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ad_groups~1targeting_analytics/get/description", fingerprint: "9b8ff583242a0642" },
    ],
  },
  {
    id: "max-range-hour",
    kind: "max-range",
    severity: "error",
    message: "start_date and end_date must be at most 3 days apart when granularity is HOUR",
    when: [{ field: "granularity", is: ["HOUR"] }],
    params: { start: "start_date", end: "end_date", amount: 3, unit: "day" },
    sources: [
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ad_groups~1targeting_analytics/get/description", fingerprint: "9b8ff583242a0642" },
    ],
  },
  {
    id: "max-lookback",
    kind: "max-lookback",
    severity: "error",
    message: "start_date must be at most 90 days before today (UTC)",
    when: [],
    params: { field: "start_date", amount: 90, unit: "day" },
    sources: [
      { at: "#/components/parameters/query_start_date/description", fingerprint: "19b829eea1b16bde" },
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ad_groups~1targeting_analytics/get/description", fingerprint: "e9256cc4ba1101ca" },
    ],
  },
  {
    id: "max-range",
    kind: "max-range",
    severity: "error",
    message: "start_date and end_date must be at most 90 days apart",
    when: [],
    params: { start: "start_date", end: "end_date", amount: 90, unit: "day" },
    sources: [
      { at: "#/components/parameters/query_end_date/description", fingerprint: "fb82dba82d367bd7" },
      { at: "#/paths/~1ad_accounts~1{ad_account_id}~1ad_groups~1targeting_analytics/get/description", fingerprint: "e9256cc4ba1101ca" },
    ],
  },
  {
    id: "no-data-when-columns-conversion-metrics-hour",
    kind: "no-data-when",
    severity: "warning",
    message: "conversion metrics in columns may return no data when granularity is HOUR",
    when: [{ field: "granularity", is: ["HOUR"] }],
    params: { field: "columns", values: ["conversion metrics"] },
    sources: [{ at: "#/components/schemas/Granularity/description", fingerprint: "9d44dca8008e972e" }],
  },
  {
    id: "no-data-when-engagement-window-days",
    kind: "no-data-when",
    severity: "warning",
    message: "engagement_window_days may return no data",
    when: [],
    params: { field: "engagement_window_days" },
    sources: [
      { at: "#/components/parameters/query_conversion_attribution_engagement_window_days/description", fingerprint: "135a61f9dfa94b84" },
    ],
  },
  {
    id: "dates-in-order",
    kind: "date-order",
    severity: "error",
    message: "end_date must not be before start_date",
    when: [],
    params: { start: "start_date", end: "end_date" },
    reason: "A range cannot end before it starts; Pinterest's own sample code rejects it for asynchronous reports.",
    seenIn: "pinterest/api-quickstart",
    seenOn: "2026-11-24",
    sources: [],
  },
  {
    id: "start-date-not-in-the-future",
    kind: "not-after-today",
    severity: "warning",
    message: "start_date after today (UTC) may return no rows",
    when: [],
    params: { field: "start_date", grace: 0 },
    reason: "Future days have no rows; the API is known to reject them for one operation only.",
    seenIn: "nowhere",
    sources: [],
  },
];

// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Rule } from "../../../runtime/support-data.js";

/** The cross-field rules of `MultiPinAnalyticsRequest`, in the order in which `validateMultiPinAnalytics` checks them. */
export const multiPinAnalyticsRules: readonly Rule[] = [
  {
    id: "max-lookback",
    kind: "max-lookback",
    severity: "error",
    message: "start_date must be at most 90 days before today (UTC)",
    when: [],
    params: { field: "start_date", amount: 90, unit: "day" },
    sources: [{ at: "#/components/parameters/query_start_date/description", fingerprint: "19b829eea1b16bde" }],
  },
  {
    id: "max-range",
    kind: "max-range",
    severity: "error",
    message: "start_date and end_date must be at most 90 days apart",
    when: [],
    params: { start: "start_date", end: "end_date", amount: 90, unit: "day" },
    sources: [{ at: "#/components/parameters/query_end_date/description", fingerprint: "fb82dba82d367bd7" }],
  },
  {
    id: "dates-in-order",
    kind: "date-order",
    severity: "error",
    message: "end_date must not be before start_date",
    when: [],
    params: { start: "start_date", end: "end_date" },
    reason: "A range cannot end before it starts; Pinterest's own sample code rejects this for asynchronous reports.",
    seenIn: "pinterest/api-quickstart",
    seenOn: "2026-11-24",
    sources: [],
  },
];

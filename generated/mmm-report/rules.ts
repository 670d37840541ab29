// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Rule } from "../../runtime/support-data.js";

/** The cross-field rules of `MmmReportRequest`, in the order in which `validateMmmReport` checks them. */
export const mmmReportRules: readonly Rule[] = [
  {
    id: "date-format-end-date",
    kind: "date-format",
    severity: "error",
    message: "end_date must be a valid date (YYYY-MM-DD)",
    when: [],
    params: { field: "end_date" },
    sources: [{ at: "#/components/schemas/MMMReportCreate/properties/end_date/description", fingerprint: "8b971413bd7840a0" }],
  },
  {
    id: "date-format-start-date",
    kind: "date-format",
    severity: "error",
    message: "start_date must be a valid date (YYYY-MM-DD)",
    when: [],
    params: { field: "start_date" },
    sources: [{ at: "#/components/schemas/MMMReportCreate/properties/start_date/description", fingerprint: "8b971413bd7840a0" }],
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
  {
    id: "start-date-not-in-the-future",
    kind: "not-after-today",
    severity: "warning",
    message: "a request with start_date after today (UTC) may return no rows",
    when: [],
    params: { field: "start_date", grace: 0 },
    reason: "Future days have no rows; the API is known to reject them for only one operation.",
    seenIn: "nowhere",
    sources: [],
  },
];

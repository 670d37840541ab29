// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Rule } from "../../runtime/support-data.js";

/** The cross-field rules of `CatalogReportRequest`, in the order in which `validateCatalogReport` checks them. */
export const catalogReportRules: readonly Rule[] = [
];

// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
import { checkFields, push, standardSchema, wrongType } from "../../../runtime/support-data.js";
import { checkBookmark, checkPageSize } from "../../checks.js";
import type { AdAccount } from "../../schemas.js";

/** The request for `adAccounts`. Ad accounts that the token's user owns or can access, page by page. */
export interface AdAccountsRequest {
  /** Whether to include accounts of other owners. Default: `true`. */
  include_shared_accounts?: boolean;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
  /** Maximum number of items on a page. 1 to 250. Default: `25`. */
  page_size?: number;
}

/** The response to `adAccounts`. Ad accounts that the token's user owns or can access, page by page. */
export interface AdAccountsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The accounts on this page. */
  items: readonly AdAccount[];
}

/** Checks whether a value is a valid `AdAccountsRequest`. Returns the violations, or an empty list if there are none. Never throws. */
export function validateAdAccounts(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  return checkFields(body, { include_shared_accounts: checkIncludeSharedAccounts, bookmark: checkBookmark, page_size: checkPageSize });
}

/** `validateAdAccounts` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method. */
export const adAccountsSchema: StandardSchema<AdAccountsRequest> = /* @__PURE__ */ standardSchema(validateAdAccounts);

function checkIncludeSharedAccounts(value: unknown, violations: Violations): Violations {
  if (typeof value !== "boolean") violations = push(violations, wrongType("/include_shared_accounts", "boolean", value));
  return violations;
}

// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  checkFields,
  push,
  type StandardSchema,
  standardSchema,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { AdAccountsRequest } from "./types.js";
import { checkBookmark, checkPageSize } from "../../checks.js";

/** Returns the violations in a `AdAccountsRequest`, or an empty list if it is valid. Never throws. */
export function validateAdAccounts(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  return checkFields(body, { include_shared_accounts: checkIncludeSharedAccounts, bookmark: checkBookmark, page_size: checkPageSize });
}

/** `validateAdAccounts` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to `with`. */
export const adAccountsSchema: StandardSchema<AdAccountsRequest> = /* @__PURE__ */ standardSchema(validateAdAccounts);

function checkIncludeSharedAccounts(value: unknown, violations: Violations): Violations {
  if (typeof value !== "boolean") violations = push(violations, wrongType("/include_shared_accounts", "boolean", value));
  return violations;
}

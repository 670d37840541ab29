// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  isRecord,
  NO_VIOLATIONS,
  ownFields,
  pointerTo,
  push,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { AdAccountsRequest } from "./types.js";
import { checkBookmark, checkPageSize } from "../../checks.js";

const FIELDS: readonly string[] = ["include_shared_accounts", "bookmark", "page_size"];

/**
 * Returns the violations of a body of type `AdAccountsRequest`: those of its fields, then those of the rules between fields. Returns an
 * empty list for a valid body. Never throws.
 */
export function validateAdAccounts(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "include_shared_accounts":
        violations = checkIncludeSharedAccounts(value, violations);
        break;
      case "bookmark":
        violations = checkBookmark(value, violations);
        break;
      case "page_size":
        violations = checkPageSize(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  return violations;
}

/**
 * `validateAdAccounts` as a Standard Schema v1, for form and router libraries. Warnings are not issues; `onWarnings` of its method `with`
 * receives them.
 */
export const adAccountsSchema: StandardSchema<AdAccountsRequest> = /* @__PURE__ */ standardSchema(validateAdAccounts);

function checkIncludeSharedAccounts(value: unknown, violations: Violations): Violations {
  if (typeof value !== "boolean") violations = push(violations, wrongType("/include_shared_accounts", "boolean", value));
  return violations;
}

// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _3efd173fd3a1ab29 } from "../../generation.js";
import {
  isRecord,
  NO_VIOLATIONS,
  outOfRange,
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
} from "../../../runtime/support.js";
import type { AdAccountsRequest } from "./types.js";

const FIELDS: readonly string[] = ["include_shared_accounts", "bookmark", "page_size"];

/**
 * Everything that is wrong with a body of type `AdAccountsRequest`: the limits of single fields, then the rules in their order; empty when
 * it is fine. Never throws and never stops at the first.
 */
export function validateAdAccounts(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "include_shared_accounts":
        found = checkAdAccountsIncludeSharedAccounts(value, found);
        break;
      case "bookmark":
        found = checkAdAccountsBookmark(value, found);
        break;
      case "page_size":
        found = checkAdAccountsPageSize(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const adAccountsSchema: StandardSchema<AdAccountsRequest> = /* @__PURE__ */ standardSchema(validateAdAccounts);

function checkAdAccountsIncludeSharedAccounts(value: unknown, found: Violations): Violations {
  if (typeof value !== "boolean") found = push(found, wrongType("/include_shared_accounts", "true or false", value));
  return found;
}

function checkAdAccountsBookmark(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/bookmark", "a string", value));
  return found;
}

function checkAdAccountsPageSize(value: unknown, found: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) found = push(found, wrongType("/page_size", "a whole number", value));
  else if (value < 1) found = push(found, outOfRange("minimum", "/page_size", "must be at least 1", value));
  else if (value > 250) found = push(found, outOfRange("maximum", "/page_size", "must be at most 250", value));
  return found;
}

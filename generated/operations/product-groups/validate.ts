// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  isDigits,
  isRecord,
  missing,
  NO_VIOLATIONS,
  outOfRange,
  ownFields,
  patternMismatch,
  pointerTo,
  push,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { ProductGroupsRequest } from "./types.js";
import { checkAdAccountId, checkAdGroupId, checkBookmark, checkEntityStatuses, checkOrder, checkPageSize } from "../../checks.js";

const FIELDS: readonly string[] = [
  "ad_account_id", "product_group_promotion_ids", "entity_statuses", "ad_group_id", "page_size", "order", "bookmark",
];

/**
 * Returns the violations in a `ProductGroupsRequest`, or an empty list if it is valid. Those of single fields come first, then those of the
 * rules between fields, which are available as data: `productGroupsRules` in the `data` entry point. Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateProductGroups(body)) console.log(path, message);
 * ```
 */
export function validateProductGroups(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let ad_account_id: unknown;
  let product_group_promotion_ids: unknown;
  let ad_group_id: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "ad_account_id":
        ad_account_id = value;
        violations = checkAdAccountId(value, violations);
        break;
      case "product_group_promotion_ids":
        product_group_promotion_ids = value;
        violations = checkProductGroupPromotionIds(value, violations);
        break;
      case "ad_group_id":
        ad_group_id = value;
        violations = checkAdGroupId(value, violations);
        break;
      case "entity_statuses":
        violations = checkEntityStatuses(value, violations);
        break;
      case "page_size":
        violations = checkPageSize(value, violations);
        break;
      case "order":
        violations = checkOrder(value, violations);
        break;
      case "bookmark":
        violations = checkBookmark(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (ad_account_id === undefined) violations = push(violations, missing("/ad_account_id"));

  if (ad_group_id === undefined && product_group_promotion_ids === undefined) {
    violations = push(
      violations,
      violation("at-least-one-of", "error", "", "requires ad_group_id, or product_group_promotion_ids", {
        groups: [["ad_group_id"], ["product_group_promotion_ids"]],
      }),
    );
  }
  return violations;
}

/** `validateProductGroups` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to `with`. */
export const productGroupsSchema: StandardSchema<ProductGroupsRequest> = /* @__PURE__ */ standardSchema(validateProductGroups);

function checkProductGroupPromotionIds(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/product_group_promotion_ids", "array", value));
  } else {
    if (value.length < 1) violations = push(violations, outOfRange("min-items", "/product_group_promotion_ids", 1, value.length));
    if (value.length > 250) violations = push(violations, outOfRange("max-items", "/product_group_promotion_ids", 250, value.length));
    for (let index = 0; value.length <= 250 && index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item !== "string") violations = push(violations, wrongType("/product_group_promotion_ids/" + index, "digits", item));
      else if (!isDigits(item)) violations = push(violations, patternMismatch("/product_group_promotion_ids/" + index, "^\\d+$", item));
    }
  }
  return violations;
}

// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
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
  standardSchema,
  unknownField,
  unreadable,
  violation,
  wrongType,
} from "../../../runtime/support-data.js";
import { checkAdAccountId, checkAdGroupId, checkBookmark, checkEntityStatuses, checkOrder, checkPageSize } from "../../checks.js";
import type { CreativeType, EntityStatus, GridClickType } from "../../schemas.js";

/** The request for `productGroups`. The product groups of an ad group, page by page. */
export interface ProductGroupsRequest {
  /** Id of the ad account. Digits only. At most 18 characters. */
  ad_account_id: string;
  /** Only these product groups. If this is set, `ad_group_id` has no effect. 1 to 250 ids. Each: digits only. */
  product_group_promotion_ids?: readonly string[];
  /** Only entities with one of these statuses. */
  entity_statuses?: readonly ProductGroupsEntityStatus[];
  /**
   * Only the product groups of this ad group. Either this or `product_group_promotion_ids` is required. Digits only. At most 18 characters.
   */
  ad_group_id?: string;
  /** Maximum number of items on a page. 1 to 250. Default: `25`. */
  page_size?: number;
  /** Order by id, which is the order of creation. */
  order?: ProductGroupsOrder;
  /** Cursor of the page, from the previous response. */
  bookmark?: string;
}

/** An item of `items` in `ProductGroupsResponse`. */
export interface ProductGroupsResponseItem {
  /** Id of the product group's ad group. Matches `^(AG)?\d+$`. */
  ad_group_id?: string;
  /** Bid, in millionths of the account's currency. */
  bid_in_micro_currency?: number | null;
  /** Id of the catalog's product group that is promoted. Digits only. */
  catalog_product_group_id?: string | null;
  /** Name of the catalog's product group. */
  catalog_product_group_name?: string | null;
  /** Header above the products of a collection. */
  collections_header_type?: ProductGroupsResponseItemCollectionsHeaderType | null;
  /** URL that the main Pin of a collection leads to. */
  collections_hero_destination_url?: string | null;
  /** Id of the main Pin of a collection. Digits only. */
  collections_hero_pin_id?: string | null;
  /** Kind of the ad's content. */
  creative_type?: CreativeType;
  /** Text of the ad's button. */
  customizable_cta_type?: ProductGroupsResponseItemCustomizableCtaType | null;
  /** Products of the group, as a path of attributes and values. */
  definition?: string | null;
  /** What a click on the ad in a grid opens. */
  grid_click_type?: GridClickType | null;
  /** Id, as in reports. Digits only. */
  id?: string;
  /** Whether the group's products are shown; otherwise, they are excluded. */
  included?: boolean | null;
  /** Whether Pinterest generates backgrounds for product images. */
  is_generate_background?: boolean | null;
  /** Whether products lead to the mobile links of the catalog. */
  is_mdl?: boolean | null;
  /** Id of the product group that contains this one. Digits only. */
  parent_id?: string | null;
  /** Whether the image or the video of a product is shown first. */
  preferred_media_type?: ProductGroupsResponseItemPreferredMediaType | null;
  /** Last step of `definition`. */
  relative_definition?: string | null;
  /** Tag of the images that are shown. */
  selected_image_tag?: string | null;
  /** Tag of the videos that are shown. */
  selected_video_tag?: string | null;
  /** Description of a slideshow. */
  slideshow_collections_description?: string | null;
  /** Title of a slideshow. */
  slideshow_collections_title?: string | null;
  /** Status, as set by the advertiser. */
  status?: EntityStatus;
  /** Template of the URL that is requested when the ad is clicked. */
  tracking_url?: string | null;
}

/** The response to `productGroups`. The product groups of an ad group, page by page. */
export interface ProductGroupsResponse {
  /** Cursor of the next page; null or missing on the last page. */
  bookmark?: string | null;
  /** The product groups on this page. */
  items: readonly ProductGroupsResponseItem[];
}

/** An item of `entity_statuses` in `ProductGroupsRequest`. */
export type ProductGroupsEntityStatus = "ACTIVE" | "PAUSED" | "ARCHIVED" | "DRAFT" | "DELETED_DRAFT";

/** `order` in `ProductGroupsRequest`. Order by id, which is the order of creation. */
export type ProductGroupsOrder = "ASCENDING" | "DESCENDING";

/** `collections_header_type` in `ProductGroupsResponseItem`. Header above the products of a collection. */
export type ProductGroupsResponseItemCollectionsHeaderType =
  | "SHOP_THIS_COLLECTION"
  | "EXPLORE_THIS_COLLECTION"
  | "NO_HEADER"
  | "ON_SALE"
  | "GET_DEAL"
  | (string & {});

/** `customizable_cta_type` in `ProductGroupsResponseItem`. Text of the ad's button. */
export type ProductGroupsResponseItemCustomizableCtaType =
  | "SHOP_NOW"
  | "BOOK_NOW"
  | "ON_SALE"
  | "GET_DEAL"
  | "BUY_ONLINE_PICKUP_IN_STORE"
  | (string & {});

/** `preferred_media_type` in `ProductGroupsResponseItem`. Whether the image or the video of a product is shown first. */
export type ProductGroupsResponseItemPreferredMediaType = "VIDEO" | "IMAGE" | (string & {});

const BODY_FIELDS: readonly string[] = [
  "ad_account_id", "product_group_promotion_ids", "entity_statuses", "ad_group_id", "page_size", "order", "bookmark",
];

/**
 * Checks whether a value is a valid `ProductGroupsRequest`. Returns the violations, or an empty list if there are none. Violations of
 * single fields come first, then violations of the cross-field rules, which are available as data: `productGroupsRules` in the `data` entry
 * point. Never throws.
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

/** Checks the fields, then the cross-field rules. Throws if a field cannot be read. */
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
        violations = push(violations, unknownField(pointerTo(key), key, BODY_FIELDS));
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

/**
 * `validateProductGroups` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method.
 */
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

// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../../runtime/support-data.js";
import {
  boundaryViolation,
  countItems,
  dayNumber,
  invalidToday,
  isRecord,
  missing,
  NO_VIOLATIONS,
  ownFields,
  pointerTo,
  push,
  pushNotOneOf,
  standardSchema,
  unknownField,
  unreadable,
  utcToday,
  violation,
  wrongType,
} from "../../../runtime/support-data.js";
import {
  checkAdAccountId,
  checkAppTypes,
  checkContentType,
  checkCreatedInLastNDays,
  checkEndDate,
  checkFromClaimedContent,
  checkNumOfPins,
  checkPinFormat,
  checkSource,
  checkStartDate,
} from "../../checks.js";
import type { QueryvideopinmetrictypesItemsInput, TopVideoPinsAnalyticsResponse, TopVideoPinsSortByInput } from "../../schemas.js";

/** The request for `userTopVideoPins`. A user's top video Pins by one metric, returned synchronously. */
export interface UserTopVideoPinsRequest {
  /** First day, in UTC. Format: YYYY-MM-DD. */
  start_date: string;
  /** Last day (inclusive), in UTC. Format: YYYY-MM-DD. */
  end_date: string;
  /** Metric by which the Pins are sorted. */
  sort_by: TopVideoPinsSortByInput;
  /** Content to count: from claimed accounts or sites, from elsewhere, or both. Default: `"BOTH"`. */
  from_claimed_content?: UserTopVideoPinsFromClaimedContent;
  /** Only Pins of this format. Default: `"ALL"`. */
  pin_format?: UserTopVideoPinsPinFormat;
  /** Only activity on these devices. Default: `"ALL"`. */
  app_types?: UserTopVideoPinsAppTypes;
  /** Only paid content, or only organic content. Default: `"ALL"`. */
  content_type?: UserTopVideoPinsContentType;
  /** Only the user's own Pins, or only other users' Pins. Default: `"ALL"`. */
  source?: UserTopVideoPinsSource;
  /** The metrics to return. */
  metric_types?: readonly QueryvideopinmetrictypesItemsInput[];
  /** Number of Pins to return. 1 to 50. Default: `10`. */
  num_of_pins?: number;
  /** Only Pins created within this number of days. */
  created_in_last_n_days?: UserTopVideoPinsCreatedInLastNDays;
  /** The request is made on behalf of this ad account's owner. Digits only. At most 18 characters. */
  ad_account_id?: string;
}

/** `from_claimed_content` in `UserTopVideoPinsRequest`. Content to count: from claimed accounts or sites, from elsewhere, or both. */
export type UserTopVideoPinsFromClaimedContent = "OTHER" | "CLAIMED" | "BOTH";

/** `pin_format` in `UserTopVideoPinsRequest`. Only Pins of this format. */
export type UserTopVideoPinsPinFormat =
  | "ALL"
  | "ORGANIC_IMAGE"
  | "ORGANIC_PRODUCT"
  | "ORGANIC_VIDEO"
  | "ADS_STANDARD"
  | "ADS_PRODUCT"
  | "ADS_VIDEO"
  | "ADS_IDEA";

/** `app_types` in `UserTopVideoPinsRequest`. Only activity on these devices. */
export type UserTopVideoPinsAppTypes = "ALL" | "MOBILE" | "TABLET" | "WEB";

/** `content_type` in `UserTopVideoPinsRequest`. Only paid content, or only organic content. */
export type UserTopVideoPinsContentType = "ALL" | "PAID" | "ORGANIC";

/** `source` in `UserTopVideoPinsRequest`. Only the user's own Pins, or only other users' Pins. */
export type UserTopVideoPinsSource = "ALL" | "YOUR_PINS" | "OTHER_PINS";

/** `created_in_last_n_days` in `UserTopVideoPinsRequest`. Only Pins created within this number of days. */
export type UserTopVideoPinsCreatedInLastNDays = 30;

/** The response to `userTopVideoPins`. A user's top video Pins by one metric, returned synchronously. */
export type UserTopVideoPinsResponse = TopVideoPinsAnalyticsResponse;

const SORT_BY_INPUT_VALUES: readonly unknown[] = [
  "SAVE", "IMPRESSION", "OUTBOUND_CLICK", "VIDEO_MRC_VIEW", "VIDEO_AVG_WATCH_TIME", "VIDEO_V50_WATCH_TIME", "QUARTILE_95_PERCENT_VIEW",
  "VIDEO_10S_VIEW", "VIDEO_START",
];
const QUERYVIDEOPINMETRICTYPES_ITEMS_INPUT_VALUES: readonly unknown[] = [
  "IMPRESSION", "SAVE", "VIDEO_MRC_VIEW", "VIDEO_AVG_WATCH_TIME", "VIDEO_V50_WATCH_TIME", "QUARTILE_95_PERCENT_VIEW", "VIDEO_10S_VIEW",
  "VIDEO_START", "OUTBOUND_CLICK",
];

const BODY_FIELDS: readonly string[] = [
  "start_date", "end_date", "sort_by", "from_claimed_content", "pin_format", "app_types", "content_type", "source", "metric_types",
  "num_of_pins", "created_in_last_n_days", "ad_account_id",
];

/**
 * Checks whether a value is a valid `UserTopVideoPinsRequest`. Returns the violations, or an empty list if there are none. Violations of
 * single fields come first, then violations of the cross-field rules, which are available as data: `userTopVideoPinsRules` in the `data`
 * entry point. Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateUserTopVideoPins(body)) console.log(path, message);
 * ```
 */
export function validateUserTopVideoPins(body: unknown, options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body, options?.today);
  } catch (error) {
    return [unreadable(error)];
  }
}

/** Checks the fields, then the cross-field rules. Throws if a field cannot be read. */
function checkBody(body: unknown, todayOption: string | undefined): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let start_date: unknown;
  let end_date: unknown;
  let sort_by: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "start_date":
        start_date = value;
        violations = checkStartDate(value, violations);
        break;
      case "end_date":
        end_date = value;
        violations = checkEndDate(value, violations);
        break;
      case "sort_by":
        sort_by = value;
        violations = checkSortBy(value, violations);
        break;
      case "from_claimed_content":
        violations = checkFromClaimedContent(value, violations);
        break;
      case "pin_format":
        violations = checkPinFormat(value, violations);
        break;
      case "app_types":
        violations = checkAppTypes(value, violations);
        break;
      case "content_type":
        violations = checkContentType(value, violations);
        break;
      case "source":
        violations = checkSource(value, violations);
        break;
      case "metric_types":
        violations = checkMetricTypes(value, violations);
        break;
      case "num_of_pins":
        violations = checkNumOfPins(value, violations);
        break;
      case "created_in_last_n_days":
        violations = checkCreatedInLastNDays(value, violations);
        break;
      case "ad_account_id":
        violations = checkAdAccountId(value, violations);
        break;
      default:
        violations = push(violations, unknownField(pointerTo(key), key, BODY_FIELDS));
    }
  }
  if (start_date === undefined) violations = push(violations, missing("/start_date"));
  if (end_date === undefined) violations = push(violations, missing("/end_date"));
  if (sort_by === undefined) violations = push(violations, missing("/sort_by"));
  const today = todayOption === undefined ? utcToday() : dayNumber(todayOption);
  if (Number.isNaN(today)) violations = push(violations, invalidToday(todayOption));
  const start_date_day = dayNumber(start_date);
  const end_date_day = dayNumber(end_date);

  if (today - start_date_day >= 90) {
    violations = push(
      violations,
      boundaryViolation("max-lookback", "error", "/start_date", today - start_date_day, 90, "must be at most 90 days before today (UTC)", {
        field: "start_date",
        amount: 90,
        unit: "day",
      }),
    );
  }

  if (end_date_day - start_date_day >= 90) {
    violations = push(
      violations,
      boundaryViolation("max-range", "error", "/end_date", end_date_day - start_date_day, 90, "must be at most 90 days after start_date", {
        start: "start_date",
        end: "end_date",
        amount: 90,
        unit: "day",
      }),
    );
  }

  if (end_date_day < start_date_day) {
    violations = push(
      violations,
      violation("dates-in-order", "error", "/end_date", "must not be before start_date", {
        start: "start_date",
        end: "end_date",
        seenIn: "pinterest/api-quickstart",
        seenOn: "2026-11-24",
      }),
    );
  }
  return violations;
}

/**
 * `validateUserTopVideoPins` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with`
 * method.
 */
export const userTopVideoPinsSchema: StandardSchema<UserTopVideoPinsRequest> = /* @__PURE__ */ standardSchema(validateUserTopVideoPins);

function checkSortBy(value: unknown, violations: Violations): Violations {
  if (!SORT_BY_INPUT_VALUES.includes(value)) violations = pushNotOneOf(violations, "/sort_by", value, SORT_BY_INPUT_VALUES);
  return violations;
}

function checkMetricTypes(value: unknown, violations: Violations): Violations {
  if (!Array.isArray(value)) {
    violations = push(violations, wrongType("/metric_types", "array", value));
  } else {
    const count = countItems(value);
    for (let index = 0; index < count; index++) {
      const item: unknown = value[index];
      if (!QUERYVIDEOPINMETRICTYPES_ITEMS_INPUT_VALUES.includes(item))
        violations = pushNotOneOf(violations, "/metric_types/" + index, item, QUERYVIDEOPINMETRICTYPES_ITEMS_INPUT_VALUES);
    }
  }
  return violations;
}

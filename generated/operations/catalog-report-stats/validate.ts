// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _f6cc9ae0b01f0101 } from "../../generation.js";
import {
  isDigits,
  isRecord,
  missing,
  NO_VIOLATIONS,
  notOneOf,
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
  type Violations,
  wrongType,
} from "../../../runtime/support.js";
import type { CatalogReportStatsRequest } from "./types.js";

const FIELDS: readonly string[] = ["ad_account_id", "parameters", "bookmark", "page_size"];

/**
 * Everything that is wrong with a body of type `CatalogReportStatsRequest`: the limits of single fields, then the rules in their order;
 * empty when it is fine. Never throws and never stops at the first.
 */
export function validateCatalogReportStats(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "an object", body)];
  let found: Violations = NO_VIOLATIONS;
  let parameters: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "ad_account_id":
        found = checkCatalogReportStatsAdAccountId(value, found);
        break;
      case "parameters":
        parameters = value;
        found = checkCatalogReportStatsParameters(value, found);
        break;
      case "bookmark":
        found = checkCatalogReportStatsBookmark(value, found);
        break;
      case "page_size":
        found = checkCatalogReportStatsPageSize(value, found);
        break;
      default:
        found = push(found, unknownField(pointerTo(key), key, FIELDS));
    }
  }
  if (parameters === undefined) found = push(found, missing("/parameters"));
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const catalogReportStatsSchema: StandardSchema<CatalogReportStatsRequest> = /* @__PURE__ */ standardSchema(
  validateCatalogReportStats,
);

function checkCatalogReportStatsAdAccountId(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/ad_account_id", "a string of digits", value));
  else if (value.length > 18)
    found = push(found, outOfRange("max-length", "/ad_account_id", "must have at most 18 characters", value.length));
  else if (!isDigits(value)) found = push(found, patternMismatch("/ad_account_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportStatsParameters(value: unknown, found: Violations): Violations {
  found = checkObjectCatalogReportStatsParameters(value, "/parameters", "", found);
  return found;
}

function checkCatalogReportStatsBookmark(value: unknown, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType("/bookmark", "a string", value));
  return found;
}

function checkCatalogReportStatsPageSize(value: unknown, found: Violations): Violations {
  if (typeof value !== "number" || !Number.isInteger(value)) found = push(found, wrongType("/page_size", "a whole number", value));
  else if (value < 1) found = push(found, outOfRange("minimum", "/page_size", "must be at least 1", value));
  else if (value > 250) found = push(found, outOfRange("maximum", "/page_size", "must be at most 250", value));
  return found;
}

const CATALOG_REPORT_STATS_PARAMETERS_RETAIL_REPORT_FEED_INGESTION_ISSUES_FIELDS: readonly string[] = [
  "report_type", "feed_id", "processing_result_id",
];

function checkObjectCatalogReportStatsParametersRetailReportFeedIngestionIssues(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "report_type":
        found = checkCatalogReportStatsParametersRetailReportFeedIngestionIssuesReportType(item, base, at, found);
        break;
      case "feed_id":
        found = checkCatalogReportStatsParametersRetailReportFeedIngestionIssuesFeedId(item, base, at, found);
        break;
      case "processing_result_id":
        found = checkCatalogReportStatsParametersRetailReportFeedIngestionIssuesProcessingResultId(item, base, at, found);
        break;
      default:
        found = push(
          found,
          unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_STATS_PARAMETERS_RETAIL_REPORT_FEED_INGESTION_ISSUES_FIELDS),
        );
    }
  }
  if (!Object.hasOwn(value, "report_type") || value["report_type"] === undefined) found = push(found, missing(base + at + "/report_type"));
  if (!Object.hasOwn(value, "feed_id") || value["feed_id"] === undefined) found = push(found, missing(base + at + "/feed_id"));
  return found;
}

function checkCatalogReportStatsParametersRetailReportFeedIngestionIssuesReportType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "FEED_INGESTION_ISSUES") found = push(found, notOneOf(base + at + "/report_type", value, ["FEED_INGESTION_ISSUES"]));
  return found;
}

function checkCatalogReportStatsParametersRetailReportFeedIngestionIssuesFeedId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/feed_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/feed_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportStatsParametersRetailReportFeedIngestionIssuesProcessingResultId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/processing_result_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/processing_result_id", "^\\d+$", value));
  return found;
}

const CATALOG_REPORT_STATS_PARAMETERS_RETAIL_REPORT_DISTRIBUTION_ISSUES_FIELDS: readonly string[] = ["catalog_id", "report_type"];

function checkObjectCatalogReportStatsParametersRetailReportDistributionIssues(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "catalog_id":
        found = checkCatalogReportStatsParametersRetailReportDistributionIssuesCatalogId(item, base, at, found);
        break;
      case "report_type":
        found = checkCatalogReportStatsParametersRetailReportDistributionIssuesReportType(item, base, at, found);
        break;
      default:
        found = push(
          found,
          unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_STATS_PARAMETERS_RETAIL_REPORT_DISTRIBUTION_ISSUES_FIELDS),
        );
    }
  }
  if (!Object.hasOwn(value, "report_type") || value["report_type"] === undefined) found = push(found, missing(base + at + "/report_type"));
  return found;
}

function checkCatalogReportStatsParametersRetailReportDistributionIssuesCatalogId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/catalog_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/catalog_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportStatsParametersRetailReportDistributionIssuesReportType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "DISTRIBUTION_ISSUES") found = push(found, notOneOf(base + at + "/report_type", value, ["DISTRIBUTION_ISSUES"]));
  return found;
}

const CATALOG_REPORT_STATS_PARAMETERS_RETAIL_FIELDS: readonly string[] = ["catalog_type", "report"];

function checkObjectCatalogReportStatsParametersRetail(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "catalog_type":
        found = checkCatalogReportStatsParametersRetailCatalogType(item, base, at, found);
        break;
      case "report":
        found = checkCatalogReportStatsParametersRetailReport(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_STATS_PARAMETERS_RETAIL_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "catalog_type") || value["catalog_type"] === undefined)
    found = push(found, missing(base + at + "/catalog_type"));
  if (!Object.hasOwn(value, "report") || value["report"] === undefined) found = push(found, missing(base + at + "/report"));
  return found;
}

function checkCatalogReportStatsParametersRetailCatalogType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "RETAIL") found = push(found, notOneOf(base + at + "/catalog_type", value, ["RETAIL"]));
  return found;
}

function checkCatalogReportStatsParametersRetailReport(value: unknown, base: string, at: string | number, found: Violations): Violations {
  found = checkObjectCatalogReportStatsParametersRetailReport(value, base + at + "/report", "", found);
  return found;
}

const CATALOG_REPORT_STATS_PARAMETERS_HOTEL_REPORT_FEED_INGESTION_ISSUES_FIELDS: readonly string[] = [
  "report_type", "feed_id", "processing_result_id",
];

function checkObjectCatalogReportStatsParametersHotelReportFeedIngestionIssues(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "report_type":
        found = checkCatalogReportStatsParametersHotelReportFeedIngestionIssuesReportType(item, base, at, found);
        break;
      case "feed_id":
        found = checkCatalogReportStatsParametersHotelReportFeedIngestionIssuesFeedId(item, base, at, found);
        break;
      case "processing_result_id":
        found = checkCatalogReportStatsParametersHotelReportFeedIngestionIssuesProcessingResultId(item, base, at, found);
        break;
      default:
        found = push(
          found,
          unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_STATS_PARAMETERS_HOTEL_REPORT_FEED_INGESTION_ISSUES_FIELDS),
        );
    }
  }
  if (!Object.hasOwn(value, "report_type") || value["report_type"] === undefined) found = push(found, missing(base + at + "/report_type"));
  if (!Object.hasOwn(value, "feed_id") || value["feed_id"] === undefined) found = push(found, missing(base + at + "/feed_id"));
  return found;
}

function checkCatalogReportStatsParametersHotelReportFeedIngestionIssuesReportType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "FEED_INGESTION_ISSUES") found = push(found, notOneOf(base + at + "/report_type", value, ["FEED_INGESTION_ISSUES"]));
  return found;
}

function checkCatalogReportStatsParametersHotelReportFeedIngestionIssuesFeedId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/feed_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/feed_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportStatsParametersHotelReportFeedIngestionIssuesProcessingResultId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/processing_result_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/processing_result_id", "^\\d+$", value));
  return found;
}

const CATALOG_REPORT_STATS_PARAMETERS_HOTEL_REPORT_DISTRIBUTION_ISSUES_FIELDS: readonly string[] = ["catalog_id", "report_type"];

function checkObjectCatalogReportStatsParametersHotelReportDistributionIssues(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "catalog_id":
        found = checkCatalogReportStatsParametersHotelReportDistributionIssuesCatalogId(item, base, at, found);
        break;
      case "report_type":
        found = checkCatalogReportStatsParametersHotelReportDistributionIssuesReportType(item, base, at, found);
        break;
      default:
        found = push(
          found,
          unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_STATS_PARAMETERS_HOTEL_REPORT_DISTRIBUTION_ISSUES_FIELDS),
        );
    }
  }
  if (!Object.hasOwn(value, "report_type") || value["report_type"] === undefined) found = push(found, missing(base + at + "/report_type"));
  return found;
}

function checkCatalogReportStatsParametersHotelReportDistributionIssuesCatalogId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/catalog_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/catalog_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportStatsParametersHotelReportDistributionIssuesReportType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "DISTRIBUTION_ISSUES") found = push(found, notOneOf(base + at + "/report_type", value, ["DISTRIBUTION_ISSUES"]));
  return found;
}

const CATALOG_REPORT_STATS_PARAMETERS_HOTEL_FIELDS: readonly string[] = ["catalog_type", "report"];

function checkObjectCatalogReportStatsParametersHotel(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "catalog_type":
        found = checkCatalogReportStatsParametersHotelCatalogType(item, base, at, found);
        break;
      case "report":
        found = checkCatalogReportStatsParametersHotelReport(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_STATS_PARAMETERS_HOTEL_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "catalog_type") || value["catalog_type"] === undefined)
    found = push(found, missing(base + at + "/catalog_type"));
  if (!Object.hasOwn(value, "report") || value["report"] === undefined) found = push(found, missing(base + at + "/report"));
  return found;
}

function checkCatalogReportStatsParametersHotelCatalogType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "HOTEL") found = push(found, notOneOf(base + at + "/catalog_type", value, ["HOTEL"]));
  return found;
}

function checkCatalogReportStatsParametersHotelReport(value: unknown, base: string, at: string | number, found: Violations): Violations {
  found = checkObjectCatalogReportStatsParametersHotelReport(value, base + at + "/report", "", found);
  return found;
}

function checkObjectCatalogReportStatsParametersRetailReport(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const tag = Object.hasOwn(value, "report_type") ? value["report_type"] : undefined;
  switch (tag) {
    case "FEED_INGESTION_ISSUES":
      return checkObjectCatalogReportStatsParametersRetailReportFeedIngestionIssues(value, base, at, found);
    case "DISTRIBUTION_ISSUES":
      return checkObjectCatalogReportStatsParametersRetailReportDistributionIssues(value, base, at, found);
    case undefined:
      return push(found, missing(base + at + "/report_type"));
    default:
      return push(found, notOneOf(base + at + "/report_type", tag, ["FEED_INGESTION_ISSUES", "DISTRIBUTION_ISSUES"]));
  }
}

function checkObjectCatalogReportStatsParametersHotelReport(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const tag = Object.hasOwn(value, "report_type") ? value["report_type"] : undefined;
  switch (tag) {
    case "FEED_INGESTION_ISSUES":
      return checkObjectCatalogReportStatsParametersHotelReportFeedIngestionIssues(value, base, at, found);
    case "DISTRIBUTION_ISSUES":
      return checkObjectCatalogReportStatsParametersHotelReportDistributionIssues(value, base, at, found);
    case undefined:
      return push(found, missing(base + at + "/report_type"));
    default:
      return push(found, notOneOf(base + at + "/report_type", tag, ["FEED_INGESTION_ISSUES", "DISTRIBUTION_ISSUES"]));
  }
}

function checkObjectCatalogReportStatsParameters(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const tag = Object.hasOwn(value, "catalog_type") ? value["catalog_type"] : undefined;
  switch (tag) {
    case "RETAIL":
      return checkObjectCatalogReportStatsParametersRetail(value, base, at, found);
    case "HOTEL":
      return checkObjectCatalogReportStatsParametersHotel(value, base, at, found);
    case undefined:
      return push(found, missing(base + at + "/catalog_type"));
    default:
      return push(found, notOneOf(base + at + "/catalog_type", tag, ["RETAIL", "HOTEL"]));
  }
}

// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _fdc57496aed9a2bd } from "../generation.js";
import {
  isDigits,
  isRecord,
  missing,
  NO_VIOLATIONS,
  notOneOf,
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
} from "../../runtime/support.js";
import type { CatalogReportRequest } from "./types.js";

/**
 * Everything that is wrong with a body of type `CatalogReportRequest`: the limits of single fields, then the rules in their order; empty
 * when it is fine. Never throws and never stops at the first.
 */
export function validateCatalogReport(body: unknown, _options?: ValidateOptions): readonly Violation[] {
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
  found = checkObjectCatalogReport(fields, "", "", found);
  return found;
}

/** The same as Standard Schema v1, for form and router libraries. Only errors are issues. */
export const catalogReportSchema: StandardSchema<CatalogReportRequest> = /* @__PURE__ */ standardSchema(validateCatalogReport);

const CATALOG_REPORT_RETAIL_REPORT_FEED_INGESTION_ISSUES_FIELDS: readonly string[] = ["report_type", "feed_id", "processing_result_id"];

function checkObjectCatalogReportRetailReportFeedIngestionIssues(
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
        found = checkCatalogReportRetailReportFeedIngestionIssuesReportType(item, base, at, found);
        break;
      case "feed_id":
        found = checkCatalogReportRetailReportFeedIngestionIssuesFeedId(item, base, at, found);
        break;
      case "processing_result_id":
        found = checkCatalogReportRetailReportFeedIngestionIssuesProcessingResultId(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_RETAIL_REPORT_FEED_INGESTION_ISSUES_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "report_type") || value["report_type"] === undefined) found = push(found, missing(base + at + "/report_type"));
  if (!Object.hasOwn(value, "feed_id") || value["feed_id"] === undefined) found = push(found, missing(base + at + "/feed_id"));
  return found;
}

function checkCatalogReportRetailReportFeedIngestionIssuesReportType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "FEED_INGESTION_ISSUES") found = push(found, notOneOf(base + at + "/report_type", value, ["FEED_INGESTION_ISSUES"]));
  return found;
}

function checkCatalogReportRetailReportFeedIngestionIssuesFeedId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/feed_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/feed_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportRetailReportFeedIngestionIssuesProcessingResultId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/processing_result_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/processing_result_id", "^\\d+$", value));
  return found;
}

const CATALOG_REPORT_RETAIL_REPORT_DISTRIBUTION_ISSUES_FIELDS: readonly string[] = ["catalog_id", "report_type"];

function checkObjectCatalogReportRetailReportDistributionIssues(
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
        found = checkCatalogReportRetailReportDistributionIssuesCatalogId(item, base, at, found);
        break;
      case "report_type":
        found = checkCatalogReportRetailReportDistributionIssuesReportType(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_RETAIL_REPORT_DISTRIBUTION_ISSUES_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "report_type") || value["report_type"] === undefined) found = push(found, missing(base + at + "/report_type"));
  return found;
}

function checkCatalogReportRetailReportDistributionIssuesCatalogId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/catalog_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/catalog_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportRetailReportDistributionIssuesReportType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "DISTRIBUTION_ISSUES") found = push(found, notOneOf(base + at + "/report_type", value, ["DISTRIBUTION_ISSUES"]));
  return found;
}

const CATALOG_REPORT_RETAIL_REPORT_ALL_ITEMS_FIELDS: readonly string[] = ["report_type", "catalog_id", "product_group_id"];

function checkObjectCatalogReportRetailReportAllItems(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "report_type":
        found = checkCatalogReportRetailReportAllItemsReportType(item, base, at, found);
        break;
      case "catalog_id":
        found = checkCatalogReportRetailReportAllItemsCatalogId(item, base, at, found);
        break;
      case "product_group_id":
        found = checkCatalogReportRetailReportAllItemsProductGroupId(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_RETAIL_REPORT_ALL_ITEMS_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "report_type") || value["report_type"] === undefined) found = push(found, missing(base + at + "/report_type"));
  return found;
}

function checkCatalogReportRetailReportAllItemsReportType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "ALL_ITEMS") found = push(found, notOneOf(base + at + "/report_type", value, ["ALL_ITEMS"]));
  return found;
}

function checkCatalogReportRetailReportAllItemsCatalogId(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/catalog_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/catalog_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportRetailReportAllItemsProductGroupId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/product_group_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/product_group_id", "^\\d+$", value));
  return found;
}

const CATALOG_REPORT_RETAIL_FIELDS: readonly string[] = ["catalog_type", "report"];

function checkObjectCatalogReportRetail(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "catalog_type":
        found = checkCatalogReportRetailCatalogType(item, base, at, found);
        break;
      case "report":
        found = checkCatalogReportRetailReport(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_RETAIL_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "catalog_type") || value["catalog_type"] === undefined)
    found = push(found, missing(base + at + "/catalog_type"));
  if (!Object.hasOwn(value, "report") || value["report"] === undefined) found = push(found, missing(base + at + "/report"));
  return found;
}

function checkCatalogReportRetailCatalogType(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (value !== "RETAIL") found = push(found, notOneOf(base + at + "/catalog_type", value, ["RETAIL"]));
  return found;
}

function checkCatalogReportRetailReport(value: unknown, base: string, at: string | number, found: Violations): Violations {
  found = checkObjectCatalogReportRetailReport(value, base + at + "/report", "", found);
  return found;
}

const CATALOG_REPORT_HOTEL_REPORT_FEED_INGESTION_ISSUES_FIELDS: readonly string[] = ["report_type", "feed_id", "processing_result_id"];

function checkObjectCatalogReportHotelReportFeedIngestionIssues(
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
        found = checkCatalogReportHotelReportFeedIngestionIssuesReportType(item, base, at, found);
        break;
      case "feed_id":
        found = checkCatalogReportHotelReportFeedIngestionIssuesFeedId(item, base, at, found);
        break;
      case "processing_result_id":
        found = checkCatalogReportHotelReportFeedIngestionIssuesProcessingResultId(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_HOTEL_REPORT_FEED_INGESTION_ISSUES_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "report_type") || value["report_type"] === undefined) found = push(found, missing(base + at + "/report_type"));
  if (!Object.hasOwn(value, "feed_id") || value["feed_id"] === undefined) found = push(found, missing(base + at + "/feed_id"));
  return found;
}

function checkCatalogReportHotelReportFeedIngestionIssuesReportType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "FEED_INGESTION_ISSUES") found = push(found, notOneOf(base + at + "/report_type", value, ["FEED_INGESTION_ISSUES"]));
  return found;
}

function checkCatalogReportHotelReportFeedIngestionIssuesFeedId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/feed_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/feed_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportHotelReportFeedIngestionIssuesProcessingResultId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/processing_result_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/processing_result_id", "^\\d+$", value));
  return found;
}

const CATALOG_REPORT_HOTEL_REPORT_DISTRIBUTION_ISSUES_FIELDS: readonly string[] = ["catalog_id", "report_type"];

function checkObjectCatalogReportHotelReportDistributionIssues(
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
        found = checkCatalogReportHotelReportDistributionIssuesCatalogId(item, base, at, found);
        break;
      case "report_type":
        found = checkCatalogReportHotelReportDistributionIssuesReportType(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_HOTEL_REPORT_DISTRIBUTION_ISSUES_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "report_type") || value["report_type"] === undefined) found = push(found, missing(base + at + "/report_type"));
  return found;
}

function checkCatalogReportHotelReportDistributionIssuesCatalogId(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (typeof value !== "string") found = push(found, wrongType(base + at + "/catalog_id", "a string of digits", value));
  else if (!isDigits(value)) found = push(found, patternMismatch(base + at + "/catalog_id", "^\\d+$", value));
  return found;
}

function checkCatalogReportHotelReportDistributionIssuesReportType(
  value: unknown,
  base: string,
  at: string | number,
  found: Violations,
): Violations {
  if (value !== "DISTRIBUTION_ISSUES") found = push(found, notOneOf(base + at + "/report_type", value, ["DISTRIBUTION_ISSUES"]));
  return found;
}

const CATALOG_REPORT_HOTEL_FIELDS: readonly string[] = ["catalog_type", "report"];

function checkObjectCatalogReportHotel(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const fields = ownFields(value);
  for (const key in fields) {
    const item = fields[key];
    if (item === undefined) continue;
    switch (key) {
      case "catalog_type":
        found = checkCatalogReportHotelCatalogType(item, base, at, found);
        break;
      case "report":
        found = checkCatalogReportHotelReport(item, base, at, found);
        break;
      default:
        found = push(found, unknownField(base + at + pointerTo(key), key, CATALOG_REPORT_HOTEL_FIELDS));
    }
  }
  if (!Object.hasOwn(value, "catalog_type") || value["catalog_type"] === undefined)
    found = push(found, missing(base + at + "/catalog_type"));
  if (!Object.hasOwn(value, "report") || value["report"] === undefined) found = push(found, missing(base + at + "/report"));
  return found;
}

function checkCatalogReportHotelCatalogType(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (value !== "HOTEL") found = push(found, notOneOf(base + at + "/catalog_type", value, ["HOTEL"]));
  return found;
}

function checkCatalogReportHotelReport(value: unknown, base: string, at: string | number, found: Violations): Violations {
  found = checkObjectCatalogReportHotelReport(value, base + at + "/report", "", found);
  return found;
}

function checkObjectCatalogReportRetailReport(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const tag = Object.hasOwn(value, "report_type") ? value["report_type"] : undefined;
  switch (tag) {
    case "FEED_INGESTION_ISSUES":
      return checkObjectCatalogReportRetailReportFeedIngestionIssues(value, base, at, found);
    case "DISTRIBUTION_ISSUES":
      return checkObjectCatalogReportRetailReportDistributionIssues(value, base, at, found);
    case "ALL_ITEMS":
      return checkObjectCatalogReportRetailReportAllItems(value, base, at, found);
    case undefined:
      return push(found, missing(base + at + "/report_type"));
    default:
      return push(found, notOneOf(base + at + "/report_type", tag, ["FEED_INGESTION_ISSUES", "DISTRIBUTION_ISSUES", "ALL_ITEMS"]));
  }
}

function checkObjectCatalogReportHotelReport(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const tag = Object.hasOwn(value, "report_type") ? value["report_type"] : undefined;
  switch (tag) {
    case "FEED_INGESTION_ISSUES":
      return checkObjectCatalogReportHotelReportFeedIngestionIssues(value, base, at, found);
    case "DISTRIBUTION_ISSUES":
      return checkObjectCatalogReportHotelReportDistributionIssues(value, base, at, found);
    case undefined:
      return push(found, missing(base + at + "/report_type"));
    default:
      return push(found, notOneOf(base + at + "/report_type", tag, ["FEED_INGESTION_ISSUES", "DISTRIBUTION_ISSUES"]));
  }
}

function checkObjectCatalogReport(value: unknown, base: string, at: string | number, found: Violations): Violations {
  if (!isRecord(value)) return push(found, wrongType(base + at, "an object", value));
  const tag = Object.hasOwn(value, "catalog_type") ? value["catalog_type"] : undefined;
  switch (tag) {
    case "RETAIL":
      return checkObjectCatalogReportRetail(value, base, at, found);
    case "HOTEL":
      return checkObjectCatalogReportHotel(value, base, at, found);
    case undefined:
      return push(found, missing(base + at + "/catalog_type"));
    default:
      return push(found, notOneOf(base + at + "/catalog_type", tag, ["RETAIL", "HOTEL"]));
  }
}

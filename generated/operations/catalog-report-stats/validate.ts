// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  isDigits,
  isRecord,
  missing,
  NO_VIOLATIONS,
  ownFields,
  patternMismatch,
  pointerTo,
  push,
  pushNotOneOf,
  type StandardSchema,
  standardSchema,
  unknownField,
  unreadable,
  type ValidateOptions,
  type Violation,
  type Violations,
  wrongType,
} from "../../../runtime/support-data.js";
import type { CatalogReportStatsRequest } from "./types.js";
import { checkAdAccountId, checkBookmark, checkPageSize } from "../../checks.js";

const FIELDS: readonly string[] = ["ad_account_id", "parameters", "bookmark", "page_size"];

/**
 * Returns the violations of a body of type `CatalogReportStatsRequest`: those of its fields, then those of the rules between fields.
 * Returns an empty list for a valid body. Never throws.
 */
export function validateCatalogReportStats(body: unknown, _options?: ValidateOptions): readonly Violation[] {
  try {
    return checkBody(body);
  } catch (error) {
    return [unreadable(error)];
  }
}

function checkBody(body: unknown): Violations {
  if (!isRecord(body)) return [wrongType("", "object", body)];
  let violations: Violations = NO_VIOLATIONS;
  let parameters: unknown;
  const fields = ownFields(body);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "parameters":
        parameters = value;
        violations = checkParameters(value, "/parameters", "", violations);
        break;
      case "ad_account_id":
        violations = checkAdAccountId(value, violations);
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
  if (parameters === undefined) violations = push(violations, missing("/parameters"));
  return violations;
}

/**
 * `validateCatalogReportStats` as a Standard Schema v1, for form and router libraries. Warnings are not issues; `onWarnings` of its method
 * `with` receives them.
 */
export const catalogReportStatsSchema: StandardSchema<CatalogReportStatsRequest> = /* @__PURE__ */ standardSchema(
  validateCatalogReportStats,
);

const FEED_INGESTION_ISSUES_FIELDS: readonly string[] = ["report_type", "feed_id", "processing_result_id"];

function checkFeedIngestionIssues(object: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "report_type":
        if (value !== "FEED_INGESTION_ISSUES")
          violations = pushNotOneOf(violations, base + at + "/report_type", value, ["FEED_INGESTION_ISSUES"]);
        break;
      case "feed_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/feed_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/feed_id", "^\\d+$", value));
        break;
      case "processing_result_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/processing_result_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/processing_result_id", "^\\d+$", value));
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, FEED_INGESTION_ISSUES_FIELDS));
    }
  }
  if (!Object.hasOwn(object, "report_type") || object["report_type"] === undefined)
    violations = push(violations, missing(base + at + "/report_type"));
  if (!Object.hasOwn(object, "feed_id") || object["feed_id"] === undefined) violations = push(violations, missing(base + at + "/feed_id"));
  return violations;
}

const REPORT_DISTRIBUTION_ISSUES_FIELDS: readonly string[] = ["catalog_id", "report_type"];

function checkReportDistributionIssues(object: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "catalog_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/catalog_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/catalog_id", "^\\d+$", value));
        break;
      case "report_type":
        if (value !== "DISTRIBUTION_ISSUES")
          violations = pushNotOneOf(violations, base + at + "/report_type", value, ["DISTRIBUTION_ISSUES"]);
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, REPORT_DISTRIBUTION_ISSUES_FIELDS));
    }
  }
  if (!Object.hasOwn(object, "report_type") || object["report_type"] === undefined)
    violations = push(violations, missing(base + at + "/report_type"));
  return violations;
}

const PARAMETERS_RETAIL_FIELDS: readonly string[] = ["catalog_type", "report"];

function checkParametersRetail(object: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "catalog_type":
        if (value !== "RETAIL") violations = pushNotOneOf(violations, base + at + "/catalog_type", value, ["RETAIL"]);
        break;
      case "report":
        violations = checkParametersRetailReport(value, base + at + "/report", "", violations);
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, PARAMETERS_RETAIL_FIELDS));
    }
  }
  if (!Object.hasOwn(object, "catalog_type") || object["catalog_type"] === undefined)
    violations = push(violations, missing(base + at + "/catalog_type"));
  if (!Object.hasOwn(object, "report") || object["report"] === undefined) violations = push(violations, missing(base + at + "/report"));
  return violations;
}

const REPORT_FEED_INGESTION_ISSUES_FIELDS: readonly string[] = ["report_type", "feed_id", "processing_result_id"];

function checkReportFeedIngestionIssues(object: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "report_type":
        if (value !== "FEED_INGESTION_ISSUES")
          violations = pushNotOneOf(violations, base + at + "/report_type", value, ["FEED_INGESTION_ISSUES"]);
        break;
      case "feed_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/feed_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/feed_id", "^\\d+$", value));
        break;
      case "processing_result_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/processing_result_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/processing_result_id", "^\\d+$", value));
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, REPORT_FEED_INGESTION_ISSUES_FIELDS));
    }
  }
  if (!Object.hasOwn(object, "report_type") || object["report_type"] === undefined)
    violations = push(violations, missing(base + at + "/report_type"));
  if (!Object.hasOwn(object, "feed_id") || object["feed_id"] === undefined) violations = push(violations, missing(base + at + "/feed_id"));
  return violations;
}

const HOTEL_REPORT_DISTRIBUTION_ISSUES_FIELDS: readonly string[] = ["catalog_id", "report_type"];

function checkHotelReportDistributionIssues(object: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "catalog_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/catalog_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/catalog_id", "^\\d+$", value));
        break;
      case "report_type":
        if (value !== "DISTRIBUTION_ISSUES")
          violations = pushNotOneOf(violations, base + at + "/report_type", value, ["DISTRIBUTION_ISSUES"]);
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, HOTEL_REPORT_DISTRIBUTION_ISSUES_FIELDS));
    }
  }
  if (!Object.hasOwn(object, "report_type") || object["report_type"] === undefined)
    violations = push(violations, missing(base + at + "/report_type"));
  return violations;
}

const PARAMETERS_HOTEL_FIELDS: readonly string[] = ["catalog_type", "report"];

function checkParametersHotel(object: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "catalog_type":
        if (value !== "HOTEL") violations = pushNotOneOf(violations, base + at + "/catalog_type", value, ["HOTEL"]);
        break;
      case "report":
        violations = checkParametersHotelReport(value, base + at + "/report", "", violations);
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, PARAMETERS_HOTEL_FIELDS));
    }
  }
  if (!Object.hasOwn(object, "catalog_type") || object["catalog_type"] === undefined)
    violations = push(violations, missing(base + at + "/catalog_type"));
  if (!Object.hasOwn(object, "report") || object["report"] === undefined) violations = push(violations, missing(base + at + "/report"));
  return violations;
}

function checkParametersRetailReport(value: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(value)) return push(violations, wrongType(base + at, "object", value));
  const discriminator = Object.hasOwn(value, "report_type") ? value["report_type"] : undefined;
  switch (discriminator) {
    case "FEED_INGESTION_ISSUES":
      return checkFeedIngestionIssues(value, base, at, violations);
    case "DISTRIBUTION_ISSUES":
      return checkReportDistributionIssues(value, base, at, violations);
    case undefined:
      return push(violations, missing(base + at + "/report_type"));
    default:
      return pushNotOneOf(violations, base + at + "/report_type", discriminator, ["FEED_INGESTION_ISSUES", "DISTRIBUTION_ISSUES"]);
  }
}

function checkParametersHotelReport(value: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(value)) return push(violations, wrongType(base + at, "object", value));
  const discriminator = Object.hasOwn(value, "report_type") ? value["report_type"] : undefined;
  switch (discriminator) {
    case "FEED_INGESTION_ISSUES":
      return checkReportFeedIngestionIssues(value, base, at, violations);
    case "DISTRIBUTION_ISSUES":
      return checkHotelReportDistributionIssues(value, base, at, violations);
    case undefined:
      return push(violations, missing(base + at + "/report_type"));
    default:
      return pushNotOneOf(violations, base + at + "/report_type", discriminator, ["FEED_INGESTION_ISSUES", "DISTRIBUTION_ISSUES"]);
  }
}

function checkParameters(value: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(value)) return push(violations, wrongType(base + at, "object", value));
  const discriminator = Object.hasOwn(value, "catalog_type") ? value["catalog_type"] : undefined;
  switch (discriminator) {
    case "RETAIL":
      return checkParametersRetail(value, base, at, violations);
    case "HOTEL":
      return checkParametersHotel(value, base, at, violations);
    case undefined:
      return push(violations, missing(base + at + "/catalog_type"));
    default:
      return pushNotOneOf(violations, base + at + "/catalog_type", discriminator, ["RETAIL", "HOTEL"]);
  }
}

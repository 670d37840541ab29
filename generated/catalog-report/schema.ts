// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { StandardSchema, ValidateOptions, Violation, Violations } from "../../runtime/support-data.js";
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
  requireFields,
  standardSchema,
  unknownField,
  unreadable,
  wrongType,
} from "../../runtime/support-data.js";

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportFeedIngestionIssues {
  /** Type of the report. Each type has its own fields. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the feed. Digits only. */
  feed_id: string;
  /** Id of the feed's run. Default: the last complete run. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportDistributionIssues {
  /** Id of the catalog. Default: the oldest catalog. Digits only. */
  catalog_id?: string;
  /** Type of the report. Each type has its own fields. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportRetailReport`. */
export interface CatalogReportRetailReportAllItems {
  /** Type of the report. Each type has its own fields. */
  report_type: "ALL_ITEMS";
  /** Id of the catalog. Default: the oldest catalog. Digits only. */
  catalog_id?: string;
  /** Digits only. */
  product_group_id?: string;
}

/** One variant of `CatalogReportRequest`. */
export interface CatalogReportRetail {
  /** Type of the catalog. */
  catalog_type: "RETAIL";
  /** Type of the report, and the feed or catalog that it covers. */
  report: CatalogReportRetailReport;
}

/** One variant of `CatalogReportHotelReport`. */
export interface CatalogReportHotelReportFeedIngestionIssues {
  /** Type of the report. Each type has its own fields. */
  report_type: "FEED_INGESTION_ISSUES";
  /** Id of the feed. Digits only. */
  feed_id: string;
  /** Id of the feed's run. Default: the last complete run. Digits only. */
  processing_result_id?: string;
}

/** One variant of `CatalogReportHotelReport`. */
export interface CatalogReportHotelReportDistributionIssues {
  /** Id of the catalog. Default: the oldest catalog. Digits only. */
  catalog_id?: string;
  /** Type of the report. Each type has its own fields. */
  report_type: "DISTRIBUTION_ISSUES";
}

/** One variant of `CatalogReportRequest`. */
export interface CatalogReportHotel {
  /** Type of the catalog. */
  catalog_type: "HOTEL";
  /** Type of the report, and the feed or catalog that it covers. */
  report: CatalogReportHotelReport;
}

/**
 * The request for `catalogReport`. Results for a catalog's items. Generated in the background; a second request within a day returns the
 * same file.
 */
export type CatalogReportRequest = CatalogReportRetail | CatalogReportHotel;

/** `report` in `CatalogReportRetail`. Type of the report, and the feed or catalog that it covers. */
export type CatalogReportRetailReport =
  | CatalogReportRetailReportFeedIngestionIssues
  | CatalogReportRetailReportDistributionIssues
  | CatalogReportRetailReportAllItems;

/** `report` in `CatalogReportHotel`. Type of the report, and the feed or catalog that it covers. */
export type CatalogReportHotelReport = CatalogReportHotelReportFeedIngestionIssues | CatalogReportHotelReportDistributionIssues;

/** `catalog_type` in `CatalogReportRequest`. Type of the catalog. */
export type CatalogReportAnyCatalogType = "RETAIL" | "HOTEL";

/**
 * Checks whether a value is a valid `CatalogReportRequest`. Returns the violations, or an empty list if there are none. Violations of
 * single fields come first, then violations of the cross-field rules.
 * Never throws.
 * @example
 * ```ts
 * for (const { path, message } of validateCatalogReport(body)) console.log(path, message);
 * ```
 */
export function validateCatalogReport(body: unknown, _options?: ValidateOptions): readonly Violation[] {
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
  const fields = ownFields(body);
  violations = checkCatalogReport(fields, "", "", violations);
  return violations;
}

/**
 * `validateCatalogReport` as a Standard Schema v1, for form and router libraries. To get warnings, pass `onWarnings` to its `with` method.
 */
export const catalogReportSchema: StandardSchema<CatalogReportRequest> = /* @__PURE__ */ standardSchema(validateCatalogReport);

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
  return requireFields(["report_type", "feed_id"], object, base + at, violations);
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
  return requireFields(["report_type"], object, base + at, violations);
}

const REPORT_ALL_ITEMS_FIELDS: readonly string[] = ["report_type", "catalog_id", "product_group_id"];

function checkReportAllItems(object: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(object)) return push(violations, wrongType(base + at, "object", object));
  const fields = ownFields(object);
  for (const key in fields) {
    const value = fields[key];
    if (value === undefined) continue;
    switch (key) {
      case "report_type":
        if (value !== "ALL_ITEMS") violations = pushNotOneOf(violations, base + at + "/report_type", value, ["ALL_ITEMS"]);
        break;
      case "catalog_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/catalog_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/catalog_id", "^\\d+$", value));
        break;
      case "product_group_id":
        if (typeof value !== "string") violations = push(violations, wrongType(base + at + "/product_group_id", "digits", value));
        else if (!isDigits(value)) violations = push(violations, patternMismatch(base + at + "/product_group_id", "^\\d+$", value));
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, REPORT_ALL_ITEMS_FIELDS));
    }
  }
  return requireFields(["report_type"], object, base + at, violations);
}

const RETAIL_FIELDS: readonly string[] = ["catalog_type", "report"];

function checkRetail(object: unknown, base: string, at: string | number, violations: Violations): Violations {
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
        violations = checkRetailReport(value, base + at + "/report", "", violations);
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, RETAIL_FIELDS));
    }
  }
  return requireFields(["catalog_type", "report"], object, base + at, violations);
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
  return requireFields(["report_type", "feed_id"], object, base + at, violations);
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
  return requireFields(["report_type"], object, base + at, violations);
}

const HOTEL_FIELDS: readonly string[] = ["catalog_type", "report"];

function checkHotel(object: unknown, base: string, at: string | number, violations: Violations): Violations {
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
        violations = checkHotelReport(value, base + at + "/report", "", violations);
        break;
      default:
        violations = push(violations, unknownField(base + at + pointerTo(key), key, HOTEL_FIELDS));
    }
  }
  return requireFields(["catalog_type", "report"], object, base + at, violations);
}

function checkRetailReport(value: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(value)) return push(violations, wrongType(base + at, "object", value));
  const discriminator = Object.hasOwn(value, "report_type") ? value["report_type"] : undefined;
  switch (discriminator) {
    case "FEED_INGESTION_ISSUES":
      return checkFeedIngestionIssues(value, base, at, violations);
    case "DISTRIBUTION_ISSUES":
      return checkReportDistributionIssues(value, base, at, violations);
    case "ALL_ITEMS":
      return checkReportAllItems(value, base, at, violations);
    case undefined:
      return push(violations, missing(base + at + "/report_type"));
    default:
      return pushNotOneOf(violations, base + at + "/report_type", discriminator, [
        "FEED_INGESTION_ISSUES", "DISTRIBUTION_ISSUES", "ALL_ITEMS",
      ]);
  }
}

function checkHotelReport(value: unknown, base: string, at: string | number, violations: Violations): Violations {
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

function checkCatalogReport(value: unknown, base: string, at: string | number, violations: Violations): Violations {
  if (!isRecord(value)) return push(violations, wrongType(base + at, "object", value));
  const discriminator = Object.hasOwn(value, "catalog_type") ? value["catalog_type"] : undefined;
  switch (discriminator) {
    case "RETAIL":
      return checkRetail(value, base, at, violations);
    case "HOTEL":
      return checkHotel(value, base, at, violations);
    case undefined:
      return push(violations, missing(base + at + "/catalog_type"));
    default:
      return pushNotOneOf(violations, base + at + "/catalog_type", discriminator, ["RETAIL", "HOTEL"]);
  }
}

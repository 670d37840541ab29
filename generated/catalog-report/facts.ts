// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { ContractFacts } from "../../runtime/testing/index.js";
import { catalogReportRules } from "./rules.js";

/** The facts about this report that the fake server needs to validate requests and generate rows. */
export const catalogReportFacts: ContractFacts = {
  name: "catalog-report",
  create: { method: "post", path: "/catalogs/reports" },
  poll: { method: "get", path: "/catalogs/reports" },
  statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"] },
  body: {
    name: "CatalogReportRequest",
    oneOf: "CatalogReport",
    fields: [
      { name: "catalog_type", type: { kind: "enum", name: "CatalogReportAnyCatalogType" }, required: true, limits: {} },
      { name: "report", type: { kind: "union", name: "CatalogReportAnyReport" }, required: true, limits: {} },
    ],
  },
  objects: [
    {
      name: "CatalogReportRetailReportFeedIngestionIssues",
      fields: [
        { name: "report_type", type: { kind: "constant", value: "FEED_INGESTION_ISSUES" }, required: true, limits: {} },
        { name: "feed_id", type: { kind: "string" }, required: true, limits: { pattern: "^\\d+$" } },
        { name: "processing_result_id", type: { kind: "string" }, required: false, limits: { pattern: "^\\d+$" } },
      ],
    },
    {
      name: "CatalogReportRetailReportDistributionIssues",
      fields: [
        { name: "catalog_id", type: { kind: "string" }, required: false, limits: { pattern: "^\\d+$" } },
        { name: "report_type", type: { kind: "constant", value: "DISTRIBUTION_ISSUES" }, required: true, limits: {} },
      ],
    },
    {
      name: "CatalogReportRetailReportAllItems",
      fields: [
        { name: "report_type", type: { kind: "constant", value: "ALL_ITEMS" }, required: true, limits: {} },
        { name: "catalog_id", type: { kind: "string" }, required: false, limits: { pattern: "^\\d+$" } },
        { name: "product_group_id", type: { kind: "string" }, required: false, limits: { pattern: "^\\d+$" } },
      ],
    },
    {
      name: "CatalogReportRetail",
      fields: [
        { name: "catalog_type", type: { kind: "constant", value: "RETAIL" }, required: true, limits: {} },
        { name: "report", type: { kind: "union", name: "CatalogReportRetailReport" }, required: true, limits: {} },
      ],
    },
    {
      name: "CatalogReportHotelReportFeedIngestionIssues",
      fields: [
        { name: "report_type", type: { kind: "constant", value: "FEED_INGESTION_ISSUES" }, required: true, limits: {} },
        { name: "feed_id", type: { kind: "string" }, required: true, limits: { pattern: "^\\d+$" } },
        { name: "processing_result_id", type: { kind: "string" }, required: false, limits: { pattern: "^\\d+$" } },
      ],
    },
    {
      name: "CatalogReportHotelReportDistributionIssues",
      fields: [
        { name: "catalog_id", type: { kind: "string" }, required: false, limits: { pattern: "^\\d+$" } },
        { name: "report_type", type: { kind: "constant", value: "DISTRIBUTION_ISSUES" }, required: true, limits: {} },
      ],
    },
    {
      name: "CatalogReportHotel",
      fields: [
        { name: "catalog_type", type: { kind: "constant", value: "HOTEL" }, required: true, limits: {} },
        { name: "report", type: { kind: "union", name: "CatalogReportHotelReport" }, required: true, limits: {} },
      ],
    },
  ],
  enums: [
  ],
  unions: [
    {
      name: "CatalogReportRetailReport",
      discriminator: "report_type",
      members: [
        { type: { kind: "object", name: "CatalogReportRetailReportFeedIngestionIssues" }, limits: {}, values: ["FEED_INGESTION_ISSUES"] },
        { type: { kind: "object", name: "CatalogReportRetailReportDistributionIssues" }, limits: {}, values: ["DISTRIBUTION_ISSUES"] },
        { type: { kind: "object", name: "CatalogReportRetailReportAllItems" }, limits: {}, values: ["ALL_ITEMS"] },
      ],
    },
    {
      name: "CatalogReportHotelReport",
      discriminator: "report_type",
      members: [
        { type: { kind: "object", name: "CatalogReportHotelReportFeedIngestionIssues" }, limits: {}, values: ["FEED_INGESTION_ISSUES"] },
        { type: { kind: "object", name: "CatalogReportHotelReportDistributionIssues" }, limits: {}, values: ["DISTRIBUTION_ISSUES"] },
      ],
    },
    {
      name: "CatalogReport",
      discriminator: "catalog_type",
      members: [
        { type: { kind: "object", name: "CatalogReportRetail" }, limits: {}, values: ["RETAIL"] },
        { type: { kind: "object", name: "CatalogReportHotel" }, limits: {}, values: ["HOTEL"] },
      ],
    },
  ],
  rules: catalogReportRules,
  breaches: [
  ],
  columns: {},
};

import fc from "fast-check";
import {
  reportColumnValues,
  reportGranularityValues,
  reportLevelValues,
  reportTargetingTypeValues,
} from "pinterest-reports/data";
import { planReport } from "pinterest-reports/planner";
import type { ReportRequest } from "pinterest-reports/validators";

/** The day on which the random requests are valid. */
export const TODAY = "2026-03-10";

const IDS = reportColumnValues.filter((name) =>
  /^(ADVERTISER|AD_ACCOUNT|CAMPAIGN|AD_GROUP|PIN_PROMOTION|AD|PRODUCT_GROUP)_ID$/.test(name),
);

/**
 * Random valid requests for a few days before `TODAY`, with all levels, granularities and columns,
 * with or without ids.
 */
export const drawnReports: fc.Arbitrary<ReportRequest> = fc
  .record({
    level: fc.constantFrom(...reportLevelValues),
    granularity: fc.constantFrom(...reportGranularityValues),
    columns: fc
      .tuple(fc.subarray([...IDS]), fc.subarray([...reportColumnValues], { maxLength: 30 }))
      .map((lists) => lists.flat()),
    targeting: fc.subarray([...reportTargetingTypeValues], { minLength: 1, maxLength: 3 }),
    report_format: fc.constantFrom("JSON" as const, "CSV" as const),
    primary_sort: fc.constantFrom("BY_ID" as const, "BY_DATE" as const),
  })
  .map(({ targeting, ...drawn }): ReportRequest | undefined => {
    const body = { ...drawn, start_date: "2026-03-07", end_date: "2026-03-09" };
    const types = drawn.level.endsWith("_TARGETING") ? { targeting_types: targeting } : {};
    // The planner drops columns that the level does not allow.
    return planReport({ ...body, ...types } as ReportRequest, { today: TODAY }).requests[0];
  })
  .filter((body): body is ReportRequest => body?.columns !== undefined && body.columns.length > 0);

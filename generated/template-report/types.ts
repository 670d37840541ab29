// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The request of `templateReport`. Report of a template from Ads Manager, made in the background and downloaded when it is ready. */
export interface TemplateReportRequest {
  /** Id of the template, which defines level, columns and format. At most 18 characters. */
  template_id: string;
  /** First day of the report, in UTC; the template's own range without it. As YYYY-MM-DD. */
  start_date?: string;
  /** Last day of the report, in UTC. As YYYY-MM-DD. */
  end_date?: string;
  /** How the days are grouped; the template's own grouping without it. */
  granularity?: TemplateReportGranularity;
}

/** `granularity` of `TemplateReportRequest`. How the days are grouped; the template's own grouping without it. */
export type TemplateReportGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

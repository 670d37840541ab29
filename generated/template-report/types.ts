// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The request for `templateReport`. Report based on an Ads Manager template. Generated in the background and downloaded when ready. */
export interface TemplateReportRequest {
  /** Id of the template, which defines the level, columns and format. At most 18 characters. */
  template_id: string;
  /** First day of the report, in UTC. Default: the template's range. As YYYY-MM-DD. */
  start_date?: string;
  /** Last day of the report, in UTC. As YYYY-MM-DD. */
  end_date?: string;
  /** How the days are grouped. Default: as in the template. */
  granularity?: TemplateReportGranularity;
}

/** `granularity` in `TemplateReportRequest`. How the days are grouped. Default: as in the template. */
export type TemplateReportGranularity = "TOTAL" | "DAY" | "HOUR" | "WEEK" | "MONTH";

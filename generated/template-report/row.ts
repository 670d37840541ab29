// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** A row of the report. Its columns do not depend on the request. Ids in known columns are strings with all their digits. */
export type TemplateReportRow<_Request = unknown, _ZeroFill = true> = Readonly<Record<string, string | number | undefined>>;

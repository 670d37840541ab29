// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** A row of the report. The type does not list columns, because the request does not. Ids in known columns are strings with every digit. */
export type TemplateReportRow<_Request = unknown, _ZeroFill = true> = Readonly<Record<string, string | number | undefined>>;

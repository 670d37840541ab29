/** The hints at the end of messages: the command that explains what to do. */
export const CREDENTIALS = " (pinterest-reports explain auth)";
export const REPORT_FAILED = " (pinterest-reports explain report_failed)";
export const DOWNLOADS = " (pinterest-reports explain download)";
export const NETWORK = " (pinterest-reports explain connection)";
export const VIOLATIONS = " (pinterest-reports explain invalid_body)";

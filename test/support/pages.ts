/** The ends of messages: the page that says what to do. */
export const CREDENTIALS = " (docs/guide/credentials.md)";
export const DOWNLOADS = " (docs/guide/troubleshooting.md#waiting-and-downloads)";
export const NETWORK = " (docs/guide/network.md)";
export const VIOLATIONS = " (docs/guide/errors.md#violations)";

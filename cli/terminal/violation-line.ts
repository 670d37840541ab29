import { sanitize } from "../../generator/print.js";
import type { loadValidators } from "../modules.js";

/** A violation found by a validator. */
export type Violation = ReturnType<
  Awaited<ReturnType<typeof loadValidators>>["validateReport"]
>[number];

/**
 * A violation as one line: `error    /end_date: … [max-range-hour]`. An empty path becomes `body`.
 * Does not end with a line feed.
 */
export function violationLine({ severity, path, message, rule }: Violation): string {
  return sanitize(`${severity.padEnd(7)}  ${path || "body"}: ${message} [${rule}]`);
}

import { sanitize } from "../../generator/print.js";
import { DEFAULT_REPORT } from "../requests.js";
import { shellCommand } from "../terminal/shell-command.js";

/**
 * Suggests to search for the first column name that resembles no known one. Null if there is no
 * such violation, or if `of` is not the ad report.
 */
export function columnHint(
  violations: readonly { readonly path: string; readonly rule: string; readonly params: object }[],
  of: string,
): string | null {
  if (of !== DEFAULT_REPORT) return null;
  const unlike = violations.find(
    ({ path, rule, params }) =>
      rule === "enum" && path.startsWith("/columns/") && !("nearest" in params),
  );
  if (unlike === undefined) return null;
  const { received } = unlike.params as { readonly received?: unknown };
  const search = ["pinterest-reports", "columns", "--search", String(received ?? "cost per click")];
  return sanitize(`${shellCommand(search)} finds a column by search terms.`);
}

import { DEFAULT_REPORT } from "../requests.js";

/**
 * Suggests a search if a column name in a violation resembles no known one. Null if there is no
 * such violation, or if `of` is not the ad report.
 */
export function columnHint(
  violations: readonly { readonly path: string; readonly rule: string; readonly params: object }[],
  of: string,
): string | null {
  if (of !== DEFAULT_REPORT) return null;
  const isUnlike = violations.some(
    ({ path, rule, params }) =>
      rule === "enum" && path.startsWith("/columns/") && !("nearest" in params),
  );
  return isUnlike
    ? 'pinterest-reports columns --search "cost per click" finds a column by search terms.'
    : null;
}

import { DEFAULT_REPORT } from "../requests.js";

/**
 * If the name of a column does not resemble any known name, suggests a search. Null if there is no
 * such column, or if `of` is not the ad report.
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

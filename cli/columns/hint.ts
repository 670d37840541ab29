import { DEFAULT_REPORT } from "../requests.js";

/**
 * What to do about a column of an ad report whose name is like no other: how to find it. Null if
 * there is none, or if `of` is another request.
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
    ? 'pinterest-reports columns --search "cost per click" finds a column by words.'
    : null;
}

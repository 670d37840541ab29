/**
 * Groups of columns that the description's prose names, each with a pattern of its columns' names.
 * A conversion is what a tag, an app or an upload reports of a person after an ad: the columns for
 * its count, value, cost and return all contain the name of the event. No description lists them,
 * so a rule about a group only warns. The patterns are exported to other tools, so they have no
 * look-ahead.
 */
export const columnGroups: ReadonlyMap<string, string> = new Map([
  [
    "conversion metrics",
    "(^|_)(CONVERSIONS?|CHECKOUTS?|ADD_TO_CART|ADD_TO_WISHLIST|SUBSCRIBE|SIGNUPS?|LEADS?|PAGE_VISITS?|WATCH_VIDEO|VIEW_CATEGORY|SEARCH|UNKNOWN|APP_INSTALLS?|ROAS|CPA|COST_PER_ACTION)(_|$)|(^|_)CUSTOM(_[^L]|$)",
  ],
]);

/**
 * Name of the constant in generated code that holds the pattern of the group `group`:
 * `CONVERSION_METRICS` for "conversion metrics".
 */
export function groupConstant(group: string): string {
  return group.toUpperCase().replaceAll(" ", "_");
}

/**
 * Those of `names` that belong to the group, as strings and in their order. Empty if there is no
 * such group.
 */
export function columnsIn(group: string, names: readonly (string | number)[]): readonly string[] {
  const pattern = columnGroups.get(group);
  return pattern === undefined
    ? []
    : names.map(String).filter((name) => new RegExp(pattern).test(name));
}

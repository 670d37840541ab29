/**
 * Groups of columns that the description mentions, each with a pattern for the columns' names.
 *
 * Conversions are what people do after seeing an ad, as reported by a tag, an app or an upload.
 * Their columns for count, value, cost and return all contain the name of the event. The
 * description does not list the columns of any group, so rules about groups only warn. The patterns
 * are exported to other tools, so they contain no lookaheads.
 */
export const columnGroups: ReadonlyMap<string, string> = new Map([
  [
    "conversion metrics",
    "(^|_)(CONVERSIONS?|CHECKOUTS?|ADD_TO_CART|ADD_TO_WISHLIST|SUBSCRIBE|SIGNUPS?|LEADS?|PAGE_VISITS?|WATCH_VIDEO|VIEW_CATEGORY|SEARCH|UNKNOWN|APP_INSTALLS?|ROAS|CPA|COST_PER_ACTION)(_|$)|(^|_)CUSTOM(_[^L]|$)",
  ],
]);

/**
 * Name of the generated constant that contains the group's pattern. For "conversion metrics", it is
 * `CONVERSION_METRICS`.
 */
export function groupConstant(group: string): string {
  return group.toUpperCase().replaceAll(" ", "_");
}

/**
 * The items of `names` that belong to the group, as strings, in order. Empty if there is no such
 * group.
 */
export function columnsIn(group: string, names: readonly (string | number)[]): readonly string[] {
  const pattern = columnGroups.get(group);
  return pattern === undefined
    ? []
    : names.map(String).filter((name) => new RegExp(pattern).test(name));
}

/**
 * Columns that prose speaks of together, by the name that it gives them, and what the names of such columns hold. A conversion is what a
 * tag, an app or an upload reports of a person after an ad: the columns that count it, its value, its cost and its return all name the
 * event. No description lists them, so a rule about a group only warns. The patterns are read by others, too: there is no look-ahead in them.
 */
export const columnGroups: ReadonlyMap<string, string> = new Map([
  [
    "conversion metrics",
    "(^|_)(CONVERSIONS?|CHECKOUTS?|ADD_TO_CART|ADD_TO_WISHLIST|SUBSCRIBE|SIGNUPS?|LEADS?|PAGE_VISITS?|WATCH_VIDEO|VIEW_CATEGORY|SEARCH|UNKNOWN|APP_INSTALLS?|ROAS|CPA|COST_PER_ACTION)(_|$)|(^|_)CUSTOM(_[^L]|$)",
  ],
]);

/** Those of some columns that belong to a group. */
export function columnsIn(group: string, names: readonly (string | number)[]): readonly string[] {
  const pattern = columnGroups.get(group);
  return pattern === undefined ? [] : names.map(String).filter((name) => new RegExp(pattern).test(name));
}

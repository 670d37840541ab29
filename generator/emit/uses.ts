import { type Code, imported, type View } from "../code.js";

const ALWAYS = ["type Found", "isRecord", "NOTHING", "ownFields", "type StandardSchema", "standardSchema", "unreadable"];
const TYPES = ["type ValidateOptions", "type Violation", "wrongType"];
const CALLED = ["dayNumber", "isDayShaped", "isDigits", "notLike", "notOneOf", "outside", "violation"];

/** A value that is checked where it stands, not by a function of its type. */
const LEAF = /"kind":"(?:any|array|boolean|bytes|choice|number|string)"/;

/** What a validator's file imports: names that its own code calls, in the order in which the linter would have them. */
export function usedBy(view: View, called: ReadonlySet<string>): readonly Code[] {
  const text = JSON.stringify(view);
  const code = codeIn(view);
  const some = CALLED.filter((name) => code.includes(`${name}(`) || (name === "notOneOf" && text.includes('"kind":"choice"')));
  const listed = /"within":false/.test(text);
  const fits = (pattern: RegExp): boolean => pattern.test(text);
  const closed = fits(/"closed":true/);
  const required = fits(/"required":\[\{/);
  // A body that may be anything has nothing to add.
  const adds = closed || required || called.has("add") || fits(LEAF) || fits(/"objects":\[\{/) || fits(/"(?:tagged|ruled)":true/);
  return [
    ...new Set([
      ...ALWAYS,
      ...TYPES,
      ...some,
      ...(listed ? ["itemsIn"] : []),
      ...called,
      ...(adds ? ["add"] : []),
      ...(closed ? ["unknownField"] : []),
      ...(closed || fits(/"checked":true/) ? ["stepTo"] : []),
      ...(required || fits(/"tagged":true/) ? ["missing"] : []),
      ...(fits(/"tagged":true/) ? ["notOneOf"] : []),
      ...(fits(/"tagged":false/) ? ["closest"] : []),
      ...(fits(/"counted":true/) ? ["atLeast"] : []),
    ]),
  ]
    .sort(byName)
    .map(imported);
}

/** All code of a view without the texts in it: a field or a value may be called as what code calls. */
function codeIn(view: View): string {
  if (typeof view === "string") return `${view.replace(/"(?:[^"\\]|\\.)*"/g, '""')}\n`;
  return typeof view === "boolean" ? "" : Object.values(view).map(codeIn).join("");
}

/** The order in which the linter would have imported names. */
export function byName(one: string, other: string): number {
  const [a, b] = [one, other].map((name) => name.replace("type ", "").toLowerCase()) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}

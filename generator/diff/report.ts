import { escapedText, inlineCode } from "../export/markdown.js";
import { jsonText, sanitize } from "../print.js";
import type { Problem } from "../problem.js";
import type { Change, Diff } from "./change.js";
import { firstItems } from "./shape.js";

/**
 * Changes that require the same semver bump. A change that several reports or calls have in common
 * is printed once.
 */
export interface Chapter {
  readonly step: Change["step"];
  readonly title: string;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly flows: readonly string[];
  readonly items: readonly ChangeItem[];
}

export interface ChangeItem {
  /** The paths to which the text applies; empty for the whole report or call. */
  readonly paths: readonly string[];
  readonly text: string;
}

const TITLES: readonly (readonly [Change["step"], string])[] = [
  ["major", "Breaking"],
  ["minor", "Added or loosened"],
  ["patch", "Other"],
];

/**
 * Groups the changes into one chapter for each semver bump, breaking changes first. Omits empty
 * chapters.
 */
export function chaptersOf(changes: readonly Change[]): readonly Chapter[] {
  return TITLES.map(([step, title]) => ({
    step,
    title,
    groups: groupsOf(changes.filter((change) => change.step === step)),
  })).filter(({ groups }) => groups.length > 0);
}

/**
 * The number of changes in each chapter: "2 breaking, 12 added or loosened, 3 other". Empty if
 * there are no changes.
 */
export function countsInWords({ changes }: Diff): string {
  const amounts = TITLES.map(
    ([step, title]) =>
      [changes.filter((change) => change.step === step).length, title.toLowerCase()] as const,
  );
  return amounts
    .flatMap(([amount, title]) => (amount > 0 ? [`${amount} ${title}`] : []))
    .join(", ");
}

interface GroupedChange extends ChangeItem {
  readonly flows: readonly string[];
  readonly facts: unknown;
}

/**
 * Groups changes by the reports and calls to which they apply. Equal changes at several locations
 * become one item, and so do several changes at one location.
 */
export function groupsOf(changes: readonly Change[]): readonly Group[] {
  const separate: readonly GroupedChange[] = changes.map((change) => {
    const { flow, path, text } = change;
    return { flows: [flow], paths: path === "" ? [] : [path], text, facts: factsOf(change) };
  });
  const shared = merged(
    separate,
    (entry) => [entry.paths, entry.facts],
    (all) => ({ ...(all[0] as GroupedChange), flows: all.flatMap(({ flows }) => flows) }),
  );
  const alike = merged(
    shared,
    (entry) => [entry.flows, entry.facts, entry.paths.length === 0 ? entry.paths : null],
    (all) => ({
      ...(all[0] as GroupedChange),
      paths: [...new Set(all.flatMap(({ paths }) => paths))],
    }),
  );
  const joined = merged(
    alike,
    (entry) => [entry.flows, entry.paths, entry.paths.length === 0 ? entry.text : null],
    (all) => ({ ...(all[0] as GroupedChange), text: all.map(({ text }) => text).join("; ") }),
  );
  const groups = new Map<string, GroupedChange[]>();
  for (const entry of joined)
    groups.set(entry.flows.join(), [...(groups.get(entry.flows.join()) ?? []), entry]);
  return [...groups.values()].map((items) => ({ flows: (items[0] as GroupedChange).flows, items }));
}

/**
 * A key that is the same for equal changes, regardless of the order of values. The key includes
 * complete lists, because the change's text shortens them. The key of a removed field, report or
 * call is only the text.
 */
function factsOf({ kind, text, old, new: current }: Change): unknown {
  if ((kind === "field" || kind === "operation") && current === null) return text;
  return [
    text,
    ...[old, current].map((data) =>
      Array.isArray(data) ? [...data].map((value) => JSON.stringify(value)).sort() : data,
    ),
  ];
}

/** Merges items with equal keys, at the position of the first. */
function merged(
  all: readonly GroupedChange[],
  key: (entry: GroupedChange) => unknown,
  merge: (same: readonly GroupedChange[]) => GroupedChange,
): readonly GroupedChange[] {
  const same = new Map<string, GroupedChange[]>();
  for (const entry of all)
    same.set(JSON.stringify(key(entry)), [...(same.get(JSON.stringify(key(entry))) ?? []), entry]);
  return [...same.values()].map(merge);
}

/** Prints a diff as text, markdown or json. The output ends with a line break. */
export const FORMATS: Readonly<Record<string, (diff: Diff) => string>> = { text, markdown, json };

/** Undecided problems that are not quoted as the reason for a change. */
function openIn({ undecided, changes }: Diff): readonly Problem[] {
  const reasons = changes.flatMap(({ kind, text }) => (kind === "operation" ? [text] : []));
  return undecided.filter(({ what }) => !reasons.some((reason) => reason.includes(what)));
}

/** Prints a diff for a terminal. Texts are sanitized. */
function text(diff: Diff): string {
  const { old, new: current, step, changes } = diff;
  const head = changes.length === 0 ? "no change" : `${step}: ${countsInWords(diff)}`;
  const chapters = chaptersOf(diff.changes).map(({ title, step, groups }) =>
    [`${title} (${step})`, ...groups.map(inText)].join("\n"),
  );
  const problems = openIn(diff).map(
    ({ what, where }) => `  ${sanitize(where)}\n    ${sanitize(what)}`,
  );
  const open = problems.length === 0 ? [] : [[OPEN, ...problems].join("\n")];
  return `${[sanitize(`${old} -> ${current}  ${head}`), ...chapters, ...open].join("\n\n")}\n`;
}

const OPEN = "Resolve these first: more may have changed than is listed here";

/**
 * Prints a group for a terminal: a heading, then one line for each item. A single item about the
 * whole report or call follows the heading on its line.
 */
function inText({ flows, items }: Group): string {
  const head = sanitize(`  ${flows.join(", ")}`);
  const itemTexts = items.map(({ paths, text }) =>
    sanitize([...pathsInWords(paths), text].join(": ")),
  );
  return isWhole(items)
    ? `${head}: ${itemTexts[0]}`
    : [head, ...itemTexts.map((itemText) => `    ${itemText}`)].join("\n");
}

/**
 * Formats paths as one text, shortened if there are more than six. Returns a list of that text, or
 * an empty list if there are no paths. `as` formats each path.
 */
function pathsInWords(
  paths: readonly string[],
  as: (path: string) => string = (path) => path,
): readonly string[] {
  const { first, omitted } = firstItems(paths);
  return paths.length === 0
    ? []
    : [`${first.map(as).join(", ")}${omitted > 0 ? ` and ${omitted} more` : ""}`];
}

/** Whether there is only one line, about the report or call as a whole. */
function isWhole(items: readonly ChangeItem[]): boolean {
  return items.length === 1 && items[0]?.paths.length === 0;
}

/** Prints a diff as Markdown. */
function markdown(diff: Diff): string {
  const { old, new: current, step, changes } = diff;
  const title = `## ${escapedText(old)} to ${escapedText(current)}: ${changes.length === 0 ? "no change" : step}`;
  const counts = changes.length === 0 ? [] : [`${countsInWords(diff)}.`];
  const problems = openIn(diff).map(
    ({ what, where }) => `- ${inlineCode(where)}: ${escapedText(what)}`,
  );
  const open = problems.length === 0 ? [] : [`### ${OPEN}`, problems.join("\n")];
  return `${[title, ...counts, ...chaptersOf(diff.changes).flatMap(inMarkdown), ...open].join("\n\n")}\n`;
}

/**
 * A chapter in Markdown as two blocks: a level-3 heading and a list. Callers separate them with a
 * blank line.
 */
export function inMarkdown({
  title,
  groups,
}: Pick<Chapter, "title" | "groups">): readonly string[] {
  return [`### ${title}`, groups.map(item).join("\n")];
}

/** Prints a group as an item of a Markdown list. */
function item({ flows, items }: Group): string {
  const head = `- ${flows.map((flow) => `**${escapedText(flow)}**`).join(", ")}`;
  const itemTexts = items.map(({ paths, text }) =>
    [...pathsInWords(paths, inlineCode), escapedText(text)].join(": "),
  );
  return isWhole(items)
    ? `${head}: ${itemTexts[0]}`
    : [head, ...itemTexts.map((itemText) => `  - ${itemText}`)].join("\n");
}

/** Prints a diff as JSON. */
function json(diff: Diff): string {
  return `${jsonText(diff, 2)}\n`;
}

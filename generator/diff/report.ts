import { code, words } from "../export/markdown.js";
import { jsonText, sanitize } from "../print.js";
import type { Change, Diff } from "./change.js";
import { cut } from "./shape.js";

/** Changes of one semver step. A change that several reports and calls share is printed once. */
export interface Chapter {
  readonly step: Change["step"];
  readonly title: string;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly flows: readonly string[];
  readonly lines: readonly Line[];
}

export interface Line {
  /** Several if the same text applies to all; empty if it applies to the whole. */
  readonly places: readonly string[];
  readonly text: string;
}

const TITLES: readonly (readonly [Change["step"], string])[] = [
  ["major", "Breaking"],
  ["minor", "Added or loosened"],
  ["patch", "Other"],
];

/** Chapters of a diff, breaking changes first, without empty chapters. */
export function chaptersOf({ changes }: Diff): readonly Chapter[] {
  return TITLES.map(([step, title]) => ({ step, title, groups: groupsOf(changes.filter((change) => change.step === step)) })).filter(
    ({ groups }) => groups.length > 0,
  );
}

/** Number of changes per chapter: "2 breaking, 12 added or loosened, 3 other". */
export function countsInWords({ changes }: Diff): string {
  const amounts = TITLES.map(([step, title]) => [changes.filter((change) => change.step === step).length, title.toLowerCase()] as const);
  return amounts.flatMap(([amount, title]) => (amount > 0 ? [`${amount} ${title}`] : [])).join(", ");
}

interface Entry extends Line {
  readonly flows: readonly string[];
  readonly facts: unknown;
}

function groupsOf(changes: readonly Change[]): readonly Group[] {
  const single: readonly Entry[] = changes.map((change) => {
    const { flow, place, text } = change;
    return { flows: [flow], places: place === "" ? [] : [place], text, facts: factsOf(change) };
  });
  const shared = merged(
    single,
    (entry) => [entry.places, entry.facts],
    (all) => ({ ...(all[0] as Entry), flows: all.flatMap(({ flows }) => flows) }),
  );
  const alike = merged(
    shared,
    (entry) => [entry.flows, entry.facts, entry.places.length === 0 ? entry.places : null],
    (all) => ({ ...(all[0] as Entry), places: [...new Set(all.flatMap(({ places }) => places))] }),
  );
  const joined = merged(
    alike,
    (entry) => [entry.flows, entry.places, entry.places.length === 0 ? entry.text : null],
    (all) => ({ ...(all[0] as Entry), text: all.map(({ text }) => text).join("; ") }),
  );
  const groups = new Map<string, Entry[]>();
  for (const entry of joined) groups.set(entry.flows.join(), [...(groups.get(entry.flows.join()) ?? []), entry]);
  return [...groups.values()].map((lines) => ({ flows: (lines[0] as Entry).flows, lines }));
}

/**
 * Key by which changes are equal, independent of the order of values. It holds whole lists, since the text shortens them. For a removed
 * field it is the text alone.
 */
function factsOf({ kind, text, old, new: now }: Change): unknown {
  if (kind === "field" && now === null) return text;
  return [text, ...[old, now].map((data) => (Array.isArray(data) ? [...data].map((one) => JSON.stringify(one)).sort() : data))];
}

/** Merges items with equal keys, at the position of the first. */
function merged(all: readonly Entry[], key: (entry: Entry) => unknown, merge: (same: readonly Entry[]) => Entry): readonly Entry[] {
  const same = new Map<string, Entry[]>();
  for (const entry of all) same.set(JSON.stringify(key(entry)), [...(same.get(JSON.stringify(key(entry))) ?? []), entry]);
  return [...same.values()].map(merge);
}

/** Printers of a diff, by format. */
export const FORMATS: Readonly<Record<string, (diff: Diff) => string>> = { text, markdown, json };

function text(diff: Diff): string {
  const { old, new: now, step, changes } = diff;
  const head = changes.length === 0 ? "no change" : `${step}: ${countsInWords(diff)}`;
  const chapters = chaptersOf(diff).map(({ title, step, groups }) => [`${title} (${step})`, ...groups.map(inText)].join("\n"));
  const undecided = diff.undecided.map(({ what, where }) => `  ${sanitize(where)}\n    ${sanitize(what)}`);
  const open = undecidedOf(diff).map((title) => [title, ...undecided].join("\n"));
  return `${[sanitize(`${old} -> ${now}  ${head}`), ...chapters, ...open].join("\n\n")}\n`;
}

/** Title of the undecided problems; empty if there are none. */
function undecidedOf({ undecided }: Diff): readonly string[] {
  return undecided.length === 0 ? [] : ["To decide first: more may have changed than is told here"];
}

function inText({ flows, lines }: Group): string {
  const head = sanitize(`  ${flows.join(", ")}`);
  const said = lines.map(({ places, text }) => sanitize([...placed(places), text].join(": ")));
  return isWhole(lines) ? `${head}: ${said[0]}` : [head, ...said.map((line) => `    ${line}`)].join("\n");
}

/** Places in words, shortened; empty if the text applies to the whole. */
function placed(places: readonly string[], as: (place: string) => string = (place) => place): readonly string[] {
  const { first, more } = cut(places);
  return places.length === 0 ? [] : [`${first.map(as).join(", ")}${more > 0 ? ` and ${more} more` : ""}`];
}

/** Whether the only line applies to the report or call as a whole. */
function isWhole(lines: readonly Line[]): boolean {
  return lines.length === 1 && lines[0]?.places.length === 0;
}

function markdown(diff: Diff): string {
  const { old, new: now, step, changes } = diff;
  const title = `## ${words(old)} to ${words(now)}: ${changes.length === 0 ? "no change" : step}`;
  const counts = changes.length === 0 ? [] : [`${countsInWords(diff)}.`];
  const open = undecidedOf(diff).flatMap((heading) => [
    `### ${heading}`,
    diff.undecided.map(({ what, where }) => `- ${code(where)}: ${words(what)}`).join("\n"),
  ]);
  return `${[title, ...counts, ...chaptersOf(diff).flatMap(inMarkdown), ...open].join("\n\n")}\n`;
}

/** A chapter as a Markdown heading and list. */
export function inMarkdown({ title, groups }: Chapter): readonly string[] {
  return [`### ${title}`, groups.map(item).join("\n")];
}

function item({ flows, lines }: Group): string {
  const head = `- ${flows.map((flow) => `**${words(flow)}**`).join(", ")}`;
  const said = lines.map(({ places, text }) => [...placed(places, code), words(text)].join(": "));
  return isWhole(lines) ? `${head}: ${said[0]}` : [head, ...said.map((line) => `  - ${line}`)].join("\n");
}

function json(diff: Diff): string {
  return `${jsonText(diff, 2)}\n`;
}

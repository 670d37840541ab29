import type { Change, Diff } from "./change.js";

/** Changes of one step as they are told: what several reports and calls have in common is told once. */
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
  /** Several where the same is said of them; none where it is said of the whole. */
  readonly places: readonly string[];
  readonly text: string;
}

const TITLES: readonly (readonly [Change["step"], string])[] = [
  ["major", "Breaking"],
  ["minor", "Added or loosened"],
  ["patch", "Other"],
];

/** The chapters of a diff, what breaks first; none of them empty. */
export function chaptersOf({ changes }: Diff): readonly Chapter[] {
  return TITLES.map(([step, title]) => ({ step, title, groups: groupsOf(changes.filter((change) => change.step === step)) })).filter(
    ({ groups }) => groups.length > 0,
  );
}

/** "2 breaking, 12 added or loosened, 3 other". */
export function countsInWords({ changes }: Diff): string {
  const amounts = TITLES.map(([step, title]) => [changes.filter((change) => change.step === step).length, title.toLowerCase()] as const);
  return amounts.flatMap(([amount, title]) => (amount > 0 ? [`${amount} ${title}`] : [])).join(", ");
}

interface Told {
  readonly flows: readonly string[];
  readonly places: readonly string[];
  readonly text: string;
}

function groupsOf(changes: readonly Change[]): readonly Group[] {
  const single: readonly Told[] = changes.map(({ flow, place, text }) => ({ flows: [flow], places: place === "" ? [] : [place], text }));
  const facts = new Map(single.map((told, index) => [told, factsOf(changes[index] as Change)]));
  const shared = merged(
    single,
    (told) => [told.places, facts.get(told)],
    (all) => ({ ...(all[0] as Told), flows: all.flatMap(({ flows }) => flows) }),
  );
  // Whether lists that were cut short are the same does not show in their words.
  const alike = merged(
    shared,
    (told) => [told.flows, told.text, told.places.length === 0 || told.text.endsWith(" more") ? told.places : null],
    (all) => ({ ...(all[0] as Told), places: [...new Set(all.flatMap(({ places }) => places))] }),
  );
  const joined = merged(
    alike,
    (told) => [told.flows, told.places, told.places.length === 0 ? told.text : null],
    (all) => ({ ...(all[0] as Told), text: all.map(({ text }) => text).join("; ") }),
  );
  const groups = new Map<string, Told[]>();
  for (const told of joined) groups.set(told.flows.join(), [...(groups.get(told.flows.join()) ?? []), told]);
  return [...groups.values()].map((lines) => ({ flows: (lines[0] as Told).flows, lines }));
}

/** What is said, with values in whatever order. */
function factsOf({ text, old, new: now }: Change): unknown {
  return [text, ...[old, now].map((data) => (Array.isArray(data) ? [...data].map((one) => JSON.stringify(one)).sort() : data))];
}

/** Those that have the same key as one, where the first of them stood. */
function merged(all: readonly Told[], key: (told: Told) => unknown, merge: (same: readonly Told[]) => Told): readonly Told[] {
  const same = new Map<string, Told[]>();
  for (const told of all) same.set(JSON.stringify(key(told)), [...(same.get(JSON.stringify(key(told))) ?? []), told]);
  return [...same.values()].map(merge);
}

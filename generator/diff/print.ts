import { code, words } from "../export/table.js";
import { jsonText, visible } from "../print.js";
import type { Diff } from "./change.js";
import { type Chapter, chaptersOf, countsInWords, type Group, type Line } from "./digest.js";
import { cut } from "./words.js";

/** The ways to print a diff. */
export const FORMATS: Readonly<Record<string, (diff: Diff) => string>> = { text, markdown, json };

function text(diff: Diff): string {
  const { old, new: now, step, changes } = diff;
  const head = changes.length === 0 ? "no change" : `${step}: ${countsInWords(diff)}`;
  const chapters = chaptersOf(diff).map(({ title, step, groups }) => [`${title} (${step})`, ...groups.map(inText)].join("\n"));
  const undecided = diff.undecided.map(({ what, where }) => `  ${visible(where)}\n    ${visible(what)}`);
  const open = undecidedOf(diff).map((title) => [title, ...undecided].join("\n"));
  return `${[visible(`${old} -> ${now}  ${head}`), ...chapters, ...open].join("\n\n")}\n`;
}

/** The title of what nobody has decided; none where there is nothing. */
function undecidedOf({ undecided }: Diff): readonly string[] {
  return undecided.length === 0 ? [] : ["To decide first: more may have changed than is told here"];
}

function inText({ flows, lines }: Group): string {
  const head = visible(`  ${flows.join(", ")}`);
  const said = lines.map(({ places, text }) => visible([...placed(places), text].join(": ")));
  return isWhole(lines) ? `${head}: ${said[0]}` : [head, ...said.map((line) => `    ${line}`)].join("\n");
}

/** Places in words, cut as values are; none where it is said of the whole. */
function placed(places: readonly string[], as: (place: string) => string = (place) => place): readonly string[] {
  const { first, more } = cut(places);
  return places.length === 0 ? [] : [`${first.map(as).join(", ")}${more > 0 ? ` and ${more} more` : ""}`];
}

/** All that is said is said of the report or call itself. */
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

/** A chapter as a heading and a list. */
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

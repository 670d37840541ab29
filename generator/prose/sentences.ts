import { createHash } from "node:crypto";
import type { Place } from "./places.js";

/** One sentence of the description, with its place. */
export interface Sentence {
  readonly text: string;
  readonly place: Place;
  /** Which sentence of its place it is, from 1. */
  readonly number: number;
  /** The sentence before it in the same paragraph or bullet: what "either" and "then" look back to. */
  readonly before: Sentence | null;
  /** The sentence after it in the same paragraph or bullet. */
  readonly after?: Sentence | null;
  /** The heading, or the lead-in of a list, that it stands below. */
  readonly above?: Sentence | null;
  /** The first sentence of the list item or heading before it, of the same depth: what "all others" leaves. */
  readonly beside?: Sentence | null;
}

/** Longer than any sentence is. What is longer is not taken apart, and nobody can say that it was understood. */
export const longest = 2000;
const longestText = 50_000;

/** Names a sentence without repeating it. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text.replace(/\s+/g, " ").trim()).digest("hex").slice(0, 16);
}

/** Takes a text of Markdown and HTML apart into sentences. */
export function sentencesOf(place: Place): readonly Sentence[] {
  if (place.text.length > longestText) return [{ text: place.text, place, number: 1, before: null }];
  const found: { -readonly [Key in keyof Sentence]: Sentence[Key] }[] = [];
  let heading: Sentence | null = null;
  /** The last sentence of each open list item and of the paragraph that leads in, by depth. */
  let leads: readonly (readonly [depth: number, lead: Sentence])[] = [];
  let firsts: readonly (readonly [depth: number, first: Sentence])[] = [];
  for (const { text, kind, depth } of blocksOf(place.text)) {
    const level = kind === "bullet" ? depth : kind === "heading" ? -1 : 0;
    const beside: Sentence | null = level === 0 ? null : (firsts.findLast(([of]) => of === level)?.[1] ?? null);
    leads = kind === "bullet" ? leads.filter(([outer]) => outer < depth) : [];
    const above: Sentence | null = kind === "heading" ? null : (leads.at(-1)?.[1] ?? heading);
    let before: (typeof found)[number] | null = null;
    for (const each of splitIntoSentences(text)) {
      const sentence: (typeof found)[number] = {
        text: each,
        place,
        number: found.length + 1,
        before,
        above,
        beside: before ? null : beside,
      };
      if (before === null && level !== 0) firsts = [...firsts.filter(([of]) => (level < 0 ? of < 0 : of < level)), [level, sentence]];
      if (before) before.after = sentence;
      before = sentence;
      found.push(sentence);
    }
    if (kind === "heading") heading = before;
    else if (before) leads = [...leads, [depth, before]];
  }
  return found;
}

/** A paragraph, a list item or a heading. */
interface Block {
  readonly text: string;
  readonly kind: "text" | "bullet" | "heading";
  /** How deep a list item is; a paragraph is above all of them. */
  readonly depth: number;
}

const cut = "\u2029";
// Signs of what a block is, from the part of Unicode that no text uses.
const [headed, itemed, indent] = ["\uE000", "\uE001", "\uE002"];

/** Paragraphs, list items and lines that were broken on purpose, without their markup. */
function blocksOf(text: string): readonly Block[] {
  return (
    text
      .replaceAll(/[\uE000-\uE002]/g, " ")
      .replaceAll(/\r\n?/g, "\n")
      // Long runs of blanks and of empty lines mean no more than short ones, and what looks for blanks would begin at each of them.
      .replaceAll(/(?<=[ \t]{40})[ \t]+/g, "")
      .replaceAll(/\n[ \t]*(?=\n[ \t]*\n)/g, "")
      .replaceAll(/(^|\n)(?=[^\n\w]*\w)([^\n]*)\n[ \t]*(?:-{3,}|={3,})[ \t]*(?=\n|$)/g, `$1${cut}${headed}$2${cut}`)
      .replaceAll(/(^|\n)[ \t]*#{1,6}[ \t]+([^\n]+)/g, `$1${cut}${headed}$2${cut}`)
      .replaceAll(/<h([1-6])\b[^<>]*>([^<]*)<\/h\1>/gi, `${cut}${headed}$2${cut}`)
      .replaceAll(
        /(^|\n|<br\s*\/?>)[ \t]*(?:\*\*|<b>|<strong>)([^\n<*]{1,80})(?:\*\*|<\/b>|<\/strong>):?[ \t]*(?=\n[ \t]*(?:\n|[-*•]|\d+\.)|$|<br)/gi,
        `$1${cut}${headed}$2${cut}`,
      )
      .replaceAll(/\n(?=[ \t]*`?[A-Z][A-Z0-9_]+`?[ \t]*(?::|-|\u2013|\u2014)[ \t])/g, cut)
      .replaceAll(/<br\s*\/?>\s*(?=[a-z](?![^\n<]{0,40}: ))/g, " ")
      .replaceAll(/<li\b[^<>]*>/gi, `${cut}${itemed}`)
      .replaceAll(/<(?:br|p|\/p|\/li|\/?ul|\/?ol|hr)\s*\/?>/gi, cut)
      .replaceAll(/\u2029\s*(?=\u2029)/g, "")
      .split(/<\/code>/i)
      .map(inBackticks)
      .join("")
      .replaceAll(/^\s*<a\b[^<>]*>([^<]*)<\/a>\s*\n/gi, `$1${cut}`)
      .replaceAll(/(^|[\n\u2029])\s*\[([^\][]+)\]\([^()\s]*\)\s+(?=[A-Z])/g, `$1$2${cut}`)
      .replaceAll(/\[([^\][]+)\]\([^()\s]*\)/g, "$1")
      .replaceAll(/<\/?[a-z][^<>]*>/gi, "")
      .replaceAll("**", "")
      .replaceAll(/\n[ \t]*\n/g, cut)
      .replaceAll(
        /(^|[\n\u2029])([ \t]*)(?:[-*•]|\d+\.)[ \t]+/g,
        (_, _start, space: string) => cut + itemed + indent.repeat(Math.min(space.length, 20)),
      )
      .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "")
      .split(cut)
      .map(blockOf)
      .filter((block) => block.text !== "")
  );
}

/** What is before the end of a `<code>`, of which the first that begins there is meant; the last part has no end. */
function inBackticks(part: string, at: number, { length }: readonly string[]): string {
  return at === length - 1 ? part : part.replace(/<code>(.*)$/is, (_, code: string) => `\`${code.trim()}\``);
}

function blockOf(marked: string): Block {
  const plain = marked
    .replaceAll(/[\uE000-\uE002]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (marked.startsWith(headed)) return { text: plain, kind: "heading", depth: 0 };
  if (!marked.startsWith(itemed)) return { text: plain, kind: "text", depth: 0 };
  return { text: plain, kind: "bullet", depth: 1 + (marked.match(/\uE002/g)?.length ?? 0) };
}

/** Words that end in a full stop within a sentence. */
const abbreviation = /(?:^|[\s("'])(?:e\.g|i\.e|etc|vs|approx|incl|no|St|[Mm]in|[Mm]ax|[A-Z])$/;

/** More than any of them, with what is before it: so much of a text is enough to know one by. */
const LONGEST_ABBREVIATION = 20;

function splitIntoSentences(block: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  const take = (end: number): void => {
    const sentence = block.slice(start, end).trim();
    if (sentence !== "") sentences.push(sentence);
    start = end;
  };
  // A full stop, then a beginning; or a remark in brackets, which needs no full stop before it.
  for (const found of block.matchAll(/[.!?]["'`)\]]*(?:\s+(?=["'`([]*[A-Z0-9])|(?=\[))|\s(?=\[[A-Z][a-z]+ )/g)) {
    const isStop = /^[.!?]/.test(found[0]);
    if (isStop && abbreviation.test(block.slice(Math.max(start, found.index - LONGEST_ABBREVIATION), found.index))) continue;
    take(found.index + found[0].length);
  }
  take(block.length);
  return sentences;
}

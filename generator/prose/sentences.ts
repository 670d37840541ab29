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
  const found: Sentence[] = [];
  for (const block of blocksOf(place.text)) {
    let before: Sentence | null = null;
    for (const text of splitIntoSentences(block)) {
      before = { text, place, number: found.length + 1, before };
      found.push(before);
    }
  }
  return found;
}

const cut = "\u2029";

/** Paragraphs, bullets and lines that were broken on purpose, without their markup. */
function blocksOf(text: string): readonly string[] {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/<br\s*\/?>\s*(?=[a-z])/g, " ")
    .replaceAll(/<(?:br|p|\/p|\/?li|\/?ul|\/?ol|hr)\s*\/?>/gi, cut)
    .replaceAll(/<code>\s*(.*?)\s*<\/code>/gis, "`$1`")
    .replaceAll(/^\s*<a\b[^<>]*>([^<]*)<\/a>\s*\n/gi, `$1${cut}`)
    .replaceAll(/(^|[\n\u2029])\s*\[([^\][]+)\]\([^()\s]*\)\s+(?=[A-Z])/g, `$1$2${cut}`)
    .replaceAll(/\[([^\][]+)\]\([^()\s]*\)/g, "$1")
    .replaceAll(/<\/?[a-z][^<>]*>/gi, "")
    .replaceAll("**", "")
    .replaceAll(/\n[ \t]*\n/g, cut)
    .replaceAll(/(^|[\n\u2029])[ \t]*(?:[-*•]|\d+\.)[ \t]+/g, cut)
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "")
    .split(cut)
    .map((block) => block.replaceAll(/\s+/g, " ").trim())
    .filter((block) => block !== "");
}

/** Words that end in a full stop within a sentence. */
const abbreviation = /(?:^|[\s("'])(?:e\.g|i\.e|etc|vs|approx|incl|no|St|[A-Z])$/;

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
    if (isStop && abbreviation.test(block.slice(start, found.index))) continue;
    take(found.index + found[0].length);
  }
  take(block.length);
  return sentences;
}

import { nearest } from "../../runtime/validation/wording.js";
import type { Data } from "../modules.js";

// This is our own code because search libraries such as minisearch and Fuse.js rank by word
// frequency, but a plain column must precede its variants. With minisearch, 36 columns are not the
// first match for their own label.

/**
 * Marketing terms, each with the words that column names and labels use instead. A term also
 * matches columns that use the term itself.
 */
const SAME: Readonly<Record<string, readonly string[]>> = {
  "2 second": ["mrc"],
  add: ["addition"],
  adset: ["ad group"],
  atc: ["add cart"],
  basket: ["cart"],
  budget: ["spend cap"],
  click: ["clickthrough"],
  completion: ["complete"],
  conversion: ["checkout"],
  cost: ["spend"],
  cpa: ["cost action"],
  cpc: ["cost click"],
  cpe: ["cost engagement"],
  cpl: ["cost lead"],
  cpm: ["cost thousand impression"],
  cpv: ["cost video view"],
  ctr: ["clickthrough rate"],
  "landing page view": ["page visit", "destination view"],
  link: ["outbound"],
  mille: ["thousand impression"],
  money: ["spend"],
  order: ["checkout"],
  people: ["user"],
  purchase: ["checkout"],
  reach: ["impression user"],
  registration: ["signup"],
  revenue: ["checkout value"],
  roas: ["return ad spend"],
  sale: ["checkout value"],
  shown: ["impression"],
  spent: ["spend"],
  start: ["play 0"],
  view: ["impression"],
  website: ["web"],
};

/** Words that are ignored, unless the search contains no other words. */
const NOISE = new Set(
  "a amount an and at by did do for from have how in is it many me much my number of on our per show the them they to was we were what which with".split(
    " ",
  ),
);

/**
 * Words that a column need not match if the search also contains other words. All columns are about
 * ads and Pins, so "Pin saves" means saves, and "ad spend" means spend.
 */
const OPTIONAL = new Set(["account", "ad", "campaign", "group", "pin", "total"]);

/**
 * Words that do not make a column a variant of the plain column. A total counts as the plain
 * column, and Pinterest's video views are MRC views.
 */
const PLAIN = new Set(["dollar", "mrc", "total"]);

/**
 * Words for the origin of a count. If a column contains such a word and the search does not, the
 * word counts half as much against the column as any other word.
 */
const ORIGIN = new Set(["earned", "paid"]);

/** Matches the labels of columns that people rarely look for. */
const RARE = /credit|earned|gross|in-app|millionths|not documented|offline|Pinterest|SKAN|unknown/;

/** The columns that match a search. */
export interface Matches {
  /** The names of the columns, best match first. */
  readonly names: readonly string[];
  /** Messages about words that were replaced or that no column matches. */
  readonly notes: readonly string[];
}

/**
 * Finds the columns that match the most marketing terms in `text`.
 *
 * A column whose name or label equals `text` comes first. Then come the columns with the fewest
 * other words, so a total precedes its variants. Ignores case. Corrects misspelled words, and says
 * so in `notes`. Finds no names if nothing matches. The index is built from the first `data` and
 * reused in later calls.
 */
export function searchColumns(text: string, data: Data): Matches {
  index ??= indexOf(data);
  const { terms, notes } = termsOf(text, index);
  const name = text.trim().toUpperCase();
  const words = stems(text).join(" ");
  const matches = index.columns
    .map((column) => ({
      column,
      exact: exactness(name, words, column),
      match: matchOf(column, terms),
    }))
    .filter(({ exact, match }) => exact > 0 || match.met > 0);
  const most = Math.max(0, ...matches.map(({ match }) => match.met));
  const names = matches
    .filter(({ exact, match }) => exact > 0 || match.met === most)
    .sort((one, other) => other.exact - one.exact || compare(one.match.rank, other.match.rank))
    .map(({ column }) => column.name);
  const needed = terms.filter(({ isOptional }) => !isOptional);
  const isExact = matches.some(({ exact }) => exact > 0);
  const isPartial = !isExact && 0 < most && most < needed.length;
  return { names, notes: isPartial ? [...notes, partNote(needed, index)] : notes };
}

/** Words, each reduced to its stem. */
type Phrase = readonly string[];

interface Searchable {
  readonly name: string;
  /** The stems of the column's name and of its label, each list joined with spaces. */
  readonly words: { readonly name: string; readonly label: string };
  /** The stems of the label, without noise words. */
  readonly title: Phrase;
  /** The stems of the name, without noise words. */
  readonly ownTitle: Phrase;
  readonly isRare: boolean;
}

interface Index {
  readonly columns: readonly Searchable[];
  /** All words in column names and labels, keyed by stem. */
  readonly words: ReadonlyMap<string, string>;
}

let index: Index | null = null;

/** Prepares all columns for searching. */
function indexOf({ reportColumnValues, columnLabels }: Data): Index {
  const words = new Map<string, string>();
  const columns = reportColumnValues.map((name) => {
    const label = columnLabels[name];
    for (const word of wordsOf(`${label} ${name}`)) words.set(stem(word), word);
    const title = titleOf(label);
    const ownTitle = titleOf(name.replace(/_1$/, "_PAID").replace(/_2$/, "_EARNED"));
    const both = { name: stems(name).join(" "), label: stems(label).join(" ") };
    return { name, words: both, title, ownTitle, isRare: RARE.test(label) };
  });
  return { columns, words };
}

/** A word in a search, or several words that belong together. */
interface Term {
  readonly text: string;
  /** The phrases that the term can mean: its own words first, then synonyms. */
  readonly meanings: readonly Phrase[];
  /** How many of `meanings` consist of the term's own words. */
  readonly own: number;
  readonly isOptional: boolean;
}

interface Terms {
  readonly terms: readonly Term[];
  /** Messages about words that were replaced with similar words. */
  readonly notes: readonly string[];
}

/** The longest term in `SAME`, in words. */
const LONGEST_TERM = 3;
/** Longer searches and words are truncated. No label is nearly that long. */
const MAX_WORDS = 50;
const LONGEST_WORD = 50;

/** The terms in a search. A word that no column contains is replaced with a similar one. */
function termsOf(text: string, { words: known }: Index): Terms {
  // `add-to-cart` is three words here. Words that together form a known word are joined below.
  const words = wordsOf(text.replaceAll("-", " "))
    .slice(0, MAX_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  const terms = new Map<string, Term>();
  const notes = new Set<string>();
  const isNoise = words.every((word) => NOISE.has(word));
  for (let at = 0; at < words.length; ) {
    let length = LONGEST_TERM;
    while (length > 1 && !isTerm(words.slice(at, at + length), known)) length--;
    const part = words.slice(at, at + length);
    const [word = ""] = part;
    at += length;
    if (length === 1 && NOISE.has(word) && !isNoise) continue;
    const near = length > 1 || isTerm(part, known) ? null : similarTo(word, known);
    if (near !== null) notes.add(`no column matches "${word}"; searched for "${near}"`);
    const term = termOf(near === null ? part : [near], known);
    terms.set(term.text, term);
  }
  const needed = [...terms.values()].filter(({ isOptional }) => !isOptional);
  const all = [...terms.values()].map((term) =>
    needed.length === 0 ? { ...term, isOptional: false } : term,
  );
  return { terms: all, notes: [...notes] };
}

/** Whether the words are a term in `SAME`, or form a known word when joined. */
function isTerm(words: readonly string[], known: Index["words"]): boolean {
  return SAME_STEMS.has(words.map(stem).join(" ")) || known.has(stem(words.join("")));
}

/** A term with its own words and their synonyms. */
function termOf(words: readonly string[], known: Index["words"]): Term {
  const own = words.map(stem);
  const joined = stem(words.join(""));
  const isJoined = own.length > 1 && known.has(joined);
  const meanings = [own, ...(isJoined ? [[joined]] : [])];
  return {
    text: words.join(" "),
    meanings: [...meanings, ...(SAME_STEMS.get(own.join(" ")) ?? [])],
    own: meanings.length,
    isOptional: own.length === 1 && OPTIONAL.has(joined),
  };
}

const SHORTEST_WORD = 3;

/**
 * The shortest known word that begins with `word`, such as `frequency` for `freq`. Otherwise, the
 * most similar known word with the same first letter, in case `word` is misspelled. Null if there
 * is neither.
 */
function similarTo(word: string, known: Index["words"]): string | null {
  if (word.length < SHORTEST_WORD) return null;
  const words = [...known.values(), ...Object.keys(SAME)]
    .filter((each) => each.length >= SHORTEST_WORD && each[0] === word[0] && !each.includes(" "))
    .sort((one, other) => one.length - other.length);
  return words.find((each) => each.startsWith(word)) ?? nearest(word, words);
}

interface Match {
  /** The number of required terms that match. */
  readonly met: number;
  /** Compared number by number. A smaller rank is a better match. */
  readonly rank: readonly number[];
}

/**
 * How well the column matches: by its name if the name matches more of the required terms than the
 * label does, otherwise by its label.
 */
function matchOf({ title, ownTitle, isRare }: Searchable, terms: readonly Term[]): Match {
  const match = matchOfTitle(title, terms, isRare);
  const own = matchOfTitle(ownTitle, terms, isRare);
  return own.met > match.met ? own : match;
}

/** How well a name or label matches the terms. */
function matchOfTitle(title: Phrase, terms: readonly Term[], isRare: boolean): Match {
  const matched = new Set<string>();
  const places: number[] = [];
  let met = 0;
  let synonyms = 0;
  for (const { meanings, own, isOptional } of terms) {
    const fitting = meanings.filter((phrase) => phrase.every((word) => title.includes(word)));
    const [best] = fitting;
    if (best === undefined) continue;
    if (!isOptional) met++;
    if (meanings.indexOf(best) >= own) synonyms++;
    places.push(title.indexOf(best[0] ?? ""));
    for (const word of fitting.flat()) matched.add(word);
  }
  const unmatched = title
    .filter((word) => !matched.has(word))
    .reduce((sum, word) => sum + weightOf(word), 0);
  const isOrdered = places.every((place, at) => at === 0 || (places[at - 1] ?? 0) <= place);
  return { met, rank: [unmatched, synonyms, -places.length, Number(!isOrdered), Number(isRare)] };
}

/** The weight of a word that a column has but the search does not. */
function weightOf(word: string): number {
  if (PLAIN.has(word)) return 0;
  return ORIGIN.has(word) ? 1 : 2;
}

/** Compares two ranks number by number. Negative if the first is better. */
function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/**
 * How exactly a search names a column. 3: by its name; 2: by its label; 1: by its name written as
 * words; 0: not exactly.
 */
function exactness(name: string, words: string, column: Searchable): number {
  if (name === column.name) return 3;
  if (words === column.words.label) return 2;
  return words === column.words.name ? 1 : 0;
}

/** Says which terms no column matches, or that no column matches all of them. */
function partNote(needed: readonly Term[], { columns }: Index): string {
  const missing = needed.filter(
    (term) => !columns.some((column) => matchOf(column, [term]).met > 0),
  );
  if (missing.length === 0) return "no column matches all words; these match the most";
  const quoted = missing.map(({ text }) => `"${text}"`);
  return `no column matches ${quoted.join(" or ")}; these match the other words`;
}

/** The stems of the words in a name or label, without noise words. */
function titleOf(text: string): Phrase {
  return wordsOf(text)
    .filter((word) => !NOISE.has(word))
    .map(stem);
}

/** The stems of all words in a text. */
function stems(text: string): Phrase {
  return wordsOf(text).map(stem);
}

/**
 * The singular of a word. The result may be misspelled, because stems are only compared with other
 * stems.
 */
function stem(word: string): string {
  return word
    .replace(/ies$/, "y")
    .replace(/(ch|sh|ss|x|z)es$/, "$1")
    .replace(/(?<!s)s$/, "");
}

/** The words of a text in lower case. Hyphens are removed: `click-through` is one word. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/\b-\b/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const SAME_STEMS: ReadonlyMap<string, readonly Phrase[]> = new Map(
  Object.entries(SAME).map(([term, phrases]) => [stems(term).join(" "), phrases.map(stems)]),
);

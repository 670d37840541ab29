import { nearest } from "../../runtime/validation/wording.js";
import type { Data } from "../modules.js";

/** Marketing terms, each with the words that column names and labels use instead. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  ads: ["ad", "pin promotion"],
  adset: ["ad group"],
  atc: ["add cart"],
  basket: ["cart"],
  click: ["click", "clickthrough"],
  clicks: ["clickthrough", "click"],
  conversion: ["conversions", "checkout"],
  cost: ["cost", "spend"],
  costs: ["spend", "cost"],
  cpa: ["cost action"],
  cpc: ["cpc", "cost click"],
  cpm: ["cpm", "cost thousand impressions"],
  cpv: ["cost video view"],
  ctr: ["ctr", "click through rate"],
  money: ["spend"],
  order: ["checkout"],
  orders: ["checkout"],
  purchase: ["checkout"],
  purchases: ["checkout"],
  reach: ["impression user"],
  revenue: ["checkout value"],
  roas: ["roas", "return ad spend"],
  sales: ["checkout value"],
  save: ["repin", "save"],
  saves: ["repin", "saves"],
  shown: ["impression"],
  spent: ["spend"],
  view: ["view", "impression"],
  views: ["views", "impression"],
};
const NOISE = new Set(
  "a an and by did do for from have how in is it many me much my of on our per show the them they to was we were what which with".split(
    " ",
  ),
);

/** Words to ignore in column names, because they carry little meaning. */
const COMMON = new Set(["1", "dollar", "total"]);

interface Searchable {
  readonly name: string;
  /** All words in the column's name and label. */
  readonly words: ReadonlySet<string>;
  /** The words of the label, and those of the name except common ones. */
  readonly titles: readonly (readonly string[])[];
  /** Whether people rarely mean this column, for example because it is in millionths. */
  readonly isRare: boolean;
}

let searchable: readonly Searchable[] | null = null;

/**
 * Finds the columns that match any word of `text`. Returns their names, best match first. A column
 * with exactly this name comes first. The others rank by how many words match, and how few do not.
 * Ignores case, knows marketing terms such as `cpc`, and corrects misspelled words. Empty if
 * nothing matches. Keeps an index of the first `data`, and uses it in later calls.
 */
export function searchColumns(text: string, data: Data): readonly string[] {
  searchable ??= data.reportColumnValues.map((name) => searchableOf(name, data));
  const exact = text.trim().replaceAll(" ", "_").toUpperCase();
  const vocabulary = [...new Set(searchable.flatMap(({ words }) => [...words]))];
  const terms = wordsOf(text).map((word) => meaningsOf(word, vocabulary));
  return searchable
    .map((column) => ({ column, score: scoreOf(column, terms) }))
    .filter(({ column, score }) => score > 0 || column.name === exact)
    .sort((one, other) => rank(other) - rank(one))
    .map(({ column }) => column.name);

  function rank({
    column,
    score,
  }: {
    readonly column: Searchable;
    readonly score: number;
  }): number {
    return column.name === exact ? Number.POSITIVE_INFINITY : score;
  }
}

/** The phrases that a word can mean, each as a list of words. */
type Meanings = readonly (readonly string[])[];

/** Scores a column: matching every term counts most, then having few other words. */
function scoreOf({ words, titles, isRare }: Searchable, terms: readonly Meanings[]): number {
  const met = new Set<string>();
  let found = 0;
  for (const meanings of terms) {
    const phrase = meanings.find((each) => each.every((word) => words.has(word)));
    if (phrase === undefined) continue;
    found++;
    for (const word of phrase) met.add(word);
  }
  if (found === 0) return 0;
  const shares = titles.map((title) => {
    const said = title.filter((word) => met.has(word) || met.has(word.replace(/s$/, "")));
    return said.length / Math.max(1, title.length);
  });
  return (2 * found) / terms.length + Math.max(...shares) - (isRare ? 0.3 : 0);
}

/**
 * The phrases for a word. A word with synonyms stands for these, any other known word for itself. A
 * misspelled word stands for the phrases of the nearest known word.
 */
function meaningsOf(word: string, vocabulary: readonly string[]): Meanings {
  if (Object.hasOwn(SAME, word)) return (SAME[word] ?? []).map((phrase) => phrase.split(" "));
  const known = [word, word.replace(/s$/, "")].find((each) => vocabulary.includes(each));
  if (known !== undefined) return [[known]];
  const near = nearest(word, [...vocabulary, ...Object.keys(SAME)]);
  return near === null || near.length < 3 ? [[word]] : meaningsOf(near, vocabulary);
}

function searchableOf(name: string, { columnLabels, columnDescriptions }: Data): Searchable {
  const key = name as keyof typeof columnLabels;
  const label = wordsOf(columnLabels[key]);
  const words = [...wordsOf(name), ...label].flatMap((word) => [word, word.replace(/s$/, "")]);
  const isRare = /MICRO|_2$|GROSS|CREDIT|not documented/.test(`${name} ${columnDescriptions[key]}`);
  const own = wordsOf(name).filter((word) => !COMMON.has(word));
  return { name, words: new Set(words), titles: [label, own], isRare };
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !NOISE.has(word));
}

// Reads lengths, numbers of items and ranges from a sentence about one field: "255 characters at
// most". A bound is read only if every word of its clause is known, so that no word can change its
// meaning.

import type { Stated, StatedLimits } from "../lower/stated-limits.js";
import type { Json } from "../parse/json.js";

/** The type of a described field's value, or of a described list's items. */
export type ValueKind = "string" | "number" | "integer" | "array" | "other";

/** The field that is being described. */
export interface Described {
  readonly kind: ValueKind;
  /** The type of its items, if it is a list. */
  readonly items: ValueKind | null;
  /** The enum values in the schema of the field or of its items. Empty if there are none. */
  readonly values: readonly Json[];
  /** The words in the field's name and definition, as returned by `stemOf`. */
  readonly words: ReadonlySet<string>;
  /** The words in the name of the object that contains the field. */
  readonly holder: ReadonlySet<string>;
  /** The names of the other fields of the same object. */
  readonly siblings: ReadonlySet<string>;
  /** Whether unknown words are permitted. Anything read this way is only proposed. */
  readonly isLoose?: true;
}

/**
 * A word in lower case and, roughly, in the singular. The ending "ies" becomes "y", and a final "s"
 * is removed unless it follows another "s". So "status" becomes "statu". Words with one or two
 * letters keep their "s".
 */
export function stemOf(word: string): string {
  const lower = word.toLowerCase();
  return lower.length > 2 ? lower.replace(/ies$/, "y").replace(/(?<!s)s$/, "") : lower;
}

/**
 * The words in a name or text, as returned by `stemOf`, in order. Duplicates are kept. `adGroups`
 * is two words. Every character except `A` to `Z`, `a` to `z` and digits separates words.
 */
export function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map(stemOf);
}

/**
 * Whether words end with the name of another field of the same object. The words must be as
 * returned by `stemOf`. False if they may also name the described field.
 */
export function isSibling(stems: readonly string[], { siblings, words }: Described): boolean {
  if (stems.every((word) => words.has(word))) return false;
  const named = ` ${stems.join(" ")}`;
  return [...siblings].some((name) => {
    const parts = wordsOf(name);
    return !parts.every((word) => words.has(word)) && named.endsWith(` ${parts.join(" ")}`);
  });
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words without a meaning of their own. */
const PLAIN = setOf(
  "there anything everything a an the this these that its it your you we our any all of in on at with and but or to as by also please note inclusive inclusively here altogether overall currently whole integer decimal numeric double float positive full display new given complete entire",
);
const VERBS = setOf(
  "must may can shall has have need needs required needed to be is are being been do does contain contains hold holds include includes consist consists accept accepts accepted allow allows allowed permit permits permitted support supports supported provide provided pass passed specify specified list listed send sent give given add added supply supplied enter entered use used set take takes keep choose chosen pick picked request requested select selected named submit submitted ranges range fall falls lie lies",
);
const NOUNS = setOf(
  "value field parameter string text number integer length size count amount total array list limit item entry element option long length valid possible legal minimum maximum range id url uri link code label title message character char letter bound cap figure attribute information",
);
/** Amounts of anything other than characters and items. */
const OTHER_UNITS =
  /\b\d[\d.]*(?: ?[x×] ?\d+| ?-?(?:[kmg]b|byte|kilobyte|megabyte|gigabyte|pixel|px|second|sec|minute|min|hour|day|week|month|year|percent|cent|dollar|time|people|person|user|member|degree)s?\b|%)/gi;

/**
 * Whether all numbers in a sentence measure something other than strings and lists. They then have
 * a unit such as days, pixels, MB or %. True if there are no numbers in digits, because words for
 * numbers do not count.
 */
export function isOfOtherUnits(sentence: string): boolean {
  const rest = sentence
    .replaceAll(/\b(\d[\d.]*)(?= (?:and|to|or) \d)/g, "")
    .replaceAll(OTHER_UNITS, "");
  return !/\d/.test(rest);
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
/** Words between an amount and "max" that name what is counted in a list. */
const COUNTED = `(?: (?:[a-z_]+ ){0,3}?[a-z_]+)?`;
const LONG = "(?:long|larg|great|high|bigg|old|lengthi|wid)er";
const SHORT = "(?:short|small|low|few|young|narrow)er";
/** "Be set to", "set this": words for giving a value, before an amount. */
const SET = "(?:be set |set (?:this |it )?)(?:to (?:a value |anything )?)?";

type Operator = "least" | "most" | "above" | "below" | "exactly" | "range" | "outside";

/** Wordings of a bound, including its number. The first match is used. */
const BOUNDS: readonly (readonly [RegExp, Operator])[] = (
  [
    [
      `(?:must not|may not|cannot) be (?:below|under|(?:less|${SHORT}) than) ${NUMBER} n?or (?:above|over|(?:more|${LONG}) than) ${NUMBER}`,
      "range",
    ],
    [
      `outside (?:of )?(?:the )?(?:range )?(?:of |from |between )?${NUMBER} (?:to|and|through|-) ${NUMBER}`,
      "outside",
    ],
    [
      String.raw`(?:(?:in|within|of) (?:the |a )?range (?:of |from )?)?(?:ranging )?(?:between ${NUMBER} and |(?:between |from )?${NUMBER}(?: (?:up )?to | through | ?- ?| ?\.\.\.? ?))${NUMBER}`,
      "range",
    ],
    [
      `(?:must not|may not|cannot|should never|must never|can never|does not|not|never|do not) (?:exceed|surpass|(?:go |run |get |be |${SET})?(?:above|beyond|over|past)|(?:[a-z]+ |${SET})?(?:more|${LONG}) than) ${NUMBER}`,
      "most",
    ],
    [
      `(?:must not|may not|cannot|must never|not|never|do not) (?:(?:fall |go |get |be |${SET})?(?:below|under)|(?:[a-z]+ |${SET})?(?:less|${SHORT}) than) ${NUMBER}`,
      "least",
    ],
    [`(?:no|not) (?:more|${LONG}) than ${NUMBER}`, "most"],
    [`(?:no|not) (?:less|${SHORT}) than ${NUMBER}`, "least"],
    [
      `(?:less than or equal to|<=|≤|at most|at the most|up to(?: and including)?) ${NUMBER}`,
      "most",
    ],
    [
      `(?:greater than or equal to|more than or equal to|>=|≥|at least|at the least) ${NUMBER}`,
      "least",
    ],
    [
      `(?:limited|restricted|capped|confined) (?:to|at) (?:(?:a )?max(?:imum)? (?:of )?)?${NUMBER}`,
      "most",
    ],
    [
      `(?:a |the )?(?:max(?:imum)?|highest|largest|longest|greatest|biggest|upper)(?: (?:allowed|accepted|permitted|possible|supported|valid))?(?: (?:value|length|size|limit|bound|number|amount|count|bid|price)s?)?(?: (?:allowed|accepted|permitted|possible|supported|valid))?(?: of (?:[a-z_]+ ){0,3}?[a-z_]+s)?(?: is|:| of| =|,)? ?${NUMBER}`,
      "most",
    ],
    [
      `(?:a |the )?(?:min(?:imum)?|lowest|smallest|shortest|least|lower)(?: (?:allowed|accepted|permitted|possible|supported|valid))?(?: (?:value|length|size|limit|bound|number|amount|count|bid|price)s?)?(?: (?:allowed|accepted|permitted|possible|supported|valid))?(?: of (?:[a-z_]+ ){0,3}?[a-z_]+s)?(?: is|:| of| =|,)? ?${NUMBER}`,
      "least",
    ],
    [
      `${NUMBER}${COUNTED} (?:or (?:less|fewer|${SHORT})|(?:at )?max(?:imum)?|at (?:the |the very )?most|tops)`,
      "most",
    ],
    [`${NUMBER}${COUNTED} (?:min(?:imum)?|at least)`, "least"],
    // "One or more" without a demand only says that there are some.
    [
      `(?<=^(?!.*\\b(?:not|never|cannot|no|avoid|you|which|that)\\b).*\\b(?:must|needs?|requires?|shall|should)\\b.*|^(?:please )?(?:send|provide|specify|enter|pass|include)\\b.*)${NUMBER}${COUNTED} or (?:more|${LONG})`,
      "least",
    ],
    [`(?:keep|cut|limit|restrict|shorten|trim) (?:[a-z]+ ){1,3}?(?:to|within) ${NUMBER}`, "most"],
    [`(?:exactly|precisely) ${NUMBER}`, "exactly"],
    [
      `(?:more|${LONG}) than ${NUMBER}|> ?${NUMBER}|(?:exceed(?:s|ing)?|over|above|beyond|past) ${NUMBER}`,
      "above",
    ],
    [`(?:less|${SHORT}) than ${NUMBER}|< ?${NUMBER}|(?:under|below) ${NUMBER}`, "below"],
    [`${NUMBER} limit|limit(?: is|:| of)? ${NUMBER}`, "most"],
  ] as const
).map(([text, operator]) => [new RegExp(`(?<![\\w.])(?:${text})(?![\\w%]|\\.\\d)`, "i"), operator]);

/** "The whole request". */
export const REQUEST =
  "(?:the|your|this|that|an?|any|its) (?:whole |entire |complete )?(?:requests?|calls?|batch(?:es)?|updates?|uploads?|api call)";
/** Words that say that something is not accepted. */
const REFUSED = new RegExp(
  [
    "\\b(?:(?:is|are|will be|will|gets?) )?(?:rejected|refused|declined|denied|invalid|an error|forbidden|disallowed|prohibited|not (?:be )?(?:accepted|allowed|permitted|supported|valid|possible))\\b",
    `\\b(?:will )?(?:makes?|causes?|lets?) ${REQUEST} (?:to )?(?:fail|be (?:rejected|refused)|invalid)(?: validation)?\\b`,
    "\\b(?:will )?(?:fails?(?! to\\b)|(?:causes?|triggers?|raises?|produces?|throws?|gives?|returns?|(?:leads?|results?) (?:to|in)) an? (?:validation |4\\d\\d )?error)(?: validation)?\\b",
    "\\b(?:cannot|can not) be (?:saved|stored|created|submitted|accepted|registered)\\b",
  ].join("|"),
  "i",
);
/** "May be rejected": not in all cases. */
const UNSURE =
  /\b(?:may|might|could|can|would) (?:also |even |then )?(?:be (?:rejected|refused|declined|denied|invalid)|fail|cause|trigger|lead|result|make|raise|return)\b/i;
/** "Makes the printer fail": something other than the request. */
const MAKES_OTHERS = /\S (?:make|cause|let)s?\b/i;

/**
 * A phrase for what contains the list: "in one request". It is dropped, because it does not change
 * the limit.
 */
const IN_ONE =
  / (?:in|within|with|on|for) (?:an?|one|1|each|any|a single|the same) (?!\w* ?error)[a-z-]+(?: [a-z]+)?$/i;
/** An ending that can be ignored: "2 to 5, one for each card". */
const ONE_FOR_EACH = /, (?:one|1) (?:for|per) (?:each |every )?[a-z]+$/i;
/**
 * "Drops with three shapes or less have the best ratings": the effect of an amount, not a limit.
 */
const EFFECT =
  /\bwith [a-z ]*#.*\b(?:has|reaches|(?:have|get|see|show|tend|sell|perform|take|cost|receive|reach)s?)\b/i;
/** "Must not get over 5": a negation that belongs to the amount. */
const NEGATED =
  /\b(?:not|cannot|never|avoid) (?!accept|allow|permit|support|valid|possible|be accept)[a-z ]*#/i;
/** "No more than two decimals": not the size of a number. */
const OF_DECIMALS = /# +(?:decimal|fraction)/i;
/** A remark that can be ignored: "zero-based, so the highest is 4". */
const BASE = /\b(?:zero|one|\d)-based\b/i;

interface Bound {
  readonly operator: Operator;
  readonly amounts: readonly number[];
}

/** A superlative with words before its amount: "the lowest bid you can send is 5". */
const SUPERLATIVE =
  /\b(max(?:imum)?|highest|largest|longest|greatest|most|minimum|min|lowest|smallest|shortest|least)\b(?: [a-z]+){0,8}? (?:is|are)(?= -?\d)/gi;

/**
 * Whether a clause is about each item of a list: "each URL". In a loose reading, "every question
 * needs two options" and "per ad group" are about the object that contains the list.
 */
function isOfEach(clause: string, of: Described): boolean {
  const isOwn = (word: string): boolean => isOneItem(stemOf(word), of);
  return (
    /^(?:with|of)\b/i.test(clause) ||
    [...clause.matchAll(/\b(?:each|every|per)\b ?([a-z_-]*) ?([a-z]*)/gi)].some(
      // "Per asset group" is about the group that contains the list, not about each asset.
      ([, word = "", next = ""]) =>
        of.isLoose !== true || word === "" || (isOwn(word) && !of.holder.has(stemOf(next))),
    )
  );
}

/**
 * The limits that a clause states.
 *
 * Numbers must be in digits. An exclusive limit on a number is a boolean keyword, as in OpenAPI
 * 3.0. In lengths and counts, "more than 5" becomes at least 6. Null if:
 * - there is no limit, or a number is not part of one
 * - limits contradict each other, do not fit the field's type, or are not a demand
 * - the clause contains an unknown word, unless `of.isLoose` is set
 */
export function amountsIn(clause: string, of: Described): StatedLimits | null {
  const isEach = of.kind === "array" && isOfEach(clause, of);
  const bare = clause
    .replace(/^(?:please )?note(?: that)?:? /i, "")
    .replace(/\b(can|may|must) only\b/i, "must")
    .replace(ONE_FOR_EACH, "")
    .replace(of.isLoose ? BASE : "", "")
    .replace(of.kind === "array" ? IN_ONE : "", "")
    .replaceAll(/[`"]/g, "")
    .replace(/\b(?:each|every)(?: of (?:the|these|its))?\b/i, "");
  const isLoose = of.isLoose === true;
  const characters = isLoose
    ? /(\d)[ -](?:char(?:acter)?s?|letters|digits)(?: long| in length)?\b/i
    : /(\d)[ -](?:char(?:acter)?s?|letters)(?: long| in length)?\b/i;
  const isOfCharacters = characters.test(bare) || /\bchar(?:acter)?s?\b/i.test(bare);
  let rest = (isLoose ? bare.replaceAll(SUPERLATIVE, "$1") : bare)
    .replaceAll(new RegExp(characters, "gi"), "$1")
    .replaceAll(/\[ ?(-?[\d.]+)[, ]+(-?[\d.]+) ?\]/g, "$1 to $2")
    .replaceAll(/[,\s]+/g, " ")
    .trim();
  const bounds: Bound[] = [];
  for (let found = true; found; ) {
    found = false;
    for (const [pattern, operator] of BOUNDS) {
      const match = pattern.exec(rest);
      if (match === null) continue;
      const amounts = match
        .slice(1)
        .filter((text) => text !== undefined)
        .map(Number);
      bounds.push({ operator, amounts });
      const isSizeOf = /\b(?:number|count|amount) of\b/i.test(match[0]);
      const next = rest.slice(match.index + match[0].length);
      const isLength =
        !isNumeric(of.kind) &&
        /\blength|long/i.test(match[0]) &&
        !(of.kind === "array" && /^ (?:entries|items|elements|values)\b/i.test(next));
      const isVerb = /\bexceeds\b/i.test(match[0]);
      rest = `${rest.slice(0, match.index)} ${isSizeOf ? "count " : ""}${isLength ? "length " : ""}${isVerb ? "has " : ""}# ${next}`;
      found = true;
      break;
    }
  }
  if (bounds.length === 0 || /\d/.test(rest)) return null;
  if (isNumeric(of.kind) && OF_DECIMALS.test(rest)) return null;
  const isStrict = bounds.some(({ operator }) => operator === "above" || operator === "below");
  if (isStrict && NEGATED.test(rest)) return null;
  // "No more than 5 are needed" is not a limit.
  const isMost = bounds.some(({ operator }) => operator === "most" || operator === "below");
  const isNeeded = isLoose
    ? /\b(?:is|are) (?:needed|required)\b/i
    : /\b(?:needs?|needed|required)\b(?! to\b)/i;
  if (isMost && isNeeded.test(bare)) return null;
  // "No bids below 5" rejects smaller bids.
  const [, none] = (isLoose && /^no\b(?! #) (.*)/i.exec(rest.replaceAll(/\s+/g, " ").trim())) || [];
  const isNone = none !== undefined;
  if (isNone && (REFUSED.test(rest) || !isVerbless(none, of))) return null;
  const isRefused = isNone || REFUSED.test(rest);
  const words = rest
    .replace(REFUSED, "")
    .replaceAll(/[.:!\s]+/g, " ")
    .trim();
  if (EFFECT.test(words) || UNSURE.test(bare) || (isRefused && MAKES_OTHERS.test(words)))
    return null;
  const limits = limitsOf(bounds, {
    isRefused,
    mayBe: /\b(?:may|can)\b/i.test(words),
    mustBe:
      /\b(?:must|shall|keep)\b/i.test(bare) ||
      /[<>]/.test(bare) ||
      (isLoose && (/^(?:enter|use|give|choose|set|send)\b/i.test(bare) || isVerbless(words, of))),
  });
  if (limits === null) return null;
  const isBareLimit = isLoose && of.kind === "string" && words === "#" && /\blimit\b/i.test(bare);
  const isLength = isOfCharacters || isBareLimit || /\b(?:length|long)\b/i.test(words);
  if (isLoose ? !isLength && isOfOneItem(bare, of) : !isKnown(words, of, isLength)) return null;
  return placed(limits, of, {
    isLength,
    isOfCharacters,
    isEach,
    isCount: isLoose || isCount(words, of),
    isOfItems: isLoose && OF_ITEMS.test(words),
  });
}

const isNumeric = (kind: ValueKind | null): boolean => kind === "number" || kind === "integer";

const OF_VALUE = setOf("value number amount integer figure");

/** Whether a noun before an amount names the field's value and not something else. */
function namesValue(noun: string, { words }: Described): boolean {
  const stem = stemOf(noun);
  return OF_VALUE.has(stem) || [...words].some((word) => word.length > 2 && stem.startsWith(word));
}

const PREPOSITIONS = setOf("for with without at on in by to as from");

/**
 * Whether a clause only says what the value is, without a verb. "Whole percentage, greater than 0
 * and less than 100" qualifies, unlike "Extra fee above 5" or "Discount for orders above 5".
 */
function isVerbless(words: string, of: Described): boolean {
  const [, before] = /^((?:[a-z]+ ){0,6})#(?: and #| but #)?$/i.exec(words) ?? [];
  if (before === undefined) return false;
  const named = before.split(" ").filter((word) => word !== "");
  const noun = named.at(-1);
  const isOther = (word: string): boolean =>
    VERBS.has(word.toLowerCase()) || PREPOSITIONS.has(word.toLowerCase());
  return !named.some(isOther) && (noun === undefined || namesValue(noun, of));
}

interface Range {
  readonly least?: number;
  readonly most?: number;
  readonly isLeastExcluded?: boolean;
  readonly isMostExcluded?: boolean;
}

/**
 * Combines bounds into a range. Null if they contradict each other or only say what is permitted.
 */
function limitsOf(
  bounds: readonly Bound[],
  { isRefused, mayBe, mustBe }: { isRefused: boolean; mayBe: boolean; mustBe: boolean },
): Range | null {
  let range: Range = {};
  for (const { operator, amounts } of bounds) {
    const [first = Number.NaN, last = Number.NaN] = amounts;
    const isStrict = operator === "above" || operator === "below" || operator === "outside";
    if (isRefused !== isStrict && (isRefused || (isStrict && (!mustBe || mayBe)))) return null;
    if (operator === "least" && mayBe && !mustBe && bounds.length === 1) return null;
    const more: Range =
      operator === "range" || operator === "outside"
        ? { least: first, most: last }
        : operator === "exactly"
          ? { least: first, most: first }
          : operator === "least"
            ? { least: first }
            : operator === "most"
              ? { most: first }
              : operator === "above"
                ? isRefused
                  ? { most: first }
                  : { least: first, isLeastExcluded: true }
                : isRefused
                  ? { least: first }
                  : { most: first, isMostExcluded: true };
    if (
      (more.least !== undefined && range.least !== undefined) ||
      (more.most !== undefined && range.most !== undefined)
    )
      return null;
    range = { ...range, ...more };
  }
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = range;
  return least > most ? null : range;
}

/**
 * Words for counted items, right after an amount. Excludes people, units, and phrases such as
 * "titles with".
 */
const COUNTED_ITEMS =
  /# ((?:(?!(?:with|in|of|for|to|on|by|that|who|which|and|or|from|per)\b)[a-z-]+ ){0,3}?(?!(?:persons|users|members|followers|accounts|matches|times|seconds|minutes|hours|days|weeks|months|years|characters|pixels|bytes|cents|dollars)\b)[a-z-]+s)\b/i;

const ONE_ITEM = setOf("value item entry element option id field property row");

/** Whether a word, as returned by `stemOf`, names one item of a list. */
const isOneItem = (stem: string, { words }: Described): boolean =>
  words.has(stem) || ONE_ITEM.has(stem);

/**
 * Whether the words count items. Either `#`, an amount, is followed by a plural or by the name of
 * one item, or the words mention a number, count or size.
 */
function isCount(words: string, of: Described): boolean {
  const [, item = ""] = /# ([a-z-]+)/i.exec(words) ?? [];
  return (
    words.split(/(?=#)/).some((part) => COUNTED_ITEMS.test(part)) ||
    /\b(?:number of|count|size)\b/i.test(words) ||
    (item !== "" && isOneItem(stemOf(item), of)) ||
    // For a list, a bare amount can only be the number of items.
    (/^(?:please )?#(?: allowed)?$/.test(words) && (of.items === "string" || of.items === "other"))
  );
}

/**
 * "Values must be at least 2": a bound on each value. A bound on the number of values would name
 * the items.
 */
const OF_ITEMS =
  /^(?:the |all )*(?:values?|numbers|amounts)(?: (?:must|can|may|should|has to|have to|be|is|are|in|within|lie|only|always))* #(?: and #)?$/i;

/** Whether a clause is about each list item: "An ad may have 5 titles". */
function isOfOneItem(clause: string, { kind, words }: Described): boolean {
  const [, item, others = ""] = /^(?:an?|each|every|any|one|1) ([a-z]+) (.*)/i.exec(clause) ?? [];
  const isOwn = (word: string): boolean => words.has(stemOf(word));
  return kind === "array" && item !== undefined && isOwn(item) && !others.split(" ").some(isOwn);
}

const REQUESTS = setOf("request call");

/** Whether all words except the bounds are known, and the first ones name the field. */
function isKnown(text: string, of: Described, isLength: boolean): boolean {
  const isWord = (word: string): boolean => {
    const stem = stemOf(word);
    return (
      word === "#" ||
      PLAIN.has(word.toLowerCase()) ||
      VERBS.has(word.toLowerCase()) ||
      NOUNS.has(stem) ||
      of.words.has(stem)
    );
  };
  const words = text.split(/[\s_]/).filter((word) => word !== "");
  const verb = words.findIndex((word) => VERBS.has(word.toLowerCase()) || word === "#");
  const subject = words.slice(0, verb).filter((word) => !PLAIN.has(word.toLowerCase()));
  const after = words.slice(verb);
  const isOfHolder =
    of.kind === "array" &&
    subject.every((word) => of.holder.has(stemOf(word)) || REQUESTS.has(stemOf(word)));
  const isSubject =
    isOfHolder ||
    subject.every(isWord) ||
    (subject.length <= 3 &&
      isWord(subject.at(-1) ?? "") &&
      !(subject.at(-1) === "value" || subject.at(-1) === "number") &&
      subject.every((word) => isWord(word) || of.holder.has(stemOf(word))) &&
      !subject.some((word) => isHedge(word)) &&
      subject.some((word) => of.words.has(stemOf(word))));
  if (!isSubject) return false;
  // The counted items of a list can have any name.
  const isOfItems = of.kind === "array" && !isLength;
  const parts = isOfItems ? after.join(" ").split(/(?=#)/) : [];
  const names = new Set(parts.flatMap((part) => COUNTED_ITEMS.exec(part)?.[1]?.split(" ") ?? []));
  const counted = [...names, ...parts.map((part) => /# ([a-z-]+)/i.exec(part)?.[1] ?? "")];
  const isOwn = counted.some((word) => isOneItem(stemOf(word), of));
  // Only a unit or a verb can follow an amount.
  const isNumber = of.kind === "number" || of.kind === "integer";
  const unit = after.join(" ").split("#").slice(1).join(" ").split(" ").filter(Boolean);
  if (
    unit.some(
      (word) =>
        /^counts?$/i.test(word) ||
        (isNumber && NOUNS.has(stemOf(word)) && !of.words.has(stemOf(word))),
    )
  )
    return false;
  // "A campaign may have 5 ads" is about each item of a list of campaigns.
  const isOfItem =
    isOfItems &&
    /^(?:an?|each|every|any|one|1) /i.test(text) &&
    subject.length > 0 &&
    subject.every((word) => of.words.has(stemOf(word)));
  if (isOfItem || (isOfHolder && !subject.every(isWord) && !isOwn)) return false;
  return after.every((word) => isWord(word) || names.has(word));
}

const HEDGES = setOf(
  "if when before after for not no never soon most some many few several certain common popular old older former only other we",
);

/** Whether a word, in lower case, before a name restricts it to some of its values. */
export const isHedge = (word: string): boolean => HEDGES.has(word) || word.endsWith("ly");

const LENGTH = ["minLength", "maxLength"] as const;
const COUNT = ["minItems", "maxItems"] as const;

/** Turns a range into schema keywords; null if it is unclear which ones. */
function placed(
  range: Range,
  of: Described,
  about: Readonly<
    Record<"isLength" | "isOfCharacters" | "isEach" | "isCount" | "isOfItems", boolean>
  >,
): StatedLimits | null {
  const { isLength, isOfCharacters, isEach, isCount, isOfItems } = about;
  if (of.kind === "array" && of.items === "string" && isLength && (isOfCharacters || isEach))
    return { own: {}, items: amounts(range, LENGTH) };
  if (of.kind === "array" && isOfItems && isNumeric(of.items))
    return { own: {}, items: numbers(range) };
  if (of.kind === "array")
    return isLength || isEach || isOfItems || !isCount
      ? null
      : { own: amounts(range, COUNT), items: {} };
  if (of.kind === "string") return isLength ? { own: amounts(range, LENGTH), items: {} } : null;
  if (of.kind === "other" || isLength) return null;
  return { own: numbers(range), items: {} };
}

/** Keywords for a range of integers. */
function amounts(range: Range, [least, most]: readonly [string, string]): Stated {
  const { isLeastExcluded = false, isMostExcluded = false } = range;
  return {
    ...(range.least !== undefined && { [least]: range.least + Number(isLeastExcluded) }),
    ...(range.most !== undefined && { [most]: range.most - Number(isMostExcluded) }),
  };
}

/** Keywords for a range of numbers, as in OpenAPI 3.0. */
function numbers({ least, most, isLeastExcluded, isMostExcluded }: Range): Stated {
  return {
    ...(least !== undefined && { minimum: least }),
    ...(isLeastExcluded === true && { exclusiveMinimum: true }),
    ...(most !== undefined && { maximum: most }),
    ...(isMostExcluded === true && { exclusiveMaximum: true }),
  };
}

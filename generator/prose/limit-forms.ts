// Reads lists of values and string patterns from a sentence about one field: "one of A or B", "must
// start with https://". A sentence is read as a whole; if anything is unclear, it yields nothing.

import type { Stated, StatedLimits } from "../lower/stated-limits.js";
import {
  type Described,
  isHedge,
  isSibling,
  stemOf,
  type ValueKind,
  wordsOf,
} from "./limit-amounts.js";

const MUST = "(?:must|shall|can only|may only)(?: always| only)?";
const IS = `(?:${MUST} (?:be|equal)|can be|may be|is|are)`;
const ALLOWED = "(?:valid|allowed|accepted|permitted|possible|supported|acceptable|legal)";
const REFUSED =
  "(?:rejected|refused|invalid|forbidden|disallowed|prohibited|not (?:accepted|allowed|permitted|supported|valid|possible))";
const WHERE =
  "(?: here| at the moment| for this field| in (?!front of)(?:(?:the|this|its|your|an?|any) )?(?<where>[a-z_ ]+?))?";
/** Words that suggest a complete list only together with "only" or "any other is refused". */
const KNOWN = "(?:recogni[sz]ed|understood|known)";
const FAILS =
  "(?:will )?(?:fails?(?: validation)?|(?:causes?|triggers?|returns?|raises?|results? in|leads? to) an? (?:validation )?error)";
/** Verbs for sending a value, and their participles. */
const GIVE = "(?:use|enter|send|provide|give|supply|specify|pass|submit|write|type|spell|set)";
const GIVEN =
  "(?:used|entered|sent|provided|given|supplied|specified|passed|submitted|written|typed|spelled|spelt|set)";
const CONSIST = "(?:be|have|contain|comprise|consist of|be (?:made|made up|composed) of)";

/** Whether the words refer to the field or its value. Returns true if there are no words. */
export function isSubject(words: string | undefined, of: Described): boolean {
  const known = (words ?? "")
    .split(/[\s_`]/)
    .filter(
      (word) => word !== "" && !/^(?:the|this|its|your|a|an|each|every|all|note|that)$/i.test(word),
    )
    .map(stemOf);
  const last = known.at(-1);
  if (last === undefined) return true;
  const isNamed =
    GENERIC.has(last) ||
    of.words.has(last) ||
    (of.isLoose === true && (of.values.length > 0 || LOOSE_NOUNS.has(last)));
  return (
    isNamed && known.length <= 4 && !known.some((word) => isHedge(word)) && !isSibling(known, of)
  );
}

/** Whether the words that say of what and where a sentence holds both refer to the field. */
function isAboutField(
  { subject, where }: Readonly<Record<string, string | undefined>>,
  of: Described,
): boolean {
  const [last = ""] = wordsOf(where ?? "").slice(-1);
  return (
    isSubject(subject, of) &&
    (isSubject(where, of) || SURROUNDINGS.has(last) || of.holder.has(last))
  );
}

/** What every value of a field is part of. */
const SURROUNDINGS = new Set(
  "request list array set call endpoint operation api version".split(" "),
);

const GENERIC = new Set(
  "value option choice filter id url link it field parameter string text entry item element setting code number".split(
    " ",
  ),
);

/** Other nouns that can refer to the value in a loose reading. */
const LOOSE_NOUNS = new Set(
  "type status kind format currency country language role name".split(" "),
);

/**
 * Reads a limit other than an amount from a whole sentence without its period.
 *
 * The limit can be a list of values, a pattern, a sign, or a divisor. It can also forbid duplicate
 * items or an empty value. Only one of these is returned. For a list, values and patterns apply to
 * its items. Null if there is none, or if any part of the sentence is unclear.
 */
export function formIn(sentence: string, of: Described): StatedLimits | null {
  if (of.kind === "array" && isOnce(sentence, of)) return { own: { uniqueItems: true }, items: {} };
  const least = { array: "minItems", string: "minLength" }[of.kind as string];
  if (least !== undefined && isFilled(sentence, of)) return { own: { [least]: 1 }, items: {} };
  const isNumber = of.kind === "number" || of.kind === "integer";
  const number = isNumber ? numberIn(sentence, of) : null;
  if (number !== null) return { own: number, items: {} };
  const kind = of.kind === "array" ? of.items : of.kind;
  if (kind === null) return null;
  const stated =
    valuesIn(sentence, kind, of) ?? (kind === "string" ? patternIn(sentence, of) : null);
  if (stated === null) return null;
  return of.kind === "array" ? { own: {}, items: stated } : { own: stated, items: {} };
}

/** Sentences that require all items of a list to differ. */
const ONCE_EACH: readonly RegExp[] = [
  `(?:each|every|an?|no) (?<subject>[a-z_ ]+?) (?:may|can|must) (?:only )?(?:appear|occur|be (?:listed|given|used|sent|included|specified|repeated|passed))(?: only| at most| no more than)?(?: once| one time| twice)${WHERE}`,
  "(?:the |all )*(?<subject>[a-z_ ]+?) must (?:all )?be (?:unique|distinct|different)(?: from each other)?",
  "(?:must not|may not|cannot) (?:contain|include|have) (?:any )?(?:duplicates?|repeated|duplicate) ?(?<subject>[a-z_ ]*)",
  "(?:no )?duplicates?(?: (?!(?:are|is|not)\\b)(?<subject>[a-z_ ]+?))? (?:(?:are|is) )?(?:not )?(?:allowed|accepted|permitted|supported|rejected|refused)",
].map((text) => new RegExp(`^${text}$`, "i"));

function isOnce(sentence: string, of: Described): boolean {
  const match = ONCE_EACH.map((words) => words.exec(sentence)).find((found) => found !== null);
  if (!match || !isAboutField(match.groups ?? {}, of)) return false;
  const isRefusal = /\b(?:no|not)\b|cannot|reject|refuse/i.test(sentence);
  // "May appear twice" and "duplicates are allowed" say the opposite.
  if (/\btwice\b/i.test(sentence)) return /^no\b/i.test(sentence);
  return !/duplicate/i.test(sentence) || isRefusal;
}

/** Sentences about the sign of a number, or about its divisor. */
const NUMBERS: readonly RegExp[] = [
  `(?:(?<subject>[a-z_ ]*?) )??${MUST} be (?:an? )?(?<sign>positive|non-?negative)(?: [a-z ]*?(?:integer|number|value|amount))?`,
  "an? (?<sign>positive|non-?negative) (?:whole |decimal )?(?:integer|number)",
  `(?:(?<subject>[a-z_ ]*?) )??(?:must not|may not|cannot) be (?<not>negative)`,
  `(?<not>negative) (?:[a-z]+) (?:are|is) ${REFUSED}`,
  `(?:(?<subject>[a-z_ ]*?) )??${MUST} be (?:an? )?(?:multiple of|divisible by) (?<step>\\d+(?:\\.\\d+)?)`,
].map((text) => new RegExp(`^${text}$`, "i"));

function numberIn(sentence: string, of: Described): Stated | null {
  for (const words of NUMBERS) {
    const groups = words.exec(sentence)?.groups;
    if (groups === undefined || !isSubject(groups.subject, of)) continue;
    if (groups.step !== undefined) return { multipleOf: Number(groups.step) };
    if (groups.sign?.toLowerCase() !== "positive") return { minimum: 0 };
    return of.kind === "integer" ? { minimum: 1 } : { minimum: 0, exclusiveMinimum: true };
  }
  return null;
}

/** Sentences that require a list or string not to be empty. */
const FILLED: readonly RegExp[] = [
  "an? non-?empty (?<subject>array|list|set|string|text)(?: (?:of|with|containing) (?:(?!(?:if|when|unless|for|where)\\b)[a-z_]+ ?)+)?",
  "(?<subject>[a-z_ ]*?) ?(?:must not|may not|cannot|must never|should never) be (?:left )?(?:empty|blank)",
  "(?<subject>[a-z_ ]*?) ?must be non-?empty",
  "(?:an? )?empty (?<subject>[a-z_ ]+?) (?:is|are) (?:not (?:allowed|accepted|permitted|supported|valid)|rejected|refused|invalid)",
].map((text) => new RegExp(`^${text}$`, "i"));

function isFilled(sentence: string, of: Described): boolean {
  const match = FILLED.map((words) => words.exec(sentence)).find((found) => found !== null);
  const subject = match?.groups?.subject;
  return (
    match !== undefined &&
    (/^(?:the )?(?:array|list|set|string|text)s?$/i.test(subject ?? "") || isSubject(subject, of))
  );
}

/**
 * Sentences that list all values of a field. The boolean says whether the values can be common
 * words without quotes.
 */
const LISTS: readonly (readonly [RegExp, boolean])[] = (
  [
    [
      `(?<subject>[^,:"'\`]*? )??(?:${IS} (?:set to )?(?:either |any |exactly )?one of(?: (?:the|these)(?: following)?(?: [a-z]+)?)?|one of(?: (?:the|these)(?: following)?(?: [a-z]+)?)?)(?: \\((?<cases>[^()]*)\\))?:? (?<list>.+)`,
      true,
    ],
    [
      `(?:the |currently )*${ALLOWED} (?<subject>[a-z_ ]+?)(?: (?:here|currently))?(?: are| is|:)+(?: only)?(?: one of)?(?: either)?:? (?<list>.+)`,
      true,
    ],
    [`(?:the )?(?:possible |allowed )?(?:values?|options?|choices)(?: are)?: (?<list>.+)`, true],
    [`${ALLOWED}: (?<list>.+)`, true],
    [
      `(?:the following|these|two|three|four) (?<subject>[a-z_]+) (?:are (?:currently )?${ALLOWED}|must be (?:${ALLOWED}|${KNOWN})): (?<list>.+)`,
      true,
    ],
    [`the only ${ALLOWED} (?<subject>[a-z_ ]+?) (?:are|is) (?<list>.+)`, true],
    [
      `the only (?<subject>[a-z_]+) ${ALLOWED}(?: for now| currently| at the moment)? (?:are|is) (?<list>.+)`,
      true,
    ],
    [`(?:takes?|accepts?) one of(?: the [a-z]+)?:? (?<list>.+)`, true],
    [
      `(?:anything|(?:any |all )?(?:other )?(?<subject>[a-z_]+))(?: other than| except| besides| apart from) (?<list>.+?) (?:(?:is|are|will be) ${REFUSED}|${FAILS})`,
      false,
    ],
    [`(?<subject>[^,:"'\`]*? )??(?:${IS} (?:set to )?)?either (?<list>.+)`, false],
    [
      `(?<subject>[^,:"'\`]*? )??${MUST} (?:be|equal) (?:set to )?(?<list>(?:["'\`A-Z0-9]).+)`,
      false,
    ],
    [
      `only (?:the (?<subject>[a-z_]+) (?=["'\`]))?(?<list>.+?) (?:is|are|can be|may be) (?:currently )?(?:${ALLOWED}|${KNOWN}|used|set|sent)${WHERE}`,
      false,
    ],
    [`(?<subject>[^,:"'\`]*? )??(?:may|can|must) be (?<list>.+?) only`, false],
    [
      `(?<list>.+?) (?:is|are) the only (?:(?:${ALLOWED}|${KNOWN}) )?(?<subject>[a-z_]+?)(?: (?:that|which) (?:can|may) be [a-z]+)?`,
      false,
    ],
    [`(?<subject>[^,:"'\`]*? )??(?:accepts?|takes?|supports?|allows?) only (?<list>.+)`, false],
    [`no (?:values?|options?) (?:other|except) than (?<list>.+?) (?:is|are) ${ALLOWED}`, false],
  ] as const
).map(([text, hasWords]) => [
  new RegExp(`^(?:(?:currently|for now|at present),? )?${text}$`, "i"),
  hasWords,
]);

const ANY_CASE = /\bupper.+\blower|\blower.+\bupper|case[- ]insensitive|(?:any|either) case/i;
const OPEN =
  /\b(?:includ\w*|such as|e\.g|eg|etc|for example|like|among|any|more|other|others|combination|both|multiple)\b/i;

/** Placeholders such as `{id}`, `Nd` or YYYY-MM-DD, and words that mean "no value". */
const PLACEHOLDER = /[{}<>]|YYYY|\bN[a-z]\b|\bN\b.|_id\b|^(?:null|none|nothing|empty|undefined)$/;

function valuesIn(sentence: string, kind: ValueKind, of: Described): Stated | null {
  if (/\b(?:at least|at most|more than) one of\b|\b(?:comma|separated|delimited)\b/i.test(sentence))
    return null;
  // In a sentence in capitals, "ANY" and "MORE" may be words of the sentence.
  if (!/[a-z]/.test(sentence)) return null;
  for (const [pattern, hasWords] of LISTS) {
    const groups = pattern.exec(sentence)?.groups ?? {};
    const { subject, list, cases } = groups;
    if (list === undefined || OPEN.test(`${subject ?? ""} ${withoutValues(list)}`)) continue;
    if (!isAboutField(groups, of)) continue;
    const values = itemsIn(list, hasWords);
    if (values === null || areNames(values, of)) continue;
    if (values.length < (/only/i.test(sentence) ? 1 : 2)) continue;
    const isAnyCase = ANY_CASE.test(sentence) && !(cases !== undefined && ANY_CASE.test(cases));
    if (isAnyCase || values.some((value) => PLACEHOLDER.test(value))) return null;
    if (kind === "string")
      return cases !== undefined && ANY_CASE.test(cases)
        ? { pattern: `^(?:${values.map(inAnyCase).join("|")})$` }
        : { enum: values };
    const numbers = values.map(Number);
    if (kind === "integer" || kind === "number")
      return numbers.every((number) => Number.isFinite(number)) ? { enum: numbers } : null;
  }
  return null;
}

/** Removes values in quotes or capitals: in "either ANY or ALL", `ANY` is a value. */
const withoutValues = (list: string): string =>
  list.replaceAll(
    /"[^"]*"|`[^`]*`|'[^']*'(?!\w)|\b(?!(?:ETC|MORE|OTHER|OTHERS)\b)[A-Z][A-Z0-9_]+\b/g,
    "",
  );

/** Whether the values are more likely names of fields, as in a choice between fields. */
const areNames = (values: readonly string[], { siblings }: Described): boolean =>
  values.filter((value) => siblings.has(value)).length > 1 ||
  values.every((value) => siblings.has(value));

const QUOTED = /^(?:"([^"]+)"|'([^']+)'|`([^`]+)`)$/;

/**
 * The values in a written list; null if the list contains anything else. `hasWords`: whether an
 * unquoted lower-case word counts as a value.
 */
function itemsIn(list: string, hasWords: boolean): readonly string[] | null {
  const bare = list
    .replace(/^[[(](.*)[\])]$/, "$1")
    .replace(/^(?:the )?(?:value|option)s? /i, "")
    .trim();
  const parts = bare
    .split(/,\s*(?:and |or )?|\s(?:and|or)\s|\||\/(?=\s?["'`A-Z0-9])/)
    .map((part) => part.replace(/^(?:either|or|and) /, "").trim());
  const values: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === "..." || part === "…") {
      // "18", "19", ..., "65": adds all integers in between.
      const [first, second, last] = [
        values.at(-2),
        values.at(-1),
        valueIn(parts[index + 1], true),
      ].map(Number);
      if (
        first === undefined ||
        second !== first + 1 ||
        !(Number(last) > second) ||
        Number(last) > second + 500
      )
        return null;
      for (let value = second + 1; value < Number(last); value++) values.push(String(value));
      continue;
    }
    const value = valueIn(part, hasWords);
    if (value === null) return null;
    values.push(value);
  }
  return new Set(values).size === values.length ? values : null;
}

function valueIn(part: string | undefined, hasWords: boolean): string | null {
  const quoted = QUOTED.exec(part ?? "");
  if (quoted !== null) return quoted.slice(1).find(Boolean)?.trim() ?? null;
  const bare = hasWords ? /^[\w.+-]+$/ : /^[A-Z\d][A-Z\d_.]*$/;
  return part !== undefined && bare.test(part) ? part : null;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");

const inAnyCase = (value: string): string =>
  [...value]
    .map((char) =>
      char.toLowerCase() === char.toUpperCase()
        ? escaped(char)
        : `[${char.toUpperCase()}${char.toLowerCase()}]`,
    )
    .join("");

/**
 * Names of characters, and how to write them in a regular expression's character class. "Letters"
 * includes the letters of all languages.
 */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(?:upper[- ]?case|capital) (?:ascii |latin |english )?(?:letters?|characters?)$/, "A-Z"],
  [/^(?:lower[- ]?case|small) (?:ascii |latin |english )?(?:letters?|characters?)$/, "a-z"],
  [/^(?:lower[- ]?case )hex(?:adecimal)?(?: digits?| characters?)$/, "0-9a-f"],
  [/^(?:upper[- ]?case )hex(?:adecimal)?(?: digits?| characters?)$/, "0-9A-F"],
  [/^hex(?:adecimal)?(?: digits?| characters?)$/, "0-9A-Fa-f"],
  [/^(?:ascii|latin|english) letters?$/, "A-Za-z"],
  [/^letters?$/, "A-Za-z\\u0080-\\uffff"],
  [/^alpha-?numeric(?:als?|s)?(?: characters?)?$/, "A-Za-z0-9\\u0080-\\uffff"],
  [/^(?:decimal )?(?:digits?|numbers?|numerals?|numeric(?: characters?)?)$/, "0-9"],
  [/^(?:hyphens?|dash(?:es)?)$/, "\\-"],
  [/^underscores?$/, "_"],
  [/^(?:blanks?|spaces?)$/, " "],
  [/^(?:white ?space|blanks)(?: characters?)?$/, "\\s"],
  [/^(?:periods?|dots?|full stops?)$/, "."],
  [/^commas?$/, ","],
  [/^colons?$/, ":"],
  [/^semicolons?$/, ";"],
  [/^(?:forward )?slash(?:es)?$/, "/"],
  [/^apostrophes?$/, "'"],
  [/^plus signs?$/, "+"],
  [/^(?:hash|number|pound) signs?$/, "#"],
  [/^percent signs?$/, "%"],
  [/^(?:back-?slash(?:es)?)$/, "\\\\"],
  [/^(?:double )?quotation marks?$|^double quotes?$/, '"'],
  [/^question marks?$/, "?"],
  [/^exclamation (?:mark|point)s?$/, "!"],
  [/^(?:parenthes[ie]s|round brackets?)$/, "()"],
  [/^square brackets?$/, "[\\]"],
  [/^(?:curly (?:brackets?|braces?)|braces)$/, "{}"],
  [/^angle brackets?$/, "<>"],
  [/^at signs?$/, "@"],
  [/^dollar signs?$/, "$"],
  [/^equals? signs?$/, "="],
  [/^(?:tildes?)$/, "~"],
  [/^(?:carets?)$/, "\\^"],
  [/^(?:backticks?|backquotes?)$/, "`"],
  [/^(?:ampersands?)$/, "&"],
  [/^(?:asterisks?|stars)$/, "*"],
  [/^(?:pipes?|vertical bars?)$/, "|"],
  [/^(?:line breaks?|newlines?)$/, "\\r\\n"],
  [/^tabs?$/, "\\t"],
  // Parts of a URL, represented by the character they start with.
  [/^(?:schemes?|protocols?)$/, ":"],
  [/^paths?$/, "/"],
  [/^query (?:strings?|parameters?)$/, "?"],
  [/^fragments?$/, "#"],
];

const PARTS_OF_URL = /\b(?:scheme|protocol|path|query|fragment)/i;

/** A single character in code, such as `%`. */
const SIGN = "[`\"'](?:(?![`\"'])(?:[^\\w\\s]|_))[`\"']|(?<= )[<>#@%&*|~^+/](?=[ ,])";

/** The name of any of these classes, or a single character in code. */
const ANY_CLASS = [...CLASSES.map(([name]) => name.source.replaceAll(/[$^]/g, "")), SIGN].join("|");
const BETWEEN_CLASSES = "(?:, (?:and |or |nor )?| and | or | nor | plus |/)";
const CLASS_LIST = new RegExp(
  `(?<!\\w)(?:${ANY_CLASS})(?:${BETWEEN_CLASSES}(?:an? |the )?(?:${ANY_CLASS}))*(?!\\w)`,
  "gi",
);

function classOf(words: string): string | null {
  const bare = words.replace(/^(?:an?|any|the) /i, "").toLowerCase();
  const [, sign] = /^[`"']?([^\w\s]|_)[`"']?$/.exec(bare) ?? [];
  if (sign !== undefined) return sign.replace(/[\\\]^-]/, "\\$&");
  return CLASSES.find(([name]) => name.test(bare))?.[1] ?? null;
}

/** "Letters, digits and hyphens" as a character class; null if a part is unknown. */
function classesIn(list: string | undefined): string | null {
  const parts = (list ?? "").split(/, (?:and |or |nor )?| (?:and|or|nor|plus) /).map(classOf);
  return parts.includes(null) || parts.length === 0 ? null : parts.join("");
}

const SUBJECT = `(?:(?<subject>[^,:"]*?) )??`;
const CASE = "(?:upper|lower)[- ]?case|(?:block )?capitals|caps";
const CASED = `(?<cased>${CASE})d?(?: form)?`;
const LETTERS = `(?<cased>${CASE}|(?:capital|small)(?= letters))(?: letters| characters| form)?`;
const IN_CASE = `(?:in|as) (?:all )?${LETTERS}`;
const BEFORE_SENDING = "(?: first| before (?:you send|sending)(?: it| them)?)?";
/** ", not in upper case", "; mixed case is rejected": the end of a sentence about the case. */
const OTHER_CASE = new RegExp(
  `,? (?:and )?(?:not|never) (?:in )?(?:${CASE}|mixed[- ]case)$|[;,] (?:and )?(?:${CASE}|mixed[- ]case)(?: [a-z]+)? (?:is|are) ${REFUSED}$`,
  "i",
);
const NAMED = "[A-Za-z, -]+?";
const ONCE = `(?<amount>\\d{1,3})[ -](?<counted>${NAMED})`;

/** Sentences about the form of a string. */
const FORMS: readonly RegExp[] = [
  `${SUBJECT}${MUST} (?:start|begin) with (?:either )?(?<starts>.+?)`,
  `${SUBJECT}${MUST} end (?:with|in) (?:either )?(?<ends>.+?)`,
  `${SUBJECT}(?:must not|may not|cannot|must never) (?:contain|include|have|use|hold) (?:any )?(?<without>${NAMED})`,
  `no (?<without>${NAMED})(?: (?:(?:is|are) )?(?:allowed|permitted|accepted))?${WHERE}`,
  `(?<without>${NAMED}) (?:is|are) ${REFUSED}${WHERE}`,
  `${SUBJECT}(?:must not|may not|cannot) (?:start|begin) with (?<notFirst>${NAMED})`,
  `${SUBJECT}${MUST} match(?: the)?(?: following)?(?: pattern| regular expression| regex)?:? ["'\`](?<pattern>[^"'\`]+)["'\`]`,
  `(?<only>${NAMED}) only`,
  `${SUBJECT}${MUST} (?:consist of|be made (?:up )?of|be composed of) (?<only>${NAMED})`,
  `${SUBJECT}(?:${MUST} be(?: ${GIVEN})?|(?<says>are|is)) (?:in |all |entirely |always |converted to )*${CASED}`,
  `(?:all |any |the )*letters${WHERE} ${MUST} be (?:in )?${CASED}`,
  `${SUBJECT}${MUST} be ${GIVEN} (?:only )?${IN_CASE}`,
  `(?:please |always )*${GIVE} (?:(?<subject>(?!.*\\biso\\b)[^,:"]*?) )?(?:only )?${IN_CASE}(?: only)?`,
  `always use ${LETTERS}`,
  `(?:please |always )*${GIVE} (?:only )?(?:the |an? )?${CASED} (?<subject>[a-z_ ]+)`,
  `(?:please |always )*(?:convert (?<subject>[a-z_ ]+) to ${CASED})${BEFORE_SENDING}`,
  `(?:please |always )*(?<cased>upper|lower)[- ]?case (?<subject>(?:the|your|this|all) [a-z_ ]+?|it|them)${BEFORE_SENDING}`,
  `(?:(?:always )?use (?:only )?|only )${CASED}`,
  `${CASED} only`,
  `only ${CASED} (?<subject>[a-z_ ]+?) (?:is|are) ${ALLOWED}${WHERE}`,
  `${SUBJECT}${MUST} be (?<only>numeric)`,
  `only (?<only>${NAMED}) (?:is|are|can be|may be) (?:${ALLOWED}|used)${WHERE}`,
  `${SUBJECT}(?:may|can|must) (?:only )?(?:contain|consist of|be made (?:up )?of|have|be|use) only (?<only>${NAMED})`,
  `${SUBJECT}(?:may|can|must) (?:only )?(?:contain|consist of|be made (?:up )?of|have|be|use) (?<only>${NAMED}) only`,
  `${SUBJECT}(?:may|can|must) only (?:contain|consist of|be made (?:up )?of|have|be|use) (?<only>${NAMED})`,
  `use (?:only )?(?<only>${NAMED})(?: only)(?:,? without (?<lack>${NAMED}))?`,
  `${SUBJECT}(?:${MUST} ${CONSIST}|consists of|is|has) (?:exactly |always )?(?:an? )?${ONCE}`,
  `(?:an? |exactly |always )+${ONCE}`,
  `(?:please )?${GIVE} (?:all |the |an? |exactly )*(?!\\d+ numbers?\\b)${ONCE}`,
  `${SUBJECT}${MUST} ${CONSIST} (?:either )?(?:exactly |an? )?${ONCE} or (?:exactly |an? )?(?<amount2>\\d{1,3})[ -](?<counted2>${NAMED})`,
  `${SUBJECT}(?:${MUST} ${CONSIST}|(?<says>consists? of|is|are|has|have)) (?:either )?(?:exactly |an? )?(?<amounts>\\d{1,3}-?(?:, \\d{1,3}-?)*,? or \\d{1,3})[ -](?<counted>${NAMED})`,
  `${SUBJECT}${MUST} (?:be|have) (?:an? )?(?:decimal )?(?:number )?with (?:exactly )?(?<decimals>\\d) (?:digits?|decimals?|decimal places?)(?: after (?:the|a|its) (?:decimal )?(?:point|comma|separator))?`,
  `(?:an? |the )?(?<code>2|3)[ -](?:letter|character)s? (?:[\\w-]+ ){0,5}?codes?(?: \\([^()]*\\))?(?: (?:for|of|indicating) [a-z' ]+)?`,
  `only secure(?: \\(https\\))? urls? (?:is|are) (?<secure>${ALLOWED})`,
  `${SUBJECT}${MUST} (?:be an? (?<secure>https|secure) (?:url|link)|use (?<https>https))`,
].map((text) => new RegExp(`^${text}$`, "i"));

/** An optional ending that rejects all other forms. The pattern already rejects them. */
const OTHERWISE =
  /[;,] (?:and )?(?:(?:any|every)thing (?:else|longer|shorter)|(?:any |all )?other (?:value|form|character)s?) (?:is|are|will be|fail|fails|cause|causes)\b.*/i;

function patternIn(sentence: string, of: Described): Stated | null {
  const bare = sentence.replace(OTHERWISE, "").replace(OTHER_CASE, "");
  const whole = bare.replace(AND_NONE, "");
  for (const text of new Set([bare, whole]))
    for (const form of FORMS) {
      const groups = form.exec(text)?.groups;
      if (groups === undefined || !isAboutField(groups, of)) continue;
      const isDoubtful = groups.says !== undefined || PARTS_OF_URL.test(groups.without ?? "");
      if (of.isLoose !== true && isDoubtful) continue;
      // Without its end, the sentence must name all characters that are allowed.
      if (text !== bare && (groups.only ?? groups.counted) === undefined) continue;
      const pattern = patternOf(groups, text);
      if (pattern !== null) return { pattern };
    }
  return null;
}

function patternOf(
  groups: Readonly<Record<string, string | undefined>>,
  sentence: string,
): string | null {
  const { starts, ends, without, only, amount, counted, amount2, counted2, decimals } = groups;
  if (starts !== undefined) return around(starts, (text) => `^${text}`);
  if (ends !== undefined) return around(ends, (text) => `${text}$`);
  if (groups.pattern !== undefined) return isPattern(groups.pattern) ? groups.pattern : null;
  if (groups.cased !== undefined)
    return /lower|small/i.test(groups.cased) ? "^[^A-Z]*$" : "^[^a-z]*$";
  const notFirst = groups.notFirst === undefined ? null : classesIn(groups.notFirst);
  if (notFirst !== null) return `^(?:[^${notFirst}]|$)`;
  const excluded = without === undefined ? null : classesIn(without);
  if (excluded !== null) return `^[^${excluded}]*$`;
  // "Must be numeric" also accepts "-1.50".
  const allowed =
    only === undefined ? null : only.toLowerCase() === "numeric" ? "0-9.+\\-" : classesIn(only);
  if (allowed !== null)
    return groups.lack === undefined || classesIn(groups.lack) !== null ? `^[${allowed}]*$` : null;
  if (groups.amounts !== undefined) {
    const each = groups.amounts.match(/\d+/g)?.map((one) => timesOf(counted, one)) ?? [];
    return each.includes(null) ? null : `^(?:${each.join("|")})$`;
  }
  const once = timesOf(counted, amount);
  if (once !== null && counted2 === undefined) return `^${once}$`;
  const other = timesOf(counted2, amount2);
  if (once !== null && other !== null) return `^(?:${once}|${other})$`;
  if (groups.code !== undefined) return `^[${inCase("A-Za-z", sentence)}]{${groups.code}}$`;
  if (decimals !== undefined) return `^-?[0-9]+\\.[0-9]{${decimals}}$`;
  return groups.secure === undefined && groups.https === undefined ? null : "^https://";
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return /[\\^$[\]().*+?{}|]/.test(text);
  } catch {
    return false;
  }
}

function timesOf(counted: string | undefined, amount: string | undefined): string | null {
  const bare = (counted ?? "")
    .replace(/ in (?:upper|lower)[- ]?case/i, "")
    .replace(/digits? (?:number|code|id|string)s?/i, "digits")
    .replace(/characters? (\w+) (?:code|id|string|value)s?/i, "$1 characters")
    .replace(/ (?:long|in length)/i, "");
  // "3 digits and a letter" is a sequence.
  const name = / and (?:an?|one) /i.test(bare) ? null : classesIn(bare);
  return name === null || amount === undefined
    ? null
    : `[${inCase(name, counted ?? "")}]{${amount}}`;
}

/**
 * A pattern for strings that begin or end with one of several parts. Returns null if a part is
 * unclear.
 */
function around(list: string, wrap: (text: string) => string): string | null {
  const parts = list.split(/, (?:or )?| or /).map((part) => {
    const name = classOf(part);
    if (name !== null) return `[${name}]`;
    const text =
      QUOTED.exec(part)?.slice(1).find(Boolean) ??
      (/^(?:[a-z]+:\/\/|[.#@/]\w*)$/i.test(part) ? part : null);
    return text === null ? null : escaped(text).replaceAll("\\/", "/");
  });
  if (parts.includes(null)) return null;
  return wrap(parts.length === 1 ? (parts[0] ?? "") : `(?:${parts.join("|")})`);
}

/** Examples, with the words that introduce them. */
const EXAMPLES = /,? \(?(?:such as|for example|for instance|like|e\.g|eg)\b.*/i;
const ONLY =
  /\b(?:only|solely|exclusively|purely|entirely|nothing (?:else|but)|no other|just|must (?:be|consist|contain))\b/i;
const NOT =
  /\b(?:not|avoid|no|never|without|neither|nor|cannot|rejected|refused|invalid|forbidden|disallowed|prohibited|errors?|fails?)\b/i;

/** An ending that repeats that other forms are rejected. */
const REST_REFUSED =
  /; [\w ]*\b(?:other|others|else|rest)\b[\w ]* (?:is|are|will be) (?:not \w+|refused|rejected|invalid)$/i;

/**
 * Reads a pattern from any wording about a string's characters or beginning.
 *
 * The pattern depends on the characters named, on their number and order, and on whether only these
 * or none of these are allowed. It can also be a pattern for URLs with https, or for e-mail
 * addresses. For a list of strings, the pattern applies to its items. Null if no pattern is found,
 * or if the field is neither a string nor such a list. Also null if an example that the sentence
 * quotes does not match.
 */
export function looseFormIn(sentence: string, of: Described): StatedLimits | null {
  const kind = of.kind === "array" ? of.items : of.kind;
  if (kind !== "string") return null;
  const isAll = REST_REFUSED.test(sentence);
  const text = sentence
    .replace(/\b(?:do|does) not (\w+) anything (?:but|except|other than)\b/i, "must $1 nothing but")
    .replace(/^(?:please )?(?:leave out|leave off|omit) (?!.*(?:\bnumber|[;:]))/i, "avoid ")
    .replace(EXAMPLES, "")
    .replace(OTHERWISE, "")
    .replace(REST_REFUSED, "")
    .replaceAll(/ \((?:[A-Za-z0-9]-[A-Za-z0-9][,; ]*)+\)/g, "");
  const pattern =
    beginningIn(text) ??
    secureIn(text) ??
    addressIn(text) ??
    webAddressIn(text) ??
    sequenceIn(text) ??
    charactersIn(text.replace(subject(of), "it"), isAll, of);
  if (pattern === null || !fitsExamples(EXAMPLES.exec(sentence)?.[0] ?? "", pattern)) return null;
  return of.kind === "array" ? { own: {}, items: { pattern } } : { own: { pattern }, items: {} };
}

/** In "Order numbers may", "numbers" names the field; it is not a class of characters. */
const subject = ({ words }: Described): RegExp =>
  new RegExp(
    `^(?:[A-Za-z]+ ){0,3}(?:${["number", "digit", "letter", "space"].filter((word) => words.has(word)).join("|") || "(?!)"})s?(?= (?:may|must|can|cannot|has|have|is|are|consists?|contains?)\\b)`,
    "i",
  );

/** Reads "URLs beginning with `http://` or `https://`" and "must not include `http://`". */
function beginningIn(text: string): string | null {
  const [, verb = "", quoted] =
    /\b((?:begin|start)(?:s|ning|ing)? with|(?:include|contain)s?|without) (?:either |a leading )?((?:(?:["'`][^"'`]+["'`]|[a-z]+:\/\/)(?:, or |, | or )?)+)/i.exec(
      text,
    ) ?? [];
  if (quoted === undefined) return null;
  const isInside = /^[icw]/i.test(verb);
  const before = text.slice(0, text.indexOf(quoted));
  const [after = "", ...further] = text
    .slice(text.indexOf(quoted) + quoted.length)
    .split(/[,;]|\b(?:and|but)\b/);
  // "Must start with A and must not end with B": unclear what the negation is about.
  if (further.some((clause) => NOT.test(clause))) return null;
  // A sentence that rejects strings "without" a prefix requires that prefix.
  const isLess = /without/i.test(verb);
  const isRefused =
    isLess !== (NOT.test(isLess ? before.replace(/without/i, "") : before) !== NOT.test(after));
  if (isInside && !isRefused) return null;
  const list = quoted.trim().replace(/,$/, "");
  return around(list, (one) =>
    isInside ? `^(?!.*${one})` : isRefused ? `^(?!${one})` : `^${one}`,
  );
}

/** Reads "Absolute http or https address". */
function webAddressIn(text: string): string | null {
  return /^(?:an? |the )?(?:absolute|full|complete|valid) https? or https? (?:address|addresses|url|urls|link|links)$/i.test(
    text,
  )
    ? "^https?://"
    : null;
}

/** A pattern that matches all email addresses, for text such as "A valid e-mail address". */
function addressIn(text: string): string | null {
  const isAddress = /\b(?:valid|well-formed|proper|correct|complete|working) e-?mail\b/i;
  return isAddress.test(text) && !NOT.test(text) ? "^[^@\\s]+@[^@\\s]+$" : null;
}

const DIGEST = "(?<digest>sha-?256|sha-?1|md-?5)";
const ADDRESS = "(?<address>ipv4 or ipv6|ipv4 and ipv6|ipv4/ipv6|ipv4|ipv6)";
const ISO = "iso[ -]?(?<iso>639-[123]|4217|3166(?:-1)? alpha-?[23])";
const NAMED_FORMAT = `(?:${DIGEST}|${ADDRESS}|${ISO})`;
const MUST_BE = "(?:must|should) (?:always )?be";

/** Sentences that say which named format a string has. */
const NAMED_FORMATS: readonly RegExp[] = [
  `(?:an? |the )?${DIGEST}[ -](?:hash(?:es)?|digests?)(?: of .*)?`,
  `(?<subject>[^,;]*?) ?\\b${MUST_BE} hashed (?:with|using|by|in|as) ${DIGEST}(?: (?:before|first|and) .*)?`,
  `(?<subject>[^,;]*?) ?\\b${MUST_BE} (?:an? |in )?(?:valid )?${NAMED_FORMAT}(?:[ -](?:hash(?:es|ed)?|format|address(?:es)?|(?:[a-z]+ )?codes?))?`,
  `(?:.*[ ,(])?(?:in|as|use|uses|using) (?:the |either |an? )*(?:in )?${NAMED_FORMAT} (?:format|notation|form|(?:[a-z]+ )?codes?)`,
  `(?:an? )?${NAMED_FORMAT} (?:format|(?:[a-z]+ )?codes?|address(?:es)?)`,
  `(?:(?:please|always|must) )*(?:${GIVE}|expects?|takes?|accepts?|needs?)(?: only)? (?:(?:the|an?|valid|corresponding|two-letter|three-letter|2-letter|3-letter) )*${NAMED_FORMAT} (?:[a-z]+ )?codes?(?: (?:of|for) the [a-z]+)?`,
  `only (?:valid )?${NAMED_FORMAT} (?:[a-z]+ )?codes? (?:is|are) ${ALLOWED}`,
].map((text) => new RegExp(`^${text}$`, "i"));

const IPV4 = "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}";
const IPV6 = "[0-9A-Fa-f]*:[0-9A-Fa-f:.]*";

/** "Names are not accepted; …": what is refused, before what is wanted instead. */
const OTHERS_REFUSED = new RegExp(
  `^[^;:,]*\\b(?:is|are) ${REFUSED}(?: here)?[;:,] (?:(?:so|and|please) )*(?=${GIVE} )`,
  "i",
);
/** "…, not the name", "… instead", "…; names are not accepted": what is refused, at the end. */
const RATHER = new RegExp(
  `,? (?:and )?(?:not|never|rather than|instead of) (?:(?:an?|the|its|any) )?[a-z' ]+$| instead$|[;,] [a-z' ]+ (?:is|are) ${REFUSED}$`,
  "i",
);
/** The case of a code's letters. */
const IN_LETTERS =
  / (?:in|as|with) (?:all |only )?(?:capitals|(?:(?:upper|lower)[- ]?case|capital|small)(?: letters)?)$/i;

/** Words for strings in a different format, or that contain more than the named one. */
const OTHER_FORMS =
  /\b(?:plain|unhashed|raw|cleartext|clear text|optionally|either hashed|base-?64|truncat|separated|delimited|prefix|suffix|followed)|\b(?:sha|md)-?\d.*\b(?:sha|md)-?\d/i;
/** Words for values with several parts. Only one of the parts has the named format. */
const OF_PARTS = /\b(?:list|range|block|cidr|port|with|like|and|price|amount|url|link|locale)s?\b/i;

/**
 * A pattern that matches all strings of the format that a sentence names.
 *
 * The formats are SHA-256, SHA-1 and MD5 hashes, IP addresses, and two- or three-letter ISO codes.
 * The pattern can match other strings, too. The sentence must not end with a period. Null if it
 * names no such format, contains a negation, or is about values with other parts. Whether the field
 * is a string is not checked.
 */
export function namedFormatIn(sentence: string, of: Described): string | null {
  const demand = sentence.replace(OTHERS_REFUSED, "").replace(RATHER, "");
  if (NOT.test(demand) || OTHER_FORMS.test(demand)) return null;
  const bare = demand.replace(IN_LETTERS, "");
  const groups = NAMED_FORMATS.map((form) => form.exec(bare)?.groups).find(
    (found) => found !== undefined && isSubject(found.subject, { ...of, isLoose: true }),
  );
  if (groups === undefined) return null;
  const { digest, address, iso } = groups;
  if (digest === undefined && OF_PARTS.test(bare.replace(/ipv4 and ipv6/i, ""))) return null;
  if (digest !== undefined)
    return `^[0-9A-Fa-f]{${/256/.test(digest) ? 64 : /1/.test(digest) ? 40 : 32}}$`;
  if (address !== undefined) {
    const forms = [/4/.test(address) ? IPV4 : "", /6/.test(address) ? IPV6 : ""].filter(Boolean);
    return `^(?:${forms.join("|")})$`;
  }
  const letters = inCase("A-Za-z", demand);
  return iso === undefined ? null : `^[${letters}]{${/4217|639-[23]|3$/.test(iso) ? 3 : 2}}$`;
}

/**
 * Words such as "leading" before a class of characters. They say where in the string the characters
 * are.
 */
const LEADING = /((?:leading|trailing|initial|final)(?: (?:or|and|nor) (?:leading|trailing))? )$/i;
/** Words allowed right before a class of characters, because they do not narrow it down. */
const BEFORE_CLASS =
  /(?:^|[-,:;("'`0-9] ?|\b(?:an?|any|no|the|all|only|just|purely|solely|entirely|exclusively|nothing|but|not|never|avoid|without|of|to|with|in|from|by|as|and|or|nor|neither|either|both|be|is|are|contain|contains|containing|include|includes|including|have|has|having|use|uses|using|hold|holds|allow|allows|allowed|accept|accepts|accepted|permit|permits|permitted|support|supports|than|following|character|characters|sign|signs|symbol|symbols|ascii|latin|special|ordinary|plain) )$/i;

/** Reads "Only links that use `https`". */
function secureIn(whole: string): string | null {
  const [text = ""] = whole.split(/, (?=we\b|as\b|since\b|because\b)/);
  const isPlain = /\bhttps\b/i.test(text) && !/\bhttp\b/i.test(text) && !NOT.test(text);
  return isPlain &&
    /\b(?:only|solely|exclusively|must use)\b|\bmust be (?:an )?https(?: link| links| url| urls)?$/i.test(
      text,
    )
    ? "^https://"
    : null;
}

const PART = new RegExp(
  `^(?:exactly |the )?(?:(?:(?<one>an?|\\d{1,3})(?: ?(?:-|to|or) ?(?<most>\\d{1,3}))? |(?<limit>up to|at most|at least) (?<bound>\\d{1,3}) ))?(?<names>(?:${ANY_CLASS})(?:${BETWEEN_CLASSES}(?:${ANY_CLASS}))*)(?!\\w)`,
  "i",
);
const NEXT_PART = /^(?:,? (?:and )?(?:followed by|then)|,? (?:and|plus)|,|\+) /i;
const BEFORE_PARTS =
  /^(?:[^:;]*?(?:\b(?:with|in|of|is|are|be|as|has|have|contains?|takes?|needs?|wants?|expects?|accepts?|use|uses|form)|:) )?$/i;

/** Reads a value's parts in order: "A letter, followed by two to nine digits". */
function sequenceIn(text: string): string | null {
  const starts = [...text.matchAll(/(?<=^|[ :])(?=\S)/g)].map(({ index }) => index);
  const start = starts.find(
    (at) => BEFORE_PARTS.test(text.slice(0, at)) && PART.test(text.slice(at)),
  );
  if (start === undefined || NOT.test(text)) return null;
  const lead = text.slice(0, start);
  if (/\b(?:first|last|only|least|any|between|separated)\b/i.test(lead)) return null;
  const parts: string[] = [];
  let isCounted = false;
  let rest = text.slice(start);
  while (rest !== "") {
    const part = PART.exec(rest);
    const { one, most, limit, bound, names } = part?.groups ?? {};
    const classes = classesIn(names);
    if (!part || classes === null) return null;
    const [from, to] = [one ?? bound ?? "", limit === undefined ? most : ""];
    const times = /\d/.test(from)
      ? limit === undefined
        ? `{${from}${to === undefined ? "" : `,${to}`}}`
        : `{${/least/i.test(limit) ? `${from},` : `1,${from}`}}`
      : one === undefined && !names?.match(/[`"']|sign/)
        ? "+"
        : "";
    isCounted = times.startsWith("{");
    parts.push(`[${classes}]${times}`);
    rest = rest.slice(part[0].length);
    const joint = NEXT_PART.exec(rest);
    // "At least one letter and one digit": in any order.
    if (/least/i.test(limit ?? "") && !/then|by/i.test(joint?.[0] ?? "then")) return null;
    if (rest !== "" && !joint) return null;
    rest = rest.slice(joint?.[0].length ?? 0);
  }
  if (parts.length < 2) return null;
  // "Must begin with a letter and a digit" says nothing about the rest.
  const begins = /\b(?:begin|start)/i.test(lead) && !isCounted;
  const ends = /\bend/i.test(lead);
  return `${ends ? "" : "^"}${parts.join("")}${begins ? "" : "$"}`;
}

/** The words before "digits" in "a name only made up of digits is refused". */
const ALL_OF = /\b(?:only|solely|entirely|exclusively|purely|all|just)(?: made up)?(?: of| in)? $/i;
const REFUSES_ALL =
  /\b(?:not|cannot|never) (?:be|consist|contain|have|include|use) (?:\w+ ){1,3}$/i;
const IS_REFUSED = new RegExp(`^ (?:is|are) (?:${REFUSED})\\b`, "i");

/** "Numbers in it are not quoted": about how they look, not whether they are allowed. */
const OF_LOOKS =
  /\b(?:is|are) (?:not|never) (?!accept|allow|permit|support|valid|possible|use|includ|contain|present|legal)(?:[a-z]+ed|case[- ]sensitive)\b/i;

/** "Do not forget the hyphens", "spaces must not be removed": these characters are allowed. */
const KEEPS =
  /\b(?:not|never|without|avoid)(?: be| get)? (?:forget|omit|skip|drop|remov|leav|left|miss|strip|los[et]|trim|exclud|replac|escap|encod|chang|ignor|count)\w*/i;

const ONLY_CLASSES = new RegExp(
  `^(?:(?:use|enter|only|just|${ALLOWED} characters(?: are|:)) )*(?:${CLASS_LIST.source})(?: only)?$`,
  "i",
);
const AND_NONE = new RegExp(
  `,? \\(?(?:and |but )?(?:without|(?:with )?no)(?: any)? (?:${CLASS_LIST.source})\\)?$|[,;] (?:and |but )?(?:${CLASS_LIST.source}) (?:are|is) ${REFUSED}$`,
  "i",
);

/** "Anything but digits", "characters other than letters", "non-digits", "signs except commas". */
const EXCEPT =
  /(?<!\bnothing )\b(?:(?:other than|but|except|except for|besides|apart from) (?:the )?|non-)$/i;
const ANYTHING_BUT =
  /(?:\b(?:any|anything|everything|(?<!\b(?:special|these|such|additional) )characters) (?:other than|but|except|except for|besides|apart from) (?:the )?|\bnon-)$/i;
const REFUSED_THEN = new RegExp(`^(?: characters?)? (?:(?:is|are) ${REFUSED}|${FAILS})$`, "i");

/** A list that begins with characters that are not known: "emoji, commas", "round or". */
const UNKNOWN_TOO =
  /(?:^(?!(?:in|for|as|since|because|to|on|at|with|by|please|note)\b)|\b(?:contain|contains|include|includes|have|has|use|without|no|avoid|of|neither) )[a-z-]+(?: [a-z-]+){0,2}(?:, [a-z -]+)*(?:,|,? (?:and|or|nor)) $/i;

/** Words after characters that say where in the value they are. */
const PLACED =
  /\b(?:in (?:(?:the|this|its|your|an?|any) )?(?<where>(?!(?:all |any )?(?:upper|lower|capital|small|order|combination)|total|length)[a-z_]+(?: [a-z_]+){0,2}?)(?= (?:is|are|may|can|must|cannot|will|by)\b|[,;]|$)|(?<ends>at (?:the|its) (?:very )?(?:beginning|start|end)(?: (?:or|and)(?: at)?(?: the)? (?:beginning|start|end))?)\b|(?<beside>at (?!the moment|the least|the most|least|most|all|any time)|between (?!\d)|next to|around|in front of))/i;

function charactersIn(all: string, isAll: boolean, of: Described): string | null {
  if (KEEPS.test(all)) return null;
  // "No commas, no colons".
  const whole = /^no\b/i.test(all)
    ? all.replaceAll(/(?:,|,? and) no (?!more|less|longer|shorter|fewer|other)/gi, ", ")
    : all;
  // "Letters and digits, without spaces": the second part only repeats that nothing else is
  // allowed.
  const cut = whole.replace(AND_NONE, "");
  const isBare = ONLY_CLASSES.test(cut);
  const text = isBare ? cut : whole;
  const [phrase, ...others] = [...text.matchAll(CLASS_LIST)];
  const isFirst = / (?:the first|starting with|beginning with)\b/i.test(
    text.slice((phrase?.index ?? 0) + (phrase?.[0].length ?? 0)),
  );
  const isUnclear = phrase === undefined || (others.length > 0 && !isFirst);
  const names = isUnclear ? null : classesIn(phrase[0]);
  if (isUnclear || names === null) return null;
  const before = text.slice(0, phrase.index);
  const after = text.slice(phrase.index + phrase[0].length);
  // The list continues with unknown characters, or only describes part of the value.
  if (
    /^,? (?:and|or|nor) (?!nothing else\b)|^ (?:behind|after|before|past|following|from|other than|except|but|must (?!not\b))\b/i.test(
      after,
    )
  )
    return null;
  if (OF_LOOKS.test(after) || UNKNOWN_TOO.test(before) || / hex/i.test(after)) return null;
  const { where, ends: atEnds, beside } = PLACED.exec(after)?.groups ?? {};
  if (beside !== undefined || (where !== undefined && !isPlace(where, of))) return null;
  if (EXCEPT.test(before))
    return ANYTHING_BUT.test(before) && NOT.test(before) !== REFUSED_THEN.test(after)
      ? `^[${names}]*$`
      : null;
  const range = /\b(\d{1,3})(?:-| to | and )(\d{1,3}) $/.exec(before);
  // "8, 12, 13 or 14 digits": a list of amounts.
  if (range !== null && /\d, $/.test(before.slice(0, range.index))) return null;
  if (range !== null && !NOT.test(text)) return rangeOf(range, names, after);
  const [, amount] = /(?<![\d.])(\d{1,3})[ -]$/.exec(before) ?? [];
  const leads = LEADING.exec(before)?.[1] ?? "";
  // "Double spaces": an unknown word before the class narrows it down.
  if (amount === undefined && !BEFORE_CLASS.test(before.slice(0, before.length - leads.length)))
    return null;
  if (amount !== undefined) {
    const isVague = /\b(?:first|last|than|most|least|to|or|up|over|under|and)\b[^,;]*$/i.test(
      before.slice(0, -amount.length - 1).replace(/\b(?:has|have|need|needs) to\b/gi, ""),
    );
    if (isVague || NOT.test(text)) return null;
    return `^[${inCase(names, `${before} ${after}`)}]{${amount}}$`;
  }
  if (ALL_OF.test(before) && (REFUSES_ALL.test(before) || IS_REFUSED.test(after)))
    return `^(?![${names}]+$)`;
  // "Use commas" says how to separate the parts.
  if (isBare && /\b(?:use|enter|just)\b/i.test(text) && !/[a-z0-9]/i.test(names)) return null;
  // "Only digits are allowed at the end".
  if (atEnds !== undefined && (ONLY.test(text) || !NOT.test(text))) return null;
  if (isBare || (isAll && !NOT.test(text))) return `^[${inCase(names, after)}]*$`;
  if (!NOT.test(text) || /nothing (?:else|but)|no other/i.test(text))
    return ONLY.test(text) ? `^[${inCase(names, after)}]*$` : null;
  // "A number as text, no currency sign": only another clause excludes something.
  const lead = before.split(/[,;] /).at(-1) ?? "";
  const clause = `${lead}${phrase[0]}${after.split(/[,;] /)[0]}`;
  // "No more than two spaces" accepts one.
  if (
    /\d|\b(?:more|over|fewer|less|longer|shorter) than\b/i.test(
      lead.split(/\b(?:and|but)\b/).at(-1) ?? "",
    )
  )
    return null;
  const [, denied] = /(.*)\bwithout (?:an? |any )?$/i.exec(before) ?? [];
  const isDeniedTwice = denied !== undefined && (NOT.test(denied) || NOT.test(after));
  if (ONLY.test(text) || !NOT.test(clause) || isDeniedTwice) return null;
  const own =
    before.split(/\b(?:and|but) (?=(?:must|can|may|should|do|does|is|are|never|not)\b)/i).at(-1) ??
    "";
  const begins = /\b(?:begin|start)\w*\b|\bleading\b/i.test(`${own} ${atEnds ?? ""}`);
  const ends = /\bend(?:s|ing)?\b|\btrailing\b/i.test(`${own} ${atEnds ?? ""}`);
  const first = begins ? `[^${names}]` : "";
  const last = ends ? `[^${names}]` : "";
  const [, cased = ""] = /\b(upper|lower)[- ]?case\b/i.exec(text) ?? [];
  const isLetters = /[a-z]/i.test(names);
  const inLetters =
    isLetters || cased === "" ? "" : `(?=[^${/^u/i.test(cased) ? "a-z" : "A-Z"}]*$)`;
  if (begins && ends) return `^${inLetters}(?:${first}|${first}.*${last})?$`;
  if (begins) return `^${inLetters}(?:${first}|$)`;
  return ends ? `^${inLetters}(?:.*${last})?$` : `^${inLetters}[^${names}]*$`;
}

/** Whether characters that are "in" this are in the value. */
function isPlace(where: string, { isLoose: _, ...of }: Described): boolean {
  return (
    isAboutField({ where }, of) || ["it", "them", "there", "here"].includes(where.toLowerCase())
  );
}

/** Reads "3 to 30 letters or digits, the first one is a letter". */
function rangeOf([, least, most]: RegExpExecArray, names: string, after: string): string | null {
  const [, first] =
    /^,? (?:(?:where )?the first (?:one |1 |character |of them |of which )?(?:is|must be)|starting with|beginning with) (.+)/i.exec(
      after,
    ) ?? [];
  const begins = first === undefined ? null : classOf(first);
  if (first === undefined && /^,? (?:with|of which|where|the)\b/i.test(after)) return null;
  if (first !== undefined && begins === null) return null;
  return `^${begins === null ? "" : `(?=[${begins}])`}[${inCase(names, after)}]{${least},${most}}$`;
}

/**
 * Restricts a character class to the letter case that the words around it name. If they name both,
 * it stays as it is.
 */
function inCase(names: string, words: string): string {
  const isUpper =
    /\bupper(?:[- ]?case| or lower| and lower)|\bcapital letter|\bin capitals\b/i.test(words);
  const isLower = /\blower(?:[- ]?case| or upper| and upper)/i.test(words);
  if (isUpper === isLower) return names;
  return isUpper ? names.replace(/a-[zf]/, "") : names.replace(/A-[ZF]/, "");
}

/** Whether the quoted strings among the examples match this pattern. */
function fitsExamples(examples: string, pattern: string): boolean {
  const quoted = [...examples.matchAll(/[`"]([^`"]+)[`"]/g)].map(([, text = ""]) => text);
  return quoted.every((text) => new RegExp(pattern).test(text));
}

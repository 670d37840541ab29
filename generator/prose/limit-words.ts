// Rephrases limits in words that the limit readers know: "begins at 3" becomes "at least 3". Limits
// read this way are only proposed.

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
/** A few words that name what is counted. */
const THINGS = "(?: (?!(?:is|are|to|and|or|no|not|in|at|for)\\b)[a-z-]+){0,3}";
const REFUSED =
  "(?:not (?:accepted|allowed|permitted|valid|possible|supported)|rejected|refused|declined|an? error|too (?:long|many|much|few|little|short|big|large|small)|invalid)";

const ALLOWED = "permitted|allowed|accepted|valid|supported|possible";
const THE = "(?:the |its |an? )?";
const HIGHEST = "highest|largest|maximum|max|upper|greatest|top";
const LOWEST = "lowest|smallest|minimum|min|lower|least|bottom";
/** The end of "the highest possible setting". */
const LIMIT = `(?: (?:${ALLOWED}))?(?: (?:value|setting|number|amount|limit|bound|one))?`;
/** Words that say what an end of a scale means: "-90 at the pole". */
const PLACE = "(?: (?:at|in|for|on) (?:the )?[a-z]+(?: [a-z]+)?| \\([a-z ]+\\))?";

const PHRASES: readonly (readonly [RegExp, string])[] = (
  [
    [
      `\\b(?:goes?|runs?|reach(?:es)?|extends?|ranges?)(?: all the way)? (?:up )?to (${NUMBER})`,
      "at most $1",
    ],
    [`\\b(?:ends?|stops?|is capped|caps?) (?:at|with|after) (${NUMBER})`, "at most $1"],
    [
      `\\b(?:starts?|begins?|counts?|counting|numbered) (?:at|from|with) (${NUMBER})`,
      "at least $1",
    ],
    [
      `\\b(?:stays?|remains?|lies|must lie|is|are) (?:always |strictly |well )?(?:below|under) (${NUMBER})`,
      "must be less than $1",
    ],
    [
      `\\b(?:stays?|remains?|lies|must lie|is|are) (?:always |strictly |well )?(?:above|over) (${NUMBER})`,
      "must be more than $1",
    ],
    [`\\broom for (${NUMBER})`, "at most $1"],
    [
      `\\ban? ((?:lower-?case |upper-?case )?hex(?:adecimal)?) (?:string|value) (?:of|with) (?:exactly )?(${NUMBER}) (?:characters|digits)\\b`,
      "exactly $2 $1 digits",
    ],
    [
      `\\ban? (${NUMBER})[- ](?:character|digit) ((?:lower-?case |upper-?case )?hex(?:adecimal)?) (?:string|value)\\b`,
      "exactly $1 $2 digits",
    ],
    ["\\ban? ([`\"'][^\\w\\s][`\"']) (?:character|sign|symbol)\\b", "$1"],
    [`^(?:${ALLOWED}) (?:characters|signs|symbols) ?(?:are|:) (.+)$`, "only $1 are allowed"],
    [
      `^(?:only )?(?:${ALLOWED}) (?:is|are) (?:only )?(?=\\D*\\d)(?!.*\\b(?:in|for|on) )`,
      "must be ",
    ],
    [
      `,? (?:with|and) (${NUMBER}) (?:being|as|is) ${THE}(?:${HIGHEST})${LIMIT}(?= ?[,;]|$)`,
      " and at most $1",
    ],
    [
      `,? (?:with|and) (${NUMBER}) (?:being|as|is) ${THE}(?:${LOWEST})${LIMIT}(?= ?[,;]|$)`,
      " and at least $1",
    ],
    [
      `^(?:(?:the |its )?(?:values?|scale|range|degrees|numbers|figures|amounts|ratings|scores) |it |they )?(?:runs?|goes?|ranges?|reach(?:es)?|extends?|spans?|var(?:y|ies)) from (${NUMBER})${PLACE} to (${NUMBER})${PLACE}(?= ?[,;]|$)`,
      "must be between $1 and $2",
    ],
    [
      `(?<=^|, |\\b(?:the|a) )floor(?: of| is|:)? (${NUMBER})(?![\\d.]| (?:do|does|is|was|appl))`,
      "at least $1",
    ],
    [
      `(?<=^|, |\\b(?:the|a) )ceiling(?: of| is|:)? (${NUMBER})(?![\\d.]| (?:do|does|is|was|appl))`,
      "at most $1",
    ],
    [
      `\\b((?:long|larg|bigg|high|great|short|small|low)er) ([a-z]+) than (${NUMBER})`,
      "$2 $1 than $3",
    ],
    [
      `^(?:we|(?:the )?(?:api|endpoint)) (?:(?:refuse|reject)s?|do(?:es)? not (?:accept|take|allow)) ((?:[a-z]+ ){1,2}(?:of |with |whose [a-z]+ (?:is |has )?|(?:that|which) (?:are |is |have |has )?)?(?:(?:more|less|fewer|longer|shorter) than|exceed(?:s|ing)?|over|above|below|under) ${NUMBER}(?: [a-z]+)?)$`,
      "$1 are rejected",
    ],
    // Not "above 0 and up to 100", where a second limit follows.
    [
      `(?<!or )\\b(${NUMBER}${THINGS}) (?:and|or) (?:up|upwards?|above|over)\\b(?! (?:to )?-?\\d)`,
      "at least $1",
    ],
    [
      `\\b(${NUMBER}${THINGS}) (?:and|or) (?:under|below|down|downwards?)\\b(?! (?:to )?-?\\d)`,
      "at most $1",
    ],
    [
      `(?<!\\b(?:not|no) )\\b(?:over|above|beyond|more than|longer than) (${NUMBER}${THINGS}) (?:is|are|gets?|will be) (?:simply |just )?${REFUSED}`,
      "at most $1",
    ],
    [
      `(?<!\\b(?:not|no) )\\b(?:under|below|fewer than|less than|shorter than) (${NUMBER}${THINGS}) (?:is|are|gets?|will be) (?:simply |just )?${REFUSED}`,
      "at least $1",
    ],
  ] as const
).map(([words, known]) => [new RegExp(words, "i"), known]);

/**
 * Rephrases a sentence in words that the limit readers know. "Ends at 20" becomes "at most 20".
 * Numbers must be in digits. Of each kind of phrase, only the first is replaced. Repeated spaces
 * and a trailing comma, colon or "and" are removed.
 */
export function inKnownWords(sentence: string): string {
  return PHRASES.reduce((text, [words, known]) => text.replace(words, known), sentence)
    .replaceAll(/ {2,}/g, " ")
    .replace(/(?:[,;: -]| and)+$/, "")
    .trim();
}

/** "In blocks of 15", "must divide evenly by 5": the step of a number. */
const STEP = new RegExp(
  `\\b(?:(?:multiples?|steps?|blocks|increments?|units|chunks|batches|lots|packs|intervals) of|divid(?:es?|ed|able) (?:evenly |cleanly )?by|divisible by|(?:smallest|finest|minimum) step (?:is|of)(?: [^\\d,]*,)?(?: [a-z ]+)?) (?:exactly )?(${NUMBER})(?![\\w.]*\\d)`,
  "i",
);
/** "Steps of one cent": not the unit of the number, which is a whole number of millionths. */
const STEP_OF_MONEY = new RegExp(
  `${STEP.source} (?:cents?|dollars?|euros?|pounds?|units?)\\b`,
  "gi",
);
const VAGUE =
  /\b(?:should|may|recommend|recommends|recommended|usually|up to|at least|at most|between|rounded|we round|per|every|about|around|example|default|defaults|shown|charged|billed|counted in our|internally|will be)\b/i;

/**
 * The step that a sentence states for a number; null if it states none. The step must be in digits
 * and above 0. Null if a word such as "should" or "at least" makes the sentence vague. Other
 * numbers above 1 in the sentence must be multiples of the step; otherwise null. A step in cents or
 * another unit of money is ignored.
 */
export function stepIn(sentence: string): number | null {
  const plain = sentence.replaceAll(STEP_OF_MONEY, "");
  const [, step] = STEP.exec(plain) ?? [];
  if (step === undefined || VAGUE.test(plain) || Number(step) <= 0) return null;
  const others = plain.replace(STEP, "").match(/\d+(?:\.\d+)?/g) ?? [];
  // "15, 30, 45 and so forth": multiples of the step.
  return others.every((one) => Number.isInteger(Number(one) / Number(step)) || Number(one) <= 1)
    ? Number(step)
    : null;
}

const LIST = `(?:${NUMBER}(?:,? (?:and|or) |, ?)){2,}${NUMBER}|${NUMBER} (?:and|or) ${NUMBER}`;
/** A complete list of numbers: "Available: 0, 1 or 7", "0, 1, 7: those and no other". */
const LISTED = new RegExp(
  `^((?:only|available|offered|one of|either): ?)?(${LIST})([:;,.-] ?(?:and )?(?:that is all|(?:those|these) only|(?:(?:those|these)(?:,| and) )?(?:nothing|no|there (?:is|are) no) (?:else|more|others?|other \\w+)))?$`,
  "i",
);

/**
 * The numbers in a sentence that lists all allowed values. They are in the order of the sentence,
 * with duplicates. The sentence must say that there are no others, as in "0, 1, 7: those and no
 * other", or introduce them with a word such as "only". Returns null for any other sentence.
 */
export function numbersListedIn(sentence: string): readonly number[] | null {
  const [, opening, list, closing] = LISTED.exec(sentence) ?? [];
  if (opening === undefined && closing === undefined) return null;
  return list?.match(new RegExp(NUMBER, "g"))?.map(Number) ?? null;
}

/** Wordings that require all items of a list to differ. */
const ONCE =
  /\b(?:once only|only once|just once|at most once|no more than once|not more than once|(?:no|without) (?:doubles|duplicates|repeats|repetitions)|never (?:twice|repeat)|do not (?:repeat|duplicate)|no \w+ twice|(?:must not|may not|do not|cannot|never) (?:\w+ ){1,4}twice|all (?:different|distinct|unique)|(?:is|are|must be) (?:distinct|unique))\b/i;
/** Wordings that reject a list because of its duplicates. */
const REPEATED_REFUSED =
  /(?:^duplicates|\b(?:any|with|contain|contains|containing) duplicates|\brepeat(?:ed|ing an?|ing the same) \w+|\b(?:listing|naming|sending|using|giving|lists? that \w+) (?:the same|an?) \w+ (?:twice|more than once)) (?:(?:is|are|gets?) (?:not|an error|rejected|refused|invalid|forbidden|sent back)|fails?|(?:causes?|leads? to|results? in) an? (?:\w+ )?error)\b/i;
const BY_US =
  /\b(?:we|pinterest|automatically|removed|merged|counted|ignored|dropped|deduplicated|default|per (?:day|week|month|user|person)|shown|delivered|charged|billed|sent back to)\b/i;

/**
 * Whether a sentence about a list forbids duplicate items. False if the sentence says that items
 * can be repeated.
 *
 * Also false for a sentence with a word such as "we", "merged", "default" or "per day". It may say
 * what Pinterest does with duplicates. Even "we reject duplicates" is therefore not recognized.
 */
export function isOnceEach(sentence: string): boolean {
  return (
    (ONCE.test(sentence) || REPEATED_REFUSED.test(sentence)) &&
    !BY_US.test(sentence) &&
    !/\b(?:may|can|will) (?:be repeated|repeat|appear twice)\b/i.test(sentence)
  );
}

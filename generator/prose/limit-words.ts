// Turns of phrase in which a limit may be said, each as the words that the readers of limits know:
// "twelve shelves and no more" as "at most 12 shelves". What is read of them is only proposed.

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
/** What is counted: a few words. */
const THINGS = "(?: (?!(?:is|are|to|and|or|no|not|in|at|for)\\b)[a-z-]+){0,3}";
const LONGER =
  "(?:long|larg|great|high|bigg|short|small|low|wid|broad|narrow)er|more|less|fewer|further";
const REFUSED =
  "(?:not (?:accepted|allowed|permitted|ok|fine|valid|possible|supported|let through)|rejected|refused|sent back|bounced|turned (?:down|away)|thrown out|declined|dropped with an error|an? error|too (?:long|many|much|few|little|short|big|large|small)|invalid)";

const PHRASES: readonly (readonly [RegExp, string])[] = (
  [
    // What it is so for.
    [
      `^[^,;:\\d]*[,;:] (?:so|therefore|thus|hence|which is why|that is why|and so|and hence) (?=.*\\d)`,
      "",
    ],
    [
      "^(?!(?:for|if|in|with|on|at|when|under|during|note|example)\\b)(?:[a-z']+ ){2,9}[a-z']+: (?=.*\\d)",
      "",
    ],
    // What repeats the limit by its opposite: "longer ones are not", "anything above is refused".
    [
      `(?<=\\d.*)[,;:-] ?(?:and |but |while |whereas )?(?:(?:any|every)?thing |any |the |all )?(?:${LONGER}|above|below|beyond|over|under|else|other)(?: (?:ones?|values?|than (?:that|this)|(?:that|this)|lists?|texts?|numbers?|amounts?|(?:that|this) (?:grid|range)))*(?: (?:is|are|gets?|will|do|does|won't|fails?|comes?|makes?|leads?|causes?)\\b.*)?$`,
      "",
    ],
    [
      `(?<=\\d.*)[,;:-] ?(?:and |so )?(?:an? |any |the |other |all )?(?:list|text|value|request|amount|number|entrie|name|one)s? (?:with|that|which|of|off|outside|beyond|without)\\b.*\\b${REFUSED}$`,
      "",
    ],
    [
      "^.*(?:\\bi\\.?e\\.?,?|\\bthat is,|\\bin other words,?|\\bin short[,:]?|\\bmeaning) (?=[^;]*\\d)(?=(?:between |from )?\\d)",
      "",
    ],
    [
      `\\b((?:no|not) (?:${LONGER}) than ${NUMBER}${THINGS}) (?:is|are) (?:fine|ok|okay|good|accepted|allowed|enough)`,
      "$1",
    ],
    // The most.
    [
      `(?<!\\bto )(?:exactly )?(${NUMBER}${THINGS}),? (?:(?:is|are) (?:where|when) (?:it|the list|the fun|the line) (?:ends|stops)|(?:is|are) (?:the (?:most|end|limit|maximum|ceiling|cap|roof)|as (?:far|many|much|high|long) as (?:it|we|this) (?:goes?|gets?|takes?))|(?:is|are) all\\b.*|at the outside|tops|at best|and (?:not (?:one|a single one) more|no(?:t any)? (?:more|further|longer)|that(?:'s| is) (?:it|all)|there (?:we|it) \\w+(?: the line)?))(?: (?:we|it|there|that|you)\\b.*)?$`,
      "at most $1",
    ],
    [
      `\\b(?:with |has |have )?(${NUMBER}) (?:is|as|being) the (?:highest|maximum|most|largest|biggest|longest|greatest|upper (?:limit|bound|end)|ceiling|top|cap)\\b.*$`,
      "at most $1",
    ],
    [
      `\\b(?:with |has |have )?(${NUMBER}) (?:is|as|being) the (?:lowest|minimum|least|smallest|shortest|lower (?:limit|bound|end)|floor|bottom)\\b.*$`,
      "at least $1",
    ],
    [
      `\\b(?:room|space|place) for (?:up to |at most |only )?(${NUMBER}${THINGS})(?:,? (?:at most|tops|only|in it|here))?`,
      "at most $1",
    ],
    [
      `\\b(?:goes?|runs?|reach(?:es)?|extends?|climbs?|ranges?)(?: all the way)? (?:up )?to (${NUMBER})`,
      "at most $1",
    ],
    [
      `\\b(?:ends?|stops?|tops out|maxes out|peaks?|is capped|caps?|tails off) (?:at|with|after) (${NUMBER})`,
      "at most $1",
    ],
    [
      `\\b(?:starts?|begins?|opens?|counts?|counting|numbered|kicks? in) (?:at|from|with) (${NUMBER})`,
      "at least $1",
    ],
    [
      `\\b(?:stays?|remains?|keeps?|lies|sits|must lie|is|are) (?:always |strictly |well )?(?:below|under|short of) (${NUMBER})`,
      "must be less than $1",
    ],
    [
      `\\b(?:stays?|remains?|keeps?|lies|sits|must lie|is|are) (?:always |strictly |well )?(?:above|over) (${NUMBER})`,
      "must be more than $1",
    ],
    [
      `(?<!or )\\b(${NUMBER}${THINGS}) (?:and|or) (?:up|upwards?|above|over|beyond)\\b`,
      "at least $1",
    ],
    [`\\b(${NUMBER}${THINGS}) (?:and|or) (?:under|below|down|downwards?)\\b`, "at most $1"],
    // "Under eight characters is no password", "with over 30 characters is a error".
    [
      `\\b(?:over|above|beyond|past|exceeding|more than|longer than) (${NUMBER}${THINGS}) (?:is|are|gets?|will be|counts? as|makes?) (?:no [a-z]+|(?:simply |just )?${REFUSED}|an? (?:error|mistake))`,
      "at most $1",
    ],
    [
      `\\b(?:under|below|fewer than|less than|shorter than) (${NUMBER}${THINGS}) (?:is|are|gets?|will be|counts? as|makes?) (?:no [a-z]+|(?:simply |just )?${REFUSED}|an? (?:error|mistake))`,
      "at least $1",
    ],
    [
      `^more than (${NUMBER}),? (?:but |and )?less than (${NUMBER})$`,
      "must be more than $1 and less than $2",
    ],
    ["^non-?negative\\b,? ?(?:with|and|but)?", "at least 0 and "],
    // Its only form.
    ["\\b(?:opens?|opening|leads?|kicks? off) with (?=[`\"'])", "starts with "],
    ["\\b(?:closes?|closing|finish(?:es|ing)?) (?:with|in) (?=[`\"'])", "ends with "],
    [
      "^(?:the )?(?:first|leading) (?:character|letter|sign|char)(?: (?:is|must be|has to be))?:? (?:always )?(?=an? |[`\"'])",
      "must start with ",
    ],
    [
      "^(?:the )?(?:last|final) (?:character|letter|sign|char)(?: (?:is|must be|has to be))?:? (?:always )?(?=an? |[`\"'])",
      "must end with ",
    ],
    ["\\bno (\\w+), (?:and )?no (\\w+)", "no $1 or $2"],
    ["^(\\w+), (?:and )?(?:nothing but|only|just|purely) \\1$", "only $1"],
    ["\\bplain (?=digits|letters|numbers|numerals)", "only "],
    [
      ",? (?:with|and) no (?:prefix|suffix|extra|other \\w+|padding|sign|unit|quotes?)\\b[^,;]*$",
      "",
    ],
    [
      "^(?:(?:all|always|entirely|strictly|only|in|written|kept) )*(upper|lower)[- ]?case(?: (?:only|letters|characters|please|throughout))*(?:,.*)?$",
      "must be $1case",
    ],
  ] as const
).map(([words, known]) => [new RegExp(words, "i"), known]);

/** "Ten digits": the whole numbers with so many. */
export function digitsIn(sentence: string): readonly [number, number] | null {
  const [, count] =
    /^(?:(?:it |this |the \w+ )?(?:has|have|is|are|must be|must have|needs|takes|consists of|with|exactly|always) )*(\d{1,2})[ -]digits?(?: (?:number|long|integer|value))?(?:,? (?:not|never|no) (?:more|less|\d+)\b[^:;]*)?(?:[:;,(].*)?$/i.exec(
      sentence,
    ) ?? [];
  const digits = Number(count);
  return digits > 0 && digits < 16 ? [10 ** (digits - 1), 10 ** digits - 1] : null;
}

/** A sentence in digits, in words that the readers of limits know. */
export function inKnownWords(sentence: string): string {
  return PHRASES.reduce((text, [words, known]) => text.replace(words, known), sentence)
    .replace(/^(?:and|so|but|therefore),? /i, "")
    .replaceAll(/ {2,}/g, " ")
    .replace(/(?:[,;: -]| and)+$/, "")
    .trim();
}

/** "In blocks of 15", "must divide evenly by 5": the step of a number. */
const STEP = new RegExp(
  `\\b(?:(?:multiples?|steps?|blocks|increments?|units|chunks|batches|lots|packs|intervals) of|divid(?:es?|ed|able) (?:evenly |cleanly )?by|divisible by|every|rounded to|(?:smallest|finest|minimum) step (?:is|of)(?: [^\\d,]*,)?(?: [a-z ]+)?) (?:exactly )?(${NUMBER})(?![\\w.]*\\d)`,
  "i",
);
const VAGUE =
  /\b(?:should|may|recommend\w*|usually|up to|at least|at most|between \d|rounded|we round|per|every|about|around|example|default\w*|shown|charged|billed|counted in our|internally|will be)\b/i;

/** The step of a number that a sentence states in its own words; null if there is none. */
export function stepIn(sentence: string): number | null {
  // "The step is a cent, in other words 10000".
  const plain = sentence.replace(
    /(?<=\bstep (?:is|of)) .*?\b(?:in other words|i\.?e\.?|that is),?(?= )/i,
    "",
  );
  const [, step] = STEP.exec(plain) ?? [];
  if (step === undefined || VAGUE.test(plain) || Number(step) <= 0) return null;
  const others = plain.replace(STEP, "").match(/\d+(?:\.\d+)?/g) ?? [];
  // "15, 30, 45 and so forth": multiples of it.
  return others.every((one) => Number.isInteger(Number(one) / Number(step)) || Number(one) <= 1)
    ? Number(step)
    : null;
}

/** "Zero, one, seven: those and no other": all values that there are, as numbers. */
const LISTED = new RegExp(
  `^(?:[a-z' ]+[:;] ?)?((?:${NUMBER}(?:,? (?:and|or) |, ?)){2,}${NUMBER}|${NUMBER} (?:and|or) ${NUMBER})(?:$|[:;,.-] ?(?:(?:and )?(?:those|these|that|there (?:is|are)|nothing|no)\\b.*(?:only|other|others|else|all|more|values?|choices?|options?)$))`,
  "i",
);
const ONLY_THESE =
  /\b(?:those|these|nothing|no others?|no other \w+|only|there (?:is|are) no|else)\b|^(?:comes?|sold|offered|available|counted|in|one of|either)\b/i;

/** The numbers that a sentence lists as all that there are; null if it is no such list. */
export function numbersListedIn(sentence: string): readonly number[] | null {
  const [, list] = LISTED.exec(sentence) ?? [];
  if (
    list === undefined ||
    !ONLY_THESE.test(sentence) ||
    /\b(?:etc|so on|so forth|e\.?g|such as|like)\b|\.\.\./i.test(sentence)
  )
    return null;
  return (list.match(new RegExp(NUMBER, "g")) ?? []).map(Number);
}

/** Sentences that want every item of a list to differ from the others, in free words. */
const ONCE =
  /\b(?:once only|only once|just once|no more than once|at most once|not more than once|(?:no|any|with|without|contain(?:s|ing)?) (?:doubles?|duplicates?|repeats?|repetitions?|twins?)|never (?:twice|repeat)|(?:not|no \w+|never) (?:\w+ ){0,4}twice|more than once (?:is|are|gets?)|repeating an? \w+ (?:is|gets|leads|results|fails|makes|causes)|repeated \w+ (?:is|are) (?:an error|refused|rejected|sent back)|(?:do not|don't|never) (?:repeat|duplicate)|all (?:of them )?(?:different|distinct|unique)|(?:is|are|must be) (?:distinct|unique))\b/i;
const BY_US =
  /\b(?:we|pinterest|automatically|removed|merged|counted|ignored|dropped|dedup\w+|default|per (?:day|week|month|user|person)|shown|delivered|charged|billed|sent back to)\b/i;

/** Whether a sentence about a list says that no item may be there twice. */
export function isOnceEach(sentence: string): boolean {
  return (
    ONCE.test(sentence) &&
    !BY_US.test(sentence) &&
    !/\b(?:may|can|will) (?:be )?(?:repeat|appear twice)/i.test(sentence)
  );
}

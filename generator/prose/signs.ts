import type { Vocabulary } from "./resolve.js";

const never = "(?:cannot|can not|can't|must not|mustn't|may not|should not|shouldn't|shall not)";
const more = "(?:more|longer|greater|larger)";
const start = "(?:the )?start[ _]date";
const bothDates = "(?:the )?start(?:[ _]date)? and (?:the )?end[ _]dates?";
const things = "([a-z]+(?:(?:,? and |,? or |, | )[a-z]+){0,8}?)";

type Phrases = readonly (readonly [string, string])[];

/** What is read before fields are: phrases that hold the names of fields. `@` marks a sign, which no prose has. */
const aboutFields: Phrases = [
  [`(?:(?:difference|gap|distance|time|period|interval|number of days) )?between ${bothDates}`, "@RANGE"],
  [bothDates, "@SPAN"],
  [`(?:past|after|following|from|of) ${start}`, "@PASTSTART"],
];

/**
 * Phrases that carry a rule, each with the sign that stands for it, in the order in which they are looked for: what is longer comes
 * before what it holds. `@LE` bounds from above whatever it stands beside, `@SINCE` a day of the past, `@TILL` a day after another.
 */
const meaning: Phrases = [
  ["(?:please )?(?:note|keep in mind|be aware)(?: that\\b|:)", ""],
  ["(?:in order )?to use (?:it|this(?: field| parameter)?)", ""],
  ["(?<![.,-])(\\d+(?:\\.\\d+)?)[ -](days?|months?|years?)(?: long| in length)?", "@D:$1:$2"],
  ["(?<![.,-])(\\d{4}-\\d{2}-\\d{2})(?!-)", "@DATE:$1"],
  ["(?:an? |any )?(?:values? )?(?:(?:that|which) ends?|ending|ends?) (?:in|with) (?:the suffix )?(_\\w+)", "@ENDS:$1"],
  [`${never} be (?:on or before|before or on)`, "@MUST @AFTER"],
  [`${never} (?:go|reach|look) back (?:${more}|further|farther) than`, "@LE @AGO"],
  [`${never} (?:span|cover) ${more} than`, "@RANGE @LE"],
  [`(?:${never} be|no|not) (?:older|further back|farther back) than`, "@LE @AGO"],
  [`(?:${never} be|no|not) earlier than`, "@SINCE"],
  ["(?:(?:in|as) (?:the )?)?YYYY-MM-DD", "@YMD"],
  [
    "(?:(?:in|as) )?(?:the )?(?:format(?:ted)?(?: is)?|notation|form)(?: of)?(?::(?= ))?(?=.*@YMD)|(?<=@YMD )(?:format|notation|form)",
    "@FORMAT",
  ],
  ["(?:furthest|farthest|earliest|oldest)(?: (?:back|date|day)\\b)?|as far back as", "@SINCE"],
  [`(?:${never} be|no|not) later than`, "@TILL"],
  [`(?:${never} be|no|not) ${more} than|${never} exceed|less than or equal to|up to|at most|within|limited to`, "@LE"],
  [`(?:${never} be|no|not) (?:less|shorter|fewer) than`, "@GE"],
  ["at least one of|one or more of", "@ANYOF"],
  ["at least", "@GE"],
  ["max(?:imum)?(?: of)?", "@MAX"],
  ["min(?:imum)?(?: of)?", "@MIN"],
  [
    "(?:before|prior to|back from) (?:today|(?:the )?current (?:date|day)|now|the present(?: day)?)|in the past|back in time|ago|back",
    "@AGO",
  ],
  ["older than", "@OLDER"],
  ["(?:last|past|previous|preceding|most recent)(?= @D)", "@LAST"],
  ["per (?:request|report)|at a time|at once|in (?:a|one) (?:single )?(?:request|report)", "@RANGE"],
  ["(?:(?:time|date|reporting|report|query|requested) )*(?:ranges?|windows?|periods?|spans?|intervals?|time ?frames?)|covers?", "@RANGE"],
  ["(?:after|later than|more recent than)(?= @DATE)", "@AFTER"],
  ["must be (?:omitted|left out|left empty|empty|absent|unset)", "@NOT @FINE"],
  ["unsupported|unavailable|disallowed|prohibited|forbidden", "@NOT @FINE"],
  [`${never}|(?:do|does|is|are) not|don't|doesn't|isn't|aren't|not|no|never`, "@NOT"],
  ["(?:needs?|has|have) to|must|should|shall", "@MUST"],
  ["requires?|required|needs?|mandatory", "@NEED"],
  ["only|exclusively|solely", "@ONLY"],
  ["either", "@EITHER"],
  ["both", "@BOTH"],
  ["apart", "@APART"],
  ["allowed|supports?|supported|permitted|available|accepts?|accepted|valid", "@FINE"],
  ["use|used|set|specify|specified|provide|provided|given|includes?|included|contains?|have|sen[dt]|passed", "@FINE"],
  ["and|with|,", "@AND"],
  ["or", "@OR"],
];

/** Words that change nothing wherever they stand. What is neither a sign nor one of these stays, and then no kernel fits. */
const empty = [
  "you|can|may|the|an?|this|it|is|are|be|to|of|for|from|any|in utc(?: time)?|that|there|then|currently|one of(?= @V)",
  "data|reports?|requests?|fields?|parameters?|params?|values?|pull|get|retrieve|fetch|query|reach(?:es)?|go(?:es)?",
].join("|");

const compiled = (phrases: Phrases): readonly (readonly [RegExp, string])[] => phrases.map(([source, sign]) => [alone(source), sign]);
const early = compiled([
  ...aboutFields,
  [
    `(?:columns? (?:that are |which are )?(?:related|relating) to|columns? about) (?:the )?${things}(?= (?:is|are|${never})\\b)`,
    "@ABOUT:$1",
  ],
  [`${things}[ -]related columns?`, "@ABOUT:$1"],
]);
const late = compiled([...meaning, [empty, ""]]);

/** A phrase that neither begins nor ends within a word or a sign. */
function alone(source: string): RegExp {
  return new RegExp(`(?<![\\w@:~.-])(?:${source})(?![\\w:~])`, "gi");
}

/** A sentence as signs: what its words do in a rule, in their order, with the fields and values that it names. */
export function signsOf(text: string, vocabulary: Vocabulary): string {
  const spaced = text.replaceAll(/\[([\w, ]+)\]/g, "$1");
  const named = namesMarked(replaced(spaced, early), vocabulary).replaceAll(/,(?!\d)/g, " , ");
  return replaced(named, late)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?:@AND )+(?=@AND )/g, "")
    .replaceAll(/^(?:@AND )+|(?: @AND)+$/g, "")
    .replaceAll("@AND @OR", "@OR")
    .trim();
}

function replaced(text: string, phrases: readonly (readonly [RegExp, string])[]): string {
  return phrases.reduce(
    (now, [test, sign]) =>
      now.replace(test, (_, ...found: readonly unknown[]) =>
        sign.replaceAll(/\$(\d)/g, (__, index) =>
          String(found[Number(index) - 1])
            .replaceAll(" ", "~")
            .replaceAll(",", "+"),
        ),
      ),
    text,
  );
}

/** Marks the fields, by their names or their names in words, and the values that a field has. */
function namesMarked(text: string, { fields }: Vocabulary): string {
  const names = [...fields.keys()].sort((one, other) => other.length - one.length);
  const byWords = new Map(names.map((name) => [name.replaceAll("_", " "), name]));
  const escaped = names.map((name) => name.replaceAll(/[^\w]/g, "\\$&").replaceAll("_", "[ _]"));
  const values = new Set([...fields.values()].flatMap((field) => field.values.map(String)));
  const marked =
    escaped.length === 0
      ? text
      : text.replace(alone(escaped.join("|")), (name) => `@F:${byWords.get(name.toLowerCase().replaceAll("_", " "))}`);
  return marked.replaceAll(/(?<![\w@:~])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?![\w:~])/g, (word) => (values.has(word) ? `@V:${word}` : word));
}

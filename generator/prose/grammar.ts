/** Pattern for an integer or decimal number. */
export const number: string = String.raw`\d+(?:\.\d+)?`;
/** Pattern for one word. */
export const word: string = String.raw`\w+`;
const tokens = String.raw`\w+(?:(?:, or |, | or )\w+)*?`;

/** "a, b and c": a list of field names. */
export const names: string = String.raw`\w+(?:(?:, and |, | and )\w+)*`;

/** "allowed" and its synonyms. */
export const fine = "(?:allowed|supported|permitted|available|accepted|valid)";
/** "cannot", "must not" and their synonyms. */
export const mustNot = "(?:cannot|must not|may not|should not)";

/** "are not allowed", "cannot be used". */
export const notFine: string = `(?:(?:is|are) not ${fine}|${mustNot} be (?:used|set|specified|provided|sent|given|included))`;

/**
 * The source of a regular expression for phrases such as "granularity is HOUR". Its named groups
 * are `<n>Field`, `<n>Op` and `<n>Values`. If an expression contains this source more than once,
 * each use needs a different prefix `n`.
 */
function conditionSource(n: string): string {
  const operators = [
    "is set to any value other than|is any value other than|is anything other than|is not set to|is not one of|is not",
    "is set to one of|is set to|is one of|is either|is|equals",
  ].join("|");
  return String.raw`(?:the )?(?<${n}Field>\w+(?: \w+){0,4}?) (?<${n}Op>${operators}) (?<${n}Values>${tokens})`;
}

/** "If granularity is HOUR", "for hourly reports": captures the groups that `conditions` reads. */
export const condition: string = [
  `(?:(?:if|when) ${conditionSource("cond")}(?: and ${conditionSource("also")})?`,
  String.raw`|for (?:the )?(?:(?<condAdverb>hourly|daily|weekly|monthly)|(?<condLevel>\w+(?: \w+){0,3}?) level) reports?)`,
].join("");

const before = `(?:before (?:the current date|today)|back from (?:the current date|today))(?: in UTC(?: time)?)?`;

/** "you can pull data from up to 90 days before today": captures `back` and `backUnit`. */
export const lookback: string = [
  "(?:(?:you can (?:pull|get|request|retrieve) data|data is available) (?:from|for) up to",
  "|the furthest back (?:that )?you (?:can|can are allowed to|are allowed to|may) (?:pull|get|request|retrieve) data is)",
  ` (?<back>${number}) (?<backUnit>${word}) ${before}`,
].join("");

/** "a maximum time range of 90 days": captures `span` and `spanUnit`. */
export const range: string = [
  "(?:(?:with )?(?:a|the) max(?:imum)? (?:time |date )?range (?:of|is|supported is|allowed is)",
  `|the (?:time|date) range ${mustNot} (?:exceed|be (?:longer|more) than)`,
  `|start_date and end_date ${mustNot} be more than)`,
  ` (?<span>${number}) (?<spanUnit>${word})(?: apart| long)?`,
].join("");

/**
 * Three patterns for whole sentences that consist of `parts`, with or without a condition.
 *
 * The first has no condition. The second has one before the parts, with a comma. The third has one
 * after them, where the comma is optional. The parts are sources of regular expressions and are
 * joined without a space. Case is ignored.
 */
export function conditionalPatterns(...parts: readonly string[]): readonly RegExp[] {
  return [
    sentencePatterns(...parts),
    sentencePatterns(`${condition}, `, ...parts),
    sentencePatterns(...parts, `,? ${condition}`),
  ].flat();
}

/**
 * Returns one pattern, in a list, for whole sentences that consist of these parts. The parts are
 * sources of regular expressions and are joined without a space. Alternatives in a part must be in
 * a group. Case is ignored.
 */
export function sentencePatterns(...parts: readonly string[]): readonly RegExp[] {
  return [new RegExp(`^${parts.join("")}$`, "i")];
}

/**
 * Normalizes a sentence for the patterns.
 *
 * Removes backticks, double quotation marks, and one period or exclamation mark at the very end.
 * Trims the rest. Removes square brackets around the whole sentence if they enclose several words.
 */
export function bareSentence(text: string): string {
  const cleaned = text.replaceAll(/["`]/g, "").replace(/[.!]$/, "").trim();
  const inside = /^\[([^\][]* [^\][]*)\]$/.exec(cleaned);
  return inside?.[1] ?? cleaned;
}

// The phrases in which API descriptions state rules, and the symbol for each. Some phrases in the
// list have no meaning of their own. A word that is not in the list prevents a sentence from being
// read.

/**
 * Pairs of a symbol and its phrases, in the order in which they are tried. A phrase comes before
 * any shorter one that it starts with.
 */
type Lexicon = readonly (readonly [symbol: string, phrases: string])[];

const never =
  "(?:cannot|could not|must not|may not|might not|should not|shall not|must never|may never|will not)";
const moreThan = "(?:more|longer|greater|larger|bigger|wider|higher)";
const lessThan = "(?:fewer|less|shorter|smaller|narrower|lower)";
const past =
  "(?:today|(?:the )?(?:current|present) (?:date|day)|the present|now|the day of the request)";
const utc = "(?: \\(?in utc(?: time)?\\)?| \\(utc\\))?";
/** Lookaheads for a time span and for a date. */
const inDays =
  "(?= (?:the )?(?:\\d[\\d.]*|[a-z]+(?:[ -][a-z]+)?)[ -](?:minutes?|hours?|days?|weeks?|months?|years?|quarters?)\\b)";
const onDate = "(?= (?:the )?(?:\\d{4}-|\\d{1,2} [A-Z]|[A-Z][a-z]+ \\d))";
const rangeOf =
  "(?:time|date|reporting|report|query|requested|request|whole|total|entire|reported)";

/**
 * Words that prevent a sentence from being read as a rule. They express guesses, habits, changes
 * over time, or parts of a whole.
 */
const hedges = [
  "usually|typically|generally|in general|normally|often|sometimes|most|mostly|mainly|recommend(?:ed|s)?|suggest(?:ed|s)?|prefer(?:red|ably|s)?",
  "ideally|consider|try|about|around|approximately|roughly|almost|nearly|some|certain|many|several|few|half|partly|partially|might|could",
  "until|as of|formerly|previously|used to|soon|later this|in the future version|planned|expect(?:ed|s)?|at the moment|for now|temporarily",
  "even|rather|instead|unlike|regardless|although|though|despite|such as|for example|e\\.g\\.?|i\\.e\\.?|like|would|best|better|good idea|advis\\w+|encourag\\w+|not only|but also|if possible|neither|whether|so far|wish|want(?:s|ed)?|deprecated|will end|tomorrow|yesterday|dates? back|ahead",
].join("|");

/**
 * All phrases that the scanner knows, with their symbols. An empty string marks a phrase that is
 * ignored. A phrase can have two symbols, such as `NEG MUST`.
 */
export const lexicon: Lexicon = [
  // Opening phrases, and words that are ignored.
  [
    "",
    "(?:please )?(?:note|keep in mind|remember|be aware|beware|mind)(?: that\\b|:)?|(?:important|warning|caution|attention|hint|tip|nb): ?",
  ],
  ["", "(?:this|these)(?= (?:endpoints?|operations?|api|calls?|requests?|reports?)\\b)"],
  ["YMD", "(?:an? )?(?:iso(?: |-)?8601(?: calendar)?(?: date)?,? ?\\(?)?yyyy-mm-dd\\)?"],
  [
    "OTHERWISE",
    "otherwise|in (?:all|any) other (?:cases?|reports?|requests?)|in other cases|everywhere else|anything else|elsewhere",
  ],
  [
    "TOPURPOSE",
    "(?:in order )?to (?:use|set|pass|send|specify|provide|request|filter by|include|apply|get|receive)(?= (?:this|it|these|them|F:))",
  ],
  [
    "THENCE",
    "in (?:that|this|such a|which) case|then|there|here|in those cases|for those|for these|for them|with those|with it|with them",
  ],

  ["THENCE", "either(?=[.!]?$)|too(?=[.!]?$)"],
  [
    "BETWEEN",
    "(?:(?:difference|gap|distance|time|period|interval|number of days) )?between(?= (?:the )?F:| (?:the )?start)",
  ],

  // Conditions.
  [
    "UNLESS",
    "unless|except(?:ing)? (?:when|if|where|while)|except (?=(?:for|with|at|in|on)\\b)|other than (?=(?:when|if|for|at)\\b)|but not (?=(?:for|when|at|with|in|if)\\b)|save for",
  ],
  [
    "OTHERTHAN",
    "any(?:thing| value| level| granularity)? (?:other than|but|except(?: for)?|besides)|other than|except(?: for)?|apart from|aside from|besides|excluding|anything but|different from|with the exception of",
  ],
  [
    "IF",
    "if(?: and)? only if|only if(?= and)|if|when(?:ever)?|where|in case(?: that)?|provided(?: that)?(?= )(?! (?:for|in|by|with|when|if|to|only|must|can|may|cannot|,|and|or|unless|together|at|as|$))|as long as|so long as|once|while|given that|as soon as|in the event that|on condition that",
  ],
  ["WHOSE", "whose|that (?:have|has|use|are|is)|which (?:have|has|use|are|is)|having"],
  ["AMONG", "is (?:one|any) of|are (?:one|any) of|is either|be either|be one of|to one of"],

  // Bounds.
  ["CONV", "conversion (?:metrics?|data|columns?|values?)|conversions"],
  [
    "ANYOF",
    "(?:at least )?one or more (?:of|from)|at least one (?:of|from|among)|one at least of|any of",
  ],
  [
    "LE",
    `(?:${never}|do(?:es)? not|not|never|without) (?:exceed(?:ing)?|go beyond|be beyond|surpass|go over|be over|extend beyond|reach beyond|extend past)`,
  ],
  ["LE AGO", `${never} (?:go|reach|look|date|lie|extend) back (?:any )?${moreThan} than`],
  [
    "LE",
    `(?:${never} (?:be|go|reach|look|lie|date|extend|span|cover|last|comprise|start|ask for|request)|${never}|no|not|not be|never|do not ask for) (?:any )?${moreThan} than`,
  ],
  [
    "LE AGO",
    `(?:${never} (?:be|go|reach|look|lie|date|extend|start)(?: back)?|no|not|not be|never) (?:older|further|farther|further back|farther back|longer ago|further in the past|earlier) than${inDays}`,
  ],
  [
    "GE",
    `(?:${never} (?:be|span|cover|comprise|last)|${never}|no|not|not be|never) (?:any )?${lessThan} than`,
  ],
  [
    "LE",
    "less than or equal to|fewer than or equal to|up to(?: and including)?|at (?:the )?most|at maximum|no more than|capped at|as (?:many|much|long) as|a limit of|limit(?:s|ed)? (?:of|is|are)|or (?:less|fewer|shorter)|not? (?:longer|more) than|a cap of|to a maximum of|<=|\\u2264|inside of|within",
  ],
  [
    "GE",
    "greater than or equal to|more than or equal to|at (?:the )?least|no (?:fewer|less) than|or (?:more|longer)|>=|\\u2265|a minimum of",
  ],
  ["GT", `${moreThan} than|exceed(?:s|ing)?|beyond|(?:over|above)${inDays}`],
  ["LT", `${lessThan} than|(?:under|below)${inDays}`],
  [
    "LIMITED",
    "(?:is|are|be) (?:limited|restricted|confined|reserved|bound) (?:to|for)|(?:limited|restricted|confined|reserved|bound)(?:,)? (?:to|for)",
  ],
  [
    "",
    "(?:the following )?(?:limits?|limitations?|restrictions?)(?: apply| hold)?(?= ?:|$| are (?:for|of))",
  ],
  ["MAX", "max(?:imum|imal|imally)?(?: of)?|longest|largest|upper limit|the limit"],
  ["MIN", "min(?:imum|imal|imally)?(?: of)?|shortest|smallest|lower limit"],
  ["ORLATER", "or later|or after|onwards?|and later|and after"],
  [
    "SINCE",
    "(?:the )?(?:furthest|farthest|earliest|oldest|first)(?: (?:back|date|day|permitted|allowed|possible|supported|available|valid)\\b)*(?! (?:of|in|on|week|month|year|hour|\\d))|as far back as",
  ],
  [
    "SINCE",
    `no earlier than|not (?:be |start |begin |lie )?earlier than|${never} (?:be|start|begin|lie) earlier than`,
  ],
  ["TILL", `(?:${never} (?:be|end|lie)|no|not|not be) later than|at the latest`],
  [
    "OLDER",
    `(?:older|further back|farther back|longer ago|further in the past|earlier|more in the past|lying back more) than`,
  ],
  [
    "AGO",
    `(?:before|prior to|back from|earlier than|preceding|counting back from|of|from|behind|counted from) ${past}${utc}|in the past|into the past|back in time|ago|backwards?|back(?! to\\b)|in utc time`,
  ],
  ["LAST", `(?:last|past|previous|preceding|most recent|trailing|recent)${inDays}`],
  ["AGO", "look-?back(?: window| period)?|history|retention|in retrospect"],
  ["NOTBEFORE NOTON", `${never} be (?:on or before|before or on)`],
  [
    "NOTBEFORE",
    `(?:${never} (?:be|start|begin|lie|fall)|not|no) before|${never} precede|no sooner than|on or after|(?:from|starting on|starting from|since)${onDate}`,
  ],
  ["AFTER", "(?:of|from)(?= (?:the )?`?start[ _]date)"],
  ["AFTER", "later than|more recent than|after|past|following"],
  ["BEFORE", "before|earlier than|prior to|precedes?"],
  ["FUTURE", "(?:in|into) the future|after today|later than today|past today|future dates?"],
  [
    "RANGE",
    `(?:${rangeOf}s?[ -])*(?:ranges?|windows?|periods?|spans?|intervals?|time ?frames?|durations?)|time spans?|days of data|length of (?:the|a) (?:report|period|range)`,
  ],
  [
    "RANGE",
    "per (?:request|report|call|query)|at (?:a time|once)|in (?:a|one|each|any) (?:single )?(?:request|report|call|go)|for (?:a|one|each) single (?:report|request)|(?:a|one|each|every|the|any)? ?(?:single )?(?:call|request|report|query)s? (?:may |can |must |should |has to |have to |cannot |will )?(?=(?:only )?(?:cover|span|comprise|compris|last)s?\\b)",
  ],
  [
    "RANGE",
    "cover(?:s|ing|ed)?|spans?|spanning|comprises?|comprising|lasts?|extends? over|stretch(?:es)?",
  ],
  ["APART", "apart|from each other|between them"],
  ["DAYSN", "number of days"],

  // Absence, obligation and permission.
  [
    "SAME",
    "the same (?:limits?|rules?|restrictions?|applies|holds|goes|is true|is the case)(?: (?:applies|apply|holds?|goes?|is))?(?: (?:for|to|of|with))?|likewise|so (?:is|are|do|does)|nor (?:is|are|can|may|does|do)(?: it| they)?|as (?:is|are|does|do)(?= F:)",
  ],
  [
    "NOTAPPLY",
    "(?:does|do|did|will) not (?:apply|hold|count)(?: (?:to|for))?|is not (?:true|bound|subject)|(?:is|are) (?:exempt(?:ed)?|excepted|exempted)|no (?:such )?(?:limit|restriction)s?|not limited|unlimited|without (?:a )?limit|not affected|unaffected",
  ],
  [
    "NOTALL",
    "(?:do(?:es)?|is|are|need) not (?:need|have|required|necessary|mandatory|obligatory)(?: to)?|need not|optional(?:ly)?|not (?:required|mandatory|necessary|needed)|not both required|free(?:ly)?",
  ],
  [
    "MUTEX",
    "mutually exclusive|exclude each other|(?:but )?not (?:both|the two of them|all of them|together|at the same time)(?: at once| together| at the same time)?|exactly one of|only one of|at most one of|one of the two but not both|never both|(?:not|never|do not) (?:provide|specify|use|set|send|include|pass|give|supply|combine|mix) (?:both|more than one(?: type| kind)?)(?: of (?:them|these|those))?(?= ?[.,;!)]|$)",
  ],
  [
    "TOGETHER",
    "together(?: with)?|along with|alongside|in (?:combination|conjunction) with|combined with|in combination|jointly|at the same time(?: as)?|simultaneously|in the same (?:request|report|call)|in one (?:request|report|call)|accompanied by|combined|combine with|combine|goes? with|mixed with|mixed|mix with|mix|paired with|next to",
  ],
  [
    "NODATA",
    "no longer (?:return|provide|populate|contain|include|report|deliver|have|produce)(?:s|d|ed)?(?: (?:any|new))*(?: data)?(?: for)?|(?:do|does|will) not (?:return|populate|deliver)(?: (?:any|new))*(?: data)?(?: for)?|(?:return|provide|contain|have|has|deliver)(?:s)? no(?: new| more)? (?:data|values?|rows|numbers)(?: for)?|no(?: new)? data (?:is|are|will be) (?:provided|returned|available|there|reported)(?: for)?|(?:come|comes|comes? back|is|are|be|remains?|stays?|will be|may be|returns?) (?:always )?(?:empty|zero|null|blank|0)|(?:is|are) no longer (?:populated|filled|returned|reported|provided|counted|measured|available in rows)|(?:is|are) not (?:populated|filled|returned)|data (?:is|are|will) not (?:be )?(?:provided|returned|reported)(?: for)?|ha(?:s|ve) no (?:data|values?)|no data (?:for)",
  ],
  [
    "BAD",
    "(?:is|are|be|will be|gets?|get) (?:rejected|refused|denied|declined|barred|banned)|rejected|refused|unsupported|unavailable|disallowed|prohibited|forbidden|invalid|illegal|impossible|incompatible|inadmissible|not an option|(?:is|are|result(?:s)? in|produces?|cause(?:s)?|lead(?:s)? to|gives?|return(?:s)?|raise(?:s)?|trigger(?:s)?|yield(?:s)?) (?:an? )?(?:4\\d\\d )?(?:validation |bad request )?(?:errors?|failure|400|422)(?: error| response| status)?|will fail|fails?|out of the question|taboo|off limits",
  ],
  [
    "IGN",
    "(?:is |are |will be |be )?(?:ignored|disregarded)|ignor(?:e|es|ing)|(?:has|have|with) no effect|without effect",
  ],
  [
    "DROP",
    "(?:be )?(?:omitted|left out|left empty|left unset|left blank|dropped|removed|absent|unset|missing|empty)|omit(?:ting)?|leav(?:e|ing) (?:out|off|away)|leave|not (?:be )?there|drop|remove|skip|do without",
  ],
  ["NEG MUST", "must not|shall not|should not|must never|has not to|have not to"],
  [
    "NEG CAN",
    "cannot|may not|can never|may never|can neither|may neither|is not able to|are not able to|not be able to|unable to",
  ],
  [
    "NEG FINE",
    "not an allowed|not? (?:an? )?(?:allowed|supported|permitted|available|accepted|valid|possible|applicable|compatible|usable)|does not (?:work|exist|apply|support|accept|allow|permit|go|take)|do not (?:work|exist|apply|support|accept|allow|permit|go|take)|no longer (?:allowed|supported|permitted|available|accepted|valid)",
  ],
  ["NEG", "not|no|never|none|nor|neither|without"],
  [
    "NEEDED",
    "(?:(?:is|are|be|becomes?) (?:then )?)?(?:required|mandatory|necessary|needed|obligatory|compulsory|indispensable|a must|has to be there|have to be there)",
  ],
  ["NEED", "requires?|requiring|needs?|depends? on|presupposes?|calls? for|demands?"],
  ["MUST SOFT", "should|ought to"],
  [
    "MUST",
    "must|having to|shall|needs to|need to|is to|are to|make sure(?: that)?|ensure(?: that)?|be sure to",
  ],
  ["CAN", "can|may|able to|is possible to|are free to"],
  ["ONLY", "only|exclusively|solely|alone|just|merely|nothing but"],
  [
    "FINE",
    "(?:allow|support|permit|accept|honou?r)(?:s|ed)?|permitted|available|valid|possible|applicable|compatible|usable|appl(?:y|ies)(?: (?:to|for))?|works?|legal|exists?|admissible",
  ],
  [
    "PUT",
    "(?:be )?(?:used|set(?! to)|specified|provided|given|included|contained|sent|passed|supplied|added|listed|mentioned|selected|chosen|applied|filled|present|requested|queried|named|part of|in the request|named in|defined|stated|combined|there|filtered by|asked for)|us(?:e|es|ing)|specify(?:ing)?|provid(?:e|es|ing)|giv(?:e|es|ing)|includ(?:e|es|ing)|contains?|containing|send(?:s|ing)?|pass(?:es|ing)?|supply(?:ing)?|supplies|add(?:s|ing)?|list(?:s|ing)?|select(?:s|ing)?|choos(?:e|es|ing)|setting|carr(?:y|ies|ying)|have|has|hold(?:s)?|appears?|stand|filter by|filter|fill in|put|enter",
  ],
  [
    "ISTO",
    "(?:is|are|be|been|was) (?:set|equal|fixed|restricted|changed) to|set to|equals?(?: to)?|equal to|has the value|have the value|takes? the value|of value|to be set to|to be|being|=",
  ],
  ["IS", "is|are|be|was|were|stays?|remains?|becomes?|lies?|lie|falls?|fall"],

  // Words for parts of a request.
  ["ABOUTF", "(?:related|relating) to|about|concerning|belonging to"],
  ["ENDING", "(?:(?:that|which) )?(?:ends?|ending)(?: (?:in|with|on))(?: the)?(?: suffix)?"],
  [
    "BEGINNING",
    "(?:(?:that|which) )?(?:starts?|starting|begins?|beginning)(?: with)(?: the)?(?: prefix)?",
  ],
  [
    "FORMAT",
    "(?:the )?(?:date )?(?:format(?:ted)?|notation|form|pattern)(?: is| of)?:?|written|expressed",
  ],
  ["BOTHDATES", "both (?:dates|days)|the dates|dates"],
  ["ONEOF", "one of|either one of"],
  ["EITHER", "either"],
  ["BOTH", "both(?: of)?"],
  ["THEFORMER", "the former"],
  ["THELATTER", "the latter"],
  [
    "OTHERS",
    "(?:(?:for|in|with|at|on) )?(?:all|any|every|the) (?:other|others|remaining)(?: (?:values?|cases?|reports?|requests?|settings?|options?))?|everything else|all else|the rest|others",
  ],
  ["ALL", "all|any|every|each|either way"],
  [
    "THIS",
    "(?:this|the|such an?) (?:field|parameter|param|property|filter|option|setting|argument|attribute|value|list|one)s?|(?:this|it)(?= )(?! (?:endpoint|operation|api|call|request|report|feature|metric|date|limit|means|way))|this$|it$",
  ],
  [
    "THESE",
    "(?:these|those|such|both) (?:fields|parameters|params|properties|filters|options|settings|columns|values|ones|dates|two)|these|they|those|them",
  ],
  ["THELIMIT", "(?:this|the|that) (?:limit|restriction|rule|maximum|limitation)|this(?= NOT)"],
  ["LEVELN", "level"],
  [
    "REPORT",
    "(?:all |any |every |each )?(?:reports?|reporting|requests?|quer(?:y|ies)|calls?|breakdowns?|output|downloads?|files?|data|rows|metrics|analytics|statistics|stats|insights|information|numbers|figures|records|results?|responses?|payload|body|content|api|endpoint|operation|pinterest|user|users|caller|callers|client|clients|advertisers?|you|we|one)",
  ],
  [
    "GET",
    "pull(?:ed|ing)?|get(?:ting)?|retriev(?:e|ed|ing)|fetch(?:ed|ing)?|request(?:ing)?|quer(?:y|ied|ying)|ask(?:ed|ing)? for|ask|download(?:ed|ing)?|view(?:ed)?|see|seen|look(?:ed)? at|read|obtain(?:ed)?|access(?:ed)?|analy[sz]e|analy[sz]ed|return(?:s|ed)?|go(?:es|ing)?|reach(?:es|ing)?|extends?|look|runs?|generated?|creat(?:e|ed|ing)|making|make|made|report on|start(?:s|ing)?|begin(?:s|ning)?|end(?:s|ing)?|deliver(?:s|ed)?|offer(?:s|ed)?|shown?|shows|start|stretch|serves?|served|kept|stored|keeps?|stor(?:e|es)|retain(?:ed|s)?|hand out|let you|lets you|let|lets|cut off|dates?|collected",
  ],
  [
    "FIELDN",
    "(?:fields?|parameters?|params?|propert(?:y|ies)|options?|settings?|arguments?|attributes?|input|inputs)",
  ],
  ["VALUEN", "values?|enums?|formats|entries|entry|items?|types?|kinds?|dimension|dimensions"],
  ["HEDGE", hedges],
  ["REASON", "because|since|so that|as otherwise|due to|for reasons? of|for performance|so(?= )"],
  ["BUT", "but|however|yet|whereas"],
  ["AND", "and|as well as|plus|&"],
  ["OR", "or|respectively"],
  ["WITH", "for|with|at|in|on|under|using|during|by|through|among|per"],
  // Words that are ignored wherever they occur.
  ["ALSO", "also|too|as well|furthermore|additionally|in addition|moreover"],
  [
    "",
    "therefore|hence|thus|an?|the|that|which|to|of|from|your|our|its|their|his|currently|always|simply|again|please|in utc(?: time)?|\\(?utc\\)?|today|day|days|own|given that|do|does|did|as|by|long|inclusive(?:ly)?|whole|full|calendar|consecutive|single|automatically|explicitly|itself|either(?=$)|yourself|whatsoever|at all|strictly|there(?= (?:is|are))|will|directly|into",
  ],
];

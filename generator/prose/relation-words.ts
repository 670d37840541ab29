// Turns the words of sentences about relations between fields into symbols, one for each class of
// words. A sentence becomes a row such as `IF F0 GIVEN , F1 MUSTNOT GIVEN`, so that sentence
// patterns do not have to list synonyms.

/** A symbol, and a pattern for its words. The symbol is `""` for words without effect. */
type WordClass = readonly [symbol: string, words: string];

const putting =
  "set|send|give|provide|specify|include|pass|supply|list|name|carry|contain|have|hold|state|define|fill in|fill out|fill|enter|add|use|choose|select|declare|mention|submit|attach|put|bring|configure|request(?= (?:BOTH )?F)|ask for|filter by|make use of|assign|present|opt for|rely on|decide on";
const puttings =
  "sets|sends|gives|provides|specifies|includes|passes|supplies|lists|names|carries|contains|has|holds|states|defines|fills in|fills|enters|adds|uses|chooses|selects|declares|mentions|submits|attaches|brings|configures|requests(?= F)|asks for|filters by|makes use of|opts for|relies on|decides on";
const putIn =
  "setting|sending|giving|providing|specifying|including|passing|supplying|listing|naming|carrying|containing|having|holding|stating|defining|filling in|filling|entering|adding|using|choosing|selecting|declaring|mentioning|submitting|attaching|requesting|filtering by|picking|(?:splitting|breaking down|grouping|sorting) by(?= V)";
const isPut =
  "set|sent|given|provided|specified|included|passed|supplied|listed|named|carried|contained|stated|defined|filled in|filled|entered|added|used|chosen|selected|declared|mentioned|submitted|attached|present|there|configured|requested|known|populated|in place|non-empty|picked|assigned";
const joined =
  "(?:together|at the same time|simultaneously|at once|in combination|jointly|side by side|as well|in parallel|concurrently|(?:with)?in (?:the same|one|a single|any one) (?!(?:hour|day|week|month|quarter|year|period|time)\\b)[a-z]+(?: [a-z]+)?)";
const these = "(?: of (?:them|these|those|the fields|the (?:two|three|four)(?: fields?)?))?";
const listed =
  "(?: (?:the|these|those|its|following|two|three|four|fields?|parameters?|keys?|properties|property|filters?|options?|attributes?|ids?))*(?: :|(?: ways?| methods?| sources?)(?: of| to| for)(?: [a-z]+){1,5} :)?";

const more = "(?:greater|higher|larger|bigger|more|longer|wider)";
const less = "(?:less|lower|smaller|fewer|shorter|narrower)";
const much = "(?:great|high|big|much|many|long|wide|late|early|low)";

/**
 * The classes, in the order in which they are tried. A phrase comes before any shorter one that it
 * starts with.
 */
const classes: readonly WordClass[] = [
  [
    "",
    "please|note that|keep in mind that|note :|important :|be aware that|for now|for the time being|at the moment|at present",
  ],
  ["SURE", "(?:make sure|be sure|ensure)(?: that)?(?! to )"],
  // Words that make something optional.
  [
    "FREE",
    "(?:does|do|need) not (?:need(?: to)?|have to|require(?: to)?)|need not|(?:is|are) not (?:required|needed|necessary|mandatory)|no need|optional|it is (?:allowed|possible) to|(?:it )?is (?:perfectly )?(?:fine|ok|okay) to",
  ],
  [
    "BOTHFINE",
    "(?:sending|giving|setting|having|using|providing|passing|specifying) both is (?:fine|allowed|ok|okay|possible|permitted|accepted)(?: too)?|both (?:may|can) be (?:given|sent|set|used)",
  ],
  ["MUST PUT", "there must be(?= (?:an? |either |one |at |F))"],
  ["OBJ PUT", "there (?:is|are)(?= (?:an? |either |F))"],
  ["NEED", "(?:cannot|must not|may not|can never) (?:go|do|be|exist|come) without"],
  ["LIKEWISE", "the same (?:goes|applies|holds|is true|is the case|counts) (?:for|to|of)"],
  [
    "LEAST",
    "the (?:earlier|smaller|lower|shorter|lesser|narrower) (?:one )?of (?:the two|both)(?: [a-z]+)?",
  ],
  [
    "MOST",
    "the (?:later|larger|higher|longer|greater|wider) (?:one )?of (?:the two|both)(?: [a-z]+)?",
  ],
  [
    "BOTHORNONE",
    "(?:either )?both(?: of them)? or (?:none|neither|not at all)(?: of them)?|(?:either )?all(?: of them)? or (?:none|nothing)(?: of them)?|or (?:neither|none|nothing)(?: of (?:them|these|the two))?|or not at all|or (?:both |all )?(?:be )?(?:omitted|left out|absent)(?: together)?|or (?:omit|leave|drop|skip)(?: out| off)? (?:them|all|both(?: of them)?)(?: (?:all|both))?(?: (?:out|off|empty|unset))?|either both (?:be )?(?:given|sent|set|present|provided|specified) or both (?:be )?(?:omitted|left out|absent|missing)",
  ],
  ["MUST ABSENT", "leave (?:this |it )?(?:empty|out|unset|blank|off)(?! F)"],
  ["ANY1", "one or both(?: of)?"],
  // Whole relations.
  ["MUSTNOT BOTH", "(?:must|may|can|should|shall) not both(?: be)?|cannot both(?: be)?"],
  [
    "MUTEX",
    "mutually (?:exclusive|incompatible)|exclusive of (?:each other|one another)|exclude (?:each other|one another)|(?:rule|cancel) (?:each other|one another) out|(?:clash|conflict) with (?:each other|one another)|not compatible with (?:each other|one another)|incompatible with (?:each other|one another)|contradict (?:each other|one another)|(?:are |be )?alternatives(?: to (?:each other|one another))?|(?:cannot|must not|may not|do not|never) (?:coexist|co-exist|go together|go with each other|be mixed|be combined)(?! with)|do not mix|incompatible(?! with)",
  ],
  [
    "NOTALONE",
    `(?:(?:sending|giving|setting|using|having|specifying|providing|passing|supplying) )?(?:one|either|either one|only one|just one|any one)(?: field| parameter|${these})? (?:without|but not) the other(?: one| field)?|(?:sending|giving|setting|using|having|specifying|providing|passing|supplying) (?:only|just) one${these}|neither(?: one| field|${these})?(?: (?:may|can|must|is|works?))?(?: be)?(?: (?:${isPut}|valid|allowed|accepted|useful))? without the other(?: one)?`,
  ],
  [
    "PAIR",
    "(?:(?:always |only |must always |must |have to |should |can only |may only )*(?:go|belong|come|appear|work|travel) (?:together|in pairs?|as a pair|hand in hand|only together)|(?:can only|must|may only|have to|must always) (?:be )?(?:used|sent|given|set|provided|specified|present|supplied) (?:together|in pairs|as a pair|jointly)|(?:are|is) (?:always |only )?(?:a pair|used as a pair|a unit)|(?:need|require|depend on) (?:each other|one another))(?! with)",
  ],
  [
    "ORBOTH",
    "(?:and |, )?or (?:both|all|the two|any combination|several)(?: of (?:them|these|those))?|or a combination(?: of (?:them|these|those))?",
  ],
  [
    "NOTBOTH",
    `(?:, |but |and |or )*(?:not|never)(?: by| with| use| send| set| give)? (?:both|the two|all|more than one|two|any two|several)${these}(?! (?:out )?of | from | or more | (?:the (?:fields|parameters) )?F\\d)(?: ${joined})?|(?:, |but |and )*(?:not|never) ${joined}|(?:, )?but not the other(?: one)?|(?:, )?(?:but|and) (?:only|just|exactly|at most|no more than|never more than) one${these}(?: at a time)?(?= ?$| ;)`,
  ],
  [
    "ANY1",
    `(?:at least|no less than|no fewer than|a minimum of) (?:one|1)(?: (?:field|parameter|key|filter|of|out of|from|among))*${listed}|one or more(?: of| out of| from)*${listed}|any(?: one)? of${listed}`,
  ],
  [
    "EXACT1",
    `(?:exactly|precisely) (?:one|1)(?: (?:field|parameter|key|filter|of|out of|from|among))*${listed}|(?:just )?one(?: ?,)? and (?:only|just) one(?: ?,)?(?: of)?${listed}`,
  ],
  [
    "ONLY1",
    `(?:only|just|at most|at the most|no more than|not more than|a maximum of|up to|maximum) (?:one|1)(?: (?:field|parameter|key|filter|of|out of|from|among))+${listed}`,
  ],
  ["ONLY1", "(?:only|just|at most|no more than|not more than) one(?= (?:may|can|must|is|of))"],
  ["MORETHAN1", `(?:more than one|two or more|two)(?: of| out of| from| among)+${listed}`],
  ["ONE1", `(?:either )?one(?: of| out of| from| among)+${listed}|either of${listed}`],
  [
    "BOTH",
    "(?:the |all )?both(?: of)?(?: the)?(?: fields?| parameters?)?|all (?:three|four|five|six)(?: of)?(?: the(?:se)?)?(?: fields?| parameters?)?|the pair(?: of)?|the combination(?: of)?",
  ],
  ["TOG WITH", `${joined} (?:with|as)`],
  ["TOG", joined],
  ["ALONE", "(?:on its own|alone|by itself|on their own|by themselves)"],
  ["OBJ THAT", "whoever|anyone who|those who|callers who"],
  ["TOO", "in turn|for its part"],
  ["PUTTING", "the (?:presence|use) of"],
  // Comparisons.
  [
    "GE",
    `(?:${more}|later) than or (?:equal to|the same as|as ${much} as)|(?:equal to or|the same as or|the same or) (?:${more}|later|after)(?: than)?|(?:on|at|equal to) or (?:after|later than|above)|no (?:earlier|sooner|${less}) than|at least(?: as ${much} as| equal to)?(?= F)|after or (?:on|at|equal to)|> ?=|\u2265`,
  ],
  [
    "LE",
    `(?:${less}|earlier) than or (?:equal to|the same as|as ${much} as)|(?:equal to or|the same as or|the same or) (?:${less}|earlier|before)(?: than)?|(?:on|at|equal to) or (?:before|earlier than|below)|no (?:later|${more}) than|at (?:the )?most(?: as ${much} as| equal to)?(?= F)|before or (?:on|at|equal to)|up to(?= F)|< ?=|\u2264`,
  ],
  [
    "GT",
    `(?:${more}|later|more recent|further in the future) than|exceeds?|surpass(?:es)?|go(?:es)? (?:beyond|over|above)|(?:after|past|beyond|above|over|follow)(?= (?:the )?F)|>`,
  ],
  [
    "LT",
    `(?:${less}|earlier|sooner) than|(?:before|prior to|below|under|precedes?)(?= (?:the )?F)|<`,
  ],
  // Conditions.
  [
    "IFF",
    "if(?: ,)? and only if(?: ,)?|exactly (?:if|when)|precisely (?:if|when)|if and only when",
  ],
  [
    "ONLYIF WITH",
    "only (?:(?:together|along|in combination|in conjunction) )?(?:with|alongside)(?= (?:an? )?F\\d+ (?:[,;]|$))",
  ],
  [
    "ONLYIF",
    "only(?: ever)? (?:if|when|whenever|where|once|as long as|provided(?: that)?|in case|(?:together |along |in combination |in conjunction )?(?:with|alongside)(?= K| F| an? )|for|on|in|at)|on condition that|provided that|(?<!(?:is|are|be|been|was|not|both|also|GIVEN) )provided(?= (?:the|you|it|F))",
  ],
  [
    "UNLESS",
    "unless|except(?: when| if| where| for| with| in)(?! V)|other than (?:when|if|for|with)|save when",
  ],
  [
    "IF",
    "if|when(?:ever)?|once|as soon as|where|in case(?: of)?|as long as|so long as|in the event that|while|given that",
  ],
  // Modal verbs and their opposites.
  [
    "MUSTNOT",
    "(?:must|may|can|could|should|shall)(?: also)? not(?: also| ever)?|cannot(?: also| ever)?|(?:must|may|can|should|shall) never|(?:is|are) (?:not|never) (?:allowed|permitted|able) to|(?:it )?is (?:not|never) (?:allowed|permitted|possible|valid|accepted) to|it is (?:forbidden|an error|invalid|illegal|impossible) to|(?:do|does) not(?! need| have to| require)|never|(?:is|are) not to(?= be)|avoid",
  ],
  [
    "MUST",
    "(?:(?<! a )must|shall|should(?! be used))(?: always| also| then| in turn| therefore)*|(?:has|have|needs?) (?:always |also )?to(?: also| then)?|(?:is|are) (?:also |then |therefore )?(?:obliged|required|expected|supposed) to|(?:is|are) to(?= be)|make sure to|be sure to",
  ],
  [
    "CAN",
    "may(?: also)?|can(?: also)?|could|(?:is|are) (?:allowed|permitted|able) to|let you|lets you|allows? you to",
  ],
  // Requirements.
  [
    "EXCL",
    "rules? out|(?:excludes?|excluding)|forbids?|prohibits?|precludes?|prevents?|disallows?|bars|bans?|conflicts? with|clash(?:es)? with|in conflict with|incompatible with|not compatible with|an alternative to|not to be (?:combined|mixed|used|sent|paired) with|exclusive (?:with|to|of)",
  ],
  [
    "MATCHED",
    `(?:be |is |are )?(?:combined|mixed|paired|coupled|accompanied|used|sent|given|set|provided|specified|supplied|present|passed|included|listed|appear|come|go|occur|exist|coexist|co-exist|work|(?<=MUSTNOT )(?:combine|mix|pair))(?: ${joined})?(?: (?:along|together|in combination|in conjunction|next|in addition))? (?:with|alongside|by|beside|as|to)(?= (?:the |an? |any |either )*F)`,
  ],
  ["MAKES", "makes?(?! use of )|renders?"],
  [
    "NEED",
    `requires?|needs?|demands?|necessitates?|calls? for|depends? on(?= (?:the )?F\\d+ (?:being|to be))|presupposes?|implies|cannot do without|(?:obliges|forces) you to (?:${putting})|forces|goes with|belongs? to`,
  ],
  ["NEEDED", "required|mandatory|compulsory|obligatory|necessary|needed|a must|indispensable"],
  [
    "ABSENT",
    "absent|omitted|left (?:out|off|empty|unset|blank|away)|missing|unset|dropped|removed|skipped|stay (?:out|empty|away)|remain (?:empty|unset|absent)|be (?:empty|null)|(?:is|are) empty",
  ],
  [
    "OMIT",
    "omits?|leaves? (?:out|off|away)|drops?|skips?|removes?|lacks?|(?:does not|do not) (?:have|contain|set|send|include)|leave(?= F\\d+ (?:out|empty|ABSENT|blank|off|away))",
  ],
  ["OMITTING", "omitting|leaving out|dropping|skipping"],
  [
    "BAD",
    "(?:is |are |will be |be |gets? )?(?:rejected|refused|declined|denied|invalid|an? error|in error|forbidden|prohibited|disallowed|illegal|inadmissible|unsupported|unavailable|unacceptable|impossible|barred|banned|off limits)|fails?|will fail|(?:causes?|leads? to|results? in|returns?|produces?|gives?|raises?|triggers?|ends? in) (?:an? )?(?:error|bad request|failure|rejection)|not work",
  ],
  [
    "OK",
    "(?:is |are |be )?(?:allowed|permitted|accepted|valid|supported|available|possible|applicable|legal|acceptable|usable)|accepts?|supports?|appl(?:y|ies)|works?|takes?(?! (?:the|a) value )",
  ],
  ["ONLY", "only|solely|exclusively|nothing but|limited to|restricted to|reserved for|confined to"],
  [
    "WITHOUT",
    "without(?: setting| sending| giving| also| providing| specifying| having| PUT)*|in the absence of|with no|lacking",
  ],
  [
    "WITH",
    "(?:together|along|in combination|in conjunction|in addition) with|with(?! (?:the|a) value | (?:all |any |the )?others? )|alongside|accompanied by|next to",
  ],
  ["EITHER", "either"],
  ["NEITHER", "neither(?: of)?|none of|not any of"],
  ["NO", "no"],
  [
    "IS",
    "(?:is |are |be |being |has been )?(?:set|equal|configured|fixed) to(?: the value| one of| either)?|(?:has|have|with|takes?) (?:the|a) value(?: of)?|(?:is|are|be) (?:one|any) of|(?:is|are|be) either|equals?",
  ],
  [
    "OTHERWISE",
    "otherwise|or else|in (?:all|any) other cases?|(?:for|with|in) (?:all |any |the )?(?:others|other(?: types?| kinds?| values?| cases?)?)(?= ?(?:[,;]|$))",
  ],
  ["IS", "becomes?(?= (?:NEEDED|OK|BAD))"],
  ["THAT", "that|which|who"],
  ["WHOSE", "whose"],
  [
    "GIVEN",
    `(?:is|are|be|been|being|has been|have been|was)(?: also| already| then| ever| both| all| actually| explicitly)* (?:${isPut})(?! to | as )(?: too| also| as well)?`,
  ],
  ["PUTTING", putIn],
  ["PUTS", puttings],
  ["PUT", putting],
  ["GIVEN", `${isPut}|appears?|exists?|occurs?`],
  ["NOT", "not"],
  ["IS", "is|are|be|been|being|was|were|equals?|equal to|="],
  [
    "TOO",
    "too|also|as well|then|in turn|always|ever|at all|itself|both|simply|strictly|explicitly|currently|already|additionally|further|in addition|again|either",
  ],
];

const WORDS: readonly (readonly [string, RegExp])[] = classes.map(([sign, words]) => [
  sign,
  new RegExp(`(?<= )(?:${words})(?= )`, "g"),
]);

/** Nouns that are also verbs. */
const NOUNS =
  /(?<= )((?:the|an?|each|every|this|your|any|same|one)(?: same| single)?) (?:list|set|use(?! of )|name|request|state|form|hold|report|call)(?= )/g;

const same =
  "(?: (?:be|on|at|in|to))* (?:(?:(?:the )?same|equal|equals)(?: day| date| time| value| number| moment)?(?: as| to)?|on|at|(?<=be)) ?((?:the )?F\\d+) or";
const orOther = (words: string): RegExp =>
  new RegExp(
    `${same} (?:(?:an?|on an?|at an?|the|any) )?(?:${words})(?: one| day| date| time| value| number| than (?:it|that))?(?= )`,
    "g",
  );
/** Matches, for example, "the same day as `a` or a later one". */
const OR_LATER = orOther(`later|after|${more.slice(3, -1)}`);
const OR_EARLIER = orOther(`earlier|before|${less.slice(3, -1)}`);

/**
 * Replaces the words for relations with upper-case symbols: `must not` becomes `MUSTNOT`.
 *
 * `text` is in lower case and begins and ends with a space. Its marks, such as `F0` for fields and
 * `V0` for values, are kept. Words without effect, such as "please", are removed; unknown words
 * stay as they are. After an article, a noun that is also a verb becomes "thing": "the list"
 * becomes "the thing". Several spaces become one.
 */
export function signsOf(text: string): string {
  return WORDS.reduce(
    (row, [sign, words]) => row.replace(words, sign),
    text
      .replaceAll(NOUNS, "$1 thing")
      .replaceAll(OR_LATER, " GE $1")
      .replaceAll(OR_EARLIER, " LE $1"),
  )
    .replaceAll(/\b(?:IS )?NOT GIVEN\b|\bIS NOT PUT\b/g, "ABSENT")
    .replaceAll(/\b(?:IS )?NOT (?:OK|ACCEPTED)\b/g, "BAD")
    .replaceAll(/(?<=\b(?:OK|BAD|NEEDED|GIVEN|ABSENT|MUTEX|PAIR)) TOO\b/g, "")
    .replaceAll(
      /\bIS (?=(?:TOO )*(?:OK|BAD|NEEDED|GIVEN|ABSENT|MUTEX|PAIR|ONLY|TOG|BOTH|BOTHORNONE)\b)/g,
      "",
    )
    .replaceAll(/\bTOO (?=(?:OK|BAD|NEEDED|GIVEN|ABSENT|MUTEX|PAIR|ONLY|V\d|F\d)\b)/g, "")
    .replaceAll(/ {2,}/g, " ");
}

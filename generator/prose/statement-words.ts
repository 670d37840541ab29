// The classes of English words by which a statement is read: what leaves out, what names a case, what asks for something, what bars it.
// In the text that they are tried on, mentions of the request are marks such as `<F0>`, and all else is in lower case.

const filler =
  "(?:the|a|an|all|any|every|each|your|our|reports?|reporting|requests?|requested|quer(?:y|ies)|data|breakdowns?|whose|that|which|it|this|use|uses|used|using|have|has|having|are|is|be|at|of|with|in|for|on|by|levels?|granularity|granularities|values?|those|one|you|we|set|sets|select|selecting|choose|choosing|pick|specify|ask|request|only|either|both|case|run|built|made|created|broken|down|split|aggregated|grouped|option|type|types|mode|content|setting|when|if|to|and|currently|also|dates?|start|starting)";
/** What stands before a case that is left out. */
export const excepting: RegExp = new RegExp(
  `(?:\\bneither\\b[^,;]* nor|\\b(?:unless|except(?:ion)?(?:ing)?(?: of| for)?|other than|outside(?: of)?|apart from|aside from|besides|excluding|save for|anything but|all but|any but|instead of|different from|but not|no (?:reports?|requests?) but|(?:is|are) not(?: an?)?|are neither|is neither)\\b)(?: ${filler})* ?[(]?$`,
);
export const casing: RegExp = new RegExp(
  `(?:\\b(?:if|when|whenever|where|while|for|at|with|in|on|under|by|once|as long as|so long as|provided(?: that)?|given|should|using|during|within|of|among|because|selecting|choosing|picking|setting|suppose|via|per)|[(]|\\b(?:limited|restricted|confined|reserved|exclusive|specific) to|\\bgoes with|\\bworks? (?:with|for|at))(?: ${filler})* ?[(]?$`,
);
export const needing: RegExp = new RegExp(
  `\\b(?:requires?|requiring|needs?|demands?|necessitates?|presupposes?|depends on|relies on|calls? for|(?:come|comes|go|goes|combined|paired|sent|used|supplied|given|accompanied) (?:together )?(?:with|by)|prerequisite:?|precondition:?|obliges|implies|set|belongs to|(?:this|it|the value|value|^\\s*) ?(?:must|has to|needs to|can only|should|may only|must not|cannot|may not) (?:only )?be|(?:this|it) (?:must|has to|needs to) equal|make sure|expects?|is tied to|tied to|is bound to)(?: ${filler}| that| must)* ?[(]?$|=>? ?$`,
);

export const not: RegExp =
  /\b(?:not|n't|\w+n't|cannot|never|no|neither|nor|none|refus\w+|reject\w*|den(?:y|ies|ied)|declin\w+|disallow\w*|forbid\w*|prohibit\w*|fail(?:s|ed|ing|ure)?|errors?|invalid|impossible|incompatible|unsupported|unavailable|barred|bans?|banned|blocked|excludes?|excluded|n\/a|inapplicable|omit\w*|(?:left|leave) (?:it |this |them )?(?:out|off|away|empty|unset)|absent|dropped|removed?|skip|clash\w*|conflicts?|illegal|inadmissible|turned down|off limits|out of reach|unusable|disabled)\b/;
export const only: RegExp =
  /\b(?:only|exclusively|solely|alone|just|restricted|limited|reserved|confined|exclusive|nothing but|nowhere else|(?:for|with|at|in|on) no others?|no other (?:\w+ )?(?:\w+ )?(?:works?|is|does|will)|specific to|and no other)\b/;
export const fine: RegExp =
  /\b(?:allow(?:s|ed)?|supports?|supported|permit(?:s|ted)?|accept(?:s|ed)?|available|valid|possible|applicable|appl(?:y|ies)|works?|can|may|usable|honou?red|offered|accepts?|takes?|selectable|sortable)\b/;
/** "The others": what the cases before leave. */
export const others: RegExp =
  /\b(?:otherwise|elsewhere|everything else|anything else|all else|(?:any|all|every|the|with|at|for|in) (?:other|others|remaining|the rest)\b(?: (?:levels?|granularit(?:y|ies)|reports?|requests?|cases?|values?|settings?|breakdowns?))?|other (?:levels?|granularit(?:y|ies)|reports?|values?|cases?|breakdowns?|<F\d+>)|others|the rest)\b|\bother <F\d+>/;

/** Points to the case that was named last, left out or not. */
export const there: RegExp = /\b(?:there|in which case|in (?:that|this) case|then|for it|with it)\b/;

/** Habits, plans, advice, processing: nothing that a request breaks. */
export const idle: RegExp =
  /\b(?:usually|typically|recommend\w*|suggest\w*|advis\w+|deprecat\w+|sunset\w*|formerly|used to be|previously|for example,? (?:if|when|a|the)|for instance|in the app\b|attributed|after (?:the|a) (?:click|view|ad)|accounts? (?:has to|have to|must) be|active for|expires?|valid for|available for download|processing|cached?|ads manager|dashboard|business hub|roadmap|in the future|soon|planned|will (?:end|be removed|be retired|become|change|stop)|beta|allow-?list\w*|enabled for your|account manager|permissions?|roles?|rate limit\w*|quota per|per minute|per second|per token|per user|optional when|no need|will be (?:reduced|raised|extended|lowered|increased|shortened)|will (?:shrink|grow|rise|drop)|preliminary|may (?:still )?change|lags?|later version|changelog|no longer (?:appl\w+|limited|restricted|exists?)|compared? (?:with|to)|for best|performance|until (?:api|version|v\d)|agenc(?:y|ies)|(?:is|are) only shown|only (?:shown|displayed|visible))\b/;

/** An amount: a span of time, or a bare number that ends a clause. */
export const amountMark: RegExp =
  /<(D)(\d+)>|(?<!\b(?:an?|returns?|status|error|http|get|code) )<(N)(\d+)>(?=\s*(?:[.,;:)|]|$|for |if |when |ago|back|and |at |with ))/g;

/** What only tells what happens to who does not follow. */
export const consequence: RegExp =
  /(?:[,;:]| or| and)? ?(?:or (?:the|a|your) (?:call|request|report) (?:fails|is rejected|will fail)|(?:otherwise|else),? (?:the (?:request|call|report) (?:fails|is rejected|will fail|is refused)|it fails|an? (?:<N\d+>|error)|an error is returned|not)|as (?:the|this) (?:call|request) would (?:then )?fail|(?:which|this|and|and will|and would) (?:leads?|causes?|results?) (?:to|in)? ?an? (?:error|<N\d+>)|and (?:fails|is rejected|is refused) (?:on|for|with|at) (?:the|any|every|all) others?(?: one)?|other (?:\w+ )?(?:causes?|leads? to|results? in|gives?|returns?) an? error|(?:and )?leads? to an error|(?:the )?(?:request|call)s? (?:is|are) (?:invalid|rejected) without it|leaving (?:that|it|this|them) out is an error|any other (?:value|setting)s? (?:is|are|will be) (?:rejected|refused))/g;

import type { Condition } from "../model/model.js";
import { negateCondition } from "../rules/condition.js";
import type { Draft } from "./draft.js";
import { type Group, type MarkedText, markMentions } from "./mentions.js";
import type { Sentence } from "./sentences.js";
import type { Field } from "./vocabulary.js";
import { type ReadContext, readContextOf } from "./vocabulary.js";

// Classes of English words for reading a statement: exceptions, cases (conditions), requirements,
// prohibitions. They are tested on lower-case text in which names from the request are replaced
// with marks such as `<F0>`.

const filler =
  "(?:the|a|an|all|any|every|each|your|our|reports?|reporting|requests?|requested|quer(?:y|ies)|data|breakdowns?|whose|that|which|it|this|use|uses|used|using|have|has|having|are|is|be|at|of|with|in|for|on|by|levels?|granularity|granularities|values?|those|one|you|we|set|sets|select|selecting|choose|choosing|pick|specify|ask|request|only|either|both|case|run|built|made|created|broken|down|split|aggregated|grouped|option|type|types|mode|content|setting|when|if|to|and|currently|also|dates?|start|starting)";
/** Words before an excluded case. */
const excepting: RegExp = new RegExp(
  `(?:\\bneither\\b[^,;]* nor|\\b(?:unless|except(?:ion)?(?:ing)?(?: of| for)?|other than|outside(?: of)?|apart from|aside from|besides|excluding|save for|anything but|all but|any but|instead of|different from|but not|no (?:reports?|requests?) but|(?:is|are) not(?: an?)?|are neither|is neither)\\b)(?: ${filler})* ?[(]?$`,
);
/** Words before a case: "if", "for", "at". */
const casing: RegExp = new RegExp(
  `(?:\\b(?:if|when|whenever|where|while|for|at|with|in|on|under|by|once|as long as|so long as|provided(?: that)?|given|should|using|during|within|of|among|because|selecting|choosing|picking|setting|suppose|via|per)|[(]|\\b(?:limited|restricted|confined|reserved|exclusive|specific) to|\\bgoes with|\\bworks? (?:with|for|at))(?: ${filler})* ?[(]?$`,
);
/** Words before a required value: "requires", "must be". */
const needing: RegExp = new RegExp(
  `\\b(?:requires?|requiring|needs?|demands?|necessitates?|presupposes?|depends on|relies on|calls? for|(?:come|comes|go|goes|combined|paired|sent|used|supplied|given|accompanied) (?:together )?(?:with|by)|prerequisite:?|precondition:?|obliges|implies|set|belongs to|(?:this|it|the value|value|^\\s*) ?(?:must|can only|should|may only|must not|cannot|may not) (?:only )?be|(?:this|it) must equal|make sure|expects?|is tied to|tied to|is bound to)(?: ${filler}| that| must)* ?[(]?$|=>? ?$`,
);

/** Words that negate, forbid or reject. */
export const not: RegExp =
  /\b(?:not|cannot|never|no|neither|nor|none|den(?:y|ies|ied)|n\/a|(?:left|leave) (?:it |this |them )?(?:out|off|away|empty|unset)|absent|dropped|removed?|skip|off limits|out of reach|unusable|disabled|bans?|banned|barred|blocked)\b|\b(?:refus|reject|declin|disallow|forbid|prohibit|fail|error|invalid|impossible|incompatible|unsupported|unavailable|exclude|inapplicable|omit|clash|conflict|illegal|inadmissible)/;
/** Words that restrict a statement to the named cases. */
export const only: RegExp =
  /\b(?:only|exclusively|solely|alone|just|restricted|limited|reserved|confined|exclusive|nothing but|nowhere else|(?:for|with|at|in|on) no others?|no other (?:\w+ )?(?:\w+ )?(?:works?|is|does|will)|specific to|and no other)\b/;
/** Words that say that something is allowed. */
export const fine: RegExp =
  /\b(?:available|valid|possible|applicable|appl(?:y|ies)|works?|can|may|usable|honou?red|offered|takes?|selectable|sortable)\b|\b(?:allow|support|permit|accept)(?:ed|s|ted)?\b/;
/** Words for a field that must be given. */
export const demand: RegExp =
  /(?<!\b(?:not|never|no longer|without the) )\b(?:required|mandatory|compulsory|obligatory|necessary|needed)\b|\b(?:must|(?:has|have|needs?) to)(?: (?:then|also|always))? (?:be (?:set|sent|given|provided|supplied|present|specified|included|passed|filled)|(?:set|send|give|provide|supply|specify|include|pass) (?:it|this|them)\b)/;
/** "The others": all cases except those named before. */
export const otherCases: RegExp =
  /\b(?:otherwise|elsewhere|everything else|anything else|all else|(?:any|all|every|the|with|at|for|in) (?:other|others|remaining|the rest)\b(?: (?:levels?|granularit(?:y|ies)|reports?|requests?|cases?|values?|settings?|breakdowns?))?|other (?:levels?|granularit(?:y|ies)|reports?|values?|cases?|breakdowns?|<F\d+>)|others|the rest)\b|\bother <F\d+>/;

/** Words that refer to the case named last, whether or not it was excluded. */
const there: RegExp = /\b(?:there|in which case|in (?:that|this) case|then|for it|with it)\b/;

/** Habits, plans, advice, processing: nothing that a request can violate. */
export const idle: RegExp =
  /\b(?:usually|typically|advis\w+|deprecat\w+|formerly|used to be|previously|for example,? (?:if|when|a|the)|for instance|in the app\b|attributed|after (?:the|a) (?:click|view|ad)|accounts? must be|active for|expires?|valid for|available for download|processing|cached?|ads manager|dashboard|business hub|roadmap|in the future|soon|planned|will (?:end|be removed|be retired|become|change|stop)|beta|allow-?list\w*|enabled for your|account manager|permissions?|roles?|rate limit\w*|quota per|per minute|per second|per token|per user|optional when|no need|will be (?:reduced|raised|extended|lowered|increased|shortened)|will (?:shrink|grow|rise|drop)|preliminary|(?:are|is) (?:still )?estimates?|may (?:still )?(?:change|be corrected)|lags?|later version|changelog|no longer (?:appl\w+|limited|restricted|exists?)|compared? (?:with|to)|for best|performance|until (?:api|version|v\d)|agenc(?:y|ies)|(?:is|are) only shown|only (?:shown|displayed|visible))\b|\b(?:recommend|suggest|sunset)/;

/** An amount: a time span, or a bare number that ends a clause. */
export const amountMark: RegExp =
  /<(D)(\d+)>|(?<!\b(?:an?|returns?|status|error|http|get|code) )<(N)(\d+)>(?=\s*(?:[.,;:)|]|$|for |if |when |ago|back|and |at |with ))/g;

/** Text that only states what happens if a rule is broken. */
export const consequence: RegExp =
  /(?:[,;:]| or| and)? ?(?:or (?:the|a|your) (?:call|request|report) (?:fails|is rejected|will fail)|(?:otherwise|else),? (?:the (?:request|call|report) (?:fails|is rejected|will fail|is refused)|it fails|an? (?:<N\d+>|error)|an error is returned|not)|as (?:the|this) (?:call|request) would (?:then )?fail|(?:which|this|and|and will|and would) (?:leads?|causes?|results?) (?:to|in)? ?an? (?:error|<N\d+>)|and (?:fails|is rejected|is refused) (?:on|for|with|at) (?:the|any|every|all) others?(?: one)?|other (?:\w+ )?(?:causes?|leads? to|results? in|gives?|returns?) an? error|(?:and )?leads? to an error|(?:the )?(?:request|call)s? (?:is|are) (?:invalid|rejected) without it|leaving (?:that|it|this|them) out is an error|any other (?:value|setting)s? (?:is|are|will be) (?:rejected|refused))/g;

/** A sentence or list item about "all others". */
const opensOthers: RegExp =
  /^\s*(?:for |with |at |in )?(?:(?:all|any|every|the) )?(?:other|remaining)\b|^\s*(?:otherwise|others|everything else|in all other)\b|\b(?:not|never)\b.*\b(?:for|with|at) (?:(?:all|any) )?(?:other|the other|others)\b/;
/** "Combined with KEYWORD": a case if it follows a "not", otherwise a requirement. */
const broughtWith: RegExp =
  /\b(?:combined|paired|used|sent|come|go|goes|comes|accompanied|given|supplied) (?:together )?(?:with|by)\b[^<]*$/;
/** Verbs for setting a field in a request, before or after its name. */
const puts: RegExp =
  /(?:set|supply|send|give|use|provide|specify|include|pass|filter by|contains?|includes?|has|sets?|sends?|holds|carries|overrides?) <F|<F\d+>.* \w/;
/** A condition that a field is set: "sending A?", "when using A,". */
const sendingIt: RegExp =
  /^\s*(?:if |when )?(?:sending|using|passing|setting|supplying|providing|overriding|specifying|filtering by) (?:the |a |an )?<F(\d+)>(?=\?|,)/g;
/** Words for how far a date is before today. */
const backwards: RegExp =
  /\b(?:ago|back(?:wards?)?|older|oldest|old|histor\w+|retention|retain|kept|keeps?|look-?back|earliest|furthest|farthest|purged|aged?|trailing|in(?:to)? the past|(?:before|prior to|from|preceding|than|of|behind|to|reaching) (?:today|now|the (?:current|present)\b|the date of the request)|(?:the |most )?(?:past|last|previous|preceding|recent) <D|today\b.{0,12}<D|start(?:s|ing)? (?:no|not) (?:earlier|before))/;
/** Words for the length of a date range. */
const lengthwise: RegExp =
  /\b(?:ranges?|spans?|spanning|windows?|periods?|intervals?|apart|between|distance|difference|lengths?|durations?|longest|long|longer|shorter|shortest|wider|wide|covers?|covering|per (?:report|request|call|query)|in one (?:go|call|request|report)|in a single \w+|at (?:once|a time)|days of data|slices?|lasts?|further from|time ?frames?|one request)\b|\b(?:stretch|compris)|(?:after|past|following|from|of|than|plus|follow|with) (?:the |its )?<F\d+>(?! (?:is|are|must))|\blater\b/;
/** Words for a lower bound, or for an amount that is too small. */
const shortish: RegExp =
  /\b(?:at (?:the )?least|min(?:imum|imal|imally)?\b|or more|or longer|no (?:less|fewer|shorter)|not (?:be )?(?:less|fewer|shorter)|shortest|smallest|below|fewer|less than|shorter)\b/;
/** Words for an upper bound, or for an amount that is too large. */
const longish: RegExp =
  /\b(?:at (?:the )?most|up to|no more|longest|or (?:less|fewer|shorter)|longer)\b|\b(?:max|exceed)/;
/** Time spans that start today. They do not limit how far back a date can be. */
export const forwards: RegExp =
  /\bat least <D\d+> (?:from|after) (?:today|now|the (?:current|present)\b|the date of the request)|<D\d+> (?:or (?:more|less|later) )?(?:ahead\b|in (?:the future|advance)\b|(?:into|of) the future\b)/;
/** Time spans that do not limit dates. */
export const otherSpans: RegExp =
  /\b(?:respectively|after today|future|updated|ready|deleted|archived|links?|urls?|tokens?|minutes?)\b|\b(?:refresh|restat|delay|expire)|<[ND]\d+> (?:characters|items|rows|ids|megabytes|mb|gb|values|pins|ads)\b|\b(?:may|can) be (?:shorter|less|fewer)\b|\bmay the \w+ be (?:shorter|less)\b|attribution window/;
/** "SKU group: 31 days": a case that is not in the schema. */
export const unknownCase: RegExp =
  /^\s*(?!max|min|limit|range|look|history|start|end|length|period|retention|span|window|note|time|data|report|restrict|date)[a-z][a-z ]*:\s*(?:max \w* ?)?<D/;
/** Where one clause ends and another may begin. */
export const joints: RegExp =
  /(?<=[,;:)|]|\. )|(?=[(|])|(?=\band\b|\bbut\b|\bwhereas\b|\bwhile\b|\bor\b (?:<D|for|if|when)|\bunless\b|\bin which case\b)/;
/** A lower bound. */
export const atLeast: RegExp =
  /\b(?:at (?:the )?least|min(?:imum|imal|imally)?\b|or more|or longer|no (?:less|fewer|shorter)|not (?:be )?(?:less|fewer|shorter)|shortest|smallest)\b/;
/** An upper bound. */
export const atMost: RegExp =
  /\b(?:at (?:the )?most|up to|no (?:more|longer)|longest|or (?:less|fewer|shorter)|longer than|tops|or below)\b|\b(?:max|exceed)/;
/** Words that refer to the case of the previous sentence. */
const pointing: RegExp =
  /^\s*(?:in (?:that|this|such a|which|these|those) cases?|then\b|there\b|here,|those\b|these\b|they\b|it\b|this one|if (?:so|you do)|once (?:set|you)|with (?:it|them|this|that)\b|for (?:it|them|these|those)|such\b|at (?:this|that) |for (?:this|that|these|those|such) |when (?:this|it) is |the (?:first|second|third|start|range|limit|maximum)\b|start:|length:|if (?:you )?do\b)|\b(?:in (?:that|this|such a|which) case|return an error for this|for this level|for it\b|for them\b|at this level|the latter|the former)\b/;
/** A sentence that excludes a case from the previous sentence. */
const excepted: RegExp =
  /^\W*(?:exceptions?|except|unless|the exception|(?:this|the|that)(?: \w+)? (?:does not|do not) (?:apply|hold)|not for)\b/i;
/** Words for "after" a calendar date. */
export const afterDay: RegExp =
  /\b(?:after|later than|more recent than|past|greater than|following|newer than) (?:the )?<T|> ?<T/;
/** Words for "on or after" a calendar date. */
export const sinceDay: RegExp =
  /\b(?:on or after|or (?:later|after|newer)|no earlier than|onwards?|since|starting (?:on|from|with)|from(?: the)? <T|begins? (?:on|with)|starts? (?:on|with)|earliest\b|first (?:possible|available|supported|valid)|no sooner than|goes back to|as of|available from)\b|and later\b|>=/;
/** Words for "before" a calendar date. */
export const beforeDay: RegExp =
  /\b(?:before|prior to|earlier than|older than|up to)\b|\b(?:preced|predat)|< ?<T/;
/** Words with which a sentence about a calendar date states a requirement. */
export const bindsDates: RegExp =
  /\b(?:must|needs?|only|may|can|cannot|not|no|never|earliest|error|invalid|possible|available|permitted|should)\b|\b(?:allow|require|reject|refus|fail|support|accept)|[<>]/;
/** Words of sentences that mention a date for another reason. */
export const mentionsDates: RegExp =
  /\b(?:e\. ?g|such as|example|was (?:added|launched))\b|\bdeprecat|\b(?:as of|until|like) <T/;
/** "Both in one request fail": about two fields named before. */
export const atMostOne: RegExp =
  /\b(?:the two|both)\b.*\b(?:exclude|reject|refus|error|not\b|invalid|fail)|\bone of (?:them|these|the two) at most\b|\bat most one\b|\bonly one of (?:them|these|the two)\b|\bnot both\b|\bnever both\b|\bexclude (?:each other|one another)\b/;
/** "One of these is mandatory": about fields named before. */
export const atLeastOne: RegExp =
  /\b(?:one of (?:these|them|those|the two)(?: \w+)? (?:is|must)|at least one(?: of them)? (?:is|must)|(?:uses|has|with|contains|names) neither|without either|neither\b.*\b(?:invalid|error|rejected|refused))\b/;
/** Fields that together count as one alternative. */
export const pairs: RegExp =
  /\bboth (<F\d+>) and (<F\d+>)|(<F\d+>)(?:,? (?:together with|along with|plus|combined with|in combination with|and)) (?:the )?(<F\d+>)/g;
/** Words for values that are returned without data. */
export const comesBackEmpty: RegExp =
  /\b(?:no|any|without|not have|lacks?)(?: \w+){0,2} (?:data|values?|numbers|figures)\b|\b(?:empty|blank|zeros?|null|return <N\d+>|returns? 0|not (?:populated|filled|delivered|returned|reported|computed|calculated|included in (?:the )?(?:rows|response|results))|not carry|stopped (?:returning|providing|reporting|delivering)|no longer (?:returns?|provides?|contains?|reports?|populates?|delivers?|include)|yields? no|contains? no|carr(?:y|ies) no|do not contain|leaves? out|come back|stays? empty)\b/;
/** "A request without A must carry B and C." */
export const withoutOne: RegExp =
  /\bwithout (?:the |an? )?(<F\d+>) .*?\b(?:must|only if|has to|needs to)\b.*?(<F\d+>)(?: (?:and|plus) (<F\d+>))?/;
/** "Without A, B must be given." */
export const withoutFirst: RegExp =
  /\bwithout (?:the |an? )?(<F\d+>), (?:the |an? )?(<F\d+>) (?:must|is (?:required|mandatory|needed)|are (?:required|mandatory|needed))\b/;
/** "Provide A, B or C." */
export const offersChoice: RegExp =
  /^\s*(?:please )?(?:provide|send|specify|supply|identify|include|select)\b[^.]*<F\d+>(?: \w+ <F\d+>)?,? or (?:with |by |both )*<F/;
/** Words for a choice among several fields. */
export const choosing: RegExp =
  /\bmust (?:carry|contain|have|include|name|specify|provide|give|set|send)\b.*<F\d+>,? or (?:by )?(?:both )?<F|\b(?:at least one|one or more|one is enough|one of (?:these|them|the \w+|those)? ?(?:\w+ )?(?:is|are|must)|either\b.*\bor\b|neither\b.*\bnor\b|or both|or the two|or a combination|omitting both|without\b.*\b(?:and|or|nor) (?:without )?<F|required (?:if|when|unless|in)|unless\b)/;
/** Words that make something mandatory. */
export const compelling: RegExp =
  /\b(?:must|requires?|required|needs?|needed|has to|have to|mandatory|necessary|obligatory|compulsory|invalid|error|not allowed|at least|enough|provide|send)\b|\b(?:reject|refus|fail)/;
/** "Required unless B is given." */
export const unlessOther: RegExp =
  /\b(?:required|mandatory|necessary|needed)\b.*\b(?:unless|if no|without|when no|otherwise)\b|\boptional when\b/;
/** A choice whose alternatives are all named. */
export const oneOfEach: RegExp =
  /\bmust (?:carry|contain|have|include|name|specify|provide|give|set|send)\b.*<F\d+>,? or (?:by )?(?:both )?<F|\bor a combination\b|\b(?:at least one|one or more|one is enough|one of|either|neither|or both|or the two|omitting both)\b/;
/** Words for a field that must be absent. */
export const isLeftOut: RegExp =
  /\b(?:must not|may not|cannot|not (?:be )?(?:allowed|accepted|supported|set|given|sent|used|provided|supported|permitted|available|valid)|absent|omitted|omit|left out|leave|rejected|refused|not possible|no longer)\b/;
/** "B is required", with the field before the words. */
export const isDemandedOf: RegExp =
  /<F\d+>(?: (?:field|parameter|property|list|filter|and|or|,|too|also|as well|both))*,? ?(?:(?:is|are|becomes?|become|will be|being)(?: then| also| both| always)* )?(?:required|mandatory|obligatory|compulsory|necessary|needed|must (?:also |then |both )?be (?:set|sent|given|provided|supplied|present|specified|included|passed|there|filled)|(?:has|have|needs?) to (?:also )?be (?:set|sent|given|provided|supplied|present|specified|included|passed|there|filled))/;
/** "Must carry B", with the field after the words. */
export const demandsOf: RegExp =
  /\b(?:must|requires?|needs?|require you to|obliges you to|forces you to|cannot do without|demands?|make sure to|be sure to)(?: (?:also|then|the|a|an|at least one|one or more|you|to|send|set|give|provide|supply|include|carry|name|contain|specify|pass|list|both|your|use|have|come with|be accompanied by|be sent with|filter by))* <F\d+>/;
/** Words for a field that requires another. */
export const needsOther: RegExp =
  /\b(?:requires?|needs?|depends? on|relies on|presupposes?|together with|alongside|accompanied by|come with|paired with|calls? for|goes? with|go without|only\b.*\b(?:with|if|when|alongside)|on condition that|one \w+ .*without the other)\b/;
/** Words for two fields that require each other. */
export const bothOrNone: RegExp =
  /\bor neither\b|\bonly work together|\bboth or none|one without the other|\btogether\b.*\bboth\b|\bvice versa\b|\bor not at all\b/;
/** The only possible values: "only 1 and 7 are possible". */
export const onlyThese: RegExp =
  /\bonly (?:the )?(?:values? )?<C\d+>(?: is| are)? (?:possible|allowed|accepted|supported|valid|permitted|available)/;
const put =
  "(?:set|given|present|sent|used|provided|specified|supplied|passed|included|there|defined|overridden|filled|populated|requested|in the (?:query|request|body)|part of the (?:query|request|body)|contained|chosen|named)";
/** "If A is given", "once you set A". */
const whenPresent: RegExp = new RegExp(
  `\\b(?:if|when|whenever|once|as soon as|where|in case|provided(?: that)?|as long as|unless)(?: (?:the|a|you|request|query|body|it|also|field|parameter|an?))*(?: (?:set|supply|send|give|use|provide|specify|include|pass|filter by|contains?|includes?|has|sets?|sends?|holds|carries|overrides?))? <F(\\d+)>(?: (?:field|parameter|filter))?(?: (?:is|are|was|has been|have been))?( not)?(?: (?:being|already|also))*(?: ${put})?( absent| omitted| missing| left out| empty)?`,
  "g",
);
/** A condition that the described field is set, or not set. */
const isThere: RegExp = new RegExp(
  `\\b(?:if|when|whenever|once|as soon as) (?:you )?(?:supply|set|use|send|give|provide|specify|include|pass) (?:it|this(?: (?:field|parameter|filter|property|list))?|them)\\b|\\b(?:if|when|whenever|once|as soon as) (?:it|this(?: (?:field|parameter|filter|property|list|one))?|they) (?:is|are|has been) ${put}|\\b(?:its|their) presence\\b|\\bwhen ${put}\\b(?! to\\b| <|,? =)|\\b(in (?:its|their) absence)\\b`,
  "g",
);
/** The end of a match of `whenPresent` if the match states a case. */
const endsAsCase: RegExp = new RegExp(
  `<F\\d+>.* ${put}$|<F\\d+>$|absent$|omitted$|missing$|left out$|empty$`,
);
/** "HOUR: …", "Not hourly - …": a case at the beginning of a sentence. */
const openingCase: RegExp =
  /^\s*[|"'(]?\s*(?:for |with |at )?(not |non-)?<C(\d+)>[)"']?(?: (?:reports?|data|breakdowns?|requests?|levels?|columns?|only))?\s*(?::|-|->|=>|\||\()\s*/;

/**
 * What a sentence inherits from its heading, list introduction, gloss and previous sentence. A
 * gloss is an opening such as "HOUR: …".
 */
export interface StatementContext {
  readonly when: readonly Condition[];
  /**
   * Cases of the previous sentence. They apply if this sentence refers to them or states a time
   * span.
   */
  readonly pointed: readonly Condition[];
  readonly window: Window | null;
  readonly unit: string | null;
  readonly subject: Subject | null;
  /**
   * A list introduction that states a requirement for all items below: "not available for
   * KEYWORD:".
   */
  readonly lead: Part | null;
}

/** The kinds of limits on dates that a sentence can state. */
export type Window = "max-lookback" | "max-range" | "min-range";

/** What is forbidden or required: fields, or values of one field. */
export interface Subject {
  readonly fields: readonly Field[];
  readonly values: {
    readonly field: Field;
    readonly values: readonly (string | number | boolean)[];
  } | null;
}

/** A case: its condition, and its position in the text. */
export interface Case {
  readonly condition: Condition;
  readonly at: number;
  readonly role: "case" | "needed" | "bare";
  readonly group: Group | null;
  /**
   * Whether the case is excluded, as in "Except for HOUR". A later "there" refers to the excluded
   * case.
   */
  readonly isLeft?: boolean;
}

/**
 * Text with its cases, and with its fields and values that are not cases. `at` is a position in
 * `text`.
 */
export interface Part {
  readonly text: string;
  readonly cases: readonly Case[];
  readonly fields: readonly { readonly field: Field; readonly at: number }[];
  readonly values: readonly { readonly group: Group; readonly at: number }[];
}

const NO_CONTEXT: StatementContext = {
  when: [],
  pointed: [],
  window: null,
  unit: null,
  subject: null,
  lead: null,
};

/** A sentence with its context. */
export class Statement {
  readonly sentence: Sentence;
  readonly readContext: ReadContext;
  readonly marked: MarkedText;
  readonly context: StatementContext;
  /** The text after an opening gloss, such as "HOUR: …". */
  readonly text: string;
  readonly gloss: Group | null;
  /** Reads the previous sentence. Bare numbers are limits of the same kind as in that sentence. */
  readonly #read: (sentence: Sentence) => readonly Draft[] | null;

  constructor(
    sentence: Sentence,
    readContext: ReadContext,
    read: (sentence: Sentence) => readonly Draft[] | null,
  ) {
    const marked = resolvePointers(markMentions(sentence.text, readContext), sentence, readContext);
    this.#read = read;
    this.sentence = sentence;
    this.readContext = readContext;
    this.marked = marked;
    const gloss = openingCase.exec(marked.text);
    const named = gloss ? this.group(Number(gloss[2])) : null;
    const group =
      named && gloss?.[1] !== undefined ? { ...named, isNegated: !named.isNegated } : named;
    const isGloss = gloss !== null && group !== null;
    this.gloss = isGloss ? group : null;
    this.text = (isGloss ? ` ${marked.text.slice(gloss[0].length)}` : marked.text).replace(
      /^\s*(?:the )?exceptions?(?: is| are)?:? (?=<C)/,
      " for ",
    );
    this.context = this.#contextOf();
  }

  // ---- context

  #contextOf(): StatementContext {
    const { heading, before } = this.sentence;
    let context: StatementContext = heading ? this.#headOf(heading) : NO_CONTEXT;
    const gloss = this.gloss ?? this.#glossBefore();
    const valuesBeside = gloss ? null : this.#othersBeside();
    if (valuesBeside) context = { ...context, when: mergedConditions(context.when, valuesBeside) };
    if (gloss && !gloss.field.isList)
      context = { ...context, when: mergedConditions(context.when, [conditionOf(gloss)]) };
    if (gloss?.field.isList) context = { ...context, subject: { fields: [], values: gloss } };
    if (before) {
      const marked = markMentions(before.text, readContextOf(before, this.readContext.vocabulary));
      const cases = this.#casesBefore(before);
      const kinds = [...new Set((this.#read(before) ?? []).map(({ kind }) => kind))];
      const [kind] = kinds.filter((item): item is Window =>
        /^(?:max-lookback|max-range|min-range)$/.test(item),
      );
      const role = kinds.length === 1 && kind ? kind : windowIn(marked.text);
      const unit = [...marked.text.matchAll(/<D(\d+)>/g)]
        .map((each) => marked.mentions[Number(each[1])])
        .find((mention) => mention?.kind === "D");
      // "It must not be requested …": about the values or fields that the previous sentence names.
      if (
        context.subject === null &&
        /^\s*(?:it|they|these|those|both|this one|either|neither(?: of them)?)\b/.test(
          this.marked.text,
        )
      ) {
        const part = this.partOf(marked.text, marked);
        const ofSelf = part.cases.find(
          ({ role: how, group }) =>
            group !== null && (how === "bare" || group.field === this.readContext.self),
        );
        const values =
          part.values[0]?.group ??
          (ofSelf?.group && ofSelf.group.field === this.readContext.self ? ofSelf.group : null);
        const plural = /^\s*(?:they|these|those|both|neither of them)/.test(this.marked.text);
        const { self } = this.readContext;
        const fields = plural
          ? [
              ...part.fields.map(({ field }) => field),
              ...(/\blike\b/.test(marked.text) && self ? [self] : []),
            ]
          : [];
        if (values || fields.length > 0)
          context = { ...context, subject: { fields: values ? [] : fields, values } };
      }
      context = {
        ...context,
        pointed: cases.map((item) =>
          item.isLeft && item.group && there.test(this.marked.text)
            ? conditionOf(item.group)
            : item.condition,
        ),
        window: context.window ?? (/<[DN]\d+>|\?/.test(marked.text) ? role : null),
        unit: context.unit ?? (unit?.kind === "D" ? unit.unit : null),
      };
    }
    return context;
  }

  /**
   * The values that earlier list items do not name, for an item such as "All other granularities:
   * …".
   */
  #othersBeside(): readonly Condition[] | null {
    let first: Sentence = this.sentence;
    while (first.before) first = first.before;
    const opening = markMentions(
      first.text,
      readContextOf(first, this.readContext.vocabulary),
    ).text;
    const isOpen = opensOthers.test(opening);
    if (!isOpen) return null;
    const conditions: Condition[] = [];
    for (
      let item = first.beside ?? first.heading?.beside ?? null, depth = 0;
      item && depth < 12;
      item = item.beside ?? null, depth += 1
    ) {
      const marked = markMentions(item.text, readContextOf(item, this.readContext.vocabulary));
      conditions.push(
        ...this.casesIn(marked.text, marked)
          .filter(({ group }) => group && !group.field.isList)
          .slice(0, 1)
          .map(({ condition }) => condition),
      );
    }
    const [only] = conditions;
    if (
      !only ||
      !("is" in only) ||
      conditions.some((each) => each.field !== only.field || !("is" in each))
    )
      return null;
    return [
      {
        field: only.field,
        isNot: [...new Set(conditions.flatMap((each) => ("is" in each ? each.is : [])))],
      },
    ];
  }

  /** Cases of the nearest earlier sentence that has any, at most four sentences back. */
  #casesBefore(before: Sentence, depth = 0): readonly Case[] {
    const marked = markMentions(before.text, readContextOf(before, this.readContext.vocabulary));
    const cases = this.casesIn(marked.text, marked).filter(
      ({ group }) => group === null || !group.field.isList,
    );
    return cases.length > 0 || !before.before || depth > 2
      ? cases
      : this.#casesBefore(before.before, depth + 1);
  }

  /** The context that a heading or list introduction adds to the text below it. */
  #headOf(head: Sentence): StatementContext {
    const outer: StatementContext = head.heading ? this.#headOf(head.heading) : NO_CONTEXT;
    const marked = markMentions(head.text, readContextOf(head, this.readContext.vocabulary));
    const isLead = /:\s*$/.test(marked.text);
    const isTitle = marked.text.split(" ").length < 9 && !/[.!?]\s*$/.test(marked.text);
    if (!isLead && !isTitle) return outer;
    const cases = this.casesIn(marked.text, marked);
    const scalar = cases.filter(({ group }) => group === null || !group.field.isList);
    return {
      ...outer,
      when: mergedConditions(
        outer.when,
        scalar.map(({ condition }) => condition),
      ),
      window: windowIn(marked.text) ?? outer.window,
      lead: isLead ? this.partOf(marked.text, marked) : null,
    };
  }

  #glossBefore(): Group | null {
    for (let { before } = this.sentence; before; { before } = before) {
      const marked = markMentions(before.text, readContextOf(before, this.readContext.vocabulary));
      const match = /^\s*<C(\d+)>(?: (?:reports?|data))?\s*(?::|-)\s/.exec(marked.text);
      const mention = match ? marked.mentions[Number(match[1])] : undefined;
      if (mention?.kind === "C" && !mention.group.isNegated) return mention.group;
    }
    return null;
  }

  /** The group of values that a mark stands for. Null if the mark stands for anything else. */
  group(at: number, { mentions }: MarkedText = this.marked): Group | null {
    const mention = mentions[at];
    return mention?.kind === "C" ? mention.group : null;
  }

  // ---- cases

  /**
   * The cases in `text`, in order. Each is about a field's values, or about whether a field is set.
   * `text` must contain the marks of `marked`.
   */
  casesIn(text: string, marked: MarkedText = this.marked): readonly Case[] {
    const cases: Case[] = [];
    for (const match of text.matchAll(/<C(\d+)>/g)) {
      const group = this.group(Number(match[1]), marked);
      if (!group) continue;
      const before = text.slice(0, match.index);
      const isLeft: boolean = excepting.test(before);
      const condition = conditionOf(isLeft ? { ...group, isNegated: !group.isNegated } : group);
      const clause = before.slice(
        Math.max(...[",", ";", "."].map((mark) => before.lastIndexOf(mark))) + 1,
      );
      const isWith = broughtWith.test(before) && not.test(clause);
      const isNeeded = group.isDemanded || (needing.test(before) && !isWith && !isLeft);
      const role = isNeeded
        ? "needed"
        : isLeft || casing.test(before) || group.isNoun
          ? "case"
          : "bare";
      cases.push({ condition, at: match.index, role, group, isLeft });
    }
    for (const match of text.matchAll(whenPresent)) {
      const mention = marked.mentions[Number(match[1])];
      const isAsked = endsAsCase.test(match[0]) && puts.test(match[0]);
      if (mention?.kind !== "F" || !isAsked) continue;
      const isAbsent = (Boolean(match[2]) !== Boolean(match[3])) !== /^unless/.test(match[0]);
      cases.push({
        condition: { field: mention.field.name, present: !isAbsent },
        at: match.index,
        role: "case",
        group: null,
      });
    }
    for (const match of text.matchAll(sendingIt)) {
      const mention = marked.mentions[Number(match[1])];
      if (mention?.kind === "F")
        cases.push({
          condition: { field: mention.field.name, present: true },
          at: match.index,
          role: "case",
          group: null,
        });
    }
    const { self } = this.readContext;
    if (self && marked === this.marked) {
      for (const match of text.matchAll(isThere))
        cases.push({
          condition: { field: self.name, present: match[1] === undefined },
          at: match.index,
          role: "case",
          group: null,
        });
    }
    return cases.sort((a, b) => a.at - b.at);
  }

  /** Finds the cases in `text`, and the fields and listed values that are not cases. */
  partOf(text: string, marked: MarkedText = this.marked): Part {
    const all = this.casesIn(text, marked);
    const conditional = new Set(
      all.flatMap(({ condition }) => ("present" in condition ? [condition.field] : [])),
    );
    const fields = [...text.matchAll(/<F(\d+)>/g)].flatMap((match) => {
      const mention = marked.mentions[Number(match[1])];
      return mention?.kind === "F" && !conditional.has(mention.field.name)
        ? [{ field: mention.field, at: match.index }]
        : [];
    });
    const isOfList = ({ group, at }: Case): boolean =>
      group?.field.isList === true &&
      !/\b(?:if|when|whenever|where|once)\b[^,;]*$/.test(text.slice(0, at));
    return {
      text,
      cases: all.filter((item) => !isOfList(item)),
      fields,
      values: all.filter(isOfList).map(({ group, at }) => ({ group: group as Group, at })),
    };
  }

  /**
   * The conditions that the sentence inherits. Conditions of the previous sentence apply only if
   * this sentence refers to them or states a time span.
   */
  inherited(ownConditions: readonly Condition[]): readonly Condition[] {
    const { when, pointed } = this.context;
    const isPointing = pointing.test(this.marked.text);
    const isWindow = /<D\d+>/.test(this.text);
    const { after } = this.sentence;
    if (ownConditions.length === 0 && after && excepted.test(after.text)) {
      const marked = markMentions(after.text, readContextOf(after, this.readContext.vocabulary));
      const cases = this.casesIn(marked.text, marked);
      const [only, ...further] = cases;
      if (only?.group && further.length === 0)
        return mergedConditions(when, [negateCondition(conditionOf(only.group))]);
    }
    if (
      ownConditions.length === 0 &&
      otherCases.test(this.marked.text) &&
      !when.some((condition) => "isNot" in condition) &&
      !/<D\d+>/.test(this.text)
    )
      return pointed.length === 1 ? mergedConditions(when, pointed.map(negateCondition)) : [];
    const from =
      ownConditions.length === 0 &&
      this.gloss === null &&
      pointed.length > 0 &&
      (isPointing || isWindow)
        ? pointed
        : [];
    return mergedConditions(from, when).filter(
      ({ field }) => !ownConditions.some((condition) => condition.field === field),
    );
  }

  /** A part's own and inherited conditions, without required values. */
  whenOf(part: Part, extra: readonly Condition[] = []): readonly Condition[] {
    const ownConditions = part.cases
      .filter(({ role }) => role !== "needed")
      .map(({ condition }) => condition);
    return mergedConditions(this.inherited(ownConditions), [...ownConditions, ...extra]);
  }

  /** The fields that a part names. If it names none, the field that the description belongs to. */
  subjectsOf(part: Part): readonly Field[] {
    const named = [...new Set(part.fields.map(({ field }) => field))];
    if (named.length > 0) return named;
    if (this.context.subject && this.context.subject.fields.length > 0)
      return this.context.subject.fields;
    const { self } = this.readContext;
    const conditioned = new Set([
      ...part.cases.map(({ condition }) => condition.field),
      ...this.context.when.map(({ field }) => field),
    ]);
    return self && !conditioned.has(self.name) ? [self] : [];
  }
}

/** Replaces "the former" and "the latter" with marks for the values they refer to. */
function resolvePointers(
  marked: MarkedText,
  { before }: Sentence,
  readContext: ReadContext,
): MarkedText {
  if (!before || !/\bthe (?:former|latter)\b/.test(marked.text)) return marked;
  const { mentions, text } = markMentions(
    before.text,
    readContextOf(before, readContext.vocabulary),
  );
  const groups = [...text.matchAll(/<C(\d+)>/g)].flatMap((match) => {
    const mention = mentions[Number(match[1])];
    return mention?.kind === "C" ? [mention.group] : [];
  });
  const [first, second, ...further] = groups.flatMap((group) =>
    group.values.map((value): Group => ({ ...group, values: [value], isNoun: true })),
  );
  if (!first || !second || further.length > 0) return marked;
  return {
    text: marked.text
      .replaceAll("the former", `<C${marked.mentions.length}>`)
      .replaceAll("the latter", `<C${marked.mentions.length + 1}>`),
    mentions: [...marked.mentions, { kind: "C", group: first }, { kind: "C", group: second }],
  };
}

/**
 * The kind of date limit that `text` is about; null if none.
 *
 * - `max-lookback` limits how far back a date can be.
 * - `max-range` limits how long a date range can be.
 * - `min-range` limits how short a date range can be.
 *
 * `text` is in lower case, with marks for mentions. Words for an age take precedence over words for
 * a length, except with "apart", "between" or "distance". With a lower and an upper limit, the kind
 * is `max-range`.
 */
export function windowIn(text: string): Window | null {
  const isStrong = backwards.test(text);
  const isLong = lengthwise.test(text);
  const isMin = shortish.test(text);
  const isMax = longish.test(text);
  if (isStrong && !/\b(?:apart|between|distance)\b/.test(text)) return "max-lookback";
  if (isLong) return isMin && !isMax ? "min-range" : "max-range";
  return isStrong ? "max-lookback" : null;
}

/** The condition for a group of values: `isNot` if it is negated, otherwise `is`. */
function conditionOf({
  field,
  values,
  isNegated,
}: Pick<Group, "field" | "values" | "isNegated">): Condition {
  return isNegated ? { field: field.name, isNot: values } : { field: field.name, is: values };
}

/**
 * Merges conditions. The conditions of `outer` come first, without those on fields that
 * `ownConditions` names. Then come `ownConditions` without duplicates. Different conditions of
 * `ownConditions` on one field are kept.
 */
export function mergedConditions(
  outer: readonly Condition[],
  ownConditions: readonly Condition[],
): readonly Condition[] {
  const unique = ownConditions.filter(
    (condition, index) =>
      ownConditions.findIndex(
        (earlier) => JSON.stringify(earlier) === JSON.stringify(condition),
      ) === index,
  );
  return [
    ...outer.filter(({ field }) => !unique.some((condition) => condition.field === field)),
    ...unique,
  ];
}

/**
 * Whether one of several clauses has a case that is not understood: "Allowed for A, and refused for
 * night shops". In the text, mentions are replaced by marks.
 */
export function hasStrangeCase(text: string): boolean {
  const clauses = text.split(/,? (?:and|but) /);
  return (
    clauses.length > 1 &&
    clauses.some(
      (clause) =>
        [not, fine, demand].some((words) => words.test(clause)) &&
        /\b(?:for|with|in|at|when|if) (?:(?!an? error|(?:it|them|this|these)\b|(?:\w+ )?(?:others?|else)\b|\d)[^<]*$|(?:the )?(?!the )[a-z]+ <F\d)/i.test(
          clause,
        ) &&
        !/<c\d+>/i.test(clause),
    )
  );
}

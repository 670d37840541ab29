import type { Draft } from "./draft.js";
import { bareSentence } from "./grammar.js";
import { markMentions } from "./mentions.js";
import { type Sentence, sentencesOf } from "./sentences.js";
import { not, only } from "./statement.js";
import { tokenize } from "./tokens.js";
import { type Field, type ReadContext, readContextOf, type Vocabulary } from "./vocabulary.js";

/** Nouns for kinds of callers. A request does not show what kind of caller sent it. */
const callers =
  "(?:apps|applications|accounts|advertisers|merchants|agencies|partners|users|businesses|organi[sz]ations|companies|developers|customers|clients|members|sellers|retailers|brands|creators|integrations|countries|markets|regions|territories|tiers?|programs?|programmes?)";
/** Adjectives for kinds of callers. */
const ranks =
  "(?:trial|managed|unmanaged|standard|basic|limited|sandbox|beta|premium|enterprise|verified|unverified|approved|allow-?listed|white-?listed|self-serve|eligible|selected|new)";
const foreignSubjects: readonly RegExp[] = [
  // "For managed accounts", "by partners that …", "only to apps".
  new RegExp(
    `\\b(?:for|by|to)(?: (?:the|an?|all|any|some|most|other|our|your|these|those|certain|many|only|non-?\\w+))*(?: [a-z-]+){0,2}? ${callers}\\b(?! ids?\\b)`,
  ),
  // "Advertisers in … can", "trial apps must not".
  new RegExp(
    `(?:^|[.,;:(] ?| and | but )\\s*(?:(?:note|please note)(?: that)?:? )?(?:[a-z-]+ ){0,3}?${callers}(?: (?:in|with|on|without|of|from|that|who|which|using|outside|under)\\b[^,.;]*?)? (?:can|cannot|may|must|should|have|has|are|get|need|see|do|will|is|receive|use|who|that)\\b`,
  ),
  new RegExp(`\\b${ranks}[ -](?:access|accounts?|plans?|tokens?|usage|${callers})\\b`),
  /\b(?:business|personal|linked|shared) accounts?\b/,
  /\b(?:if|unless|when|as long as) (?:your (?:app|account|business|company|organi[sz]ation|agency|token|plan|ad account|country|contract)|the (?:app|advertiser|merchant|caller|user|account|ad account|business)|you(?:'re| are| belong| work| live| have access)|it is your)\b/,
  /\b(?:during|in|as part of|outside) (?:the |a |an )?(?:closed |open |private |public )?(?:beta|pilot|trial|alpha|early access|preview)\b/,
];
const months =
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
/** "In Japan", "outside the EU": the caller's location. */
const places = new RegExp(
  `\\b(?:[Ii]n|[Oo]utside|[Ww]ithin|based in|located in|[Aa]cross) (?:the )?(?:(?!${months}\\b|UTC\\b|JSON\\b|CSV\\b|Ads Manager\\b|Pinterest\\b)[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?|US|U\\.S|USA|UK|EU|EEA|APAC|EMEA|LATAM)\\b`,
);

/**
 * Removes remarks in parentheses, such as "(a cent, if the account is in euros)". Keeps those that
 * begin like a condition, such as "(only for apps)" or "(if ...)". Keeps the spaces around a
 * removed remark. If parentheses are nested, only the innermost pair can be removed.
 */
export function withoutRemarks(text: string): string {
  return text.replaceAll(
    /\((?!(?:only |not |except |but )*(?:for|if|in|by|to|unless|when|during|outside)\b)[^()]*\)/gi,
    "",
  );
}

/**
 * Phrases such as "in beta" or "not for all users". They exempt no one: callers who can send the
 * field must follow its rules.
 */
const NOT_ALL = new RegExp(
  `\\b(?:(?:for|to) all ${callers}\\b(?! (?:in|with|on|that|who|which)\\b)|this (?:feature|field|parameter|filter|option) is (?:currently |still )?in (?:a |the )?(?:closed |open )?beta\\b)`,
  "gi",
);

/**
 * Whether `text` applies only to certain kinds of callers.
 *
 * Examples are trial apps, business accounts, members of a beta, and callers in a country. Names
 * from the request do not count as callers. Ignores remarks in parentheses (see `withoutRemarks`).
 */
export function namesCallers(text: string, context: ReadContext): boolean {
  const { text: marked } = markMentions(withoutRemarks(text), context);
  const place = places.exec(text)?.[0].toLowerCase();
  return (
    foreignSubjects.some((subject) => subject.test(marked.trim())) ||
    (place !== undefined && withoutDots(marked).includes(withoutDots(place)))
  );
}

/** The words of a text without dots and spaces, because "U.S." becomes "u. s." in marked text. */
function withoutDots(text: string): string {
  return text.replaceAll(/[. ]/g, "");
}

/**
 * Whether a sentence, or the text around it, is about certain callers.
 *
 * Examples are trial apps, managed accounts and advertisers in a country. A request does not show
 * whether its caller is one of them, so the sentence's rules do not apply to every request. The
 * text around the sentence is:
 * - the headings above it
 * - the previous sentence, unless this one starts with its own condition, such as "if" or "for"
 * - the next sentence, if it only restricts this one
 */
export function isAboutCallers(sentence: Sentence, context: ReadContext): boolean {
  const { vocabulary } = context;
  const isAbout = (other: Sentence | null | undefined): boolean =>
    !!other && namesCallers(other.text.replaceAll(NOT_ALL, " "), readContextOf(other, vocabulary));
  if (namesCallers(sentence.text, context)) return true;
  if (isAbout(sentence.before) && !startsAnew(sentence.text)) return true;
  if (sentence.after && isAbout(sentence.after) && continues(sentence.after, vocabulary))
    return true;
  for (let { heading } = sentence; heading; heading = heading.heading ?? null)
    if (isLead(heading) && (isAbout(heading) || titleOfCallers.test(heading.text))) return true;
  return false;
}

/**
 * Sentences that only restrict another: "This applies to trial apps only", "Except for managed
 * accounts".
 */
const restricts =
  /^\W*(?:(?:this|these|that|the|it|they|both|such)\b.*\b(?:appl(?:y|ies)|only|holds?|for|affects?)\b|only\b|except|exceptions?|unless|however|but|not for|others?\b)/i;
/**
 * "A takes precedence", "B is ignored": the API does not reject what an earlier sentence forbids.
 */
const weakening = /\b(?:takes? precedence|(?:is|are) (?:then )?ignored|will be ignored)\b/i;

/**
 * Sentences that make an exception: "Except for A", "Also supported for B", "Not needed if …",
 * "From 2027 on", "This was lifted".
 */
const excepting = new RegExp(
  [
    "^\\W*(?:(?:the|an?|one) )?(?:only )?(?:exceptions?|however|but)\\b(?! (?:is|are|will be) (?:thrown|raised|returned))",
    "^\\W*(?:except|unless|other than)\\b[^,]*$",
    "^\\W*(?:also (?:supported|allowed|accepted|permitted|available|valid|possible)|only (?:applies|for|if|when))\\b",
    "^\\W*not (?:for|(?:needed|necessary|required) (?:for|if|when|in|with))\\b",
    "^\\W*(?:from|until|since|as of|starting) (?:\\w+ )?\\d{4}(?: on(?:wards?)?)?\\W*$",
    "\\b(?:exempt(?:ed)?|(?:not|never) (?:enforced|checked|applied|applicable)|(?:does|do) not apply)\\b",
    "(?<!\\b(?:if|when|whenever) )\\b(?:both|either|neither) (?:is|are|can|may)(?: be)? (?:allowed|fine|ok|accepted|supported|possible|set|used|given|sent|needed|required|combined|optional|permitted|valid)\\b",
    "^\\W*(?:this|(?:this|the) (?:restriction|limit\\w*|rule|requirement|condition)) (?:(?:is|was|will be|has been) (?:\\w+ )?(?:removed|lifted|dropped|relaxed|obsolete|soft)|only applies|applies only|no longer applies)\\b",
  ].join("|"),
  "i",
);

/**
 * Whether one of the next two sentences says that something is ignored or takes precedence. The API
 * then does not reject the requests that this sentence forbids. The next two sentences can be in
 * the next paragraph.
 */
export function isWeakened({ source, number }: Sentence): boolean {
  const after = sentencesOf(source).slice(number, number + 2);
  return after.some(({ text }) => weakening.test(text));
}

/**
 * Whether the next sentence makes an exception. Examples are "Except for A", "Also supported for B"
 * and "This limit was lifted". The next sentence can be in the next paragraph. False if there is no
 * next sentence.
 */
export function hasException({ source, number }: Sentence): boolean {
  return excepting.test(sentencesOf(source)[number]?.text ?? "");
}

const titleOfCallers: RegExp = new RegExp(`^\\W*(?:[\\w-]+ ){0,3}${callers}\\W*$`, "i");

/** Whether a sentence only restricts the previous one and names nothing in the request. */
function continues(sentence: Sentence, vocabulary: Vocabulary): boolean {
  const { text } = markMentions(sentence.text, readContextOf(sentence, vocabulary));
  return restricts.test(sentence.text) && !/<[FC]\d+>/.test(text);
}

/** Whether a sentence starts with its own condition instead of continuing the previous one. */
function startsAnew(text: string): boolean {
  return /^\W*(?:if|when|whenever|for|with|at)\b/i.test(text);
}

/** Whether a sentence is a title, or an introduction that ends in a colon. */
function isLead({ text }: Sentence): boolean {
  return /:\W*$/.test(text) || !/[.!?]["')]*$/.test(text);
}

const bounding =
  "for|if|when|whenever|unless|where|while|during|once|after|before|until|except|outside|among|provided|as long as|as soon as";
const boundPhrase = new RegExp(
  `\\b(?:${bounding})\\b((?:(?!\\b(?:${bounding})\\b)[^,.;:()])*)(\\([^()]*\\))?`,
  "g",
);
/** Prepositions that often belong to a verb, too. What follows is at most four words long. */
const within =
  "as of|starting|among|depending on|under|within|in(?! order to\\b)|on(?! less\\b)|at(?! (?:the )?(?:least|most|once)\\b)|with|without|by|(?<!, )since|upon|through|throughout|via|against|across|apart from|assuming|given(?= (?:the|that) )|following|pending|subject to|thanks to|towards?|from|to some|per";
const innerPhrase = new RegExp(
  `\\b(?:${within})((?: (?!(?:${bounding}|and so|which|may|can|cannot|must|should|will|is|are|was|has|have|does|do)\\b)[^\\s,.;:()]+){1,5})( \\([^()]*\\))?`,
  "g",
);
/** Words that do not restrict a sentence on their own. */
const plainWords = new Set(
  "the a an all any every each your our this that these those it its them one you we do is are be been has have had not no only also both either of to in on at by with and or from than then now so as such report reports reporting request requests requested requesting query queries data call calls field fields parameter parameters value values level levels granularity granularities date dates day days today current present now time utc range ranges window period periods api endpoint endpoints operation other others rest remaining former latter future past start end starting ending body json column columns metric metrics filter filters filtering breakdown breakdowns month months year years week weeks hour hours single same most least last first more less longer shorter up back ago maximum minimum max min allowed supported accepted possible available used using use set setting sent sending given provided specified passing pass present absent omitted choosing selected case cases list lists option options type types error errors conversion conversions content template running run rows built earlier later already absence their them between together default body form format pattern yyyy-mm-dd expected follow flag hyphens constraint pair own send give provide specify include pass query supply will fail fails invalid rejected refused unavailable unsupported".split(
    " ",
  ),
);

/** "In a marketing mix report", "in the same order", "until it is supported": for every request. */
const harmless =
  /^(?:with)?in (?:the same|one|a single|any one) \w+|^in\b.* (?:reports?|requests?|calls?|query|body|lists?|objects?)$|^until\b.*\b(?:releases?|versions?|implemented|future|fixed|support|supported)\b/;

/** Phrases for times and circumstances: "after the review", "where the law says so". */
export const OF_TIME: RegExp =
  /^(?:after|before|until|where|while|as of|from \d)\b(?! (?:it|they)\b)/;

/** Phrases for places and times. */
export const OF_PLACE: RegExp =
  /^(?:in|on|at|within|under|among|across|during|throughout|towards?)\b/;

/** Words for something that does not always hold. */
const hedging =
  /\b(?:(?:on|upon) request|by default|(?:if|when|whenever|where|wherever) (?:possible|appropriate|reasonable)|from time to time|mostly|usually|generally|normally|typically|often|sometimes|in general|as a rule)\b/;

/** Restrictions in plain words: "in the first hour", "with few exceptions". */
const restricting =
  /\b(?:first|last|next|previous) (?:day|week|month|year|hour|minute)s?\b|\bexceptions?\b/;

/** Words that weaken or change the meaning of a sentence. */
const doubtful: readonly RegExp[] = [
  /\b(?:even (?:if|when)|ahead|tomorrow|yesterday|meaningful|useful|helpful|relevant|quarters|fortnights|decades)\b|, or not\b/,
  /\b(?:may|can|might|could) (?:also |always )?be (?:(?:on|at) or )?(?:after|before|later|earlier|past)\b/,
  /\bcan (?:only )?also\b|\balso (?:be |can |when |if |for |supports? |(?:permitted|allowed|supported|available|accepted|valid|possible)\b)/,
  /\bat least one of\b.* may be\b|<D\d+> before (?:the )?<F|<S\d+>/,
  /<D\d+> after (?:today|the (?:current|present) (?:date|day))/,
  /\bat least <D\d+> (?:ago|back|before)/,
  /\b(?:needs?|requires?) <[DN]\d+>|\b(?:delete|upload|edit|import) (?:data|reports?)\b/,
  /\beither\b.*\bone of\b|\beither (?:this|it)\b/,
];
const beyond = /\b(?:more|longer|older|later|greater|further|farther) than (?:the )?<D\d+>/;
const denial =
  /\b(?:not|no|never|cannot|nor|without|reject\w*|refus\w*|fail\w*|error|invalid|unavailable|unsupported|impossible|purged|gone|deleted|max\w*|exceed\w*|only)\b/;

const permission =
  /\b(?:is|are) (?:also )?(?:allowed|supported|permitted|available|accepted|valid|possible|applicable)\b/;

/**
 * Returns a phrase that a reading left unexplained, or null if there is none.
 *
 * Such a phrase either weakens the sentence, or restricts it without naming anything in the
 * request. An example is "after the lead was sent". The phrase is in lower case, with its mentions
 * replaced by marks. The result can also be the whole text, or the name of the described field.
 *
 * `isNegative`: whether the sentence was read as a ban. `isOfAmount`: whether it was read as a
 * limit on an amount or a date. If not, any amount or date is unexplained.
 */
export function leftOver(
  { text, heading }: Sentence,
  context: ReadContext,
  { isNegative, isOfAmount }: { readonly isNegative: boolean; readonly isOfAmount: boolean },
): string | null {
  const { text: marked, mentions } = markMentions(text, context);
  const from = mentions[Number(/<D\d+> (?:past|after|from) (?:the )?<F(\d+)>/.exec(marked)?.[1])];
  // "After end_date", in the description of end_date itself.
  if (from?.kind === "F" && from.field === context.self && /(?:^|_)end_/.test(from.field.name))
    return from.field.name;
  const strange = strangeCase(text, context);
  if (strange !== null) return strange;
  const doubt = doubtful.find((words) => words.test(marked));
  if (doubt !== undefined) return doubt.exec(marked)?.[0] ?? marked;
  if (beyond.test(marked) && !denial.test(marked)) return beyond.exec(marked)?.[0] ?? marked;
  // The sentence contains an amount that the rule does not use.
  if (!isOfAmount && /<[DNT]\d+>/.test(marked)) return marked;
  // "Is allowed for hourly reports" does not forbid the field for other reports.
  const isItem = /:\W*$/.test(heading?.text ?? "");
  if (isNegative && !isItem && permission.test(marked) && !not.test(marked) && !only.test(marked))
    return permission.exec(marked)?.[0] ?? marked;
  const denied = /\b(?:cannot|may not|must not|should not) (\w+)/.exec(marked)?.[1];
  return denied !== undefined && /^(?:see|view|access|edit|manage|own|change|know)$/.test(denied)
    ? denied
    : null;
}

/**
 * Returns a phrase that restricts a sentence without naming anything in the request, such as "after
 * the lead was sent". Null if there is none. The phrase is in lower case, with its mentions
 * replaced by marks. Only phrases that match `among` count.
 */
export function strangeCase(
  sentence: string,
  context: ReadContext,
  among: RegExp = /^/,
): string | null {
  // A definition comes first: "Id of the card for gifts, only allowed for A".
  const text = markMentions(sentence, context).text.replace(
    /^ *(?! *(?:if|for|when|in|with|at|on|by|after|before|until|where|while|during|since|from|as of|once|per)\b)[^,;]*, (?=(?:optional|required|mandatory|only|not)\b)/,
    "",
  );
  const own = new Set(context.self?.name.toLowerCase().split("_"));
  const isStrange = (phrase: string, words: string): boolean =>
    restricting.test(phrase) ||
    (words.match(/[a-z'-]+/g) ?? []).some((word) => !plainWords.has(word) && !own.has(word));
  const [hedge] = hedging.exec(text) ?? [];
  if (hedge !== undefined) return hedge;
  // What follows the last mark of a phrase is a phrase of its own: "with <F0> in small shops".
  const afterMark = (phrase: string): string =>
    harmless.test(phrase) ? ";" : phrase.replace(/^.*>/, ";");
  const rest = text.replaceAll(boundPhrase, afterMark);
  const phrases = [
    ...text.matchAll(boundPhrase),
    ...rest.matchAll(innerPhrase),
    ...rest.replaceAll(innerPhrase, afterMark).matchAll(innerPhrase),
  ].map(([phrase, words = "", brackets = ""]) => [phrase, words + brackets] as const);
  const strange = phrases.find(
    ([phrase, words]) =>
      among.test(phrase) &&
      !/<[FCDTS]\d+>/i.test(words) &&
      !harmless.test(phrase) &&
      isStrange(phrase, words),
  );
  return strange?.[0] ?? null;
}

/** Labels that name no case: "Note: …", "Format: …". */
const LABEL =
  /^(?:please )?(?:note|important|attention|warning|caution|reminder|remark|tip|hint|example|(?:required|mandatory|optional)(?: \w+)?|(?:\w+ )?(?:requirements?|limits?|limitations?|rules?|conditions?|prerequisites?|preconditions?|restrictions?|constraints?|validation|formats?|defaults?|values?))$/i;

/** "It does not apply to boxes: …", "Since your box is small, …": not said of every request. */
const LIMITED =
  /^(?:since|because|as) your\b[^,:;]*, |^(?:it|this|that|the following)\b[^:]*\b(?:no longer (?:true|valid|the case|appl(?:y|ies)|holds?)|(?:does|do) not (?:apply|hold))\b[^:]*: /i;

/** "… for guests", at the end of a sentence: whom it is about. Not "… for legal reasons". */
const FOR_SOME = / for ((?:[a-z-]+ ){0,2}[a-z-]+(?<!\b(?:reasons?|purposes?))s)\W*$/;

/**
 * Whether a sentence begins or ends with an unknown case: "As an old shop, …", "Small boxes: …",
 * "… for guests".
 */
export function isAboutUnknown(sentence: string, context: ReadContext): boolean {
  const [, phrase, label] =
    /^(?:(?:as an?|for|in(?! order to\b)|with|during|on|at(?! (?:least|most|once)\b)|among) ([^,:;.]*)[,:]|(?!\w+ing\b|(?:an?|the|this) )([a-z]+(?: [a-z-]+){0,3}):) /i.exec(
      sentence,
    ) ?? [];
  const [, some] = FOR_SOME.exec(sentence) ?? [];
  const named = phrase ?? (label === undefined || LABEL.test(label) ? some : label);
  return (
    LIMITED.test(sentence) || (named !== undefined && strangeCase(`for ${named}`, context) !== null)
  );
}

/** Beginnings of sentences that do not name their subject. */
const elliptic =
  /^(?:(?:only(?! (?:supports?|one)\b)|not|no|cannot|must|may|should|shall|has to|requires)\b|(?:with )?(?:an? |the )?(?:max|min)|an? \d|\d|the (?:time|date) range\b|you can\b|data is\b|the furthest\b)/i;
const OF_RANGE = ["max-lookback", "max-range", "min-range"];

/**
 * Whether it is certain what the rules of a sentence are about.
 *
 * If all rules are about the age or range of dates, each must concern the described field, if there
 * is one.
 *
 * A sentence can omit its subject, such as "Only allowed for hourly reports". The subject is the
 * described field if all of these are true:
 * - The sentence is not below a heading or list introduction.
 * - It is neither about a single value nor outside the request.
 * - Every earlier sentence either defines the field or is explained by a pattern.
 *
 * These three checks are skipped if all rules are about the age or range of dates and have
 * conditions.
 */
export function hasPlainSubject(
  sentence: Sentence,
  drafts: readonly Draft[],
  context: ReadContext,
  isKnown: (before: Sentence) => boolean,
): boolean {
  const { self } = context;
  const isOfRange = drafts.every(({ kind }) => OF_RANGE.includes(kind));
  const isOwn = ({ when, params }: Draft): boolean =>
    self === null ||
    Object.values(params).includes(self.name) ||
    when.some(({ field }) => field === self.name);
  if (isOfRange && !drafts.every(isOwn)) return false;
  const isCase = isOfRange && drafts.every(({ when }) => when.length > 0);
  const words = bareSentence(sentence.text).replace(
    /^(?:please )?(?:note|keep in mind)(?: that)?:? /i,
    "",
  );
  return isCase || !elliptic.test(words) || isPlain(sentence, context, isKnown);
}

/** Whether a sentence that names no subject can only be about the described field. */
function isPlain(
  sentence: Sentence,
  { self, vocabulary }: ReadContext,
  isKnown: (before: Sentence) => boolean,
): boolean {
  const { source, number } = sentence;
  if (isBelow(sentence)) return false;
  return (
    self === null ||
    sentencesOf(source)
      .slice(0, number - 1)
      .every(
        (before) =>
          (before.number === 1 && defines(before, self, readContextOf(before, vocabulary))) ||
          isKnown(before),
      )
  );
}

/** Whether the sentence is below a heading, about a single value, or outside the request. */
function isBelow({ heading, source }: Sentence): boolean {
  return !!heading || source.isAside === true || /#(?!schema$)[^#]+$/.test(source.label);
}

/** Maps words to the synonyms that field names use. */
const alike: Readonly<Record<string, string>> = { first: "start", last: "end", day: "date" };

/**
 * Whether a sentence defines a field in a few words. It must contain all words of the field's name,
 * and no verb.
 */
function defines({ text }: Sentence, { name, values }: Field, context: ReadContext): boolean {
  const stemOf = (word: string): string => {
    const stem = word.toLowerCase().replace(/s$/, "");
    return alike[stem] ?? stem;
  };
  const words = new Set(text.split(/[^A-Za-z0-9]+/).map(stemOf));
  const tokens = tokenize(text, context);
  return (
    name.split("_").every((word) => words.has(stemOf(word))) &&
    !tokens.some((token) =>
      /^(?:V:|A:|NA:|SUFFIX:|PREFIX:|X:|NEG$|BAD$|MUST$|ONLY$|IF$)/.test(token),
    ) &&
    !/\b(?:is|are|was|were|has|have|does|do|will|can|may|must)\b/i.test(text) &&
    !values.some((value) => text.split(/\W+/).includes(String(value)))
  );
}

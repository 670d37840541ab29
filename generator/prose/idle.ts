import { bindingOf } from "./binding.js";
import { demandsOfRequest, isAboutWorld } from "./concern.js";
import type { Label } from "./informational.js";
import { namesCallers } from "./subject.js";
import type { ReadContext } from "./vocabulary.js";

/** Words with which a sentence demands or refuses something, regardless of its other words. */
const obliging =
  /\b(?:must|shall|required|requires|mandatory|only (?:\w+ ){0,2}?(?:if|when|whenever|where|with|for)|reject\w*|refus\w*|disallow\w*|forbid\w*|prohibit\w*|errors?|fails?|4\d\d (?:bad|response|status)|(?:a|with) 4\d\d(?![\d.,]*\w)|invalid|not (?:allowed|permitted|accepted|supported|available|valid|possible)|declined|denied|compulsory|obligatory|nothing else|anything but|rul(?:es?|ed|ing) out|avoid|takes? the form|cannot|may not|never|do not|either|neither|both|mutually|exclusive\w*|solely|together|limited|at most|at least|up to|no more|maximum|minimum|oblige[ds]?|accompanied)\b|^\W*(?:please )?(?:omit|leave out|skip) /i;
/**
 * Whether a sentence contains a word that can demand, refuse or limit something. Words such as
 * "not", "only", "both" and "between" suffice, whatever the sentence means. Case is ignored.
 */
export function obliges(text: string): boolean {
  return obliging.test(text) || /\b(?:(?:has|have|needs?) to|only|between|not)\b/i.test(text);
}

/**
 * Like `obliging`, but without words for limits. A limit can also be advice, an announcement, or
 * part of a response.
 */
const refusing =
  /\b(?:must|shall|required|requires|mandatory|reject\w*|refus\w*|disallow\w*|forbid\w*|prohibit\w*|errors?|fails?|4\d\d (?:bad|response|status)|(?:a|with) 4\d\d(?![\d.,]*\w)|invalid|not (?:allowed|permitted|accepted|supported|valid|possible)|cannot|may not|never|do not|either|neither|mutually|exclusive\w*)\b/i;

/** "A WEEK row has …": a description of a row in the response. */
const ofRow =
  /^\W*(?:an?|the|each|every|all|most)? ?(?:\S+ ){0,2}rows? (?:never |always |only |also )?(?:is|are|has|have|carr|hold|show|begin|start|cover|contain|end|count|stand)\w*\b/i;

/**
 * Whether a sentence describes a row in the response and demands nothing. It must begin with the
 * row, as in "A WEEK row has …". Words for limits, such as "at most", and a single "never" are not
 * demands here.
 */
export function isOfRow(text: string): boolean {
  return ofRow.test(text) && !refusing.test(text.replace(/ never\b/, ""));
}

/** Topics of sentences that currently demand nothing of a request. */
const absent: readonly RegExp[] = [
  // Advice.
  /\b(?:we|pinterest) (?:strongly |highly )?(?:recommend|suggest|advise|encourage|propose)s?\b|\bit is (?:strongly |highly )?(?:recommended|advised|advisable|suggested)\b|\b(?:recommended|advised|suggested|encouraged) (?:to|that|not to)\b|\bfor (?:best|better) (?:results?|performance)\b|\bideally\b|\b(?:as a|by) (?:general )?rule\b|\bbe (?:careful|patient)\b|\bbeware\b|^\W*avoid \w+ (?:that|which)\b|\bbest practice\b|\bgood idea\b|^recommended\b|^[^,;]*\b(?:is|are) (?:strongly |highly )?(?:recommended|advised|suggested|encouraged)\b,? (?:because|since|as|to|so)\b[^;]*$/i,
  // Examples.
  /^\W*(?:for (?:example|instance)|e\.g\.|example)[,:]/i,
  // The future and the past.
  /(?<!\bas )\b(?:soon|shortly)\b|\b(?:from|starting (?:with|in|from)|as of|with|in) (?:api )?(?:version |v)\d|\bin (?:a|the|some|one of the) (?:later|future|next|coming|upcoming) (?:version|release)s?\b|\b(?:later|future|next|coming|upcoming) (?:version|release)s? (?:may|might|will|could)\b|\bwill (?:soon |also |no longer |eventually )*(?:have to|need to|be able to|be (?:required|reduced|raised|extended|removed|added|deprecated|retired|discontinued)|become|stop|end|shrink|grow|change|go away|disappear)\b|\b(?:earlier|older|previous|former) versions?\b|^\W*(?:formerly|previously)\b(?!.*\b(?:now|today)\b)|\bused to be\b(?!.*\b(?:now|today)\b)|^\W*(?:before|until|till|up to) (?:last|recently|then|20\d\d|(?:version |v)\d|(?:the )?[a-z]+ (?:of )?20\d\d)\b.*\b(?:could|was|were|had)\b|\bhas been (?:lifted|removed|dropped)\b|\bchangelog\b|\b(?:is|are) planned\b|\bsunset\w*\b/i,
  /\bwill no longer\b|\b(?:going|planned|scheduled|expected|about) to (?:be|become|change|end|disappear|apply)\b/i,
  // A day in the future, or an unknown day.
  /\b(?:next|later this|coming|end of the|end of) (?:year|month|quarter|week|spring|summer|autumn|fall|winter)\b|\bwill\b.*\b(?:20\d\d|January|February|March|April|June|July|August|September|October|November|December)\b|\b20\d\d\b.*\bwill\b/i,
];

/** Statements that no request can violate. */
const harmless: readonly RegExp[] = [
  // Freedom.
  /\b(?:no need to|need not|not (?:necessary|needed)|does not (?:need|have) to|there (?:is|are) no (?:limit|restriction)s?|no (?:limit|restriction)s? appl\w+|(?:can|may) be (?:omitted|left out)|any combination|(?:may|can) (?:also )?be (?:used|sent|set|given|combined|specified) at the same time|but you may|whichever|whatever)\b|^\W*optional\b|\b(?:is|are|be|also) optional\b|\boptional[:)]/i,
  // Things that have no effect.
  /\b(?:(?:is|are|gets?) (?:cut off|shortened|truncated|abbreviated)|(?:is|are|will be|gets?) (?:then |simply )?ignored|^(?:is )?ignored|(?:has|have|with|takes?) no (?:effect|influence|impact)|only makes sense|takes? precedence|wins)\b/i,
  // Defaults.
  /\bif (?:(?:the )?\S+ (?:field |parameter )?)?(?:is |are )?not (?:set|given|provided|specified|sent|included|present)\b|\bif no \S+ (?:is|are) (?:set|given|provided|specified|sent)\b|\bif (?:(?:the )?\S+ (?:field |parameter )?)?(?:is |are )?(?:omitted|left out|missing|absent)\b|(?<!^\W*(?:enter|write|give|send|use|provide|specify)\b.*)\bwithout (?:an? |any )[^,.]*(?:, | is (?:treated|taken|read)\b| are (?:treated|taken|read)\b)|\b(?:is|are) (?:then )?(?:treated|interpreted|taken|read) (?:as|alike|the same|equally)\b|\bif you (?:do not|omit|leave)\b[^.;]*, [^.;]*\b(?:is|are|will be) (?:used|applied|assumed|chosen|generated)\b|\bdefaults? (?:to|is)\b|\bby default\b|\b(?:is|are) assumed\b|\bunless (?:stated|specified) otherwise\b/i,
  // Meanings.
  /\b(?:stands? for|means(?! that (?:no|none)\b)|denotes?|refers? to|corresponds? to)\b|\bno longer be (?:edited|changed|deleted|restored|updated)\b/i,
  // The effect of a choice.
  /^\W*(?:choosing|selecting|setting|using|enabling|disabling|passing|sending|leaving|specifying|adding|including|turning)\b.*\b(?:reach|target|show|mean|include|return|give|change|affect|turn|enable|disable|exclude|make|let|allow|deliver|bid|optimize|share|split|keep|start|stop|pause|lead)(?:e?s)?\b/i,
  // The response.
  /\b(?:(?:is|are|will be|gets?) (?:only |also |then )?(?:returned|shown|displayed|listed|reported|counted|delivered|dropped|left out|included|matched|merged|sorted|joined|aggregated)|(?:is|are) (?:not )?part of the (?:report|response|result)s?|may be (?:incomplete|preliminary)|rows? (?:up to|are missing|have to|has to|begin|starts?|ends?|carry|hold|show|cover)|(?:may|can) still (?:be added|change|arrive)|shows? up|counts? (?:if|as|when)|lags?|appears? in|returned token|in the (?:response|result))\b|\b(?:one|single|separate|own|same|each|every|per) rows?\b/i,
];

/** "If you do not give a name, …": a condition, not a demand. */
const LEFT_OUT = /\bif you do not /i;

const idiom =
  /\b(?:must not|not to|should not|cannot|never) be (?:confused|mistaken|misread|(?:mis)?understood as|taken for)\b|\b(?:can|may) take (?:up to|a few|some|several)\b/i;

/** Demands on something other than the request, in sentences that name nothing in it. */
const elsewhere: readonly RegExp[] = [
  // Requirements for certain ads, countries or devices.
  /\b(?:required|mandatory|needed|necessary|supported) (?:for|in|on|by) (?:some|certain|most|many|several|a few)\b/i,
  /\brequired by law\b|\b(?:laws?|regulations?|authorit(?:y|ies)) (?:may )?requires?\b/i,
  // Prerequisites of something else.
  /\b(?:required|needed|necessary) before\b|\b(?:which|that) (?:is|are) (?:required|needed|necessary) (?:for|to)\b/i,
  /\bmust pass (?:our|the|an?) (?:\w+ )?(?:checks?|reviews?|moderation)\b/i,
  // What people see and what Pinterest does.
  /\b(?:may not|might not|cannot|can only) (?:appear|show up|be (?:shown|seen|found|visible))\b/i,
  /\b(?:cannot|may not|must not|never)\b.*\bby (?:us|pinterest|our \w+)\b/i,
  /^\W*(?:the |your )?reports? (?:(?:may|can|will) )?(?:only )?(?:show|contain|include|list)s?\b/i,
];
const namesRequest = /`|\w_\w|\d/;

const things =
  "(?:accounts?|campaigns?|ad groups?|ads|pins?|catalogs?|feeds?|boards?|items?|products?|files?|images?|videos?|urls?|links?|domains?|websites?|sites?|tags?|audiences?|lists?|pages?|order lines?|uploads?|templates?|forms?)";
const states =
  "(?:active|live|approved|published|public|private|deleted|archived|verified|claimed|owned|shared|reachable|accessible|processed|ingested|enabled|eligible|paused|protected|promotable|closed|finished|completed?|expired|suspended|rejected|connected|linked)";

/** Facts that only the API knows: numbers of people, linked files, and the states of objects. */
const unseen: readonly RegExp[] = [
  /\b\d[\d,]* (?:[\w-]+ ){0,2}(?:people|persons|users|members|followers|matches|visitors|pinners|impressions|clicks|views|conversions)\b/i,
  /^[^,;]*\bbelong(?:s|ing)? to (?:another|a different|some other|other)\b[^,;]*$/i,
  /\bpoll(?:ed|ing)?\b|\bdownload(?:ed)?\b.*\b(?:hours?|minutes?)\b/i,
  /\b(?:files?|images?|pictures?|photos?|videos?|clips?|media|pixels?|time span|duration|resolution|aspect ratio)\b.*\d ?(?:[x×] ?\d|(?:[kmgt]i?b|(?:kilo|mega|giga)?bytes?|pixels?|px|seconds?|secs?|minutes?|frames?|fps)\b)/i,
  new RegExp(
    `\\b${things} (?:must|should) (?:not |never |also )?(?:be (?:\\w+ )?${states}|have (?:been|at least|existed)|exist|belong)\\b`,
    "i",
  ),
  /\bmust (?:not |never )?have been\b|\bmust (?:already )?exist\b/i,
  /\bin (?:the|your) (?:feed|ads manager|profile|app)\b|\bat a time per\b|\bwithin (?:an? )?(?:hour|minute|second)s?\b/i,
];

const owners =
  "(?:profiles?|accounts?|business(?:es)?|users?|advertisers?|organi[sz]ations?|apps?|members?|merchants?|tokens?|persons?|people|company|companies|agency|agencies|employees?|teams?|partners?|collaborators?|followers?|pinners?|viewers?|visitors?|shoppers?|customers?)";
/** The beginning of a pattern for sentences without a demand, even in another clause. */
const NO_DEMAND =
  "^(?!.*\\b(?:must|shall|should|cannot|only|requires?|required|needs?|unless|as long as|provided|until|not (?:allowed|accepted|supported|valid)|has to|have to|at (?:least|most)|up to|maximum|minimum)\\b).*";

const IS_PLAIN = new RegExp(NO_DEMAND, "i");
/** "Rather than an error", "which does not fail": the API tolerates what the sentence is about. */
const NO_ERROR =
  /(?:,? ?\b(?:and|but|which|this|it))? ?\b(?:(?:rather than|instead of|not|no|without)(?: (?:as|in|to|with|by|causing|raising|returning))? (?:(?:an? |any )?(?:errors?(?: message)?|failures?|4\d\d(?: error)?)|(?:failing|(?:being )?(?:rejected|refused)))|(?:do|does|is|are|will)(?: simply)? not (?:(?:(?:cause|raise|return|produce|(?:treated|reported|regarded) as) )?(?:an? |any )?errors?|fail|rejected|refused)|no errors? (?:is|are) (?:returned|raised|reported))\b(?! (?:if|when|whenever|while)\b)/gi;
/** What the API does instead of rejecting a request: nothing is done, or a value is changed. */
const TOLERATED = new RegExp(
  `${NO_DEMAND}\\b(?:empty|blank|null|zeros?|nothing|merged|unchanged|ignored|skipped|dropped|discarded|shortened|truncated|trimmed|cut off|left out|rounded|converted|no (?:rows|data|results?|values?))\\b`,
  "i",
);

/**
 * Whether a sentence says that something has a result other than an error. All of its parts must be
 * about that or about the world.
 */
function isTolerated(text: string, context: ReadContext): boolean {
  const parts = text.split(/[;:] |, (?:and|but|so|or|then|while) /);
  const rests = parts.map((part) => part.replaceAll(NO_ERROR, ""));
  const isDenied = (rest: string, index: number): boolean =>
    rest !== parts[index] && IS_PLAIN.test(rest);
  return (
    rests.some(isDenied) &&
    rests.some((rest) => TOLERATED.test(rest)) &&
    rests.every(
      (rest, index) =>
        !refusing.test(rest) &&
        !COMMANDS.test(rest) &&
        !demandsOfRequest(rest, context) &&
        (isDenied(rest, index) || TOLERATED.test(rest) || isAboutWorld(rest, context)),
    )
  );
}

/** A command at the beginning of a clause: "Send short names". */
const COMMANDS =
  /(?:^\W*|[.;:,] (?:(?:and|so|or|then|but|please) )*)(?:use|send|keep|set|give|pass|provide|supply|specify|choose|select|pick|enter|include|add|write|shorten|limit|cut|trim|make|ensure|remove|omit|leave|start|end|name|list|split|replace|convert|encode|escape)\b/i;

/** The beginning of a pattern like the one in `NO_DEMAND`, but limits do not count as demands. */
const NO_REFUSAL = `^(?!.*(?:${refusing.source}|\\b(?:accept|allow|permit|support)))(?!.*(?:${COMMANDS.source})).*`;

/** Advice about what works well. */
const ADVICE =
  /\b(?:you should (?:look|aim|think|plan|expect|consider|keep in mind)|it (?:pays|helps) to|try to|aim (?:for|at)|good (?:starting point|practice|idea|choice|measure)|works? best|perform(?:s)? (?:better|best))\b/i;
/** "For best results, use 5", unlike "must be 5 for best results". */
const FOR_QUALITY =
  /^(?!.*\b(?:must|shall|cannot|(?:may|can) not|required?|requires|only|never|refus\w*|reject\w*|errors?|fails?)\b).*\bfor (?:an? )?(?:stable|good|better|best|reliable|meaningful|accurate|smooth) [a-z]+\b/i;

/** The beginning of a pattern for a sentence with a single clause. */
const ALONE = `^(?!.*(?:[,;:]| and) )${NO_REFUSAL.slice(1)}`;
/** What people see, and what software does: "some browsers delete it after a week". */
const ofView = new RegExp(
  [
    "\\b(?:needed|necessary) (?:before|until|for|so that) .*\\b(?:displayed|shown|visible|appears?)\\W*$",
    "(?<!\\b(?:can|may|to) )\\b(?:shows?|displays?) (?:only |just )?(?:at most|up to|no more than|a maximum of|the first) \\w",
    "\\b(?:(?:some|most|many|older|newer|modern|all) (?:[a-z]+ )?(?:browsers?|providers?|phones?|devices?|screens?|programs?)|safari|chrome|firefox|google) (?:shorten|cut|limit|keep|store|show|delete|drop|display)s?\\b",
  ]
    .map((words) => `${ALONE}${words}`)
    .join("|"),
  "i",
);

/**
 * Statements about accounts, screens or the past, none of which a client sends. Also advice and
 * possibilities.
 */
const ofOthers: readonly RegExp[] = [
  /(?<!\b(?:is|are|be|been|being|was|were|can|may) )\bused to (?:be|have|allow|accept|take|count|work)\b/i,
  /^\W*(?:formerly|previously|originally|in the past|long ago|(?:before|until|up to) (?:api )?(?:version |v)\d\S*)\b(?!.*\b(?:must|cannot|now|today)\b)/i,
  /^(?!.*\b(?:is|are|be|been|has|have|can|cannot|may|must|shall|should|will|does|do|needs?|requires?|only|exists?|longer|as it were)\b(?! (?:not |been )*(?:lifted|removed|dropped|gone)\b)).*\b(?:was|were|had)\b/i,
  /^\W*the (?:old|former|previous) (?:limit|max\w*|min\w*|restriction)\b/i,
  /\b(?:calls?|requests?|queries|hits)(?: \w+)? (?:an?|per|each|every) (?:second|minute|hour|day|month)\b|\brate limit/i,
  /\b(?:is|are|stays?|remains?) (?:only |fully |not |always )?(?:visible|readable|legible)\b|\bon (?:small|large|mobile|most|some|older|narrow|every|all) (?:phones?|devices?|screens?|tablets?|displays?)\b/i,
  /^\W*(?!(?:required|mandatory|compulsory|obligatory|needed|forbidden|invalid|prohibited|rejected|refused|unavailable)\b)\w+ unless (?:you|told|stated|set|specified|said|it is|otherwise)\b/i,
  new RegExp(
    `^\\W*(?:(?:an?|each|every|one|your|any|the|most|all|no|single) )*(?:[\\w-]+ )?${owners}(?: (?:in|with|on|of) [\\w ]+?)? (?:(?:can|may|cannot|could|will)(?: not| only| never)? (?:have|hold|employ|own|create|keep|manage|run|store|invite|belong|share)|(?:is|are) limited|(?:hold|own|keep|have|has|get|run|manage)s? (?:up to|at most|no more|only|a maximum))\\b`,
    "i",
  ),
  /\b(?:left out of|missing from|absent from|dropped from) (?:the |your |its |an? )?(?:\w+ )?(?:answer|response|result|output|file|reply|export)s?\b/i,
  ADVICE,
  FOR_QUALITY,
  /\b(?:cannot|not) be (?:guaranteed|promised|ensured)\b|\bmay (?:be|turn out) (?:slightly |a little )?(?:lower|higher|less|more|fewer) or\b/i,
  /\bmust (?:already |first )?have (?:already |first )?(?!the\b|an?\b)[a-z]+ed\b/i,
  // What Pinterest does, and what follows from a choice.
  /^(?!.*\b(?:must|only|cannot)\b).*\b(?:is|are|gets?) (?:then |automatically |later )?(?!(?:reject|refus|declin|den|block|requir|forbid|prohibit|disallow|limit|restrict|need)\w*\b)[a-z]+(?:ed|en) by (?:us|pinterest|our|the (?:system|server|pipeline))\b/i,
  /^\W*it is (?:not|never) (?:an error|a problem|a mistake|forbidden|invalid) (?:if|when|to)\b(?!.*\b(?:unless|only|must|cannot|as long as|provided|if)\b)(?:(?! and )[^,;])*$/i,
  new RegExp(
    `^(?!.*\\bshould\\b)${ALONE.slice(1)}\\b(?:often|usually|typically|sometimes|frequently|tends? to|mostly)\\b`,
    "i",
  ),
  /^\W*(?:it|(?:this|the|each|every|an?) (?:\w+ )?(?:process|step|job|import|upload|review|update|change|check|audit)|\w+ing\b[^,;]*) (?:can |may |will |usually |normally )*takes? (?:(?:between|about|around|up to|at most|at least|less than|more than|only|roughly|from|a maximum of) )*\d[\d.]*(?: (?:to|and|or) \d+)? (?:seconds?|minutes?|hours?|days?|weeks?)\b(?:(?! and )[^,;])*$/i,
  /^\D*\b(?:(?:goes|go|is|are|gets?) (?:offline|live|online)|stops? (?:running|serving|delivering|showing)|disappears?|expires?) (?:again )?(?:after|within|in) (?:(?:at most|up to|about|around|at the latest|no more than) )*\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?)\b(?:(?! and )[^,;])*$/i,
  /\bon average\b|\b\d+(?:\.\d+)? ?(?:%|percent|times) (?:lower|higher|more|less|fewer|better|faster|slower|cheaper|longer|shorter)\b|\b\d+x (?:faster|cheaper|more)\b/i,
  /\b(?:may|might|can) (?:(?:start|arrive|begin|finish|appear|run|come) (?:with a delay|with some delay|late|later)|(?:pass|elapse|go by) (?:before|until))\b/i,
  // What becomes of other things when one fails, and what figures will be like.
  new RegExp(
    `${NO_DEMAND}\\b(?:(?:if|when|even if) (?:one|any|some|an?|the first) (?:[\\w-]+ ){0,4}fails?\\b.*\\b(?:others?|rest|remaining|whole|entire)|(?:others?|rest|remaining) (?:[\\w-]+ ){1,6}(?:if|when) (?:one|any|some)\\b.*\\bfails?)\\b`,
    "i",
  ),
  new RegExp(
    `${NO_DEMAND}\\b(?:averages?|costs?|totals?|results?|performance|delivery|spend|reach) (?:will|may|might|could) (?:be|come) (?:very |slightly |a little |somewhat |quite )?(?:close|near|similar|higher|lower)\\b`,
    "i",
  ),
  // What other people do.
  new RegExp(
    `^\\W*(?:the |all |most |your )?${owners} [a-z]+ing [\\w ]+? (?:can|may) (?:also |then )?(?:enter|type|write|answer|select|choose|see|view|comment|edit)\\b`,
    "i",
  ),
  ofView,
  /\b(?:only )?(?:after|once) (?:they|he or she|people) (?:have |had )?(?:accept|confirm|agree|approve)\w*\b/i,
];

/**
 * Says how much an object contains: "A campaign can't have more than 70 ad groups". The described
 * field is the object's id, or part of the object.
 */
const holdsOthers =
  /^\W*(?:(?:an?|each|every|one|the|any) )?(?:[\w-]+ )?(?:boards?|campaigns?|ad groups?|catalogs?|feeds?|audiences?|accounts?|product groups?|promotions?) (?:(?:can|may|cannot|may not) (?:only )?(?:have|hold|contain)|holds?|have|has|contains?) (?:more than|up to|at most|a maximum of|no more than|fewer than) \d[^`]*$/i;

/**
 * Whether a sentence is about someone or something other than a request. Examples are rate limits,
 * limits of accounts, the past, and advice. False if it contains a backtick or a name with an
 * underscore, whatever its subject.
 */
export function isAboutOthers(text: string): boolean {
  return !/`|\w_\w/.test(text) && ofOthers.some((words) => words.test(text));
}

const COMPARATIVE =
  "(?:long|short|larg|small|bigg|high|low|great|earli|lat)er|more|less|fewer|sooner";
const COMPARES = new RegExp(`\\b(?:${COMPARATIVE})\\b`, "i");
/** "Visitors stay longer": a comparison about people that contains no amount. */
const OF_PEOPLE = new RegExp(
  `\\b${owners} (?:who [a-z ]+ )?(?:(?:are|is) (?:kept|counted)|(?:stay|remain|leave|live|spend|wait|drop|return)s?)\\b[^,;]*\\b(?:${COMPARATIVE})\\b`,
  "i",
);
/** "Is longer than the number suggests": what happens differs from what is sent. */
const THAN_STATED = new RegExp(
  `\\b(?:is|are|makes?|lasts?|lives?|grows?|leaves?)\\b[^,;]* (?:${COMPARATIVE}) than (?:[a-z]+ ){0,4}?(?:suggests?|indicates?|implies|expect(?:s|ed)?|shown|yesterday)\\b`,
  "i",
);
/** "Badges are shown for shops with at least 3 votes": amounts of other things. */
const SHOWN =
  /\b(?:displays?|displayed|shows?|shown|sees?|visible|rendered|appears?|gets?)\b(?!.*\b(?:empty|blank|null)\b)/i;
const HAVING = new RegExp(
  `\\b${things} (?:with|that have|have|has|having) (?:(?:at least|(?:more|fewer|less) than|a minimum of) )?\\d+ (?:or more )?(?!characters?|letters?|digits?|words?)[a-z]+`,
  "gi",
);

/**
 * Whether a sentence changes no limit. It only gives advice, such as "titles work best with 40
 * characters", or says what people do or see. False if it also says what is allowed.
 */
export function isAdvice(text: string): boolean {
  if (/\b(?:accept\w*|allow\w*|can|may|also|any)\b/i.test(text)) return false;
  if (ADVICE.test(text) || FOR_QUALITY.test(text)) return true;
  if (ofView.test(text)) return !COMPARES.test(text);
  const others = text.replaceAll(HAVING, "");
  const isOfView = others !== text && SHOWN.test(others) && !COMPARES.test(others);
  return (
    (isOfView || OF_PEOPLE.test(text) || THAN_STATED.test(text)) &&
    !/\d|\b(?:limit\w*|max(?:imum)?|min(?:imum)?|ranges?)\b/i.test(others) &&
    !refusing.test(text) &&
    !COMMANDS.test(text)
  );
}

/**
 * Label of a sentence that currently demands nothing of a request, although its wording could.
 *
 * Null if neither label fits:
 * - "server-side": about certain callers, or about how much an object such as a campaign can
 *   contain (only if the described field is not a list).
 * - "informational": advice, announcements, the past, or about something other than the request.
 *   Also if the whole description is only a name with an underscore.
 *
 * Never null for a sentence that is only about people, money or responses: `bindingOf` or else
 * `harmlessLabel` may give it any label, such as "schema-implied". Its default is "informational".
 */
export function idleLabel(text: string, context: ReadContext): Label | null {
  if (namesCallers(text, context)) return "server-side";
  if (isAboutOthers(text) || isTolerated(text, context)) return "informational";
  // A field that is not a list cannot hold too many things.
  if (context.self?.isList === false && holdsOthers.test(text)) return "server-side";
  const isName = /^\s*\w*_\w*\s*$/.test(context.sentence.source.text);
  if (idiom.test(text) || isName) return "informational";
  if (!namesRequest.test(text) && elsewhere.some((words) => words.test(text)))
    return "informational";
  if (isAboutWorld(text, context)) {
    const binding = bindingOf(context);
    return "label" in binding ? binding.label : (harmlessLabel(text, context) ?? "informational");
  }
  // Something that will be required is not required yet.
  const now = text.replaceAll(
    /\b(?:will|going to|planned to|scheduled to)(?: \w+){0,2}? (?:be|have to|need to|become) \w+/gi,
    "",
  );
  return !refusing.test(now) && absent.some((words) => words.test(text)) ? "informational" : null;
}

/**
 * The label of a sentence that demands nothing of a request. Call this only if no rule was read.
 *
 * - `server-side`: about something that only the API can find out.
 * - `informational`: states a freedom, a default, or something without effect. Also if the sentence
 *   is about the response, or explains a value.
 *
 * A word such as "must" rules out `informational`. Exception: "Not available for …", if the
 * description belongs to no field or the text is about a value of the field. Null if nothing
 * suggests a label.
 */
export function harmlessLabel(text: string, context: ReadContext): Label | null {
  const { self, sentence } = context;
  if (unseen.some((words) => words.test(text))) return "server-side";
  const demand = text.replace(LEFT_OUT, "");
  const isFree = !obliging.test(demand) && harmless.some((words) => words.test(text));
  const isReturned = !refusing.test(text) && (harmless.at(-1)?.test(text) ?? false);
  const isHarmless = isFree || (isReturned && !demandsOfRequest(text, context));
  if (isHarmless || isOfRow(text)) return "informational";
  const [, value] = /^\W*([A-Z][A-Z0-9_]*)`?\s*(?:-|:|\u2013|\u2014)\s/.exec(text) ?? [];
  if (value !== undefined && self?.values.includes(value) === true && !obliging.test(text))
    return "informational";
  // "Not available for …" without a subject: the description belongs to no field, or the text is
  // about a value of its field.
  const [, where] =
    /^\W*(?:[A-Z][A-Z0-9_]*`?\s*[:-]\s*)?not (?:available|supported|allowed|permitted|valid|possible)\b(.*)/i.exec(
      text,
    ) ?? [];
  const isOfOwnValue = self?.values.some((value) => where?.split(/\W+/).includes(String(value)));
  return where !== undefined && (sentence.source.field === null || isOfOwnValue === true)
    ? "informational"
    : null;
}

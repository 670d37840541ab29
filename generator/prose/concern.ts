// Decides whether a sentence constrains what a client sends or is about the world: people, money,
// responses, later events. Each clause is judged by its subject, its verb, and the words with which
// it demands something.
import { markMentions } from "./mentions.js";
import { readOnce } from "./read-once.js";
import type { Sentence } from "./sentences.js";
import { comesBackEmpty } from "./statement.js";
import { type Field, type ReadContext, type Vocabulary, wordedAs } from "./vocabulary.js";

/** What a clause is about. */
type Subject =
  /** A field, a value, or a phrase without a noun. */
  | "sent"
  /** A noun that none of the lists below contains. */
  | "other"
  /** Something that requests create or name, such as a campaign. */
  | "entity"
  | "person"
  /** Responses, payments, durations. */
  | "world"
  /** "We", "the API". */
  | "maker"
  | "you"
  /** "Choosing it": an action on the request. */
  | "deed"
  /** No subject: a command, or a clause that continues with the previous subject. */
  | "none";

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const eitherOf = (words: string): string => `(?:${words.trim().split(/\s+/).join("|")})`;

const persons = setOf(`
  user advertiser merchant agency owner admin administrator colleague customer visitor person people
  pinner reader viewer shopper buyer seller member representative manager team party partner
  nobody somebody someone everybody everyone anyone anybody human consumer follower moderator
  reviewer employee creator developer business company brand competitor household regulator
  authority publisher client account lawyer collaborator
`);
const entities = setOf(`
  campaign ad group pin audience feed form product promotion report keyword event catalog board
  order template list tag lead quiz section export download request query data
  placement creative carousel collection video image item store subscription
`);
const world = setOf(`
  row line response result output file csv figure metric conversion click view impression purchase
  sale visit spend spending statistic average total sum ratio share rate percentage estimate price
  cost money charge fee invoice billing balance delivery processing review generation attribution
  learning cache crawler server job queue import synchronization change edit update effect moment
  page site website shop device phone tablet screen browser market auction pixel landing tap
  night morning midnight weekday weekend today yesterday
  credit login history dashboard ui interface wait answer exception failure header footer link call
  app consent policy law behavior behaviour performance quality score ranking status token
  search match synonym traffic revenue session cookie star decimal rounding reason difference point
  badge
`);
/**
 * Nouns for values, parts of values, and lists of values, unless they are in a list above. Those
 * that `ofForm` or `sending` matches are left out.
 */
const values = setOf(`
  value field parameter property attribute text string number array entry element id name label
  title url uri date day time hour start end code format key type kind option amount size length
  count maximum minimum limit range filter word sign period window pair combination they this these
  those domain address e-mail email currency country language phrase sentence object body column
  level duplicate choice flag hash identifier pattern prefix suffix protocol scheme path
`);
const quantities = setOf(`
  one both either neither each all any none other rest first last former latter something anything
  everything nothing
`);
const makers = setOf("pinterest api endpoint system validator service");
const prepositions = setOf(`
  of in on for from with without that which who whose whom by at to between than about per via into
  over under within during through across against among around behind beyond despite like
  as inside outside since until upon
`);

/** Participles of verbs for using a field in a request. */
const sentParts = eitherOf(`
  sent set provided specified given passed supplied included contained listed named chosen selected
  combined used filled omitted excluded requested written(?!\\sto) spelt spelled formatted repeated
  absent present empty blank entered typed submitted declared stated defined assigned mentioned
  targeted followed(?=\\s(?:\\w+\\s)?by) preceded hashed escaped sorted ordered quoted prefixed
  normalized separated enclosed capped encoded mixed paired nested duplicated picked
`);
/** Nouns that can also be verbs for using a field in a request. */
const sendNouns = eitherOf("name list request set use cover target");
const sendVerbs = eitherOf(`
  send sends provide provides specify specifies pass supply include includes contain contains choose
  select omit exclude excludes exceed exceeds consist consists comprise carry carries enter submit
  declare define mention repeat repeats occur occurs spans? lie lies fall falls equal equals
`);
const modals =
  "(?:to|can|may|must|should|shall|could|cannot|not|never|always|you|that|only|please)";
const sending = new RegExp(
  [
    `\\b(?:be|been|being|is|are|not|get|only|never|always|also|both|either|least|most) ${sentParts}\\b(?! (?:through|on|up)\\b)`,
    `\\b(?:${modals}|,) (?:also |both |at most |at least )?${sendNouns}s?\\b(?! up\\b)|^ ?${sendNouns}\\b`,
    `\\b${sendVerbs}\\b|\\b(?:send|sett|provid|specify|pass|supply|includ|contain|list|nam|choos|select|us|omitt|exclud|request|consist|combin)ing\\b`,
    "\\b(?:may|can|must|should|cannot) (?:only |not |both |never )*(?:appear|occur)\\b",
    "\\btakes? the form\\b|\\btakes? (?:at most |at least |up to |from |only |exactly )?<N",
    "\\b(?:start(?:s|ing)?|begin(?:s|ning)?|end(?:s|ing)?|combined?) (?:with|in)\\b|\\b(?:leaves?|leaving)\\b.*\\b(?:out|empty|blank)\\b|\\bleft (?:out|empty|blank)\\b",
    "\\b(?:give|gives|giving) (?!you\\b|the\\b|an?\\b|more\\b|better\\b|people\\b)|\\bask(?:ed)? for\\b|\\bcombine\\b|\\bfill in\\b",
  ].join("|"),
);

/** Verbs for events outside a request, in forms that are not also nouns. */
const happenings = eitherOf(`
  shown showed shows showing displayed displays see sees seen stored stores kept keep keeps retained
  deleted archived restored expire expires expired renewed cached processed generated created
  finished finishes take takes took taken waits? waited delivers? delivered served spent spends
  charged pay pays paid billed costs refunded (?<!(?:the|an?|every|each|its)\\s)counts? counted
  computed calculated estimated rounded attributed credited reported returned refreshed arrives?
  arrived arriving change changed grow grows grown grew shrinks? rises? dropped drops reviewed
  approved signed issued granted verified contacted treated regarded assumed considered compared
  confused remembered borne perform converts? converted reached reaches resembles? ranks ranked
  learns learned crawled visited loads? loaded opened clicked scrolls? taps tapped answers? answered
  responds? redirects? merged joined find finds found switched guarantees? recovered downloaded
  fetched polled shared remains? stays? affects? influences? matters? helps? improves? slows? paused
  resumed notified informed receives? received get gets got belongs? owned invited updated edited
  altered translated encrypted deduplicated rebuilt built sorted aggregated averaged withheld
  anonymi[sz]ed makes?(?!\\ssure) made causes? caused happens? happened wins? lost beats? buys?
  bought sells? sold scanned inspected moderated analy[sz]ed understand understood read tells?
  means? meant(?!\\sfor) reflects? describes? explains? started stopped stops ended began begun skipped
  ignored advertised repeated worked outlives? lives? matched lags? fluctuates? vary varies differs?
  depends? viewed existed
`);
/** More verbs for events outside a request: phrases, and verbs that depend on their context. */
const happeningPhrases = [
  "reach(?! back)|expected(?! (?:formats?|values?|types?)\\b)|starts(?! with)|begins(?! with| in)",
  "filled(?! in)|(?:go|goes) up|comes? back|add up|leads? to|carried over|cut off|turned (?:on|off)",
  "followed(?! (?:\\w+ )?by)|lasts?(?= for)|(?<!must be )(?:cut|truncated|trimmed|shortened|abbreviated)",
  "told apart|bear in mind|keep in mind|already exists?|match(?:es)? the|available from",
  "gives? (?:you|the|an?|more|better|people)|in (?:the |an? )?\\w+ state",
  "appears?(?: only)? (?:above|below|after|before|next|on|at|under|beside|when|as)",
  "(?:not|never|only|also) (?:show|display|count|return|store|deliver|happen)",
  "available (?:in|to) (?:(?:all|every|most|some|the) )*(?:markets?|countr\\w+|regions?|everyone)",
].join("|");
/** Words for how good, certain or visible something is. */
const valuing = eitherOf(`
  sounds? looks? feels? seems? friendly right best better worse wise useful sensible worth ideal
  helpful safe likely enough final provisional slower faster cheaper visible hidden protected
  private public accessible
`);
const happening = new RegExp(`\\b(?:${happenings}|${happeningPhrases}|${valuing})\\b`);

/** Words that say that the API refuses something. */
const refusing =
  /\b(?:reject(?:s|ed)?|(?:leads? to|results? in) rejection|refus\w*|invalid|forbid\w*|prohibit\w*|disallow\w*|illegal|unsupported|denied|declined|(?:gets?|results? in|leads? to|raises?) an? (?:\w+ )?error(?! message)|not (?:allowed|permitted|accepted|supported|valid|understood|recogni[sz]ed))\b/;
const judging = new RegExp(
  `${refusing.source}|\\b(?:errors?|fails?|400|bans?|banned|allow(?:ed|s)?|permit\\w*|accept\\w*|support(?:s|ed)?|valid|validation|possible \\w+:? (?:are|is)|requires?|required|mandatory|compulsory|obligatory|incompatible|mutually|rul(?:es?|ed) out|excludes? (?:each|all|any|every|the)|exclusive|mak(?:es?|ing) no sense|meaning(?:ful only|less)|pointless|useless)\\b|\\bneeds? (?:an? |the )?(?:<|\`)`,
);

/** Words that demand, forbid or limit something. */
const demanding =
  /\b(?:must|shall|should|has to|have to|needs?|requires?|required|mandatory|compulsory|obligatory|cannot|not|no|never|none|neither|nor|only|just|solely|exclusively|at (?:the )?(?:very )?(?:most|least|longest|latest|earliest)|max\w*|min\w*|up to|(?:more|less|fewer|longer|shorter|larger|smaller|greater|higher|lower|later|earlier|older) than|limit\w*|exceed\w*|between|exactly|either|both|together|one of|lowest|highest|smallest|largest|longest|shortest|errors?|reject\w*|refus\w*|fails?|invalid|forbid\w*|prohibit\w*|disallow\w*|allowed|valid|accept\w*|permitted|supported|possible|unless|alone|nothing else|takes? the form|make sure|ensure|do not|avoid)\b/;

/** Words for the format of a value, or for its parts. */
const ofForm =
  /\b(?:char(?:acter)?s?|letters?|digits?|lower ?case|upper ?case|hexadecimal|whole number|integer|spaces?|blanks?|https?|commas?|slash(?:es)?|quotation marks?|query strings?|fragments?|ids|entries|elements)\b/;

/** Words that express a strict requirement. */
const compelling =
  /(?:\b|(?=<))(?:must|cannot|may not|(?:can|may) only|only (?:provide|send|set|specify|use|include|one of)|^(?:do not|never)|never|(?:no|not) more than|at (?:the )?(?:very )?(?:most|least|longest)|nothing else|takes? the form|anything but|not more|not less|rul(?:es?|ed) out|compulsory|obligatory|mandatory|(?:lowest|highest|smallest|largest|longest|shortest)\b.*\bis\b.*(?:<n\d+|error)|<n\d+> is the (?:lowest|highest|smallest|largest|longest|shortest)|excludes? (?:each|all|any|every))\b|\bneeds? (?:an? |the )?(?:<|`|\w+_\w)|\brequires? (?:an? |the )?<f|^(?:please )?no (?!longer)/i;

/** A bound on an amount, as in "for 3 days at the longest". */
const bounds =
  /\b(?:at (?:the )?(?:very )?(?:most|least)|up to|(?:no|not) (?:more|less|fewer|longer|shorter) than) (?:[a-z]+ ){0,2}<[dn]\d+>|(?:go|fall|drop|be) (?:below|under|above|over|beyond) <n\d+>|<[dn]\d+>.* at (?:the )?(?:very )?(?:most|least|longest|shortest)\b|\b(?:lowest|highest|smallest|largest|longest|shortest)\b.*\bis (?:<n\d+>|error)/i;

/** An amount of parts of a value: "Ten entries", "300 characters". */
const countsParts =
  /<n\d+> (?:(?!million|thousand|billion|(?:character|letter|digit) )[a-z]+ ){0,2}(?:(?:characters?|letters?|digits?)(?! [a-z]+ code)|ids|entries|elements|items|values|urls|links|words|names|codes|chars)\b/i;

/** A quantity other than a time span: "at most ten", "a single". */
const amount = "(?:<n\\d+>|one|a single)";
const quantity = new RegExp(
  [
    `\\b(?:at (?:the )?(?:very )?(?:most|least)|up to|exactly|precisely|(?:no|not) (?:more|less|fewer) than|(?:(?:an?|the) )?(?:maximum|minimum|limit|ceiling|floor|cap) of) ${amount}`,
    `(?<![\\w<])(?:(?:between|from) )?${amount} (?:and|or|to) ${amount}`,
    "\\ba single (?:[a-z]|<f)|\\b(?:only|at most|more than|just) once\\b|\\btwice\\b",
  ].join("|"),
  "i",
);
/** Verbs that say what a value or sent object consists of: "takes", "offers". */
const consists =
  /\b(?:made up of|composed of|consists? of|comprises?|takes?|offers?|holds?|contains?|carry|carries|lies?|falls?|ranges?|expected|(?:can|may|must|should) (?:only |not |never )?(?:have|appear|occur|be (?:shared|used|listed|named|sent|given|chosen|selected|picked|added|assigned)))\b/;
const hasQuantity = new RegExp(
  `(?:${consists.source})(?: (?:with|in|from|of|only|not|either|just)){0,2} ?(?:${quantity.source})|^ ?(?:${quantity.source}).*(?:${consists.source})`,
  "i",
);
/**
 * Commands about what to send, such as "pick" and "separate". Most only explain a field's purpose.
 */
const command =
  /^(?:(?:so|and|then|therefore|hence|please) )*(?:pick|choose|select|name|list|separate|delimit|split|join|write|spell|enter|put|leave out|omit|begin|start|give|send|supply|provide|specify|quote|escape|encode|enclose|wrap|prefix|keep|limit|restrict|state)\b(?! of\b)/;
/** What such a command can be about: "leave out the scheme", "send the number without a sign". */
const ofParts = /\b(?:scheme|protocol)\b|^(?:so )?put .* (?:first|last)\b|\bwithout\b/;
/** "Letters and digits without spaces": a value described by its characters. */
const isOfCharacters =
  /^(?:(?:only|all|upper[- ]?case|lower[- ]?case|capital|small|plain) )*(?:letters?|digits?|characters?|numerals)\b/;

/**
 * States a limit: "The maximum is 5", "goes up to 5". It applies only to some values, because a
 * limit on all values would have been read.
 */
const limits =
  /\b(?:maximum|minimum|limit)(?: (?:value|amount|number|length))? is <n\d+>|\bgoes (?:up|down) to <n\d+>/i;
const forSome = /\b(?:for|in|with) (?!(?:this|the|it|total)\b)[a-z<]/i;

/** Whether a clause limits a value, the number of something, or the characters of a value. */
function isMeasured({ text, subject, isOwn }: Clause): boolean {
  const isCommand =
    command.test(text) && (quantity.test(text) || ofForm.test(text) || ofParts.test(text));
  const isOfParts = isOfCharacters.test(text) || (quantity.test(text) && countsParts.test(text));
  // "Only digits unless the shop is new": the condition has a verb, but the statement has none.
  const [head = ""] = text.split(/ (?=(?:unless|if|when|except)\b)/);
  if (isCommand || (isOfParts && !hasVerb(head)) || (limits.test(text) && forSome.test(text)))
    return true;
  const isOfRequest = isOwn || !/^(?:world|person|maker|deed)$/.test(subject);
  return isOfRequest && hasQuantity.test(text);
}

/** Says what an object does not have: "such groups take no bid". */
const lacks = /\b(?:takes?|have|has|uses?|accepts?|carry|carries|get|gets) no [a-z]+ ?$/;
/** Says what a sent object must or must not have: "cannot have a bid". */
const governs =
  /\b(?:do not|does not|cannot|must not|may not|must|never) (?:take|have|use|carry|need|get|accept|come with|show up in|appear in|be (?:among|in|part of)) (?:the |an? |any )*<f\d+>/i;
/** Says that objects must match or differ: "must have another address than". */
const compares =
  /\b(?:must|should|cannot|may not) (?:have|be|name|use|differ) ?(?:an? |the )?(?:another|other|differ\w*|same|identical|equal|distinct|from)\b.* (?:than|from|as|to)\b/;

/** A requirement in the passive: "cannot be mixed". */
const passive =
  /\b(?:must|cannot|may not|has to|have to|can only|may only|needs? to) (?:not |never |only |all |both |also )*be [a-z]+(?:ed|en|wn|pt|lt|nt)\b/;

/** "Does not end", "cannot fill it": a fact or a possibility, not a demand. */
const indicative =
  /\b(?:is|are|has|have|do|does|gets?)\b|\b(?:can|cannot|could|may|might)(?: not| never| only| also)* (?!be\b|not\b)[a-z]+|\b(?:only|never|always|hardly|seldom|rarely|often|usually) [a-z]+s?\b/;
const modal =
  /\b(?:must|shall|should|has to|have to|needs?|requires?|can only|may only|may not|limited|capped|restricted|applicable|appl(?:y|ies)|relevant|meant|intended|reserved|(?:un)?available|(?:im)?possible|max\w*|min\w*|limit\w*|works? (?:with|for|if|when)|(?:this|it) is (?:only |not )?for)\b|\b(?:can|cannot|may)(?: not| never| only)* be\b/;

/** A bound with a number: "must be at least 2". */
const boundsNumber =
  /\b(?:must|should|shall|has to|have to|needs? to|can|cannot|may) (?:only |not |never )?(?:be|exceed|lie|have) (?:[a-z]+ ){0,4}(?:<n\d+>|\d)/i;

/** Says what the API accepts or rejects: "we only accept", "the API does not support". */
const makerJudges =
  /\b(?:we|pinterest|api|endpoint|servers?|systems?|service)(?: (?:do|does|can|will|would|not|only|also|currently|cannot))* (?:accept|allow|permit|support|require|reject|refuse|ban|need|recogni[sz]e|understand|expect(?! (?:to|that|it|you)\b)|return an error|fail)/;

/**
 * A statement about permitted dates: "data reaches 8 days back". "Data of the last 2 days is not
 * final" is not such a statement.
 */
const ofDates = new RegExp(
  [
    "\\b(?:data|range|window|period|span|interval|dates?|(?:first|last) day).*<[dt]\\d+>",
    "<[dt]\\d+>.*\\b(?:data|range|window|period|span|interval|dates?|of metrics)\\b",
    "\\breports? (?:\\w+ )?(?:reach|cover|span|go|start|begin|end)(?:e?s|ning|ing)?\\b.*<[dt]\\d+>",
    "\\b(?:reports?|dates?|range)\\b.*\\b(?:today|yesterday|tomorrow|(?:in|into) the (?:future|past))\\b",
    "<d\\d+> (?:before today|ago|back|(?:in|into) the past)\\b",
    "\\b(?:look|looks|go|goes|reach|reaches)\\b.* back\\b",
    "\\b(?:get|see|fetch|query|pull|retrieve) (?:\\w+ ){0,2}(?:data|metrics|reports?|values)\\b.*(?:<n\\d+>|<d\\d+>)",
  ].join("|"),
  "i",
);
/**
 * Words for missing data, such as "come back empty". If the sentence also names a value of the
 * request, it is about the data in a report.
 */
const ofNoData =
  /\b(?:empty|blank|no (?:\w+ )?(?:values?|data)|without (?:\w+ )?(?:values?|data)|(?:not|no longer|stopped) (?:\w+ )?(?:filled|populated|returning|returned|provided)|zero|returns? 0)\b/;
const ofAvailability = /\b(?:(?:un)?available|applicable|limited|restricted|reserved)\b/;
const impossible =
  /\b(?:unavailable|impossible|necessitates?|demands?|presupposes?|implies|precedes?)\b/;
const isOfDay = /(?:^|_)(?:dates?|time|day|since|until)(?:_|$)/;
const ofFreshness =
  /\b(?:regarded|treated|considered|provisional|preliminary|final|estimat\w+|chang\w+|revis\w+|incomplete|arriv\w+|late|delay\w*|updat\w+|refresh\w*)\b/;

/** "Must be running", "may not be complete": a state that a request does not show. */
const states =
  /\b(?:be|remain|stay|become) (?:still |already |fully |currently |also |all )*(?:(?!missing|matching|(?:a|de)scending|(?:in|de)creasing|leading|trailing|string|(?:some|any|no)thing)[a-z]+ing|ready|complete|incomplete|active|live|published|archived|accurate|exact|up to date|yours|in stock|in good standing|of (?:the|one) same (?:ad )?(?:account|business|owner|advertiser)|over(?! <))\b/;
/** "May not appear in the report": a possibility, not a ban. */
const perhaps =
  /\bmay not (?:yet |always |all |fully )*(?:be filled|appear in (?:the |your )?(?:reports?|responses?|files?|lists?)|show up|have (?:been )?[a-z]+ed)\b/;
/** What people are not allowed to do with what exists: "helpers are not allowed to remove it". */
const ofDeeds =
  /\bnot (?:allowed|permitted) to (?:see|view|read|comment|edit|remove|delete|follow|save|invite)\b/;
/** Actions taken later, by hand, or by somebody else. */
const later = /\b(?:again|afterwards|any ?more|once more|manually|by hand)\b/;
const byOthers = new RegExp(
  `\\bby (?:(?:the|an?|our|its|your) )?(?:\\w+ )?${eitherOf("person people user users crawler system owner owners visitor customer admin reviewer server browser device")}\\b`,
);

/** Words that leave a choice to the caller. */
const free =
  /\b(?:need not|no need|(?:do|does|did) not (?:have|need) to|(?:do|does|will|would) not (?:cause|raise|lead to|result in) (?:an? |any )?errors?|without (?:an? |any )?errors?|(?:makes?|making|made) no difference|no (?:effect|influence|impact|difference|reason to|point in)|nothing (?:has|needs) to|(?:is|are) (?:enough|sufficient|wise|sensible|advisable|easier) (?:not )?to|you do not need|(?:rarely|seldom|hardly(?: ever)?) (?:needs?|have to|has to)|(?:do|does) not matter)\b/;
/** Relations that only the API can check. */
const ofRelations = /\bbe (?:also |either )?(?:associated with|owned by|shared with|linked to)\b/;
const act = "(?:comment|reaction|like|reply|replie|share|repin|follower)";
const acts = `${act}(?:s|ing)?(?: (?:and|or) [a-z]+)?`;
const onThings =
  "(?:on|below|under|for|to|from) (?:(?:the|an?|such|these|those|all|any|its|your) )*(?:pins?|boards?|ads?|posts?|videos?|products?|profiles?)";
const areBanned = "(?:is|are) (?:also )?not (?:allowed|permitted|possible|supported|accepted)";
/** What people cannot do with an object: "comments are not allowed on such a board". */
const ofActs = new RegExp(
  `(?<=^ |[,;:.] |(?:and|but|so) )(?:${onThings}(?: of [a-z ]+)?, ${acts} ${areBanned}(?= ?(?:[,;:.]|$))|${acts} ${areBanned} ${onThings}\\b)`,
  "g",
);
const isAct = new RegExp(`^${act}`);
const past = /\b(?:was|were|had)\b/;
const present =
  /\b(?:is|are|be|has|have|can|cannot|may|must|shall|should|will|does|do|needs?|requires?)\b/;

const isPast = (text: string): boolean => past.test(text) && !present.test(text);

const adverbs =
  "(?:only|also|never|always|still|therefore|thus|usually|often|already|then|just|not|even|please|yet|rather|seldom|rarely|sometimes|hence|however)";
const adverb = new RegExp(`^${adverbs}$`);
const auxiliary =
  /^(?:is|are|was|were|be|has|have|had|do|does|did|can|cannot|could|may|might|must|shall|should|will|would|need|needs|ought)$/;
const determiner =
  /^(?:the|an?|all|each|every|this|that|these|its|their|your|our|no|not|more|less|at|up|only|any|one|two|<\w+>.*|\d+)$/;

const subordinating =
  "(?:if|when|whenever|unless|until|before|after|once|because|as long as|as soon as|while|whereas|although|though|even if|even though|where|wherever|so that|in case|provided that|otherwise|whether|however)";
const beginsSubordinate = new RegExp(
  `^(?:(?:but|and|or|so|${adverbs}) )*(?:since|${subordinating})\\b`,
);
const beginsRelative = /^(?:which|who|whose|whom)\b/;
const beginsPhrase = new RegExp(
  `^(?:(?:but|and|or|${adverbs}) )+(?:of|in|on|for|from|with|without|by|to|at(?! (?:most|least))|over|above|below|under|as|during|within)\\b`,
);

const stemOf = (word: string): string =>
  word
    .replace(/'s?$/, "")
    .replace(/ies$/, "y")
    .replace(/(?<=(?:x|ss|ch|sh))es$/, "")
    .replace(/(?<!s|u|^thi)s$/, "");
const isAction = (word: string): boolean =>
  sending.test(` ${word} `) || happening.test(` ${word} `);
const isVerb = (word: string): boolean =>
  auxiliary.test(word) || isAction(word) || /^fails?$/.test(word);
const nouns =
  /\b(?:the|an?|its|their|your|this|each|every) (?:name|list|request|set|use|cover|target)s?\b/g;
const hasVerb = (piece: string): boolean =>
  command.test(piece.trim()) ||
  piece
    .replaceAll(nouns, "")
    .split(/[^\w'<>]+/)
    .some(isVerb);

const BEGINS_PIECE = new RegExp(
  `([;:.!?()]+ |, )|(?= (?:and|but|or|so|nor) )|(?= (?:${adverbs} )?${subordinating} )`,
);

/**
 * Splits a sentence into parts with one verb each. A part without a verb is joined to the part
 * before or after it.
 */
function piecesOf(text: string): readonly string[] {
  const rough = text.split(BEGINS_PIECE);
  const pieces: string[] = [];
  let isOpen = false;
  for (const part of rough) {
    if (part === undefined) continue;
    const piece = part.trim();
    if (!/\w/.test(piece)) {
      if (piece !== "") isOpen = false;
      continue;
    }
    const last = pieces.at(-1);
    const continues =
      last !== undefined &&
      ((isOpen && !hasVerb(last)) ||
        beginsPhrase.test(piece) ||
        (!hasVerb(piece) && !/^(?:if|when|unless)\b/.test(piece)));
    if (continues) pieces[pieces.length - 1] = `${last} ${piece}`;
    else pieces.push(piece);
    isOpen = true;
  }
  return pieces;
}

const hasLimit = new RegExp(`(?=.*<[ND]\\d+>).*${demanding.source}`);
/** Parts without a verb that a semicolon or an "and" separates from the rest of a sentence. */
function fragmentsOf(marked: string): readonly string[] {
  const parts = marked.split(/; |, (?:and|but) /);
  return parts.length > 1 ? parts.filter((part) => !hasVerb(part)) : [];
}

/** Relative clauses that only identify things: "that was rejected", "you have not listed". */
const relatives =
  / (?:(?:that|which|who) (?!you (?:can|may|must)\b)(?=[a-z' ]+ [a-z])|(?=you (?:have|did|do)(?: not)? ))(?:(?!(?:must|may|can|cannot|should|shall|has to|have to|will)\b)[a-z']+ )+?(?=(?:must|may|can|cannot|should|shall|has to|have to|will|are|is)\b)/g;

/** A clause of purpose: "to win an auction". */
const beginsPurpose =
  /^(?:(?:in order )?to (?!be\b)|for (?:(?:the|an?|your|our) )?[a-z]+ to )[a-z]+/;

const BEFORE_SUBJECT = new RegExp(
  `^(?:(?:and|but|or|so|yet|nor|since|note that|that|make sure|ensure|be sure|${subordinating}|${adverbs}) )+`,
);

/** Classifies the words before the verb of a clause. */
function subjectOf(piece: string, own: ReadonlySet<string>): Subject {
  const words = piece
    .replace(/[,"'`()]+(?= |$)/g, "")
    .replace(BEFORE_SUBJECT, "")
    .split(" ")
    .filter(Boolean);
  const [first = "", second = ""] = words;
  if (first === "you") return "you";
  if (/^(?:we|our)$/.test(first) || words.includes("we")) return "maker";
  if (beginsRelative.test(first) || auxiliary.test(first)) return "none";
  if (/^(?:it|they|this|these|those|he|she)$/.test(first) && isVerb(second)) return "none";
  if (/^(?:its|their)$/.test(first)) return "none";
  if (thatYouSend.test(piece)) return "sent";
  if (ofOutput.test(piece)) return "world";
  const there = /\bthere (?:is|are|was|were|may be|can be|will be) (.*)/.exec(piece)?.[1];
  if (there !== undefined) {
    const nouns = there.split(" ");
    const end = nouns.findIndex((word) => prepositions.has(word) && !/^than$/.test(word));
    const known = nouns
      .slice(0, end === -1 ? nouns.length : end)
      .map(stemOf)
      .find(isKnown);
    return classOf(known ?? "", own) ?? "sent";
  }
  if (/^(?!during|string|\w*thing|king|according|starting|beginning)[a-z]+ing$/.test(first))
    if (!own.has(first) && !world.has(first)) return "deed";
  // "In an auction the price is": the subject is the word before the verb.
  const verb = words.findIndex((word, index) => index > 0 && auxiliary.test(word));
  const start = prepositions.has(first) && verb > 1 ? Math.max(0, verb - 1) : 0;
  const end = words.findIndex(
    (word, index) =>
      index > start &&
      (prepositions.has(word) ||
        /^(?:you|we|nobody)$/.test(word) ||
        auxiliary.test(word) ||
        (adverb.test(word) && isKnown(stemOf(words[index - 1] ?? ""))) ||
        (isAction(word) &&
          determiner.test(words[index + 1] ?? "") &&
          !determiner.test(words[index - 1] ?? ""))),
  );
  const phrase = words.slice(start, end === -1 ? words.length : end);
  for (const word of phrase.toReversed()) {
    const found = classOf(stemOf(word), own);
    if (found !== null) return found;
    if (!isAction(word) && !adverb.test(word)) break;
  }
  if (isAction(first) && !/ed$/.test(first)) return "none";
  const nouns = phrase
    .filter((word) => /^[a-z-]{2,}$/.test(word) && !/^(?:the|an)$/.test(word) && !adverb.test(word))
    .map(stemOf);
  const isNamed = nouns.some((noun) => values.has(noun) || classOf(noun, own) !== null);
  const isBare = nouns.every((noun) => quantities.has(noun));
  const hasPredicate = isVerb(words[end] ?? "") || adverb.test(words[end] ?? "");
  return isNamed || isBare || !hasPredicate ? "sent" : "other";
}

function classOf(noun: string, own: ReadonlySet<string>): Subject | null {
  if (/^<[fcs]\d+>/i.test(noun)) return "sent";
  if (persons.has(noun)) return "person";
  if (entities.has(noun)) return "entity";
  if (own.has(noun)) return "sent";
  if (makers.has(noun)) return "maker";
  return world.has(noun) ? "world" : null;
}

const isKnown = (noun: string): boolean => classOf(noun, new Set()) !== null;

/**
 * How strongly a clause constrains the request.
 *
 * * `demand`: clearly, with a word such as "must" or because it measures something that is sent.
 * * `request`: possibly.
 * * `world`: not at all, because it is about the world.
 * * `nothing`: the clause says nothing relevant.
 */
type Weight = "demand" | "request" | "world" | "nothing";

interface Clause {
  readonly text: string;
  readonly subject: Subject;
  readonly isSubordinate: boolean;
  /** Whether the subject contains a word from the field's name or its object's name. */
  readonly isOwn: boolean;
}

/** Phrases about the response rather than the request: "left out of the report". */
const output =
  /\b(?:left out of|listed in|included in|named in|shown in|part of|missing (?:in|from)|(?:dropped|excluded|absent|removed) from) (?:the |your |a |all |any )?(?:\w+ )?(?:reports?|responses?|files?|results?|statistics|output|tables?|dashboards?)\b/g;
const inOutput =
  /^ ?in (?:the |a |an )?(?:\S+ )?(?:file|response|output|results?|ui|dashboard|interface|app|ads manager|statistics|table)\b/;

/** A relative clause about sending, as in "the lowest price that you can send". */
const thatYouSend = new RegExp(`\\b(?:that|which) you (?:can|may|must) ${sendVerbs}\\b`);

/** A subject that is part of a response, such as "each element of the response". */
const ofOutput =
  /^(?:(?!\b(?:is|are|must|can|may|has|have|cannot)\b)[\w'<> ])*\b(?:of|in|from) (?:the |an? |each |every )?(?:(?:\w+ )?(?:responses?|results?|files?|outputs?|answers?|statistics)|(?:finished|returned|generated|ready) reports?) /;
/** "Are listed under `errors`". */
const inAnswer =
  /\b(?:is|are|will be) (?:\w+ )?(?:listed|returned|reported|found|shown|given) (?:in|under|as) `(\w+)`/g;

/** Applies the previous statement to something else: "Those of a store are not either". */
const saysAgain = /\b(?:not either|neither)\W*$/i;

/**
 * Whether `text` demands something of a value of the field: "`ADMIN` covers all others, so it must
 * be the only one".
 *
 * The demand must contain "must" or "cannot". Its subject is either the value, or "it", "this" or
 * "they" anywhere after the value. Case matters. False if `self` is null or has no listed values.
 */
export function isOfOwnValue(text: string, self: Field | null): boolean {
  const [, subject, before] =
    /(?:^|[,;] )["'`]?([\w.-]+)["'`]? (?:must|cannot)\b|^(.*)\b(?:it|this|they) (?:must|cannot)\b/.exec(
      text,
    ) ?? [];
  const words = new Set(subject === undefined ? before?.match(/[\w.-]+/g) : [subject]);
  return self?.values.some((value) => words.has(String(value))) ?? false;
}

/**
 * Whether a sentence is only about the world, such as people, money or responses.
 *
 * False if a main clause may constrain a request, or if no main clause is about the world. Also
 * false for statements about report dates, date formats or missing data, which other readers judge.
 * Reads `text` instead of the text of `context.sentence`.
 */
export function isAboutWorld(text: string, context: ReadContext): boolean {
  if (saysAgain.test(text)) return false;
  if (isOfOwnValue(text, context.self) || /\b(?:is|are) expected(?= ?[.,:;(]|$)/i.test(text))
    return false;
  const weights = weightsOf(text, context);
  return weights.includes("world") && weights.every((weight) => /^(?:world|nothing)$/.test(weight));
}

/** Like `isAboutWorld`, for a field whose name consists of `words`. No other fields are known. */
export function isAboutWorldOf(sentence: Sentence, words: ReadonlySet<string>): boolean {
  const name = [...words].join("_");
  const vocabulary = wordedAs([{ name, where: "body", schema: {} }], {});
  const self = vocabulary.fields.get(name) ?? null;
  return isAboutWorld(sentence.text, { sentence, self, vocabulary });
}

/**
 * Whether a main clause of `text` clearly constrains what a client sends.
 *
 * False if a main clause only might constrain it. Also false for statements about report dates,
 * date formats or missing data, which other readers judge. Subordinate clauses count only if there
 * is no main clause.
 */
export function demandsOfRequest(text: string, context: ReadContext): boolean {
  return weightsOf(text, context).includes("demand");
}

/** Known weights by text, because a sentence is weighed for several questions. */
const weighed = readOnce(() => new Map<string, readonly Weight[]>());

/** The weights of the main clauses of a sentence. */
function weightsOf(text: string, context: ReadContext): readonly Weight[] {
  const known = weighed(context.sentence, context.vocabulary);
  const weights = known.get(text) ?? weigh(text, context);
  known.set(text, weights);
  return weights;
}

/** Whether a field is named after something that people do, such as `comments_disabled`. */
function hasActs({ fields }: Vocabulary): boolean {
  return [...fields.keys()].flatMap(partsOf).some((part) => isAct.test(part));
}

function weigh(text: string, context: ReadContext): readonly Weight[] {
  const { self, sentence, vocabulary } = context;
  const { text: plain, mentions } = markMentions(
    text
      .replaceAll(inAnswer, (whole, name: string) =>
        vocabulary.fields.has(name) ? whole : "are returned",
      )
      .replaceAll(/`([^`]*)`/g, (whole, code: string) =>
        /^\w*$/.test(code) ? whole : /^https?:/.test(code) ? "https" : "code",
      )
      .replaceAll(/https?:\/\/[^\s)]+/g, "https")
      .replaceAll(/\bcalls? for\b/g, "requires")
      .replaceAll(/, which means(?: that)? /g, ", so "),
    context,
  );
  const marked = plain
    .replaceAll(output, "returned")
    .replaceAll(ofActs, (act) => (hasActs(vocabulary) ? act : "people see nothing"));
  const named = (text.match(/\b[A-Z][A-Z_]{2,}\b/g) ?? []).map((name) => name.toLowerCase());
  const own = partsOf(self?.name ?? "");
  const [, holder = ""] = /\/schemas\/(\w+)/.exec(sentence.source.pointer) ?? [];
  const holders = partsOf(holder.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_"));
  const clauses = clausesIn(marked, new Set([...own, ...named]), [...own, ...holders]);
  const hasValues =
    mentions.some(({ kind }) => kind === "C") ||
    /\b[A-Z]{3,}\b|\bth(?:is|ese) (?:values?|levels?|types?)\b/.test(text) ||
    !!sentence.heading;
  const dated = marked.replaceAll(/<F(\d+)>/g, (mark, at: string) => {
    const mention = mentions[Number(at)];
    return mention?.kind === "F" && isOfDay.test(mention.field.name) ? "date" : mark;
  });
  // Statements about dates, formats, missing data and refusals are left to other readers, whichever
  // clause makes them.
  const isForReaders =
    (ofDates.test(dated) && !ofFreshness.test(marked)) ||
    (hasValues && (ofNoData.test(marked) || comesBackEmpty.test(marked))) ||
    /\byyyy\b/.test(marked) ||
    // "…; at most 100": such a limit on the value belongs to no clause.
    fragmentsOf(marked).some(
      (words) => hasLimit.test(words) || quantity.test(words) || countsParts.test(words),
    ) ||
    clauses.some(
      ({ text: words, isSubordinate, subject }) =>
        isSubordinate && judging.test(words) && !/^(?:world|person)$/.test(subject),
    );
  if (isForReaders) return ["request"];
  // "And `a` must be `B`".
  const isSet = (words: string): boolean =>
    mentions.some(
      (mention, index) =>
        mention.kind === "C" && mention.group.isDemanded && words.includes(`<C${index}>`),
    );
  const isForeign = namesOther(
    text.replaceAll(inAnswer, (whole, name: string) => (vocabulary.fields.has(name) ? whole : "")),
    context,
  );
  const isOnly = clauses.every(({ isSubordinate }) => isSubordinate);
  const surroundings: Surroundings = {
    isForeign,
    isOfOthers: mentions.some((mention) => mention.kind === "C" && mention.group.field !== self),
    isBounded: clauses.some(
      ({ text: words, isSubordinate }) =>
        isSubordinate && /^(?:(?:but|and|or) )?(?:unless|only)\b/.test(words),
    ),
    isElsewhere:
      inOutput.test(marked) || mended.test(marked) || (!isForeign && clauses.some(isState)),
    isForPurpose: clauses.some(({ text: words }) => isPurpose(words)),
  };
  return clauses
    .filter(({ isSubordinate }) => isOnly || !isSubordinate)
    .map((clause) => (isSet(clause.text) ? "request" : weightOf(clause, surroundings)));
}

const partsOf = (name: string): readonly string[] =>
  name.toLowerCase().split("_").filter(Boolean).map(stemOf);

/** Whether `text` contains the name of another field, in backticks or with an underscore. */
function namesOther(text: string, { self, vocabulary }: ReadContext): boolean {
  return [...text.matchAll(/`([A-Za-z]\w*)`|\b([a-z]+(?:_[a-z0-9]+)+)\b/g)].some(
    ([, code, name = code ?? ""]) =>
      !["null", "true", "false", self?.name].includes(name) &&
      (!/^[A-Z]/.test(name) || vocabulary.fields.has(name)),
  );
}

/**
 * Splits a sentence into clauses. A clause without a subject gets the subject of the main clause
 * before it.
 */
function clausesIn(
  marked: string,
  own: ReadonlySet<string>,
  owners: readonly string[],
): readonly Clause[] {
  const isOf = (noun: string): boolean =>
    owners.some((word) => word === noun || (word.length > 4 && noun.startsWith(word)));
  let before: Subject = "none";
  return piecesOf(` ${marked.trim()} `).map((text) => {
    const isSubordinate = beginsSubordinate.test(text);
    const found = subjectOf(text, own);
    const isOfThing = /^(?:maker|you|person)$/.test(before) && pronoun.test(text);
    const subject = found !== "none" ? found : isOfThing ? "sent" : before;
    if (!isSubordinate && hasVerb(text)) before = /\bare returned\b/.test(text) ? "world" : subject;
    const [head = ""] = text.split(predicate);
    return {
      text,
      subject,
      isSubordinate,
      isOwn: head
        .split(/[^a-z]+/)
        .map(stemOf)
        .some(isOf),
    };
  });
}

/** "So it must …": such a subject is never people, you or us. */
const pronoun = /^(?:(?:so|and|but|hence|therefore) )*(?:it|this|these) /;

/** Where the subject of a clause ends. */
const predicate =
  / (?=(?:is|are|be|has|have|can|may|must|should|cannot|takes?|lies?|falls?|offers?|holds?|of)\b)/;

/** How the API corrects an unexpected value: "so the rest is filled up". */
const mended =
  /[,;:] (?:so|otherwise|else|or(?: else)?)\b[^,;]* (?:is|are|will be|gets?) (?:padded|filled up|rounded|extended|completed|cut|trimmed|shortened|dropped|moved|adjusted|corrected)\b/;

/** "If the token has expired": a condition that cannot be seen in a request. */
function isState({ text, subject, isSubordinate }: Clause): boolean {
  return (
    isSubordinate &&
    (/^(?:world|person|entity|maker)$/.test(subject) || /^(?:once|after|as soon as) /.test(text)) &&
    happening.test(text) &&
    !sending.test(text) &&
    !/<[FC]\d+>/.test(text)
  );
}

/** Whether a clause without a verb for sending states a fact. */
function isFact({ text, subject }: Clause): boolean {
  const verb = indicative.exec(text);
  return (
    verb !== null &&
    (/^(?:sent|entity|other)$/.test(subject) ||
      /^(?:(?:so|and|but) )?(?:it|they|this|these)\b/.test(text)) &&
    !modal.test(text) &&
    !/^(?:do not|never|only)\b|<[CNDT]\d+>/.test(text) &&
    !command.test(text) &&
    !/<F\d+>/.test(text.slice(verb.index)) &&
    !bounds.test(text)
  );
}

const isBounding = (text: string): boolean => bounds.test(text) || boundsNumber.test(text);

/** Facts about the whole sentence that affect the weight of its clauses. */
interface Surroundings {
  /** Whether the sentence names another field. */
  readonly isForeign: boolean;
  /** Whether the sentence contains a value of another field. */
  readonly isOfOthers: boolean;
  /** Whether a subordinate clause begins with "unless" or "only". */
  readonly isBounded: boolean;
  /** Whether the sentence is about the response, or about something not visible in a request. */
  readonly isElsewhere: boolean;
  /** Whether the sentence says how to achieve something outside the request. */
  readonly isForPurpose: boolean;
}

const isPurpose = (words: string): boolean =>
  beginsPurpose.test(words) && !sending.test(words) && !/<[FC]\d+>/.test(words);

function weightOf(whole: Clause, around: Surroundings): Weight {
  const { subject } = whole;
  const text = whole.text.replaceAll(relatives, " ");
  const clause = { ...whole, text };
  const isJudged = judging.test(text);
  const isMeasure = isMeasured(clause) && !free.test(text) && !isPast(text);
  if (isMeasure) return "demand";
  if (/<c\d+>/i.test(text) && /\b(?:nothing else|no others?)\b/.test(text)) return "request";
  if (!around.isForeign && ofRelations.test(text)) return "world";
  const isRequest = around.isForeign || refusing.test(text);
  if (!isRequest && perhaps.test(text)) return "world";
  if (!isRequest && (byOthers.test(text) || (later.test(text) && !sending.test(text))))
    return "world";
  if (free.test(text) || (isPast(text) && !isJudged)) return "world";
  if (around.isBounded && around.isOfOthers) return "request";
  const isWorldly = /^(?:world|person|maker|deed)$/.test(subject);
  const sends = sending.test(text);
  const happens = happening.test(text);
  const counts = countsParts.test(text) && !happens && !isWorldly;
  const isForced =
    demanding.test(text) || (around.isOfOthers && impossible.test(text)) || around.isBounded;
  if (!isForced && !isJudged && !counts) {
    if (/^(?:each|every|all) /.test(text) && sends && ofForm.test(text)) return "request";
    if (around.isForeign && sends) return isWorldly ? "nothing" : "request";
    return isWorldly || text !== whole.text || (happens && !sends) ? "world" : "nothing";
  }
  const isPlainly = governs.test(text) || (compares.test(text) && !isWorldly);
  if (isPlainly) return "demand";
  if (!mayOblige(clause, around)) return "world";
  if (around.isForeign && lacks.test(text) && !isWorldly) return "demand";
  const isRefused = refusing.test(text);
  const isOfValue =
    sends || isRefused || counts || around.isForeign || ofForm.test(text) || bounds.test(text);
  const isPlain =
    (compelling.test(text) ||
      counts ||
      (isRefused && !/\bnot (?!understood|recogni[sz]ed)/.test(text))) &&
    (isOfValue || (passive.test(text) && !happens) || !hasVerb(text));
  return isPlain && (!isWorldly || subject === "deed") ? "demand" : "request";
}

/** "The price must be given": a demand on what is sent, whatever its name. */
const mustBeSent =
  /\b(?:must|cannot|may not|shall|should) (?:not |never |always |also |only )*be (?:sent|given|provided|specified|supplied|passed(?! (?:through|on)\b)|entered|submitted|omitted|left (?:out(?! of)|empty|blank))\b/;

/** Whether a clause that contains a demand may constrain a request. */
function mayOblige(clause: Clause, around: Surroundings): boolean {
  const { text, subject } = clause;
  const { isForeign, isOfOthers, isElsewhere, isForPurpose } = around;
  const sends = sending.test(text);
  const isRefused = refusing.test(text);
  const isOfForm = ofForm.test(text);
  switch (subject) {
    case "world":
      return (
        isRefused ||
        boundsNumber.test(text) ||
        (/\bservers?\b/.test(text) && makerJudges.test(text)) ||
        mustBeSent.test(text) ||
        (sends && isOfForm) ||
        (isForeign && (sends || modal.test(text) || judging.test(text))) ||
        (isOfOthers && impossible.test(text)) ||
        (bounds.test(text) && !hasVerb(text))
      );
    case "person":
      return (isRefused && !ofDeeds.test(text)) || (sends && (isForeign || isOfForm));
    case "maker":
      return isRefused || makerJudges.test(text);
    case "other":
      if (isRefused || sends || isForeign || isOfOthers || isOfForm || judging.test(text))
        return true;
      return (isBounding(text) || ofAvailability.test(text)) && !happening.test(text);
    case "deed":
      return isForeign || isOfOthers || judging.test(text);
    case "you":
      return sends || isForeign || judging.test(text) || !happening.test(text);
    default:
      if (isElsewhere) return isForeign || isRefused;
      if (states.test(text) && !isForeign && !isOfOthers && !isRefused) return false;
      if (isForPurpose && !isBounding(text)) return isForeign || isRefused || isOfForm || sends;
      if (sends || isForeign || isOfOthers || isOfForm || judging.test(text)) return true;
      return !happening.test(text) && !isFact(clause);
  }
}

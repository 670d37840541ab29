import { demandsOfRequest, isOfOwnValue } from "./concern.js";
import type { Label } from "./informational.js";
import { bindingWordIn, foreignMentionIn } from "./informational.js";
import { readSentence } from "./read-sentence.js";
import { withoutRemarks } from "./subject.js";
import type { Tokens } from "./tokens.js";
import type { Field, ReadContext } from "./vocabulary.js";

/**
 * How a sentence without a rule is classified. `bindingWord` is set if the sentence may state a
 * requirement, and is the word that suggests it. `label` is set if the sentence is harmless.
 */
export type Binding =
  | { readonly bindingWord: string }
  | { readonly label: Label; readonly remark?: string };

/** Things that only the API knows about: permissions, existing objects, enabled features. */
const serverThing =
  "(?:tokens?|users?|owners?|admins?|administrators?|apps?|accounts?|merchants?|advertisers?|agenc(?:y|ies)|partners?|boards?|catalogs?|feeds?|pins?|ads?|campaigns?|entit(?:y|ies)|events?|tags?|templates?|items?|products?|files?|member(?:s|ship)?)";
const serverTopics: readonly RegExp[] = [
  new RegExp(`\\b${serverThing}(?: \\w+){0,4}? (?:must|can only|needs?)\\b`, "i"),
  /\b(?:allow-?listed|white-?listed|beta|permissions?|roles?|account manager|partner manager|account team|business access|invited|eligible|enabled for|OWNER|sign(?:ed)? up|contact(?:ing)? (?:us|your)|billing|terms of|agreement|consent|legal)\b/i,
  /\bper (?:catalog|account|advertiser|user|app|token|minute|second|hour|day|merchant|feed|organization|business)\b|\bfor each (?:catalog|account|advertiser|user|app|feed|merchant)\b/i,
];
/** A condition on the caller, which a request does not show. */
const aboutCaller =
  /\bif (?:your \w+(?: \w+)?|the (?:advertiser|merchant|account|app|catalog|user)(?:'s \w+)?) (?:was|were|has|have|is|are|does|do|did|receives?|owns?|belongs?)\b|\bif you (?:receive|own|belong|are an?|are in|are part|have access|have an?|do not have)\b/i;
const userInterface =
  /\b(?:ads manager|reporting tool|dashboard|user interface|the UI|website|in the app|business hub)\b/i;
const processing =
  /\b(?:expir\w*|valid for|ready|finish\w*|takes?|links?|urls?|tokens?|downloads?|processed|processing|kept|deleted|available for download|response time)\b/i;
const announced =
  /\b(?:will (?:end|be removed|be deprecated|be retired|become|stop|change)|is deprecated|are deprecated|deprecat\w+|sunset\w*|later this year|over time|we(?:'ll| will| no longer| have| are| plan| recommend)|pinterest (?:no longer|will|has))\b/i;
/** Examples, and remarks that a number may change. */
const aside = /^(?:for )?example:|\b(?:preliminary|may (?:still )?change)\b/i;
/** Statements about the response: its rows, its results, and what they describe. */
const returned =
  /^(?:(?:the |all |only |a |an |each |every |no )?(?:archived |deleted |unknown |paused |empty |several |other )?(?:rows?|results?|columns?|names?|values?|entries|items|pins?|campaigns?|ads|ad groups|products?|product groups|conversions|clicks|views|events|purchases|metrics|figures|numbers|data|ids?|lifetime metrics|filters?)\b)(?!.*\b(?:start|end)[ _]date).*\b(?:appears?|dropped|left out|merged|included|listed|reported|returned|counted|shown|show up|refreshed|updated|add up|arrive|kept|satisfy|match|joined|combined with and|ignored|belong)\b/i;
/** Words for the rejection of a request. */
const rejection =
  /\b(?:reject\w*|refus\w*|error|fails?|400|invalid|(?:must|can|may|could|should) not|cannot|not (?:allowed|supported|permitted|accepted|possible|available|valid)|unsupported|forbidden|prohibited|required|requires|mandatory)\b/i;
/**
 * Matches the label of a description of part of a field. Such a description can name fields that we
 * do not know.
 */
const withinField = /^(?:body|query):?[^#]*[.[]/;
/** Words with which a description of part of a field states a requirement. */
const demandsWithin =
  /\b(?:must|shall|has to|have to|may not|cannot|needs?|requires?|required|at (?:most|least)|no (?:more|less|fewer) than|up to|max\w*|min\w*|exceed\w*|exclude|mutually|neither|either|or not at all|exactly|not (?:allowed|supported|accepted|permitted|valid|possible|available)|only|solely|exclusively|mandatory|one of|do not|never|whenever|illegal|forbidden|prohibited|invalid|make sure|ensure|between \S*\d|supports? the following|(?:expected|accepted|allowed|supported) formats?|\d[\d,]*[- ](?:\w+ )?limit|limit(?:ed to| of| is|:)? ?\d)\b|\b\d+ ?(?:-|\u2013|to) ?\d+\b|\b(?:error|rejected|refused|fails)\b/i;
/** Words with which a field's description lists its values or describes their form. */
export const listsValues: RegExp =
  /\b(?:valid|allowed|possible|accepted|permitted|supported|recogni[sz]ed) (?:options|values|choices|range|[a-z_]+s:? (?:are|is|includes?)\b)s?|\b(?:from|between) -?\d[\d.,]* (?:to|and) -?\d|-?\d[\d.,]* (?:\([a-z ]+\) )?(?:through|up to) -?\d|^\W*(?:only )?(?:valid|allowed|possible|accepted|permitted|supported) (?:is|are)\b(?=.*[\d`"'])|\bvalues?(?: are|:) (?:["'`[]|\w+, )|\b(?:nothing else|and no others?)\W*$|\bexactly (?:\d|one|two|three|four|five)\b|\b(?:any )?other values? (?:fails?|is|are|will)\b|\bfollowed by (?:[\w-]+ ){0,3}(?:digits?|letters?|characters?|numbers?)\b|\b(?:written|formatted|expressed) as\b|\b\d+ (?:to|-|\u2013) \d+ [a-z]/i;
const ofResponse =
  /\b(?:rows?|lines?|results?|records?|items?|bytes|KB|MB|GB|megabytes|requests|calls|queries|pages?|entries) ?/i;
/** "…; other requests fail": a demand, whatever the amounts before it are about. */
const OTHERS_FAIL = /[;,] (?:and )?(?:all |any )?other [^;,\d]*\b(?:rejected|refused|fails?)\b/i;
/** An example at the end, which demands nothing: "for example `[1, 5]` for people from 1 to 5". */
const EXAMPLE =
  /(?:,| \() ?(?:for (?:example|instance)|e\.g\.),? (?=["'`[])(?!.*\b(?:must|cannot|not|only|never|requires?d?|needs?|at (?:most|least)|up to|max\w*|min\w*|exceed\w*|limit\w*)\b)[^;]*$/i;
/** "Other values lead to an error": what follows from the sentence before. */
const OPENS_REST = /^\W*(?:(?:all|any) )?others?\b/i;
const pastTense = /\b(?:was|were|had been)\b/i;

/**
 * Classifies the sentence of `context`, which must have yielded no rule.
 *
 * If the sentence may still constrain a request, returns `bindingWord`, the word or name that
 * suggests this. The word is "demand" if no single word suggests it. Otherwise returns `label`,
 * which says why the sentence constrains no request. The label is "schema-implied" only if the
 * field's schema states all amounts in the sentence and the sentence names no other field.
 */
export function bindingOf(context: ReadContext): Binding {
  const { sentence, self, vocabulary } = context;
  const { source } = sentence;
  const text = sentence.text.replace(EXAMPLE, "");
  const known = bindingWordIn(text, context) ?? listsValues.exec(text)?.[0] ?? null;
  const isRest = OPENS_REST.test(text);
  const bindingWord = known ?? (!isRest && demandsOfRequest(text, context) ? "demand" : null);
  if (bindingWord === null) return { label: "informational" };
  const { tokens } = readSentence(sentence, vocabulary);
  const features = new SentenceFeatures(tokens);
  const foreign = foreignMentionIn(text, context);
  if (source.isAside === true)
    return foreign !== null && features.isStrong
      ? { bindingWord: foreign }
      : { label: "informational" };
  const foreignTokens = tokens.filter(
    (token) => /^(?:F|V|A|NA|PREFIX|SUFFIX|ABOUT):/.test(token) && !isOwn(token, self),
  );
  const names = foreignTokens.length > 0 || foreign !== null;
  if (aboutCaller.test(withoutRemarks(text))) return { label: "server-side" };
  if (demandsOfRequest(text, context)) return { bindingWord };
  const isRefusal = rejection.test(text);
  if (
    (demandsWithin.test(text) || listsValues.test(text)) &&
    withinField.test(source.label) &&
    !pastTense.test(text)
  )
    return { bindingWord };
  if (self && listsValues.test(text) && !listsAll(text, features, self)) return { bindingWord };
  if (!isRefusal && aside.test(text)) return { label: "informational" };
  if (
    !isRefusal &&
    foreignTokens.length === 0 &&
    foreign === null &&
    returned.test(text) &&
    !features.isAboutDates
  )
    return { label: "informational" };
  if (foreign === null && features.isAssumption) return { label: "informational" };
  if (self && /(?:^|_)date$/.test(self.name) && /\bFORMAT\b/.test(features.row))
    return { bindingWord };
  if (
    self &&
    /(?<![\d-])\d{1,4} ?(?:-|to|and) ?\d{1,4}(?![\d-])/.test(text) &&
    boundsOf(features, self) !== true
  )
    return { bindingWord };
  const schema = self ? boundsOf(features, self) : null;
  if (schema !== null && !names) return schema ? { label: "schema-implied" } : { bindingWord };
  if (
    foreign === null &&
    features.spans.length === 0 &&
    serverTopics.some((topic) => topic.test(text))
  )
    return (names || isOfOwnValue(text, self)) &&
      features.isStrong &&
      !/\b(?:tokens?|roles?|users?|per \w+)\b/i.test(text)
      ? { bindingWord }
      : { label: "server-side" };
  if (foreign === null && userInterface.test(text)) return { label: "informational" };
  if (
    !names &&
    features.numbers.length > 0 &&
    features.spans.length === 0 &&
    ofResponse.test(text) &&
    !OTHERS_FAIL.test(text) &&
    (self === null || !self.isList)
  )
    return { label: "server-side" };
  if (
    foreign === null &&
    (features.hours.length > 0 || features.spans.length > 0) &&
    processing.test(text) &&
    !features.isAboutDates
  )
    return { label: "server-side" };
  if (
    (foreign === null || /\bwill end\b|\bdeprecated\b/i.test(text)) &&
    announced.test(text) &&
    !features.isAboutDates
  )
    return { label: "informational" };
  if (!names && features.spans.length > 0 && pastTense.test(text) && !features.isStrong)
    return { label: "informational" };
  const permits = foreignTokens.length > 0 && /\b(?:FINE|PUT|NEG|NOTALL)\b/.test(features.row);
  if (
    foreign === null &&
    !features.isStrong &&
    !features.isBounding &&
    !permits &&
    !(source.field !== null && features.isComparing)
  )
    return { label: "informational" };
  // If an operation's description requires something of objects in its body, it names their fields.
  const isOfBody =
    source.label.startsWith("op.") &&
    /\b(?:must|mandatory|requires?|only (?:\w+ ){0,2}?(?:if|when|with)|cannot|may not)\b/i.test(
      text,
    ) &&
    /\b(?!user_account|ad_account)[a-z]+(?:_[a-z]+)+\b/.test(text);
  if (
    !names &&
    !isOfBody &&
    !features.isBounding &&
    features.spans.length === 0 &&
    source.field === null &&
    !features.pointsBack &&
    features.numbers.length === 0
  )
    return { label: "informational" };
  return { bindingWord };
}

/**
 * Whether a token names the described field or one of its values. False if no field is described.
 */
function isOwn(token: string, self: Field | null): boolean {
  if (!self) return false;
  const word = token.slice(token.indexOf(":") + 1);
  return token.startsWith("F:")
    ? word === self.name
    : self.values.some(
        (value) =>
          String(value) === word || (token.startsWith("PREFIX") && String(value).startsWith(word)),
      );
}

/** Features of a sentence's tokens that show whether it states a requirement. */
class SentenceFeatures {
  readonly spans: Tokens;
  readonly hours: Tokens;
  readonly numbers: Tokens;
  readonly row: string;
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.row = tokens.map((token) => token.split(":")[0]).join(" ");
    this.spans = tokens.filter((token) =>
      /^(?:D:[\d.]+:(?:day|week|month|year)|DATE:)/.test(token),
    );
    this.hours = tokens.filter((token) => /^D:[\d.]+:(?:hour|minute)/.test(token));
    this.numbers = tokens.filter((token) => token.startsWith("N:"));
  }

  /** Whether the sentence commands, forbids or restricts something. */
  get isStrong(): boolean {
    if (
      /\b(?:MUST|BAD|DROP|IGN|LIMITED|UNLESS|OTHERTHAN|MUTEX|NOTBEFORE|TILL|FUTURE|NOTAPPLY|SAME|NODATA|YMD|ANYOF|ENDING|SUFFIX|PREFIX)\b/.test(
        this.row,
      )
    )
      return true;
    if (/\bNEED(?:ED)?\b/.test(this.row)) return true;
    if (/\bNEG(?: \w+)? (?:CAN|FINE|PUT|GET|TOGETHER|MUST|IS)\b|\bNEG$/.test(this.row)) return true;
    return (
      /\bONLY\b/.test(this.row) &&
      /\b(?:FINE|PUT|CAN|GET|MUST|IF|WITH|A|TOGETHER|FIELDN|THIS)\b/.test(this.row)
    );
  }

  /** Whether the sentence limits an amount or a date. */
  get isBounding(): boolean {
    const amounts = this.spans.length > 0 || this.numbers.length > 0 || this.hours.length > 0;
    return (
      amounts &&
      (this.spans.length > 0 ||
        /\b(?:LE|GE|GT|LT|MAX|MIN|LIMITED|OLDER|LAST|SINCE)\b/.test(this.row))
    );
  }

  /** Whether the sentence refers to the text before it. */
  get pointsBack(): boolean {
    return /\b(?:THENCE|THEFORMER|THELATTER|THESE|SAME|OTHERS|OTHERWISE|THELIMIT|NODATA)\b/.test(
      this.row,
    );
  }

  /** Whether the sentence states a default: "If none is given, all are taken". */
  get isAssumption(): boolean {
    const words = this.row.split(" ");
    const comma = words.indexOf("COMMA");
    const consequence = new SentenceFeatures(this.#tokens.slice(comma + 1));
    return (
      comma > 0 &&
      /^IF (?:(?:THIS|F|NEG|IS|ALL|REPORT) )*(?:PUT|DROP)(?: F)?$/.test(
        words.slice(0, comma).join(" "),
      ) &&
      !consequence.isStrong &&
      consequence.spans.length === 0
    );
  }

  get namesDates(): boolean {
    return this.#tokens.some((token) => /^F:(?:start|end)_date$/.test(token));
  }

  get isAboutDates(): boolean {
    return (
      this.#tokens.some((token) => /^F:(?:start|end)_date$/.test(token)) ||
      (/\b(?:RANGE|AGO|OLDER|SINCE|LAST)\b/.test(this.row) &&
        /\b(?:LE|GE|GT|LT|MAX|MIN|LIMITED|OLDER)\b/.test(this.row))
    );
  }

  /** Whether the sentence compares anything. */
  get isComparing(): boolean {
    return (
      /\b(?:LE|GE|GT|LT|MAX|MIN|OLDER|LAST|SINCE|TILL)\b/.test(this.row) &&
      /\b(?:MUST|CAN|NEG|AGO|AFTER|RANGE|LE|GE)\b/.test(this.row)
    );
  }
}

/**
 * Whether the sentence's amounts include every value of the field. If the field has at most two
 * values, whether its schema states all the amounts.
 */
function listsAll(text: string, features: SentenceFeatures, self: Field): boolean {
  const amounts = text.match(/\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  return self.values.length > 2
    ? self.values.every((value) => amounts.includes(Number(value)))
    : boundsOf(features, self) === true;
}

/**
 * Whether the field's schema states all amounts in a sentence of the field's own description.
 *
 * Null if the sentence mentions dates or has no amounts, or if the field cannot have bounds. Also
 * null if an amount differs from the schema but the sentence states no requirement.
 */
function boundsOf(features: SentenceFeatures, self: Field): boolean | null {
  const amounts = [...features.numbers, ...features.spans].map((token) =>
    Number(token.split(":")[1]),
  );
  if (
    amounts.length === 0 ||
    !amounts.every((amount) => Number.isFinite(amount)) ||
    features.namesDates
  )
    return null;
  const { facts } = self;
  const numbers = self.values.filter((value): value is number => typeof value === "number");
  if (!self.isList && !/^(?:integer|number)$/.test(String(facts.type)) && numbers.length === 0)
    return null;
  const stated = new Set<unknown>([
    facts.minItems,
    facts.maxItems,
    facts.minimum,
    facts.maximum,
    facts.default,
    ...numbers,
  ]);
  if (!features.isBounding && !features.isStrong)
    return amounts.every((amount) => stated.has(amount)) ? true : null;
  return amounts.every((amount) => stated.has(amount));
}

import { type Field, type Groups, isOwnValue, type ReadContext } from "./vocabulary.js";

/**
 * Words with which sentences state requirements. A sentence that contains one must be accounted
 * for; otherwise it is a problem.
 */
const BINDING_WORDS: readonly RegExp[] = [
  /\b(?:must|shall|should|cannot|need(?:s|ed)?|requires?|required|mandatory|have to|has to|ought|make sure|be sure|ensure)\b/i,
  /\b(?:not|no|never|none|neither|nor|without|except|unless|exclud\w*|unsupported|invalid|prohibited|forbidden)\b/i,
  /\b(?:only|exclusive\w*|at least|at most|max|min|maximum|minimum|limit\w*|up to|more than|less than|fewer|exceed\w*|restrict\w*)\b/i,
  /\b(?:returns?|gets?|gives?|causes?) (?:an? )?4(?:00|22)\b|\b(?:is|are) an error\b/i,
  /\b(?:compulsory|obligatory|nothing (?:else|but)|alone|is the (?:lowest|highest|smallest|largest|longest|shortest)|anything (?:else|but|other)|at the (?:very )?(?:most|least|longest|shortest|latest|earliest)|(?:lowest|highest|smallest|largest|longest|shortest)\b.*\bis\b|rul(?:es?|ed|ing) out|avoid|duplicates?|denied|takes? the form|(?:may|can) (?:hold|have|contain|carry|run to|be) \w+ (?:characters?|letters?|digits?|entries|elements|items|values))\b/i,
  /\b(?:before|after|earlier|later|older|newer|back from|in advance)\b/i,
  /\b(?:either|both|together|mutually|one of|combin\w+ with|conflicts?|instead of)\b/i,
  /\b(?:if|when|whenever|provided that|in case)\b/i,
  /\b(?:allowed|permitted|supported|supports?|accepted|accepts?|available|unavailable|ignor\w+|rejected|non-empty|(?:ending|starting|beginning) (?:in|with))\b/i,
  /\b(?:defaults?|formatted|YYYY)\b|\bformat:|\bformats? is\b/i,
  /\b(?:hourly|daily|weekly|monthly|level) reports?\b/i,
  /\b(?:solely|in conjunction|alongside|depends?|dependent|conditional|as long as|rather than|other than|apart from|until|beyond|prior to|ago|future|disallow\w*|refus\w*|ban(?:s|ned)?|incompatible|reserved|between|greater|smaller|larger|longer|shorter|equals?)\b/i,
  /\b\d+(?:\.\d+)?[ -](?:hour|day|week|month|year|item|value|id|character|quer|request|row|column)\w*\b/i,
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|\w+teen|\w+ty|hundred|thousand|full|whole|calendar)[ -](?:hour|day|week|month|year)s?\b/i,
  /\ba (?:week|month|quarter|year)\b/i,
  /\b\d+\s*[-\u2013]\s*\d+\b|\bapply \d+/i,
];

/**
 * Returns a word or phrase in `text` that may state a requirement, as written there. Words such as
 * "must" take precedence, so it need not be the first one in the text. If there is none, returns
 * the name of another field, or a value of one (see `foreignMentionIn`). Null if there is neither.
 */
export function bindingWordIn(text: string, context: ReadContext): string | null {
  for (const bindingWord of BINDING_WORDS) {
    const match = bindingWord.exec(text);
    if (match) return match[0];
  }
  return foreignMentionIn(text, context);
}

const mentions = new WeakMap<Field, RegExp>();

/** A cached regular expression that matches text in which the field is mentioned. */
function mentionOf(field: Field): RegExp {
  const known = mentions.get(field);
  if (known !== undefined) return known;
  const { name, isList } = field;
  // Escaped, because a description can use any name for a field.
  const escaped = name.replaceAll(/[^\w]/g, "\\$&");
  const literal = isList ? escaped.replace(/s$/, "s?") : escaped;
  const mention = new RegExp(
    name.includes("_")
      ? `\\b${literal}\\b`
      : `\`${literal}\`|(?:^|[.,;:(] ?|\\b(?:if|when|whenever|where|and|or|unless) (?:the )?)${literal} (?:is|=|equals)\\b`,
  );
  mentions.set(field, mention);
  return mention;
}

/**
 * The name of another field, or a value of another field, that `text` mentions.
 *
 * Names of fields other than `self` take precedence, in the order of the vocabulary. If there are
 * none, the result is the first word in capitals that is a value of another field but not of
 * `self`. Null if there is neither. Fields whose name is a value of `self` do not count, nor do
 * their values. A name without an underscore may be a common word, so it must be in backticks or in
 * a condition such as "if level is". Values must have at least three characters.
 */
export function foreignMentionIn(text: string, { self, vocabulary }: ReadContext): string | null {
  const otherFields = [...vocabulary.fields.values()].filter(
    ({ name }) => name !== self?.name && !isOwnValue(name, self),
  );
  const named = otherFields.find((field) => mentionOf(field).test(text));
  if (named) return named.name;
  const words = new Set(text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g) ?? []);
  const isOwn = (word: string): boolean => self?.values.includes(word) ?? false;
  return (
    [...words].find(
      (word) =>
        word.length > 2 && !isOwn(word) && otherFields.some(({ values }) => values.includes(word)),
    ) ?? null
  );
}

/**
 * The result of comparing a sentence with the schema.
 *
 * - `same`: the schema states the same thing.
 * - `different`: the schema states something else.
 * - `silent`: the schema states nothing about it.
 * - `unknown`: a decision is needed.
 */
export type Finding =
  | { readonly outcome: "same" | "silent" }
  | { readonly outcome: "different"; readonly remark: string }
  | { readonly outcome: "unknown"; readonly remark?: string };

const same: Finding = { outcome: "same" };
const silent: Finding = { outcome: "silent" };
const unknown: Finding = { outcome: "unknown" };

/**
 * Compares `value` with the default of the described field. `value` comes from words such as
 * "default is all" or "defaults to 30".
 *
 * Ignores case. The outcome is `same`, or `different` with a remark. It is `silent` if no field is
 * described or the schema states no default.
 */
function compareDefaultOrAll({ value = "" }: Groups, { self }: ReadContext): Finding {
  const stated = self ? self.facts.default : undefined;
  if (stated === undefined) return silent;
  if (String(stated).toLowerCase() === value.toLowerCase()) return same;
  return {
    outcome: "different",
    remark: `the default of ${self?.name} is ${value} in the prose, but ${JSON.stringify(stated)} in the schema`,
  };
}

/**
 * Compares `value` in "Default is [A, B]" with the default of the described field.
 *
 * The outcome is `same` if the default is a list of these values in this order, and otherwise
 * `different` with a remark. It is `silent` if no field is described or the schema states no
 * default.
 */
function compareListDefault({ value = "" }: Groups, { self }: ReadContext): Finding {
  const stated = self ? self.facts.default : undefined;
  if (stated === undefined) return silent;
  const statedValues = value.split(",").map((item) => item.replaceAll(/['"\s]/g, ""));
  if (Array.isArray(stated) && stated.map(String).join() === statedValues.join()) return same;
  return {
    outcome: "different",
    remark: `the default of ${self?.name} is ${statedValues.join(", ")} in the prose, but ${JSON.stringify(stated)} in the schema`,
  };
}

/**
 * Checks whether a value that the text explains exists, as in "HOUR - counted by the hour".
 *
 * The outcome is `different` if the field lists values, but not this one. Otherwise it is `silent`,
 * even if there is no field or the field lists no values.
 */
function checkGlossedValue({ value = "" }: Groups, { self }: ReadContext): Finding {
  if (!self || self.values.length === 0 || self.values.includes(value)) return silent;
  return {
    outcome: "different",
    remark: `the prose explains ${value}, which is not a valid value for ${self.name}`,
  };
}

/**
 * Checks a sentence that says what omitting the field means, without naming a default. The outcome
 * is `same` if the schema has a default, and `silent` otherwise.
 */
function checkAbsence(_: Groups, { self }: ReadContext): Finding {
  return self && self.facts.default !== undefined ? same : silent;
}

/**
 * Compares "Max is 50" with the schema's `maximum`, or `maxItems` for lists.
 *
 * The outcome is `same` if the schema states the limit, and `unknown` otherwise, so that no limit
 * is lost. If the schema states a different limit, the result includes a remark. `what` is the noun
 * that is counted; the limit then belongs to the field `<noun>_ids`. Without `what`, the limit
 * belongs to the described field.
 */
function compareBound({ what, most = "" }: Groups, { self, vocabulary }: ReadContext): Finding {
  const named =
    what === undefined
      ? self
      : vocabulary.fields.get(`${what.toLowerCase().replace(/s$/, "")}_ids`);
  const stated =
    named &&
    (named.facts[named.isList || what !== undefined ? "maxItems" : "maximum"] ??
      named.facts.maximum);
  if (stated === Number(most)) return same;
  return stated === undefined
    ? unknown
    : {
        outcome: "unknown",
        remark: `the prose limits ${named?.name} to ${most}, but the schema says ${stated}`,
      };
}

/**
 * Checks "Parameters in the JSON body". The outcome is `unknown` if a field of the request is in
 * the query, and `same` otherwise.
 */
function checkTransport(_: Groups, { vocabulary }: ReadContext): Finding {
  return [...vocabulary.fields.values()].some(({ where }) => where === "query") ? unknown : same;
}

/** Classification of a sentence that yielded no rule. */
export type Label = "schema-implied" | "server-side" | "informational";

/** A kind of sentence that contains some of `BINDING_WORDS` but states no rule between fields. */
export interface InformationalPattern {
  readonly name: string;
  readonly label: Label;
  /**
   * Matches the whole sentence. Text captured by a group named `rest…` must contain none of
   * `BINDING_WORDS`.
   */
  readonly test: RegExp;
  /** Compares the statement with the schema. If absent, the label always applies. */
  readonly compare?: (groups: Groups, context: ReadContext) => Finding;
}

/** A capture group for text that must not state a requirement. */
const freeWords = (name: string, characters = String.raw`\w `): string =>
  `(?<rest${name}>[${characters}]+?)`;
const token = "the token(?:'s)? user_account";
const acting = "the operation user_account";

const subject = "(?:(?:the|this|these|an?|all|each|such) )?\\w+(?: \\w+)?";
const names = "(?:the )?\\w+(?:(?: and|,? n?or|,) (?:the )?\\w+)*";
const as = "(?:(?:just )?(?:like|as (?:with|for|in)) \\w+, )?";
/** A unit that another field selects: "the time zone selected with `a`". */
const unit = `the (?:same )?(?:time ?zone|currency|unit|locale|language)(?: (?:(?:that|which) )?(?:(?:is|was) )?(?:selected|chosen|set|given|specified|defined|stated) (?:with|in|by|via|through)| of| as(?: in)?| that) (?:(?:the|your) )?(?:ad )?[a-z]\\w*(?: (?:account|field|parameter|selects|sets|specifies|defines|names))?(?:,? (?:just )?like \\w+)?`;
const give = "(?:give|set|provide|specify|send|pass)";
const given = "(?:given|set|provided|specified|sent|present|included|used|passed)";
/** Filters are not sent: "neither `a` nor `b` is given". */
const unset = [
  `(?:neither|none|no)(?: of)? ${names} (?:is|are) ${given}`,
  `(?:both )?${names} (?:is|are) (?:both )?(?:not ${given}|omitted|missing|absent|left out|unset)`,
  `you (?:do not ${give}|omit|leave out|${give} (?:neither|none)(?: of)?) (?:both )?${names}`,
].join("|");
const outputs = "(?:file|report|export|download|response|result|output)s?";
/** What follows: "orders are not filtered", "the file contains all of them". */
const unfiltered = [
  `${subject} (?:is|are) not (?:filtered|narrowed(?: down)?|restricted)(?: (?:by|to|according to) ${subject}(?: (?:and|or) \\w+)?)?`,
  "no filter(?:s|ing)? (?:is|are) (?:applied|used|set)",
  "(?:nothing|no \\w+) (?:is|are) (?:filtered(?: out)?|excluded|left out)",
  `(?:all|every) ${subject} (?:is|are) (?:included|returned|listed|exported|downloaded|reported)`,
  `(?:the|your) (?:\\w+ )?${outputs} (?:contain|include|cover|return|list)s? (?:everything|(?:all|every) ${subject})`,
].join("|");

function pattern(
  name: string,
  label: Label,
  test: string,
  compare?: InformationalPattern["compare"],
): InformationalPattern {
  const pattern = new RegExp(`^${test}$`, "i");
  return compare ? { name, label, test: pattern, compare } : { name, label, test: pattern };
}

/** Statements that the schema also makes, possibly with a different value. */
const schemaSays: readonly InformationalPattern[] = [
  pattern(
    "default",
    "schema-implied",
    `(?:${freeWords("Of")}, )?(?:the )?default(?:s to| is|:) (?<value>\\w+)(?: days?)?`,
    compareDefaultOrAll,
  ),
  pattern(
    "default",
    "schema-implied",
    "if not (?:specified|provided|given), (?:it )?defaults to (?<value>\\w+)(?: days?)?",
    compareDefaultOrAll,
  ),
  pattern("default", "schema-implied", "default is \\[(?<value>[^\\]]+)\\]", compareListDefault),
  pattern(
    "default",
    "schema-implied",
    `not including this param(?:eter)? means ${freeWords("What")} will not be split`,
    checkAbsence,
  ),
  pattern("bound", "schema-implied", "max(?:imum)? is (?<most>\\d+)", compareBound),
  pattern(
    "bound",
    "schema-implied",
    "the maximum number of (?<what>\\w+) supported in a single request is (?<most>\\d+)",
    compareBound,
  ),
  pattern(
    "transport",
    "schema-implied",
    "(?:note that )?this endpoint (?:requires|expects) (?:the|its) parameters (?:to be passed )?as json[\\w -]* body",
    checkTransport,
  ),
  pattern(
    "transport",
    "schema-implied",
    "this endpoint does not support url query parameters",
    checkTransport,
  ),
  pattern(
    "transport",
    "schema-implied",
    `${freeWords("What")}, encoded as a comma-separated string`,
  ),
];

/** Things that only the API knows about: permissions, existing objects, enabled features. */
const serverKnows: readonly InformationalPattern[] = [
  pattern(
    "role",
    "server-side",
    `${token} must either be the owner of ${freeWords("What")}, or have one of the ${freeWords("How")}: ${freeWords("Roles", "\\w ,")}`,
  ),
  pattern(
    "role",
    "server-side",
    `in order to do this, ${token} must have one of the following ${freeWords("What")}:(?: ${freeWords("Roles", "\\w ,")})?`,
  ),
  pattern("role", "server-side", `by default, ${acting} is ${token}`),
  pattern(
    "role",
    "server-side",
    `optional: business access: specify an ad_account_id (?:\\(${freeWords("How")}\\) )?to use the owner of that ad_account as ${acting}`,
  ),
  pattern(
    "role",
    "server-side",
    `get analytics for ${freeWords("What")} owned by ${acting} - or on a group board ${freeWords("Which")}`,
  ),
  pattern(
    "role",
    "server-side",
    `for pins on ${freeWords("Boards")} boards: ${freeWords("Roles", "\\w ,")}`,
  ),
  pattern(
    "role",
    "server-side",
    `(?:note: )?access to ${freeWords("What")} is restricted to ${freeWords("Whom")}`,
  ),
  pattern("role", "server-side", `if you require access, please ${freeWords("Do")}`),
  pattern("beta", "server-side", "(?:closed beta|open beta|beta|restricted|learn more)"),
  pattern(
    "beta",
    "server-side",
    "(?:this (?:feature|endpoint)|\\[[\\w ,]+\\]) (?:(?:is|are) )?(?:currently )?in beta(?: and (?:is |are )?not (?:yet )?available to all (?:users|apps))?",
  ),
  pattern(
    "rate-limit",
    "server-side",
    `(?:note: )?an additional limit of \\d+ quer\\w+ per \\w+ per \\w+ applies to this endpoint(?: ${freeWords("While", "\\w' ")})?`,
  ),
  pattern("entity-state", "server-side", `for update, only draft campaigns may ${freeWords("Do")}`),
  pattern(
    "entity-state",
    "server-side",
    `you can only update ${freeWords("What")} for draft campaigns`,
  ),
  pattern(
    "entity-state",
    "server-side",
    `if pin was created before [\\d-]+,? ${freeWords("What")} will only be available for ${freeWords("Formats")}`,
  ),
  pattern(
    "entity-state",
    "server-side",
    `(?:lifetime|these) metrics are available for ${freeWords("Formats")} since then`,
  ),
];

/** Events, past states, and meanings. */
const statements: readonly InformationalPattern[] = [
  pattern(
    "deprecation",
    "informational",
    `(?:deprecation notice )?(?:as of [\\w ]+, \\d{4}, )?${freeWords("What")} have changed for the following parameters:`,
  ),
  pattern("deprecation", "informational", "\\[?[\\w ,]+\\]? (?:is|are) deprecated"),
  pattern(
    "deprecation",
    "informational",
    "all other enums (?:remain available as usual|are unchanged)",
  ),
  pattern(
    "deprecation",
    "informational",
    `however, you can still access ${freeWords("What")} (?:through [\\w ,]+|for up to \\d+ weeks after ${freeWords("When")})`,
  ),
  pattern(
    "deprecation",
    "informational",
    "we recommend using \\w+ as an alternative for the (?:latter|former)",
  ),
  pattern(
    "advisory",
    "informational",
    `(?:note: |\\w+: )?the \\w+ enum (?:for this parameter )?no longer provides ${freeWords("Gone")}, but it still returns ${freeWords("Left", "\\w -")}`,
  ),
  pattern(
    "advisory",
    "informational",
    `data will not be provided for ${freeWords("Gone")} but will be available for ${freeWords("Left", "\\w -")}`,
  ),
  pattern(
    "default",
    "informational",
    `if not (?:given|provided|specified), (?:default to )?${freeWords("What")}(?: will be used)?`,
  ),
  pattern(
    "default",
    "informational",
    `the entire day ${freeWords("Is")} if no (?:start|end) hour is provided`,
  ),
  pattern("default", "informational", `(?:if|when) (?:${unset}), (?:then )?(?:${unfiltered})`),
  pattern("default", "informational", `(?:${unfiltered}),? (?:if|when) (?:${unset})`),
  pattern("default", "informational", `without (?:both )?${names},? (?:${unfiltered})`),
  pattern(
    "example",
    "informational",
    "for example, (?:when|with|if) [^.;]+, (?:if [^.;]+, )?(?:the (?:response|report) will (?:have|contain)|all \\w+ fields will be) [^;]+",
  ),
  pattern(
    "example",
    "informational",
    "for the requested [\\w ()]+, the response will include [^;]+",
  ),
  pattern(
    "unit",
    "informational",
    `${as}(?:(?:(?:both )?${names}|${subject}) (?:is|are) )?(?:also |always |then )?(?:(?:interpreted|read|understood|evaluated|measured|counted|applied|expressed|stated|given) in|relative to) ${unit}`,
  ),
  pattern(
    "unit",
    "informational",
    `${as}${subject} (?:refers? to|counts? in|appl(?:y|ies) in) ${unit}`,
  ),
  pattern(
    "unit",
    "informational",
    `(?:how ${subject} (?:is|are) (?:interpreted|evaluated|understood|measured|counted|computed)|whether ${subject} (?:is|are|means|refers to) (?:in )?(?:local time|utc)(?: or (?:in )?[\\w ]+)?) depends on ${names}`,
  ),
  pattern("unit", "informational", "for usd,\\([^;]+\\)\\. it's microdollars"),
  pattern(
    "response",
    "informational",
    "the (?:link|url) is valid for \\w+ minutes?(?: and the report (?:is valid )?for \\w+ hours?)?",
  ),
  pattern("response", "informational", "if a column has no \\w+, it may not be returned"),
  pattern(
    "response",
    "informational",
    `reports in (?:json|csv) will not ${freeWords("Do", "\\w -")}, whereas reports in (?:json|csv) will`,
  ),
  pattern(
    "response",
    "informational",
    `both report formats will omit ${freeWords("What")} equal to 0`,
  ),
  pattern(
    "response",
    "informational",
    `(?:it|this(?: request)?) returns a (?:token|url) ${freeWords("For")} when it is ready`,
  ),
  pattern(
    "response",
    "informational",
    `gets analytics data about ${freeWords("What", "\\w' ")} \\(limited to the top \\d+\\)`,
  ),
  pattern(
    "response",
    "informational",
    `any following requests with ${freeWords("What")} will yield the same report(?: even if ${freeWords("Though")})?`,
  ),
  pattern(
    "response",
    "informational",
    `maximum number of ${freeWords("What")} to include in a single page${freeWords("Of")}`,
  ),
  pattern(
    "response",
    "informational",
    `date will be used as ${freeWords("What")} for json reports that use by_date`,
  ),
  pattern(
    "foreign",
    "informational",
    "if set as one of \\[[\\w ,]+\\] the campaign is considered as [^;]+",
  ),
  pattern(
    "description",
    "informational",
    `(?:determines|specifies|controls) (?:if|whether) ${freeWords("What")} should be ${freeWords("How")}`,
  ),
  pattern(
    "enum-gloss",
    "informational",
    `(?<value>[A-Z][A-Z0-9_]*) - ${freeWords("Means")}`,
    checkGlossedValue,
  ),
  pattern("conflict", "informational", `required ${freeWords("What")} of the b/c/s report`),
];

/**
 * Sentences that state no requirement, grouped by subject. Like the patterns of rules, they match
 * whole sentences.
 */
export const informational: readonly InformationalPattern[] = [
  ...schemaSays,
  ...serverKnows,
  ...statements,
];

// Reads the limits on a field that only its description states, such as "255 characters at most".
// They are added to the schema, so that types, checks and messages treat them like any other limit.

import { below } from "../../runtime/validation/pointer.js";
import { breaks, type Limit } from "../lower/limits.js";
import {
  limitAdder,
  limitedBy,
  type Stated,
  type StatedLimits,
  viewOf,
} from "../lower/stated-limits.js";
import type { Skipped } from "../parse/annotations.js";
import {
  entriesOf,
  getOwn,
  isObject,
  type Json,
  type JsonObject,
  listOf,
  originOf,
} from "../parse/json.js";
import { isAboutWorldOf } from "./concern.js";
import { isAboutOthers, isAdvice } from "./idle.js";
import {
  amountsIn,
  type Described,
  isOfOtherUnits,
  isSibling,
  REQUEST,
  stemOf,
  type ValueKind,
  wordsOf,
} from "./limit-amounts.js";
import { formIn, isSubject, looseFormIn, namedFormatIn } from "./limit-forms.js";
import { knownValuesIn } from "./limit-values.js";
import { inKnownWords, isOnceEach, numbersListedIn, stepIn } from "./limit-words.js";
import { type RequestUse, usesInRequests } from "./request-uses.js";
import {
  BEFORE_DEMAND,
  FIRST_REASON,
  fingerprint,
  isTooLong,
  type LocatedText,
  type Sentence,
  sentencesOf,
} from "./sentences.js";

/** A sentence that states limits on a field, with those limits. */
export interface LimitSentence {
  /** JSON pointer of the description. */
  readonly at: string;
  readonly fingerprint: string;
  readonly text: string;
  readonly limits: StatedLimits;
  /** Whether the limits were added to the schema because of this sentence. */
  readonly isAdded: boolean;
  /** Set if the limits are only proposed. They are added to the schema if they are accepted. */
  readonly proposedFor?: LimitedPlace;
  /** Set if the limits hold in some cases only. They are not proposed, but the sentence is unread. */
  readonly isInCase?: true;
}

/** How rules.yaml identifies a limited field: a parameter, or a property of a schema. */
export interface LimitedPlace {
  /** The schema; null for a parameter. */
  readonly schema: JsonObject | null;
  readonly field: string;
}

/**
 * Adds to a slice's schemas the limits that only their descriptions state.
 *
 * Changes `document`. Returns the sentences that state limits, including limits the schemas already
 * had. Limits that contradict the schema are left out. Descriptions come from the document that the
 * slice was made from. Loosely read limits are only proposed, and are added if `acceptProposed` is
 * set. `skipped` contains the fingerprints of the sentences to skip.
 */
export function addStatedLimits(
  document: JsonObject,
  skipped: Skipped = new Map(),
  acceptProposed = false,
): readonly LimitSentence[] {
  const uses = usesInRequests(document);
  return fieldsIn(document).flatMap((field) =>
    addTo(field, document, { skipped, acceptProposed, uses }),
  );
}

/** A schema, and the nodes whose descriptions are about it. */
interface TextedSchema {
  readonly schema: JsonObject;
  readonly name: string | null;
  /** The name of the schema that has this one as a property, or null. */
  readonly holder: string | null;
  /**
   * The field whose schema this is. Null if it is neither a property's nor a parameter's schema.
   */
  readonly place: LimitedPlace | null;
  readonly nodes: readonly Json[];
  readonly siblings: ReadonlySet<string>;
}

/** The surroundings of a schema, and the parents whose descriptions are also about it. */
interface Place extends Pick<TextedSchema, "holder" | "siblings" | "place"> {
  readonly text: readonly Json[];
}

/** The schemas in a document, with the nodes that may describe them. */
function fieldsIn(document: JsonObject): readonly TextedSchema[] {
  const found: TextedSchema[] = [];
  const seen = new Set<Json>();
  const add = (
    schema: Json | undefined,
    name: string | null,
    { text, holder = null, place = null, siblings = new Set() }: Partial<Place> = {},
  ): void => {
    if (!isObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    found.push({ schema, name, holder, place, siblings, nodes: [...(text ?? []), schema] });
    const { properties, items, additionalProperties } = schema;
    const names = new Set(isObject(properties) ? Object.keys(properties) : []);
    for (const property of names)
      add(getOwn(properties, property), property, {
        holder: name,
        place: { schema, field: property },
        siblings: names,
      });
    for (const inner of [items, additionalProperties]) add(inner, name);
    for (const join of ["allOf", "oneOf", "anyOf"])
      for (const member of listOf(schema[join])) add(member, name, { holder, siblings });
  };
  for (const [name, schema] of Object.entries(
    (getOwn(getOwn(document, "components"), "schemas") ?? {}) as JsonObject,
  ))
    add(schema, name);
  const open: Json[] = [document];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (Array.isArray(node)) open.push(...node);
    if (!isObject(node) || seen.has(node)) continue;
    if (typeof node.name === "string" && isObject(node.schema))
      add(node.schema, node.name, {
        text: [node],
        place: { schema: null, field: node.name },
      });
    for (const media of Object.values(isObject(node.content) ? node.content : {}))
      add(getOwn(media, "schema"), null, { text: [node] });
    open.push(...Object.values(node));
  }
  return found;
}

/** Schemas that a description may be about. `of` describes them or, for a map, all its values. */
interface Target {
  readonly schemas: readonly Json[];
  readonly of: Described;
  readonly isMap: boolean;
  /**
   * The property's name, if the description belongs to the object that contains the property. Only
   * sentences about the property then apply.
   */
  readonly property?: string;
}

interface Adding {
  readonly skipped: Skipped;
  readonly acceptProposed: boolean;
  readonly uses: (schema: Json) => RequestUse;
}

/** Adds to a schema the limits that its descriptions state. */
function addTo(
  { schema, name, nodes, siblings, holder, place }: TextedSchema,
  document: JsonObject,
  { skipped, acceptProposed, uses }: Adding,
): readonly LimitSentence[] {
  const texts = nodes.flatMap(textOf);
  const use = uses(schema);
  // If only one field refers to a named schema, what the schema says about its values applies to
  // the field.
  const ofValues = place === null ? [] : use.named.flatMap(textOf);
  if (texts.length === 0 && ofValues.length === 0) return [];
  const about = {
    words: new Set([...wordsOf(name ?? ""), ...texts.flatMap(definitionIn)]),
    holder: new Set(wordsOf(holder ?? "")),
    siblings,
  };
  // The example of an object also shows values of its fields.
  const held = place?.schema ? samplesIn(originOf(place.schema)?.node) : [];
  const samples = [
    ...nodes.flatMap((node) => samplesIn(originOf(node)?.node)),
    ...membersOf(held, place?.field ?? ""),
  ];
  return targetsOf(schema, document, about).flatMap(({ schemas, of, isMap, property }) => {
    const shown = isMap
      ? samples.flatMap((sample) => entriesOf(sample).map(([, value]) => value))
      : property === undefined
        ? samples
        : membersOf(samples, property);
    const around = { skipped, isMap, samples: shown, property };
    const read = limitsIn(texts, of, around).flatMap((sentence): readonly LimitSentence[] => {
      const missing = schemas.map((one) => limitAdder(one, sentence.limits, document));
      if (missing.includes(null)) return [];
      for (const add of missing) add?.();
      return [{ ...sentence, isAdded: missing.some((add) => add !== undefined) }];
    });
    const proposedFor = property === undefined ? place : { schema, field: property };
    const [limited] = schemas;
    // A limit on only some alternatives cannot be proposed as a limit on the field.
    if (isMap || proposedFor === null || (property === undefined && limited !== schema))
      return read;
    const isRead = new Set(read.map(({ fingerprint }) => fingerprint));
    const names = (): ReadonlySet<string> =>
      new Set([
        ...wordsOf(name ?? ""),
        ...about.holder,
        ...wordsOf(property ?? ""),
        ...use.words(),
      ]);
    const proposed = [
      ...proposedLimits(texts, of, names, around),
      ...(property === undefined ? proposedValues(ofValues, of, names, around) : []),
    ].flatMap((sentence) => {
      if (isRead.has(sentence.fingerprint) || !isObject(limited)) return [];
      if (sentence.isInCase) return [{ ...sentence, isAdded: false }];
      // The schema already has the limit.
      if (limitAdder(limited, sentence.limits, document) === undefined)
        return [{ ...sentence, isAdded: false }];
      const changed = limitedBy(limited, sentence.limits, document);
      if (changed === null) return [];
      if (acceptProposed) become(limited, changed);
      return [{ ...sentence, isAdded: acceptProposed, proposedFor }];
    });
    return [...read, ...proposed];
  });
}

/** The description of a node, located in the document it came from. */
function textOf(node: Json): readonly LocatedText[] {
  const origin = originOf(node);
  const text = getOwn(origin?.node, "description");
  return origin !== undefined && typeof text === "string"
    ? [{ label: "", pointer: below(origin.pointer, "description"), text, field: null }]
    : [];
}

/** Replaces the contents of one object with those of another. */
function become(node: JsonObject, other: JsonObject): void {
  const changing = node as Record<string, Json>;
  for (const key of Object.keys(changing)) delete changing[key];
  Object.assign(changing, other);
}

/**
 * The schemas that a description may be about: its own schema, alternatives, map values, or
 * properties.
 */
function targetsOf(
  schema: JsonObject,
  document: JsonObject,
  about: Omit<Described, "kind" | "items" | "values">,
): readonly Target[] {
  const { oneOf, anyOf } = schema;
  const alternatives = [...listOf(oneOf), ...listOf(anyOf)];
  if (alternatives.length > 0)
    return alternatives.flatMap((one) =>
      isObject(one) && one.$ref === undefined ? targetsOf(one, document, about) : [],
    );
  const view = viewOf(schema, document);
  const { properties, additionalProperties } = view;
  const kindsOf = (one: Json): Pick<Described, "kind" | "items" | "values"> => {
    const value = viewOf(one, document);
    return {
      kind: kindOf(value),
      items: itemsOf(value, document),
      values: [value, viewOf(value.items, document)]
        .flatMap(({ enum: values }) => listOf(values))
        .filter((one) => one !== null),
    };
  };
  if (!isObject(properties) && !isObject(additionalProperties)) {
    const of = { ...kindsOf(schema), ...about };
    return of.kind === "other" ? [] : [{ schemas: [schema], of, isMap: false }];
  }
  const own = entriesOf(properties);
  const values = isObject(additionalProperties)
    ? [additionalProperties]
    : own.map(([, one]) => one);
  const [first, ...others] = values.map(kindsOf);
  const isMap =
    first !== undefined &&
    first.kind !== "other" &&
    others.every((one) => one.kind === first.kind && one.items === first.items);
  return [
    ...(isMap
      ? [{ schemas: values, of: { ...first, ...about, siblings: new Set<string>() }, isMap }]
      : []),
    ...own.map(([property, one]): Target => {
      const words = new Set([...wordsOf(property), ...about.words]);
      const siblings = new Set(own.map(([name]) => name).filter((name) => name !== property));
      return {
        schemas: [one],
        of: { ...kindsOf(one), ...about, words, siblings },
        isMap: false,
        property,
      };
    }),
  ];
}

function kindOf({ type }: JsonObject): ValueKind {
  return type === "string" || type === "number" || type === "integer" || type === "array"
    ? type
    : "other";
}

function itemsOf({ items }: JsonObject, document: JsonObject): ValueKind | null {
  return isObject(items) ? kindOf(viewOf(items, document)) : null;
}

function readableIn(text: LocatedText): readonly Sentence[] {
  return sentencesOf(text).filter((sentence) => !isTooLong(sentence));
}

/**
 * The words that begin a description and say what the field is. Empty if they include a number or
 * begin like a condition.
 */
function definitionIn(text: LocatedText): readonly string[] {
  const [first] = sentencesOf(text);
  const [definition = ""] = first?.text.split(/[,;:(]|\s[-\u2013\u2014]\s/) ?? [];
  const isCase = /^(?:for|in|if|when|with|on|as|since|because)\b/i.test(definition);
  return isCase || /\d/.test(withDigits(definition)) ? [] : wordsOf(definition);
}

/** The field's values in these examples. */
function membersOf(samples: readonly Json[], field: string): readonly Json[] {
  return samples.map((sample) => getOwn(sample, field)).filter((value) => value !== undefined);
}

/** The objects and lists that a text contains as JSON, in backticks. */
function writtenIn(text: Json | undefined): readonly Json[] {
  if (typeof text !== "string") return [];
  return [...text.matchAll(/`([[{][^`]*)`/g)].flatMap(([, json = ""]) => {
    try {
      return [JSON.parse(json) as Json];
    } catch {
      return [];
    }
  });
}

/** The examples and the default of a schema or a parameter, and examples in its description. */
function samplesIn(node: Json | undefined): readonly Json[] {
  const inner = getOwn(node, "schema");
  const examples = getOwn(node, "examples");
  const samples = [
    getOwn(node, "example"),
    getOwn(node, "default"),
    ...listOf(examples),
    ...entriesOf(examples).map(([, one]) => getOwn(one, "value")),
    ...writtenIn(getOwn(node, "description")),
  ].filter((sample) => sample !== undefined && sample !== null);
  return [...samples, ...(inner === undefined ? [] : samplesIn(inner))] as readonly Json[];
}

/** Other facts that matter when limits are read. */
interface Around {
  readonly skipped: Skipped;
  /** Whether the field is a map whose values are limited. */
  readonly isMap: boolean;
  /** Example values. If one of them exceeds a limit, the limit was misread. */
  readonly samples: readonly Json[];
  /**
   * The limited property, if the description belongs to an object. Only sentences that begin with
   * its name are about it.
   */
  readonly property?: string | undefined;
}

/** Words that suggest that a limit does not hold for every value of the field. */
const QUALIFIED =
  /\b(?:if|when|whenever|where|while|unless|except|until|only|otherwise|should|about|around|roughly|example|e\.?g|for|per|total|combined|sum|together|soon|will be|going to|planned|may vary|deprecated|formerly|previously|(?<!\b(?:can|may) be )used to|no longer(?! than)|legacy)\b|\b(?:depend|default|recommend|suggest|ideal|typical|usual|rare|seldom|often|prefer|approximate)|[%$€]/i;
/** "Per request": adds nothing, because every limit on a field is about one request. */
const OF_REQUEST =
  / (?:per|in (?:a|one|each|the same|any)) (?:single )?(?:request|call|report|query)\b| at (?:once|a time|the same time)\b/gi;
/** "For each value": adds nothing to the limits on a map's values. */
const OF_VALUES = / (?:for|per|of) (?:each|every) [a-z ]+?(?= - |[.,;)]|$)/gi;
const LIMIT_WORDS =
  /\b(?:at most|at least|up to|more than|less than|fewer|between|range|characters?|chars?|longer|shorter|capped)\b|\b(?:max|min|exceed|limit)/i;
/** "`VIDEO` allows 40": a limit for one value. */
const VALUE_TAKES = /\b[A-Z][A-Z0-9_]+`? (?:allows?|permits?|accepts?|takes?) \d/;
/** Values and field names in capitals, whose parts do not count as words. */
const NAMES = /\b[A-Z][A-Z0-9]*_\w+/g;
/** Words that say that the API also accepts values beyond the limit, or other values. */
const TAKES_MORE =
  /\b(?:truncat\w+|cut off|shortened|rounded|clamped|not enforced|(?:extra|excess|additional|further|other|any longer)\b.*\bignored|trimmed)\b/i;
const TAKES_OTHERS =
  /\b(?:also (?:accept|allow|support|take|be|use)\w*|(?:any|custom|your own|user-defined|partner-defined|free[- ]?(?:form|text)) (?:other )?(?:value|string|text|event|name)s?|(?:more|further|additional|new) (?:value|option)s? (?:may|can|will|might) be (?:added|introduced|supported|allowed|accepted)|other (?:value|string)s? (?:are|is|may|can)(?! (?:not|reject|refus|invalid)))\b/i;
const LIMIT = "(?:this|these|that|it|the (?:above|limit|maximum|minimum|restriction|rule))";
/** "Not for drafts, these can go up to 9": an exception to the previous sentence. */
const EXEMPTS = new RegExp(
  `^\\W*(?:(?:except|unless|not (?:so|for|if|when|with|applicable))\\b|exceptions?\\b(?!:? none\\b)|(?:${LIMIT} )?(?:does not|do not|only) appl|${LIMIT} appl(?:y|ies) only\\b|[\\w ]{1,40} (?:is|are) exempt|this (?:only )?applies (?:only )?to (?:[a-z-]+ ){0,2}(?:advertisers|accounts|partners|merchants|apps)\\b)`,
  "i",
);
/** "This applies to drafts only": the previous sentence may not hold in all cases. */
const RESTRICTS = new RegExp(
  `${EXEMPTS.source}|^\\W*(?:${LIMIT}\\b.*\\b(?:appl(?:y|ies)|only|holds?|affects?|advis\\w+|recommend\\w+|soft)\\b|otherwise|exceptions?|however|but|only (?:for|if|when)\\b)`,
  "i",
);
/** "Enter 0 to remove it": a value that the API accepts. */
const SETS =
  /\b(?:values? of|enter|set (?:[a-z]+ )?(?:to|as)|use|pass|send|specify|provide|choose|defaults? (?:to|is|of)) [`"']?(-?\d+(?:\.\d+)?)(?![\w%]|\.\d)/gi;
/** A sentence that says for whom, or when, the next one holds. */
const LEADS =
  /^\W*(?:(?:for|if|when(?:ever)?|in case|with|during)\b|(?:[a-z-]+ ){0,3}(?:apps?|accounts?|advertisers?|partners?|merchants?)\b)/i;
const ELLIPTIC =
  /^\W*(?:at (?:most|least)|up to|max|min|no (?:more|less|fewer)|only|between|from|\d|[<>])/i;
/**
 * "The following applies to drafts only": a sentence that says in which case the next ones hold.
 */
const SCOPES =
  /\b(?:the following|(?:rules?|limits?|restrictions?) below)\b[^.]{0,40}\b(?:(?:appl(?:y|ies)|holds?)(?: only)? (?:to|for|if|when|in)|concerns?|(?:is|are) (?:only )?for)\b(?! (?:this|all|any|every|each|it)\b)|\b(?:for|if|when|with|in)\b[^,.]{1,80},? the following (?:appl|holds?\b)/i;
/** A title above a list that does not restrict its items. */
const NEUTRAL =
  /\b(?:guidelines?|requirements?|formats?|limits?|limitations?|rules?|notes?|constraints?|restrictions?|specifications?|details|validation)\W*$|\bmust(?: be| satisfy| meet| have)?(?: the following)?\W*$/i;

/** Words before a colon that name a limit rather than a condition. */
const OF_LIMIT =
  /\b(?:length|values?|options?|choices?|range|size|one of|number|valid|allowed|accepted|permitted|supported|formats?|requirements?)\b|\b(?:max|min|limit)/i;

/** These limits; null if a sentence near this one says that they do not hold in all cases. */
function inAllCases({ before, after }: Sentence, limits: StatedLimits | null): StatedLimits | null {
  if (limits === null || EXEMPTS.test(after?.text ?? "")) return null;
  // A sentence such as "The following applies to drafts only" rarely affects more than three
  // sentences.
  const earlier = [before, before?.before, before?.before?.before];
  return earlier.some((one) => SCOPES.test(one?.text ?? "")) ? null : limits;
}

/** Whether the text around a sentence may restrict the cases it applies to. */
function isBound({ text, heading, before, after }: Sentence): boolean {
  if (heading && !(NEUTRAL.test(heading.text) && !QUALIFIED.test(heading.text))) return true;
  if (/^\W*[A-Z][A-Z0-9_]+`?\s*[-:\u2013\u2014]\s/.test(text)) return true;
  if (before && LEADS.test(before.text) && ELLIPTIC.test(text)) return true;
  return after ? RESTRICTS.test(after.text) : false;
}

const NUMBER_WORDS: readonly string[] =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SMALL = [...NUMBER_WORDS, ...TENS.slice(1)].join("|");
/** A number in words: "two", "twenty-five", "one hundred and twenty", "ten thousand". */
const NUMERAL = `(?:${SMALL})(?:[ -](?:and )?(?:${SMALL}|hundred|thousand))*`;
const NUMBER_WORD = new RegExp(`\\b(?:a )?${NUMERAL}\\b(?! of\\b)`, "gi");
const ANY_NUMBER_WORD = new RegExp(`\\b${NUMERAL}\\b`, "gi");

/** The number that is written in words: "one hundred and twenty". */
function numberOf(words: string): number {
  let [sum, part] = [0, 0];
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const tens = TENS.indexOf(word);
    if (word === "thousand") [sum, part] = [sum + 1000 * part, 0];
    else if (word === "hundred") part *= 100;
    else if (word !== "and" && word !== "a")
      part += tens === -1 ? NUMBER_WORDS.indexOf(word) : 10 * (tens + 2);
  }
  return sum + part;
}

/** A limit such as "only one value is allowed". */
const ONLY_SO_MANY =
  /^(?:for now,? |currently,? )?only (?:a single|(\d+)) ([a-z_ ]+?) (?:(?:is|are) (?:allowed|supported|accepted|permitted)|(?:can|may) be [a-z]+ed|(?:can|may) be (?:sent|set|given|put))$/i;

/** One example value: ", e.g. 5", "(for example `a`)". */
const EXAMPLE =
  /(?:,| ?\() ?(?:for (?:example|instance)|e\.? ?g\.?),? (?:["'`][^"'`]*["'`]|-?[\w./:-]*\w)\)?(?=$|[,;)])/gi;

/** A reason that ends a sentence and names nothing: ", because films end after 15 minutes". */
const REASON =
  /(?<! as (?:long|soon|far)),? (?:since|because|as (?=(?:it|they|we|this|these) ))(?!.*\b(?:and|or|but|nor|for|with|if|when|unless|until|except|only|elsewhere|version|[A-Z]{2,}\w*)\b)(?:[a-z' ]|\b-\b|\d+ (?=(?:minutes?|seconds?|hours?|pixels?)\b))+$/;

/** A reason without a case: "For technical reasons, …", "… for reasons of space". */
const OF_REASON =
  /^for (?:these |[a-z]+ )?reasons?(?: of [a-z]+)?, |,? for (?:these |[a-z]+ )?reasons?(?: of [a-z]+)?$/i;

/**
 * "…; any other value is treated as invalid": only the values or forms named before it are valid.
 */
const OTHERS_FAIL =
  /(?:[;,]|,? and) (?:(?:any|all|every)(?:thing else|(?: the)? others?)|others?)(?: (?!(?:may|might|can|could|do|does|never|not)\b)[a-z]+){0,2}?(?:, [^,;]+,)? (?:(?:is|are|will be|gets?) (?:treated as |considered )?(?:rejected|refused|declined|invalid|an error|not (?:accepted|allowed|valid))|(?:will )?fails?|(?:will )?(?:returns?|gets?|causes?|gives?) an? (?:4\d\d|error)(?: error)?)$/i;

/** Adds "must" to a sentence that ends by rejecting everything else. */
function demanding(text: string): string {
  const main = text.replace(OTHERS_FAIL, "");
  if (main === text || /\b(?:must|can|may|only|has to|have to|needs?)\b/i.test(main)) return text;
  const demand = main
    .replace(/\b(?:have|has)\b/, "must have")
    .replace(/\b(?:is|are)\b/, "must be")
    .replace(/^(?:we|(?:the )?(?:api|endpoint)) (?=[a-z]+s? [`"'A-Z])/i, "")
    .replace(
      /\b(?:works? with|supports?|takes?|accepts?|recogni[sz]es?|knows?|understands?)\b/,
      "must be one of",
    );
  return demand === main ? text : demand;
}

/** A following sentence such as "Other values return an error." */
const OTHERS_REFUSED =
  /^\W*(?:(?:all |any |every )?(?:other|unknown|unrecogni[sz]ed) (?<noun>[a-z]+)|any(?:thing| value) (?:else|other)|(?:all |any )?others?) (?:(?:is|are|will be|gets?) (?:rejected|refused|invalid|an error|not (?:accepted|allowed|permitted|supported|valid))|(?:will )?(?:fails?(?: validation)?|(?:returns?|causes?|triggers?|raises?|results? in|leads? to) an? (?:\d+ |validation )?error))\W*$/i;

/** Whether the next sentence rejects all values that this one does not name. */
function refusesOthers({ text, after }: Sentence, of: Described): boolean {
  const match = OTHERS_REFUSED.exec(after?.text ?? "");
  const noun = stemOf(match?.groups?.noun ?? "value");
  return (
    match !== null && (OTHER_VALUES.has(noun) || of.words.has(noun) || wordsOf(text).includes(noun))
  );
}
const OTHER_VALUES: ReadonlySet<string> = new Set(wordsOf("value option choice string one"));

/** Whether a sentence only rejects what the list of values right before it does not name. */
const repeats = (
  { before }: Sentence,
  of: Described,
  last: Omit<LimitSentence, "isAdded"> | undefined,
): boolean =>
  before !== null &&
  last?.text === before.written &&
  (last.limits.own.enum ?? last.limits.items.enum) !== undefined &&
  refusesOthers(before, of);

/** Adds "must" to a sentence if the next one rejects everything else. */
function inDemand(sentence: Sentence, of: Described): string {
  const { text } = sentence;
  if (!refusesOthers(sentence, of)) return text;
  const whole = `${text.replace(/[.!]\s*$/, "")}; others are rejected`;
  const demand = demanding(whole);
  return demand === whole ? text : demand;
}

/** Simplifies the characters and some phrases of a sentence. */
function plainOf(text: string): string {
  return (
    demanding(text.replace(/[.!]\s*$/, ""))
      .replace(OF_REASON, "")
      .replace(REASON, "")
      // Drops the sign in "A colon (`:`)".
      .replaceAll(/ \(["'`]?[^\w\s"'`()%$\u20ac]["'`]?\)/g, "")
      .replaceAll(/[\u2013\u2014]/g, "-")
      .replaceAll(/(?<=\d)[,\u00a0](?=\d{3}\b)/g, "")
      .replaceAll(OF_REQUEST, "")
      .replaceAll(/\s+/g, " ")
      .replace(/^(?:please )?note(?: that)?:? /i, "")
      .replace(/^\((?=[^()]*$)/, "")
      .replaceAll(EXAMPLE, "")
      // Drops clauses about what can be done with the value.
      .replace(/, which (?:can|may|is|are)\b(?!.*\bformat\b)[^,;.()]*$/i, "")
      .replace(/\bfor any\b/i, "of any")
      .replaceAll(/\ba dozen\b/gi, "twelve")
      .replaceAll(/\b(max|min)\. (?=\w)/gi, "$1 ")
      // The length of a string always includes its spaces.
      .replace(
        /(\d [a-z]+)(?:,? \(?|\()(?:including|incl\.?|counting) (?:white ?)?spaces\)?/i,
        "$1",
      )
      .trim()
  );
}

/**
 * Replaces numerals with digits. With `isLoose`, also does so before "of", as in "two of these".
 */
const withDigits = (text: string, isLoose = false): string =>
  text.replaceAll(isLoose ? ANY_NUMBER_WORD : NUMBER_WORD, (words) => {
    // "Two and three" are two numbers.
    const isOne = /hundred|thousand/i.test(words) || !/ and /i.test(words);
    return isOne
      ? String(numberOf(words))
      : words.replaceAll(/(?<=^| and )(?!and )\S+(?: (?!and )\S+)*/gi, (one) =>
          String(numberOf(one)),
        );
  });

/** Splits a sentence at parentheses, semicolons, dashes and periods. */
function clausesOf(sentence: string): readonly string[] {
  return sentence
    .split(/[();]|\s-\s|\.(?=\s|$)/)
    .map((clause) => clause.trim().replace(/[.:!]+$/, ""))
    .filter((clause) => clause !== "");
}

/** Words that suggest that a clause without a number states some other requirement. */
const BINDS =
  /\b(?:must|shall|cannot|not|never|only|required?|requires|needs?|either|neither|both|together|combined|exclusive)\b/i;

/**
 * Combines two bans: "Cannot be empty or exceed 255 characters", "must not be blank or longer than
 * 40".
 */
const NOT_EMPTY_OR =
  /^(.*?\b(?:cannot|(?:can|must|may) not)) be (?:empty|blank) (?:or|nor) (?:be )?(.+)$/i;

/** The limits that a sentence states for the field. Returns null if none is understood. */
function readLimits(sentence: Sentence, of: Described, isMap: boolean): StatedLimits | null {
  if (isBound(sentence)) return null;
  const plain = plainOf(inDemand(sentence, of));
  // In some countries, 1.000 means one thousand.
  if (/\d\.\d{3}(?![\d.])/.test(plain)) return null;
  const [, lead = "limit"] = /^([A-Za-z][\w' -]{0,40}): /.exec(plain) ?? [];
  if (!OF_LIMIT.test(lead)) return null;
  if (isMap && !/\b(?:values?|each|every|all)\b/i.test(plain)) return null;
  if (inCase(plain, of) || measuresSibling(plain, of) || isRestricted(plain, of)) return null;
  const both = NOT_EMPTY_OR.exec(plain);
  if (both !== null) {
    const [, not = "", more = ""] = both;
    // One level only: a long chain would take quadratic time.
    if (NOT_EMPTY_OR.test(`${not} ${more}`)) return null;
    const isCompared = /^(?:[a-z]+er|more|less|over|under|above|below)\b/i.test(more);
    return ["be empty", isCompared ? `be ${more}` : more]
      .map((part) => readLimits({ ...sentence, text: `${not} ${part}` }, of, isMap))
      .reduce(sumOf, NONE);
  }
  const text = isMap ? plain.replaceAll(OF_VALUES, "") : plain;
  const form = isMap ? null : (formIn(text, of) ?? formIn(withDigits(text), of));
  if (form !== null) return form;
  const digits = withDigits(text)
    .replaceAll(/\b(?:can|may|must) only\b/gi, "must")
    .replace(ONLY_SO_MANY, "at most $1 $2");
  if (QUALIFIED.test(digits) || (/\beach|every\b/i.test(digits) && of.kind !== "array"))
    return null;
  const clauses = clausesOf(digits);
  const isElse = (clause: string): boolean => BINDS.test(clause) || RESTRICTS.test(clause);
  if (clauses.some((clause) => TAKES_MORE.test(clause) || (!/\d/.test(clause) && isElse(clause))))
    return null;
  const read = clauses.filter((clause) => /\d/.test(clause)).map((clause) => amountsIn(clause, of));
  if (read.length === 0 || read.includes(null)) return null;
  return read.reduce(sumOf, NONE);
}

/** Merges two sets of limits; null if they contradict each other. */
function joined(one: StatedLimits, other: StatedLimits): StatedLimits | null {
  const own: Record<string, unknown> = { ...one.own, ...other.own };
  const items: Record<string, unknown> = { ...one.items, ...other.items };
  for (const [merged, first, second] of [
    [own, one.own, other.own],
    [items, one.items, other.items],
  ] as const)
    for (const [keyword, value] of Object.entries(second)) {
      const known = first[keyword];
      if (known === undefined || known === value) continue;
      const pattern = keyword === "pattern" ? bothPatterns(String(known), String(value)) : null;
      if (pattern === null) return null;
      merged[keyword] = pattern;
    }
  return { own, items };
}

/** A pattern that only excludes characters, such as the pattern for "must be in lowercase". */
const EXCLUDES = /^\^\[\^[^\]]+\]\*\$$/;

/** Combines two patterns, if one of them only excludes characters. Null otherwise. */
function bothPatterns(one: string, other: string): string | null {
  if (!EXCLUDES.test(one)) return EXCLUDES.test(other) ? bothPatterns(other, one) : null;
  return /^\^[^|]*$/.test(other) ? `^(?=${one.slice(1)})${other.slice(1)}` : null;
}

/**
 * The sentences of these descriptions that limit a field, each with its limits.
 *
 * Loosely read limits are not included, and no schema is changed. With `property`, only sentences
 * that begin with its name are read. Sentences in `skipped` are never read. If several sentences
 * state a pattern, each gets the combined one. Empty if:
 * - two sentences contradict each other
 * - an example value violates the limits
 * - another sentence does not say when a limit applies
 * - another sentence is too long to read
 */
export function limitsIn(
  texts: readonly LocatedText[],
  of: Described,
  { skipped, isMap, samples, property }: Around,
): readonly Omit<LimitSentence, "isAdded">[] {
  // A sentence that is too long to be read may contradict the others.
  if (texts.flatMap(sentencesOf).some(isTooLong)) return [];
  const read: Omit<LimitSentence, "isAdded">[] = [];
  const others: string[] = [];
  for (const text of texts) {
    for (const sentence of sentencesOf(text)) {
      const mark = fingerprint(sentence.written);
      if (skipped.has(mark) || !isAbout(sentence.text, property)) continue;
      const stated = inAllCases(sentence, readLimits(sentence, of, isMap));
      // "Any other value is rejected" only repeats the list before it.
      const limits =
        stated ?? (repeats(sentence, of, read.at(-1)) ? (read.at(-1)?.limits ?? null) : null);
      if (limits !== null)
        read.push({ at: text.pointer, fingerprint: mark, text: sentence.written, limits });
      else if (!isAdvice(sentence.text)) others.push(plainOf(sentence.text));
    }
  }
  const sum = read.map(({ limits }) => limits).reduce<StatedLimits | null>(sumOf, NONE);
  if (sum === null || others.some((other) => contradicts(other, of, sum))) return [];
  if (samples.some((sample) => breaksLimits(sample, sum))) return [];
  // A schema has one pattern, so each sentence states the merged one.
  const merged = (part: "own" | "items", limits: StatedLimits): Stated =>
    limits[part].pattern === undefined
      ? limits[part]
      : { ...limits[part], pattern: sum[part].pattern };
  return read.map((one) => ({
    ...one,
    limits: { own: merged("own", one.limits), items: merged("items", one.limits) },
  }));
}

/**
 * Words for conditions, advice and examples. A sentence that contains one does not hold for every
 * value.
 */
const NOT_ALWAYS =
  /\b(?:if|when|whenever|unless|except|otherwise|at least (?:one|1) of|about|around|roughly|example(?=,)|soon|will be|going to|planned|next (?:year|month|version)|deprecated|formerly|previously|(?<!\b(?:can|may) be )used to|could|was|were|no longer(?! than)|legacy|beta|for (?:the )?best|per (?:day|hour|minute|second|user|account|person|week|month))\b|\b(?:recommend|suggest|(?:work|perform|look)s? (?:the )?best|ideal|typical|usual|rare|seldom|often|prefer|approximate|default)|[%$€]/i;

/** "A letter, followed by 2 digits": an amount that limits only part of the value. */
const OF_PART =
  /\b(?:followed|preceded|prefixed|suffixed|separated|then|plus|(?:first|last|other|remaining|next|each) (?:\w+ )?(?:characters?|letters?|digits?|parts?|segments?|words?)|rest|remainder|prefix|suffix|segments?|per (?:word|line|part|paragraph)|(?:start|begin|end)(?:s|ing|ning)? (?:with|in))\b/i;

/** "BRAND labels are", "an `ENGAGEMENT` audience forgets": a statement about one kind only. */
const OF_ONE_KIND =
  /(?:^|[;,.] )(?:an? |the )?[`"']?(?!(?:URL|URI|ID|SKU|GTIN|ISO|UTC|API|HTML|JSON|UTF|ASCII)s?\b)[A-Z]{3,}(?:_[A-Z0-9]+)*[`"']? [a-z]+ (?:is|are|can|cannot|may|must|has|have|[a-z]+s)\b/;

/** "As an admin, …", "as long as it is a draft, …", unlike "as it is a key, …". */
const OF_CASE =
  /^as (?:(?:long|soon|far) as|of|for|with|per|an?(?! [^,]*\b(?:is|are|has|have|can|must|may|will|needs?|gets?|becomes?)\b))\b/i;

/** "With a kind of A, …": a statement that holds in one case only. */
const inCase = (text: string, of: Described): boolean => {
  const { siblings, words } = of;
  const [lead = "", ...rest] = text.split(/, /);
  // "For `A` models exactly one".
  const [, named = ""] =
    /^(?:with|for|in|under) .*?`(\w+)`.*? (?:exactly|only|at (?:least|most)|up to|no (?:more|fewer|less)|between)\b/i.exec(
      lead,
    ) ?? [];
  if (named !== "" && !named.split("_").every((word) => words.has(stemOf(word)))) return true;
  // "As the colour is a code, it must be short": "it" may be the colour.
  const [, reason = ""] =
    /^(?:as|since|because) (?:(?:the|an?|its) )?[`"']?(\w+)/i.exec(lead) ?? [];
  if (OF_ONE_KIND.test(text) || OF_CASE.test(lead) || isSibling([stemOf(reason)], of)) return true;
  return (
    rest.length > 0 &&
    // A preposition in capitals would be a value.
    /^(?:[Ww]ith|[Ff]or|[Aa]t|[Ii]n|[Oo]n|[Uu]nder|[Dd]uring|[Ww]here)\b/.test(lead) &&
    (/\b[A-Z][A-Z0-9]*_?[A-Z0-9]+\b|[`"']/.test(lead) ||
      wordsIn(lead).some((word) => siblings.has(word)))
  );
};
const wordsIn = (text: string): readonly string[] => text.match(/\w+/g) ?? [];

const isOtherUnit = (text: string): boolean => /\d/.test(text) && isOfOtherUnits(text);

/** Removes a unit that is part of the field's name, such as "days" for `retention_days`. */
const withoutUnit = (text: string, { kind, words }: Described): string =>
  kind === "number" || kind === "integer"
    ? text
        .replaceAll(/(\d) (days|weeks|months|hours|minutes|seconds)\b/gi, (whole, digit, unit) =>
          words.has(stemOf(unit)) ? digit : whole,
        )
        .replace(
          /\b(?:any )?(?:number|amount) of (?:days|weeks|months|hours|minutes|seconds) /i,
          "",
        )
    : text;

/** A sentence about certain callers. A request does not show who sent it. */
const OF_CALLERS =
  /^\W*(?:[a-z-]+ ){0,3}(?:apps?|accounts?|advertisers?|partners?|merchants?|business(?:es)?)\b/i;

/** "Fails with a 400 error": the number is not a limit. */
const AS_STATUS =
  / (?:gets?|fails?|returns?|causes?|triggers?|gives?|leads?|results?|ends?)(?: (?:with|to|in))? an? (?:http )?(?:status )?\d{3}(?: (?:error|status|response))?/gi;

/** A limit for an amount in millionths of a currency: "At least 2 units of the currency". */
const OF_CURRENCY = /\d (?:full |whole )?units? (?:of|in) (?:\w+(?:'s)? ){0,2}currency\b/i;

/** A limit on a sum: "All titles together must not be longer than 40 characters." */
const OF_SUM = /\b(?:together|combined|in total|sum of)\b/i;

/** "The maximum for DAY is 5": whether the words after a "for" name something besides the field. */
const isForSome = (text: string, { words }: Described): boolean =>
  [...text.matchAll(/(?<!\bused )\b[Ff]or ((?:[`"'\w-]+ ?){1,4})|\bin ([`"']?[A-Z]{3,})\b/g)].some(
    ([, after = "", value = ""]) => {
      const [noun = ""] = after.split(/\b(?:is|are|must|can|may|has|have|in|of|on)\b/i);
      const named = wordsOf(`${noun} ${value}`);
      return (
        named.length > 0 &&
        !/^(?:each|every|any|all|both|this|it|now|example|instance)\b/i.test(noun) &&
        !named.some((word) => words.has(word) || OF_ALL.has(word))
      );
    },
  );
const DATED =
  "(?:(?:since|as of|from) v(?:ersion )?\\d|(?:since|as of) (?:\\d{4}|(?!Unix)[A-Z][a-z]+\\b)|from \\d{4} on)";
/** "… until it is approved", "During sales, …": a case, whatever it names. */
const IN_TIME = new RegExp(
  `^(?:[Dd]uring|[Uu]ntil|[Tt]ill|[Ww]hile|[Oo]nce|[Ww]here|[Ss]ince v?\\d|[Aa]s of|[Ff]rom \\d{4} on)\\b[^,:;]*, (?=\\S)| \\(?(?:during|until|till|while|(?<!than )once (?:[a-z]+ed\\b|it|they|the|an?|you|your)|where (?:it|they|you|your)|as (?:long|soon) as|provided(?: that)? (?:it|they|the|an?|you|your)|${DATED})\\b[^,:;]*$`,
);
const PREPOSITION = "(?:in|on|at|with|within|under|outside|among|throughout|after|before)";
/** "In new shops, …", "… (with a caption)": a case, unless it names the field, a form or a request. */
const IN_PLACE = new RegExp(
  `^${PREPOSITION} ([^,:;]*), (?=\\S)|^.+(?<!\\b(?:begin|start|end)(?:s|ning|ing)?) \\(?${PREPOSITION} ([^,:;()]+)\\)?$`,
  "i",
);
/** Words of phrases that are about a value or a request: "in lowercase", "with a letter". */
const OF_FORM: ReadonlySet<string> = new Set(
  wordsOf(`
    accent addition address addresses advance all alphabet array ascii average batch beginning
    body both bottom bracket byte call capital case cent char character code comma country
    creation currency dash dashes database date day decimal degree digit dollar domain dot
    duplicate element emoji end english entry error euro fact field form format full general gmt
    hash hashes hex hostname hour html http https hyphen id inch input it item kilobyte language
    latin left length letter line link list lowercase markdown markup megabyte meter metre micro
    middle millisecond mind minute moment month name notation number numeral order other own
    parameter parentheses parenthesis particular path pattern percent pixel place point practice
    precision prefix prefixes present protocol punctuation query quote range request right row
    scale scheme second short sign size slash slashes space start string style suffix
    suffixes sum symbol text them these this time top total underscore unicode unit update
    uppercase url use utc value week whitespace word year zero
  `),
);
const STOP_WORDS: ReadonlySet<string> = new Set(
  wordsOf("a an the of to and or is are be in on at for with by from how what which that as"),
);
/** Phrases without a case: "at most", "after trimming", "with `A`", "in one campaign". */
const OF_NO_CASE =
  /[^\w\s-]|\d|\b(?:is|are|must|can|may|leads?|fails?|causes?)\b|^(?:(?:(?:least|most) )?one|a single|each|any|every)\b|^(?:(?:an?|the) )?(?:very )?(?:least|most|max(?:imum)?|min(?:imum)?)$|^\w+(?:ing|[iz]ation)$/i;

/**
 * Whether a phrase at the beginning or end of a sentence restricts it to cases that are not about
 * the field: "in new shops", "until it is approved".
 */
function isRestricted(text: string, { words, holder }: Described): boolean {
  // "From -90 at the South Pole to 90 at the North Pole" explains the bounds.
  if (/\bfrom -?\d+ (?:at|in) /i.test(text)) return false;
  if (IN_TIME.test(text)) return true;
  const [, first, last = first ?? ""] = IN_PLACE.exec(text) ?? [];
  const named = wordsOf(last).filter((word) => !STOP_WORDS.has(word));
  return (
    named.length > 0 &&
    !OF_NO_CASE.test(last) &&
    !named.some((word) => words.has(word) || holder.has(word) || OF_FORM.has(word))
  );
}

const OF_ALL: ReadonlySet<string> = new Set(
  wordsOf("request call value item entry element list array field parameter string text number"),
);

/** Words that only repeat that values beyond the limit are rejected. */
const REFUSES_MORE =
  /[,;] (?:and )?(?:any ?|all |an? |[a-z]+s )?(?:with |thing )?(?:(?:more|longer|larger|bigger|higher|greater|fewer|less|shorter|smaller|lower)(?: (?:than (?:\d+|that|this|it)|[a-z]+s?))?|(?:value |number |amount |[a-z]+s )?(?:outside|beyond)(?: of)? (?:it|(?:this|that|these|the|those)(?: [a-z]+)?)) (?:(?:is|are|will be|gets?) (?:the [a-z]+ )?(?:rejected|refused|invalid|not \w+)|fails?\b[^,;]*)$/i;

/** "Global trade number, which must have 8 digits": a definition, then a requirement. */
const DEFINITION =
  /^(?!(?:for|in|if|when(?:ever)?|with|on|at|by|during|under|unless|once|while|where)\b)[^,;:.\d]+, (?:which |it )?(?=(?:must|can only|may only|cannot|(?:may|can) not) )/i;

/** Examples at the end of a sentence that name no case and no other limit. */
const LAST_EXAMPLES =
  /,? \(?(?:e\.? ?g\.?|for example|for instance)[,:]? (?!.*\b(?:if|when|unless|for|in)\b)[^;().,\d]*\)?$/i;

/** What comes right before the amount of a comparison. */
const MEASURED =
  /(?:^|\b(?:whose|with|of|for|if|when|that|which) )(?:(?:an?|the|its|their|any|each|every|all) )?((?:[a-z]+[ _]){0,2}?[a-z]+) (?:(?:of|is|are|has|have|had|with|that|which|must|cannot|may|not|be|contains?|holds?) )*(?:[a-z]+er than|more than|less than|at (?:most|least)|up to|(?:limited|restricted|capped) (?:to|at)|over|above|below|under|beyond|exceed\w*) (?=\d)/gi;

/** "Drops whose label is longer than 12 letters": whether the amount belongs to a sibling field. */
const measuresSibling = (text: string, of: Described): boolean =>
  [...text.matchAll(MEASURED)].some(([, noun = ""]) => isSibling(wordsOf(noun), of)) ||
  (of.kind === "array" &&
    [...text.matchAll(/\d ((?:[a-z]+_)*[a-z]+)\b/gi)].some(([, noun = ""]) =>
      isSibling(wordsOf(noun), of),
    ));

const ERROR = "an? (?:validation |(?:http )?4\\d\\d )?error";
/** What happens to a request that breaks a limit. */
const OUTCOME = [
  `(?:it|they|${REQUEST}) (?:(?:is|are|will be|gets?) (?:rejected|refused|invalid)|(?:will )?fails?(?: validation)?)`,
  `${ERROR} (?:is (?:returned|raised|thrown)|occurs)`,
  `(?:we|(?:the )?(?:api|endpoint)) (?:will )?(?:(?:reject|refuse)s? (?:it|${REQUEST})|returns? ${ERROR})`,
  `you (?:(?:will )?(?:get|receive) ${ERROR}|is rejected)`,
].join("|");
/** A limit that is broken: "the value is longer than 5", "you list more than 5 values". */
const BROKEN: readonly string[] = [
  "(?<limit>(?<subject>(?:[a-z_]+ ){1,4}?)(?:is|are|has|have|contains?|holds?|lists|exceeds?|spans?) (?:[a-z]+ ){0,3}\\d+(?: [a-z]+){0,2})",
  "(?:you [a-z]+ )?(?<limit>(?:more|fewer|less) than \\d+ (?<subject>[a-z]+))(?: are [a-z]+)?",
];
/** "If the value is longer than 5, the request fails", and the same in the other order. */
const FAILS_IF: readonly RegExp[] = BROKEN.flatMap((broken) => [
  new RegExp(`^(?:if|when|whenever) ${broken}, (?:then )?(?:${OUTCOME})$`, "i"),
  new RegExp(`^(?:${OUTCOME}) (?:if|when|whenever) ${broken}$`, "i"),
]);

/** States as a limit what makes a request fail: "the value is longer than 5 is rejected". */
function asLimit(text: string, of: Described): string {
  const { subject = "", limit } =
    FAILS_IF.map((form) => form.exec(text.replace(/\bit's\b/i, "it is"))?.groups).find(
      (found) => found !== undefined,
    ) ?? {};
  const isOwn =
    isSubject(subject.trim(), { ...of, isLoose: true }) ||
    (of.kind === "array" && /^(?:the|your|this|an?) (?:list|array) $/i.test(subject));
  return limit === undefined || !isOwn ? text : `${limit} is rejected`;
}

/** A request that contains the list: "one call can name 5". */
const ONE_REQUEST =
  /^(?:one|1|a single|each|every|any(?: one)?) (?:requests?|calls?|batch(?:es)?|updates?|uploads?|quer(?:y|ies)) (?=(?:can|may|must|cannot)\b)/i;

/** "Starts at 1; zero is rejected": the end only repeats the limit. */
const REFUSES_ZERO =
  /(?<=\b(?:at least|starts? (?:at|from|with)) [1-9]\d*)[,;] (?:and )?(?:0|zero)(?: (?:or|and) (?:an? )?negative [a-z]+)? (?:(?:is|are|will be|gets?) (?:the [a-z]+ )?(?:rejected|refused|invalid|not \w+)|fails?\b[^,;]*)$/i;

/** The limits that a sentence may state in unfamiliar words. Returns null if there are none. */
function readLoosely(sentence: Sentence, of: Described): StatedLimits | null {
  const bare = plainOf(inDemand(sentence, of).replaceAll("*", ""))
    .replace(LAST_EXAMPLES, "")
    // Drops "per filter" in "Only one value per filter is supported".
    .replace(/ per [a-z]+(?= (?:is|are) (?:allowed|supported|accepted|permitted)$)/i, "");
  const simple = withoutUnit(
    withDigits(bare.replace(/\b(?:any|each|every) (?:single )?one of\b/i, "each of"), true),
    of,
  )
    .replace(/^(?:important|note|attention|please note): /i, "")
    .replace(
      /^(?:when|if) (?:it is |the field is )?(?:present|given|set|provided|sent|used), /i,
      "",
    )
    .replaceAll(AS_STATUS, " is rejected")
    .replace(/\bshould(?= be (?:an? )?(?:positive|non-?negative|multiple|divisible)\b)/i, "must")
    .replaceAll(/\bwill be (?=(?:rejected|refused|declined|denied|invalid)\b)/gi, "is ")
    .replaceAll(/\b(?:cannot|(?:must|may|can) not|never) be negative\b/gi, "cannot be below 0")
    .replaceAll(/,? nor (?:can|may|must) (?:it|they) /gi, " and cannot ")
    .replaceAll(
      /(?<=\b(?:takes?|has|have|holds?|accepts?|contains?|only|just) )a single (?=[a-z])/gi,
      "exactly 1 ",
    )
    .replace(of.kind === "array" ? ONE_REQUEST : /$^/, "a request ")
    .replace(REFUSES_ZERO, "")
    // Drops the end of "One number, requests with more than one are rejected".
    .replace(REFUSES_MORE, "")
    // "Two, three or four" is a range.
    .replaceAll(
      /(?<!\d, )\b(\d+), (\d+),? or (\d+)\b/g,
      (words, one: string, two: string, three: string) =>
        !/\b(?:not|never|except|other)\b/i.test(bare) &&
        Number(two) === Number(one) + 1 &&
        Number(three) === Number(one) + 2
          ? `${one} to ${three}`
          : words,
    )
    // "One or two" is a range.
    .replaceAll(/(?<!\d, )\b(\d+) or (\d+)\b/g, (words, least: string, most: string) =>
      Number(most) === Number(least) + 1 ? `${least} to ${most}` : words,
    );
  const plain = asLimit(simple, of);
  const words = plain.replaceAll(/`[^`]*`|"[^"]*"/g, "");
  if (
    NOT_ALWAYS.test(words) ||
    OF_CALLERS.test(plain) ||
    isAboutOthers(plain) ||
    measuresSibling(plain, of) ||
    TAKES_MORE.test(plain) ||
    isOtherUnit(plain) ||
    OF_CURRENCY.test(plain.replaceAll(/\([^()]*\)/g, "")) ||
    (of.kind !== "array" && OF_SUM.test(plain)) ||
    inCase(plain, of) ||
    isRestricted(plain, of)
  )
    return null;
  const free = inFreeWords(plain, of);
  if (free !== null) return free;
  if (isForSome(plain, of)) return null;
  const known = inKnownWords(plain);
  const read = readKnown(known, of) ?? (known === plain ? null : readKnown(plain, of));
  const [lead = ""] = FIRST_REASON.exec(bare) ?? DEFINITION.exec(bare) ?? [];
  const demand = withDigits(bare.slice(lead.length), true);
  return read ?? (lead === "" ? null : readKnown(demand, of));
}

/**
 * Reads a named format, a step or a list of all values. For an array, reads the format of its items
 * or that they must all differ.
 */
function inFreeWords(text: string, of: Described): StatedLimits | null {
  const ofText = (of.kind === "array" ? of.items : of.kind) === "string";
  const pattern = ofText ? namedFormatIn(text, of) : null;
  if (pattern !== null)
    return of.kind === "array" ? { own: {}, items: { pattern } } : { own: { pattern }, items: {} };
  if (of.kind === "array")
    return isOnceEach(text) ? { own: { uniqueItems: true }, items: {} } : null;
  if (of.kind !== "number" && of.kind !== "integer") return null;
  const values = numbersListedIn(text);
  if (values !== null) return { own: { enum: values }, items: {} };
  const step = stepIn(text);
  return step === null ? null : { own: { multipleOf: step }, items: {} };
}

/** Reads the limits that a sentence states, even if it also contains unknown words. */
function readKnown(plain: string, of: Described): StatedLimits | null {
  const words = plain.replaceAll(/`[^`]*`|"[^"]*"/g, "");
  const loosely = { ...of, isLoose: true } as const;
  const form = formIn(plain, loosely) ?? looseFormIn(plain, loosely);
  if (form !== null || OF_PART.test(words)) return form;
  const [whole = ""] = plain
    .replaceAll(/(?<=\d) \((?:north|south|east|west|inclusive|included)\)/gi, "")
    .split(/[()]/);
  const clauses = clausesOf(whole.replace(ONLY_SO_MANY, "at most $1 $2"));
  const read = clauses.flatMap((clause) => amountsIn(clause, loosely) ?? []);
  const isAll = read.length === clauses.filter((clause) => /\d/.test(clause)).length;
  return isAll && read.length > 0 ? read.reduce<StatedLimits | null>(sumOf, NONE) : null;
}

const NONE: StatedLimits = { own: {}, items: {} };
const sumOf = (sum: StatedLimits | null, more: StatedLimits | null): StatedLimits | null =>
  sum && more && joined(sum, more);

/**
 * Proposes the limits that individual sentences may state. Leaves out limits if another sentence
 * names a value beyond them.
 */
function proposedLimits(
  texts: readonly LocatedText[],
  of: Described,
  names: () => ReadonlySet<string>,
  { skipped, samples, property }: Around,
): readonly Omit<LimitSentence, "isAdded">[] {
  const all = texts.flatMap(readableIn);
  return texts.flatMap((text) =>
    readableIn(text).flatMap((sentence) => {
      const mark = fingerprint(sentence.written);
      if (skipped.has(mark)) return [];
      if (!isAbout(sentence.text, property) && !counts(sentence.text, property)) return [];
      const found = { at: text.pointer, fingerprint: mark, text: sentence.written };
      const limits = proposalOf(sentence, of, names);
      if (limits === null) {
        const inOneCase = partsWithoutCase(sentence).map((part) => proposalOf(part, of, names));
        const [first] = inOneCase.filter((one) => one !== null);
        return first === undefined ? [] : [{ ...found, limits: first, isInCase: true as const }];
      }
      if (samples.some((sample) => breaksLimits(sample, limits))) return [];
      if (all.some((other) => other !== sentence && allowsOthers(other.text, of, limits)))
        return [];
      return [{ ...found, limits }];
    }),
  );
}

/** The limits that a sentence may state in all cases; null if none. */
function proposalOf(
  sentence: Sentence,
  of: Described,
  names: () => ReadonlySet<string>,
): StatedLimits | null {
  const known = readLimits(sentence, of, false) ?? knownValues(sentence, of, names);
  const end = { ...sentence, text: sentence.text.replace(BEFORE_DEMAND, "Must ") };
  const limits = inAllCases(
    sentence,
    known ??
      readLoosely(sentence, of) ??
      (end.text === sentence.text ? null : readLoosely(end, of)),
  );
  if (limits === null) return null;
  const digits = withDigits(plainOf(sentence.text), true);
  const words = inKnownWords(digits);
  // A phrase that limits the length of a string can only be about the string.
  const isOfLength = words !== digits && Object.keys(limits.own).some((one) => /Length$/.test(one));
  const isFree = known !== null || isOfLength || inFreeWords(words, of) !== null;
  const isOfItems = limits.own.maxItems !== undefined && namesCounted(words, of);
  const main = {
    ...sentence,
    text: words
      .replaceAll(/ ?\([^()]*\)/g, "")
      .replaceAll(/\b(?:exclamation|question) (?:mark|point)s\b/gi, "characters"),
  };
  const isPlain = isFree || isOfItems || readLimits(main, of, false) !== null;
  return isPlain || !isAboutWorldOf(main, of.words) ? limits : null;
}

const OPENS_CASE =
  "(?:for|in|on|at|with(?! \\d)|within|under|outside|among|during|after|before|since|as|from (?:v\\d|[A-Z\\d])|until|while|unless|except|when(?:ever)?|if|where|once|because|provided|so that|to (?:avoid|prevent|ensure|make|keep)|like|regardless)\\b";
/** "In new shops, 8 digits", "8 digits unless the shop is new". */
const FIRST_CASE = new RegExp(`^${OPENS_CASE}[^,:;]*, (?=\\S)`, "i");
const LAST_CASE = new RegExp(`,? \\(?(?=${OPENS_CASE})`, "gi");
/** Maximum number of cases at the end of a sentence that are tried. */
const MOST_CASES = 4;

/** Cases that no request shows: certain callers, the past, the future. */
const UNSEEN_CASE =
  /\b(?:for|in|by) (?:[a-z-]+ ){0,2}(?:apps?|accounts?|advertisers?|partners?|merchants?|business(?:es)?)\b|\byour (?:account|app|business)\b|\b(?:(?<!as )soon|going to|next (?:year|month|version)|previously|formerly|(?<!\b(?:can|may) be )used to)\b|^(?:from version|for (?:example|instance))\b/i;

/**
 * A sentence without the case at its beginning, and without one or more cases at its end. Empty if
 * the sentence is advice, or if no request shows its case.
 */
function partsWithoutCase(sentence: Sentence): readonly Sentence[] {
  if (isAdvice(sentence.text) || UNSEEN_CASE.test(sentence.text)) return [];
  const main = sentence.text.replace(FIRST_CASE, "");
  const ends = [...main.matchAll(LAST_CASE)].map(({ index }) => index).slice(-MOST_CASES);
  const texts = [main, ...ends.toReversed().map((end) => main.slice(0, end))];
  return texts.filter((text) => text !== sentence.text).map((text) => ({ ...sentence, text }));
}

/** Whether the word after an amount names the list's items: "up to 5 seeds". */
function namesCounted(text: string, { words }: Described): boolean {
  return [...text.matchAll(/\d (?:[a-z]+ )?([a-z]+)\b/gi)].some(([, word = ""]) =>
    words.has(stemOf(word)),
  );
}

/** "A and B cannot be requested in the same report": each can be requested alone. */
const JOINTLY =
  /\b(?:together|both|combined|at (?:once|a time|the same time)|in (?:one|the same|a single) \w+)\b/i;

/** The values in the schema's list that a sentence still allows. */
function knownValues(
  sentence: Sentence,
  of: Described,
  names: () => ReadonlySet<string>,
): StatedLimits | null {
  if (isBound(sentence) || JOINTLY.test(sentence.text)) return null;
  const rest = refusesOthers(sentence, of) ? "; others are rejected" : "";
  return knownValuesIn(`${plainOf(sentence.text)}${rest}`, of, names);
}

/**
 * Proposes limits for a field from sentences that restrict the values listed in its named schema.
 */
function proposedValues(
  texts: readonly LocatedText[],
  of: Described,
  names: () => ReadonlySet<string>,
  { skipped, samples }: Around,
): readonly Omit<LimitSentence, "isAdded">[] {
  const all = texts.flatMap(readableIn);
  return texts.flatMap((text) =>
    readableIn(text).flatMap((sentence) => {
      const mark = fingerprint(sentence.written);
      const limits = skipped.has(mark)
        ? null
        : inAllCases(sentence, knownValues(sentence, of, names));
      return limits === null ||
        samples.some((sample) => breaksLimits(sample, limits)) ||
        all.some((other) => other !== sentence && allowsOthers(other.text, of, limits))
        ? []
        : [{ at: text.pointer, fingerprint: mark, text: sentence.written, limits }];
    }),
  );
}

const OF_DUTY = "(?:should|shall|must|can only|may only|cannot|must not|may not) be\\b";

/**
 * Whether a sentence begins with a property's name rather than an ordinary word. True if `property`
 * is undefined.
 */
function isAbout(text: string, property: string | undefined): boolean {
  if (property === undefined) return true;
  const [, quote, name, further] =
    /^\W*?(?:(?:the|an?|its|each|every) )?([`"']?)(\w+)\1?(?: (\w+))?/i.exec(text) ?? [];
  if (name === property && (quote !== "" || name.includes("_") || further === "field")) return true;
  // "Retention days should be 1-540": `retention_days`.
  const spoken = property.replaceAll(/\W/g, "\\$&").replaceAll("_", " ");
  return new RegExp(`^\\W*(?:the )?${spoken} ${OF_DUTY}`, "i").test(text);
}

/** Whether a sentence counts the items of a property in backticks: "two to four `a`". */
function counts(text: string, property: string | undefined): boolean {
  const [named, ...others] = text.match(/`\w+`/g) ?? [];
  const before = text.slice(0, text.indexOf("`")).trim();
  return (
    property !== undefined &&
    named === `\`${property}\`` &&
    others.length === 0 &&
    /\d$/.test(withDigits(before, true))
  );
}

/**
 * Words in another sentence that may allow values beyond the limit. Examples are "An empty value
 * removes it", "Longer ones are cut", "24 means the end of the day" and "Or a number from 1 to 5".
 */
const RELAXES =
  /^\W*or\b|\b(?:empty|blank|remov\w+|unset|resets?|higher|larger|longer|greater|bigger|lower|smaller|shorter|means?|treated|interpreted|counts? (?:as (?!the same\b|one\b)|for\b)|deprecated|formerly|previously|(?<!\b(?:can|may) be )used to|no longer|legacy|instead)\b|\bclear/i;
/**
 * A statement about effects, not accepted values: "Longer periods cost more", "who no longer
 * return".
 */
const OF_EFFECT =
  /\b(?:long|high|larg|great|bigg|low|small|short)er (?:[a-z]+ ){1,2}(?:(?:do|does|may|will|can|would)(?: not)? |(?:always|often|usually|rarely|necessarily|also|then) )*(?:mean|make|bring|reach|cost|lead|perform|tend|improve|help|find|attract|give|need|slow|work)s?\b[^,;]*|\b(?:are|were) removed\b|\bbe removed (?:by|from|when|after)\b|\bcut off after (?:about|around|roughly)\b[^,;]*|\bno longer (?!limit|enforc|appl|restrict|capped|bound|check|valid|requir)/gi;
/** "Images smaller than 75x75 pixels": not about the length of a text. */
const OF_MEDIA =
  /\b(?:small|larg|bigg|long|short)er than \d+(?: ?[x×] ?\d+)? ?(?:pixels?|px|[kmg]b|seconds?|minutes?|hours?)\b/gi;
/** "Formerly fixed at 5": a past limit, not what is accepted now. */
const IS_HISTORY =
  /^\W*(?:formerly|previously|originally|in the past|before v\S*\d|until v\S*\d)\b|(?<!\b(?:is|are|be|been|being|was|were|can) )\bused to (?:be|have|take|allow)\b/i;
/** The same as `RELAXES`, for a list of values or a pattern. */
const TAKES_FORMS =
  /\b(?:case|comma|separated|delimited|several|multiple|lists?|too|as well|beta|custom|aliases|synonyms?|shorthand|or null)\b/i;

/**
 * Whether a sentence quotes a name that is neither one of these values nor a sibling field's name.
 */
function namesOthers(text: string, values: readonly unknown[], { siblings }: Described): boolean {
  const named = [...text.matchAll(/[`"']([^`"'\s]+)[`"']/g)].map(([, name = ""]) => name);
  return named.some((name) => !values.includes(name) && !siblings.has(name));
}

/** Whether a text whose letter case is limited is hashed. Its hash can have any case. */
const isHashed = (text: string, { own, items }: StatedLimits): boolean =>
  /\bhash(?:ed|es|ing)?\b/i.test(text) &&
  [own, items].some(({ pattern }) => /\[\^(?:A-Z|a-z)\]/.test(String(pattern)));

/** Whether another sentence casts doubt on these limits. */
function contradicts(text: string, of: Described, { own, items }: StatedLimits): boolean {
  const keywords = [...Object.keys(own), ...Object.keys(items)];
  const isList = keywords.some((keyword) => keyword === "enum" || keyword === "pattern");
  const isAmount = keywords.some((keyword) => keyword !== "enum" && keyword !== "pattern");
  if (isHashed(text, { own, items })) return true;
  if (IS_HISTORY.test(text) || inFreeWords(text, of) !== null) return false;
  const bare = text.replaceAll(OF_EFFECT, "").replaceAll(OF_MEDIA, "");
  if (TAKES_MORE.test(bare) || RELAXES.test(bare)) return true;
  const values = [own.enum, items.enum].flat();
  if (isList && (TAKES_FORMS.test(text) || namesOthers(text, values, of))) return true;
  if (
    isAmount &&
    (LIMIT_WORDS.test(bare.replaceAll(NAMES, "")) || VALUE_TAKES.test(text)) &&
    /\d/.test(bare) &&
    !isOfOtherUnits(text)
  )
    return true;
  return allowsOthers(text, of, { own, items });
}

/** "Separate values with commas": a string contains several values. */
const JOINED =
  /\b(?:separate|delimit|join)(?: [a-z]+){0,3} (?:with|by|using)\b|\b(?:separated|delimited|joined) (?:with|by)\b|\b(?:comma|semicolon|pipe|space)s?[ -](?:separated|delimited)\b/i;

/** Whether another sentence names a value that these limits would reject. */
function allowsOthers(text: string, of: Described, { own, items }: StatedLimits): boolean {
  const isList = [own, items].some(({ enum: values, pattern }) => values ?? pattern);
  if (isList && TAKES_OTHERS.test(text) && !OTHERS_REFUSED.test(text)) return true;
  if (isList && of.kind === "string" && JOINED.test(text)) return true;
  if (isHashed(text, { own, items })) return true;
  if (of.kind !== "number" && of.kind !== "integer") return false;
  const {
    minimum = Number.NEGATIVE_INFINITY,
    maximum = Number.POSITIVE_INFINITY,
    exclusiveMinimum = Number.NEGATIVE_INFINITY,
    exclusiveMaximum = Number.POSITIVE_INFINITY,
    enum: values,
  } = own as Readonly<Partial<Record<Limit, number>>> & { readonly enum?: readonly Json[] };
  return [...text.matchAll(SETS)].some(([, named]) => {
    const value = Number(named);
    const isBelow = value < minimum || value <= exclusiveMinimum;
    const isAbove = value > maximum || value >= exclusiveMaximum;
    return isBelow || isAbove || values?.includes(value) === false;
  });
}

/** Whether a value violates these limits. */
function breaksLimits(value: Json, { own, items }: StatedLimits): boolean {
  const inside = { own: items, items: {} };
  if (
    Array.isArray(value) &&
    Object.keys(items).length > 0 &&
    value.some((item) => breaksLimits(item, inside))
  )
    return true;
  return Object.entries(own).some(([keyword, limit]) => {
    if (keyword === "enum")
      return !(limit as readonly Json[]).some((one) => String(one) === String(value));
    if (Array.isArray(value))
      return keyword === "minItems"
        ? value.length < Number(limit)
        : keyword === "maxItems" && value.length > Number(limit);
    if (typeof value === "object" || typeof value === "boolean") return false;
    const isOfText = /^(?:pattern|(?:min|max)Length)$/.test(keyword);
    // In OpenAPI 3.0, `exclusiveMinimum: true` makes `minimum` exclusive.
    const exclusive = `exclusiveM${keyword.slice(1)}` as Limit;
    return breaks(
      isOfText ? String(value) : Number(value),
      own[exclusive] === true ? exclusive : (keyword as Limit),
      limit,
    );
  });
}

// Decides with which fields a sentence is read: the fields of the request, or the fields of an
// object inside the request.

import { isNode, type Node } from "../lower/context.js";
import type { Form } from "../lower/schema.js";
import { SCHEMA, SCHEMAS } from "../parse/annotations.js";
import { originOf } from "../parse/json.js";
import {
  type Decisions,
  type Ledger,
  proposeRules,
  reportSentences,
  type SentenceReport,
  verdictOn,
} from "./classify.js";
import { demandsOfRequest } from "./concern.js";
import { type Draft, fieldsOf, type NamedRule, type UnreadSentence, withPaths } from "./draft.js";
import { obliges } from "./idle.js";
import { markMentions } from "./mentions.js";
import { type LocatedText, type Sentence, sentencesOf } from "./sentences.js";
import {
  readContextOf,
  type Vocabulary,
  vocabularyOfObject,
  vocabularyWithin,
} from "./vocabulary.js";

/** A sentence, and the fields to read it with. */
export interface Reading {
  readonly sentence: Sentence;
  readonly vocabulary: Vocabulary;
  /** The schema of the object that has these fields; null for the request. */
  readonly schema: Node | null;
  /**
   * Whether the sentence is outside the named schema and describes one use of it. Other uses may
   * have other rules, so the sentence's rules are only proposed.
   */
  readonly isOfOneUse?: boolean;
}

/**
 * Pairs each sentence of these descriptions with the fields it is about.
 *
 * There is one reading for each sentence, in order. The sentence is read with the first of these
 * that applies:
 * - the fields of an object and of an enclosing one, if a rule relates them
 * - the nearest object for which the sentence states a rule or proposes one
 * - the only object inside the subject for which the sentence states a rule
 * - the fields that explain the sentence best
 *
 * `vocabulary` is the request's. `ofObject` returns the vocabulary of an object.
 */
export function readingsOf(
  texts: readonly LocatedText[],
  vocabulary: Vocabulary,
  ofObject: (form: Form) => Vocabulary,
): readonly Reading[] {
  const ofHolder = (form: Form | null): Vocabulary => (form === null ? vocabulary : ofObject(form));
  return texts.flatMap((text) => {
    const places = [
      ...(text.objects ?? []).map(({ form, field }) => ({
        sentences: sentencesOf({ ...text, field }),
        vocabulary: ofObject(form),
        schema: schemaOf(form),
      })),
      { sentences: sentencesOf(text), vocabulary, schema: null },
    ];
    return sentencesOf(text).map((sentence, index) => {
      const readings = places.map(
        ({ sentences, ...place }): Reading => ({
          sentence: sentences[index] ?? sentence,
          ...place,
        }),
      );
      const reading = chosen(readings) ?? { sentence, vocabulary, schema: null };
      const wider = ofHolders(text, index, ofHolder);
      if (wider !== null || isStating(reading)) return wider ?? reading;
      return ofHeld(text, index, ofObject) ?? reading;
    });
  });
}

/**
 * The name of a schema in the files of spec/. It is `schema:` followed by the component's name or,
 * for any other schema, by its JSON pointer. A schema that is not from the description has only
 * `schema:`.
 */
export function subjectOf(schema: Node): string {
  const { pointer = "" } = originOf(schema) ?? {};
  const name = pointer.startsWith(SCHEMAS) ? pointer.slice(SCHEMAS.length) : pointer;
  return `${SCHEMA}${name.includes("/") ? pointer : name}`;
}

function chosen(readings: readonly Reading[]): Reading | undefined {
  const [first] = readings;
  if (first === undefined || readings.length === 1) return first;
  // Most sentences name nothing in the surrounding objects and need not be read again for them.
  const own = namesOf(first);
  const candidates = readings.filter(
    (reading) => reading === first || [...namesOf(reading)].some((name) => !own.has(name)),
  );
  const stating = candidates.find(isStating);
  if (stating !== undefined) return stating;
  // The fields of the nearest object explain a sentence best. But if the sentence states a
  // requirement about the fields of any of the objects, that requirement is reported.
  const { label } = verdictOn(first.sentence, first.vocabulary);
  if (label !== "informational" && label !== "unknown") return first;
  const isTold = ({ sentence, vocabulary, schema }: Reading): boolean =>
    verdictOn(sentence, vocabulary).label === "unknown" &&
    (schema === null ||
      obliges(sentence.text) ||
      demandsOfRequest(sentence.text, readContextOf(sentence, vocabulary)));
  return candidates.find(isTold) ?? (label === "informational" ? first : readings.at(-1));
}

/** The fields that a sentence names, directly or by their values, except the described field. */
function namesOf({ sentence, vocabulary }: Reading): ReadonlySet<string> {
  const { mentions } = markMentions(sentence.text, readContextOf(sentence, vocabulary));
  const names = mentions.flatMap((mention) =>
    mention.kind === "F"
      ? [mention.field.name]
      : mention.kind === "C"
        ? [mention.group.field.name]
        : [],
  );
  return new Set(names.filter((name) => name !== sentence.source.field));
}

/** Whether a sentence states a rule about these fields, or a rule can be proposed for it. */
function isStating(reading: Reading): boolean {
  return statedBy(reading).length > 0;
}

/** The rules that a sentence states about these fields, or else those proposed for it. */
function statedBy({ sentence, vocabulary }: Reading): readonly Draft[] {
  const verdict = verdictOn(sentence, vocabulary);
  if (verdict.label === "rule") return verdict.drafts;
  return verdict.label === "unknown" ? proposeRules(sentence, vocabulary) : [];
}

/**
 * Reads a sentence with the fields of an object that its subject contains. The sentence must state
 * a rule between fields that it names in backticks or with an underscore. Null if it does so for no
 * object, or for several.
 */
function ofHeld(
  text: LocatedText,
  index: number,
  ofObject: (form: Form) => Vocabulary,
): Reading | null {
  const { held = [] } = text;
  const names = held.length === 0 ? [] : namesIn(sentencesOf(text)[index]);
  if (names.length < 2) return null;
  const stating = new Map<Node, Reading>();
  for (const { form, field } of held) {
    const vocabulary = ofObject(form);
    if (names.filter((name) => vocabulary.fields.has(name)).length < 2) continue;
    const sentence = sentencesOf({ ...text, field })[index];
    if (sentence === undefined) continue;
    const schema = schemaOf(form);
    const reading = { sentence, vocabulary, schema, isOfOneUse: !isWithin(text, schema) };
    if (isStating(reading)) stating.set(schema, reading);
  }
  const [only = null, ...others] = stating.values();
  return others.length === 0 ? only : null;
}

/**
 * Whether a text is in a schema. Always true for a schema without a name, which is used only once.
 */
function isWithin({ pointer }: LocatedText, schema: Node): boolean {
  const holder = originOf(schema)?.pointer ?? "";
  return !holder.startsWith(SCHEMAS) || `${pointer}/`.startsWith(`${holder}/`);
}

/**
 * Signs that text may name a field or value: backticks, quotation marks, capitals or underscores.
 */
const CAN_NAME = /[`"]|[a-z0-9]_[a-z]|\b[A-Z][A-Z0-9_]{2,}\b/;

/** "A card whose `status` is A", "the parent's `kind`": a field of something else. */
const OF_ANOTHER =
  /\bwhose\b|\w's [`"'\w]|(?:`|\w_\w+)(?: field| parameter| property)? of (?:the|an?|your|its|this|that|each)\b|\b(?:parent|linked|other|related)\b|`\.`/i;

/**
 * Reads a sentence with the fields of its object and of an enclosing one. The nearest object with
 * such rules is used: they must all be about the described field, and at least one must relate
 * fields of both objects. Null if there is no such object. `ofHolder` returns the vocabulary of an
 * object or, for null, the request.
 */
function ofHolders(
  text: LocatedText,
  index: number,
  ofHolder: (form: Form | null) => Vocabulary,
): Reading | null {
  const [own, ...outer] = text.holders ?? [];
  const sentence = own && sentencesOf({ ...text, field: own.field })[index];
  if (!own || !sentence || !CAN_NAME.test(sentence.text) || OF_ANOTHER.test(sentence.text))
    return null;
  // "Language codes" does not name the field `language` of another object.
  const written = new Set(
    sentence.text.match(/[`"']\w+[`"']|\w+_\w+/g)?.map((word) => word.replaceAll(/[`"']/g, "")),
  );
  const inner = ofHolder(own.form);
  let [path, isRequired, isNullable] = ["", true, false];
  for (const { form, field } of outer) {
    path = path === "" ? field : `${field}.${path}`;
    const around = ofHolder(form);
    const holding = around.fields.get(field);
    // A dot separates the steps of a path.
    if (field.includes(".")) return null;
    isRequired &&= holding?.isRequired === true;
    isNullable ||= holding?.facts.nullable === true;
    const vocabulary = vocabularyWithin(around, inner, { path, isRequired });
    const reading = { sentence, vocabulary, schema: form && schemaOf(form) };
    const isInner = (name: string): boolean => inner.fields.has(name);
    if ([...namesOf(reading)].every(isInner)) continue;
    const drafts = statedBy(reading);
    // In a request, null counts as set. A rule that applies only if the object is set would
    // therefore also apply to null.
    const isGuarded = (draft: Draft): boolean =>
      withPaths(draft, vocabulary.inner).when.length > draft.when.length;
    if (form === null && isNullable && drafts.some(isGuarded)) continue;
    const stated = drafts.map(fieldsOf);
    const isOfBoth = (names: readonly string[]): boolean =>
      names.some(isInner) && !names.every(isInner);
    // A rule cannot assume the default of a field whose object may be missing.
    const isFree = (name: string): boolean =>
      !name.includes(".") && inner.fields.get(name)?.facts.default === undefined;
    const isOwn = stated.every((names) => names.includes(own.field));
    const isClear = stated
      .flat()
      .every((name) => isFree(name) && (isInner(name) || written.has(name)));
    if (isOwn && isClear && stated.some(isOfBoth)) return reading;
  }
  return null;
}

/**
 * The names in a sentence, or in the list that it introduces. Only those in backticks or with an
 * underscore count.
 */
function namesIn(sentence: Sentence | undefined): readonly string[] {
  if (sentence === undefined) return [];
  const { text, source } = sentence;
  const words = (/:\W*$/.test(text) ? source.text : text).match(/`\w+`|\w+_\w+/g) ?? [];
  return [...new Set(words.map((word) => word.replaceAll("`", "")))];
}

/**
 * Returns a function that creates the vocabulary of an object in `document` and caches it. Objects
 * share a vocabulary if they have the same schema, property names and required names. `shared` maps
 * equal vocabularies to the same instance.
 */
export function objectVocabularies(
  document: Node,
  shared: (vocabulary: Vocabulary) => Vocabulary,
): (form: Form) => Vocabulary {
  const known = new Map<Node, Map<string, Vocabulary>>();
  return (form) => {
    const schema = schemaOf(form);
    const { properties, required } = form.flat;
    const key = JSON.stringify([[...properties.keys()], [...required]]);
    const ofSchema = known.get(schema) ?? new Map<string, Vocabulary>();
    known.set(schema, ofSchema);
    const vocabulary = ofSchema.get(key) ?? shared(vocabularyOfObject(form, document));
    ofSchema.set(key, vocabulary);
    return vocabulary;
  };
}

/** The schema that an object's rules belong to: the referenced one, or its own. */
function schemaOf({ flat: { parts } }: Form): Node {
  const isReference = (part: Node): boolean =>
    typeof part.$ref === "string" &&
    Object.keys(part).every((key) => /^(\$ref|nullable)$/.test(key));
  // A schema merged from two parts is not in the description.
  const own = parts.find((part) => originOf(part) !== undefined && !isReference(part));
  return own ?? parts.find(isNode) ?? {};
}

/** Classification of all sentences of an operation. */
export interface ReadingReport extends SentenceReport {
  readonly unread: readonly UnreadReading[];
  /**
   * The rules of objects inside the request, by schema. `rules` contains the rules of the request
   * itself.
   */
  readonly ofObjects: ReadonlyMap<Node, readonly NamedRule[]>;
}

/** An unread sentence with the schema of its object, or null for the request. */
export interface UnreadReading extends UnreadSentence {
  readonly schema: Node | null;
}

/**
 * Classifies every sentence of an operation, each with its own fields. `vocabulary` is the
 * request's. `rules` contains only the rules of the request. `ofObjects` contains the rules of
 * objects inside it. If two rules of one object have the same name, the first is kept. The ledger
 * counts all sentences.
 */
export function reportReadings(
  readings: readonly Reading[],
  vocabulary: Vocabulary,
  decisions: Omit<Decisions, "ofOneUse">,
): ReadingReport {
  const groups = new Map<Node | null, Map<Vocabulary, Sentence[]>>([
    [null, new Map([[vocabulary, []]])],
  ]);
  const ofOneUse = new Set<Sentence>();
  for (const { schema, vocabulary: fields, sentence, isOfOneUse = false } of readings) {
    if (isOfOneUse) ofOneUse.add(sentence);
    const ofSchema = groups.get(schema) ?? new Map<Vocabulary, Sentence[]>();
    groups.set(schema, ofSchema);
    ofSchema.set(fields, [...(ofSchema.get(fields) ?? []), sentence]);
  }
  const reports = [...groups].flatMap(([schema, byFields]) =>
    [...byFields].map(([fields, sentences]) => ({
      schema,
      report: reportSentences(sentences, fields, { ...decisions, ofOneUse }),
    })),
  );
  const ofObjects = new Map<Node, readonly NamedRule[]>();
  for (const { schema, report } of reports)
    if (schema !== null && report.rules.length > 0)
      ofObjects.set(schema, withRules(ofObjects.get(schema) ?? [], report.rules));
  const all = reports.map(({ report }) => report);
  return {
    rules: reports.flatMap(({ schema, report }) => (schema === null ? report.rules : [])),
    ofObjects,
    ledger: all.map(({ ledger }) => ledger).reduce(sum),
    problems: all.flatMap(({ problems }) => problems),
    unread: reports.flatMap(({ schema, report }) =>
      report.unread.map((sentence) => ({ ...sentence, schema })),
    ),
    remarks: all.flatMap(({ remarks }) => remarks),
    skips: all.flatMap(({ skips }) => skips),
    accepted: all.flatMap(({ accepted }) => accepted),
  };
}

function sum(one: Ledger, other: Ledger): Ledger {
  const names = Object.keys(one) as readonly (keyof Ledger)[];
  return Object.fromEntries(
    names.map((name) => [name, one[name] + other[name]]),
  ) as unknown as Ledger;
}

/**
 * Returns `rules`, followed by the rules of `others` with other ids. Duplicates within `others` are
 * kept.
 */
export function withRules(
  rules: readonly NamedRule[],
  others: readonly NamedRule[],
): readonly NamedRule[] {
  const isKnown = ({ id }: NamedRule): boolean => rules.some((rule) => rule.id === id);
  return [...rules, ...others.filter((rule) => !isKnown(rule))];
}

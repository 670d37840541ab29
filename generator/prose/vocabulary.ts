import { Diagnostics } from "../diagnostics.js";
import { isNode, type Node } from "../lower/context.js";
import { type FlatSchema, flatten, isEqual } from "../lower/flatten.js";
import { type OperationNode, parametersIn } from "../lower/operation.js";
import { bodyOf } from "../lower/request.js";
import { type Form, formsOf, isList } from "../lower/schema.js";
import type { Condition } from "../model/model.js";
import { type Json, listOf, withWords, wordsOf } from "../parse/json.js";
import type { Sentence } from "./sentences.js";
import { schemaOf } from "./texts.js";

/** A field of the request that prose can refer to. */
export interface Field {
  readonly name: string;
  /** `body` or `query`. */
  readonly where: string;
  /** Its possible values or, if it is a list, the possible values of its items. */
  readonly values: readonly (string | number)[];
  readonly isList: boolean;
  /** Whether every request must have it. */
  readonly isRequired: boolean;
  /** The other keywords of its schema: default, format, maximum, maxItems … */
  readonly facts: Readonly<Record<string, Json>>;
  /** The beginning of its description, in lower case: another name for it in prose. */
  readonly synonym: string;
}

/** The fields and values of an operation that its prose can refer to. */
export interface Vocabulary {
  readonly fields: ReadonlyMap<string, Field>;
  /** Set if some of the fields belong to an object inside another object. */
  readonly inner?: InnerFields;
}

/** The fields of an object that is inside another object. */
export interface InnerFields {
  readonly path: string;
  /** The names of its fields. */
  readonly names: ReadonlySet<string>;
  /** Whether every field on the path to it is required. */
  readonly isRequired: boolean;
}

/** A field of a request, with its schema. */
export interface FieldSchema {
  readonly name: string;
  /** `body` or `query`. */
  readonly where: string;
  readonly schema: Node;
  readonly isRequired?: boolean;
}

/**
 * The vocabulary of an operation: its query parameters and the fields of its body. Each has the
 * values and facts of its type. Parameters in the path or in headers are not included. If the body
 * has several forms, the fields of all forms are included. If a query parameter and a field of the
 * body have the same name, the field of the body is used. A body that the client cannot send, such
 * as the body of a GET request, is left out. Throws `Problems` for a reference without a target.
 */
export function vocabularyOf(operation: OperationNode, document: Node): Vocabulary {
  const parameters = parametersIn(operation, document).flatMap(({ node }): FieldSchema[] => {
    // The parameter's own description takes precedence over its schema's.
    const schema = withWords(schemaOf(node) ?? {}, wordsOf(node));
    const isRequired = node.required === true;
    return node.in === "query"
      ? [{ name: String(node.name), where: "query", schema, isRequired }]
      : [];
  });
  const body = bodyOf(operation, { document, diagnostics: new Diagnostics() });
  const fields = body === null ? [] : fieldsIn(allForms(body.node, document));
  return wordedAs([...parameters, ...fields], document);
}

/**
 * The vocabulary of these fields. References in their schemas point into `document`. If several
 * fields have the same name, the last one is used. Throws `Problems` for a reference without a
 * target.
 */
export function wordedAs(fields: readonly FieldSchema[], document: Node): Vocabulary {
  return { fields: new Map(fields.map((field) => [field.name, fieldOf(field, document)])) };
}

/**
 * The vocabulary of the fields of an object inside a request. If the object has several forms, the
 * fields of all forms are included. Throws `Problems` for a reference without a target.
 */
export function vocabularyOfObject(object: Form, document: Node): Vocabulary {
  return wordedAs(fieldsIn(formsWithin(object, document)), document);
}

const within = new WeakMap<Vocabulary, WeakMap<Vocabulary, Map<string, Vocabulary>>>();

/**
 * Combines the vocabularies of an object and its enclosing object. If both have a field of the same
 * name, the field of the inner object is used. Returns the same instance for the same vocabularies
 * and path, because readings are cached per vocabulary instance. The `isRequired` of the first such
 * call applies to all later ones.
 */
export function vocabularyWithin(
  outer: Vocabulary,
  inner: Vocabulary,
  place: Omit<InnerFields, "names">,
): Vocabulary {
  const ofOuter = within.get(outer) ?? new WeakMap<Vocabulary, Map<string, Vocabulary>>();
  within.set(outer, ofOuter);
  const ofInner = ofOuter.get(inner) ?? new Map<string, Vocabulary>();
  ofOuter.set(inner, ofInner);
  const vocabulary = ofInner.get(place.path) ?? {
    fields: new Map([...outer.fields, ...inner.fields]),
    inner: { ...place, names: new Set(inner.fields.keys()) },
  };
  ofInner.set(place.path, vocabulary);
  return vocabulary;
}

/** The fields of an object with these forms. A field is required only if all forms require it. */
function fieldsIn(all: readonly FlatSchema[]): readonly FieldSchema[] {
  const forms = all
    .filter(({ alternatives }) => alternatives === null)
    .map(({ properties, required }) =>
      [...properties].map(([name, { node: schema }]) => ({
        name,
        schema,
        isRequired: required.has(name),
      })),
    );
  return [...new Set(forms.flat().map(({ name }) => name))].map((name) => {
    const fields = forms.flat().filter((field) => field.name === name);
    const schemas = fields
      .map(({ schema }) => schema)
      .filter((schema, index, all) => all.findIndex((other) => isEqual(other, schema)) === index);
    const [only = {}] = schemas;
    return {
      name,
      where: "body",
      schema: schemas.length === 1 ? only : { anyOf: schemas },
      isRequired: fields.length === forms.length && fields.every(({ isRequired }) => isRequired),
    };
  });
}

function fieldOf({ name, where, schema, isRequired = false }: FieldSchema, document: Node): Field {
  const forms = allForms(schema, document);
  const words = forms.find((form) => form.words !== "")?.words ?? "";
  return {
    name,
    where,
    values: [
      ...new Set(
        forms
          .flatMap((form) => valuesOf(form, document))
          .filter((value) => typeof value === "string" || typeof value === "number"),
      ),
    ],
    isList: forms.some(isList),
    isRequired,
    facts: Object.fromEntries(
      [...forms].reverse().flatMap(({ keywords }) => Object.entries(keywords) as [string, Json][]),
    ),
    synonym: (/^[^.<[(\n]*/.exec(words)?.[0] ?? "").trim().toLowerCase(),
  };
}

/** Returns a schema and, recursively, all of its forms. Discards the diagnostics. */
function allForms(schema: Node, document: Node): readonly FlatSchema[] {
  const flat = flatten(document, schema, "", new Diagnostics());
  return formsWithin({ flat, through: new Set() }, document);
}

function formsWithin(form: Form, document: Node): readonly FlatSchema[] {
  return [form.flat, ...formsOf(form, document).flatMap((inner) => formsWithin(inner, document))];
}

/** The values of an enum or, for a list, the enum values of its items. */
function valuesOf({ keywords }: FlatSchema, document: Node): readonly unknown[] {
  const { enum: values, items } = keywords;
  if (Array.isArray(values)) return values;
  if (!isNode(items)) return [];
  const forms = allForms(items, document);
  return forms.flatMap((form) => listOf(form.keywords.enum as Json));
}

/**
 * The field whose name is the plural or singular of this one. For `ad_id`, it is the list `ad_ids`,
 * and vice versa. Null if there is none.
 */
function inOtherNumber(name: string, { fields }: Vocabulary): Field | null {
  const list = fields.get(`${name}s`);
  return list?.isList === true ? list : (fields.get(name.replace(/(?<=_id)s$/, "")) ?? null);
}

/**
 * Whether a word is a value of the described field. Descriptions explain the values of their field,
 * so such a word does not name another field. Spaces and hyphens in the word count as `_`. If the
 * word has no underscore, case is ignored. False if it is the field's own name, or if no field is
 * described.
 */
export function isOwnValue(word: string, self: Field | null): boolean {
  if (self === null || word === self.name) return false;
  const token = word.trim().replaceAll(/[ -]+/g, "_");
  return self.values.some(
    (value) =>
      value === token ||
      (!word.includes("_") && String(value).toLowerCase() === token.toLowerCase()),
  );
}

/**
 * The field that words refer to.
 *
 * The words can be its name, its name with spaces, or its name in the plural or singular. They can
 * also be the beginning of its description, or some of the words in its name. In the last case,
 * `self` takes precedence, and any other field needs at least two words. Capitals, a leading "the",
 * and a trailing "field" or "parameter" are ignored. "this" and "it" mean `self`. Null if there is
 * no such field or there are several.
 */
export function fieldMeant(
  words: string,
  self: Field | null,
  { fields }: Vocabulary,
): Field | null {
  const spelt = words
    .trim()
    .replace(/^the /i, "")
    .replace(/ (?:of|for) the reports?$/i, "")
    .replace(/ (?:field|parameter)s?$/i, "");
  const normalized = spelt.toLowerCase();
  if (/^(?:this|it)$/.test(normalized)) return self;
  const name = normalized.replaceAll(" ", "_");
  const named =
    fields.get(spelt) ??
    fields.get(normalized) ??
    fields.get(name) ??
    inOtherNumber(name, { fields });
  if (named) return named;
  const all = [...fields.values()];
  const matches = all.filter(({ synonym }) => synonym === normalized);
  if (matches.length === 1) return matches[0] ?? null;
  const tokens = normalized.split(/[ _]+/);
  const holds = ({ name }: Field): boolean =>
    tokens.every((token) => name.split("_").includes(token));
  if (self && holds(self)) return self;
  const holding = all.filter(holds);
  return tokens.length > 1 && holding.length === 1 ? (holding[0] ?? null) : null;
}

/**
 * The value of a field that a word refers to. Spaces and hyphens in the word count as `_`. The word
 * must then equal the value, as written or after conversion to capitals. Null if the field has no
 * such value.
 */
export function valueMeant(word: string, field: Field): string | number | null {
  const token = word.trim().replaceAll(/[ -]+/g, "_");
  return (
    field.values.find((value) => String(value) === token) ??
    field.values.find((value) => String(value) === token.toUpperCase()) ??
    null
  );
}

/**
 * The values that words such as `A, B or C` mean. They are in enum order, without duplicates. Null
 * for blank text, or if a word is not a valid value for the field.
 */
export function valuesMeant(words: string, field: Field): readonly (string | number)[] | null {
  const meant = itemsOf(words).map((word) => valueMeant(word, field));
  if (meant.length === 0 || meant.includes(null)) return null;
  return field.values.filter((value) => meant.includes(value));
}

/**
 * The items of a list in words such as `A, B and C` or `A/B`. They are separated by commas,
 * slashes, "and", "or" or "nor". Items are trimmed, and duplicates are kept. Empty for blank text.
 */
export function itemsOf(words: string): readonly string[] {
  return words
    .split(/,? (?:and|or|nor) |, ?| ?\/ ?/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/**
 * The field named `kind` if it has the value, otherwise the only field that does. Null if no field
 * has the value, or if `kind` does not but several other fields do.
 */
export function ownerOf(word: string, kind: string, { fields }: Vocabulary): Field | null {
  const named = fields.get(kind);
  if (named && valueMeant(word, named) !== null) return named;
  const owners = [...fields.values()].filter((field) => valueMeant(word, field) !== null);
  return owners.length === 1 ? (owners[0] ?? null) : null;
}

const adverbs: Readonly<Record<string, string>> = {
  hourly: "HOUR",
  daily: "DAY",
  weekly: "WEEK",
  monthly: "MONTH",
};

/**
 * The value that an adverb such as `hourly` stands for: `HOUR`, `DAY`, `WEEK` or `MONTH`. Ignores
 * case. Null for other words.
 */
export function adverbMeant(word: string): string | null {
  return Object.hasOwn(adverbs, word.toLowerCase()) ? (adverbs[word.toLowerCase()] ?? null) : null;
}

/** The strings captured by the named groups of a pattern. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** What a reading can use: the sentence, the field it describes, and the vocabulary. */
export interface ReadContext {
  readonly sentence: Sentence;
  readonly self: Field | null;
  readonly vocabulary: Vocabulary;
}

/**
 * The context for reading a sentence. `self` is the field that the sentence's description belongs
 * to. It is null if there is no such field, or if the field is not in the vocabulary.
 */
export function readContextOf(sentence: Sentence, vocabulary: Vocabulary): ReadContext {
  const { field } = sentence.source;
  return {
    sentence,
    self: field === null ? null : (vocabulary.fields.get(field) ?? null),
    vocabulary,
  };
}

/**
 * The conditions that the pattern's groups captured at the beginning or end of a sentence. Empty if
 * there are none. Null if one is not understood or two are about the same field.
 */
export function conditions(groups: Groups, context: ReadContext): readonly Condition[] | null {
  if (groups.condLevel !== undefined) return atLevel(groups.condLevel, context);
  if (groups.condAdverb !== undefined) return atAdverb(groups.condAdverb, context);
  const resolved = ["cond", "also"]
    .filter((name) => groups[`${name}Field`] !== undefined)
    .map((name) => conditionOf(name, groups, context));
  const sure = resolved.filter((condition): condition is Condition => condition !== null);
  return sure.length === resolved.length &&
    new Set(sure.map(({ field }) => field)).size === sure.length
    ? sure
    : null;
}

function conditionOf(
  name: string,
  groups: Groups,
  { self, vocabulary }: ReadContext,
): Condition | null {
  const words = groups[`${name}Field`] ?? "";
  const field = isOwnValue(words, self) ? null : fieldMeant(words, self, vocabulary);
  const values = field && valuesMeant(groups[`${name}Values`] ?? "", field);
  if (!field || !values) return null;
  return isNegated(groups[`${name}Op`])
    ? { field: field.name, isNot: values }
    : { field: field.name, is: values };
}

/**
 * Says why a captured condition does not fit the API description: `granularity is never HOUR`. Only
 * the first reason is returned. Null if the conditions fit, or if none is captured.
 */
export function lackOf(groups: Groups, { self, vocabulary }: ReadContext): string | null {
  const byKind = ([kind, word = null]: readonly [string, string | null | undefined]) =>
    word === null || ownerOf(word, kind, vocabulary) !== null
      ? []
      : lacking(vocabulary.fields.get(kind), kind, [word]);
  const byName = ["cond", "also"].flatMap((name) => {
    const words = groups[`${name}Field`];
    if (words === undefined) return [];
    const field = fieldMeant(words, self, vocabulary);
    return lacking(field, words, itemsOf(groups[`${name}Values`] ?? ""));
  });
  const adverb = groups.condAdverb;
  const lacks = [
    ...byKind(["granularity", adverb === undefined ? null : adverbMeant(adverb)]),
    ...byKind(["level", groups.condLevel]),
    ...byName,
  ];
  return lacks[0] ?? null;
}

function lacking(
  field: Field | null | undefined,
  name: string,
  words: readonly string[],
): readonly string[] {
  if (!field) return [`no field is called ${name}`];
  if (field.values.length === 0) return [`${field.name} has no known values`];
  const absent = words.filter((word) => valueMeant(word, field) === null);
  return absent.length === 0 ? [] : [`${field.name} is never ${absent.join(" or ")}`];
}

function isNegated(operator = ""): boolean {
  return /not|other than/i.test(operator);
}

/**
 * The condition that a phrase such as `Product Item level reports` states, in a list.
 *
 * `words` are the words before `level reports`. The condition is on the field `level` if it has
 * that value, otherwise on the only field that does. Null if no field has the value, or if several
 * do but `level` does not. Also null for empty or missing words.
 */
export function atLevel(words = "", { vocabulary }: ReadContext): readonly Condition[] | null {
  const field = ownerOf(words, "level", vocabulary);
  const value = field && valueMeant(words, field);
  return field && value !== null ? [{ field: field.name, is: [value] }] : null;
}

/** The condition that "hourly reports" stands for. */
function atAdverb(adverb = "", { vocabulary }: ReadContext): readonly Condition[] | null {
  const value = adverbMeant(adverb);
  const field = value === null ? null : ownerOf(value, "granularity", vocabulary);
  return field && value !== null ? [{ field: field.name, is: [value] }] : null;
}

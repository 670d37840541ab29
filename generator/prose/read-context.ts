import type { Condition } from "../model/model.js";
import type { Sentence } from "./sentences.js";
import { adverbMeant, type Field, fieldMeant, ownerOf, type Vocabulary, valueMeant, valuesMeant } from "./vocabulary.js";

/** Texts that the named groups of a pattern captured. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** What a reading may use: the sentence, the field it belongs to, and the vocabulary. */
export interface ReadContext {
  readonly sentence: Sentence;
  readonly self: Field | null;
  readonly vocabulary: Vocabulary;
}

/** Makes the context for reading a sentence. */
export function readContextOf(sentence: Sentence, vocabulary: Vocabulary): ReadContext {
  const { field } = sentence.place;
  return { sentence, self: field === null ? null : (vocabulary.fields.get(field) ?? null), vocabulary };
}

/** Conditions at the beginning or end of a sentence. Empty if there are none, null if they do not resolve. */
export function conditions(groups: Groups, sight: ReadContext): readonly Condition[] | null {
  if (groups.condLevel !== undefined) return atLevel(groups.condLevel, sight);
  if (groups.condAdverb !== undefined) return atAdverb(groups.condAdverb, sight);
  const found = ["cond", "also"].filter((name) => groups[`${name}Field`] !== undefined).map((name) => conditionOf(name, groups, sight));
  const sure = found.filter((condition): condition is Condition => condition !== null);
  return sure.length === found.length && new Set(sure.map(({ field }) => field)).size === sure.length ? sure : null;
}

function conditionOf(name: string, groups: Groups, { self, vocabulary }: ReadContext): Condition | null {
  const field = fieldMeant(groups[`${name}Field`] ?? "", self, vocabulary);
  const values = field && valuesMeant(groups[`${name}Values`] ?? "", field);
  if (!field || !values) return null;
  return isNegated(groups[`${name}Op`]) ? { field: field.name, isNot: values } : { field: field.name, is: values };
}

function isNegated(operator = ""): boolean {
  return /not|n't|other than/i.test(operator);
}

/** The condition that "Product Item level reports" means. */
export function atLevel(words = "", { vocabulary }: ReadContext): readonly Condition[] | null {
  const field = ownerOf(words, "level", vocabulary);
  const value = field && valueMeant(words, field);
  return field && value !== null ? [{ field: field.name, is: [value] }] : null;
}

/** The condition that "hourly reports" means. */
function atAdverb(adverb = "", { vocabulary }: ReadContext): readonly Condition[] | null {
  const value = adverbMeant(adverb);
  const field = value === null ? null : ownerOf(value, "granularity", vocabulary);
  return field && value !== null ? [{ field: field.name, is: [value] }] : null;
}

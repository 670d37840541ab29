import type { Condition } from "../model/model.js";
import type { Dead, Draft, Reading } from "./draft.js";
import { bare, condition } from "./macros.js";
import { adverbMeant, type Field, fieldMeant, listed, ownerOf, type Vocabulary, valueMeant, valuesMeant } from "./resolve.js";
import type { Sentence } from "./sentences.js";

/** What stands in the holes of a pattern. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** What a reading may look at: the sentence, the field it belongs to, and what its words can mean. */
export interface Sight {
  readonly sentence: Sentence;
  readonly self: Field | null;
  readonly vocabulary: Vocabulary;
}

const units: Readonly<Record<string, string>> = { day: "day", days: "day", month: "month", months: "month", year: "year", years: "year" };

function duration(amount: string | undefined, unit: string | undefined): { readonly amount: number; readonly unit: string } | null {
  const known = units[(unit ?? "").toLowerCase()];
  const number = Number(amount);
  return known && number > 0 ? { amount: number, unit: known } : null;
}

/** The condition that a sentence begins or ends with; an empty list when there is none, null when it does not resolve. */
function conditions(groups: Groups, { self, vocabulary }: Sight): readonly Condition[] | null {
  if (groups.condField === undefined) return [];
  const field = fieldMeant(groups.condField, self, vocabulary);
  const values = field && valuesMeant(groups.condValues ?? "", field);
  if (!field || !values) return null;
  const isNot = /not|n't|other than/i.test(groups.condOp ?? "");
  return [isNot ? { field: field.name, isNot: values } : { field: field.name, is: values }];
}

/** The condition that a phrase such as "Product Item level reports" stands for. */
function atLevel({ levelWord = "" }: Groups, { vocabulary }: Sight): readonly Condition[] | null {
  const field = ownerOf(levelWord, "level", vocabulary);
  const value = field && valueMeant(levelWord, field);
  return field && value !== null ? [{ field: field.name, is: [value] }] : null;
}

const date = (name: string, { vocabulary }: Sight): string | null => (vocabulary.fields.has(name) ? name : null);
const isDate = (field: Field | null): field is Field => field !== null && /(?:^|_)date$/.test(field.name);

/** How far back, how long a range, or both. */
export function windows(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  const start = date("start_date", sight);
  const end = date("end_date", sight);
  if (!when || !start || !end) return null;
  const back = duration(groups.back, groups.backUnit);
  const span = duration(groups.span, groups.spanUnit);
  if ((groups.back !== undefined && !back) || (groups.span !== undefined && !span)) return null;
  return [
    ...(back ? [{ kind: "max-lookback", when, params: { field: start, ...back } }] : []),
    ...(span ? [{ kind: "max-range", when, params: { start, end, ...span } }] : []),
  ];
}

export function ownLookback({ back, backUnit }: Groups, { self }: Sight): Reading {
  const far = duration(back, backUnit);
  return far && isDate(self) ? [{ kind: "max-lookback", when: [], params: { field: self.name, ...far } }] : null;
}

export function ownRange({ span, spanUnit, field }: Groups, { self, vocabulary }: Sight): Reading {
  const long = duration(span, spanUnit);
  const start = fieldMeant(field ?? "", null, vocabulary);
  if (!long || !isDate(self) || !isDate(start) || start === self) return null;
  return [{ kind: "max-range", when: [], params: { start: start.name, end: self.name, ...long } }];
}

export function minRange({ least, leastUnit }: Groups, sight: Sight): Reading {
  const long = duration(least, leastUnit);
  const start = date("start_date", sight);
  const end = date("end_date", sight);
  return long && start && end ? [{ kind: "min-range", when: [], params: { start, end, ...long } }] : null;
}

export function minDate(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  const field = fieldMeant(groups.field ?? "", sight.self, sight.vocabulary);
  const after = groups.date ?? "";
  const isReal = new Date(`${after}T00:00:00Z`).toString() !== "Invalid Date" && new Date(after).toISOString().startsWith(after);
  return when && isDate(field) && isReal ? [{ kind: "min-date", when, params: { field: field.name, after } }] : null;
}

/** A format that the schema states as well needs no rule. */
export function dateFormat(_: Groups, { self }: Sight): Reading {
  if (!self || self.isList) return null;
  return self.facts.format === "date" ? [] : [{ kind: "date-format", when: [], params: { field: self.name } }];
}

function each(fields: readonly (Field | null)[], make: (field: Field) => Draft): Reading {
  const found = fields.filter((field) => field !== null);
  return found.length > 0 && found.length === fields.length ? found.map(make) : null;
}

export function forbidden(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  const fields = listed(groups.fields ?? "").map((name) => fieldMeant(name, null, sight.vocabulary));
  return when && each(fields, ({ name }) => ({ kind: "forbidden-when", when, params: { field: name } }));
}

export function ownForbidden(groups: Groups, sight: Sight): Reading {
  const when = groups.levelWord === undefined ? conditions(groups, sight) : atLevel(groups, sight);
  return when && each([sight.self], ({ name }) => ({ kind: "forbidden-when", when, params: { field: name } }));
}

/** The columns that are about an entity: its id, its name, its status. What else has the entity's word in its name is a metric. */
function forbiddenColumns(entities: string | undefined, field: Field | null, when: readonly Condition[] | null): Reading {
  const about = listed(entities ?? "").map((entity) => entity.trim().replaceAll(" ", "_").toUpperCase());
  if (!field?.isList || !when || about.length === 0) return null;
  const ofEntity = (entity: string) =>
    field.values.filter((value) => ["ID", "NAME", "STATUS"].some((part) => value === `${entity}_${part}`));
  if (about.some((entity) => ofEntity(entity).length === 0)) return null;
  const values = field.values.filter((value) => about.some((entity) => ofEntity(entity).includes(value)));
  return [{ kind: "forbidden-values-when", when, params: { field: field.name, values } }];
}

export function entityColumns(groups: Groups, sight: Sight): Reading {
  return forbiddenColumns(groups.entities, sight.self, atLevel(groups, sight));
}

/** "either" looks back to the condition of the sentence before. */
export function entityColumnsEither({ entities }: Groups, sight: Sight): Reading {
  const before = sight.sentence.before && bare(sight.sentence.before.text);
  const found = before ? new RegExp(`^${condition}, `, "i").exec(before) : null;
  const when = found?.groups ? conditions(found.groups, sight) : null;
  return forbiddenColumns(entities, sight.vocabulary.fields.get("columns") ?? null, when);
}

function forbiddenValues(words: string | undefined, { self, vocabulary }: Sight, when: readonly Condition[] | null): Reading {
  if (!self || !when) return null;
  const values = valuesMeant(words ?? "", self);
  if (values) return [{ kind: "forbidden-values-when", when, params: { field: self.name, values } }];
  return deadValues(listed(words ?? ""), self, vocabulary);
}

/** Values that another field has, and this one does not: the prose forbids what the schema does not allow anyway. */
function deadValues(words: readonly string[], self: Field, { fields }: Vocabulary): Dead | null {
  const isKnown = (word: string): boolean => [...fields.values()].some((field) => valueMeant(word, field) !== null);
  if (words.some((word) => valueMeant(word, self) !== null || !isKnown(word))) return null;
  return { dead: `${self.name} does not have ${words.join(", ")}, so there is nothing to forbid` };
}

export function ownForbiddenValues(groups: Groups, sight: Sight): Reading {
  return forbiddenValues(groups.values, sight, conditions(groups, sight));
}

export function valuesOnlyAtLevel(groups: Groups, sight: Sight): Reading {
  const allowed = atLevel(groups, sight);
  const when = allowed?.map((one) => ({ field: one.field, isNot: "is" in one ? one.is : [] }));
  return forbiddenValues(groups.values, sight, when ?? null);
}

export function ownOnlyAdverb({ adverb }: Groups, { self, vocabulary }: Sight): Reading {
  const value = adverbMeant(adverb ?? "");
  const field = value === null ? null : ownerOf(value, "granularity", vocabulary);
  if (!field || value === null) return null;
  return each([self], ({ name }) => ({ kind: "only-when", when: [{ field: field.name, is: [value] }], params: { field: name } }));
}

export function ownOnly(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  return when && each([sight.self], ({ name }) => ({ kind: "only-when", when, params: { field: name } }));
}

export function only(groups: Groups, sight: Sight): Reading {
  const when = conditions(groups, sight);
  const field = fieldMeant(groups.field ?? "", sight.self, sight.vocabulary);
  return when && each([field], ({ name }) => ({ kind: "only-when", when, params: { field: name } }));
}

function requires(self: Field | null, field: Field | null, values: readonly (string | number)[] | null): Reading {
  if (!self || !field || field === self || !values || values.length === 0) return null;
  return [{ kind: "requires-value", when: [], params: { field: self.name, requires: { field: field.name, is: values } } }];
}

export function requiresSuffix({ field, suffix }: Groups, { self, vocabulary }: Sight): Reading {
  const other = fieldMeant(field ?? "", null, vocabulary);
  return requires(
    self,
    other,
    other?.values.filter((value) => String(value).endsWith(suffix ?? "")),
  );
}

export function requiresValue({ condField, condOp, condValues }: Groups, { self, vocabulary }: Sight): Reading {
  const other = fieldMeant(condField ?? "", null, vocabulary);
  const values = other && valuesMeant(condValues ?? "", other);
  const isNot = /not|n't|other than/i.test(condOp ?? "");
  return requires(self, other, other && values && (isNot ? other.values.filter((value) => !values.includes(value)) : values));
}

function groupsOf(groups: readonly (readonly string[])[], { vocabulary }: Sight): Reading {
  const fields = groups.map((group) => group.map((name) => fieldMeant(name, null, vocabulary)?.name));
  if (fields.length < 2 || fields.flat().includes(undefined) || new Set(fields.flat()).size < fields.flat().length) return null;
  return [{ kind: "at-least-one-of", when: [], params: { groups: fields } }];
}

export function eitherOr({ one, other }: Groups, sight: Sight): Reading {
  return groupsOf([listed(one ?? ""), listed(other ?? "")], sight);
}

export function anyOf({ any }: Groups, sight: Sight): Reading {
  return groupsOf(
    listed(any ?? "").map((name) => [name]),
    sight,
  );
}

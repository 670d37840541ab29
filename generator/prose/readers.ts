import { dayNumber } from "../../runtime/validation/dates.js";
import type { Condition } from "../model/model.js";
import { columnsIn } from "../rules/column-groups.js";
import { opposite } from "../rules/condition.js";
import type { Draft, NotInSchema, Reading, UnknownValue } from "./draft.js";
import { bare, condition } from "./grammar.js";
import {
  atLevel,
  conditions,
  type Field,
  fieldMeant,
  type Groups,
  listed,
  type ReadContext,
  type Vocabulary,
  valueMeant,
  valuesMeant,
} from "./vocabulary.js";

/** Units of limits. The length of a month is not documented: a rule in months could be read in too many ways. */
const units: Readonly<Record<string, string>> = { day: "day", days: "day", year: "year", years: "year" };

function strangeUnit(...said: readonly (string | undefined)[]): UnknownValue | null {
  const unit = said.find((word) => word !== undefined && !Object.hasOwn(units, word.toLowerCase()));
  return unit === undefined ? null : { strange: `a sentence binds, and its unit is unknown: ${unit}; known are days and years` };
}

function duration(amount: string | undefined, unit: string | undefined): { readonly amount: number; readonly unit: string } | null {
  const known = units[(unit ?? "").toLowerCase()];
  const number = Number(amount);
  return known && number > 0 ? { amount: number, unit: known } : null;
}

const date = (name: string, { vocabulary }: ReadContext): string | null => (vocabulary.fields.has(name) ? name : null);
const isDate = (field: Field | null): field is Field => field !== null && /(?:^|_)date$/.test(field.name);

/** How far back, how long a range, or both. */
export function windows(groups: Groups, sight: ReadContext): Reading {
  const when = conditions(groups, sight);
  const start = date("start_date", sight);
  const end = date("end_date", sight);
  const strange = strangeUnit(groups.backUnit, groups.spanUnit);
  if (strange) return strange;
  if (!when || !start || !end) return null;
  const back = duration(groups.back, groups.backUnit);
  const span = duration(groups.span, groups.spanUnit);
  if ((groups.back !== undefined && !back) || (groups.span !== undefined && !span)) return null;
  return [
    ...(back ? [{ kind: "max-lookback", when, params: { field: start, ...back } }] : []),
    ...(span ? [{ kind: "max-range", when, params: { start, end, ...span } }] : []),
  ];
}

/** "Cannot be more than 90 days back from today": about its own field, unless it names another. */
export function lookbackOf(groups: Groups, sight: ReadContext): Reading {
  const when = conditions(groups, sight);
  const far = duration(groups.back, groups.backUnit);
  const strange = strangeUnit(groups.backUnit);
  if (strange) return strange;
  const field = groups.subject === undefined ? sight.self : fieldMeant(groups.subject, sight.self, sight.vocabulary);
  return when && far && isDate(field) ? [{ kind: "max-lookback", when, params: { field: field.name, ...far } }] : null;
}

/** "Cannot be more than 90 days past start_date": about its own field, unless it names another. */
export function rangeAfter(groups: Groups, sight: ReadContext): Reading {
  const when = conditions(groups, sight);
  const long = duration(groups.span, groups.spanUnit);
  const strange = strangeUnit(groups.spanUnit);
  if (strange) return strange;
  const start = fieldMeant(groups.field ?? "", null, sight.vocabulary);
  const end = groups.subject === undefined ? sight.self : fieldMeant(groups.subject, sight.self, sight.vocabulary);
  if (!when || !long || !isDate(end) || !isDate(start) || start === end) return null;
  return [{ kind: "max-range", when, params: { start: start.name, end: end.name, ...long } }];
}

export function minRange(groups: Groups, sight: ReadContext): Reading {
  const when = conditions(groups, sight);
  const long = duration(groups.least, groups.leastUnit);
  const strange = strangeUnit(groups.leastUnit);
  if (strange) return strange;
  const start = date("start_date", sight);
  const end = date("end_date", sight);
  return when && long && start && end ? [{ kind: "min-range", when, params: { start, end, ...long } }] : null;
}

export function minDate(groups: Groups, sight: ReadContext): Reading {
  const when = conditions(groups, sight);
  const field = fieldMeant(groups.field ?? "", sight.self, sight.vocabulary);
  const after = groups.date ?? "";
  return when && isDate(field) && !Number.isNaN(dayNumber(after))
    ? [{ kind: "min-date", when, params: { field: field.name, after } }]
    : null;
}

/** A format that the schema states too needs no rule. */
export function dateFormat(_: Groups, { self }: ReadContext): Reading {
  if (!self || self.isList) return null;
  const { type = "string", format = "date" } = self.facts;
  if (type !== "string" || format !== "date")
    return { dead: `the prose calls ${self.name} a day, the schema ${format === "date" ? type : format}` };
  return self.facts.format === "date" ? [] : [{ kind: "date-format", when: [], params: { field: self.name } }];
}

function each(fields: readonly (Field | null)[], make: (field: Field) => Draft): Reading {
  const found = fields.filter((field): field is Field => field !== null);
  return found.length > 0 && found.length === fields.length ? found.map(make) : null;
}

export function forbidden(groups: Groups, sight: ReadContext): Reading {
  const when = conditions(groups, sight);
  const fields = listed(groups.fields ?? "").map((name) => fieldMeant(name, null, sight.vocabulary));
  return when && each(fields, ({ name }) => ({ kind: "forbidden-when", when, params: { field: name } }));
}

export function ownForbidden(groups: Groups, sight: ReadContext): Reading {
  const when = conditions(groups, sight);
  return when && each([sight.self], ({ name }) => ({ kind: "forbidden-when", when, params: { field: name } }));
}

/** The columns about an entity: its id, name and status. Other columns with the entity's word in their names are metrics. */
function forbiddenColumns(entities: string | undefined, field: Field | null, when: readonly Condition[] | null): Reading {
  const about = listed(entities ?? "").map((entity) => entity.trim().replaceAll(" ", "_").toUpperCase());
  if (!field?.isList || !when || about.length === 0) return null;
  const columnsOf = (entity: string): readonly string[] => ["ID", "NAME", "STATUS"].map((part) => `${entity}_${part}`);
  const meant = new Set<string | number>(about.flatMap(columnsOf));
  const values = field.values.filter((value) => meant.has(value));
  if (!about.every((entity) => columnsOf(entity).some((column) => values.includes(column)))) return null;
  return [{ kind: "forbidden-values-when", when, params: { field: field.name, values } }];
}

export function entityColumns(groups: Groups, sight: ReadContext): Reading {
  return forbiddenColumns(groups.entities, sight.self, conditions(groups, sight));
}

/** "Either" refers to the condition of the sentence before. */
export function entityColumnsEither({ entities }: Groups, sight: ReadContext): Reading {
  const before = sight.sentence.before && bare(sight.sentence.before.text);
  const found = before ? new RegExp(`^${condition}, `, "i").exec(before) : null;
  const when = found?.groups ? conditions(found.groups, sight) : null;
  return forbiddenColumns(entities, sight.vocabulary.fields.get("columns") ?? null, when);
}

function forbiddenValues(words: string | undefined, { self, vocabulary }: ReadContext, when: readonly Condition[] | null): Reading {
  if (!self || !when) return null;
  const values = valuesMeant(words ?? "", self);
  if (values) return [{ kind: "forbidden-values-when", when, params: { field: self.name, values } }];
  return deadValues(listed(words ?? ""), self, vocabulary);
}

/** Values of another field that this one does not have: the prose forbids what the schema does not allow anyway. */
function deadValues(words: readonly string[], self: Field, { fields }: Vocabulary): NotInSchema | null {
  const isKnown = (word: string): boolean => [...fields.values()].some((field) => valueMeant(word, field) !== null);
  if (words.some((word) => valueMeant(word, self) !== null || !isKnown(word))) return null;
  return { dead: `${self.name} does not have ${words.join(", ")}, so there is nothing to forbid` };
}

export function ownForbiddenValues(groups: Groups, sight: ReadContext): Reading {
  return forbiddenValues(groups.values, sight, conditions(groups, sight));
}

export function valuesOnlyAtLevel(groups: Groups, sight: ReadContext): Reading {
  return allowedValues(groups.values, sight, atLevel(groups.levelWord, sight));
}

export function valuesOnly(groups: Groups, sight: ReadContext): Reading {
  return allowedValues(groups.values, sight, conditions(groups, sight));
}

/** What is allowed under one condition is forbidden under its opposite. Of two conditions either may fail, which is no single rule. */
function allowedValues(words: string | undefined, sight: ReadContext, when: readonly Condition[] | null): Reading {
  const [only, ...more] = when ?? [];
  return only && more.length === 0 ? forbiddenValues(words, sight, [opposite(only)]) : null;
}

export function ownOnly(groups: Groups, sight: ReadContext): Reading {
  const when = conditions(groups, sight);
  return when && each([sight.self], ({ name }) => ({ kind: "only-when", when, params: { field: name } }));
}

export function only(groups: Groups, sight: ReadContext): Reading {
  const when = conditions(groups, sight);
  const fields = listed(groups.fields ?? groups.field ?? "").map((name) => fieldMeant(name, sight.self, sight.vocabulary));
  return when && each(fields, ({ name }) => ({ kind: "only-when", when, params: { field: name } }));
}

function requires(self: Field | null, field: Field | null, values: readonly (string | number)[] | null): Reading {
  if (!self || !field || field === self || !values || values.length === 0) return null;
  return [{ kind: "requires-value", when: [], params: { field: self.name, requires: { field: field.name, is: values } } }];
}

export function requiresSuffix({ field, suffix }: Groups, { self, vocabulary }: ReadContext): Reading {
  const other = fieldMeant(field ?? "", null, vocabulary);
  const values = other ? other.values.filter((value) => String(value).endsWith(suffix ?? "")) : null;
  return requires(self, other, values);
}

export function requiresValue(groups: Groups, { self, vocabulary }: ReadContext): Reading {
  const other = fieldMeant(groups.field ?? "", null, vocabulary);
  return requires(self, other, other && valuesMeant(groups.values ?? "", other));
}

function groupsOf(groups: readonly (readonly string[])[], { vocabulary }: ReadContext): Reading {
  const fields = groups.map((group) => group.map((name) => fieldMeant(name, null, vocabulary)?.name));
  if (fields.length < 2 || fields.flat().includes(undefined) || new Set(fields.flat()).size < fields.flat().length) return null;
  return [{ kind: "at-least-one-of", when: [], params: { groups: fields } }];
}

export function eitherOr({ one, other }: Groups, sight: ReadContext): Reading {
  return groupsOf([listed(one ?? ""), listed(other ?? "")], sight);
}

export function anyOf({ any }: Groups, sight: ReadContext): Reading {
  return groupsOf(
    listed(any ?? "").map((name) => [name]),
    sight,
  );
}

/** The group of columns that prose calls conversion metrics. */
const conversions = "conversion metrics";

/** "The HOUR enum no longer provides data for conversion metrics". */
export function groupWithoutData({ owner, value }: Groups, { self, vocabulary }: ReadContext): Reading {
  const field = owner === undefined ? self : fieldMeant(owner, self, vocabulary);
  const meant = field && !field.isList ? valueMeant(value ?? "", field) : null;
  const columns = vocabulary.fields.get("columns");
  if (!field || meant === null) return null;
  if (!columns?.isList || columnsIn(conversions, columns.values).length === 0) return "elsewhere";
  return [{ kind: "no-data-when", when: [{ field: field.name, is: [meant] }], params: { field: columns.name, values: [conversions] } }];
}

/** "This parameter no longer returns new data". */
export function ownWithoutData({ owner }: Groups, { self, vocabulary }: ReadContext): Reading {
  const field = owner === undefined ? self : fieldMeant(owner, self, vocabulary);
  return field && [{ kind: "no-data-when", when: [], params: { field: field.name } }];
}

import { dayNumber } from "../../runtime/validation/dates.js";
import type { Condition } from "../model/model.js";
import { columnsIn } from "../rules/column-groups.js";
import { negateCondition } from "../rules/condition.js";
import type { Draft, NotInSchema, PatternResult, UnknownValue } from "./draft.js";
import { bareSentence, condition } from "./grammar.js";
import {
  atLevel,
  conditions,
  type Field,
  fieldMeant,
  type Groups,
  isOwnValue,
  itemsOf,
  type ReadContext,
  type Vocabulary,
  valueMeant,
  valuesMeant,
} from "./vocabulary.js";

/** The units of limits. Months are not supported, because their length is not documented. */
const units: Readonly<Record<string, string>> = {
  day: "day",
  days: "day",
  year: "year",
  years: "year",
};

function strangeUnit(...named: readonly (string | undefined)[]): UnknownValue | null {
  const unit = named.find(
    (word) => word !== undefined && !Object.hasOwn(units, word.toLowerCase()),
  );
  return unit === undefined
    ? null
    : {
        unknown: `a sentence states a requirement, but its unit is unknown: ${unit}; known units are days and years`,
      };
}

function duration(
  amount: string | undefined,
  unit: string | undefined,
): { readonly amount: number; readonly unit: string } | null {
  const known = units[(unit ?? "").toLowerCase()];
  const number = Number(amount);
  return known && number > 0 ? { amount: number, unit: known } : null;
}

const date = (name: string, { vocabulary }: ReadContext): string | null =>
  vocabulary.fields.has(name) ? name : null;
const isDate = (field: Field | null): field is Field =>
  field !== null && /(?:^|_)date$/.test(field.name);

/**
 * Reads a max-lookback rule, a max-range rule, or both.
 *
 * `back` and `backUnit` make a max-lookback rule on `start_date`. `span` and `spanUnit` make a
 * max-range rule from `start_date` to `end_date`. Empty if neither is captured. Returns `unknown`
 * with a message for units other than days and years. Otherwise null if the request lacks either
 * field, the condition is not understood, or an amount is not above 0.
 */
export function windowRules(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const start = date("start_date", context);
  const end = date("end_date", context);
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

/**
 * "Cannot be more than 90 days back from today": a max-lookback rule on `subject`, with the amount
 * and the unit as stated. By default, `subject` is the described field. Null if the amount is not
 * above 0.
 *
 * Returns `unknown` with a message for units other than days and years. Otherwise null if a part is
 * not understood. Also null unless the field's name is `date` or ends in `_date`.
 */
export function lookbackOf(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const far = duration(groups.back, groups.backUnit);
  const strange = strangeUnit(groups.backUnit);
  if (strange) return strange;
  const field =
    groups.subject === undefined ? context.self : named(groups.subject, context, context.self);
  return when && far && isDate(field)
    ? [{ kind: "max-lookback", when, params: { field: field.name, ...far } }]
    : null;
}

/**
 * "Cannot be more than 90 days past start_date": a max-range rule from `field` to `subject`. By
 * default, `subject` is the described field.
 *
 * Returns `unknown` with a message for units other than days and years. Otherwise null if a part is
 * not understood, or if both are the same field. Also null unless each field's name is `date` or
 * ends in `_date`.
 */
export function rangeAfter(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const long = duration(groups.span, groups.spanUnit);
  const strange = strangeUnit(groups.spanUnit);
  if (strange) return strange;
  const start = named(groups.field ?? "", context);
  const end =
    groups.subject === undefined ? context.self : named(groups.subject, context, context.self);
  if (!when || !long || !isDate(end) || !isDate(start) || start === end) return null;
  return [{ kind: "max-range", when, params: { start: start.name, end: end.name, ...long } }];
}

/**
 * "7 days minimum time window is required": a min-range rule from `start_date` to `end_date`.
 * Returns `unknown` with a message for units other than days and years. Otherwise null if the
 * request lacks either field, or if a part is not understood.
 */
export function minRange(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const long = duration(groups.minimum, groups.minimumUnit);
  const strange = strangeUnit(groups.minimumUnit);
  if (strange) return strange;
  const start = date("start_date", context);
  const end = date("end_date", context);
  return when && long && start && end
    ? [{ kind: "min-range", when, params: { start, end, ...long } }]
    : null;
}

/**
 * "start_date must be after 2020-01-01": a min-date rule on `field`. The date itself is not
 * allowed. `field` must be captured. Null if a part is not understood, or if `date` is not a
 * calendar date. Also null unless the field's name is `date` or ends in `_date`.
 */
export function minDate(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const field = named(groups.field ?? "", context, context.self);
  const after = groups.date ?? "";
  return when && isDate(field) && !Number.isNaN(dayNumber(after))
    ? [{ kind: "min-date", when, params: { field: field.name, after } }]
    : null;
}

/**
 * "Format: YYYY-MM-DD": a date-format rule on the described field, whatever its name. Empty if the
 * schema states the format, too. Returns a remark if the schema states a different type or format.
 * Null for a list, or if there is no described field.
 */
export function dateFormat(_: Groups, { self }: ReadContext): PatternResult {
  if (!self || self.isList) return null;
  const { type = "string", format = "date" } = self.facts;
  if (type !== "string" || format !== "date")
    return {
      missing: `${self.name} is a date in the prose, but the schema says ${format === "date" ? type : format}`,
    };
  return self.facts.format === "date"
    ? []
    : [{ kind: "date-format", when: [], params: { field: self.name } }];
}

/**
 * The field that these words name, or `own` if they say "this". Null if they are a value of the
 * described field.
 */
function named(
  words: string,
  { self, vocabulary }: ReadContext,
  own: Field | null = null,
): Field | null {
  return isOwnValue(words, self) ? null : fieldMeant(words, own, vocabulary);
}

function each(fields: readonly (Field | null)[], make: (field: Field) => Draft): PatternResult {
  const match = fields.filter((field): field is Field => field !== null);
  return match.length > 0 && match.length === fields.length ? match.map(make) : null;
}

/**
 * "If level is X, A and B are not allowed": a forbidden-when rule per field. Null if a field or the
 * condition is not understood, or if no field is named. "This" is not understood as a field.
 */
export function forbiddenRules(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const fields = itemsOf(groups.fields ?? "").map((name) => named(name, context));
  return (
    when && each(fields, ({ name }) => ({ kind: "forbidden-when", when, params: { field: name } }))
  );
}

/**
 * "Not supported for X level reports": a forbidden-when rule on the described field. Null if there
 * is no such field, or if the condition is not understood.
 */
export function ownForbidden(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  return (
    when &&
    each([context.self], ({ name }) => ({ kind: "forbidden-when", when, params: { field: name } }))
  );
}

/**
 * Forbids the id, name and status columns of these entities. Other columns whose names contain an
 * entity's name are metrics.
 */
function forbiddenColumns(
  entities: string | undefined,
  field: Field | null,
  when: readonly Condition[] | null,
): PatternResult {
  const about = itemsOf(entities ?? "").map((entity) =>
    entity.trim().replaceAll(" ", "_").toUpperCase(),
  );
  if (!field?.isList || !when || about.length === 0) return null;
  const columnsOf = (entity: string): readonly string[] =>
    ["ID", "NAME", "STATUS"].map((part) => `${entity}_${part}`);
  const meant = new Set<string | number>(about.flatMap(columnsOf));
  const values = field.values.filter((value) => meant.has(value));
  if (!about.every((entity) => columnsOf(entity).some((column) => values.includes(column))))
    return null;
  return [{ kind: "forbidden-values-when", when, params: { field: field.name, values } }];
}

/**
 * Forbids the id, name and status columns of `entities` in the described field. An example is
 * "Campaign and ad related columns are not supported for X level reports".
 *
 * The entity `ad group` has the columns AD_GROUP_ID, AD_GROUP_NAME and AD_GROUP_STATUS. Columns
 * that are not values of the field are ignored. Null if the field is not a list, an entity has no
 * such column, or the condition is not understood.
 */
export function entityColumns(groups: Groups, context: ReadContext): PatternResult {
  return forbiddenColumns(groups.entities, context.self, conditions(groups, context));
}

/**
 * Forbids the id, name and status columns of `entities` in the field `columns`. An example is
 * "Columns related to ad group are not allowed either".
 *
 * The condition comes from the beginning of the previous sentence. Null if there is none, or if it
 * is not understood. Also null if `columns` is not a list, or an entity has no such column.
 */
export function entityColumnsEither({ entities }: Groups, context: ReadContext): PatternResult {
  const before = context.sentence.before && bareSentence(context.sentence.before.text);
  const match = before ? new RegExp(`^${condition}, `, "i").exec(before) : null;
  const when = match?.groups ? conditions(match.groups, context) : null;
  return forbiddenColumns(entities, context.vocabulary.fields.get("columns") ?? null, when);
}

function forbiddenValues(
  words: string | undefined,
  { self, vocabulary }: ReadContext,
  when: readonly Condition[] | null,
): PatternResult {
  if (!self || !when) return null;
  const values = valuesMeant(words ?? "", self);
  if (values)
    return [{ kind: "forbidden-values-when", when, params: { field: self.name, values } }];
  return deadValues(itemsOf(words ?? ""), self, vocabulary);
}

/**
 * Values that belong only to another field. The prose forbids them, but the schema does not allow
 * them in this field anyway.
 */
function deadValues(
  words: readonly string[],
  self: Field,
  { fields }: Vocabulary,
): NotInSchema | null {
  const isKnown = (word: string): boolean =>
    [...fields.values()].some((field) => valueMeant(word, field) !== null);
  if (words.some((word) => valueMeant(word, self) !== null || !isKnown(word))) return null;
  return {
    missing: `${self.name} has no value ${words.join(", ")}, so there is nothing to forbid`,
  };
}

/**
 * "This cannot have A and B if …": forbids `values` in the described field. Returns a remark if all
 * of them are values of other fields only. Null if there is no described field, or if a part is not
 * understood. Also null if only some of them are values of the described field.
 */
export function ownForbiddenValues(groups: Groups, context: ReadContext): PatternResult {
  return forbiddenValues(groups.values, context, conditions(groups, context));
}

/**
 * Forbids `values` in the described field at all levels except `levelWord`. An example is "[A, B]
 * is only available in X level". Returns a remark if all of them are values of other fields only.
 * Null if there is no described field, or if a part is not understood. Also null if only some of
 * them are values of the described field.
 */
export function valuesOnlyAtLevel(groups: Groups, context: ReadContext): PatternResult {
  return allowedValues(groups.values, context, atLevel(groups.levelWord, context));
}

/**
 * Forbids values unless the only condition that allows them holds. Null for two conditions: if
 * either fails, the values are forbidden, which takes more than one rule.
 */
function allowedValues(
  words: string | undefined,
  context: ReadContext,
  when: readonly Condition[] | null,
): PatternResult {
  const [only, ...further] = when ?? [];
  return only && further.length === 0
    ? forbiddenValues(words, context, [negateCondition(only)])
    : null;
}

/**
 * "Only allowed for hourly reports": an only-when rule on the described field. Null if there is no
 * such field, or if the condition is not understood.
 */
export function ownOnly(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  return (
    when &&
    each([context.self], ({ name }) => ({ kind: "only-when", when, params: { field: name } }))
  );
}

/**
 * "Only support A when level is X": an only-when rule for each field. The fields come from `fields`
 * or, if it is missing, from `field`. "This" means the described field. Null if a field or the
 * condition is not understood, or if no field is named.
 */
export function onlyWhenRules(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const fields = itemsOf(groups.fields ?? groups.field ?? "").map((name) =>
    named(name, context, context.self),
  );
  return when && each(fields, ({ name }) => ({ kind: "only-when", when, params: { field: name } }));
}

function requires(
  self: Field | null,
  field: Field | null,
  values: readonly (string | number)[] | null,
): PatternResult {
  if (!self || !field || field === self || !values || values.length === 0) return null;
  return [
    {
      kind: "requires-value",
      when: [],
      params: { field: self.name, requires: { field: field.name, is: values } },
    },
  ];
}

/**
 * "Requires level to be a value ending in _X": a requires-value rule. The described field requires
 * one of the values of `field` that end in `suffix`. Null if there is no described field, no other
 * field with this name, or no such value.
 */
export function requiresSuffix({ field, suffix }: Groups, context: ReadContext): PatternResult {
  const needed = named(field ?? "", context);
  const values = needed
    ? needed.values.filter((value) => String(value).endsWith(suffix ?? ""))
    : null;
  return requires(context.self, needed, values);
}

/**
 * "Requires level to be X or Y": a requires-value rule. The described field requires one of these
 * `values` of `field`. Null if there is no described field or no other field with this name, or if
 * a word is not a valid value for that field.
 */
export function requiresValue(groups: Groups, context: ReadContext): PatternResult {
  const field = named(groups.field ?? "", context);
  return requires(context.self, field, field && valuesMeant(groups.values ?? "", field));
}

function groupsOf(groups: readonly (readonly string[])[], context: ReadContext): PatternResult {
  const fields = groups.map((group) => group.map((name) => named(name, context)?.name));
  if (
    fields.length < 2 ||
    fields.flat().includes(undefined) ||
    new Set(fields.flat()).size < fields.flat().length
  )
    return null;
  return [{ kind: "at-least-one-of", when: [], params: { groups: fields } }];
}

/**
 * "Either A, B or both C and D": an at-least-one-of rule. In `first`, commas separate alternatives;
 * "A and B" is one alternative. All fields in `second` are one alternative. Null if a field is
 * unknown or named twice, or if `second` contains a comma. Null for "A, B and C or D", which can be
 * grouped in more than one way.
 */
export function eitherOrRule(
  { first = "", second = "" }: Groups,
  context: ReadContext,
): PatternResult {
  if ([first, second].some((list) => /, /.test(list) && / and /.test(list))) return null;
  if (/, /.test(second)) return null;
  const before = / and /.test(first) ? [itemsOf(first)] : itemsOf(first).map((name) => [name]);
  return groupsOf([...before, itemsOf(second)], context);
}

/**
 * "At least one of A, B or C must be set": an at-least-one-of rule. Null if a field is unknown or
 * named twice, or if there are fewer than two.
 */
export function anyOfRule({ any }: Groups, context: ReadContext): PatternResult {
  return groupsOf(
    itemsOf(any ?? "").map((name) => [name]),
    context,
  );
}

/** The column group that the prose calls conversion metrics. */
const conversions = "conversion metrics";

/**
 * "The HOUR enum no longer provides data for conversion metrics": a no-data-when rule.
 *
 * The conversion metrics among `columns` have no data for this value of `owner`. By default,
 * `owner` is the described field. Null if the field or the value is unknown, or if the field is a
 * list. Otherwise, returns "elsewhere" if the request has no list `columns`, and a remark if
 * `columns` has no conversion metrics.
 */
export function groupWithoutData(
  { owner, value }: Groups,
  { self, vocabulary }: ReadContext,
): PatternResult {
  const field = owner === undefined ? self : fieldMeant(owner, self, vocabulary);
  const meant = field && !field.isList ? valueMeant(value ?? "", field) : null;
  const columns = vocabulary.fields.get("columns");
  if (!field || meant === null) return null;
  if (!columns?.isList) return "elsewhere";
  if (columnsIn(conversions, columns.values).length === 0)
    return {
      missing: `${columns.name} has no ${conversions}, so the rule would never apply`,
    };
  return [
    {
      kind: "no-data-when",
      when: [{ field: field.name, is: [meant] }],
      params: { field: columns.name, values: [conversions] },
    },
  ];
}

/**
 * "This parameter no longer returns new data": a no-data-when rule on `owner`. By default, `owner`
 * is the described field. The rule has no condition. Null if there is no such field.
 */
export function ownWithoutData(
  { owner }: Groups,
  { self, vocabulary }: ReadContext,
): PatternResult {
  const field = owner === undefined ? self : fieldMeant(owner, self, vocabulary);
  return field && [{ kind: "no-data-when", when: [], params: { field: field.name } }];
}

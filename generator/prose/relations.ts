import type { Condition } from "../model/model.js";
import type { Draft, PatternResult } from "./draft.js";
import { mustNot } from "./grammar.js";
import {
  conditions,
  type Field,
  fieldMeant,
  type Groups,
  isOwnValue,
  itemsOf,
  type ReadContext,
} from "./vocabulary.js";

const DETERMINER = "(?:(?:the|by|with) )?";
const NAME = "(?!(?:but|not|never|both|neither|only)\\b)\\w+";
const BETWEEN_NAMES = "(?:, (?:and|or) |, | or | and | ?/ ?)";

/** "A, b or c", "this and b": a list of at least two field names. */
export const list: string = `${DETERMINER}${NAME}(?:${BETWEEN_NAMES}${DETERMINER}${NAME})+`;
/** Like `list`, but without "and". */
export const orList: string = `${DETERMINER}${NAME}(?:(?:, or |, | or )${DETERMINER}${NAME})+`;
/** "Provide", "specify" and their synonyms. */
export const put =
  "(?:provide|specify|use|set|send|include|pass|give|supply|select|choose|combine|filter(?: (?:the )?\\w+)? by)";
/** "Provided", "specified" and their synonyms. */
export const isPut =
  "(?:provided|specified|used|set|sent|included|passed|given|supplied|selected|chosen|present|combined)";
/** "At the same time" and its synonyms. */
export const atOnce =
  "(?:together|at the same time|simultaneously|at once|in (?:the same|one|a single) (?:request|call|query)|in combination)";

/** "This field", "it", the name of a field. */
const ONE = `(?:the )?(?<owner>${NAME})(?: (?:field|parameter|property|attribute))?`;
/** "The field b", "a, b or c". */
const OTHERS = `(?:the )?(?:(?:fields?|parameters?) )?(?<others>${NAME}(?:${BETWEEN_NAMES}${DETERMINER}${NAME})*)(?: (?:fields?|parameters?|property|properties|attributes?))?`;
const ALONG =
  "(?:(?:along|together|in combination|in conjunction|at the same time) )?(?:with|as|alongside)";

/** "Cannot be combined with a", "neither a nor b may be sent along with it". */
export const excluding: readonly string[] = [
  `(?:${ONE} )?${mustNot} be (?:${isPut} ?)?(?:together |at the same time )?${ALONG} ${OTHERS}`,
  `neither (?<others>${NAME}(?:, ${NAME})*,? nor ${NAME}) (?:may|can|must) be ${isPut} ${ALONG} ${ONE}`,
];

/** "This field requires the field a". */
export const requiring: readonly string[] = [
  `${ONE} (?:requires|needs) ${OTHERS}(?: to be (?:${isPut}|there))?`,
];

/**
 * The fields of a list, without duplicates. Null if one of them is unknown or there are fewer than
 * two.
 */
function fieldsOf(words: string, { self, vocabulary }: ReadContext): readonly Field[] | null {
  const names = itemsOf(words).map((name) => name.replace(/^(?:the|by|with) /i, ""));
  const fields = names.map((name) =>
    isOwnValue(name, self)
      ? null
      : fieldMeant(name, /^(?:this|it)$/i.test(name) ? self : null, vocabulary),
  );
  const known = [...new Set(fields.filter((field) => field !== null))];
  return known.length === fields.length && known.length > 1 ? known : null;
}

/** Rules that allow at most one of these fields: one for each pair. */
function exclusions(fields: readonly Field[], when: readonly Condition[]): readonly Draft[] {
  return fields.flatMap((first, index) =>
    fields.slice(index + 1).map((second) => {
      // A required field is always set, so the other one is forbidden.
      const [excluded, owner] = first.isRequired ? [second, first] : [first, second];
      return {
        kind: "forbidden-when",
        when: [...when, { field: owner.name, present: true }],
        params: { field: excluded.name },
      };
    }),
  );
}

/**
 * "Provide only A or B": a forbidden-when rule for each pair of the fields `any`.
 *
 * If `any` is missing, the fields are those in `all`, and an at-least-one-of rule comes first. In
 * each pair, the first field is forbidden if the second is set, or the other way around if the
 * first is required. Returns "elsewhere" if a field is unknown or named twice, or if there are
 * fewer than two. Otherwise, returns null if the condition is not understood.
 */
export function onlyOneRule({ any, all, ...groups }: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const fields = fieldsOf(any ?? all ?? "", context);
  if (!fields) return "elsewhere";
  if (!when) return null;
  const needed: readonly Draft[] =
    all === undefined
      ? []
      : [{ kind: "at-least-one-of", when, params: { groups: fields.map(({ name }) => [name]) } }];
  return [...needed, ...exclusions(fields, when)];
}

/** The owner, by default the described field, followed by the other fields a sentence names. */
function ownerAndOthers(
  { owner, others }: Groups,
  { self, vocabulary }: ReadContext,
): readonly [Field, ...Field[]] | null {
  const meant = (name: string): Field | null =>
    isOwnValue(name, self) ? null : fieldMeant(name, self, vocabulary);
  const first = owner === undefined ? self : meant(owner);
  const further = itemsOf(others ?? "").map((name) =>
    meant(name.replace(/^(?:the|by|with) /i, "")),
  );
  const known = further.filter((field) => field !== null);
  return first !== null && known.length === further.length && !known.includes(first)
    ? [first, ...known]
    : null;
}

/**
 * Forbids the owner together with each of the other fields: one forbidden-when rule each.
 *
 * By default, the owner is the described field. It is forbidden if the other field is set. If the
 * owner is required, the other field is forbidden instead. Returns "elsewhere" if a field is
 * unknown or the owner is among the others. Otherwise, returns null if the condition is not
 * understood.
 */
export function exclusionRule(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const fields = ownerAndOthers(groups, context);
  if (!fields) return "elsewhere";
  const [owner, ...others] = fields;
  return when && others.flatMap((other) => exclusions([owner, other], when));
}

/**
 * A requires-present rule for each of the other fields if the owner is set. By default, the owner
 * is the described field. Returns "elsewhere" if a field is unknown or the owner is among the
 * others, or if the others are joined with "or" or a slash. Otherwise, returns null if the
 * condition is not understood.
 */
export function requirementRule(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const fields = ownerAndOthers(groups, context);
  // "Requires A or B" requires only one of them.
  if (!fields || / or |\//.test(groups.others ?? "")) return "elsewhere";
  const [owner, ...others] = fields;
  return (
    when &&
    others.map(({ name }) => ({
      kind: "requires-present",
      when: [...when, { field: owner.name, present: true }],
      params: { field: name },
    }))
  );
}

/**
 * "Do not provide both": one forbidden-when rule for each pair of fields. The previous sentence
 * must list the fields with "or". Returns "elsewhere" if it lists no fields, or if one of them is
 * unknown. Works like `onlyOneRule` with `any`, but without further conditions.
 */
export function onlyOneOfBefore(_: Groups, context: ReadContext): PatternResult {
  const words = context.sentence.before?.text.replaceAll(/[`"'\u2018-\u201d.]/g, "") ?? "";
  const named = / (\w+(?:(?:, | or )\w+)*),? or (?:the )?(\w+)(?: |$)/i.exec(words);
  const fields = named ? fieldsOf(`${named[1]}, ${named[2]}`, context) : null;
  return fields ? exclusions(fields, []) : "elsewhere";
}

const TODAY = /^(?:today|now|the (?:current|present) (?:date|day|time)|the day of the request)$/i;

/**
 * "A must not be after B": a date-order rule, or a not-after-today rule.
 *
 * `first` must not be after `second`; the same day is allowed in any case. If one of them is
 * missing, the described field is used. If `second` is a word for today, the rule is
 * not-after-today, with one day of grace, because clocks and time zones differ. Returns "elsewhere"
 * if the fields are not two different dates, and null if the condition is not understood.
 */
export function dateOrder(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const { self, vocabulary } = context;
  const meant = (words: string | undefined): Field | null => {
    if (words === undefined) return self;
    return isOwnValue(words, self) ? null : fieldMeant(words, self, vocabulary);
  };
  const first = meant(groups.first);
  if (!isDay(first)) return "elsewhere";
  if (groups.second !== undefined && TODAY.test(groups.second))
    return when && [{ kind: "not-after-today", when, params: { field: first.name, grace: 1 } }];
  const second = meant(groups.second);
  if (!isDay(second) || first === second) return "elsewhere";
  return when && [{ kind: "date-order", when, params: { start: first.name, end: second.name } }];
}

/**
 * "Must not be in the future": a not-after-today rule on `first` or the described field. It has one
 * day of grace. "elsewhere" if the field is not a date; otherwise null if the condition is not
 * understood.
 */
export function notInFuture(groups: Groups, context: ReadContext): PatternResult {
  return dateOrder({ ...groups, second: "today" }, context);
}

const MORE = "(?:greater|higher|larger|bigger|more|later)";
const LESS = "(?:less|lower|smaller|earlier)";
const FIRST = `(?<first>(?:the )?${NAME})`;
const SECOND = `(?<second>(?:the )?${NAME})`;
/** "This", "the end_time", or nothing, which means the described field. */
const asOne = (one: string): string => `(?:${one} )?`;
const OF_FIELD = "(?: (?:field|parameter|property|attribute|value))?";

/**
 * Comparisons of two numbers: "end must be at least 5 more than start". `second` must not be less
 * than `first`.
 */
export const comparing: readonly string[] = [
  `${asOne(FIRST)}${mustNot} (?:exceed|be ${MORE} than) ${SECOND}${OF_FIELD}`,
  `${asOne(SECOND)}${mustNot} be ${LESS} than ${FIRST}${OF_FIELD}`,
  `${asOne(SECOND)}must be (?<strict>${MORE}) than ${FIRST}${OF_FIELD}`,
  `${asOne(FIRST)}must be (?<strict>${LESS}) than ${SECOND}${OF_FIELD}`,
  `${asOne(SECOND)}must be (?:${MORE} than or equal to|at least(?: as ${MORE} as)?|equal to or ${MORE} than) ${FIRST}${OF_FIELD}`,
  `${asOne(FIRST)}must be (?:${LESS} than or equal to|at most|equal to or ${LESS} than) ${SECOND}${OF_FIELD}`,
  `${asOne(SECOND)}must be at least (?<apart>\\d[\\d,]*)(?: (?<unit>\\w+))? (?:${MORE} than|after) ${FIRST}${OF_FIELD}`,
];

/**
 * A number-order rule: `second` is at least `first`, or exceeds it by at least `apart`.
 *
 * With `strict`, `second` exceeds `first` by at least 1. If a field is missing, the described field
 * is used. Returns "elsewhere" in these cases:
 * - The fields are not two different numbers.
 * - A difference is required, but the fields are not integers.
 * - There is a unit other than "seconds".
 * - The unit is "seconds", but one of the names does not end in `_time` or `_at`.
 *
 * Otherwise, returns null if the condition is not understood.
 */
export function numberOrder(groups: Groups, context: ReadContext): PatternResult {
  const when = conditions(groups, context);
  const { self, vocabulary } = context;
  const meant = (words: string | undefined): Field | null => {
    if (words === undefined) return self;
    return isOwnValue(words, self) ? null : fieldMeant(words, self, vocabulary);
  };
  const [first, second] = [meant(groups.first), meant(groups.second)];
  if (first === null || second === null || first === second) return "elsewhere";
  const isMeasured = groups.apart !== undefined || groups.strict !== undefined;
  const isFit = isMeasured ? isWhole : isNumber;
  if (!isFit(first) || !isFit(second)) return "elsewhere";
  const isTime = [first, second].every(({ name }) => /_(?:time|at)$/.test(name));
  // A number has no unit of its own. Only time fields have one: seconds.
  if (groups.unit !== undefined && !(isTime && groups.unit === "seconds")) return "elsewhere";
  const apart = Number(groups.apart?.replaceAll(",", "") ?? (groups.strict === undefined ? 0 : 1));
  const params = { lower: first.name, upper: second.name, ...(apart > 0 && { apart }) };
  return when && [{ kind: "number-order", when, params }];
}

/**
 * Whether a field is a single number. Its type is `integer` or `number`, or all its values are
 * numbers. False for lists and for null.
 */
export function isNumber(field: Field | null): boolean {
  return field?.facts.type === "number"
    ? !field.isList
    : isOf(field, (one) => typeof one === "number");
}

/**
 * Whether a field is a single integer. Its type is `integer`, or all its values are integers. False
 * for other numbers, for lists, and for null.
 */
export function isWhole(field: Field | null): boolean {
  return isOf(field, Number.isInteger);
}

/** Whether a field is a single integer, or all its values pass the check. */
function isOf(field: Field | null, isFit: (value: unknown) => boolean): boolean {
  if (field === null || field.isList) return false;
  return field.facts.type === "integer" || (field.values.length > 0 && field.values.every(isFit));
}

/**
 * Whether a field is a single date, judged by its name. The name must be `date` or end in `_date`;
 * the type is not checked. False for lists and for null.
 */
export function isDay(field: Field | null): field is Field {
  return field !== null && !field.isList && /(?:^|_)date$/.test(field.name);
}

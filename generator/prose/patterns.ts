import type { PatternResult } from "./draft.js";
import { condition, conditional, fine, lookback, mustNot, names, notFine, number, range, sentence, word } from "./grammar.js";
import * as dates from "./readers.js";
import * as fields from "./readers.js";
import type { Groups, ReadContext } from "./vocabulary.js";

/** A wording of a rule: tests for the whole sentence, and its meaning. */
export interface Pattern {
  readonly kind: string;
  /** The wording, for messages. */
  readonly wording: string;
  /** One of these must match. */
  readonly tests: readonly RegExp[];
  /** Whether `read` takes the condition from the sentence before. */
  readonly usesPreviousCondition?: true;
  readonly read: (groups: Groups, context: ReadContext) => PatternResult;
}

const beforeToday = "(?:back from|before) (?:today|the current date)(?: in UTC(?: time)?)?";
const subject = `(?:this )?(?:(?:the )?(?<subject>${word}(?: ${word}){0,2}?) )?`;
const phrase = `${word}(?: ${word}){0,2}?`;

/** Sentence patterns. Their order does not matter: no sentence may match two of them with different results. */
export const patterns: readonly Pattern[] = [
  {
    kind: "max-lookback",
    wording: "You can pull data from up to <n> <unit> before the current date, with a maximum time range of <n> <unit>",
    tests: conditional(lookback, `(?:,? (?:and )?${range})?`),
    read: dates.windows,
  },
  {
    kind: "max-range",
    wording: "The maximum time range is <n> <unit>",
    tests: conditional(range),
    read: dates.windows,
  },
  {
    kind: "max-lookback",
    wording: "Cannot be more than <n> <unit> back from today",
    tests: conditional(subject, `${mustNot} be more than (?<back>${number}) (?<backUnit>${word}) `, beforeToday),
    read: dates.lookbackOf,
  },
  {
    kind: "max-range",
    wording: "Cannot be more than <n> <unit> past <field>",
    tests: conditional(subject, `${mustNot} be more than (?<span>${number}) (?<spanUnit>${word}) (?:past|after) (?<field>${phrase})`),
    read: dates.rangeAfter,
  },
  {
    kind: "max-range",
    wording: "A max of <n> <unit> is allowed between the start and end date",
    tests: conditional(
      `a max(?:imum)? of (?<span>${number}) (?<spanUnit>${word}) is ${fine} between the start and (?:the )?end dates?`,
      "(?: for (?:the )?reports?)?",
    ),
    read: dates.windows,
  },
  {
    kind: "min-range",
    wording: "<n> <unit> minimum time window is required",
    tests: conditional(
      `(?:a )?(?<minimum>${number})[ -](?<minimumUnit>${word}) minimum (?:time |date )?(?:window|range)`,
      "(?: for (?:the )?reports?)? is required",
    ),
    read: dates.minRange,
  },
  {
    kind: "min-date",
    wording: "<field> must be after <date>",
    tests: conditional(`(?:the )?(?<field>${phrase})(?: for the report)? must be after (?<date>\\d{4}-\\d{2}-\\d{2})`),
    read: dates.minDate,
  },
  { kind: "date-format", wording: "Format: YYYY-MM-DD", tests: sentence("format: YYYY-MM-DD"), read: dates.dateFormat },
  {
    kind: "forbidden-when",
    wording: "If <field> is <value>, <fields> are not allowed",
    tests: [
      ...sentence(`${condition}, (?:the )?(?<fields>${names}) (?:parameters? |fields? )?${notFine}`),
      ...sentence(`(?:the )?(?<fields>${names}) (?:parameters? |fields? )?${notFine} ${condition}`),
    ],
    read: fields.forbidden,
  },
  {
    kind: "forbidden-when",
    wording: "This parameter is not supported for <value> level reports",
    tests: [
      ...sentence(`this (?:parameter|field) (?:is no ${fine}|${notFine}) ${condition}`),
      ...sentence(`(?:not ${fine}|${mustNot} be (?:used|set|specified|provided)) ${condition}`),
    ],
    read: fields.ownForbidden,
  },
  {
    kind: "forbidden-values-when",
    wording: "Columns related to <entity> and <entity> are not allowed either",
    tests: sentence(`(?:any )?columns? related to (?<entities>[\\w ,]+?) (?:is|are) not ${fine} either`),
    usesPreviousCondition: true,
    read: fields.entityColumnsEither,
  },
  {
    kind: "forbidden-values-when",
    wording: "<entity> and <entity> related columns are not supported for <value> level reports",
    tests: sentence(`(?<entities>[\\w ,]+?) related columns are not ${fine} ${condition}`),
    read: fields.entityColumns,
  },
  {
    kind: "forbidden-values-when",
    wording: '["<value>"] is only available in <value> level',
    tests: sentence(`\\[(?<values>\\w+(?:, ?\\w+)*)\\] (?:is|are) only ${fine} (?:in|at|for) (?:the )?(?<levelWord>${word}) level`),
    read: fields.valuesOnlyAtLevel,
  },
  {
    kind: "forbidden-values-when",
    wording: "This cannot have <value> if <field> is set to any value other than <value>",
    tests: sentence(`(?:keep in mind (?:that )?)?this ${mustNot} (?:have|contain|include) (?<values>${names}) ${condition}`),
    read: fields.ownForbiddenValues,
  },
  {
    kind: "only-when",
    wording: "Only allowed for hourly reports",
    tests: sentence(`(?:this (?:parameter|field) is )?only ${fine} ${condition}`),
    read: fields.ownOnly,
  },
  {
    kind: "only-when",
    wording: "Only support <field> when <field> is <value>",
    tests: [
      ...sentence(`only supports? (?:the )?(?<field>${word})(?: (?:field|parameter))? ${condition}`),
      ...sentence(`(?:the )?(?<field>${word}) (?:(?:field|parameter) )?is only ${fine} ${condition}`),
    ],
    read: fields.only,
  },
  {
    kind: "requires-value",
    wording: "Requires <field> to be a value ending in <suffix>",
    tests: sentence(`requires (?:the )?(?<field>${word}) to be (?:a|any) value (?:ending|that ends) (?:in|with) (?<suffix>${word})`),
    read: fields.requiresSuffix,
  },
  {
    kind: "requires-value",
    wording: "Requires <field> to be <value>",
    tests: sentence(`requires (?:the )?(?<field>${word}) to be (?:set to |one of )?(?<values>${word}(?:(?:, or |, | or )${word})*)`),
    read: fields.requiresValue,
  },
  {
    kind: "at-least-one-of",
    wording: "The request must contain either <field> or both <field> and <field>",
    tests: sentence(`(?:the|a) request must (?:contain|have|include) either (?<first>${names}) or (?:both )?(?<second>${names})`),
    read: fields.eitherOr,
  },
  {
    kind: "at-least-one-of",
    wording: "At least one of <field> or <field> must be specified",
    tests: sentence(`at least one of (?<any>\\w+(?:(?:, or |, and |, | or | and )\\w+)+) must be (?:specified|provided|given|set)`),
    read: fields.anyOf,
  },
  {
    kind: "no-data-when",
    wording: "The <value> enum no longer provides data for <group>, but for the others",
    tests: sentence(
      `(?:note: |(?<owner>${word}): )?the (?<value>${word}) enum (?:for this parameter )?no longer provides data for (?<group>conversion metrics)`,
      "(?:, but it still returns data for non-conversion metrics)?",
    ),
    read: fields.groupWithoutData,
  },
  {
    kind: "no-data-when",
    wording: "This parameter no longer returns new data",
    tests: sentence(`(?:note: |(?<owner>${word}): )?this (?:parameter|field) no longer returns (?:new )?data`),
    read: fields.ownWithoutData,
  },
];

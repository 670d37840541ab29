import type { Reading } from "./draft.js";
import { condition, fine, levelReports, lookback, mustNot, names, number, range, sentence, state, word } from "./macros.js";
import * as read from "./readings.js";

/** A way to say a rule: the whole sentence, and what it means. */
export interface Pattern {
  readonly kind: string;
  /** The wording, for people. */
  readonly wording: string;
  readonly test: RegExp;
  readonly read: (groups: read.Groups, sight: read.Sight) => Reading;
}

/** Sentence patterns, in no order that matters: no sentence may fit two of them in two ways. */
export const patterns: readonly Pattern[] = [
  {
    kind: "max-lookback",
    wording:
      "[If <field> is <value>,] you can pull data from up to <n> <unit> before the current date [with a maximum time range of <n> <unit>]",
    test: sentence(`(?:${condition}, )?`, lookback, `(?:,? (?:and )?${range})?`),
    read: read.windows,
  },
  {
    kind: "max-range",
    wording: "[If <field> is <value>,] the maximum time range is <n> <unit>",
    test: sentence(`(?:${condition}, )?`, range),
    read: read.windows,
  },
  {
    kind: "max-lookback",
    wording: "Cannot be more than <n> <unit> back from today",
    test: sentence(
      `(?:this )?${mustNot} be more than (?<back>${number}) (?<backUnit>${word}) (?:back from|before) (?:today|the current date)`,
    ),
    read: read.ownLookback,
  },
  {
    kind: "max-range",
    wording: "Cannot be more than <n> <unit> past <field>",
    test: sentence(
      `(?:this )?${mustNot} be more than (?<span>${number}) (?<spanUnit>${word}) (?:past|after) (?<field>${word}(?: ${word}){0,2})`,
    ),
    read: read.ownRange,
  },
  {
    kind: "max-range",
    wording: "A max of <n> <unit> is allowed between the start and end date",
    test: sentence(
      `a max(?:imum)? of (?<span>${number}) (?<spanUnit>${word}) is ${fine} between the start and (?:the )?end dates?(?: for (?:the )?reports?)?`,
    ),
    read: read.windows,
  },
  {
    kind: "min-range",
    wording: "<n> <unit> minimum time window is required",
    test: sentence(
      `(?:a )?(?<least>${number})[ -](?<leastUnit>${word}) minimum (?:time |date )?(?:window|range)(?: for (?:the )?reports?)? is required`,
    ),
    read: read.minRange,
  },
  {
    kind: "min-date",
    wording: "[When <field> is <value>,] <field> must be after <date>",
    test: sentence(
      `(?:${condition}, )?(?<field>${word}(?: ${word}){0,2}?)(?: for the report)? must be after (?<date>\\d{4}-\\d{2}-\\d{2})`,
    ),
    read: read.minDate,
  },
  { kind: "date-format", wording: "Format: YYYY-MM-DD", test: sentence("format: YYYY-MM-DD"), read: read.dateFormat },
  {
    kind: "forbidden-when",
    wording: "If <field> is <value>, <fields> are not allowed",
    test: sentence(`${condition}, (?:the )?(?<fields>${names}) (?:parameters? |fields? )?(?:is|are) not ${fine}`),
    read: read.forbidden,
  },
  {
    kind: "forbidden-when",
    wording: "<fields> are not allowed when <field> is <value>",
    test: sentence(`(?:the )?(?<fields>${names}) (?:parameters? |fields? )?(?:is|are) not ${fine} ${condition}`),
    read: read.forbidden,
  },
  {
    kind: "forbidden-when",
    wording: "This parameter is not supported for <value> level reports",
    test: sentence(`this (?:parameter|field) is (?:no|not) ${fine} for ${levelReports}`),
    read: read.ownForbidden,
  },
  {
    kind: "forbidden-when",
    wording: "This parameter is not allowed when <field> is <value>",
    test: sentence(`(?:this (?:parameter|field) is )?not ${fine} ${condition}`),
    read: read.ownForbidden,
  },
  {
    kind: "forbidden-values-when",
    wording: "Columns related to <entity> and <entity> are not allowed either",
    test: sentence(`(?:any )?columns? related to (?<entities>[\\w ,]+?) (?:is|are) not ${fine} either`),
    read: read.entityColumnsEither,
  },
  {
    kind: "forbidden-values-when",
    wording: "<entity> and <entity> related columns are not supported for <value> level reports",
    test: sentence(`(?<entities>[\\w ,]+?) related columns are not ${fine} for ${levelReports}`),
    read: read.entityColumns,
  },
  {
    kind: "forbidden-values-when",
    wording: '["<value>"] is only available in <value> level',
    test: sentence(`\\[(?<values>\\w+(?:, ?\\w+)*)\\] (?:is|are) only ${fine} (?:in|at|for) (?:the )?(?<levelWord>${word}) level`),
    read: read.valuesOnlyAtLevel,
  },
  {
    kind: "forbidden-values-when",
    wording: "This cannot have <value> if <field> is set to any value other than <value>",
    test: sentence(`(?:keep in mind (?:that )?)?this ${mustNot} (?:have|contain|include) (?<values>${names}) ${condition}`),
    read: read.ownForbiddenValues,
  },
  {
    kind: "only-when",
    wording: "Only allowed for hourly reports",
    test: sentence(`(?:this (?:parameter|field) is )?only ${fine} for (?<adverb>${word}) reports?`),
    read: read.ownOnlyAdverb,
  },
  {
    kind: "only-when",
    wording: "Only allowed when <field> is <value>",
    test: sentence(`(?:this (?:parameter|field) is )?only ${fine} ${condition}`),
    read: read.ownOnly,
  },
  {
    kind: "only-when",
    wording: "Only support <field> when <field> is <value>",
    test: sentence(`only supports? (?:the )?(?<field>${word})(?: (?:field|parameter))? ${condition}`),
    read: read.only,
  },
  {
    kind: "requires-value",
    wording: "Requires <field> to be a value ending in <suffix>",
    test: sentence(`requires (?:the )?(?<field>${word}) to be a value ending (?:in|with) (?<suffix>${word})`),
    read: read.requiresSuffix,
  },
  {
    kind: "requires-value",
    wording: "Requires <field> to be <value>",
    test: sentence(`requires (?:that )?${state.replace("(?<condOp>", "(?<condOp>to be|")}`),
    read: read.requiresValue,
  },
  {
    kind: "at-least-one-of",
    wording: "The request must contain either <field> or both <field> and <field>",
    test: sentence(`(?:the|a) request must (?:contain|have|include) either (?<one>${names}) or (?:both )?(?<other>${names})`),
    read: read.eitherOr,
  },
  {
    kind: "at-least-one-of",
    wording: "At least one of <field> or <field> must be specified",
    test: sentence(`at least one of (?<any>\\w+(?:(?:, or |, and |, | or | and )\\w+)+) must be (?:specified|provided|given|set)`),
    read: read.anyOf,
  },
];

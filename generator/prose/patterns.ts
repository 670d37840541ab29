import type { PatternResult } from "./draft.js";
import {
  condition,
  conditionalPatterns,
  fine,
  lookback,
  mustNot,
  names,
  notFine,
  number,
  range,
  sentencePatterns,
  word,
} from "./grammar.js";
import * as dates from "./readers.js";
import * as fields from "./readers.js";
import * as relations from "./relations.js";
import { atOnce, isPut, list, orList, put } from "./relations.js";
import type { Groups, ReadContext } from "./vocabulary.js";

/** A wording of a rule: patterns for the whole sentence, and how to read it. */
export interface Pattern {
  readonly kind: string;
  /** The wording as messages show it. */
  readonly wording: string;
  /** A sentence has this wording if one of these matches. */
  readonly tests: readonly RegExp[];
  /** Whether `read` uses the condition of the previous sentence. */
  readonly usesPreviousCondition?: true;
  readonly read: (groups: Groups, context: ReadContext) => PatternResult;
}

const beforeToday = "(?:back from|before) (?:today|the current date)(?: in UTC(?: time)?)?";
const subject = `(?:this )?(?:(?:the )?(?<subject>${word}(?: ${word}){0,2}?) )?`;
const phrase = `${word}(?: ${word}){0,2}?`;

const canBe = "(?:can|may|must|should) be";
const must = "(?:must|should)(?: always)?";
const later =
  "later than|after|on or after|after or on|equal to or (?:after|later than)|later than or equal to|greater than(?: or equal to)?|no (?:earlier|sooner) than|more recent than|(?:on )?the same (?:day|date) as or later than";
const earlier =
  "earlier than|before|on or before|before or on|equal to or (?:before|earlier than)|earlier than or equal to|less than(?: or equal to)?|no later than|prior to|(?:on )?the same (?:day|date) as or earlier than";
const dateAs = (name: string): string => `(?:this |(?:the )?(?<${name}>${phrase}) )?`;
const dateAfter = (name: string): string => ` (?<${name}>(?:the )?${phrase})`;

/**
 * The known wordings of rules. Their order does not matter, because no sentence may match two of
 * them with different results.
 */
export const patterns: readonly Pattern[] = [
  {
    kind: "max-lookback",
    wording:
      "You can pull data from up to <n> <unit> before the current date, with a maximum time range of <n> <unit>",
    tests: conditionalPatterns(lookback, `(?:,? (?:and )?${range})?`),
    read: dates.windowRules,
  },
  {
    kind: "max-range",
    wording: "The maximum time range is <n> <unit>",
    tests: conditionalPatterns(range),
    read: dates.windowRules,
  },
  {
    kind: "max-lookback",
    wording: "Cannot be more than <n> <unit> back from today",
    tests: conditionalPatterns(
      subject,
      `${mustNot} be more than (?<back>${number}) (?<backUnit>${word}) `,
      beforeToday,
    ),
    read: dates.lookbackOf,
  },
  {
    kind: "max-range",
    wording: "Cannot be more than <n> <unit> past <field>",
    tests: conditionalPatterns(
      subject,
      `${mustNot} be more than (?<span>${number}) (?<spanUnit>${word}) (?:past|after) (?<field>${phrase})`,
    ),
    read: dates.rangeAfter,
  },
  {
    kind: "max-range",
    wording: "A max of <n> <unit> is allowed between the start and end date",
    tests: conditionalPatterns(
      `a max(?:imum)? of (?<span>${number}) (?<spanUnit>${word}) is ${fine} between the start and (?:the )?end dates?`,
      "(?: for (?:the )?reports?)?",
    ),
    read: dates.windowRules,
  },
  {
    kind: "min-range",
    wording: "<n> <unit> minimum time window is required",
    tests: conditionalPatterns(
      `(?:a )?(?<minimum>${number})[ -](?<minimumUnit>${word}) minimum (?:time |date )?(?:window|range)`,
      "(?: for (?:the )?reports?)? is required",
    ),
    read: dates.minRange,
  },
  {
    kind: "min-date",
    wording: "<field> must be after <date>",
    tests: conditionalPatterns(
      `(?:the )?(?<field>${phrase})(?: for the report)? must be after (?<date>\\d{4}-\\d{2}-\\d{2})`,
    ),
    read: dates.minDate,
  },
  {
    kind: "date-format",
    wording: "Format: YYYY-MM-DD",
    tests: sentencePatterns("format: YYYY-MM-DD"),
    read: dates.dateFormat,
  },
  {
    kind: "forbidden-when",
    wording: "If <field> is <value>, <fields> are not allowed",
    tests: [
      ...sentencePatterns(
        `${condition}, (?:the )?(?<fields>${names}) (?:parameters? |fields? )?${notFine}`,
      ),
      ...sentencePatterns(
        `(?:the )?(?<fields>${names}) (?:parameters? |fields? )?${notFine} ${condition}`,
      ),
    ],
    read: fields.forbiddenRules,
  },
  {
    kind: "forbidden-when",
    wording: "This parameter is not supported for <value> level reports",
    tests: [
      ...sentencePatterns(`this (?:parameter|field) (?:is no ${fine}|${notFine}) ${condition}`),
      ...sentencePatterns(
        `(?:not ${fine}|${mustNot} be (?:used|set|specified|provided)) ${condition}`,
      ),
    ],
    read: fields.ownForbidden,
  },
  {
    kind: "forbidden-values-when",
    wording: "Columns related to <entity> and <entity> are not allowed either",
    tests: sentencePatterns(
      `(?:any )?columns? related to (?<entities>[\\w ,]+?) (?:is|are) not ${fine} either`,
    ),
    usesPreviousCondition: true,
    read: fields.entityColumnsEither,
  },
  {
    kind: "forbidden-values-when",
    wording: "<entity> and <entity> related columns are not supported for <value> level reports",
    tests: sentencePatterns(`(?<entities>[\\w ,]+?) related columns are not ${fine} ${condition}`),
    read: fields.entityColumns,
  },
  {
    kind: "forbidden-values-when",
    wording: '["<value>"] is only available in <value> level',
    tests: sentencePatterns(
      `\\[(?<values>\\w+(?:, ?\\w+)*)\\] (?:is|are) only ${fine} (?:in|at|for) (?:the )?(?<levelWord>${word}) level`,
    ),
    read: fields.valuesOnlyAtLevel,
  },
  {
    kind: "forbidden-values-when",
    wording: "This cannot have <value> if <field> is set to any value other than <value>",
    tests: sentencePatterns(
      `(?:keep in mind (?:that )?)?this ${mustNot} (?:have|contain|include) (?<values>${names}) ${condition}`,
    ),
    read: fields.ownForbiddenValues,
  },
  {
    kind: "only-when",
    wording: "Only allowed for hourly reports",
    tests: sentencePatterns(`(?:this (?:parameter|field) is )?only ${fine} ${condition}`),
    read: fields.ownOnly,
  },
  {
    kind: "only-when",
    wording: "Only support <field> when <field> is <value>",
    tests: [
      ...sentencePatterns(
        `only supports? (?:the )?(?<field>${word})(?: (?:field|parameter))? ${condition}`,
      ),
      ...sentencePatterns(
        `(?:the )?(?<field>${word}) (?:(?:field|parameter) )?is only ${fine} ${condition}`,
      ),
    ],
    read: fields.onlyWhenRules,
  },
  {
    kind: "requires-value",
    wording: "Requires <field> to be a value ending in <suffix>",
    tests: sentencePatterns(
      `requires (?:the )?(?<field>${word}) to be (?:a|any) value (?:ending|that ends) (?:in|with) (?<suffix>${word})`,
    ),
    read: fields.requiresSuffix,
  },
  {
    kind: "requires-value",
    wording: "Requires <field> to be <value>",
    tests: sentencePatterns(
      `requires (?:the )?(?<field>${word}) to be (?:set to |one of )?(?<values>${word}(?:(?:, or |, | or )${word})*)`,
    ),
    read: fields.requiresValue,
  },
  {
    kind: "at-least-one-of",
    wording: "The request must contain either <field> or both <field> and <field>",
    tests: sentencePatterns(
      `(?:the|a) request must (?:contain|have|include) either (?<first>${names}),? or (?:both )?(?<second>${names})`,
    ),
    read: fields.eitherOrRule,
  },
  {
    kind: "at-least-one-of",
    wording: "At least one of <field> or <field> must be specified",
    tests: sentencePatterns(
      `at least one of (?<any>\\w+(?:(?:, or |, and |, | or | and )\\w+)+) must be (?:specified|provided|given|set)`,
    ),
    read: fields.anyOfRule,
  },
  {
    kind: "forbidden-when",
    wording: "Provide only <field> or <field>",
    tests: [
      `(?:please )?${put} (?:only|just) (?:either )?(?<any>${orList})(?:,? (?:but )?not (?:by |with )?both)?`,
      `(?:please )?${put} (?:either )?(?<any>${orList}),? (?:but )?(?:not|never) (?:by |with )?both`,
      `(?:please )?${put} (?:only|just|at most) one of (?<any>${list})`,
      `(?:only|at most|no more than|not more than) one of (?<any>${list}) (?:${canBe} ${isPut}|is ${fine})(?: ${atOnce}| at a time| per request)?`,
      `(?:the )?(?<any>${list}) (?:parameters? |fields? )?are mutual(?:ly)? exclusive(?: parameters| fields)?`,
      `(?:do not|never|you ${mustNot}|${mustNot}) ${put} (?:both|more than one (?:of|(?:type|kind)(?: of \\w+)?:)) (?<any>${list})(?: ${atOnce})?`,
      `(?:the )?(?<any>${list}) (?:parameters? |fields? )?${mustNot} (?:both )?be ${isPut} ${atOnce}`,
      `(?:the )?(?<any>${list}) (?:parameters? |fields? )?${mustNot} (?:both be ${isPut}|be combined)`,
      `exactly one of (?<all>${list}) (?:must be ${isPut}|is required)`,
      `(?:either )?(?<all>${orList}) (?:must be ${isPut}|is required),? (?:but )?(?:not|never) both`,
    ].flatMap((wording) => conditionalPatterns(wording)),
    read: relations.onlyOneRule,
  },
  {
    kind: "forbidden-when",
    wording: "<field> cannot be combined with <field> or <field>",
    tests: relations.excluding.flatMap((wording) => conditionalPatterns(wording)),
    read: relations.exclusionRule,
  },
  {
    kind: "requires-present",
    wording: "<field> requires <field>",
    tests: relations.requiring.flatMap((wording) => conditionalPatterns(wording)),
    read: relations.requirementRule,
  },
  {
    kind: "forbidden-when",
    wording: "Do not provide both",
    tests: sentencePatterns(
      `(?:(?:please )?(?:do not|never) ${put} (?:both|more than one)(?: (?:type|kind|one)| of (?:them|these|those|the two))?(?: ${atOnce})?`,
      `|not both|only one (?:of (?:them|these|those) )?(?:${canBe} ${isPut}|is ${fine})(?: ${atOnce}| at a time)?)`,
    ),
    read: relations.onlyOneOfBefore,
  },
  {
    kind: "date-order",
    wording: "<field> must not be later than <field>",
    tests: [
      `${dateAs("second")}${must} be (?:${later})${dateAfter("first")}`,
      `${dateAs("first")}${must} be (?:${earlier})${dateAfter("second")}`,
      `${dateAs("second")}${mustNot} be (?:before|earlier than|prior to|less than|older than)${dateAfter("first")}`,
      `${dateAs("first")}${mustNot} be (?:after|later than|greater than|past|beyond|more recent than)${dateAfter("second")}`,
      `(?:no|not) (?:earlier|sooner) than${dateAfter("first")}`,
      `(?:no|not) later than${dateAfter("second")}`,
    ].flatMap((wording) => conditionalPatterns(wording)),
    read: relations.dateOrder,
  },
  {
    kind: "number-order",
    wording: "<field> must not be less than <field>",
    tests: relations.comparing.flatMap((wording) => conditionalPatterns(wording)),
    read: relations.numberOrder,
  },
  {
    kind: "not-after-today",
    wording: "<field> must not be in the future",
    tests: conditionalPatterns(`${dateAs("first")}${mustNot} be in the future`),
    read: relations.notInFuture,
  },
  {
    kind: "no-data-when",
    wording: "The <value> enum provides data for other groups, but no longer for <group>",
    tests: sentencePatterns(
      `(?:note: |(?<owner>${word}): )?the (?<value>${word}) enum (?:for this parameter )?no longer provides data for (?<group>conversion metrics)`,
      "(?:, but it still returns data for non-conversion metrics)?",
    ),
    read: fields.groupWithoutData,
  },
  {
    kind: "no-data-when",
    wording: "This parameter no longer returns new data",
    tests: sentencePatterns(
      `(?:note: |(?<owner>${word}): )?this (?:parameter|field) no longer returns (?:new )?data`,
    ),
    read: fields.ownWithoutData,
  },
];

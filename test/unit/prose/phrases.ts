/** By the name of a list, words that say the same. */
export type Words = Readonly<Record<string, readonly string[]>>;

/** Words that say the same, which the sentences below are made of. */
const WORDS: Words = {
  atMost: [
    ...["at most", "at the most", "up to", "no more than", "not more than", "at maximum"],
    ...["a maximum of", "a limit of", "a cap of", "less than or equal to"],
    ...["fewer than or equal to", "a max of", "<=", "≤"],
  ],
  mayNotExceed: [
    ...["must not exceed", "cannot exceed", "can not exceed", "can't exceed", "may not exceed"],
    ...["must not be more than", "cannot be longer than", "may not be larger than"],
    ...["must never be more than", "should not exceed", "shall not exceed", "must not surpass"],
    ...["must not go beyond", "cannot go over", "can be no longer than", "must not be wider than"],
    ...["may not be greater than", "must not extend beyond", "mustn't exceed", "will not exceed"],
    ...["is limited to", "is restricted to", "is capped at", "does not exceed"],
  ],
  atLeast: [
    ...["at least", "no less than", "no fewer than", "a minimum of", "not less than"],
    ...["greater than or equal to", "more than or equal to", ">=", "≥"],
  ],
  mayNotBeShorter: [
    ...["must not be shorter than", "cannot be shorter than", "may not be less than"],
    ...["can't be smaller than", "must not be lower than", "cannot be narrower than"],
    ...["must not be fewer than", "mustn't be shorter than"],
  ],
  back: [
    ...["before today", "prior to today", "before the current date", "back from today", "ago"],
    ...["before the current day", "preceding today", "from today", "of today", "in the past"],
    ...["before now", "before the present day", "before the day of the request", "back in time"],
    ...["counting back from today", "before today (UTC)", "before today (in UTC time)", "back"],
    ...["before today in UTC", "into the past", "backwards", "behind today", "backward"],
    ...["counted from today"],
  ],
  last: ["last", "past", "previous", "preceding", "most recent", "trailing", "recent"],
  range: [
    ...["time range", "date range", "time window", "reporting period", "reported period"],
    ...["time span", "date interval", "time frame", "timeframe", "report duration"],
    ...["requested range", "query window", "whole range", "total period", "entire range"],
    ...["range", "period", "interval", "length of the report", "report range"],
    ...["length of a period", "request window", "reporting window", "requested time span"],
  ],
  older: [
    ...["older than", "further back than", "farther back than", "longer ago than"],
    ...["further in the past than", "earlier than", "more in the past than"],
  ],
  notAllowed: [
    ...["is not allowed", "is not supported", "is not permitted", "is not available"],
    ...["is not accepted", "is not valid", "is not possible", "is not applicable"],
    ...["is unsupported", "is unavailable", "is disallowed", "is prohibited", "is forbidden"],
    ...["is invalid", "is rejected", "is refused", "gets rejected", "is illegal"],
    ...["is impossible", "is incompatible", "is inadmissible", "is not an option"],
    ...["cannot be used", "can't be used", "may not be used", "must not be used"],
    ...["must not be set", "cannot be specified", "cannot be provided", "must not be given"],
    ...["must not be included", "cannot be sent", "must not be passed", "cannot be supplied"],
    ...["can not be added", "must not be present", "cannot be selected", "may not be chosen"],
    ...["must be omitted", "must be left out", "must be left empty", "must be absent"],
    ...["must be unset", "must be removed", "must be dropped", "has to be left blank"],
    ...["does not work", "doesn't work", "causes an error", "leads to an error", "will fail"],
    ...["results in a 400 error", "produces a validation error", "raises an error", "is barred"],
    ...["returns a 400", "triggers an error", "yields an error", "fails", "is out of the question"],
    ...["is denied", "is declined", "is turned down", "is banned", "is off limits", "is taboo"],
    ...["mustn't be used", "shall not be used", "may never be used", "can never be used"],
    ...["must never be used", "should not be used", "isn't allowed", "is not compatible"],
    ...["is not usable", "isn't supported", "is no longer allowed", "is no longer supported"],
    ...["cannot be requested", "cannot be queried", "must not be listed", "cannot be applied"],
    ...[
      "must not be mentioned",
      "must not be filled",
      "must not be named",
      "cannot be filtered by",
    ],
    ...["must be left unset", "has to be omitted"],
  ],
  onlyAllowed: [
    ...["is only allowed", "is only supported", "is only permitted", "is only available"],
    ...["is only accepted", "is only valid", "is only possible", "is only applicable"],
    ...["can only be used", "may only be used", "must only be used", "can only be set"],
    ...["can only be specified", "may only be provided", "can only be given", "only works"],
    ...["is supported only", "is allowed only", "is permitted only", "can be used only"],
    ...["is exclusively available", "is solely allowed", "can only be sent", "may only be passed"],
    ...["is only usable", "is only compatible", "only applies", "is available only"],
    ...["can only be requested", "may only be supplied", "is only legal", "may be included only"],
    ...["can only be selected", "may only be chosen", "is only admissible", "can only be applied"],
  ],
  required: [
    ...["is required", "is mandatory", "is necessary", "is needed", "is obligatory"],
    ...["is compulsory", "is indispensable", "is a must", "must be set", "must be specified"],
    ...["must be provided", "must be given", "must be included", "must be sent", "must be passed"],
    ...["has to be supplied", "has to be there", "must be present"],
    ...["has to be given", "must be added", "must be filled", "shall be set", "must be selected"],
    ...["becomes mandatory", "becomes required", "must be chosen"],
  ],
  ifLevel: [
    ...["if level is SHOP", "when level is SHOP", "where level is SHOP", "whenever level is SHOP"],
    ...["if level is set to SHOP", "when level equals SHOP", "as long as level is SHOP"],
    ...["in case level is SHOP", "once level is SHOP", "while level is SHOP", "if level = SHOP"],
    ...["in case that level is SHOP", "provided that level is SHOP", "so long as level is SHOP"],
    ...["for level SHOP", "with level SHOP", "at SHOP level", "at level SHOP", "at the SHOP level"],
    ...["if the level is SHOP", "in the event that level is SHOP", "when using level SHOP"],
    ...["given that level is SHOP", "as soon as level is SHOP"],
    ...["on condition that level is SHOP", "for reports whose level is SHOP", "for SHOP level"],
    ...["for requests with level SHOP", "for reports at SHOP level", "if level is equal to SHOP"],
    ...["in SHOP level reports", "for all reports with level SHOP", "on the SHOP level"],
  ],
  ifHour: ["when granularity is HOUR", "for HOUR granularity", "if granularity is set to HOUR"],
  unlessLevel: [
    ...["unless level is SHOP", "except when level is SHOP", "except if level is SHOP"],
    ...["except where level is SHOP"],
    ...["if level is not SHOP", "when level isn't SHOP", "if level is anything other than SHOP"],
    ...["if level is other than SHOP", "if level is anything but SHOP"],
    ...["excepting when level is SHOP"],
  ],
  together: [
    ...["together", "at the same time", "simultaneously", "in the same request", "jointly"],
    ...["in combination", "in the same report"],
  ],
  onOrAfter: [
    ...["must be on or after", "must not be before", "cannot be before", "may not be before"],
    ...["must be no sooner than", "can't precede", "cannot start before", "must not begin before"],
    ...["must not lie before", "must not be earlier than", "cannot be earlier than"],
    ...["must be no earlier than", "may not be prior to"],
  ],
  future: [
    ...["must not be in the future", "cannot be a future date", "may not lie in the future"],
    ...["can't be set in the future", "must not lie in the future", "cannot be in the future"],
    ...["may never be in the future", "must not be after today", "cannot be later than today"],
  ],
  after: ["must be after", "must be later than", "has to be after", "needs to be past"],
};

/**
 * Sentences with a word of each list that they name, the field they stand at, their rules, and how
 * many of them each reader of READERS reads by itself.
 */
export const PHRASES: readonly (readonly [
  string,
  string | null,
  readonly string[],
  readonly number[],
])[] = [
  [
    "The {range} must be {atMost} 30 days.",
    null,
    ["max-range start_date end_date 30 day"],
    [0, 24, 20],
  ],
  [
    "The {range} {mayNotExceed} 30 days.",
    null,
    ["max-range start_date end_date 30 day"],
    [0, 24, 20],
  ],
  [
    "The {range} must be {atLeast} 3 days.",
    null,
    ["min-range start_date end_date 3 day"],
    [0, 24, 11],
  ],
  [
    "The {range} {mayNotBeShorter} 3 days.",
    null,
    ["min-range start_date end_date 3 day"],
    [0, 24, 13],
  ],
  [
    "The start_date must be {atMost} 40 days {back}.",
    null,
    ["max-lookback start_date 40 day"],
    [0, 24, 23],
  ],
  [
    "Start date {mayNotExceed} 40 days {back}.",
    "start_date",
    ["max-lookback start_date 40 day"],
    [0, 24, 24],
  ],
  [
    "Data is available only for the {last} 40 days.",
    null,
    ["max-lookback start_date 40 day"],
    [0, 7, 7],
  ],
  ["start_date must not be {older} 40 days.", null, ["max-lookback start_date 40 day"], [0, 7, 6]],
  [
    "shelf_ids {notAllowed} {ifLevel}.",
    null,
    ["forbidden-when shelf_ids {field:level,is:[SHOP]}"],
    [68, 88, 81],
  ],
  [
    "shelf_ids {onlyAllowed} {ifLevel}.",
    null,
    ["only-when shelf_ids {field:level,is:[SHOP]}"],
    [27, 36, 0],
  ],
  [
    "shelf_ids {required} {ifLevel}.",
    null,
    ["requires-present shelf_ids {field:level,is:[SHOP]}"],
    [30, 33, 25],
  ],
  [
    "shelf_ids {notAllowed} {unlessLevel}.",
    null,
    ["forbidden-when shelf_ids {field:level,isNot:[SHOP]}"],
    [69, 88, 73],
  ],
  [
    "shelf_ids {required} {unlessLevel}.",
    null,
    ["requires-present shelf_ids {field:level,isNot:[SHOP]}"],
    [24, 26, 16],
  ],
  [
    "shelf_ids and clerk_ids cannot be used {together}.",
    null,
    ["forbidden-when shelf_ids {field:clerk_ids,present:true}"],
    [7, 7, 0],
  ],
  ["start_date {onOrAfter} 2020-03-01.", null, ["min-date start_date 2020-02-29"], [0, 13, 13]],
  ["start_date {future}.", null, ["not-after-today start_date 1"], [0, 7, 0]],
  [
    "The {range} must not exceed 30 days and start_date {mayNotExceed} 40 days ago {ifHour}.",
    null,
    [
      "max-range start_date end_date 30 day {field:granularity,is:[HOUR]}",
      "max-lookback start_date 40 day {field:granularity,is:[HOUR]}",
    ],
    [0, 24, 0],
  ],
  ["start_date {after} 2020-02-29.", null, ["min-date start_date 2020-02-29"], [0, 4, 4]],
];

/**
 * Each word of each list that a phrase names in turn, beside words of the other lists that change as
 * it does.
 */
export function sentencesOfPhrase(phrase: string, lists: Words = WORDS): readonly string[] {
  const names = [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const longest = Math.max(...names.map((name) => lists[name]?.length ?? 0));
  return Array.from({ length: longest }, (_, turn) => {
    const text = names.reduce((before, name) => {
      const words = lists[name] ?? [];
      return before.replace(`{${name}}`, words[turn % words.length] ?? "");
    }, phrase);
    return phrase.startsWith("{") ? `${text[0]?.toUpperCase()}${text.slice(1)}` : text;
  });
}

import { describe, expect, it } from "vitest";
import { proposeRules } from "../../../generator/prose/classify.js";
import { filledIn, inLines, type Row, sentenceOf, vocabulary } from "./read.js";

/** The proposals for the last sentence of a text, if any, each in one line. */
const proposed = (text: string, self: string): readonly string[] =>
  inLines(proposeRules(sentenceOf(text, self), vocabulary));

/** Sentences that would be misread as a rule. */
const MISREAD: Readonly<Record<string, readonly Row[]>> = {
  "a value that unsets the field": [
    [
      "_ 0 to clear it.\n\nThe `window` cannot be sent if this is sent.",
      "enter set pass send use give",
    ],
    [
      "Enter 0 to _ it.\n\nThe `window` cannot be sent if this is sent.",
      "remove reset unset delete disable",
    ],
    [
      "To _ it, enter 0.\n\nThe `window` cannot be sent if this is sent.",
      "clear remove reset unset delete disable",
    ],
    ["To clear it, _ 0.\n\nThe `window` cannot be sent if this is sent.", "set pass send use give"],
  ],
  "an effect on another field": [
    ["You must specify `window` for _ to be read.", "`granularity` the~`granularity`~field"],
  ],
  "a field of something else": [
    [
      "Cannot be combined with `window` of _ shop.",
      "the~linked the~parent the~related the~associated your~linked a~linked an~old~linked its~linked",
    ],
    ["Cannot be combined with `window` _ the linked shop.", "on in from"],
    [
      "Cannot be combined with `window` in your _.",
      "account accounts business profile app feed settings old~account",
    ],
    ["Cannot be combined with `window` _ your account.", "of on from"],
    ["Cannot be combined with the _ shop's `window`.", "parent linked related associated"],
  ],
  "what a field contains": [
    [
      "If `window` _, `start_hour` cannot be sent.",
      `contains~letters contain~letters includes~a~sign starts~with~5 begins~with~5 ends~in~5 matches~it match~it exceeds~it
      consists~of~digits points~there refers~to~it leads~there uses~it resolves looks~odd has~three~digits is~set~to~a~sign
      is~longer is~shorter is~greater is~larger is~bigger is~smaller is~less is~more is~higher is~lower is~older is~newer is~earlier
      is~later is~before~it is~after~it is~above~it is~below~it is~over~it is~under~it is~between~them is~in~the~shop is~on~sale is~from~there is~an~odd~one
      is~a~sign is~valid is~invalid also~contains~it only~contains~it already~contains~it does~not~contain~it`,
    ],
    [
      "The `window` cannot be sent _ this field contains letters.",
      "when whenever once while where as~long~as",
    ],
  ],
  "what a field contains besides being set": [
    [
      "If `window` is set and _, `start_hour` cannot be sent.",
      "short not~trivial even also~short recent",
    ],
    ["The `start_hour` cannot be sent if `window` is _ but short.", "set given sent present used"],
  ],
  "alternatives that are statements": [
    [
      "One of _ must hold: `start_hour` and `window` must not be sent together.",
      "these those the~following",
    ],
    ["One of these applies: `start_hour` is sent, or `window` is _.", "omitted absent empty not~5"],
  ],
  "a permission or an exemption": [
    ["Is _ if `window` is sent.", "not~required not~needed not~necessary not~mandatory"],
    [
      "_ if `window` is sent.",
      "may~be~omitted can~be~left~out may~be~left~empty can~be~left~blank may~be~skipped may~be~absent need~not~be~sent does~not~have~to~be~sent does~not~need~to~be~sent does~not~need~a~value does~not~require~the~limit is~not~enforced are~not~checked",
    ],
    ["_ be sent together with `window`.", "may can may~also can~optionally"],
    [
      "May be _ `window`.",
      "used~along~with set~alongside~with given~in~combination~with combined~with specified~with passed~with provided~with",
    ],
  ],
  "a choice": [["Cannot be used with `window`, except when the shop is new."]],
  "a comparison": [
    ["Must be _ `window`.", "the~same~as different~from distinct~from identical~to equal~to"],
    ["_ be different from `window`.", "should cannot shall may~not"],
    ["Must _ `window`.", "differ~from match equal"],
  ],
  "an amount": [
    ["Exactly _ must be sent.", "one~start_hour 1~start_hour"],
    ["Exactly one start_hour _ sent.", "has~been is can~be may~be should~be"],
  ],
  "both or none": [
    [
      "`window` or `start_hour`: passing _ is an error.",
      "just~one~of~them only~one~of~them only~one~of~these only~one~of~the~two only~one~of~both",
    ],
    [
      "This or `window`: only one of them _.",
      "fails gets~rejected causes~an~error gives~an~error returns~an~error leads~to~an~error results~in~an~error is~an~error is~rejected is~refused is~invalid",
    ],
  ],
  "the past": [
    ["Had to be sent with `window`."],
    ["Was _ with `window`.", "required needed mandatory forbidden"],
  ],
  "an exemption with a case": [
    ["Not _ unless `window` is sent.", "required needed necessary mandatory"],
  ],
  "the next sentences": [
    ["The following _ to `window`.", "applies only~applies rule~applies"],
    ["For `window` the following _.", "holds"],
  ],
  "a request that lacks the field": [
    [
      "A request for `window` that _ is rejected.",
      "lacks~it lacks~this lack~them misses~it misses~one",
    ],
    ["A request for `window` _ is rejected.", "lacking~it without~it missing~it"],
  ],
};

describe("no rule is proposed for a sentence", () => {
  it.each(Object.entries(MISREAD))("about %s", (_, rows) => {
    const texts = rows.flatMap(([template, words]) => filledIn(template, words));
    expect(
      texts.flatMap((text) => proposed(text, "start_hour").map((rule) => [text, rule])),
    ).toEqual([]);
  });
});

describe("a sentence about the former or the latter of two values", () => {
  it.each([
    [
      "With the former, `window` is required.",
      "requires-present window {field:granularity,is:[HOUR]}",
    ],
    [
      "With the latter, `window` is required.",
      "requires-present window {field:granularity,is:[DAY]}",
    ],
    [
      "For the former, `window` cannot be set.",
      "forbidden-when window {field:granularity,is:[HOUR]}",
    ],
    [
      "For the latter, `window` cannot be set.",
      "forbidden-when window {field:granularity,is:[DAY]}",
    ],
  ])("is read as a sentence about that value: %s", (sentence, rule) => {
    expect(proposed(`HOUR or DAY. ${sentence}`, "granularity")).toEqual([rule]);
  });
});

const RELATIONS: readonly string[] = [
  ...["`start_hour` cannot be combined with `window`", "`start_hour` requires `window`"],
  ...["Required if `window` is set", "Only allowed if `window` is set", "Needs `window`"],
  ...["Must be set together with `window`", "Cannot be combined with `window`"],
  ...["Not allowed when `window` is set", "Either `start_hour` or `window` must be provided"],
  ...["Only one of `start_hour` and `window` can be set", "Mutually exclusive with `window`"],
];
const UNKNOWN_CASES: readonly string[] = [
  ...["in new shops", "unless the shop is new", "after the review", "before the launch"],
  ...["during sales", "on weekdays", "for guests", "on request", "until it is approved"],
  ...["while it is live", "where the law says so", "if you sell abroad", "with a grace period"],
  ...["in most markets", "as of March", "by default", "at launch", "for old shops"],
];
const REASONS: readonly string[] = ["because printers are old", "for now"];

/** A relation with words behind it and before it. */
const around = (relation: string, words: string): readonly string[] => [
  `${relation} ${words}.`,
  `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${relation.charAt(0).toLowerCase()}${relation.slice(1)}.`,
];
const withWords = (some: readonly string[]): readonly string[] =>
  RELATIONS.flatMap((relation) => some.flatMap((words) => around(relation, words)));
const isProposed = (sentence: string): boolean => proposed(sentence, "end_date").length > 0;

describe("a relation between fields", () => {
  it("is not proposed for all requests if the sentence is about a case outside the request", () => {
    expect(withWords(UNKNOWN_CASES).filter(isProposed)).toEqual([]);
  });

  it("is proposed if the sentence names no case", () => {
    const sentences = [...RELATIONS.map((relation) => `${relation}.`), ...withWords(REASONS)];
    expect(sentences.filter((sentence) => !isProposed(sentence))).toEqual([]);
  });
});

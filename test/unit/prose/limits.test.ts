import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitMessages } from "../../../cli/commands/pull/pull-summary.js";
import { parseSkipped } from "../../../generator/parse/annotations.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { type Described, wordsOf } from "../../../generator/prose/limit-amounts.js";
import { limitsIn } from "../../../generator/prose/limits.js";
import { fingerprint, sentencesOf } from "../../../generator/prose/sentences.js";
import { LIMIT_PHRASES, LIMIT_WORDS } from "./limit-phrases.js";
import { sentencesOfPhrase } from "./phrases.js";

/** What "must be `A` or `B`" means. */
const AB = { enum: ["A", "B"] };

type Kind = "string" | "array" | "number";

/** A field, as its name and the beginning of its text describe it. */
const fieldOf = (kind: Kind, name = "name title label text term bid"): Described => ({
  kind,
  items: kind === "array" ? "string" : null,
  words: new Set(wordsOf(name)),
  holder: new Set(wordsOf("SeedList")),
  values: [],
  siblings: new Set(["campaign_ids", "ad_ids"]),
});

/** What texts state of a field and of its items; null if nothing. */
function stated(
  texts: readonly string[],
  of: Described,
  around: Partial<Parameters<typeof limitsIn>[2]> = {},
) {
  const read = limitsIn(
    texts.map((text) => ({ label: "", pointer: "#", text, field: null })),
    of,
    { skipped: new Map(), isMap: false, samples: [], ...around },
  );
  const all = read.flatMap(({ limits: { own, items } }) => [
    ...Object.entries(own),
    ...Object.entries(items).map(([keyword, limit]) => [`items.${keyword}`, limit] as const),
  ]);
  return all.length === 0 ? null : Object.fromEntries(all);
}

/** Wordings of a limit, with `N` and `M` for numbers, and what each says. */
const WORDINGS = {
  string: {
    maxLength: [
      ...["At most N characters.", "Up to N chars.", "Must not exceed N characters."],
      ...["A short title - N chars max.", "The search term (N characters max).", "Max length: N"],
      ...["Must not be longer than N characters.", "No more than N characters are allowed."],
      ...["N-character limit.", "Titles are limited to N characters.", "<= N characters"],
      ...["This text is limited to a maximum of N characters.", "Max. N characters."],
      ...[
        "Anything over N characters is refused.",
        "Character limit: N.",
        "Keep it to N characters.",
      ],
      ...["The text is N characters or less.", "The maximum length is N characters."],
      ...["A label cannot be longer than N characters.", "Labels may contain up to N characters."],
      ...["Titles longer than N characters are rejected.", "Its length is capped at N."],
      ...["A title that exceeds N characters fails.", "Anything past N characters is refused."],
      ...["For technical reasons, at most N characters are allowed."],
      ...["Text of more than N characters is not accepted.", "Maximum length of N characters"],
    ],
    minLength: [
      "At least N characters.",
      "The name must have at least N characters.",
      "Minimum length: N.",
      "Names shorter than N characters are refused.",
      "At least N characters are required.",
    ],
    "minLength maxLength": [
      "N to M characters.",
      "Must be between N and M characters long.",
      "The title must be N-M characters.",
      "At least N and at most M characters.",
      "Must have a minimum of N and a maximum of M characters.",
    ],
  },
  array: {
    maxItems: [
      ...["Up to N ids.", "At most N ad group ids may be passed in a single request."],
      ...["You can provide no more than N values.", "Max N items.", "Accepts up to N entries."],
      ...["Send at most N pin ids per call.", "The list cannot have more than N items."],
      ...["A maximum of N ids can be sent.", "The number of labels must not exceed N."],
      ...["You cannot list more than N entries.", "At most N labels can be sent at once."],
      ...["No more than N ids may be used in one campaign.", "Up to N.", "Limit: N items."],
      ...["There can be at most N tags.", "Requests with more than N ids are rejected."],
      ...["The list can't be longer than N entries."],
    ],
    minItems: ["At least N ids.", "Provide at least N seed audiences."],
    "minItems maxItems": [
      ...["You can list N to M ids.", "Between N and M entries.", "Size limit [N, M]."],
      ...["At least N and at most M labels can be requested per report."],
      ...["A seed list has to include at least N ids and not more than M."],
      ...["A seed list must have at least N label and no more than M."],
    ],
    "items.maxLength": [
      ...["Each label must have at most N characters.", "Every label is limited to N characters."],
      ...["Labels longer than N characters are rejected.", "<= N characters"],
    ],
  },
  number: {
    maximum: [
      ...["Max is N.", "May not exceed N.", "The maximum value is N.", "Must be at most N."],
      ...["This can't be set to more than N.", "Don't set this above N.", "Must not get over N."],
      ...[
        "The highest bid accepted is N.",
        "Values over N are rejected.",
        "Can't be greater than N.",
      ],
    ],
    minimum: [
      ...[
        "At least N.",
        "The minimum is N.",
        "The bid must be at least N.",
        "The lowest bid is N.",
      ],
      ...["A bid below N is refused.", "Must be N or more."],
    ],
    "minimum maximum": [
      ...["Accepted range is N-M.", "Allowed range: N–M.", "Must be between N and M."],
      ...["Values outside N to M are rejected.", "Values outside the range from N to M fail."],
      ...[
        "The value must be from N to M.",
        "Valid values are N to M.",
        "Can be a number from N-M.",
      ],
      ...[
        "Must be a whole number of at least N and may not exceed M.",
        "The bid can only be N to M.",
      ],
    ],
  },
} as const;

const wordings = Object.entries(WORDINGS).flatMap(([kind, byKeywords]) =>
  Object.entries(byKeywords).flatMap(([keywords, texts]) =>
    texts.map((text: string) => ({ kind: kind as Kind, keywords, text })),
  ),
);

describe("a limit in various words", () => {
  it.each(LIMIT_PHRASES)("is read as one limit for a %s: %s", (kind, phrase, limits) => {
    const texts = sentencesOfPhrase(phrase, LIMIT_WORDS);
    const read = texts.map((text) => [text, stated([text], fieldOf(kind))]);
    expect(read).toEqual(texts.map((text) => [text, limits]));
  });
});

const written = (text: string, [least, most]: readonly [number, number]): string =>
  text.replace(/\bN\b/, String(least)).replace(/\bM\b/, String(most));

const numbers = fc
  .tuple(fc.integer({ min: 2, max: 999_999 }), fc.nat(999))
  .map(([least, more]): readonly [number, number] => [least, least + more]);

/** A word that a list may have as a value; one such as YYYYMM stands for others. */
const value = fc
  .stringMatching(/^(?:[A-Z]{3,6}(?:_[A-Z]{2,4})?)$/)
  .filter((word) => !/YYYY/.test(word));
const values = fc.uniqueArray(value, { minLength: 2, maxLength: 6 });

/** Wordings of a list of values, with `LIST` for them. */
const LISTS = [
  ...["Must be one of: LIST.", "Valid options are LIST.", "Allowed values: LIST", "One of LIST."],
  ...["Only LIST are accepted here.", "The label must be one of the following values: LIST."],
  ...["Supported values are: LIST", "Must be either LIST.", "LIST are the only valid values."],
  ...[
    "Values: [LIST].",
    "Possible labels are LIST.",
    "Has to be LIST.",
    "The field accepts only LIST.",
  ],
];

/** The items of a list in words, each in quotes or not. */
const inWords = (items: readonly string[], quote: string, last: string): string => {
  const quoted = items.map((item) => `${quote}${item}${quote}`);
  return `${quoted.slice(0, -1).join(", ")}${last}${quoted.at(-1)}`;
};
const lists = fc
  .tuple(values, fc.constantFrom("", "`", '"', "'"), fc.constantFrom(", ", " or ", ", or "))
  .map(([items, quote, last]) => ({ items, text: inWords(items, quote, last) }));

/** Wordings of the form of a text, each with texts that have it and that do not. */
const FORMS: readonly (readonly [
  text: string,
  fits: readonly string[],
  breaks: readonly string[],
])[] = [
  ["Must start with `https://`.", ["https://a.example"], ["http://a.example", " https://a"]],
  ["Has to begin with http:// or https://.", ["http://a", "https://a"], ["ftp://a", "a"]],
  ["Names must start with a letter.", ["a1", "Éa"], ["1a", "_a", ""]],
  ["Must end with .csv", ["a.csv"], ["a.csv.gz", "acsv"]],
  [
    "Only letters, digits, spaces and underscores are permitted in the name.",
    ["a 1_ü"],
    ["a-b", "a."],
  ],
  ["May consist of alphanumeric characters and hyphens only.", ["a-1"], ["a_1", "a b"]],
  ["May only contain lowercase letters and digits.", ["a1"], ["A1", "a-1"]],
  ["Use capital letters and digits only, without spaces.", ["A1"], ["a1", "A 1"]],
  ["Must not contain commas.", ["a;b"], ["a,b"]],
  ["Labels cannot include spaces or slashes.", ["a-b"], ["a b", "a/b"]],
  ["Must be a 10-digit number.", ["0123456789"], ["012345678", "01234567890", "012345678a"]],
  [
    "The label consists of exactly 64 lowercase hexadecimal characters; other values fail validation.",
    ["0123456789abcdef".repeat(4)],
    ["0123456789ABCDEF".repeat(4), "0f"],
  ],
  ["Every label must be either two capital letters or three digits.", ["AB", "123"], ["AB1", "12"]],
  ["Must be a decimal number with two digits after the point.", ["1.25", "-0.10"], ["1.2", "125"]],
  ["Two letter label code (ISO 3166-1 alpha-2)", ["US", "us"], ["USA", "U1", "U"]],
  ["The 3-character code of the label", ["eng"], ["en", "e-n"]],
  ["Must be in uppercase.", ["AB_1"], ["aB"]],
  ["Has to be all lowercase.", ["ab_1"], ["aB"]],
  ["The label must be sent in lowercase.", ["ab-1"], ["aB"]],
  ["Labels have to be written in capital letters.", ["A-1"], ["aB"]],
  ["Must be given in all caps.", ["A-1"], ["aB"]],
  ["Enter the label in lower-case letters.", ["ab-1"], ["aB"]],
  ["Lowercase only.", ["ab-1"], ["aB"]],
  ["Letters must be uppercase.", ["A-1"], ["aB"]],
  ["Please lowercase the label before you send it.", ["ab-1"], ["aB"]],
  ["Convert it to lowercase first.", ["ab-1"], ["aB"]],
  ["The label has to be lowercase; mixed case is rejected.", ["ab-1"], ["aB"]],
  ["Labels must be sent in lowercase, not in capitals.", ["ab-1"], ["aB"]],
  ["Use upper-case labels.", ["A-1"], ["aB"]],
  ["Only uppercase labels are accepted.", ["A-1"], ["aB"]],
  ["Digits only.", ["012"], ["1a"]],
  ["Must be numeric.", ["012", "-1.50"], ["1a"]],
  ["Alphanumeric characters only.", ["aB1"], ["a-1"]],
  ["No spaces allowed.", ["a-b"], ["a b"]],
  ["Commas are not allowed.", ["a b"], ["a,b"]],
  [
    "Exclamation points, parentheses, and at signs are not permitted in labels.",
    ["a b?"],
    ["a!", "a)", "@a"],
  ],
  ["Square brackets and curly braces are rejected.", ["(a)"], ["[a", "a]", "{a}"]],
  ["Must not start with a digit.", ["a1", ""], ["1a"]],
  ["Must match the pattern `^[a-z]+_[0-9]$`.", ["ab_1"], ["AB_1"]],
  ["Must begin with a #.", ["#a"], ["a#"]],
  ["Must be a 6-character alphanumeric code.", ["ab12cd"], ["ab12c", "ab-2cd"]],
  ["The label must consist of digits.", ["12"], ["1a"]],
  [
    "The label must be made up of 6, 8, or 9 digits, with no spaces or hyphens.",
    ["123456", "123456789"],
    ["1234567", "12-3456", "12 345678"],
  ],
  ["Must be a 6- or 8-digit number.", ["123456", "12345678"], ["1234567"]],
  ["Must be 4 letters, without digits.", ["abcd"], ["abc1", "abcde"]],
  ["Enter the 6 digits without spaces.", ["123456"], ["12345", "12 3456"]],
  ["Must use https.", ["https://a"], ["http://a"]],
  ["Only secure (https) URLs are valid.", ["https://a"], ["http://a"]],
  [
    "Must be one of the following values (upper or lowercased): ‘new’, ‘in stock’.",
    ["new", "NEW", "In Stock"],
    ["old", "in-stock"],
  ],
];

describe("a limit of one field", () => {
  it.each(wordings)("is read from “$text” for a $kind", ({ kind, keywords, text }) => {
    fc.assert(
      fc.property(numbers, fc.boolean(), (both, hasMore) => {
        const expected = Object.fromEntries(
          keywords.split(" ").map((keyword: string, at: number) => [keyword, both[at]]),
        );
        const before = hasMore ? "The owner of the ad. " : "";
        expect(stated([`${before}${written(text, both)}`], fieldOf(kind))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it.each(LISTS)("is read from “%s”", (text) => {
    fc.assert(
      fc.property(
        lists,
        fc.constantFrom<Kind>("string", "array"),
        ({ items, text: list }, kind) => {
          const key = kind === "array" ? "items.enum" : "enum";
          expect(stated([text.replace("LIST", list)], fieldOf(kind))).toEqual({ [key]: items });
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    ["Must be lower than 9, since films cannot run longer than 15 minutes.", "number", "maximum"],
    ["At most 9 characters, because labels are small.", "string", "maxLength"],
    ["A colon (`:`) is not permitted in the title.", "string", "pattern"],
    ["A colon (:) is not permitted in the title.", "string", "pattern"],
    ["Currently only 12 labels are accepted.", "array", "maxItems"],
    ["For now, only 5 labels can be used.", "array", "maxItems"],
    ["Titles have 8, 12 or 13 digits; anything else is treated as invalid.", "string", "pattern"],
    ["The field works with A1, B2 and C3, and any other value returns a 400.", "string", "enum"],
  ] as const)("is read beside a reason, a sign or what fails: %s", (text, kind, keyword) => {
    expect(stated([text], fieldOf(kind))).toHaveProperty(keyword);
  });

  it.each([
    ["number", "Must be at most 5 because processing is slow, or 10 for verified shops."],
    ["string", "Must be at most 100 characters because space is short, but 500 in films."],
    ["number", "At most 10, since May 2024 at most 20."],
    ["number", "Must be 1 to 5, as they are levels, and 0 for drafts."],
    ["string", "Must be one of RED, BLUE because these are printed, or GREEN for partners."],
    ["string", "Must start with a letter because digits are reserved, or with an underscore."],
    ["string", "Must be at most 20 characters, as it is printed, for ALPHA."],
    ["string", "The value is RED or BLUE, others give no error."],
    ["string", "The title has 10 digits, and others are returned in error messages."],
    ["number", "Must be at most 5 (%)."],
    ["array", "Do not send 5 or more entries."],
    ["array", "We send 5 or more entries."],
    ["array", "In films only 5 labels are accepted."],
    ["array", "Only 5 labels can be free."],
    ["string", "Must be one of OK, FAIL or an error."],
  ] as const)("is not read for a %s if the end changes it: %s", (kind, text) => {
    expect(stated([text], fieldOf(kind))).toBe(null);
  });

  it.each([
    ["The headline must be in lowercase.", "string"],
    ["Commas are not allowed in headlines.", "string"],
    ["A headline longer than 9 characters fails.", "string"],
    ["Seed lists with a headline of more than 9 characters are rejected.", "string"],
    ["Headlines are limited to 9 characters.", "string"],
    ["Any headline other than `A1` and `B2` is rejected.", "string"],
    ["Seed lists with a headline above 9 are rejected.", "number"],
    ["Seed lists with more than 9 headlines are rejected.", "array"],
  ] as const)("is not read if it is about a field beside it: %s", (text, kind) => {
    const of = fieldOf(kind);
    expect(stated([text], { ...of, siblings: new Set(["headline"]) })).toBe(null);
    expect(stated([text], { ...of, words: new Set(["headline"]) })).not.toBe(null);
  });

  it.each([
    "Recognized labels are `A1` and `B2`. Any other label results in a validation error.",
    "The recognized labels are A1 and B2. Anything else fails.",
    "The API knows `A1` and `B2`. Any other value causes an error.",
    "The following labels are supported: `A1` and `B2`.",
    "Supported labels are `A1` and `B2`. Other labels are not accepted.",
    "Any label other than `A1` and `B2` is rejected.",
    "Anything other than A1 and B2 causes an error.",
    "Only the labels `A1` and `B2` are recognized.",
    "`A1` and `B2` are the only recognized labels.",
  ])("lists values if all others are refused: %s", (text) => {
    expect(stated([text], fieldOf("string"))).toEqual({ enum: ["A1", "B2"] });
  });

  it.each([
    "Recognized labels are `A1` and `B2`.",
    "Recognized labels are `A1` and `B2`. Any other label is ignored.",
    "Recognized labels are `A1` and `B2`. Any other label is rejected for drafts.",
    "Recognized labels are `A1` and `B2`. Any other label fails if the ad is paused.",
    "Recognized labels are `A1` and `B2`. Any other request fails.",
    "Recognized labels are `A1` and `B2`, among others. Any other value is rejected.",
    "Separate labels with commas. Recognized labels are `A1` and `B2`. Other labels are rejected.",
    "Supported labels are `A1` and `B2`. Comma-separated labels are fine.",
    "Its colors are `A1` and `B2`. Any other value is rejected.",
    "It is shown to buyers. Any other value is rejected.",
    "Some labels are `A1` and `B2`. Any other value is rejected.",
  ])("lists no values if others may be accepted: %s", (text) => {
    expect(stated([text], fieldOf("string"))).toBe(null);
  });

  it("takes a word in capitals for a value", () => {
    const values = ["ANY", "BOTH", "LIKE", "AMONG"];
    expect(stated([`Must be one of ${inWords(values, "", ", ")}.`], fieldOf("string"))).toEqual({
      enum: values,
    });
    expect(stated(["Must be one of A1, B2 or any other."], fieldOf("string"))).toBe(null);
    expect(stated(["MUST BE ONE OF A1, B2, ANY OTHER."], fieldOf("string"))).toBe(null);
    expect(stated(["MUST BE ONE OF A1, B2, MORE."], fieldOf("string"))).toBe(null);
    expect(stated(["Must be one of A1, B2, ETC."], fieldOf("string"))).toBe(null);
  });

  it.each([
    ...["Each label may appear only once.", "Labels must be unique.", "No duplicates are allowed."],
    ...["Must not contain duplicate labels.", "Every id can be listed only once."],
    ...["All ids have to be distinct.", "Duplicates are rejected.", "No label may be given twice."],
  ])("forbids duplicates for “%s”", (text) => {
    expect(stated([text], fieldOf("array"))).toEqual({ uniqueItems: true });
    expect(stated([text], fieldOf("string"))).toBe(null);
  });

  it.each(["Duplicates are allowed.", "A label may be given twice.", "Labels may be unique."])(
    "allows duplicates for “%s”",
    (text) => {
      expect(stated([text], fieldOf("array"))).toBe(null);
    },
  );

  it.each<readonly [string, Json]>([
    ["Must be a positive integer.", { minimum: 1 }],
    ["Must be positive.", { minimum: 1 }],
    ["The bid must not be negative.", { minimum: 0 }],
    ["A non-negative integer.", { minimum: 0 }],
    ["Negative values are not allowed.", { minimum: 0 }],
    ["Must be greater than zero.", { minimum: 0, exclusiveMinimum: true }],
    ["Has to be less than 5.", { maximum: 5, exclusiveMaximum: true }],
    ["Must be a multiple of 5.", { multipleOf: 5 }],
  ])("applies to an integer for “%s”", (text, limits) => {
    expect(stated([text], { ...fieldOf("number"), kind: "integer" })).toEqual(limits);
    expect(stated([text], fieldOf("string"))).toBe(null);
  });

  it.each([
    ...["A non-empty list of names.", "Must not be empty.", "The list cannot be empty."],
    ...["Labels must not be left blank.", "An empty label is not allowed.", "Has to be non-empty."],
  ])("forbids an empty value for “%s”", (text) => {
    expect(stated([text], fieldOf("array"))).toEqual({ minItems: 1 });
    expect(stated([text], fieldOf("string"))).toEqual({ minLength: 1 });
    expect(stated([text.replace(/\.$/, " when it is sent.")], fieldOf("array"))).toBe(null);
    expect(stated([text], fieldOf("number"))).toBe(null);
  });

  it.each([
    ["Cannot be empty or exceed 30 characters.", { minLength: 1, maxLength: 30 }],
    ["Must not be blank or longer than 30 characters.", { minLength: 1, maxLength: 30 }],
    ["The label can't be empty nor contain spaces.", { minLength: 1, pattern: "^[^ ]*$" }],
    ["Cannot be empty or the same as another label.", null],
    ["Cannot be empty or cannot be empty or exceed 30 characters.", null],
    ["It can have no more than 30 characters including spaces.", { maxLength: 30 }],
    ["Up to 30 characters (incl. spaces).", { maxLength: 30 }],
    [
      "Two-letter code of the label. Must be in lowercase.",
      { pattern: "^(?=[^A-Z]*$)[A-Za-z]{2}$" },
    ],
    ["Up to 30 characters. Pictures below 75x75 pixels are skipped.", { maxLength: 30 }],
    ["Up to 30 characters. `FANCY` allows 40.", null],
    ["Up to 30 characters. Review takes 2 business days.", { maxLength: 30 }],
    ["Up to 30 characters. Can be longer for videos over 15 seconds.", null],
    ["Up to 30 characters. Labels longer than 64 bytes are truncated.", null],
    ["For the `FANCY` kind exactly 30 characters.", null],
    ["Must be one of `A` or `B`. More values may be added.", null],
    ["Must be one of `A` or `B`. A new option might be introduced.", null],
    ["Must be one of `A` or `B`. Freeform strings work.", null],
    ["Must be one of `A` or `B`. Free-text names work.", null],
    ["Must be one of `A` or `B`. Other values are fine.", null],
    ["Must be one of `A` or `B`. Any string may follow.", null],
    ["Must be one of `A` or `B`. Please note that other values are rejected.", AB],
    ["Must be one of `A` or `B`. Unrecognised labels will fail validation.", AB],
    ["Labels are `A` or `B`. All others lead to a 400 error.", AB],
    ["Labels are `A` or `B`. Others result in an error.", AB],
    ["Labels are `A` or `B`. Any other is refused.", AB],
    ["Labels are `A` or `B`; others never fail.", null],
    ["Labels are `A` or `B`; other labels may fail.", null],
    ["Labels are `A` or `B`; other labels will not be rejected.", null],
    ["Labels are `A` or `B`; others do not cause an error.", null],
    ["Must be `A` or `B`. Joined by commas.", null],
    ["Must be `A` or `B`. Separate several of them using commas.", null],
    ["Must be one of `A` or `B`. Other strings are possible.", null],
    ["Labels are `A` or `B`; all other labels will get a 400 error.", AB],
    ["The labels recognise `A` and `B`, and every other value fails.", AB],
    ["We support `A` and `B`, and any other value will be treated as invalid.", AB],
    ["Endpoint takes `A` or `B`; others are not valid.", AB],
    ["Labels work with `A` or `B`; others give an error.", AB],
    ["The API understands `A` or `B`; others cause an error.", AB],
    ["Up to 30 characters. A `BIG_BOX` takes 40.", null],
    ["Up to 30 characters. All BIG boxes and FLAT_BOX take 40.", null],
    ["Up to 30 characters. Pictures smaller than 75 x 75 pixels are skipped.", { maxLength: 30 }],
    ["Up to 30 characters. Films shorter than 5 seconds are skipped.", { maxLength: 30 }],
    ["Up to 30 characters. Longer sale names do not often help.", { maxLength: 30 }],
    ["Up to 30 characters. Before v3, up to 20 characters were allowed.", { maxLength: 30 }],
    ["Up to 30 characters. Formerly, 20 characters were allowed.", { maxLength: 30 }],
    ["Up to 30 characters. Originally it used to take 20 characters.", { maxLength: 30 }],
    ["Up to 30 characters, incl. whitespaces.", { maxLength: 30 }],
    ["For performance reasons, up to 30 characters are allowed.", { maxLength: 30 }],
    ["Up to 30 characters are allowed for security reasons.", { maxLength: 30 }],
    ["Up to 30 characters, for privacy reasons.", { maxLength: 30 }],
    ["For performance reasons in films, up to 30 characters are allowed.", null],
    ["Up to 30 characters are allowed for reasons that differ.", null],
    ["Up to 30 characters, counting whitespaces.", { maxLength: 30 }],
    ["Up to 30 characters because labels are small.", { maxLength: 30 }],
    ["Up to 30 characters since films end after 5 seconds.", { maxLength: 30 }],
    ["Up to 30 characters because labels are small except in films.", null],
    ["Up to 30 characters because space is short unless the shop is large.", null],
    ["An `OUTDOOR_2` label may have up to 30 characters.", null],
    ["For sale; a 'BIG_BOX' label has up to 30 characters.", null],
    ["A JSON text may have up to 30 characters.", null],
    ["As an owner, send up to 30 characters.", null],
    ["As a code is printed, it must have at most 30 characters.", null],
    ["As a printed code has a line, it must have at most 30 characters.", null],
    ["As long as it is a draft, up to 30 characters are allowed.", null],
    ["Under the `A_1` plan, up to 30 characters are allowed.", null],
    ["During the `NIGHT` sale, up to 30 characters are allowed.", null],
    ["Drafts: up to 30 characters.", null],
    ["Partner accounts. Up to 30 characters.", null],
    ["With a merchant. Up to 30 characters.", null],
  ])("combines what “%s” says about a string", (text, limits) => {
    expect(stated([text], fieldOf("string"))).toEqual(limits);
  });

  it("lists numbers for a numeric field, and fills in the values that a range leaves out", () => {
    const of = { ...fieldOf("number"), kind: "integer" as const };
    expect(stated(["Valid options are 1, 7, 30, or 60."], of)).toEqual({ enum: [1, 7, 30, 60] });
    expect(stated(['Values: "1", "2", ..., "5", "5+".'], fieldOf("string"))).toEqual({
      enum: ["1", "2", "3", "4", "5", "5+"],
    });
  });

  it.each(FORMS)("is the pattern that “%s” states", (text, fits, breaks) => {
    const { pattern } = stated([text], fieldOf("string")) ?? {};
    expect(pattern).toBeTypeOf("string");
    for (const each of fits) expect(each).toMatch(new RegExp(String(pattern)));
    for (const each of breaks) expect(each).not.toMatch(new RegExp(String(pattern)));
    expect(stated([text], fieldOf("array"))).toEqual({ "items.pattern": pattern });
  });

  it("does not come from a sentence with a condition or advice", () => {
    const asides = [
      ...["If the level is CAMPAIGN, ", "For managed accounts: ", "We recommend ", "By default, "],
      ...["Typically ", "When sent with ids, ", "In total, each of ", "Only for trial apps: "],
      ...["Soon ", "Trial apps: ", "From version 6 on, ", "Not always ", "Rarely ", "Most often "],
    ];
    const some = fc.oneof(
      fc
        .constantFrom(...wordings)
        .chain((one) => numbers.map((both) => ({ ...one, text: written(one.text, both) }))),
      fc.tuple(fc.constantFrom(...LISTS), lists).map(([text, list]) => ({
        kind: "string" as const,
        text: text.replace("LIST", list.text),
      })),
      fc.constantFrom(...FORMS).map(([text]) => ({ kind: "string" as const, text })),
    );
    fc.assert(
      fc.property(some, fc.constantFrom(...asides), ({ kind, text }, aside) => {
        const sentence = `${aside}${text.charAt(0).toLowerCase()}${text.slice(1)}`;
        expect(stated([sentence], fieldOf(kind))).toBe(null);
      }),
      { numRuns: 300 },
    );
  });

  it("does not come from a sentence about another subject", () => {
    const others = [
      "campaign_ids",
      "The owner",
      "A board",
      "Its catalog",
      "Every click",
      "`ad_ids`",
    ];
    const some = wordings.filter(({ text }) => /^(?:Must|Cannot|Can't|May) /.test(text));
    fc.assert(
      fc.property(
        fc.constantFrom(...some),
        fc.constantFrom(...others),
        numbers,
        ({ kind, text }, other, both) => {
          const sentence = written(
            `${other} ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
            both,
          );
          expect(stated([sentence], fieldOf(kind))).toBe(null);
        },
      ),
    );
  });

  it("does not come from a sentence beside one that says in which cases it holds", () => {
    const scopes = fc.constantFrom<(sentence: string) => string>(
      (sentence) => `The following applies to drafts only. ${sentence}`,
      (sentence) => `If it is a draft, the following holds. ${sentence}`,
      (sentence) => `${sentence} Not for drafts, which can be of any size.`,
      (sentence) => `${sentence} Except for drafts.`,
      (sentence) => `${sentence} This does not apply to drafts.`,
      (sentence) => `${sentence} The limit only applies to drafts.`,
      (sentence) => `${sentence} Does not apply to drafts.`,
      (sentence) => `${sentence} Not so for drafts.`,
      (sentence) => `${sentence} Drafts are exempt.`,
      (sentence) => `The rules below apply to drafts only. ${sentence}`,
      (sentence) => `The following concerns drafts. Choose wisely. ${sentence}`,
      (sentence) => `The following limits of size hold only for drafts. ${sentence}`,
      (sentence) => `The limit below is for drafts. ${sentence}`,
      (sentence) => `The restrictions below are only for drafts. ${sentence}`,
      (sentence) => `Please note that for drafts, the following applies. ${sentence}`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...wordings), numbers, scopes, ({ kind, text }, both, scoped) => {
        const sentence = written(text, both).replace(/\.?$/, ".");
        expect(stated([scoped(sentence)], fieldOf(kind))).toBe(null);
      }),
    );
  });

  it("is the same beside a sentence that restricts nothing, and with an example", () => {
    const harmless = fc.constantFrom<(sentence: string) => string>(
      (sentence) => `The following rules apply. ${sentence}`,
      (sentence) => `The following restrictions apply to this field. ${sentence}`,
      (sentence) => `Shown on the next screen only. ${sentence}`,
      (sentence) => `${sentence} Not in use yet.`,
    );
    // "<= N characters" does not begin a sentence.
    const some = wordings.filter(({ text }) => /^[A-Z]/.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...some), numbers, harmless, ({ kind, text }, both, put) => {
        const sentence = written(text, both).replace(/\.?$/, ".");
        const alone = stated([sentence], fieldOf(kind));
        expect(stated([put(sentence)], fieldOf(kind))).toEqual(alone);
      }),
    );
    const examples = [
      ...[", e.g. 7", ", for example 7", " (e.g. 7)", ' (for example "7")', "(eg 7)"],
    ];
    fc.assert(
      fc.property(numbers, fc.constantFrom(...examples), ([, most], example) => {
        for (const text of [`At most ${most}`, `Must not exceed ${most}`, `Between 1 and ${most}`])
          expect(stated([`${text}${example}.`], fieldOf("number"))).toEqual(
            stated([`${text}.`], fieldOf("number")),
          );
      }),
    );
  });

  it("does not come from a sentence about the names of other things", () => {
    const amount = numbers.map(([least]) => least);
    const others = fc.constantFrom("Section", "Shop", "Tag", "Folder", "Owner");
    fc.assert(
      fc.property(others, amount, (other, most) => {
        for (const text of [
          `${other} names must not exceed ${most} characters.`,
          `${other} names on the list are limited to ${most} characters.`,
        ])
          expect(stated([text], fieldOf("string", "name"))).toBe(null);
      }),
    );
  });

  it("does not come from a sentence about how a value is used, or one that allows more values", () => {
    const amount = fc.tuple(
      fc.constantFrom("Up to", "At most", "No more than", "Only the first", "A maximum of"),
      numbers.map(([least]) => String(least)),
      fc.constantFrom("characters", "ids", "labels", "values", "ad groups", "rows"),
      fc.constantFrom(
        ...["are shown", "are returned", "are needed", "look best", "are free", "are counted"],
        ...["run at the same time", "may be longer", "are not limited", "are typical", "count"],
      ),
    );
    const others = fc.constantFrom(
      ...[
        "Can be longer than N characters.",
        "There is no limit of N characters.",
        "Not limited to N.",
      ],
      ...[
        "The old limit was N.",
        "Was at most N characters.",
        "You do not need more than N characters.",
      ],
      ...[
        "It takes up to N hours.",
        "Values above N are treated as N.",
        "The token has N characters.",
      ],
      ...[
        "A label may contain up to N ids.",
        "A name can have at most N entries.",
        "More than N is fine.",
      ],
    );
    const text = fc.oneof(
      amount.map((words) => `${words.join(" ")}.`),
      fc
        .tuple(others, numbers)
        .map(([other, [least]]) => other.replaceAll(/\bN\b/g, String(least))),
    );
    fc.assert(
      fc.property(text, fc.constantFrom<Kind>("string", "array", "number"), (sentence, kind) => {
        expect(stated([sentence], fieldOf(kind)), `${kind}: ${sentence}`).toBe(null);
      }),
      { numRuns: 500 },
    );
  });

  it("does not list values if the sentence only says how they are used", () => {
    const texts = [
      ...[
        "One of LIST is returned.",
        "Either LIST is shown.",
        "Only LIST are shown.",
        "Types: LIST",
      ],
      ...[
        "Must not be LIST.",
        "LIST are valid.",
        "Can be LIST depending on the level.",
        "Not LIST.",
      ],
      ...["Either LIST is fine.", "Only LIST may be combined with it.", "It is LIST by default."],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), lists, (text, list) => {
        const sentence = text.replace("LIST", list.text);
        expect(stated([sentence], fieldOf("string")), sentence).toBe(null);
      }),
      { numRuns: 300 },
    );
  });

  it("does not come from a sentence that counts people or the contents of items", () => {
    const inside = fc.tuple(
      fc.constantFrom("Labels", "All labels", "Audience lists", "The list", "Each label"),
      fc.constantFrom("must have", "need to have", "has to contain", "must contain"),
      fc.constantFrom("at least", "no more than", "at most"),
      numbers,
      fc.constantFrom(
        "people",
        "users",
        "members",
        "accounts",
        "people with labels in them",
        "ids each",
      ),
      fc.constantFrom("", " in them", " with a label", " that are signed in", " on the list"),
    );
    fc.assert(
      fc.property(inside, ([subject, verb, bound, [amount], counted, more]) => {
        const sentence = `${subject} ${verb} ${bound} ${amount} ${counted}${more}.`;
        expect(stated([sentence], fieldOf("array")), sentence).toBe(null);
      }),
      { numRuns: 300 },
    );
  });

  it("is dropped if another sentence contradicts it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...wordings), numbers, ({ kind, text, keywords }, both) => {
        const sentence = written(text, both);
        for (const other of [
          "Up to 7 characters for trial apps.",
          "More than 1000000 is possible if an account is managed.",
          "The range is larger, at most 2000000, when it is a draft.",
          "Longer ones are truncated.",
          "This applies to drafts only.",
        ])
          expect(
            stated([`${sentence} ${other}`.replace(/([^.])\s(?=[A-Z])/, "$1. ")], fieldOf(kind)),
            keywords,
          ).toBe(null);
        expect(stated([sentence, sentence], fieldOf(kind))).not.toBe(null);
      }),
    );
  });

  it.each([
    ["Labels of up to one hundred and twenty characters.", "string", { maxLength: 120 }],
    ["At most two thousand five hundred characters.", "string", { maxLength: 2500 }],
    ["No more than twenty-one terms can be sent with one request.", "array", { maxItems: 21 }],
    ["More than ten terms at once are an error.", "array", { maxItems: 10 }],
    ["Must be between two and thirty.", "number", { minimum: 2, maximum: 30 }],
  ] as const)("is read from numbers in words: %s", (sentence, kind, limits) => {
    expect(stated([sentence], fieldOf(kind))).toEqual(limits);
  });

  it("does not list values if another sentence accepts others or gives a different example", () => {
    fc.assert(
      fc.property(fc.constantFrom(...LISTS), lists, (text, { items, text: list }) => {
        const sentence = `${text.replace("LIST", list).replace(/\.?$/, ".")}`;
        const of = fieldOf("string");
        for (const other of [
          "This field also accepts a name of your own.",
          "Any other string is allowed.",
          "To remove it, set it to `nothing`.",
          "Defaults to `other`.",
        ])
          expect(stated([`${sentence} ${other}`], of)).toBe(null);
        expect(stated([sentence], of, { samples: ["other"] })).toBe(null);
        expect(stated([sentence], of, { samples: [items[0] ?? ""] })).not.toBe(null);
      }),
    );
  });

  it("is dropped if an example in the schema violates it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1e9 }),
        fc.integer({ min: 2, max: 99 }),
        (limit, times) => {
          for (const [sentence, kept, broken] of [
            [`Must be at most ${limit}.`, limit, limit + times],
            [`Must be at least ${limit}.`, limit, limit - times],
            [`Must be greater than ${limit}.`, limit + times, limit],
            [`Must be less than ${limit}.`, limit - times, limit],
            [`Must be a multiple of ${limit}.`, limit * times, limit * times + 1],
          ] as const) {
            expect(stated([sentence], fieldOf("number"), { samples: [broken] }), sentence).toBe(
              null,
            );
            for (const samples of [[], [kept], [String(kept)]])
              expect(stated([sentence], fieldOf("number"), { samples }), sentence).not.toBe(null);
          }
        },
      ),
    );
  });

  it("is kept beside advice about other amounts", () => {
    fc.assert(
      fc.property(numbers, ([least, most]) => {
        const sentence = `At most ${most} characters.`;
        for (const advice of [
          "Works best with N characters.",
          "Try to keep it within N characters.",
        ])
          expect(
            stated([`${sentence} ${advice.replace("N", String(least))}`], fieldOf("string")),
          ).toEqual({ maxLength: most });
      }),
    );
  });

  it("is dropped if another sentence accepts a value outside it", () => {
    const others = [
      ...["An empty value removes it.", "Send an empty text to clear it.", "Blank is fine."],
      ...[
        "Higher values are treated as the maximum.",
        "Longer ones are shortened.",
        "Or any word.",
      ],
      ...[
        "0 means no end.",
        "A link counts as 23.",
        "It is deprecated.",
        "The value is reset then.",
      ],
      "Short ones work best, but longer ones are accepted, too.",
      ...["This was formerly so.", "It is no longer checked.", "Use `other` instead."],
    ];
    const amounts = fc.constantFrom("At most N characters.", "Must be at least N characters.");
    fc.assert(
      fc.property(amounts, numbers, fc.constantFrom(...others), (amount, [least], other) => {
        const sentence = amount.replace("N", String(least));
        expect(stated([sentence], fieldOf("string")), sentence).not.toBe(null);
        expect(stated([`${sentence} ${other}`], fieldOf("string")), other).toBe(null);
        expect(stated([`${other} ${sentence}`], fieldOf("string")), other).toBe(null);
      }),
    );
    const ofLists = [
      ...["Several can be given, separated by commas.", "It is case-insensitive.", "Or null."],
      ...["Custom ones can be used, too.", "`other` is in beta.", "Any case will do."],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...LISTS),
        lists,
        fc.constantFrom(...ofLists),
        (text, list, other) => {
          const sentence = `${text.replace("LIST", list.text).replace(/\.?$/, ".")}`;
          expect(stated([`${sentence} ${other}`], fieldOf("string")), other).toBe(null);
        },
      ),
    );
  });

  it("does not list values if the field also accepts null, combinations, placeholders or any case", () => {
    const texts = [
      ...["One of LIST, case-insensitive.", "Must be one of LIST, in any case."],
      ...["One of LIST, separated by commas.", "At least one of LIST.", "One of LIST or null."],
      ...["One of LIST or `{id}`.", "One of LIST or YYYY-MM-DD.", "One of LIST or 'N days ago'."],
      ...["One of LIST or `Nd`.", "One of LIST or `campaign_id`.", "One of LIST or `<name>`."],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), lists, (text, list) => {
        for (const kind of ["string", "array"] as const)
          expect(stated([text.replace("LIST", list.text)], fieldOf(kind)), text).toBe(null);
      }),
    );
    expect(stated(["At most 1.000 characters."], fieldOf("string"))).toBe(null);
    expect(stated(["Deprecated limit: at most 10 characters."], fieldOf("string"))).toBe(null);
    expect(stated(["It used to be at most 10 characters."], fieldOf("string"))).toBe(null);
  });

  it("does not list values if a sentence gives only some of them or names other fields", () => {
    fc.assert(
      fc.property(lists, ({ text: list }) => {
        for (const text of [
          `Valid values include ${list}.`,
          `Such as ${list}.`,
          `Must be something like ${list}.`,
          `Values: ${list}, and more.`,
          `Must be one of ${list}, or any other name.`,
        ])
          expect(stated([text], fieldOf("string"))).toBe(null);
      }),
    );
    for (const text of [
      "One of `campaign_ids` or `ad_ids`.",
      "Must be either `ad_ids` or `campaign_ids`.",
    ])
      expect(stated([text], fieldOf("string"))).toBe(null);
  });

  it("does not come from a sentence below a heading or after a condition", () => {
    fc.assert(
      fc.property(fc.constantFrom(...wordings), numbers, ({ kind, text }, both) => {
        const sentence = written(text, both);
        expect(stated([`Trial apps:\n- ${sentence}`], fieldOf(kind))).toBe(null);
        expect(stated([`**Hotel catalogs**\n\n- ${sentence}`], fieldOf(kind))).toBe(null);
        expect(stated([`Labels that must be seen:\n- ${sentence}`], fieldOf(kind))).toBe(null);
        expect(stated([`Rules for drafts:\n- ${sentence}`], fieldOf(kind))).toBe(null);
        for (const heading of [
          ...["Requirements:", "**Format:**", "A label must:", "Names must be:"],
          ...["A label must meet the following:"],
        ])
          expect(stated([`${heading}\n- ${sentence}`], fieldOf(kind))).not.toBe(null);
      }),
    );
  });

  it("does not come from a skipped sentence", () => {
    fc.assert(
      fc.property(fc.constantFrom(...wordings), numbers, ({ kind, text }, both) => {
        const sentence = written(text, both);
        const [{ written: read = "" } = {}] = sentencesOf({
          label: "",
          pointer: "",
          field: null,
          text: sentence,
        });
        const skipped = new Map([[fingerprint(read), { reason: "This is not true." }]]);
        expect(stated([sentence], fieldOf(kind), { skipped })).toBe(null);
        expect(stated([sentence], fieldOf(kind))).not.toBe(null);
      }),
    );
  });

  it("applies to the values of a map, not to the map", () => {
    const of = { ...fieldOf("array"), siblings: new Set<string>() };
    expect(
      stated(
        ["Up to three labels - with a max length of 2,000 - are supported for each name."],
        of,
        { isMap: true },
      ),
    ).toEqual({ maxItems: 3, "items.maxLength": 2000 });
    expect(stated(["Up to three labels are supported."], of, { isMap: true })).toBe(null);
  });

  it.each<readonly [Kind, string]>([
    ["string", "Images have between 80 and 9000 pixels a side."],
    ["string", "Clips last between 5 seconds and 10 minutes."],
    ["string", "3000 is the limit"],
    ["string", "Must be either hashed or plain text."],
    ["string", "Labels can have fewer than 5 characters."],
    ["string", "Used to name 1 or more labels."],
    ["string", "At most 20 characters; it must not be used with a label."],
    ["number", "A campaign may hold no more than 60 groups."],
    ["number", "A number of at least 30 days."],
    ["array", "Targeted groups must have at least 90 members who are signed in."],
    ["number", "Rates are cut off, with a maximum of 900%."],
    ["number", "Between 10 and 5."],
    ["number", "No more than two decimal places are accepted."],
    ["number", "Values outside 5 to 90 are fine."],
    ["number", "Values above 50 may be rejected."],
    ["number", "A bid above 50 makes the printer fail."],
    ["number", "The bid exceeds 50."],
    ["string", "Labels of more than 9 characters fail to load on phones."],
    ["string", "Must be sent in lowercase before hashing."],
    ["string", "Lowercase the label before hashing it."],
    ["string", "The label must be in lowercase. Then it is hashed."],
    ["string", "A SHA-256 hash of the label. The label must be lowercased."],
    ["string", "Uppercase letters must be escaped."],
    ["string", "Must be sent in lowercase or uppercase."],
    ["string", "Type the word DELETE in capitals."],
    ["string", "Must be small."],
    ["string", "Commas are not allowed in front of the label."],
    ["string", "Must be 8 digits, with no leading zeros."],
    ["string", "Must be made up of 8 digits, with no letters at the end."],
    ["number", "The 50 newest are returned."],
    ["number", "Must be between 5 and 10. Enter 0 to remove the bid."],
  ])("is not read for a %s from “%s”", (kind, text) => {
    expect(stated([text], fieldOf(kind))).toBe(null);
  });
});

/** A description with one call that sends an object of these fields. */
function descriptionOf(properties: JsonObject): string {
  const schema = {
    type: "object",
    properties: { campaign: { $ref: "#/components/schemas/Campaign" } },
  };
  return JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Pinterest", version: "1.0.0" },
    paths: {
      "/campaigns": {
        post: {
          operationId: "campaigns/create",
          requestBody: { content: { "application/json": { schema } } },
          responses: { 200: { description: "Done." } },
        },
      },
    },
    components: { schemas: { Campaign: { type: "object", properties } } },
  });
}

/** The schema of a field in the contract, and how its sentences are counted. */
function read(field: JsonObject, skipped: string[] = []) {
  const pulled = contractOf(
    descriptionOf({ label: field }),
    {
      flows: [],
      operations: [{ name: "create", operation: "campaigns/create" }],
      prose: "tolerant",
    },
    new Map(skipped.map((one) => [one, { reason: "This is not true." }])),
  );
  const schemas = (
    pulled.document as unknown as {
      components: { schemas: { Campaign: { properties: { label: Json } } } };
    }
  ).components.schemas;
  return { pulled, label: JSON.parse(JSON.stringify(schemas.Campaign.properties.label)) as Json };
}

describe("a limit that the prose states", () => {
  it("is added to the schema with its sentence, which counts as read", () => {
    const { pulled, label } = read({
      type: "string",
      description: "A label. At most 20 characters.",
    });
    expect(label).toEqual({ type: "string", maxLength: 20 });
    expect(pulled.unread).toEqual([]);
    expect(pulled.ledger["campaigns/create"]).toMatchObject({ "schema-implied": 1, unread: 0 });
    expect(pulled.limits).toEqual([
      {
        at: "#/components/schemas/Campaign/properties/label/description",
        fingerprint: fingerprint("At most 20 characters."),
        text: "At most 20 characters.",
        limits: { own: { maxLength: 20 }, items: {} },
        isAdded: true,
      },
    ]);
    const again = read({ type: "string", description: "A label. At most 20 characters." }, [
      fingerprint("At most 20 characters."),
    ]);
    expect(again.label).toEqual({ type: "string" });
    expect(again.pulled.limits).toEqual([]);
  });

  it("is listed with its sentence, and with an entry that removes it", () => {
    const field = { type: "array", items: { type: "string" }, description: "Up to 5 labels." };
    const [message] = limitMessages(read(field).pulled);
    expect(message).toMatchObject({
      kind: "limit",
      what: 'maxItems 5, according to "Up to 5 labels."',
      where: "#/components/schemas/Campaign/properties/label/description",
    });
    const [, entry = ""] = /^skipped\.yaml: (.*)$/.exec(message?.paste?.[0] ?? "") ?? [];
    const skipped = parseSkipped(`skipped:\n  ${entry}\n`);
    expect(read(field, [...skipped.keys()]).pulled.limits).toEqual([]);
  });

  it("includes null in its list of values if the field is nullable", () => {
    const { label } = read({ type: "string", nullable: true, description: "One of `A` or `B`." });
    expect(label).toEqual({ type: "string", nullable: true, enum: ["A", "B", null] });
  });

  it("is ignored for a schema that is only a reference to itself", () => {
    const itself = {
      $ref: "#/components/schemas/Campaign/properties/label",
      description: "At most 20 characters.",
    };
    expect(read(itself).pulled.limits).toEqual([]);
  });

  it("does not override a limit of the schema", () => {
    const same = read({ type: "string", maxLength: 20, description: "At most 20 characters." });
    expect(same.pulled.unread).toEqual([]);
    expect(same.pulled.limits).toEqual([]);
    const wider = read({ type: "string", maxLength: 10, description: "At most 20 characters." });
    expect(wider.label).toEqual({ type: "string", maxLength: 10 });
    expect(wider.pulled.unread).toHaveLength(1);
    const others = read({ type: "string", enum: ["A", "C"], description: "One of `A` or `B`." });
    expect(others.label).toEqual({ type: "string", enum: ["A", "C"] });
  });

  it("replaces the schema's limit if it is stricter", () => {
    const shorter = read({ type: "string", maxLength: 30, description: "At most 20 characters." });
    expect(shorter.label).toEqual({ type: "string", maxLength: 20 });
    const digits = read({
      type: "string",
      pattern: "^\\d+$",
      description: "Must be a 10-digit number.",
    });
    expect(digits.label).toEqual({ type: "string", pattern: "^[0-9]{10}$" });
    const other = read({
      type: "string",
      pattern: "^[A-Z]+$",
      description: "Must be a 10-digit number.",
    });
    expect(other.label).toEqual({ type: "string", pattern: "^[A-Z]+$" });
  });

  it("applies to a property if the object's description begins with its name", () => {
    const properties = { url: { type: "string" }, landing_url: { type: "string" } };
    const text = "A landing page. The `landing_url` of a page must not exceed 1,024 characters.";
    expect(read({ type: "object", properties, description: text }).label).toEqual({
      type: "object",
      properties: { url: { type: "string" }, landing_url: { type: "string", maxLength: 1024 } },
    });
  });

  it("applies to each variant that it fits", () => {
    const { label } = read({
      description: "At most 20 characters.",
      oneOf: [{ type: "string" }, { type: "array", items: { type: "string" } }],
    });
    expect(label).toEqual({
      oneOf: [
        { type: "string", maxLength: 20 },
        { type: "array", items: { type: "string", maxLength: 20 } },
      ],
    });
  });

  it("applies to the values of a map", () => {
    const { label } = read({
      type: "object",
      additionalProperties: { type: "number" },
      description: "Values must be between 0 and 10.",
    });
    expect(label).toMatchObject({
      additionalProperties: { type: "number", minimum: 0, maximum: 10 },
    });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitsIn } from "../../../generator/prose/limits.js";
import { fingerprint, sentencesOf } from "../../../generator/prose/sentences.js";

const NOWHERE = { label: "", pointer: "", field: null };

/** Wordings of a limit, with `N` and `M` for numbers, and what each says. */
const WORDINGS = {
  string: {
    maxLength: [
      ...["At most N characters.", "Up to N chars.", "Must not exceed N characters."],
      ...["A short title - N chars max.", "The search term (N characters max).", "Max length: N"],
      ...[
        "N-character limit.",
        "Titles are limited to N characters.",
        "The text is N characters or less.",
      ],
      ...["A label cannot be longer than N characters.", "The maximum length is N characters."],
    ],
    minLength: [
      "At least N characters.",
      "The name must have at least N characters.",
      "Minimum length: N.",
    ],
    "minLength maxLength": ["N to M characters.", "Must be between N and M characters long."],
  },
  array: {
    maxItems: [
      ...["Up to N ids.", "At most N ad group ids may be passed in a single request."],
      ...["You can provide no more than N values.", "Max N items.", "Accepts up to N entries."],
      ...["Send at most N pin ids per call.", "The list cannot have more than N items."],
    ],
    minItems: ["At least N ids.", "Provide at least N seed audiences."],
    "minItems maxItems": ["You can list N to M ids.", "Between N and M entries."],
  },
  number: {
    maximum: ["Max is N.", "May not exceed N.", "The maximum value is N.", "Must be at most N."],
    minimum: ["At least N.", "The minimum is N.", "The bid must be at least N."],
    "minimum maximum": [
      ...["Accepted range is N-M.", "Allowed range: N–M.", "Must be between N and M."],
      ...["The value must be from N to M.", "Valid values are N to M."],
    ],
  },
} as const;

const stated = Object.entries(WORDINGS).flatMap(([kind, byKeywords]) =>
  Object.entries(byKeywords).flatMap(([keywords, texts]) =>
    texts.map((text: string) => ({ kind: kind as "string" | "array" | "number", keywords, text })),
  ),
);

const written = (text: string, [least, most]: readonly [number, number]): string =>
  text.replace(/\bN\b/, String(least)).replace(/\bM\b/, String(most));

const numbers = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.nat(999))
  .map(([least, more]): readonly [number, number] => [least, least + more]);

describe("a limit of one field", () => {
  it.each(stated)("is read from “$text”", ({ kind, keywords, text }) => {
    fc.assert(
      fc.property(numbers, fc.boolean(), (both, hasMore) => {
        const expected = Object.fromEntries(
          keywords.split(" ").map((keyword: string, at: number) => [keyword, both[at]]),
        );
        const before = hasMore ? "The owner of the ad. " : "";
        expect(limitsIn([`${before}${written(text, both)}`], kind)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("is none where its sentence holds for some only, or advises", () => {
    const asides = [
      ...["If the level is CAMPAIGN, ", "For managed accounts: ", "We recommend ", "By default, "],
      ...["Typically ", "When sent with ids, ", "In total, each of ", "Only for trial apps: "],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...stated),
        fc.constantFrom(...asides),
        numbers,
        ({ kind, text }, aside, both) => {
          const sentence = written(text, both);
          expect(
            limitsIn([`${aside}${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`], kind),
          ).toBe(null);
        },
      ),
    );
  });

  it("is none where another sentence says something else of it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...stated), numbers, ({ kind, text }, both) => {
        const sentence = written(text, both);
        for (const other of [
          "Up to 7 characters for trial apps.",
          "More than 1000000 is possible if an account is managed.",
          "The range is larger, at most 2000000, when it is a draft.",
        ])
          expect(limitsIn([`${sentence} ${other}`], kind)).toBe(null);
        expect(limitsIn([sentence, sentence], kind)).not.toBe(null);
      }),
    );
  });

  it("is none where its sentence is to be passed over", () => {
    fc.assert(
      fc.property(fc.constantFrom(...stated), numbers, ({ kind, text }, both) => {
        const sentence = written(text, both);
        const [{ text: read = "" } = {}] = sentencesOf({ ...NOWHERE, text: sentence });
        const skipped = new Map([[fingerprint(read), { reason: "It is not so." }]]);
        expect(limitsIn([sentence], kind, skipped)).toBe(null);
        expect(limitsIn([sentence], kind, new Map())).not.toBe(null);
      }),
    );
  });

  it.each<readonly ["string" | "array" | "number", string]>([
    ["string", "Images have between 80 and 9000 pixels a side."],
    ["string", "Clips last between 5 seconds and 10 minutes."],
    ["string", "3000 is the limit"],
    ["number", "A campaign may hold no more than 60 groups."],
    ["number", "A number of at least 30 days."],
    ["array", "Targeted groups must have at least 90 members who are signed in."],
    ["number", "Rates are cut off, with a maximum of 900%."],
    ["number", "Between 10 and 5."],
    ["number", "The 50 newest are returned."],
  ])("of a %s is none in “%s”", (kind, text) => {
    expect(limitsIn([text], kind)).toBe(null);
  });
});

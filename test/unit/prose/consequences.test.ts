import { describe, expect, it } from "vitest";
import { classifySentence, proposeRules } from "../../../generator/prose/classify.js";
import { inLines, sentenceOf, vocabulary } from "./read.js";
import { reworded } from "./reworded.js";

const CONSEQUENCES = [
  ", or the request fails",
  ", or it is rejected",
  " or the call will be refused with an error",
  ", or else the API returns a 400",
  ", otherwise the report is invalid",
  "; otherwise you get a 400 error",
  " - otherwise, the request will be declined",
];

function readingOf(text: string, self: string | null): unknown {
  const sentence = sentenceOf(text, self);
  const verdict = classifySentence(sentence, vocabulary);
  if (verdict.label === "rule") return inLines(verdict.drafts);
  return verdict.label === "unknown" ? inLines(proposeRules(sentence, vocabulary)) : verdict.label;
}

/** With a consequence, "allowed if granularity is HOUR" says "only". */
const PERMITS =
  /^(?!.*\b(?:not|never|only|must)\b).*\b(?:accepted|allowed|supported|valid|available|(?:can|may) be)\b/i;

/** Sentences that state a rule, without what happens if it is broken. */
const STATING = Object.values(reworded).flatMap((groups) =>
  groups.flatMap(([rules, self, texts]) =>
    texts
      .filter(
        (text) => /^[^.;]*\.$/.test(text) && !/\b(?:error|fail|reject|refus|otherwise)/.test(text),
      )
      .filter((text) => !PERMITS.test(text))
      .map((text) => ({ self, text, rules })),
  ),
);

describe("a sentence that says what happens if its rule is broken", () => {
  it.each(CONSEQUENCES)("never states another rule than without it: …%s", (consequence) => {
    let same = 0;
    for (const { self, text, rules } of STATING) {
      const plain = readingOf(text, self);
      const longer = readingOf(`${text.slice(0, -1)}${consequence}.`, self);
      expect([plain, rules, []], `${text} ${consequence}`).toContainEqual(longer);
      if (String(plain) === String(longer)) same++;
    }
    expect(STATING.length).toBeGreaterThan(50);
    expect(same / STATING.length).toBeGreaterThan(/^[,;]/.test(consequence) ? 0.7 : 0.5);
  });

  it.each([
    "Send it with `shelf_ids`, or the request fails.",
    "Please always provide this together with `shelf_ids`; otherwise you get a 400 error.",
  ])("is a demand, even if it begins with a verb: %s", (text) => {
    expect(readingOf(text, "clerk_ids")).toEqual([
      "requires-present shelf_ids {field:clerk_ids,present:true}",
    ]);
  });
});

describe("a sentence that only its consequence makes a demand", () => {
  it.each(["Send it", "Leave it out", "Make it unique", "Can be any shelf", "Sort people by age"])(
    "is not taken for information: %s, or …",
    (words) => {
      expect(readingOf(`${words}, or the request is rejected.`, "clerk_ids")).toEqual([]);
    },
  );
});

describe("a sentence about what only the API knows", () => {
  it.each([
    "The user must own the board, otherwise the request fails.",
    "Your token needs the scope ads:read, or the API returns a 403.",
  ])("is not told because it says what happens otherwise: %s", (text) => {
    expect(readingOf(text, "clerk_ids")).toBe("server-side");
  });
});

describe("a sentence in which it is unclear what happens when", () => {
  it.each([
    "Required if `shelf_ids` is set or the upload is declined.",
    "Not allowed when granularity is DAY or an upload fails.",
    "Only allowed if granularity is DAY or the report is refused.",
  ])("states no rule: %s", (text) => {
    expect(readingOf(text, "clerk_ids")).toEqual([]);
  });

  it.each(["Must be one of `bounced`, `don't`.", "Must be OK, FAIL or an error."])(
    "keeps its words: %s",
    (text) => {
      expect(sentenceOf(text).text).toBe(text);
    },
  );
});

describe("a condition about what a field contains", () => {
  const CONTENTS = [
    ...["contains a slash", "starts with https", "ends in .csv", "is longer than the other list"],
    ...["does not match the pattern", "points to a shop", "is a valid list", "has two parts"],
  ];
  const WORDINGS = [
    ...[
      "Required if `shelf_ids` #.",
      "Not allowed when `shelf_ids` #.",
      "Omit it if `shelf_ids` #.",
    ],
    ...["If `shelf_ids` #, `clerk_ids` must be set.", "Only allowed if `shelf_ids` #."],
    ...["A SHOP has its own clerks, and the request fails if `shelf_ids` #."],
  ];

  it.each(CONTENTS)("never becomes a rule about whether it is set: if it %s", (content) => {
    for (const wording of WORDINGS)
      expect([wording, readingOf(wording.replace("#", content), "clerk_ids")]).toEqual([
        wording,
        [],
      ]);
  });

  it.each(["is set", "is in the request", "has a value"])(
    "is about whether it is set if it only says that it %s",
    (state) => {
      expect(readingOf(`Required if \`shelf_ids\` ${state}.`, "clerk_ids")).toEqual([
        "requires-present clerk_ids {field:shelf_ids,present:true}",
      ]);
    },
  );
});

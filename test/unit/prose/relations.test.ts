import { describe, expect, it } from "vitest";
import { proposeRules, verdictOn } from "../../../generator/prose/classify.js";
import { baskets, relationsIn } from "./baskets.js";
import { sentenceOf } from "./read.js";
import { relations, unrelated } from "./relations.js";

const all = relations.flatMap(([rules, self, sentences]) =>
  sentences.map((words) => ({ rules, self, words })),
);

describe("a sentence about fields that exclude, require or limit each other", () => {
  it.each(all)("is recognized in various wordings: $words", ({ rules, self, words }) => {
    expect(relationsIn(words, self)).toEqual(rules);
  });

  it.each(all)("leads to a proposal or a rule: $words", ({ self, words }) => {
    const sentence = sentenceOf(words, self);
    const { label } = verdictOn(sentence, baskets);
    expect(label === "rule" || proposeRules(sentence, baskets).length > 0).toBe(true);
  });

  it.each(unrelated)("creates no rule for %s: %s", (self, words) => {
    expect(relationsIn(words, self)).toEqual([]);
  });

  it("creates no rule below a heading that states a condition", () => {
    const below = sentenceOf("For `FANCY` baskets:\n- `price` cannot be combined with `label`.");
    expect(proposeRules(below, baskets)).not.toContainEqual(
      expect.objectContaining({ when: [{ field: "label", present: true }] }),
    );
  });

  it("forbids the optional one of the two fields", () => {
    expect(relationsIn("`name` and `label` are mutually exclusive.", null)).toEqual([
      "forbidden-when label {field:name,present:true}",
    ]);
  });
});

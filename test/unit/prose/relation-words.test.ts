import { describe, expect, it } from "vitest";
import { relationsIn } from "./baskets.js";
import { mute, synonyms } from "./relation-words.js";

/** The sentence with each of the words in its gap. */
const filled = (sentence: string, words: string): readonly string[] =>
  words.split("|").map((word) => sentence.replace("…", () => word));

describe("a sentence about relations between fields", () => {
  it.each(
    synonyms.flatMap(([rules, self, sentence, words]) =>
      filled(sentence, words).map((text) => ({ rules, self, text })),
    ),
  )("states the same rules with words that mean the same: $text", ({ rules, self, text }) => {
    expect(relationsIn(text, self)).toEqual(rules);
  });

  it.each(
    mute.flatMap(([self, sentence, words]) =>
      filled(sentence, words).map((text) => ({ self, text })),
    ),
  )("states no rule if it only allows something: $text", ({ self, text }) => {
    expect(relationsIn(text, self)).toEqual([]);
  });
});

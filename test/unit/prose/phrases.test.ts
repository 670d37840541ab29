import { describe, expect, it } from "vitest";
import { classifySentence, proposeRules } from "../../../generator/prose/classify.js";
import { READERS } from "../../support/prose-readers.js";
import { PHRASES, sentencesOfPhrase } from "./phrases.js";
import { inLines, sentenceOf, vocabulary } from "./read.js";

describe("a sentence with interchangeable words", () => {
  it.each(PHRASES)(
    "states the same rule in all of its wordings: %s",
    (phrase, self, rules, known) => {
      const texts = sentencesOfPhrase(phrase);
      const read = texts.map((text) => {
        const sentence = sentenceOf(text, self);
        const verdict = classifySentence(sentence, vocabulary);
        const drafts =
          verdict.label === "rule" ? verdict.drafts : proposeRules(sentence, vocabulary);
        return [text, inLines(drafts)];
      });
      expect(read).toEqual(texts.map((text) => [text, rules]));
      const amounts = Object.values(READERS).map(
        (draftsOf) =>
          texts.filter(
            (text) =>
              String(inLines(draftsOf(sentenceOf(text, self), vocabulary))) === String(rules),
          ).length,
      );
      expect(amounts).toEqual(known);
    },
  );
});

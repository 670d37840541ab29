import { expect, it } from "vitest";
import { reportSentences } from "../../../generator/prose/classify.js";
import {
  type LocatedText,
  type Sentence,
  sentencesOf,
} from "../../../generator/prose/sentences.js";
import { vocabulary } from "./read.js";

const TEXTS = [
  "First day. It must not be more than 30 days ago.",
  "For SHOP level reports:\n- It cannot be set.\n- At most 5.",
  "This is required when level is SHELF. Otherwise, it must be empty.",
];

const texts = TEXTS.flatMap((text) =>
  [null, "start_date", "window"].flatMap((field): readonly LocatedText[] => {
    const place = {
      label: field ?? "op.description",
      pointer: `#/${field}/description`,
      text,
      field,
    };
    return [place, { ...place, isAside: true }];
  }),
);

it("the verdict on a sentence depends on its text, location and field, and on whether it is an aside, but not on earlier sentences", () => {
  const report = (sentence: Sentence, fields = vocabulary.fields) =>
    reportSentences([sentence], fields === vocabulary.fields ? vocabulary : { fields }, {
      skipped: new Map(),
      acceptProposed: false,
    });
  const sentences = texts.flatMap(sentencesOf);
  expect(sentences.map((sentence) => report(sentence))).toEqual(
    sentences.map((sentence) => report(sentence, new Map(vocabulary.fields))),
  );
});

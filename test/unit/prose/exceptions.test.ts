import { describe, expect, it } from "vitest";
import { proposeRules, verdictOn } from "../../../generator/prose/classify.js";
import { sentencesOf } from "../../../generator/prose/sentences.js";
import { wordedAs } from "../../../generator/prose/vocabulary.js";
import { inLines } from "./read.js";

const text = { type: "string" };
const schemas = {
  label: text,
  price: text,
  title: text,
  kind: { ...text, enum: ["PLAIN", "FANCY", "RARE"] },
  is_open: { type: "boolean" },
};
const vocabulary = wordedAs(
  Object.entries(schemas).map(([name, schema]) => ({ name, where: "body", schema })),
  {},
);

/** The rules that the first sentence of a field's text states, and those it may state. */
function read(words: string, field = "label") {
  const [sentence] = sentencesOf({ label: `body:${field}`, pointer: "/x", text: words, field });
  if (sentence === undefined) throw new Error("no sentence");
  const verdict = verdictOn(sentence, vocabulary);
  return {
    certain: inLines(verdict.label === "rule" ? verdict.drafts : []),
    proposed: inLines(verdict.label === "unknown" ? proposeRules(sentence, vocabulary) : []),
  };
}

const DEMANDS = [
  "Cannot be used with `price`.",
  "Only supported when `kind` is `FANCY`.",
  "Exactly one of `label` and `price` is required.",
];
const EXCEPTIONS = [
  "Exception: `kind` is `RARE`.",
  "The only exception is `RARE`.",
  "Except for `RARE`.",
  "Not enforced for `RARE`.",
  "Also supported for `RARE`.",
  "Not needed if `title` is set.",
  "`RARE` is exempt.",
  "With `RARE`, both are allowed.",
  "From January 2027 on.",
  "This restriction was lifted.",
  "However, `RARE` takes both.",
];

describe("a sentence before an exception", () => {
  it.each(DEMANDS.flatMap((demand) => EXCEPTIONS.map((exception) => [demand, exception])))(
    "states no rule: %s %s",
    (demand, exception) => {
      expect(read(`${demand} ${exception}`)).toEqual({ certain: [], proposed: [] });
    },
  );

  it.each(DEMANDS)("states a rule without the exception: %s", (demand) => {
    expect(read(demand).certain).not.toEqual([]);
    for (const next of [
      "The label is shown to visitors.",
      "Not allowed if `title` is set.",
      "Otherwise, an error is returned.",
      "Also cannot be used with `title`.",
      "This field will be removed in a later version.",
      "Not required.",
      "An exception is thrown if both are set.",
    ])
      expect(read(`${demand} ${next}`).certain).not.toEqual([]);
  });
});

describe("words that resemble a demand", () => {
  it.each([
    "It isn't required when `kind` is `RARE`.",
    "May be omitted if `price` is given.",
    "Does not need to be set with `price`.",
    "Not enforced for `RARE`.",
    "Cannot be used with `price`, except when `kind` is `RARE`.",
    "Must be different from `price`.",
    "Has to match `price`.",
    "May be sent together with `price`.",
    "Not required unless `price` is sent.",
    "`RARE` drops do not need a `price`.",
    "Can also be used in combination with `price`.",
    "This no longer requires `price`.",
    "The following applies to `RARE` only.",
    "The following rules apply only if `kind` is `RARE`.",
    "For `RARE` the following holds.",
    "Only one of `label` and `is_open` can be true.",
  ])("lead to no proposal: %s", (words) => {
    expect(read(words)).toEqual({ certain: [], proposed: [] });
  });

  it("lead to no proposal for a boolean whose value is unclear", () => {
    const words = "Can only be true for `kind` RARE.";
    expect(read(words, "is_open")).toEqual({ certain: [], proposed: [] });
  });
});

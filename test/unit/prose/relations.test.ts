import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import { proposeRules, verdictOn } from "../../../generator/prose/classify.js";
import { relationDrafts } from "../../../generator/prose/relation-reader.js";
import { readContextOf, wordedAs } from "../../../generator/prose/vocabulary.js";
import { inLines, sentenceOf } from "./read.js";
import { relations, unrelated } from "./relations.js";

const text = { type: "string" };
const whole = { type: "integer" };
const texts = { type: "array", items: text };
const oneOf = (...values: readonly string[]): JsonObject => ({ ...text, enum: values });
const schemas: Readonly<Record<string, JsonObject>> = {
  shop_ids: texts,
  shelf_ids: texts,
  open_time: whole,
  close_time: whole,
  start_date: text,
  end_date: text,
  label: text,
  country: text,
  price: whole,
  discount: whole,
  score: { type: "number" },
  best_score: { type: "number" },
  is_open: { type: "boolean" },
  level: oneOf("SHOP", "SHELF", "CRATE"),
  kind: oneOf("PLAIN", "FANCY", "RARE"),
  role: oneOf("OWNER", "GUEST", "HELPER"),
  split_types: { type: "array", items: oneOf("AGE", "CITY", "WEATHER") },
};
const fields = Object.entries(schemas).map(([name, schema]) => ({ name, where: "body", schema }));
const required = { name: "name", where: "body", schema: text, isRequired: true };
const vocabulary = wordedAs([...fields, required], {});

function read(words: string, self: string | null): readonly string[] {
  const sentence = sentenceOf(words, self);
  return inLines(relationDrafts(sentence, readContextOf(sentence, vocabulary)));
}

const all = relations.flatMap(([rules, self, sentences]) =>
  sentences.map((words) => ({ rules, self, words })),
);

describe("a sentence about fields that exclude, require or limit each other", () => {
  it.each(all)("is recognized in various wordings: $words", ({ rules, self, words }) => {
    expect(read(words, self)).toEqual(rules);
  });

  it.each(all)("leads to a proposal or a rule: $words", ({ self, words }) => {
    const sentence = sentenceOf(words, self);
    const { label } = verdictOn(sentence, vocabulary);
    expect(label === "rule" || proposeRules(sentence, vocabulary).length > 0).toBe(true);
  });

  it.each(unrelated)("creates no rule for %s: %s", (self, words) => {
    expect(read(words, self)).toEqual([]);
  });

  it("creates no rule below a heading that states a condition", () => {
    const below = sentenceOf("For `FANCY` baskets:\n- `price` cannot be combined with `label`.");
    expect(proposeRules(below, vocabulary)).not.toContainEqual(
      expect.objectContaining({ when: [{ field: "label", present: true }] }),
    );
  });

  it("forbids the optional one of the two fields", () => {
    expect(read("`name` and `label` are mutually exclusive.", null)).toEqual([
      "forbidden-when label {field:name,present:true}",
    ]);
  });
});

import type { JsonObject } from "../../../generator/parse/json.js";
import { relationDrafts } from "../../../generator/prose/relation-reader.js";
import { readContextOf, type Vocabulary, wordedAs } from "../../../generator/prose/vocabulary.js";
import { inLines, sentenceOf } from "./read.js";

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

/** A made-up request for baskets of a shop. */
export const baskets: Vocabulary = wordedAs([...fields, required], {});

/** The relations that the last sentence of a text states, each in one line. */
export function relationsIn(words: string, self: string | null): readonly string[] {
  const sentence = sentenceOf(words, self);
  return inLines(relationDrafts(sentence, readContextOf(sentence, baskets)));
}

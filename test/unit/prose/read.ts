import { type JsonObject, withWords } from "../../../generator/parse/json.js";
import { classifySentence, type Verdict } from "../../../generator/prose/classify.js";
import type { Draft } from "../../../generator/prose/draft.js";
import {
  type LocatedText,
  type Sentence,
  sentencesOf,
} from "../../../generator/prose/sentences.js";
import {
  type FieldSchema,
  type Vocabulary,
  wordedAs,
} from "../../../generator/prose/vocabulary.js";

const field = (name: string, { description = "", ...schema }: JsonObject): FieldSchema => ({
  name,
  where: "body",
  schema: withWords(schema, String(description)),
});
const list = (...values: readonly string[]): JsonObject => ({
  type: "array",
  items: { type: "string", enum: values },
});

/** A made-up request with the fields and values that the sentences of the tests name. */
export const vocabulary: Vocabulary = wordedAs(
  [
    field("start_date", { type: "string", description: "First day" }),
    field("end_date", { type: "string", description: "Last day" }),
    field("nullable_date", { type: "string", nullable: true }),
    field("stated_date", { type: "string", format: "date" }),
    field("granularity", { type: "string", enum: ["TOTAL", "DAY", "HOUR", "WEEK"] }),
    field("level", {
      type: "string",
      enum: ["SHOP", "SHELF", "CRATE_ITEM", "SHOP_SPLIT", "SHELF_SPLIT"],
    }),
    field(
      "columns",
      list(
        "SHELF_ID",
        "SHELF_NAME",
        "SHELF_STATUS",
        "CLERK_ID",
        "CLERK_NAME",
        "SHELF_AD_ID",
        "SALES",
        "ALL_SALES",
      ),
    ),
    field("split_types", list("AGE", "CITY", "WEATHER")),
    field("shop_split_kind", {
      type: "string",
      description: "Kind of split.",
      enum: ["FINE", "ROUGH"],
    }),
    field("shelf_ids", { type: "array", items: { type: "string" }, maxItems: 50 }),
    field("clerk_ids", { type: "array", items: { type: "string" } }),
    field("crate_ids", { type: "array", items: { type: "string" } }),
    field("start_hour", { type: "integer", maximum: 23 }),
    field("window", { type: "integer", default: 30, maximum: 60 }),
    field("place_types", { type: "string", enum: ["ALL", "INDOORS"], default: "ALL" }),
  ],
  {},
);

/** The last sentence of a text, at a field or, without one, at the operation. */
export function sentenceOf(text: string, self: string | null = null): Sentence {
  const place: LocatedText = {
    label: self === null ? "op.description" : `body:${self}`,
    pointer: "#/here/description",
    text,
    field: self,
  };
  const sentence = sentencesOf(place).at(-1);
  if (!sentence) throw new Error("a text without a sentence");
  return sentence;
}

/** What the last sentence of a text is. */
export function judged(text: string, self: string | null = null): Verdict {
  return classifySentence(sentenceOf(text, self), vocabulary);
}

/** The rules of a sentence, each in one line. */
export function rulesIn(text: string, self: string | null = null): readonly string[] | string {
  const verdict = judged(text, self);
  return verdict.label === "rule" ? inLines(verdict.drafts) : verdict.label;
}

/** Rules, each in one line. */
export function inLines(drafts: readonly Draft[]): readonly string[] {
  return drafts.map(({ kind, when, params }) =>
    [
      kind,
      ...Object.values(params).map((value) => JSON.stringify(value).replaceAll('"', "")),
      ...when.map((one) => JSON.stringify(one).replaceAll('"', "")),
    ].join(" "),
  );
}

/**
 * A sentence, or a template with an underscore and what can replace it. Blanks separate the
 * replacements, and "~" is a blank in one.
 */
export type Row = readonly [template: string, words?: string];

/** The sentence, or the template with each of the words, in turn, instead of the underscore. */
export function filledIn(template: string, words = ""): readonly string[] {
  if (words === "") return [template];
  return words
    .trim()
    .split(/\s+/)
    .map((word) => template.replace("_", word.replaceAll("~", " ")))
    .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`);
}

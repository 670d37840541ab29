import { describe, expect, it } from "vitest";
import { proposeRules, verdictOn } from "../../../generator/prose/classify.js";
import { wordedAs } from "../../../generator/prose/vocabulary.js";
import { inLines, sentenceOf } from "./read.js";

const text = { type: "string" };
const vocabulary = wordedAs(
  [
    ...["shop_id", "shelf_id", "crate_id", "note"].map((name) => ({ name, schema: text })),
    { name: "is_open", schema: { type: "boolean" } },
    { name: "kind", schema: { ...text, enum: ["PLAIN", "FANCY", "RARE"] } },
  ].map((field) => ({ ...field, where: "body" })),
  {},
);

/** Rules, the field that the text belongs to, and sentences that state the rules. */
const FRAMES: readonly (readonly [readonly string[], string | null, readonly string[]])[] = [
  [
    ["requires-present shop_id {field:shelf_id,present:true}"],
    "shelf_id",
    [
      "A shelf stands somewhere: without `shop_id` nobody finds it and the call fails.",
      "Goes hand in hand with `shop_id`.",
      "Useless, and turned away, unless `shop_id` comes along.",
      "Every shelf rests on a `shop_id`.",
      "`shop_id` needs to be set too.",
      "`shop_id` also needs to be sent.",
    ],
  ],
  [
    ["forbidden-when shelf_id {field:shop_id,present:true}"],
    "shelf_id",
    ["It comes from one place: name this or `shop_id`, but never send both."],
  ],
  [
    [
      "forbidden-when shelf_id {field:shop_id,present:true}",
      "forbidden-when shelf_id {field:crate_id,present:true}",
      "forbidden-when shop_id {field:crate_id,present:true}",
    ],
    "shelf_id",
    ["Pick one way to place it: `shelf_id`, `shop_id` or `crate_id`."],
  ],
  [
    ["forbidden-when shelf_id {field:shop_id,present:true}"],
    "shelf_id",
    [
      "Not combinable with `shop_id`.",
      "Shelves belong to a single clerk, so this can't be set when `shop_id` is set.",
      "Shelves are shared, so leave it out if `shop_id` is set.",
      "Shelves aren't sold there, so please omit them when `shop_id` is present.",
    ],
  ],
  [
    ["at-least-one-of [[shop_id],[shelf_id],[crate_id]]"],
    null,
    ["At the minimum one of `shop_id`, `shelf_id`, `crate_id` is filled in."],
  ],
  [
    ["forbidden-when note {field:kind,is:[PLAIN]}"],
    "note",
    [
      "`PLAIN` drops have nothing to say: under `PLAIN` this has no business here.",
      "Welcome with `FANCY` and an error with `PLAIN`.",
    ],
  ],
  [
    ["requires-present note {field:kind,is:[RARE]}"],
    "note",
    ["A `RARE` drop without this is no rare drop and fails validation."],
  ],
];

const all = FRAMES.flatMap(([rules, self, sentences]) =>
  sentences.map((words) => ({ rules, self, words })),
);

describe("a sentence that no grammar can read", () => {
  it.each(all)(
    "leads to a proposal based on the fields and values that it names: $words",
    ({ rules, self, words }) => {
      const sentence = sentenceOf(words, self);
      expect(verdictOn(sentence, vocabulary).label).toBe("unknown");
      expect(inLines(proposeRules(sentence, vocabulary))).toEqual(rules);
    },
  );

  it.each([
    ["shelf_id", "By default, this takes the place of `shop_id`."],
    ["shelf_id", "Has to agree with `shop_id`."],
    ["note", "`RARE` drops were sold without notes last year."],
    ["note", "For example, `PLAIN` drops without a note are shown last."],
    ["note", "Fill it in for `FANCY`; a `FANCY` drop that lacks it is rejected by the shop."],
    ["shelf_id", "Before March this had to be sent together with `shop_id`."],
    ["shelf_id", "If the shop is new, it is empty, so leave it out if `shop_id` is set."],
    ["shelf_id", "For new shops it is empty, so leave it out if `shop_id` is set."],
  ])("leads to no proposal for %s: %s", (self, words) => {
    const sentence = sentenceOf(words, self);
    expect(proposeRules(sentence, vocabulary)).toEqual([]);
  });
});

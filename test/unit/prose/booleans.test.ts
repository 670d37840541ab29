import { describe, expect, it } from "vitest";
import { proposeRules, verdictOn } from "../../../generator/prose/classify.js";
import { placedDrafts } from "../../../generator/prose/draft.js";
import { wordedAs } from "../../../generator/prose/vocabulary.js";
import { inLines, sentenceOf } from "./read.js";

const kind = { type: "string", enum: ["PLAIN", "FANCY", "RARE"] };

/** The rules that a sentence about a boolean states or proposes. */
function rulesOf(words: string, self: string, name = self): readonly string[] {
  const vocabulary = wordedAs(
    [
      { name, where: "body", schema: { type: "boolean" } },
      { name: "label", where: "body", schema: { type: "string" } },
      { name: "kind", where: "body", schema: kind },
      { name: "level", where: "body", schema: { type: "string", enum: ["SHOP", "SHELF"] } },
    ],
    {},
  );
  const sentence = sentenceOf(words, self);
  const verdict = verdictOn(sentence, vocabulary);
  const drafts = verdict.label === "rule" ? verdict.drafts : proposeRules(sentence, vocabulary);
  return inLines(placedDrafts(drafts, vocabulary));
}

describe.each(["is_open", "enabled", "dry_run"])("the boolean %s", (name) => {
  const isTrue = `{field:${name},is:[true]}`;

  it.each([
    "Only supported when `kind` is `FANCY`.",
    "Only allowed if `kind` is set to `FANCY`.",
    "This field is only available when `kind` is `FANCY`.",
    "Cannot be set unless `kind` is set to `FANCY`.",
  ])("may be false even where the sentence does not support it: %s", (words) => {
    expect(rulesOf(words, name)).toEqual([
      `forbidden-when ${name} {field:kind,isNot:[FANCY]} ${isTrue}`,
    ]);
  });

  it.each(["Cannot be used with", "Must not be sent together with"])(
    "may be false next to a field that excludes it: %s",
    (words) => {
      expect(rulesOf(`${words} \`${name}\`.`, "label", name)).toEqual([
        `forbidden-when label ${isTrue}`,
      ]);
    },
  );

  it("may be false even if one of two conditions does not hold", () => {
    const words = "Only supported when `kind` is set to `FANCY` and `level` is set to `SHOP`.";
    expect(rulesOf(words, name)).toEqual([
      `forbidden-when ${name} {field:kind,isNot:[FANCY]} ${isTrue}`,
      `forbidden-when ${name} {field:level,isNot:[SHOP]} ${isTrue}`,
    ]);
  });

  it.each(["Not supported when `kind` is `RARE`.", "Cannot be used if `kind` is set to `RARE`."])(
    "may be false even where the sentence forbids it: %s",
    (words) => {
      expect(rulesOf(words, name)).toEqual([
        `forbidden-when ${name} {field:kind,is:[RARE]} ${isTrue}`,
      ]);
    },
  );

  it("may be required, whatever its value", () => {
    expect(rulesOf("Required when `kind` is `FANCY`.", name)).toEqual([
      `requires-present ${name} {field:kind,is:[FANCY]}`,
    ]);
  });
});

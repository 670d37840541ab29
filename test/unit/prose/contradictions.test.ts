import { describe, expect, it } from "vitest";
import { proposeRules } from "../../../generator/prose/classify.js";
import { judged, sentenceOf, vocabulary } from "./read.js";

describe("prose that contradicts the schema is reported and creates no rule", () => {
  it.each<readonly [string, string, string]>([
    ["Max is 51.", "shelf_ids", "the prose limits shelf_ids to 51, but the schema says 50"],
    ["Maximum is 59.", "window", "the prose limits window to 59, but the schema says 60"],
    ["Format: YYYY-MM-DD", "window", "window is a date in the prose, but the schema says integer"],
    [
      "Defaults to INDOORS.",
      "place_types",
      'the default of place_types is INDOORS in the prose, but "ALL" in the schema',
    ],
    [
      "WEEKLY - counted by the week",
      "granularity",
      "the prose explains WEEKLY, which is not a valid value for granularity",
    ],
    [
      "This cannot contain ALL if level is SHOP.",
      "split_types",
      "split_types has no value ALL, so there is nothing to forbid",
    ],
  ])("%s", (text, self, remark) => {
    const verdict = judged(text, self);
    expect("remark" in verdict && verdict.remark).toBe(remark);
    expect("drafts" in verdict ? verdict.drafts : []).toEqual([]);
    expect(proposeRules(sentenceOf(text, self), vocabulary)).toEqual([]);
  });
});

it("a list that must be empty may still be sent", () => {
  const empty = sentenceOf("Must be empty if level is CRATE_ITEM.", "shelf_ids");
  expect(proposeRules(empty, vocabulary)).toEqual([]);
  const omitted = sentenceOf("Must be omitted if level is CRATE_ITEM.", "shelf_ids");
  expect(proposeRules(omitted, vocabulary)).not.toEqual([]);
});

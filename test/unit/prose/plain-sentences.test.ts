import { describe, expect, it } from "vitest";
import { classifySentence } from "../../../generator/prose/classify.js";
import { sentenceOf, vocabulary } from "./read.js";

const labelOf = (text: string, field: string | null = "clerk_ids"): string =>
  classifySentence(sentenceOf(text, field), vocabulary).label;

describe('a sentence without a common word such as "must"', () => {
  it.each([
    "Clerks of the shop, in the order of their arrival.",
    "The apps of an advertiser see them in the dashboard.",
    "Where the clerk works.",
  ])("is informational for any subject: %s", (text) => {
    expect(labelOf(text)).toBe("informational");
  });

  it.each(["Barred for hourly reports.", "Forbidden for SHELF.", "Compulsory with shelf_ids."])(
    "is flagged if it contains a rarer word for a requirement: %s",
    (text) => {
      expect(labelOf(text)).not.toBe("informational");
    },
  );
});

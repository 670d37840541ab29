import { describe, expect, it } from "vitest";
import { classifySentence, type Verdict } from "../../../generator/prose/classify.js";
import { inTurn, tried } from "../../support/effort.js";
import {
  canonicalDraft,
  hasGold,
  keyOf,
  labelledVersions,
  readGold,
  readSentences,
} from "../../support/labelled-rules.js";

const gold = hasGold ? readGold() : new Map();

describe.skipIf(!hasGold)(
  "the labelled corpus (skipped without PINTEREST_SPECS, the folder of real descriptions)",
  () => {
    it.each(tried(labelledVersions(gold)))(
      "matches the parser's reading for %s: every sentence, label and rule of every report operation",
      (version) => {
        const operations = gold.get(version);
        const wrong: unknown[] = [];
        let seen = 0;
        for (const [operation, sentence, vocabulary] of readSentences(version, [
          ...operations.keys(),
        ])) {
          const { label, pointer } = sentence.source;
          const labelled = operations.get(operation).get(keyOf(label, pointer, sentence.written));
          const verdict = withoutAdvice(classifySentence(sentence, vocabulary));
          const rules = verdict.label === "rule" ? verdict.drafts.map(canonicalDraft).sort() : [];
          seen += 1;
          if (
            !labelled ||
            labelled.label !== verdict.label ||
            String(labelled.rules) !== String(rules)
          )
            wrong.push([operation, label, sentence.text, verdict, labelled]);
        }
        expect(wrong).toEqual([]);
        expect(seen).toBe(
          [...operations.values()].reduce((sum, sentences) => sum + sentences.size, 0),
        );
      },
    );
  },
);

/**
 * Changes the label of a rule that only warns, because the corpus labels such advice as
 * informational.
 */
function withoutAdvice(verdict: Verdict): Verdict {
  const isAdvice =
    verdict.label === "rule" &&
    verdict.drafts.length > 0 &&
    verdict.drafts.every(({ kind }) => kind === "no-data-when");
  return isAdvice ? { label: "informational" } : verdict;
}

const swaps: readonly (readonly [string, string])[] = [
  ["days", "hours"],
  ["not", "now"],
  ["no", "so"],
  ["maximum", "minimum"],
  ["max", "min"],
  ["before", "after"],
  ["Only", "Also"],
  ["Cannot", "Can"],
  ["must", "may"],
  ["either", "neither"],
  ["allowed", "required"],
  ["supported", "recommended"],
  ["Requires", "Allows"],
  ["ending", "starting"],
  ["more", "less"],
  ["PRODUCT_ITEM", "PRODUCT_THING"],
  ["ad_ids", "ad_idz"],
];

/** Every sentence that results from dropping, inserting, swapping or replacing one word. */
function edits(text: string): readonly string[] {
  const words = text.split(" ");
  const replaced = (index: number, ...by: readonly string[]): string =>
    words.toSpliced(index, 1, ...by).join(" ");
  return words.flatMap((word, index) => [
    replaced(index),
    ...["not", "except", "never", "unless"].map((extra) => replaced(index, extra, word)),
    words.toSpliced(index, 2, words[index + 1] ?? "", word).join(" "),
    ...swaps.filter(([now]) => now === word).map(([, then]) => replaced(index, then)),
  ]);
}

describe.skipIf(!hasGold)(
  "edited sentences of the corpus (skipped without PINTEREST_SPECS)",
  () => {
    it("are never ignored, and produce a different rule only if they state one", () => {
      const seen = new Set<string>();
      const others: string[] = [];
      for (const version of tried(labelledVersions(gold)))
        for (const [, sentence, vocabulary] of readSentences(version, [
          ...gold.get(version).keys(),
        ])) {
          const before = withoutAdvice(classifySentence(sentence, vocabulary));
          if (
            before.label !== "rule" ||
            before.drafts.length === 0 ||
            seen.has(sentence.text + sentence.source.field)
          )
            continue;
          seen.add(sentence.text + sentence.source.field);
          for (const text of inTurn(edits(sentence.text), seen.size, 12)) {
            if (text.trim() === sentence.text) continue;
            const after = classifySentence({ ...sentence, text }, vocabulary);
            const isSilent =
              after.label !== "unknown" && (after.label !== "rule" || after.drafts.length === 0);
            expect(isSilent, text).toBe(false);
            if (
              after.label === "rule" &&
              String(after.drafts.map(canonicalDraft)) !== String(before.drafts.map(canonicalDraft))
            )
              others.push(text);
          }
        }
      // The only edits that state another rule are those that negate a condition, or that shorten a
      // name to another entity's.
      expect(
        others.filter(
          (text) =>
            !/ (?:is|isn't) not [A-Z]|granularity is HOUR|elated to pin and |^Pin and ad /.test(
              text,
            ),
        ),
      ).toEqual([]);
      expect(seen.size).toBeGreaterThan(30);
    });
  },
);

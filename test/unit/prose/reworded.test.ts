import { describe, expect, it } from "vitest";
import { classifySentence, proposeRules } from "../../../generator/prose/classify.js";
import { READERS } from "../../support/prose-readers.js";
import { inLines, sentenceOf, vocabulary } from "./read.js";
import { reworded } from "./reworded.js";

type Outcome = "rule" | "proposal" | "flag" | "silence";

const all = Object.entries(reworded).flatMap(([kind, groups]) =>
  groups.flatMap(([rules, self, texts]) => texts.map((text) => ({ kind, rules, self, text }))),
);

function outcomeOf({ rules, self, text }: (typeof all)[number]): Outcome | readonly string[] {
  const sentence = sentenceOf(text, self);
  const verdict = classifySentence(sentence, vocabulary);
  const emitted = verdict.label === "rule" ? inLines(verdict.drafts) : [];
  if (String(emitted) === String(rules)) return "rule";
  if (emitted.length > 0) return emitted;
  if (verdict.label !== "unknown") return "silence";
  const proposals = inLines(proposeRules(sentence, vocabulary));
  if (proposals.length === 0) return "flag";
  return String(proposals) === String(rules) ? "proposal" : proposals;
}

describe("a reworded sentence", () => {
  it.each(all)("is read as $kind: $text", (given) => {
    expect(["rule", "proposal", "flag"]).toContain(outcomeOf(given));
  });

  it("is read by the expected parser", async () => {
    const lines = all.map((given) => {
      const { rules, self, text } = given;
      const sentence = sentenceOf(text, self);
      const by = Object.entries(READERS).flatMap(([reader, draftsOf]) => {
        const drafts = inLines(draftsOf(sentence, vocabulary));
        if (drafts.length === 0) return [];
        return String(drafts) === String(rules) ? [reader] : [`${reader} ${drafts.join(", ")}`];
      });
      return `${text} ${outcomeOf(given)}, by ${by.join("; ") || "none"}\n`;
    });
    // Review each line that differs, then run with `-u`.
    await expect(lines.join("")).toMatchFileSnapshot("../../fixtures/reworded.txt");
  });

  it("is usually understood, for each kind of rule", () => {
    for (const kind of Object.keys(reworded)) {
      const ours = all.filter((given) => given.kind === kind);
      expect(ours.length, kind).toBeGreaterThanOrEqual(10);
      const understood = ours.filter((given) => outcomeOf(given) !== "flag");
      expect(understood.length / ours.length, kind).toBeGreaterThanOrEqual(0.75);
    }
  });
});

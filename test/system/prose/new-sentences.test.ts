import { describe, expect, it } from "vitest";
import {
  type Corpus,
  newTexts,
  outcomeOf,
  readingIn,
  totals,
} from "../../support/new-sentences.js";

interface Bounds {
  readonly recall: number;
  /** How many enforced rules the texts do not state. */
  readonly wrong: number;
  /** The share of proposed rules that the texts do not state. */
  readonly wronglyProposed: number;
  /** How many texts state a rule but produce no rule and no report. */
  readonly silent: number;
  /** The share of harmless texts that are reported for review. */
  readonly flagged: number;
}

const bounds: readonly (readonly [Corpus, Bounds])[] = [
  ["tuned", { recall: 0.9, wrong: 0, wronglyProposed: 0.05, silent: 3, flagged: 0.2 }],
  ["unseen", { recall: 0.78, wrong: 0, wronglyProposed: 0.12, silent: 0, flagged: 0.25 }],
];

describe.each(bounds)(
  "texts by writers who do not know the parser (%s)",
  (corpus, { recall, wrong, wronglyProposed, silent, flagged }) => {
    it("produce the stated rules, or are reported as unread", async () => {
      const outcomes = newTexts(corpus).map(outcomeOf);
      expect(outcomes.length).toBeGreaterThanOrEqual(220);
      const all = totals(outcomes);
      const wrongly = outcomes.flatMap((outcome) =>
        outcome.wrong.map((rule) => `${outcome.text.id}: ${rule}`),
      );
      const silently = outcomes.filter(({ isSilent }) => isSilent).map(({ text }) => text.id);
      expect(wrongly.length, wrongly.join("\n")).toBeLessThanOrEqual(wrong);
      expect(silently.length, silently.join(", ")).toBeLessThanOrEqual(silent);
      expect(all.wronglyProposed / all.proposed).toBeLessThanOrEqual(wronglyProposed);
      expect(all.harmlessFlagged / all.harmless).toBeLessThanOrEqual(flagged);
      expect(all.recall).toBeGreaterThanOrEqual(recall);
      // How each text was read. Review each line that differs, then run with `-u`.
      const lines = outcomes.map((outcome) => `${readingIn(outcome)}\n`);
      await expect(lines.join("")).toMatchFileSnapshot(
        `../../fixtures/new-sentences-${corpus}.txt`,
      );
    });
  },
);

import { describe, expect, it } from "vitest";
import { newTexts, outcomeOf, totals } from "./new-sentences.js";

describe.each(["tuned", "unseen"] as const)("texts by a writer who had not seen the grammar, %s half", (half) => {
  const texts = newTexts(half);

  it.runIf(texts === null)("is not in this repository", () => {
    // The unseen half is read once, when the grammar is done.
    expect(half).toBe("unseen");
  });

  it.runIf(texts !== null)("gives no rule that is not stated, and passes over none that is", () => {
    const outcomes = (texts ?? []).map(outcomeOf);
    const wrong = outcomes.flatMap((outcome) => outcome.wrong.map((rule) => `${outcome.text.id}: ${rule}`));
    const silent = outcomes.filter(({ isSilent }) => isSilent).map(({ text }) => text.id);
    expect(outcomes.length).toBeGreaterThan(100);
    expect({ wrong, silent }).toEqual({ wrong: [], silent: [] });
    expect(totals(outcomes).recall).toBeGreaterThanOrEqual(0.8);
  });
});

import { describe, expect, it } from "vitest";
import { hitsElsewhere } from "../../bench/rules-elsewhere.js";
import { licensed, licenseOf } from "../../bench/rules-license.js";
import { casesOf, score } from "../../bench/rules-score.js";
import { tried } from "../../support/effort.js";
import { hasGold, labelledVersions, readGold } from "../../support/labelled-rules.js";

const gold = hasGold ? readGold() : new Map();
const all = hasGold ? labelledVersions(gold).flatMap((version) => casesOf(version, gold)) : [];

/** A wording counts only where the sentences of earlier versions used it. */
function readFrom(version: string, tiers: 1 | 2) {
  const first = all.findIndex((each) => each.version === version);
  const train = all.slice(0, first).map(({ sentence, vocabulary }) => [sentence, vocabulary] as const);
  return score(all.slice(first), licensed(licenseOf(train)), tiers);
}

describe.skipIf(!hasGold)("versions that were not seen (skipped without PINTEREST_SPECS)", () => {
  it.each(tried(["5.8.0", "5.10.0", "5.12.0", "5.17.0"]))("from %s on tier 1 is right or says that it does not know", (version) => {
    const { given, right, silent, rules } = readFrom(version, 1);
    expect([silent, given - right]).toEqual([0, 0]);
    expect(right).toBeLessThan(rules);
  });

  it.each(tried(["5.8.0", "5.10.0", "5.12.0", "5.17.0"]))("from %s on tier 2 proposes what is missing, and nothing else", (version) => {
    const { given, right, silent, rules } = readFrom(version, 2);
    expect([silent, given - right]).toEqual([0, 0]);
    expect(right / rules).toBeGreaterThan(0.95);
  });

  it("other operations give no rule that is wrong", () => {
    const { operations, hits } = hitsElsewhere("5.23.0", [...gold.get("5.23.0").keys()]);
    expect(operations).toBeGreaterThan(200);
    const kinds = hits.flatMap(({ operation, rules }) => rules.map((rule) => `${JSON.parse(rule)[0]} of ${operation}`));
    // A request there needs one of two fields, and says so.
    expect(kinds.filter((kind) => !kind.startsWith("date-format "))).toEqual(["at-least-one-of of product_group_promotions/list"]);
  });
});

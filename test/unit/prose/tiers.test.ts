import { describe, expect, it } from "vitest";
import { hitsElsewhere } from "../../bench/rules-elsewhere.js";
import { licensed, licenseOf } from "../../bench/rules-license.js";
import { type Case, casesOf, score } from "../../bench/rules-score.js";
import { isAll } from "../../support/effort.js";
import { hasGold, labelledVersions, readGold } from "../../support/labelled-rules.js";

// Ten seconds, so only `npm run test:all` reads so many descriptions. This alone notices a reader
// that knows the wordings of the corpus and no others; labelled-rules.test.ts notices the rest.
const isTried = hasGold && isAll;
const gold = isTried ? readGold() : new Map();
const FROM = ["5.8.0", "5.10.0", "5.12.0", "5.17.0"];
const versions = isTried ? labelledVersions(gold) : [];
const cases = new Map<string, readonly Case[]>();
const licenses = new Map<string, ReadonlySet<string>>();

function casesIn(version: string): readonly Case[] {
  const known = cases.get(version) ?? casesOf(version, gold);
  cases.set(version, known);
  return known;
}

function licenseIn(version: string): ReadonlySet<string> {
  const known =
    licenses.get(version) ??
    licenseOf(casesIn(version).map(({ sentence, vocabulary }) => [sentence, vocabulary] as const));
  licenses.set(version, known);
  return known;
}

/** Scores later versions by the wordings that the sentences of earlier versions used. */
function readFrom(version: string, tiers: 1 | 2) {
  const first = versions.indexOf(version);
  const license = new Set(versions.slice(0, first).flatMap((each) => [...licenseIn(each)]));
  return score(versions.slice(first).flatMap(casesIn), licensed(license), tiers);
}

describe.runIf(isTried)(
  "unseen versions (skipped by npm test, and without PINTEREST_SPECS)",
  () => {
    it.each(FROM)("lead to correct rules or flags in tier 1 from %s on", (version) => {
      const { given, right, silent, rules } = readFrom(version, 1);
      expect([silent, given - right]).toEqual([0, 0]);
      expect(right).toBeLessThan(rules);
    });

    it.each(FROM)(
      "lead to almost all rules, and to no wrong ones, in tier 2 from %s on",
      (version) => {
        const { given, right, silent, rules } = readFrom(version, 2);
        expect([silent, given - right]).toEqual([0, 0]);
        expect(right / rules).toBeGreaterThan(0.95);
      },
    );

    it("do not lead to wrong rules for other operations", () => {
      const { operations, hits } = hitsElsewhere("5.23.0", [...gold.get("5.23.0").keys()]);
      expect(operations).toBeGreaterThan(200);
      const kinds = hits.flatMap(({ operation, rules }) =>
        rules.map((rule) => `${JSON.parse(rule)[0]} of ${operation}`),
      );
      // Each is stated there. Two sentences state those of the lists.
      const distinct = new Set(
        kinds.filter((kind) => !/^(?:date-format|no-data-when) /.test(kind)),
      );
      expect([...distinct]).toEqual([
        "forbidden-when of ad_groups/list",
        "at-least-one-of of ad_previews/create",
        "only-when of ad_previews/create",
        "forbidden-when of ad_previews/create",
        "forbidden-when of ads/list",
        "requires-present of msot_events/create",
        "at-least-one-of of product_group_promotions/list",
        "forbidden-when of items_issues/list",
      ]);
    });
  },
);

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { inTurn, isAll } from "../../support/effort.js";
import { type Outcome, PlacedReader, type PlacedSentence } from "../../support/placed-sentences.js";

const VERSION = "5.28.0";
const isTried = descriptions !== null && versions.includes(VERSION);

/**
 * Sentences, most of them by a writer who had not seen the parser, and their places in that
 * version.
 */
const sentences = readFileSync(
  new URL("../../support/placed-sentences.jsonl", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as PlacedSentence);

const FATES = new URL("../../fixtures/placed-fates.txt", import.meta.url);

/** Operations with so much text that one reading takes a second. */
const isLarge = ({ operation }: PlacedSentence): boolean =>
  /^(?:ad_groups|ads|audiences|campaigns|events|keywords)\/(?!analytics)/.test(operation);

describe.skipIf(!isTried)(
  "a sentence inserted into a real description (skipped without PINTEREST_SPECS)",
  () => {
    it("is never misread, and never ignored if it states a rule", async () => {
      const reader = new PlacedReader(
        parseYaml(descriptionText(VERSION), VERSION).value as JsonObject,
      );
      const tried = inTurn(
        sentences.filter((one) => isAll || !isLarge(one)),
        0,
        3,
      );
      const outcomes = tried.map((one) => reader.outcomeOf(one));
      const idsOf = (some: readonly Outcome[]): readonly unknown[] =>
        some.map(({ sentence, rules }) => [sentence.id, sentence.sentence, ...rules]);
      const binding = outcomes.filter(({ sentence }) => sentence.binding);
      const harmless = outcomes.filter(({ sentence }) => !sentence.binding);
      expect(idsOf(outcomes.filter(({ fate }) => fate === "wrong"))).toEqual([]);
      expect(idsOf(binding.filter(({ fate }) => fate === "silent"))).toEqual([]);
      const asked = harmless.filter(({ fate }) => fate !== "silent");
      expect(asked.length / harmless.length, JSON.stringify(idsOf(asked))).toBeLessThanOrEqual(
        0.04,
      );
      // Limits on a single field are excluded, because they are only reported.
      const between = binding.filter(
        ({ sentence: { place, kind } }) => place === "flat" && !/^(?:bound|format)$/.test(kind),
      );
      const read = between.filter(({ fate }) => fate === "bound" || fate === "proposed");
      expect(read.length / between.length).toBeGreaterThanOrEqual(0.85);
      // The outcome of each sentence. Review each line that differs, then run with
      // `TEST_EFFORT=all` and `-u`.
      const lines = outcomes.map(({ sentence, fate }) => `${sentence.id}: ${fate}`);
      if (isAll)
        return await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(fileURLToPath(FATES));
      const known = readFileSync(FATES, "utf8").split("\n");
      expect(lines).toEqual(
        known.filter((_, index) => tried.some((one) => one === sentences[index])),
      );
    });
  },
);

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { fatesIn, writtenFates } from "../../support/every-sentence.js";

const committed = readFileSync(new URL("../../fixtures/fates.txt", import.meta.url), "utf8");
const [version = ""] = committed.split("\n");

describe.skipIf(descriptions === null || !versions.includes(version))(
  "all sentences of all operations (skipped without PINTEREST_SPECS)",
  () => {
    // Review each line that differs, then run `npx tsx test/bench/every-sentence.ts --write`.
    it("are read or ignored as recorded", () => {
      const lines = (text: string): readonly string[] => text.trim().split("\n");
      const fates = fatesIn(descriptionText(version));
      expect(lines(writtenFates(version, fates))).toEqual(lines(committed));
    });
  },
);

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ComparedModel, compareModels } from "../../../generator/diff/compare.js";
import { lower } from "../../../generator/lower/lower.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { shippedFile } from "../../../generator/workspace.js";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { isAll } from "../../support/effort.js";
import { versionsPage } from "./versions-page.js";

const annotations = readAnnotations(shippedFile);

/** The model of a description, even if some of its prose has not been classified yet. */
function modelOf(version: string): ComparedModel {
  const { document, source } = contractOf(
    descriptionText(version),
    { ...annotations.flows, prose: "tolerant" },
    annotations.skipped,
  );
  return { name: version, model: lower({ document, source, annotations }).model };
}

// Reading a description takes a second. In a short run, only the newest section of the page is
// compared.
const models = (isAll ? versions : versions.slice(-2)).map(modelOf);

describe.skipIf(descriptions === null)("the original descriptions", () => {
  it.each(models)("have no changes when compared with themselves: $name", (one) => {
    expect(compareModels(one, one).changes).toEqual([]);
  });

  const diffs = models
    .slice(1)
    .map((now, index) => compareModels(models[index] as ComparedModel, now));

  // `npx vitest run --mode all test/unit/diff -u` rewrites the page.
  it.runIf(isAll)("differ as docs/versions.md says", async () => {
    await expect(versionsPage(diffs)).toMatchFileSnapshot("../../../docs/versions.md");
  });

  it.skipIf(isAll)(
    "differ as described in one row and the last section of docs/versions.md",
    () => {
      const page = readFileSync(new URL("../../../docs/versions.md", import.meta.url), "utf8");
      const made = versionsPage(diffs);
      const [row] = made.split("\n").filter((line) => line.startsWith("| ["));
      expect(page.split("\n")).toContain(row);
      const section = made.slice(made.indexOf("\n## "));
      expect(page.slice(-section.length)).toBe(section);
    },
  );
});

import { describe, expect, it } from "vitest";
import { compareModels, type Named } from "../../generator/diff/compare.js";
import { lower } from "../../generator/lower/lower.js";
import { contractFrom, descriptions, descriptionText, versions } from "../pipeline/descriptions.js";
import { versionsPage } from "./versions-page.js";

const models = versions.map((version): Named => ({ name: version, model: lower(contractFrom(descriptionText(version))).model }));

describe.skipIf(descriptions === null)("whole descriptions", () => {
  it.each(models)("$name is what it is", (one) => {
    expect(compareModels(one, one).changes).toEqual([]);
  });

  // `npx vitest run test/diff -u` writes the page anew.
  it("differ as docs/versions.md says", async () => {
    const diffs = models.slice(1).map((now, index) => compareModels(models[index] as Named, now));
    await expect(versionsPage(diffs)).toMatchFileSnapshot("../../docs/versions.md");
  });
});

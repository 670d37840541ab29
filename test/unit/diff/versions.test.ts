import { describe, expect, it } from "vitest";
import { compareModels, type Named } from "../../../generator/diff/compare.js";
import { lower } from "../../../generator/lower/lower.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { ownFile } from "../../../generator/workspace.js";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { versionsPage } from "./versions-page.js";

const annotations = readAnnotations(ownFile);

/** The model of a description, whatever of its prose is still to be read. */
function modelOf(version: string): Named {
  const { document, source } = contractOf(descriptionText(version), { ...annotations.flows, prose: "tolerant" }, annotations.skipped);
  return { name: version, model: lower({ document, source, annotations }).model };
}

const models = versions.map(modelOf);

describe.skipIf(descriptions === null)("whole descriptions", () => {
  it.each(models)("$name is what it is", (one) => {
    expect(compareModels(one, one).changes).toEqual([]);
  });

  // `npx vitest run test/diff -u` writes the page anew.
  it("differ as docs/versions.md says", async () => {
    const diffs = models.slice(1).map((now, index) => compareModels(models[index] as Named, now));
    await expect(versionsPage(diffs)).toMatchFileSnapshot("../../../docs/versions.md");
  });
});

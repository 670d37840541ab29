import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadPrinter, schemaText } from "../../../generator/emit/schema.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { smallContract } from "../../support/small-contract.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const REFERENCES = [
  "#/",
  "#",
  "#/paths",
  "#/components/schemas/Part",
  "package.json",
  "file:///etc/hostname",
  "http://127.0.0.1:9/x",
];
const flows = smallContract({ body: {} }).annotations.flows;

/** Every reference of a document, wherever it stands. */
function referencesIn(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const here = "$ref" in node && typeof node.$ref === "string" ? [node.$ref] : [];
  return [...here, ...Object.values(node).flatMap(referencesIn)];
}

function pulledWith($ref: string): {
  readonly references: readonly string[];
  readonly told: readonly string[];
} {
  const field = {
    type: "string",
    default: { $ref },
    format: { deep: [{ $ref }] },
    "x-word": { $ref },
  };
  const body: JsonObject = { type: "object", properties: { name: { type: "string" }, field } };
  const { document } = smallContract({ body, schemas: { Part: { type: "string" } } });
  const { document: contract, notices } = contractOf(JSON.stringify(document), flows);
  return { references: referencesIn(contract), told: notices.map(({ what }) => what) };
}

describe("a reference in place of a value", () => {
  it.each(REFERENCES)("is omitted along with its keyword: %s", (reference) => {
    const { references, told } = pulledWith(reference);
    expect(references).toEqual([]);
    for (const keyword of ["default", "format"])
      expect(told).toContain(`\`${keyword}\` has an invalid value and is ignored`);
  });
});

describe("openapi-typescript", () => {
  it("reads no file that a document names", async () => {
    const file = fileURLToPath(new URL("elsewhere.json", temporaryFolder()));
    writeFileSync(
      file,
      JSON.stringify({ type: "object", properties: { from_elsewhere: { type: "string" } } }),
    );
    const { document } = smallContract({
      body: { type: "object", properties: { name: { $ref: file } } },
    });
    expect(schemaText(document, "// header", loadPrinter())).not.toContain("from_elsewhere");
  });

  it("does not loop forever on a document that refers to itself", async () => {
    const { document } = smallContract({
      body: { type: "object", properties: { name: { type: "string" } } },
    });
    const text = JSON.stringify(document).replaceAll('"in":"path"', '"in":{"$ref":"#/"}');
    expect(schemaText(JSON.parse(text), "// header", loadPrinter())).toContain("name?: string;");
  });
});

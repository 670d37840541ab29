import { describe, expect, it } from "vitest";
import {
  contractDigest,
  markSource,
  sourceDigest,
  sourceMismatch,
} from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";

const source = (version: string) => ({ title: "Made up", version, sha256: version.repeat(8) });
const rule = { id: "a", kind: "max-range" };

/** What pulling a version writes to spec/. */
function pulled(version: string): {
  readonly document: JsonObject;
  readonly named: ReturnType<typeof source> & { readonly contract: string };
} {
  const document = {
    "x-contract": 1,
    "x-source": sourceDigest(source(version)),
    paths: { "/a": { get: { "x-rules": [rule], version } } },
  };
  return { document, named: { ...source(version), contract: contractDigest(document) } };
}

const what = (document: JsonObject, named: Parameters<typeof sourceMismatch>[1]) =>
  sourceMismatch(document, named)?.what ?? null;

describe("a contract and its source", () => {
  const [one, other] = [pulled("1.0.0"), pulled("1.0.1")];

  it("match if they come from the same pull, and only then", () => {
    expect([what(one.document, one.named), what(other.document, other.named)]).toEqual([
      null,
      null,
    ]);
    expect(what(other.document, one.named)).toContain("not made from the description");
    expect(what(one.document, other.named)).toContain("not made from the description");
  });

  it("do not match if only one of them comes from a version without digests", () => {
    const { "x-source": _, ...unnamed } = one.document;
    expect(what(unnamed, source("1.0.0"))).toBeNull();
    expect(what(unnamed, other.named)).toContain("not the contract");
    expect(what(other.document, source("1.0.0"))).toContain("not made from the description");
  });

  it("match after a rule is deleted, but not after any other edit", () => {
    const edited = (operation: JsonObject): JsonObject => ({
      ...one.document,
      paths: { "/a": { get: operation } },
    });
    expect(what(edited({ "x-rules": [], version: "1.0.0" }), one.named)).toBeNull();
    expect(what(edited({ "x-rules": [rule], version: "1.0.0", more: true }), one.named)).toContain(
      "not the contract",
    );
  });

  it("match if the contract is pulled from another repository's contract", () => {
    const elsewhere = { title: "Made up", version: "1.0.2", sha256: "of the contract's own text" };
    const document = markSource(one.document, elsewhere);
    expect(what(document, { ...elsewhere, contract: contractDigest(document) })).toBeNull();
    expect(Object.keys(document)).toEqual(["openapi", "x-contract", "x-source", "paths"]);
  });
});

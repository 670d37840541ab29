import { createHash } from "node:crypto";
import type { Source } from "../model/model.js";
import type { Problem } from "../problem.js";
import { isObject, type Json, type JsonObject, own } from "./json.js";

// Which contract belongs to which description: contract.yaml and source.yaml name each other's digest. Neither is of the whole file, since neither can
// hold the digest of its own digest, and people may take rules out of a contract by hand.

/** What contract.yaml calls the description that it was made from. */
export function sourceDigest({ title, version, sha256 }: Source): string {
  return hashOf([title, version, sha256]);
}

/** What source.yaml calls the contract that was made of it: all of it but the rules. */
export function contractDigest(document: JsonObject): string {
  return hashOf(withoutRules(document));
}

/** The contract as that of another source. */
export function ofSource(document: JsonObject, source: Source): JsonObject {
  const { openapi = null, "x-contract": mark = 1, "x-source": _, ...rest } = document;
  return { openapi, "x-contract": mark, "x-source": sourceDigest(source), ...rest };
}

/** What is wrong with a contract beside this source; null where they belong together. One that names no digest is taken as it is. */
export function strangers(document: JsonObject, source: Source & { readonly contract?: string | undefined }): Problem | null {
  const named = own(document, "x-source");
  const isOfSource = named === undefined || named === sourceDigest(source);
  const isContract = source.contract === undefined || source.contract === contractDigest(document);
  if (isOfSource && isContract) return null;
  return {
    what: isOfSource
      ? "this is not the contract that spec/source.yaml names"
      : "spec/contract.yaml was made from another description than spec/source.yaml names",
    where: "spec/contract.yaml",
    why: "Files of two pulls stand together, or something besides a rule was edited: what is generated would be of no description.",
    fix: "Pull the description again.",
  };
}

function withoutRules(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutRules);
  if (!isObject(node)) return node;
  const kept = Object.entries(node).filter(([key]) => key !== "x-rules" && key !== "x-source");
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutRules(value)]));
}

function hashOf(value: Json): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

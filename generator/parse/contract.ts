import { createHash } from "node:crypto";
import type { Source } from "../model/model.js";
import type { Notice } from "../notice.js";
import type { Problem } from "../problem.js";
import type { ColumnFacts, Docs, OwnRule, RowFacts, Skipped } from "./annotations.js";
import type { FlowsFile } from "./config.js";
import type { Origin } from "./fetch.js";
import { getOwn, isObject, type Json, type JsonObject } from "./json.js";
import { parseYaml } from "./yaml.js";

/** The input of lowering: the contract, its source, and the annotations of `spec/`. */
export interface Contract {
  readonly document: JsonObject;
  readonly source: Source;
  readonly knowledge: Annotations;
  /** Findings of the stages that made the contract from a description; absent for a contract that was read from a file. */
  readonly met?: ContractProblems;
}

/** Findings of the stages before lowering, reported together with those of lowering. */
export interface ContractProblems {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** Operations of the description that are not in the contract; `problems` or `notices` say why. */
  readonly leftOut: readonly string[];
}

/** The hand-written files of `spec/`. */
export interface Annotations {
  readonly flows: FlowsFile;
  readonly skipped: Skipped;
  readonly rules: readonly OwnRule[];
  readonly docs: Docs;
  readonly columns: ReadonlyMap<string, ColumnFacts>;
  readonly rows: RowFacts;
  /** Operations that files of a workspace annotate. Each must be offered, since its annotation would otherwise be ignored silently. */
  readonly added?: readonly Added[];
}

export interface Added {
  readonly operation: string;
  readonly where: string;
}

/** The description that a contract was made from, and its origin. */
export interface Known extends Source {
  readonly origin: Origin | undefined;
  /** Digest of the contract, as `contractDigest` computes it. */
  readonly contract?: string;
}

/** Reads source.yaml; undefined if it is missing or was not written by `pull`. */
export function parseSource(text: string | null): Known | undefined {
  const written = text === null ? null : parseYaml(text, "spec/source.yaml").value;
  const [title, version, sha256, url, etag, file, contract] = ["title", "version", "sha256", "url", "etag", "file", "contract"].map(
    (name) => getOwn(written, name),
  );
  if (typeof title !== "string" || typeof version !== "string" || typeof sha256 !== "string") return undefined;
  const origin =
    typeof url === "string" ? { url, ...(typeof etag === "string" && { etag }) } : typeof file === "string" ? { file } : undefined;
  return { title, version, sha256, origin, ...(typeof contract === "string" && { contract }) };
}

// contract.yaml and source.yaml name each other's digest, which shows that they belong together. Neither digest covers a whole file: a file
// cannot contain a digest that covers itself, and rules may be removed from a contract by hand.

/** Digest of a source, as contract.yaml names it. */
export function sourceDigest({ title, version, sha256 }: Source): string {
  return hashOf([title, version, sha256]);
}

/** Digest of a contract without its rules, as source.yaml names it. */
export function contractDigest(document: JsonObject): string {
  return hashOf(withoutRules(document));
}

/** The contract, marked as made from this source. */
export function ofSource(document: JsonObject, source: Source): JsonObject {
  const { openapi = null, "x-contract": mark = 1, "x-source": _, ...rest } = document;
  return { openapi, "x-contract": mark, "x-source": sourceDigest(source), ...rest };
}

/**
 * The problem with a contract and a source that do not belong together; null if they match. A contract or a source without a digest
 * matches.
 */
export function strangers(document: JsonObject, source: Source & { readonly contract?: string | undefined }): Problem | null {
  const named = getOwn(document, "x-source");
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

import { createHash } from "node:crypto";
import type { Source } from "../model/model.js";
import type { Notice } from "../notice.js";
import type { Problem } from "../problem.js";
import type { ColumnFacts, Docs, OwnRule, RowFacts, Skipped } from "./annotations.js";
import type { FlowsFile } from "./config.js";
import type { Origin } from "./fetch.js";
import { getOwn, isObject, type Json, type JsonObject } from "./json.js";
import { parseYaml } from "./yaml.js";

/** All that is read before anything is made: the contract, where it came from, and what we know beside it. */
export interface Contract {
  readonly document: JsonObject;
  readonly source: Source;
  readonly knowledge: Annotations;
  /** What was met while the contract was made of a description; a contract that was read as it stands has none. */
  readonly met?: ContractProblems;
}

/** What a stage before the lowering met: it is told together with what the lowering meets. */
export interface ContractProblems {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** The operations that are not in the contract though the description has them: what is wrong with them is among the problems or notices. */
  readonly leftOut: readonly string[];
}

/** Everything in `spec/` that people write. */
export interface Annotations {
  readonly flows: FlowsFile;
  readonly skipped: Skipped;
  readonly rules: readonly OwnRule[];
  readonly docs: Docs;
  readonly columns: ReadonlyMap<string, ColumnFacts>;
  readonly rows: RowFacts;
  /** What files beside those of the generator speak of: each operation must be offered, or the words would be for nobody. */
  readonly added?: readonly Added[];
}

export interface Added {
  readonly operation: string;
  readonly where: string;
}

/** The description that the contract was made from, and where it lay. */
export interface Known extends Source {
  readonly origin: Origin | undefined;
  /** What it calls its contract; see pair.ts. */
  readonly contract?: string;
}

/** Reads source.yaml. `undefined` when there is none, or when it is not what `pull` writes. */
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

import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { Source } from "../model/model.js";
import { type Notice, type Problem, Problems } from "../problem.js";
import { shippedFile } from "../workspace.js";
import type { ColumnFacts, Docs, OwnRule, RowFacts, Skipped } from "./annotations.js";
import { type FlowsFile, unofferedIn } from "./config.js";
import type { Origin } from "./fetch.js";
import { getOwn, isObject, type Json, type JsonObject } from "./json.js";
import { PARSERS, type Parsed, readParsed } from "./shipped.js";
import { parseYaml } from "./yaml.js";

/** The input of lowering: the contract, its source, and the annotations of `spec/`. */
export interface Contract {
  readonly document: JsonObject;
  readonly source: Source;
  readonly annotations: Annotations;
  /**
   * Findings from deriving the contract from a description. Absent if the contract was read from a
   * file.
   */
  readonly findings?: ContractFindings;
}

/**
 * Findings of the stages before lowering, which are reported together with the findings of
 * lowering.
 */
export interface ContractFindings {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /**
   * Operations of the description that are not in the contract. `problems` or `notices` contain the
   * reasons.
   */
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
  /**
   * Operations that files of a workspace annotate. Each must be one of the generated operations;
   * otherwise, its annotation would be ignored silently.
   */
  readonly added?: readonly AnnotatedOperation[];
}

/** An operation that a workspace's file annotates, and the location of the annotation. */
export interface AnnotatedOperation {
  /** The operation's id. */
  readonly operation: string;
  readonly where: string;
}

/** The description from which a contract was derived, as recorded in source.yaml. */
export interface RecordedSource extends Source {
  readonly origin: Origin | undefined;
  /** Digest of the contract, as `contractDigest` computes it. */
  readonly contract?: string;
}

/**
 * Reads the text of source.yaml.
 *
 * Undefined if the text is null or lacks a title, version or digest. `origin` is the URL (with its
 * ETag if recorded) or the file; undefined if neither is recorded. Throws `Problems` if the text is
 * not valid YAML.
 */
export function parseSource(text: string | null): RecordedSource | undefined {
  const source = text === null ? null : parseYaml(text, "spec/source.yaml").value;
  const [title, version, sha256, url, etag, file, contract] = [
    "title",
    "version",
    "sha256",
    "url",
    "etag",
    "file",
    "contract",
  ].map((name) => getOwn(source, name));
  if (typeof title !== "string" || typeof version !== "string" || typeof sha256 !== "string")
    return undefined;
  const origin =
    typeof url === "string"
      ? { url, ...(typeof etag === "string" && { etag }) }
      : typeof file === "string"
        ? { file }
        : undefined;
  return { title, version, sha256, origin, ...(typeof contract === "string" && { contract }) };
}

// contract.yaml and source.yaml each contain a digest of the other file, which shows that they
// belong together. Neither digest covers a whole file, because a file cannot contain its own
// digest, and because you can remove rules from a contract by hand.

/**
 * SHA-256 digest, in hex, of a source's title, version and own digest. contract.yaml records it as
 * `x-source`.
 */
export function sourceDigest({ title, version, sha256 }: Source): string {
  return hashOf([title, version, sha256]);
}

/**
 * SHA-256 digest, in hex, of a contract, as recorded in source.yaml. It covers the contract's JSON
 * without the keys `x-rules` and `x-source` at any depth. The order of keys matters.
 */
export function contractDigest(document: JsonObject): string {
  return hashOf(withoutRules(document));
}

/**
 * A copy of the contract with `x-source` set to `sourceDigest(source)`. `openapi`, `x-contract` (1
 * if absent) and `x-source` come first.
 */
export function markSource(document: JsonObject, source: Source): JsonObject {
  const { openapi = null, "x-contract": mark = 1, "x-source": _, ...rest } = document;
  return { openapi, "x-contract": mark, "x-source": sourceDigest(source), ...rest };
}

/**
 * Returns a problem if a contract and its source do not belong together. Returns null if they do.
 *
 * Compares the contract's `x-source` with `sourceDigest(source)`, and `source.contract` with
 * `contractDigest(document)`. A digest that is not recorded is not compared.
 */
export function sourceMismatch(
  document: JsonObject,
  source: Source & { readonly contract?: string | undefined },
): Problem | null {
  const digest = getOwn(document, "x-source");
  const isOfSource = digest === undefined || digest === sourceDigest(source);
  const isContract = source.contract === undefined || source.contract === contractDigest(document);
  if (isOfSource && isContract) return null;
  return {
    what: isOfSource
      ? "this is not the contract recorded in spec/source.yaml"
      : "spec/contract.yaml was not made from the description recorded in spec/source.yaml",
    where: "spec/contract.yaml",
    why: "The files come from different runs of `pull`, or something other than a rule was edited by hand.",
    fix: "Run `pull` with the description again.",
  };
}

/** A copy of a node without the keys `x-rules` and `x-source`, at any depth. */
function withoutRules(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutRules);
  if (!isObject(node)) return node;
  const entries = Object.entries(node).filter(([key]) => key !== "x-rules" && key !== "x-source");
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutRules(value)]));
}

/** SHA-256 of a value's JSON, in hex. */
function hashOf(value: Json): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/**
 * Locates the files of `spec/` with this name, the shipped one first. Later files override or
 * extend earlier ones.
 */
export type FileLocator = (name: string) => FileLocation | readonly FileLocation[];

/** A file: its path, its URL, or its path with a different name for messages. */
type FileLocation = string | URL | NamedFile;

/** A file whose name in messages differs from its path. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/**
 * Reads the hand-written files of `spec/`, which `locate` finds by name.
 *
 * The last flows.yaml replaces the first one entirely; `unoffered` lists the last file's operations
 * that are not in the first one. In other files, later entries replace earlier ones:
 *
 * * rules with the same operation and id,
 * * sentences with the same operation and field,
 * * columns and skipped sentences with the same key,
 * * all rows of the same operation.
 *
 * `added` lists the operations that later files annotate with rules or sentences. Throws `Problems`
 * for the first file that cannot be read or is invalid.
 */
export function readAnnotations(locate: FileLocator): Annotations {
  const shipped = readParsed();
  const filesOf = (name: string): readonly FileLocation[] => [locate(name)].flat();
  const each = <Name extends keyof Parsed>(name: Name): readonly Parsed[Name][] =>
    filesOf(name).map((file) => {
      const isShipped = shipped !== null && String(file) === shippedFile(name).href;
      return isShipped ? shipped[name] : PARSERS[name](read(file), nameOf(file));
    });
  const rules = each("rules.yaml");
  const docs = each("docs.yaml");
  const documented = filesOf("docs.yaml").flatMap((file, index) =>
    index === 0
      ? []
      : [...(docs[index]?.keys() ?? [])].map((operation) => ({ operation, where: nameOf(file) })),
  );
  const [shippedFlows, ...workspaceFlows] = each("flows.yaml") as readonly [
    FlowsFile,
    ...FlowsFile[],
  ];
  const flows = workspaceFlows.at(-1);
  return {
    // A flows file in the workspace replaces the shipped one entirely.
    flows:
      flows === undefined
        ? shippedFlows
        : { ...flows, unoffered: unofferedIn(flows, shippedFlows) },
    skipped: mergeMaps(each("skipped.yaml")),
    rules: rules.reduce(mergeRules),
    docs: docs.reduce(mergeDocs),
    columns: mergeMaps(each("columns.yaml")),
    rows: mergeMaps(each("rows.yaml")),
    added: [...rules.slice(1).flat(), ...documented],
  };
}

/** Merges maps. A later value replaces an earlier one with the same key. */
function mergeMaps<Key, Value>(maps: readonly ReadonlyMap<Key, Value>[]): ReadonlyMap<Key, Value> {
  return new Map(maps.flatMap((map) => [...map]));
}

/** Merges sentences. A later sentence replaces an earlier one about the same field. */
function mergeDocs(earlier: Docs, later: Docs): Docs {
  const both = [...later].map(
    ([operation, fields]) =>
      [operation, mergeMaps([earlier.get(operation) ?? new Map(), fields])] as const,
  );
  return mergeMaps([earlier, new Map(both)]);
}

/** Combines rules. A later rule replaces an earlier one with the same operation and id. */
function mergeRules(earlier: readonly OwnRule[], later: readonly OwnRule[]): readonly OwnRule[] {
  const isReplaced = (rule: OwnRule): boolean =>
    later.some(
      ({ operation, entry }) =>
        operation === rule.operation && entry.id !== undefined && entry.id === rule.entry.id,
    );
  return [...earlier.filter((rule) => !isReplaced(rule)), ...later];
}

/**
 * Reads contract.yaml and source.yaml in the folder `spec`, a URL that ends in a slash. Throws
 * `Problems` if either file cannot be read or was not written by `pull`, or if they do not belong
 * together.
 */
export function readContract(spec: URL): {
  readonly document: JsonObject;
  readonly source: Source;
} {
  const document = parseYaml(read(new URL("contract.yaml", spec)), "spec/contract.yaml").value;
  const source = parseSource(read(new URL("source.yaml", spec)));
  if (!isObject(document) || document["x-contract"] === undefined)
    throw new Problems([notContract("spec/contract.yaml")]);
  if (!source) throw new Problems([notContract("spec/source.yaml")]);
  const mismatch = sourceMismatch(document, source);
  if (mismatch !== null) throw new Problems([mismatch]);
  const { title, version, sha256 } = source;
  return { document, source: { title, version, sha256 } };
}

/** The problem to report for a contract or source file that `pull` did not write. */
function notContract(where: string): Problems["list"][number] {
  return {
    what: `${where} was not written by \`pull\``,
    where,
    why: "All generated files depend on this file.",
    fix: "Run `pull` with a description, or generate from one with --spec and --out.",
  };
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "it is not a file",
  EACCES: "permission denied",
};

/** Reads a file as text. CRLF becomes LF. Throws `Problems` if the file cannot be read. */
function read(file: FileLocation): string {
  const path = typeof file === "object" && "path" in file ? file.path : file;
  try {
    // Read only regular files from spec/, because spec/ can come from an untrusted source, and
    // reading a pipe may never end. A path that the user passed may be a pipe.
    if (typeof path !== "string" && !statSync(path).isFile())
      throw Object.assign(new Error(), { code: "EISDIR" });
    return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  } catch (error) {
    const problem = {
      what: `the file cannot be read: ${error instanceof Error && "code" in error ? (WORDS[String(error.code)] ?? String(error.code)) : String(error)}`,
      where: nameOf(file),
      why: "The generator needs this file.",
      fix:
        typeof path === "string"
          ? "Check the path."
          : "Pass a description with --spec and the output folder with --out. Without these flags, the generator needs spec/contract.yaml and spec/source.yaml, which `pull` writes.",
    };
    throw new Problems([problem], "unreadable");
  }
}

/** The file's name in messages, without the folders of this machine. */
function nameOf(file: FileLocation): string {
  if (typeof file === "object" && "path" in file) return file.name;
  return typeof file === "string" ? file : `spec/${file.pathname.split("/").at(-1)}`;
}

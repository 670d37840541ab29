import { readFileSync, statSync } from "node:fs";
import type { Source } from "../model/model.js";
import { Problems } from "../problem.js";
import { type Docs, type OwnRule, parseColumns, parseDocs, parseOwnRules, parseRows, parseSkipped } from "./annotations.js";
import { type FlowsFile, parseFlows, unofferedIn } from "./config.js";
import type { Annotations } from "./contract.js";
import { parseSource, strangers } from "./contract.js";
import { isObject, type JsonObject } from "./json.js";
import { parseYaml } from "./yaml.js";

/** Locates the files of `spec/` with this name. A later file overrides an earlier one. */
export type Find = (name: string) => Place | readonly Place[];

/** A path as the user gave it, or a file URL. */
type Place = string | URL;

/** Reads the hand-written files of `spec/`. Throws `Problems`. */
export function readAnnotations(find: Find): Annotations {
  const each = <Read>(name: string, parse: (text: string, file: string) => Read): readonly Read[] =>
    [find(name)].flat().map((file) => parse(read(file), nameOf(file)));
  const rules = each("rules.yaml", parseOwnRules);
  const docs = each("docs.yaml", (text, file) => ({ file, docs: parseDocs(text, file) }));
  const documented = docs.slice(1).flatMap((more) => [...more.docs.keys()].map((operation) => ({ operation, where: more.file })));
  const [offers, ...others] = each("flows.yaml", parseFlows) as readonly [FlowsFile, ...FlowsFile[]];
  const flows = others.at(-1);
  return {
    // A flows file of the workspace replaces the shipped one as a whole.
    flows: flows === undefined ? offers : { ...flows, unoffered: unofferedIn(flows, offers) },
    skipped: together(each("skipped.yaml", parseSkipped)),
    rules: rules.reduce(rulesTogether),
    docs: docs.map((one) => one.docs).reduce(docsTogether),
    columns: together(each("columns.yaml", parseColumns)),
    rows: together(each("rows.yaml", parseRows)),
    added: [...rules.slice(1).flat(), ...documented],
  };
}

function together<Key, Value>(maps: readonly ReadonlyMap<Key, Value>[]): ReadonlyMap<Key, Value> {
  return new Map(maps.flatMap((map) => [...map]));
}

function docsTogether(ours: Docs, theirs: Docs): Docs {
  const both = [...theirs].map(([operation, fields]) => [operation, together([ours.get(operation) ?? new Map(), fields])] as const);
  return together([ours, new Map(both)]);
}

/** Combines rules. A rule with the same operation and id replaces the earlier one. */
function rulesTogether(ours: readonly OwnRule[], theirs: readonly OwnRule[]): readonly OwnRule[] {
  const isReplaced = (rule: OwnRule): boolean =>
    theirs.some(({ operation, entry }) => operation === rule.operation && entry.id !== undefined && entry.id === rule.entry.id);
  return [...ours.filter((rule) => !isReplaced(rule)), ...theirs];
}

/** Reads contract.yaml and source.yaml. Throws `Problems`. */
export function readContract(spec: URL): { readonly document: JsonObject; readonly source: Source } {
  const document = parseYaml(read(new URL("contract.yaml", spec)), "spec/contract.yaml").value;
  const source = parseSource(read(new URL("source.yaml", spec)));
  if (!isObject(document) || document["x-contract"] === undefined) throw new Problems([notContract("spec/contract.yaml")]);
  if (!source) throw new Problems([notContract("spec/source.yaml")]);
  const stranger = strangers(document, source);
  if (stranger !== null) throw new Problems([stranger]);
  const { title, version, sha256 } = source;
  return { document, source: { title, version, sha256 } };
}

function notContract(where: string): Problems["list"][number] {
  return {
    what: `${where} is not what \`pull\` writes`,
    where,
    why: "Everything is generated from it.",
    fix: "Pull a description, or generate from one with --spec and --out.",
  };
}

const WORDS: Readonly<Record<string, string>> = { ENOENT: "there is no such file", EISDIR: "it is no file", EACCES: "it is not allowed" };

function read(file: string | URL): string {
  try {
    // Reading a pipe never ends, and files of spec/ may come from an untrusted source. A path that the user gave may be a pipe.
    if (typeof file !== "string" && !statSync(file).isFile()) throw Object.assign(new Error(), { code: "EISDIR" });
    return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  } catch (error) {
    throw new Problems([
      {
        what: `cannot be read: ${error instanceof Error && "code" in error ? (WORDS[String(error.code)] ?? String(error.code)) : String(error)}`,
        where: nameOf(file),
        why: "The generator works from it.",
        fix:
          typeof file === "string"
            ? "Give the path of a file that is there."
            : "See that the file is there; spec/contract.yaml and spec/source.yaml are written by `pull`. With --spec and --out neither is needed.",
      },
    ]);
  }
}

/** The file's name in messages, without folders of this machine. */
function nameOf(file: string | URL): string {
  return typeof file === "string" ? file : `spec/${file.pathname.split("/").at(-1)}`;
}

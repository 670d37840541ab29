import { below, stepsOf } from "../../runtime/validation/pointer.js";
import { type Problem, Problems } from "../problem.js";
import {
  decoded,
  entriesOf,
  getOwn,
  isObject,
  type Json,
  listOf,
  MAX_DESCRIPTION_LENGTH,
} from "./json.js";
import { MAX_DEPTH, MAX_KEYS, parseYaml, UnresolvedAlias } from "./yaml.js";

/** A key and its value as unparsed text. */
export interface Block {
  readonly key: string;
  /** Line of the key, counted from 1. */
  readonly line: number;
  /** The line after the last line of the value. */
  readonly end: number;
}

/** Line ranges of the parts of a description. */
export interface BlockIndex {
  readonly lines: readonly string[];
  readonly top: ReadonlyMap<string, Block>;
  readonly paths: ReadonlyMap<string, Block>;
  /** The components, keyed by section, such as `schemas`, then by name. */
  readonly components: ReadonlyMap<string, ReadonlyMap<string, Block>>;
}

/**
 * Locates the parts of a description by indentation. This is a hundred times faster than parsing.
 *
 * Returns null if indentation alone does not determine the structure, so the whole text must be
 * parsed. This includes texts with tabs or carriage returns, and texts without `paths` or
 * `components`. Throws `Problems` for a repeated key.
 */
export function indexBlocks(text: string): BlockIndex | null {
  if (text.includes("\t") || text.includes("\r")) return null;
  const lines = text.split("\n");
  const top = blocksWithin(lines, { line: 0, end: lines.length + 1 }, 0, "");
  const paths = top && childrenOf(lines, top.get("paths"), "/paths");
  const sections = top && childrenOf(lines, top.get("components"), "/components");
  if (!top || !paths || !sections) return null;
  const components = new Map<string, ReadonlyMap<string, Block>>();
  for (const [name, section] of sections) {
    const blocks = childrenOf(lines, section, `/components/${name}`);
    if (!blocks) return null;
    components.set(name, blocks);
  }
  return { lines, top, paths, components };
}

/**
 * The YAML text of a block, starting with its key's line. It keeps its indentation and has no final
 * line break.
 */
function blockText(index: BlockIndex, block: Block): string {
  return index.lines.slice(block.line - 1, block.end - 1).join("\n");
}

const keyLine = /^ *(?:'([^']*)'|"([^"\\]*)"|([A-Za-z0-9_/.$][\w./{}$-]*)):(?: +(.*))?$/;
const blankOrComment = /^ *(?:#.*)?$/;

/**
 * The blocks directly inside a block. Null if there is no such block, or if its structure is not
 * clear from the indentation. `at` is its location in messages.
 */
function childrenOf(
  lines: readonly string[],
  parent: Block | undefined,
  at: string,
): Map<string, Block> | null {
  if (!parent) return null;
  const [, , , , value] = keyLine.exec(lines[parent.line - 1] ?? "") ?? [];
  if (value && !value.startsWith("#")) return null;
  const first = lines.slice(parent.line, parent.end - 1).find((text) => !blankOrComment.test(text));
  const indent = first ? first.length - first.trimStart().length : 0;
  return indent === 0 ? null : blocksWithin(lines, parent, indent, at);
}

/**
 * The blocks at this indentation within a range of lines. Null if another line has less
 * indentation. Throws `Problems` for a repeated key.
 */
function blocksWithin(
  lines: readonly string[],
  parent: Omit<Block, "key">,
  indent: number,
  at: string,
): Map<string, Block> | null {
  const starts: Omit<Block, "end">[] = [];
  const [sameIndent, deeperIndent] = [" ".repeat(indent), " ".repeat(indent + 1)];
  for (let lineNumber = parent.line + 1; lineNumber < parent.end; lineNumber++) {
    const text = lines[lineNumber - 1] ?? "";
    if (blankOrComment.test(text) || text.startsWith(deeperIndent)) continue;
    // In YAML, a list may have the same indentation as its key.
    if (starts.length > 0 && indent === 0 && /^-(?: |$)/.test(text) && !text.startsWith("---"))
      continue;
    const keyMatch = text.startsWith(sameIndent) ? keyLine.exec(text) : null;
    if (!keyMatch) return null;
    starts.push({ key: keyMatch[1] ?? keyMatch[2] ?? keyMatch[3] ?? "", line: lineNumber });
  }
  const blocks = new Map<string, Block>();
  for (const [position, start] of starts.entries()) {
    const earlier = blocks.get(start.key);
    if (earlier) throw new Problems([repeatedKey(start, earlier, at)], "unreadable");
    blocks.set(start.key, { ...start, end: starts[position + 1]?.line ?? parent.end });
  }
  return blocks;
}

/** The problem to report for a key that occurs twice in the same block. */
function repeatedKey(block: Omit<Block, "end">, earlier: Block, at: string) {
  return {
    what: `the key ${block.key} occurs twice, first on line ${earlier.line}`,
    where: `description:${block.line}${at === "" ? "" : ` (#${at})`}`,
    why: "Parsers disagree about which of the two values to use.",
    fix: "Download the description again, or report the error to Pinterest.",
  };
}

/**
 * Checks the text of valid JSON.
 *
 * Throws `Problems` for:
 * * a repeated key (JSON.parse silently keeps the last one),
 * * nesting deeper than 400 levels,
 * * an object with more than 100,000 keys.
 */
function refuseRepeatedKeys(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (const match of text.matchAll(/[{}[\]]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) {
    const [token, colon] = match;
    if (token === "{" || token === "[") open.push(token === "{" ? new Set() : null);
    else if (token === "}" || token === "]") open.pop();
    else if (colon !== undefined)
      refuseTwice(open.at(-1), token.slice(0, -colon.length), () => lineAt(text, match.index));
    if (open.length > MAX_DEPTH)
      throw refusal(
        `the input is nested deeper than ${MAX_DEPTH} levels`,
        lineAt(text, match.index),
      );
  }
}

/**
 * Adds a key to `seen`. Throws `Problems` if the key is already there, or if there are too many
 * keys.
 */
function refuseTwice(
  seen: Set<string> | null | undefined,
  quoted: string,
  lineNumber: () => number,
): void {
  // One key can be spelled in several ways, such as `a` and `\u0061`.
  const key = quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
  if (seen?.has(key)) throw refusal(`the key ${key} occurs twice`, lineNumber());
  seen?.add(key);
  if (seen !== null && seen !== undefined && seen.size > MAX_KEYS)
    throw refusal(
      `this object has more than ${MAX_KEYS.toLocaleString("en-US")} keys`,
      lineNumber(),
    );
}

/** The line of a character, counted from 1. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Creates `Problems` about input that is not plain data. */
function refusal(what: string, lineNumber: number): Problems {
  const problem: Problem = {
    what,
    where: `description:${lineNumber}`,
    why: "Only plain data is accepted, because all parsers read it the same way.",
    fix: "Download the description again, or report the error to Pinterest.",
  };
  return new Problems([problem], "unreadable");
}

/**
 * A description whose parts are parsed on demand. Parts that do not exist are undefined. Parsing a
 * part can throw `Problems`.
 */
export interface Description {
  /** The value of a top-level key, such as `info`. */
  root(key: string): Json | undefined;
  /** All paths, in the order of the description. */
  readonly paths: readonly string[];
  /** The path item; its `$ref` is not followed. */
  path(name: string): Json | undefined;
  /**
   * Paths whose `$ref` cannot be resolved, with that reference. The map is empty at first;
   * `pathItem` adds entries.
   */
  readonly unresolvedPaths: Map<string, string>;
  /**
   * Whether the text of a path item may contain the word. If false, the text definitely does not
   * contain it.
   */
  mentions(path: string, word: string): boolean;
  /** The component names of each section, in the order of the description. */
  readonly components: ReadonlyMap<string, readonly string[]>;
  /** All schemas that refer to this one, in order. May also include schemas that do not. */
  schemasNaming(schema: string): readonly string[];
  /** The component with this name in a section, such as `schemas`. */
  component(section: string, name: string): Json | undefined;
}

/**
 * Reads the text of a description in YAML or JSON.
 *
 * Ignores a byte order mark. In YAML with the usual layout, parts are parsed on demand, so an
 * invalid part throws only when it is read. Throws `Problems` if the text is empty, HTML, too long,
 * not an object, invalid or clearly truncated. Does not check whether the text is OpenAPI.
 */
export function readDescription(input: string): Description {
  const text = input.replace(/^\uFEFF/, "");
  if (text.length > MAX_DESCRIPTION_LENGTH)
    throw refused("it is larger than 64 MB", "Check which file was read.");
  const first = text.trimStart().slice(0, 200);
  if (first === "") throw refused("it is empty", "Download the description again.");
  if (first.startsWith("<"))
    throw refused(
      "it is HTML or XML, such as an error page",
      "Check its source and download it again.",
    );
  if (first.startsWith("{")) return parsedDescription(parseJson(text));
  const index = indexBlocks(text);
  if (!index) return parsedDescription(parseYaml(text, "description").value);
  // A complete file ends with a line break. Without one the file may be truncated, so all
  // references are checked at once. If the file has one, a missing component is reported only when
  // an operation needs it.
  if (!text.endsWith("\n")) refuseMissingTargets(text, index);
  return indexedDescription(index);
}

/**
 * Reads YAML by parsing the whole text at once, regardless of its layout. Throws `Problems` if the
 * text is invalid or not an object.
 */
export function readDescriptionUnindexed(text: string): Description {
  return parsedDescription(parseYaml(text, "description").value);
}

/** Creates `Problems` about input that is not a description. */
function refused(what: string, fix: string, where = "description"): Problems {
  const why = "Rules and types cannot be read from it.";
  return new Problems(
    [{ what: `the input is not a description: ${what}`, where, why, fix }],
    "unreadable",
  );
}

/** Parses JSON. Throws `Problems` if it is invalid or has repeated keys. */
function parseJson(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { reason, line, column } = jsonError(text, error);
    throw refused(
      `its JSON is invalid or truncated${column === undefined ? "" : ` at column ${column}`} (${reason})`,
      "Correct the error there, or download the description again.",
      line === undefined ? "description" : `description:${line}`,
    );
  }
  refuseRepeatedKeys(text);
  return value;
}

/** The error message of JSON.parse, and the error's position if the message contains it. */
function jsonError(
  text: string,
  error: unknown,
): { readonly reason: string; readonly line?: number; readonly column?: number } {
  const message = error instanceof Error ? error.message : String(error);
  const [place = "", position] =
    / (?:in JSON )?at position (\d+)(?: \(line \d+ column \d+\))?/.exec(message) ?? [];
  const offset =
    position !== undefined
      ? Number(position)
      : /end of JSON/.test(message)
        ? text.trimEnd().length
        : undefined;
  if (offset === undefined) return { reason: message };
  return {
    reason: message.replace(place, ""),
    line: lineAt(text, offset),
    column: offset - text.lastIndexOf("\n", offset - 1),
  };
}

/** A description that has been parsed completely. Throws `Problems` if it is not an object. */
function parsedDescription(value: Json): Description {
  if (!isObject(value)) throw refused("it is not an object", "Check which file was read.");
  const paths = getOwn(value, "paths");
  const components = getOwn(value, "components");
  return {
    root: (key) => getOwn(value, key),
    paths: entriesOf(paths).map(([name]) => name),
    path: (name) => getOwn(paths, name),
    unresolvedPaths: new Map(),
    mentions: () => true,
    components: new Map(
      entriesOf(components).map(([section, names]) => [
        section,
        entriesOf(names).map(([name]) => name),
      ]),
    ),
    schemasNaming: namingIn(
      entriesOf(getOwn(components, "schemas")),
      // One schema can extend another only through these references.
      (schema) => [schema, ...listOf(getOwn(schema, "allOf"))].map((part) => getOwn(part, "$ref")),
    ),
    component: (section, name) => getOwn(getOwn(components, section), name),
  };
}

/** A description whose blocks are parsed when they are first read. */
function indexedDescription(index: BlockIndex): Description {
  const parsed = new Map<Block, Json>();
  let whole: Description | undefined;
  // Parses a block. If the whole description has already been parsed, `partIn` finds the part
  // there.
  const parse = (
    block: Block | undefined,
    partIn: (whole: Description) => Json | undefined,
  ): Json | undefined => {
    if (!block) return undefined;
    if (whole !== undefined) return partIn(whole);
    try {
      if (!parsed.has(block)) {
        refuseCutOff(index, block);
        const { value } = parseYaml(blockText(index, block), "description", block.line);
        parsed.set(block, getOwn(value, block.key) ?? null);
      }
      return parsed.get(block);
    } catch (error) {
      if (!(error instanceof UnresolvedAlias)) throw error;
      // The anchor is in another part, so parse everything.
      whole = readDescriptionUnindexed(index.lines.join("\n"));
      return partIn(whole);
    }
  };
  return {
    root: (key) => parse(index.top.get(key), (all) => all.root(key)),
    paths: [...index.paths.keys()],
    path: (name) => parse(index.paths.get(name), (all) => all.path(name)),
    unresolvedPaths: new Map(),
    mentions: (path, word) => {
      const block = index.paths.get(path);
      return block !== undefined && blockText(index, block).includes(word);
    },
    components: new Map(
      [...index.components].map(([section, names]) => [section, [...names.keys()]]),
    ),
    schemasNaming: namingIn([...(index.components.get("schemas") ?? [])], (block) =>
      blockText(index, block).match(/#\/components\/schemas\/[^\s'"]+/g),
    ),
    component: (section, name) =>
      parse(index.components.get(section)?.get(name), (all) => all.component(section, name)),
  };
}

/**
 * Returns a function that finds the names of the schemas that refer to a given schema.
 *
 * The function builds its index on the first call. `referencesOf` lists the references in one
 * schema; its result may include other strings.
 */
function namingIn<One>(
  schemas: readonly (readonly [name: string, One])[],
  referencesOf: (schema: One) => Iterable<unknown> | null,
): (schema: string) => readonly string[] {
  let naming: Map<string, Set<string>> | undefined;
  return (schema) => {
    if (naming === undefined) {
      naming = new Map();
      for (const [name, one] of schemas)
        for (const reference of referencesOf(one) ?? []) {
          const [, , target = ""] = stepsOf(decoded(String(reference)));
          naming.set(target, (naming.get(target) ?? new Set()).add(name));
        }
    }
    return [...(naming.get(schema) ?? [])];
  };
}

/** Maximum number of dangling references to list. */
const MAX_MISSING = 5;

/**
 * Throws `Problems` for references to missing components. Such references show that the text was
 * truncated, even if it is still valid YAML.
 */
function refuseMissingTargets(text: string, index: BlockIndex): void {
  const missing = new Map<string, Problem>();
  for (const { 1: section = "", 2: name = "", index: offset } of text.matchAll(
    /\$ref: *['"]?#\/components\/([\w-]+)\/([\w.-]+)/g,
  )) {
    const at = below("#", "components", section, name);
    if (index.components.get(section)?.has(name) || missing.has(at)) continue;
    if (missing.size === MAX_MISSING) break;
    missing.set(at, {
      what: `the target of a reference does not exist: ${at}`,
      where: `description:${text.slice(0, offset).split("\n").length}`,
      why: "The description may be truncated, and types generated from it would be wrong.",
      fix: "Download the complete description again.",
    });
  }
  if (missing.size > 0) throw new Problems([...missing.values()], "unreadable");
}

/**
 * A description with at least this many lines counts as long. Long descriptions are published or
 * downloaded rather than written by hand, so they should end with a line break.
 */
const MANY_LINES = 10_000;

/** Matches a line that ends with a complete reference. */
const COMPLETE_REFERENCE = /\$ref: (?:'[^']*'|"[^"]*")$/;

/**
 * Throws `Problems` if the description ends in the middle of a line in this block. Truncation in
 * the last block leaves no dangling reference, so `refuseMissingTargets` does not find it.
 */
function refuseCutOff({ lines }: BlockIndex, block: Block): void {
  const last = lines.at(-1) ?? "";
  if (
    block.end <= lines.length ||
    last === "" ||
    COMPLETE_REFERENCE.test(last) ||
    lines.length < MANY_LINES
  )
    return;
  const problem: Problem = {
    what: `the description ends in the middle of a line, within ${block.key}`,
    where: `description:${lines.length}`,
    why: "The description may be truncated, and types generated from it would be wrong.",
    fix: "Download the complete description again; if it is complete, add a line break at its end.",
  };
  throw new Problems([problem], "unreadable");
}

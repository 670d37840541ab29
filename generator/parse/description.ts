import { type Problem, Problems } from "../problem.js";
import { below, entriesOf, getOwn, isObject, type Json } from "./json.js";
import { deepest, mostKeys, parseYaml } from "./yaml.js";

/** A key with all that belongs to it, as text: to be parsed only when it is needed. */
export interface Block {
  readonly key: string;
  /** The line of the key, from 1. */
  readonly line: number;
  /** The line after its last. */
  readonly end: number;
}

/** Where the parts of a description stand. */
export interface BlockIndex {
  readonly lines: readonly string[];
  readonly top: ReadonlyMap<string, Block>;
  readonly paths: ReadonlyMap<string, Block>;
  /** Section, such as `schemas`, and name. */
  readonly components: ReadonlyMap<string, ReadonlyMap<string, Block>>;
}

/**
 * Finds the parts of a description by indentation, some hundred times faster than parsing it. Gives nothing when the text is laid
 * out in a way that indentation alone does not explain; then the whole has to be parsed.
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

/** The text of a block, its key included. */
export function textOf(index: BlockIndex, block: Block): string {
  return index.lines.slice(block.line - 1, block.end - 1).join("\n");
}

const keyLine = /^ *(?:'([^']*)'|"([^"\\]*)"|([A-Za-z0-9_/.$][\w./{}$-]*)):(?: +(.*))?$/;
const blankOrComment = /^ *(?:#.*)?$/;

function childrenOf(lines: readonly string[], parent: Block | undefined, at: string): Map<string, Block> | null {
  if (!parent) return null;
  const [, , , , value] = keyLine.exec(lines[parent.line - 1] ?? "") ?? [];
  if (value && !value.startsWith("#")) return null;
  const first = lines.slice(parent.line, parent.end - 1).find((line) => !blankOrComment.test(line));
  const indent = first ? first.length - first.trimStart().length : 0;
  return indent === 0 ? null : blocksWithin(lines, parent, indent, at);
}

function blocksWithin(lines: readonly string[], parent: Omit<Block, "key">, indent: number, at: string): Map<string, Block> | null {
  const starts: Omit<Block, "end">[] = [];
  const [aside, deeper] = [" ".repeat(indent), " ".repeat(indent + 1)];
  for (let line = parent.line + 1; line < parent.end; line++) {
    const text = lines[line - 1] ?? "";
    if (blankOrComment.test(text) || text.startsWith(deeper)) continue;
    // A list may stand as far left as its key.
    if (starts.length > 0 && indent === 0 && /^-(?: |$)/.test(text) && !text.startsWith("---")) continue;
    const found = text.startsWith(aside) ? keyLine.exec(text) : null;
    if (!found) return null;
    starts.push({ key: found[1] ?? found[2] ?? found[3] ?? "", line });
  }
  const blocks = new Map<string, Block>();
  for (const [position, start] of starts.entries()) {
    const before = blocks.get(start.key);
    if (before) throw new Problems([repeated(start, before, at)]);
    blocks.set(start.key, { ...start, end: starts[position + 1]?.line ?? parent.end });
  }
  return blocks;
}

function repeated(block: Omit<Block, "end">, before: Block, at: string) {
  return {
    what: `the key ${block.key} is there twice, first on line ${before.line}`,
    where: `description:${block.line}${at === "" ? "" : ` (#${at})`}`,
    why: "Two readers of the description could take two different things from it.",
    fix: "Get the description again, or tell Pinterest.",
  };
}

/** Refuses JSON with a key that is there twice, of which JSON.parse would silently keep the last, and JSON that nests without end. */
export function refuseRepeatedKeys(text: string): void {
  const open: (Set<string> | null)[] = [];
  for (const found of text.matchAll(/[{}[\]]|"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) {
    const [token, colon] = found;
    if (token === "{" || token === "[") open.push(token === "{" ? new Set() : null);
    else if (token === "}" || token === "]") open.pop();
    else if (colon !== undefined) refuseTwice(open.at(-1), token.slice(0, -colon.length), () => lineAt(text, found.index));
    if (open.length > deepest) throw refusal(`the input nests deeper than ${deepest} levels`, lineAt(text, found.index));
  }
}

function refuseTwice(seen: Set<string> | null | undefined, quoted: string, line: () => number): void {
  // Two spellings of one key, as with \u0061 for a, are one key.
  const key = quoted.includes("\\") ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
  if (seen?.has(key)) throw refusal(`the key ${key} is there twice`, line());
  seen?.add(key);
  if (seen !== null && seen !== undefined && seen.size > mostKeys)
    throw refusal(`an object with more than ${mostKeys.toLocaleString("en-US")} keys`, line());
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function refusal(what: string, line: number): Problems {
  return new Problems([
    {
      what,
      where: `description:${line}`,
      why: "Only plain data is read: what two readers could read in two ways is refused.",
      fix: "Get the description again, or tell Pinterest.",
    },
  ]);
}

/** A description, read as far as it is asked for. */
export interface Description {
  /** What stands under a key of the document itself: `openapi`, `info`, `servers` … */
  root(key: string): Json | undefined;
  /** All paths, in the description's order. */
  readonly paths: readonly string[];
  path(name: string): Json | undefined;
  /** The paths that refer to nothing in the document, as far as they were followed: what each refers to. */
  readonly astray: Map<string, string>;
  /** False only if the path surely does not hold the word. */
  mentions(path: string, word: string): boolean;
  /** The names of each section of `components`, in the description's order. */
  readonly components: ReadonlyMap<string, readonly string[]>;
  component(section: string, name: string): Json | undefined;
}

/** The largest description that is read, some forty times the largest so far. */
export const largest: number = 64 * 1024 * 1024;

/** Reads a description in YAML or JSON. Of YAML in the usual layout only what is asked for is ever parsed. */
export function readDescription(given: string): Description {
  const text = given.replace(/^\uFEFF/, "");
  if (text.length > largest) throw refused("it is larger than 64 MB", "Look at what was read.");
  const first = text.trimStart().slice(0, 200);
  if (first === "") throw refused("it is empty", "Get the description again.");
  if (first.startsWith("<")) throw refused("it is HTML or XML, such as an error page", "Look at where it came from, and get it again.");
  if (first.startsWith("{")) return wholeOf(parseJson(text));
  const index = indexBlocks(text);
  if (!index) return wholeOf(parseYaml(text, "description").value);
  // A whole file ends with a line; what one without lost may be lost wherever it stands. In a whole one it is lost for those who refer to it.
  if (!text.endsWith("\n")) refuseLost(text, index);
  return sliced(index);
}

/** The same description from a parse of the whole text, however it is laid out. */
export function readWhole(text: string): Description {
  return wholeOf(parseYaml(text, "description").value);
}

function refused(what: string, fix: string): Problems {
  return new Problems([
    { what: `this is no description: ${what}`, where: "description", why: "There is nothing to read rules and types from.", fix },
  ]);
}

function parseJson(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refused(`its JSON is broken or cut off (${error instanceof Error ? error.message : error})`, "Get the description again.");
  }
  refuseRepeatedKeys(text);
  return value;
}

function wholeOf(value: Json): Description {
  if (!isObject(value)) throw refused("it is not an object with keys", "Look at what was read.");
  const paths = getOwn(value, "paths");
  const components = getOwn(value, "components");
  return {
    root: (key) => getOwn(value, key),
    paths: entriesOf(paths).map(([name]) => name),
    path: (name) => getOwn(paths, name),
    astray: new Map(),
    mentions: () => true,
    components: new Map(entriesOf(components).map(([section, names]) => [section, entriesOf(names).map(([name]) => name)])),
    component: (section, name) => getOwn(getOwn(components, section), name),
  };
}

function sliced(index: BlockIndex): Description {
  const parsed = new Map<Block, Json>();
  const parse = (block: Block | undefined): Json | undefined => {
    if (!block) return undefined;
    if (!parsed.has(block)) {
      refuseCutOff(index, block);
      const { value } = parseYaml(textOf(index, block), "description", block.line);
      parsed.set(block, getOwn(value, block.key) ?? null);
    }
    return parsed.get(block);
  };
  return {
    root: (key) => parse(index.top.get(key)),
    paths: [...index.paths.keys()],
    path: (name) => parse(index.paths.get(name)),
    astray: new Map(),
    mentions: (path, word) => {
      const block = index.paths.get(path);
      return block !== undefined && textOf(index, block).includes(word);
    },
    components: new Map([...index.components].map(([section, names]) => [section, [...names.keys()]])),
    component: (section, name) => parse(index.components.get(section)?.get(name)),
  };
}

/** So many references that lead nowhere are told: each is found by its line. */
const MOST_LOST = 5;

/** A text that was cut off still parses as YAML. What it lost is found by the references that lead nowhere, wherever they stand. */
function refuseLost(text: string, index: BlockIndex): void {
  const lost = new Map<string, Problem>();
  for (const { 1: section = "", 2: name = "", index: offset } of text.matchAll(/\$ref: *['"]?#\/components\/([\w-]+)\/([\w.-]+)/g)) {
    const at = below("#", "components", section, name);
    if (index.components.get(section)?.has(name) || lost.has(at)) continue;
    if (lost.size === MOST_LOST) break;
    lost.set(at, {
      what: `a reference leads nowhere: ${at}`,
      where: `description:${text.slice(0, offset).split("\n").length}`,
      why: "A description that was cut off looks like this, and types made from it would lie.",
      fix: "Get the description again, whole.",
    });
  }
  if (lost.size > 0) throw new Problems([...lost.values()]);
}

/** Larger than what people write by hand: it was published or downloaded, and then it ends with a line. */
const large = 10_000;

/** A reference that is closed: nothing of its line is missing. */
const closed = /\$ref: (?:'[^']*'|"[^"]*")$/;

/** What was cut off within the last part that we need has no reference that leads nowhere, but it ends in the middle of a line. */
function refuseCutOff({ lines }: BlockIndex, block: Block): void {
  const last = lines.at(-1) ?? "";
  if (block.end <= lines.length || last === "" || closed.test(last) || lines.length < large) return;
  throw new Problems([
    {
      what: `the description ends within ${block.key}, in the middle of a line`,
      where: `description:${lines.length}`,
      why: "A description that was cut off looks like this, and types made from it would lie.",
      fix: "Get the description again, whole; if it is whole, end it with a line break.",
    },
  ]);
}

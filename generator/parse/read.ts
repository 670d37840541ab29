import { type Problem, Problems } from "../problem.js";
import { type Block, type BlockIndex, indexBlocks, textOf } from "./index-blocks.js";
import { below, entriesOf, isObject, type Json, own } from "./json.js";
import { refuseRepeatedKeys } from "./scan-json.js";
import { parseYaml } from "./yaml.js";

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
  const paths = own(value, "paths");
  const components = own(value, "components");
  return {
    root: (key) => own(value, key),
    paths: entriesOf(paths).map(([name]) => name),
    path: (name) => own(paths, name),
    astray: new Map(),
    mentions: () => true,
    components: new Map(entriesOf(components).map(([section, names]) => [section, entriesOf(names).map(([name]) => name)])),
    component: (section, name) => own(own(components, section), name),
  };
}

function sliced(index: BlockIndex): Description {
  const parsed = new Map<Block, Json>();
  const parse = (block: Block | undefined): Json | undefined => {
    if (!block) return undefined;
    if (!parsed.has(block)) {
      refuseCutOff(index, block);
      const { value } = parseYaml(textOf(index, block), "description", block.line);
      parsed.set(block, own(value, block.key) ?? null);
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

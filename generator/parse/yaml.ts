import {
  type Alias,
  Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import { type Problem, Problems } from "../problem.js";
import { isObject, type Json, type JsonObject } from "./json.js";

/** Parsed YAML with line numbers. */
export interface Yaml {
  readonly value: Json;
  /**
   * Line of the key or item at a path, or of its closest existing parent. The first line of the
   * text if there is none.
   */
  lineOf(...path: readonly (string | number)[]): number;
}

/**
 * Maximum nesting of the input, in levels. No description comes near this limit, and input within
 * the limit cannot overflow the stack.
 */
export const MAX_DEPTH = 400;

/**
 * Maximum length of YAML that is parsed at once, in characters. It is four times the largest
 * description so far.
 */
export const MAX_YAML_LENGTH: number = 16 * 1024 * 1024;

/**
 * Maximum number of keys of one object. The largest object so far has less than a hundredth as
 * many.
 */
export const MAX_KEYS = 100_000;

/**
 * Maximum number of values that aliases may add. A few lines with nested aliases can expand to
 * billions of values.
 */
export const MAX_REPEATED = 1_000_000;

/** Tags for plain data. Their values are read as if the tag were absent. */
const PLAIN_TAGS = ["str", "int", "float", "bool", "null", "map", "seq"].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

/**
 * Thrown for an alias without an earlier anchor. The anchor may be in another part of a
 * description.
 */
export class UnresolvedAlias extends Problems {}

/** Maximum number of problems reported for one text. */
const MAX_PROBLEMS = 20;

const why = "Only plain data is accepted, because all parsers read it the same way.";

/**
 * Parses YAML 1.2 that contains only plain data. Empty text is null.
 *
 * Aliases and merge keys (`<<`) are expanded. `file` is the text's name in problems; `firstLine` is
 * the line of the file on which the text begins. Throws `UnresolvedAlias` for an alias without an
 * earlier anchor. Throws `Problems`, at most 20, for:
 * * invalid YAML, custom tags or a second document,
 * * keys that are lists or objects, and missing or repeated keys,
 * * numbers that are not finite, and aliases that contain themselves,
 * * more than 16 million characters, 400 levels, 100,000 keys of one object or a million values
 *   added by aliases.
 */
export function parseYaml(text: string, file: string, firstLine = 1): Yaml {
  const counter = new LineCounter();
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
  const problem = (what: string, offset: number, fix: string): Problem => ({
    what,
    where: `${file}:${lineAt(offset)}`,
    why,
    fix,
  });
  const tooDeep = (): Problems =>
    new Problems(
      [
        problem(
          `the input is nested deeper than ${MAX_DEPTH} levels`,
          0,
          "Check which file was read.",
        ),
      ],
      "unreadable",
    );
  if (text.length > MAX_YAML_LENGTH)
    throw new Problems(
      [
        problem(
          `the YAML has more than ${MAX_YAML_LENGTH / 1024 ** 2} million characters`,
          0,
          "Check which file was read.",
        ),
      ],
      "unreadable",
    );
  try {
    // Keys are checked for uniqueness below, because the parser's own check takes quadratic time.
    const document = parseDocument(text, {
      lineCounter: counter,
      version: "1.2",
      schema: "core",
      prettyErrors: false,
      uniqueKeys: false,
    });
    const broken = [...document.errors, ...document.warnings]
      .slice(0, MAX_PROBLEMS)
      .map(({ code, message, pos: [offset] }) =>
        code === "MULTIPLE_DOCS"
          ? problem(
              "the file has several YAML documents",
              offset,
              "Keep one of them: delete the others, and the `---` between them.",
            )
          : problem(`invalid YAML: ${firstLineOf(message)}`, offset, "Correct this line."),
      );
    if (broken.length > 0) throw new Problems(broken, "unreadable");
    const { problems, hasAliases } = problemsIn(document.contents, problem);
    if (problems.length > 0) throw new Problems(problems, "unreadable");
    if (depthOf(document.contents) > MAX_DEPTH) throw tooDeep();
    if (hasAliases && replaceAliases(document.contents, problem) > MAX_DEPTH) throw tooDeep();
    return {
      value: (document.toJS({ maxAliasCount: 0 }) ?? null) as Json,
      lineOf: (...path) => lineAt(offsetOf(document.contents, path)),
    };
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

/** The first line of a message, without its period. */
function firstLineOf(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/\.$/, "");
}

/**
 * Offset of the key at a path. The offset of the value would be less useful: the value may start on
 * the next line.
 */
function offsetOf(contents: unknown, path: readonly (string | number)[]): number {
  let node = contents;
  let offset = 0;
  for (const step of path) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : undefined;
    const item = isSeq(node) ? node.items[Number(step)] : undefined;
    const child = (pair?.key ?? item) as Node | undefined;
    if (!child) break;
    offset = child.range?.[0] ?? offset;
    node = pair ? pair.value : item;
  }
  return offset;
}

type Report = (what: string, offset: number, fix: string) => Problem;

/**
 * Returns problems for everything that is not plain data, and whether the text has aliases or merge
 * keys.
 */
function problemsIn(
  contents: unknown,
  problem: Report,
): { readonly problems: readonly Problem[]; readonly hasAliases: boolean } {
  const problems: Problem[] = [];
  let hasAliases = false;
  visit(contents as Node | null, {
    Node(_, node) {
      if (problems.length >= MAX_PROBLEMS) return visit.BREAK;
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node) || isMerge(node)) hasAliases = true;
      if (!isAlias(node) && node.tag && !PLAIN_TAGS.includes(node.tag))
        problems.push(problem(`the tag ${node.tag} is not allowed`, offset, "Delete it."));
      if (isScalar(node) && typeof node.value === "number" && !Number.isFinite(node.value))
        problems.push(
          problem("this number cannot be represented in JSON", offset, "Write a finite number."),
        );
      if (isMap(node)) problems.push(...badKeys(node.items, problem, offset));
      return undefined;
    },
  });
  return { problems: problems.slice(0, MAX_PROBLEMS), hasAliases };
}

/** The number of values that a value contains, and its depth in levels, with aliases replaced. */
interface Extent {
  readonly size: number;
  readonly depth: number;
}

const SCALAR: Extent = { size: 1, depth: 1 };

/**
 * Replaces aliases below a node with their targets and returns the resulting depth.
 *
 * Throws `Problems` if aliases add too many values or contain themselves, or if a merge key's value
 * is not an object. The running time is proportional to the length of the text, no matter how many
 * values the aliases expand to.
 */
function replaceAliases(contents: unknown, problem: Report): number {
  const anchors = new Map<string, Node>();
  const extents = new Map<unknown, Extent>();
  const refused = (what: string, node: Node, fix: string): Problems =>
    new Problems([problem(what, node.range?.[0] ?? 0, fix)], "unreadable");
  let written = 0;
  const targetOf = (alias: Alias): Node => {
    const target = anchors.get(alias.source);
    const what = `the alias *${alias.source}`;
    if (target === undefined)
      throw new UnresolvedAlias(
        refused(
          `${what} has no anchor &${alias.source} before it`,
          alias,
          "Correct the alias, or replace it with the value that it stands for.",
        ).list,
        "unreadable",
      );
    // A node gets an extent only once it is complete. If the target has no extent yet, the alias is
    // inside its own target.
    if (!extents.has(target))
      throw refused(
        `${what} contains itself`,
        alias,
        "Use a `$ref` instead, which can be recursive.",
      );
    return target;
  };
  const replaced = (node: unknown): unknown => (isAlias(node) ? targetOf(node) : node);
  const extentOf = (node: unknown): Extent => {
    written += 1;
    if (isAlias(node)) return extents.get(targetOf(node)) ?? SCALAR;
    const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined;
    if (anchor) anchors.set(anchor, node as Node);
    if (!isCollection(node)) {
      if (anchor) extents.set(node, SCALAR);
      return SCALAR;
    }
    let [size, depth] = [1, 0];
    const add = (child: unknown): void => {
      const extent = extentOf(child);
      size += extent.size;
      depth = Math.max(depth, extent.depth);
    };
    if (isMap(node)) {
      for (const pair of node.items) {
        add(pair.key);
        add(pair.value);
        pair.value = replaced(pair.value) as typeof pair.value;
      }
      const pairs = mergedPairs(node);
      if (pairs === null)
        throw refused(
          "the value of a merge key, `<<`, is not an object",
          node.items.find(({ key }) => isMerge(key))?.key as Node,
          "Merge an alias of an object, or a list of such aliases.",
        );
      node.items = pairs;
    } else if (isSeq(node))
      for (const [index, item] of node.items.entries()) {
        add(item);
        node.items[index] = replaced(item);
      }
    const extent = { size, depth: depth + 1 };
    if (anchor) extents.set(node, extent);
    return extent;
  };
  const { size, depth } = extentOf(contents);
  if (size - written > MAX_REPEATED)
    throw refused(
      `aliases expand to more than ${MAX_REPEATED.toLocaleString("en-US")} values`,
      contents as Node,
      "Use `$ref` instead of so many aliases, or check which file was read.",
    );
  return depth;
}

/** Whether a node is the key `<<`, which merges objects unless it is in quotes. */
function isMerge(node: unknown): boolean {
  return isScalar(node) && node.value === "<<" && node.type === "PLAIN";
}

/**
 * The pairs of an object after merging.
 *
 * Each merge key is replaced with the pairs of the objects that it merges, except pairs whose key
 * the object itself has. If several merged objects have the same key, the first of these objects is
 * used. Null if the value of a merge key is not an object or a list of objects.
 */
function mergedPairs({ items }: YAMLMap): YAMLMap["items"] | null {
  const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : "");
  const sources = items.map(({ key, value }) =>
    !isMerge(key) ? [] : isSeq(value) ? value.items : [value],
  );
  if (!sources.flat().every((source) => isMap(source))) return null;
  const names = new Set(items.filter(({ key }) => !isMerge(key)).map(nameOf));
  return items.flatMap((pair, index) =>
    !isMerge(pair.key)
      ? [pair]
      : (sources[index] ?? []).filter(isMap).flatMap((source) =>
          source.items.filter((merged) => {
            const isNew = !names.has(nameOf(merged));
            names.add(nameOf(merged));
            return isNew;
          }),
        ),
  );
}

/** Problems for keys that repeat or are not strings, or for too many keys. */
function badKeys(
  pairs: readonly { readonly key: unknown }[],
  problem: Report,
  offset: number,
): readonly Problem[] {
  if (pairs.length > MAX_KEYS)
    return [
      problem(
        `this object has more than ${MAX_KEYS.toLocaleString("en-US")} keys`,
        offset,
        "Check which file was read.",
      ),
    ];
  const seen = new Set<string>();
  return pairs.flatMap(({ key }) => {
    if (!isScalar(key))
      return [
        problem(
          "this key is not a string",
          (key as Node | null)?.range?.[0] ?? 0,
          "Use a plain key.",
        ),
      ];
    const name = String(key.value);
    if (seen.has(name))
      return [
        problem(`the key ${name} occurs twice`, key.range?.[0] ?? 0, "Delete one of the two."),
      ];
    seen.add(name);
    return [];
  });
}

/** The depth of nesting, in levels. Stops counting just above the maximum. */
function depthOf(node: unknown): number {
  let depth = 0;
  let level: readonly unknown[] = [node];
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth += 1;
    level = level.flatMap((collection) => {
      if (!isCollection(collection)) return [];
      return collection.items.map((item) =>
        isObject(item) && "value" in item && "key" in item ? item.value : item,
      );
    });
  }
  return depth;
}

const header = {
  contract:
    "Written by `npm run pull` from Pinterest's API description: the operations of the client, with their schemas and rules, but no prose.",
  source: "Written by `npm run pull`: the description that contract.yaml was made from.",
};

/**
 * Prints a file of `spec/` as YAML with the header of its kind.
 *
 * Each value is on its own line, so a diff shows only what changed. Values of `when` and `requires`
 * up to 100 characters stay on one line. Ends with a line break.
 */
export function printYaml(value: JsonObject, kind: keyof typeof header): string {
  return `# ${header[kind]}\n${printed(value)}`;
}

/**
 * Prints a list entry of a `spec/` file as one line of YAML. It begins with `- ` and has no line
 * break at the end.
 */
export function printEntry(entry: JsonObject): string {
  const document = new Document([entry], { version: "1.2", compat: "yaml-1.1" });
  visit(document, {
    Map(_, node) {
      node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0 }).trimEnd();
}

/** Prints an object as YAML. */
function printed(value: JsonObject): string {
  // Quotes values such as NO and ON, for parsers of older YAML versions.
  const document = new Document(value, {
    version: "1.2",
    compat: "yaml-1.1",
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Pair(_, { key, value: node }) {
      const name = String(key);
      if ((name === "when" || name === "requires") && (isSeq(node) || isMap(node)) && isShort(node))
        node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Whether a node fits in 100 characters as JSON. */
function isShort(node: Node): boolean {
  return JSON.stringify(node).length <= 100;
}

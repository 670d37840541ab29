import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { type Problem, Problems } from "../problem.js";
import { isObject, type Json, type JsonObject } from "./json.js";

/** Parsed YAML with line numbers. */
export interface Yaml {
  readonly value: Json;
  /**
   * Line of the key or item at a path, or of its nearest existing parent; without one, the first
   * line of the text.
   */
  lineOf(...path: readonly (string | number)[]): number;
}

/**
 * Maximum nesting of the input, in levels: far deeper than any description, and far from a stack
 * overflow.
 */
export const MAX_DEPTH = 400;

/**
 * Maximum length of YAML that is parsed at once, in characters: four times the largest description
 * so far.
 */
export const MAX_YAML_LENGTH: number = 16 * 1024 * 1024;

/** Maximum number of keys of one object: more than a hundred times the largest object so far. */
export const MAX_KEYS = 100_000;

/** Problems that are reported for one text. */
const MAX_PROBLEMS = 20;

const why = "Only plain data is accepted, which all parsers read alike.";

/**
 * Parses YAML 1.2 that is plain data; empty text is null. `file` names the text in problems,
 * `firstLine` is the line of the file that it begins on. Throws `Problems`, at most 20, for invalid
 * YAML, aliases, anchors, tags, keys that are lists, objects or absent or that occur twice, numbers
 * that are not finite, a second document, and for more than 16 million characters, 400 levels or
 * 100,000 keys of one object.
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
      [problem(`the input nests deeper than ${MAX_DEPTH} levels`, 0, "Check which file was read.")],
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
    // Unique keys are checked below, since the parser compares each key with all keys before it.
    const document = parseDocument(text, {
      lineCounter: counter,
      version: "1.2",
      schema: "core",
      prettyErrors: false,
      uniqueKeys: false,
    });
    const broken = [...document.errors, ...document.warnings]
      .slice(0, MAX_PROBLEMS)
      .map(({ message, pos: [offset] }) =>
        problem(`invalid YAML: ${firstLineOf(message)}`, offset, "Correct this line."),
      );
    if (broken.length > 0) throw new Problems(broken, "unreadable");
    const refused = problemsIn(document.contents, problem);
    if (refused.length > 0) throw new Problems(refused, "unreadable");
    if (depthOf(document.contents) > MAX_DEPTH) throw tooDeep();
    return {
      value: (document.toJS({ maxAliasCount: 0 }) ?? null) as Json,
      lineOf: (...path) => lineAt(offsetOf(document.contents, path)),
    };
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
}

function firstLineOf(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/\.$/, "");
}

/** Offset of the key at a path; its value may start on the next line. */
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

function problemsIn(contents: unknown, problem: Report): readonly Problem[] {
  const problems: Problem[] = [];
  visit(contents as Node | null, {
    Node(_, node) {
      if (problems.length >= MAX_PROBLEMS) return visit.BREAK;
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node))
        problems.push(
          problem(
            `an alias, *${node.source}`,
            offset,
            "Replace it by the value that it stands for.",
          ),
        );
      else if (node.anchor)
        problems.push(problem(`an anchor, &${node.anchor}`, offset, "Delete it."));
      if (!isAlias(node) && node.tag)
        problems.push(problem(`a tag, ${node.tag}`, offset, "Delete it."));
      if (isScalar(node) && typeof node.value === "number" && !Number.isFinite(node.value))
        problems.push(
          problem("a number that JSON cannot represent", offset, "Write a finite number."),
        );
      if (isMap(node)) problems.push(...badKeys(node.items, problem, offset));
      return undefined;
    },
  });
  return problems.slice(0, MAX_PROBLEMS);
}

function badKeys(
  pairs: readonly { readonly key: unknown }[],
  problem: Report,
  offset: number,
): readonly Problem[] {
  if (pairs.length > MAX_KEYS)
    return [
      problem(
        `an object with more than ${MAX_KEYS.toLocaleString("en-US")} keys`,
        offset,
        "Check which file was read.",
      ),
    ];
  const seen = new Set<string>();
  return pairs.flatMap(({ key }) => {
    if (!isScalar(key))
      return [
        problem(
          "a key that is not a string",
          (key as Node | null)?.range?.[0] ?? 0,
          "Use a plain key.",
        ),
      ];
    const name = String(key.value);
    if (seen.has(name))
      return [
        problem(`the key ${name} is there twice`, key.range?.[0] ?? 0, "Delete one of the two."),
      ];
    seen.add(name);
    return [];
  });
}

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
    "Written by `npm run pull` from Pinterest's API description: the offered operations with their facts and rules, without its prose.",
  source: "Written by `npm run pull`: the description that contract.yaml was made from.",
};

/**
 * Prints a file of `spec/` as YAML with the header of its kind, one value a line, so that a diff
 * shows only what changed; values of `when` and `requires` up to 100 characters are on one line.
 * Ends with a line break.
 */
export function printYaml(value: JsonObject, kind: keyof typeof header): string {
  return `# ${header[kind]}\n${printed(value)}`;
}

/**
 * Prints a rule as YAML as the contract stores it, its parameters beside its other keys; without a
 * line break at the end.
 */
export function printRule({
  params,
  ...rule
}: {
  readonly id: string;
  readonly params: object;
}): string {
  return printed({ ...rule, ...params } as unknown as JsonObject).trimEnd();
}

function printed(value: JsonObject): string {
  // Values such as NO and ON are quoted, for readers of older YAML.
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

function isShort(node: Node): boolean {
  return JSON.stringify(node).length <= 100;
}

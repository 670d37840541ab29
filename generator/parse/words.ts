/**
 * The key under which a node of a slice keeps its words. A symbol is seen by neither `Object.entries` nor JSON nor YAML: the words cannot
 * become facts, change a type or reach spec/, and they go with a node that is spread into another.
 */
const WORDS: unique symbol = Symbol("words of the description");

interface Worded {
  readonly [WORDS]?: string;
}

/** A node with the words that the description has about it; a node without words stays as it is. */
export function withWords<Node extends object>(node: Node, words: string): Node {
  return words === "" ? node : { ...node, [WORDS]: words };
}

/** What the description says about a node, as it stands there; empty for nothing. */
export function wordsOf(node: unknown): string {
  return typeof node === "object" && node !== null ? ((node as Worded)[WORDS] ?? "") : "";
}

/** The words of a description's node: its summary, then its description. */
export function wordsIn(node: Readonly<Record<string, unknown>>): string {
  const texts = ["summary", "description"].map((key) => (Object.hasOwn(node, key) ? node[key] : undefined));
  const said = texts.filter((text): text is string => typeof text === "string" && text.trim() !== "");
  return [...new Set(said)].join("\n\n");
}

/** The same data without words. */
export function withoutWords<Data>(data: Data): Data {
  return structuredClone(data);
}

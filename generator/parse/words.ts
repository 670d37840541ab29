/**
 * Key of a node's prose. Neither `Object.entries` nor JSON nor YAML sees a symbol: prose cannot become a fact, change a type or reach
 * spec/, and it is kept when a node is spread into another.
 */
const WORDS: unique symbol = Symbol("words of the description");

interface Worded {
  readonly [WORDS]?: string;
}

/** The node with prose attached; unchanged if there is none. */
export function withWords<Node extends object>(node: Node, words: string): Node {
  return words === "" ? node : { ...node, [WORDS]: words };
}

/** The prose attached to a node, unchanged from the description; empty if there is none. */
export function wordsOf(node: unknown): string {
  return typeof node === "object" && node !== null ? ((node as Worded)[WORDS] ?? "") : "";
}

/** The prose of a node in a description: its summary, then its description. */
export function wordsIn(node: Readonly<Record<string, unknown>>): string {
  const texts = ["summary", "description"].map((key) => (Object.hasOwn(node, key) ? node[key] : undefined));
  const said = texts.filter((text): text is string => typeof text === "string" && text.trim() !== "");
  return [...new Set(said)].join("\n\n");
}

/** A copy of the data without prose. */
export function withoutWords<Data>(data: Data): Data {
  return structuredClone(data);
}

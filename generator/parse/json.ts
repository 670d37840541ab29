/** JSON data, as it occurs in a description. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * Maximum size of a description, in bytes or, for text, in characters. It is about forty times
 * the longest description so far.
 */
export const MAX_DESCRIPTION_LENGTH: number = 64 * 1024 * 1024;

/** Whether a value is an object, but neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The value of an own property. Undefined if there is none, if it is only inherited (such as
 * `constructor`), or if `value` is not an object.
 */
export function getOwn(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value if it is an array, otherwise an empty array. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Turns a value into a list. An array is returned unchanged, null and undefined become an empty
 * list, and any other value becomes the only item.
 */
export function listedIn(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The entries of an object, in order. Empty for any other value. */
export function entriesOf(value: Json | undefined): readonly [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}

/**
 * Symbol key of a node's prose.
 *
 * `Object.entries`, JSON and YAML ignore symbols, so prose cannot become a fact, change a type or
 * reach spec/. Spreading a node copies its prose.
 */
const WORDS: unique symbol = Symbol("words of the description");

interface Worded {
  readonly [WORDS]?: string;
}

/** Symbol key of a node's origin. It is a symbol for the same reasons as `WORDS`. */
const ORIGIN: unique symbol = Symbol("origin in the description");

/** A node as written in the description, including all its prose. */
export interface Origin {
  /** The node's JSON pointer in the description. */
  readonly pointer: string;
  readonly node: Json;
}

/**
 * Returns a shallow copy of a node's facts that remembers the original node. The original node is
 * hidden from JSON and `Object.keys`, but spreading the copy keeps it.
 */
export function withOrigin<Facts extends object>(facts: Facts, origin: Origin): Facts {
  return { ...facts, [ORIGIN]: origin };
}

/** The original node of the facts. Undefined for values that `withOrigin` did not create. */
export function originOf(facts: unknown): Origin | undefined {
  return typeof facts === "object" && facts !== null
    ? (facts as { readonly [ORIGIN]?: Origin })[ORIGIN]
    : undefined;
}

/**
 * Returns a shallow copy of the node with prose attached, replacing any earlier prose.
 *
 * Returns the node itself if `words` is empty. `wordsOf` reads the prose, which is hidden from JSON
 * and `Object.keys`.
 */
export function withWords<Node extends object>(node: Node, words: string): Node {
  return words === "" ? node : { ...node, [WORDS]: words };
}

/**
 * The prose that `withWords` attached to a node; otherwise empty. Does not read keys such as
 * `description`.
 */
export function wordsOf(node: unknown): string {
  return typeof node === "object" && node !== null ? ((node as Worded)[WORDS] ?? "") : "";
}

/**
 * The prose of a node: its summary and description, separated by a blank line. Blank and repeated
 * texts are left out.
 */
export function wordsIn(node: Readonly<Record<string, unknown>>): string {
  const texts = ["summary", "description"].map((key) =>
    Object.hasOwn(node, key) ? node[key] : undefined,
  );
  const nonBlank = texts.filter(
    (text): text is string => typeof text === "string" && text.trim() !== "",
  );
  return [...new Set(nonBlank)].join("\n\n");
}

/**
 * A deep copy of the data without attached prose or original nodes. Ordinary keys such as
 * `description` are kept.
 */
export function withoutWords<Data>(data: Data): Data {
  return structuredClone(data);
}

/**
 * Decodes the percent escapes of a reference. The reference stays unchanged if they are invalid.
 */
export function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

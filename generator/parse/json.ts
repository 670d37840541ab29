/** JSON data, as a description may hold it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * Maximum size of a description, in bytes of a file or download and in characters of a text: some
 * forty times the longest so far.
 */
export const MAX_DESCRIPTION_LENGTH: number = 64 * 1024 * 1024;

/** Whether a value is an object, neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The value of an own property; undefined if there is none, or if `value` is not an object.
 * Inherited properties such as `constructor` are ignored.
 */
export function getOwn(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value if it is an array, else an empty array. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The value if it is an array; one that stands in place of a list, as its only item. Empty for null. */
export function listedIn(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** The entries of an object, in its order; empty for any other value. */
export function entriesOf(value: Json | undefined): readonly [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}

/**
 * Key of a node's prose. Neither `Object.entries` nor JSON nor YAML sees a symbol: prose cannot
 * become a fact, change a type or reach spec/, and it is kept when a node is spread into another.
 */
const WORDS: unique symbol = Symbol("words of the description");

interface Worded {
  readonly [WORDS]?: string;
}

/** Key of a node's origin, a symbol for the same reasons. */
const ORIGIN: unique symbol = Symbol("origin in the description");

/** A node as the description writes it, with all its texts. */
export interface Origin {
  /** Its JSON pointer there. */
  readonly pointer: string;
  readonly node: Json;
}

/**
 * A shallow copy of the facts of a node that remembers the node that they come from. JSON and
 * `Object.keys` leave it out; a spread keeps it.
 */
export function withOrigin<Facts extends object>(facts: Facts, origin: Origin): Facts {
  return { ...facts, [ORIGIN]: origin };
}

/** The node that facts come from; undefined for anything that `withOrigin` did not make. */
export function originOf(facts: unknown): Origin | undefined {
  return typeof facts === "object" && facts !== null
    ? (facts as { readonly [ORIGIN]?: Origin })[ORIGIN]
    : undefined;
}

/**
 * A shallow copy of the node with prose attached, in place of any earlier prose; the node itself if
 * `words` is empty. `wordsOf` reads the prose; it is under a symbol, so that JSON and `Object.keys`
 * leave it out.
 */
export function withWords<Node extends object>(node: Node, words: string): Node {
  return words === "" ? node : { ...node, [WORDS]: words };
}

/**
 * The prose attached to a node under a symbol, unchanged; empty for a node without any and for a
 * value that is not an object. Keys such as `description` are not read.
 */
export function wordsOf(node: unknown): string {
  return typeof node === "object" && node !== null ? ((node as Worded)[WORDS] ?? "") : "";
}

/**
 * The prose of a node as parsed from a description: its summary and its description, separated by a
 * blank line. Blank texts are left out, equal ones occur once; empty if there are none.
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
 * A deep copy of the data without attached prose, which is under a symbol, at any depth. Ordinary
 * keys such as `description` stay.
 */
export function withoutWords<Data>(data: Data): Data {
  return structuredClone(data);
}

/** A reference with percent escapes decoded; unchanged if they are invalid. */
export function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

import type { Diagnostics } from "../diagnostics.js";
import { wordsOf } from "../parse/json.js";
import { isNode, type LocatedNode, type Node, resolve } from "./context.js";

interface Said {
  readonly keyword: string;
  readonly value: unknown;
}

/**
 * Combination of one keyword of two parts: a value, or none, and then either the keyword is left out or the whole schema counts as any
 * value.
 */
type Both = { readonly value: unknown } | { readonly leaves: "out" | "any" };

const LEAST = ["minimum", "minLength", "minItems", "minProperties"];
const MOST = ["maximum", "maxLength", "maxItems", "maxProperties"];

/** Combines a keyword of two parts of a schema. If one value is narrower, it holds. */
export function merged(facts: Readonly<Record<string, unknown>>, { keyword, value }: Said): Both {
  if (!Object.hasOwn(facts, keyword) || same(facts[keyword], value)) return { value };
  const before = facts[keyword];
  if (keyword.startsWith("x-") || ["deprecated", "readOnly", "writeOnly", "nullable"].includes(keyword)) return { value };
  if (keyword === "type" && [before, value].every((type) => type === "integer" || type === "number")) return { value: "integer" };
  if (keyword === "type") return { leaves: "any" };
  if (keyword === "items") return { value: { allOf: [before, value] } };
  if (keyword === "enum" && Array.isArray(before) && Array.isArray(value)) {
    const both = before.filter((one) => value.includes(one));
    return both.length > 0 ? { value: both } : { leaves: "out" };
  }
  if (keyword === "additionalProperties") return { value: before === false ? value : value === false ? before : true };
  // A limit that only one of the parts excludes is allowed.
  if (keyword === "exclusiveMinimum" || keyword === "exclusiveMaximum") return { value: false };
  if (typeof before === "number" && typeof value === "number") {
    if (LEAST.includes(keyword)) return { value: Math.max(before, value) };
    if (MOST.includes(keyword)) return { value: Math.min(before, value) };
  }
  return { leaves: "out" };
}

/** A property that two parts declare must match both. */
export function mergedProperty(known: LocatedNode | undefined, written: LocatedNode): LocatedNode {
  if (known === undefined || same(known.node, written.node)) return written;
  return { node: { allOf: [known.node, written.node] }, at: written.at };
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The alternatives of a schema. */
export interface Alternatives {
  readonly members: readonly LocatedNode[];
  /** The discriminator property, and its values by member; null if the members are told apart by their structure. */
  readonly by: { readonly property: string; readonly values: readonly (readonly string[])[] } | null;
}

/** A schema with its `allOf` and `$ref` merged. */
export interface Flat {
  readonly at: string;
  /** All keywords but `allOf`, `$ref`, `properties`, `required` and those of alternatives. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly properties: ReadonlyMap<string, LocatedNode>;
  readonly required: ReadonlySet<string>;
  /** From `oneOf`, `anyOf`, or a discriminator that names the schemas that extend this one. */
  readonly alternatives: Alternatives | null;
  /** The reference, if the schema consists of nothing else. */
  readonly only: string | null;
  /** Merged references: `references` for the schema itself, `bases` for the schemas that it extends. */
  readonly references: ReadonlySet<string>;
  readonly bases: ReadonlySet<string>;
  /** The description's text for the schema at this place; if it has none, the text of the schema that it references. */
  readonly words: string;
  /** The description's text for the schema wherever it is used. */
  readonly typeWords: string;
}

const OWN = ["$ref", "allOf", "required", "properties", "oneOf", "anyOf", "discriminator"];

/** The context of a part: the references that it is reached by, and whether it is a base of the schema or the schema itself. */
interface Standing {
  readonly within: readonly string[];
  readonly isBase: boolean;
}

/**
 * Merges the parts of a schema in their order, after those of `base`. Contradicting parts are loosened: the result accepts every value that
 * one of them accepts.
 */
export function flatten(document: Node, schema: Node, at: string, diagnostics: Diagnostics, base?: Flat): Flat {
  // Without a prototype `__proto__` is an ordinary, unknown keyword.
  const facts: Record<string, unknown> = Object.assign(Object.create(null), base?.facts);
  const properties = new Map<string, LocatedNode>(base?.properties);
  const required = new Set<string>(base?.required);
  const references = new Set<string>();
  const bases = new Set<string>();
  let alternatives: Alternatives | null = null;
  let words = "";
  // `contradicted`: the first keyword for which two parts leave no value. `open`: two parts have different alternatives.
  let contradicted: string | null = null;
  let open = false;

  function foldReference(reference: string, place: string, { within, isBase }: Standing): void {
    if (within.includes(reference)) {
      diagnostics.report("recursion", place, reference);
      return;
    }
    const node = resolve(document, reference);
    // A member may be nothing but a reference back to the schema that declares the alternatives.
    const isChoice = base?.references.has(reference) === true && isNode(node.discriminator);
    (isBase || isChoice ? bases : references).add(reference);
    fold(node, reference, { within: [...within, reference], isBase: isBase || isChoice });
  }

  function fold(part: Node, place: string, { within, isBase }: Standing): void {
    if (typeof part.$ref === "string") foldReference(part.$ref, place, { within, isBase });
    const parts = partsOf(part, place);
    const extended = isBase || parts.length > 1 || isNode(part.properties);
    for (const { node, at } of parts) fold(node, at, { within, isBase: extended });
    if (part !== schema) words = wordsOf(part) || words;
    if (part.required !== undefined && !isList(part.required)) diagnostics.report("keyword of another type", place, "required");
    foldFields(part, place, { properties, required });
    const found = isBase && isExtended(document, part, within) ? null : alternativesOf(document, part, place, diagnostics);
    if (found !== null && alternatives !== null && !same(found.members, alternatives.members)) {
      diagnostics.report("two choices", place);
      open = true;
    }
    alternatives = found ?? alternatives;
    for (const [keyword, value] of Object.entries(part)) {
      // A base that accepts null does not make the whole schema accept null.
      if (OWN.includes(keyword) || (keyword === "nullable" && isBase)) continue;
      const both = merged(facts, { keyword, value });
      if ("value" in both) facts[keyword] = both.value;
      else if (both.leaves === "any") contradicted ??= keyword;
      else {
        delete facts[keyword];
        diagnostics.report("contradicting keyword", place, keyword);
      }
    }
  }

  fold(schema, at, { within: [], isBase: false });
  const only = base === undefined ? onlyReference(schema) : null;
  const typeWords = words || wordsOf(schema);
  if (contradicted !== null) {
    diagnostics.report("contradiction", at, contradicted);
    const { readOnly, writeOnly, nullable } = facts;
    const kept = Object.entries({ readOnly, writeOnly, nullable }).filter(([, value]) => value !== undefined);
    for (const keyword of Object.keys(facts)) delete facts[keyword];
    Object.assign(facts, Object.fromEntries(kept));
    properties.clear();
    required.clear();
    alternatives = null;
  }
  if (open) {
    alternatives = null;
    if (properties.size > 0 || facts.type === "object") Object.assign(facts, { type: "object", additionalProperties: true });
    else for (const keyword of ["type", "enum"]) delete facts[keyword];
  }
  return { at, facts, properties, required, alternatives, only, references, bases, words: wordsOf(schema) || words, typeWords };
}

function isList(required: unknown): boolean {
  return Array.isArray(required) && required.every((name) => typeof name === "string");
}

/** The parts that a schema is merged from: its `allOf`, and its alternative if there is only one and no discriminator. */
function partsOf(part: Node, place: string): readonly LocatedNode[] {
  const all = placed(part.allOf, `${place}/allOf`);
  const choice = choiceOf(part, place);
  return choice.length === 1 && part.discriminator === undefined ? [...all, ...choice] : all;
}

function choiceOf({ oneOf, anyOf }: Node, place: string): readonly LocatedNode[] {
  return Array.isArray(oneOf) ? placed(oneOf, `${place}/oneOf`) : placed(anyOf, `${place}/anyOf`);
}

function placed(list: unknown, place: string): readonly LocatedNode[] {
  return Array.isArray(list) ? list.filter(isNode).map((node, index) => ({ node, at: `${place}/${index}` })) : [];
}

function onlyReference({ allOf, $ref, ...others }: Node): string | null {
  const [part, ...more] = Array.isArray(allOf) ? allOf : [];
  if (Object.keys(others).some((keyword) => !["type", "default", "deprecated", "readOnly"].includes(keyword))) return null;
  if (typeof $ref === "string") return part === undefined ? $ref : null;
  return isNode(part) && more.length === 0 ? onlyReference(part) : null;
}

function foldFields(
  part: Node,
  place: string,
  { properties, required }: { properties: Map<string, LocatedNode>; required: Set<string> },
): void {
  for (const name of Array.isArray(part.required) ? part.required : []) required.add(String(name));
  for (const [name, node] of Object.entries(isNode(part.properties) ? part.properties : {})) {
    const written = `${place}/properties/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (isNode(node)) properties.set(name, mergedProperty(properties.get(name), { node, at: written }));
  }
}

/**
 * Whether the members of a part's discriminator extend that part. If they do, a part that is a base of one of them has no alternatives
 * left: the extending schema is the chosen one. If not, as in a response that merges its items from two parts, all alternatives remain.
 */
export function isExtended(document: Node, part: Node, within: readonly string[]): boolean {
  if (!isNode(part.discriminator)) return false;
  return membersOf(document, part, "").some(({ node }) => leadsTo(document, node, within));
}

/**
 * Whether a schema is one of these references or is merged from one, directly or indirectly. `seen`: references that were already followed.
 */
function leadsTo(document: Node, schema: Node, references: readonly string[], seen = new Set<string>()): boolean {
  const { $ref } = schema;
  if (typeof $ref === "string" && !seen.has($ref)) {
    seen.add($ref);
    if (references.includes($ref) || leadsTo(document, resolve(document, $ref), references, seen)) return true;
  }
  return partsOf(schema, "").some(({ node }) => leadsTo(document, node, references, seen));
}

/** The members of a part's alternatives: those it lists, else the targets of its discriminator. */
function membersOf(document: Node, part: Node, place: string): readonly LocatedNode[] {
  const listed = choiceOf(part, place);
  if (listed.length > 0) return listed;
  const targets = mappingOf(document, part).flatMap(([, target]) => target ?? []);
  return [...new Set(targets)].map(($ref) => ({ node: { $ref }, at: $ref }));
}

/**
 * The target of each value of a discriminator, as a reference: the mapping may give a bare schema name. Null if the target does not exist.
 */
export function mappingOf(document: Node, { discriminator }: Node): readonly (readonly [value: string, reference: string | null])[] {
  const mapping = isNode(discriminator) && isNode(discriminator.mapping) ? discriminator.mapping : {};
  const { components } = document;
  const schemas = isNode(components) && isNode(components.schemas) ? components.schemas : {};
  return Object.entries(mapping).map(([value, target]) => {
    const reference = String(target).includes("/") ? String(target) : `#/components/schemas/${String(target)}`;
    const name = reference.replace("#/components/schemas/", "").replaceAll("~1", "/").replaceAll("~0", "~");
    return [value, Object.hasOwn(schemas, name) || !reference.startsWith("#/components/schemas/") ? reference : null];
  });
}

/** The alternatives of a part, and their discriminator if it is usable. */
function alternativesOf(document: Node, part: Node, place: string, diagnostics: Diagnostics): Alternatives | null {
  const { discriminator } = part;
  const property = isNode(discriminator) ? String(discriminator.propertyName) : null;
  const members = membersOf(document, part, place);
  if (property === null) return members.length > 1 ? { members, by: null } : null;
  if (members.length === 0) return null;
  const mapping = mappingOf(document, part);
  const values = members.map(({ node }) => valuesFor(node.$ref, mapping));
  if (isTag(values, mapping)) return { members, by: { property, values } };
  diagnostics.report("choice without a tag", place, property);
  return members.length > 1 ? { members, by: null } : null;
}

/** Whether the values of all members are distinct, each member has at least one, and each value of the mapping has a target. */
function isTag(values: readonly (readonly string[])[], mapping: readonly (readonly [string, string | null])[]): boolean {
  const all = values.flat();
  return values.every((some) => some.length > 0) && new Set(all).size === all.length && mapping.every(([, target]) => target !== null);
}

/** The discriminator values of a schema: the keys that map to it, or the schema's name without a mapping. */
function valuesFor(reference: unknown, mapping: readonly (readonly [string, string | null])[]): readonly string[] {
  if (typeof reference !== "string") return [];
  const keys = mapping.filter(([, target]) => target === reference).map(([key]) => key);
  return keys.length > 0 || mapping.length > 0 ? keys : [reference.split("/").at(-1) ?? ""];
}

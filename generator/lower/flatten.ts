import { wordsOf } from "../parse/words.js";
import type { Problem } from "../problem.js";
import type { Diagnostics } from "../tolerance.js";
import { contradiction, merged, mergedProperty } from "./merge.js";
import { endless, isNode, type Node, type Placed, resolve } from "./node.js";

/** A schema that is one of several. */
export interface Alternatives {
  readonly members: readonly Placed[];
  /** The property that says which, and its value by member; null where the members have to tell by themselves. */
  readonly by: { readonly property: string; readonly values: readonly (readonly string[])[] } | null;
}

/** A schema with its `allOf` and `$ref` folded in. */
export interface Flat {
  readonly at: string;
  /** Everything but `allOf`, `$ref`, `properties`, `required` and alternatives. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly properties: ReadonlyMap<string, Placed>;
  readonly required: ReadonlySet<string>;
  /** `oneOf`, `anyOf`, or a discriminator that names the schemas that extend this one. */
  readonly alternatives: Alternatives | null;
  /** The reference that is all there is to the schema. */
  readonly only: string | null;
  /** What was folded in by reference: the schema itself, and what it extends. */
  readonly references: ReadonlySet<string>;
  readonly bases: ReadonlySet<string>;
  /** The description's words for what stands at this place; those of what it refers to where it has none. */
  readonly words: string;
  /** Those for the schema wherever it stands. */
  readonly typeWords: string;
}

const OWN = ["$ref", "allOf", "required", "properties", "oneOf", "anyOf", "discriminator"];

/** Where a part stands: within which references, and whether it is the schema itself or a base that the schema extends. */
interface Standing {
  readonly within: readonly string[];
  readonly isBase: boolean;
}

/**
 * Folds a schema's parts into one, in the order in which they stand, behind those of a base. A part that contradicts another is a
 * problem.
 */
export function flatten(document: Node, schema: Node, at: string, diagnostics: Diagnostics, base?: Flat): Flat {
  // Without a prototype, a keyword called __proto__ is one like any other: unknown.
  const facts: Record<string, unknown> = Object.assign(Object.create(null), base?.facts);
  const properties = new Map<string, Placed>(base?.properties);
  const required = new Set<string>(base?.required);
  const references = new Set<string>();
  const bases = new Set<string>();
  let alternatives: Alternatives | null = null;
  let words = "";

  function foldReference(reference: string, place: string, { within, isBase }: Standing): void {
    if (within.includes(reference)) return void diagnostics.problems.push(endless(reference, place));
    const node = resolve(document, reference);
    // A member that is no more than the schema whose choice it is.
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
    if (part.required !== undefined && !isList(part.required)) diagnostics.problems.push(noList(place));
    foldFields(part, place, { properties, required });
    const found = isBase && isExtended(document, part, within) ? null : alternativesOf(part, place);
    if (found !== null && alternatives !== null) diagnostics.problems.push(contradiction("two parts give alternatives", place));
    alternatives = found ?? alternatives;
    for (const [keyword, value] of Object.entries(part)) {
      // One of several parts that takes null alone does not make the whole take it.
      if (OWN.includes(keyword) || (keyword === "nullable" && isBase)) continue;
      facts[keyword] = merged(facts, { keyword, value }, place, diagnostics);
    }
  }

  fold(schema, at, { within: [], isBase: false });
  const only = base === undefined ? onlyReference(schema) : null;
  const typeWords = words || wordsOf(schema);
  return { at, facts, properties, required, alternatives, only, references, bases, words: wordsOf(schema) || words, typeWords };
}

function isList(required: unknown): boolean {
  return Array.isArray(required) && required.every((name) => typeof name === "string");
}

function noList(where: string): Problem {
  return {
    what: "`required` of a schema is not a list of names",
    where,
    why: "Which fields have to be there would be guessed, and the types of the call would not compile.",
    fix: "Tell Pinterest; until then, mend the copy of the description: `required: [name]`.",
  };
}

/** What a schema is put together of: its `allOf`, and what it is one of where there is a single one. */
function partsOf(part: Node, place: string): readonly Placed[] {
  const all = placed(part.allOf, `${place}/allOf`);
  const choice = choiceOf(part, place);
  return choice.length === 1 && part.discriminator === undefined ? [...all, ...choice] : all;
}

function choiceOf({ oneOf, anyOf }: Node, place: string): readonly Placed[] {
  return Array.isArray(oneOf) ? placed(oneOf, `${place}/oneOf`) : placed(anyOf, `${place}/anyOf`);
}

function placed(list: unknown, place: string): readonly Placed[] {
  return Array.isArray(list) ? list.filter(isNode).map((node, index) => ({ node, at: `${place}/${index}` })) : [];
}

function onlyReference({ allOf, $ref, ...others }: Node): string | null {
  const [part, ...more] = Array.isArray(allOf) ? allOf : [];
  if (Object.keys(others).some((keyword) => !["type", "default", "deprecated", "readOnly"].includes(keyword))) return null;
  if (typeof $ref === "string") return part === undefined ? $ref : null;
  return isNode(part) && more.length === 0 ? onlyReference(part) : null;
}

function foldFields(part: Node, place: string, { properties, required }: { properties: Map<string, Placed>; required: Set<string> }): void {
  for (const name of Array.isArray(part.required) ? part.required : []) required.add(String(name));
  for (const [name, node] of Object.entries(isNode(part.properties) ? part.properties : {})) {
    const written = `${place}/properties/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (isNode(node)) properties.set(name, mergedProperty(properties.get(name), { node, at: written }));
  }
}

/**
 * Whether a discriminator leads to schemas that extend the one it stands in. As a base of one of them it has no choice left: what extends it is
 * the choice. Where they do not, as where an answer puts its items together of two parts, all of them are still to choose from.
 */
export function isExtended(document: Node, part: Node, within: readonly string[]): boolean {
  if (!isNode(part.discriminator)) return false;
  return membersOf(part, "").some(({ node }) => leadsTo(document, node, within));
}

/** Whether a schema is one of these, or is put together of one of them. `seen` has been followed already, from wherever. */
function leadsTo(document: Node, schema: Node, references: readonly string[], seen = new Set<string>()): boolean {
  const { $ref } = schema;
  if (typeof $ref === "string" && !seen.has($ref)) {
    seen.add($ref);
    if (references.includes($ref) || leadsTo(document, resolve(document, $ref), references, seen)) return true;
  }
  return partsOf(schema, "").some(({ node }) => leadsTo(document, node, references, seen));
}

/** What a part is one of: what it lists, or what its discriminator leads to. */
function membersOf(part: Node, place: string): readonly Placed[] {
  const listed = choiceOf(part, place);
  if (listed.length > 0) return listed;
  return [...new Set(mappingOf(part).map(([, target]) => String(target)))].map(($ref) => ({ node: { $ref }, at: $ref }));
}

function mappingOf({ discriminator }: Node): readonly (readonly [string, unknown])[] {
  return isNode(discriminator) && isNode(discriminator.mapping) ? Object.entries(discriminator.mapping) : [];
}

/** The alternatives of a part, and what tells them apart. */
function alternativesOf(part: Node, place: string): Alternatives | null {
  const { discriminator } = part;
  const property = isNode(discriminator) ? String(discriminator.propertyName) : null;
  const members = membersOf(part, place);
  if (property === null) return members.length > 1 ? { members, by: null } : null;
  if (members.length === 0) return null;
  const values = members.map(({ node }) => valuesFor(String(node.$ref), mappingOf(part)));
  return { members, by: values.every((some) => some.length > 0) ? { property, values } : null };
}

/** What the discriminator says for a schema: the keys that lead to it, or its name. */
function valuesFor(reference: string, mapping: readonly (readonly [string, unknown])[]): readonly string[] {
  const keys = mapping.filter(([, target]) => target === reference || reference.endsWith(`/${String(target)}`)).map(([key]) => key);
  return keys.length > 0 || mapping.length > 0 ? keys : [reference.split("/").at(-1) ?? ""];
}

import { below, unescapeStep } from "../../runtime/validation/pointer.js";
import type { Diagnostics } from "../diagnostics.js";
import { wordsOf } from "../parse/json.js";
import { UNEVALUATED } from "../parse/normalize.js";
import { isNode, type LocatedNode, type Node, resolveReference } from "./context.js";

interface KeywordValue {
  readonly keyword: string;
  readonly value: unknown;
}

/**
 * The value of a keyword after combining two parts. If there is no such value, either the keyword
 * is left out, or the whole schema accepts any value.
 */
type MergedKeyword = { readonly value: unknown } | { readonly leaves: "out" | "any" };

const LOWER_BOUNDS = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
const UPPER_BOUNDS = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];

/**
 * Combines the values of a keyword in two parts of a schema.
 *
 * `keywords` contains the keywords of the first part; `keyword` and `value` come from the second.
 * The result is:
 * * the only value, or the value that both have,
 * * for annotations such as `nullable`, the second value,
 * * the narrower of two limits, or the common values of two enums,
 * * an `allOf` of two `items`, or the common multiple of two integer `multipleOf`s,
 * * a combination of two `additionalProperties`, for properties that neither part declares.
 *
 * Otherwise there is no value: `leaves` is "any" for types that contradict each other, else "out".
 */
function mergeKeyword(
  keywords: Readonly<Record<string, unknown>>,
  { keyword, value }: KeywordValue,
): MergedKeyword {
  if (!Object.hasOwn(keywords, keyword) || isEqual(keywords[keyword], value)) return { value };
  const before = keywords[keyword];
  if (
    keyword.startsWith("x-") ||
    ["deprecated", "readOnly", "writeOnly", "nullable"].includes(keyword)
  )
    return { value };
  if (
    keyword === "type" &&
    [before, value].every((type) => type === "integer" || type === "number")
  )
    return { value: "integer" };
  if (keyword === "type") return { leaves: "any" };
  if (keyword === "items") return { value: { allOf: [before, value] } };
  if (keyword === "enum" && Array.isArray(before) && Array.isArray(value)) {
    const common = before.filter((entry) => value.includes(entry));
    return common.length > 0 ? { value: common } : { leaves: "out" };
  }
  if (keyword === "additionalProperties") return { value: bothAdditional(before, value) };
  if (keyword === "uniqueItems") return { value: before === true || value === true };
  if (typeof before === "number" && typeof value === "number") {
    if (keyword === "multipleOf" && [before, value].every(Number.isSafeInteger))
      return { value: (before / commonDivisor(before, value)) * value };
    if (LOWER_BOUNDS.includes(keyword)) return { value: Math.max(before, value) };
    if (UPPER_BOUNDS.includes(keyword)) return { value: Math.min(before, value) };
  }
  return { leaves: "out" };
}

/** An `additionalProperties` that accepts the values that both arguments accept. */
function bothAdditional(before: unknown, value: unknown): unknown {
  if (before === false || value === false) return false;
  if (!isNode(before) || !isNode(value)) return isNode(before) ? before : value;
  return { allOf: [before, value] };
}

/** Greatest common divisor of two integers. */
function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/**
 * The keywords of a part, with exclusive limits as separate numbers.
 *
 * In OpenAPI 3.0, a boolean next to the limit makes it exclusive. After merging, such a boolean
 * would also affect a limit from another part.
 */
function keywordsOf(part: Node): Node {
  const { exclusiveMinimum, exclusiveMaximum, ...keywords } = part;
  const { minimum, maximum, ...otherKeywords } = keywords;
  const bound = (limit: string, value: unknown, excluded: string, isExcluded: unknown): Node =>
    isExcluded === true
      ? { ...(value !== undefined && { [excluded]: value }) }
      : {
          ...(value !== undefined && { [limit]: value }),
          ...(isExcluded !== undefined && isExcluded !== false && { [excluded]: isExcluded }),
        };
  return {
    ...otherKeywords,
    ...bound("minimum", minimum, "exclusiveMinimum", exclusiveMinimum),
    ...bound("maximum", maximum, "exclusiveMaximum", exclusiveMaximum),
  };
}

/**
 * Combines the definitions of a property in two parts, both of which apply. If they differ, the
 * result is an `allOf` of the two at the pointer of `added`.
 */
function mergeProperty(known: LocatedNode | undefined, added: LocatedNode): LocatedNode {
  if (known === undefined || saysNothing(known) || isEqual(known.node, added.node)) return added;
  if (saysNothing(added)) return known;
  return { node: { allOf: [known.node, added.node] }, pointer: added.pointer };
}

/** Whether a schema has no keywords. A description does not count as one. */
function saysNothing({ node }: LocatedNode): boolean {
  return Object.keys(node).length === 0;
}

/** Whether two values have the same JSON. The order of keys matters. */
export function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The alternatives of a schema. */
export interface Alternatives {
  readonly members: readonly LocatedNode[];
  /**
   * The discriminator property, and its values for each member. Null if the members differ only in
   * structure.
   */
  readonly discriminator: {
    readonly property: string;
    readonly values: readonly (readonly string[])[];
  } | null;
}

/** A schema with its `allOf` and `$ref` merged. */
export interface FlatSchema {
  readonly pointer: string;
  /** The merged schemas: this one, then the schemas it refers to and extends. */
  readonly parts: readonly Node[];
  /**
   * All keywords except `allOf`, `$ref`, `properties`, `required`, constraints, and the keywords of
   * alternatives. Exclusive limits are numbers, as in 3.1.
   */
  readonly keywords: Readonly<Record<string, unknown>>;
  readonly properties: ReadonlyMap<string, LocatedNode>;
  readonly required: ReadonlySet<string>;
  /**
   * The alternatives in `oneOf` or `anyOf`, or else the schemas that extend this one. A
   * discriminator names the extending schemas.
   */
  readonly alternatives: Alternatives | null;
  /** The constraints of all parts. Each alternative has these in addition to its own. */
  readonly constraints: readonly Constraint[];
  /**
   * The reference, if the schema is only a reference. Such a schema may still have rules, or
   * keywords such as `deprecated` that do not make it a different type.
   */
  readonly soleReference: string | null;
  /** Like `soleReference`, but the schema may also have `nullable`. */
  readonly nullableReference: string | null;
  /** Whether the schema has rules that its referenced schema lacks. */
  readonly addsRules: boolean;
  /**
   * The references that were merged: `references` lead to the schema itself, `bases` to schemas
   * that it extends.
   */
  readonly references: ReadonlySet<string>;
  readonly bases: ReadonlySet<string>;
  /**
   * The description at the place where the schema is used, or else the referenced schema's
   * description.
   */
  readonly words: string;
  /** The schema's own description, which is the same wherever the schema is used. */
  readonly typeWords: string;
}

const STRUCTURAL = [
  ...["$ref", "allOf", "required", "properties", "oneOf", "anyOf", "discriminator"],
  // These belong to `if`.
  ...["then", "else"],
];

/** Keywords that are not merged: each part's keyword applies separately. */
export const CONSTRAINTS: readonly string[] = [
  "not",
  "if",
  "dependentRequired",
  "dependentSchemas",
  "dependencies",
];

/** Keyword for the rules of a schema in a contract. */
export const RULES = "x-rules";

/**
 * A keyword that restricts a value as a whole, for example which fields of an object go together.
 */
export interface Constraint {
  readonly keyword: string;
  readonly value: unknown;
  /** The schema that contains the keyword. For an `if`, it also contains `then` and `else`. */
  readonly part: Node;
  /** JSON pointer of that schema. */
  readonly pointer: string;
}

/** The references that led to a part, and whether the part is a base. */
interface FoldContext {
  readonly refStack: readonly string[];
  readonly isBase: boolean;
}

/**
 * Merges a schema with its `$ref`, its `allOf` and its own keywords, in this order.
 *
 * A single alternative without a discriminator counts as a part of `allOf`. With `base`, the result
 * starts with the keywords, properties and required names of `base`. `pointer` locates the schema
 * in findings, which go to `diagnostics`. These are reported:
 * * a keyword on which parts contradict each other (it is dropped),
 * * alternatives that differ between two parts (they are dropped),
 * * types that contradict each other (the schema then accepts any value),
 * * a reference back to itself (it is left out).
 *
 * Throws `Problems` for a reference without a target.
 */
export function flatten(
  document: Node,
  schema: Node,
  pointer: string,
  diagnostics: Diagnostics,
  base?: FlatSchema,
): FlatSchema {
  // Without a prototype, `__proto__` is an ordinary, unknown keyword.
  const keywords: Record<string, unknown> = Object.assign(Object.create(null), base?.keywords);
  const properties = new Map<string, LocatedNode>(base?.properties);
  const required = new Set<string>(base?.required);
  const references = new Set<string>();
  const bases = new Set<string>();
  const mergedParts: Node[] = [];
  const constraints: Constraint[] = [...(base?.constraints ?? [])];
  const closed: ClosedPart[] = base !== undefined && isClosed(base.keywords) ? [base] : [];
  let alternatives: Alternatives | null = null;
  let words = "";
  // `contradicted` is the first keyword whose values in two parts make the whole schema accept any
  // value. `open` means that two parts have different alternatives.
  let contradicted: string | null = null;
  let open = false;
  let excludesNull = false;
  /** Alternatives of a base schema that also extend this schema. */
  const further = new Set<string>();

  function foldReference(reference: string, at: string, { refStack, isBase }: FoldContext): void {
    if (refStack.includes(reference)) {
      diagnostics.report("recursion", at, reference);
      return;
    }
    const node = resolveReference(document, reference);
    // A member can be just a reference back to the schema that declares the alternatives.
    const isChoice = base?.references.has(reference) === true && isNode(node.discriminator);
    (isBase || isChoice ? bases : references).add(reference);
    fold(node, reference, { refStack: [...refStack, reference], isBase: isBase || isChoice });
  }

  function fold(part: Node, at: string, { refStack, isBase }: FoldContext): void {
    mergedParts.push(part);
    excludesNull ||= isWithoutNull(part);
    if (typeof part.$ref === "string") foldReference(part.$ref, at, { refStack, isBase });
    const parts = partsOf(part, at);
    const meaningful = parts.filter((each) => !saysNothing(each));
    const extended = isBase || meaningful.length > 1 || isNode(part.properties);
    for (const { node, pointer } of parts) fold(node, pointer, { refStack, isBase: extended });
    if (part !== schema) words = wordsOf(part) || words;
    if (part.required !== undefined && !isNameList(part.required))
      diagnostics.report("keyword with an invalid value", at, "required");
    foldFields(part, at, { properties, required });
    if (isClosed(part)) closed.push({ pointer: at, properties: namesIn(part) });
    const isInner = isBase && isExtended(document, part, refStack);
    const choices = isInner ? null : alternativesOf(document, part, at, diagnostics);
    if (isInner && base === undefined)
      for (const name of extensionsOf(document, part, refStack[0])) further.add(name);
    if (
      choices !== null &&
      alternatives !== null &&
      !isEqual(nodesOf(choices), nodesOf(alternatives))
    ) {
      diagnostics.report("two sets of alternatives", at);
      open = true;
    }
    alternatives = choices ?? alternatives;
    for (const [keyword, value] of Object.entries(keywordsOf(part))) {
      if (keyword === RULES || CONSTRAINTS.includes(keyword)) {
        constraints.push({ keyword, value, part, pointer: at });
        continue;
      }
      // Even if a base accepts null, the whole schema may not accept null.
      if (STRUCTURAL.includes(keyword) || (keyword === "nullable" && isBase)) continue;
      // If another part already covers additional properties, they do not count as unevaluated.
      if (keyword === "additionalProperties" && part[UNEVALUATED] === true && keyword in keywords)
        continue;
      const both = mergeKeyword(keywords, { keyword, value });
      if ("value" in both) keywords[keyword] = both.value;
      else if (both.leaves === "any") contradicted ??= keyword;
      else {
        delete keywords[keyword];
        diagnostics.report("contradicting keyword", at, keyword);
      }
    }
  }

  fold(schema, pointer, { refStack: [], isBase: false });
  const [soleReference, nullableReference] =
    base === undefined
      ? [soleReferenceOf(schema), soleReferenceOf(withoutNullable(schema))]
      : [null, null];
  const typeWords = words || wordsOf(schema);
  // Taken literally, a closed part would reject the fields of the other parts.
  for (const { pointer: at, properties: own } of closed)
    if ([...properties.keys()].some((name) => !own.has(name)))
      diagnostics.report("partly checked keyword", at, "additionalProperties");
  if (excludesNull && keywords.nullable !== true && Array.isArray(keywords.enum))
    keywords.enum = keywords.enum.filter((value: unknown) => value !== null);
  if (further.size > 0) {
    diagnostics.report("schema with further variants", pointer, [...further].join(", "));
    keywords.additionalProperties = true;
  }
  if (contradicted !== null) {
    diagnostics.report("contradiction", pointer, contradicted);
    const { readOnly, writeOnly, nullable } = keywords;
    for (const keyword of Object.keys(keywords)) delete keywords[keyword];
    Object.assign(keywords, { readOnly, writeOnly, nullable });
    properties.clear();
    required.clear();
    alternatives = null;
  }
  if (open) {
    alternatives = null;
    if (properties.size > 0 || keywords.type === "object")
      Object.assign(keywords, { type: "object", additionalProperties: true });
    else for (const keyword of ["type", "enum"]) delete keywords[keyword];
  }
  return {
    pointer,
    parts: mergedParts,
    keywords,
    properties,
    required,
    alternatives,
    constraints,
    soleReference,
    nullableReference,
    addsRules: nullableReference !== null && addsRules(schema, constraints),
    references,
    bases,
    words: wordsOf(schema) || words,
    typeWords,
  };
}

/** Whether a part states a type and does not allow null. */
function isWithoutNull({ type, nullable, enum: values }: Node): boolean {
  return (
    type !== undefined && nullable !== true && !(Array.isArray(values) && values.includes(null))
  );
}

/** A part that restricts the properties that it does not declare. */
interface ClosedPart {
  readonly pointer: string;
  /** The properties that the part declares. */
  readonly properties: { has(name: string): boolean };
}

/** Whether a part restricts the properties that it does not declare. */
function isClosed({ additionalProperties: more, [UNEVALUATED]: isUnevaluated }: Node): boolean {
  if (isUnevaluated === true) return false;
  return more === false || (isNode(more) && Object.keys(more).length > 0);
}

/** Names of the properties that a part declares. */
function namesIn({ properties }: Node): ReadonlySet<string> {
  return new Set(Object.keys(isNode(properties) ? properties : {}));
}

/** Whether a value of `required` is valid: a list of strings. */
function isNameList(required: unknown): boolean {
  return Array.isArray(required) && required.every((name) => typeof name === "string");
}

/**
 * The parts that a schema is merged from. These are the members of its `allOf`, plus its
 * alternative if there is only one and no discriminator.
 */
function partsOf(part: Node, pointer: string): readonly LocatedNode[] {
  const all = located(part.allOf, `${pointer}/allOf`);
  const choice = choiceOf(part, pointer);
  return choice.length === 1 && part.discriminator === undefined ? [...all, ...choice] : all;
}

/** The members of `oneOf` or, if it is not a list, of `anyOf`. Empty if neither is a list. */
function choiceOf({ oneOf, anyOf }: Node, pointer: string): readonly LocatedNode[] {
  return Array.isArray(oneOf)
    ? located(oneOf, `${pointer}/oneOf`)
    : located(anyOf, `${pointer}/anyOf`);
}

/** The objects in a list, with their pointers. Empty if `list` is not a list. */
function located(list: unknown, pointer: string): readonly LocatedNode[] {
  return Array.isArray(list)
    ? list.filter(isNode).map((node, index) => ({ node, pointer: `${pointer}/${index}` }))
    : [];
}

/** A copy of a schema without the keyword `nullable`. */
function withoutNullable({ nullable, ...others }: Node): Node {
  return others;
}

/**
 * Whether a schema has rules that its referenced schema lacks. `constraints` are the combined
 * constraints of the two schemas.
 */
function addsRules(schema: Node, constraints: readonly Constraint[]): boolean {
  const rules = constraints.filter(({ keyword }) => keyword === RULES);
  if (rules.length === 0) return false;
  const own = new Set<unknown>();
  let part: unknown = schema;
  while (isNode(part)) {
    own.add(part);
    part = Array.isArray(part.allOf) ? part.allOf[0] : undefined;
  }
  const stated = meaningsIn(rules.filter(({ part }) => !own.has(part)));
  return [...meaningsIn(rules.filter(({ part }) => own.has(part)))].some(
    (meaning) => !stated.has(meaning),
  );
}

/** The rules, each as JSON without its id and sources. */
function meaningsIn(constraints: readonly Constraint[]): ReadonlySet<string> {
  const rules = constraints.flatMap(({ value }) => (Array.isArray(value) ? value : [value]));
  const meaningOf = ({ id, sources, ...meaning }: Node): Node => meaning;
  return new Set(rules.map((rule) => JSON.stringify(isNode(rule) ? meaningOf(rule) : rule)));
}

/** Keywords next to a reference that do not make the schema a different type. */
const BESIDE_REFERENCE = ["type", "default", "deprecated", "readOnly", RULES];

/**
 * The reference, if the schema is only a reference, directly or as the only part of `allOf`.
 * Otherwise null.
 */
function soleReferenceOf({ allOf, $ref, ...siblings }: Node): string | null {
  const [part, ...furtherParts] = Array.isArray(allOf) ? allOf : [];
  if (Object.keys(siblings).some((keyword) => !BESIDE_REFERENCE.includes(keyword))) return null;
  if (typeof $ref === "string") return part === undefined ? $ref : null;
  return isNode(part) && furtherParts.length === 0 ? soleReferenceOf(part) : null;
}

/**
 * Adds a part's properties and required names to the given collections. A property in both is
 * merged.
 */
function foldFields(
  part: Node,
  pointer: string,
  { properties, required }: { properties: Map<string, LocatedNode>; required: Set<string> },
): void {
  for (const name of Array.isArray(part.required) ? part.required : []) required.add(String(name));
  for (const [name, node] of Object.entries(isNode(part.properties) ? part.properties : {})) {
    if (isNode(node))
      properties.set(
        name,
        mergeProperty(properties.get(name), { node, pointer: below(pointer, "properties", name) }),
      );
  }
}

/**
 * Whether an alternative of the part is a schema in `within`, or merged from one.
 *
 * `within` contains references, such as `#/components/schemas/Report`. The alternatives are the
 * members of `oneOf` or `anyOf`, or else the targets of the discriminator's mapping. False if there
 * is no discriminator. If true, the extending schema is itself the chosen alternative, so the part
 * has no alternatives left.
 */
export function isExtended(document: Node, part: Node, within: readonly string[]): boolean {
  if (!isNode(part.discriminator)) return false;
  return membersOf(document, part, "").some(({ node }) => refersTo(document, node, within));
}

/**
 * Names of the alternatives that extend the schema at this reference, excluding that schema itself.
 */
function extensionsOf(
  document: Node,
  choice: Node,
  reference: string | undefined,
): readonly string[] {
  if (reference === undefined) return [];
  return membersOf(document, choice, "").flatMap(({ node }) => {
    const own = soleReferenceOf(node);
    return own !== null && own !== reference && refersTo(document, node, [reference])
      ? [own.slice(own.lastIndexOf("/") + 1)]
      : [];
  });
}

/**
 * Whether a schema is one of these references or is merged from one, perhaps indirectly. `seen`
 * contains the references already followed.
 */
function refersTo(
  document: Node,
  schema: Node,
  references: readonly string[],
  seen = new Set<string>(),
): boolean {
  const { $ref } = schema;
  if (typeof $ref === "string" && !seen.has($ref)) {
    seen.add($ref);
    if (
      references.includes($ref) ||
      refersTo(document, resolveReference(document, $ref), references, seen)
    )
      return true;
  }
  return partsOf(schema, "").some(({ node }) => refersTo(document, node, references, seen));
}

/** The alternatives that a part lists, or else the targets of its discriminator. */
function membersOf(document: Node, part: Node, pointer: string): readonly LocatedNode[] {
  const members = choiceOf(part, pointer);
  if (members.length > 0) return members;
  const targets = mappingOf(document, part).flatMap(([, target]) => target ?? []);
  return [...new Set(targets)].map(($ref) => ({ node: { $ref }, pointer: $ref }));
}

/**
 * Maps each discriminator value to a reference.
 *
 * Bare schema names also become references. The reference is null if the document lacks the schema;
 * references outside `#/components/schemas/` are not checked. Empty if there is no mapping.
 */
export function mappingOf(
  document: Node,
  { discriminator }: Node,
): readonly (readonly [value: string, reference: string | null])[] {
  const mapping =
    isNode(discriminator) && isNode(discriminator.mapping) ? discriminator.mapping : {};
  const { components } = document;
  const schemas = isNode(components) && isNode(components.schemas) ? components.schemas : {};
  return Object.entries(mapping).map(([value, target]) => {
    const reference = String(target).includes("/")
      ? String(target)
      : `#/components/schemas/${String(target)}`;
    const name = unescapeStep(reference.replace("#/components/schemas/", ""));
    return [
      value,
      Object.hasOwn(schemas, name) || !reference.startsWith("#/components/schemas/")
        ? reference
        : null,
    ];
  });
}

/** The schemas of the alternatives, without their pointers. */
function nodesOf({ members }: Alternatives): readonly Node[] {
  return members.map(({ node }) => node);
}

/**
 * The alternatives of a part, and their discriminator if it can be used. Null if there are none, or
 * only one without a discriminator. Reports a discriminator that cannot be used.
 */
function alternativesOf(
  document: Node,
  part: Node,
  pointer: string,
  diagnostics: Diagnostics,
): Alternatives | null {
  const { discriminator } = part;
  const property = isNode(discriminator) ? String(discriminator.propertyName) : null;
  const members = membersOf(document, part, pointer);
  if (property === null) return members.length > 1 ? { members, discriminator: null } : null;
  if (members.length === 0) return null;
  const mapping = mappingOf(document, part);
  const values = members.map(({ node }) => discriminatorValues(document, node, mapping));
  if (isDiscriminating(values, mapping)) return { members, discriminator: { property, values } };
  diagnostics.report("ambiguous discriminator", pointer, property);
  return members.length > 1 ? { members, discriminator: null } : null;
}

/**
 * Whether a discriminator can be used. All members need values, no value may occur twice, and each
 * value in the mapping needs a target.
 */
function isDiscriminating(
  values: readonly (readonly string[])[],
  mapping: readonly (readonly [string, string | null])[],
): boolean {
  const all = values.flat();
  return (
    values.every((list) => list.length > 0) &&
    new Set(all).size === all.length &&
    mapping.every(([, target]) => target !== null)
  );
}

/**
 * The discriminator values of a member.
 *
 * The values are the mapping keys that lead to the member's schema, directly or through other
 * references. If there is no mapping, the only value is the schema's name.
 */
function discriminatorValues(
  document: Node,
  member: Node,
  mapping: readonly (readonly [string, string | null])[],
): readonly string[] {
  const reference = soleReferenceOf(member);
  if (reference === null) return [];
  if (mapping.length === 0) return [reference.split("/").at(-1) ?? ""];
  const schema = lastReference(document, reference);
  return mapping
    .filter(([, target]) => target !== null && lastReference(document, target) === schema)
    .map(([key]) => key);
}

/** The last reference in a chain. Its target is not just another reference. */
function lastReference(document: Node, first: string): string {
  const followed = new Set<string>();
  let last = first;
  for (let next: string | null = first; next !== null && !followed.has(next); ) {
    followed.add(next);
    last = next;
    next = soleReferenceOf(resolveReference(document, next));
  }
  return last;
}

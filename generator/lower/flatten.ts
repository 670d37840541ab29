import { type Problem, Problems } from "../problem.js";

/** A node of the description: plain data. */
export type Node = Readonly<Record<string, unknown>>;

/** A schema with its `allOf` and `$ref` folded in. */
export interface Flat {
  readonly at: string;
  /** Everything but `allOf`, `$ref`, `properties` and `required`. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly properties: ReadonlyMap<string, { readonly node: Node; readonly at: string }>;
  readonly required: ReadonlySet<string>;
  /** What was folded in by reference. */
  readonly references: ReadonlySet<string>;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a local reference points to. Throws `Problems` when nothing stands there. */
export function resolve(document: Node, reference: string): Node {
  let node: unknown = document;
  for (const step of reference.replace(/^#\//, "").split("/")) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    node = isNode(node) && Object.hasOwn(node, name) ? node[name] : undefined;
  }
  if (!reference.startsWith("#/") || !isNode(node)) throw new Problems([lost(reference)]);
  return node;
}

/** Folds a schema's parts into one, in the order in which they stand. A part that contradicts another is a problem. */
export function flatten(document: Node, schema: Node, at: string, problems: Problem[]): Flat {
  // Without a prototype, a keyword called __proto__ is one like any other: unknown.
  const facts: Record<string, unknown> = Object.create(null);
  const properties = new Map<string, { node: Node; at: string }>();
  const required = new Set<string>();
  const references = new Set<string>();

  function fold(part: Node, place: string, within: readonly string[]): void {
    const reference = part.$ref;
    if (typeof reference === "string" && within.includes(reference)) problems.push(endless(reference, place));
    else if (typeof reference === "string") {
      references.add(reference);
      fold(resolve(document, reference), reference, [...within, reference]);
    }
    const parts = Array.isArray(part.allOf) ? part.allOf : [];
    for (const [index, one] of parts.entries()) if (isNode(one)) fold(one, `${place}/allOf/${index}`, within);
    for (const name of Array.isArray(part.required) ? part.required : []) required.add(String(name));
    for (const [name, node] of Object.entries(isNode(part.properties) ? part.properties : {})) {
      const known = properties.get(name);
      if (known !== undefined && !same(known.node, node)) problems.push(contradiction(`two parts describe ${name} differently`, place));
      if (isNode(node)) properties.set(name, { node, at: `${place}/properties/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` });
    }
    for (const [keyword, value] of Object.entries(part)) {
      if (["$ref", "allOf", "required", "properties"].includes(keyword)) continue;
      if (Object.hasOwn(facts, keyword) && !same(facts[keyword], value))
        problems.push(contradiction(`two parts give ${keyword} differently`, place));
      facts[keyword] = value;
    }
  }

  fold(schema, at, []);
  return { at, facts, properties, required, references };
}

/** A schema that is part of itself, or holds itself. */
export function endless(reference: string, where: string): Problem {
  return {
    what: `a schema has no end: ${reference} leads to itself`,
    where,
    why: "A request is data with an end; types and checks are written out to the last field.",
    fix: "Teach generator/lower/schema.ts to give such a schema one type, or leave the flow out of spec/flows.yaml.",
  };
}

function lost(reference: string): Problem {
  return {
    what: `nothing stands at ${reference}`,
    where: reference,
    why: "What a reference stands for is part of a type.",
    fix: "Run `npm run pull` again: a contract that it writes has all that its references name.",
  };
}

function contradiction(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "Whichever is taken, some requests that the API accepts would be refused, or the reverse.",
    fix: "Decide in generator/lower/flatten.ts which part holds.",
  };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

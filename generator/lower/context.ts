import { stepsOf } from "../../runtime/validation/pointer.js";
import type { Diagnostics } from "../diagnostics.js";
import type { EnumType, ObjectType, Type, UnionType } from "../model/model.js";
import { type Problem, Problems } from "../problem.js";
import type { TypeNames } from "./names.js";

export type Node = Readonly<Record<string, unknown>>;

export interface LocatedNode {
  readonly node: Node;
  readonly pointer: string;
}

/** Whether a value is an object, but neither null nor an array. */
export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Finds the target of a local reference such as `#/components/schemas/X`.
 *
 * A target that is itself a reference is returned unchanged. Throws `Problems` if the target does
 * not exist or is not an object, and for a reference to another document. A reference through a
 * list, such as `…/allOf/0`, counts as a reference without a target.
 */
export function resolveReference(document: Node, reference: string): Node {
  let node: unknown = document;
  for (const name of stepsOf(reference)) {
    node = isNode(node) && Object.hasOwn(node, name) ? node[name] : undefined;
  }
  if (!reference.startsWith("#/") || !isNode(node)) throw new Problems([missingTarget(reference)]);
  return node;
}

/**
 * Follows the `$ref` of a node, through several references if necessary.
 *
 * A node without `$ref` is returned unchanged. Keys next to `$ref` are ignored. Throws `Problems`
 * for a missing target or a cycle.
 */
export function followReference(document: Node, start: Node): Node {
  const node = endOfReferences(document, start);
  if (typeof node.$ref === "string") throw new Problems([endlessReference(node.$ref, node.$ref)]);
  return node;
}

/**
 * Follows references like `followReference`, but accepts a cycle. It then returns the last node
 * before the cycle repeats, which still has a `$ref`.
 */
export function endOfReferences(document: Node, start: Node): Node {
  const followed = new Set<string>();
  let node = start;
  while (typeof node.$ref === "string" && !followed.has(node.$ref)) {
    followed.add(node.$ref);
    node = resolveReference(document, node.$ref);
  }
  return node;
}

/**
 * The problem to report for a reference that leads back to itself. Such a reference is fatal,
 * because its node has no content.
 */
function endlessReference(reference: string, where: string): Problem {
  return {
    what: `a reference refers to itself: ${reference}`,
    where,
    why: "The reference never leads to a definition.",
    fix: "Download the complete description again.",
  };
}

/** The problem to report for a reference whose target does not exist. */
function missingTarget(reference: string): Problem {
  return {
    what: `the target of a reference does not exist: ${reference}`,
    where: reference,
    why: "A type depends on the target of this reference.",
    fix: "Download the complete description, or run `pull` again: a contract contains the targets of all its references.",
  };
}

/** The input and the results of lowering schemas. */
export interface SchemaContext {
  readonly document: Node;
  readonly names: TypeNames;
  /**
   * Our own documentation of fields, keyed by path in the body: `start_date`,
   * `metrics_filters.values`.
   */
  readonly docs: ReadonlyMap<string, string>;
  readonly enums: EnumType[];
  readonly objects: ObjectType[];
  readonly unions: UnionType[];
  /** Findings, collected separately for each entry of the flows file. */
  readonly diagnostics: Diagnostics;
  /** Fields with this keyword are left out: `readOnly` in a request, `writeOnly` in a response. */
  readonly omits?: "readOnly" | "writeOnly";
  /** References that are being lowered, to detect recursion. */
  readonly refStack: ReadonlySet<string>;
  /** Types, keyed by reference. If set, a schema that is referenced again gets the same type. */
  readonly typesByRef?: Map<string, Type>;
  /** Set if strings with `format: binary` contain raw bytes, as in a multipart form. */
  readonly hasBytes?: true;
  /**
   * The types that operations share. Absent for reports, and for multipart and binary bodies, which
   * have types of their own.
   */
  readonly shared?: SharedTypes;
  /** The named schema whose type is being created, if operations share that type. */
  readonly root?: string;
}

/** The types of named schemas. Each type is created only once. */
export interface SharedTypes {
  /**
   * The type of a named schema, or null if the type has to be created where the schema is used.
   * Adds the types that the schema uses, and the findings about the schema, to the context.
   */
  typeOf(reference: string, context: SchemaContext): Type | null;
}

/**
 * Creates a context with these members and empty lists of types.
 *
 * Lowering adds types to the lists. It adds findings to `diagnostics`, which may already contain
 * some.
 */
export function startSchemaContext({
  document,
  names,
  docs,
  diagnostics,
}: Pick<SchemaContext, "document" | "names" | "docs" | "diagnostics">): SchemaContext {
  return {
    document,
    names,
    docs,
    diagnostics,
    enums: [],
    objects: [],
    unions: [],
    refStack: new Set(),
  };
}

/**
 * Returns `{ description: words }`, or `{}` if `words` is empty. Spread the result into a part of
 * the model.
 */
export function withDescription(words: string): { readonly description?: string } {
  return words === "" ? {} : { description: words };
}

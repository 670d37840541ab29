import { type Problem, Problems } from "../problem.js";

/** A node of the description: plain data. */
export type Node = Readonly<Record<string, unknown>>;

/** A node with its place. */
export interface LocatedNode {
  readonly node: Node;
  readonly at: string;
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

/** A parameter or another node that may stand elsewhere, followed to where it stands. */
export function followed(document: Node, written: Node): Node {
  const seen = new Set<string>();
  let node = written;
  while (typeof node.$ref === "string") {
    if (seen.has(node.$ref)) throw new Problems([endless(node.$ref, node.$ref)]);
    seen.add(node.$ref);
    node = resolve(document, node.$ref);
  }
  return node;
}

/** A part that refers to itself is no part that a call could do without. */
function endless(reference: string, where: string): Problem {
  return {
    what: `a reference has no end: ${reference} leads to itself`,
    where,
    why: "What it stands for is nowhere.",
    fix: "Get the description again, whole.",
  };
}

function lost(reference: string): Problem {
  return {
    what: `nothing stands at ${reference}`,
    where: reference,
    why: "What a reference stands for is part of a type.",
    fix: "Get the description again, whole, or pull again: a contract has all that its references name.",
  };
}

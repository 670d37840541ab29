import { below } from "../../runtime/validation/pointer.js";
import { isNode, type Node } from "./context.js";

/** Pointer prefix of the named schemas in a description. */
const SCHEMAS = "#/components/schemas";

/** Facts about a named schema and everything it refers to. */
interface Component {
  /**
   * Number of the cycle that the schema belongs to. Schemas that refer to each other have the same
   * number.
   */
  readonly cycle: number;
  /** Whether the schema's type differs between requests and responses. */
  readonly differsBySide: boolean;
}

/**
 * Finds cycles among named schemas, and schemas that differ between requests and responses. The
 * result has an entry for each named schema, keyed by reference.
 */
export function componentsOf(document: Node): ReadonlyMap<string, Component> {
  const { components } = document;
  const schemas = isNode(components) && isNode(components.schemas) ? components.schemas : {};
  const nodes = new Map(
    Object.entries(schemas).map(([name, schema]) => [below(SCHEMAS, name), scanSchema(schema)]),
  );
  const found = new Map<string, Component>();
  for (const cycle of cyclesOf(new Map([...nodes].map(([key, { to }]) => [key, to])))) {
    const differsBySide = cycle.some((reference) => {
      const node = nodes.get(reference);
      return node?.differsBySide || node?.to.some((to) => found.get(to)?.differsBySide);
    });
    const number = found.size;
    for (const reference of cycle) found.set(reference, { cycle: number, differsBySide });
  }
  return found;
}

/**
 * The references inside a schema, and whether any part of it differs between requests and
 * responses.
 */
function scanSchema(schema: unknown): {
  readonly to: readonly string[];
  readonly differsBySide: boolean;
} {
  const to = new Set<string>();
  let differsBySide = false;
  const open: unknown[] = [schema];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node === "string" && node.startsWith(`${SCHEMAS}/`)) to.add(node);
    if (typeof node !== "object" || node === null) continue;
    open.push(...Object.values(node));
    const { readOnly, writeOnly, enum: values, ...others } = node as Node;
    // An enum is closed in a request and open in a response.
    differsBySide ||=
      readOnly === true ||
      writeOnly === true ||
      Array.isArray(values) ||
      others.default !== undefined;
  }
  return { to: [...to], differsBySide };
}

/**
 * Groups the nodes of a graph that can reach each other. A group comes after all groups that can be
 * reached from it.
 */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  // This is Tarjan's algorithm without recursion, because a long chain of schemas could overflow
  // the stack.
  const cycles: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const enter = (node: string): { readonly node: string; readonly to: string[] } => {
    order.set(node, order.size);
    lowest.set(node, order.get(node) ?? 0);
    stack.push(node);
    onStack.add(node);
    return { node, to: [...(graph.get(node) ?? [])].reverse() };
  };
  const lower = (node: string, to: number): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? to, to));
  };
  for (const start of graph.keys()) {
    const path = order.has(start) ? [] : [enter(start)];
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const { node, to } = last;
      const next = to.pop();
      if (next !== undefined) {
        if (!graph.has(next)) continue;
        if (!order.has(next)) path.push(enter(next));
        else if (onStack.has(next)) lower(node, order.get(next) ?? 0);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) lower(before.node, lowest.get(node) ?? 0);
      if (lowest.get(node) !== order.get(node)) continue;
      const cycle = stack.splice(stack.lastIndexOf(node));
      for (const member of cycle) onStack.delete(member);
      cycles.push(cycle);
    }
  }
  return cycles;
}

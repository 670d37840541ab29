import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { componentsOf } from "../../../generator/lower/components.js";

const refer = (to: number): object => ({ $ref: `#/components/schemas/S${to}` });

/**
 * Named schemas as the numbers of the schemas that each one refers to. Some are marked, for example
 * as read-only.
 */
const graphs = fc.integer({ min: 1, max: 9 }).chain((count) =>
  fc.array(
    fc.record({
      to: fc.array(fc.nat(count - 1), { maxLength: 3 }),
      marked: fc.constantFrom(
        ...[{}, {}, {}, {}],
        ...[{ readOnly: true }, { writeOnly: true }, { enum: ["A"] }, { default: 1 }],
      ),
    }),
    { minLength: count, maxLength: count },
  ),
);

describe("the named schemas of a description", () => {
  it("belong to the same cycle if they refer to each other, and need two types if they refer to a schema that differs between requests and responses", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const schemas = graph.map(({ to, marked }, at) => [
          `S${at}`,
          {
            properties: { own: marked, ...Object.fromEntries(to.map((one) => [one, refer(one)])) },
          },
        ]);
        const found = componentsOf({ components: { schemas: Object.fromEntries(schemas) } });
        const of = (at: number) => found.get(`#/components/schemas/S${at}`);
        const reached = graph.map((_, at) => reachedFrom(at, graph));
        for (const [at, from] of reached.entries()) {
          const isMarked = ({ marked }: (typeof graph)[number]) => Object.keys(marked).length > 0;
          expect(of(at)?.differsBySide).toBe(
            graph.some((one, other) => isMarked(one) && (other === at || from.has(other))),
          );
          for (const other of graph.keys())
            expect(of(at)?.cycle === of(other)?.cycle).toBe(
              at === other || (from.has(other) && reached[other]?.has(at) === true),
            );
        }
      }),
    );
  });

  it("can form a chain of twenty thousand references", () => {
    const schemas = Array.from({ length: 20_000 }, (_, at) => [`S${at}`, refer(at + 1)]);
    expect(componentsOf({ components: { schemas: Object.fromEntries(schemas) } }).size).toBe(
      20_000,
    );
  });
});

/**
 * The numbers of all schemas that a schema refers to, directly or not. Includes the schema itself
 * only if it is in a cycle.
 */
function reachedFrom(
  at: number,
  graph: readonly { readonly to: readonly number[] }[],
): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [...(graph[at]?.to ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(graph[next]?.to ?? []));
  }
  return reached;
}

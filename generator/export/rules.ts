import type { Flow, HttpCall, Model, Operation, Rule } from "../model/model.js";

/** "a, b and c", or "none". */
export function named(rules: readonly Rule[]): string {
  const ids = rules.map(({ id }) => id);
  return ids.length < 2 ? (ids[0] ?? "none") : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`;
}

/** A report or an operation. */
export type Offered = Flow | Operation;

/** Reports first, then operations, in the order of `spec/flows.yaml`. */
export function allOffered({ flows, operations }: Pick<Model, "flows" | "operations">): readonly Offered[] {
  return [...flows, ...operations];
}

/** The call that sends the request; of a report, `create`. */
export function callOf(offered: Offered): HttpCall {
  return "create" in offered ? offered.create : offered.call;
}

import type { Flow, HttpCall, Model, Operation, Rule } from "../model/model.js";

/** The ids of the rules: "a, b and c", or "none" for an empty list. */
export function ruleIds(rules: readonly Rule[]): string {
  const ids = rules.map(({ id }) => id);
  return ids.length < 2 ? (ids[0] ?? "none") : `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`;
}

/** A report or an operation. */
export type Offered = Flow | Operation;

/** The reports of a model followed by its operations, as one list, each kind in the order of the model. */
export function allOffered({ flows, operations }: Pick<Model, "flows" | "operations">): readonly Offered[] {
  return [...flows, ...operations];
}

/** The call that sends the request: `create` of a report, the only call of an operation. */
export function callOf(offered: Offered): HttpCall {
  return "create" in offered ? offered.create : offered.call;
}

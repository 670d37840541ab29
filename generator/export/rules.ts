import type { Flow, HttpCall, Model, Operation } from "../model/model.js";

/** A report or an operation. */
export type Offered = Flow | Operation;

/**
 * Returns the reports of a model followed by its operations, as one list. Each kind is in the order
 * of the model.
 */
export function allOffered({
  flows,
  operations,
}: Pick<Model, "flows" | "operations">): readonly Offered[] {
  return [...flows, ...operations];
}

/**
 * Returns the call that sends the request. For a report, this is its `create` call; for an
 * operation, its only call.
 */
export function callOf(offered: Offered): HttpCall {
  return "create" in offered ? offered.create : offered.call;
}

import type { Call, Flow, Model, Single } from "../model/model.js";

/** What can be asked for: a report, or a single call. */
export type Offered = Flow | Single;

/** Reports first, then the calls that are answered at once, as `spec/flows.yaml` lists them. */
export function allOffered({ flows, operations }: Pick<Model, "flows" | "operations">): readonly Offered[] {
  return [...flows, ...operations];
}

/** The call that the request goes with. */
export function callOf(offered: Offered): Call {
  return "create" in offered ? offered.create : offered.call;
}

import type { Flow, Operation } from "../model/model.js";
import { data, type View } from "../text/code.js";
import { reachedFrom } from "./types.js";

/** `facts.ts`: what the fake server has to know of the contract to read a body by itself. */
export function factsView(flow: Flow): View {
  const reached = reachedFrom(flow.body, flow);
  const one = (items: readonly unknown[]) => items.map((item) => data(item));
  return {
    name: data(flow.name),
    create: data(callOf(flow.create)),
    poll: data(callOf(flow.poll)),
    statuses: data(flow.statuses),
    body: data(flow.body.name),
    columnList: one(flow.columns.map(({ name, value }) => ({ name, value }))),
    fields: one(flow.body.fields.map(({ doc: _, ...field }) => field)),
    objects: one(
      flow.objects
        .filter(({ name }) => reached.has(name))
        .map(({ name, fields }) => ({ name, fields: fields.map(({ doc: _, ...field }) => field) })),
    ),
    enums: one(flow.enums.filter(({ name }) => reached.has(name))),
  };
}

function callOf({ method, path }: Operation): { readonly method: string; readonly path: string } {
  return { method, path };
}

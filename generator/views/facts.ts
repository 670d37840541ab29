import type { Flow, Operation } from "../model/model.js";
import { data, type View } from "../text/code.js";
import { reachedFrom } from "./types.js";

/** `facts.ts`: what the fake server has to know of the contract to read a body by itself. */
export function factsView(flow: Flow): View {
  const reached = reachedFrom(flow.body, flow);
  const one = (items: readonly unknown[]) => items.map((item) => data(item));
  return {
    name: data(flow.name),
    create: data({ ...callOf(flow.create, flow), ...(flow.content === null ? { body: false } : {}) }),
    poll: data(callOf(flow.poll, flow)),
    whole: flow.body.oneOf !== undefined,
    oneOf: data(flow.body.oneOf ?? ""),
    unions: one((flow.unions ?? []).filter(({ name }) => reached.has(name))),
    choices: (flow.unions ?? []).length > 0,
    statuses: data(flow.statuses),
    body: data(flow.body.name),
    columnList: one(flow.columns.map(({ name, value }) => ({ name, value }))),
    leveled: (flow.levels ?? []).length > 0,
    levels: one(flow.levels ?? []),
    fields: one(flow.body.fields.map(({ doc: _, ...field }) => field)),
    objects: one(
      flow.objects
        .filter(({ name }) => reached.has(name))
        .map(({ fields, others, ...object }) => ({
          ...object,
          ...(others && { others: { ...others, doc: undefined } }),
          fields: fields.map(({ doc: _, ...field }) => field),
        })),
    ),
    enums: one(flow.enums.filter(({ name }) => reached.has(name))),
  };
}

function callOf({ method, path, parameters, envelope }: Operation, { poll }: Flow): Readonly<Record<string, unknown>> {
  const account = poll.parameters.find(({ name }) => name !== "token")?.name ?? "ad_account_id";
  const isKnown = account === "ad_account_id" && parameters.some(({ name }) => name === account);
  return { method, path, ...(isKnown ? {} : { account }), ...(envelope !== undefined && { envelope }) };
}

import { data, type View } from "../code.js";
import type { Flow, Operation } from "../model/model.js";
import { reachedFrom } from "./types.js";

/** `facts.ts`: what the fake server has to know of the contract to read a body by itself. */
export function factsView(flow: Flow): View {
  const reached = reachedFrom(flow.body, flow);
  const one = (items: readonly unknown[]) => items.map((item) => data(item));
  return {
    name: data(flow.name),
    create: data({ ...factsOf(flow.create, flow), ...(flow.content === null ? { body: false } : {}), ...repeatedOf(flow) }),
    poll: data(factsOf(flow.poll, flow)),
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

// What the fake server has null for where there is nothing to say.
const NULLS = ["message", "size", "url"];

function factsOf({ method, path, parameters, envelope, answer }: Operation, { poll }: Flow): Readonly<Record<string, unknown>> {
  const account = poll.parameters.find(({ name }) => name !== "token")?.name ?? "ad_account_id";
  const isKnown = account === "ad_account_id" && parameters.some(({ name }) => name === account);
  const notNull = answer.fields.filter(({ name, type }) => NULLS.includes(name) && type.kind !== "nullable").map(({ name }) => name);
  return {
    method,
    path,
    ...(isKnown ? {} : { account }),
    ...(envelope !== undefined && { envelope }),
    ...(notNull.length > 0 && { notNull }),
  };
}

/** What the response to a create needs that was said in the request. */
function repeatedOf({ create: { answer }, body }: Flow): Readonly<Record<string, unknown>> {
  const said = new Set(body.fields.map(({ name }) => name));
  const repeats = answer.fields.filter(({ name, required }) => required && said.has(name)).map(({ name }) => name);
  return repeats.length > 0 ? { repeats } : {};
}

import type { Flow, Operation } from "../model/model.js";
import { data, identifier, literal, property, type View } from "../text/code.js";

// What is known to be no number, and what is not known at all.
const TEXTS: readonly string[] = ["name", "text", "url", "label", "unknown"];

/** `flow.ts`: the calls, typed by openapi-fetch over the sliced schema. */
export function flowView(flow: Flow): View {
  return {
    name: literal(flow.name),
    statuses: data(flow.statuses),
    ids: data(flow.columns.filter(({ value }) => value === "id").map(({ name }) => name)),
    texts: data(flow.columns.filter(({ value }) => TEXTS.includes(value)).map(({ name }) => name)),
    rateLimit: data({ create: flow.create.rateLimit, poll: flow.poll.rateLimit }),
    create: call(flow.create),
    poll: call(flow.poll),
    account: property(flow.create.parameters.find((parameter) => parameter.in === "path")?.name ?? "ad_account_id"),
  };
}

function call({ method, path }: Operation): View {
  return { method: identifier(method.toUpperCase()), path: literal(path) };
}

import type { Flow, Operation } from "../model/model.js";
import { data, identifier, literal, member, type View } from "../text/code.js";
import { partsView } from "./call.js";

// What is known to be no number, and what is not known at all.
const TEXTS: readonly string[] = ["name", "text", "url", "label", "unknown"];

/** `flow.ts`: the calls, typed by openapi-fetch over the sliced schema. */
export function flowView(flow: Flow): View {
  const account = flow.poll.parameters.find(({ name }) => name !== "token")?.name ?? "ad_account_id";
  return {
    name: literal(flow.name),
    statuses: data(flow.statuses),
    ids: data(flow.columns.filter(({ value }) => value === "id").map(({ name }) => name)),
    texts: data(flow.columns.filter(({ value }) => TEXTS.includes(value)).map(({ name }) => name)),
    rateLimit: data({ create: flow.create.rateLimit, poll: flow.poll.rateLimit }),
    create: callOf(
      flow.create,
      partsView({ parameters: flow.create.parameters, content: flow.content, bodyField: null }, { [account]: ACCOUNT }),
    ),
    poll: callOf(
      flow.poll,
      partsView({ parameters: flow.poll.parameters, content: null, bodyField: null }, { [account]: ACCOUNT, token: TOKEN }),
    ),
    wrapped: flow.wrapped !== undefined,
    inner: member(identifier("outer"), flow.wrapped ?? "data"),
  };
}

const ACCOUNT = identifier("account");
const TOKEN = identifier("token");

function callOf({ method, path }: Operation, { pattern, init }: ReturnType<typeof partsView>): View {
  return { method: identifier(method.toUpperCase()), path: literal(path), pattern, init };
}

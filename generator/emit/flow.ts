import { data, identifier, imported, list, literal, type View } from "../code.js";
import { kindsOf } from "../lower/columns.js";
import type { Flow, Operation } from "../model/model.js";
import { certainView } from "./columns.js";
import { partsView } from "./operation.js";
import { byName } from "./uses.js";

/** `flow.ts`: the calls, typed by the request that is generated beside them. */
export function flowView(flow: Flow): View {
  const account = flow.poll.parameters.find(({ name }) => name !== "token")?.name ?? "ad_account_id";
  const { ids, texts } = flow.known ?? kindsOf(flow.columns);
  const create = partsView(
    { parameters: flow.create.parameters, content: flow.content, mediaType: flow.mediaType, bodyField: null },
    { [account]: ACCOUNT },
  );
  const poll = partsView({ parameters: flow.poll.parameters, content: null, bodyField: null }, { [account]: ACCOUNT, token: TOKEN });
  const called = new Set([...create.uses, ...poll.uses]);
  return {
    name: literal(flow.name),
    statuses: data(flow.statuses),
    ids: data(ids),
    texts: data(texts),
    promising: flow.levels !== undefined,
    certain: certainView(flow),
    unsaid: !flow.body.fields.some((field) => field.name === "report_format"),
    rateLimit: data({ create: flow.create.rateLimit, poll: flow.poll.rateLimit }),
    create: callOf(flow.create, create),
    poll: callOf(flow.poll, poll),
    calls: called.size > 0,
    uses: list([...called, "type Flow"].sort(byName).map(imported), ", "),
    enveloped: flow.create.envelope !== undefined || flow.poll.envelope !== undefined,
    envelope: data({ create: flow.create.envelope ?? null, poll: flow.poll.envelope ?? null }),
  };
}

const ACCOUNT = identifier("account");
const TOKEN = identifier("token");

function callOf({ method, path }: Operation, { pattern, init }: ReturnType<typeof partsView>): View {
  return { method: identifier(method.toUpperCase()), path: literal(path), pattern, init };
}

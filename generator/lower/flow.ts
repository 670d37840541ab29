import type { Contract, Knowledge } from "../load/contract.js";
import type { FlowsFile } from "../load/flows.js";
import type { JsonObject } from "../load/json.js";
import type { FlowEntry } from "../load/offers.js";
import type { Flow, Operation } from "../model/model.js";
import { wordsOf } from "../parse/words.js";
import type { Problem } from "../problem.js";
import type { Diagnostics } from "../tolerance.js";
import { columnsOf, kindsOf, knownColumns, levelsOf } from "./columns.js";
import { described, type Lowering, startLowering } from "./lowering.js";
import { FLOWS_FILE, nameProblems, typeNames } from "./names.js";
import { type Found, lowerOperation, lowerParameters } from "./operation.js";
import { lowerRequest } from "./request.js";
import { lowerRules } from "./rules.js";
import { shapeOf } from "./shape.js";

/** What lowering an entry of `spec/flows.yaml` works from. */
export interface Offer {
  readonly contract: Contract;
  readonly found: ReadonlyMap<string, Found>;
  readonly diagnostics: Diagnostics;
}

/** A report: two operations, and what they owe each other. */
export function lowerFlow(entry: FlowEntry, { contract, found, diagnostics }: Offer): Flow | undefined {
  const { problems } = diagnostics;
  const { document, source, knowledge } = contract;
  const [create, poll] = [found.get(entry.create), found.get(entry.poll)];
  if (create === undefined || poll === undefined) {
    problems.push(shapeProblem(entry, `the description has not: an operation ${create === undefined ? entry.create : entry.poll}`));
    return undefined;
  }
  const docs: ReadonlyMap<string, string> = knowledge.docs.get(entry.create) ?? new Map();
  const lowering = startLowering({ document, names: typeNames(entry.name, diagnostics), docs, diagnostics });
  const parameters = lowerParameters(poll, "poll", lowering);
  const account = parameters.find(({ in: place, name }) => place === "path" || name === "ad_account_id")?.name ?? "";
  // A report is made of what is asked for: one without a body would be a report about nothing, also where the description lets it be.
  const asked = lowerRequest(create, { beside: [account], withBody: true }, lowering);
  const wrapped = entry.answer;
  const flow: Flow = {
    name: entry.name,
    doc: docs.get("") ?? "",
    ...described(wordsOf(create.node)),
    body: asked.body,
    create: lowerOperation(create, { role: "create", wrapped }, asked.parameters, lowering),
    poll: lowerOperation(poll, { role: "poll", wrapped }, parameters, lowering),
    content: asked.content,
    ...(asked.less && { less: asked.less }),
    ...(wrapped === undefined ? {} : { wrapped }),
    objects: lowering.objects,
    enums: lowering.enums,
    ...unionsOf(lowering),
    statuses: knowledge.flows.statuses,
    rules: [],
    columns: [],
  };
  const isObject = asked.content === null || (asked.content === "json" && asked.bodyField === null);
  const odd = isObject ? [] : [`the body of ${entry.create} is not one JSON object`];
  const flaws = [...odd, ...checkAnswers(flow), ...checkParameters(flow, account)];
  problems.push(...flaws.map((what) => shapeProblem(entry, what)), ...nameProblems(flow, entry.where));
  return {
    ...flow,
    ...rowsOf(flow, entry, knowledge),
    rules: lowerRules(create.node as JsonObject, { rules: knowledge.rules, version: source.version, shape: shapeOf(flow) }, diagnostics),
  };
}

/** What is known of the report's rows. */
function rowsOf(flow: Flow, entry: FlowEntry, knowledge: Knowledge): Pick<Flow, "columns" | "levels" | "known"> {
  const columns = columnsOf(flow, knowledge.columns);
  const entities = knowledge.rows.get(entry.create);
  const shares = knowledge.flows.flows.some((other) => other.name !== entry.name && other.poll === entry.poll);
  return {
    columns,
    ...(entities && { levels: levelsOf(flow, columns, entities) }),
    ...(columns.length === 0 && shares ? { known: kindsOf(knownColumns(knowledge.columns)) } : {}),
  };
}

/** The unions that were found; left out where there are none. */
export function unionsOf({ unions }: Lowering): Pick<Flow, "unions"> {
  return unions.length === 0 ? {} : { unions };
}

/** Create gives a token, poll a status and a link: without them there is nothing to wait for. */
function checkAnswers(flow: Flow): readonly string[] {
  const wanted = [
    [flow.create, ["token"]],
    [flow.poll, ["report_status", "url"]],
  ] as const;
  return wanted.flatMap(([{ id, answer }, names]) =>
    names.filter((name) => !answer.fields.some((field) => field.name === name)).map((name) => `the answer of ${id} has no ${name}`),
  );
}

/** The calls are made with an account, a token and what the caller hands over; a parameter that nobody fills in would be left out. */
function checkParameters(flow: Flow, account: string): readonly string[] {
  const names = ({ parameters }: Operation): readonly string[] => parameters.map(({ name }) => name);
  if (!names(flow.create).includes(account))
    return ["poll does not take the ad account that create takes, in its path or as ad_account_id"];
  const others = names(flow.poll).filter((name) => name !== account && name !== "token");
  if (!names(flow.poll).includes("token")) return ["poll does not take the token that create gives"];
  return others.length === 0 ? [] : [`poll takes more than the account and the token: ${others.join(", ")}`];
}

/** A status that nobody has sorted would be waited for until the deadline. Said once: the statuses are those of all flows. */
export function checkStatuses(flows: readonly Flow[], { statuses, statusesAt = FLOWS_FILE }: FlowsFile): readonly Problem[] {
  const sorted = new Set([...statuses.pending, ...statuses.done, ...statuses.failed]);
  const said = flows.flatMap((flow) =>
    [flow.create, flow.poll]
      .flatMap(({ answer }) => answer.fields.filter(({ name }) => name === "report_status"))
      .flatMap(({ type }) => shapeOf(flow).values(type) ?? [])
      .map(String),
  );
  return [...new Set(said)]
    .filter((status) => !sorted.has(status))
    .map((status) => ({
      what: `nobody has said what the status ${status} means`,
      where: statusesAt,
      why: "A poller has to know whether to wait, to read or to give up.",
      fix: "Add it to pending, done or failed under `statuses`.",
    }));
}

function shapeProblem({ name, where = FLOWS_FILE }: FlowEntry, what: string): Problem {
  return {
    what: `the flow ${name} is no report: ${what}`,
    where,
    why: "A report is created, polled by its token and read from a link.",
    fix: "Name other operations for it, or leave the flow out.",
  };
}

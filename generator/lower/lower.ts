import type { ColumnFacts } from "../load/columns.js";
import type { Contract } from "../load/contract.js";
import type { FlowEntry } from "../load/flows.js";
import type { JsonObject } from "../load/json.js";
import type { Column, EnumType, Flow, Model, ObjectType, Type } from "../model/model.js";
import { type Problem, Problems } from "../problem.js";
import type { Shape } from "../rules/kind.js";
import { isNode, type Node } from "./flatten.js";
import { nameProblems, typeNames } from "./names.js";
import { findOperation, jsonSchema, lowerOperation } from "./operation.js";
import { lowerRules } from "./rules.js";
import { type Lowering, lowerObject } from "./schema.js";

/** The API that the client talks to. A description that names another stops generation: a host never follows a description. */
const SERVER = "https://api.pinterest.com/v5";

/** The contract as the model that everything is made from. Throws all `Problems` at once. */
export function lower(contract: Contract): Model {
  const problems: Problem[] = [...checkServer(contract.document)];
  const flows = contract.knowledge.flows.flows.flatMap((entry) => lowerFlow(entry, contract, problems) ?? []);
  if (problems.length > 0) throw new Problems(problems);
  return { source: contract.source, flows };
}

function lowerFlow(entry: FlowEntry, { document, source, knowledge }: Contract, problems: Problem[]): Flow | undefined {
  const create = findOperation(document, entry.create);
  const poll = findOperation(document, entry.poll);
  const body = jsonSchema(create?.node.requestBody);
  if (create === undefined || poll === undefined || body === undefined) {
    const lacking =
      create === undefined ? `an operation ${entry.create}` : poll === undefined ? `an operation ${entry.poll}` : "a JSON request body";
    problems.push(shapeProblem(entry, `the description has not: ${lacking}`));
    return undefined;
  }
  const docs: ReadonlyMap<string, string> = knowledge.docs.get(entry.create) ?? new Map();
  const enums: EnumType[] = [];
  const objects: ObjectType[] = [];
  const lowering: Lowering = { document, names: typeNames(entry.name, problems), docs, enums, objects, problems, open: new Set() };
  const flow: Flow = {
    name: entry.name,
    doc: docs.get("") ?? "",
    body: lowerObject(body, ["request"], `${create.at}/requestBody`, lowering),
    create: lowerOperation(create, entry.create, "create", lowering),
    poll: lowerOperation(poll, entry.poll, "poll", lowering),
    objects,
    enums,
    statuses: knowledge.flows.statuses,
    rules: [],
    columns: [],
  };
  problems.push(...checkPaths(flow), ...checkAnswers(flow), ...checkParameters(flow), ...checkStatuses(flow), ...nameProblems(flow));
  return {
    ...flow,
    rules: lowerRules(create.node as JsonObject, { rules: knowledge.rules, version: source.version, shape: shapeOf(flow) }, problems),
    columns: columnsOf(flow, knowledge.columns),
  };
}

/** The columns of the body's `columns`, with what our files say about each; one that they do not know is text of unknown kind. */
function columnsOf(flow: Flow, known: ReadonlyMap<string, ColumnFacts>): readonly Column[] {
  const type = flow.body.fields.find(({ name }) => name === "columns")?.type;
  const values = type === undefined ? null : shapeOf(flow).values(type);
  return (values ?? []).map((name) => ({ name: String(name), ...factsOf(known.get(String(name))) }));
}

function factsOf(facts: ColumnFacts | undefined): Omit<Column, "name"> {
  return facts === undefined ? { value: "unknown", verified: false } : { value: facts.value, verified: facts.verified };
}

/** The body as rules see it. */
export function shapeOf(flow: Pick<Flow, "body" | "enums">): Shape {
  const fields = new Map(flow.body.fields.map((field) => [field.name, field]));
  const enums = new Map(flow.enums.map(({ name, values }) => [name, values]));
  function values(type: Type): readonly (string | number)[] | null {
    if (type.kind === "array") return values(type.items);
    if (type.kind === "nullable") return values(type.of);
    return type.kind === "enum" ? (enums.get(type.name) ?? null) : null;
  }
  return { field: (name) => fields.get(name), values };
}

/** Create gives a token and a status, poll a status and a link: without them there is nothing to wait for. */
function checkAnswers(flow: Flow): readonly Problem[] {
  const wanted = [
    [flow.create, ["report_status", "token"]],
    [flow.poll, ["report_status", "url"]],
  ] as const;
  return wanted.flatMap(([{ id, answer }, names]) =>
    names
      .filter((name) => !answer.fields.some((field) => field.name === name))
      .map((name) => shapeProblem(flow, `the answer of ${id} has no ${name}`)),
  );
}

/** A path with dots, a query or an empty step would lead a call, and its credentials, elsewhere than it seems to. */
function checkPaths(flow: Flow): readonly Problem[] {
  const plain = /^(\/([A-Za-z0-9_-][A-Za-z0-9_.-]*|\{\w+\}))+$/;
  return [flow.create, flow.poll]
    .filter(({ path }) => !plain.test(path))
    .map(({ id, path }) => shapeProblem(flow, `the path of ${id} is not made of plain steps: ${path.slice(0, 100)}`));
}

/** The calls are made with an account and a token; a parameter that nobody fills in would be left out. */
function checkParameters(flow: Flow): readonly Problem[] {
  const inPath = [flow.create, flow.poll].map(({ parameters }) => parameters.filter((one) => one.in === "path").map(({ name }) => name));
  const query = flow.poll.parameters.filter((one) => one.in === "query").map(({ name }) => name);
  const needed = flow.create.parameters.filter((one) => one.in === "query" && one.required).map(({ name }) => name);
  const fine =
    inPath.every((names) => names.length === 1 && names[0] === inPath[0]?.[0]) && query.join() === "token" && needed.length === 0;
  return fine ? [] : [shapeProblem(flow, "create takes other parameters than the account, or poll others than the account and the token")];
}

/** A status that nobody has sorted would be waited for until the deadline. */
function checkStatuses(flow: Flow): readonly Problem[] {
  const sorted = new Set([...flow.statuses.pending, ...flow.statuses.done, ...flow.statuses.failed]);
  const shape = shapeOf(flow);
  const said = [flow.create, flow.poll].flatMap(({ answer }) => answer.fields.filter(({ name }) => name === "report_status"));
  const unsorted = new Set(said.flatMap(({ type }) => shape.values(type) ?? []).filter((status) => !sorted.has(String(status))));
  return [...unsorted].map((status) => ({
    what: `nobody has said what the status ${status} means`,
    where: `spec/flows.yaml, flow ${flow.name}`,
    why: "A poller has to know whether to wait, to read or to give up.",
    fix: "Add it to pending, done or failed under `statuses` in spec/flows.yaml.",
  }));
}

function checkServer(document: Node): readonly Problem[] {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  const urls = servers.map((server: unknown) => (isNode(server) ? server.url : undefined));
  if (urls.length === 1 && urls[0] === SERVER) return [];
  return [
    {
      what: `the description names another server than ${SERVER}: ${urls.map(String).join(", ") || "none"}`,
      where: "#/servers",
      why: "Credentials go to that host; it must not move because a document says so.",
      fix: "Make sure that the move is real, then change SERVER in generator/lower/lower.ts and the default in runtime/.",
    },
  ];
}

function shapeProblem({ name }: { readonly name: string }, what: string): Problem {
  return {
    what,
    where: `spec/flows.yaml, flow ${name}`,
    why: "A report is created, polled by its token and read from a link.",
    fix: "Name other operations in spec/flows.yaml, or leave the flow out.",
  };
}

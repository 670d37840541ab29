import type { Added, Contract } from "../load/contract.js";
import { isBefore, offered } from "../load/flows.js";
import type { Model } from "../model/model.js";
import { type Problem, Problems } from "../problem.js";
import { answeredColumns } from "./columns.js";
import { checkStatuses, lowerFlow } from "./flow.js";
import { Met } from "./met.js";
import { sharedNames } from "./names.js";
import { isNode, type Node } from "./node.js";
import { operationsOf } from "./operation.js";
import { entriesFor, lowerSingle } from "./single.js";

/** The API that the client talks to. A description that names another stops generation: a host never follows a description. */
const SERVER = "https://api.pinterest.com/v5";

/**
 * The contract as the model that everything is made from. Throws all `Problems` at once, unless `undecided` gets them: then the model has what
 * could be understood.
 */
export function lower(contract: Contract, undecided?: Problem[]): Model {
  const { document, source, knowledge } = contract;
  const { flows: file } = knowledge;
  const problems: Problem[] = [...checkServer(document)];
  const offers = offered(file, source.version);
  const found = operationsOf(document);
  const met = new Met();
  const flows = offers.flows.flatMap((entry) => met.within(entry, (own) => lowerFlow(entry, { contract, found, problems: own })) ?? []);
  const operations = entriesFor(offers, found, problems).flatMap(
    (entry) => met.within(entry, (own) => lowerSingle(entry, { contract, found, problems: own })) ?? [],
  );
  problems.push(
    ...met.problems(file),
    ...checkStatuses(flows, file),
    ...checkAdded(contract, new Set(operations.map(({ call }) => call.id))),
  );
  problems.push(...sharedNames([...flows, ...operations], file.file));
  if (undecided) undecided.push(...problems);
  else if (problems.length > 0) throw new Problems(problems);
  const columns = answeredColumns(operations, knowledge.columns);
  return { source, flows, operations, ...(columns.length > 0 && { columns }), ...(offers.others && { everything: true }) };
}

/** What somebody says of an operation that is not offered would be passed over: it is most likely misspelt. */
function checkAdded({ knowledge: { added = [], flows }, source }: Contract, there: ReadonlySet<string>): readonly Problem[] {
  // Also what this description does not have yet.
  const named = [...flows.flows.map(({ create }) => create), ...(flows.operations ?? []).map(({ operation }) => operation)];
  const isFor = ({ operation, since = null }: Added): boolean =>
    (since !== null && isBefore(source.version, since)) || there.has(operation) || named.includes(operation);
  return added
    .filter((one) => !isFor(one))
    .map(({ operation, where }) => ({
      what: `something is said of ${operation}, which is not offered`,
      where,
      why: "It would be passed over without a word.",
      fix: "Name an operation of the flows file as the description writes it, or take the entry out.",
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
      fix: "Make sure that the move is real. A newer version of the generator will know it; in its own repository, change SERVER and the default in runtime/.",
    },
  ];
}

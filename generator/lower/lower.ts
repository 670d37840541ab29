import type { Added, Contract } from "../load/contract.js";
import { isBefore, offered } from "../load/flows.js";
import type { Model } from "../model/model.js";
import type { Notice } from "../notice.js";
import { type Problem, Problems } from "../problem.js";
import { answeredColumns } from "./columns.js";
import { lowerFlow, unclassifiedStatuses } from "./flow.js";
import { Met } from "./met.js";
import { sharedNames } from "./names.js";
import { isNode, type Node } from "./node.js";
import { operationsOf } from "./operation.js";
import { entriesFor, lowerSingle } from "./single.js";

/** The API that the client talks to. A description that names another stops generation: a host never follows a description. */
const SERVER = "https://api.pinterest.com/v5";

/** What the contract was lowered to. */
export interface Lowered {
  readonly model: Model;
  /** What stopped nothing and should be known, of the stages before this one, too. */
  readonly notices: readonly Notice[];
  /** What could not be made, where the rest goes on without it. */
  readonly refused: readonly Problem[];
}

export interface LowerOptions {
  /** Makes what can be made: what cannot comes back as `refused`, and is thrown otherwise. */
  readonly keepGoing?: boolean;
  /** Gets all problems; the model then has whatever could be understood, of what is wrong, too. */
  readonly undecided?: Problem[];
}

/** The contract as the model that everything is made from. Throws all `Problems` at once, unless an option says otherwise. */
export function lower(contract: Contract, { keepGoing = false, undecided }: LowerOptions = {}): Lowered {
  const { document, source, knowledge } = contract;
  const { flows: file } = knowledge;
  const problems: Problem[] = [...(contract.met?.problems ?? [])];
  const offers = offered(file, source.version);
  const found = operationsOf(document);
  const met = new Met(file, { partial: undecided !== undefined });
  const flows = offers.flows.flatMap(
    (entry) => met.within(entry, (diagnostics) => lowerFlow(entry, { contract, found, diagnostics })) ?? [],
  );
  const operations = entriesFor(offers, found, problems).flatMap(
    (entry) => met.within(entry, (diagnostics) => lowerSingle(entry, { contract, found, diagnostics })) ?? [],
  );
  problems.push(...met.problems());
  // No operation could be left out to mend these.
  const beyond = [
    ...checkServer(document),
    ...checkAdded(contract, new Set(operations.map(({ call }) => call.id))),
    ...sharedNames([...flows, ...operations], file.file),
  ];
  const all = [...problems, ...beyond];
  if (undecided) undecided.push(...all);
  else if (beyond.length > 0 || (problems.length > 0 && !keepGoing)) throw new Problems(all);
  const columns = answeredColumns(operations, knowledge.columns);
  return {
    model: { source, flows, operations, ...(columns.length > 0 && { columns }), ...(offers.others && { everything: true }) },
    notices: [...(contract.met?.notices ?? []), ...met.notices, ...unclassifiedStatuses(flows, file)],
    refused: keepGoing ? problems : [],
  };
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

import type { Model } from "../model/model.js";
import type { Notice } from "../notice.js";
import type { Added, Contract } from "../parse/contract.js";
import { type FlowsFile, idsOf, lacking } from "../parse/flows.js";
import { nearest } from "../parse/nearest.js";
import type { FlowEntry, OperationEntry } from "../parse/offers.js";
import { once, type Problem, Problems } from "../problem.js";
import { answeredColumns } from "./columns.js";
import { lowerFlow, unclassifiedStatuses } from "./flow.js";
import { Met } from "./met.js";
import { type Clashes, Names, NO_CLASHES } from "./names.js";
import type { Node } from "./node.js";
import { type Found, operationsOf, SERVER, urlsOf } from "./operation.js";
import { entriesFor, lowerSingle } from "./single.js";

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
  /** What has turned out to have the same name as something else. */
  readonly clashes?: Clashes;
}

/** The contract as the model that everything is made from. Throws all `Problems` at once, unless an option says otherwise. */
export function lower(contract: Contract, { keepGoing = false, undecided, clashes = NO_CLASHES }: LowerOptions = {}): Lowered {
  const { document, source, knowledge, met: before } = contract;
  const { flows: file } = knowledge;
  const found = operationsOf(document);
  const offers = thereOf(contract, found);
  const met = new Met(file, { partial: undecided !== undefined });
  const { entries, problems: unnamed } = entriesFor({ ...file, ...offers }, found, clashes.entries);
  const names = new Names([...offers.flows, ...entries], clashes);
  const flows = offers.flows.flatMap(
    (entry) => met.within(entry, (diagnostics) => lowerFlow(entry, { contract, found, names, diagnostics })) ?? [],
  );
  const operations = entries.flatMap(
    (entry) => met.within(entry, (diagnostics) => lowerSingle(entry, { contract, found, names, diagnostics })) ?? [],
  );
  const problems = once([...(before?.problems ?? []), ...offers.problems, ...met.problems()]);
  // No operation could be left out to mend these.
  const beyond = [...checkServer(document), ...unnamed, ...checkAdded(contract)];
  const all = [...problems, ...beyond];
  if (undecided) undecided.push(...all);
  else if (beyond.length > 0 || (problems.length > 0 && !keepGoing)) throw new Problems(all);
  const columns = answeredColumns(operations, knowledge.columns);
  return {
    model: { source, flows, operations, ...(columns.length > 0 && { columns }), ...(file.others && { everything: true }) },
    notices: [...(before?.notices ?? []), ...offers.notices, ...met.notices, ...unclassifiedStatuses(flows, file)],
    refused: keepGoing ? problems : [],
  };
}

interface Offers extends Required<Pick<FlowsFile, "flows" | "operations">> {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** The entries whose operations are all there; of the others it is told, unless it has been told already. */
function thereOf({ knowledge: { flows: file }, met }: Contract, found: ReadonlyMap<string, Found>): Offers {
  const entries: readonly (FlowEntry | OperationEntry)[] = [...file.flows, ...(file.operations ?? [])];
  const known = (): readonly string[] => [...found.keys()];
  const isLost = (id: string): boolean => !found.has(id) && met?.leftOut.includes(id) !== true;
  const lost = entries.map((entry) => lacking(entry, idsOf(entry).filter(isLost), { ...file, known }));
  const isThere = (entry: FlowEntry | OperationEntry): boolean => idsOf(entry).every((id) => found.has(id));
  return {
    flows: file.flows.filter(isThere),
    operations: (file.operations ?? []).filter(isThere),
    problems: lost.flatMap(({ problems }) => problems),
    notices: lost.flatMap(({ notices }) => notices),
  };
}

/** What is said of an operation that no entry names and `all` does not find would be passed over: most likely it is misspelt. */
function checkAdded({ knowledge: { added = [], flows }, document }: Contract): readonly Problem[] {
  const named = [...flows.flows, ...(flows.operations ?? [])].flatMap(idsOf);
  const isFor = ({ operation }: Added): boolean =>
    named.includes(operation) || (flows.others !== undefined && operationsOf(document).has(operation));
  return added
    .filter((one) => !isFor(one))
    .map(({ operation, where }) => ({
      what: `something is said of ${operation}, which is not offered${nearest(operation, named)}`,
      where,
      why: "It would be passed over without a word.",
      fix: "Name an operation of the flows file as the description writes it, or take the entry out.",
    }));
}

function checkServer(document: Node): readonly Problem[] {
  const urls = urlsOf(document.servers);
  if (urls.includes(SERVER)) return [];
  return [
    {
      what: `the description names another server than ${SERVER}: ${urls.join(", ") || "none"}`,
      where: "#/servers",
      why: "Credentials go to that host; it must not move because a document says so.",
      fix: "Make sure that the move is real. A newer version of the generator will know it; in its own repository, change SERVER and the default in runtime/.",
    },
  ];
}

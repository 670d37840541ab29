import type { Contract } from "../load/contract.js";
import { offered } from "../load/flows.js";
import type { Model } from "../model/model.js";
import { type Problem, Problems } from "../problem.js";
import { lowerFlow } from "./flow.js";
import { sharedNames } from "./names.js";
import { isNode, type Node } from "./node.js";
import { operationsOf } from "./operation.js";
import { entriesFor, lowerSingle } from "./single.js";

/** The API that the client talks to. A description that names another stops generation: a host never follows a description. */
const SERVER = "https://api.pinterest.com/v5";

/** The contract as the model that everything is made from. Throws all `Problems` at once. */
export function lower(contract: Contract): Model {
  const { document, source, knowledge } = contract;
  const problems: Problem[] = [...checkServer(document)];
  const offers = offered(knowledge.flows, source.version);
  const found = operationsOf(document);
  const flows = offers.flows.flatMap((entry) => lowerFlow(entry, { contract, found, problems }) ?? []);
  const operations = entriesFor(offers, found).flatMap((entry) => lowerSingle(entry, { contract, found, problems }) ?? []);
  const everything = offers.operations === "all";
  problems.push(...sharedNames(everything ? flows : [...flows, ...operations]));
  if (problems.length > 0) throw new Problems(problems);
  return { source, flows, operations, ...(everything && { everything }) };
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

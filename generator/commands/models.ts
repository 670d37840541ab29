import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Named } from "../diff/compare.js";
import type { Knowledge } from "../load/contract.js";
import { fetchDescription } from "../load/fetch.js";
import type { FlowsFile } from "../load/flows.js";
import { entriesOf, type Json, own } from "../load/json.js";
import { readKnowledge } from "../load/load.js";
import { type Description, readDescription } from "../load/read.js";
import { lower } from "../lower/lower.js";
import { markedSpec, specFiles, workplace } from "../place.js";
import { type Problem, Problems } from "../problem.js";
import { contractOf } from "../prose/contract.js";

/** A model with its name, from a description, a contract or a model.json. */
export async function readModel(from: string, flows?: string): Promise<Named> {
  try {
    const { text } = await fetchDescription(from);
    return modelIn(text, from) ?? lowered(text, from, flows);
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    throw new Problems(error.list.map((problem) => ({ ...problem, where: placed(problem.where, from, flows) })));
  }
}

/** There are two of them: what is wrong with one says with which. */
function placed(where: string, from: string, flows: string | undefined): string {
  if (from.endsWith(where)) return from;
  return where.startsWith("spec/") || (flows !== undefined && where.startsWith(flows)) ? where : `${from}: ${where}`;
}

/** What `generate` wrote beside the code; null for what is none. */
function modelIn(text: string, name: string): Named | null {
  if (!text.trimStart().startsWith("{")) return null;
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const [flows, operations] = [own(value, "flows"), own(value, "operations") ?? []];
  if (flows === undefined) return null;
  const isWhole = hasAll(flows, ["create", "poll", "statuses", "columns"]) && hasAll(operations, ["call", "answer"]);
  if (!isWhole) throw new Problems([notOurs(name)]);
  return { name, model: { flows, operations } as unknown as Named["model"] };
}

/** Whether it is a list of requests, each with what its kind has. */
function hasAll(list: Json, members: readonly string[]): boolean {
  const needed = ["name", "body", "objects", "enums", "rules", ...members];
  return Array.isArray(list) && list.every((one: Json) => needed.every((member) => own(one, member) !== undefined));
}

function notOurs(where: string): Problem {
  return {
    what: "this is no model.json that this generator would write",
    where,
    why: "Another version may have written it, with other members; what is missing would look like a change.",
    fix: "Generate it anew, or give the description or the contract that it was made from.",
  };
}

function lowered(text: string, from: string, flows: string | undefined): Named {
  const description = readDescription(text);
  const known = knowledgeFor(description, from, flows);
  const knowledge = { ...known, flows: there(known.flows, description) };
  const { document, source } = contractOf(text, knowledge.flows, knowledge.skipped);
  return { name: source.version, model: lower({ document, source, knowledge }) };
}

/** A contract is read with what stands beside it; all else with the spec/ of the folder, or the generator's own. */
function knowledgeFor(description: Description, from: string, flows: string | undefined): Knowledge {
  const isContract = description.root("x-contract") !== undefined;
  return readKnowledge((name) => {
    if (name === "flows.yaml" && flows !== undefined) return flows;
    const beside = join(dirname(from), name);
    return isContract && existsSync(beside) ? pathToFileURL(beside) : specFiles(name, markedSpec(workplace()));
  });
}

/** What is offered and there: an operation that is gone is a change, and no problem. */
function there(file: FlowsFile, description: Description): FlowsFile {
  const { flows, operations = [] } = file;
  const wanted = [...flows.flatMap(({ create, poll }) => [create, poll]), ...operations.map((one) => one.operation)];
  const ids = new Set(
    description.paths
      .filter((path) => wanted.some((id) => description.mentions(path, id)))
      .flatMap((path) => entriesOf(description.path(path)).map(([, operation]) => own(operation, "operationId"))),
  );
  return {
    ...file,
    flows: flows.filter(({ create, poll }) => ids.has(create) && ids.has(poll)),
    operations: operations.filter(({ operation }) => ids.has(operation)),
  };
}

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
import { specFile, workplace } from "../place.js";
import { Problems } from "../problem.js";
import { contractOf } from "../prose/contract.js";

/** A model with its name, from a description, a contract or a model.json. */
export async function readModel(from: string, flows?: string): Promise<Named> {
  try {
    const { text } = await fetchDescription(from);
    return modelIn(text, from) ?? lowered(text, from, flows);
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    // There are two of them: each problem says in which it is.
    throw new Problems(error.list.map((problem) => ({ ...problem, where: problem.where === from ? from : `${from}: ${problem.where}` })));
  }
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
  const [flows, operations] = [own(value, "flows"), own(value, "operations")];
  if (!Array.isArray(flows) || !Array.isArray(operations)) return null;
  return { name, model: { flows, operations } as unknown as Named["model"] };
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
    return isContract && existsSync(beside) ? pathToFileURL(beside) : specFile(name, workplace().root);
  });
}

/** What is offered and there: an operation that is gone is a change, and no problem. */
function there(file: FlowsFile, description: Description): FlowsFile {
  const { flows, operations = [] } = file;
  const wanted = [
    ...flows.flatMap(({ create, poll }) => [create, poll]),
    ...(operations === "all" ? [] : operations.map((one) => one.operation)),
  ];
  const ids = new Set(
    description.paths
      .filter((path) => wanted.some((id) => description.mentions(path, id)))
      .flatMap((path) => entriesOf(description.path(path)).map(([, operation]) => own(operation, "operationId"))),
  );
  return {
    ...file,
    flows: flows.filter(({ create, poll }) => ids.has(create) && ids.has(poll)),
    ...(operations === "all" ? { operations } : { operations: operations.filter(({ operation }) => ids.has(operation)) }),
  };
}

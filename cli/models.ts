import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Named } from "../generator/diff/compare.js";
import { lower } from "../generator/lower/lower.js";
import type { Knowledge } from "../generator/parse/contract.js";
import { fetchDescription, publicPlace } from "../generator/parse/fetch.js";
import type { FlowsFile } from "../generator/parse/flows.js";
import { readKnowledge } from "../generator/parse/load.js";
import { type Description, readDescription } from "../generator/parse/read.js";
import { findAll } from "../generator/parse/slice.js";
import { type Problem, Problems } from "../generator/problem.js";
import { contractOf } from "../generator/prose/contract.js";
import { markedSpec, ownFile, specFiles, workplace } from "../generator/workspace.js";
import { modelIn, type Read } from "./written-model.js";

/** What a model is read with. */
export interface Reading {
  /** Another flows.yaml. */
  readonly flows: string | undefined;
  /** Reads what a model of all calls has, and the reports of the flows where it has some. */
  readonly like?: Named["model"];
}

/** A model with its name, from a description, a contract or a model.json; what stops generation is handed over beside it. */
export async function readModel(from: string, reading: Reading): Promise<Read> {
  const placedHere = (problem: Problem): Problem => ({ ...problem, where: placed(problem.where, from, reading.flows) });
  try {
    const { text } = await fetchDescription(from);
    const { undecided = [], ...read } = modelIn(text, publicPlace(from)) ?? lowered(text, from, reading);
    return { ...read, undecided: undecided.map(placedHere) };
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    throw new Problems(error.list.map(placedHere));
  }
}

/** There are two of them: what is wrong with one says with which. */
function placed(where: string, from: string, flows: string | undefined): string {
  const named = publicPlace(from);
  if (from.endsWith(where) || named.endsWith(where)) return named;
  return where.startsWith("spec/") || (flows !== undefined && where.startsWith(flows)) ? where : `${named}: ${where}`;
}

/** Rules that are only proposed count: a change that a person has still to look at is a change. */
function lowered(text: string, from: string, { flows, like }: Reading): Read {
  const description = readDescription(text);
  const known = knowledgeFor(description, from, flows);
  const { operations: _, ...unnamed } = known.flows;
  const all = { ...unnamed, flows: like?.flows.length === 0 ? [] : unnamed.flows, others: { except: [] } };
  const { file, absent } = there(like === undefined ? known.flows : all, description);
  // What is said of an operation that is gone is no riddle here, either.
  const added = known.added?.filter(({ operation }) => !absent.includes(operation)) ?? [];
  const knowledge = { ...known, flows: file, added };
  const undecided: Problem[] = [];
  const { document, source } = contractOf(text, { ...knowledge.flows, acceptProposed: true, undecided }, knowledge.skipped);
  return { name: source.version, model: lower({ document, source, knowledge }, { undecided }).model, undecided, absent };
}

/** A contract is read with what stands beside it; all else with the spec/ of the folder, or the generator's own. */
function knowledgeFor(description: Description, from: string, flows: string | undefined): Knowledge {
  const isContract = description.root("x-contract") !== undefined;
  return readKnowledge((name) => {
    if (name === "flows.yaml" && flows !== undefined) return [ownFile(name), flows];
    const beside = join(dirname(from), name);
    return isContract && existsSync(beside) ? pathToFileURL(beside) : specFiles(name, markedSpec(workplace()));
  });
}

/** What is offered and there: an operation that is gone is a change, and no problem unless the other side has not got it either. */
function there(file: FlowsFile, description: Description): { readonly file: FlowsFile; readonly absent: readonly string[] } {
  const { flows, operations = [] } = file;
  const wanted = [...flows.flatMap(({ create, poll }) => [create, poll]), ...operations.map((one) => one.operation)];
  const { found, doubled } = findAll(description, new Set(wanted));
  const ids = new Set([...found.map(({ id }) => id), ...doubled.keys()]);
  const kept = {
    ...file,
    flows: flows.filter(({ create, poll }) => ids.has(create) && ids.has(poll)),
    operations: operations.filter(({ operation }) => ids.has(operation)),
  };
  return { file: kept, absent: wanted.filter((id) => !ids.has(id)) };
}

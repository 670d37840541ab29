import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ComparedModel, compareModels } from "../../../generator/diff/compare.js";
import { MODEL_FORMAT } from "../../../generator/emit/files.js";
import { lower } from "../../../generator/lower/lower.js";
import { withShared } from "../../../generator/model/written.js";
import type { FlowsFile } from "../../../generator/parse/config.js";
import type { Annotations } from "../../../generator/parse/contract.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { type Description, readDescription } from "../../../generator/parse/description.js";
import { fetchDescription, withoutSecrets } from "../../../generator/parse/fetch.js";
import { getOwn, type Json } from "../../../generator/parse/json.js";
import { findWithDuplicates } from "../../../generator/parse/slice.js";
import { type Problem, Problems } from "../../../generator/problem.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { markedSpec, shippedFile, specFiles, workspace } from "../../../generator/workspace.js";
import { MODEL } from "../../../generator/write/compare.js";
import { downloading } from "../../terminal/downloading.js";
import { fullPath, type Io } from "../../terminal/io.js";

/** A model with its name and its missing operations. */
export interface NamedModel extends ComparedModel {
  /** Operations that are in the flows but missing from the description. */
  readonly absent: readonly string[];
}

/**
 * Reads the model that an earlier run wrote as `model.json`. Returns null for any text that cannot
 * be compared with `current`.
 */
export function writtenModel(
  text: string,
  current: ComparedModel["model"],
): ComparedModel["model"] | null {
  try {
    const before = modelIn(text, MODEL)?.model ?? null;
    return before !== null && areComparable(before, current) ? before : null;
  } catch (error) {
    // The file comes from a generator version whose models have different members.
    if (error instanceof Problems) return null;
    throw error;
  }
}

/**
 * Reads a model.json and gives the model the name `name`. The result's `absent` is empty. Returns
 * null for text that is not a JSON object with `flows`. Throws `Problems` for a model in another
 * format or with missing members.
 */
function modelIn(text: string, name: string): NamedModel | null {
  if (!text.trimStart().startsWith("{")) return null;
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const [flows, operations] = [getOwn(value, "flows"), getOwn(value, "operations") ?? []];
  if (flows === undefined) return null;
  const isComplete =
    getOwn(value, "format") === MODEL_FORMAT &&
    hasMembers(flows, ["create", "poll", "statuses", "columns"], ["create", "poll"]) &&
    hasMembers(operations, ["call", "response"], ["call"]);
  if (!isComplete) throw new Problems([foreignModelProblem(name)], "unreadable");
  const columns = getOwn(value, "columns");
  const allOperations = getOwn(value, "allOperations") === true;
  const schemas = getOwn(value, "schemas");
  const parts = {
    flows,
    operations,
    ...(schemas !== undefined && { schemas }),
    ...(columns !== undefined && { columns }),
    ...(allOperations && { allOperations }),
  };
  const model = restored(parts as unknown as ComparedModel["model"]);
  if (model === null || !areComparable(model, model))
    throw new Problems([foreignModelProblem(name)], "unreadable");
  return { name, model, absent: [] };
}

/** Restores the types that the model's calls share. Returns null if members are missing. */
function restored(model: ComparedModel["model"]): ComparedModel["model"] | null {
  try {
    return withShared(model);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * Whether both models have every member that a comparison reads. Compares them to find out, and
 * never throws. A missing member is noticed only if the comparison reads it. If both models may
 * lack the same member, call this once for each model, passing it as both arguments.
 */
function areComparable(modelA: ComparedModel["model"], modelB: ComparedModel["model"]): boolean {
  const [first, second] = [modelA, modelB].map((model): ComparedModel => ({ name: "", model })) as [
    ComparedModel,
    ComparedModel,
  ];
  try {
    compareModels(first, second);
    return true;
  } catch {
    return false;
  }
}

/** Whether each item of `list` has all `members`, and each of its `calls` has `security`. */
function hasMembers(list: Json, members: readonly string[], calls: readonly string[]): boolean {
  const needed = ["name", "body", "objects", "enums", "rules", ...members];
  const isComplete = (item: Json): boolean =>
    needed.every((member) => getOwn(item, member) !== undefined) &&
    calls.every((call) => getOwn(getOwn(item, call), "security") !== undefined);
  return Array.isArray(list) && list.every(isComplete);
}

/** The problem to report for a model.json that was edited or written by another version. */
function foreignModelProblem(where: string): Problem {
  return {
    what: "this model.json is not from this version of the generator",
    where,
    why: "It was written by another version, or edited. A missing field would look like a change.",
    fix: "Generate it again, or pass the description or the contract from which it was generated.",
  };
}

export interface ReadOptions {
  /** Path of another flows.yaml. */
  readonly flows: string | undefined;
  readonly io: Pick<Io, "cwd" | "stderr" | "env" | "clock">;
  /**
   * The model to compare with, if it contains all operations. If set, all operations are read;
   * reports are read only if this model has any.
   */
  readonly like?: ComparedModel["model"];
}

/**
 * Reads a named model from a description, a contract or a model.json. `from` is a file path or a
 * URL. The name is the description's version; for a model.json, it is `from` without secrets. Rules
 * proposed for new wording count as accepted. Problems that would stop generation are returned in
 * `undecided`. Rejects with `Problems` if the input cannot be read.
 */
export async function readModel(from: string, reading: ReadOptions): Promise<NamedModel> {
  const withInputName = (problem: Problem): Problem => ({
    ...problem,
    where: locationIn(problem.where, from, reading.flows),
  });
  try {
    const { text } = await downloading(from, reading.io, () =>
      fetchDescription(from, fullPath(from, reading.io)),
    );
    const { undecided = [], ...read } =
      modelIn(text, withoutSecrets(from)) ?? modelOf(text, from, reading);
    return { ...read, undecided: undecided.map(withInputName) };
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    throw new Problems(error.list.map(withInputName), error.kind);
  }
}

/** Adds the input's name to a problem's location, because there are two inputs. */
function locationIn(where: string, from: string, flows: string | undefined): string {
  const named = withoutSecrets(from);
  if (from.endsWith(where) || named.endsWith(where)) return named;
  return where.startsWith("spec/") || (flows !== undefined && where.startsWith(flows))
    ? where
    : `${named}: ${where}`;
}

/**
 * Builds the model of a description or a contract. Proposed rules are included, because a change
 * that needs review is still a change.
 */
function modelOf(text: string, from: string, { flows, like, io }: ReadOptions): NamedModel {
  const description = readDescription(text);
  const known = annotationsFor(description, from, { flows, io });
  const { operations: _, ...unnamed } = known.flows;
  const all = {
    ...unnamed,
    flows: like?.flows.length === 0 ? [] : unnamed.flows,
    remaining: { except: [] },
  };
  const { file, absent } = offeredIn(like === undefined ? known.flows : all, description);
  // Annotations for an absent operation are not an error here.
  const added = known.added?.filter(({ operation }) => !absent.includes(operation)) ?? [];
  const annotations = { ...known, flows: file, added };
  const undecided: Problem[] = [];
  const { document, source } = contractOf(
    text,
    { ...annotations.flows, acceptProposed: true, undecided },
    annotations.skipped,
  );
  const { model, refusedByEntry } = lower({ document, source, annotations }, { undecided });
  return { name: source.version, model, undecided, refusedByEntry, absent };
}

/**
 * Loads the annotations. A contract uses the annotation files next to it. Any other description
 * uses spec/ in the working folder, or the package's own annotations.
 */
function annotationsFor(
  description: Description,
  from: string,
  { flows, io }: ReadOptions,
): Annotations {
  const isContract = description.root("x-contract") !== undefined;
  return readAnnotations((name) => {
    if (name === "flows.yaml" && flows !== undefined)
      return [shippedFile(name), { path: fullPath(flows, io), name: flows }];
    const beside = join(dirname(fullPath(from, io)), name);
    return isContract && existsSync(beside)
      ? pathToFileURL(beside)
      : specFiles(name, markedSpec(workspace(io.cwd)));
  });
}

/**
 * Returns the flows and operations in `file` that the description contains, and the ids of the
 * missing operations. An operation that is missing from only one side is a change, not a problem.
 */
function offeredIn(
  file: FlowsFile,
  description: Description,
): { readonly file: FlowsFile; readonly absent: readonly string[] } {
  const { flows, operations = [] } = file;
  const wanted = [
    ...flows.flatMap(({ create, poll }) => [create, poll]),
    ...operations.map((offered) => offered.operation),
  ];
  const { operations: found, duplicates } = findWithDuplicates(description, new Set(wanted));
  const ids = new Set([...found.map(({ id }) => id), ...duplicates.keys()]);
  const present = {
    ...file,
    flows: flows.filter(({ create, poll }) => ids.has(create) && ids.has(poll)),
    operations: operations.filter(({ operation }) => ids.has(operation)),
  };
  return { file: present, absent: wanted.filter((id) => !ids.has(id)) };
}

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compareModels, type Named } from "../generator/diff/compare.js";
import { type Json, own } from "../generator/parse/json.js";
import { type Problem, Problems } from "../generator/problem.js";
import { isThere } from "../generator/write/commit.js";

/** A model with its name. */
export interface Read extends Named {
  /** Operations that the flows name and that are not there. */
  readonly absent: readonly string[];
}

/** The model that was written into a folder before; null where there is none that the one of now can be compared with. */
export function writtenModel(folder: URL, now: Named["model"]): Named["model"] | null {
  const file = fileURLToPath(new URL("model.json", folder));
  if (!isThere(file)) return null;
  try {
    const before = modelIn(readFileSync(file, "utf8"), "model.json")?.model ?? null;
    return before !== null && areComparable(before, now) ? before : null;
  } catch (error) {
    // Another version of the generator wrote it, with other members.
    if (error instanceof Problems) return null;
    throw error;
  }
}

/** What `generate` wrote beside the code; null for what is none. */
export function modelIn(text: string, name: string): Read | null {
  if (!text.trimStart().startsWith("{")) return null;
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const [flows, operations] = [own(value, "flows"), own(value, "operations") ?? []];
  if (flows === undefined) return null;
  const isWhole =
    hasAll(flows, ["create", "poll", "statuses", "columns"], ["create", "poll"]) && hasAll(operations, ["call", "answer"], ["call"]);
  if (!isWhole) throw new Problems([notOurs(name)]);
  const columns = own(value, "columns");
  const everything = own(value, "everything") === true;
  const parts = { flows, operations, ...(columns !== undefined && { columns }), ...(everything && { everything }) };
  const model = parts as unknown as Named["model"];
  if (!areComparable(model, model)) throw new Problems([notOurs(name)]);
  return { name, model, absent: [] };
}

/** Whether nothing is missing, of two models that are known not to be both damaged or are the same, that a comparison looks at. */
export function areComparable(one: Named["model"], other: Named["model"]): boolean {
  const [first, second] = [one, other].map((model): Named => ({ name: "", model })) as [Named, Named];
  try {
    compareModels(first, second);
    return true;
  } catch {
    return false;
  }
}

/** Whether it is a list of requests, each with what its kind has, and its calls with what lets in. */
function hasAll(list: Json, members: readonly string[], calls: readonly string[]): boolean {
  const needed = ["name", "body", "objects", "enums", "rules", ...members];
  const isWhole = (one: Json): boolean =>
    needed.every((member) => own(one, member) !== undefined) && calls.every((call) => own(own(one, call), "access") !== undefined);
  return Array.isArray(list) && list.every(isWhole);
}

function notOurs(where: string): Problem {
  return {
    what: "this is no model.json that this generator would write",
    where,
    why: "Another version may have written it, with other members, or somebody changed it since; what is missing would look like a change.",
    fix: "Generate it anew, or give the description or the contract that it was made from.",
  };
}

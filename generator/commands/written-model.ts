import { existsSync, readFileSync } from "node:fs";
import type { Named } from "../diff/compare.js";
import { type Json, own } from "../load/json.js";
import { type Problem, Problems } from "../problem.js";

/** A model with its name. */
export interface Read extends Named {
  /** Operations that the flows name and that are not there. */
  readonly absent: readonly string[];
}

/** The model that was written into a folder before; null where there is none that can be compared. */
export function writtenModel(folder: URL): Named["model"] | null {
  const file = new URL("model.json", folder);
  if (!existsSync(file)) return null;
  try {
    return modelIn(readFileSync(file, "utf8"), "model.json")?.model ?? null;
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
  return {
    name,
    model: { flows, operations, ...(columns !== undefined && { columns }), ...(everything && { everything }) } as unknown as Named["model"],
    absent: [],
  };
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
    why: "Another version may have written it, with other members; what is missing would look like a change.",
    fix: "Generate it anew, or give the description or the contract that it was made from.",
  };
}

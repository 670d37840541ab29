import type { Notice } from "../notice.js";
import { type Problem, Problems } from "../problem.js";
import { own } from "./json.js";
import { nearest } from "./nearest.js";
import {
  type FlowEntry,
  flowsOf,
  keysOf,
  type OperationEntry,
  type Others,
  operationsOf,
  proseOf,
  type Read,
  type StatusWords,
  statusesOf,
} from "./offers.js";
import { parseYaml } from "./yaml.js";

/** What `spec/flows.yaml` says: the reports and single calls that we offer, and what the API's statuses mean. */
export interface FlowsFile {
  readonly flows: readonly FlowEntry[];
  /** Single calls that have a name there. */
  readonly operations?: readonly OperationEntry[];
  /** Where it says `all`: all others that the description has. */
  readonly others?: Others;
  readonly statuses: StatusWords;
  /** The file and line where they are written. */
  readonly statusesAt?: string;
  /** What becomes of an entry whose operation the description lacks: a problem, unless the file says that it is left out. */
  readonly missing?: "leave-out";
  /** What people call the file. */
  readonly file?: string;
  /** The operations of it that are read as with `prose: certain` because this package does not offer them. */
  readonly unoffered?: readonly string[];
}

/** Reads `spec/flows.yaml`. */
export function parseFlows(text: string, file = "spec/flows.yaml"): FlowsFile {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const place = (...path: readonly string[]): string => `${file}:${yaml.lineOf(...path)}`;
  const refuse: Read["refuse"] = (what, ...path) => {
    problems.push({
      what,
      where: place(...path),
      why: "What is not understood here would be left out of the package without a word.",
      fix: "Write it as in `report: { create: analytics/create_report, poll: analytics/get_report }`, `boards: boards/list`, and statuses as lists of words.",
    });
  };
  const superfluous: Read["superfluous"] = (what, ...path) => {
    problems.push({
      what,
      where: place(...path),
      why: "A key without effect would be believed to have one.",
      fix: `Take \`${path.at(-1) ?? ""}\` out.`,
    });
  };
  const read: Read = { yaml, refuse, superfluous, place };
  for (const key of keysOf(yaml.value))
    if (!["flows", "operations", "statuses", "prose", "missing"].includes(key)) refuse(`an unknown key: ${key}`, key);
  const all = proseOf(yaml.value, refuse);
  const flows = flowsOf(read).map((entry) => ({ ...all, ...entry }));
  const { named: single, others } = operationsOf(read);
  const named = single.map((entry) => ({ ...all, ...entry }));
  const missing = own(yaml.value, "missing");
  if (missing !== undefined && missing !== "leave-out") refuse("missing is not `leave-out`, the one thing that it can be", "missing");
  const statuses = flows.length === 0 ? { pending: [], done: [], failed: [] } : statusesOf(read);
  if (flows.length === 0 && named.length === 0 && others === undefined) refuse("there is neither a flow nor an operation");
  for (const { name } of named) {
    if (flows.some((flow) => flow.name === name)) refuse(`a flow and an operation are both called ${name}`, "operations", name);
  }
  if (problems.length > 0) throw new Problems(problems);
  return {
    flows,
    ...(named.length > 0 && { operations: named }),
    ...(others && { others }),
    ...(missing === "leave-out" && { missing }),
    statuses,
    statusesAt: place("statuses"),
    file,
  };
}

/**
 * The operations of a file that this package does not offer. Every sentence of those that it does offer was read by a person, and a new one is worth a
 * look; of the others only what is understood for certain is taken, so that naming a call does not mean reading all of its prose.
 */
export function unofferedIn(file: FlowsFile, ours: FlowsFile): readonly string[] {
  const all = ({ flows, operations = [] }: FlowsFile): readonly string[] => [...flows, ...operations].flatMap(idsOf);
  const offers = new Set(all(ours));
  return all(file).filter((id) => !offers.has(id));
}

/** The ids of an entry's operations. */
export function idsOf(entry: FlowEntry | OperationEntry): readonly string[] {
  return "operation" in entry ? [entry.operation] : [entry.create, entry.poll];
}

/**
 * What is to be told of an entry that the description lacks an operation of: where the file leaves such entries out, a notice; a problem
 * otherwise, with what may be meant.
 */
export function lacking(
  entry: FlowEntry | OperationEntry,
  ids: readonly string[],
  { missing, file = "spec/flows.yaml", known }: Pick<FlowsFile, "missing" | "file"> & { readonly known: () => readonly string[] },
): { readonly problems: readonly Problem[]; readonly notices: readonly Notice[] } {
  const { name, where = file } = entry;
  if (ids.length === 0) return { problems: [], notices: [] };
  if (missing === "leave-out" && !("required" in entry))
    return {
      problems: [],
      notices: [{ kind: "left out", what: `${name}: the description has no operation ${ids.join(", nor ")}`, where }],
    };
  const problems = ids.map((id) => ({
    what: `the description has no operation ${id}, for ${name}${nearest(id, known())}`,
    where,
    why: "required" in entry ? "Without it there is no report to make." : "It is asked for by name, and would be missing in the client.",
    fix: "Name the operation as the description does, take the entry out, or see that this is the whole description.",
  }));
  return { problems, notices: [] };
}

/** Versions compared by their numbers. */
export function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}

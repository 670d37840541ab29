import { type Problem, Problems } from "../problem.js";
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
    if (!["flows", "operations", "statuses", "prose"].includes(key)) refuse(`an unknown key: ${key}`, key);
  const all = proseOf(yaml.value, refuse);
  const flows = flowsOf(read).map((entry) => ({ ...all, ...entry }));
  const { named: single, others } = operationsOf(read);
  const named = single.map((entry) => ({ ...all, ...entry }));
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
  const offers = new Set(idsOf(ours));
  return idsOf(file).filter((id) => !offers.has(id));
}

function idsOf({ flows, operations = [] }: FlowsFile): readonly string[] {
  return [...flows.flatMap(({ create, poll }) => [create, poll]), ...operations.map(({ operation }) => operation)];
}

/** What a description of this version is asked for. */
export function offered<File extends Pick<FlowsFile, "flows" | "operations">>(file: File, version: string): File {
  const { flows, operations } = file;
  return {
    ...file,
    flows: flows.filter((entry) => isThere(entry, version)),
    ...(operations && { operations: operations.filter((entry) => isThere(entry, version)) }),
  };
}

/** What a description of this version is too old for. */
export function leftOut({ flows, operations = [] }: FlowsFile, version: string): readonly (FlowEntry | OperationEntry)[] {
  return [...flows, ...operations].filter((entry) => !isThere(entry, version));
}

function isThere({ since }: { readonly since?: string }, version: string): boolean {
  return since === undefined || !isBefore(version, since);
}

/** Versions compared by their numbers. */
export function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}

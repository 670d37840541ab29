import { type Problem, Problems } from "../problem.js";
import { entriesOf, isObject, type Json, own } from "./json.js";
import { parseYaml, type Yaml } from "./yaml.js";

/** What `spec/flows.yaml` says: the reports and single calls that we offer, and what the API's statuses mean. */
export interface FlowsFile {
  readonly flows: readonly FlowEntry[];
  /** Single calls; all that the description has, or none where nothing is said. */
  readonly operations?: readonly OperationEntry[] | "all";
  readonly statuses: StatusWords;
}

/** One report: the operation that asks for it and the operation that looks whether it is ready. */
export interface FlowEntry {
  readonly name: string;
  readonly create: string;
  readonly poll: string;
  /** The first description that has it; older ones are generated without. */
  readonly since?: string;
  /** The field of both answers that holds the status, the token and the link, where they are wrapped. */
  readonly answer?: string;
}

/** One call that is answered at once. */
export interface OperationEntry {
  readonly name: string;
  readonly operation: string;
  readonly since?: string;
}

export interface StatusWords {
  readonly pending: readonly string[];
  readonly done: readonly string[];
  readonly failed: readonly string[];
}

const kinds = ["pending", "done", "failed"] as const;

/** Reads `spec/flows.yaml`. */
export function parseFlows(text: string, file = "spec/flows.yaml"): FlowsFile {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const refuse = (what: string, ...path: readonly string[]): void => {
    problems.push({
      what,
      where: `${file}:${yaml.lineOf(...path)}`,
      why: "What is not understood here would be left out of the package without a word.",
      fix: "Write it as in `report: { create: analytics/create_report, poll: analytics/get_report }`, and statuses as lists of words.",
    });
  };
  for (const key of keysOf(yaml.value)) if (!["flows", "operations", "statuses"].includes(key)) refuse(`an unknown key: ${key}`, key);
  const flows = flowsOf(yaml, refuse);
  const operations = operationsOf(yaml, refuse);
  const statuses = flows.length === 0 ? { pending: [], done: [], failed: [] } : statusesOf(yaml, refuse);
  for (const { name } of operations === "all" ? [] : operations)
    if (flows.some((flow) => flow.name === name)) refuse(`a flow and an operation are both called ${name}`, "operations", name);
  if (problems.length > 0) throw new Problems(problems);
  return { flows, ...(operations.length === 0 ? {} : { operations }), statuses };
}

/** What a description of this version is asked for. */
export function offered<File extends Pick<FlowsFile, "flows" | "operations">>(file: File, version: string): File {
  const isThere = ({ since }: { readonly since?: string }): boolean => since === undefined || !isBefore(version, since);
  const { operations } = file;
  return {
    ...file,
    flows: file.flows.filter(isThere),
    ...(operations === undefined || operations === "all" ? {} : { operations: operations.filter(isThere) }),
  };
}

/** Versions compared by their numbers. */
export function isBefore(version: string, other: string): boolean {
  return version.localeCompare(other, "en", { numeric: true }) < 0;
}

type Refuse = (what: string, ...path: readonly string[]) => void;

function keysOf(value: Json | undefined): readonly string[] {
  return entriesOf(value).map(([key]) => key);
}

function flowsOf({ value }: Yaml, refuse: Refuse): readonly FlowEntry[] {
  const flows = own(value, "flows");
  if (own(value, "operations") === undefined && (!isObject(flows) || keysOf(flows).length === 0)) refuse("there are no flows", "flows");
  return entriesOf(flows).map(([name, entry]) => {
    checkName(name, "flow", refuse, "flows", name);
    for (const key of keysOf(entry))
      if (!["create", "poll", "since", "answer"].includes(key)) refuse(`an unknown key: ${key}`, "flows", name, key);
    const operation = (key: string): string => {
      const id = own(entry, key);
      if (typeof id === "string" && id !== "") return id;
      refuse(`the flow ${name} does not name the operation for ${key}`, "flows", name);
      return "";
    };
    const text = (key: "since" | "answer"): { readonly [key: string]: string } => {
      const word = own(entry, key);
      if (word !== undefined && typeof word !== "string") refuse(`${key} is not a text`, "flows", name, key);
      return typeof word === "string" ? { [key]: word } : {};
    };
    return { name, create: operation("create"), poll: operation("poll"), ...text("since"), ...text("answer") };
  });
}

function operationsOf({ value }: Yaml, refuse: Refuse): readonly OperationEntry[] | "all" {
  const operations = own(value, "operations");
  if (operations === "all") return "all";
  if (operations !== undefined && !isObject(operations)) refuse("operations are neither `all` nor a list of names", "operations");
  return entriesOf(operations).flatMap(([name, entry]): OperationEntry[] => {
    checkName(name, "operation", refuse, "operations", name);
    if (typeof entry === "string") return [{ name, operation: entry }];
    const [operation, since] = [own(entry, "operation"), own(entry, "since")];
    const known = keysOf(entry).every((key) => ["operation", "since"].includes(key));
    if (known && typeof operation === "string" && (since === undefined || typeof since === "string"))
      return [{ name, operation, ...(since === undefined ? {} : { since }) }];
    refuse(`${name} is neither an operation nor \`{ operation: …, since: … }\``, "operations", name);
    return [];
  });
}

function checkName(name: string, what: string, refuse: Refuse, ...path: readonly string[]): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    refuse(`the name of ${what === "flow" ? "a flow" : "an operation"} is not kebab-case: ${name}`, ...path);
}

function statusesOf({ value }: Yaml, refuse: Refuse): StatusWords {
  const statuses = own(value, "statuses");
  for (const key of keysOf(statuses)) if (!kinds.some((kind) => kind === key)) refuse(`an unknown key: ${key}`, "statuses", key);
  const seen = new Set<string>();
  const words = (kind: (typeof kinds)[number]): readonly string[] => {
    const list = own(statuses, kind);
    const found = Array.isArray(list) ? list.filter((word) => typeof word === "string") : [];
    if (!Array.isArray(list) || list.length === 0 || found.length !== list.length)
      refuse(`${kind} is not a list of statuses`, "statuses", kind);
    for (const word of found) {
      if (seen.has(word)) refuse(`the status ${word} is there twice`, "statuses", kind);
      seen.add(word);
    }
    return found;
  };
  return { pending: words("pending"), done: words("done"), failed: words("failed") };
}

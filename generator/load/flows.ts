import { type Problem, Problems } from "../problem.js";
import { entriesOf, isObject, type Json, own } from "./json.js";
import { parseYaml, type Yaml } from "./yaml.js";

/** What `spec/flows.yaml` says: the reports that we offer, and what the API's statuses mean. */
export interface FlowsFile {
  readonly flows: readonly FlowEntry[];
  readonly statuses: StatusWords;
}

/** One report: the operation that asks for it and the operation that looks whether it is ready. */
export interface FlowEntry {
  readonly name: string;
  readonly create: string;
  readonly poll: string;
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
  for (const key of keysOf(yaml.value)) if (!["flows", "statuses"].includes(key)) refuse(`an unknown key: ${key}`, key);
  const flows = flowsOf(yaml, refuse);
  const statuses = statusesOf(yaml, refuse);
  if (problems.length > 0) throw new Problems(problems);
  return { flows, statuses };
}

type Refuse = (what: string, ...path: readonly string[]) => void;

function keysOf(value: Json | undefined): readonly string[] {
  return entriesOf(value).map(([key]) => key);
}

function flowsOf({ value }: Yaml, refuse: Refuse): readonly FlowEntry[] {
  const flows = own(value, "flows");
  if (!isObject(flows) || keysOf(flows).length === 0) refuse("there are no flows", "flows");
  return entriesOf(flows).map(([name, entry]) => {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) refuse(`the name of a flow is not kebab-case: ${name}`, "flows", name);
    for (const key of keysOf(entry)) if (!["create", "poll"].includes(key)) refuse(`an unknown key: ${key}`, "flows", name, key);
    const operation = (key: string): string => {
      const id = own(entry, key);
      if (typeof id === "string" && id !== "") return id;
      refuse(`the flow ${name} does not name the operation for ${key}`, "flows", name);
      return "";
    };
    return { name, create: operation("create"), poll: operation("poll") };
  });
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

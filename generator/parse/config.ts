import type { Notice } from "../notice.js";
import { type Problem, Problems } from "../problem.js";
import { entriesOf, getOwn, isObject, type Json, listOf, nearest } from "./json.js";
import { parseYaml, type Yaml } from "./yaml.js";

/** What is offered of a description, as `spec/flows.yaml` names it. */
interface Entry {
  /** What it is called in the code. */
  readonly name: string;
  /** `certain`: of its prose, what is understood is taken, and the rest is counted. Without it each sentence must be accounted for. */
  readonly prose?: "certain";
  /** The file and line where it is written. */
  readonly where?: string;
}

/** One report: the operation that asks for it and the operation that looks whether it is ready. */
export interface FlowEntry extends Entry {
  readonly create: string;
  readonly poll: string;
  /** Whether a description without it is of no use, whatever the file says of what is missing. */
  readonly required?: true;
}

/** One call that is answered at once. */
export interface OperationEntry extends Entry {
  readonly operation: string;
}

/** All other operations of a description, under names made of their ids. */
export interface Others {
  /** The ids of those that are not wanted; of one without an id, `GET /path`. */
  readonly except: readonly { readonly operation: string; readonly where: string }[];
}

export interface StatusWords {
  readonly pending: readonly string[];
  readonly done: readonly string[];
  readonly failed: readonly string[];
}

/** Says what is wrong, and at which key. */
export type Refuse = (what: string, ...path: readonly string[]) => void;

/** The file as it is read: its YAML, what to say of a slip, and where a key stands. */
export interface Read {
  readonly yaml: Yaml;
  readonly refuse: Refuse;
  /** The same of a key that earlier versions took. */
  readonly superfluous: Refuse;
  place(...path: readonly string[]): string;
}

const kinds = ["pending", "done", "failed"] as const;

/** What JavaScript asks of any object: a client that has it would be taken for something else, a promise for instance. */
const TAKEN = ["then", "to-json", "to-string", "value-of"];

export function keysOf(value: Json | undefined): readonly string[] {
  return entriesOf(value).map(([key]) => key);
}

const SINCE = "since has no effect: `missing: leave-out` leaves out whatever a description lacks";

/** The reports. */
export function flowsOf({ yaml, refuse, superfluous, place }: Read): readonly FlowEntry[] {
  const flows = getOwn(yaml.value, "flows");
  if (flows !== undefined && !isObject(flows)) refuse("flows are not a list of names", "flows");
  return entriesOf(flows).map(([name, entry]) => {
    checkName(name, "a flow", refuse, "flows", name);
    for (const key of keysOf(entry)) {
      if (key === "answer")
        superfluous("`answer`, where responses have their envelope, is read from the description now", "flows", name, key);
      else if (!["create", "poll", "required", "prose", "since"].includes(key)) refuse(`an unknown key: ${key}`, "flows", name, key);
    }
    const operation = (key: string): string => {
      const id = getOwn(entry, key);
      if (typeof id === "string" && id !== "") return id;
      refuse(`the flow ${name} does not name the operation for ${key}`, "flows", name);
      return "";
    };
    if (getOwn(entry, "since") !== undefined) superfluous(SINCE, "flows", name, "since");
    const required = getOwn(entry, "required");
    if (required !== undefined && required !== true)
      refuse("required is not `true`, the one thing that it can be", "flows", name, "required");
    const isRequired = required === true ? { required } : {};
    return {
      name,
      create: operation("create"),
      poll: operation("poll"),
      ...isRequired,
      ...proseOf(entry, refuse, "flows", name),
      where: place("flows", name),
    };
  });
}

/** The single calls: by name, or all with what is excepted and what is called otherwise. */
export function operationsOf({ yaml, refuse, superfluous, place }: Read): {
  readonly named: readonly OperationEntry[];
  readonly others?: Others;
} {
  const written = getOwn(yaml.value, "operations");
  if (written === "all") return { named: [], others: { except: [] } };
  if (written !== undefined && !isObject(written)) refuse("operations are neither `all` nor a list of names", "operations");
  const { all, except, ...names } = Object.fromEntries(entriesOf(written));
  const isAll = all === true;
  // Only with `all` are these two no names of operations.
  const rest = isAll ? names : Object.fromEntries(entriesOf(written));
  const named = entriesOf(rest).flatMap(([name, entry]): OperationEntry[] => {
    checkName(name, "an operation", refuse, "operations", name);
    const where = place("operations", name);
    if (typeof entry === "string" && entry !== "") return [{ name, operation: entry, where }];
    const operation = getOwn(entry, "operation");
    if (getOwn(entry, "since") !== undefined) superfluous(SINCE, "operations", name, "since");
    const known = keysOf(entry).every((key) => ["operation", "prose", "since"].includes(key));
    if (known && typeof operation === "string" && operation !== "")
      return [{ name, operation, ...proseOf(entry, refuse, "operations", name), where }];
    refuse(`${name} is neither an operation nor \`{ operation: …, prose: certain }\``, "operations", name);
    return [];
  });
  if (!isAll) return { named };
  const ids = except === undefined ? [] : listOf(except).filter((id) => typeof id === "string");
  if (except !== undefined && (!Array.isArray(except) || ids.length !== except.length))
    refuse("except is not a list of operations", "operations", "except");
  for (const { name, operation } of named)
    if (ids.includes(operation)) refuse(`${operation} is excepted and has a name`, "operations", name);
  return { named, others: { except: ids.map((operation) => ({ operation, where: place("operations", "except") })) } };
}

/** What `prose` says of an entry, or of the whole file. */
export function proseOf(entry: Json | undefined, refuse: Refuse, ...path: readonly string[]): { readonly prose?: "certain" } {
  const prose = getOwn(entry, "prose");
  if (prose === undefined) return {};
  if (prose === "certain") return { prose };
  refuse("prose is not `certain`, the one thing that it can be", ...path, "prose");
  return {};
}

function checkName(name: string, what: string, refuse: Refuse, ...path: readonly string[]): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) refuse(`the name of ${what} is not kebab-case: ${name}`, ...path);
  else if (name.length > LONGEST_NAME) refuse(`the name of ${what} is longer than ${LONGEST_NAME} letters`, ...path);
  else if (TAKEN.includes(name)) refuse(`the name of ${what} is one that JavaScript asks for by itself: ${name}`, ...path);
  else if (DEVICE.test(name)) refuse(`the name of ${what} is that of a device on Windows, where no folder is called so: ${name}`, ...path);
}

const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;

/** Longer than any name in use; it is the name of a folder too. */
const LONGEST_NAME = 100;

/** What is wrong with a name that was made, not written; null for one that can stand. */
export function flawOf(name: string): string | null {
  let flaw: string | null = null;
  checkName(name, "an operation", (what) => (flaw = what));
  return flaw;
}

/** What a status means to a poller. */
export function statusesOf({ yaml: { value }, refuse }: Read): StatusWords {
  const statuses = getOwn(value, "statuses");
  for (const key of keysOf(statuses)) if (!kinds.some((kind) => kind === key)) refuse(`an unknown key: ${key}`, "statuses", key);
  const seen = new Set<string>();
  const words = (kind: (typeof kinds)[number]): readonly string[] => {
    const list = getOwn(statuses, kind);
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
  const missing = getOwn(yaml.value, "missing");
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

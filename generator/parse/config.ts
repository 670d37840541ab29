import { didYouMean, nearest, suggestionOf } from "../../runtime/validation/wording.js";
import type { FixedHeader, Statuses } from "../model/model.js";
import type { Notice } from "../problem.js";
import { type Problem, Problems } from "../problem.js";
import { headerNameError, headerValueError } from "./headers.js";
import { entriesOf, getOwn, isObject, type Json, listOf } from "./json.js";
import { parseYaml, type Yaml } from "./yaml.js";

/** Members of every entry of `spec/flows.yaml`. */
interface FlowsEntry {
  /** The name in generated code, in kebab-case. */
  readonly name: string;
  /**
   * With `certain`, only sentences with a certain meaning become rules; all others are just
   * counted. If absent, every sentence must be accounted for.
   */
  readonly prose?: "certain";
  /** Fixed values of headers that the description declares, sent with each call of the entry. */
  readonly headers?: readonly FixedHeader[];
  /** The file and line of the entry. */
  readonly where?: string;
}

/**
 * Where to find a value in responses, as stated in the flows file.
 *
 * `from` is the value's path, such as `result.url`. `as` is the parameter of the next request that
 * takes the value, if the file names such a parameter.
 */
export interface MappedField {
  readonly from: string;
  readonly as?: string;
  /** The file and line of the key. */
  readonly where: string;
}

/**
 * Names in a description that differ from Pinterest's. If a member is absent, Pinterest's name
 * applies.
 */
export interface FlowMapping {
  /** The parameters that take the ad account. */
  readonly account?: { readonly create: string; readonly poll: string; readonly where: string };
  readonly token?: MappedField;
  readonly status?: MappedField;
  readonly link?: MappedField;
  /** Statuses for this report only. They take precedence over the file's statuses. */
  readonly statuses?: {
    readonly [Kind in keyof Statuses]?: {
      readonly words: readonly string[];
      readonly where: string;
    };
  };
}

/** A report: the operation that creates it and the operation that polls its status. */
export interface FlowEntry extends FlowsEntry {
  readonly create: string;
  readonly poll: string;
  readonly mapping?: FlowMapping;
  /**
   * If true, a description without these operations is a problem even with `missing: leave-out`.
   */
  readonly required?: true;
}

/** An operation whose response is the result, without polling. */
export interface OperationEntry extends FlowsEntry {
  readonly operation: string;
  /** Set if the client has no method for the call; users import the call separately. */
  readonly onClient?: false;
  /**
   * The field of a page that contains the cursor of the next page. Default: the outermost
   * `bookmark`.
   */
  readonly cursor?: MappedField;
  /** The field of a page that contains the list. Default: the outermost list called `items`. */
  readonly items?: MappedField;
}

/** All operations of a description that have no entry. Their names are derived from their ids. */
export interface RemainingOperations {
  /** Operations to leave out. Each is given by its id, or as `GET /path` if it has no id. */
  readonly except: readonly { readonly operation: string; readonly where: string }[];
  readonly prose?: "certain";
}

/** An error in a flows file, and how to fix it. */
export interface Slip {
  readonly what: string;
  readonly fix: string;
}

/** Reports an error at the key with this path. Does not throw. */
export type Refuse = (slip: Slip, ...path: readonly string[]) => void;

/** A parsed flows file, with functions to report errors. */
export interface FlowsReader {
  readonly yaml: Yaml;
  readonly refuse: Refuse;
  /** Reports a key that earlier versions accepted and that no longer has any effect. */
  readonly superfluous: (what: string, ...path: readonly string[]) => void;
  /** The file and line of a key, or of its closest existing parent. */
  locate(...path: readonly string[]): string;
}

const kinds = ["pending", "done", "failed"] as const;

/**
 * Methods that JavaScript calls implicitly. For example, a client with a `then` would be mistaken
 * for a promise.
 */
const TAKEN = ["then", "to-json", "to-string", "value-of"];

/** Methods that every client has. */
const METHODS = ["request", "with-options"];

/**
 * Reports the unknown keys of the object at `path`.
 *
 * Keys in `former`, which earlier versions accepted, are reported elsewhere. Returns the known keys
 * that the user probably meant.
 */
function refuseUnknownKeys(
  object: Json | undefined,
  {
    known,
    former = [],
  }: { readonly known: readonly string[]; readonly former?: readonly string[] },
  refuse: Refuse,
  ...path: readonly string[]
): readonly string[] {
  return keysOf(object)
    .filter((key) => !known.includes(key) && !former.includes(key))
    .flatMap((key) => {
      const meant = nearest(key, known);
      refuse(
        {
          what: `unknown key ${key}${suggestionOf(meant)}`,
          fix: `Valid keys: ${known.join(", ")}.`,
        },
        ...path,
        key,
      );
      return meant ?? [];
    });
}

/** The keys of an object; empty for any other value. */
function keysOf(value: Json | undefined): readonly string[] {
  return entriesOf(value).map(([key]) => key);
}

const SINCE =
  "`since` has no effect: `missing: leave-out` already leaves out entries whose operation is not in the description";

/**
 * Reads `flows` of a flows file; empty if it is absent.
 *
 * Reports errors to `refuse`, and keys that have no effect to `superfluous`. Entries with errors
 * are still returned; a missing operation is an empty string.
 */
function flowsOf({ yaml, refuse, superfluous, locate }: FlowsReader): readonly FlowEntry[] {
  const flows = getOwn(yaml.value, "flows");
  if (flows !== undefined && !isObject(flows))
    refuse(
      { what: "`flows` is not a map from names to flows", fix: `Write it as in ${FLOW_EXAMPLE}.` },
      "flows",
    );
  return entriesOf(flows).map(([name, entry]) => {
    checkName(name, "a flow", refuse, "flows", name);
    const misspelt = refuseUnknownKeys(
      entry,
      { known: FLOW_KEYS, former: ["since", "answer"] },
      refuse,
      "flows",
      name,
    );
    if (getOwn(entry, "answer") !== undefined)
      superfluous(
        "`answer` has no effect: the envelope of responses is read from the description",
        "flows",
        name,
        "answer",
      );
    const operation = (key: string): string => {
      const id = getOwn(entry, key);
      if (typeof id === "string" && id !== "") return id;
      if (misspelt.includes(key)) return "";
      refuse(
        {
          what: `the flow ${name} has no operation for ${key}`,
          fix: `Use an operationId from the description, as in ${FLOW_EXAMPLE}.`,
        },
        "flows",
        name,
      );
      return "";
    };
    if (getOwn(entry, "since") !== undefined) superfluous(SINCE, "flows", name, "since");
    const required = getOwn(entry, "required");
    if (required !== undefined && required !== true)
      refuse(onlyValid("required", "true"), "flows", name, "required");
    const isRequired = required === true ? { required } : {};
    return {
      name,
      create: operation("create"),
      poll: operation("poll"),
      ...isRequired,
      ...mappingOf(entry, { refuse, locate }, "flows", name),
      ...proseOf(entry, refuse, "flows", name),
      ...headersOf(entry, refuse, "flows", name),
      where: locate("flows", name),
    };
  });
}

const MAPPED = ["account", "token", "status", "link", ...kinds];
const FLOW_KEYS = ["create", "poll", "required", "prose", "headers", ...MAPPED];
const OPERATION_KEYS = ["operation", "prose", "client", "headers", "cursor", "items"];
const FILE_KEYS = ["flows", "operations", "statuses", "prose", "missing"];

const FLOW_EXAMPLE =
  "`flows: { report: { create: analytics/create_report, poll: analytics/get_report } }`";
const OPERATION_EXAMPLE = "`operations: { boards: boards/list }`";

/** Returns the error for a key that does not have its only valid value. */
function onlyValid(key: string, value: string): Slip {
  return {
    what: `\`${key}\` is not \`${value}\`, its only valid value`,
    fix: `Write \`${key}: ${value}\`, or remove it.`,
  };
}

/**
 * Reads the mapping of an entry of `flows`; empty if the entry has none. `path` leads to the entry.
 */
function mappingOf(
  entry: Json | undefined,
  { refuse, locate }: Pick<FlowsReader, "refuse" | "locate">,
  ...path: readonly string[]
): Pick<FlowEntry, "mapping"> {
  const reader = { refuse, locate };
  const account = accountIn(entry, reader, ...path);
  const seen = new Set<string>();
  const statuses = kinds.flatMap((kind) => {
    if (getOwn(entry, kind) === undefined) return [];
    const words = statusList(entry, kind, { refuse, seen }, ...path);
    return [[kind, { words, where: locate(...path, kind) }] as const];
  });
  const mapping: FlowMapping = {
    ...(account && { account }),
    ...mappedField("token", entry, reader, ...path),
    ...mappedField("status", entry, reader, ...path),
    ...mappedField("link", entry, reader, ...path),
    ...(statuses.length > 0 && { statuses: Object.fromEntries(statuses) }),
  };
  return Object.keys(mapping).length === 0 ? {} : { mapping };
}

/** Fields whose value is sent back in the next request. */
const SENT_BACK = ["token", "cursor"];

/**
 * Reads the location of a response field. The value is the field's path, or `{ from: …, as: … }` if
 * the field is sent back. Empty if absent.
 */
function mappedField<Key extends string>(
  key: Key,
  entry: Json | undefined,
  { refuse, locate }: Pick<FlowsReader, "refuse" | "locate">,
  ...path: readonly string[]
): { readonly [Name in Key]?: MappedField } {
  const value = getOwn(entry, key);
  if (value === undefined) return {};
  const isName = (name: Json | undefined): name is string =>
    typeof name === "string" && name !== "";
  const [from, as] =
    isObject(value) && SENT_BACK.includes(key)
      ? [getOwn(value, "from"), getOwn(value, "as")]
      : [value, undefined];
  const unknown = isObject(value) && keysOf(value).some((name) => !["from", "as"].includes(name));
  if (!isName(from) || unknown || (as !== undefined && !isName(as))) {
    const example = SENT_BACK.includes(key) ? `, or \`{ from: data.${key}, as: ${key} }\`` : "";
    refuse(
      {
        what: `\`${key}\` is not the path of a field, such as data.${key}${example}`,
        fix: `Write the field's path in the response, as in \`${key}: data.${key}\`.${
          SENT_BACK.includes(key)
            ? " If you write `from` and `as`, `as` is the parameter of the next request."
            : ""
        }`,
      },
      ...path,
      key,
    );
    return {};
  }
  const field = { from, ...(as !== undefined && { as }), where: locate(...path, key) };
  return { [key]: field } as { readonly [Name in Key]?: MappedField };
}

/** Reads the `account` of a flow: one parameter for both calls, or one for each. */
function accountIn(
  entry: Json | undefined,
  { refuse, locate }: Pick<FlowsReader, "refuse" | "locate">,
  ...path: readonly string[]
): FlowMapping["account"] {
  const value = getOwn(entry, "account");
  if (value === undefined) return undefined;
  const [create, poll] = isObject(value)
    ? [getOwn(value, "create"), getOwn(value, "poll")]
    : [value, value];
  const unknown =
    isObject(value) && keysOf(value).some((name) => !["create", "poll"].includes(name));
  if (typeof create === "string" && create !== "" && typeof poll === "string" && poll !== "")
    if (!unknown) return { create, poll, where: locate(...path, "account") };
  refuse(
    {
      what: "`account` is neither the name of a parameter nor `{ create: …, poll: … }`",
      fix: "Name the parameter that takes the ad account, as in `account: ad_account_id`.",
    },
    ...path,
    "account",
  );
  return undefined;
}

/**
 * Reads `operations` of a flows file.
 *
 * `named` contains its entries. `remaining` is set if the value is `all` or contains `all: true`;
 * its `except` lists the operations to leave out. Reports errors to `refuse`, and keys that have no
 * effect to `superfluous`. An entry without an operation is left out; entries with other errors are
 * still returned.
 */
function operationsOf({ yaml, refuse, superfluous, locate }: FlowsReader): {
  readonly named: readonly OperationEntry[];
  readonly remaining?: RemainingOperations;
} {
  const operations = getOwn(yaml.value, "operations");
  if (operations === "all") return { named: [], remaining: { except: [] } };
  if (operations !== undefined && !isObject(operations))
    refuse(
      {
        what: "`operations` is neither `all` nor a map from names to operations",
        fix: `Write \`operations: all\`, or a map as in ${OPERATION_EXAMPLE}.`,
      },
      "operations",
    );
  const { all, except, ...names } = Object.fromEntries(entriesOf(operations));
  const isAll = all === true;
  // Without `all: true`, `all` and `except` are ordinary entry names.
  const entries = isAll ? names : Object.fromEntries(entriesOf(operations));
  const named = entriesOf(entries).flatMap(([name, entry]): OperationEntry[] => {
    checkName(name, "an operation", refuse, "operations", name);
    const where = locate("operations", name);
    if (typeof entry === "string" && entry !== "") return [{ name, operation: entry, where }];
    const operation = getOwn(entry, "operation");
    if (getOwn(entry, "since") !== undefined) superfluous(SINCE, "operations", name, "since");
    const client = getOwn(entry, "client");
    if (client !== undefined && client !== false)
      refuse(onlyValid("client", "false"), "operations", name, "client");
    const misspelt = refuseUnknownKeys(
      entry,
      { known: OPERATION_KEYS, former: ["since"] },
      refuse,
      "operations",
      name,
    );
    if (typeof operation === "string" && operation !== "")
      return [
        {
          name,
          operation,
          ...(client === false && { onClient: client }),
          ...mappedField("cursor", entry, { refuse, locate }, "operations", name),
          ...mappedField("items", entry, { refuse, locate }, "operations", name),
          ...proseOf(entry, refuse, "operations", name),
          ...headersOf(entry, refuse, "operations", name),
          where,
        },
      ];
    if (misspelt.includes("operation")) return [];
    refuse(
      {
        what: `${name} is neither an operationId nor an entry with an \`operation\``,
        fix: `Write it as in \`${name}: boards/list\` or \`${name}: { operation: boards/list }\`.`,
      },
      "operations",
      name,
    );
    return [];
  });
  if (!isAll) return { named };
  const ids = except === undefined ? [] : listOf(except).filter((id) => typeof id === "string");
  if (except !== undefined && (!Array.isArray(except) || ids.length !== except.length))
    refuse(
      {
        what: "`except` is not a list of operations",
        fix: "List operationIds, as in `except: [boards/list]`.",
      },
      "operations",
      "except",
    );
  for (const { name, operation } of named)
    if (ids.includes(operation))
      refuse(
        {
          what: `${operation} is in \`except\`, but also has an entry`,
          fix: "Remove it from `except`, or delete the entry.",
        },
        "operations",
        name,
      );
  return {
    named,
    remaining: {
      except: ids.map((operation) => ({ operation, where: locate("operations", "except") })),
    },
  };
}

/**
 * Reads `prose` of an entry or of the whole file; `path` leads to the entry or is empty. Returns an
 * empty object if `prose` is absent. Any value other than `certain` is left out and reported to
 * `refuse`.
 */
function proseOf(
  entry: Json | undefined,
  refuse: Refuse,
  ...path: readonly string[]
): { readonly prose?: "certain" } {
  const prose = getOwn(entry, "prose");
  if (prose === undefined) return {};
  if (prose === "certain") return { prose };
  refuse(onlyValid("prose", "certain"), ...path, "prose");
  return {};
}

/**
 * Reads `headers` of an entry: fixed values, keyed by name. Empty if absent.
 *
 * Repeated names, names that a call cannot send, and values that are not a single line of text are
 * left out and reported to `refuse`.
 */
function headersOf(
  entry: Json | undefined,
  refuse: Refuse,
  ...path: readonly string[]
): { readonly headers?: readonly FixedHeader[] } {
  const headers = getOwn(entry, "headers");
  if (headers === undefined) return {};
  if (!isObject(headers)) {
    refuse(
      {
        what: "`headers` is not a map of header names to strings",
        fix: "Write it as in `headers: { X-Version: '2' }`.",
      },
      ...path,
      "headers",
    );
    return {};
  }
  const seen = new Set<string>();
  const errorIn = ([name, value]: readonly [string, Json]): string | null => {
    const nameError = headerNameError(name);
    if (nameError !== null) return nameError;
    if (seen.has(name.toLowerCase())) return "occurs twice";
    seen.add(name.toLowerCase());
    if (typeof value !== "string") return "has a value that is not a string: put it in quotes";
    const valueError = headerValueError(value);
    return valueError === null ? null : `has a value that ${valueError}`;
  };
  return {
    headers: entriesOf(headers).flatMap(([name, value]) => {
      const error = errorIn([name, value]);
      if (error !== null)
        refuse(
          {
            what: `the header ${name} ${error}`,
            fix: "List each header once, with a single-line string, as in `headers: { X-Version: '2' }`.",
          },
          ...path,
          "headers",
          name,
        );
      return error === null ? [{ name, value: String(value) }] : [];
    }),
  };
}

/** Reports an invalid name. `what` says what has the name, with an article, such as "a flow". */
function checkName(name: string, what: string, refuse: Refuse, ...path: readonly string[]): void {
  const error = errorInName(name, what);
  if (error !== null)
    refuse(
      {
        what: error,
        fix: "Choose another name, in lower case and with hyphens, such as `ad-groups`.",
      },
      ...path,
    );
}

/** Why a name is invalid; null if it is valid. */
function errorInName(name: string, what: string): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `the name of ${what} is not kebab-case: ${name}`;
  if (name.length > LONGEST_NAME)
    return `the name of ${what} is longer than ${LONGEST_NAME} characters`;
  if (TAKEN.includes(name))
    return `the name of ${what} has a special meaning in JavaScript: ${name}`;
  if (METHODS.includes(name))
    return `the name of ${what} is also a method of every client: ${name}`;
  if (DEVICE.test(name))
    return `the name of ${what} is reserved on Windows and cannot be a folder name there: ${name}`;
  return null;
}

const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)\d)$/;

/**
 * Maximum length of a name, in characters. Names are also used for folders. All existing names are
 * shorter.
 */
const LONGEST_NAME = 100;

/**
 * Explains why the name of an operation is invalid; null if it is valid.
 *
 * A name is invalid if it is:
 * * not kebab-case,
 * * longer than 100 characters,
 * * a method of every client, or one that JavaScript calls implicitly,
 * * reserved on Windows.
 */
export function nameError(name: string): string | null {
  return errorInName(name, "an operation");
}

/**
 * Reads `statuses`: the meaning of each report status.
 *
 * Reports missing, empty and invalid lists, unknown keys and repeated statuses to `refuse`. Returns
 * the statuses that could be read.
 */
function statusesOf({ yaml: { value }, refuse }: FlowsReader): Statuses {
  const statuses = getOwn(value, "statuses");
  refuseUnknownKeys(statuses, { known: kinds }, refuse, "statuses");
  const seen = new Set<string>();
  const words = (kind: (typeof kinds)[number]): readonly string[] =>
    statusList(statuses, kind, { refuse, seen }, "statuses");
  return { pending: words("pending"), done: words("done"), failed: words("failed") };
}

const EXAMPLE_STATUS = { pending: "IN_PROGRESS", done: "FINISHED", failed: "FAILED" } as const;

/**
 * Reads the statuses of one kind in `holder`; `path` leads to `holder`. Reports an invalid list and
 * repeated statuses. `seen` contains all statuses read so far, whatever their kind.
 */
function statusList(
  holder: Json | undefined,
  kind: (typeof kinds)[number],
  { refuse, seen }: { readonly refuse: Refuse; readonly seen: Set<string> },
  ...path: readonly string[]
): readonly string[] {
  const list = getOwn(holder, kind);
  const words = Array.isArray(list)
    ? list.filter((word): word is string => typeof word === "string")
    : [];
  if (!Array.isArray(list) || list.length === 0 || words.length !== list.length)
    refuse(
      {
        what: `\`${kind}\` is not a list of statuses`,
        fix: `List the statuses as strings, as in \`${kind}: [${EXAMPLE_STATUS[kind]}]\`.`,
      },
      ...path,
      kind,
    );
  for (const word of words) {
    if (seen.has(word))
      refuse(
        {
          what: `the status ${word} is listed twice`,
          fix: "List it only once: a status means pending, done or failed.",
        },
        ...path,
        kind,
      );
    seen.add(word);
  }
  return words;
}

/** The contents of `spec/flows.yaml`: what to generate, and the meaning of report statuses. */
export interface FlowsFile {
  readonly flows: readonly FlowEntry[];
  /** Operations that have their own entry. */
  readonly operations?: readonly OperationEntry[];
  /** All other operations of the description. Set if the file contains `all`. */
  readonly remaining?: RemainingOperations;
  readonly statuses: Statuses;
  /** The file and line of `statuses`. */
  readonly statusesAt?: string;
  /**
   * Whether to leave out entries whose operations are not in the description, with a notice. If
   * absent, such an entry is a problem.
   */
  readonly missing?: "leave-out";
  /** The file's name in messages. */
  readonly file?: string;
  /**
   * Ids of operations that are not in the package's own flows file. Their prose is read as with
   * `prose: certain`.
   */
  readonly unoffered?: readonly string[];
}

/** The entries of a flows file, and what to do if their operations are missing. */
export type FlowsEntries = Pick<
  FlowsFile,
  "flows" | "operations" | "remaining" | "missing" | "file"
>;

/** The errors of a flows file, with the entries that could be read anyway. */
export class FlowsProblems extends Problems {
  readonly entries: FlowsEntries;

  /** In `entries`, an empty string replaces a missing or invalid operation id. */
  constructor(list: readonly Problem[], entries: FlowsEntries) {
    super(list);
    this.entries = entries;
  }
}

/**
 * Parses the text of `spec/flows.yaml`.
 *
 * The file's `prose` applies to entries that have none. If there are no flows, all status lists are
 * empty and `statuses` is not read. `file` is the file's name in problems. Throws `FlowsProblems`
 * with all errors in the file, or if it lists neither a flow nor an operation.
 */
export function parseFlows(text: string, file = "spec/flows.yaml"): FlowsFile {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const locate = (...path: readonly string[]): string => `${file}:${yaml.lineOf(...path)}`;
  const refuse: FlowsReader["refuse"] = ({ what, fix }, ...path) => {
    problems.push({
      what,
      where: locate(...path),
      why: "The generated client would lack something that the file specifies.",
      fix,
    });
  };
  const superfluous: FlowsReader["superfluous"] = (what, ...path) => {
    problems.push({
      what,
      where: locate(...path),
      why: "A key that has no effect is misleading.",
      fix: `Remove \`${path.at(-1) ?? ""}\`.`,
    });
  };
  const read: FlowsReader = { yaml, refuse, superfluous, locate };
  refuseUnknownKeys(yaml.value, { known: FILE_KEYS }, refuse);
  const all = proseOf(yaml.value, refuse);
  const flows = flowsOf(read).map((entry) => ({ ...all, ...entry }));
  const { named: single, remaining } = operationsOf(read);
  const named = single.map((entry) => ({ ...all, ...entry }));
  const missing = getOwn(yaml.value, "missing");
  if (missing !== undefined && missing !== "leave-out")
    refuse(onlyValid("missing", "leave-out"), "missing");
  const statuses = flows.length === 0 ? { pending: [], done: [], failed: [] } : statusesOf(read);
  // If entries were rejected, their errors already explain why no entries are left.
  if (flows.length === 0 && named.length === 0 && remaining === undefined && problems.length === 0)
    refuse({
      what: "the file lists neither a flow nor an operation",
      fix: `Add one, as in ${FLOW_EXAMPLE} or ${OPERATION_EXAMPLE}.`,
    });
  for (const { name } of named) {
    if (flows.some((flow) => flow.name === name))
      refuse(
        {
          what: `a flow and an operation have the same name: ${name}`,
          fix: "Rename one of the two.",
        },
        "operations",
        name,
      );
  }
  const entries: FlowsEntries = {
    flows,
    ...(named.length > 0 && { operations: named }),
    ...(remaining && { remaining: { ...remaining, ...all } }),
    ...(missing === "leave-out" && { missing }),
    file,
  };
  if (problems.length > 0) throw new FlowsProblems(problems, entries);
  return { ...entries, statuses, statusesAt: locate("statuses") };
}

/**
 * Ids of operations in `file` that are not in `shippedFile`, the package's own flows file.
 *
 * Operations that `all` includes without an entry are not listed. Every sentence about the
 * package's operations has been reviewed by hand. For other operations, only sentences with a
 * certain meaning become rules. So you can add an operation without reviewing all its prose.
 */
export function unofferedIn(file: FlowsFile, shippedFile: FlowsFile): readonly string[] {
  const all = ({ flows, operations = [] }: FlowsFile): readonly string[] =>
    [...flows, ...operations].flatMap(idsOf);
  const shippedIds = new Set(all(shippedFile));
  return all(file).filter((id) => !shippedIds.has(id));
}

/** The operation ids of an entry: one id, or the ids of create and poll. */
export function idsOf(entry: FlowEntry | OperationEntry): readonly string[] {
  return "operation" in entry ? [entry.operation] : [entry.create, entry.poll];
}

/**
 * Findings about an entry's operations that are missing from the description or cannot be called.
 *
 * `ids` contains these operations; if `ids` is empty, so is the result. `methodOf` returns the
 * method of an operation that cannot be called. With `missing: leave-out` the result is one notice,
 * unless the entry is `required`. Otherwise there is one problem for each id, which suggests a
 * similar id from `known`, the ids in the description.
 */
export function missingOperations(
  entry: FlowEntry | OperationEntry,
  ids: readonly string[],
  {
    missing,
    file = "spec/flows.yaml",
    known,
    methodOf = () => undefined,
  }: Pick<FlowsFile, "missing" | "file"> & {
    readonly known: () => readonly string[];
    readonly methodOf?: (id: string) => string | undefined;
  },
): { readonly problems: readonly Problem[]; readonly notices: readonly Notice[] } {
  const { name, where = file } = entry;
  if (ids.length === 0) return { problems: [], notices: [] };
  const cannotUse = (id: string): string | undefined => {
    const method = methodOf(id);
    return method && `the method ${method} of ${id} is not supported`;
  };
  const absent = ids.filter((id) => methodOf(id) === undefined);
  if (missing === "leave-out" && !("required" in entry))
    return {
      problems: [],
      notices: [
        {
          kind: "left out",
          what: `${name}: ${[
            ...(absent.length > 0
              ? [`the description has no operation ${absent.join(" or ")}`]
              : []),
            ...ids.flatMap((id) => cannotUse(id) ?? []),
          ].join("; ")}`,
          where,
        },
      ],
    };
  const problems = ids.map((id) => {
    const flaw = cannotUse(id);
    return {
      what:
        flaw === undefined
          ? `${name} uses operation ${id}, which the description does not have${didYouMean(id, known())}`
          : `${name} cannot be generated: ${flaw}`,
      where,
      why:
        "required" in entry
          ? "The report cannot be created without it."
          : "The entry would be missing from the client.",
      fix:
        flaw === undefined
          ? "Use an operationId from the description, remove the entry, or check that the description is complete."
          : "Use an operation with another method, or remove the entry.",
    };
  });
  return { problems, notices: [] };
}

/**
 * Whether `version` is lower than `otherVersion`, compared number by number: 5.9.0 is lower than
 * 5.10.0. False for equal versions. A version is lower than the same version with a suffix such as
 * `-beta`.
 */
export function isBefore(version: string, otherVersion: string): boolean {
  return version.localeCompare(otherVersion, "en", { numeric: true }) < 0;
}

import { type FlowsFile, offered } from "../load/flows.js";
import { below, entriesOf, type JsonObject, own } from "../load/json.js";
import { nearest } from "../load/nearest.js";
import type { Description } from "../load/read.js";
import { type Problem, Problems } from "../problem.js";

/** What a contract is to hold. */
export interface Wanted extends Pick<FlowsFile, "flows" | "operations" | "others" | "file" | "unoffered"> {
  /** Takes rules for sentences in new words as well; without it they are problems. */
  readonly acceptProposed?: boolean;
  /** Whether unread sentences of operations that were named stop the run (strict, as without it) or are only told. */
  readonly prose?: "strict" | "tolerant";
  /** The contract that this one takes the place of: rules whose sentence is gone stay as warnings. */
  readonly before?: JsonObject;
  /** Gets what a person has to decide, which is thrown otherwise: what is undecided is then left out of the contract. */
  readonly undecided?: Problem[];
}

/** The operations that a contract is made of. */
interface Ids {
  /** Each sentence of these must be accounted for. */
  readonly listed: readonly string[];
  /** Of these only what is certain is taken: `all` adds them, the file says so, or this package does not offer them. */
  readonly others: readonly string[];
  /** Where an operation is asked for. */
  readonly places: ReadonlyMap<string, string>;
}

/** The methods that calls are made of. */
const METHODS = ["get", "put", "post", "delete", "patch"];

/** What is asked of this description, all others among it where `all` says so. Throws `Problems`. */
export function wantedOf(wanted: Wanted, description: Description): Ids {
  const { flows, operations = [], others } = offered(wanted, String(own(description.root("info"), "version")));
  const asked = [
    ...flows.flatMap(({ create, poll, where }) => [create, poll].map((id) => [id, where] as const)),
    ...operations.map(({ operation, where }) => [operation, where] as const),
  ];
  const places = new Map(asked.flatMap(([id, where]) => (where === undefined ? [] : [[id, where] as const])));
  const inFlows = flows.flatMap(({ create, poll }) => [create, poll]);
  const { unoffered = [] } = wanted;
  const fully = [
    ...flows.flatMap(({ create, poll, prose }) => (prose === "certain" ? [] : [create, poll])),
    ...operations.flatMap(({ operation, prose }) => (prose === "certain" || others !== undefined ? [] : [operation])),
  ].filter((id) => !unoffered.includes(id));
  if (others === undefined) {
    const ids = asked.map(([id]) => id);
    return { listed: ids.filter((id) => fully.includes(id)), others: [...new Set(ids.filter((id) => !fully.includes(id)))], places };
  }
  const all = everyOperation(description);
  const names = all.map(({ name }) => name);
  const excepted = new Set(others.except.map(({ operation }) => operation));
  const left = all.filter(({ name }) => !excepted.has(name));
  const problems = [
    ...others.except.filter(({ operation }) => !names.includes(operation)).map((one) => misspelt(one, names)),
    ...left.filter(({ flaw }) => flaw !== null).map((one) => uncallable(one, wanted.file)),
  ];
  if (problems.length > 0) throw new Problems(problems);
  const rest = [...inFlows, ...operations.map(({ operation }) => operation), ...left.map(({ name }) => name)];
  return { listed: fully, others: [...new Set(rest)].filter((id) => !fully.includes(id)), places };
}

/** An operation by its id, or by its method and path where it has none or cannot be called. */
interface Met {
  readonly name: string;
  readonly flaw: string | null;
  readonly at: string;
}

function everyOperation(description: Description): readonly Met[] {
  const methods = [...METHODS, "head", "options", "trace"];
  return description.paths.flatMap((path) =>
    entriesOf(description.path(path)).flatMap(([method, node]): Met[] => {
      if (!methods.includes(method)) return [];
      const id = own(node, "operationId");
      const at = below("#", "paths", path, method);
      const named = typeof id === "string" && id !== "";
      if (named && METHODS.includes(method)) return [{ name: id, flaw: null, at }];
      return [{ name: `${method.toUpperCase()} ${path}`, flaw: named ? "no call is made by this method" : "an operation has no id", at }];
    }),
  );
}

function misspelt({ operation, where }: { readonly operation: string; readonly where: string }, names: readonly string[]): Problem {
  return {
    what: `the description has no operation ${operation} that could be excepted${nearest(operation, names)}`,
    where,
    why: "It would keep away what is called so one day, or does not keep away what was meant.",
    fix: "Write it as the description does, or take it out.",
  };
}

function uncallable({ name, flaw, at }: Met, file = "spec/flows.yaml"): Problem {
  return {
    what: `${flaw}: ${name}`,
    where: at,
    why: "It would be left out without a word.",
    fix: `Leave it out in ${file}: \`operations: { all: true, except: [${JSON.stringify(name)}] }\`.`,
  };
}

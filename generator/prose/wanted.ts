import { leftOut, type Notice } from "../notice.js";
import { type FlowsFile, idsOf, lacking } from "../parse/flows.js";
import { below, entriesOf, type JsonObject, own } from "../parse/json.js";
import { nearest } from "../parse/nearest.js";
import type { FlowEntry, OperationEntry } from "../parse/offers.js";
import type { Description } from "../parse/read.js";
import { findAll, pathItem, type SlicedOperation } from "../parse/slice.js";
import type { Problem } from "../problem.js";

/** What a contract is to hold. */
export interface Wanted extends Pick<FlowsFile, "flows" | "operations" | "others" | "missing" | "file" | "unoffered"> {
  /** Takes rules for sentences in new words as well; without it they are problems. */
  readonly acceptProposed?: boolean;
  /** Whether unread sentences of operations that were named stop the run (strict, as without it) or are only told. */
  readonly prose?: "strict" | "tolerant";
  /** The contract that this one takes the place of: rules whose sentence is gone stay as warnings. */
  readonly before?: JsonObject;
  /** Gets all problems, which are thrown otherwise: what has one is then left out of the contract, what is undecided of its operation. */
  readonly undecided?: Problem[];
}

/** The operations that a contract is made of. */
export interface Chosen {
  /** In the description's order. */
  readonly operations: readonly SlicedOperation[];
  /** The ids of those that an entry names. */
  readonly named: ReadonlySet<string>;
  /** The ids of those of which each sentence must be accounted for; of all others only what is certain is taken. */
  readonly listed: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** What is asked for and not there, or cannot be called. */
  readonly leftOut: readonly string[];
}

/** The methods that calls are made of. */
const METHODS = ["get", "put", "post", "delete", "patch"];

/** What is asked of this description, all others among it where `all` says so. */
export function chosenOf(wanted: Wanted, description: Description): Chosen {
  const { flows, operations = [], others } = wanted;
  const entries: readonly (FlowEntry | OperationEntry)[] = [...flows, ...operations];
  const all = others === undefined ? null : everyOperation(description);
  const excepted = new Set(others?.except.map(({ operation }) => operation));
  const rest = (all ?? []).filter(({ name }) => !excepted.has(name));
  const ids = new Set([...entries.flatMap(idsOf), ...rest.filter(({ flaw }) => flaw === null).map(({ name }) => name)]);
  const { found: there, doubled } = findAll(description, ids);
  const found = new Map(there.map((operation) => [operation.id, operation]));
  // The whole description is read only to tell what may be meant.
  const known = (): readonly string[] => (all ?? everyOperation(description)).map(({ name }) => name);
  const missing = (entry: FlowEntry | OperationEntry): readonly string[] => idsOf(entry).filter((id) => !found.has(id));
  const lost = entries.map((entry) =>
    lacking(
      entry,
      missing(entry).filter((id) => !doubled.has(id)),
      { ...wanted, known },
    ),
  );
  const whole = entries.filter((entry) => missing(entry).length === 0);
  const named = new Set(whole.flatMap(idsOf));
  const asked = new Set(entries.flatMap(idsOf));
  const isRead = (entry: FlowEntry | OperationEntry): boolean => entry.prose !== "certain" && ("create" in entry || others === undefined);
  const { unoffered = [] } = wanted;
  const kept = (id: string): boolean => named.has(id) || rest.some(({ name }) => name === id);
  return {
    operations: [...found.values()].filter(({ id }) => kept(id)),
    named,
    listed: new Set(
      whole
        .filter(isRead)
        .flatMap(idsOf)
        .filter((id) => !unoffered.includes(id)),
    ),
    problems: [
      ...lost.flatMap(({ problems }) => problems),
      ...[...doubled].flatMap(([id, at]) => (asked.has(id) ? [ambiguous(id, at)] : [])),
      ...(others?.except ?? []).filter(({ operation }) => !known().includes(operation)).map((one) => misspelt(one, known())),
    ],
    notices: [
      ...lost.flatMap(({ notices }) => notices),
      ...[...doubled].flatMap(([id, at]) => (asked.has(id) ? [] : [leftOut(id, ambiguous(id, at))])),
      ...rest.flatMap(uncallable),
    ],
    leftOut: entries.flatMap(missing),
  };
}

function ambiguous(id: string, where: string): Problem {
  return {
    what: `two operations are called ${id}`,
    where,
    why: "Nothing says which of the two is meant.",
    fix: "Tell Pinterest; until then, take the name from one of the two in a copy of the description.",
  };
}

/** An operation by its id, or by its method and path where it has none or cannot be called. */
interface Met {
  readonly name: string;
  readonly flaw: string | null;
  readonly at: string;
}

function everyOperation(description: Description): readonly Met[] {
  const methods = [...METHODS, "head", "options", "trace"];
  const seen = new Set<string>();
  return description.paths.flatMap((path) =>
    entriesOf(pathItem(description, path)).flatMap(([method, node]): Met[] => {
      if (!methods.includes(method)) return [];
      const id = own(node, "operationId");
      const at = below("#", "paths", path, method);
      const named = typeof id === "string" && id !== "";
      const isTwice = named && seen.has(id);
      if (isTwice) return [];
      if (named) seen.add(id);
      if (named && METHODS.includes(method)) return [{ name: id, flaw: null, at }];
      const flaw = named ? "no call is made by this method" : "the operation has no id";
      return [{ name: `${method.toUpperCase()} ${path}`, flaw, at }];
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

function uncallable({ name, flaw, at }: Met): readonly Notice[] {
  return flaw === null ? [] : [{ kind: "left out", what: `${name}: ${flaw}`, where: at }];
}

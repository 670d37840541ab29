import { Diagnostics } from "../diagnostics.js";
import type { HttpCall, Model, Operation, Type } from "../model/model.js";
import { type FlowEntry, type FlowsFile, flawOf, idsOf, lacking, type OperationEntry } from "../parse/config.js";
import type { Added, Contract } from "../parse/contract.js";
import { type JsonObject, nearest, wordsOf } from "../parse/json.js";
import { leftOut, type Notice, once, type Problem, Problems } from "../problem.js";
import type { Node } from "./context.js";
import { described, type SchemaContext, startSchemaContext } from "./context.js";
import { type Clashes, camel, FLOWS_FILE, kebab, Names, NO_CLASHES, signOf } from "./names.js";
import { type Found, lowerAnswer, lowerCall, operationsOf, SERVER, urlsOf } from "./operation.js";
import { answeredColumns, lowerFlow, type ReportContext, unclassifiedStatuses, unionsOf } from "./report.js";
import { lowerRequest } from "./request.js";
import { lowerRules, shapeOf } from "./rules.js";

type Entry = FlowEntry | OperationEntry;

/** Most operations that are listed with a problem that they share. */
const MOST = 5;

/** Collects problems and notices of the entries of `spec/flows.yaml`. A problem that several entries share is reported once. */
export class ProblemCollector {
  readonly notices: Notice[] = [];
  readonly #met = new Map<string, { readonly problem: Problem; readonly entries: Entry[] }>();
  readonly #file: FlowsFile;
  readonly #partial: boolean;

  /** `partial`: an entry with problems still gives what could be lowered, for callers that compare models and write nothing. */
  constructor(file: FlowsFile, { partial }: { readonly partial: boolean }) {
    this.#file = file;
    this.#partial = partial;
  }

  /**
   * Lowers one entry. Its problems do not stop other entries; an entry with problems gives neither a result nor notices, unless `partial`
   * is set. A problem of the description becomes a "left out" notice for an operation that only `all` includes; a problem in a hand-written
   * file stays a problem.
   */
  within<Made>(entry: Entry, lower: (diagnostics: Diagnostics) => Made): Made | undefined {
    const diagnostics = new Diagnostics();
    let made: Made | undefined;
    try {
      made = lower(diagnostics);
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      diagnostics.problems.push(...error.list);
    }
    const [first] = diagnostics.problems;
    if (first === undefined) this.notices.push(...diagnostics.notices);
    else {
      const isAsked = this.#partial || this.#isNamed(entry);
      const stopping = diagnostics.problems.filter((problem) => isAsked || !isOfDescription(problem));
      for (const problem of stopping) this.#add(problem, entry);
      if (stopping.length === 0) this.notices.push(leftOut(idOf(entry), first));
    }
    return first === undefined || this.#partial ? made : undefined;
  }

  #isNamed(entry: Entry): boolean {
    return "create" in entry || (this.#file.operations ?? []).includes(entry);
  }

  #add(problem: Problem, entry: Entry): void {
    const key = JSON.stringify(problem);
    const known = this.#met.get(key) ?? { problem, entries: [] };
    this.#met.set(key, known);
    if (!known.entries.includes(entry)) known.entries.push(entry);
  }

  /** All problems. A problem of the description has a note with the operations that it affects. */
  problems(): readonly Problem[] {
    return [...this.#met.values()].map(({ problem, entries }) =>
      isOfDescription(problem) ? { ...problem, notes: [...(problem.notes ?? []), ["part of", listed(entries)]] } : problem,
    );
  }
}

function isOfDescription({ where }: Problem): boolean {
  return where.startsWith("#/");
}

function idOf(entry: Entry): string {
  return "operation" in entry ? entry.operation : entry.create;
}

function listed(entries: readonly Entry[]): string {
  const ids = entries.map(idOf);
  return ids.length > MOST ? `${ids.slice(0, MOST).join(", ")} and ${ids.length - MOST} more` : ids.join(", ");
}

/**
 * The operations to lower: the named ones and, with `all`, the others under names derived from their ids. If names clash, a hand-written
 * name is a problem and a derived one gets a suffix.
 */
export function entriesFor(
  file: FlowsFile,
  found: ReadonlyMap<string, Found>,
  clashes: Clashes["entries"] = NO_CLASHES.entries,
): { readonly entries: readonly OperationEntry[]; readonly problems: readonly Problem[] } {
  const { flows, operations = [], others } = file;
  const taken = new Map<string, string>();
  const problems = [...flows, ...operations].flatMap(({ name, where = file.file ?? FLOWS_FILE }): Problem[] => {
    const other = taken.get(keyOf(name));
    taken.set(keyOf(name), name);
    const clash = clashes.get(name);
    if (other !== undefined) return [twoCalled(camel(name), [name, other], where)];
    return clash === undefined ? [] : [twoCalled(clash.called, [name, clash.other], where)];
  });
  const named = new Set(operations.map(({ operation }) => operation));
  const excepted = new Set(others?.except.map(({ operation }) => operation));
  const rest = others === undefined ? [] : [...found].filter(([operation]) => !named.has(operation) && !excepted.has(operation));
  const made = rest.map(([operation, { at }]): OperationEntry => {
    const wanted = nameFor(operation);
    const name = taken.has(keyOf(wanted)) || clashes.has(wanted) ? `${wanted}-${signOf(operation)}` : wanted;
    taken.set(keyOf(name), name);
    return { name, operation, where: at };
  });
  return { entries: [...operations, ...made], problems };
}

/** Key under which names clash: in code, in upper case, or on a case-insensitive file system. */
function keyOf(name: string): string {
  return camel(name).toLowerCase();
}

/** A valid entry name derived from an operation id, which may be any string. */
function nameFor(id: string): string {
  const name = kebab(id);
  if (flawOf(name) === null) return name;
  const words = `operation-${name}`.slice(0, 60).replace(/-+$/, "");
  return `${words}-${signOf(id)}`;
}

function twoCalled(called: string, [name, other]: readonly [string, string], where: string): Problem {
  return {
    what: `two things would be called ${called}: ${name} and ${other}`,
    where,
    why: "One of them would be lost, or the generated code would not compile.",
    fix: "Give the entry another name.",
  };
}

/** Lowers an operation whose response is its result. Undefined if the document lacks the operation. Throws `Problems`. */
export function lowerSingle(entry: OperationEntry, { contract, found, names, diagnostics }: ReportContext): Operation | undefined {
  const { document, knowledge } = contract;
  const operation = found.get(entry.operation);
  if (operation === undefined) return undefined;
  const docs: ReadonlyMap<string, string> = knowledge.docs.get(entry.operation) ?? new Map();
  const lowering = { ...startSchemaContext({ document, names: names.of(entry.name), docs, diagnostics }), met: new Map() };
  const { parameters, ...asked } = lowerRequest(operation, { beside: [], withBody: false }, lowering);
  const call = lowerCall(operation, parameters, lowering);
  const response = lowerAnswer(operation, { ...lowering, met: new Map() });
  const single: Operation = {
    name: entry.name,
    doc: docs.get("") ?? "",
    ...described(wordsOf(operation.node)),
    call,
    ...asked,
    response,
    pageOf: pageOf(call, response, lowering),
    objects: lowering.objects,
    enums: lowering.enums,
    ...unionsOf(lowering),
    rules: [],
  };
  const shape = shapeOf(single);
  return {
    ...single,
    rules: lowerRules(operation.node as JsonObject, { rules: knowledge.rules, shape }, diagnostics),
  };
}

/**
 * The type of the items if a GET response is a page: it has required `items` and a string `bookmark` that the operation takes as a query
 * parameter. Null otherwise.
 */
function pageOf({ method, parameters }: HttpCall, response: Type | null, { objects }: SchemaContext): Type | null {
  const takes = parameters.find(({ name, in: place }) => name === "bookmark" && place === "query");
  const page = response?.kind === "object" ? objects.find(({ name }) => name === response.name) : undefined;
  const [items, bookmark] = ["items", "bookmark"].map((name) => page?.fields.find((field) => field.name === name));
  const isText =
    bookmark !== undefined && bare(bookmark.type).kind === "string" && takes !== undefined && bare(takes.type).kind === "string";
  return method === "get" && isText && items?.required === true && items.type.kind === "array" ? items.type.items : null;
}

function bare(type: Type): Type {
  return type.kind === "nullable" ? bare(type.of) : type;
}

/** The result of lowering a contract. */
export interface Lowered {
  readonly model: Model;
  /** Findings that did not stop the run, including those of earlier stages. */
  readonly notices: readonly Notice[];
  /** Problems of entries that were left out; empty without `keepGoing`. */
  readonly refused: readonly Problem[];
}

export interface LowerOptions {
  /** Returns problems of entries as `refused` and lowers the rest. Without it they are thrown. */
  readonly keepGoing?: boolean;
  /** Receives all problems, so that none is thrown; the model then also has partial results of entries with problems. */
  readonly undecided?: Problem[];
  /** Clashing names found in an earlier run. */
  readonly clashes?: Clashes;
}

/** Lowers a contract to the model. Throws `Problems` with all problems at once, unless an option says otherwise. */
export function lower(contract: Contract, { keepGoing = false, undecided, clashes = NO_CLASHES }: LowerOptions = {}): Lowered {
  const { document, source, knowledge, met: before } = contract;
  const { flows: file } = knowledge;
  const found = operationsOf(document);
  const offers = thereOf(contract, found);
  const met = new ProblemCollector(file, { partial: undecided !== undefined });
  const { entries, problems: unnamed } = entriesFor({ ...file, ...offers }, found, clashes.entries);
  const names = new Names([...offers.flows, ...entries], clashes);
  const flows = offers.flows.flatMap(
    (entry) => met.within(entry, (diagnostics) => lowerFlow(entry, { contract, found, names, diagnostics })) ?? [],
  );
  const operations = entries.flatMap(
    (entry) => met.within(entry, (diagnostics) => lowerSingle(entry, { contract, found, names, diagnostics })) ?? [],
  );
  const problems = once([...(before?.problems ?? []), ...offers.problems, ...met.problems()]);
  // Problems that remain whichever operations are left out.
  const beyond = [...checkServer(document), ...unnamed, ...checkAdded(contract)];
  const all = [...problems, ...beyond];
  if (undecided) undecided.push(...all);
  else if (beyond.length > 0 || (problems.length > 0 && !keepGoing)) throw new Problems(all);
  const columns = answeredColumns(operations, knowledge.columns);
  return {
    model: { source, flows, operations, ...(columns.length > 0 && { columns }), ...(file.others && { allOperations: true }) },
    notices: [...(before?.notices ?? []), ...offers.notices, ...met.notices, ...unclassifiedStatuses(flows, file)],
    refused: keepGoing ? problems : [],
  };
}

interface Offers extends Required<Pick<FlowsFile, "flows" | "operations">> {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** The entries whose operations all exist. The other entries get a problem or a notice, unless an earlier stage has reported them. */
function thereOf({ knowledge: { flows: file }, met }: Contract, found: ReadonlyMap<string, Found>): Offers {
  const entries: readonly (FlowEntry | OperationEntry)[] = [...file.flows, ...(file.operations ?? [])];
  const known = (): readonly string[] => [...found.keys()];
  const isLost = (id: string): boolean => !found.has(id) && met?.leftOut.includes(id) !== true;
  const lost = entries.map((entry) => lacking(entry, idsOf(entry).filter(isLost), { ...file, known }));
  const isThere = (entry: FlowEntry | OperationEntry): boolean => idsOf(entry).every((id) => found.has(id));
  return {
    flows: file.flows.filter(isThere),
    operations: (file.operations ?? []).filter(isThere),
    problems: lost.flatMap(({ problems }) => problems),
    notices: lost.flatMap(({ notices }) => notices),
  };
}

/** Annotations about an operation that is not offered would be ignored silently; most likely the id is misspelt. */
function checkAdded({ knowledge: { added = [], flows }, document }: Contract): readonly Problem[] {
  const named = [...flows.flows, ...(flows.operations ?? [])].flatMap(idsOf);
  const isFor = ({ operation }: Added): boolean =>
    named.includes(operation) || (flows.others !== undefined && operationsOf(document).has(operation));
  return added
    .filter((one) => !isFor(one))
    .map(({ operation, where }) => ({
      what: `something is said of ${operation}, which is not offered${nearest(operation, named)}`,
      where,
      why: "It would be passed over without a word.",
      fix: "Name an operation of the flows file as the description writes it, or take the entry out.",
    }));
}

function checkServer(document: Node): readonly Problem[] {
  const urls = urlsOf(document.servers);
  if (urls.includes(SERVER)) return [];
  return [
    {
      what: `the description names another server than ${SERVER}: ${urls.join(", ") || "none"}`,
      where: "#/servers",
      why: "Credentials go to that host; it must not move because a document says so.",
      fix: "Make sure that the move is real. A newer version of the generator will know it; in its own repository, change SERVER and the default in runtime/.",
    },
  ];
}

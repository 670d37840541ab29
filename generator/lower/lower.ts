import type { HttpCall, Model, Operation, Type } from "../model/model.js";
import { leftOut, type Notice } from "../notice.js";
import { type FlowEntry, type FlowsFile, flawOf, idsOf, lacking, type OperationEntry } from "../parse/config.js";
import type { Added, Contract } from "../parse/contract.js";
import { type JsonObject, nearest } from "../parse/json.js";
import { wordsOf } from "../parse/words.js";
import { once, type Problem, Problems } from "../problem.js";
import { Diagnostics } from "../tolerance.js";
import { described, type SchemaContext, startSchemaContext } from "./context.js";
import { type Clashes, camel, FLOWS_FILE, kebab, Names, NO_CLASHES, signOf } from "./names.js";
import type { Node } from "./node.js";
import { type Found, lowerAnswer, lowerCall, operationsOf, SERVER, urlsOf } from "./operation.js";
import { answeredColumns, lowerFlow, type ReportContext, unclassifiedStatuses, unionsOf } from "./report.js";
import { lowerRequest } from "./request.js";
import { lowerRules, shapeOf } from "./rules.js";

type Entry = FlowEntry | OperationEntry;

/** So many operations are named with a problem that they share. */
const MOST = 5;

/** What was met while entries of `spec/flows.yaml` were lowered, with the entries: what many share is told once. */
export class ProblemCollector {
  readonly notices: Notice[] = [];
  readonly #met = new Map<string, { readonly problem: Problem; readonly entries: Entry[] }>();
  readonly #file: FlowsFile;
  readonly #partial: boolean;

  /** `partial`: an entry that cannot be made whole gives what could be understood of it, for those who compare and write nothing. */
  constructor(file: FlowsFile, { partial }: { readonly partial: boolean }) {
    this.#file = file;
    this.#partial = partial;
  }

  /**
   * Lowers one entry. What stops it does not stop the others: then there is nothing of it, its notices neither. An operation that no entry names,
   * but `all`, is left out with a notice, unless it is a file of people's own that has to be mended.
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

  /** All problems. One that stands in the description comes with what it is part of. */
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
 * The single calls to make: those that are named and, where all others are wanted, these under names made of their ids. A written name that clashes is a
 * problem, and a made one another name.
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

/** Names that are one in the code, in upper case or on a disk that does not tell cases apart. */
function keyOf(name: string): string {
  return camel(name).toLowerCase();
}

/** A name made of an id, which may be anything. */
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

/** One call that is answered at once. */
export function lowerSingle(entry: OperationEntry, { contract, found, names, diagnostics }: ReportContext): Operation | undefined {
  const { document, knowledge } = contract;
  const operation = found.get(entry.operation);
  if (operation === undefined) return undefined;
  const docs: ReadonlyMap<string, string> = knowledge.docs.get(entry.operation) ?? new Map();
  const lowering = { ...startSchemaContext({ document, names: names.of(entry.name), docs, diagnostics }), met: new Map() };
  const { parameters, ...asked } = lowerRequest(operation, { beside: [], withBody: false }, lowering);
  const call = lowerCall(operation, parameters, lowering);
  const answer = lowerAnswer(operation, { ...lowering, met: new Map() });
  const single: Operation = {
    name: entry.name,
    doc: docs.get("") ?? "",
    ...described(wordsOf(operation.node)),
    call,
    ...asked,
    answer,
    pageOf: pageOf(call, answer, lowering),
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

/** A page has items and a bookmark that the next call takes: that is the description's word for one of many. */
function pageOf({ method, parameters }: HttpCall, answer: Type | null, { objects }: SchemaContext): Type | null {
  const takes = parameters.find(({ name, in: place }) => name === "bookmark" && place === "query");
  const page = answer?.kind === "object" ? objects.find(({ name }) => name === answer.name) : undefined;
  const [items, bookmark] = ["items", "bookmark"].map((name) => page?.fields.find((field) => field.name === name));
  const isText =
    bookmark !== undefined && bare(bookmark.type).kind === "string" && takes !== undefined && bare(takes.type).kind === "string";
  return method === "get" && isText && items?.required === true && items.type.kind === "array" ? items.type.items : null;
}

function bare(type: Type): Type {
  return type.kind === "nullable" ? bare(type.of) : type;
}

/** What the contract was lowered to. */
export interface Lowered {
  readonly model: Model;
  /** What stopped nothing and should be known, of the stages before this one, too. */
  readonly notices: readonly Notice[];
  /** What could not be made, where the rest goes on without it. */
  readonly refused: readonly Problem[];
}

export interface LowerOptions {
  /** Makes what can be made: what cannot comes back as `refused`, and is thrown otherwise. */
  readonly keepGoing?: boolean;
  /** Gets all problems; the model then has whatever could be understood, of what is wrong, too. */
  readonly undecided?: Problem[];
  /** What has turned out to have the same name as something else. */
  readonly clashes?: Clashes;
}

/** The contract as the model that everything is made from. Throws all `Problems` at once, unless an option says otherwise. */
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
  // No operation could be left out to mend these.
  const beyond = [...checkServer(document), ...unnamed, ...checkAdded(contract)];
  const all = [...problems, ...beyond];
  if (undecided) undecided.push(...all);
  else if (beyond.length > 0 || (problems.length > 0 && !keepGoing)) throw new Problems(all);
  const columns = answeredColumns(operations, knowledge.columns);
  return {
    model: { source, flows, operations, ...(columns.length > 0 && { columns }), ...(file.others && { everything: true }) },
    notices: [...(before?.notices ?? []), ...offers.notices, ...met.notices, ...unclassifiedStatuses(flows, file)],
    refused: keepGoing ? problems : [],
  };
}

interface Offers extends Required<Pick<FlowsFile, "flows" | "operations">> {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/** The entries whose operations are all there; of the others it is told, unless it has been told already. */
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

/** What is said of an operation that no entry names and `all` does not find would be passed over: most likely it is misspelt. */
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

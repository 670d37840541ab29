import { stepsOf } from "../../runtime/validation/pointer.js";
import { didYouMean } from "../../runtime/validation/wording.js";
import { Diagnostics } from "../diagnostics.js";
import type { Model, Operation } from "../model/model.js";
import { isOfSchema, schemaPointer } from "../parse/annotations.js";
import {
  type FlowEntry,
  type FlowsFile,
  idsOf,
  missingOperations,
  nameError,
  type OperationEntry,
} from "../parse/config.js";
import type { AnnotatedOperation, Contract } from "../parse/contract.js";
import { type JsonObject, wordsOf } from "../parse/json.js";
import { ownEntry, rulesAt, withChanges } from "../parse/placed-rules.js";
import {
  leftOutNotice,
  type Notice,
  type Problem,
  Problems,
  withoutDuplicates,
} from "../problem.js";
import { shapeOf } from "../rules/shape.js";
import { isUpdate } from "../rules/update.js";
import { isNode, type Node, startSchemaContext, withDescription } from "./context.js";
import { checkHeaders } from "./headers.js";
import { SharedSchemas } from "./named-schemas.js";
import { type Clashes, camel, FLOWS_FILE, hashSuffix, kebab, Names, NO_CLASHES } from "./names.js";
import {
  headersIn,
  lowerCall,
  lowerResponse,
  type OperationNode,
  operationsOf,
} from "./operation.js";
import { isOwnLimits, type OwnLimits, ownLimits } from "./own-limits.js";
import { pagesOf } from "./pages.js";
import {
  lowerFlow,
  operationColumns,
  type ReportContext,
  unclassifiedStatuses,
  unionsOf,
} from "./report.js";
import { lowerRequest } from "./request.js";
import { lowerRules } from "./rules.js";
import { firstServers, otherServers, SERVER } from "./server.js";

type RequestEntry = FlowEntry | OperationEntry;

/** Maximum number of operations listed with a shared problem. */
const MAX_LISTED = 5;

/**
 * Collects the problems and notices about the entries in `spec/flows.yaml`. A problem that several
 * entries share is reported once.
 */
class ProblemCollector {
  readonly notices: Notice[] = [];
  readonly #byProblem = new Map<
    string,
    { readonly problem: Problem; readonly entries: RequestEntry[] }
  >();
  readonly #file: FlowsFile;
  readonly #operations: ReadonlyMap<string, OperationNode>;
  readonly #partial: boolean;

  /**
   * With `partial`, entries with problems also get a result. Such results are for comparing models,
   * not for writing files.
   */
  constructor(
    file: FlowsFile,
    operations: ReadonlyMap<string, OperationNode>,
    { partial }: { readonly partial: boolean },
  ) {
    this.#file = file;
    this.#operations = operations;
    this.#partial = partial;
  }

  /**
   * Lowers one entry with `lower` and adds its findings.
   *
   * `Problems` that `lower` throws are added; other errors are rethrown. Returns undefined for an
   * entry with problems, unless `partial` is set. If only `all` includes the operation, a problem
   * in the description becomes a "left out" notice. A problem in a hand-written file remains a
   * problem.
   */
  collect<Result>(
    entry: RequestEntry,
    lower: (diagnostics: Diagnostics) => Result,
  ): Result | undefined {
    const diagnostics = new Diagnostics();
    let result: Result | undefined;
    try {
      result = lower(diagnostics);
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      diagnostics.problems.push(...error.list);
    }
    const [first] = diagnostics.problems;
    if (first === undefined) this.notices.push(...diagnostics.notices);
    else {
      const isAsked = this.#partial || this.#isNamed(entry);
      const stopping = diagnostics.problems.filter(
        (problem) => isAsked || !isOfDescription(problem),
      );
      for (const problem of stopping) this.#add(problem, entry);
      if (stopping.length === 0) this.notices.push(leftOutNotice(idOf(entry), first));
    }
    return first === undefined || this.#partial ? result : undefined;
  }

  /** Whether the flows file names the entry's operations, not just all remaining ones. */
  #isNamed(entry: RequestEntry): boolean {
    return "create" in entry || (this.#file.operations ?? []).includes(entry);
  }

  /** Adds a problem, or adds the entry to an equal problem. */
  #add(problem: Problem, entry: RequestEntry): void {
    const key = JSON.stringify(problem);
    const known = this.#byProblem.get(key) ?? { problem, entries: [] };
    this.#byProblem.set(key, known);
    if (!known.entries.includes(entry)) known.entries.push(entry);
  }

  /**
   * All problems collected so far, without duplicates. Problems in the description have a note that
   * lists the affected operations.
   */
  problems(): readonly Problem[] {
    return [...this.#byProblem.values()].map(({ problem, entries }) =>
      isOfDescription(problem)
        ? {
            ...problem,
            notes: [...(problem.notes ?? []), ["part of", this.#partsOf(problem, entries)]],
          }
        : problem,
    );
  }

  /**
   * The operations that a problem affects. For a report, this includes its poll operation if the
   * problem is in that operation.
   */
  #partsOf({ where }: Problem, entries: readonly RequestEntry[]): string {
    const polls = entries
      .flatMap((entry) => ("poll" in entry ? entry.poll : []))
      .filter((id) => {
        const at = this.#operations.get(id)?.pointer;
        return at !== undefined && (where === at || where.startsWith(`${at}/`));
      });
    return listIds([...new Set([...entries.map(idOf), ...polls])]);
  }

  /** The problems, keyed by the name of each entry that they affect. */
  problemsByEntry(): ReadonlyMap<string, readonly Problem[]> {
    const byEntry = new Map<string, Problem[]>();
    for (const { problem, entries } of this.#byProblem.values())
      for (const { name } of entries) byEntry.set(name, [...(byEntry.get(name) ?? []), problem]);
    return byEntry;
  }
}

/** Whether the problem is in the description, not in a hand-written file. */
function isOfDescription({ where }: Problem): boolean {
  return where.startsWith("#/");
}

/** The id of the entry's operation; for a report, of its create operation. */
function idOf(entry: RequestEntry): string {
  return "operation" in entry ? entry.operation : entry.create;
}

/** Joins the first five ids with commas, and counts the others. */
function listIds(ids: readonly string[]): string {
  return ids.length > MAX_LISTED
    ? `${ids.slice(0, MAX_LISTED).join(", ")} and ${ids.length - MAX_LISTED} more`
    : ids.join(", ");
}

/**
 * Selects and names the operations to lower, except report operations.
 *
 * `entries` contains the entries of the file and, if `file.remaining` is set, all other operations
 * in `known` (keyed by id) that the file does not exclude. The names of these other operations are
 * derived from their ids; if a derived name is taken, it gets a hash suffix. `problems` contains a
 * problem for each clashing entry of the file, including reports. An entry clashes if its name is
 * in `clashes` or repeats an earlier name, ignoring case and hyphens.
 */
function entriesFor(
  file: FlowsFile,
  known: ReadonlyMap<string, OperationNode>,
  clashes: Clashes["entries"] = NO_CLASHES.entries,
): { readonly entries: readonly OperationEntry[]; readonly problems: readonly Problem[] } {
  const { flows, operations = [], remaining } = file;
  const nameByKey = new Map<string, string>();
  const problems = [...flows, ...operations].flatMap(
    ({ name, where = file.file ?? FLOWS_FILE }): Problem[] => {
      const earlier = nameByKey.get(keyOf(name));
      nameByKey.set(keyOf(name), name);
      const clash = clashes.get(name);
      if (earlier !== undefined) return [nameClash(camel(name), [name, earlier], where)];
      return clash === undefined
        ? []
        : [nameClash(clash.generatedName, [name, clash.otherName], where)];
    },
  );
  const named = new Set(operations.map(({ operation }) => operation));
  const excepted = new Set(remaining?.except.map(({ operation }) => operation));
  const unnamed =
    remaining === undefined
      ? []
      : [...known].filter(([operation]) => !named.has(operation) && !excepted.has(operation));
  const derived = unnamed.map(([operation, { pointer }]): OperationEntry => {
    const preferred = nameFor(operation);
    const name =
      nameByKey.has(keyOf(preferred)) || clashes.has(preferred)
        ? `${preferred}-${hashSuffix(operation)}`
        : preferred;
    nameByKey.set(keyOf(name), name);
    return { name, operation, where: pointer };
  });
  return { entries: [...operations, ...derived], problems };
}

/**
 * Returns the same key for names that clash. Names can clash in code, in upper case, or in a file
 * system that ignores case.
 */
function keyOf(name: string): string {
  return camel(name).toLowerCase();
}

/** Derives a valid entry name from an operation id, which can be any string. */
function nameFor(id: string): string {
  const name = kebab(id);
  if (nameError(name) === null) return name;
  const words = `operation-${name}`.slice(0, 60).replace(/-+$/, "");
  return `${words}-${hashSuffix(id)}`;
}

/** The problem to report for two entries that would get the same generated name. */
function nameClash(
  generatedName: string,
  [name, otherName]: readonly [string, string],
  where: string,
): Problem {
  return {
    what: `two entries would get the name ${generatedName}: ${name} and ${otherName}`,
    where,
    why: "One of them would be missing, or the generated code would not compile.",
    fix: "Choose another name for the entry.",
  };
}

/**
 * Lowers an operation whose response is its result.
 *
 * Findings go to `diagnostics`. Undefined if `operations` lacks the operation. Throws `Problems`
 * for references that cannot be followed.
 */
function lowerOperation(
  entry: OperationEntry,
  { contract, operations, names, diagnostics }: ReportContext,
  shared: SharedSchemas,
): Operation | undefined {
  const { document, annotations } = contract;
  const operation = operations.get(entry.operation);
  if (operation === undefined) return undefined;
  const docs: ReadonlyMap<string, string> = annotations.docs.get(entry.operation) ?? new Map();
  const context = {
    ...startSchemaContext({ document, names: names.of(entry.name), docs, diagnostics }),
    typesByRef: new Map(),
    shared,
  };
  const {
    parts: { parameters, ...requestParts },
    constraints,
  } = lowerRequest(operation, { separate: [], withBody: false }, context);
  const call = lowerCall(operation, { parameters, headers: entry.headers }, context);
  checkHeaders(entry, headersIn(operation, document), context);
  const response = lowerResponse(operation, { ...context, typesByRef: new Map() });
  const lowered: Operation = {
    name: entry.name,
    ...(entry.onClient === false && { onClient: entry.onClient }),
    doc: docs.get("") ?? "",
    ...withDescription(wordsOf(operation.node)),
    call,
    ...requestParts,
    response,
    ...pagesOf(entry, { call, response, pointer: operation.pointer }, context),
    objects: context.objects,
    enums: context.enums,
    ...unionsOf(context),
    rules: [],
  };
  const shape = shapeOf(lowered);
  return {
    ...lowered,
    rules: lowerRules(
      operation.node as JsonObject,
      {
        ...{ rules: annotations.rules, constraints, document, shape },
        ...(isUpdate(lowered) && {
          isParameter: (field) => call.parameters.some(({ name }) => name === field),
        }),
      },
      diagnostics,
    ),
  };
}

/** The result of lowering a contract. */
export interface Lowered {
  readonly model: Model;
  /** Findings that did not stop the run, including findings of earlier stages. */
  readonly notices: readonly Notice[];
  /** Problems of entries that were left out. Empty unless `keepGoing` is set. */
  readonly refused: readonly Problem[];
  /** The problems, keyed by entry name, even if `undecided` also receives them. */
  readonly refusedByEntry: ReadonlyMap<string, readonly Problem[]>;
}

/** Options for `lower`. */
export interface LowerOptions {
  /** Lowers what it can, and returns problems of entries as `refused` instead of throwing them. */
  readonly keepGoing?: boolean;
  /**
   * Receives all problems, so that none is thrown. The model then contains partial results for
   * entries with problems.
   */
  readonly undecided?: Problem[];
  /** Clashing names found by an earlier call. */
  readonly clashes?: Clashes;
}

/**
 * Lowers a contract to the model.
 *
 * Throws `Problems` with all problems at once. With `keepGoing`, problems with individual entries
 * are returned as `refused`; other problems, such as a server other than the API's, are still
 * thrown. With `undecided`, all problems are appended to that list and none is thrown.
 */
export function lower(
  given: Contract,
  { keepGoing = false, undecided, clashes = NO_CLASHES }: LowerOptions = {},
): Lowered {
  const contract = withOwnRules(given);
  const { document, source, annotations, findings: earlier } = contract;
  const { flows: file } = annotations;
  const byId = operationsOf(document);
  const present = presentEntries(contract, byId);
  const collector = new ProblemCollector(file, byId, { partial: undecided !== undefined });
  const { entries, problems: nameProblems } = entriesFor(
    { ...file, ...present },
    byId,
    clashes.entries,
  );
  const names = new Names([...present.flows, ...entries], clashes);
  const flows = present.flows.flatMap(
    (entry) =>
      collector.collect(entry, (diagnostics) =>
        lowerFlow(entry, { contract, operations: byId, names, diagnostics }),
      ) ?? [],
  );
  const shared = new SharedSchemas(document, names, annotations.docs);
  const operations = entries.flatMap(
    (entry) =>
      collector.collect(entry, (diagnostics) =>
        lowerOperation(entry, { contract, operations: byId, names, diagnostics }, shared),
      ) ?? [],
  );
  const problems = withoutDuplicates([
    ...(earlier?.problems ?? []),
    ...present.problems,
    ...collector.problems(),
  ]);
  // Problems that remain no matter which operations are left out.
  const globalProblems = [
    ...checkServer(document, byId),
    ...nameProblems,
    ...checkAnnotated(contract),
    ...contract.problems,
  ];
  const all = [...problems, ...globalProblems];
  if (undecided) undecided.push(...all);
  else if (globalProblems.length > 0 || (problems.length > 0 && !keepGoing))
    throw new Problems(all);
  const columns = operationColumns(operations, annotations.columns);
  return {
    model: {
      source,
      flows,
      operations,
      ...(columns.length > 0 && { columns }),
      ...shared.schemasOf(operations),
      ...(file.remaining && { allOperations: true }),
    },
    notices: [
      ...(earlier?.notices ?? []),
      ...contract.notices,
      ...present.notices,
      ...collector.notices,
      ...unclassifiedStatuses(flows, file),
    ],
    refused: keepGoing ? problems : [],
    refusedByEntry: collector.problemsByEntry(),
  };
}

interface PresentEntries extends Required<Pick<FlowsFile, "flows" | "operations">> {
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

/**
 * The entries whose operations all exist. All other entries are reported as problems or notices,
 * unless an earlier stage already reported their missing operations.
 */
function presentEntries(
  { annotations: { flows: file }, findings }: Contract,
  operations: ReadonlyMap<string, OperationNode>,
): PresentEntries {
  const entries: readonly (FlowEntry | OperationEntry)[] = [
    ...file.flows,
    ...(file.operations ?? []),
  ];
  const known = (): readonly string[] => [...operations.keys()];
  const isLost = (id: string): boolean =>
    !operations.has(id) && findings?.leftOut.includes(id) !== true;
  const missing = entries.map((entry) =>
    missingOperations(entry, idsOf(entry).filter(isLost), { ...file, known }),
  );
  const isThere = (entry: FlowEntry | OperationEntry): boolean =>
    idsOf(entry).every((id) => operations.has(id));
  return {
    flows: file.flows.filter(isThere),
    operations: (file.operations ?? []).filter(isThere),
    problems: missing.flatMap(({ problems }) => problems),
    notices: missing.flatMap(({ notices }) => notices),
  };
}

/** Adds two kinds of rules.yaml entries to the contract: rules about schemas, and limits. */
function withOwnRules(contract: Contract): Contract & Pick<OwnLimits, "problems" | "notices"> {
  const { document, annotations } = contract;
  const placed = new Map<object, readonly JsonObject[]>();
  const isLimit = new Set(annotations.rules.filter(isOwnLimits));
  for (const rule of annotations.rules) {
    const isHere = isOfSchema(rule.operation) && !isLimit.has(rule);
    const schema = isHere ? schemaAt(rule.operation, contract) : undefined;
    if (schema !== undefined) placed.set(schema, [...(placed.get(schema) ?? []), ownEntry(rule)]);
  }
  const { changes, ...found } = ownLimits(
    annotations.rules,
    document,
    (subject) => schemaAt(subject, contract) as JsonObject | undefined,
  );
  return {
    ...contract,
    ...found,
    annotations: {
      ...annotations,
      rules: annotations.rules.filter((rule) => !isLimit.has(rule)),
    },
    document: withChanges(document, new Map([...changes, ...rulesAt(placed)])),
  };
}

/** The schema that a rules.yaml entry names: a component, or the node at a pointer. */
function schemaAt(operation: string, { document }: Contract): Node | undefined {
  const pointer = schemaPointer(operation);
  let node: unknown = document;
  for (const step of stepsOf(pointer))
    node = isNode(node) && Object.hasOwn(node, step) ? node[step] : undefined;
  return isNode(node) ? node : undefined;
}

/**
 * Reports annotations of operations that are not generated. Without a report, such an annotation
 * would be ignored silently. The usual cause is a misspelled id.
 */
function checkAnnotated(contract: Contract): readonly Problem[] {
  const {
    annotations: { added = [], flows },
    document,
  } = contract;
  const named = [...flows.flows, ...(flows.operations ?? [])].flatMap(idsOf);
  const isFor = ({ operation }: AnnotatedOperation): boolean =>
    named.includes(operation) ||
    (isOfSchema(operation) && schemaAt(operation, contract) !== undefined) ||
    (flows.remaining !== undefined && operationsOf(document).has(operation));
  return added
    .filter((annotation) => !isFor(annotation))
    .map(({ operation, where }) => ({
      what: `the entry is for ${operation}, which is not generated${didYouMean(operation, named)}`,
      where,
      why: "The entry would have no effect.",
      fix: "Use the operationId of an operation in the flows file, or remove the entry.",
    }));
}

/**
 * Checks that the document's servers include the API's, if they apply to any operation.
 *
 * A document without servers is fine, unless all its paths begin with the API's base path.
 */
function checkServer(
  document: Node,
  operations: ReadonlyMap<string, OperationNode>,
): readonly Problem[] {
  const paths = [...operations.values()].flatMap(({ servers, path }) =>
    servers === undefined ? [path] : [],
  );
  const servers = firstServers(document.servers);
  const basePath = `${new URL(SERVER).pathname}/`;
  const others =
    paths.length === 0
      ? null
      : servers !== undefined
        ? otherServers(servers)
        : paths.every((path) => path.startsWith(basePath))
          ? `no server is listed, and all paths begin with ${basePath}`
          : null;
  if (others === null) return [];
  return [
    {
      what: `the description's server is not ${SERVER}: ${others}`,
      where: "#/servers",
      why: "Credentials are only sent to that host, and a description cannot change it.",
      fix: "Confirm that the API has moved, then use a newer version of the generator. In the generator's own repository, change SERVER and the default in runtime/.",
    },
  ];
}

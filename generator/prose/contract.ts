import { createHash } from "node:crypto";
import { below } from "../../runtime/validation/pointer.js";
import { didYouMean } from "../../runtime/validation/wording.js";
import type { Node } from "../lower/context.js";
import { type OperationNode, operationsOf } from "../lower/operation.js";
import { asWritten } from "../lower/stated-limits.js";
import { isOfSchema, type OwnRule, type Skipped } from "../parse/annotations.js";
import {
  type FlowEntry,
  type FlowsEntries,
  type FlowsFile,
  idsOf,
  missingOperations,
  type OperationEntry,
} from "../parse/config.js";
import { sourceDigest } from "../parse/contract.js";
import { type Description, readDescription } from "../parse/description.js";
import { entriesOf, getOwn, isObject, type Json, type JsonObject, listOf } from "../parse/json.js";
import { rulesAt, withChanges } from "../parse/placed-rules.js";
import { findWithDuplicates, pathItem, type SlicedOperation, slice } from "../parse/slice.js";
import {
  leftOutNotice,
  type Notice,
  type Problem,
  Problems,
  withoutDuplicates,
} from "../problem.js";
import { type Ledger, proposingLimit } from "./classify.js";
import type { NamedRule, UnreadSentence } from "./draft.js";
import { type Entry, entriesFor } from "./entries.js";
import { earlierContractIn, keptRules, rememberRules } from "./kept-rules.js";
import { addStatedLimits, type LimitSentence } from "./limits.js";
import {
  objectVocabularies,
  type ReadingReport,
  readingsOf,
  reportReadings,
  subjectOf,
  withRules,
} from "./readings.js";
import { fingerprint } from "./sentences.js";
import { textsOf } from "./texts.js";
import { type Vocabulary, vocabularyOf } from "./vocabulary.js";

/** Options for making a contract: what it contains, and how undecided sentences are treated. */
export interface PullOptions
  extends Pick<FlowsFile, "flows" | "operations" | "remaining" | "missing" | "file" | "unoffered"> {
  /**
   * Whether rules proposed for sentences with unfamiliar wording are accepted. If not, each such
   * sentence is a problem.
   */
  readonly acceptProposed?: boolean;
  /**
   * With `strict` (the default), unread sentences that must be read are problems, and so are
   * proposed rules that are not accepted. With `tolerant`, they are only reported.
   */
  readonly prose?: "strict" | "tolerant";
  /**
   * With `operations: all`, whether every sentence must also be accounted for in operations that
   * belong to no flow. Operations with `prose: certain` are exempt.
   */
  readonly readRemaining?: boolean;
  /** The rules in rules.yaml. A sentence that one of them cites as a source counts as read. */
  readonly rules?: readonly OwnRule[];
  /**
   * The contract that this one replaces. Its rules are kept as warnings if their sentences are no
   * longer in the description.
   */
  readonly before?: JsonObject;
  /**
   * If set, problems are appended to this list instead of being thrown. Broken operations are then
   * left out of the contract, and undecided rules are left out of their operation.
   */
  readonly undecided?: Problem[];
}

/** The operations to put into a contract. */
export interface RequestedOperations {
  /** In the order of the description. */
  readonly operations: readonly SlicedOperation[];
  /** Ids of the operations that an entry of the flows file names. */
  readonly named: ReadonlySet<string>;
  /**
   * Ids of the operations in which every sentence must be accounted for. All other operations
   * contribute only rules that are certain.
   */
  readonly fullyRead: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
  /** All ids of each entry that names an operation that is missing or cannot be called. */
  readonly leftOut: readonly string[];
}

/** The HTTP methods that calls can use. */
const METHODS = ["get", "put", "post", "delete", "patch"];

/**
 * Finds in a description the operations that `flows` and `operations` name. With `remaining`, also
 * finds all other operations that are not excluded. An operation that is missing, ambiguous or
 * cannot be called is reported in `problems` or `notices`; nothing is thrown.
 */
function requestedOperations(options: PullOptions, description: Description): RequestedOperations {
  const { flows, operations = [], remaining } = options;
  const entries: readonly (FlowEntry | OperationEntry)[] = [...flows, ...operations];
  const all = remaining === undefined ? null : listOperations(description);
  const excepted = new Set(remaining?.except.map(({ operation }) => operation));
  const unlisted = (all ?? []).filter(({ name }) => !excepted.has(name));
  const ids = new Set([
    ...entries.flatMap(idsOf),
    ...unlisted.filter(({ flaw }) => flaw === null).map(({ name }) => name),
  ]);
  const { operations: found, duplicates } = findWithDuplicates(description, ids);
  const byId = new Map(
    found.flatMap((operation) =>
      METHODS.includes(operation.method) ? [[operation.id, operation] as const] : [],
    ),
  );
  // Without `remaining`, the whole description is only read if an operation is missing.
  let listed = all;
  const list = (): readonly ListedOperation[] => {
    listed ??= listOperations(description);
    return listed;
  };
  const known = (): readonly string[] => list().map(({ name }) => name);
  const methodOf = (id: string): string | undefined =>
    list().find((operation) => operation.id === id && operation.flaw !== null)?.method;
  const missing = (entry: FlowEntry | OperationEntry): readonly string[] =>
    idsOf(entry).filter((id) => !byId.has(id));
  const lost = entries.map((entry) =>
    missingOperations(
      entry,
      missing(entry).filter((id) => !duplicates.has(id)),
      { ...options, known, methodOf },
    ),
  );
  const complete = entries.filter((entry) => missing(entry).length === 0);
  const named = new Set(complete.flatMap(idsOf));
  const requestedIds = new Set(entries.flatMap(idsOf));
  const { unoffered = [], readRemaining = false } = options;
  const areOthersRead = readRemaining && remaining?.prose !== "certain";
  const isRead = (entry: FlowEntry | OperationEntry): boolean =>
    entry.prose !== "certain" && ("create" in entry || remaining === undefined || readRemaining);
  const isKept = (id: string): boolean => named.has(id) || unlisted.some(({ name }) => name === id);
  return {
    operations: [...byId.values()].filter(({ id }) => isKept(id)),
    named,
    fullyRead: new Set([
      ...complete
        .filter(isRead)
        .flatMap(idsOf)
        .filter((id) => !unoffered.includes(id)),
      ...(areOthersRead ? unlisted.map(({ name }) => name) : []).filter(
        (id) => !requestedIds.has(id),
      ),
    ]),
    problems: [
      ...lost.flatMap(({ problems }) => problems),
      ...[...duplicates].flatMap(([id, at]) => (requestedIds.has(id) ? [ambiguous(id, at)] : [])),
      ...(remaining?.except ?? [])
        .filter(({ operation }) => !known().includes(operation))
        .map((exception) => misspelt(exception, known())),
    ],
    notices: [
      ...lost.flatMap(({ notices }) => notices),
      ...[...duplicates].flatMap(([id, at]) =>
        requestedIds.has(id) ? [] : [leftOutNotice(id, ambiguous(id, at))],
      ),
      ...unlisted.filter(({ id }) => id === null || !requestedIds.has(id)).flatMap(uncallable),
    ],
    leftOut: entries.filter((entry) => !complete.includes(entry)).flatMap(idsOf),
  };
}

/**
 * Lists problems with operations that a flows file names: missing, ambiguous, or not callable.
 *
 * Also lists exceptions of `remaining` that name an unknown operation. Does not report entries that
 * may be missing because of `missing: leave-out`, or entries without a valid id. Throws `Problems`
 * if the description cannot be read.
 */
export function unknownOperations(text: string, entries: FlowsEntries): readonly Problem[] {
  const { flows, operations = [] } = entries;
  const hasIds = (entry: FlowEntry | OperationEntry): boolean => !idsOf(entry).includes("");
  return requestedOperations(
    { ...entries, flows: flows.filter(hasIds), operations: operations.filter(hasIds) },
    readDescription(text),
  ).problems;
}

function ambiguous(id: string, where: string): Problem {
  return {
    what: `two operations are called ${id}`,
    where,
    why: "It is ambiguous which of the two is meant.",
    fix: "Report it to Pinterest. Until it is fixed, remove the id of one of the two in a copy of the description.",
  };
}

/**
 * An operation, named by its id. If it has no id or cannot be called, it is named by its method and
 * path.
 */
interface ListedOperation {
  readonly name: string;
  /** Null if it has no id. */
  readonly id: string | null;
  /** In upper case. */
  readonly method: string;
  readonly flaw: string | null;
  readonly at: string;
}

function listOperations(description: Description): readonly ListedOperation[] {
  const methods = [...METHODS, "head", "options", "trace", "query"];
  const knownIds = new Set<string>();
  return description.paths.flatMap((path) => {
    const item = pathItem(description, path);
    const place = below("#", "paths", path);
    const operations = [
      ...entriesOf(item)
        .filter(([method]) => methods.includes(method))
        .map(([method, node]) => ({ method, node, at: below(place, method) })),
      ...entriesOf(getOwn(item, "additionalOperations")).map(([method, node]) => ({
        method: method.toUpperCase(),
        node,
        at: below(place, "additionalOperations", method),
      })),
    ];
    return operations.flatMap(({ method: key, node, at }): ListedOperation[] => {
      if (node === null) return [];
      const stated = getOwn(node, "operationId");
      const id = typeof stated === "string" && stated !== "" ? stated : null;
      if (id !== null && knownIds.has(id)) return [];
      if (id !== null) knownIds.add(id);
      const method = key.toUpperCase();
      if (id !== null && METHODS.includes(key)) return [{ name: id, id, method, flaw: null, at }];
      const flaw = id === null ? "the operation has no id" : "this method is not supported";
      return [{ name: `${method} ${path}`, id, method, flaw, at }];
    });
  });
}

function misspelt(
  { operation, where }: { readonly operation: string; readonly where: string },
  names: readonly string[],
): Problem {
  return {
    what: `the description has no operation ${operation} to exclude${didYouMean(operation, names)}`,
    where,
    why: "The exception has no effect now, and would exclude an operation that gets this id later.",
    fix: "Correct the id, or remove the exception.",
  };
}

function uncallable({ name, flaw, at }: ListedOperation): readonly Notice[] {
  return flaw === null ? [] : [{ kind: "left out", what: `${name}: ${flaw}`, where: at }];
}

/** The result of a pull. */
export interface Pulled {
  /**
   * A valid OpenAPI document: the requested operations with all their facts and rules, without
   * prose.
   */
  readonly document: JsonObject;
  /** Whether the input was already a contract. */
  readonly isContract: boolean;
  /** How the sentences of each operation are classified. */
  readonly ledger: Readonly<Record<string, Ledger>>;
  /** Why rules of the earlier contract were dropped, keyed by `<operation id> <rule id>`. */
  readonly dropped: ReadonlyMap<string, string>;
  /** The rule and limit proposals that were accepted, each with its operation or schema. */
  readonly accepted: readonly string[];
  /** Contradictions between prose and schema. */
  readonly remarks: readonly string[];
  /**
   * Sentences that may state a requirement but yielded no rule, each with its operation. Includes
   * sentences of operations with `prose: certain`.
   */
  readonly unread: readonly UnreadInOperation[];
  /**
   * Fingerprints in skipped.yaml that match no sentence. Entries for sentences that occur only in
   * older descriptions are not included.
   */
  readonly unusedSkips: readonly string[];
  /** The sentences whose limits were added to the field's schema. */
  readonly limits: readonly LimitSentence[];
  readonly source: { readonly title: string; readonly version: string; readonly sha256: string };
  /** What was loosened or left out, and where. This does not stop the pull. */
  readonly notices: readonly Notice[];
  /** Ids of operations that are not in the contract because of a problem or a notice. */
  readonly leftOut: readonly string[];
}

/** How the sentences of an operation are classified. */
type Account = Omit<ReadingReport, "ofObjects">;

/** A sentence of an operation that may state a requirement but yielded no rule. */
export interface UnreadInOperation extends UnreadSentence {
  readonly operation: string;
  /** The operation's id or, if the sentence is about a schema in its request, the schema's name. */
  readonly subject: string;
  /** Entries to paste: one per possible rule, and one that skips the sentence. */
  readonly entries: readonly Entry[];
  /** Whether the operation is in `fullyRead`, so that each of its sentences must be read. */
  readonly mustBeRead: boolean;
}

/**
 * Makes the contract from the text of a description.
 *
 * The contract contains the operations that `options` names, their facts, and the rules that the
 * prose states. With `remaining`, it also contains all other operations that can be called. If the
 * text is already a contract, it has no prose and its rules are carried over. `skipped` contains
 * the fingerprints of the sentences to skip.
 *
 * Throws `Problems` for named operations that are missing or broken, and for a broken contract.
 * Also throws for unread sentences that must be read, and for proposed rules that are not accepted.
 * With `prose: "tolerant"`, such sentences are only listed in `unread`. With `undecided`, all of
 * the problems above are appended to `undecided` instead of being thrown. Text that is not readable
 * OpenAPI 3 always throws `Problems`. Other operations that are broken are left out and listed in
 * `notices`.
 */
export function contractOf(
  text: string,
  options: PullOptions,
  skipped: Skipped = new Map(),
): Pulled {
  const description = readDescription(text);
  const { acceptProposed = false, prose = "strict", rules: ownRules = [] } = options;
  const chosen = requestedOperations(options, description);
  const sliced = slice(description, chosen.operations);
  const isContract = description.root("x-contract") !== undefined;
  const limits = isContract ? [] : addStatedLimits(sliced.document, skipped, acceptProposed);
  const isOpen = ({ proposedFor, isInCase }: LimitSentence): boolean =>
    isInCase === true || (proposedFor !== undefined && !acceptProposed);
  const limited = new Set(limits.filter((one) => !isOpen(one)).map(keyOfText));
  const openLimits = new Map(limits.filter(isOpen).map((one) => [keyOfText(one), one]));
  const info = sliced.document.info as { readonly title: string; readonly version: string };
  const before = options.before && earlierContractIn(options.before);
  const dropped = new Map<string, string>();
  const nodes = operationsOf(sliced.document);
  const proseOf = proseReader(sliced.document, options.flows);
  const schemaRules = new Map<Node, readonly NamedRule[]>();
  const ofSchemas = ownRules.filter(({ operation }) => isOfSchema(operation));
  const ownRulesOf = (id: string): readonly OwnRule[] =>
    ownRules.filter(({ operation }) => operation === id);
  const inRequests = new Set<string>();
  const accounts = new Map(
    sliced.operations.map((operation): readonly [SlicedOperation, Account] => {
      if (isContract) return [operation, { ...keptRules(operation), unread: [] }];
      const { readings, vocabulary } = proseOf(operation, nodes.get(operation.id));
      const { ofObjects, ...read } = reportReadings(readings, vocabulary, {
        skipped,
        stated: statedIn([...ownRulesOf(operation.id), ...ofSchemas]),
        limited,
        openLimits: new Set(openLimits.keys()),
        acceptProposed,
      });
      for (const [schema, rules] of ofObjects)
        schemaRules.set(schema, withRules(schemaRules.get(schema) ?? [], rules));
      const fingerprints = new Set(readings.map(({ sentence }) => fingerprint(sentence.written)));
      for (const { sentence } of readings)
        inRequests.add(
          keyOfText({ at: sentence.source.pointer, fingerprint: fingerprint(sentence.written) }),
        );
      const current = {
        operation: operation.id,
        version: info.version,
        rules: read.rules,
        fingerprints,
        vocabulary,
      };
      const memory = rememberRules(before, current);
      for (const [id, why] of memory.dropped) dropped.set(`${operation.id} ${id}`, why);
      return [operation, { ...read, rules: [...read.rules, ...memory.retained] }];
    }),
  );
  const unreadIn = [...accounts].flatMap(([{ id }, account]) =>
    account.unread.map(({ schema, ...sentence }) => {
      const at = sentence.location.replace(/, sentence \d+$/, "");
      const open = openLimits.get(keyOfText({ at, fingerprint: sentence.fingerprint }));
      const limit = sentence.proposed.length > 0 ? undefined : open?.proposedFor;
      const subject = limit === undefined ? schema : limit.schema;
      return {
        ...sentence,
        ...(limit &&
          open &&
          proposingLimit(sentence, { field: limit.field, limits: asWritten(open.limits) })),
        operation: id,
        subject: subject === null ? id : subjectOf(subject),
      };
    }),
  );
  const rulesIn = new Map([
    ...[...accounts].map(([{ id }, { rules }]) => [id, rules] as const),
    ...[...schemaRules].map(([schema, rules]) => [subjectOf(schema), rules] as const),
  ]);
  const entries = entriesFor(
    unreadIn,
    (id) =>
      new Set([
        ...(rulesIn.get(id) ?? []).map((rule) => rule.id),
        ...ownRulesOf(id).map(({ entry }) => String(entry.id)),
      ]),
  );
  const unread = unreadIn.map((sentence): UnreadInOperation => {
    const toPaste = entries.get(sentence) ?? [];
    const notes = toPaste.map(({ file, line }) => [file, line] as const);
    const { problem, operation } = sentence;
    return {
      ...sentence,
      entries: toPaste,
      mustBeRead: chosen.fullyRead.has(operation),
      problem: { ...problem, notes: [...(problem.notes ?? []), ...notes] },
    };
  });
  const broken = [...sliced.findings].filter(([, { problems }]) => problems.length > 0);
  const stopping =
    prose === "strict"
      ? unread.filter(({ mustBeRead, proposed }) => mustBeRead || proposed.length > 0)
      : [];
  const problems = withoutDuplicates([
    ...chosen.problems,
    ...broken.flatMap(([id, findings]) => (chosen.named.has(id) ? findings.problems : [])),
    ...[...accounts.values()].flatMap((each) => each.problems),
    ...stopping.map(({ problem }) => problem),
  ]);
  if (options.undecided) options.undecided.push(...problems);
  else if (problems.length > 0) throw new Problems(problems);
  const source = { ...info, sha256: createHash("sha256").update(text).digest("hex") };
  // A contract keeps the digest of the description it was made from.
  const named = isContract ? description.root("x-source") : sourceDigest(source);
  return {
    document: withNotes(
      withChanges(
        sliced.document,
        rulesAt(
          new Map([...schemaRules].map(([schema, rules]) => [schema, rules.map(ruleAsJson)])),
        ),
      ),
      accounts,
      named,
    ),
    isContract,
    ledger: Object.fromEntries([...accounts].map(([{ id }, { ledger }]) => [id, ledger])),
    dropped,
    accepted: [
      ...[...accounts].flatMap(([{ id }, { accepted }]) => accepted.map((rule) => `${id} ${rule}`)),
      // Limits on responses are left out, because responses are not checked against them.
      ...new Set(
        limits
          .filter((one) => one.isAdded && inRequests.has(keyOfText(one)))
          .flatMap(acceptedLimit),
      ),
    ],
    remarks: [...accounts].flatMap(([{ id }, { remarks }]) =>
      remarks.map((remark) => `${id} ${remark}`),
    ),
    unread,
    unusedSkips: isContract ? [] : unusedSkipsIn(skipped, [...accounts.values()]),
    limits: limits.filter(({ isAdded }) => isAdded),
    source,
    notices: [
      ...chosen.notices,
      ...broken.flatMap(
        ([
          id,
          {
            problems: [first],
          },
        ]) => (chosen.named.has(id) || first === undefined ? [] : [leftOutNotice(id, first)]),
      ),
      ...sliced.operations.flatMap(({ id }) => sliced.findings.get(id)?.notices ?? []),
    ],
    leftOut: [...chosen.leftOut, ...broken.map(([id]) => id)],
  };
}

/** Names what an accepted proposal limits; empty for a limit that was certain. */
function acceptedLimit({ proposedFor }: LimitSentence): readonly string[] {
  if (proposedFor === undefined) return [];
  const { schema, field } = proposedFor;
  return [`${schema === null ? "parameter" : subjectOf(schema)} limits on ${field}`];
}

/** Identifies a sentence by its location and fingerprint, as the items of `limited` do. */
function keyOfText({ at, fingerprint }: Pick<LimitSentence, "at" | "fingerprint">): string {
  return `${at} ${fingerprint}`;
}

/** The fingerprints of all sentences that these rules cite as sources. */
function statedIn(rules: readonly OwnRule[]): ReadonlySet<string> {
  return new Set(
    rules.flatMap(({ entry }) =>
      listOf(getOwn(entry, "sources")).map((source) => String(getOwn(source, "fingerprint"))),
    ),
  );
}

/** Fingerprints in `skipped` that match no sentence, except entries with `until`. */
function unusedSkipsIn(skipped: Skipped, accounts: readonly Account[]): readonly string[] {
  const usedFingerprints = new Set(accounts.flatMap(({ skips }) => skips));
  return [...skipped].flatMap(([fingerprint, { until }]) =>
    until === undefined && !usedFingerprints.has(fingerprint) ? [fingerprint] : [],
  );
}

/**
 * Returns a function that lists an operation's sentences and the vocabularies for reading them.
 *
 * `node` is the operation's node in `document`. If `node` is undefined, the list is empty, because
 * calls cannot use the operation's method. Operations with equal vocabularies share one, because
 * readings are cached by vocabulary.
 */
function proseReader(document: JsonObject, flows: PullOptions["flows"]) {
  const vocabularies = new Map<string, Vocabulary>();
  const once = (candidate: Vocabulary): Vocabulary => {
    const content = JSON.stringify([...candidate.fields.values()]);
    const vocabulary = vocabularies.get(content) ?? candidate;
    vocabularies.set(content, vocabulary);
    return vocabulary;
  };
  const ofObject = objectVocabularies(document, once);
  return (operation: SlicedOperation, node: OperationNode | undefined) => {
    if (node === undefined) return { readings: [], vocabulary: { fields: new Map() } };
    const vocabulary = once(vocabularyOf(node, document));
    const isReport = flows.some(({ create }) => create === operation.id);
    const texts = textsOf(operation, node, document, { isReport });
    return { readings: readingsOf(texts, vocabulary, ofObject), vocabulary };
  };
}

function withNotes(
  document: JsonObject,
  accounts: ReadonlyMap<SlicedOperation, Account>,
  source: Json | undefined,
): JsonObject {
  const { openapi = null, ...members } = document;
  const paths = new Map(Object.entries(isObject(members.paths) ? members.paths : {}));
  for (const [{ path, method }, { rules, ledger }] of accounts) {
    const item = paths.get(path) as JsonObject;
    const operation = item[method] as JsonObject;
    const notes = { "x-rules": rules.map(ruleAsJson), "x-ledger": ledger as unknown as JsonObject };
    paths.set(path, { ...item, [method]: { ...operation, ...notes } });
  }
  return {
    openapi,
    "x-contract": 1,
    ...(source !== undefined && { "x-source": source }),
    ...members,
    paths: Object.fromEntries(paths),
  };
}

function ruleAsJson({ id, kind, until, when, params, sources }: NamedRule): JsonObject {
  return {
    id,
    kind,
    ...(until !== undefined && { until }),
    when,
    ...params,
    sources,
  } as unknown as { readonly [key: string]: Json };
}

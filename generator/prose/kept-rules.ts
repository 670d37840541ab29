import { below } from "../../runtime/validation/pointer.js";
import type { Condition, RuleSource } from "../model/model.js";
import { isBefore } from "../parse/config.js";
import { entriesOf, getOwn, isObject, type Json, type JsonObject, listOf } from "../parse/json.js";
import type { SlicedOperation } from "../parse/slice.js";
import type { Problem } from "../problem.js";
import { kinds } from "../rules/kinds.js";
import type { Ledger, SentenceReport } from "./classify.js";
import { fieldsOf, type NamedRule } from "./draft.js";
import type { Field, Vocabulary } from "./vocabulary.js";

const labels = ["rule", "schema-implied", "server-side", "informational", "skipped", "unread"];

/**
 * The report for an operation whose rules and ledger are already in its contract. There is no prose
 * to read, so there are no unread sentences, remarks or skips. If the contract is broken, the
 * errors are in `problems` and `rules` is empty. The ledger is copied in any case, with `unread`
 * set to 0 if it is missing.
 */
export function keptRules({ path, method, node }: SlicedOperation): SentenceReport {
  const at = below("#", "paths", path, method);
  const rules = getOwn(node, "x-rules");
  const ledger = getOwn(node, "x-ledger");
  const problems: Problem[] = [];
  if (!Array.isArray(rules)) problems.push(broken("a contract without x-rules", at));
  for (const [index, rule] of listOf(rules).entries())
    if (!isRule(rule))
      problems.push(broken("a rule that `pull` did not write", below(at, "x-rules", index)));
  const names = listOf(rules).map((rule) => getOwn(rule, "id"));
  if (new Set(names).size < names.length)
    problems.push(broken("two rules with the same name", below(at, "x-rules")));
  if (!isLedger(ledger))
    problems.push(broken("a ledger that does not add up", below(at, "x-ledger")));
  return {
    rules: problems.length === 0 ? listOf(rules).map(ruleOf) : [],
    ledger: { ...(ledger as unknown as Ledger), unread: Number(getOwn(ledger, "unread") ?? 0) },
    problems,
    unread: [],
    skips: [],
    remarks: [],
    accepted: [],
  };
}

/**
 * Whether this is a rule as written by `pull`.
 *
 * It must have an id and a kind in kebab-case, a list `when` (possibly empty) whose conditions name
 * a field, and at least one source with `at` and `fingerprint`.
 */
function isRule(rule: Json): boolean {
  const sources = listOf(getOwn(rule, "sources"));
  const isNamed = ["id", "kind"].every((key) =>
    /^[a-z][a-z0-9-]*$/.test(String(getOwn(rule, key))),
  );
  const isSourced =
    sources.length > 0 &&
    sources.every((source) =>
      ["at", "fingerprint"].every((key) => typeof getOwn(source, key) === "string"),
    );
  return (
    isNamed &&
    isSourced &&
    Array.isArray(getOwn(rule, "when")) &&
    listOf(getOwn(rule, "when")).every(
      (condition) => typeof getOwn(condition, "field") === "string",
    )
  );
}

function isLedger(ledger: Json | undefined): boolean {
  // Contracts from earlier releases count unread sentences as skipped.
  const known = getOwn(ledger, "unread") === undefined ? labels.slice(0, -1) : labels;
  const sums = known.map((label) => getOwn(ledger, label));
  const isComplete =
    isObject(ledger) &&
    Object.keys(ledger).length === known.length + 1 &&
    sums.every((sum) => Number.isInteger(sum));
  return (
    isComplete &&
    sums.reduce<number>((all, sum) => all + Number(sum), 0) === getOwn(ledger, "sentences")
  );
}

/**
 * Converts a rule from a contract. It must satisfy `isRule`. Everything except id, kind,
 * conditions, sources and `until` becomes a parameter.
 */
function ruleOf(rule: Json): NamedRule {
  const params = entriesOf(rule).filter(
    ([key]) => !["id", "kind", "when", "until", "sources"].includes(key),
  );
  const until = getOwn(rule, "until");
  return {
    id: String(getOwn(rule, "id")),
    kind: String(getOwn(rule, "kind")),
    when: getOwn(rule, "when") as unknown as readonly Condition[],
    params: Object.fromEntries(params),
    sources: getOwn(rule, "sources") as unknown as readonly RuleSource[],
    ...(typeof until === "string" && { until }),
  };
}

function broken(what: string, where: string): Problem {
  return {
    what,
    where,
    why: "A contract's rules are used unchanged, so a broken rule would be missing from the package.",
    fix: "Use the contract as `pull` wrote it, or pull from Pinterest's description.",
  };
}

/** The contract that a pull replaces. */
export interface EarlierContract {
  readonly version: string;
  /** Its rules, by operation id. */
  readonly rules: ReadonlyMap<string, readonly NamedRule[]>;
}

/**
 * Reads the version and the operations' rules of an earlier contract.
 *
 * Rules that `pull` would not write are left out, and so are rules of schemas. If several
 * operations have the same id, the last one is used. A missing version or id becomes the text
 * "undefined"; nothing is thrown.
 */
export function earlierContractIn(contract: JsonObject): EarlierContract {
  const operations = entriesOf(getOwn(contract, "paths")).flatMap(([, item]) =>
    entriesOf(item).map(([, operation]) => operation),
  );
  const rules = operations.map(
    (operation) =>
      [
        String(getOwn(operation, "operationId")),
        listOf(getOwn(operation, "x-rules")).filter(isRule).map(ruleOf),
      ] as const,
  );
  return { version: String(getOwn(getOwn(contract, "info"), "version")), rules: new Map(rules) };
}

/** The current state of an operation in the description. */
export interface CurrentOperation {
  readonly operation: string;
  readonly version: string;
  /** Rules that its sentences state. */
  readonly rules: readonly NamedRule[];
  /** Fingerprints of all its sentences. */
  readonly fingerprints: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
}

/** Rules of the earlier contract that no sentence states anymore. */
export interface RememberedRules {
  /** Rules that are kept as warnings, because the API may still enforce them. */
  readonly retained: readonly NamedRule[];
  /** Why the other rules are dropped, by id. */
  readonly dropped: ReadonlyMap<string, string>;
}

/**
 * Finds the rules of the earlier contract that the description no longer states.
 *
 * `retained` contains the rules to keep. They only cause warnings, and their `until` is the last
 * version that stated them. Values that their fields no longer have are removed. `dropped` says, by
 * id, why each other rule is dropped:
 * - Its sentence is now read differently.
 * - A new rule replaces it.
 * - One of its fields is gone.
 * - All values in one of its lists are gone.
 *
 * Only rules last stated in an earlier version are considered. A rule whose id is still stated is
 * in neither. If `before` is absent, both are empty.
 */
export function rememberRules(
  before: EarlierContract | undefined,
  current: CurrentOperation,
): RememberedRules {
  const earlier = before?.rules.get(current.operation) ?? [];
  const retained: NamedRule[] = [];
  const dropped = new Map<string, string>();
  for (const rule of earlier) {
    const until = rule.until ?? before?.version ?? "";
    // If the description is older than the contract, it may not state the rule yet. If the version
    // is the same, only our reading has changed.
    if (current.rules.some(({ id }) => id === rule.id) || !isBefore(until, current.version))
      continue;
    const why = reasonToDrop(rule, earlier, current);
    if (why === null) retained.push({ ...withKnownValues(rule, current.vocabulary), until });
    else dropped.set(rule.id, why);
  }
  return { retained, dropped };
}

/**
 * Why a rule is dropped. Null if the rule is kept, because a request can still break it even though
 * its sentence no longer exists.
 */
function reasonToDrop(
  rule: NamedRule,
  earlier: readonly NamedRule[],
  { rules, fingerprints, vocabulary }: CurrentOperation,
): string | null {
  if (
    rule.until === undefined &&
    rule.sources.some(({ fingerprint }) => fingerprints.has(fingerprint))
  )
    return "its sentence is read differently now";
  const newRules = rules.filter(({ id }) => !earlier.some((item) => item.id === id));
  const successor = newRules.find((item) => subjectOf(item) === subjectOf(rule));
  if (successor !== undefined) return `replaced by ${successor.id}`;
  // Only the first step of a path is a field of the request.
  const gone = fieldsOf(rule).find(
    (field) => !vocabulary.fields.has(field) && !vocabulary.fields.has(field.split(".")[0] ?? ""),
  );
  if (gone !== undefined) return `the request no longer has the field ${gone}`;
  const empty = listsOf(withKnownValues(rule, vocabulary)).findIndex(
    ([, values]) => values.length === 0,
  );
  if (empty < 0) return null;
  const [field = "", values = []] = listsOf(rule)[empty] ?? [];
  return `${field} can no longer be ${values.join(", ")}`;
}

/** What a rule is about. Two rules with the same subject are versions of one rule. */
function subjectOf(rule: NamedRule): string {
  const { kind, params } = rule;
  return JSON.stringify([
    kind,
    kinds.get(kind)?.fields(params).toSorted(),
    Array.isArray(params.values) ? params.values.toSorted() : null,
  ]);
}

type FieldValues = readonly [field: string, values: readonly unknown[]];

/** The lists of values in a rule, each with its field. */
function listsOf({ when, params }: NamedRule): readonly FieldValues[] {
  const conditions = [
    ...when,
    ...(params.requires === undefined ? [] : [params.requires as NamedRule["when"][number]]),
  ];
  const stated = conditions.flatMap((item): FieldValues[] =>
    "is" in item ? [[item.field, item.is]] : "isNot" in item ? [[item.field, item.isNot]] : [],
  );
  return [
    ...stated,
    ...(Array.isArray(params.values) ? [[String(params.field), params.values] as const] : []),
  ];
}

/** Removes the values that a rule's fields no longer have. */
function withKnownValues(rule: NamedRule, { fields }: Vocabulary): NamedRule {
  const knownOf = (name: string, values: readonly unknown[]): readonly never[] => {
    const field: Field | undefined = fields.get(name);
    const known = field === undefined || field.values.length === 0 ? null : field.values;
    return values.filter(
      (value) =>
        known === null ||
        typeof value === "boolean" ||
        known.some((condition) => condition === value),
    ) as never[];
  };
  const condition = (item: NamedRule["when"][number]): NamedRule["when"][number] =>
    "is" in item
      ? { ...item, is: knownOf(item.field, item.is) }
      : "isNot" in item
        ? { ...item, isNot: knownOf(item.field, item.isNot) }
        : item;
  const { requires, values, ...params } = rule.params;
  return {
    ...rule,
    when: rule.when.map(condition),
    params: {
      ...params,
      ...(requires === undefined
        ? {}
        : { requires: condition(requires as NamedRule["when"][number]) }),
      ...(Array.isArray(values) ? { values: knownOf(String(params.field), values) } : {}),
    },
  };
}

/** Maximum number of differences shown per rule. */
const MOST_DIFFERENCES = 4;

/**
 * Lists how the operations' rules changed since an earlier contract, as text.
 *
 * There is a line for each lost, new or changed rule. A rule that is now only a warning counts as
 * lost, and a warning that is a rule again counts as new. A line shows at most four differences. An
 * operation in only one of the contracts gets a single line, or none if it has no rules. Empty if
 * nothing changed. Sources and the order of values are not compared; rules of schemas are not
 * listed. The keys of `reasons` are the operation's id and the rule's id, separated by a space. The
 * values say why a rule no longer exists.
 */
export function ruleChanges(
  before: Json,
  after: Json,
  reasons: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const [old, current] = [rulesOf(before), rulesOf(after)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((operation) => {
    const [oldRules, currentRules] = [old.get(operation), current.get(operation)];
    if (oldRules === undefined) return wholeOperationChange("new", operation, currentRules);
    return currentRules === undefined
      ? wholeOperationChange("lost", operation, oldRules)
      : changesBetween(operation, oldRules, currentRules, reasons);
  });
}

type Rules = ReadonlyMap<string, Json>;

/** The rules of a contract, by operation id, then by rule id. */
function rulesOf(contract: Json): ReadonlyMap<string, Rules> {
  const operations = entriesOf(getOwn(contract, "paths")).flatMap(([, item]) =>
    entriesOf(item).map(([, operation]) => operation),
  );
  return new Map(
    operations
      .filter((operation) => getOwn(operation, "x-rules") !== undefined)
      .map((operation) => {
        const rules = listOf(getOwn(operation, "x-rules")).map(
          (rule) => [String(getOwn(rule, "id")), rule] as const,
        );
        return [String(getOwn(operation, "operationId")), new Map(rules)];
      }),
  );
}

/** A line for an operation that was added or removed, if it has rules. */
function wholeOperationChange(
  what: "new" | "lost",
  operation: string,
  rules: Rules = new Map(),
): readonly string[] {
  return rules.size === 0
    ? []
    : [
        `${what.padEnd(10)} ${operation}, ${rules.size === 1 ? "its only rule" : `all ${rules.size} of its rules`}`,
      ];
}

function changesBetween(
  operation: string,
  oldRules: Rules,
  currentRules: Rules,
  reasons: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...oldRules.keys(), ...currentRules.keys()])].flatMap((id) => {
    const [before, after] = [oldRules.get(id), currentRules.get(id)];
    if (before === undefined) return [changeLine("new", operation, id)];
    if (after === undefined)
      return [changeLine("lost", operation, id, reasons.get(`${operation} ${id}`))];
    const [until, earlier] = [getOwn(after, "until"), getOwn(before, "until")];
    if (until !== undefined && earlier === undefined)
      return [
        changeLine(
          "lost",
          operation,
          id,
          `its sentence no longer exists; the rule remains as a warning, last stated in ${String(until)}`,
        ),
      ];
    if (until === undefined && earlier !== undefined)
      return [changeLine("new", operation, id, `stated again, last in ${String(earlier)}`)];
    const [gone, come] = [leavesOf(before), leavesOf(after)];
    const differences = [
      ...come.filter((leaf) => !gone.includes(leaf)).map((leaf) => `+${leaf}`),
      ...gone.filter((leaf) => !come.includes(leaf)).map((leaf) => `-${leaf}`),
    ];
    const further =
      differences.length > MOST_DIFFERENCES
        ? ` and ${differences.length - MOST_DIFFERENCES} more`
        : "";
    return differences.length === 0
      ? []
      : [
          `changed    ${operation} ${id}: ${differences.slice(0, MOST_DIFFERENCES).join(", ")}${further}`,
        ];
  });
}

function changeLine(what: string, operation: string, id: string, why?: string): string {
  return `${what.padEnd(10)} ${operation} ${id}${why === undefined ? "" : `: ${why}`}`;
}

/** What a rule states, value by value, without its sources. */
function leavesOf(rule: Json): readonly string[] {
  return entriesOf(rule).flatMap(([name, value]) =>
    name === "sources" ? [] : leavesIn(value, name),
  );
}

function leavesIn(value: Json, name: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => leavesIn(item, name));
  if (isObject(value))
    return entriesOf(value).flatMap(([inner, held]) => leavesIn(held, `${name}.${inner}`));
  return [`${name} ${String(value)}`];
}

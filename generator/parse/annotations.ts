import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { COLUMN_KINDS, type ColumnValue } from "../../runtime/validation/column-kinds.js";
import { type Problem, Problems } from "../problem.js";
import { entriesOf, getOwn, isObject, type Json, type JsonObject, listOf } from "./json.js";
import { parseYaml } from "./yaml.js";

/** One column of `spec/columns.yaml`. */
export interface ColumnFacts {
  readonly value: ColumnValue;
  /** False if `value` is only inferred from the column's name. */
  readonly verified: boolean;
  /** Whether report files contain the column even if it is not requested, as with `DATE`. */
  readonly added: boolean;
  /** Set if a missing number does not mean zero. */
  readonly zero?: false;
  /** A remark in our own words, not the description's. */
  readonly note?: string;
  /** Replaces the label derived from the column's name. */
  readonly label?: string;
}

/**
 * The kinds that spec/columns.yaml can give to a column. Columns without an entry are `unknown`.
 */
export const GIVEN_KINDS: readonly ColumnValue[] = (
  Object.keys(COLUMN_KINDS) as ColumnValue[]
).filter((value) => value !== "unknown");
/** Valid sources for `evidence`: other programs that read report files, and the description. */
const EVIDENCE_SOURCES: readonly string[] = ["airbyte", "interloper", "fivetran", "description"];
const GROUPS: readonly string[] = ["columns", "added"];
const TEXTS = ["note", "label"] as const;
const KEYS: readonly string[] = ["value", "zero", "evidence", ...TEXTS];

const WHY = "The types of rows are generated from this file, so a mistake makes those types wrong.";

type Refuse = (what: string, at: unknown, fix: string) => void;

/**
 * Parses the text of `spec/columns.yaml` into facts keyed by column name. `file` is the file's name
 * in problems. Throws `Problems` with all errors in the file, or only the YAML errors if the YAML
 * is invalid. An empty file is an error.
 */
export function parseColumns(
  text: string,
  file = "spec/columns.yaml",
): ReadonlyMap<string, ColumnFacts> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
  });
  const problems: Problem[] = [];
  const locationAt = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const refuse: Refuse = (what, at, fix) => {
    problems.push({ what, where: locationAt((at as Node | null)?.range?.[0] ?? 0), why: WHY, fix });
  };
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    problems.push({
      what: `invalid YAML: ${message}`,
      where: locationAt(pos[0]),
      why: WHY,
      fix: "Correct the line; the lines around it show the format.",
    });
  }
  const columns = problems.length === 0 ? readGroups(document.contents, refuse) : new Map();
  if (problems.length > 0) throw new Problems(problems);
  return columns;
}

/** Reads both groups of columns. Columns with errors are reported and left out. */
function readGroups(contents: unknown, refuse: Refuse): ReadonlyMap<string, ColumnFacts> {
  const columns = new Map<string, ColumnFacts>();
  if (!isMap(contents)) {
    refuse(
      "the file has no columns",
      contents,
      "Start with `columns:`, then add one line per column.",
    );
    return columns;
  }
  const seenNames = new Set<string>();
  for (const { name: group, key, value } of knownEntries(contents, GROUPS, refuse)) {
    if (!isMap(value)) {
      refuse(
        `${group} is not a list of columns`,
        key,
        "Write one line per column: `NAME: { value: …, evidence: … }`.",
      );
      continue;
    }
    for (const entry of columnEntries(value, seenNames, refuse)) {
      const facts = readFacts(entry, refuse);
      if (facts) columns.set(entry.name, { ...facts, added: group === "added" });
    }
  }
  return columns;
}

interface MapEntry {
  readonly name: string;
  readonly key: unknown;
  readonly value: unknown;
}

/**
 * The entries of a group with a valid column name. Reports names that occur twice, even in
 * different groups.
 */
function columnEntries(
  group: YAMLMap,
  seenNames: Set<string>,
  refuse: Refuse,
): readonly MapEntry[] {
  return (group.items as Pair<unknown, unknown>[]).flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name !== "string" || !/^[A-Z][A-Z0-9_]*$/.test(name)) {
      refuse(
        `${JSON.stringify(name ?? String(key))} is not a valid column name`,
        key,
        "Write it as the API does: upper-case letters, digits and underscores.",
      );
      return [];
    }
    if (seenNames.has(name)) refuse(`${name} is listed twice`, key, "Delete one of the two lines.");
    seenNames.add(name);
    return [{ name, key, value }];
  });
}

/**
 * Reads the facts of one column. Undefined if its kind or evidence is invalid. Reports all errors.
 */
function readFacts(
  { name, key, value: entry }: MapEntry,
  refuse: Refuse,
): Omit<ColumnFacts, "added"> | undefined {
  if (!isMap(entry)) {
    refuse(`${name} has no facts`, key, "Write `{ value: …, evidence: … }`.");
    return undefined;
  }
  const parts = new Map(knownEntries(entry, KEYS, refuse).map((part) => [part.name, part.value]));
  const value = readValue({ name, key, value: parts.get("value") ?? key }, refuse);
  const verified = readEvidence({ name, key, value: parts.get("evidence") ?? key }, refuse);
  const texts = TEXTS.flatMap((part): [string, string][] => {
    const text = parts.get(part);
    if (isScalar(text) && typeof text.value === "string") return [[part, text.value]];
    if (parts.has(part))
      refuse(`the ${part} of ${name} is not a string`, text ?? key, "Put it in quotes.");
    return [];
  });
  if (value === undefined || verified === undefined) return undefined;
  const zero = parts.get("zero");
  const hasZero =
    zero === undefined ||
    (isScalar(zero) && zero.value === false && COLUMN_KINDS[value].zeroIsLeftOut);
  if (!hasZero)
    refuse(
      `\`zero\` of ${name} must be \`false\`, and is only allowed on number columns`,
      zero ?? key,
      "Leave it out.",
    );
  return {
    value,
    verified,
    ...(zero !== undefined && { zero: false }),
    ...Object.fromEntries(texts),
  };
}

/** Reads the kind of a column's values. Undefined if the kind is unknown, which is reported. */
function readValue({ name, value: node }: MapEntry, refuse: Refuse): ColumnValue | undefined {
  const value = GIVEN_KINDS.find((known) => isScalar(node) && node.value === known);
  if (!value)
    refuse(
      `\`value\` of ${name} is not one of the known kinds`,
      node,
      `Set \`value:\` to one of ${GIVEN_KINDS.join(", ")}.`,
    );
  return value;
}

/**
 * Whether the kind of a column's values is verified. Undefined if the evidence is invalid, which is
 * reported.
 */
function readEvidence({ name, value: node }: MapEntry, refuse: Refuse): boolean | undefined {
  if (isScalar(node) && node.value === "unverified") return false;
  const sources = isSeq(node)
    ? node.items.map((item) => (isScalar(item) ? item.value : undefined))
    : [];
  if (
    sources.length > 0 &&
    sources.every((source) => typeof source === "string" && EVIDENCE_SOURCES.includes(source))
  )
    return true;
  refuse(
    `\`evidence\` of ${name} is not one of the known values`,
    node,
    `Set \`evidence:\` to \`unverified\`, or to a list with one or more of ${EVIDENCE_SOURCES.join(", ")}.`,
  );
  return undefined;
}

/** The first entry of each known key in a map. Reports unknown and repeated keys. */
function knownEntries(map: YAMLMap, keys: readonly string[], refuse: Refuse): readonly MapEntry[] {
  const entries = new Map<string, MapEntry>();
  for (const { key, value } of map.items as Pair<unknown, unknown>[]) {
    const name = isScalar(key) ? String(key.value) : String(key);
    if (!keys.includes(name))
      refuse(`unknown key ${JSON.stringify(name)}`, key, `Known keys are ${keys.join(", ")}.`);
    else if (entries.has(name))
      refuse(`the key ${name} occurs twice`, key, "Delete one of the two.");
    else entries.set(name, { name, key, value });
  }
  return [...entries.values()];
}

/**
 * Our own documentation sentences, keyed by operation id, then by path in the request body. The
 * empty path stands for the operation itself, and `*.name` for a field of any object in the body.
 */
export type Docs = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Parses the text of `spec/docs.yaml`.
 *
 * The result contains sentences keyed by operation id, then by the field's path. The empty path
 * stands for the operation itself. A key can list several operations, separated by `, `. Does not
 * check whether operations and fields exist. `file` is the file's name in problems. Throws
 * `Problems` with all errors in the file.
 */
export function parseDocs(text: string, file = "spec/docs.yaml"): Docs {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const refuse = (what: string, ...path: readonly string[]): void => {
    const fix =
      "Write `<operation>: { <path of a field>: <sentence> }`; an empty path stands for the operation itself.";
    problems.push({
      what,
      where: `${file}:${yaml.lineOf(...path)}`,
      why: "The sentences become comments in the generated code.",
      fix,
    });
  };
  if (!isObject(yaml.value)) refuse("the file has no operations");
  const docs = new Map<string, ReadonlyMap<string, string>>();
  for (const [operations, fields] of entriesOf(yaml.value)) {
    const words = new Map<string, string>();
    if (!isObject(fields)) refuse(`the entry for ${operations} has no fields`, operations);
    for (const [path, sentence] of entriesOf(fields)) {
      if (typeof sentence === "string") words.set(path, sentence);
      else refuse(`the value of ${path} is not a string`, operations, path);
    }
    for (const operation of operations.split(", "))
      docs.set(operation, new Map([...(docs.get(operation) ?? []), ...words]));
  }
  if (problems.length > 0) throw new Problems(problems);
  return docs;
}

/** An entity that rows report on, such as a campaign. */
export interface Entity {
  /** The columns that contain the entity's id. */
  readonly ids: readonly string[];
  /** Our name for the id, set if no column contains the id. */
  readonly ours?: string;
  /** Columns that distinguish rows with the same id. */
  readonly besides: readonly string[];
  /** The level of the enclosing entity; null for the outermost level. */
  readonly within: string | null;
}

/**
 * The entities of report rows, keyed by operation id, then by level. The operation is the report's
 * create operation.
 */
export type RowFacts = ReadonlyMap<string, ReadonlyMap<string, Entity>>;

type RefuseRow = (what: string, ...path: readonly string[]) => void;

/**
 * Parses the text of `spec/rows.yaml`, the entities that rows report on.
 *
 * `file` is the file's name in problems. Throws `Problems` with the first error of each entry.
 */
export function parseRows(text: string, file = "spec/rows.yaml"): RowFacts {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const refuse: RefuseRow = (what, ...path) => {
    problems.push({
      what,
      where: `${file}:${yaml.lineOf(...path)}`,
      why: "The types of rows are generated from this file, so a mistake makes those types wrong.",
      fix:
        "Write `<level>: { ids: [<columns>], within: <an earlier level>, evidence: [<sources>] }`, without `within` for the outermost level; " +
        "add `ours: <NAME_ID>` if no column contains the id, and `besides: [<columns>]` if the id does not identify a row.",
    });
  };
  if (!isObject(yaml.value)) refuse("the file has no operations");
  const facts = new Map<string, ReadonlyMap<string, Entity>>();
  for (const [operation, levels] of entriesOf(yaml.value)) {
    const entities = new Map<string, Entity>();
    for (const [level, entry] of entriesOf(levels)) {
      const entity = readEntity(entry, entities, (what) =>
        refuse(`${level} ${what}`, operation, level),
      );
      if (entity) entities.set(level, entity);
    }
    if (entities.size === 0) refuse(`${operation} has no levels`, operation);
    facts.set(operation, entities);
  }
  if (problems.length > 0) throw new Problems(problems);
  return facts;
}

/** Reads an entity. `within` must name a level of an earlier entry, so there are no cycles. */
function readEntity(
  entry: Json,
  earlier: ReadonlyMap<string, Entity>,
  refuse: (what: string) => void,
): Entity | undefined {
  const {
    ids,
    ours,
    besides = [],
    within = null,
    evidence,
    ...unknownKeys
  } = Object.fromEntries(entriesOf(entry));
  const [unknownKey] = Object.keys(unknownKeys);
  if (unknownKey !== undefined) refuse(`has the unknown key ${unknownKey}`);
  else if (!Array.isArray(ids) || !ids.every(isColumn)) refuse("needs `ids`: a list of columns");
  else if (ours !== undefined && !(isColumn(ours) && ours.endsWith("_ID")))
    refuse("has an `ours` that is not a column name ending in _ID");
  else if (!Array.isArray(besides) || !besides.every(isColumn))
    refuse("has a `besides` that is not a list of columns");
  else if (within !== null && (typeof within !== "string" || !earlier.has(within)))
    refuse("has a `within` that is not the name of an earlier level");
  else if (!isEvidence(evidence))
    refuse(`needs \`evidence\`: a list with one or more of ${EVIDENCE_SOURCES.join(", ")}`);
  else return { ids, ...(ours !== undefined && { ours }), besides, within };
  return undefined;
}

/** Whether a value is spelled like a column name. */
function isColumn(value: unknown): value is string {
  return typeof value === "string" && /^[A-Z][A-Z0-9_]*$/.test(value);
}

/** Whether a value lists at least one source, all of them known. */
function isEvidence(value: Json | undefined): boolean {
  return (
    listOf(value).length > 0 &&
    listOf(value).every((source) => typeof source === "string" && EVIDENCE_SOURCES.includes(source))
  );
}

/** Prefix of a schema's name where `spec/` names a schema instead of an operation. */
export const SCHEMA = "schema:";

/** Pointer prefix of the named schemas in a description. */
export const SCHEMAS = "#/components/schemas/";

/** Whether an entry names a schema (wherever it is used) instead of an operation. */
export function isOfSchema(operation: string): boolean {
  return operation.startsWith(SCHEMA);
}

/**
 * The pointer of the schema that an entry names. `schema:Pin` becomes `#/components/schemas/Pin`,
 * and `schema:#/…` becomes the pointer after the prefix. `operation` must begin with the prefix
 * `schema:`.
 */
export function schemaPointer(operation: string): string {
  const name = operation.slice(SCHEMA.length);
  return name.startsWith("#/") ? name : `${SCHEMAS}${name}`;
}

/** A rule of `spec/rules.yaml`, not yet checked against a description. */
export interface OwnRule {
  /** The id of an operation, or `schema:` and a schema if `isOfSchema` is true. */
  readonly operation: string;
  readonly entry: JsonObject;
  readonly where: string;
}

/**
 * Parses the text of `spec/rules.yaml` into its rules, in order.
 *
 * An entry that names several operations yields one rule for each. Each entry needs `operation` and
 * `reason`; its other keys are not checked, except that the old key `because` is refused. `file` is
 * the file's name in problems. Throws `Problems` with all errors in the file, or with only the YAML
 * errors if it is not valid YAML.
 */
export function parseOwnRules(text: string, file = "spec/rules.yaml"): readonly OwnRule[] {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  if (!Array.isArray(yaml.value)) problems.push(ruleProblem("file must be a list", `${file}:1`));
  const rules = listOf(yaml.value).flatMap((entryNode, index): OwnRule[] => {
    const where = `${file}:${yaml.lineOf(index)}`;
    const operations = operationsOf(getOwn(entryNode, "operation"));
    const reason = getOwn(entryNode, "reason");
    if (getOwn(entryNode, "because") !== undefined) {
      problems.push(ruleProblem("has `because`: rename it to `reason`", where));
      return [];
    }
    const isComplete = operations.length > 0 && isText(reason);
    if (!isObject(entryNode) || !isComplete) {
      problems.push(
        ruleProblem("needs `operation` (an id or a list of ids) and `reason` (a string)", where),
      );
      return [];
    }
    const { operation: _, ...entry } = entryNode;
    return operations.map((operation) => ({ operation, entry, where }));
  });
  if (problems.length > 0) throw new Problems(problems);
  return rules;
}

/** Whether a value is a string that is not blank. */
function isText(reason: Json | undefined): boolean {
  return typeof reason === "string" && reason.trim() !== "";
}

/**
 * The ids in `operation`: one id, or a list of ids that share the rule. Empty if `operation` is
 * invalid.
 */
function operationsOf(value: Json | undefined): readonly string[] {
  const ids = typeof value === "string" ? [value] : listOf(value);
  return ids.every((id): id is string => typeof id === "string") && !ids.includes("") ? ids : [];
}

/**
 * The problem to report for an invalid entry in rules.yaml. `what` continues a sentence that begins
 * with "a rule".
 */
function ruleProblem(what: string, where: string): Problem {
  return {
    what: `a rule ${what}`,
    where,
    why: "An invalid rule would not be enforced.",
    fix: "Correct the entry; generator/rules/ defines the parameters of each kind of rule.",
  };
}

/** Why a sentence that states a requirement is not enforced. */
export interface Skip {
  readonly reason: string;
  /**
   * The last version of the description that contains the sentence. If absent, later versions may
   * also contain the sentence.
   */
  readonly until?: string;
}

/** Sentences that state a requirement but are deliberately not enforced, keyed by fingerprint. */
export type Skipped = ReadonlyMap<string, Skip>;

/**
 * Parses the text of `spec/skipped.yaml` into skipped sentences keyed by fingerprint.
 *
 * The text has one key, `skipped`, with a list that may be empty. Each sentence has the reason and,
 * if given, the last version that contains the sentence. `file` is the file's name in problems.
 * Throws `Problems` with the errors of all entries.
 */
export function parseSkipped(text: string, file = "spec/skipped.yaml"): Skipped {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const refuse = (what: string, ...path: readonly (string | number)[]): void => {
    problems.push({
      what,
      where: `${file}:${yaml.lineOf(...path)}`,
      why: "Skipping a sentence must be deliberate and have a reason that a reviewer can check.",
      fix: "Write `skipped: [{ fingerprint: <16 hex digits>, reason: <reason in our own words> }]`, and `until: <version>` if newer descriptions lack the sentence.",
    });
  };
  const list = getOwn(yaml.value, "skipped");
  if (!Array.isArray(list)) refuse("the file has no list `skipped`");
  for (const [key] of entriesOf(yaml.value))
    if (key !== "skipped") refuse(`unknown key ${key}`, key);
  const skipped = new Map<string, Skip>();
  for (const [index, entry] of (Array.isArray(list) ? list : []).entries()) {
    const {
      fingerprint,
      reason,
      until,
      because: formerReason,
      ...unknownKeys
    } = Object.fromEntries(entriesOf(entry));
    for (const key of Object.keys(unknownKeys)) refuse(`unknown key ${key}`, "skipped", index, key);
    if (formerReason !== undefined)
      refuse("`because` has been renamed to `reason`", "skipped", index, "because");
    else if (typeof fingerprint !== "string" || !/^[0-9a-f]{16}$/.test(fingerprint))
      refuse("`fingerprint` is not the fingerprint of a sentence", "skipped", index);
    else if (typeof reason !== "string" || reason.trim() === "")
      refuse("a skipped sentence needs a `reason`", "skipped", index);
    else if (skipped.has(fingerprint))
      refuse(`the fingerprint ${fingerprint} is listed twice`, "skipped", index);
    else if (until !== undefined && (typeof until !== "string" || !/^\d+(\.\d+)+$/.test(until)))
      refuse("`until` is not a version", "skipped", index, "until");
    else skipped.set(fingerprint, { reason, ...(typeof until === "string" && { until }) });
  }
  if (problems.length > 0) throw new Problems(problems);
  return skipped;
}

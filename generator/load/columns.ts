import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { ColumnValue } from "../model/model.js";
import { type Problem, Problems } from "../problem.js";

/** What `spec/columns.yaml` says of one column. */
export interface ColumnFacts {
  readonly value: ColumnValue;
  /** False where only the column's name speaks for `value`. */
  readonly verified: boolean;
  /** True for what the report file holds without being asked, such as `DATE`. */
  readonly added: boolean;
  /** What else is known, in our words. */
  readonly note?: string;
}

const VALUES: readonly ColumnValue[] = [
  "id",
  "name",
  "text",
  "url",
  "label",
  "count",
  "number",
  "rate",
  "ratio",
  "seconds",
  "money",
  "micro-money",
  "unknown-money",
];
const WITNESSES: readonly string[] = ["airbyte", "interloper", "fivetran", "description"];
const GROUPS: readonly string[] = ["columns", "added"];
const KEYS: readonly string[] = ["value", "evidence", "note"];

const WHY = "The types of the rows are made from this file; a slip here would make them lie.";

type Refuse = (what: string, at: unknown, fix: string) => void;

/** What is known of each column, by name. Throws `Problems` with all that is wrong in the file. */
export function parseColumns(text: string, file = "spec/columns.yaml"): ReadonlyMap<string, ColumnFacts> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const problems: Problem[] = [];
  const line = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const refuse: Refuse = (what, at, fix) => {
    problems.push({ what, where: line((at as Node | null)?.range?.[0] ?? 0), why: WHY, fix });
  };
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    problems.push({
      what: `not YAML: ${message}`,
      where: line(pos[0]),
      why: WHY,
      fix: "Mend the line; the lines around it show the form.",
    });
  }
  const columns = problems.length === 0 ? readGroups(document.contents, refuse) : new Map();
  if (problems.length > 0) throw new Problems(problems);
  return columns;
}

function readGroups(contents: unknown, refuse: Refuse): ReadonlyMap<string, ColumnFacts> {
  const columns = new Map<string, ColumnFacts>();
  if (!isMap(contents)) {
    refuse("the file has no columns", contents, "Begin with `columns:`, then one line a column.");
    return columns;
  }
  for (const group of named(contents, GROUPS, "group", refuse)) {
    if (!isMap(group.value))
      refuse(`${group.name} is not a list of columns`, group.key, "Write one line a column: `NAME: { value: …, evidence: … }`.");
    else readGroup(group.value, group.name === "added", columns, refuse);
  }
  return columns;
}

function readGroup(group: YAMLMap, added: boolean, columns: Map<string, ColumnFacts>, refuse: Refuse): void {
  for (const { key, value } of group.items as Pair<unknown, unknown>[]) {
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name !== "string" || !/^[A-Z][A-Z0-9_]*$/.test(name)) {
      refuse(
        `${JSON.stringify(name ?? String(key))} is not the name of a column`,
        key,
        "Write it as the API does: capitals, digits, underscores.",
      );
      continue;
    }
    if (columns.has(name)) refuse(`${name} stands twice`, key, "Delete one of the two lines.");
    const facts = readFacts(name, key, value, added, refuse);
    if (facts) columns.set(name, facts);
  }
}

function readFacts(name: string, key: unknown, entry: unknown, added: boolean, refuse: Refuse): ColumnFacts | undefined {
  if (!isMap(entry)) {
    refuse(`${name} says nothing`, key, "Write `{ value: …, evidence: … }`.");
    return undefined;
  }
  const parts = new Map(named(entry, KEYS, `key of ${name}`, refuse).map((part) => [part.name, part.value]));
  const value = readValue(name, parts.get("value") ?? key, refuse);
  const verified = readEvidence(name, parts.get("evidence") ?? key, refuse);
  const note = parts.get("note");
  const words = isScalar(note) ? note.value : undefined;
  if (note !== undefined && typeof words !== "string") refuse(`the note of ${name} is not text`, note ?? key, "Write it in quotes.");
  if (value === undefined || verified === undefined) return undefined;
  return typeof words === "string" ? { value, verified, added, note: words } : { value, verified, added };
}

function readValue(name: string, node: unknown, refuse: Refuse): ColumnValue | undefined {
  const value = VALUES.find((known) => isScalar(node) && node.value === known);
  if (!value) refuse(`${name} has no known value`, node, `Say what its values are with \`value:\` and one of ${VALUES.join(", ")}.`);
  return value;
}

function readEvidence(name: string, node: unknown, refuse: Refuse): boolean | undefined {
  if (isScalar(node) && node.value === "unverified") return false;
  const witnesses = isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : undefined)) : [];
  if (witnesses.length > 0 && witnesses.every((one) => typeof one === "string" && WITNESSES.includes(one))) return true;
  refuse(`${name} has no known evidence`, node, `Write \`evidence: unverified\`, or a list of ${WITNESSES.join(", ")}.`);
  return undefined;
}

interface Named {
  readonly name: string;
  readonly key: unknown;
  readonly value: unknown;
}

/** The entries of a map under known names, each once. */
function named(map: YAMLMap, known: readonly string[], noun: string, refuse: Refuse): readonly Named[] {
  const seen = new Map<string, Named>();
  for (const { key, value } of map.items as Pair<unknown, unknown>[]) {
    const name = isScalar(key) ? String(key.value) : String(key);
    if (!known.includes(name)) refuse(`${JSON.stringify(name)} is not a ${noun}`, key, `Known are ${known.join(", ")}.`);
    else if (seen.has(name)) refuse(`${name} stands twice`, key, "Delete one of the two.");
    else seen.set(name, { name, key, value });
  }
  return [...seen.values()];
}

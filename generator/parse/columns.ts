import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { ColumnValue } from "../model/column.js";
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
/** Who else reads these files, as `evidence` names them. */
export const WITNESSES: readonly string[] = ["airbyte", "interloper", "fivetran", "description"];
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
  const taken = new Set<string>();
  for (const { name: group, key, value } of named(contents, GROUPS, refuse)) {
    if (!isMap(value)) {
      refuse(`${group} is not a list of columns`, key, "Write one line a column: `NAME: { value: …, evidence: … }`.");
      continue;
    }
    for (const line of linesOf(value, taken, refuse)) {
      const facts = readFacts(line, refuse);
      if (facts) columns.set(line.name, { ...facts, added: group === "added" });
    }
  }
  return columns;
}

interface Line {
  readonly name: string;
  readonly key: unknown;
  readonly value: unknown;
}

/** The lines of a group, each under the name of a column that no line had before. */
function linesOf(group: YAMLMap, taken: Set<string>, refuse: Refuse): readonly Line[] {
  return (group.items as Pair<unknown, unknown>[]).flatMap(({ key, value }) => {
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name !== "string" || !/^[A-Z][A-Z0-9_]*$/.test(name)) {
      refuse(
        `${JSON.stringify(name ?? String(key))} is not the name of a column`,
        key,
        "Write it as the API does: capitals, digits, underscores.",
      );
      return [];
    }
    if (taken.has(name)) refuse(`${name} stands twice`, key, "Delete one of the two lines.");
    taken.add(name);
    return [{ name, key, value }];
  });
}

function readFacts({ name, key, value: entry }: Line, refuse: Refuse): Omit<ColumnFacts, "added"> | undefined {
  if (!isMap(entry)) {
    refuse(`${name} says nothing`, key, "Write `{ value: …, evidence: … }`.");
    return undefined;
  }
  const parts = new Map(named(entry, KEYS, refuse).map((part) => [part.name, part.value]));
  const value = readValue({ name, key, value: parts.get("value") ?? key }, refuse);
  const verified = readEvidence({ name, key, value: parts.get("evidence") ?? key }, refuse);
  const note = parts.get("note");
  const words = isScalar(note) ? note.value : undefined;
  if (note !== undefined && typeof words !== "string") refuse(`the note of ${name} is not text`, note ?? key, "Write it in quotes.");
  if (value === undefined || verified === undefined) return undefined;
  return typeof words === "string" ? { value, verified, note: words } : { value, verified };
}

function readValue({ name, value: node }: Line, refuse: Refuse): ColumnValue | undefined {
  const value = VALUES.find((known) => isScalar(node) && node.value === known);
  if (!value) refuse(`${name} has no known value`, node, `Say what its values are with \`value:\` and one of ${VALUES.join(", ")}.`);
  return value;
}

function readEvidence({ name, value: node }: Line, refuse: Refuse): boolean | undefined {
  if (isScalar(node) && node.value === "unverified") return false;
  const witnesses = isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : undefined)) : [];
  if (witnesses.length > 0 && witnesses.every((one) => typeof one === "string" && WITNESSES.includes(one))) return true;
  refuse(`${name} has no known evidence`, node, `Write \`evidence: unverified\`, or a list of ${WITNESSES.join(", ")}.`);
  return undefined;
}

/** The entries of a map under known names, each once. */
function named(map: YAMLMap, known: readonly string[], refuse: Refuse): readonly Line[] {
  const seen = new Map<string, Line>();
  for (const { key, value } of map.items as Pair<unknown, unknown>[]) {
    const name = isScalar(key) ? String(key.value) : String(key);
    if (!known.includes(name)) refuse(`${JSON.stringify(name)} is not known here`, key, `Known are ${known.join(", ")}.`);
    else if (seen.has(name)) refuse(`${name} stands twice`, key, "Delete one of the two.");
    else seen.set(name, { name, key, value });
  }
  return [...seen.values()];
}

import type { ColumnFacts } from "../load/columns.js";
import type { Column } from "../model/column.js";
import type { Flow } from "../model/model.js";
import { shapeOf } from "./shape.js";

/** The columns of the body's `columns`, with what our files say about each; one that they do not know is text of unknown kind. */
export function columnsOf(flow: Flow, known: ReadonlyMap<string, ColumnFacts>): readonly Column[] {
  const type = flow.body.fields.find(({ name }) => name === "columns")?.type;
  const values = type === undefined ? null : shapeOf(flow).values(type);
  return (values ?? []).map((name) => ({ name: String(name), ...factsOf(known.get(String(name))) }));
}

function factsOf(facts: ColumnFacts | undefined): Omit<Column, "name"> {
  return facts === undefined ? { value: "unknown", verified: false } : { value: facts.value, verified: facts.verified };
}

/** Columns that are no numbers: ids, and texts or what nobody knows. */
export function kindsOf(columns: readonly Column[]): { readonly ids: readonly string[]; readonly texts: readonly string[] } {
  const named = (kinds: readonly string[]): readonly string[] =>
    columns.filter(({ value }) => kinds.includes(value)).map(({ name }) => name);
  return { ids: named(["id"]), texts: named(["name", "text", "url", "label", "unknown"]) };
}

/** All columns that our files know, for reports that are read as another one is: their columns are chosen elsewhere. */
export function knownColumns(known: ReadonlyMap<string, ColumnFacts>): readonly Column[] {
  return [...known].flatMap(([name, facts]) => (facts.added ? [] : [{ name, ...factsOf(facts) }]));
}

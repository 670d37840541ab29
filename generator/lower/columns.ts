import type { ColumnFacts } from "../load/columns.js";
import type { Entity } from "../load/rows.js";
import type { Column, Level } from "../model/column.js";
import type { Flow, Request, Single } from "../model/model.js";
import { shapeOf } from "./shape.js";

/** The columns of the body's `columns`, with what our files say about each; one that they do not know is text of unknown kind. */
export function columnsOf(request: Request, known: ReadonlyMap<string, ColumnFacts>): readonly Column[] {
  const type = request.body.fields.find(({ name }) => name === "columns")?.type;
  const values = type === undefined ? null : shapeOf(request).values(type);
  return columnNames(values).map((name) => ({ name, ...factsOf(known.get(name)) }));
}

/** A column is named by a text: what else a list may hold names none. */
function columnNames(values: readonly (string | number)[] | null): readonly string[] {
  return values?.every((name) => typeof name === "string") ? values : [];
}

/** Whether the answer is a list of rows that have the columns that are asked for. */
export function hasRows({ body, answer, objects, enums }: Single): boolean {
  const row = answer?.kind === "array" ? answer.items : null;
  const isOpen = objects.some(({ name, others }) => row?.kind === "object" && name === row.name && others?.type.kind === "any");
  const asked = body.fields.find(({ name, required }) => name === "columns" && required)?.type;
  return isOpen && asked?.kind === "array" && shapeOf({ body, enums }).values(asked) !== null;
}

/** The columns of all single calls that answer with rows, each once. */
export function answeredColumns(singles: readonly Single[], known: ReadonlyMap<string, ColumnFacts>): readonly Column[] {
  const all = singles.filter(hasRows).flatMap((single) => columnsOf(single, known));
  return [...new Map(all.map((column) => [column.name, column])).values()];
}

function factsOf(facts: ColumnFacts | undefined): Omit<Column, "name"> {
  if (facts === undefined) return { value: "unknown", verified: false };
  const { value, verified, note } = facts;
  return { value, verified, ...(note !== undefined && { note }) };
}

const TARGETING = /_TARGETING$/;

/** What the rows of each level have for certain; a level that our files do not know promises nothing. */
export function levelsOf(flow: Flow, columns: readonly Column[], entities: ReadonlyMap<string, Entity>): readonly Level[] {
  const type = flow.body.fields.find(({ name }) => name === "level")?.type;
  const there = (ids: readonly string[]): readonly string[] => ids.filter((id) => columns.some(({ name }) => name === id));
  return ((type && shapeOf(flow).values(type)) ?? []).flatMap((value) => {
    const name = String(value);
    const entity = entities.get(name.replace(TARGETING, ""));
    return entity === undefined ? [] : { name, has: there(idsOf(entity, entities)), listedUnder: there(entity.ids) };
  });
}

function idsOf({ ids, within }: Entity, entities: ReadonlyMap<string, Entity>): readonly string[] {
  const around = within === null ? undefined : entities.get(within);
  return around === undefined ? ids : [...idsOf(around, entities), ...ids];
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

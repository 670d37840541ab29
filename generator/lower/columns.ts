import type { Column, Level } from "../model/column.js";
import type { Field, Flow, ObjectType, Request, Single, Type } from "../model/model.js";
import type { ColumnFacts } from "../parse/columns.js";
import type { Entity } from "../parse/rows.js";
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

/** Where a response has its rows: a list of objects, each with the columns that are asked for. */
export interface RowPlace {
  /** The field of the response that is the list; null where the response itself is. */
  readonly list: string | null;
  /** What the list holds. */
  readonly item: ObjectType;
  /** The field of an item that holds the columns, as `metrics` does; null where they are the item's own fields. */
  readonly cells: string | null;
}

/**
 * Where the response of an operation with a `columns` parameter has rows of them; null where it has none. What the description says of other
 * fields does not matter: versions differ in it for the same response.
 */
export function rowPlaceOf(single: Single): RowPlace | null {
  const { body, answer, objects, enums } = single;
  const asked = body.fields.find(({ name }) => name === "columns")?.type;
  const values = asked === undefined ? null : shapeOf({ body, enums }).values(asked);
  const columns = bare(asked)?.kind === "array" ? columnNames(values) : [];
  if (columns.length === 0 || single.pageOf !== null) return null;
  const objectFor = (type: Type | undefined): ObjectType | undefined =>
    type?.kind === "object" ? objects.find(({ name }) => name === type.name) : undefined;
  const isColumn = ({ name }: Field): boolean => name === "DATE" || columns.includes(name);
  // An object of columns alone, or of no named field at all, in an item that has no column of its own.
  const cellsOf = (item: ObjectType): string | null => {
    const inside = item.fields.filter(({ type }) => objectFor(bare(type))?.fields.every(isColumn) === true);
    return inside.length === 1 && !item.fields.some(isColumn) ? (inside[0]?.name ?? null) : null;
  };
  if (answer?.kind === "array") {
    const item = objectFor(answer.items);
    return item === undefined || item.oneOf !== undefined ? null : { list: null, item, cells: cellsOf(item) };
  }
  for (const { name, type } of objectFor(answer ?? undefined)?.fields ?? []) {
    const listed = bare(type);
    const item = objectFor(listed?.kind === "array" ? listed.items : undefined);
    if (item === undefined || item.oneOf !== undefined) continue;
    const cells = cellsOf(item);
    if (cells !== null || item.fields.some(isColumn)) return { list: name, item, cells };
  }
  return null;
}

/** Whether the response has rows of the columns that are asked for. */
export function hasRows(single: Single): boolean {
  return rowPlaceOf(single) !== null;
}

function bare(type: Type | undefined): Type | undefined {
  return type?.kind === "nullable" ? bare(type.of) : type;
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
    if (entity === undefined) return [];
    const { ids, ours, besides, within } = entity;
    // Of the outermost there is one alone in a report: its rows need no id.
    const groups = within === null ? [] : [...(ours === undefined ? [ids] : []), ...besides.map((column) => [column])];
    const toldApartBy = groups.map(there).filter((group) => group.length > 0);
    return { name, has: there(idsOf(entity, entities)), listedUnder: there(ids), ...(ours !== undefined && { ours }), toldApartBy };
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

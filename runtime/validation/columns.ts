import type { ColumnFacts, ColumnValue } from "./rule.js";

/** Kind of a column's values in a generated table; a trailing `?` marks one that only the column's name suggests. */
export type ColumnKind = ColumnValue | `${ColumnValue}?`;

/** Generated table of columns. */
export type ColumnKinds = Readonly<Record<string, ColumnKind>>;

/** Names of a table's columns. With `never`, compilers name the type by its alias and do not list all columns. */
export type ColumnOf<Kinds> = (keyof Kinds & string) | never;

/** Items of a list. With `never`, compilers name the type by its alias and do not list all items. */
export type ItemOf<List extends readonly unknown[]> = List[number] | never;

/** Types of the values in a row, by column. The comments of the table's columns stay with the columns. */
export type ColumnValues<Kinds> = { [Column in keyof Kinds]: TypeOf<Kinds[Column]> };

type TypeOf<Kind> = Kind extends "label" | "label?" | "unknown" | "unknown?"
  ? string | number
  : Kind extends Textual | `${Textual}?`
    ? string
    : number;

type Textual = "id" | "name" | "text" | "url";

/** Kinds of values that a file may hold as text without being ids. */
const TEXTS: readonly ColumnValue[] = ["name", "text", "url", "label", "unknown"];

/**
 * Returns the facts of each column of a generated table: `value`, its kind without a trailing `?`, and `verified`, false if there is one,
 * because the kind is inferred from the name.
 */
export function columnFacts<Column extends string>(kinds: Readonly<Record<Column, ColumnKind>>): Readonly<Record<Column, ColumnFacts>> {
  const facts = entriesOf(kinds).map(([name, kind]): [string, ColumnFacts] => [
    name,
    { value: valueIn(kind), verified: !kind.endsWith("?") },
  ]);
  return Object.fromEntries(facts) as Record<Column, ColumnFacts>;
}

/** Names of the columns that hold ids, in the order of the table; empty if there are none. */
export function idColumns(kinds: ColumnKinds): readonly string[] {
  return entriesOf(kinds).flatMap(([name, kind]) => (valueIn(kind) === "id" ? [name] : []));
}

/**
 * Names of the columns that hold or may hold text other than ids, in the order of the table: those of the kinds `name`, `text`, `url`,
 * `label` and `unknown`, also with a trailing `?`, which marks a kind that is only inferred from the column's name.
 */
export function textColumns(kinds: ColumnKinds): readonly string[] {
  return entriesOf(kinds).flatMap(([name, kind]) => (TEXTS.includes(valueIn(kind)) ? [name] : []));
}

/** A set of the items of a list, or of the column names of a table. */
export function valueSet(values: readonly unknown[] | ColumnKinds): ReadonlySet<unknown> {
  return new Set<unknown>(Array.isArray(values) ? values : Object.keys(values));
}

function entriesOf(kinds: ColumnKinds): readonly (readonly [string, ColumnKind])[] {
  return Object.entries(kinds);
}

function valueIn(kind: ColumnKind): ColumnValue {
  return kind.replace("?", "") as ColumnValue;
}

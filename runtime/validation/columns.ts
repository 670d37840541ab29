import {
  COLUMN_KINDS,
  type ColumnFacts,
  type ColumnKind,
  factsOf,
  type MixedKind,
  meaningOf,
  type TextKind,
} from "./column-kinds.js";

/** Generated table of columns. */
export type ColumnKinds = Readonly<Record<string, ColumnKind>>;

/**
 * Creates a generated table from a list of column names for each kind. A name can contain
 * alternatives in braces: `A_{B,C}` stands for `A_B` and `A_C`, and `{A,B}_{C,D}` stands for `A_C`,
 * `A_D`, `B_C` and `B_D`, in this order. `Kinds` must list the same columns.
 */
export function columnKinds<Kinds extends ColumnKinds>(
  patterns: { readonly [Kind in ColumnKind]?: readonly string[] },
): Kinds {
  const kinds: Record<string, string> = Object.create(null);
  for (const [kind, names] of Object.entries(patterns))
    for (const name of names) addNames(kinds, kind, "", name);
  return kinds as Kinds;
}

/**
 * Adds all names that `pattern` expands to, each with `head` in front. A literal `{` in a name is
 * written as `{{}`.
 */
function addNames(
  kinds: Record<string, string>,
  kind: string,
  head: string,
  pattern: string,
): void {
  const open = pattern.indexOf("{");
  const close = pattern.indexOf("}", open);
  if (open < 0 || close < 0) kinds[head + pattern] = kind;
  else
    for (const alternative of pattern.slice(open + 1, close).split(","))
      addNames(kinds, kind, head + pattern.slice(0, open) + alternative, pattern.slice(close + 1));
}

/**
 * Names of a table's columns. Because of the `never`, compilers show the alias instead of listing
 * all columns.
 */
export type ColumnOf<Kinds> = (keyof Kinds & string) | never;

/** Items of a list. Because of the `never`, compilers show the alias instead of all items. */
export type ItemOf<List extends readonly unknown[]> = List[number] | never;

/** Types of the values in a row, by column. Each column keeps its comment. */
export type ColumnValues<Kinds> = { [Column in keyof Kinds]: TypeOf<Kinds[Column]> };

type TypeOf<Kind> = Kind extends MixedKind | `${MixedKind}?`
  ? string | number
  : Kind extends TextKind | `${TextKind}?`
    ? string
    : number;

/** The columns for which a missing value is zero. `never` unless `ZeroFill` is known to be true. */
export type ZeroColumns<Kinds, Column, ZeroFill> = [ZeroFill] extends [true]
  ? Column extends keyof Kinds
    ? Kinds[Column] extends `${string} or none`
      ? never
      : ColumnValues<Kinds>[Column] extends number
        ? Column
        : never
    : never
  : never;

/**
 * Returns the facts about each column in a generated table. `value` is the column's kind without
 * marks. `verified` is false if the kind has a `?`. `zero` says whether a missing value means zero.
 */
export function columnFacts<Column extends string>(
  kinds: Readonly<Record<Column, ColumnKind>>,
): Readonly<Record<Column, ColumnFacts>> {
  return Object.fromEntries(
    entriesOf(kinds).map(([name, kind]) => [name, factsOf(kind)]),
  ) as Record<Column, ColumnFacts>;
}

/**
 * Returns a description of each column in `labels`, in that order. Each description consists of the
 * label, a colon, the meaning of a value, and the column's note. The kind comes from the first of
 * `tables` that contains the column. If none does, the description is the label, a colon and the
 * note, if any.
 */
export function describeColumns<Column extends string>(
  labels: Readonly<Record<Column, string>>,
  tables: readonly ColumnKinds[],
  notes: Readonly<Record<string, string>>,
): Readonly<Record<Column, string>> {
  const described = Object.entries<string>(labels).map(([column, label]) => {
    const kind = tables.find((kinds) => Object.hasOwn(kinds, column))?.[column];
    const note = Object.hasOwn(notes, column) ? notes[column] : undefined;
    return [column, `${label}: ${kind === undefined ? (note ?? "") : meaningOf(kind, note)}`];
  });
  return Object.fromEntries(described);
}

/** Returns the names of the columns with ids, in table order. Empty if there are none. */
export function idColumns(kinds: ColumnKinds): readonly string[] {
  return columnsWith(kinds, ({ value }) => value === "id");
}

/**
 * Returns the columns that may contain text other than ids, in table order. These are all non-id
 * columns whose values are not always numbers.
 */
export function textColumns(kinds: ColumnKinds): readonly string[] {
  return columnsWith(
    kinds,
    ({ value }) => value !== "id" && COLUMN_KINDS[value].inRows !== "number",
  );
}

/**
 * Returns the columns for which a missing value is zero, in table order. These are all number
 * columns except those marked ` or none`. A cost per click, for example, has no value without
 * clicks.
 */
export function zeroColumns(kinds: ColumnKinds): readonly string[] {
  return columnsWith(kinds, ({ zero }) => zero);
}

/** Returns a set of a list's items or of a table's column names. */
export function valueSet(values: readonly unknown[] | ColumnKinds): ReadonlySet<unknown> {
  return new Set<unknown>(Array.isArray(values) ? values : Object.keys(values));
}

/** The columns and their marked kinds, in table order. */
function entriesOf(kinds: ColumnKinds): readonly (readonly [string, ColumnKind])[] {
  return Object.entries(kinds);
}

/** Returns the names of the columns whose facts match, in table order. */
function columnsWith(
  kinds: ColumnKinds,
  holds: (facts: ColumnFacts) => boolean,
): readonly string[] {
  return entriesOf(kinds).flatMap(([name, kind]) => (holds(factsOf(kind)) ? [name] : []));
}

export type Row = Readonly<Record<string, unknown>>;

/** What a row has in a column; a row has no key for what is zero. */
export function cellOf(row: Row, name: string): unknown {
  // A file may have a column that is called as something that every object has.
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

/** The rows from the first one on; called once for each pass over them. */
export type ReadRows = () => AsyncIterable<Row>;

/** A row of a report: values by column. */
export type Row = Readonly<Record<string, unknown>>;

/** The value of a column; undefined if the row does not have its key, which a row omits for zero. */
export function cellOf(row: Row, name: string): unknown {
  // A column may have the name of a property of every object, such as `constructor`.
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

/** The row with 0 in those of `zeros` that it lacks; the row itself if it lacks none. */
export function withZeros(row: Row, zeros: readonly string[]): Row {
  const missing = zeros.filter((name) => cellOf(row, name) === undefined);
  return missing.length === 0 ? row : { ...row, ...Object.fromEntries(missing.map((name) => [name, 0])) };
}

/** Returns the rows from the first one on; called once for each pass over them. */
export type ReadRows = () => AsyncIterable<Row>;

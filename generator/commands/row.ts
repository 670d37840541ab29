export type Row = Readonly<Record<string, unknown>>;
/** The rows from the first one on; called once for each pass over them. */
export type ReadRows = () => AsyncIterable<Row>;

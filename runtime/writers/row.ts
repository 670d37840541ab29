/** A row of a report: values by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Returns the rows from the first one on; called once for each pass over them. */
export type ReadRows = () => AsyncIterable<Row>;

/** The value of a column; undefined if the row does not have its key. */
export function cellOf(row: Row, name: string): unknown {
  // A column may have the name of a property of every object, such as `constructor`.
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

/**
 * A value as the text of a cell: a date in ISO 8601, any other object as JSON. The value is neither
 * undefined nor null.
 */
export function cellText(value: unknown): string {
  if (typeof value !== "object") return String(value);
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

/**
 * A row as a line of NDJSON with its line feed. Throws a `TypeError` for a value that JSON cannot
 * hold exactly, also in a list or object: a bigint, or not a finite number.
 */
export function ndjsonLine(row: Row): string {
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === "number") checkFinite(name, value);
    // A replacer for the row would be called for each value, which most rows do not need.
    else if (typeof value === "object" && value !== null)
      JSON.stringify(value, (_, part) => checkFinite(name, part));
  }
  return `${JSON.stringify(row)}\n`;
}

/**
 * The value of the column `name`, or of a part of it, unchanged. Throws a `TypeError` for a number
 * that is not finite.
 */
function checkFinite(name: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`${name} has ${value}, which JSON cannot hold`);
  return value;
}

/** The rows in the pieces of an NDJSON text. Throws a `SyntaxError` for a line that is not JSON. */
export async function* ndjsonRows(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  let partialLine = "";
  for await (const piece of pieces) {
    // Split at line feeds only: names may hold characters that other parsers take for line ends.
    const lines = (partialLine + piece).split("\n");
    partialLine = lines.pop() ?? "";
    for (const text of lines) yield JSON.parse(text);
  }
}

/** A row of a report: values by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Returns the rows from the start. Called once for each pass. */
export type ReadRows = () => AsyncIterable<Row>;

/** Returns the value of a column; undefined if the row does not have it. */
export function cellOf(row: Row, name: string): unknown {
  // A column may have the same name as an inherited property, such as `constructor`.
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

/**
 * Converts a value to the text of a cell. A `Date` becomes ISO 8601, and any other object becomes
 * JSON. The value must not be undefined or null.
 */
export function cellText(value: unknown): string {
  if (typeof value !== "object") return String(value);
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}

/**
 * Converts a row to a line of NDJSON, with its line feed. Throws a `TypeError` for a value that
 * JSON cannot represent, even inside a list or object: a bigint, infinity or NaN.
 */
export function ndjsonLine(row: Row): string {
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === "number") checkFinite(name, value);
    // Most rows do not need a replacer, and one for the whole row would be called for each value.
    else if (typeof value === "object" && value !== null)
      JSON.stringify(value, (_, part) => checkFinite(name, part));
  }
  return `${JSON.stringify(row)}\n`;
}

/**
 * Returns the value unchanged. Throws a `TypeError` for a number that is not finite. `name` is the
 * column's name.
 */
function checkFinite(name: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`${name} has ${value}, which JSON cannot represent`);
  return value;
}

/**
 * Parses pieces of NDJSON as rows. A last line without a line feed is ignored. Throws a
 * `SyntaxError` for a line that is not JSON.
 */
export async function* ndjsonRows(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  let partialLine = "";
  for await (const piece of pieces) {
    // Only a line feed ends a line. Names may contain other characters that some parsers treat as
    // line endings.
    const lines = (partialLine + piece).split("\n");
    partialLine = lines.pop() ?? "";
    for (const text of lines) yield JSON.parse(text);
  }
}

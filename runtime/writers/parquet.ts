import { InvalidArgumentError } from "../errors.js";
import { ownOptions } from "../options.js";
import type { ColumnValue } from "../validation/rule.js";
import { cellOf, cellText, type Row } from "./row.js";
import { type ColumnOptions, chooseColumns, type RowSource, readRepeatedly } from "./source.js";

/** `count`: 64-bit integers. `number`: doubles. `day`: days without a time. `text`: UTF-8. */
type Kind = "count" | "number" | "day" | "text";

const KINDS: Readonly<Record<ColumnValue, Kind>> = {
  id: "text",
  name: "text",
  text: "text",
  url: "text",
  label: "text",
  count: "count",
  number: "number",
  rate: "number",
  ratio: "number",
  seconds: "number",
  money: "number",
  "micro-money": "number",
  "unknown-money": "number",
  unknown: "text",
};

/** The kind that also holds values that do not fit. */
const WIDER: Readonly<Record<Kind, Kind>> = { count: "number", number: "text", day: "text", text: "text" };

const WORDS: Readonly<Record<Kind, string>> = { count: "integers", number: "numbers", day: "days", text: "texts" };

/** Options of Parquet. */
export interface ParquetOptions extends ColumnOptions {
  /**
   * What is known of each column, which decides its type: the same in every file, whatever values it has. The type of any other column
   * follows from its values: integers, doubles, else text. Default: the columns of all reports of this package.
   */
  readonly columnFacts?: Readonly<Record<string, { readonly value: ColumnValue }>>;
  /** Whether a missing value of the column is written as 0, else as null. Default: for none; `rows({ zeroFill: true })` fills those of a report. */
  readonly isZero?: ((column: string) => boolean) | undefined;
  /** Called with a message about each column whose values need a wider type than `columnFacts` states, which is then the file's. */
  readonly onNote?: (message: string) => void;
}

interface KindOptions extends Required<Pick<ParquetOptions, "columnFacts" | "onNote">> {
  readonly known: readonly string[];
  readonly appendsOthers: boolean;
}

/**
 * The kinds of the columns in `known`, then with `appendsOthers` of all others in the rows: `day` for DATE, else by the `value` that
 * `columnFacts` has for the column, else by its values. A column with a value that does not fit gets a wider kind, and `onNote` is called
 * with a message about it: some values are only inferred from the column's name. Reads all rows.
 */
async function columnKindsIn(
  rows: AsyncIterable<Row>,
  { known, appendsOthers, columnFacts, onNote }: KindOptions,
): Promise<ReadonlyMap<string, Kind>> {
  /** Null if only the values show it. */
  const expectedKind = (name: string): Kind | null => {
    if (name === "DATE") return "day";
    return Object.hasOwn(columnFacts, name) ? KINDS[columnFacts[name]?.value ?? "unknown"] : null;
  };
  const kinds = new Map(known.map((name) => [name, expectedKind(name)]));
  for await (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      if (!appendsOthers && !kinds.has(name)) continue;
      const before = kinds.get(name) ?? expectedKind(name);
      const isMissing = value === undefined || value === null;
      let kind = before === null && !isMissing ? "count" : before;
      while (kind !== null && !fits(kind, value)) kind = WIDER[kind];
      kinds.set(name, kind);
    }
  }
  for (const [name, kind] of kinds) {
    const expected = expectedKind(name);
    if (kind !== null && expected !== null && kind !== expected)
      onNote(`${name} is written as ${WORDS[kind]}: not all of its values are ${WORDS[expected]}`);
  }
  return new Map([...kinds].map(([name, kind]) => [name, kind ?? "text"]));
}

/**
 * The value as the Parquet writer takes it: null for undefined and null, a bigint for `count`, the number itself for `number`, a `Date` for
 * `day`, text for `text` (JSON for an object). The value must fit the kind.
 */
function parquetValue(kind: Kind, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (kind === "count") return BigInt(value as number | bigint);
  if (kind === "day") return new Date(`${value}T00:00:00Z`);
  return kind === "number" ? value : cellText(value);
}

const LONGEST_COUNT = 2n ** 63n;

function fits(kind: Kind, value: unknown): boolean {
  if (kind === "text" || value === undefined || value === null) return true;
  if (kind === "count") return typeof value === "bigint" ? value >= -LONGEST_COUNT && value < LONGEST_COUNT : Number.isSafeInteger(value);
  if (kind === "number") return typeof value === "number";
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}

/**
 * What is used of hyparquet-writer. Described here, because types that name an optional package do not compile where it is not installed.
 */
interface ParquetLibrary {
  readonly ByteWriter: new () => ParquetBytes;
  readonly ParquetWriter: new (options: {
    readonly writer: ParquetBytes;
    readonly schema: (ColumnType & { readonly name: string; readonly repetition_type?: "OPTIONAL"; readonly num_children?: number })[];
    readonly createdBy: string;
  }) => { write(rows: { readonly columnData: ColumnData[]; readonly rowGroupSize: number }): unknown; finish(): unknown };
}

interface ParquetBytes {
  getBytes(): Uint8Array;
  index: number;
}

interface ColumnType {
  readonly type?: "INT64" | "DOUBLE" | "INT32" | "BYTE_ARRAY";
  readonly converted_type?: "DATE" | "UTF8";
}

interface ColumnData {
  readonly name: string;
  readonly data: unknown[];
}

// Cells in a group of rows: one group at a time is in memory, as a whole.
const CELLS = 250_000;
const LEAST_ROWS = 1_000;

/** The type of each kind in the file's schema. */
const TYPES: Readonly<Record<Kind, ColumnType>> = {
  count: { type: "INT64" },
  number: { type: "DOUBLE" },
  day: { type: "INT32", converted_type: "DATE" },
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
};

/** Imports the library that writes Parquet. Rejects with an `InvalidArgumentError` if it is not installed. */
async function loadParquet(): Promise<ParquetLibrary> {
  // Bundlers recognize an import that may fail, and do not require the package.
  const library: object = await import("hyparquet-writer").catch((cause: unknown) => {
    throw new InvalidArgumentError("Parquet needs the package hyparquet-writer, which does not load: npm install hyparquet-writer", {
      cause,
    });
  });
  return library as ParquetLibrary;
}

/**
 * Rows as the bytes of a Parquet file, in groups of about 250,000 cells (at least 1,000 rows). A column's type must hold all its values, so
 * all rows are read before the first byte: a stream into memory, a function is called twice. A missing value and null are null, an id is
 * text with all its digits, and DATE a day. Throws the errors of `rows`, and an `InvalidArgumentError` if the package hyparquet-writer is
 * not installed. Needs no file system.
 */
export async function* toParquet(rows: RowSource, options: ParquetOptions = {}): AsyncGenerator<Uint8Array, void, undefined> {
  const { columnFacts = {}, isZero, onNote = () => {} } = ownOptions(options);
  const { ByteWriter, ParquetWriter } = await loadParquet();
  const read = await readRepeatedly(rows);
  const kinds = await columnKindsIn(read(), { ...chooseColumns(rows, options), columnFacts, onNote });
  const schema = [...kinds].map(([name, kind]) => ({ name, repetition_type: "OPTIONAL" as const, ...TYPES[kind] }));
  const bytes = new ByteWriter();
  const takeBytes = (): Uint8Array => {
    const copy = bytes.getBytes().slice();
    bytes.index = 0;
    return copy;
  };
  const file = new ParquetWriter({
    writer: bytes,
    schema: [{ name: "root", num_children: schema.length }, ...schema],
    createdBy: "pinterest-reports",
  });
  const groupSize = Math.max(LEAST_ROWS, Math.floor(CELLS / Math.max(1, kinds.size)));
  const group = new ColumnGroup(kinds, new Set([...kinds.keys()].filter((name) => isZero?.(name))));
  for await (const row of read()) {
    group.add(row);
    if (group.rows < groupSize) continue;
    await file.write({ columnData: group.take(), rowGroupSize: groupSize });
    yield takeBytes();
  }
  if (group.rows > 0) await file.write({ columnData: group.take(), rowGroupSize: groupSize });
  await file.finish();
  yield takeBytes();
}

/** The rows of one group, by column. */
class ColumnGroup {
  rows = 0;
  readonly #kinds: ReadonlyMap<string, Kind>;
  readonly #zeros: ReadonlySet<string>;
  #columns: ColumnData[] = [];

  constructor(kinds: ReadonlyMap<string, Kind>, zeros: ReadonlySet<string>) {
    this.#kinds = kinds;
    this.#zeros = zeros;
    this.take();
  }

  add(row: Row): void {
    for (const { name, data } of this.#columns) {
      const value = cellOf(row, name);
      const filled = value === undefined && this.#zeros.has(name) ? 0 : value;
      data.push(parquetValue(this.#kinds.get(name) ?? "text", filled));
    }
    this.rows++;
  }

  take(): ColumnData[] {
    const columns = this.#columns;
    this.#columns = [...this.#kinds.keys()].map((name) => ({ name, data: [] }));
    this.rows = 0;
    return columns;
  }
}

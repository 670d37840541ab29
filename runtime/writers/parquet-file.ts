import { InvalidArgumentError } from "../errors.js";
import type { ParquetType } from "../tables/column-types.js";

/** Column type in the schema of a Parquet file. */
export type SchemaType =
  | ParquetType
  | { readonly type: "BOOLEAN" }
  | {
      readonly type: "INT64";
      readonly converted_type: "TIMESTAMP_MILLIS";
      /** Without `logical_type`, DuckDB would read the values as timestamps without a time zone. */
      readonly logical_type: {
        readonly type: "TIMESTAMP";
        readonly isAdjustedToUTC: true;
        readonly unit: "MILLIS";
      };
    };

/** A column of the file with its type. Every column is nullable. */
export type FileColumn = SchemaType & { readonly name: string };

/**
 * The part of hyparquet-writer that we use. Its own types are not imported, because code that
 * imports them does not compile unless the optional package is installed.
 */
interface ParquetLibrary {
  readonly ByteWriter: new () => ParquetBytes;
  readonly ParquetWriter: new (options: {
    readonly writer: ParquetBytes;
    readonly schema: readonly (
      | { readonly name: string; readonly num_children: number }
      | (FileColumn & { readonly repetition_type: "OPTIONAL" })
    )[];
    readonly createdBy: string;
  }) => {
    write(rows: { readonly columnData: ColumnData[]; readonly rowGroupSize: number }): unknown;
    finish(): unknown;
  };
}

interface ParquetBytes {
  getBytes(): Uint8Array;
  index: number;
}

interface ColumnData {
  readonly name: string;
  readonly data: unknown[];
}

// Cells per row group. One whole group is in memory at a time.
const CELLS = 250_000;
const MIN_ROWS = 1_000;

/**
 * Imports the library that writes Parquet. Rejects with an `InvalidArgumentError` if it cannot be
 * loaded, usually because it is not installed.
 */
export async function loadParquet(): Promise<ParquetLibrary> {
  // The `catch` makes bundlers treat the package as optional.
  const library: object = await import("hyparquet-writer").catch((cause: unknown) => {
    throw new InvalidArgumentError(
      "Parquet needs the package hyparquet-writer, which could not be loaded: run npm install hyparquet-writer",
      {
        cause,
      },
    );
  });
  return library as ParquetLibrary;
}

/**
 * A Parquet file that is written row by row. Values must have the library's types: a bigint for
 * INT64, a `Date` for DATE, null for a missing value.
 */
export class ParquetFile {
  readonly #columns: readonly FileColumn[];
  readonly #groupSize: number;
  readonly #bytes: ParquetBytes;
  readonly #file: InstanceType<ParquetLibrary["ParquetWriter"]>;
  #data: unknown[][];
  #rows = 0;

  constructor({ ByteWriter, ParquetWriter }: ParquetLibrary, columns: readonly FileColumn[]) {
    this.#columns = columns;
    this.#groupSize = Math.max(MIN_ROWS, Math.floor(CELLS / Math.max(1, columns.length)));
    this.#bytes = new ByteWriter();
    const schema = columns.map((column) => ({ repetition_type: "OPTIONAL" as const, ...column }));
    this.#file = new ParquetWriter({
      writer: this.#bytes,
      schema: [{ name: "root", num_children: schema.length }, ...schema],
      createdBy: "pinterest-reports",
    });
    this.#data = columns.map(() => []);
  }

  /**
   * Adds a row, with its values in column order. If this completes a row group, resolves to the
   * next bytes of the file; otherwise, returns null. A group has about 250,000 cells, and at least
   * 1,000 rows.
   */
  add(values: readonly unknown[]): Promise<Uint8Array> | null {
    for (let column = 0; column < this.#data.length; column++)
      this.#data[column]?.push(values[column]);
    return ++this.#rows < this.#groupSize ? null : this.#flush();
  }

  /** Completes the file and returns its last bytes. */
  async finish(): Promise<Uint8Array> {
    if (this.#rows > 0) await this.#writeGroup();
    await this.#file.finish();
    return this.#takeBytes();
  }

  /** Writes the current row group and returns its bytes. */
  async #flush(): Promise<Uint8Array> {
    await this.#writeGroup();
    return this.#takeBytes();
  }

  /** Encodes the rows added so far as a row group, and starts an empty group. */
  async #writeGroup(): Promise<void> {
    const columnData = this.#columns.map(({ name }, column) => ({
      name,
      data: this.#data[column] ?? [],
    }));
    await this.#file.write({ columnData, rowGroupSize: this.#rows });
    this.#data = this.#columns.map(() => []);
    this.#rows = 0;
  }

  /** Returns a copy of the encoded bytes, and empties the library's buffer. */
  #takeBytes(): Uint8Array {
    const copy = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return copy;
  }
}
